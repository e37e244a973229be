/*
** A tokenizer that is slow and obvious: patterns matched by backtracking,
** merging by trying all pairs, ranks looked up in the rank files as
** published.  What the real one says is compared with it.
**
** It shares nothing with family token but the character classes, which a
** test of their own holds against Unicode's data.
*/
#ifndef FTEXT_TESTS_REFERENCE_H
#define FTEXT_TESTS_REFERENCE_H

#include <stddef.h>
#include <stdint.h>

enum { REFERENCE_MOST = 4096 }; /* bytes of a text, repaired */

/* Writes the tokens of a valid UTF-8 text; returns how many. */
size_t reference_encode(const char *encoding, const uint8_t *text,
                        size_t length, uint32_t ids[REFERENCE_MOST]);

/* The bytes of an ordinary token; 0 for any other id. */
size_t reference_bytes(const char *encoding, uint32_t id,
                       const uint8_t **bytes);

/* Where the piece at `at` ends. */
size_t reference_piece(const char *encoding, const uint8_t *text, size_t length,
                       size_t at);

#endif
