#include "token/chat.h"

#include "token/token.h"

#include <string.h>

/* Tokens of the reply's beginning, once for each request. */
enum { REPLY = 3 };

/* The cookbook's figures for functions. */
enum {
  PROPERTIES = 3,
  PROPERTY = 3,
  ENUMERATION = -3,
  ENUMERATION_ITEM = 3,
  ALL_FUNCTIONS = 12
};

typedef struct counter {
  const ftext_json *json;
  const ftext_encoding *encoding;
  ftext_chat_costs costs;
  ftext_buffer line; /* the text being counted */
  int64_t sum;
  ftext_status status;
} counter;

ftext_chat_costs ftext_chat_costs_of(ftext_text model,
                                     const ftext_encoding *encoding) {
  static const char o200k[] = "o200k";
  bool is_new =
      strncmp(ftext_encoding_name(encoding), o200k, sizeof o200k - 1) == 0;

  if (ftext_text_is(model, "gpt-3.5-turbo-0301")) {
    return (ftext_chat_costs){.message = 4, .name = -1, .function = 10};
  }
  return (ftext_chat_costs){
      .message = 3, .name = 1, .function = is_new ? 7 : 10};
}

/* Adds the tokens of the line, and empties it. */
static void count_line(counter *in) {
  ftext_text text = {in->line.bytes, in->line.length};
  uint64_t count = 0;
  ftext_status status = in->line.status;

  if (text.length > 0 && status == FTEXT_OK) {
    status = ftext_token_count(in->encoding, text, INT64_MAX - 1, &count);
  }
  if (in->status == FTEXT_OK) {
    in->status = status;
  }
  in->sum += (int64_t)count;
  ftext_buffer_clear(&in->line);
}

/* Appends a string's characters to the line, anything else as JSON. */
static void append(counter *in, uint32_t node) {
  if (node == 0) {
    return;
  }
  if (in->json->nodes[node].type == FTEXT_JSON_STRING) {
    ftext_json_string(in->json, node, &in->line);
  } else {
    ftext_json_copy(in->json, node, &in->line);
  }
}

static void count_string(counter *in, uint32_t node) {
  if (node > 0 && in->json->nodes[node].type == FTEXT_JSON_STRING) {
    append(in, node);
    count_line(in);
  }
}

/* The first child of an array and how many there are; none of others. */
static uint32_t children(const counter *in, uint32_t node, uint32_t *count) {
  *count = node > 0 && in->json->nodes[node].type == FTEXT_JSON_ARRAY
               ? in->json->nodes[node].count
               : 0;
  return node + 1;
}

static void count_call(counter *in, uint32_t function) {
  count_string(in, ftext_json_member(in->json, function, "name"));
  count_string(in, ftext_json_member(in->json, function, "arguments"));
}

/* What a member is that is no string: parts, calls, or nothing. */
static void count_other(counter *in, uint32_t node) {
  uint32_t count;
  uint32_t child = children(in, node, &count);
  uint32_t function;
  uint32_t i;

  if (in->json->nodes[node].type == FTEXT_JSON_OBJECT) {
    count_call(in, node);
    return;
  }
  for (i = 0; i < count; i++) {
    function = ftext_json_member(in->json, child, "function");
    count_string(in, ftext_json_member(in->json, child, "text"));
    if (function > 0) {
      count_call(in, function);
    }
    child = in->json->nodes[child].next;
  }
}

static void count_message(counter *in, uint32_t message) {
  const ftext_json *json = in->json;
  uint32_t key = message + 1;
  uint32_t i;

  in->sum += in->costs.message;
  for (i = 0; i < json->nodes[message].count; i += 2) {
    if (json->nodes[key + 1].type == FTEXT_JSON_STRING) {
      count_string(in, key + 1);
      in->sum += ftext_json_is(json, key, "name") ? in->costs.name : 0;
    } else if (!ftext_json_is(json, key, "record")) {
      count_other(in, key + 1);
    }
    key = json->nodes[key + 1].next;
  }
}

/* Drops one dot at the end of the line, as the cookbook does. */
static void drop_dot(counter *in) {
  if (in->line.length > 0 && in->line.bytes[in->line.length - 1] == '.') {
    in->line.length--;
  }
}

static void count_enumeration(counter *in, uint32_t items) {
  uint32_t count;
  uint32_t item = children(in, items, &count);
  uint32_t i;

  if (items == 0) {
    return;
  }
  in->sum += ENUMERATION;
  for (i = 0; i < count; i++) {
    in->sum += ENUMERATION_ITEM;
    append(in, item);
    count_line(in);
    item = in->json->nodes[item].next;
  }
}

static void count_properties(counter *in, uint32_t properties) {
  const ftext_json *json = in->json;
  uint32_t key = properties + 1;
  uint32_t i;

  if (properties == 0 || json->nodes[properties].type != FTEXT_JSON_OBJECT ||
      json->nodes[properties].count == 0) {
    return;
  }
  in->sum += PROPERTIES;
  for (i = 0; i < json->nodes[properties].count; i += 2) {
    in->sum += PROPERTY;
    count_enumeration(in, ftext_json_member(json, key + 1, "enum"));
    append(in, key);
    ftext_buffer_append_byte(&in->line, ':');
    append(in, ftext_json_member(json, key + 1, "type"));
    ftext_buffer_append_byte(&in->line, ':');
    append(in, ftext_json_member(json, key + 1, "description"));
    drop_dot(in);
    count_line(in);
    key = json->nodes[key + 1].next;
  }
}

static void count_function(counter *in, uint32_t function) {
  const ftext_json *json = in->json;
  uint32_t parameters = ftext_json_member(json, function, "parameters");

  in->sum += in->costs.function;
  append(in, ftext_json_member(json, function, "name"));
  ftext_buffer_append_byte(&in->line, ':');
  append(in, ftext_json_member(json, function, "description"));
  drop_dot(in);
  count_line(in);
  if (parameters > 0) {
    count_properties(in, ftext_json_member(json, parameters, "properties"));
  }
}

/* Tools, or the functions that they were before. */
static void count_tools(counter *in, uint32_t holder) {
  uint32_t tools = ftext_json_member(in->json, holder, "tools");
  uint32_t function;
  uint32_t count;
  uint32_t child;
  uint32_t i;

  if (tools == 0) {
    tools = ftext_json_member(in->json, holder, "functions");
  }
  child = children(in, tools, &count);
  for (i = 0; i < count; i++) {
    function = ftext_json_member(in->json, child, "function");
    count_function(in, function > 0 ? function : child);
    child = in->json->nodes[child].next;
  }
  in->sum += count > 0 ? ALL_FUNCTIONS : 0;
}

ftext_status ftext_chat_count(const ftext_json *json,
                              const ftext_encoding *encoding,
                              ftext_chat_costs costs, uint64_t *count) {
  counter in = {.json = json, .encoding = encoding, .costs = costs};
  bool request = json->nodes[0].type == FTEXT_JSON_OBJECT;
  uint32_t list = request ? ftext_json_member(json, 0, "messages") : 0;
  uint32_t holder = 0;
  uint32_t length;
  uint32_t child;
  uint32_t i;

  if (json->nodes[list].type != FTEXT_JSON_ARRAY) {
    return FTEXT_INVALID;
  }
  ftext_buffer_init(&in.line, SIZE_MAX);
  length = json->nodes[list].count;
  child = list + 1;
  for (i = 0; i < length; i++) {
    if (json->nodes[child].type != FTEXT_JSON_OBJECT) {
      in.status = FTEXT_INVALID;
      break;
    }
    count_message(&in, child);
    child = json->nodes[child].next;
  }
  if (!request && length > 0) {
    holder = ftext_json_member(json, list + 1, "record");
  }
  if (request || holder > 0) {
    count_tools(&in, holder);
  }
  in.sum += REPLY;
  ftext_buffer_free(&in.line);
  *count = (uint64_t)in.sum;
  return in.status;
}
