/*
** Decoding: the bytes of the ids, as the rank files have them, put together
** and repaired.  A list with an id that is no ordinary token is an error, or
** has the name of a special token in it.
**
** Input: encoding, then ids of three bytes each.
*/
#define _GNU_SOURCE
#include "common/check.h"
#include "common/database.h"
#include "common/reference.h"

#include "base/utf8.h"
#include "token/encoding.h"

#include <string.h>

/* Ids around the largest one of any encoding too. */
enum { ENCODINGS = 7, LARGEST = 201100 };

/* The list as JSON; its bytes if all of it is ordinary. */
static bool read_ids(const char *encoding, const unsigned char *data,
                     size_t size, ftext_buffer *list, ftext_buffer *bytes) {
  const uint8_t *token = NULL;
  bool ordinary = true;
  size_t length;
  uint32_t id;

  ftext_buffer_append_byte(list, '[');
  for (; size >= 3; size -= 3, data += 3) {
    id = (uint32_t)(data[0] | data[1] << 8 | data[2] << 16) % LARGEST;
    if (list->length > 1) {
      ftext_buffer_append_byte(list, ',');
    }
    ftext_buffer_append_integer(list, id);
    length = reference_bytes(encoding, id, &token);
    if (length > 0) {
      ftext_buffer_append(bytes, token, length);
    } else {
      ordinary = false;
    }
  }
  ftext_buffer_append_byte(list, ']');
  return ordinary;
}

static void check_text(sqlite3_stmt *row, const ftext_buffer *bytes) {
  ftext_buffer wanted;

  ftext_buffer_init(&wanted, SIZE_MAX);
  ftext_utf8_repair(&wanted, bytes->bytes, bytes->length);
  fuzz_check_bytes(row, 0, wanted.bytes, wanted.length);
  ftext_buffer_free(&wanted);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  static sqlite3_stmt *row;
  const char *encoding;
  ftext_buffer list;
  ftext_buffer bytes;
  const void *text;
  bool ordinary;
  int rc;

  if (size < 1) {
    return 0;
  }
  fuzz_prepare(&row, "SELECT ftext_decode(?1, ?2)");
  encoding = ftext_encoding_name(ftext_encoding_at(data[0] % ENCODINGS));
  ftext_buffer_init(&list, SIZE_MAX);
  ftext_buffer_init(&bytes, SIZE_MAX);
  ordinary = read_ids(encoding, data + 1, size - 1, &list, &bytes);
  sqlite3_bind_text(row, 1, (const char *)list.bytes, (int)list.length,
                    SQLITE_STATIC);
  sqlite3_bind_text(row, 2, encoding, -1, SQLITE_STATIC);
  rc = sqlite3_step(row);
  if (ordinary) {
    CHECK(rc == SQLITE_ROW);
    check_text(row, &bytes);
  } else if (rc == SQLITE_ROW) {
    text = sqlite3_column_blob(row, 0);
    CHECK(memmem(text, (size_t)sqlite3_column_bytes(row, 0), "<|", 2) != NULL);
  } else {
    CHECK(rc == SQLITE_ERROR);
  }
  sqlite3_reset(row);
  sqlite3_clear_bindings(row);
  ftext_buffer_free(&list);
  ftext_buffer_free(&bytes);
  return 0;
}
