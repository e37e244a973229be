#include "reference.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef RANKS /* the folder of the rank files */
#define RANKS "ext/vocabulary"
#endif

enum {
  MOST_TOKENS = 200100,
  LONGEST_TOKEN = 128,
  SLOTS = 1 << 19,
  R50K_SIZE = 50256,
  P50K_SPACES = 25
};

#define NO_RANK UINT32_MAX

typedef struct token {
  uint8_t bytes[LONGEST_TOKEN];
  uint8_t length;
  uint32_t id;
} token;

/* A rank file: its tokens, and where they are by hash and by id. */
typedef struct ranks {
  token *tokens;
  uint32_t count;
  uint32_t *slots; /* position + 1 in `tokens`, 0 for none */
  uint32_t *by_id; /* the same */
} ranks;

static uint32_t hash(const uint8_t *bytes, size_t length) {
  uint32_t sum = 2166136261u;
  size_t i;

  for (i = 0; i < length; i++) {
    sum = (sum ^ bytes[i]) * 16777619u;
  }
  return (sum ^ sum >> 15) % SLOTS;
}

/* The slot of these bytes, or the empty one where they would be. */
static uint32_t *find(const ranks *in, const uint8_t *bytes, size_t length) {
  uint32_t slot = hash(bytes, length);
  const token *known;

  for (; in->slots[slot] != 0; slot = (slot + 1) % SLOTS) {
    known = &in->tokens[in->slots[slot] - 1];
    if (known->length == length && memcmp(known->bytes, bytes, length) == 0) {
      break;
    }
  }
  return &in->slots[slot];
}

static int sextet(char digit) {
  static const char digits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  return (int)(strchr(digits, digit) - digits);
}

static void read_token(const char *line, token *out) {
  unsigned bits = 0;
  int count = 0;

  out->length = 0;
  for (; *line != ' ' && *line != '='; line++) {
    bits = bits << 6 | (unsigned)sextet(*line);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out->bytes[out->length++] = (uint8_t)(bits >> count);
    }
  }
  out->id = (uint32_t)strtoul(strchr(line, ' ') + 1, NULL, 10);
}

static void read_ranks(ranks *out, const char *name) {
  char line[256];
  uint32_t position;
  FILE *in;
  int i;

  snprintf(line, sizeof line, "%s/%s.tiktoken", RANKS, name);
  in = fopen(line, "r");
  out->tokens = calloc(MOST_TOKENS, sizeof *out->tokens);
  out->slots = calloc(SLOTS, sizeof *out->slots);
  out->by_id = calloc(MOST_TOKENS, sizeof *out->by_id);
  if (in == NULL || !out->tokens || !out->slots || !out->by_id) {
    fprintf(stderr, "cannot read %s\n", line);
    exit(1);
  }
  while (fgets(line, sizeof line, in) != NULL) {
    read_token(line, &out->tokens[out->count++]);
  }
  fclose(in);
  /* p50k_base: runs of spaces besides. */
  for (i = 2; name[0] == 'r' && i <= P50K_SPACES; i++) {
    out->tokens[out->count].length = (uint8_t)i;
    out->tokens[out->count].id = R50K_SIZE + (uint32_t)i - 1;
    memset(out->tokens[out->count++].bytes, ' ', (size_t)i);
  }
  for (position = 0; position < out->count; position++) {
    const token *added = &out->tokens[position];

    *find(out, added->bytes, added->length) = position + 1;
    out->by_id[added->id] = position + 1;
  }
}

static const ranks *ranks_of(const char *encoding) {
  static ranks p50k;
  static ranks cl100k;
  static ranks o200k;

  if (p50k.count == 0) {
    read_ranks(&p50k, "r50k_base");
    read_ranks(&cl100k, "cl100k_base");
    read_ranks(&o200k, "o200k_base");
  }
  if (strncmp(encoding, "cl100k", 6) == 0) {
    return &cl100k;
  }
  return strncmp(encoding, "o200k", 5) == 0 ? &o200k : &p50k;
}

/* A vocabulary: gpt2 and r50k_base have no tokens behind R50K_SIZE. */
typedef struct vocabulary {
  const ranks *ranks;
  bool whole;
} vocabulary;

static vocabulary vocabulary_of(const char *encoding) {
  return (vocabulary){ranks_of(encoding), strcmp(encoding, "r50k_base") != 0 &&
                                              strcmp(encoding, "gpt2") != 0};
}

/* The id of these bytes, NO_RANK where they are no token. */
static uint32_t rank_of(vocabulary words, const uint8_t *bytes, size_t length) {
  uint32_t found =
      length > LONGEST_TOKEN ? 0 : *find(words.ranks, bytes, length);
  uint32_t id;

  if (found == 0) {
    return NO_RANK;
  }
  id = words.ranks->tokens[found - 1].id;
  return id < R50K_SIZE || words.whole ? id : NO_RANK;
}

/* Merges the adjacent pair of lowest rank, leftmost among equals, until no
** pair is a token. */
static size_t merge(vocabulary words, const uint8_t *piece, size_t length,
                    uint32_t *ids) {
  static size_t starts[REFERENCE_MOST + 1];  /* of the parts, and the end */
  static uint32_t pairs[REFERENCE_MOST + 1]; /* rank of i with the next */
  size_t count = length;
  size_t best = 0;
  uint32_t lowest;
  size_t i;

  for (i = 0; i <= length; i++) {
    starts[i] = i;
  }
  for (i = 0; i + 1 < count; i++) {
    pairs[i] = rank_of(words, piece + i, 2);
  }
  while (count > 1) {
    lowest = NO_RANK;
    for (i = 0; i + 1 < count; i++) {
      if (pairs[i] < lowest) {
        lowest = pairs[i];
        best = i;
      }
    }
    if (lowest == NO_RANK) {
      break;
    }
    count--;
    memmove(starts + best + 1, starts + best + 2,
            (count - best) * sizeof starts[0]);
    memmove(pairs + best + 1, pairs + best + 2,
            (count - best) * sizeof pairs[0]);
    for (i = best > 0 ? best - 1 : 0; i <= best && i + 1 < count; i++) {
      pairs[i] = rank_of(words, piece + starts[i], starts[i + 2] - starts[i]);
    }
  }
  for (i = 0; i < count; i++) {
    ids[i] = rank_of(words, piece + starts[i], starts[i + 1] - starts[i]);
  }
  return count;
}

size_t reference_bytes(const char *encoding, uint32_t id,
                       const uint8_t **bytes) {
  vocabulary words = vocabulary_of(encoding);
  uint32_t found = id < MOST_TOKENS ? words.ranks->by_id[id] : 0;

  if (found == 0 || (id >= R50K_SIZE && !words.whole)) {
    return 0;
  }
  *bytes = words.ranks->tokens[found - 1].bytes;
  return words.ranks->tokens[found - 1].length;
}

size_t reference_encode(const char *encoding, const uint8_t *text,
                        size_t length, uint32_t ids[REFERENCE_MOST]) {
  vocabulary words = vocabulary_of(encoding);
  size_t count = 0;
  size_t at = 0;
  size_t end;

  while (at < length) {
    end = reference_piece(encoding, text, length, at);
    if (end <= at) {
      abort();
    }
    count += merge(words, text + at, end - at, ids + count);
    at = end;
  }
  return count;
}
