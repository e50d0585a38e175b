#!/bin/sh
# Installs what some tests need of the system and is missing: Chromium, PostgreSQL. Only on Debian and as root;
# elsewhere it says so in one line, and pytest says which tests it leaves out.
set -eu

missing=
command -v chromium >/dev/null || missing="$missing chromium"
command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -n "$missing" ] || exit 0

say() { echo "Tests that need$missing cannot run: $1" >&2; }

. /etc/os-release 2>/dev/null || ID=unknown
if [ "${ID:-}" != debian ] || [ "$(id -u)" != 0 ]; then
    say "installing it takes Debian and root"
    exit 0
fi
echo "Installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086  # one word a package
{ apt-get -qq update && apt-get -qq install --no-install-recommends $missing; } >/dev/null 2>&1 </dev/null ||
    say "apt-get could not install it"
