/*
** What would need more memory than there can be is refused before anything
** is allocated, and nothing has changed then.
*/
#include "base/memory.h"
#include "base/names.h"

#include <stdint.h>
#include <stdio.h>

static int failed;

static void check(const char *what, bool holds) {
  if (!holds) {
    printf("not so: %s\n", what);
    failed = 1;
  }
}

static void check_growing(void) {
  void *array = NULL;
  void *same;
  size_t capacity = 0;

  check("17 items fit", ftext_grow(&array, &capacity, 17, 8) == FTEXT_OK &&
                            array != NULL && capacity == 32);
  same = array;
  check("they fit again", ftext_grow(&array, &capacity, 32, 8) == FTEXT_OK &&
                              array == same && capacity == 32);
  check("more items than a size can count",
        ftext_grow(&array, &capacity, SIZE_MAX, 1) == FTEXT_NO_MEMORY);
  check("more bytes than a size can count",
        ftext_grow(&array, &capacity, SIZE_MAX / 4, 8) == FTEXT_NO_MEMORY);
  check("more bytes than SQLite gives",
        ftext_grow(&array, &capacity, (size_t)1 << 40, 8) == FTEXT_NO_MEMORY);
  check("nothing has changed", array == same && capacity == 32);
  ftext_release(array);
}

/* As many names as 32 bits can number are refused, not numbered anew. */
static void check_names(void) {
  ftext_names names = {0};
  uint32_t number = 7;
  bool is_new;

  names.count = UINT32_MAX - 1;
  check("too many names", ftext_names_add(&names, ftext_text_of("a"), &number,
                                          &is_new) == FTEXT_NO_MEMORY);
  check("the number is untouched", number == 7);
  check("nothing was allocated", names.slots == NULL && names.names == NULL);
}

int main(void) {
  check_growing();
  check_names();
  return failed;
}
