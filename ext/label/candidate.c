#include "label/candidate.h"

#include "label/words.h"

#include <stdio.h>
#include <string.h>

/* Words shorter than this are mostly pieces of words. */
enum { LETTERS = 26, SHORTEST_WORD = 5, LONGEST_WORD = 16 };

static const char *const names[] = {"number", "letter", "word", "label"};

/* Words that would seem to judge what they stand for. */
static const char *const judgements[] = {
    "correct",  "error", "failed", "false", "invalid", "negative", "neutral",
    "positive", "right", "true",   "valid", "worse",   "worst",    "wrong",
};

bool ftext_strategy_find(ftext_text name, ftext_strategy *strategy) {
  unsigned i;

  for (i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (ftext_text_is(name, names[i])) {
      *strategy = (ftext_strategy)i;
      return true;
    }
  }
  return false;
}

const char *ftext_strategy_name(ftext_strategy strategy) {
  return names[strategy];
}

ftext_status ftext_one_token(const ftext_encoding *encoding, ftext_text text,
                             uint32_t *id) {
  uint64_t count = 0;
  ftext_status status = ftext_token_count(encoding, text, 1, &count);

  *id = FTEXT_NONE;
  return status == FTEXT_OK && count == 1
             ? ftext_first_token(encoding, text, id)
             : status;
}

ftext_status ftext_candidates_begin(ftext_candidates *candidates,
                                    const ftext_encoding *encoding,
                                    ftext_strategy strategy, bool chat,
                                    uint32_t first) {
  uint32_t token = 0;
  ftext_status status = FTEXT_OK;

  *candidates = (ftext_candidates){.encoding = encoding,
                                   .strategy = strategy,
                                   .chat = chat,
                                   .bare = chat,
                                   .next = first};
  if (strategy == FTEXT_BY_WORD) {
    candidates->next = 0;
  }
  if (strategy == FTEXT_BY_NUMBER && !chat) {
    status = ftext_one_token(encoding, ftext_text_of(" 1"), &token);
    candidates->bare = token == FTEXT_NONE;
  }
  return status;
}

static void write(ftext_candidates *candidates, const char *text) {
  candidates->length =
      (size_t)snprintf((char *)candidates->text, sizeof candidates->text,
                       "%s%s", candidates->bare ? "" : " ", text);
}

/* Writes the text of `next`; false behind the last one. */
static bool write_next(ftext_candidates *candidates) {
  char text[16];
  uint32_t next = candidates->next;

  if (candidates->strategy == FTEXT_BY_NUMBER) {
    if (next > FTEXT_MOST_NUMBER) {
      return false;
    }
    snprintf(text, sizeof text, "%u", (unsigned)next);
  } else {
    if (next > LETTERS) {
      return false;
    }
    snprintf(text, sizeof text, "%c", (char)('A' + next - 1));
  }
  write(candidates, text);
  return true;
}

static bool is_judgement(ftext_text word) {
  size_t i;

  for (i = 0; i < sizeof judgements / sizeof judgements[0]; i++) {
    if (ftext_text_is(word, judgements[i])) {
      return true;
    }
  }
  return false;
}

/* Whether the token with that id looks like a word of lower-case letters,
** with or without a space before it; then it becomes the candidate. */
static bool take_word(ftext_candidates *candidates, uint32_t id) {
  ftext_text token = ftext_token_bytes(candidates->encoding, id);
  size_t space = candidates->bare ? 0 : 1;
  ftext_label_word word;
  size_t at = 0;
  size_t i;

  if (token.length < SHORTEST_WORD + space ||
      token.length > LONGEST_WORD + space ||
      (space == 1 && token.bytes[0] != ' ')) {
    return false;
  }
  for (i = space; i < token.length; i++) {
    if (token.bytes[i] < 'a' || token.bytes[i] > 'z') {
      return false;
    }
  }
  memcpy(candidates->text, token.bytes, token.length);
  candidates->length = token.length;
  return ftext_label_word_next(token, &at, &word) &&
         word.kind == FTEXT_LABEL_WORD_PLAIN && !is_judgement(word.text);
}

/* Whether the word is one token behind a space, in lower and in title case.
** A piece of a word, such as "ment", seldom is; a word is. */
static ftext_status check_spaced(const ftext_candidates *candidates,
                                 bool *is_word) {
  uint8_t spaced[FTEXT_CANDIDATE_SIZE + 1];
  size_t space = candidates->bare ? 0 : 1;
  ftext_text text = {spaced, candidates->length - space + 1};
  uint32_t lower;
  uint32_t title = FTEXT_NONE;
  ftext_status status;

  spaced[0] = ' ';
  memcpy(spaced + 1, candidates->text + space, text.length - 1);
  status = ftext_one_token(candidates->encoding, text, &lower);
  if (status == FTEXT_OK) {
    spaced[1] = (uint8_t)(spaced[1] - 'a' + 'A');
    status = ftext_one_token(candidates->encoding, text, &title);
  }
  *is_word = lower != FTEXT_NONE && title != FTEXT_NONE;
  return status;
}

/* The encoder must really give the token, and it must be a word. */
static ftext_status check_word(const ftext_candidates *candidates, uint32_t id,
                               bool *is_word) {
  ftext_text text = {candidates->text, candidates->length};
  uint32_t token;
  ftext_status status = ftext_one_token(candidates->encoding, text, &token);

  *is_word = false;
  if (status != FTEXT_OK || token != id) {
    return status;
  }
  return check_spaced(candidates, is_word);
}

static ftext_status next_word(ftext_candidates *candidates) {
  uint32_t size = ftext_encoding_size(candidates->encoding);
  ftext_status status;
  bool is_word;

  while (candidates->next < size) {
    uint32_t id = candidates->next++;

    if (!take_word(candidates, id)) {
      continue;
    }
    status = check_word(candidates, id, &is_word);
    if (status != FTEXT_OK || is_word) {
      candidates->token = id;
      candidates->number = id;
      return status;
    }
  }
  candidates->length = 0;
  return FTEXT_OK;
}

ftext_status ftext_candidates_next(ftext_candidates *candidates) {
  ftext_status status;
  ftext_text text;

  if (candidates->strategy == FTEXT_BY_WORD) {
    return next_word(candidates);
  }
  while (write_next(candidates)) {
    text = (ftext_text){candidates->text, candidates->length};
    candidates->number = candidates->next++;
    status = ftext_one_token(candidates->encoding, text, &candidates->token);
    if (status != FTEXT_OK || candidates->token != FTEXT_NONE) {
      return status;
    }
  }
  candidates->length = 0;
  return FTEXT_OK;
}

ftext_status ftext_class_capacity(const ftext_encoding *encoding,
                                  ftext_strategy strategy, bool chat,
                                  uint32_t *capacity) {
  ftext_candidates candidates;
  ftext_status status = ftext_candidates_begin(
      &candidates, encoding,
      strategy == FTEXT_BY_LABEL ? FTEXT_BY_NUMBER : strategy, chat, 1);

  *capacity = 0;
  while (status == FTEXT_OK) {
    status = ftext_candidates_next(&candidates);
    if (candidates.length == 0) {
      break;
    }
    ++*capacity;
  }
  return status;
}
