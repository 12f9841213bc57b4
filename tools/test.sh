#!/bin/sh
# Every test with branch coverage of the rooms that compute, or the part that is named, without it. What needs no
# browser runs on every core, a file at a time; the browsers come after it, alone, for they watch what is drawn when.
set -eu
cd "$(dirname "$0")/.."
pytest() { .venv/bin/python -m pytest "$@"; }
if [ $# -gt 0 ]; then
    echo "== Tests: $*"
    pytest "$@"
    exit
fi
echo "== Tests without a browser (unit, contract, app), with branch coverage"
pytest -n auto --dist loadfile --durations=10 --cov --cov-report= --cov-fail-under=0 tests/unit tests/contract tests/app
echo "== Tests in real browsers, and the coverage of all"
pytest --durations=10 --cov --cov-append --cov-report=term tests/browser
