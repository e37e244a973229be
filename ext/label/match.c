#include "label/match.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

typedef struct range {
  uint32_t first;
  uint32_t last;
} range;

/* White_Space in the Unicode Character Database, and U+FEFF. */
static const range spaces[] = {
    {0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
    {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F},
    {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF},
};

/* ASCII punctuation and symbols, and the blocks that hold general, CJK and
** full-width punctuation. */
static const range punctuation[] = {
    {0x21, 0x2F},     {0x3A, 0x40},     {0x5B, 0x60},     {0x7B, 0x7E},
    {0xA1, 0xA9},     {0xAB, 0xB1},     {0xB4, 0xB4},     {0xB6, 0xB8},
    {0xBB, 0xBB},     {0xBF, 0xBF},     {0x2010, 0x2027}, {0x2030, 0x205E},
    {0x3001, 0x3003}, {0x3008, 0x3011}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
};

static bool is_in(const range *ranges, size_t count, uint32_t character) {
  size_t i;

  for (i = 0; i < count; i++) {
    if (character >= ranges[i].first && character <= ranges[i].last) {
      return true;
    }
  }
  return false;
}

static bool is_space(uint32_t character) {
  return is_in(spaces, sizeof spaces / sizeof spaces[0], character);
}

static bool is_punctuation(uint32_t character) {
  return is_in(punctuation, sizeof punctuation / sizeof punctuation[0],
               character);
}

/* Reads the character at `at` and returns its length. */
static size_t read(ftext_text text, size_t at, uint32_t *character) {
  int length = ftext_utf8_read(text.bytes + at, text.length - at, character);

  return (size_t)(length < 0 ? -length : length);
}

/* The text without the white space around it. */
static ftext_text trim(ftext_text text) {
  uint32_t character;
  size_t start = 0;
  size_t end = 0; /* behind the last character that is no space */
  size_t at = 0;

  while (at < text.length) {
    size_t length = read(text, at, &character);

    if (!is_space(character)) {
      start = end == 0 ? at : start;
      end = at + length;
    }
    at += length;
  }
  return (ftext_text){text.bytes + start, end - start};
}

/* Whether a completion may end at `at`, behind which the answer goes on. */
static bool is_boundary(ftext_text answer, size_t at) {
  uint32_t character;

  at += read(answer, at, &character);
  if (is_space(character)) {
    return true;
  }
  if (!is_punctuation(character)) {
    return false;
  }
  if (at == answer.length) {
    return true;
  }
  read(answer, at, &character);
  return is_space(character) || is_punctuation(character);
}

ftext_status ftext_matches_add(ftext_matches *matches, ftext_text label,
                               ftext_text completion,
                               char message[FTEXT_MATCH_MESSAGE]) {
  char quotes[3][FTEXT_QUOTE_SIZE];
  uint32_t number;
  uint32_t label_number;
  bool is_new;
  ftext_status status;

  completion = trim(completion);
  if (completion.length == 0) {
    snprintf(message, FTEXT_MATCH_MESSAGE, "label %s has an empty completion",
             ftext_quote(quotes[0], label));
    return FTEXT_INVALID;
  }
  status = ftext_names_add(&matches->labels, label, &label_number, &is_new);
  if (status == FTEXT_OK) {
    status = ftext_grow((void **)&matches->label_of, &matches->capacity,
                        (size_t)matches->completions.count + 1,
                        sizeof *matches->label_of);
  }
  if (status == FTEXT_OK) {
    status =
        ftext_names_add(&matches->completions, completion, &number, &is_new);
  }
  if (status != FTEXT_OK) {
    return status;
  }
  if (!is_new && matches->label_of[number] != label_number) {
    snprintf(message, FTEXT_MATCH_MESSAGE,
             "labels %s and %s have the same completion %s",
             ftext_quote(quotes[0], ftext_names_at(&matches->labels,
                                                   matches->label_of[number])),
             ftext_quote(quotes[1], label), ftext_quote(quotes[2], completion));
    return FTEXT_INVALID;
  }
  matches->label_of[number] = label_number;
  return FTEXT_OK;
}

static bool begins(ftext_text text, ftext_text with) {
  return text.length >= with.length && text.bytes[0] == with.bytes[0] &&
         memcmp(text.bytes, with.bytes, with.length) == 0;
}

bool ftext_matches_find(const ftext_matches *matches, ftext_text answer,
                        ftext_text *label) {
  size_t longest = 0;
  uint32_t best = 0;
  uint32_t i;

  answer = trim(answer);
  if (answer.length == 0) {
    return false;
  }
  if (!ftext_names_find(&matches->completions, answer, &best)) {
    for (i = 0; i < matches->completions.count; i++) {
      ftext_text completion = ftext_names_at(&matches->completions, i);

      if (completion.length > longest && begins(answer, completion) &&
          is_boundary(answer, completion.length)) {
        longest = completion.length;
        best = i;
      }
    }
    if (longest == 0) {
      return false;
    }
  }
  *label = ftext_names_at(&matches->labels, matches->label_of[best]);
  return true;
}

void ftext_matches_free(ftext_matches *matches) {
  ftext_names_free(&matches->completions);
  ftext_names_free(&matches->labels);
  ftext_release(matches->label_of);
  memset(matches, 0, sizeof *matches);
}
