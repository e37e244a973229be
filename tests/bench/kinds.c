#include "kinds.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A kind repeats its units one after the other, or takes them at random.
** Units are the code points from first to last, or else strings. */
typedef struct kind {
  const char *name;
  bool random;
  uint32_t first, last;
  const char *units[12];
} kind;

static const kind KINDS[] = {
    {.name = "a", .units = {"a"}},
    {.name = "Z", .units = {"Z"}},
    {.name = "spaces", .units = {" "}},
    {.name = "newlines", .units = {"\n"}},
    {.name = "CR LF", .units = {"\r\n"}},
    {.name = "tabs", .units = {"\t"}},
    {.name = "!", .units = {"!"}},
    {.name = "=", .units = {"="}},
    {.name = "0", .units = {"0"}},
    {.name = "é", .units = {"é"}},
    {.name = "U+0301", .units = {"\xcc\x81"}},
    {.name = "中", .units = {"中"}},
    {.name = "👍", .units = {"👍"}},
    {.name = "U+3000", .units = {"\xe3\x80\x80"}},
    {.name = "U+0001", .units = {"\x01"}},
    {.name = "byte FF", .units = {"\xff"}},
    {.name = "'s", .units = {"'s"}},
    {.name = "ab", .units = {"ab"}},
    {.name = "aA", .units = {"aA"}},
    {.name = "a!", .units = {"a!"}},
    {.name = "a1", .units = {"a1"}},
    {.name = "space, newline", .units = {" \n"}},
    {.name = "spaces and x", .units = {"                   x"}},
    {.name = "e U+0301", .units = {"e\xcc\x81"}},
    {.name = "random a-z", .random = true, .first = 'a', .last = 'z'},
    {.name = "random A-z",
     .random = true,
     .units = {"a", "B", "c", "D", "e", "F", "g", "H", "i", "J", "k"}},
    {.name = "random ACGT", .random = true, .units = {"A", "C", "G", "T"}},
    {.name = "random digits", .random = true, .first = '0', .last = '9'},
    {.name = "random punctuation", .random = true, .first = '!', .last = '/'},
    {.name = "random space", .random = true, .units = {" ", "\t", "\r", "\n"}},
    {.name = "random accents", .random = true, .first = 0xe0, .last = 0xf6},
    {.name = "random marks", .random = true, .first = 0x300, .last = 0x36f},
    {.name = "random Cyrillic", .random = true, .first = 0x430, .last = 0x44f},
    {.name = "random Han", .random = true, .first = 0x4e00, .last = 0x9fff},
    {.name = "random Hangul", .random = true, .first = 0xac00, .last = 0xd7a3},
    {.name = "random emoji", .random = true, .first = 0x1f300, .last = 0x1f64f},
    {.name = "random words",
     .random = true,
     .units = {"a ", "e", "i", "o", "n", "t", "s", "r ", "l", "q", "z", "x"}},
    {.name = "random pairs",
     .random = true,
     .units = {"a", "1", " ", "!", "\n", "é", "A", "中", "'s"}},
};
enum { KIND_COUNT = sizeof KINDS / sizeof KINDS[0] };

const char *kind_name(size_t position) {
  return position < KIND_COUNT ? KINDS[position].name : NULL;
}

/* xorshift64 of G. Marsaglia. */
static uint32_t next(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (uint32_t)(*state >> 32);
}

/* Writes a character above U+007F or below it as UTF-8, zero-terminated. */
static void write_character(uint32_t code, char out[5]) {
  size_t more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static const uint32_t lead[] = {0, 0xc0, 0xe0, 0xf0};
  out[0] = (char)(lead[more] | code >> 6 * more);
  for (size_t i = 1; i <= more; i++) {
    out[i] = (char)(0x80 | (code >> 6 * (more - i) & 0x3f));
  }
  out[more + 1] = 0;
}

static const char *unit(const kind *of, uint32_t at, char out[5]) {
  if (of->first != 0) {
    write_character(of->first + at, out);
    return out;
  }
  return of->units[at];
}

static uint32_t unit_count(const kind *of) {
  if (of->first != 0) {
    return of->last - of->first + 1;
  }
  uint32_t count = 0;
  while (count < 12 && of->units[count] != NULL) {
    count++;
  }
  return count;
}

static const kind *find(const char *name) {
  for (size_t i = 0; i < KIND_COUNT; i++) {
    if (strcmp(KINDS[i].name, name) == 0) {
      return &KINDS[i];
    }
  }
  return NULL;
}

char *kind_text(const char *name, size_t size, size_t *length) {
  const kind *of = find(name);
  char *text = of == NULL ? NULL : malloc(size + 1);
  if (text == NULL) {
    return NULL;
  }
  uint64_t state = 88172645463325252u;
  uint32_t count = unit_count(of);
  size_t at = 0;
  for (uint32_t turn = 0;; turn++) {
    char buffer[5];
    uint32_t chosen = (of->random ? next(&state) : turn) % count;
    const char *string = unit(of, chosen, buffer);
    size_t more = strlen(string);
    if (at + more > size) {
      break;
    }
    memcpy(text + at, string, more);
    at += more;
  }
  *length = at;
  return text;
}
