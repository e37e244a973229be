#include "token/count.h"

#include "base/processor.h"
#include "token/token.h"

static bool always(void) {
  return true;
}

static const ftext_count_variant variants[] = {
#ifdef __x86_64__
    {"avx512", ftext_processor_avx512, ftext_count_avx512},
    {"avx2", ftext_processor_avx2, ftext_count_avx2},
#endif
#ifdef __aarch64__
    {"neon", ftext_processor_neon, ftext_count_neon},
#endif
    {"plain", always, ftext_count_plain},
};

const ftext_count_variant *ftext_count_variant_at(size_t position) {
  return position < sizeof variants / sizeof variants[0] ? &variants[position]
                                                         : NULL;
}

ftext_status ftext_count(const ftext_encoding *encoding, ftext_memo *memo,
                         ftext_text text, uint64_t limit, uint64_t *count) {
  const ftext_count_variant *variant = variants;

  if (!ftext_memo_ready(memo, text.length)) {
    return ftext_token_count(encoding, text, limit, count);
  }
  while (!variant->runs()) {
    variant++;
  }
  return variant->loop(encoding, memo, text, limit, count);
}
