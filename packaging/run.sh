#!/bin/sh
# `make run`: the window with a sample photo, or, where there is no display, the same job without a window.
set -eu

bin="${VENV:-.venv}/bin"
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here: doing the same job without a window (nti-desktop demo)."
    exec "$bin/nti-desktop" demo "$@"
fi
if [ $# -eq 0 ]; then
    set -- "$("$bin/python" -c 'from nti_desktop.document.samples import samples; print(samples()[0].path)')"
fi
exec "$bin/nti-desktop" "$@"
