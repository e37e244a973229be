/*
** Normalising: twice is once, canonically equivalent texts become equal,
** and cost stays linear, for every set of steps.
*/
#include "text/normalize.h"
#include "base/utf8.h"
#include "text/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static int failures;

static void fail(const char *what, unsigned steps, ftext_text text) {
  size_t i;

  fprintf(stderr, "%s, steps %u:", what, steps);
  for (i = 0; i < text.length && i < 60; i++) {
    fprintf(stderr, " %02x", text.bytes[i]);
  }
  fprintf(stderr, "\n");
  if (++failures > 20) {
    exit(1);
  }
}

/* Appends a string without its end; returns the length. */
static size_t put(uint8_t *bytes, size_t length, const char *string) {
  while (*string != '\0') {
    bytes[length++] = (uint8_t)*string++;
  }
  return length;
}

static ftext_text text_in(const ftext_buffer *buffer) {
  return (ftext_text){buffer->bytes == NULL ? (const uint8_t *)""
                                            : buffer->bytes,
                      buffer->length};
}

static ftext_text normalized(ftext_buffer *out, ftext_text text,
                             unsigned steps) {
  ftext_buffer_clear(out);
  if (ftext_normalize(out, text, steps) != FTEXT_OK) {
    fail("an error", steps, text);
  }
  return text_in(out);
}

static void expect_stable(ftext_text text, unsigned steps) {
  static ftext_buffer once = {.limit = SIZE_MAX};
  static ftext_buffer twice = {.limit = SIZE_MAX};
  ftext_text first = normalized(&once, text, steps);

  if (!ftext_text_equal(first, normalized(&twice, first, steps))) {
    fail("twice is not once", steps, text);
  }
}

/* Most characters are letters that no step touches. */
static bool is_touched(uint32_t c) {
  int32_t out[FTEXT_UNICODE_EXPANSION];
  int32_t character = ftext_unicode_mark(c);

  return c < 0x250 || ftext_unicode_is_mark(character) ||
         ftext_unicode_is_punctuation(character) ||
         ftext_unicode_is_digit(character) ||
         ftext_unicode_is_space(character) ||
         ftext_unicode_expand(character,
                              FTEXT_EXPAND_COMPATIBILITY | FTEXT_EXPAND_FOLD,
                              out) != 1 ||
         out[0] != character;
}

/* Whether nfc is in a set that composes without it. */
static bool says_it_twice(unsigned steps) {
  return (steps & FTEXT_STEP_NFC) != 0 &&
         (steps & (FTEXT_STEP_NFKC | FTEXT_STEP_ACCENTS)) != 0;
}

/* Every character alone, and between a letter and two marks. */
static void every_character_is_stable(void) {
  uint8_t bytes[16];
  size_t length;
  uint32_t c;
  unsigned steps;

  for (c = 1; c < 0x110000; c++) {
    if ((c >= 0xD800 && c <= 0xDFFF) || (c > 0xE0200 && c % 64 != 0)) {
      continue;
    }
    bytes[0] = 'e';
    length = 1 + ftext_utf8_write(c, bytes + 1);
    put(bytes, length, "\xCC\x81\xCC\xA7");
    expect_stable((ftext_text){bytes, length + 4}, FTEXT_STEPS_ALL);
    if ((c >= 0xAC00 && c <= 0xD7A3 && c % 28 > 1) || !is_touched(c)) {
      continue;
    }
    for (steps = 0; steps <= FTEXT_STEPS_ALL; steps++) {
      if (says_it_twice(steps)) {
        continue;
      }
      expect_stable((ftext_text){bytes + 1, length - 1}, steps);
      if (steps % 16 == c % 16) {
        expect_stable((ftext_text){bytes, length + 4}, steps);
      }
    }
  }
}

static uint32_t random_state = 1;

static uint32_t random_below(uint32_t limit) {
  random_state = random_state * 1664525u + 1013904223u;
  return (uint32_t)((uint64_t)random_state * limit >> 32);
}

/* Characters that join, move, vanish or change length, and the others. */
static uint32_t random_character(void) {
  static const uint32_t odd[] = {
      'e',      'A',     ' ',    '!',    '.',    '7',    0x301,  0x327,
      0x323,    0x345,   0x338,  0x3099, 0x94D,  0x93C,  0xA0,   0x2003,
      0xDF,     0x130,   0x1F80, 0x3B1,  0x1E9E, 0xFDFA, 0x1100, 0x1161,
      0x11A8,   0xAC00,  0xFFC2, 0xFF9E, 0x30AB, 0x2260, 0x37E,  0x2026,
      0x660,    0xB2,    0x9C7,  0x9BE,  0x102E, 0x1025, 0x212B, 0x378,
      0x10FFFF, 0x1F44D, 0x149,  0x390,  0xE4,   0x439,  0xFB01, 0x200D};

  if (random_below(8) > 0) {
    return odd[random_below(sizeof odd / sizeof odd[0])];
  }
  return 1 + random_below(random_below(4) > 0 ? 0x3000 : 0xD7FF);
}

static size_t random_text(uint8_t *bytes, size_t characters) {
  size_t length = 0;

  while (characters-- > 0) {
    length += ftext_utf8_write(random_character(), bytes + length);
  }
  return length;
}

static void random_texts_are_stable(void) {
  static uint8_t bytes[4 * 4096];
  ftext_text text = {bytes, 0};
  int round;

  for (round = 0; round < 12000; round++) {
    text.length = random_text(bytes, 1 + random_below(16));
    expect_stable(text, random_below(FTEXT_STEPS_ALL + 1));
  }
  for (round = 0; round < 120; round++) {
    text.length = random_text(bytes, 4096);
    expect_stable(text, random_below(FTEXT_STEPS_ALL + 1));
  }
}

/* The text in a normal form, made by utf8proc as a whole; to be freed. */
static ftext_text form(ftext_text text, unsigned options,
                       utf8proc_uint8_t **mapped) {
  utf8proc_ssize_t length =
      utf8proc_map(text.bytes, (utf8proc_ssize_t)text.length, mapped,
                   (utf8proc_option_t)(options | UTF8PROC_STABLE));

  if (length < 0) {
    fprintf(stderr, "utf8proc: %s\n", utf8proc_errmsg(length));
    exit(1);
  }
  return (ftext_text){*mapped, (size_t)length};
}

/* Step nfc is NFC, nfkc is NFKC, and a composing set does not see which
** normal form it is given. */
static void expect_forms(ftext_text text, unsigned steps) {
  static ftext_buffer out = {.limit = SIZE_MAX};
  static ftext_buffer other = {.limit = SIZE_MAX};
  utf8proc_uint8_t *mapped[3];
  ftext_text composed = form(text, UTF8PROC_COMPOSE, &mapped[0]);
  ftext_text decomposed = form(text, UTF8PROC_DECOMPOSE, &mapped[1]);
  ftext_text compatible =
      form(text, UTF8PROC_COMPOSE | UTF8PROC_COMPAT, &mapped[2]);

  if (!ftext_text_equal(normalized(&out, text, FTEXT_STEP_NFC), composed)) {
    fail("nfc is not NFC", FTEXT_STEP_NFC, text);
  }
  if (!ftext_text_equal(normalized(&out, text, FTEXT_STEP_NFKC), compatible)) {
    fail("nfkc is not NFKC", FTEXT_STEP_NFKC, text);
  }
  steps |= FTEXT_STEP_NFC;
  if (!ftext_text_equal(normalized(&out, composed, steps),
                        normalized(&other, decomposed, steps))) {
    fail("NFC and NFD differ", steps, text);
  }
  free(mapped[0]);
  free(mapped[1]);
  free(mapped[2]);
}

static void forms_are_those_of_unicode(void) {
  static uint8_t bytes[4 * 2048];
  ftext_text text = {bytes, 0};
  int round;

  for (round = 0; round < 12000; round++) {
    text.length = random_text(bytes, 1 + random_below(12));
    expect_forms(text, random_below(FTEXT_STEPS_ALL + 1));
  }
  for (round = 0; round < 120; round++) {
    text.length = random_text(bytes, 2048);
    expect_forms(text, random_below(FTEXT_STEPS_ALL + 1));
  }
}

/* What must not be parted stands wherever a long text might be cut. */
static void long_texts_are_not_cut_wrongly(void) {
  static const char *const units[] = {
      "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", /* jamo of a syllable */
      "\xE0\xA7\x87\xE0\xA6\xBE",             /* two vowel signs of class 0 */
      "\xC3\xA9\xE2\x80\xA6\xCC\xA3",         /* a mark behind punctuation */
  };
  static uint8_t bytes[3 * 3 + 9 * 2000];
  ftext_text text = {bytes, 0};
  size_t unit;
  size_t before;
  size_t i;

  for (unit = 0; unit < sizeof units / sizeof units[0]; unit++) {
    for (before = 0; before < 3; before++) {
      text.length = 0;
      for (i = 0; i < before + 2000; i++) {
        text.length =
            put(bytes, text.length, i < before ? "\xE4\xB8\x80" : units[unit]);
      }
      expect_forms(text, FTEXT_STEPS_DEFAULT);
      expect_stable(text, FTEXT_STEPS_DEFAULT | FTEXT_STEP_PUNCTUATION);
    }
  }
}

/* Quadratic sorting would take hours here. */
static void a_run_of_marks_is_sorted(void) {
  enum { PAIRS = 1 << 18 };
  static uint8_t bytes[4 * PAIRS];
  ftext_buffer out = {.limit = SIZE_MAX};
  ftext_text text = {bytes, sizeof bytes};
  size_t i;

  for (i = 0; i < PAIRS; i++) {
    put(bytes, 4 * i, "\xCC\x81\xCC\xA7");
  }
  text = normalized(&out, text, FTEXT_STEPS_DEFAULT);
  for (i = 0; i < text.length; i += 2) {
    if (text.length != sizeof bytes ||
        text.bytes[i + 1] != (i < sizeof bytes / 2 ? 0xA7 : 0x81)) {
      fail("marks are not in order", FTEXT_STEPS_DEFAULT, text);
      break;
    }
  }
  ftext_buffer_free(&out);
}

static void the_buffer_is_appended_to(void) {
  ftext_buffer out = {.limit = SIZE_MAX};

  ftext_buffer_append_string(&out, "E");
  ftext_normalize(&out, ftext_text_of("\xCC\x81 X"), FTEXT_STEPS_DEFAULT);
  if (!ftext_text_is(text_in(&out), "E\xCC\x81 x")) {
    fail("what stood before was touched", FTEXT_STEPS_DEFAULT, text_in(&out));
  }
  ftext_buffer_free(&out);
}

static void the_limit_is_exact(void) {
  ftext_text text = ftext_text_of("  STRA\xC3\x9F"
                                  "E  \xCC\x81  ");
  ftext_buffer out;

  ftext_buffer_init(&out, 10);
  if (ftext_normalize(&out, text, FTEXT_STEPS_DEFAULT) != FTEXT_OK ||
      !ftext_text_is(text_in(&out), "strasse \xCC\x81")) {
    fail("a result at the limit", FTEXT_STEPS_DEFAULT, text_in(&out));
  }
  ftext_buffer_free(&out);
  ftext_buffer_init(&out, 9);
  if (ftext_normalize(&out, text, FTEXT_STEPS_DEFAULT) != FTEXT_TOO_BIG) {
    fail("a result above the limit", FTEXT_STEPS_DEFAULT, text_in(&out));
  }
  ftext_buffer_free(&out);
}

int main(void) {
  every_character_is_stable();
  random_texts_are_stable();
  forms_are_those_of_unicode();
  long_texts_are_not_cut_wrongly();
  a_run_of_marks_is_sorted();
  the_buffer_is_appended_to();
  the_limit_is_exact();
  return failures > 0;
}
