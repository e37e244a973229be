#include "token/vocabulary.h"

ftext_vocabulary ftext_vocabulary_of(const ftext_image *image, uint32_t limit) {
  const uint8_t *start = (const uint8_t *)image;

  return (ftext_vocabulary){
      .image = image,
      .bytes = start + image->bytes,
      .offset = (const uint32_t *)(const void *)(start + image->offset),
      .split = (const uint64_t *)(const void *)(start + image->split),
      .byte = (const uint32_t *)(const void *)(start + image->byte),
      .joined = (const uint32_t *)(const void *)(start + image->joined),
      .pair_displacement =
          (const uint16_t *)(const void *)(start + image->pair_displacement),
      .pair = (const ftext_pair_line *)(const void *)(start + image->pair),
      .word_displacement =
          (const uint16_t *)(const void *)(start + image->word.displacement),
      .word_slot = (const uint32_t *)(const void *)(start + image->word.slot),
      .shorts = (const ftext_short_line *)(const void *)(start + image->shorts),
      .lines = (const ftext_line *)(const void *)(start + image->lines),
      .bridge = (const uint64_t *)(const void *)(start + image->bridge),
      .pair_shift = 64 - image->pair_bits,
      .limit = limit,
  };
}

uint32_t ftext_vocabulary_find(const ftext_vocabulary *words,
                               const uint8_t *text, size_t length) {
  const ftext_hash_table *table = &words->image->word;
  uint8_t padded[16] = {0};
  uint64_t half[2];
  uint64_t hash;
  uint32_t slot;
  uint32_t id;
  ftext_text found;

  if (length == 0 || length > sizeof padded) {
    return FTEXT_NONE;
  }
  memcpy(padded, text, length);
  memcpy(half, padded, sizeof half);
  hash = ftext_hash_words(half[0], half[1], length);
  slot = words->word_slot[ftext_hash_slot(
      table, hash, words->word_displacement[ftext_hash_bucket(table, hash)])];
  id = slot & FTEXT_ID_MASK;
  if (slot != (ftext_hash_tag(hash) | id) || id >= words->limit) {
    return FTEXT_NONE;
  }
  found = ftext_vocabulary_bytes(words, id);
  return found.length == length && memcmp(found.bytes, text, length) == 0
             ? id
             : FTEXT_NONE;
}
