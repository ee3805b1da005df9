#!/bin/sh
# Installs what Qt and Python's venv need from Debian's packages, when something is missing.
# NTI_SKIP_LIBRARIES=1 leaves the system alone.
set -eu

[ -z "${NTI_SKIP_LIBRARIES:-}" ] || exit 0
command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || exit 0

wanted="
    libegl1 libgl1 libglib2.0-0 libgssapi-krb5-2 libdbus-1-3 libfontconfig1 libfreetype6 fonts-dejavu-core
    libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1
    libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1
"

# A package counts as installed under its newer name as well (Debian 13 renamed some to …t64).
is_installed() {
    dpkg-query -W -f='${Status}\n' "$1" "$1t64" 2>/dev/null | grep -q '^install ok installed'
}

missing=""
for package in $wanted; do
    is_installed "$package" || missing="$missing $package"
done
python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
[ -n "$missing" ] || exit 0

install="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" -eq 0 ]; then
    root=""
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    root="sudo"
else
    echo "Libraries are missing; install them as root and run this again: $install" >&2
    exit 1
fi

echo "Installing libraries that the window needs:$missing"
$root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
$root env DEBIAN_FRONTEND=noninteractive $install -qq >/dev/null
