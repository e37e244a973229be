/*
** The values of a JSONL line.
**
** Everything is appended to a buffer, in valid UTF-8 and without a line
** break; the caller has checked that texts are valid.
*/
#ifndef FTEXT_FILE_LINE_H
#define FTEXT_FILE_LINE_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>

/* A finite number with the fewest digits that read back as the same one;
** always with a fraction or an exponent, so that it stays a real number. */
void ftext_line_real(ftext_buffer *out, double number);

/* JSON text that was found valid, without the white space between its
** parts. */
void ftext_line_json(ftext_buffer *out, ftext_text json);

/* A line of JSON with every character above U+007F as \uXXXX, those above
** U+FFFF as two surrogates; lower-case hexadecimal digits. */
void ftext_line_ascii(ftext_buffer *out, ftext_text line);

/* Whether the first character that is no white space begins an array or an
** object. */
bool ftext_line_is_container(ftext_text text);

#endif
