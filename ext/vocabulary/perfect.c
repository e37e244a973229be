#include "vocabulary/perfect.h"

#include "vocabulary/tool.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static int by_bucket(const void *a, const void *b) {
  const perfect_key *left = a;
  const perfect_key *right = b;

  if (left->bucket != right->bucket) {
    return left->bucket < right->bucket ? -1 : 1;
  }
  return (left->id > right->id) - (left->id < right->id);
}

/* Tries to seat one bucket's keys with this displacement. */
static bool seat(const ftext_hash_table *table, perfect *out,
                 const perfect_key *keys, uint32_t count,
                 uint32_t displacement) {
  uint32_t slot;
  uint32_t i;

  for (i = 0; i < count; i++) {
    slot = ftext_hash_slot(table, keys[i].hash, displacement);
    if (out->slot[slot] != FTEXT_NONE) {
      break;
    }
    out->slot[slot] = ftext_hash_tag(keys[i].hash) | keys[i].id;
  }
  if (i == count) {
    return true;
  }
  while (i-- > 0) {
    out->slot[ftext_hash_slot(table, keys[i].hash, displacement)] = FTEXT_NONE;
  }
  return false;
}

/* Large buckets first: they are the hard ones to seat. */
void build_perfect(perfect *out, perfect_key *keys, uint32_t count) {
  ftext_hash_table table = {.slot_bits = 3};
  uint32_t *first;
  uint32_t largest = 0;
  uint32_t size;
  uint32_t bucket;
  uint32_t displacement;
  uint32_t i;

  while ((1u << table.slot_bits) * 4 < count * 5) {
    table.slot_bits++;
  }
  table.bucket_bits = table.slot_bits - 2;
  out->slot_bits = table.slot_bits;
  out->bucket_bits = table.bucket_bits;
  out->slot = allocate(((size_t)1 << out->slot_bits) * sizeof *out->slot);
  memset(out->slot, 0xFF, ((size_t)1 << out->slot_bits) * sizeof *out->slot);
  out->displacement =
      allocate(((size_t)1 << out->bucket_bits) * sizeof *out->displacement);
  first = allocate((((size_t)1 << out->bucket_bits) + 1) * sizeof *first);
  for (i = 0; i < count; i++) {
    keys[i].bucket = ftext_hash_bucket(&table, keys[i].hash);
    first[keys[i].bucket + 1]++;
  }
  qsort(keys, count, sizeof *keys, by_bucket);
  for (i = 0; i < 1u << out->bucket_bits; i++) {
    largest = first[i + 1] > largest ? first[i + 1] : largest;
    first[i + 1] += first[i];
  }
  for (size = largest; size > 0; size--) {
    for (bucket = 0; bucket < 1u << out->bucket_bits; bucket++) {
      if (first[bucket + 1] - first[bucket] != size) {
        continue;
      }
      displacement = 0;
      while (!seat(&table, out, keys + first[bucket], size, displacement)) {
        if (++displacement > UINT16_MAX) {
          stop("a bucket of the perfect hash cannot be seated");
        }
      }
      out->displacement[bucket] = (uint16_t)displacement;
    }
  }
  free(first);
}
