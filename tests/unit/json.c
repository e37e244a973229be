/*
** JSON as RFC 8259 has it: what breaks a rule is refused with the rule's
** name and the byte, every escape is the character it stands for, and what
** is written is read back as it was.
*/
#include "base/json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed;

static void complain(const char *what, const char *text) {
  printf("%s: %s\n", what, text);
  failed = 1;
}

static ftext_status parse(ftext_json *json, const char *text) {
  return ftext_json_parse(json, (const uint8_t *)text, strlen(text));
}

static const struct {
  const char *text;
  const char *error;
  size_t at;
} malformed[] = {
    {"", "unexpected end", 0},
    {" \t\r\n", "unexpected end", 4},
    {"nul", "unknown word", 0},
    {"nulk", "unknown word", 0},
    {"tru", "unknown word", 0},
    {"fals", "unknown word", 0},
    {"[true, falsy]", "unknown word", 7},
    {"-", "malformed number", 1},
    {"+1", "malformed number", 0},
    {"01", "malformed number", 2},
    {"-00", "malformed number", 3},
    {"1.", "malformed number", 2},
    {"1.e2", "malformed number", 2},
    {"1e", "malformed number", 2},
    {"1e+", "malformed number", 3},
    {"1E-x", "malformed number", 3},
    {".5", "malformed number", 0},
    {"1 2", "text behind the value", 2},
    {"\"", "unterminated string", 1},
    {"\"a", "unterminated string", 2},
    {"\"\x1F\"", "control character in a string", 1},
    {"\"\xFF\"", "broken UTF-8", 1},
    {"\"\\", "unknown escape", 2},
    {"\"\\x41\"", "unknown escape", 2},
    {"\"\\u", "malformed \\u escape", 2},
    {"\"\\u12\"", "malformed \\u escape", 2},
    {"\"\\u123/\"", "malformed \\u escape", 2},
    {"\"\\u123:\"", "malformed \\u escape", 2},
    {"\"\\u123@\"", "malformed \\u escape", 2},
    {"\"\\u123G\"", "malformed \\u escape", 2},
    {"\"\\u123`\"", "malformed \\u escape", 2},
    {"\"\\u123g\"", "malformed \\u escape", 2},
    {"[1", "expected ',' or ']'", 2},
    {"[1}", "expected ',' or ']'", 2},
    {"[,1]", "malformed number", 1},
    {"[1,]", "malformed number", 3},
    {"[\"\\q\"]", "unknown escape", 3},
    {"{1:2}", "expected a key", 1},
    {"{\"a", "unterminated string", 3},
    {"{\"a\" 1}", "expected ':'", 5},
    {"{\"a\":}", "malformed number", 5},
    {"{\"a\":1]", "expected ',' or '}'", 6},
    {"{\"a\":1,}", "expected a key", 7},
};

static void check_malformed(void) {
  ftext_json json = {0};
  size_t i;

  for (i = 0; i < sizeof malformed / sizeof malformed[0]; i++) {
    if (parse(&json, malformed[i].text) != FTEXT_INVALID) {
      complain("accepted", malformed[i].text);
    } else if (strcmp(json.error, malformed[i].error) != 0 ||
               json.error_at != malformed[i].at) {
      printf("%s: %s at %zu\n", malformed[i].text, json.error, json.error_at);
      failed = 1;
    }
  }
  ftext_json_free(&json);
}

static void check_depth(void) {
  char text[2 * FTEXT_JSON_DEPTH + 3] = "";
  ftext_json json = {0};

  memset(text, '[', FTEXT_JSON_DEPTH);
  memset(text + FTEXT_JSON_DEPTH, ']', FTEXT_JSON_DEPTH);
  if (parse(&json, text) != FTEXT_OK || json.node_count != FTEXT_JSON_DEPTH) {
    complain("refused", "the deepest nesting");
  }
  memset(text, '[', FTEXT_JSON_DEPTH + 1);
  if (parse(&json, text) != FTEXT_INVALID ||
      strcmp(json.error, "nested too deep") != 0) {
    complain("accepted", "a nesting too deep");
  }
  ftext_json_free(&json);
}

static const struct {
  const char *text;
  const char *characters;
} strings[] = {
    {"\"\"", ""},
    {"\"a\xC3\xA9\"", "a\xC3\xA9"},
    {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t"},
    {"\"\\u0041\\u00e9\\u00E9\\u20aC\"", "A\xC3\xA9\xC3\xA9\xE2\x82\xAC"},
    {"\"\\uD83D\\uDE00!\"", "\xF0\x9F\x98\x80!"},
    {"\"\\uDBFF\\uDFFF\"", "\xF4\x8F\xBF\xBF"},
    {"\"\\uD7FF\\uE000\"", "\xED\x9F\xBF\xEE\x80\x80"},
    {"\"\\uD83D\"", "\xEF\xBF\xBD"},
    {"\"\\uD83D12345678\"", "\xEF\xBF\xBD"
                            "12345678"},
    {"\"\\uD83D\\n23456\"", "\xEF\xBF\xBD\n23456"},
    {"\"\\uD83D\\u0041\"", "\xEF\xBF\xBD"
                           "A"},
    {"\"\\uD83D\\uE000\"", "\xEF\xBF\xBD\xEE\x80\x80"},
    {"\"\\uDE00\\uD83D\"", "\xEF\xBF\xBD\xEF\xBF\xBD"},
};

static void check_strings(void) {
  ftext_buffer out;
  ftext_json json = {0};
  size_t i;

  ftext_buffer_init(&out, SIZE_MAX);
  for (i = 0; i < sizeof strings / sizeof strings[0]; i++) {
    ftext_buffer_clear(&out);
    if (parse(&json, strings[i].text) != FTEXT_OK) {
      complain("refused", strings[i].text);
      continue;
    }
    ftext_json_string(&json, 0, &out);
    ftext_buffer_append_byte(&out, 0);
    if (strcmp((const char *)out.bytes, strings[i].characters) != 0 ||
        !ftext_json_is(&json, 0, strings[i].characters)) {
      complain("other characters", strings[i].text);
    }
  }
  ftext_buffer_free(&out);
  ftext_json_free(&json);
}

/* A node equals a string by its characters, whatever it is written with. */
static void check_equal(void) {
  ftext_json json = {0};
  char text[6 * 70 + 3] = "\"";
  char letters[71] = "";
  int i;

  for (i = 0; i < 70; i++) {
    strcat(text, "\\u0061");
    letters[i] = 'a';
  }
  strcat(text, "\"");
  if (parse(&json, text) != FTEXT_OK || ftext_json_is(&json, 0, letters)) {
    complain("longer than any name we know", text);
  }
  if (parse(&json, "[\"\\u0061b\",\"ab\",1]") != FTEXT_OK ||
      !ftext_json_is(&json, 1, "ab") || ftext_json_is(&json, 1, "abc") ||
      ftext_json_is(&json, 1, "aa") || !ftext_json_is(&json, 2, "ab") ||
      ftext_json_is(&json, 2, "a") || ftext_json_is(&json, 2, "ac") ||
      ftext_json_is(&json, 3, "1")) {
    complain("not equal", "[\"\\u0061b\",\"ab\",1]");
  }
  ftext_json_free(&json);
}

static void check_members(void) {
  ftext_json json = {0};

  if (parse(&json, "{\"a\":[1,{\"b\":2}],\"b\":3,\"a\":4}") != FTEXT_OK ||
      json.nodes[ftext_json_member(&json, 0, "a")].start != 27 ||
      json.nodes[ftext_json_member(&json, 0, "b")].start != 21 ||
      ftext_json_member(&json, 0, "c") != 0 ||
      ftext_json_member(&json, 1, "a") != 0) {
    complain("other members", (const char *)json.text);
  }
  ftext_json_free(&json);
}

static void check_integer(const char *text, bool is, int64_t wanted) {
  ftext_json json = {0};
  int64_t value = 0;

  if (parse(&json, text) != FTEXT_OK ||
      ftext_json_integer(&json, 0, &value) != is || (is && value != wanted)) {
    complain("read as another integer", text);
  }
  ftext_json_free(&json);
}

static void check_number(const char *text, bool is, double wanted) {
  ftext_json json = {0};
  double value = 0;

  if (parse(&json, text) != FTEXT_OK ||
      ftext_json_number(&json, 0, &value) != is ||
      (is && (value < wanted || value > wanted))) {
    complain("read as another number", text);
  }
  ftext_json_free(&json);
}

static void check_numbers(void) {
  char long_number[401];

  check_integer("-0", true, 0);
  check_integer("9223372036854775807", true, INT64_MAX);
  check_integer("-9223372036854775808", true, INT64_MIN);
  check_integer("9223372036854775808", false, 0);
  check_integer("-9223372036854775809", false, 0);
  check_integer("1.0", false, 0);
  check_integer("1e2", false, 0);
  check_integer("\"1\"", false, 0);
  check_number("-1.25e-2", true, -0.0125);
  check_number("1E+2", true, 100);
  check_number("1e999", true, INFINITY);
  check_number("true", false, 0);
  memset(long_number, '1', 400);
  long_number[400] = '\0';
  check_number(long_number, false, 0);
  check_number(long_number + 100, true, strtod(long_number + 100, NULL));
}

static void check_written(const char *text, size_t length, const char *wanted) {
  ftext_buffer out;

  ftext_buffer_init(&out, SIZE_MAX);
  ftext_json_write(&out, (const uint8_t *)text, length);
  ftext_buffer_append_byte(&out, 0);
  if (strcmp((const char *)out.bytes, wanted) != 0) {
    complain(wanted, (const char *)out.bytes);
  }
  ftext_buffer_free(&out);
}

static void check_writing(void) {
  check_written("", 0, "\"\"");
  check_written("a\0b\x1F\x7F", 5, "\"a\\u0000b\\u001f\x7F\"");
  check_written("\"\\/\b\f\n\r\t", 8, "\"\\\"\\\\/\\b\\f\\n\\r\\t\"");
  check_written("\xC3\xA9\xF0\x9F\x98\x80", 6, "\"\xC3\xA9\xF0\x9F\x98\x80\"");
  check_written("\xFF", 1, "\"\xEF\xBF\xBD\"");
  check_written("a\xF0\x9F\x98 b\xC0\x80", 8,
                "\"a\xEF\xBF\xBD b\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

int main(void) {
  check_malformed();
  check_depth();
  check_strings();
  check_equal();
  check_members();
  check_numbers();
  check_writing();
  return failed;
}
