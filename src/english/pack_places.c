/* Where places are: lists/countries.txt whole; of lists/places.txt the capitals of
 * these countries and what is of a certain size. Of one name the first that is added stays: countries, then the cities
 * by population. */
#include "names/places.h"
#include "pack_set.h"
#include "pack_table.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 16, MOST_CAPITALS = 512, MOST_NAMESAKES = 4, LEAST_POPULATION = 100000 };

typedef struct place {
    uint32_t key;
    double population;
    bp_place_record record;
} place;

typedef struct capital {
    uint32_t key;
    char country[2];
} capital;

typedef struct builder {
    place *places;
    size_t count;
    capital capitals[MOST_CAPITALS];
    size_t capital_count;
    uint16_t country; /* number of the country that is read */
    place now;        /* of the row that is read */
    bp_arena arena;
} builder;

static void add_place(void *context, uint32_t key)
{
    builder *b = context;
    if (b->count == MOST) {
        fputs("pack: too many places\n", stderr);
        exit(1);
    }
    b->places[b->count] = b->now;
    b->places[b->count++].key = key;
}

static void add_capital(void *context, uint32_t key)
{
    builder *b = context;
    if (b->capital_count == MOST_CAPITALS) {
        fputs("pack: too many capitals\n", stderr);
        exit(1);
    }
    capital *c = &b->capitals[b->capital_count++];
    c->key = key;
    memcpy(c->country, b->now.record.country, sizeof c->country);
}

static bool is_capital(const builder *b, uint32_t key)
{
    for (size_t i = 0; i < b->capital_count; i++)
        if (b->capitals[i].key == key && memcmp(b->capitals[i].country, b->now.record.country, 2) == 0) return true;
    return false;
}

static void add_large_place(void *context, uint32_t key)
{
    const builder *b = context;
    if (b->now.population >= LEAST_POPULATION || is_capital(b, key)) add_place(context, key);
}

static int16_t hundredths(double degrees)
{
    return (int16_t)(degrees * 100 + (degrees < 0 ? -0.5 : 0.5));
}

static void add_country(void *context, const pack_row *row)
{
    builder *b = context;
    b->country++;
    if (row->lengths[0] < 2 || row->starts[0][0] == '-') return;
    b->now = (place){ .population = 1e12, .record = { .same = b->country } };
    memcpy(b->now.record.country, row->starts[0], 2);
    b->now.record.latitude = hundredths(pack_number(row, 8));
    b->now.record.longitude = hundredths(pack_number(row, 9));
    pack_each_phrase(&b->arena, row, 1, add_place, b);
    pack_each_phrase(&b->arena, row, 2, add_place, b);
    pack_each_phrase(&b->arena, row, 3, add_capital, b);
}

static void add_city(void *context, const pack_row *row)
{
    builder *b = context;
    b->now = (place){ .population = pack_number(row, 4) };
    if (row->lengths[1] != 2) return;
    memcpy(b->now.record.country, row->starts[1], 2);
    b->now.record.latitude = hundredths(pack_number(row, 2));
    b->now.record.longitude = hundredths(pack_number(row, 3));
    b->now.record.geonames = (uint32_t)pack_number(row, 5);
    pack_each_phrase(&b->arena, row, 0, add_large_place, b);
}

static int by_key_then_size(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return x->population > y->population ? -1 : x->population < y->population;
}

static void write_record(FILE *to, const place *p, bool more)
{
    const bp_place_record *r = &p->record;
    fprintf(to, "{ %u, %d, %d, { '%c', '%c' }, %u, %d },\n", (unsigned)r->geonames, r->latitude, r->longitude,
            r->country[0], r->country[1], (unsigned)r->same, more);
}

/* The places of one name, one after the other, in the order of the set's keys. */
static void write_records(FILE *to, const builder *b, const pack_key *keys, size_t count)
{
    unsigned written = 0;
    uint32_t *first = pack_take(count * sizeof *first);
    fputs("static const bp_place_record records[] = {\n", to);
    for (size_t i = 0; i < count; i++) {
        first[i] = written;
        for (size_t k = keys[i].value; k < b->count && b->places[k].key == keys[i].hash; k++) {
            const bool more = k + 1 < b->count && b->places[k + 1].key == keys[i].hash;
            const bool last = !more || k + 1 == keys[i].value + MOST_NAMESAKES;
            write_record(to, &b->places[k], !last);
            written++;
            if (last) break;
        }
    }
    fputs("};\nstatic const uint16_t first[] = {\n", to);
    for (size_t i = 0; i < count; i++) fprintf(to, "%u,%s", (unsigned)first[i], i % 16 == 15 ? "\n" : "");
    fputs(
        "};\nconst bp_place_record *const bp_place_records = records;\nconst uint16_t *const bp_place_first = first;\n",
        to);
    free(first);
}

void pack_places(const char *source, const char *out)
{
    builder b = { .places = pack_take(MOST * sizeof *b.places) };
    bp_arena_init(&b.arena, &bp_default_allocator);
    pack_each_row(source, "lists/countries.txt", add_country, &b);
    pack_each_row(source, "lists/places.txt", add_city, &b);
    qsort(b.places, b.count, sizeof *b.places, by_key_then_size);
    pack_key *keys = pack_take(b.count * sizeof *keys);
    size_t count = 0;
    for (size_t i = 0; i < b.count; i++)
        if (i == 0 || b.places[i].key != b.places[i - 1].key)
            keys[count++] = (pack_key){ b.places[i].key, (uint32_t)i, (uint32_t)i };
    FILE *to = pack_open(out, "places_data.c");
    fputs("#include \"names/places.h\"\n\n", to);
    count = pack_set(to, "place_names", keys, count, PACK_PRINT_12);
    write_records(to, &b, keys, count);
    pack_close(to);
    bp_arena_done(&b.arena);
    free(b.places);
    free(keys);
}
