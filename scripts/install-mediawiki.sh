#!/bin/sh
# Install what the integration tests run against. Where it can't be had the tests say so
# themselves: they are skipped, and fail where CI=true.
set -eu
packages="mediawiki php-cli php-sqlite3 php-mbstring php-xml php-intl php-curl chromium"
missing=
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
        missing="$missing $package"
done
[ -z "$missing" ] && exit 0
# shellcheck disable=SC2086 # words are wanted
sh "$(dirname "$0")/apt.sh" $missing || echo "The integration tests will be skipped." >&2
