/*
** The checks that look at several messages, or deep into one.
*/
#include "record/scope.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORD = 200 };

static bool is_list(const ftext_scope *scope, uint32_t node) {
  return scope->json->nodes[node].type == FTEXT_JSON_ARRAY &&
         scope->json->nodes[node].count > 0;
}

static bool meets(const ftext_scope *scope, uint32_t node, const char *text) {
  return ftext_condition(scope->json, node, text, text + strlen(text));
}

/* A condition in words: "role=user|model" is "role user or model". */
static const char *in_words(char out[MOST_WORD], const char *condition) {
  size_t length = 0;
  const char *text;

  for (; *condition != '\0' && length + 16 < MOST_WORD; condition++) {
    text = NULL;
    if (*condition == '!' && condition[1] == '=') {
      text = " other than ";
      condition++;
    } else if (*condition == '=') {
      text = " ";
    } else if (*condition == '|') {
      text = " or ";
    } else if (*condition == '&') {
      text = " and ";
    } else if (*condition == '!') {
      text = "no ";
    }
    if (text == NULL) {
      out[length++] = *condition;
    } else {
      memcpy(out + length, text, strlen(text));
      length += strlen(text);
    }
  }
  out[length] = '\0';
  return out;
}

static void report_element(ftext_scope *scope, uint32_t index,
                           const char *what) {
  char words[MOST_WORD];

  ftext_scope_element(scope, index);
  ftext_scope_report(scope, what, in_words(words, scope->rule->argument), NULL);
  ftext_scope_leave(scope);
}

void ftext_check_first(ftext_scope *scope, uint32_t node) {
  if (is_list(scope, node) && !meets(scope, node + 1, scope->rule->argument)) {
    report_element(scope, 0, "the first must have ");
  }
}

void ftext_check_last(ftext_scope *scope, uint32_t node) {
  uint32_t count = scope->json->nodes[node].count;

  if (is_list(scope, node) &&
      !meets(scope, ftext_json_child(scope->json, node, count - 1),
             scope->rule->argument)) {
    report_element(scope, count - 1, "the last must have ");
  }
}

/* How many elements meet the condition. */
static uint32_t count_meeting(const ftext_scope *scope, uint32_t node,
                              const char *condition) {
  uint32_t child = node + 1;
  uint32_t count = 0;
  uint32_t i;

  for (i = 0; i < scope->json->nodes[node].count; i++) {
    count += meets(scope, child, condition) ? 1 : 0;
    child = scope->json->nodes[child].next;
  }
  return count;
}

void ftext_check_some(ftext_scope *scope, uint32_t node) {
  char words[MOST_WORD];

  if (scope->json->nodes[node].type == FTEXT_JSON_ARRAY &&
      count_meeting(scope, node, scope->rule->argument) == 0) {
    ftext_scope_report(scope, "none has ",
                       in_words(words, scope->rule->argument), NULL);
  }
}

void ftext_check_at_most(ftext_scope *scope, uint32_t node) {
  char *condition;
  unsigned long most = strtoul(scope->rule->argument, &condition, 10);
  char words[MOST_WORD];
  char number[MOST_WORD];

  condition += strspn(condition, " ");
  if (is_list(scope, node) && count_meeting(scope, node, condition) > most) {
    snprintf(number, sizeof number, "more than %lu have ", most);
    ftext_scope_report(scope, number, in_words(words, condition), NULL);
  }
}

void ftext_check_only_first(ftext_scope *scope, uint32_t node) {
  uint32_t child = node + 1;
  uint32_t i;

  for (i = 0; is_list(scope, node) && i < scope->json->nodes[node].count; i++) {
    if (i > 0 && meets(scope, child, scope->rule->argument)) {
      report_element(scope, i, "only the first may have ");
    }
    child = scope->json->nodes[child].next;
  }
}

/* The first word of the argument, where the rule is about one member. */
static const char *member_of(const ftext_scope *scope, char out[MOST_WORD]) {
  size_t length = strcspn(scope->rule->argument, " ");

  memcpy(out, scope->rule->argument, length);
  out[length] = '\0';
  return out;
}

static bool same_string(const ftext_json *json, uint32_t a, uint32_t b) {
  const ftext_json_node *x = &json->nodes[a];
  const ftext_json_node *y = &json->nodes[b];

  return x->type == FTEXT_JSON_STRING && y->type == FTEXT_JSON_STRING &&
         x->length == y->length &&
         memcmp(json->text + x->start, json->text + y->start, x->length) == 0;
}

void ftext_check_changes(ftext_scope *scope, uint32_t node) {
  char name[MOST_WORD];
  char quoted[FTEXT_QUOTE_SIZE];
  const ftext_json *json = scope->json;
  uint32_t child = node + 1;
  uint32_t before = 0;
  uint32_t value;
  uint32_t i;

  member_of(scope, name);
  for (i = 0; is_list(scope, node) && i < json->nodes[node].count; i++) {
    value = ftext_json_member(json, child, name);
    if (value > 0 && before > 0 && same_string(json, before, value) &&
        !ftext_word_in(scope->rule->argument + strlen(name),
                       (const char *)json->text + json->nodes[value].start,
                       json->nodes[value].length)) {
      ftext_scope_element(scope, i);
      ftext_scope_report(scope, name, " ",
                         ftext_quote_node(quoted, json, value),
                         " twice running", NULL);
      ftext_scope_leave(scope);
    }
    before = value;
    child = json->nodes[child].next;
  }
}

/* Whether the argument lets `value` follow `before`: "... before>a,b ..." */
static bool may_follow(const ftext_scope *scope, uint32_t before,
                       uint32_t value) {
  const char *at = strchr(scope->rule->argument, ' ');
  const ftext_json_node *found = &scope->json->nodes[value];
  char word[MOST_WORD];
  size_t length;

  while (at != NULL) {
    at++;
    length = strcspn(at, ">");
    memcpy(word, at, length);
    word[length] = '\0';
    at += length + 1;
    if (ftext_json_is(scope->json, before, word)) {
      length = strcspn(at, " ");
      memcpy(word, at, length);
      word[length] = '\0';
      return ftext_word_in(word, (const char *)scope->json->text + found->start,
                           found->length);
    }
    at = strchr(at, ' ');
  }
  return true;
}

void ftext_check_follows(ftext_scope *scope, uint32_t node) {
  char name[MOST_WORD];
  char before_quoted[FTEXT_QUOTE_SIZE];
  char quoted[FTEXT_QUOTE_SIZE];
  const ftext_json *json = scope->json;
  uint32_t child = node + 1;
  uint32_t before = 0;
  uint32_t value;
  uint32_t i;

  member_of(scope, name);
  for (i = 0; is_list(scope, node) && i < json->nodes[node].count; i++) {
    value = ftext_json_member(json, child, name);
    if (value > 0 && before > 0 && !may_follow(scope, before, value)) {
      ftext_scope_element(scope, i);
      ftext_scope_report(scope, name, " ",
                         ftext_quote_node(quoted, json, value),
                         " must not follow ",
                         ftext_quote_node(before_quoted, json, before), NULL);
      ftext_scope_leave(scope);
    }
    before = value;
    child = json->nodes[child].next;
  }
}

void ftext_check_positions(ftext_scope *scope, uint32_t node) {
  char name[MOST_WORD];
  char quoted[FTEXT_QUOTE_SIZE];
  const ftext_json *json = scope->json;
  const char *odd = strchr(scope->rule->argument, ' ') + 1;
  const char *even = strchr(odd, ' ') + 1;
  char words[MOST_WORD];
  uint32_t child = node + 1;
  uint32_t place = 0;
  uint32_t value;
  uint32_t i;

  member_of(scope, name);
  for (i = 0; is_list(scope, node) && i < json->nodes[node].count; i++) {
    value = ftext_json_member(json, child, name);
    child = json->nodes[child].next;
    if (i == 0 && value > 0 && ftext_json_is(json, value, "system")) {
      continue;
    }
    place++;
    snprintf(words, sizeof words, "%.*s",
             (int)(place % 2 == 1 ? even - odd - 1 : (int)strlen(even)),
             place % 2 == 1 ? odd : even);
    if (value > 0 && json->nodes[value].type == FTEXT_JSON_STRING &&
        !ftext_word_in(words,
                       (const char *)json->text + json->nodes[value].start,
                       json->nodes[value].length)) {
      ftext_scope_element(scope, i);
      ftext_scope_report(scope, name, " ",
                         ftext_quote_node(quoted, json, value),
                         " stands where one of ", words, " must stand", NULL);
      ftext_scope_leave(scope);
    }
  }
}

void ftext_check_same_type(ftext_scope *scope, uint32_t node) {
  const ftext_json *json = scope->json;
  uint32_t child = node + 1;
  uint32_t first = 0;
  uint32_t value;
  uint32_t i;

  for (i = 0; is_list(scope, node) && i < json->nodes[node].count; i++) {
    value = ftext_json_member(json, child, scope->rule->argument);
    child = json->nodes[child].next;
    if (value == 0 || json->nodes[value].type == FTEXT_JSON_NULL) {
      continue;
    }
    if (first > 0 && json->nodes[first].type != json->nodes[value].type) {
      ftext_scope_report(scope, "'", scope->rule->argument,
                         "' is a string in some and an array in others", NULL);
      return;
    }
    first = first > 0 ? first : value;
  }
}

/* How many calls an assistant's message makes. */
static uint32_t count_calls(const ftext_json *json, uint32_t message) {
  uint32_t calls = ftext_json_member(json, message, "tool_calls");

  return calls > 0 && json->nodes[calls].type == FTEXT_JSON_ARRAY
             ? json->nodes[calls].count
             : 0;
}

void ftext_check_tool_replies(ftext_scope *scope, uint32_t node) {
  const ftext_json *json = scope->json;
  uint32_t child = node + 1;
  uint64_t calls = 0;
  uint64_t replies = 0;
  uint32_t i;

  for (i = 0; is_list(scope, node) && i < json->nodes[node].count; i++) {
    calls += count_calls(json, child);
    if (meets(scope, child, "role=tool") && ++replies > calls) {
      ftext_scope_element(scope, i);
      ftext_scope_report(scope, "more tool messages than tool calls", NULL);
      ftext_scope_leave(scope);
    }
    child = json->nodes[child].next;
  }
}

void ftext_check_answered(ftext_scope *scope, uint32_t node) {
  const ftext_json *json = scope->json;
  uint32_t child = node + 1;
  bool waiting = false;
  uint32_t i;

  for (i = 0; is_list(scope, node) && i < json->nodes[node].count; i++) {
    if (waiting && !meets(scope, child, "role=tool")) {
      ftext_scope_element(scope, i);
      ftext_scope_report(scope, "a tool message must follow tool calls", NULL);
      ftext_scope_leave(scope);
    }
    waiting = count_calls(json, child) > 0;
    child = json->nodes[child].next;
  }
}

void ftext_check_images(ftext_scope *scope, uint32_t node) {
  unsigned long most = strtoul(scope->rule->argument, NULL, 10);
  const ftext_json *json = scope->json;
  uint32_t child = node + 1;
  unsigned long count = 0;
  uint32_t content;
  uint32_t i;

  for (i = 0; is_list(scope, node) && i < json->nodes[node].count; i++) {
    content = ftext_json_member(json, child, "content");
    if (content > 0 && json->nodes[content].type == FTEXT_JSON_ARRAY) {
      count += count_meeting(scope, content, "type=image_url");
    }
    child = json->nodes[child].next;
  }
  if (count > most) {
    ftext_scope_report(scope, "more than ", scope->rule->argument, " images",
                       NULL);
  }
}

void ftext_check_image_weight(ftext_scope *scope, uint32_t node) {
  uint32_t content = ftext_json_member(scope->json, node, "content");
  uint32_t weight = ftext_json_member(scope->json, node, "weight");
  int64_t value;

  if (content > 0 && weight > 0 &&
      scope->json->nodes[content].type == FTEXT_JSON_ARRAY &&
      count_meeting(scope, content, "type=image_url") > 0 &&
      ftext_json_integer(scope->json, weight, &value) && value != 0) {
    ftext_scope_report(scope, "the weight of a message with an image must be 0",
                       NULL);
  }
}

/* Bytes of the image in a base64 data: URL, or -1 where it is none. */
static int64_t image_size(const uint8_t *url, size_t length) {
  static const char *const starts[] = {"data:image/jpeg;base64,",
                                       "data:image/png;base64,",
                                       "data:image/webp;base64,"};
  size_t start;
  size_t i;

  for (i = 0; i < sizeof starts / sizeof starts[0]; i++) {
    start = strlen(starts[i]);
    if (length > start && memcmp(url, starts[i], start) == 0) {
      return (int64_t)((length - start) / 4 * 3);
    }
  }
  return -1;
}

void ftext_check_image(ftext_scope *scope, uint32_t node) {
  long long most = strtoll(scope->rule->argument, NULL, 10);
  uint32_t url = ftext_json_member(scope->json, node, "url");
  ftext_buffer text;
  int64_t size;

  if (url == 0 || scope->json->nodes[url].type != FTEXT_JSON_STRING) {
    ftext_scope_report(scope, "'url' is missing", NULL);
    return;
  }
  ftext_buffer_init(&text, SIZE_MAX);
  ftext_json_string(scope->json, url, &text);
  size = image_size(text.bytes, text.length);
  if (text.status != FTEXT_OK) {
    scope->status = text.status;
  } else if (size < 0) {
    ftext_scope_report(
        scope, "the image is no base64 data: URL of jpeg, png or webp", NULL);
  } else if (size > most) {
    ftext_scope_report(scope, "the image has more than ", scope->rule->argument,
                       " bytes", NULL);
  }
  ftext_buffer_free(&text);
}
