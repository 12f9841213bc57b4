#!/bin/sh
# Builds the image corridors:local with the engine that is here.
set -eu
cd "$(dirname "$0")/.."
if command -v docker >/dev/null 2>&1 && docker info >/dev/null 2>&1; then
    exec docker build --tag corridors:local .
elif command -v podman >/dev/null 2>&1; then
    exec podman build --tag corridors:local .
fi
echo "Neither a Docker daemon nor podman is here: install one of them. (make image-test can do with less.)" >&2
exit 1
