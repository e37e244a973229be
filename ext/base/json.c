#include "base/json.h"

#include "base/utf8.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Where the reader is: one open array or object for each level. */
typedef struct reader {
  ftext_json *json;
  size_t at;
  ftext_status status;
  uint32_t open[FTEXT_JSON_DEPTH];
  int depth;
} reader;

static bool fail(reader *in, const char *error) {
  in->status = FTEXT_INVALID;
  in->json->error = error;
  in->json->error_at = in->at;
  return false;
}

static int peek(const reader *in) {
  return in->at < in->json->length ? in->json->text[in->at] : -1;
}

static void skip_space(reader *in) {
  int byte = peek(in);

  while (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') {
    in->at++;
    byte = peek(in);
  }
}

static ftext_json_node *add_node(reader *in, ftext_json_type type) {
  ftext_json *json = in->json;
  void *nodes = json->nodes;
  ftext_json_node *node;

  if (json->node_count >= UINT32_MAX ||
      ftext_grow(&nodes, &json->capacity, json->node_count + 1, sizeof *node) !=
          FTEXT_OK) {
    in->status = FTEXT_NO_MEMORY;
    return NULL;
  }
  json->nodes = nodes;
  node = &json->nodes[json->node_count++];
  *node = (ftext_json_node){
      .type = type, .next = (uint32_t)json->node_count, .start = in->at};
  if (in->depth > 0) {
    json->nodes[in->open[in->depth - 1]].count++;
  }
  return node;
}

static bool read_word(reader *in, const char *word, ftext_json_type type) {
  size_t length = strlen(word);
  ftext_json_node *node;

  if (in->json->length - in->at < length ||
      memcmp(in->json->text + in->at, word, length) != 0) {
    return fail(in, "unknown word");
  }
  node = add_node(in, type);
  if (node == NULL) {
    return false;
  }
  node->length = length;
  in->at += length;
  return true;
}

static size_t skip_digits(reader *in) {
  size_t start = in->at;

  while (peek(in) >= '0' && peek(in) <= '9') {
    in->at++;
  }
  return in->at - start;
}

static bool read_number(reader *in) {
  ftext_json_node *node = add_node(in, FTEXT_JSON_NUMBER);
  bool zero;
  size_t digits;

  if (node == NULL) {
    return false;
  }
  node->whole = true;
  if (peek(in) == '-') {
    in->at++;
  }
  zero = peek(in) == '0';
  digits = skip_digits(in);
  if (digits == 0 || (zero && digits > 1)) {
    return fail(in, "malformed number");
  }
  if (peek(in) == '.') {
    in->at++;
    node->whole = false;
    if (skip_digits(in) == 0) {
      return fail(in, "malformed number");
    }
  }
  if (peek(in) == 'e' || peek(in) == 'E') {
    in->at++;
    node->whole = false;
    if (peek(in) == '+' || peek(in) == '-') {
      in->at++;
    }
    if (skip_digits(in) == 0) {
      return fail(in, "malformed number");
    }
  }
  node->length = in->at - node->start;
  return true;
}

static int hex_digit(uint8_t byte) {
  if (byte >= '0' && byte <= '9') {
    return byte - '0';
  }
  if (byte >= 'a' && byte <= 'f') {
    return byte - 'a' + 10;
  }
  if (byte >= 'A' && byte <= 'F') {
    return byte - 'A' + 10;
  }
  return -1;
}

/* The four hex digits behind \u, or -1. */
static long hex_unit(const uint8_t *text, size_t length) {
  long unit = 0;
  int i;

  if (length < 4) {
    return -1;
  }
  for (i = 0; i < 4; i++) {
    if (hex_digit(text[i]) < 0) {
      return -1;
    }
    unit = unit * 16 + hex_digit(text[i]);
  }
  return unit;
}

static bool read_escape(reader *in) {
  int byte;

  in->at++;
  byte = peek(in);
  if (byte == 'u') {
    if (hex_unit(in->json->text + in->at + 1, in->json->length - in->at - 1) <
        0) {
      return fail(in, "malformed \\u escape");
    }
    in->at += 5;
    return true;
  }
  if (byte <= 0 || strchr("\"\\/bfnrt", byte) == NULL) {
    return fail(in, "unknown escape");
  }
  in->at++;
  return true;
}

/* A string, its quotes included; the node holds what is between them. */
static bool read_string(reader *in) {
  ftext_json_node *node = add_node(in, FTEXT_JSON_STRING);
  uint32_t character;
  int length;

  if (node == NULL) {
    return false;
  }
  node->start = ++in->at;
  for (;;) {
    if (in->at >= in->json->length) {
      return fail(in, "unterminated string");
    }
    length = ftext_utf8_read(in->json->text + in->at, in->json->length - in->at,
                             &character);
    if (length < 0) {
      return fail(in, "broken UTF-8");
    }
    if (character == '"') {
      break;
    }
    if (character < ' ') {
      return fail(in, "control character in a string");
    }
    if (character == '\\') {
      node->escaped = true;
      if (!read_escape(in)) {
        return false;
      }
    } else {
      in->at += (size_t)length;
    }
  }
  node->length = in->at - node->start;
  in->at++;
  return true;
}

static bool open_container(reader *in, ftext_json_type type) {
  if (in->depth >= FTEXT_JSON_DEPTH) {
    return fail(in, "nested too deep");
  }
  if (add_node(in, type) == NULL) {
    return false;
  }
  in->open[in->depth++] = (uint32_t)(in->json->node_count - 1);
  in->at++;
  return true;
}

static void close_container(reader *in) {
  ftext_json_node *node = &in->json->nodes[in->open[--in->depth]];

  in->at++;
  node->length = in->at - node->start;
  node->next = (uint32_t)in->json->node_count;
}

static bool read_value(reader *in) {
  skip_space(in);
  switch (peek(in)) {
  case '{':
    return open_container(in, FTEXT_JSON_OBJECT);
  case '[':
    return open_container(in, FTEXT_JSON_ARRAY);
  case '"':
    return read_string(in);
  case 't':
    return read_word(in, "true", FTEXT_JSON_TRUE);
  case 'f':
    return read_word(in, "false", FTEXT_JSON_FALSE);
  case 'n':
    return read_word(in, "null", FTEXT_JSON_NULL);
  case -1:
    return fail(in, "unexpected end");
  default:
    return read_number(in);
  }
}

static bool read_key(reader *in) {
  skip_space(in);
  if (peek(in) != '"') {
    return fail(in, "expected a key");
  }
  if (!read_string(in)) {
    return false;
  }
  skip_space(in);
  if (peek(in) != ':') {
    return fail(in, "expected ':'");
  }
  in->at++;
  return true;
}

/* Inside the innermost container: its end, or one more element. */
static bool read_element(reader *in) {
  const ftext_json_node *node = &in->json->nodes[in->open[in->depth - 1]];
  bool object = node->type == FTEXT_JSON_OBJECT;

  skip_space(in);
  if (peek(in) == (object ? '}' : ']')) {
    close_container(in);
    return true;
  }
  if (node->count > 0) {
    if (peek(in) != ',') {
      return fail(in, object ? "expected ',' or '}'" : "expected ',' or ']'");
    }
    in->at++;
  }
  return (!object || read_key(in)) && read_value(in);
}

ftext_status ftext_json_parse(ftext_json *json, const uint8_t *text,
                              size_t length) {
  reader in = {.json = json};

  json->text = text;
  json->length = length;
  json->node_count = 0;
  json->error = NULL;
  if (!read_value(&in)) {
    return in.status;
  }
  while (in.depth > 0) {
    if (!read_element(&in)) {
      return in.status;
    }
  }
  skip_space(&in);
  if (in.at < length) {
    fail(&in, "text behind the value");
  }
  return in.status;
}

void ftext_json_free(ftext_json *json) {
  ftext_release(json->nodes);
  *json = (ftext_json){0};
}

/* Decodes the escape at `text`, of which `length` bytes are left, appends
** its character, and returns how many bytes it took. */
static size_t decode_escape(const uint8_t *text, size_t length,
                            ftext_buffer *out) {
  static const char names[] = "bfnrt";
  static const char values[] = "\b\f\n\r\t";
  const char *name = strchr(names, text[1]);
  uint8_t bytes[4];
  long unit;
  long low;

  if (text[1] != 'u') {
    ftext_buffer_append_byte(out, name == NULL ? text[1]
                                               : (uint8_t)values[name - names]);
    return 2;
  }
  unit = hex_unit(text + 2, length - 2);
  if (unit >= 0xD800 && unit <= 0xDBFF && length >= 12 && text[6] == '\\' &&
      text[7] == 'u') {
    low = hex_unit(text + 8, length - 8);
    if (low >= 0xDC00 && low <= 0xDFFF) {
      unit = 0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00);
      ftext_buffer_append(out, bytes, ftext_utf8_write((uint32_t)unit, bytes));
      return 12;
    }
  }
  if (unit >= 0xD800 && unit <= 0xDFFF) {
    unit = FTEXT_REPLACEMENT;
  }
  ftext_buffer_append(out, bytes, ftext_utf8_write((uint32_t)unit, bytes));
  return 6;
}

void ftext_json_string(const ftext_json *json, uint32_t node,
                       ftext_buffer *out) {
  const uint8_t *text = json->text + json->nodes[node].start;
  size_t length = json->nodes[node].length;
  const uint8_t *backslash;
  size_t plain;

  while (length > 0 && out->status == FTEXT_OK) {
    backslash = json->nodes[node].escaped ? memchr(text, '\\', length) : NULL;
    plain = backslash == NULL ? length : (size_t)(backslash - text);
    ftext_buffer_append(out, text, plain);
    text += plain;
    length -= plain;
    if (length > 0) {
      plain = decode_escape(text, length, out);
      text += plain;
      length -= plain;
    }
  }
}

bool ftext_json_is(const ftext_json *json, uint32_t node, const char *string) {
  const ftext_json_node *found = &json->nodes[node];
  uint8_t bytes[64];
  ftext_buffer decoded = {
      .bytes = bytes, .capacity = sizeof bytes, .limit = sizeof bytes};

  if (found->type != FTEXT_JSON_STRING) {
    return false;
  }
  if (!found->escaped) {
    return found->length == strlen(string) &&
           memcmp(json->text + found->start, string, found->length) == 0;
  }
  /* Decoded into the stack: what does not fit equals no name we know. */
  ftext_json_string(json, node, &decoded);
  return decoded.status == FTEXT_OK && decoded.length == strlen(string) &&
         memcmp(bytes, string, decoded.length) == 0;
}

uint32_t ftext_json_member(const ftext_json *json, uint32_t object,
                           const char *key) {
  const ftext_json_node *node = &json->nodes[object];
  uint32_t found = 0;
  uint32_t at = object + 1;
  uint32_t i;

  if (node->type != FTEXT_JSON_OBJECT) {
    return 0;
  }
  for (i = 0; i < node->count; i += 2) {
    if (ftext_json_is(json, at, key)) {
      found = at + 1;
    }
    at = json->nodes[at + 1].next;
  }
  return found;
}

/* A number's text on the stack with its zero byte, for strtod and friends;
** false where it is longer than any number that they tell apart. */
static bool number_text(const ftext_json *json, uint32_t node, char out[400]) {
  const ftext_json_node *found = &json->nodes[node];

  if (found->type != FTEXT_JSON_NUMBER || found->length >= 400) {
    return false;
  }
  memcpy(out, json->text + found->start, found->length);
  out[found->length] = '\0';
  return true;
}

bool ftext_json_integer(const ftext_json *json, uint32_t node, int64_t *value) {
  const ftext_json_node *found = &json->nodes[node];
  const uint8_t *digits = json->text + found->start;
  bool negative = found->type == FTEXT_JSON_NUMBER && digits[0] == '-';
  uint64_t most = (uint64_t)INT64_MAX + (negative ? 1 : 0);
  uint64_t sum = 0;
  size_t i;

  if (found->type != FTEXT_JSON_NUMBER || !found->whole) {
    return false;
  }
  for (i = negative ? 1 : 0; i < found->length; i++) {
    if (sum > (most - (uint64_t)(digits[i] - '0')) / 10) {
      return false;
    }
    sum = sum * 10 + (uint64_t)(digits[i] - '0');
  }
  *value = negative ? (int64_t)(0 - sum) : (int64_t)sum;
  return true;
}

bool ftext_json_number(const ftext_json *json, uint32_t node, double *value) {
  char text[400];

  if (!number_text(json, node, text)) {
    return false;
  }
  *value = strtod(text, NULL);
  return true;
}

void ftext_json_copy(const ftext_json *json, uint32_t node, ftext_buffer *out) {
  const ftext_json_node *found = &json->nodes[node];
  size_t quote = found->type == FTEXT_JSON_STRING ? 1 : 0;

  ftext_buffer_append(out, json->text + found->start - quote,
                      found->length + 2 * quote);
}
