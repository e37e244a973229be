/*
** Normalising: the result is valid UTF-8, and normalising it again changes
** nothing.  The first byte is the set of steps.
*/
#include "common/check.h"

#include "base/utf8.h"
#include "text/normalize.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  ftext_buffer once;
  ftext_buffer twice;
  unsigned steps;

  if (size < 1) {
    return 0;
  }
  steps = data[0] & FTEXT_STEPS_ALL;
  ftext_buffer_init(&once, SIZE_MAX);
  ftext_buffer_init(&twice, SIZE_MAX);
  CHECK(ftext_normalize(&once, (ftext_text){data + 1, size - 1}, steps) ==
        FTEXT_OK);
  if (once.length > 0) {
    CHECK(ftext_utf8_valid_length(once.bytes, once.length) == once.length);
    CHECK(ftext_normalize(&twice, (ftext_text){once.bytes, once.length},
                          steps) == FTEXT_OK);
    CHECK(once.length == twice.length);
    CHECK(memcmp(once.bytes, twice.bytes, once.length) == 0);
  }
  ftext_buffer_free(&once);
  ftext_buffer_free(&twice);
  return 0;
}
