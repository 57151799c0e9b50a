/* Quotations: stretches in marks, their cues, their speakers.
 *
 *     narration    marks are paired; what they hold and names become one unit each
 *     attribution  the cue and the subject beside each stretch
 *     scare        what is no quotation goes
 *     pieces       stretches that are one quotation are joined
 *     people       who "she" is
 *     indirect     what is said without marks
 *     pronouns     whom "he" and "she" mean elsewhere
 *
 * Linear: each step looks at a bounded neighbourhood of each stretch. */
#include "quotes/quotes.h"

#include "quotes/indirect.h"
#include "quotes/people.h"
#include "quotes/pieces.h"
#include "quotes/pronouns.h"

bool bp_find_quotes(const bp_document *document, bp_findings *findings)
{
    bp_narration narration;
    return bp_narrate(document, findings, &narration) && bp_learn_genders(&narration, findings) &&
           bp_add_marked_quotes(&narration, findings) && bp_add_indirect_quotes(&narration, findings) &&
           bp_add_pronouns(&narration, findings);
}
