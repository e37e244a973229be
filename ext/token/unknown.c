#include "token/unknown.h"

#include "token/encoding.h"
#include "token/model.h"

#include <stdio.h>

const char *ftext_unknown_encoding(char out[FTEXT_UNKNOWN_ENCODING_SIZE],
                                   ftext_text name) {
  ftext_nearest nearest = ftext_nearest_to(name);
  const ftext_encoding *encoding;
  const ftext_model *model;
  char quoted[FTEXT_NEAREST_SIZE];
  size_t i;

  for (i = 0; (encoding = ftext_encoding_at(i)) != NULL; i++) {
    ftext_nearest_try(&nearest, ftext_text_of(ftext_encoding_name(encoding)));
  }
  for (i = 0; (model = ftext_model_at(i)) != NULL; i++) {
    if (!model->prefix) {
      ftext_nearest_try(&nearest, ftext_text_of(model->name));
    }
  }
  snprintf(out, FTEXT_UNKNOWN_ENCODING_SIZE,
           "unknown encoding %s (known: gpt2, r50k_base, p50k_base, "
           "p50k_edit, cl100k_base, o200k_base, o200k_harmony, and the models "
           "in ftext_models)",
           ftext_nearest_quote(quoted, &nearest));
  return out;
}
