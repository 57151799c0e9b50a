#!/bin/sh
# Names the word classes, a bit for each file words/NAME.txt in the order of the alphabet, and the short lists, a bit for
# each NAME: of hints.txt in the order in which they stand.
#   classes.sh DIRECTORY > classes.h
set -eu

# PREFIX, and names on standard input: a constant for each.
constants() {
    tr 'a-z-' 'A-Z_' | awk -v prefix="$1" '
        { printf "#define %s%s (UINT64_C(1) << %d)\n", prefix, $0, NR - 1 }
        END { if (NR > 64) { print "classes.sh: more than 64 of " prefix > "/dev/stderr"; exit 1 } }'
}

printf '/* Made by classes.sh from the names of the files in words/, and from hints.txt. */\n'
printf '#ifndef BP_CLASSES_H\n#define BP_CLASSES_H\n\n'
for file in "$1"/words/*.txt; do basename "$file" .txt; done | constants BP_WORDS_
printf '\n'
sed -n 's/^\([a-z][a-z-]*\):.*/\1/p' "$1/hints.txt" | constants BP_HINT_
printf '\n#endif\n'
