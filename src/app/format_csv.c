/* A table for a spreadsheet, one line a mark (RFC 4180); that of a quotation also
 * says how much of what stands in quotation marks it is. */
#include "csv.h"
#include "formats.h"
#include "speakers.h"

#include <stdlib.h>

/* What every row needs. */
typedef struct table {
    const bp_result *result;
    const char *text;
    bp_offset_unit unit;
    uint32_t words; /* in quotation marks, all together */
    FILE *out;
} table;

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

/* The score as the JSON has it: two decimals, no final zeros. */
static void put_why(FILE *out, float score, const char *why)
{
    csv_put_fraction(out, (unsigned)((double)score * 100 + 0.5), 2);
    fputc(',', out);
    csv_put_word(out, why);
}

static uint32_t place(bp_offset offset, bp_offset_unit unit)
{
    return unit == BP_UTF8 ? offset.byte : unit == BP_CODE_POINT ? offset.point : offset.unit;
}

static void put_entity(FILE *out, uint32_t entity)
{
    if (entity != BP_NONE) fprintf(out, "e%u", (unsigned)entity + 1);
}

static bp_view words_at(const table *t, bp_span span)
{
    return (bp_view){ t->text + span.start.byte, span.end.byte - span.start.byte };
}

static void put_mention(const table *t, const bp_mention *mention)
{
    csv_put_view(t->out, bp_entity_at(t->result, mention->entity)->name);
    fputs(",,", t->out);
    put_entity(t->out, mention->entity);
    fputs(",,,,,,", t->out);
    put_why(t->out, mention->score, mention->why);
}

static void put_date(const table *t, const bp_date *date)
{
    fputc(',', t->out);
    csv_put_word(t->out, date->value);
    fputs(",,,,,,,", t->out);
    put_why(t->out, date->score, date->why);
}

static void put_speaker(const table *t, const bp_quote *quote)
{
    if (!quote->has_speaker) {
        fputs(",,", t->out);
        return;
    }
    put_entity(t->out, quote->speaker_entity);
    fputc(',', t->out);
    csv_put_line(t->out, quote->speaker_name);
    fputc(',', t->out);
    if (quote->speaker_entity != BP_NONE) csv_put_line(t->out, bp_entity_at(t->result, quote->speaker_entity)->role);
}

static void put_quote(const table *t, const bp_quote *quote)
{
    const uint32_t words = cli_quoted_words(quote, t->text);
    fputs(",,", t->out);
    put_speaker(t, quote);
    fprintf(t->out, ",%u,", (unsigned)words);
    csv_put_fraction(t->out, cli_share(words, t->words), 3);
    fputc(',', t->out);
    if (quote->has_cue) csv_put_view(t->out, words_at(t, quote->cue));
    fputc(',', t->out);
    put_why(t->out, quote->score, quote->why);
}

static void put_row(const table *t, const row *r)
{
    static const char *const kinds[] = { "mention", "date", "quote" };
    const bp_result *result = t->result;
    const char *type = r->kind == ROW_MENTION ? bp_entity_type_name(bp_mention_at(result, r->index)->type)
                       : r->kind == ROW_DATE  ? bp_date_type_name(bp_date_at(result, r->index)->type)
                                              : bp_quote_type_name(bp_quote_at(result, r->index)->type);
    fprintf(t->out, "%s,%s,%u,%u,", kinds[r->kind], type, (unsigned)place(r->span.start, t->unit),
            (unsigned)place(r->span.end, t->unit));
    csv_put_view(t->out, words_at(t, r->span));
    fputc(',', t->out);
    if (r->kind == ROW_MENTION)
        put_mention(t, bp_mention_at(result, r->index));
    else if (r->kind == ROW_DATE)
        put_date(t, bp_date_at(result, r->index));
    else
        put_quote(t, bp_quote_at(result, r->index));
    fputs("\r\n", t->out);
}

void cli_write_csv_heading(bool with_id, FILE *out)
{
    if (with_id) fputs("id,", out);
    fputs("kind,type,start,end,text,name,value,entity,speaker,role,words,share,cue,score,why\r\n", out);
}

bool cli_write_csv(const bp_result *result, const char *text, bp_offset_unit unit, const char *id, FILE *out)
{
    const size_t mentions = bp_mention_count(result), dates = bp_date_count(result), quotes = bp_quote_count(result);
    size_t count = 0;
    table t = { .result = result, .text = text, .unit = unit, .out = out };
    row *rows = malloc((mentions + dates + quotes + 1) * sizeof *rows);
    if (!rows) return false;
    for (size_t i = 0; i < mentions; i++) rows[count++] = (row){ bp_mention_at(result, i)->span, ROW_MENTION, i };
    for (size_t i = 0; i < dates; i++) rows[count++] = (row){ bp_date_at(result, i)->span, ROW_DATE, i };
    for (size_t i = 0; i < quotes; i++) {
        rows[count++] = (row){ bp_quote_at(result, i)->span, ROW_QUOTE, i };
        t.words += cli_quoted_words(bp_quote_at(result, i), text);
    }
    qsort(rows, count, sizeof *rows, by_place);
    for (size_t i = 0; i < count; i++) {
        if (id) {
            csv_put_word(out, id);
            fputc(',', out);
        }
        put_row(&t, &rows[i]);
    }
    free(rows);
    return true;
}
