#include "split/fit.h"

#include "split/unit.h"

/* Whether split a is served before split b when there are too few keys. */
static bool is_before(const ftext_spec *spec, uint32_t a, uint32_t b) {
  uint32_t last = spec->count - 1;

  if (spec->weights[a] != spec->weights[b]) {
    return spec->weights[a] > spec->weights[b];
  }
  return a == last || (b != last && a < b);
}

uint32_t ftext_fit_standing(const ftext_spec *spec, uint32_t split) {
  uint32_t before = 0;
  uint32_t i;

  for (i = 0; i < spec->count; i++) {
    before += i != split && is_before(spec, i, split);
  }
  return before;
}

/* Moves boundary `at` so that exactly `wanted` places are below it. */
static void bend(ftext_spec *spec, const ftext_places *places, uint32_t at,
                 uint32_t below, uint32_t wanted) {
  if (wanted > below) {
    spec->cuts[at] = ftext_places_at(places, wanted - 1) + 1;
    if (spec->cuts[at] == FTEXT_PLACES) {
      spec->cuts[at]--; /* 13 digits cannot say 1; one place in 2^52 */
    }
  } else if (wanted < below) {
    spec->cuts[at] = ftext_places_at(places, wanted);
  }
}

static uint32_t clamp(uint32_t number, uint32_t low, uint32_t high) {
  return number < low ? low : number > high ? high : number;
}

void ftext_fit(ftext_spec *spec, const ftext_places *places, uint64_t least) {
  uint32_t count = places->count;
  uint32_t share = count / spec->count;
  uint32_t need = least < share ? (uint32_t)least : share;
  uint32_t wanted = 0; /* places below the boundary, as fitted */
  uint32_t i;

  for (i = 0; count > 0 && i + 1 < spec->count; i++) {
    uint32_t below = ftext_places_below(places, spec->cuts[i]);

    if (need == 0) {
      wanted += ftext_fit_standing(spec, i) < count;
    } else {
      wanted =
          clamp(below, wanted + need, count - (spec->count - 1 - i) * need);
    }
    bend(spec, places, i, below, wanted);
  }
}
