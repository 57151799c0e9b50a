/* Who said how much: one line a speaker (RFC 4180). */
#include "csv.h"
#include "formats.h"
#include "speakers.h"

#include <stdlib.h>

static void put_speaker(const cli_speaker *speaker, uint32_t all, const char *id, FILE *out)
{
    if (id) {
        csv_put_word(out, id);
        fputc(',', out);
    }
    csv_put_line(out, speaker->name);
    fputc(',', out);
    csv_put_line(out, speaker->role);
    fprintf(out, ",%u,", (unsigned)speaker->words);
    csv_put_fraction(out, cli_share(speaker->words, all), 3);
    fputs("\r\n", out);
}

void cli_write_speakers_heading(bool with_id, FILE *out)
{
    if (with_id) fputs("id,", out);
    fputs("speaker,role,words,share\r\n", out);
}

bool cli_write_speakers(const bp_result *result, const char *text, const char *id, FILE *out)
{
    cli_speaker_list list;
    if (!cli_speakers_of(result, text, &list)) return false;
    for (size_t i = 0; i < list.count; i++) put_speaker(&list.items[i], list.words, id, out);
    free(list.items);
    return true;
}
