/*
** variants FILE...: counts texts with every variant of the counting loop and
** by encoding them, cut at places that a fixed seed draws, and names what
** differs.  See tests/bench/variants.
*/
#include "token/count.h"
#include "token/token.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = {"r50k_base", "p50k_base", "cl100k_base",
                                    "o200k_base"};

static uint64_t seed = 1;

static size_t draw(size_t below) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (size_t)((seed >> 33) % below);
}

static uint8_t *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  uint8_t *bytes;
  long end;

  if (file == NULL || fseek(file, 0, SEEK_END) != 0 ||
      (end = ftell(file)) < 0) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(2);
  }
  rewind(file);
  *size = (size_t)end;
  bytes = malloc(*size + 1);
  if (bytes == NULL || fread(bytes, 1, *size, file) != *size) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(2);
  }
  fclose(file);
  return bytes;
}

/* How many variants count otherwise than encoding does. */
static unsigned differ(const ftext_encoding *encoding, ftext_memo *memo,
                       ftext_text text) {
  const ftext_count_variant *variant;
  unsigned differences = 0;
  uint64_t encoded;
  uint64_t count;
  size_t i;

  ftext_token_count(encoding, text, UINT64_MAX - 1, &encoded);
  for (i = 0; (variant = ftext_count_variant_at(i)) != NULL; i++) {
    if (variant->runs()) {
      variant->loop(encoding, memo, text, UINT64_MAX - 1, &count);
      differences += count != encoded;
    }
  }
  return differences;
}

static void print_variants(void) {
  const ftext_count_variant *variant;
  size_t i;

  printf("encoding");
  for (i = 0; (variant = ftext_count_variant_at(i)) != NULL; i++) {
    if (variant->runs()) {
      printf(", %s", variant->name);
    }
  }
}

int main(int argc, char **argv) {
  unsigned long long bytes = 0;
  unsigned long long texts = 0;
  unsigned long long differences = 0;
  size_t i;
  int f;

  for (f = 1; f < argc; f++) {
    size_t size;
    uint8_t *file = read_file(argv[f], &size);

    for (i = 0; i < sizeof names / sizeof names[0]; i++) {
      const ftext_encoding *encoding =
          ftext_encoding_find(ftext_text_of(names[i]));
      size_t used = 0;
      ftext_memo memo = {.used = &used};
      size_t at;
      size_t length;

      if (!ftext_memo_ready(&memo, 0)) {
        return 2;
      }
      for (at = 0; at < size; at += length) {
        length = 1 + draw(draw(4) == 0 ? 65536 : 200);
        length = length < size - at ? length : size - at;
        differences += differ(encoding, &memo, (ftext_text){file + at, length});
        bytes += length;
        texts++;
      }
      ftext_memo_free(&memo);
    }
    free(file);
  }
  print_variants();
  printf(": %llu texts, %llu bytes: %llu differences\n", texts, bytes,
         differences);
  return differences > 0;
}
