#include "token/count.h"

#include "base/processor.h"
#include "token/token.h"

ftext_status ftext_count(const ftext_encoding *encoding, ftext_memo *memo,
                         ftext_text text, uint64_t limit, uint64_t *count) {
  if (!ftext_memo_ready(memo)) {
    return ftext_token_count(encoding, text, limit, count);
  }
#ifdef __x86_64__
  if (ftext_processor_avx2()) {
    return ftext_count_avx2(encoding, memo, text, limit, count);
  }
#endif
  return ftext_count_plain(encoding, memo, text, limit, count);
}
