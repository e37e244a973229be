#include "vocabulary/ranks.h"

#include "token/pair.h"
#include "vocabulary/tool.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { R50K_SIZE = 50256 };

uint32_t token_length(const vocabulary *words, uint32_t id) {
  return words->offset[id + 1] - words->offset[id];
}

static uint32_t index_place(const uint8_t *bytes, size_t length) {
  uint64_t hash = FTEXT_MIX_2;
  size_t i;

  for (i = 0; i < length; i++) {
    hash = (hash ^ bytes[i]) * FTEXT_MIX_1;
    hash ^= hash >> 29;
  }
  return (uint32_t)(hash % INDEX_SIZE);
}

/* Where the token stands in the index, or the free place where it belongs. */
static uint32_t *index_find(vocabulary *words, const uint8_t *bytes,
                            size_t length) {
  uint32_t at = index_place(bytes, length);
  uint32_t id;

  while (words->index[at] != 0) {
    id = words->index[at] - 1;
    if (token_length(words, id) == length &&
        memcmp(words->bytes + words->offset[id], bytes, length) == 0) {
      break;
    }
    at = (at + 1) % INDEX_SIZE;
  }
  return &words->index[at];
}

uint32_t find_token(vocabulary *words, const uint8_t *bytes, size_t length) {
  uint32_t found = *index_find(words, bytes, length);

  return found == 0 ? FTEXT_NONE : found - 1;
}

static void add_token(vocabulary *words, const uint8_t *bytes, size_t length,
                      int line) {
  uint32_t id = words->size;
  uint32_t *place = index_find(words, bytes, length);

  if (length == 0 || length > FTEXT_LONGEST_TOKEN) {
    stop("%s, line %d: a token of %zu bytes", words->name, line, length);
  }
  if (*place != 0) {
    stop("%s, line %d: the token of rank %u again", words->name, line,
         *place - 1);
  }
  if (words->size >= MOST_TOKENS) {
    stop("%s, line %d: too many tokens", words->name, line);
  }
  memcpy(words->bytes + words->offset[id], bytes, length);
  words->offset[id + 1] = words->offset[id] + (uint32_t)length;
  *place = id + 1;
  words->size++;
}

/* An id that no text has: a special token's. */
static void skip_id(vocabulary *words) {
  words->offset[words->size + 1] = words->offset[words->size];
  words->size++;
}

static int base64_value(char digit) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "abcdefghijklmnopqrstuvwxyz0123456789+/";
  const char *found = digit == '\0' ? NULL : strchr(digits, digit);

  return found == NULL ? -1 : (int)(found - digits);
}

/* Decodes base64 up to the space; returns the length, or -1 where the bytes
** would not be written so: one token has one spelling. */
static int decode(const char *line, uint8_t out[FTEXT_LONGEST_TOKEN + 3]) {
  size_t digits = strcspn(line, " ");
  int length = 0;
  int padding;
  size_t i;
  int j;
  int value;
  uint32_t group;

  if (digits == 0 || digits % 4 != 0 || line[digits] != ' ' ||
      digits / 4 * 3 > FTEXT_LONGEST_TOKEN + 2) {
    return -1;
  }
  for (i = 0; i < digits; i += 4) {
    group = 0;
    for (j = 0; j < 4; j++) {
      value = base64_value(line[i + (size_t)j]);
      if (value < 0 &&
          !(line[i + (size_t)j] == '=' && i + 4 == digits && j >= 2)) {
        return -1;
      }
      group = group << 6 | (uint32_t)(value < 0 ? 0 : value);
    }
    for (j = 0; j < 3; j++) {
      out[length++] = (uint8_t)(group >> (16 - 8 * j));
    }
  }
  padding = (line[digits - 1] == '=') + (line[digits - 2] == '=');
  length -= padding;
  if (padding > 0 && (line[digits - 1] != '=' || out[length] != 0)) {
    return -1;
  }
  return length;
}

void read_ranks(vocabulary *words, const char *folder, const char *file_name) {
  FILE *file = open_file(folder, file_name, "rb");
  char line[512];
  uint8_t bytes[FTEXT_LONGEST_TOKEN + 3];
  int number = 0;
  int length;
  unsigned long rank;
  char *end;

  while (fgets(line, sizeof line, file) != NULL) {
    number++;
    length = decode(line, bytes);
    if (length <= 0) {
      stop("%s, line %d: bad base64", file_name, number);
    }
    end = strchr(line, ' ') + 1;
    if (*end < '0' || *end > '9' || (*end == '0' && words->size > 0)) {
      stop("%s, line %d: no rank", file_name, number);
    }
    rank = strtoul(end, &end, 10);
    if (strcmp(end, "\n") != 0 || rank != words->size) {
      stop("%s, line %d: expected rank %u", file_name, number, words->size);
    }
    add_token(words, bytes, (size_t)length, number);
  }
  if (ferror(file) || fclose(file) != 0) {
    stop("cannot read %s", file_name);
  }
}

void add_runs_of_spaces(vocabulary *words) {
  uint8_t spaces[25];
  size_t length;

  if (words->size != R50K_SIZE) {
    stop("r50k_base has %u tokens, not %d", words->size, R50K_SIZE);
  }
  memset(spaces, ' ', sizeof spaces);
  skip_id(words);
  for (length = 2; length <= sizeof spaces; length++) {
    add_token(words, spaces, length, 0);
  }
}

/* Byte-pair merging of one token's bytes, by the definition: always the
** pair of lowest rank, the leftmost of equals. Leaves the last two parts
** in *split; false where the bytes do not merge to one token. */
static bool merge(vocabulary *words, uint32_t id, uint64_t *split) {
  const uint8_t *bytes = words->bytes + words->offset[id];
  uint32_t start[FTEXT_LONGEST_TOKEN + 1];
  uint32_t parts = token_length(words, id);
  uint32_t best;
  uint32_t best_at;
  uint32_t rank;
  uint32_t i;

  for (i = 0; i <= parts; i++) {
    start[i] = i;
  }
  *split = FTEXT_NO_PAIR;
  while (parts > 1) {
    best = FTEXT_NONE;
    best_at = 0;
    for (i = 0; i + 1 < parts; i++) {
      rank = find_token(words, bytes + start[i], start[i + 2] - start[i]);
      if (rank < best) {
        best = rank;
        best_at = i;
      }
    }
    if (best == FTEXT_NONE) {
      return false;
    }
    *split = ftext_pair(find_token(words, bytes + start[best_at],
                                   start[best_at + 1] - start[best_at]),
                        find_token(words, bytes + start[best_at + 1],
                                   start[best_at + 2] - start[best_at + 1]));
    memmove(start + best_at + 1, start + best_at + 2,
            (parts - best_at - 1) * sizeof start[0]);
    parts--;
  }
  return true;
}

void find_splits(vocabulary *words) {
  uint32_t id;

  for (id = 0; id < words->size; id++) {
    words->split[id] = FTEXT_NO_PAIR;
    if (token_length(words, id) > 0 && !merge(words, id, &words->split[id])) {
      stop("%s: token %u is no result of merging", words->name, id);
    }
  }
}
