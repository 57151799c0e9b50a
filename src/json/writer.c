/* cJSON shapes the objects; this file turns them into bytes. One object at a
 * time exists as a tree, so a result of any length needs little memory. Strings
 * are escaped here because cJSON's end at a NUL, which a text may hold. */
#include "writer.h"

#include <stdio.h>
#include <string.h>

enum { PRINT_MARGIN = 64 }; /* cJSON_PrintPreallocated asks for more room than it uses */

static bool ensure(bp_writer *writer, char **bytes, size_t *room, size_t wanted)
{
    if (writer->failed) return false;
    if (wanted <= *room) return true;
    size_t size = *room ? *room : 1024;
    while (size < wanted) size *= 2;
    char *moved = writer->allocator->resize(writer->allocator->context, *bytes, size);
    if (!moved) return writer->failed = true, false;
    *bytes = moved;
    *room = size;
    return true;
}

void bp_write_text(bp_writer *writer, const char *text)
{
    const size_t length = strlen(text);
    if (!ensure(writer, &writer->bytes, &writer->room, writer->length + length + 1)) return;
    memcpy(writer->bytes + writer->length, text, length + 1);
    writer->length += length;
}

void bp_write_item(bp_writer *writer, cJSON *item)
{
    if (!item) writer->failed = true;
    size_t wanted = 512;
    while (ensure(writer, &writer->bytes, &writer->room, writer->length + wanted)) {
        const size_t free_bytes = writer->room - writer->length;
        const int size = free_bytes > INT32_MAX ? INT32_MAX : (int)free_bytes;
        if (cJSON_PrintPreallocated(item, writer->bytes + writer->length, size, false)) {
            writer->length += strlen(writer->bytes + writer->length);
            break;
        }
        wanted = free_bytes * 2 + PRINT_MARGIN;
    }
    cJSON_Delete(item);
}

/* cJSON does not take over what it cannot add. */
static void check_added(bp_writer *writer, bool added, cJSON *item)
{
    if (added) return;
    writer->failed = true;
    cJSON_Delete(item);
}

void bp_add_item(bp_writer *writer, cJSON *array, cJSON *item)
{
    check_added(writer, cJSON_AddItemToArray(array, item), item);
}

void bp_add_member(bp_writer *writer, cJSON *object, const char *key, cJSON *item)
{
    check_added(writer, cJSON_AddItemToObject(object, key, item), item);
}

void bp_add_raw(bp_writer *writer, cJSON *object, const char *key, const char *json)
{
    if (!cJSON_AddRawToObject(object, key, json)) writer->failed = true;
}

/* Two-character escape of a control or quoting byte, 0 if it has none. */
static char short_escape(unsigned char c)
{
    switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
    }
}

static size_t escape(const char *at, size_t length, char *out)
{
    size_t written = 0;
    out[written++] = '"';
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)at[i];
        const char letter = short_escape(c);
        if (letter) {
            out[written++] = '\\';
            out[written++] = letter;
        } else if (c < 0x20) {
            written += (size_t)snprintf(out + written, 7, "\\u%04x", c);
        } else {
            out[written++] = (char)c;
        }
    }
    out[written++] = '"';
    out[written] = 0;
    return written;
}

void bp_add_string(bp_writer *writer, cJSON *object, const char *key, bp_view value)
{
    if (!ensure(writer, &writer->scratch, &writer->scratch_room, value.length * 6 + 8)) return;
    escape(value.at, value.length, writer->scratch);
    bp_add_raw(writer, object, key, writer->scratch);
}

void bp_add_word(bp_writer *writer, cJSON *object, const char *key, const char *value)
{
    bp_add_string(writer, object, key, (bp_view){ value, strlen(value) });
}

void bp_add_count(bp_writer *writer, cJSON *object, const char *key, uint32_t value)
{
    char text[16];
    snprintf(text, sizeof text, "%u", (unsigned)value);
    bp_add_raw(writer, object, key, text);
}

void bp_add_decimal(bp_writer *writer, cJSON *object, const char *key, double value, int decimals)
{
    char text[40];
    long scale = 1;
    for (int i = 0; i < decimals; i++) scale *= 10;
    const long scaled = (long)(value * (double)scale + (value < 0 ? -0.5 : 0.5));
    const long size = scaled < 0 ? -scaled : scaled;
    int length = snprintf(text, sizeof text, "%s%ld", scaled < 0 ? "-" : "", size / scale);
    if (size % scale) {
        length += snprintf(text + length, sizeof text - (size_t)length, ".%0*ld", decimals, size % scale);
        while (text[length - 1] == '0') text[--length] = 0;
    }
    bp_add_raw(writer, object, key, text);
}

void bp_writer_done(bp_writer *writer)
{
    if (writer->scratch) writer->allocator->resize(writer->allocator->context, writer->scratch, 0);
    writer->scratch = NULL;
}
