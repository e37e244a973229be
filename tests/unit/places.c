/*
** A multiset of places answers as a sorted array does, whatever is added and
** taken out, what is not there included; and cuts are bent at both ends of
** what 13 digits can say.
*/
#include "split/places.h"
#include "split/fit.h"
#include "split/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 200, STEPS = 40000 };

static int failed;

static void complain(const char *what, uint64_t place) {
  printf("%s: %013llx\n", what, (unsigned long long)place);
  failed = 1;
}

/* The same multiset, slow and obvious. */
static struct {
  uint64_t places[MOST];
  uint32_t times[MOST];
  uint32_t count;
} known;

static uint32_t known_below(uint64_t bound) {
  uint32_t i = 0;

  while (i < known.count && known.places[i] < bound) {
    i++;
  }
  return i;
}

static bool is_known(uint32_t at, uint64_t place) {
  return at < known.count && known.places[at] == place;
}

static void known_shift(uint32_t from, uint32_t to) {
  const size_t count = known.count - (from < to ? from : to);

  memmove(&known.places[to], &known.places[from],
          count * sizeof known.places[0]);
  memmove(&known.times[to], &known.times[from], count * sizeof known.times[0]);
}

static void known_add(uint64_t place) {
  uint32_t at = known_below(place);

  if (!is_known(at, place)) {
    known_shift(at, at + 1);
    known.places[at] = place;
    known.times[at] = 0;
    known.count++;
  }
  known.times[at]++;
}

static void known_remove(uint64_t place) {
  uint32_t at = known_below(place);

  if (is_known(at, place) && --known.times[at] == 0) {
    known.count--;
    known_shift(at + 1, at);
  }
}

static void check_below(const ftext_places *places, uint64_t bound) {
  if (ftext_places_below(places, bound) != known_below(bound)) {
    complain("another number of places below", bound);
  }
}

static void compare(const ftext_places *places) {
  uint32_t i;

  if (places->count != known.count) {
    complain("another number of places", places->count);
    return;
  }
  for (i = 0; i < known.count; i++) {
    if (ftext_places_at(places, i) != known.places[i]) {
      complain("another place", known.places[i]);
    }
    check_below(places, known.places[i]);
    check_below(places, known.places[i] + 1);
  }
  check_below(places, 0);
  check_below(places, FTEXT_PLACES);
}

static uint64_t next_random(void) {
  static uint64_t state = 1;

  state = state * 6364136223846793005u + 1442695040888963407u;
  return state >> 12;
}

/* Few places close together, at both ends, or anywhere. */
static uint64_t random_place(void) {
  const uint64_t random = next_random();

  switch (random % 4) {
  case 0:
    return random >> 4 & 31;
  case 1:
    return FTEXT_PLACES - 1 - (random >> 4 & 31);
  case 2:
    return (uint64_t)1 << (random >> 4) % 52;
  default:
    return random;
  }
}

static void check_random(void) {
  ftext_places places = {0};
  uint64_t place;
  int i;

  compare(&places);
  ftext_places_remove(&places, 7);
  for (i = 0; i < STEPS && failed == 0; i++) {
    place = random_place();
    if (known.count < MOST && next_random() % 100 < (i / 1000 % 2 ? 40 : 60)) {
      known_add(place);
      if (ftext_places_add(&places, place) != FTEXT_OK) {
        complain("no memory for", place);
      }
    } else {
      known_remove(place);
      ftext_places_remove(&places, place);
    }
    check_below(&places, random_place());
    if (i % 64 == 0) {
      compare(&places);
    }
  }
  ftext_places_free(&places);
  known.count = 0;
  compare(&places);
}

static void check_fit(const char *spec, const uint64_t *at, size_t count,
                      uint64_t least, const char *wanted) {
  char message[FTEXT_SPEC_MESSAGE];
  ftext_places places = {0};
  ftext_spec fitted;
  ftext_buffer out;
  size_t i;

  ftext_buffer_init(&out, SIZE_MAX);
  for (i = 0; i < count; i++) {
    if (ftext_places_add(&places, at[i]) != FTEXT_OK) {
      complain("no memory for", at[i]);
    }
  }
  if (ftext_spec_read(&fitted, ftext_text_of(spec), message) != FTEXT_OK) {
    printf("%s: %s\n", spec, message);
    exit(1);
  }
  ftext_fit(&fitted, &places, least);
  ftext_spec_write(&fitted, &out);
  ftext_buffer_append_byte(&out, 0);
  if (strcmp((const char *)out.bytes, wanted) != 0) {
    printf("%s is fitted to %s, not %s\n", spec, (const char *)out.bytes,
           wanted);
    failed = 1;
  }
  ftext_buffer_free(&out);
  ftext_places_free(&places);
}

static void check_ends(void) {
  static const uint64_t first[] = {0, 1};
  static const uint64_t last[] = {FTEXT_PLACES - 2, FTEXT_PLACES - 1};

  check_fit("a<8000000000000,b", NULL, 0, 1, "a<8000000000000,b");
  check_fit("a<8000000000000,b", first, 2, 1, "a<0000000000001,b");
  check_fit("a<0000000000000,b", first, 2, 1, "a<0000000000001,b");
  check_fit("a<8000000000000,b", last, 2, 1, "a<fffffffffffff,b");
  check_fit("a<8000000000000,b", last + 1, 1, 1, "a<8000000000000,b");
  /* The one key belongs to the heavier split, which cannot reach it. */
  check_fit("a<c000000000000,b", last + 1, 1, 1, "a<fffffffffffff,b");
}

int main(void) {
  check_random();
  check_ends();
  return failed;
}
