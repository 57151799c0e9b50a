#!/bin/sh
# PCRE2 and cJSON from source:  scripts/deps.sh DOWNLOADS DESTINATION
#
# Each file is taken from DOWNLOADS if it lies there, else from Debian's source
# packages, and must have the SHA-256 below. DESTINATION gets pcre2/ and cjson/,
# patched and configured, ready to compile for native and wasm alike.
set -eu

downloads=$1
destination=$2

pcre2=pcre2_10.42.orig.tar.gz
pcre2_sha256=c33b418e3b936ee3153de2c61cc638e7e4fe3156022a5c77d0711bcbb9d64f1f
cjson=cjson_1.7.15.orig.tar.gz
cjson_sha256=5308fd4bd90cef7aa060558514de6a1a4a0819974a26e6ed13973c5f624c24b2
# Debian's revision of cJSON with its security patches.
cjson_revision=1.7.15-1+deb12u4
cjson_patches=cjson_$cjson_revision.debian.tar.xz
cjson_patches_sha256=afd19a970966cf534ff1e9ec077d710a5e7e78eb4ec9b499c8bdc32e55da12cb

die() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The machine's own package sources as source packages, in a folder of our own:
# nothing of the machine is changed and no root is needed.
prepare_apt() {
    mkdir -p "$apt/parts" "$apt/lists/partial" "$apt/cache/archives/partial"
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$list" ] || continue
        sed -n 's/^[[:space:]]*deb\(-src\)\{0,1\}[[:space:]]/deb-src /p' "$list"
    done | sort -u >"$apt/sources.list"
    for list in /etc/apt/sources.list.d/*.sources; do
        [ -f "$list" ] || continue
        sed 's/^Types:.*/Types: deb-src/' "$list" >"$apt/parts/${list##*/}"
    done
    # A source that is down, or has no source packages, need not be ours: what counts is what can be fetched.
    apt_run apt-get update || :
}

apt_run() {
    apt_command=$1
    shift
    "$apt_command" -q -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts="$apt/parts" \
        -o Dir::State::lists="$apt/lists" -o Dir::Cache="$apt/cache" -o APT::Sandbox::User= \
        "$@" >>"$apt/log" 2>&1
}

# Debian's versions of a source package that start so, newest first.
apt_versions() {
    : >"$apt/log"
    apt_run apt-cache showsrc --only-source "$1" || :
    sed -n 's/^Version: //p' "$apt/log" | grep "^$2" | sort -ruV
}

# fetch FILE PACKAGE VERSION PART: the first revision that has the file will do, since the hash decides.
fetch() {
    [ -d "$apt/parts" ] || prepare_apt
    for version in $(apt_versions "$2" "$3"); do
        (cd "$apt" && apt_run apt-get source --download-only "$4" "$2=$version") || :
        if [ -f "$apt/$1" ]; then
            mv "$apt/$1" "$downloads/$1"
            return
        fi
    done
}

# need FILE SHA256 PACKAGE VERSION PART: the file, fetched if it is not there, and checked.
need() {
    if [ ! -f "$downloads/$1" ] && command -v apt-get >/dev/null; then
        printf '  %-7s %s\n' FETCH "$1"
        fetch "$1" "$3" "$4" "$5"
    fi
    if [ ! -f "$downloads/$1" ]; then
        now=
        if [ -d "$apt/parts" ]; then now=$(apt_versions "$3" '' | tr '\n' ' '); fi
        die "Cannot get $1 from this machine's package sources (of $3 they have: ${now:-nothing})." \
            "Please put these files into $downloads, from Debian 12's source packages pcre2 and cjson:" \
            "    $pcre2    (the same as the upstream release pcre2-10.42.tar.gz)" \
            "    $cjson" "    $cjson_patches"
    fi
    sum=$(sha256sum "$downloads/$1")
    sum=${sum%% *}
    sum=${sum#\\}
    [ "$sum" = "$2" ] || die "$downloads/$1 is not the file that this build was made for." \
        "    its SHA-256:  $sum" "    expected:     $2" \
        "Remove it to have it fetched again. If it is a newer release on purpose, read it, then set its hash in scripts/deps.sh."
}

# What ./configure would find on any system with C11, in 8 bit, with Unicode, without JIT.
configure_pcre2() {
    for macro in HAVE_INTTYPES_H HAVE_LIMITS_H HAVE_MEMMOVE HAVE_STDINT_H HAVE_STDIO_H HAVE_STDLIB_H HAVE_STRERROR \
            HAVE_STRING_H PCRE2_STATIC STDC_HEADERS SUPPORT_PCRE2_8 SUPPORT_UNICODE; do
        printf 's,^/\\* #undef %s \\*/$,#define %s 1,\n' "$macro" "$macro"
    done >"$work/config.sed"
    sed -f "$work/config.sed" "$1/config.h.generic" >"$1/config.h"
    [ "$(grep -c '^#define [A-Z0-9_]* 1$' "$1/config.h")" -ge 12 ] || die "PCRE2's config.h.generic is not as expected."
    mv "$1/pcre2.h.generic" "$1/pcre2.h"
    mv "$1/pcre2_chartables.c.dist" "$1/pcre2_chartables.c"
}

mkdir -p "$downloads" "$destination"
downloads=$(cd "$downloads" && pwd)
# Private to this run, so that two builds at once do not meet.
work=$(mktemp -d "$downloads/.work.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
apt=$work/apt

need "$pcre2" "$pcre2_sha256" pcre2 10.42-1 --tar-only
need "$cjson" "$cjson_sha256" cjson 1.7.15-1 --tar-only
need "$cjson_patches" "$cjson_patches_sha256" cjson "$cjson_revision" --diff-only

# -m: the time of unpacking, or make would take a new header for an old one.
tar -C "$work" -xzmf "$downloads/$pcre2" pcre2-10.42/src pcre2-10.42/LICENCE
tar -C "$work" -xzmf "$downloads/$cjson" cJSON-1.7.15/cJSON.c cJSON-1.7.15/cJSON.h cJSON-1.7.15/LICENSE
tar -C "$work" -xJmf "$downloads/$cjson_patches" debian/patches

# The patches touch cJSON's tests and extras too; what is not unpacked is passed over.
while read -r name; do
    case $name in '' | '#'*) continue ;; esac
    awk '/^--- /{ours = $2 ~ /\/cJSON\.[ch]$/} /^(diff|Index) ?/{ours = 0} ours' "$work/debian/patches/$name" >"$work/patch"
    [ -s "$work/patch" ] || continue
    patch -s -p1 -d "$work/cJSON-1.7.15" <"$work/patch" || die "Debian's patch $name does not apply to cJSON."
done <"$work/debian/patches/series"

configure_pcre2 "$work/pcre2-10.42/src"
mv "$work/pcre2-10.42/LICENCE" "$work/pcre2-10.42/src/LICENCE"
rm -rf "$destination/pcre2" "$destination/cjson"
mv "$work/pcre2-10.42/src" "$destination/pcre2"
mv "$work/cJSON-1.7.15" "$destination/cjson"
