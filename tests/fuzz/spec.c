/*
** Split specs: what is read and written as cuts reads back as the same
** splits, cuts never fall, and every place belongs to one split.
*/
#include "common/check.h"

#include "split/spec.h"

#include <string.h>

static void check_places(const ftext_spec *spec) {
  uint32_t i;

  CHECK(spec->count >= 2 && spec->count <= FTEXT_MOST_SPLITS);
  CHECK(spec->cuts[spec->count - 1] == (uint64_t)1 << 52);
  for (i = 0; i < spec->count; i++) {
    uint64_t from = i == 0 ? 0 : spec->cuts[i - 1];

    CHECK(from <= spec->cuts[i]);
    if (from < spec->cuts[i]) {
      CHECK(ftext_spec_find(spec, from) == i);
      CHECK(ftext_spec_find(spec, spec->cuts[i] - 1) == i);
    }
  }
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  static ftext_spec spec;
  static ftext_spec again;
  char message[FTEXT_SPEC_MESSAGE] = "";
  ftext_buffer written;
  uint32_t i;

  if (ftext_spec_read(&spec, (ftext_text){data, size}, message) != FTEXT_OK) {
    CHECK(message[0] != '\0');
    CHECK(memchr(message, '\0', sizeof message) != NULL);
    return 0;
  }
  check_places(&spec);
  ftext_buffer_init(&written, SIZE_MAX);
  ftext_spec_write(&spec, &written);
  CHECK(written.status == FTEXT_OK);
  CHECK(ftext_spec_read(&again, (ftext_text){written.bytes, written.length},
                        message) == FTEXT_OK);
  CHECK(ftext_spec_same_names(&spec, &again));
  for (i = 0; i < spec.count; i++) {
    CHECK(spec.cuts[i] == again.cuts[i]);
  }
  ftext_buffer_free(&written);
  return 0;
}
