#include "label/class_map.h"

#include "label/assign.h"
#include "label/words.h"

#include <stdio.h>
#include <string.h>

ftext_status ftext_class_map_begin(ftext_class_map *map,
                                   const ftext_encoding *encoding,
                                   ftext_strategy strategy, bool chat) {
  size_t size = ftext_encoding_size(encoding) * sizeof *map->owner;

  memset(map, 0, sizeof *map);
  map->encoding = encoding;
  map->strategy = strategy;
  map->chat = chat;
  ftext_buffer_init(&map->text, SIZE_MAX);
  map->owner = ftext_resize(NULL, size);
  if (map->owner == NULL) {
    return FTEXT_NO_MEMORY;
  }
  memset(map->owner, 0, size);
  return FTEXT_OK;
}

static ftext_text part(const ftext_class_map *map, size_t start,
                       size_t length) {
  if (length == 0) {
    return ftext_text_of("");
  }
  return (ftext_text){map->text.bytes + start, length};
}

ftext_text ftext_class_label(const ftext_class_map *map, uint32_t number) {
  return ftext_names_at(&map->labels, map->classes[number].label);
}

ftext_text ftext_class_completion(const ftext_class_map *map, uint32_t number) {
  const ftext_class *class = &map->classes[number];

  return part(map, class->completion, class->completion_length);
}

ftext_text ftext_class_note(const ftext_class_map *map, uint32_t number) {
  const ftext_class *class = &map->classes[number];

  return part(map, class->note, class->note_length);
}

/* The class of a label, made where it is new. */
static ftext_status class_of(ftext_class_map *map, ftext_text label,
                             uint32_t *number, bool *is_new) {
  ftext_status status =
      ftext_grow((void **)&map->classes, &map->class_capacity,
                 (size_t)map->labels.count + 1, sizeof *map->classes);

  if (status == FTEXT_OK) {
    status = ftext_names_add(&map->labels, label, number, is_new);
  }
  if (status == FTEXT_OK && *is_new) {
    map->classes[*number] = (ftext_class){.label = *number};
  }
  return status;
}

/* The completion in lower case, so that case alone never tells two apart. */
static ftext_status fold(ftext_text text, ftext_buffer *folded) {
  ftext_buffer_init(folded, SIZE_MAX);
  ftext_buffer_append(folded, text.bytes, text.length);
  if (folded->status == FTEXT_OK) {
    ftext_fold_ascii(folded->bytes, folded->length);
  }
  return folded->status;
}

ftext_status ftext_map_is_free(const ftext_class_map *map, ftext_text text,
                               uint32_t token, bool *is_free) {
  ftext_buffer folded;
  uint32_t number;
  ftext_status status = fold(text, &folded);

  *is_free =
      status == FTEXT_OK && map->owner[token] == 0 &&
      !ftext_names_find(&map->completions,
                        (ftext_text){folded.bytes, folded.length}, &number);
  ftext_buffer_free(&folded);
  return status;
}

ftext_status ftext_map_give(ftext_class_map *map, uint32_t number,
                            ftext_text text, uint32_t token,
                            uint64_t token_count) {
  ftext_class *class = &map->classes[number];
  ftext_buffer folded;
  uint32_t ignored;
  bool is_new;
  ftext_status status = fold(text, &folded);

  if (status == FTEXT_OK) {
    status = ftext_names_add(&map->completions,
                             (ftext_text){folded.bytes, folded.length},
                             &ignored, &is_new);
  }
  ftext_buffer_free(&folded);
  if (status != FTEXT_OK) {
    return status;
  }
  class->completion = map->text.length;
  class->completion_length = text.length;
  class->first_token = token;
  class->token_count = token_count;
  map->owner[token] = number + 1;
  ftext_buffer_append(&map->text, text.bytes, text.length);
  return map->text.status;
}

ftext_status ftext_map_note(ftext_class_map *map, uint32_t number,
                            const char *note) {
  ftext_class *class = &map->classes[number];

  class->note = map->text.length;
  class->note_length = strlen(note);
  ftext_buffer_append_string(&map->text, note);
  return map->text.status;
}

/* "LABEL: words" as the message, the label in quotes. */
static ftext_status wrong(ftext_class_map *map, ftext_text label,
                          const char *words) {
  char quote[FTEXT_QUOTE_SIZE];

  snprintf(map->message, sizeof map->message, "existing class %s %s",
           ftext_quote(quote, label), words);
  return FTEXT_INVALID;
}

static ftext_status wrong_pair(ftext_class_map *map, ftext_text label,
                               ftext_text other, const char *words) {
  char quotes[2][FTEXT_QUOTE_SIZE];

  snprintf(map->message, sizeof map->message, "existing classes %s and %s %s",
           ftext_quote(quotes[0], other), ftext_quote(quotes[1], label), words);
  return FTEXT_INVALID;
}

/* Class ids of classes that are kept have the same numbers as the classes,
** since each is new. */
static ftext_status keep_number(ftext_class_map *map, uint32_t number,
                                int64_t class_id) {
  uint32_t other;
  bool is_new;
  ftext_status status = ftext_names_add(
      &map->numbers, (ftext_text){(const uint8_t *)&class_id, sizeof class_id},
      &other, &is_new);

  if (status == FTEXT_OK && !is_new) {
    return wrong_pair(map, ftext_class_label(map, number),
                      ftext_class_label(map, other), "have the same class_id");
  }
  map->classes[number].class_id = class_id;
  if (class_id > map->largest) {
    map->largest = class_id;
  }
  return status;
}

static ftext_status keep_completion(ftext_class_map *map, uint32_t number,
                                    ftext_text completion) {
  char words[128];
  uint64_t count = 0;
  uint32_t token = FTEXT_NONE;
  ftext_status status = ftext_first_token(map->encoding, completion, &token);

  if (status == FTEXT_OK) {
    status =
        ftext_token_count(map->encoding, completion, UINT64_MAX - 1, &count);
  }
  if (status != FTEXT_OK) {
    return status;
  }
  if (token == FTEXT_NONE) {
    return wrong(map, ftext_class_label(map, number),
                 "has an empty completion");
  }
  if (map->owner[token] != 0) {
    snprintf(words, sizeof words,
             "have completions with the same first token in %s",
             ftext_encoding_name(map->encoding));
    return wrong_pair(map, ftext_class_label(map, number),
                      ftext_class_label(map, map->owner[token] - 1), words);
  }
  return ftext_map_give(map, number, completion, token, count);
}

ftext_status ftext_class_map_keep(ftext_class_map *map, ftext_text label,
                                  int64_t class_id, ftext_text completion) {
  uint32_t number;
  bool is_new;
  ftext_status status = class_of(map, label, &number, &is_new);

  if (status == FTEXT_OK && !is_new) {
    return wrong(map, label, "is there twice");
  }
  if (status == FTEXT_OK) {
    status = keep_number(map, number, class_id);
  }
  if (status == FTEXT_OK) {
    status = keep_completion(map, number, completion);
    map->kept = number + 1;
  }
  return status;
}

ftext_status ftext_class_map_want(ftext_class_map *map, ftext_text label) {
  uint32_t number;
  bool is_new;
  ftext_status status = class_of(map, label, &number, &is_new);

  if (status != FTEXT_OK) {
    return status;
  }
  map->classes[number].is_wanted = true;
  if (is_new) {
    if (map->largest == INT64_MAX) {
      snprintf(map->message, sizeof map->message,
               "no class_id is left behind %lld", (long long)map->largest);
      return FTEXT_INVALID;
    }
    map->classes[number].class_id = ++map->largest;
  }
  return FTEXT_OK;
}

/* What is to be known about the classes that were kept. */
static ftext_status note_kept(ftext_class_map *map) {
  char note[96];
  ftext_status status = FTEXT_OK;
  uint32_t i;

  for (i = 0; status == FTEXT_OK && i < map->kept; i++) {
    const ftext_class *class = &map->classes[i];

    note[0] = '\0';
    if (class->token_count > 1) {
      snprintf(note, sizeof note, "%llu tokens, only the first is looked at",
               (unsigned long long)class->token_count);
    }
    if (!class->is_wanted) {
      snprintf(note + strlen(note), sizeof note - strlen(note),
               "%snot among the labels, kept", note[0] == '\0' ? "" : "; ");
    }
    if (note[0] != '\0') {
      status = ftext_map_note(map, i, note);
    }
  }
  return status;
}

ftext_status ftext_class_map_complete(ftext_class_map *map) {
  ftext_status status = note_kept(map);

  if (status == FTEXT_OK && map->strategy == FTEXT_BY_LABEL) {
    status = ftext_map_give_words(map);
  }
  if (status != FTEXT_OK) {
    return status;
  }
  return map->strategy == FTEXT_BY_LABEL
             ? ftext_map_give_all(map, FTEXT_BY_NUMBER, false)
             : ftext_map_give_all(map, map->strategy, true);
}

void ftext_class_map_free(ftext_class_map *map) {
  ftext_names_free(&map->labels);
  ftext_names_free(&map->numbers);
  ftext_names_free(&map->completions);
  ftext_release(map->owner);
  ftext_release(map->classes);
  ftext_buffer_free(&map->text);
  memset(map, 0, sizeof *map);
}
