#include "reference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef RANKS /* the folder of the rank files */
#define RANKS "ext/vocabulary"
#endif

enum { MOST_TOKENS = 200100, R50K_SIZE = 50256, P50K_SPACES = 25 };

typedef struct token {
  uint8_t bytes[128];
  uint8_t length;
  uint32_t id;
} token;

typedef struct ranks {
  token *tokens; /* sorted by bytes */
  size_t count;
} ranks;

static int by_bytes(const void *a, const void *b) {
  const token *left = a;
  const token *right = b;
  size_t shorter = left->length < right->length ? left->length : right->length;
  int order = memcmp(left->bytes, right->bytes, shorter);

  return order != 0 ? order : left->length - right->length;
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
  FILE *in;
  int i;

  snprintf(line, sizeof line, "%s/%s.tiktoken", RANKS, name);
  in = fopen(line, "r");
  out->tokens = calloc(MOST_TOKENS, sizeof *out->tokens);
  if (in == NULL || out->tokens == NULL) {
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
  qsort(out->tokens, out->count, sizeof *out->tokens, by_bytes);
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

/* The id of these bytes, UINT32_MAX where they are no token. */
static uint32_t rank_of(const char *encoding, const uint8_t *bytes,
                        size_t length) {
  const ranks *known = ranks_of(encoding);
  const token *found;
  token wanted;

  if (length > sizeof wanted.bytes) {
    return UINT32_MAX;
  }
  memcpy(wanted.bytes, bytes, length);
  wanted.length = (uint8_t)length;
  found =
      bsearch(&wanted, known->tokens, known->count, sizeof wanted, by_bytes);
  if (found == NULL ||
      (found->id >= R50K_SIZE &&
       (strcmp(encoding, "r50k_base") == 0 || strcmp(encoding, "gpt2") == 0))) {
    return UINT32_MAX;
  }
  return found->id;
}

/* Merges the adjacent pair of lowest rank, leftmost among equals, until no
** pair is a token. */
static size_t merge(const char *encoding, const uint8_t *piece, size_t length,
                    uint32_t *ids) {
  static size_t starts[REFERENCE_MOST + 1];
  size_t count = length;
  size_t best_at = 0;
  uint32_t best;
  uint32_t rank;
  size_t i;

  for (i = 0; i <= length; i++) {
    starts[i] = i;
  }
  do {
    best = UINT32_MAX;
    for (i = 0; i + 2 <= count; i++) {
      rank = rank_of(encoding, piece + starts[i], starts[i + 2] - starts[i]);
      if (rank < best) {
        best = rank;
        best_at = i;
      }
    }
    if (best != UINT32_MAX) {
      memmove(&starts[best_at + 1], &starts[best_at + 2],
              (count - best_at - 1) * sizeof starts[0]);
      count--;
    }
  } while (best != UINT32_MAX);
  for (i = 0; i < count; i++) {
    ids[i] = rank_of(encoding, piece + starts[i], starts[i + 1] - starts[i]);
  }
  return count;
}

size_t reference_encode(const char *encoding, const uint8_t *text,
                        size_t length, uint32_t ids[REFERENCE_MOST]) {
  size_t count = 0;
  size_t at = 0;
  size_t end;

  while (at < length) {
    end = reference_piece(encoding, text, length, at);
    if (end <= at) {
      abort();
    }
    count += merge(encoding, text + at, end - at, ids + count);
    at = end;
  }
  return count;
}
