#include "token/model.h"

#include <string.h>

/* Context sizes: OpenAI's model pages as of 2025; gpt-oss: its model card;
** GPT-2: its paper. */
static const ftext_model models[] = {
    {"o1", "o200k_base", 200000, false},
    {"o3", "o200k_base", 200000, false},
    {"o4-mini", "o200k_base", 200000, false},
    {"gpt-5", "o200k_base", 400000, false},
    {"gpt-4.1", "o200k_base", 1047576, false},
    {"gpt-4o", "o200k_base", 128000, false},
    {"gpt-4", "cl100k_base", 8192, false},
    {"gpt-3.5-turbo", "cl100k_base", 16385, false},
    {"gpt-3.5", "cl100k_base", 16385, false},
    {"gpt-35-turbo", "cl100k_base", 16385, false},
    {"davinci-002", "cl100k_base", 16384, false},
    {"babbage-002", "cl100k_base", 16384, false},
    {"text-embedding-ada-002", "cl100k_base", 8192, false},
    {"text-embedding-3-small", "cl100k_base", 8192, false},
    {"text-embedding-3-large", "cl100k_base", 8192, false},
    {"text-davinci-003", "p50k_base", 4097, false},
    {"text-davinci-002", "p50k_base", 4097, false},
    {"code-davinci-002", "p50k_base", 8001, false},
    {"code-davinci-001", "p50k_base", 8001, false},
    {"code-cushman-002", "p50k_base", 2048, false},
    {"code-cushman-001", "p50k_base", 2048, false},
    {"davinci-codex", "p50k_base", 4096, false},
    {"cushman-codex", "p50k_base", 2048, false},
    {"text-davinci-edit-001", "p50k_edit", 0, false},
    {"code-davinci-edit-001", "p50k_edit", 0, false},
    {"text-davinci-001", "r50k_base", 2049, false},
    {"text-curie-001", "r50k_base", 2049, false},
    {"text-babbage-001", "r50k_base", 2049, false},
    {"text-ada-001", "r50k_base", 2049, false},
    {"davinci", "r50k_base", 2049, false},
    {"curie", "r50k_base", 2049, false},
    {"babbage", "r50k_base", 2049, false},
    {"ada", "r50k_base", 2049, false},
    {"text-similarity-davinci-001", "r50k_base", 2046, false},
    {"text-similarity-curie-001", "r50k_base", 2046, false},
    {"text-similarity-babbage-001", "r50k_base", 2046, false},
    {"text-similarity-ada-001", "r50k_base", 2046, false},
    {"text-search-davinci-doc-001", "r50k_base", 2046, false},
    {"text-search-curie-doc-001", "r50k_base", 2046, false},
    {"text-search-babbage-doc-001", "r50k_base", 2046, false},
    {"text-search-ada-doc-001", "r50k_base", 2046, false},
    {"code-search-babbage-code-001", "r50k_base", 2046, false},
    {"code-search-ada-code-001", "r50k_base", 2046, false},
    {"gpt2", "gpt2", 1024, false},
    {"gpt-2", "gpt2", 1024, false},
    {"o1-", "o200k_base", 0, true},
    {"o3-", "o200k_base", 200000, true},
    {"o4-mini-", "o200k_base", 200000, true},
    {"gpt-5", "o200k_base", 400000, true},
    {"gpt-4.5-", "o200k_base", 128000, true},
    {"gpt-4.1-", "o200k_base", 1047576, true},
    {"chatgpt-4o-", "o200k_base", 128000, true},
    {"gpt-4o-", "o200k_base", 128000, true},
    {"gpt-4-", "cl100k_base", 0, true},
    {"gpt-3.5-turbo-", "cl100k_base", 0, true},
    {"gpt-35-turbo-", "cl100k_base", 0, true},
    {"gpt-oss-", "o200k_harmony", 131072, true},
};

const ftext_model *ftext_model_at(size_t position) {
  return position < sizeof models / sizeof models[0] ? &models[position] : NULL;
}

/* Longer than any known name with whatever dates people add to it. */
enum { LONGEST_NAME = 96 };

static uint8_t lower(uint8_t byte) {
  return byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
}

/* The base model's name in lower case; its length, 0 for no name. */
static size_t base_name(ftext_text name, uint8_t out[LONGEST_NAME]) {
  static const char tuned[] = "ft:";
  size_t length = 0;
  size_t i = 0;

  if (name.length >= 3 && (name.bytes[0] | 0x20) == 'f' &&
      (name.bytes[1] | 0x20) == 't' && name.bytes[2] == ':') {
    i = sizeof tuned - 1;
  }
  for (; i < name.length && name.bytes[i] != ':'; i++) {
    if (length == LONGEST_NAME || name.bytes[i] == '\0') {
      return 0;
    }
    out[length++] = lower(name.bytes[i]);
  }
  return length;
}

/* How much of the name the row decides by: all of it, its prefix, or 0. */
static size_t fit(const ftext_model *model, const uint8_t *name,
                  size_t length) {
  size_t known = strlen(model->name);

  if (known > length || memcmp(model->name, name, known) != 0) {
    return 0;
  }
  if (known == length) {
    return model->prefix ? known : known + 1; /* exact beats prefix */
  }
  return model->prefix ? known : 0;
}

/* The row that decides for this name, or NULL. */
static const ftext_model *model_find(ftext_text name) {
  uint8_t base[LONGEST_NAME];
  size_t length = base_name(name, base);
  const ftext_model *best = NULL;
  size_t best_fit = 0;
  size_t this_fit;
  size_t i;

  for (i = 0; i < sizeof models / sizeof models[0]; i++) {
    this_fit = fit(&models[i], base, length);
    if (this_fit > best_fit) {
      best = &models[i];
      best_fit = this_fit;
    }
  }
  return best;
}

const char *ftext_model_encoding(ftext_text name) {
  const ftext_model *model = model_find(name);

  return model == NULL ? NULL : model->encoding;
}
