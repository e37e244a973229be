#include "split/spec.h"

#include "split/unit.h"

#include <stdio.h>

/* Weights are counted in billionths.  With their sum at most this, twice a
** remainder of the division below fits 64 bits. */
#define BILLION     ((uint64_t)1000000000)
#define MOST_WEIGHT (9 * BILLION * BILLION)

enum { CUT_DIGITS = 13, FRACTION_DIGITS = 9 };

typedef enum item_form { BARE, WEIGHT, CUT } item_form;

typedef struct item {
  ftext_text name;
  ftext_text value;
  item_form form;
} item;

/* Says what is wrong: `name` in quotes between the two halves. */
static ftext_status wrong(char *message, const char *before, ftext_text name,
                          const char *after) {
  char quote[FTEXT_QUOTE_SIZE];

  snprintf(message, FTEXT_SPEC_MESSAGE, "%s%s%s", before,
           ftext_quote(quote, name), after);
  return FTEXT_INVALID;
}

static ftext_status wrong_all(char *message, const char *words) {
  snprintf(message, FTEXT_SPEC_MESSAGE, "%s", words);
  return FTEXT_INVALID;
}

static bool is_digit(uint8_t byte) {
  return byte >= '0' && byte <= '9';
}

static bool begins_name(uint8_t byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
         byte == '_';
}

static bool is_name(ftext_text name) {
  size_t i;

  if (name.length == 0 || !begins_name(name.bytes[0])) {
    return false;
  }
  for (i = 1; i < name.length; i++) {
    uint8_t byte = name.bytes[i];

    if (!begins_name(byte) && !is_digit(byte) && byte != '.' && byte != '-') {
      return false;
    }
  }
  return true;
}

static bool is_space(uint8_t byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool has_space(ftext_text text) {
  size_t i;

  for (i = 0; i < text.length; i++) {
    if (is_space(text.bytes[i])) {
      return true;
    }
  }
  return false;
}

/* The item from `at` to the next comma; moves `at` behind it. */
static item next_item(ftext_text text, size_t *at) {
  item found = {.form = BARE};
  size_t start = *at;
  size_t end = start;
  size_t sign = SIZE_MAX;

  while (end < text.length && text.bytes[end] != ',') {
    if (sign == SIZE_MAX &&
        (text.bytes[end] == '=' || text.bytes[end] == '<')) {
      sign = end;
    }
    end++;
  }
  *at = end + 1;
  if (sign == SIZE_MAX) {
    found.name = (ftext_text){text.bytes + start, end - start};
    found.value = (ftext_text){text.bytes + end, 0};
    return found;
  }
  found.form = text.bytes[sign] == '=' ? WEIGHT : CUT;
  found.name = (ftext_text){text.bytes + start, sign - start};
  found.value = (ftext_text){text.bytes + sign + 1, end - sign - 1};
  return found;
}

static ftext_status check_name(const ftext_spec *spec, ftext_text name,
                               char *message) {
  uint32_t i;

  if (name.length == 0) {
    return wrong_all(message, "a split has no name");
  }
  if (!is_name(name)) {
    return wrong(message, "", name,
                 " is not a name (a letter or '_', then letters, digits, "
                 "'_', '.', '-')");
  }
  for (i = 0; i < spec->count; i++) {
    if (ftext_text_equal(spec->names[i], name)) {
      return wrong(message, "duplicate split ", name, "");
    }
  }
  return FTEXT_OK;
}

/* Digits with at most one point among them, in billionths; FTEXT_TOO_BIG
** above MOST_WEIGHT. */
static ftext_status read_decimal(ftext_text text, uint64_t *billionths,
                                 size_t *fraction) {
  uint64_t whole = 0;
  bool point = false;
  size_t i;

  *fraction = 0;
  for (i = 0; i < text.length; i++) {
    if (text.bytes[i] == '.' && !point && i + 1 < text.length) {
      point = true;
      continue;
    }
    if (!is_digit(text.bytes[i])) {
      return FTEXT_INVALID;
    }
    *fraction += point;
    if (*fraction > FRACTION_DIGITS) {
      continue;
    }
    if (whole > MOST_WEIGHT / 10 - 1) {
      return FTEXT_TOO_BIG;
    }
    whole = whole * 10 + (uint64_t)(text.bytes[i] - '0');
  }
  for (i = *fraction; i < FRACTION_DIGITS; i++) {
    if (whole > MOST_WEIGHT / 10) {
      return FTEXT_TOO_BIG;
    }
    whole *= 10;
  }
  *billionths = whole;
  return text.length > 0 ? FTEXT_OK : FTEXT_INVALID;
}

static ftext_status read_weight(ftext_spec *spec, item found, char *message) {
  uint64_t weight = 0;
  size_t fraction = 0;
  ftext_status status = read_decimal(found.value, &weight, &fraction);

  if (found.value.length > 0 && found.value.bytes[0] == '-') {
    return wrong(message, "weight of ", found.name, " must be > 0");
  }
  if (status == FTEXT_TOO_BIG) {
    return wrong(message, "weight of ", found.name, " is above 9000000000");
  }
  if (status != FTEXT_OK) {
    return wrong(message, "weight of ", found.name,
                 " is not a decimal number such as 0.2");
  }
  if (fraction > FRACTION_DIGITS) {
    return wrong(message, "weight of ", found.name,
                 " has more than 9 digits behind the point");
  }
  if (weight == 0) {
    return wrong(message, "weight of ", found.name, " must be > 0");
  }
  spec->weights[spec->count] = weight;
  return FTEXT_OK;
}

static ftext_status read_cut(ftext_spec *spec, item found, char *message) {
  uint64_t before = spec->count > 0 ? spec->cuts[spec->count - 1] : 0;
  uint64_t cut = 0;
  size_t i;

  for (i = 0; i < found.value.length && i <= CUT_DIGITS; i++) {
    uint8_t byte = found.value.bytes[i];

    if (is_digit(byte)) {
      cut = cut << 4 | (uint64_t)(byte - '0');
    } else if (byte >= 'a' && byte <= 'f') {
      cut = cut << 4 | (uint64_t)(byte - 'a' + 10);
    } else {
      break;
    }
  }
  if (found.value.length != CUT_DIGITS || i != CUT_DIGITS) {
    return wrong(message, "cut of ", found.name,
                 " must be 13 hex digits (0-9, a-f)");
  }
  if (cut < before) {
    return wrong(message, "cut of ", found.name, " is below the one before it");
  }
  spec->cuts[spec->count] = cut;
  return FTEXT_OK;
}

/* ceil(part / total * 2^52), by long division; part < total. */
static uint64_t fraction_cut(uint64_t part, uint64_t total) {
  uint64_t quotient = 0;
  uint64_t rest = part;
  int bit;

  for (bit = 0; bit < 52; bit++) {
    rest <<= 1;
    quotient <<= 1;
    if (rest >= total) {
      rest -= total;
      quotient |= 1;
    }
  }
  return quotient + (rest > 0);
}

static ftext_status cut_by_weights(ftext_spec *spec, char *message) {
  uint64_t total = 0;
  uint64_t part = 0;
  uint64_t before = 0;
  uint32_t i;

  for (i = 0; i < spec->count; i++) {
    if (spec->weights[i] > MOST_WEIGHT - total) {
      return wrong_all(message, "the weights add up to more than 9000000000");
    }
    total += spec->weights[i];
  }
  for (i = 0; i < spec->count; i++) {
    part += spec->weights[i];
    spec->cuts[i] =
        i + 1 < spec->count ? fraction_cut(part, total) : FTEXT_PLACES;
    if (spec->cuts[i] <= before) {
      return wrong(message, "weight of ", spec->names[i],
                   " is too small beside the others");
    }
    before = spec->cuts[i];
  }
  return FTEXT_OK;
}

/* Where cuts are all that is known, their distances serve as weights. */
static void weigh_by_cuts(ftext_spec *spec) {
  uint64_t before = 0;
  uint32_t i;

  spec->cuts[spec->count - 1] = FTEXT_PLACES;
  for (i = 0; i < spec->count; i++) {
    spec->weights[i] = spec->cuts[i] - before;
    before = spec->cuts[i];
  }
}

/* What the whole list must obey, once its last item is known. */
static ftext_status finish(ftext_spec *spec, item_form first, item last,
                           char *message) {
  if (spec->count == 1 && first != BARE) {
    return wrong_all(message, "need at least two splits");
  }
  if (first == WEIGHT) {
    return cut_by_weights(spec, message);
  }
  if (last.form == CUT) {
    return wrong(message, "the last split, ", last.name,
                 ", takes the rest and has no cut");
  }
  weigh_by_cuts(spec);
  return FTEXT_OK;
}

static ftext_status read_item(ftext_spec *spec, item found, item_form first,
                              bool is_last, char *message) {
  ftext_status status = check_name(spec, found.name, message);

  if (status != FTEXT_OK) {
    return status;
  }
  if (found.form == BARE && (first != CUT || !is_last)) {
    return wrong(message, "", found.name,
                 first == CUT      ? " has no cut"
                 : first == WEIGHT ? " has no weight"
                                   : " has neither a weight nor a cut");
  }
  if (found.form != BARE && found.form != first) {
    return wrong_all(message, "weights and cuts are mixed");
  }
  spec->names[spec->count] = found.name;
  if (found.form == BARE) {
    return FTEXT_OK;
  }
  return found.form == WEIGHT ? read_weight(spec, found, message)
                              : read_cut(spec, found, message);
}

ftext_status ftext_spec_read(ftext_spec *spec, ftext_text text,
                             char message[FTEXT_SPEC_MESSAGE]) {
  ftext_status status;
  item_form first = BARE;
  item found = {.form = BARE};
  size_t at = 0;

  spec->text = text;
  spec->count = 0;
  if (text.length == 0) {
    return wrong_all(message, "need at least two splits");
  }
  if (has_space(text)) {
    return wrong_all(message, "white space is not allowed");
  }
  while (at <= text.length) {
    if (spec->count == FTEXT_MOST_SPLITS) {
      return wrong_all(message, "more than 64 splits");
    }
    found = next_item(text, &at);
    first = spec->count == 0 ? found.form : first;
    status = read_item(spec, found, first, at > text.length, message);
    if (status != FTEXT_OK) {
      return status;
    }
    spec->count++;
  }
  return finish(spec, first, found, message);
}

void ftext_spec_write(const ftext_spec *spec, ftext_buffer *out) {
  char digits[CUT_DIGITS + 8];
  uint32_t i;

  for (i = 0; i < spec->count; i++) {
    ftext_buffer_append_string(out, i > 0 ? "," : "");
    ftext_buffer_append(out, spec->names[i].bytes, spec->names[i].length);
    if (i + 1 < spec->count) {
      snprintf(digits, sizeof digits, "<%013llx",
               (unsigned long long)spec->cuts[i]);
      ftext_buffer_append_string(out, digits);
    }
  }
}

bool ftext_spec_same_names(const ftext_spec *a, const ftext_spec *b) {
  uint32_t i;

  if (a->count != b->count) {
    return false;
  }
  for (i = 0; i < a->count; i++) {
    if (!ftext_text_equal(a->names[i], b->names[i])) {
      return false;
    }
  }
  return true;
}

uint32_t ftext_spec_find(const ftext_spec *spec, uint64_t place) {
  uint32_t i = 0;

  while (place >= spec->cuts[i]) {
    i++;
  }
  return i;
}
