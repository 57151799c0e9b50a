/* The packer: its parts in their order. */
#include "pack.h"

int main(int count, char **arguments)
{
    if (count != 3) {
        fputs("usage: pack SOURCE OUT\n", stderr);
        return 2;
    }
    pack_words(arguments[1], arguments[2]);
    pack_phrases(arguments[1], arguments[2]);
    pack_folding(arguments[1], arguments[2]);
    pack_grammars(arguments[1], arguments[2]);
    pack_feasts(arguments[1], arguments[2]);
    pack_clusters(arguments[1], arguments[2]);
    pack_lists(arguments[1], arguments[2]);
    pack_places(arguments[1], arguments[2]);
    pack_divisions(arguments[1], arguments[2]);
    pack_weights(arguments[1], arguments[2]);
    return 0;
}
