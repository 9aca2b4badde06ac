#!/bin/sh
# Install what the integration tests run against. Where it can't be had the tests say so
# themselves: they are skipped, and fail where CI=true.
set -eu
packages="mediawiki php-cli php-sqlite3 php-mbstring php-xml php-intl php-curl"
missing=
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
        missing="$missing $package"
done
# shellcheck disable=SC2086 # words are wanted
[ -z "$missing" ] || sh "$(dirname "$0")/apt.sh" $missing ||
    echo "The integration tests will be skipped." >&2
# By itself, for not every system has it under this name.
command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
    sh "$(dirname "$0")/apt.sh" chromium || echo "The tests in a browser will be skipped." >&2
