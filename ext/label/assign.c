#include "label/assign.h"

#include "label/words.h"

#include <stdio.h>

/* Which strategy could tell so many classes apart, or NULL. */
static ftext_status other_strategy(const ftext_class_map *map, uint32_t wanted,
                                   const char **name, uint32_t *capacity) {
  static const ftext_strategy larger[] = {FTEXT_BY_NUMBER, FTEXT_BY_WORD};
  ftext_status status = FTEXT_OK;
  unsigned i;

  *name = NULL;
  for (i = 0; status == FTEXT_OK && i < sizeof larger / sizeof larger[0]; i++) {
    if (larger[i] == map->strategy) {
      continue;
    }
    status =
        ftext_class_capacity(map->encoding, larger[i], map->chat, capacity);
    if (*capacity >= wanted) {
      *name = ftext_strategy_name(larger[i]);
      break;
    }
  }
  return status;
}

/* `given` classes have a completion, and there is no candidate more. */
static ftext_status too_many(ftext_class_map *map, uint32_t given) {
  const char *name;
  uint32_t capacity = 0;
  char advice[96] = "no strategy has that many";
  uint32_t wanted = map->labels.count;
  ftext_status status = other_strategy(map, wanted, &name, &capacity);

  if (status != FTEXT_OK) {
    return status;
  }
  if (name != NULL) {
    snprintf(advice, sizeof advice, "strategy '%s' has %u", name,
             (unsigned)capacity);
  }
  snprintf(map->message, sizeof map->message,
           "strategy '%s' can tell apart %u classes in %s, not %u (%s)",
           ftext_strategy_name(map->strategy), (unsigned)given,
           ftext_encoding_name(map->encoding), (unsigned)wanted, advice);
  return FTEXT_INVALID;
}

static bool has_word(const ftext_names *words, ftext_text completion) {
  size_t space = completion.length > 0 && completion.bytes[0] == ' ';
  ftext_text word = {completion.bytes + space, completion.length - space};
  uint32_t number;

  return ftext_names_find(words, word, &number);
}

/* Goes to the next candidate that is free; a word that a label contains is
** none, because it would seem to mean that label. */
static ftext_status next_free(const ftext_class_map *map,
                              const ftext_names *words,
                              ftext_candidates *candidates) {
  bool is_free = false;
  ftext_status status = FTEXT_OK;

  while (status == FTEXT_OK && !is_free) {
    ftext_text text;

    status = ftext_candidates_next(candidates);
    if (status != FTEXT_OK || candidates->length == 0) {
      return status;
    }
    text = (ftext_text){candidates->text, candidates->length};
    if (!has_word(words, text)) {
      status = ftext_map_is_free(map, text, candidates->token, &is_free);
    }
  }
  return status;
}

/* The words of all labels in lower case. */
static ftext_status words_of_labels(const ftext_class_map *map,
                                    ftext_names *words) {
  uint8_t folded[FTEXT_CANDIDATE_SIZE];
  ftext_status status = FTEXT_OK;
  ftext_label_word word;
  uint32_t number;
  uint32_t i;
  bool is_new;

  for (i = 0; i < map->labels.count; i++) {
    ftext_text label = ftext_names_at(&map->labels, i);
    size_t at = 0;

    while (status == FTEXT_OK && ftext_label_word_next(label, &at, &word)) {
      size_t j;

      if (word.text.length > sizeof folded) {
        continue;
      }
      for (j = 0; j < word.text.length; j++) {
        folded[j] = word.text.bytes[j];
      }
      ftext_fold_ascii(folded, word.text.length);
      status = ftext_names_add(words, (ftext_text){folded, word.text.length},
                               &number, &is_new);
    }
  }
  return status;
}

/* The number that a class may have at the earliest, as far as candidates
** reach. */
static uint32_t first_number(int64_t class_id) {
  return class_id > FTEXT_MOST_NUMBER ? FTEXT_MOST_NUMBER + 1
                                      : (uint32_t)class_id;
}

static ftext_status note_gap(ftext_class_map *map, uint32_t number,
                             int64_t expected) {
  char note[96];
  int64_t last = map->classes[number].class_id - 1;

  if (last < expected) {
    return FTEXT_OK;
  }
  if (last == expected) {
    snprintf(note, sizeof note, "%lld is skipped: not one free token",
             (long long)expected);
  } else {
    snprintf(note, sizeof note,
             "%lld to %lld are skipped: not one free token each",
             (long long)expected, (long long)last);
  }
  return ftext_map_note(map, number, note);
}

/* One class: the next free candidate, and its number. */
static ftext_status give_next(ftext_class_map *map, const ftext_names *words,
                              ftext_candidates *candidates, uint32_t number,
                              bool renumber) {
  ftext_class *class = &map->classes[number];
  int64_t expected =
      number > 0 && renumber ? map->classes[number - 1].class_id + 1 : 0;
  bool is_number = candidates->strategy == FTEXT_BY_NUMBER;
  ftext_status status;

  if (is_number && candidates->next < first_number(class->class_id)) {
    candidates->next = first_number(class->class_id);
  }
  status = next_free(map, words, candidates);
  if (status != FTEXT_OK || candidates->length == 0) {
    return status;
  }
  status = ftext_map_give(map, number,
                          (ftext_text){candidates->text, candidates->length},
                          candidates->token, 1);
  if (status == FTEXT_OK && is_number && renumber) {
    if (number == map->kept) {
      expected = class->class_id;
    }
    class->class_id = candidates->number;
    status = note_gap(map, number, expected);
  }
  return status;
}

ftext_status ftext_map_give_all(ftext_class_map *map, ftext_strategy strategy,
                                bool renumber) {
  ftext_candidates candidates;
  ftext_names words = {.count = 0};
  uint32_t given = map->kept;
  ftext_status status = ftext_candidates_begin(&candidates, map->encoding,
                                               strategy, map->chat, 1);
  uint32_t i;

  if (status == FTEXT_OK && strategy == FTEXT_BY_WORD) {
    status = words_of_labels(map, &words);
  }
  for (i = map->kept; i < map->labels.count; i++) {
    given += map->classes[i].token_count > 0;
  }
  for (i = map->kept; status == FTEXT_OK && i < map->labels.count; i++) {
    if (map->classes[i].token_count > 0) {
      continue;
    }
    status = give_next(map, &words, &candidates, i, renumber);
    if (status == FTEXT_OK && candidates.length == 0) {
      status = too_many(map, given);
    }
    given++;
  }
  ftext_names_free(&words);
  return status;
}
