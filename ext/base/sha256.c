#include "base/sha256.h"

#include <string.h>

/* First 32 bits of the fractional parts of the cube roots of the first 64
** primes (FIPS 180-4, section 4.2.2). */
static const uint32_t round_constant[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, int by) {
  return x >> by | x << (32 - by);
}

static uint32_t big_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
         (uint32_t)bytes[2] << 8 | bytes[3];
}

static void expand(uint32_t schedule[64], const uint8_t *block) {
  uint32_t small0;
  uint32_t small1;
  int i;

  for (i = 0; i < 16; i++) {
    schedule[i] = big_endian(block + 4 * (size_t)i);
  }
  for (i = 16; i < 64; i++) {
    small0 = rotate(schedule[i - 15], 7) ^ rotate(schedule[i - 15], 18) ^
             schedule[i - 15] >> 3;
    small1 = rotate(schedule[i - 2], 17) ^ rotate(schedule[i - 2], 19) ^
             schedule[i - 2] >> 10;
    schedule[i] = schedule[i - 16] + small0 + schedule[i - 7] + small1;
  }
}

/* One block into the state; names as in FIPS 180-4, section 6.2.2. */
static void compress(uint32_t state[8], const uint8_t *block) {
  uint32_t schedule[64];
  uint32_t s[8];
  uint32_t choice;
  uint32_t majority;
  uint32_t t1;
  uint32_t t2;
  int i;

  expand(schedule, block);
  memcpy(s, state, sizeof s);
  for (i = 0; i < 64; i++) {
    choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
    majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
    t1 = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)) +
         choice + round_constant[i] + schedule[i];
    t2 = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) + majority;
    memmove(s + 1, s, 7 * sizeof s[0]);
    s[4] += t1;
    s[0] = t1 + t2;
  }
  for (i = 0; i < 8; i++) {
    state[i] += s[i];
  }
}

void ftext_sha256_init(ftext_sha256 *hash) {
  static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372,
                                    0xa54ff53a, 0x510e527f, 0x9b05688c,
                                    0x1f83d9ab, 0x5be0cd19};

  memcpy(hash->state, start, sizeof start);
  hash->length = 0;
}

void ftext_sha256_update(ftext_sha256 *hash, const void *bytes, size_t length) {
  const uint8_t *at = bytes;
  size_t used = hash->length % sizeof hash->block;
  size_t part;

  hash->length += length;
  while (length > 0) {
    if (used == 0 && length >= sizeof hash->block) {
      compress(hash->state, at);
      part = sizeof hash->block;
    } else {
      part = sizeof hash->block - used;
      part = part < length ? part : length;
      memcpy(hash->block + used, at, part);
      used += part;
      if (used == sizeof hash->block) {
        compress(hash->state, hash->block);
        used = 0;
      }
    }
    at += part;
    length -= part;
  }
}

void ftext_sha256_final(ftext_sha256 *hash, uint8_t digest[FTEXT_SHA256_SIZE]) {
  static const uint8_t padding[64] = {0x80};
  uint64_t bits = hash->length * 8;
  size_t used = hash->length % sizeof hash->block;
  uint8_t length[8];
  int i;

  for (i = 0; i < 8; i++) {
    length[i] = (uint8_t)(bits >> (56 - 8 * i));
  }
  ftext_sha256_update(hash, padding, (used < 56 ? 56 : 120) - used);
  ftext_sha256_update(hash, length, sizeof length);
  for (i = 0; i < FTEXT_SHA256_SIZE; i++) {
    digest[i] = (uint8_t)(hash->state[i / 4] >> (24 - 8 * (i % 4)));
  }
}
