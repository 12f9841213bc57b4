#!/bin/sh
# The browsers that the tests drive: one that is there, else installed.
#   sh tools/browsers.sh [chromium]      (Chromium and Firefox without an argument)
# CORRIDORS_TEST_CHROMIUM and CORRIDORS_TEST_FIREFOX name an executable of your own.
set -eu
cd "$(dirname "$0")/.."
wanted=${1:-both}
find=".venv/bin/python tools/browsers.py"

# Ubuntu's packages of both browsers are snaps, which a container cannot run: only Debian's are used.
debian_as_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && grep -q '^ID=debian' /etc/os-release; }

apt_install() {
    echo "   installing the system's packages $*"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Playwright's driver needs one library that a minimal Debian or Ubuntu lacks.
if ! .venv/bin/python -m playwright --version >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then apt_install libatomic1; fi
    .venv/bin/python -m playwright --version >/dev/null || {
        echo "Playwright's driver does not start (above). On Debian and Ubuntu: apt-get install libatomic1" >&2
        exit 1
    }
fi

if ! $find chromium 2>/dev/null; then
    if debian_as_root; then
        apt_install chromium fonts-dejavu-core
    elif [ "$(id -u)" = 0 ]; then
        .venv/bin/python -m playwright install --with-deps chromium
    else
        echo "   no Chromium here: Playwright installs its own"
        .venv/bin/python -m playwright install chromium
    fi
    $find chromium
fi

if [ "$wanted" = both ] && ! $find firefox 2>/dev/null; then
    if debian_as_root; then apt_install firefox-esr fonts-dejavu-core; fi
    $find firefox
fi
