/*
** One message, from OpenAI's words into a dialect.
*/
#include "record/writer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* More calls at once than this are not searched for a name. */
enum { MOST_CALLS = 128 };

bool ftext_writer_fail(ftext_writer *writer, const char *format, ...) {
  char words[300];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(words, sizeof words, format, arguments);
  va_end(arguments);
  writer->status = ftext_problem_say(writer->problem, "target '%s' %s",
                                     writer->target->name, words);
  return false;
}

void ftext_writer_key(ftext_writer *writer, const char *key) {
  ftext_buffer_append_string(writer->out, writer->comma ? ",\"" : "\"");
  ftext_buffer_append_string(writer->out, key);
  ftext_buffer_append_string(writer->out, "\":");
  writer->comma = true;
}

bool ftext_writer_is(const ftext_writer *writer, uint32_t message,
                     const char *role) {
  uint32_t node = ftext_json_member(writer->json, message, "role");

  return node > 0 && ftext_json_is(writer->json, node, role);
}

/* What a string node has between its quotes. */
static void append_inside(const ftext_json *json, uint32_t node,
                          ftext_buffer *out) {
  ftext_buffer_append(out, json->text + json->nodes[node].start,
                      json->nodes[node].length);
}

/* The string in a part of type text; 0 where it is none. */
static uint32_t text_of_part(const ftext_json *json, uint32_t part) {
  uint32_t type = ftext_json_member(json, part, "type");
  uint32_t text = ftext_json_member(json, part, "text");

  return type > 0 && text > 0 && ftext_json_is(json, type, "text") &&
                 json->nodes[text].type == FTEXT_JSON_STRING
             ? text
             : 0;
}

static bool fail_part(ftext_writer *writer, uint32_t part) {
  uint32_t type = ftext_json_member(writer->json, part, "type");
  char quoted[FTEXT_QUOTE_SIZE];

  return ftext_writer_fail(
      writer, "has no place for a content part of type %s",
      type == 0 ? "''"
                : ftext_quote(quoted,
                              (ftext_text){writer->json->text +
                                               writer->json->nodes[type].start,
                                           writer->json->nodes[type].length}));
}

static bool write_parts_as_string(ftext_writer *writer, uint32_t content) {
  const ftext_json *json = writer->json;
  uint32_t part = content + 1;
  uint32_t text;
  uint32_t i;

  ftext_buffer_append_byte(writer->out, '"');
  for (i = 0; i < json->nodes[content].count; i++) {
    text = text_of_part(json, part);
    if (text == 0) {
      return fail_part(writer, part);
    }
    append_inside(json, text, writer->out);
    part = json->nodes[part].next;
  }
  ftext_buffer_append_byte(writer->out, '"');
  return true;
}

bool ftext_writer_string(ftext_writer *writer, uint32_t message) {
  const ftext_json *json = writer->json;
  uint32_t content = ftext_json_member(json, message, "content");

  if (content > 0 && json->nodes[content].type == FTEXT_JSON_STRING) {
    ftext_json_copy(json, content, writer->out);
    return true;
  }
  if (content > 0 && json->nodes[content].type == FTEXT_JSON_ARRAY) {
    return write_parts_as_string(writer, content);
  }
  return ftext_writer_fail(writer, "needs content in every message");
}

/* [{"text":...}]; parts that are no OpenAI parts go over as they are. */
static bool write_texts(ftext_writer *writer, uint32_t message) {
  const ftext_json *json = writer->json;
  uint32_t content = ftext_json_member(json, message, "content");
  uint32_t part = content + 1;
  uint32_t text;
  uint32_t i;

  if (content == 0 || json->nodes[content].type != FTEXT_JSON_ARRAY) {
    ftext_buffer_append_string(writer->out, "[{\"text\":");
    if (!ftext_writer_string(writer, message)) {
      return false;
    }
    ftext_buffer_append_string(writer->out, "}]");
    return true;
  }
  ftext_buffer_append_byte(writer->out, '[');
  for (i = 0; i < json->nodes[content].count; i++) {
    ftext_buffer_append_string(writer->out, i > 0 ? "," : "");
    text = text_of_part(json, part);
    if (text > 0) {
      ftext_buffer_append_string(writer->out, "{\"text\":");
      ftext_json_copy(json, text, writer->out);
      ftext_buffer_append_byte(writer->out, '}');
    } else if (ftext_json_member(json, part, "type") > 0) {
      return fail_part(writer, part);
    } else {
      ftext_json_compact(json, part, writer->out);
    }
    part = json->nodes[part].next;
  }
  ftext_buffer_append_byte(writer->out, ']');
  return true;
}

bool ftext_writer_content(ftext_writer *writer, uint32_t message) {
  const ftext_json *json = writer->json;
  uint32_t content = ftext_json_member(json, message, "content");
  uint32_t calls = ftext_json_member(json, message, "tool_calls");
  bool null = content > 0 && json->nodes[content].type == FTEXT_JSON_NULL &&
              calls > 0 && json->nodes[calls].type == FTEXT_JSON_ARRAY;

  if (writer->dialect->content == CONTENT_TEXTS) {
    return write_texts(writer, message);
  }
  if (writer->dialect->content == CONTENT_STRING && !null) {
    return ftext_writer_string(writer, message);
  }
  ftext_json_compact(json, content, writer->out);
  return true;
}

/* Arguments as an object: the JSON that the string holds. */
static bool write_arguments(ftext_writer *writer, uint32_t arguments) {
  ftext_json inner = {0};
  ftext_buffer text;

  if (writer->json->nodes[arguments].type != FTEXT_JSON_STRING) {
    ftext_json_compact(writer->json, arguments, writer->out);
    return true;
  }
  ftext_buffer_init(&text, writer->out->limit);
  writer->status = ftext_json_inner(writer->json, arguments, &text, &inner);
  if (writer->status == FTEXT_OK) {
    ftext_json_compact(&inner, 0, writer->out);
  } else if (writer->status == FTEXT_INVALID) {
    ftext_writer_fail(writer, "needs arguments that are JSON: %s", inner.error);
  }
  ftext_json_free(&inner);
  ftext_buffer_free(&text);
  return writer->status == FTEXT_OK;
}

/* A call's "function", its arguments as an object. */
static bool write_function(ftext_writer *writer, uint32_t function) {
  const ftext_json *json = writer->json;
  uint32_t key = function + 1;
  uint32_t i;

  ftext_buffer_append_byte(writer->out, '{');
  for (i = 0; i < json->nodes[function].count; i += 2) {
    ftext_buffer_append_string(writer->out, i > 0 ? "," : "");
    ftext_json_copy(json, key, writer->out);
    ftext_buffer_append_byte(writer->out, ':');
    if (!ftext_json_is(json, key, "arguments")) {
      ftext_json_compact(json, key + 1, writer->out);
    } else if (!write_arguments(writer, key + 1)) {
      return false;
    }
    key = json->nodes[key + 1].next;
  }
  ftext_buffer_append_byte(writer->out, '}');
  return true;
}

static bool write_call(ftext_writer *writer, uint32_t call) {
  const ftext_json *json = writer->json;
  uint32_t key = call + 1;
  uint32_t i;

  ftext_buffer_append_byte(writer->out, '{');
  for (i = 0; i < json->nodes[call].count; i += 2) {
    ftext_buffer_append_string(writer->out, i > 0 ? "," : "");
    ftext_json_copy(json, key, writer->out);
    ftext_buffer_append_byte(writer->out, ':');
    if (!ftext_json_is(json, key, "function") ||
        json->nodes[key + 1].type != FTEXT_JSON_OBJECT) {
      ftext_json_compact(json, key + 1, writer->out);
    } else if (!write_function(writer, key + 1)) {
      return false;
    }
    key = json->nodes[key + 1].next;
  }
  ftext_buffer_append_byte(writer->out, '}');
  return true;
}

static bool write_calls(ftext_writer *writer, uint32_t calls) {
  uint32_t call = calls + 1;
  uint32_t i;

  writer->calls =
      writer->json->nodes[calls].type == FTEXT_JSON_ARRAY ? calls : 0;
  if (!writer->dialect->argument_objects ||
      writer->json->nodes[calls].type != FTEXT_JSON_ARRAY) {
    ftext_json_compact(writer->json, calls, writer->out);
    return true;
  }
  ftext_buffer_append_byte(writer->out, '[');
  for (i = 0; i < writer->json->nodes[calls].count; i++) {
    ftext_buffer_append_string(writer->out, i > 0 ? "," : "");
    if (writer->json->nodes[call].type != FTEXT_JSON_OBJECT) {
      return ftext_writer_fail(writer, "needs tool calls that are objects");
    }
    if (!write_call(writer, call)) {
      return false;
    }
    call = writer->json->nodes[call].next;
  }
  ftext_buffer_append_byte(writer->out, ']');
  return true;
}

/* ShareGPT's value of a call: {"name":...,"arguments":{...}} as text, or an
** array of them where there are several. */
static bool write_calls_as_text(ftext_writer *writer, uint32_t calls) {
  const ftext_json *json = writer->json;
  bool several = json->nodes[calls].count > 1;
  ftext_buffer text;
  ftext_buffer *out = writer->out;
  uint32_t call = calls + 1;
  uint32_t function;
  bool good = true;
  uint32_t i;

  ftext_buffer_init(&text, out->limit);
  writer->out = &text;
  ftext_buffer_append_string(&text, several ? "[" : "");
  for (i = 0; good && i < json->nodes[calls].count; i++) {
    ftext_buffer_append_string(&text, i > 0 ? "," : "");
    function = ftext_json_member(json, call, "function");
    good = function > 0 && ftext_json_member(json, function, "name") > 0 &&
                   ftext_json_member(json, function, "arguments") > 0
               ? write_function(writer, function)
               : ftext_writer_fail(writer, "needs a function in every call");
    call = json->nodes[call].next;
  }
  ftext_buffer_append_string(&text, several ? "]" : "");
  writer->out = out;
  out->status = text.status != FTEXT_OK ? text.status : out->status;
  if (text.status == FTEXT_OK) {
    ftext_json_write(out, text.bytes, text.length);
  }
  ftext_buffer_free(&text);
  return good;
}

static const char *their_role(const ftext_writer *writer, uint32_t message) {
  const ftext_role *role = writer->dialect->roles;

  for (; role->openai != NULL; role++) {
    if (ftext_writer_is(writer, message, role->openai)) {
      return role->theirs;
    }
  }
  return NULL;
}

static bool write_role(ftext_writer *writer, uint32_t message) {
  const char *role = their_role(writer, message);
  uint32_t node = ftext_json_member(writer->json, message, "role");
  char quoted[FTEXT_QUOTE_SIZE];

  if (role == NULL) {
    return ftext_writer_fail(
        writer, "has no role for %s",
        ftext_quote(quoted, (ftext_text){writer->json->text +
                                             writer->json->nodes[node].start,
                                         writer->json->nodes[node].length}));
  }
  ftext_writer_key(writer, writer->dialect->role_key);
  ftext_buffer_append_byte(writer->out, '"');
  ftext_buffer_append_string(writer->out, role);
  ftext_buffer_append_byte(writer->out, '"');
  return true;
}

/* Whether a member says nothing: null, or the weight that all have. */
static bool says_nothing(const ftext_writer *writer, uint32_t key) {
  int64_t weight;

  if (writer->json->nodes[key + 1].type == FTEXT_JSON_NULL) {
    return true;
  }
  return ftext_json_is(writer->json, key, "weight") &&
         ftext_json_integer(writer->json, key + 1, &weight) && weight == 1;
}

static bool fail_member(ftext_writer *writer, uint32_t key) {
  char quoted[FTEXT_QUOTE_SIZE];

  return ftext_writer_fail(
      writer, "has no place for %s in a message",
      ftext_quote(quoted, (ftext_text){writer->json->text +
                                           writer->json->nodes[key].start,
                                       writer->json->nodes[key].length}));
}

/* Fails where a message says more than what the words name. */
static bool has_only(ftext_writer *writer, uint32_t message,
                     const char *words) {
  const ftext_json *json = writer->json;
  uint32_t key = message + 1;
  uint32_t i;

  if (json->nodes[message].type != FTEXT_JSON_OBJECT) {
    return ftext_writer_fail(writer, "needs messages that are objects");
  }
  for (i = 0; i < json->nodes[message].count; i += 2) {
    if (!ftext_word_in(words, (const char *)json->text + json->nodes[key].start,
                       json->nodes[key].length) &&
        !says_nothing(writer, key)) {
      return fail_member(writer, key);
    }
    key = json->nodes[key + 1].next;
  }
  return true;
}

bool ftext_writer_plain(ftext_writer *writer, uint32_t message) {
  return has_only(writer, message, "role content record");
}

static bool write_member(ftext_writer *writer, uint32_t message, uint32_t key) {
  const ftext_json *json = writer->json;
  const ftext_json_node *name = &json->nodes[key];
  const char *text = (const char *)json->text + name->start;

  if (ftext_json_is(json, key, "role")) {
    return write_role(writer, message);
  }
  if (ftext_json_is(json, key, "content")) {
    ftext_writer_key(writer, writer->dialect->content_key);
    return ftext_writer_content(writer, message);
  }
  if (ftext_json_is(json, key, "record")) {
    return true;
  }
  if (!ftext_word_in(writer->dialect->keys, text, name->length)) {
    return says_nothing(writer, key) || fail_member(writer, key);
  }
  ftext_buffer_append_string(writer->out, writer->comma ? "," : "");
  ftext_json_copy(json, key, writer->out);
  ftext_buffer_append_byte(writer->out, ':');
  writer->comma = true;
  if (ftext_json_is(json, key, "tool_calls")) {
    return write_calls(writer, key + 1);
  }
  ftext_json_compact(json, key + 1, writer->out);
  return true;
}

/* The name of the function whose call has the id, among the first of the
** latest calls; 0 where there is none. */
static uint32_t called_name(const ftext_writer *writer, uint32_t id) {
  const ftext_json *json = writer->json;
  const ftext_json_node *wanted = &json->nodes[id];
  uint32_t call = writer->calls + 1;
  uint32_t given;
  uint32_t i;

  for (i = 0; writer->calls > 0 && i < json->nodes[writer->calls].count &&
              i < MOST_CALLS;
       i++) {
    given = ftext_json_member(json, call, "id");
    if (given > 0 && json->nodes[given].length == wanted->length &&
        memcmp(json->text + json->nodes[given].start,
               json->text + wanted->start, wanted->length) == 0) {
      call = ftext_json_member(json, call, "function");
      return call > 0 ? ftext_json_member(json, call, "name") : 0;
    }
    call = json->nodes[call].next;
  }
  return 0;
}

static void add_tool_name(ftext_writer *writer, uint32_t message) {
  uint32_t id = ftext_json_member(writer->json, message, "tool_call_id");
  uint32_t name;

  if (!ftext_writer_is(writer, message, "tool") || id == 0 ||
      ftext_json_member(writer->json, message, "name") > 0) {
    return;
  }
  name = called_name(writer, id);
  if (name > 0) {
    ftext_writer_key(writer, "name");
    ftext_json_copy(writer->json, name, writer->out);
  }
}

/* ShareGPT: a call takes the content's place, ids are left out. */
static bool write_with_calls(ftext_writer *writer, uint32_t message) {
  const ftext_json_node *nodes = writer->json->nodes;
  uint32_t calls = ftext_json_member(writer->json, message, "tool_calls");
  uint32_t content = ftext_json_member(writer->json, message, "content");
  bool tool = ftext_writer_is(writer, message, "tool");

  if (calls == 0 || nodes[calls].type != FTEXT_JSON_ARRAY ||
      nodes[calls].count == 0) {
    if (!has_only(writer, message,
                  tool ? "role content record tool_call_id name"
                       : "role content record") ||
        !write_role(writer, message)) {
      return false;
    }
    ftext_writer_key(writer, writer->dialect->content_key);
    return ftext_writer_content(writer, message);
  }
  if (content > 0 && nodes[content].type != FTEXT_JSON_NULL &&
      nodes[content].length > 0) {
    return ftext_writer_fail(writer,
                             "has no place for content beside tool_calls");
  }
  if (!has_only(writer, message, "role content record tool_calls")) {
    return false;
  }
  ftext_writer_key(writer, writer->dialect->role_key);
  ftext_buffer_append_string(writer->out, "\"function_call\"");
  ftext_writer_key(writer, writer->dialect->content_key);
  return write_calls_as_text(writer, calls);
}

bool ftext_writer_message(ftext_writer *writer, uint32_t message) {
  const ftext_json *json = writer->json;
  uint32_t key = message + 1;
  bool comma = writer->comma;
  bool good = true;
  uint32_t i;

  if (ftext_json_member(json, message, "role") == 0) {
    return ftext_writer_fail(writer, "needs a role in every message");
  }
  ftext_buffer_append_byte(writer->out, '{');
  writer->comma = false;
  if (writer->dialect->calls_as_content) {
    good = write_with_calls(writer, message);
  } else {
    for (i = 0; good && i < json->nodes[message].count; i += 2) {
      good = write_member(writer, message, key);
      key = json->nodes[key + 1].next;
    }
    if (writer->dialect->tool_names) {
      add_tool_name(writer, message);
    }
  }
  ftext_buffer_append_byte(writer->out, '}');
  writer->comma = comma;
  return good;
}
