#!/bin/sh
# Takes over what a generator wrote, leaving alone what did not change, so that
# make rebuilds only what differs:  scripts/keep.sh NEW_DIRECTORY OLD_DIRECTORY
# Files that are no longer written vanish. NEW_DIRECTORY is used up.
set -eu
mkdir -p "$2"
for old in "$2"/*; do
    [ ! -f "$old" ] || [ -e "$1/${old##*/}" ] || rm -f "$old"
done
for new in "$1"/*; do
    cmp -s "$new" "$2/${new##*/}" || mv -f "$new" "$2/"
done
rm -rf "$1"
