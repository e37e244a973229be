#include "label/words.h"

#include <string.h>

enum { LEAST_WORD = 3, LONGEST_LISTED = 12 };

/* Words that turn round or bound what the other words say. */
static const char *const negations[] = {
    "anti",    "arent",   "cannot", "cant",    "couldnt",  "didnt", "doesnt",
    "dont",    "else",    "except", "hasnt",   "havent",   "isnt",  "neither",
    "never",   "no",      "nobody", "non",     "none",     "nor",   "not",
    "nothing", "nowhere", "other",  "others",  "shouldnt", "un",    "wasnt",
    "werent",  "without", "wont",   "wouldnt",
};

/* Words that stand in any label. */
static const char *const fillers[] = {
    "about", "and",  "been", "into", "via",   "any",  "are",  "but",   "can",
    "did",   "does", "for",  "from", "get",   "has",  "have", "her",   "his",
    "how",   "its",  "may",  "the",  "their", "them", "then", "there", "these",
    "they",  "this", "that", "was",  "were",  "what", "when", "where", "which",
    "who",   "why",  "will", "with", "would", "you",  "your",
};

static bool is_lower(uint8_t byte) {
  return byte >= 'a' && byte <= 'z';
}

static bool is_upper(uint8_t byte) {
  return byte >= 'A' && byte <= 'Z';
}

static bool is_digit(uint8_t byte) {
  return byte >= '0' && byte <= '9';
}

static bool is_word_byte(uint8_t byte) {
  return is_lower(byte) || is_upper(byte) || is_digit(byte) || byte >= 0x80;
}

void ftext_fold_ascii(uint8_t *bytes, size_t length) {
  size_t i;

  for (i = 0; i < length; i++) {
    if (is_upper(bytes[i])) {
      bytes[i] = (uint8_t)(bytes[i] - 'A' + 'a');
    }
  }
}

/* Where the word that begins at `at` ends. */
static size_t word_end(ftext_text label, size_t at) {
  while (++at < label.length) {
    uint8_t byte = label.bytes[at];
    bool is_inside = byte == '\'' && at + 1 < label.length &&
                     is_word_byte(label.bytes[at + 1]);

    if (!is_word_byte(byte) && !is_inside) {
      break;
    }
    if (is_upper(byte) && is_lower(label.bytes[at - 1])) {
      break;
    }
  }
  return at;
}

static bool is_listed(const char *const *list, size_t count, ftext_text word) {
  size_t i;

  for (i = 0; i < count; i++) {
    if (ftext_text_is(word, list[i])) {
      return true;
    }
  }
  return false;
}

static bool begins(ftext_text word, const char *with) {
  size_t length = strlen(with);

  return word.length >= length && memcmp(word.bytes, with, length) == 0;
}

static bool ends(ftext_text word, const char *with) {
  size_t length = strlen(with);

  return word.length >= length &&
         memcmp(word.bytes + word.length - length, with, length) == 0;
}

/* "unpaid" and "nonpayment", but not "unit", "under" or "nonet". */
static bool has_negating_prefix(ftext_text word) {
  if (word.length > 4 && begins(word, "un")) {
    return !begins(word, "uni") && !begins(word, "under") &&
           !begins(word, "until");
  }
  return word.length > 5 && begins(word, "non");
}

static bool has_digit(ftext_text word) {
  size_t i;

  for (i = 0; i < word.length; i++) {
    if (is_digit(word.bytes[i])) {
      return true;
    }
  }
  return false;
}

static ftext_label_word_kind kind_of(ftext_text word, bool is_first) {
  uint8_t folded[LONGEST_LISTED];
  ftext_text lower = {folded, word.length};

  if (word.length <= LONGEST_LISTED) {
    memcpy(folded, word.bytes, word.length);
    ftext_fold_ascii(folded, word.length);
    if (is_listed(negations, sizeof negations / sizeof negations[0], lower) ||
        (!is_first && ftext_text_is(lower, "free"))) {
      return FTEXT_LABEL_WORD_NEGATION;
    }
    if (ends(lower, "n't") || ends(lower, "n\xE2\x80\x99t")) {
      return FTEXT_LABEL_WORD_NEGATION;
    }
    if (is_listed(fillers, sizeof fillers / sizeof fillers[0], lower)) {
      return FTEXT_LABEL_WORD_EMPTY;
    }
  } else {
    memcpy(folded, word.bytes, LONGEST_LISTED);
    ftext_fold_ascii(folded, LONGEST_LISTED);
    lower.length = LONGEST_LISTED;
  }
  if (has_negating_prefix(lower)) {
    return FTEXT_LABEL_WORD_NEGATED;
  }
  return word.length < LEAST_WORD || has_digit(word) ? FTEXT_LABEL_WORD_EMPTY
                                                     : FTEXT_LABEL_WORD_PLAIN;
}

bool ftext_label_word_next(ftext_text label, size_t *at,
                           ftext_label_word *word) {
  size_t start = *at;
  bool is_first = start == 0;

  while (start < label.length && !is_word_byte(label.bytes[start])) {
    start++;
  }
  if (start == label.length) {
    return false;
  }
  *at = word_end(label, start);
  word->text = (ftext_text){label.bytes + start, *at - start};
  word->kind = kind_of(word->text, is_first);
  return true;
}
