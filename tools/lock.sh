#!/bin/sh
# The lock files: every version with its hashes, for all platforms, without the name of an index. Extras stay named:
# without `coverage[toml]==…`, pip takes the newest coverage for that extra, and then misses its hash.
set -eu
cd "$(dirname "$0")/.."
lock() {
    out=requirements/$1.txt
    shift
    echo "== $out"
    .venv/bin/uv pip compile pyproject.toml "$@" --universal --python-version 3.11 --generate-hashes --no-strip-extras \
        --no-emit-index-url --quiet ${UPGRADE:+--upgrade} -o "$out"
}
lock run
lock build --extra build
lock dev --extra build --extra dev
lock engines --extra engines
