/* JSON out of an input's bytes, for targets that take a document. */
#ifndef FTEXT_TESTS_DOCUMENT_H
#define FTEXT_TESTS_DOCUMENT_H

#include "base/buffer.h"

/* Appends a document.  Where the first byte is below 0x20 the others are a
** recipe, so that nearly every input is JSON, of members that mean something
** somewhere; else the bytes themselves are the text. */
void fuzz_document(ftext_buffer *out, const uint8_t *data, size_t size);

#endif
