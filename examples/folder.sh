#!/bin/sh
# Who is named in a folder of articles, and in how many of them:
#
#     sh examples/folder.sh FOLDER
#
# Each FOLDER/*.txt is one article. BLUEPENCIL names the command, if it is not installed.
set -eu
folder=${1:?which folder of .txt files?}
bluepencil=${BLUEPENCIL:-bluepencil}

for article in "$folder"/*.txt; do
    "$bluepencil" --types person --format csv "$article" | tail -n +2 | cut -d, -f6 | sort -u
done | sort | uniq -c | sort -rn
