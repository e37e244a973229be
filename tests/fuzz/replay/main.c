/* main TARGET FILE...: gives each file to the target, as the fuzzer would. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int target(const unsigned char *data, size_t size);

#define TARGET(name) extern target target_##name;
#include "targets.h"
#undef TARGET

static const struct {
  const char *name;
  target *run;
} targets[] = {
#define TARGET(name) {#name, target_##name},
#include "targets.h"
#undef TARGET
};

static void run_file(target *run, const char *path) {
  FILE *in = fopen(path, "rb");
  unsigned char *data = malloc(1 << 16);
  size_t size;

  if (in == NULL || data == NULL) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  size = fread(data, 1, 1 << 16, in);
  /* To its exact size, so that a sanitizer sees a byte too far. */
  data = realloc(data, size > 0 ? size : 1);
  fprintf(stderr, "%s\n", path);
  run(data, size);
  free(data);
  fclose(in);
}

int main(int argc, char **argv) {
  size_t i;
  int at;

  for (i = 0; i < sizeof targets / sizeof targets[0]; i++) {
    for (at = 2; argc > 2 && at < argc; at++) {
      if (strcmp(argv[1], targets[i].name) == 0) {
        run_file(targets[i].run, argv[at]);
      }
    }
  }
  return 0;
}
