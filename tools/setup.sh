#!/bin/sh
# Makes .venv and installs one lock file, hashes required, then the project itself.
#   sh tools/setup.sh run|dev
# PYTHON=/path/to/python3.12 chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."
lock=${1:?run or dev}

new_enough() { "$1" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        if command -v "$candidate" >/dev/null 2>&1 && new_enough "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

if ! python=$(find_python); then
    found=$(python3 --version 2>/dev/null || echo "no python3")
    echo "Corridors needs Python 3.11 or newer (found: $found)." >&2
    echo "On Debian 12+ or Ubuntu 24.04+: apt-get install python3 python3-venv. Elsewhere: set PYTHON=/path/to/python3.11." >&2
    exit 1
fi

# Debian and Ubuntu ship python3 without ensurepip, in which `venv` makes no pip.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "== Installing Debian's python$version-venv (python3 has no ensurepip)"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "python$version-venv" >/dev/null
    else
        echo "$python cannot make a virtual environment: its package python$version-venv is missing." >&2
        echo "Install it (sudo apt-get install python$version-venv) and run make again." >&2
        exit 1
    fi
fi

# An environment that was copied, or made half-way, is made anew.
if ! .venv/bin/python -c 'import pip, sys, pathlib; raise SystemExit(pathlib.Path(sys.prefix) != pathlib.Path.cwd() / ".venv")' 2>/dev/null; then
    echo "== Virtual environment .venv ($("$python" --version))"
    rm -rf .venv
    "$python" -m venv .venv
fi

echo "== Locked dependencies: requirements/$lock.txt"
.venv/bin/python -m pip install --disable-pip-version-check --no-input --require-hashes --only-binary :all: \
    -qq --progress-bar off -r "requirements/$lock.txt" &
installing=$!
started=$(date +%s)
while kill -0 "$installing" 2>/dev/null; do
    sleep 1
    elapsed=$(($(date +%s) - started))
    if [ "$elapsed" -gt 0 ] && [ $((elapsed % 15)) = 0 ]; then echo "   ... still installing, $elapsed s"; fi
done
wait "$installing" || {
    echo "The packages could not be installed (above): is a package index within reach?" >&2
    exit 1
}

# The project itself, editable and without the network: setuptools is in the lock.
.venv/bin/python -m pip install --disable-pip-version-check --no-input --no-deps --no-build-isolation --no-index \
    -qq --editable .
touch .venv/.corridors-run
if [ "$lock" = dev ]; then touch .venv/.corridors-dev; fi
echo "   ready in $(($(date +%s) - started)) s"
