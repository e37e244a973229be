/* Reals of a JSONL line read back as the same bits, and no shorter text
** does; also in a locale with another decimal point. */
#include "file/line.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int mistakes;

static void complain(const char *what, double number, const char *text) {
  printf("%s: %.17g is written as %s\n", what, number, text);
  mistakes++;
}

static int digit_count(const char *text) {
  const char *end = strchr(text, 'e');
  char digits[64];
  int count = 0;
  size_t i;

  for (i = 0; text[i] != '\0' && text + i != end; i++) {
    if (text[i] >= '0' && text[i] <= '9') {
      digits[count++] = text[i];
    }
  }
  while (count > 1 && digits[count - 1] == '0') {
    count--;
  }
  for (i = 0; (int)i < count - 1 && digits[i] == '0'; i++) {
  }
  return count - (int)i;
}

static void write_real(double number, char text[64]) {
  ftext_buffer out;

  ftext_buffer_init(&out, 63);
  ftext_line_real(&out, number);
  memcpy(text, out.bytes, out.length);
  text[out.length] = '\0';
  ftext_buffer_free(&out);
}

static void check(double number) {
  char text[64];
  char shorter[400];
  double back;
  int digits;

  write_real(number, text);
  back = strtod(text, NULL);
  if (back != number || signbit(back) != signbit(number)) {
    complain("not the same", number, text);
  }
  if (strpbrk(text, ".e") == NULL) {
    complain("not a real number", number, text);
  }
  digits = digit_count(text);
  if (digits > 1) {
    snprintf(shorter, sizeof shorter, "%.*g", digits - 1, number);
    if (strtod(shorter, NULL) == number) {
      complain("not the shortest", number, text);
    }
  }
}

static void check_text(double number, const char *wanted) {
  char text[64];

  write_real(number, text);
  if (strcmp(text, wanted) != 0) {
    complain(wanted, number, text);
  }
}

static void check_random(void) {
  uint64_t state = 1;
  double number;
  int i;

  for (i = 0; i < 40000; i++) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    memcpy(&number, &state, sizeof number);
    if (isfinite(number)) {
      check(number);
    }
    check((double)(int64_t)(state >> 20) / 1000);
  }
}

int main(void) {
  check_random();
  check_text(0.0, "0.0");
  check_text(-0.0, "-0.0");
  check_text(100.0, "100.0");
  check_text(5e-324, "5e-324");
  check_text(2.2250738585072014e-308, "2.2250738585072014e-308");
  check_text(9007199254740993.0, "9007199254740992.0");
  check_text(1e23, "1e+23");
  if (setlocale(LC_NUMERIC, "de_DE.UTF-8") != NULL) {
    check_text(0.5, "0.5");
    check_text(-1.25e-7, "-1.25e-07");
  }
  return mistakes == 0 ? 0 : 1;
}
