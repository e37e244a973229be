#include "text/normalize.h"

static ftext_text trim(ftext_text name) {
  while (name.length > 0 && name.bytes[0] == ' ') {
    name.bytes++;
    name.length--;
  }
  while (name.length > 0 && name.bytes[name.length - 1] == ' ') {
    name.length--;
  }
  return name;
}

static unsigned step_of(ftext_text name) {
  static const struct {
    const char *name;
    unsigned step;
  } known[] = {
      {"nfc", FTEXT_STEP_NFC},
      {"nfkc", FTEXT_STEP_NFKC},
      {"case", FTEXT_STEP_CASE},
      {"space", FTEXT_STEP_SPACE},
      {"punctuation", FTEXT_STEP_PUNCTUATION},
      {"digits", FTEXT_STEP_DIGITS},
      {"accents", FTEXT_STEP_ACCENTS},
  };
  size_t i;

  for (i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (ftext_text_is(name, known[i].name)) {
      return known[i].step;
    }
  }
  return 0;
}

bool ftext_steps_parse(ftext_text names, unsigned *steps, ftext_text *wrong) {
  size_t start = 0;
  size_t at;
  unsigned step;

  *steps = 0;
  if (trim(names).length == 0) {
    return true;
  }
  for (at = 0; at <= names.length; at++) {
    if (at < names.length && names.bytes[at] != ',') {
      continue;
    }
    *wrong = trim((ftext_text){names.bytes + start, at - start});
    step = step_of(*wrong);
    if (step == 0) {
      return false;
    }
    *steps |= step;
    start = at + 1;
  }
  return true;
}
