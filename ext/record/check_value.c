/*
** The checks of single values, and the table of all checks.
*/
#include "record/scope.h"

#include "base/nearest.h"
#include "base/utf8.h"
#include "token/token.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 320 };

/* The words of an argument with ", " between them. */
static const char *list(char out[MOST_WORDS], const char *words) {
  size_t length = 0;

  for (; *words != '\0' && length + 3 < MOST_WORDS; words++) {
    if (*words == ' ') {
      out[length++] = ',';
    }
    out[length++] = *words;
  }
  out[length] = '\0';
  return out;
}

static const char *type_name(const ftext_json *json, uint32_t node) {
  static const char *const names[] = {
      [FTEXT_JSON_NULL] = "null",     [FTEXT_JSON_TRUE] = "boolean",
      [FTEXT_JSON_FALSE] = "boolean", [FTEXT_JSON_NUMBER] = "number",
      [FTEXT_JSON_STRING] = "string", [FTEXT_JSON_ARRAY] = "array",
      [FTEXT_JSON_OBJECT] = "object",
  };

  return names[json->nodes[node].type];
}

static void check_type(ftext_scope *scope, uint32_t node) {
  const char *name = type_name(scope->json, node);
  char words[MOST_WORDS];

  if (!ftext_word_in(scope->rule->argument, name, strlen(name))) {
    ftext_scope_report(scope, "this is of type ", name, "; it must be ",
                       list(words, scope->rule->argument), NULL);
  }
}

static bool is_object(const ftext_scope *scope, uint32_t node) {
  return scope->json->nodes[node].type == FTEXT_JSON_OBJECT;
}

/* The next word of *words and its length, 0 at the end; steps over it. */
static size_t next_word(const char **words, const char **word) {
  const char *end = *words;

  while (*end != '\0' && *end != ' ') {
    end++;
  }
  *word = *words;
  *words = *end == ' ' ? end + 1 : end;
  return (size_t)(end - *word);
}

/* A word of an argument as a string of its own. */
static const char *copy_word(char out[MOST_WORDS], const char *word,
                             size_t length) {
  length = length < MOST_WORDS ? length : MOST_WORDS - 1;
  memcpy(out, word, length);
  out[length] = '\0';
  return out;
}

/* The object's key that may have been meant to be the word. */
static ftext_nearest nearest_key(const ftext_json *json, uint32_t object,
                                 ftext_text word) {
  ftext_nearest nearest = ftext_nearest_to(word);
  uint32_t key = object + 1;
  uint32_t i;

  for (i = 0; i < json->nodes[object].count; i += 2) {
    ftext_nearest_try(&nearest,
                      (ftext_text){json->text + json->nodes[key].start,
                                   json->nodes[key].length});
    key = json->nodes[key + 1].next;
  }
  return nearest;
}

static void check_required(ftext_scope *scope, uint32_t node) {
  const char *words = scope->rule->argument;
  const char *word;
  char copy[MOST_WORDS];
  ftext_nearest key;
  size_t length;

  while (is_object(scope, node) && (length = next_word(&words, &word)) > 0) {
    if (ftext_named_member(scope->json, node, word, length) == 0) {
      key = nearest_key(scope->json, node,
                        (ftext_text){(const uint8_t *)word, length});
      ftext_scope_report(scope, "'", copy_word(copy, word, length),
                         "' is missing", key.found[0] != '\0' ? ", and " : "",
                         key.found, key.found[0] != '\0' ? " is there" : "",
                         NULL);
    }
  }
}

static void check_forbidden(ftext_scope *scope, uint32_t node) {
  const char *words = scope->rule->argument;
  const char *word;
  char copy[MOST_WORDS];
  size_t length;
  uint32_t value;

  while ((length = next_word(&words, &word)) > 0) {
    value = ftext_named_member(scope->json, node, word, length);
    if (value > 0) {
      ftext_scope_member(scope, value - 1);
      ftext_scope_report(scope, "'", copy_word(copy, word, length),
                         "' is not allowed here", NULL);
      ftext_scope_leave(scope);
    }
  }
}

/* Whether a key node is one of the argument's words. */
static bool is_known_key(const ftext_scope *scope, uint32_t key) {
  const ftext_json_node *found = &scope->json->nodes[key];

  return ftext_word_in(scope->rule->argument,
                       (const char *)scope->json->text + found->start,
                       found->length);
}

/* Which of the argument's words a node that is none of them may mean. */
static const char *hint_at(char out[FTEXT_HINT_SIZE], const ftext_scope *scope,
                           uint32_t node) {
  const ftext_json_node *found = &scope->json->nodes[node];
  ftext_text text = {scope->json->text + found->start, found->length};
  ftext_nearest nearest = ftext_nearest_word(text, scope->rule->argument);

  return ftext_nearest_hint(out, &nearest);
}

static void check_keys(ftext_scope *scope, uint32_t node) {
  char words[MOST_WORDS];
  char quoted[FTEXT_QUOTE_SIZE];
  char hint[FTEXT_HINT_SIZE];
  uint32_t key = node + 1;
  uint32_t i;

  if (!is_object(scope, node)) {
    return;
  }
  for (i = 0; i < scope->json->nodes[node].count; i += 2) {
    if (!is_known_key(scope, key)) {
      ftext_scope_member(scope, key);
      ftext_scope_report(
          scope, "unknown key ", ftext_quote_node(quoted, scope->json, key),
          hint_at(hint, scope, key),
          " (known: ", list(words, scope->rule->argument), ")", NULL);
      ftext_scope_leave(scope);
    }
    key = scope->json->nodes[key + 1].next;
  }
}

static void check_other_keys(ftext_scope *scope, uint32_t node) {
  char words[MOST_WORDS];
  uint32_t key = node + 1;
  uint32_t i;

  if (!is_object(scope, node)) {
    return;
  }
  for (i = 0; i < scope->json->nodes[node].count; i += 2) {
    if (!is_known_key(scope, key)) {
      return;
    }
    key = scope->json->nodes[key + 1].next;
  }
  ftext_scope_report(scope, "there is no key besides ",
                     list(words, scope->rule->argument), NULL);
}

/* How many of the argument's members are there and not null. */
static size_t count_keys(const ftext_scope *scope, uint32_t node) {
  const char *words = scope->rule->argument;
  const char *word;
  size_t count = 0;
  size_t length;
  uint32_t value;

  while ((length = next_word(&words, &word)) > 0) {
    value = ftext_named_member(scope->json, node, word, length);
    count +=
        value > 0 && scope->json->nodes[value].type != FTEXT_JSON_NULL ? 1 : 0;
  }
  return count;
}

static void check_some_key(ftext_scope *scope, uint32_t node) {
  char words[MOST_WORDS];

  if (is_object(scope, node) && count_keys(scope, node) == 0) {
    ftext_scope_report(scope, "it needs one of ",
                       list(words, scope->rule->argument), NULL);
  }
}

static void check_one_key(ftext_scope *scope, uint32_t node) {
  char words[MOST_WORDS];

  if (is_object(scope, node) && count_keys(scope, node) != 1) {
    ftext_scope_report(scope, "it needs exactly one of ",
                       list(words, scope->rule->argument), NULL);
  }
}

static void check_not_all_keys(ftext_scope *scope, uint32_t node) {
  const char *words = scope->rule->argument;
  const char *word;
  char joined[MOST_WORDS];
  size_t count = 0;

  while (next_word(&words, &word) > 0) {
    count++;
  }
  if (is_object(scope, node) && count_keys(scope, node) == count) {
    ftext_scope_report(scope, "it must not have all of ",
                       list(joined, scope->rule->argument), NULL);
  }
}

static void check_one_of(ftext_scope *scope, uint32_t node) {
  const char *words = scope->rule->argument;
  const char *word;
  char joined[MOST_WORDS];
  char quoted[FTEXT_QUOTE_SIZE];
  char hint[FTEXT_HINT_SIZE];
  size_t length;

  while ((length = next_word(&words, &word)) > 0) {
    if (ftext_node_is(scope->json, node, word, length)) {
      return;
    }
  }
  ftext_scope_report(scope, ftext_quote_node(quoted, scope->json, node),
                     " is none of ", list(joined, scope->rule->argument),
                     hint_at(hint, scope, node), NULL);
}

static void check_integer(ftext_scope *scope, uint32_t node) {
  char *end;
  long long least = strtoll(scope->rule->argument, &end, 10);
  long long most = strtoll(end, NULL, 10);
  char words[MOST_WORDS];
  char quoted[FTEXT_QUOTE_SIZE];
  int64_t value;

  if (!ftext_json_integer(scope->json, node, &value) || value < least ||
      value > most) {
    snprintf(words, sizeof words, " is no whole number from %lld to %lld",
             least, most);
    ftext_scope_report(scope, ftext_quote_node(quoted, scope->json, node),
                       words, NULL);
  }
}

static void check_at_least(ftext_scope *scope, uint32_t node) {
  char quoted[FTEXT_QUOTE_SIZE];
  double value;

  if (!ftext_json_number(scope->json, node, &value) ||
      value < strtod(scope->rule->argument, NULL)) {
    ftext_scope_report(scope, ftext_quote_node(quoted, scope->json, node),
                       " is no number from ", scope->rule->argument, " up",
                       NULL);
  }
}

static void check_filled(ftext_scope *scope, uint32_t node) {
  const ftext_json_node *found = &scope->json->nodes[node];

  if ((found->type == FTEXT_JSON_STRING && found->length == 0) ||
      ((found->type == FTEXT_JSON_ARRAY || found->type == FTEXT_JSON_OBJECT) &&
       found->count == 0)) {
    ftext_scope_report(scope, "this is empty", NULL);
  }
}

static void check_count(ftext_scope *scope, uint32_t node) {
  char *end;
  unsigned long least = strtoul(scope->rule->argument, &end, 10);
  unsigned long most = strtoul(end, NULL, 10);
  const ftext_json_node *found = &scope->json->nodes[node];
  char words[MOST_WORDS];

  if (found->type == FTEXT_JSON_ARRAY &&
      (found->count < least || found->count > most)) {
    if (least == most) {
      snprintf(words, sizeof words, "there are %u; it must be %lu",
               (unsigned)found->count, least);
    } else {
      snprintf(words, sizeof words, "there are %u; it must be %lu to %lu",
               (unsigned)found->count, least, most);
    }
    ftext_scope_report(scope, words, NULL);
  }
}

static bool is_letter_or_digit(uint8_t byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

static void check_characters(ftext_scope *scope, uint32_t node) {
  char *end;
  unsigned long least = strtoul(scope->rule->argument, &end, 10);
  unsigned long most = strtoul(end, &end, 10);
  const char *others = end + strspn(end, " ");
  const ftext_json_node *found = &scope->json->nodes[node];
  const uint8_t *text = scope->json->text + found->start;
  char quoted[FTEXT_QUOTE_SIZE];
  char words[MOST_WORDS];
  size_t i;

  for (i = 0; i < found->length; i++) {
    if (!is_letter_or_digit(text[i]) &&
        (text[i] == 0 || strchr(others, text[i]) == NULL)) {
      break;
    }
  }
  if (found->type != FTEXT_JSON_STRING || i < found->length ||
      found->length < least || found->length > most) {
    snprintf(words, sizeof words, " is not %lu to %lu letters and digits",
             least, most);
    ftext_scope_report(scope, ftext_quote_node(quoted, scope->json, node),
                       words, *others != '\0' ? " or any of " : "", others,
                       NULL);
  }
}

static void check_same_count(ftext_scope *scope, uint32_t node) {
  const char *words = scope->rule->argument;
  const char *word;
  char joined[MOST_WORDS];
  uint32_t first = 0;
  size_t length;
  uint32_t value;

  while ((length = next_word(&words, &word)) > 0) {
    value = ftext_named_member(scope->json, node, word, length);
    if (value == 0 || scope->json->nodes[value].type != FTEXT_JSON_ARRAY) {
      continue;
    }
    if (first > 0 &&
        scope->json->nodes[first].count != scope->json->nodes[value].count) {
      ftext_scope_report(scope, "not as many elements in each of ",
                         list(joined, scope->rule->argument), NULL);
      return;
    }
    first = value;
  }
}

/* A string that is the text of a JSON object, as arguments are. */
static void check_json_text(ftext_scope *scope, uint32_t node) {
  bool array = scope->rule->argument != NULL;
  ftext_json inner = {0};
  ftext_buffer text;
  ftext_status status;

  if (scope->json->nodes[node].type != FTEXT_JSON_STRING) {
    ftext_scope_report(scope, "this must be a string that holds a JSON object",
                       NULL);
    return;
  }
  ftext_buffer_init(&text, SIZE_MAX);
  ftext_json_string(scope->json, node, &text);
  status = text.status != FTEXT_OK
               ? text.status
               : ftext_json_parse(
                     &inner, text.length > 0 ? text.bytes : (const uint8_t *)"",
                     text.length);
  if (status == FTEXT_INVALID) {
    ftext_scope_report(scope, "the string holds no JSON: ", inner.error, NULL);
  } else if (status != FTEXT_OK) {
    scope->status = status;
  } else if (inner.nodes[0].type != FTEXT_JSON_OBJECT &&
             !(array && inner.nodes[0].type == FTEXT_JSON_ARRAY)) {
    ftext_scope_report(scope, "the string holds no JSON object",
                       array ? " or array" : "", NULL);
  }
  ftext_json_free(&inner);
  ftext_buffer_free(&text);
}

/* Characters of all strings among the object's own members. */
static void check_text_size(ftext_scope *scope, uint32_t node) {
  unsigned long long most = strtoull(scope->rule->argument, NULL, 10);
  unsigned long long sum = 0;
  uint32_t key = node + 1;
  char words[MOST_WORDS];
  uint32_t i;

  for (i = 0; is_object(scope, node) && i < scope->json->nodes[node].count;
       i += 2) {
    if (scope->json->nodes[key + 1].type == FTEXT_JSON_STRING) {
      sum += ftext_utf8_count(scope->json->text +
                                  scope->json->nodes[key + 1].start,
                              scope->json->nodes[key + 1].length);
    }
    key = scope->json->nodes[key + 1].next;
  }
  if (sum > most) {
    snprintf(words, sizeof words, "%llu characters; at most %llu are allowed",
             sum, most);
    ftext_scope_report(scope, words, NULL);
  }
}

/* At most so many tokens; a token has a byte at least, so that short
** strings need no count. */
static void check_tokens(ftext_scope *scope, uint32_t node) {
  unsigned long long most = strtoull(scope->rule->argument, NULL, 10);
  const ftext_json_node *found = &scope->json->nodes[node];
  ftext_buffer text;
  uint64_t count = 0;
  char words[MOST_WORDS];

  if (found->type != FTEXT_JSON_STRING || found->length <= most) {
    return;
  }
  ftext_buffer_init(&text, SIZE_MAX);
  ftext_json_string(scope->json, node, &text);
  scope->status = text.status;
  if (text.status == FTEXT_OK) {
    scope->status = ftext_token_count(
        scope->encoding, (ftext_text){text.bytes, text.length}, most, &count);
  }
  if (count > most) {
    snprintf(words, sizeof words, "more than %llu tokens in ", most);
    ftext_scope_report(scope, words, ftext_encoding_name(scope->encoding),
                       NULL);
  }
  ftext_buffer_free(&text);
}

void ftext_check_value(ftext_scope *scope, uint32_t node) {
  static ftext_rule_check *const checks[] = {
      [RULE_TYPE] = check_type,
      [RULE_REQUIRED] = check_required,
      [RULE_FORBIDDEN] = check_forbidden,
      [RULE_KEYS] = check_keys,
      [RULE_OTHER_KEYS] = check_other_keys,
      [RULE_SOME_KEY] = check_some_key,
      [RULE_ONE_KEY] = check_one_key,
      [RULE_NOT_ALL_KEYS] = check_not_all_keys,
      [RULE_ONE_OF] = check_one_of,
      [RULE_INTEGER] = check_integer,
      [RULE_AT_LEAST] = check_at_least,
      [RULE_FILLED] = check_filled,
      [RULE_COUNT] = check_count,
      [RULE_CHARACTERS] = check_characters,
      [RULE_JSON_TEXT] = check_json_text,
      [RULE_SCHEMA] = ftext_check_schema,
      [RULE_FIRST] = ftext_check_first,
      [RULE_LAST] = ftext_check_last,
      [RULE_SOME] = ftext_check_some,
      [RULE_AT_MOST] = ftext_check_at_most,
      [RULE_ONLY_FIRST] = ftext_check_only_first,
      [RULE_CHANGES] = ftext_check_changes,
      [RULE_FOLLOWS] = ftext_check_follows,
      [RULE_POSITIONS] = ftext_check_positions,
      [RULE_SAME_COUNT] = check_same_count,
      [RULE_SAME_TYPE] = ftext_check_same_type,
      [RULE_TOOL_REPLIES] = ftext_check_tool_replies,
      [RULE_ANSWERED] = ftext_check_answered,
      [RULE_IMAGES] = ftext_check_images,
      [RULE_IMAGE_WEIGHT] = ftext_check_image_weight,
      [RULE_IMAGE] = ftext_check_image,
      [RULE_TEXT_SIZE] = check_text_size,
      [RULE_TOKENS] = check_tokens,
  };

  checks[scope->rule->kind](scope, node);
}
