#!/bin/sh
# Every check that needs no browser, each named as it runs; all of them run, then the worst result counts.
set -u
cd "$(dirname "$0")/.."
failed=""

step() {
    name=$1
    shift
    echo "== $name"
    started=$(date +%s)
    if "$@"; then
        echo "   ok, $(($(date +%s) - started)) s"
    else
        echo "   FAILED: $*"
        failed="$failed, $name"
    fi
}

step "Lint (ruff check)" .venv/bin/ruff check .
step "Format (ruff format --check)" .venv/bin/ruff format --check .
step "Types (mypy --strict)" .venv/bin/mypy
step "Layers (lint-imports)" .venv/bin/lint-imports --no-cache
step "Dead code (vulture)" .venv/bin/vulture
step "Dockerfile (hadolint)" .venv/bin/hadolint --config .hadolint.yaml Dockerfile
step "Shipped data (corridors check)" .venv/bin/corridors check

if [ -n "$failed" ]; then
    echo "== Checks that failed: ${failed#, }"
    exit 1
fi
echo "== Every check passed"
