#include "record/rule.h"

#include "record/scope.h"

#include <stdarg.h>
#include <string.h>

enum { MOST_NAME = 64 };

bool ftext_word_in(const char *words, const char *word, size_t length) {
  const char *end;

  for (;;) {
    end = words;
    while (*end != '\0' && *end != ' ' && *end != ',') {
      end++;
    }
    if (length > 0 && (size_t)(end - words) == length &&
        memcmp(words, word, length) == 0) {
      return true;
    }
    if (*end == '\0') {
      return false;
    }
    words = end + 1;
  }
}

uint32_t ftext_json_child(const ftext_json *json, uint32_t node,
                          uint32_t position) {
  uint32_t at = node + 1;

  while (position-- > 0) {
    at = json->nodes[at].next;
  }
  return at;
}

bool ftext_node_is(const ftext_json *json, uint32_t node, const char *word,
                   size_t length) {
  const ftext_json_node *found = &json->nodes[node];
  char whole[MOST_NAME];

  if (!found->escaped) {
    return found->type == FTEXT_JSON_STRING && found->length == length &&
           memcmp(json->text + found->start, word, length) == 0;
  }
  if (length >= sizeof whole) {
    return false;
  }
  memcpy(whole, word, length);
  whole[length] = '\0';
  return ftext_json_is(json, node, whole);
}

uint32_t ftext_named_member(const ftext_json *json, uint32_t object,
                            const char *name, size_t length) {
  const ftext_json_node *node = &json->nodes[object];
  uint32_t found = 0;
  uint32_t key = object + 1;
  uint32_t i;

  if (node->type != FTEXT_JSON_OBJECT) {
    return 0;
  }
  for (i = 0; i < node->count; i += 2) {
    if (ftext_node_is(json, key, name, length)) {
      found = key + 1; /* of several the last one counts */
    }
    key = json->nodes[key + 1].next;
  }
  return found;
}

/* How many characters lead to one of those that end a name. */
static size_t name_length(const char *text) {
  size_t length = 0;

  while ((text[length] >= 'a' && text[length] <= 'z') ||
         (text[length] >= 'A' && text[length] <= 'Z') || text[length] == '_') {
    length++;
  }
  return length;
}

static bool is_filled(const ftext_json *json, uint32_t node) {
  switch (json->nodes[node].type) {
  case FTEXT_JSON_NULL:
  case FTEXT_JSON_FALSE:
    return false;
  case FTEXT_JSON_STRING:
    return json->nodes[node].length > 0;
  case FTEXT_JSON_ARRAY:
  case FTEXT_JSON_OBJECT:
    return json->nodes[node].count > 0;
  default:
    return true;
  }
}

/* Whether the string node, if it is one, is one of the '|' words. */
static bool is_one(const ftext_json *json, uint32_t node, const char *words,
                   const char *end) {
  const char *behind;

  while (node > 0 && words < end) {
    behind = memchr(words, '|', (size_t)(end - words));
    behind = behind == NULL ? end : behind;
    if (ftext_node_is(json, node, words, (size_t)(behind - words))) {
      return true;
    }
    words = behind + 1;
  }
  return false;
}

/* One term of a condition, from `term` to `end`. */
static bool meets_term(const ftext_json *json, uint32_t node, const char *term,
                       const char *end) {
  bool negated = *term == '!';
  const char *name = negated ? term + 1 : term;
  size_t length = name_length(name);
  uint32_t value = ftext_named_member(json, node, name, length);

  if (name + length == end) {
    return (value > 0 && is_filled(json, value)) != negated;
  }
  if (name[length] == '!') {
    return !is_one(json, value, name + length + 2, end);
  }
  return is_one(json, value, name + length + 1, end);
}

bool ftext_condition(const ftext_json *json, uint32_t node,
                     const char *condition, const char *end) {
  const char *term = condition;
  const char *behind;

  while (term < end) {
    behind = memchr(term, '&', (size_t)(end - term));
    behind = behind == NULL ? end : behind;
    if (!meets_term(json, node, term, behind)) {
      return false;
    }
    term = behind + 1;
  }
  return true;
}

static void enter(ftext_scope *scope, bool is_index, uint32_t at) {
  if (scope->depth < FTEXT_MOST_STEPS) {
    scope->steps[scope->depth] = (ftext_step){is_index, at};
  }
  scope->depth++;
}

void ftext_scope_member(ftext_scope *scope, uint32_t key) {
  enter(scope, false, key);
}

void ftext_scope_element(ftext_scope *scope, uint32_t index) {
  enter(scope, true, index);
}

void ftext_scope_leave(ftext_scope *scope) {
  scope->depth--;
}

/* A name that needs no quotes in a path. */
static bool is_plain(const ftext_json_node *key, const uint8_t *text) {
  size_t i;

  for (i = 0; i < key->length; i++) {
    if (!((text[i] >= 'a' && text[i] <= 'z') ||
          (text[i] >= 'A' && text[i] <= 'Z') || text[i] == '_' ||
          (i > 0 && text[i] >= '0' && text[i] <= '9'))) {
      return false;
    }
  }
  return key->length > 0;
}

/* The path in SQLite's notation: $.messages[2].role */
static void write_path(const ftext_scope *scope, ftext_buffer *out) {
  const ftext_json_node *key;
  const uint8_t *text;
  size_t i;

  ftext_buffer_append_byte(out, '$');
  for (i = 0; i < scope->depth && i < FTEXT_MOST_STEPS; i++) {
    if (scope->steps[i].is_index) {
      ftext_buffer_append_byte(out, '[');
      ftext_buffer_append_integer(out, scope->steps[i].at);
      ftext_buffer_append_byte(out, ']');
      continue;
    }
    key = &scope->json->nodes[scope->steps[i].at];
    text = scope->json->text + key->start;
    ftext_buffer_append_byte(out, '.');
    if (is_plain(key, text)) {
      ftext_buffer_append(out, text, key->length);
    } else {
      ftext_json_copy(scope->json, scope->steps[i].at, out);
    }
  }
}

void ftext_findings_add(ftext_findings *findings, const char *rule,
                        ftext_text path, ftext_text message) {
  ftext_buffer *out = &findings->out;

  ftext_buffer_append_byte(out, findings->count == 0 ? '[' : ',');
  ftext_buffer_append_string(out, "{\"rule\":\"");
  ftext_buffer_append_string(out, rule);
  ftext_buffer_append_string(out, "\",\"path\":");
  ftext_json_write(out, path.bytes, path.length);
  ftext_buffer_append_string(out, ",\"message\":");
  ftext_json_write(out, message.bytes, message.length);
  ftext_buffer_append_byte(out, '}');
  findings->count++;
}

void ftext_scope_report(ftext_scope *scope, ...) {
  ftext_buffer path;
  ftext_buffer message;
  const char *part;
  va_list parts;

  scope->count++;
  if (scope->findings == NULL) {
    return;
  }
  ftext_buffer_init(&path, SIZE_MAX);
  ftext_buffer_init(&message, SIZE_MAX);
  write_path(scope, &path);
  va_start(parts, scope);
  while ((part = va_arg(parts, const char *)) != NULL) {
    ftext_buffer_append_string(&message, part);
  }
  va_end(parts);
  if (path.status != FTEXT_OK || message.status != FTEXT_OK) {
    scope->status = FTEXT_NO_MEMORY;
  } else {
    ftext_findings_add(scope->findings, scope->rule->name,
                       (ftext_text){path.bytes, path.length},
                       (ftext_text){message.bytes, message.length});
  }
  ftext_buffer_free(&path);
  ftext_buffer_free(&message);
}

const char *ftext_quote_node(char out[FTEXT_QUOTE_SIZE], const ftext_json *json,
                             uint32_t node) {
  const ftext_json_node *found = &json->nodes[node];

  return ftext_quote(out,
                     (ftext_text){json->text + found->start, found->length});
}

static void apply_table(ftext_scope *scope, const ftext_rule *rules,
                        uint32_t node);
static void walk(ftext_scope *scope, uint32_t node, const char *path);

static void walk_elements(ftext_scope *scope, uint32_t node, const char *path) {
  const char *end = strchr(path, ']');
  uint32_t child = node + 1;
  uint32_t i;

  if (scope->json->nodes[node].type != FTEXT_JSON_ARRAY) {
    return;
  }
  for (i = 0; i < scope->json->nodes[node].count; i++) {
    if (ftext_condition(scope->json, child, path + 1, end)) {
      ftext_scope_element(scope, i);
      walk(scope, child, end + 1);
      ftext_scope_leave(scope);
    }
    child = scope->json->nodes[child].next;
  }
}

static void walk_members(ftext_scope *scope, uint32_t node, const char *path) {
  uint32_t key = node + 1;
  uint32_t i;

  if (scope->json->nodes[node].type != FTEXT_JSON_OBJECT) {
    return;
  }
  for (i = 0; i < scope->json->nodes[node].count; i += 2) {
    ftext_scope_member(scope, key);
    walk(scope, key + 1, path + 1);
    ftext_scope_leave(scope);
    key = scope->json->nodes[key + 1].next;
  }
}

/* Follows the path; recursion is as deep as the path of a rule is long. */
static void walk(ftext_scope *scope, uint32_t node, const char *path) {
  const char *end;
  uint32_t value;
  size_t length;

  path += *path == '.' ? 1 : 0;
  switch (*path) {
  case '\0':
    if (scope->rule->kind == RULE_TABLE) {
      apply_table(scope, scope->rule->table, node);
    } else {
      ftext_check_value(scope, node);
    }
    return;
  case '[':
    walk_elements(scope, node, path);
    return;
  case '*':
    walk_members(scope, node, path);
    return;
  case '{':
    end = strchr(path, '}');
    if (ftext_condition(scope->json, node, path + 1, end)) {
      walk(scope, node, end + 1);
    }
    return;
  default:
    length = name_length(path);
    value = ftext_named_member(scope->json, node, path, length);
    if (value > 0) {
      ftext_scope_member(scope, value - 1);
      walk(scope, value, path + length);
      ftext_scope_leave(scope);
    }
  }
}

static void apply_table(ftext_scope *scope, const ftext_rule *rules,
                        uint32_t node) {
  const ftext_rule *outer = scope->rule;

  for (; rules->name != NULL; rules++) {
    scope->rule = rules;
    walk(scope, node, rules->path);
  }
  scope->rule = outer;
}

size_t ftext_rules_apply(const ftext_rule *rules, const ftext_json *json,
                         const ftext_encoding *encoding,
                         ftext_findings *findings, ftext_status *status) {
  ftext_scope scope = {
      .json = json, .encoding = encoding, .findings = findings};

  apply_table(&scope, rules, 0);
  *status = scope.status;
  if (findings != NULL && findings->out.status != FTEXT_OK) {
    *status = findings->out.status;
  }
  return scope.count;
}
