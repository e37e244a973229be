#include "token/encoding.h"

#include "token/definition.h"
#include "token/model.h"

#include <string.h>

/* The patterns as tiktoken's openai_public.py spells them (0.8 and later),
** shown by ftext_encodings; ext/token/piece.c matches them by hand. */
#define PATTERN_R50K                                                           \
  "'(?:[sdmt]|ll|ve|re)| ?\\p{L}++| ?\\p{N}++| ?[^\\s\\p{L}\\p{N}]++|\\s++$"   \
  "|\\s+(?!\\S)|\\s"
#define PATTERN_CL100K                                                         \
  "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}++|\\p{N}{1,3}+"         \
  "| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s++$|\\s*[\\r\\n]|\\s+(?!\\S)|\\s"
#define PATTERN_O200K                                                          \
  "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*"                \
  "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"                \
  "|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+"               \
  "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"                \
  "|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)"     \
  "|\\s+"

/* Special tokens in the order in which they are looked for; two strings of
** one id: decoding gives the first. */
static const ftext_special endoftext_50256[] = {{"<|endoftext|>", 50256}};

static const ftext_special edit[] = {
    {"<|endoftext|>", 50256},
    {"<|fim_prefix|>", 50281},
    {"<|fim_middle|>", 50282},
    {"<|fim_suffix|>", 50283},
};

static const ftext_special cl100k[] = {
    {"<|endoftext|>", 100257},   {"<|fim_prefix|>", 100258},
    {"<|fim_middle|>", 100259},  {"<|fim_suffix|>", 100260},
    {"<|endofprompt|>", 100276},
};

static const ftext_special o200k[] = {
    {"<|endoftext|>", 199999},
    {"<|endofprompt|>", 200018},
};

static const ftext_special harmony[] = {
    {"<|startoftext|>", 199998}, {"<|endoftext|>", 199999},
    {"<|return|>", 200002},      {"<|constrain|>", 200003},
    {"<|channel|>", 200005},     {"<|start|>", 200006},
    {"<|end|>", 200007},         {"<|message|>", 200008},
    {"<|call|>", 200012},        {"<|endofprompt|>", 200018},
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* o200k_harmony's "<|reserved_N|>" for all ids from the first on that have
** no other name, and for 200018 beside its other name. */
enum { RESERVED_FIRST = 200000, RESERVED_END = 201088, RESERVED_TOO = 200018 };

#define NAME(literal) (literal), sizeof(literal) - 1

enum { DEFAULT = 5 }; /* o200k_base */

static const ftext_encoding encodings[] = {
    {NAME("gpt2"), &ftext_image_p50k, 50257, 50257, ftext_piece_r50k,
     PATTERN_R50K, endoftext_50256, COUNT(endoftext_50256), 0, false},
    {NAME("r50k_base"), &ftext_image_p50k, 50257, 50257, ftext_piece_r50k,
     PATTERN_R50K, endoftext_50256, COUNT(endoftext_50256), 0, false},
    {NAME("p50k_base"), &ftext_image_p50k, 50281, 50281, ftext_piece_r50k,
     PATTERN_R50K, endoftext_50256, COUNT(endoftext_50256), 1, false},
    {NAME("p50k_edit"), &ftext_image_p50k, 50281, 50284, ftext_piece_r50k,
     PATTERN_R50K, edit, COUNT(edit), 1, false},
    {NAME("cl100k_base"), &ftext_image_cl100k, 100256, 100277,
     ftext_piece_cl100k, PATTERN_CL100K, cl100k, COUNT(cl100k), 2, false},
    {NAME("o200k_base"), &ftext_image_o200k, 199998, 200019, ftext_piece_o200k,
     PATTERN_O200K, o200k, COUNT(o200k), 3, false},
    {NAME("o200k_harmony"), &ftext_image_o200k, 199998, 201088,
     ftext_piece_o200k, PATTERN_O200K, harmony, COUNT(harmony), 3, true},
};

const ftext_encoding *ftext_encoding_default(void) {
  return &encodings[DEFAULT];
}

const ftext_encoding *ftext_encoding_at(size_t position) {
  return position < COUNT(encodings) ? &encodings[position] : NULL;
}

static const ftext_encoding *find_exact(ftext_text name) {
  size_t i;

  for (i = 0; i < COUNT(encodings); i++) {
    if (name.length == encodings[i].name_length &&
        memcmp(name.bytes, encodings[i].name, name.length) == 0) {
      return &encodings[i];
    }
  }
  return NULL;
}

const ftext_encoding *ftext_encoding_find(ftext_text name) {
  const ftext_encoding *found = find_exact(name);
  const char *encoding;

  if (found != NULL) {
    return found;
  }
  encoding = ftext_model_encoding(name);
  return encoding == NULL ? NULL : find_exact(ftext_text_of(encoding));
}

const char *ftext_encoding_name(const ftext_encoding *encoding) {
  return encoding->name;
}

uint32_t ftext_encoding_size(const ftext_encoding *encoding) {
  return encoding->size;
}

ftext_vocabulary ftext_encoding_vocabulary(const ftext_encoding *encoding) {
  return ftext_vocabulary_of(encoding->image, encoding->limit);
}

/* "<|reserved_", then six digits, then "|>". */
enum { RESERVED_LENGTH = 11 + 6 + 2 };

static bool is_reserved(const ftext_encoding *encoding, uint32_t id) {
  size_t i;

  if (!encoding->reserved || id < RESERVED_FIRST || id >= RESERVED_END) {
    return false;
  }
  for (i = 0; i < encoding->special_count; i++) {
    if (encoding->specials[i].id == id) {
      return id == RESERVED_TOO;
    }
  }
  return true;
}

static void reserved_name(uint32_t id, char out[RESERVED_LENGTH + 1]) {
  int i;

  memcpy(out, "<|reserved_000000|>", RESERVED_LENGTH + 1);
  for (i = 16; i > 10; i--) {
    out[i] = (char)('0' + id % 10);
    id /= 10;
  }
}

size_t ftext_special_name(const ftext_encoding *encoding, uint32_t id,
                          char out[FTEXT_SPECIAL_SIZE]) {
  size_t i;

  for (i = 0; i < encoding->special_count; i++) {
    if (encoding->specials[i].id == id) {
      memcpy(out, encoding->specials[i].text,
             strlen(encoding->specials[i].text) + 1);
      return strlen(out);
    }
  }
  if (is_reserved(encoding, id)) {
    reserved_name(id, out);
    return RESERVED_LENGTH;
  }
  return 0;
}

/* The id of the reserved name at the start of the text, or FTEXT_NONE. */
static uint32_t reserved_at(const ftext_encoding *encoding, ftext_text text) {
  char name[RESERVED_LENGTH + 1];
  uint32_t id = 0;
  int i;

  if (!encoding->reserved || text.length < RESERVED_LENGTH) {
    return FTEXT_NONE;
  }
  for (i = 11; i < 17; i++) {
    id = id * 10 + (uint32_t)(text.bytes[i] - '0');
  }
  if (!is_reserved(encoding, id)) {
    return FTEXT_NONE;
  }
  reserved_name(id, name);
  return memcmp(name, text.bytes, RESERVED_LENGTH) == 0 ? id : FTEXT_NONE;
}

size_t ftext_special_at(const ftext_encoding *encoding, ftext_text text,
                        uint32_t *id) {
  size_t length;
  size_t i;

  for (i = 0; i < encoding->special_count; i++) {
    length = strlen(encoding->specials[i].text);
    if (text.length >= length &&
        memcmp(encoding->specials[i].text, text.bytes, length) == 0) {
      *id = encoding->specials[i].id;
      return length;
    }
  }
  *id = reserved_at(encoding, text);
  return *id == FTEXT_NONE ? 0 : RESERVED_LENGTH;
}

ftext_text ftext_token_bytes(const ftext_encoding *encoding, uint32_t id) {
  ftext_vocabulary words = ftext_encoding_vocabulary(encoding);

  if (id >= encoding->limit) {
    return (ftext_text){words.bytes, 0};
  }
  return ftext_vocabulary_bytes(&words, id);
}
