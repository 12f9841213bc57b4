#!/bin/sh
# Every test with branch coverage of the rooms that compute, or the part that is named, without it.
set -eu
cd "$(dirname "$0")/.."
if [ $# -gt 0 ]; then
    echo "== Tests: $*"
    exec .venv/bin/python -m pytest "$@"
fi
echo "== Tests: all of them (unit, contract, app, browser), with branch coverage"
exec .venv/bin/python -m pytest --durations=10 --cov --cov-report=term
