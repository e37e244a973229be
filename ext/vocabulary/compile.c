/*
** compile SOURCE TARGET: makes the images that the library carries.
**
** Reads the rank files and the character classes in the folder SOURCE and
** writes TARGET/p50k.image, cl100k.image, o200k.image, characters.image.
** Runs at build time on the machine that builds.
** One image serves r50k_base and p50k_base.
*/
#include "base/character.h"
#include "base/sha256.h"
#include "vocabulary/bridges.h"
#include "vocabulary/lines.h"
#include "vocabulary/perfect.h"
#include "vocabulary/ranks.h"
#include "vocabulary/tool.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Tokens over 16 bytes are found by merging; they are rare as whole pieces,
** and the word hash needs only two words of a key. */
static uint64_t word_hash(const vocabulary *words, uint32_t id) {
  uint8_t padded[16] = {0};
  uint64_t half[2];

  memcpy(padded, words->bytes + words->offset[id], token_length(words, id));
  memcpy(half, padded, sizeof half);
  return ftext_hash_words(half[0], half[1], token_length(words, id));
}

static void build_word_hash(const vocabulary *words, perfect *word) {
  perfect_key *keys = allocate(words->size * sizeof *keys);
  uint32_t count = 0;
  uint32_t length;
  uint32_t id;

  for (id = 0; id < words->size; id++) {
    length = token_length(words, id);
    if (length > 0 && length <= 16) {
      keys[count++] = (perfect_key){word_hash(words, id), id, 0};
    }
  }
  build_perfect(word, keys, count);
  free(keys);
}

/* ---- writing ---------------------------------------------------------- */

/* Appends a section on the next cache line, returns where it begins. */
static uint32_t write_section(FILE *file, const void *data, size_t size) {
  static const uint8_t zeros[64];
  long at = ftell(file);
  size_t padding = (64 - (size_t)at % 64) % 64;

  if (at < 0 || fwrite(zeros, 1, padding, file) != padding ||
      fwrite(data, 1, size, file) != size) {
    stop("cannot write");
  }
  return (uint32_t)((size_t)at + padding);
}

static ftext_hash_table write_perfect(FILE *file, const perfect *hash) {
  ftext_hash_table table = {.bucket_bits = hash->bucket_bits,
                            .slot_bits = hash->slot_bits};

  table.displacement =
      write_section(file, hash->displacement,
                    sizeof hash->displacement[0] << hash->bucket_bits);
  table.slot =
      write_section(file, hash->slot, sizeof hash->slot[0] << hash->slot_bits);
  free(hash->displacement);
  free(hash->slot);
  return table;
}

/* The pairs of bytes by which every merge begins. */
static uint32_t write_joined(FILE *file, vocabulary *words) {
  uint32_t *joined = allocate(0x10000 * sizeof *joined);
  uint8_t pair[2];
  uint32_t section;
  uint32_t id;
  uint32_t i;

  for (i = 0; i < 0x10000; i++) {
    pair[0] = (uint8_t)(i >> 8);
    pair[1] = (uint8_t)i;
    id = find_token(words, pair, 2);
    joined[i] =
        id == FTEXT_NONE || words->split[id] == FTEXT_NO_PAIR ? FTEXT_NONE : id;
  }
  section = write_section(file, joined, 0x10000 * sizeof *joined);
  free(joined);
  return section;
}

static void write_pairs(FILE *file, const vocabulary *words,
                        ftext_image *image) {
  pair_table pairs;

  build_pairs(&pairs, words);
  image->pair_bits = pairs.bits;
  image->pair_displacement = write_section(
      file, pairs.displacement, sizeof *pairs.displacement << pairs.bits);
  image->pair =
      write_section(file, pairs.line, sizeof *pairs.line << pairs.bits);
  free(pairs.displacement);
  free(pairs.line);
}

static void write_words(FILE *file, const vocabulary *words,
                        ftext_image *image) {
  word_table table;

  build_words(&table, words);
  image->short_bits = table.short_bits;
  image->shorts = write_section(file, table.shorts,
                                sizeof *table.shorts << table.short_bits);
  image->line_bits = table.bits;
  image->lines =
      write_section(file, table.lines, sizeof *table.lines << table.bits);
  free(table.shorts);
  free(table.lines);
}

static uint32_t write_bridges(FILE *file, const vocabulary *words) {
  uint64_t *bridge = build_bridges(words);
  uint32_t section =
      write_section(file, bridge, FTEXT_BRIDGE_SIZE * sizeof *bridge);

  free(bridge);
  return section;
}

/* SHA-256 over every id's length, in one byte, and bytes, in the order of
** the ids: changes with the data, not with the code. */
static void write_fingerprint(const vocabulary *words, uint8_t digest[32]) {
  ftext_sha256 hash;
  uint8_t length;
  uint32_t id;

  ftext_sha256_init(&hash);
  for (id = 0; id < words->size; id++) {
    length = (uint8_t)token_length(words, id);
    ftext_sha256_update(&hash, &length, 1);
    ftext_sha256_update(&hash, words->bytes + words->offset[id], length);
  }
  ftext_sha256_final(&hash, digest);
}

static void write_image(vocabulary *words, const char *folder,
                        const char *name) {
  FILE *file = open_file(folder, name, "wb");
  ftext_image image = {.magic = FTEXT_IMAGE_MAGIC, .size = words->size};
  uint32_t byte[256];
  uint8_t value;
  perfect word;
  int i;

  for (i = 0; i < 256; i++) {
    value = (uint8_t)i;
    byte[i] = find_token(words, &value, 1);
    if (byte[i] > 255) {
      stop("%s: byte %d is not among the first 256 tokens", words->name, i);
    }
  }
  find_splits(words);
  build_word_hash(words, &word);
  write_section(file, &image, sizeof image);
  image.bytes = write_section(file, words->bytes, words->offset[words->size]);
  image.offset = write_section(file, words->offset,
                               (words->size + 1) * sizeof words->offset[0]);
  image.split =
      write_section(file, words->split, words->size * sizeof words->split[0]);
  image.byte = write_section(file, byte, sizeof byte);
  image.joined = write_joined(file, words);
  write_pairs(file, words, &image);
  image.word = write_perfect(file, &word);
  write_words(file, words, &image);
  image.bridge = write_bridges(file, words);
  write_fingerprint(words, image.fingerprint);
  rewind(file);
  write_section(file, &image, sizeof image);
  if (fclose(file) != 0) {
    stop("cannot write %s", name);
  }
}

static void compile_vocabulary(const char *source, const char *target,
                               const char *ranks, const char *image,
                               bool spaces) {
  vocabulary *words = allocate(sizeof *words);

  words->name = ranks;
  words->bytes = allocate((size_t)MOST_TOKENS * 16);
  read_ranks(words, source, ranks);
  words->shared = words->size;
  if (spaces) {
    add_runs_of_spaces(words);
  }
  write_image(words, target, image);
  free(words->bytes);
  free(words);
}

/* ---- characters ------------------------------------------------------- */

static ftext_character_class class_named(const char *name, int line) {
  static const char *const names[] = {"other", "space", "newline", "number",
                                      "upper", "lower", "letter",  "mark"};
  size_t i;

  for (i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(name, names[i]) == 0) {
      return (ftext_character_class)i;
    }
  }
  stop("unicode-16.0.0.txt, line %d: unknown class '%s'", line, name);
  return FTEXT_OTHER;
}

static void read_classes(const char *folder, uint8_t *classes) {
  FILE *file = open_file(folder, "unicode-16.0.0.txt", "rb");
  char line[256];
  char name[16];
  unsigned first;
  unsigned last;
  int number = 0;

  while (fgets(line, sizeof line, file) != NULL) {
    number++;
    if (line[0] == '#' || line[0] == '\n') {
      continue;
    }
    /* NOLINTNEXTLINE(cert-err34-c): hex digits, checked right below */
    if (sscanf(line, "%x..%x %15s", &first, &last, name) != 3 || first > last ||
        last > 0x10FFFF) {
      stop("unicode-16.0.0.txt, line %d: not a range", number);
    }
    memset(classes + first, (int)class_named(name, number), last - first + 1);
  }
  if (ferror(file) || fclose(file) != 0) {
    stop("cannot read unicode-16.0.0.txt");
  }
  classes['\r'] = FTEXT_NEWLINE;
  classes['\n'] = FTEXT_NEWLINE;
}

static void compile_characters(const char *source, const char *target) {
  FILE *file = open_file(target, "characters.image", "wb");
  uint8_t *classes = allocate(0x110000);
  uint16_t *block = allocate(FTEXT_CHARACTER_BLOCKS * sizeof *block);
  uint8_t *rows = allocate(0x110000);
  uint32_t count = 0;
  uint32_t i;
  uint32_t row;

  read_classes(source, classes);
  for (i = 0; i < FTEXT_CHARACTER_BLOCKS; i++) {
    for (row = 0; row < count; row++) {
      if (memcmp(rows + (size_t)row * FTEXT_CHARACTER_BLOCK,
                 classes + (size_t)i * FTEXT_CHARACTER_BLOCK,
                 FTEXT_CHARACTER_BLOCK) == 0) {
        break;
      }
    }
    if (row == count) {
      memcpy(rows + (size_t)count++ * FTEXT_CHARACTER_BLOCK,
             classes + (size_t)i * FTEXT_CHARACTER_BLOCK,
             FTEXT_CHARACTER_BLOCK);
    }
    block[i] = (uint16_t)row;
  }
  if (fwrite(block, sizeof *block, FTEXT_CHARACTER_BLOCKS, file) !=
          FTEXT_CHARACTER_BLOCKS ||
      fwrite(rows, FTEXT_CHARACTER_BLOCK, count, file) != count ||
      fclose(file) != 0) {
    stop("cannot write characters.image");
  }
  free(classes);
  free(block);
  free(rows);
}

int main(int argc, char **argv) {
  if (argc != 3) {
    stop("usage: compile SOURCE TARGET");
  }
  compile_vocabulary(argv[1], argv[2], "r50k_base.tiktoken", "p50k.image",
                     true);
  compile_vocabulary(argv[1], argv[2], "cl100k_base.tiktoken", "cl100k.image",
                     false);
  compile_vocabulary(argv[1], argv[2], "o200k_base.tiktoken", "o200k.image",
                     false);
  compile_characters(argv[1], argv[2]);
  return 0;
}
