/*
** Strategy 'label': a word of the label stands for it.
**
** Only a word that no other label has will do, or the one word that the
** label is made of: what many labels share would stand for the wrong ones.
*/
#include "label/assign.h"
#include "label/words.h"

#include <stdio.h>
#include <string.h>

/* Words of a label that are considered; who has more is a sentence. */
enum { MOST_WORDS = 64 };

typedef struct frequencies {
  ftext_names words;  /* in lower case */
  uint32_t *labels;   /* by word: how many labels have it, */
  size_t labels_size; /* capacity */
  uint32_t *last;     /* and the last label that was counted, + 1 */
  size_t last_size;
} frequencies;

typedef struct choices {
  ftext_label_word items[MOST_WORDS]; /* the best one first */
  uint32_t count;
  uint32_t words; /* of the label, all of them */
  bool has_negation;
} choices;

static ftext_status find_word(frequencies *known, ftext_text word,
                              uint32_t *number, bool *is_new) {
  ftext_buffer folded;
  ftext_status status;

  ftext_buffer_init(&folded, SIZE_MAX);
  ftext_buffer_append(&folded, word.bytes, word.length);
  status = folded.status;
  if (status == FTEXT_OK) {
    ftext_fold_ascii(folded.bytes, folded.length);
    status = ftext_names_add(&known->words,
                             (ftext_text){folded.bytes, folded.length}, number,
                             is_new);
  }
  ftext_buffer_free(&folded);
  return status;
}

static ftext_status count_word(frequencies *known, ftext_text word,
                               uint32_t label) {
  uint32_t number;
  bool is_new;
  ftext_status status = find_word(known, word, &number, &is_new);

  if (status == FTEXT_OK) {
    status = ftext_grow((void **)&known->labels, &known->labels_size,
                        (size_t)number + 1, sizeof *known->labels);
  }
  if (status == FTEXT_OK) {
    status = ftext_grow((void **)&known->last, &known->last_size,
                        (size_t)number + 1, sizeof *known->last);
  }
  if (status != FTEXT_OK) {
    return status;
  }
  if (is_new) {
    known->labels[number] = 0;
    known->last[number] = 0;
  }
  known->labels[number] += known->last[number] != label + 1;
  known->last[number] = label + 1;
  return FTEXT_OK;
}

static ftext_status count_words(const ftext_class_map *map,
                                frequencies *known) {
  ftext_status status = FTEXT_OK;
  ftext_label_word word;
  uint32_t i;

  for (i = 0; i < map->labels.count; i++) {
    ftext_text label = ftext_names_at(&map->labels, i);
    size_t at = 0;

    while (status == FTEXT_OK && ftext_label_word_next(label, &at, &word)) {
      status = count_word(known, word.text, i);
    }
  }
  return status;
}

/* The longest first, of equal ones the first in the label. */
static void insert(choices *found, ftext_label_word added) {
  uint32_t at = found->count;

  if (at == MOST_WORDS) {
    return;
  }
  while (at > 0 && added.text.length > found->items[at - 1].text.length) {
    found->items[at] = found->items[at - 1];
    at--;
  }
  found->items[at] = added;
  found->count++;
}

/* Leaves only what says no less than the label does. */
static void keep_negation(choices *found, uint32_t negations,
                          uint32_t negated) {
  uint32_t i;

  found->has_negation = negations + negated > 0;
  if (found->words == 1 || !found->has_negation) {
    return;
  }
  for (i = 0; i < found->count; i++) {
    if (negations == 0 && negated == 1 &&
        found->items[i].kind == FTEXT_LABEL_WORD_NEGATED) {
      found->items[0] = found->items[i];
      found->count = 1;
      return;
    }
  }
  found->count = 0;
}

/* The words that may stand for the label, the best first. */
static ftext_status collect(frequencies *known, ftext_text label,
                            choices *found) {
  uint32_t negations = 0;
  uint32_t negated = 0;
  ftext_label_word first = {.kind = FTEXT_LABEL_WORD_EMPTY};
  ftext_label_word word;
  uint32_t number;
  size_t at = 0;
  bool is_new;

  memset(found, 0, sizeof *found);
  while (ftext_label_word_next(label, &at, &word)) {
    ftext_status status = find_word(known, word.text, &number, &is_new);

    if (status != FTEXT_OK) {
      return status;
    }
    first = found->words++ == 0 ? word : first;
    negations += word.kind == FTEXT_LABEL_WORD_NEGATION;
    negated += word.kind == FTEXT_LABEL_WORD_NEGATED;
    if (word.kind != FTEXT_LABEL_WORD_EMPTY && known->labels[number] == 1) {
      insert(found, word);
    }
  }
  if (found->words == 1 && found->count == 0 &&
      first.kind != FTEXT_LABEL_WORD_EMPTY) {
    insert(found, first);
  }
  keep_negation(found, negations, negated);
  return FTEXT_OK;
}

/* The word as a completion, in lower case or as written, where that is one
** free token. */
static ftext_status try_word(ftext_class_map *map, uint32_t number,
                             ftext_text word, bool lower, bool *given) {
  ftext_buffer text;
  uint32_t token = FTEXT_NONE;
  ftext_text completion;
  ftext_status status;

  ftext_buffer_init(&text, SIZE_MAX);
  ftext_buffer_append_string(&text, map->chat ? "" : " ");
  ftext_buffer_append(&text, word.bytes, word.length);
  status = text.status;
  if (status == FTEXT_OK) {
    if (lower) {
      ftext_fold_ascii(text.bytes, text.length);
    }
    completion = (ftext_text){text.bytes, text.length};
    status = ftext_one_token(map->encoding, completion, &token);
  }
  if (status == FTEXT_OK && token != FTEXT_NONE) {
    status = ftext_map_is_free(map, completion, token, given);
    if (status == FTEXT_OK && *given) {
      status = ftext_map_give(map, number, completion, token, 1);
    }
  }
  ftext_buffer_free(&text);
  return status;
}

/* Gives the class the best word that is free. */
static ftext_status give_word(ftext_class_map *map, frequencies *known,
                              uint32_t number) {
  choices found;
  bool given = false;
  uint32_t i;
  ftext_status status = collect(known, ftext_class_label(map, number), &found);

  for (i = 0; status == FTEXT_OK && i < found.count && !given; i++) {
    status = try_word(map, number, found.items[i].text, true, &given);
    if (status == FTEXT_OK && !given) {
      status = try_word(map, number, found.items[i].text, false, &given);
    }
  }
  if (status != FTEXT_OK || (given && found.words == 1)) {
    return status;
  }
  return ftext_map_note(
      map, number,
      given                ? "one word stands for the label: review"
      : found.has_negation ? "a number: a word alone would lose the negation"
                           : "a number: no word is its own and one free token");
}

static void free_frequencies(frequencies *known) {
  ftext_names_free(&known->words);
  ftext_release(known->labels);
  ftext_release(known->last);
}

ftext_status ftext_map_give_words(ftext_class_map *map) {
  frequencies known = {.labels = NULL};
  ftext_status status = count_words(map, &known);
  uint32_t i;

  for (i = map->kept; status == FTEXT_OK && i < map->labels.count; i++) {
    status = give_word(map, &known, i);
  }
  free_frequencies(&known);
  return status;
}
