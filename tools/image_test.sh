#!/usr/bin/env bash
# Builds the image of the Dockerfile for real, runs it with the flags of compose.yaml, and checks it from outside.
#
# With a Docker daemon: docker, and the base image of the Dockerfile. Without one (root on Debian or Ubuntu): buildah,
# podman and runc, on a base that debootstrap makes of this very release under the name that the Dockerfile asks for,
# with the locked wheels in the context. Where neither can be done it says why and exits with 1: never green unrun.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$PWD/.cache/image
name=corridors-image-test
image=localhost/corridors:test
step() { echo "== $*"; }
die() {
    echo "image-test cannot pass: $*" >&2
    exit 1
}

mkdir -p "$work"
base=$(sed -n 's/^ARG BASE=//p' Dockerfile)
hardening=(--read-only --tmpfs "/tmp:rw,noexec,nosuid,nodev,size=64m" --cap-drop=ALL
    --security-opt=no-new-privileges --ulimit nofile=4096:4096 --ulimit nproc=4096:4096 --network=none)

if docker info >/dev/null 2>&1; then
    engine=(docker)
    step "Building with Docker on $base"
    docker build --tag "$image" .
    inspect_health() { docker inspect --format '{{.State.Health.Status}}' "$name" | grep -q healthy; }
else
    echo "No Docker daemon answers here: buildah, podman and runc instead"
    [[ $(id -u) == 0 ]] || die "without Docker it must be run as root (buildah in a chroot, runc)"
    command -v apt-get >/dev/null || die "there is no Docker, and no apt-get to install buildah, podman, runc and debootstrap"
    missing=()
    for tool in buildah podman runc debootstrap nsenter; do
        command -v "$tool" >/dev/null || missing+=("${tool/nsenter/util-linux}")
    done
    /usr/bin/python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
    if ((${#missing[@]})); then
        step "Installing ${missing[*]}"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
            || die "${missing[*]} could not be installed"
    fi
    export BUILDAH_ISOLATION=chroot
    storage=(--root "$work/storage" --runroot "$work/run" --storage-driver vfs)
    engine=(podman "${storage[@]}" --runtime runc --cgroup-manager=cgroupfs)
    # No systemd timer for the health check: it is run by hand below.
    hardening+=(--pull=never --health-interval=disable)
    inspect_health() { "${engine[@]}" healthcheck run "$name"; }

    # shellcheck source=/dev/null
    suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    if [[ ! -s $work/base-$suite.tar ]]; then
        step "A base image of $suite by debootstrap (about a minute)"
        [[ -n $suite ]] || die "this system has no release name for debootstrap"
        mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' \
            | awk -v suite="$suite" '$2 == suite {print $1; exit}')
        components=main
        grep -q '^ID=ubuntu' /etc/os-release && components=main,universe
        rm -rf "$work/rootfs"
        debootstrap --variant=minbase --components="$components" --include=python3,python3-venv \
            "$suite" "$work/rootfs" "${mirror:-}" >"$work/debootstrap.log" 2>&1 \
            || die "debootstrap failed: $(tail -1 "$work/debootstrap.log")"
        tar --numeric-owner -C "$work/rootfs" --exclude='./dev/*' --exclude='./var/cache/apt/*' \
            --exclude='./var/lib/apt/lists/*' -cf "$work/base.part" .
        mv "$work/base.part" "$work/base-$suite.tar"
        rm -rf "$work/rootfs"
    fi

    step "Locked wheels into the context (requirements/wheels)"
    [[ -x $work/pip/bin/pip ]] || /usr/bin/python3 -m venv "$work/pip"
    rm -rf requirements/wheels
    "$work/pip/bin/pip" download --disable-pip-version-check -qq --progress-bar off --require-hashes \
        --only-binary :all: --requirement requirements/run.txt --dest requirements/wheels
    trap 'rm -rf requirements/wheels' EXIT

    step "The stand-in for $base"
    rm -rf "$work/storage" "$work/run"
    from=$(buildah "${storage[@]}" from scratch)
    buildah "${storage[@]}" add --quiet "$from" "$work/base-$suite.tar" / >/dev/null
    buildah "${storage[@]}" commit --quiet --rm "$from" "docker.io/library/$base" >/dev/null

    step "Building the Dockerfile (no network: the wheels are in the context)"
    # Docker's own format: the OCI one has no HEALTHCHECK.
    buildah "${storage[@]}" bud --pull-never --format docker --build-arg PIP_NO_INDEX=1 --tag "$image" . \
        >"$work/build.log" 2>&1 || {
        tail -30 "$work/build.log" >&2
        die "the Dockerfile does not build"
    }
    grep -E 'STEP [0-9]+/' "$work/build.log" | cut -c1-118
fi

step "Running it: ${hardening[*]}"
stop() {
    "${engine[@]}" rm --force --volumes "$name" >/dev/null 2>&1 || true
    rm -rf requirements/wheels
}
stop
trap stop EXIT
"${engine[@]}" run --detach --name "$name" --volume /state "${hardening[@]}" "$image" >/dev/null 2>"$work/run.log" \
    || die "the container does not start: $(tail -1 "$work/run.log")"
pid=$("${engine[@]}" inspect --format '{{.State.Pid}}' "$name")

step "Checking it"
if ! python3 tools/image_probe.py "$pid"; then
    "${engine[@]}" logs "$name" 2>&1 | tail -30 >&2
    die "the running container is not as it should be"
fi
inside() { "${engine[@]}" exec "$name" "$@"; }
inside python -c 'open("/state/probe", "w").close()' || die "/state cannot be written"
echo "   /state can be written"
for path in /probe /app/probe /opt/corridors/probe; do
    if inside python -c "open('$path', 'w').close()" 2>/dev/null; then die "the root is writable: $path"; fi
done
echo "   / /app /opt/corridors cannot be written"
for _ in $(seq 30); do
    if inspect_health; then healthy=yes && break; fi
    sleep 2
done
[[ ${healthy:-} ]] || die "HEALTHCHECK of the image does not say healthy"
echo "   HEALTHCHECK says healthy"
step "Working in it, as an administrator does"
work() {
    inside corridors "$@" >"$work/work.log" 2>&1 || die "corridors $1 does not work in it: $(tail -3 "$work/work.log")"
    echo "   corridors $1"
}
work brief nogales --lang es --format pdf --out /state/brief.pdf
work brief nogales --lang en --format pptx --out /state/brief.pptx
work pack iron-river --out /state/pack.html
work synth /state/records.parquet --rows 2000
work import /state/records.parquet --accept --authority nobody --purpose "a test of the image" --audience nobody
work editions
work backup /state/backup.tar.gz
if "${engine[@]}" logs "$name" 2>&1 | grep -iE 'traceback|"level": *"error"'; then die "the log has errors (above)"; fi
echo "== image-test passed: built and run on $("${engine[0]}" --version)"
