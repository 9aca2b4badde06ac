#!/bin/sh
# Install Debian packages, as root or with sudo: apt.sh PACKAGE...
set -eu
command -v apt-get >/dev/null || {
    echo "Install these by hand: $*" >&2
    exit 1
}
sudo=
if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        echo "Install these first: sudo apt-get install $*" >&2
        exit 1
    fi
    sudo='sudo -n'
fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
