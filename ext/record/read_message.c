/*
** One message, from a dialect into OpenAI's words.
*/
#include "record/reader.h"

#include <stdarg.h>
#include <stdio.h>

bool ftext_reader_fail(ftext_reader *in, const char *format, ...) {
  char words[300];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(words, sizeof words, format, arguments);
  va_end(arguments);
  in->status = ftext_problem_say(in->problem, "target '%s': %s",
                                 in->target->name, words);
  return false;
}

void ftext_reader_begin(ftext_reader *in) {
  ftext_buffer_append_string(in->out, in->count > 0 ? ",{" : "{");
}

void ftext_reader_end(ftext_reader *in) {
  const ftext_buffer *out = in->out;
  bool empty = out->length > 0 && out->bytes[out->length - 1] == '{';

  if (in->count++ == 0 && in->record.length > 0) {
    ftext_buffer_append_string(in->out, empty ? "" : ",");
    ftext_buffer_append_string(in->out, "\"record\":{");
    ftext_buffer_append(in->out, in->record.bytes, in->record.length);
    ftext_buffer_append_byte(in->out, '}');
  }
  ftext_buffer_append_byte(in->out, '}');
}

/* The string of a part that has nothing but a text, else 0. */
static uint32_t text_of(const ftext_json *json, uint32_t part) {
  uint32_t text = ftext_json_member(json, part, "text");

  return text > 0 && json->nodes[part].count == 2 &&
                 json->nodes[text].type == FTEXT_JSON_STRING
             ? text
             : 0;
}

/* A list of texts: one is a string, several are OpenAI's parts. */
static void read_texts(ftext_reader *in, uint32_t list) {
  const ftext_json *json = in->json;
  uint32_t part = list + 1;
  uint32_t text = text_of(json, part);
  uint32_t i;

  if (json->nodes[list].count == 1 && text > 0) {
    ftext_json_compact(json, text, in->out);
    return;
  }
  ftext_buffer_append_byte(in->out, '[');
  for (i = 0; i < json->nodes[list].count; i++) {
    ftext_buffer_append_string(in->out, i > 0 ? "," : "");
    text = text_of(json, part);
    if (text > 0) {
      ftext_buffer_append_string(in->out, "{\"type\":\"text\",\"text\":");
      ftext_json_compact(json, text, in->out);
      ftext_buffer_append_byte(in->out, '}');
    } else {
      ftext_json_compact(json, part, in->out);
    }
    part = json->nodes[part].next;
  }
  ftext_buffer_append_byte(in->out, ']');
}

void ftext_reader_content(ftext_reader *in, uint32_t node) {
  if (in->dialect->content == CONTENT_TEXTS &&
      in->json->nodes[node].type == FTEXT_JSON_ARRAY &&
      in->json->nodes[node].count > 0) {
    read_texts(in, node);
  } else {
    ftext_json_compact(in->json, node, in->out);
  }
}

/* A value as JSON text in a string, where it is not a string already. */
void ftext_reader_text(ftext_reader *in, uint32_t node) {
  ftext_buffer *out = in->out;
  ftext_buffer text;

  if (in->json->nodes[node].type == FTEXT_JSON_STRING) {
    ftext_json_copy(in->json, node, out);
    return;
  }
  ftext_buffer_init(&text, out->limit);
  ftext_json_compact(in->json, node, &text);
  if (text.status != FTEXT_OK) {
    out->status = text.status;
  } else {
    ftext_json_write(out, text.bytes, text.length);
  }
  ftext_buffer_free(&text);
}

/* Copies an object, the member `name` through `read`. */
static void read_object(ftext_reader *in, uint32_t object, const char *name,
                        void (*read)(ftext_reader *, uint32_t)) {
  const ftext_json *json = in->json;
  uint32_t key = object + 1;
  uint32_t i;

  if (json->nodes[object].type != FTEXT_JSON_OBJECT) {
    ftext_json_compact(json, object, in->out);
    return;
  }
  ftext_buffer_append_byte(in->out, '{');
  for (i = 0; i < json->nodes[object].count; i += 2) {
    ftext_buffer_append_string(in->out, i > 0 ? "," : "");
    ftext_json_copy(json, key, in->out);
    ftext_buffer_append_byte(in->out, ':');
    if (ftext_json_is(json, key, name)) {
      read(in, key + 1);
    } else {
      ftext_json_compact(json, key + 1, in->out);
    }
    key = json->nodes[key + 1].next;
  }
  ftext_buffer_append_byte(in->out, '}');
}

static void read_function(ftext_reader *in, uint32_t node) {
  read_object(in, node, "arguments", ftext_reader_text);
}

static void read_calls(ftext_reader *in, uint32_t calls) {
  uint32_t call = calls + 1;
  uint32_t i;

  if (in->json->nodes[calls].type != FTEXT_JSON_ARRAY) {
    ftext_json_compact(in->json, calls, in->out);
    return;
  }
  ftext_buffer_append_byte(in->out, '[');
  for (i = 0; i < in->json->nodes[calls].count; i++) {
    ftext_buffer_append_string(in->out, i > 0 ? "," : "");
    read_object(in, call, "function", read_function);
    call = in->json->nodes[call].next;
  }
  ftext_buffer_append_byte(in->out, ']');
}

/* Their role in OpenAI's words; one that is not known stays. */
static void read_role(ftext_reader *in, uint32_t node) {
  const ftext_role *role = in->dialect->roles;

  for (; role->openai != NULL; role++) {
    if (ftext_json_is(in->json, node, role->theirs)) {
      ftext_buffer_append_byte(in->out, '"');
      ftext_buffer_append_string(in->out, role->openai);
      ftext_buffer_append_byte(in->out, '"');
      return;
    }
  }
  ftext_json_compact(in->json, node, in->out);
}

static void read_member(ftext_reader *in, uint32_t key) {
  const ftext_json *json = in->json;

  if (ftext_json_is(json, key, in->dialect->role_key)) {
    ftext_buffer_append_string(in->out, "\"role\":");
    read_role(in, key + 1);
  } else if (ftext_json_is(json, key, in->dialect->content_key)) {
    ftext_buffer_append_string(in->out, "\"content\":");
    ftext_reader_content(in, key + 1);
  } else {
    ftext_json_copy(json, key, in->out);
    ftext_buffer_append_byte(in->out, ':');
    if (ftext_json_is(json, key, "tool_calls")) {
      read_calls(in, key + 1);
    } else {
      ftext_json_compact(json, key + 1, in->out);
    }
  }
}

/* One call out of a ShareGPT value: {"name":...,"arguments":...}. */
static bool read_one_call(ftext_reader *in, uint32_t call) {
  uint32_t name = ftext_json_member(in->json, call, "name");
  uint32_t arguments = ftext_json_member(in->json, call, "arguments");

  if (name == 0 || arguments == 0) {
    return ftext_reader_fail(in,
                             "a function_call needs 'name' and 'arguments'");
  }
  ftext_buffer_append_string(in->out, "{\"id\":\"call_");
  ftext_buffer_append_integer(in->out, ++in->calls);
  ftext_buffer_append_string(in->out, "\",\"type\":\"function\","
                                      "\"function\":{\"name\":");
  ftext_json_copy(in->json, name, in->out);
  ftext_buffer_append_string(in->out, ",\"arguments\":");
  ftext_reader_text(in, arguments);
  ftext_buffer_append_string(in->out, "}}");
  return true;
}

/* The calls in a ShareGPT value, which is JSON text. */
static bool read_calls_in_text(ftext_reader *in, uint32_t value) {
  const ftext_json *outer = in->json;
  ftext_json inner = {0};
  ftext_buffer text;
  ftext_status status;
  uint32_t call;
  uint32_t i;

  ftext_buffer_init(&text, in->out->limit);
  status = ftext_json_inner(outer, value, &text, &inner);
  if (status == FTEXT_INVALID) {
    ftext_reader_fail(in, "a function_call's value is no JSON: %s",
                      inner.error);
  } else if (status != FTEXT_OK) {
    in->status = status;
  } else if (inner.nodes[0].type == FTEXT_JSON_ARRAY) {
    in->json = &inner;
    call = 1;
    for (i = 0; i < inner.nodes[0].count && in->status == FTEXT_OK; i++) {
      ftext_buffer_append_string(in->out, i > 0 ? "," : "");
      read_one_call(in, call);
      call = inner.nodes[call].next;
    }
  } else {
    in->json = &inner;
    read_one_call(in, 0);
  }
  in->json = outer;
  ftext_json_free(&inner);
  ftext_buffer_free(&text);
  return in->status == FTEXT_OK;
}

/* ShareGPT's function_call and observation; false: it is neither. */
static bool read_turn(ftext_reader *in, uint32_t message) {
  uint32_t from = ftext_json_member(in->json, message, in->dialect->role_key);
  uint32_t value =
      ftext_json_member(in->json, message, in->dialect->content_key);

  if (from == 0 || value == 0 ||
      in->json->nodes[value].type != FTEXT_JSON_STRING) {
    return false;
  }
  if (ftext_json_is(in->json, from, "function_call")) {
    ftext_buffer_append_string(
        in->out, "\"role\":\"assistant\",\"content\":null,\"tool_calls\":[");
    read_calls_in_text(in, value);
    ftext_buffer_append_byte(in->out, ']');
    return true;
  }
  if (ftext_json_is(in->json, from, "observation")) {
    ftext_buffer_append_string(in->out, "\"role\":\"tool\",\"content\":");
    ftext_json_copy(in->json, value, in->out);
    ftext_buffer_append_string(in->out, ",\"tool_call_id\":\"call_");
    ftext_buffer_append_integer(in->out, ++in->replies);
    ftext_buffer_append_byte(in->out, '"');
    return true;
  }
  return false;
}

static bool read_message(ftext_reader *in, uint32_t message) {
  const ftext_json *json = in->json;
  uint32_t key = message + 1;
  uint32_t i;

  if (json->nodes[message].type != FTEXT_JSON_OBJECT) {
    return ftext_reader_fail(in, "a message is no object");
  }
  if (ftext_json_member(json, message, "record") > 0) {
    return ftext_reader_fail(in, "a message has a member 'record', which "
                                 "ftext uses itself");
  }
  ftext_reader_begin(in);
  if (!in->dialect->calls_as_content || !read_turn(in, message)) {
    for (i = 0; i < json->nodes[message].count; i += 2) {
      ftext_buffer_append_string(in->out, i > 0 ? "," : "");
      read_member(in, key);
      key = json->nodes[key + 1].next;
    }
  }
  ftext_reader_end(in);
  return in->status == FTEXT_OK;
}

/* A list of messages, or one message, from the element `from` on. */
bool ftext_reader_list(ftext_reader *in, uint32_t list, uint32_t from) {
  uint32_t child = list + 1;
  uint32_t i;

  if (in->json->nodes[list].type == FTEXT_JSON_OBJECT &&
      in->layout->answer_as == ANSWER_MESSAGE) {
    return read_message(in, list);
  }
  if (in->json->nodes[list].type != FTEXT_JSON_ARRAY) {
    return ftext_reader_fail(in, "messages stand in an array");
  }
  for (i = 0; i < in->json->nodes[list].count; i++) {
    if (i >= from && !read_message(in, child)) {
      return false;
    }
    child = in->json->nodes[child].next;
  }
  return true;
}

/* A message with this role, and the value as its content. */
void ftext_reader_value(ftext_reader *in, const char *role, uint32_t value) {
  ftext_reader_begin(in);
  ftext_buffer_append_string(in->out, "\"role\":\"");
  ftext_buffer_append_string(in->out, role);
  ftext_buffer_append_string(in->out, "\",\"content\":");
  ftext_reader_text(in, value);
  ftext_reader_end(in);
}
