#!/bin/sh
# Names the word classes: a bit for each file words/NAME.txt, in the order of the alphabet.
#   classes.sh WORDS_DIRECTORY > classes.h
set -eu
printf '/* Made by classes.sh from the names of the files in words/. */\n#ifndef BP_CLASSES_H\n#define BP_CLASSES_H\n\n'
bit=0
for file in "$1"/*.txt; do
    name=$(basename "$file" .txt | tr 'a-z-' 'A-Z_')
    printf '#define BP_WORDS_%s (UINT64_C(1) << %d)\n' "$name" "$bit"
    bit=$((bit + 1))
done
[ "$bit" -le 64 ] || { echo "classes.sh: more than 64 classes" >&2; exit 1; }
printf '\n#endif\n'
