/* A table for a spreadsheet, one line a mark (RFC 4180). */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

typedef enum row_kind { ROW_MENTION, ROW_DATE, ROW_QUOTE } row_kind;

typedef struct row {
    bp_span span;
    row_kind kind;
    size_t index;
} row;

static int by_place(const void *a, const void *b)
{
    const row *x = a, *y = b;
    if (x->span.start.byte != y->span.start.byte) return x->span.start.byte < y->span.start.byte ? -1 : 1;
    if (x->span.end.byte != y->span.end.byte) return x->span.end.byte > y->span.end.byte ? -1 : 1;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

static void put_cell(FILE *out, bp_view value)
{
    bool quoted = false;
    for (size_t i = 0; i < value.length && !quoted; i++) quoted = value.at[i] && strchr("\",\r\n", value.at[i]);
    if (quoted) fputc('"', out);
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] == '"') fputc('"', out);
        fputc(value.at[i], out);
    }
    if (quoted) fputc('"', out);
}

static void put_word(FILE *out, const char *word)
{
    put_cell(out, (bp_view){ word, strlen(word) });
}

/* As the JSON has it: two decimals, no final zeros. */
static void put_score(FILE *out, float score)
{
    const int hundredths = (int)((double)score * 100 + 0.5);
    fprintf(out, "%d", hundredths / 100);
    if (hundredths % 100)
        fprintf(out, hundredths % 10 ? ".%02d" : ".%d", hundredths % 10 ? hundredths % 100 : hundredths % 100 / 10);
}

static uint32_t place(bp_offset offset, bp_offset_unit unit)
{
    return unit == BP_UTF8 ? offset.byte : unit == BP_CODE_POINT ? offset.point : offset.unit;
}

static void put_entity(FILE *out, uint32_t entity)
{
    if (entity != BP_NONE) fprintf(out, "e%u", (unsigned)entity + 1);
}

static void put_mention(const bp_result *result, const bp_mention *mention, FILE *out)
{
    put_cell(out, bp_entity_at(result, mention->entity)->name);
    fputs(",,", out);
    put_entity(out, mention->entity);
    fputs(",,,", out);
    put_score(out, mention->score);
    fputc(',', out);
    put_word(out, mention->why);
}

static void put_date(const bp_date *date, FILE *out)
{
    fputc(',', out);
    put_word(out, date->value);
    fputs(",,,,", out);
    put_score(out, date->score);
    fputc(',', out);
    put_word(out, date->why);
}

static void put_quote(const bp_quote *quote, const char *text, FILE *out)
{
    fputs(",,", out);
    if (quote->has_speaker) {
        put_entity(out, quote->speaker_entity);
        fputc(',', out);
        put_cell(out, quote->speaker_name);
    } else {
        fputc(',', out);
    }
    fputc(',', out);
    if (quote->has_cue)
        put_cell(out, (bp_view){ text + quote->cue.start.byte, quote->cue.end.byte - quote->cue.start.byte });
    fputc(',', out);
    put_score(out, quote->score);
    fputc(',', out);
    put_word(out, quote->why);
}

static void put_row(const bp_result *result, const row *r, const char *text, bp_offset_unit unit, FILE *out)
{
    static const char *const kinds[] = { "mention", "date", "quote" };
    const char *type = r->kind == ROW_MENTION ? bp_entity_type_name(bp_mention_at(result, r->index)->type)
                       : r->kind == ROW_DATE  ? bp_date_type_name(bp_date_at(result, r->index)->type)
                                              : bp_quote_type_name(bp_quote_at(result, r->index)->type);
    fprintf(out, "%s,%s,%u,%u,", kinds[r->kind], type, (unsigned)place(r->span.start, unit),
            (unsigned)place(r->span.end, unit));
    put_cell(out, (bp_view){ text + r->span.start.byte, r->span.end.byte - r->span.start.byte });
    fputc(',', out);
    if (r->kind == ROW_MENTION)
        put_mention(result, bp_mention_at(result, r->index), out);
    else if (r->kind == ROW_DATE)
        put_date(bp_date_at(result, r->index), out);
    else
        put_quote(bp_quote_at(result, r->index), text, out);
    fputs("\r\n", out);
}

void cli_write_csv_heading(bool with_id, FILE *out)
{
    if (with_id) fputs("id,", out);
    fputs("kind,type,start,end,text,name,value,entity,speaker,cue,score,why\r\n", out);
}

bool cli_write_csv(const bp_result *result, const char *text, bp_offset_unit unit, const char *id, FILE *out)
{
    const size_t mentions = bp_mention_count(result), dates = bp_date_count(result), quotes = bp_quote_count(result);
    size_t count = 0;
    row *rows = malloc((mentions + dates + quotes + 1) * sizeof *rows);
    if (!rows) return false;
    for (size_t i = 0; i < mentions; i++) rows[count++] = (row){ bp_mention_at(result, i)->span, ROW_MENTION, i };
    for (size_t i = 0; i < dates; i++) rows[count++] = (row){ bp_date_at(result, i)->span, ROW_DATE, i };
    for (size_t i = 0; i < quotes; i++) rows[count++] = (row){ bp_quote_at(result, i)->span, ROW_QUOTE, i };
    qsort(rows, count, sizeof *rows, by_place);
    for (size_t i = 0; i < count; i++) {
        if (id) {
            put_word(out, id);
            fputc(',', out);
        }
        put_row(result, &rows[i], text, unit, out);
    }
    free(rows);
    return true;
}
