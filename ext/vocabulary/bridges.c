#include "vocabulary/bridges.h"

#include "vocabulary/tool.h"

#include <string.h>

/* How long the character is that begins with this byte. */
static uint32_t character_length(uint8_t first) {
  return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

static uint32_t value_of(const uint8_t *bytes, uint32_t length) {
  uint8_t padded[4] = {0};

  memcpy(padded, bytes, length);
  return ftext_bridge_bytes(padded, length);
}

static void set_pair(uint64_t *bridge, uint32_t left, uint32_t right) {
  uint32_t bit = ftext_bridge_bit(left, right);

  bridge[bit / 64] |= 1ull << bit % 64;
}

/* The place before byte `at`, between two characters beyond ASCII or what the
** token has of them. */
static void set_place(uint64_t *bridge, const uint8_t *token, uint32_t length,
                      uint32_t at) {
  uint32_t start = at - 1;
  uint32_t size = character_length(token[at]);
  uint32_t left;

  while (start > 0 && (token[start] & 0xC0) == 0x80 && at - start < 4) {
    start--;
  }
  if (token[start] < 0xC0 || start + character_length(token[start]) != at) {
    bridge[FTEXT_BRIDGE_WORDS + token[at - 1] % 64] |= 1ull << token[at] % 64;
    return;
  }
  left = value_of(token + start, at - start);
  set_pair(bridge, left,
           at + size <= length ? value_of(token + at, size) : token[at]);
}

uint64_t *build_bridges(const vocabulary *words) {
  uint64_t *bridge = allocate(FTEXT_BRIDGE_SIZE * sizeof *bridge);
  const uint8_t *token;
  uint32_t length;
  uint32_t id;
  uint32_t at;

  for (id = 0; id < words->size; id++) {
    token = words->bytes + words->offset[id];
    length = token_length(words, id);
    for (at = 1; at < length; at++) {
      if (token[at] >= 0xC0 && token[at - 1] >= 0x80) {
        set_place(bridge, token, length, at);
      }
    }
  }
  return bridge;
}
