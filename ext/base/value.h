/*
** SQL values in, results and errors out.
**
** The one place that knows how SQLite hands over text: INTEGER and REAL
** as SQLite's text of them, a BLOB as UTF-8 text, embedded NULs kept.
*/
#ifndef FTEXT_BASE_VALUE_H
#define FTEXT_BASE_VALUE_H

#include "base/buffer.h"
#include "base/sqlite.h"
#include "base/text.h"

/* The text of a value that is not NULL.  FTEXT_OK or FTEXT_NO_MEMORY; the
** bytes belong to the value. */
ftext_status ftext_value_text(sqlite3_value *value, ftext_text *text);

/* The value as a whole number: an INTEGER, or a REAL or text that is one.
** False for anything else. */
bool ftext_value_integer(sqlite3_value *value, sqlite3_int64 *number);

/* What a key or a label is compared by.  Not to be copied: the text of a
** number stands in the struct itself. */
typedef struct ftext_key {
  ftext_text text;
  char digits[24];
} ftext_key;

/* The text of a key that is not NULL, the same in every SQL engine: an
** INTEGER's digits, a REAL without fraction as the INTEGER, TEXT and BLOB
** as they are.  False when the running function has been failed: any other
** REAL (named by its role, "key"), no memory. */
bool ftext_value_key(sqlite3_context *context, sqlite3_value *value,
                     const char *role, ftext_key *key);

/* SQLite's limit for a value on this connection. */
size_t ftext_length_limit(sqlite3 *db);

/* Fails the running function: "name: " and the message. */
void ftext_error(sqlite3_context *context, const char *format, ...);

/* Fails the running function for a status other than FTEXT_INVALID. */
void ftext_error_status(sqlite3_context *context, ftext_status status);

/* SQLite's result code for a status. */
int ftext_status_code(ftext_status status);

/* Makes the buffer's bytes the result, as text or, where the status is not
** FTEXT_OK, fails with it.  The buffer is empty afterwards.  Works in a
** table's column callback too; ftext_error does not. */
void ftext_result_buffer(sqlite3_context *context, ftext_buffer *buffer);

/* The same for JSON text: adds the subtype, so that it nests. */
void ftext_result_json(sqlite3_context *context, ftext_buffer *buffer);

#endif
