/*
** compile SOURCE TARGET: makes the images that the library carries.
**
** Reads the rank files and the character classes in the folder SOURCE and
** writes TARGET/p50k.image, cl100k.image, o200k.image, characters.image and
** images.d.  Runs at build time on the machine that builds.
**
** Rank files are read strictly: one token a line, base64, one space, the
** rank; ranks from 0 without a gap, no token twice, none empty or longer
** than FTEXT_LONGEST_TOKEN.  Anything else stops the build and names the
** line.  p50k_base is r50k_base and the runs of 2 to 25 spaces as ids 50257
** to 50280 (50256 is a special token), so one image serves both.
*/
#include "base/character.h"
#include "base/sha256.h"
#include "token/image.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  MOST_TOKENS = 1 << FTEXT_ID_BITS,
  INDEX_SIZE = 1 << 20, /* host index of tokens: sparse, so probes are short */
  R50K_SIZE = 50256,
};

typedef struct vocabulary {
  const char *name;
  uint32_t size; /* ids: the largest plus one */
  uint8_t *bytes;
  uint32_t offset[MOST_TOKENS + 1];
  uint64_t split[MOST_TOKENS];
  uint32_t index[INDEX_SIZE]; /* open addressing by bytes: id + 1, 0 free */
} vocabulary;

static void stop(const char *format, ...) {
  va_list arguments;

  va_start(arguments, format);
  (void)fputs("compile: ", stderr);
  (void)vfprintf(stderr, format, arguments);
  (void)fputc('\n', stderr);
  va_end(arguments);
  exit(1);
}

static void *allocate(size_t size) {
  void *memory = calloc(1, size);

  if (memory == NULL) {
    stop("no memory");
  }
  return memory;
}

static FILE *open_file(const char *folder, const char *name, const char *mode) {
  char path[4096];
  FILE *file;

  if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) {
    stop("path too long: %s/%s", folder, name);
  }
  file = fopen(path, mode);
  if (file == NULL) {
    stop("cannot open %s", path);
  }
  return file;
}

/* ---- tokens and their index ------------------------------------------ */

static uint32_t token_length(const vocabulary *words, uint32_t id) {
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

static uint32_t find(vocabulary *words, const uint8_t *bytes, size_t length) {
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
  if (id >= MOST_TOKENS) {
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

/* ---- rank files ------------------------------------------------------- */

static int base64_value(char digit) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "abcdefghijklmnopqrstuvwxyz0123456789+/";
  const char *found = digit == '\0' ? NULL : strchr(digits, digit);

  return found == NULL ? -1 : (int)(found - digits);
}

/* Decodes base64 up to the space; returns the length, or -1. */
static int decode(const char *line, uint8_t out[FTEXT_LONGEST_TOKEN + 3]) {
  size_t digits = strcspn(line, " ");
  int length = 0;
  size_t i;
  int j;
  int value;
  uint32_t group;

  if (digits == 0 || digits % 4 != 0 ||
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
  length -= line[digits - 1] == '=';
  length -= line[digits - 2] == '=';
  return length;
}

static void read_ranks(vocabulary *words, const char *folder,
                       const char *file_name) {
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
    if (*end < '0' || *end > '9') {
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

static void add_runs_of_spaces(vocabulary *words) {
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

/* ---- the pair that each token merges from ----------------------------- */

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
      rank = find(words, bytes + start[i], start[i + 2] - start[i]);
      if (rank < best) {
        best = rank;
        best_at = i;
      }
    }
    if (best == FTEXT_NONE) {
      return false;
    }
    *split = ftext_pair_key(find(words, bytes + start[best_at],
                                 start[best_at + 1] - start[best_at]),
                            find(words, bytes + start[best_at + 1],
                                 start[best_at + 2] - start[best_at + 1]));
    memmove(start + best_at + 1, start + best_at + 2,
            (parts - best_at - 1) * sizeof start[0]);
    parts--;
  }
  return true;
}

static void find_splits(vocabulary *words) {
  uint32_t id;

  for (id = 0; id < words->size; id++) {
    words->split[id] = FTEXT_NO_PAIR;
    if (token_length(words, id) > 0 && !merge(words, id, &words->split[id])) {
      /* Only as a whole piece is such a token ever seen. */
      words->split[id] = FTEXT_NO_PAIR;
      printf("%s: token %u is no result of merging\n", words->name, id);
    }
  }
}

/* ---- perfect hashes --------------------------------------------------- */

typedef struct perfect {
  uint32_t bucket_bits;
  uint32_t slot_bits;
  uint16_t *displacement;
  uint32_t *slot;
} perfect;

typedef struct key {
  uint64_t hash;
  uint32_t id;
  uint32_t bucket;
} key;

static int by_bucket(const void *a, const void *b) {
  const key *left = a;
  const key *right = b;

  if (left->bucket != right->bucket) {
    return left->bucket < right->bucket ? -1 : 1;
  }
  return (left->id > right->id) - (left->id < right->id);
}

/* Tries to seat one bucket's keys with this displacement. */
static bool seat(const ftext_hash_table *table, perfect *out, const key *keys,
                 uint32_t count, uint32_t displacement) {
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
static void build_perfect(perfect *out, key *keys, uint32_t count) {
  ftext_hash_table table = {.slot_bits = 1};
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
  out->slot = allocate((1ul << out->slot_bits) * sizeof *out->slot);
  memset(out->slot, 0xFF, (1ul << out->slot_bits) * sizeof *out->slot);
  out->displacement =
      allocate((1ul << out->bucket_bits) * sizeof *out->displacement);
  first = allocate(((1ul << out->bucket_bits) + 1) * sizeof *first);
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

/* Tokens over 16 bytes are found by merging; they are rare as whole pieces,
** and the word hash needs only two words of a key. */
static uint64_t word_hash(const vocabulary *words, uint32_t id) {
  uint8_t padded[16] = {0};
  uint64_t half[2];

  memcpy(padded, words->bytes + words->offset[id], token_length(words, id));
  memcpy(half, padded, sizeof half);
  return ftext_hash_words(half[0], half[1], token_length(words, id));
}

static void build_hashes(const vocabulary *words, perfect *pair,
                         perfect *word) {
  key *pairs = allocate(words->size * sizeof *pairs);
  key *keys = allocate(words->size * sizeof *keys);
  uint32_t pair_count = 0;
  uint32_t count = 0;
  uint32_t length;
  uint32_t id;

  for (id = 0; id < words->size; id++) {
    length = token_length(words, id);
    if (words->split[id] != FTEXT_NO_PAIR) {
      pairs[pair_count++] = (key){ftext_hash_pair(words->split[id]), id, 0};
    }
    if (length > 0 && length <= 16) {
      keys[count++] = (key){word_hash(words, id), id, 0};
    }
  }
  build_perfect(pair, pairs, pair_count);
  build_perfect(word, keys, count);
  free(pairs);
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
    id = find(words, pair, 2);
    joined[i] =
        id == FTEXT_NONE || words->split[id] == FTEXT_NO_PAIR ? FTEXT_NONE : id;
  }
  section = write_section(file, joined, 0x10000 * sizeof *joined);
  free(joined);
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
  perfect pair;
  perfect word;
  int i;

  for (i = 0; i < 256; i++) {
    value = (uint8_t)i;
    byte[i] = find(words, &value, 1);
    if (byte[i] > 255) {
      stop("%s: byte %d is not among the first 256 tokens", words->name, i);
    }
  }
  find_splits(words);
  build_hashes(words, &pair, &word);
  write_section(file, &image, sizeof image);
  image.bytes = write_section(file, words->bytes, words->offset[words->size]);
  image.offset = write_section(file, words->offset,
                               (words->size + 1) * sizeof words->offset[0]);
  image.split =
      write_section(file, words->split, words->size * sizeof words->split[0]);
  image.byte = write_section(file, byte, sizeof byte);
  image.joined = write_joined(file, words);
  image.pair = write_perfect(file, &pair);
  image.word = write_perfect(file, &word);
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
  if (spaces) {
    add_runs_of_spaces(words);
  }
  write_image(words, target, image);
  free(words->bytes);
  free(words);
}

/* ---- characters ------------------------------------------------------- */

static ftext_character_class class_named(const char *name) {
  static const char *const names[] = {"other", "space", "newline", "number",
                                      "upper", "lower", "letter",  "mark"};
  size_t i;

  for (i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(name, names[i]) == 0) {
      return (ftext_character_class)i;
    }
  }
  stop("unknown character class '%s'", name);
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
    memset(classes + first, (int)class_named(name), last - first + 1);
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
