/* language.h - is the text English? */
#ifndef BP_LANGUAGE_H
#define BP_LANGUAGE_H

#include "text/document.h"

/* Has the text so few of the small words of English that it is in another language? Short texts are given the
 * benefit of the doubt. Linear. */
bool bp_is_foreign(const bp_document *document);

#endif
