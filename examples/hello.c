/* Who is in this article?
 *
 *     make && cc -Iinclude examples/hello.c build/libbluepencil.a -lm -o hello && ./hello */
#include <bluepencil.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    const char *text = "Ama Nkrumah arrived in Turin on Friday. \"We did not,\" she said, \"and will not.\"";
    const bp_request request = { .date = "2019-05-31" };
    bp_engine *engine = NULL;
    bp_result *result = NULL;
    bp_error error;

    if (bp_engine_new(NULL, &engine, &error) != BP_OK ||
        bp_annotate(engine, text, strlen(text), &request, &result, &error) != BP_OK) {
        fprintf(stderr, "%s: %s\n", bp_status_name(error.code), error.message);
        return 1;
    }
    for (size_t i = 0; i < bp_entity_count(result); i++) {
        const bp_entity *entity = bp_entity_at(result, i);
        printf("%s: %.*s\n", bp_entity_type_name(entity->type), (int)entity->name.length, entity->name.at);
    }
    for (size_t i = 0; i < bp_date_count(result); i++) printf("date: %s\n", bp_date_at(result, i)->value);
    for (size_t i = 0; i < bp_quote_count(result); i++) {
        const bp_view speaker = bp_quote_at(result, i)->speaker_name;
        printf("said by: %.*s\n", (int)speaker.length, speaker.at);
    }
    bp_result_free(result);
    bp_engine_free(engine);
    return 0;
}
