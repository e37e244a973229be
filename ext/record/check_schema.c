/*
** JSON Schema draft 7, as far as a schema itself can be wrong: each keyword
** has a value of the type that the draft's meta-schema gives it.
*/
#include "record/scope.h"

#include <string.h>

typedef enum keyword_kind {
  KEYWORD_TYPE,    /* a type's name, or an array of them */
  KEYWORD_SCHEMA,  /* an object or a boolean */
  KEYWORD_ITEMS,   /* a schema or an array of schemas */
  KEYWORD_LIST,    /* an array of schemas, not empty */
  KEYWORD_MEMBERS, /* an object of schemas */
  KEYWORD_STRINGS, /* an array of strings */
  KEYWORD_ARRAY,
  KEYWORD_STRING,
  KEYWORD_NUMBER,
  KEYWORD_SIZE, /* a whole number, 0 or more */
  KEYWORD_BOOLEAN
} keyword_kind;

static const struct {
  const char *name;
  keyword_kind kind;
} keywords[] = {
    {"type", KEYWORD_TYPE},
    {"properties", KEYWORD_MEMBERS},
    {"patternProperties", KEYWORD_MEMBERS},
    {"definitions", KEYWORD_MEMBERS},
    {"additionalProperties", KEYWORD_SCHEMA},
    {"additionalItems", KEYWORD_SCHEMA},
    {"propertyNames", KEYWORD_SCHEMA},
    {"contains", KEYWORD_SCHEMA},
    {"not", KEYWORD_SCHEMA},
    {"if", KEYWORD_SCHEMA},
    {"then", KEYWORD_SCHEMA},
    {"else", KEYWORD_SCHEMA},
    {"items", KEYWORD_ITEMS},
    {"allOf", KEYWORD_LIST},
    {"anyOf", KEYWORD_LIST},
    {"oneOf", KEYWORD_LIST},
    {"required", KEYWORD_STRINGS},
    {"enum", KEYWORD_ARRAY},
    {"title", KEYWORD_STRING},
    {"description", KEYWORD_STRING},
    {"pattern", KEYWORD_STRING},
    {"format", KEYWORD_STRING},
    {"$ref", KEYWORD_STRING},
    {"minimum", KEYWORD_NUMBER},
    {"maximum", KEYWORD_NUMBER},
    {"exclusiveMinimum", KEYWORD_NUMBER},
    {"exclusiveMaximum", KEYWORD_NUMBER},
    {"multipleOf", KEYWORD_NUMBER},
    {"minLength", KEYWORD_SIZE},
    {"maxLength", KEYWORD_SIZE},
    {"minItems", KEYWORD_SIZE},
    {"maxItems", KEYWORD_SIZE},
    {"minProperties", KEYWORD_SIZE},
    {"maxProperties", KEYWORD_SIZE},
    {"uniqueItems", KEYWORD_BOOLEAN},
};

/* Numbers from here on have no fraction. */
#define WHOLE_FROM 4503599627370496.0

/* The schemas that are still to be looked at. */
typedef struct worklist {
  uint32_t *nodes;
  size_t count;
  size_t capacity;
  ftext_status status;
} worklist;

static bool add(worklist *list, uint32_t node) {
  void *nodes = list->nodes;

  if (ftext_grow(&nodes, &list->capacity, list->count + 1,
                 sizeof *list->nodes) != FTEXT_OK) {
    list->status = FTEXT_NO_MEMORY;
    return false;
  }
  list->nodes = nodes;
  list->nodes[list->count++] = node;
  return true;
}

static bool is_type_name(const ftext_json *json, uint32_t node) {
  static const char *const names[] = {"string", "number", "integer", "boolean",
                                      "object", "array",  "null"};
  size_t i;

  for (i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (ftext_json_is(json, node, names[i])) {
      return true;
    }
  }
  return false;
}

static bool is_schema(const ftext_json *json, uint32_t node) {
  ftext_json_type type = json->nodes[node].type;

  return type == FTEXT_JSON_OBJECT || type == FTEXT_JSON_TRUE ||
         type == FTEXT_JSON_FALSE;
}

static bool is_string(const ftext_json *json, uint32_t node) {
  return json->nodes[node].type == FTEXT_JSON_STRING;
}

/* Whether every element of an array is good. */
static bool all(const ftext_json *json, uint32_t node,
                bool (*is_good)(const ftext_json *, uint32_t)) {
  uint32_t child = node + 1;
  uint32_t i;

  if (json->nodes[node].type != FTEXT_JSON_ARRAY) {
    return false;
  }
  for (i = 0; i < json->nodes[node].count; i++) {
    if (!is_good(json, child)) {
      return false;
    }
    child = json->nodes[child].next;
  }
  return true;
}

/* Adds the schemas below an array or object; false where one is none. */
static bool add_children(worklist *list, const ftext_json *json,
                         uint32_t node) {
  bool object = json->nodes[node].type == FTEXT_JSON_OBJECT;
  uint32_t child = node + 1;
  uint32_t i;

  for (i = 0; i < json->nodes[node].count; i += object ? 2 : 1) {
    child += object ? 1 : 0;
    if (!is_schema(json, child)) {
      return false;
    }
    if (!add(list, child)) {
      return true;
    }
    child = json->nodes[child].next;
  }
  return true;
}

/* In draft 7 a number is whole by its value: 2.0 and 1e2 are. */
static bool is_size(const ftext_json *json, uint32_t node) {
  double value;

  return ftext_json_number(json, node, &value) && value >= 0 &&
         (value >= WHOLE_FROM || value - (double)(int64_t)value <= 0);
}

static bool is_good(worklist *list, const ftext_json *json, uint32_t node,
                    keyword_kind kind) {
  ftext_json_type type = json->nodes[node].type;

  switch (kind) {
  case KEYWORD_TYPE:
    return is_type_name(json, node) || all(json, node, is_type_name);
  case KEYWORD_SCHEMA:
    return is_schema(json, node) && (add(list, node) || true);
  case KEYWORD_ITEMS:
    return type == FTEXT_JSON_ARRAY
               ? add_children(list, json, node)
               : is_schema(json, node) && (add(list, node) || true);
  case KEYWORD_LIST:
    return type == FTEXT_JSON_ARRAY && json->nodes[node].count > 0 &&
           add_children(list, json, node);
  case KEYWORD_MEMBERS:
    return type == FTEXT_JSON_OBJECT && add_children(list, json, node);
  case KEYWORD_STRINGS:
    return all(json, node, is_string);
  case KEYWORD_ARRAY:
    return type == FTEXT_JSON_ARRAY;
  case KEYWORD_STRING:
    return type == FTEXT_JSON_STRING;
  case KEYWORD_NUMBER:
    return type == FTEXT_JSON_NUMBER;
  case KEYWORD_SIZE:
    return is_size(json, node);
  case KEYWORD_BOOLEAN:
    return type == FTEXT_JSON_TRUE || type == FTEXT_JSON_FALSE;
  }
  return true;
}

static void check_keywords(ftext_scope *scope, worklist *list, uint32_t node) {
  char quoted[FTEXT_QUOTE_SIZE];
  uint32_t value;
  size_t i;

  for (i = 0; i < sizeof keywords / sizeof keywords[0]; i++) {
    value = ftext_json_member(scope->json, node, keywords[i].name);
    if (value > 0 && !is_good(list, scope->json, value, keywords[i].kind)) {
      ftext_scope_report(scope, "no JSON Schema (draft 7): '", keywords[i].name,
                         "' must not be ",
                         ftext_quote_node(quoted, scope->json, value), NULL);
    }
  }
}

void ftext_check_schema(ftext_scope *scope, uint32_t node) {
  worklist list = {0};

  if (scope->json->nodes[node].type != FTEXT_JSON_OBJECT) {
    ftext_scope_report(scope, "a schema is an object", NULL);
    return;
  }
  add(&list, node);
  while (list.count > 0 && list.status == FTEXT_OK) {
    check_keywords(scope, &list, list.nodes[--list.count]);
  }
  if (list.status != FTEXT_OK) {
    scope->status = list.status;
  }
  ftext_release(list.nodes);
}
