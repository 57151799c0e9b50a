#!/bin/sh
# Sees to the programs that a build needs:  scripts/tools.sh native|wasm|node|serve|test|fuzz|format|dist ...
#
# Nothing is done when all are there. Missing ones are installed by apt-get as
# root, or with sudo where that asks for no password; otherwise the command to
# run is printed and the build stops.
set -eu

packages=

# want PROGRAM PACKAGES: unless the program is there, the packages are needed.
want() {
    command -v "$1" >/dev/null 2>&1 || packages="$packages $2"
}

want_header() {
    [ -e "/usr/include/$1" ] || packages="$packages $2"
}

for need; do
    case $need in
        native)
            want "${CC:-cc}" 'gcc'
            want ar binutils
            want_header stdio.h libc6-dev
            want xz xz-utils
            want patch patch ;;
        wasm)
            (. ./emsdk-env.sh) >/dev/null 2>&1 || packages="$packages emscripten"
            want node nodejs ;;
        serve)
            want python3 python3 ;;
        node)
            want npm npm ;;
        test)
            want chromium chromium
            want zsh zsh ;;
        fuzz)
            want clang clang ;;
        format)
            want clang-format clang-format ;;
        dist)
            want git git
            want xz xz-utils ;;
        *)
            echo "scripts/tools.sh: unknown need: $need" >&2
            exit 2 ;;
    esac
done
[ -n "$packages" ] || exit 0

packages=$(printf '%s\n' $packages | sort -u | tr '\n' ' ')
packages=${packages% }
install="apt-get install -y --no-install-recommends $packages"
if ! command -v apt-get >/dev/null; then
    echo "This build needs what Debian packages as: $packages" >&2
    exit 1
elif [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    printf '%s\n' 'This build needs packages that are not installed. Please run, then try again:' \
        "    sudo sh -c 'apt-get update && $install'" >&2
    exit 1
fi

# run COMMAND: quietly, and as root; what it printed is shown only if it fails.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run() {
    $as_root env DEBIAN_FRONTEND=noninteractive "$@" >>"$log" 2>&1
}

printf '  %-7s %s\n' INSTALL "$packages"
run apt-get -o DPkg::Lock::Timeout=300 update || :
if ! run $install -o DPkg::Lock::Timeout=300; then
    cat "$log" >&2
    echo "Could not install: $packages" >&2
    exit 1
fi
