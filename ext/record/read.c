/*
** A conversation, from a record, by the target's layout.
*/
#include "record/conversation.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct reader {
  const ftext_target *target;
  const ftext_layout *layout;
  const ftext_dialect *dialect;
  const ftext_json *json;
  ftext_buffer *out;
  ftext_buffer record; /* members for the first message's "record" */
  size_t count;        /* messages so far */
  unsigned calls;      /* ShareGPT: calls so far, and those answered */
  unsigned replies;
  ftext_problem *problem;
  ftext_status status;
} reader;

static bool fail(reader *in, const char *format, ...) {
  char words[300];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(words, sizeof words, format, arguments);
  va_end(arguments);
  in->status = ftext_problem_say(in->problem, "target '%s': %s",
                                 in->target->name, words);
  return false;
}

static void begin_message(reader *in) {
  ftext_buffer_append_string(in->out, in->count > 0 ? ",{" : "{");
}

static void end_message(reader *in) {
  if (in->count++ == 0 && in->record.length > 0) {
    ftext_buffer_append_string(in->out, ",\"record\":{");
    ftext_buffer_append(in->out, in->record.bytes, in->record.length);
    ftext_buffer_append_byte(in->out, '}');
  }
  ftext_buffer_append_byte(in->out, '}');
}

/* A list of texts: one is a string, several are OpenAI's parts. */
static void read_texts(reader *in, uint32_t list) {
  const ftext_json *json = in->json;
  uint32_t part = list + 1;
  uint32_t text = ftext_json_member(json, part, "text");
  uint32_t i;

  if (json->nodes[list].count == 1 && text > 0 &&
      json->nodes[part].count == 2) {
    ftext_json_compact(json, text, in->out);
    return;
  }
  ftext_buffer_append_byte(in->out, '[');
  for (i = 0; i < json->nodes[list].count; i++) {
    ftext_buffer_append_string(in->out, i > 0 ? "," : "");
    text = ftext_json_member(json, part, "text");
    if (text > 0 && json->nodes[part].count == 2) {
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

static void read_content(reader *in, uint32_t node) {
  if (in->dialect->content == CONTENT_TEXTS &&
      in->json->nodes[node].type == FTEXT_JSON_ARRAY &&
      in->json->nodes[node].count > 0) {
    read_texts(in, node);
  } else {
    ftext_json_compact(in->json, node, in->out);
  }
}

/* A value as JSON text in a string, where it is not a string already. */
static void read_as_text(reader *in, uint32_t node, ftext_buffer *out) {
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
static void read_object(reader *in, uint32_t object, const char *name,
                        void (*read)(reader *, uint32_t)) {
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

static void read_arguments(reader *in, uint32_t node) {
  read_as_text(in, node, in->out);
}

static void read_function(reader *in, uint32_t node) {
  read_object(in, node, "arguments", read_arguments);
}

static void read_calls(reader *in, uint32_t calls) {
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
static void read_role(reader *in, uint32_t node) {
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

static void read_member(reader *in, uint32_t key) {
  const ftext_json *json = in->json;

  if (ftext_json_is(json, key, in->dialect->role_key)) {
    ftext_buffer_append_string(in->out, "\"role\":");
    read_role(in, key + 1);
  } else if (ftext_json_is(json, key, in->dialect->content_key)) {
    ftext_buffer_append_string(in->out, "\"content\":");
    read_content(in, key + 1);
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
static bool read_one_call(reader *in, uint32_t call) {
  uint32_t name = ftext_json_member(in->json, call, "name");
  uint32_t arguments = ftext_json_member(in->json, call, "arguments");

  if (name == 0 || arguments == 0) {
    return fail(in, "a function_call needs 'name' and 'arguments'");
  }
  ftext_buffer_append_string(in->out, "{\"id\":\"call_");
  ftext_buffer_append_integer(in->out, ++in->calls);
  ftext_buffer_append_string(in->out, "\",\"type\":\"function\","
                                      "\"function\":{\"name\":");
  ftext_json_copy(in->json, name, in->out);
  ftext_buffer_append_string(in->out, ",\"arguments\":");
  read_as_text(in, arguments, in->out);
  ftext_buffer_append_string(in->out, "}}");
  return true;
}

/* The calls in a ShareGPT value, which is JSON text. */
static bool read_calls_in_text(reader *in, uint32_t value) {
  const ftext_json *outer = in->json;
  ftext_json inner = {0};
  ftext_buffer text;
  ftext_status status;
  uint32_t call;
  uint32_t i;

  ftext_buffer_init(&text, in->out->limit);
  status = ftext_json_inner(outer, value, &text, &inner);
  if (status == FTEXT_INVALID) {
    fail(in, "a function_call's value is no JSON: %s", inner.error);
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
static bool read_turn(reader *in, uint32_t message) {
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

static bool read_message(reader *in, uint32_t message) {
  const ftext_json *json = in->json;
  uint32_t key = message + 1;
  uint32_t i;

  if (json->nodes[message].type != FTEXT_JSON_OBJECT) {
    return fail(in, "a message is no object");
  }
  begin_message(in);
  if (!in->dialect->calls_as_content || !read_turn(in, message)) {
    for (i = 0; i < json->nodes[message].count; i += 2) {
      ftext_buffer_append_string(in->out, i > 0 ? "," : "");
      read_member(in, key);
      key = json->nodes[key + 1].next;
    }
  }
  end_message(in);
  return in->status == FTEXT_OK;
}

/* A list of messages, or one message, from the element `from` on. */
static bool read_list(reader *in, uint32_t list, uint32_t from) {
  uint32_t child = list + 1;
  uint32_t i;

  if (in->json->nodes[list].type == FTEXT_JSON_OBJECT) {
    return read_message(in, list);
  }
  if (in->json->nodes[list].type != FTEXT_JSON_ARRAY) {
    return fail(in, "messages stand in an array");
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
static void read_value(reader *in, const char *role, uint32_t value) {
  begin_message(in);
  ftext_buffer_append_string(in->out, "\"role\":\"");
  ftext_buffer_append_string(in->out, role);
  ftext_buffer_append_string(in->out, "\",\"content\":");
  read_as_text(in, value, in->out);
  end_message(in);
}

/* The member that must be there, or 0 and a failure. */
static uint32_t need(reader *in, uint32_t object, const char *name) {
  uint32_t node = ftext_json_member(in->json, object, name);

  if (node == 0) {
    fail(in, "the record has no '%s'", name);
  }
  return node;
}

/* The object that holds the prompt: the record or a member of it. */
static uint32_t holder(const reader *in) {
  return in->layout->within == NULL
             ? 0
             : ftext_json_member(in->json, 0, in->layout->within);
}

static bool read_system(reader *in) {
  uint32_t node = in->layout->system == NULL
                      ? 0
                      : ftext_json_member(in->json, 0, in->layout->system);

  if (node > 0 && in->layout->system_as == SYSTEM_PARTS) {
    node = need(in, node, "parts");
  }
  if (node == 0) {
    return in->status == FTEXT_OK;
  }
  begin_message(in);
  ftext_buffer_append_string(in->out, "\"role\":\"system\",\"content\":");
  read_content(in, node);
  end_message(in);
  return true;
}

static bool read_history(reader *in) {
  const ftext_json *json = in->json;
  uint32_t node = in->layout->history == NULL
                      ? 0
                      : ftext_json_member(json, 0, in->layout->history);
  uint32_t turn = node + 1;
  uint32_t i;

  for (i = 0; node > 0 && json->nodes[node].type == FTEXT_JSON_ARRAY &&
              i < json->nodes[node].count;
       i++) {
    if (json->nodes[turn].type != FTEXT_JSON_ARRAY ||
        json->nodes[turn].count != 2) {
      return fail(in, "'%s' holds pairs", in->layout->history);
    }
    read_value(in, "user", turn + 1);
    read_value(in, "assistant", json->nodes[turn + 1].next);
    turn = json->nodes[turn].next;
  }
  return true;
}

/* The prompt's text; where it has a second part, as two parts whose texts
** make up what the model sees. */
static bool read_prompt(reader *in) {
  const ftext_layout *layout = in->layout;
  uint32_t prompt = need(in, 0, layout->prompt);
  uint32_t input =
      layout->input == NULL ? 0 : ftext_json_member(in->json, 0, layout->input);

  if (prompt == 0) {
    return false;
  }
  if (input == 0 || in->json->nodes[input].type != FTEXT_JSON_STRING) {
    read_value(in, "user", prompt);
    return true;
  }
  begin_message(in);
  ftext_buffer_append_string(
      in->out, "\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":");
  read_as_text(in, prompt, in->out);
  ftext_buffer_append_string(in->out, "},{\"type\":\"text\",\"text\":\"");
  if (in->json->nodes[input].length > 0) {
    ftext_buffer_append_string(in->out, layout->joint);
    ftext_buffer_append(in->out, in->json->text + in->json->nodes[input].start,
                        in->json->nodes[input].length);
  }
  ftext_buffer_append_string(in->out, "\"}]");
  end_message(in);
  return true;
}

/* Whether the record's answer can be the assistant's message; one that
** cannot stays with what stands beside the conversation. */
static bool is_answer(const reader *in, uint32_t node) {
  ftext_json_type type = in->json->nodes[node].type;

  return type == FTEXT_JSON_STRING ||
         (in->layout->answer_as == ANSWER_ARRAY && type == FTEXT_JSON_ARRAY) ||
         (in->layout->answer_as == ANSWER_LABELS && type == FTEXT_JSON_OBJECT);
}

/* {"label": text} is that text, as it is when written. */
static uint32_t label_of(const reader *in, uint32_t node) {
  uint32_t label = ftext_json_member(in->json, node, "label");

  return in->layout->answer_as == ANSWER_LABELS && label > 0 &&
                 in->json->nodes[node].count == 2 &&
                 in->json->nodes[label].type == FTEXT_JSON_STRING
             ? label
             : node;
}

static bool read_form_list(reader *in) {
  uint32_t list = need(in, 0, in->layout->prompt);
  uint32_t answer = in->layout->answer == NULL
                        ? 0
                        : ftext_json_member(in->json, 0, in->layout->answer);

  if (list == 0 || !read_list(in, list, 0)) {
    return false;
  }
  if (answer > 0 && is_answer(in, answer)) {
    read_value(in, "assistant", label_of(in, answer));
  }
  return true;
}

static bool read_form_lists(reader *in) {
  uint32_t prompt =
      in->layout->prompt == NULL ? 0 : need(in, holder(in), in->layout->prompt);
  uint32_t answer = need(in, 0, in->layout->answer);

  return in->status == FTEXT_OK && (prompt == 0 || read_list(in, prompt, 0)) &&
         read_list(in, answer, 0);
}

static bool read_form_pair(reader *in) {
  uint32_t answer = 0;

  if (!read_history(in) || (in->layout->prompt != NULL && !read_prompt(in))) {
    return false;
  }
  if (in->layout->answer != NULL) {
    answer = need(in, 0, in->layout->answer);
    if (answer > 0) {
      read_value(in, "assistant", label_of(in, answer));
    }
  }
  return in->status == FTEXT_OK;
}

static bool read_form_text(reader *in) {
  uint32_t text = need(in, 0, in->layout->prompt);

  if (text > 0) {
    read_value(in, "assistant", text);
  }
  return text > 0;
}

static bool read_form_steps(reader *in) {
  uint32_t steps = need(in, 0, in->layout->answer);
  uint32_t step = steps + 1;
  uint32_t i;

  if (steps == 0 || !read_prompt(in)) {
    return false;
  }
  for (i = 0; in->json->nodes[steps].type == FTEXT_JSON_ARRAY &&
              i < in->json->nodes[steps].count;
       i++) {
    read_value(in, "assistant", step);
    step = in->json->nodes[step].next;
  }
  return true;
}

static bool read_form(reader *in) {
  switch (in->layout->form) {
  case FORM_LIST:
    return read_form_list(in);
  case FORM_LISTS:
    return read_form_lists(in);
  case FORM_PAIR:
    return read_form_pair(in);
  case FORM_TEXT:
    return read_form_text(in);
  case FORM_STEPS:
    return read_form_steps(in);
  default:
    return fail(in, "it holds no conversation");
  }
}

static bool is_key(const reader *in, uint32_t key, const char *name) {
  return name != NULL && ftext_json_is(in->json, key, name);
}

/* Whether a member of the record is part of the conversation. */
static bool is_conversation(const reader *in, uint32_t key) {
  const ftext_layout *layout = in->layout;

  if (layout->within == NULL &&
      (is_key(in, key, layout->prompt) || is_key(in, key, layout->input))) {
    return true;
  }
  if (is_key(in, key, layout->answer)) {
    return layout->form != FORM_LIST || is_answer(in, key + 1);
  }
  return is_key(in, key, layout->rejected) || is_key(in, key, layout->system) ||
         is_key(in, key, layout->history) || is_key(in, key, layout->within) ||
         is_key(in, key, layout->fixed_keys);
}

static void add_extra(reader *in, uint32_t key) {
  ftext_buffer *out = &in->record;
  ftext_json inner = {0};
  ftext_buffer text;

  ftext_buffer_append_string(out, out->length > 0 ? "," : "");
  ftext_buffer_init(&text, out->limit);
  if (is_key(in, key, in->layout->tools_as_text) &&
      in->json->nodes[key + 1].type == FTEXT_JSON_STRING &&
      ftext_json_inner(in->json, key + 1, &text, &inner) == FTEXT_OK) {
    ftext_buffer_append_string(out, "\"tools\":");
    ftext_json_compact(&inner, 0, out);
  } else {
    ftext_json_copy(in->json, key, out);
    ftext_buffer_append_byte(out, ':');
    ftext_json_compact(in->json, key + 1, out);
  }
  ftext_json_free(&inner);
  ftext_buffer_free(&text);
}

static void gather_extras(reader *in, uint32_t object) {
  uint32_t key = object + 1;
  bool inner = in->layout->within != NULL && object > 0;
  uint32_t i;

  for (i = 0; i < in->json->nodes[object].count; i += 2) {
    if (inner ? !is_key(in, key, in->layout->prompt)
              : !is_conversation(in, key)) {
      add_extra(in, key);
    }
    key = in->json->nodes[key + 1].next;
  }
}

static bool same_text(const reader *in, uint32_t a, uint32_t b) {
  const ftext_json_node *x = &in->json->nodes[a];
  const ftext_json_node *y = &in->json->nodes[b];

  return x->length == y->length &&
         memcmp(in->json->text + x->start, in->json->text + y->start,
                x->length) == 0;
}

/* How many messages both answers begin with, where the prompt is inside. */
static uint32_t common_prompt(reader *in, uint32_t chosen, uint32_t rejected) {
  uint32_t a = chosen + 1;
  uint32_t b = rejected + 1;
  uint32_t i;

  for (i = 0; i + 1 < in->json->nodes[chosen].count &&
              i + 1 < in->json->nodes[rejected].count && same_text(in, a, b);
       i++) {
    a = in->json->nodes[a].next;
    b = in->json->nodes[b].next;
  }
  if (i + 1 != in->json->nodes[chosen].count) {
    fail(in, "'%s' and '%s' differ in more than the last message",
         in->layout->answer, in->layout->rejected);
  }
  return i;
}

/* The rejected answer, as messages in "record". */
static bool gather_rejected(reader *in) {
  reader inner = *in;
  uint32_t rejected;
  uint32_t chosen;
  uint32_t from = 0;

  if (in->layout->rejected == NULL) {
    return true;
  }
  rejected = need(in, 0, in->layout->rejected);
  chosen = rejected == 0 ? 0 : need(in, 0, in->layout->answer);
  if (chosen == 0) {
    return false;
  }
  if (in->layout->prompt == NULL && in->layout->form == FORM_LISTS &&
      in->json->nodes[chosen].type == FTEXT_JSON_ARRAY &&
      in->json->nodes[rejected].type == FTEXT_JSON_ARRAY) {
    from = common_prompt(in, chosen, rejected);
  }
  ftext_buffer_append_string(&in->record, in->record.length > 0
                                              ? ",\"rejected\":["
                                              : "\"rejected\":[");
  inner.out = &in->record;
  ftext_buffer_init(&inner.record, in->out->limit);
  if (in->layout->form == FORM_PAIR) {
    read_value(&inner, "assistant", rejected);
  } else {
    read_list(&inner, rejected, from);
  }
  ftext_buffer_append_byte(&in->record, ']');
  in->status = in->status != FTEXT_OK ? in->status : inner.status;
  return in->status == FTEXT_OK;
}

ftext_status ftext_conversation_read(const ftext_target *target,
                                     const ftext_json *json, ftext_buffer *out,
                                     ftext_problem *problem) {
  reader in = {.target = target,
               .layout = target->layout,
               .dialect = target->layout->dialect,
               .json = json,
               .out = out,
               .problem = problem};

  if (json->nodes[0].type != FTEXT_JSON_OBJECT) {
    return ftext_problem_say(problem, "a record is a JSON object");
  }
  ftext_buffer_init(&in.record, out->limit);
  gather_extras(&in, 0);
  if (holder(&in) > 0) {
    gather_extras(&in, holder(&in));
  }
  ftext_buffer_append_byte(out, '[');
  if (gather_rejected(&in) && read_system(&in) && read_form(&in) &&
      in.count == 0) {
    fail(&in, "the record holds no message");
  }
  ftext_buffer_append_byte(out, ']');
  if (in.status == FTEXT_OK) {
    in.status = in.record.status != FTEXT_OK ? in.record.status : out->status;
  }
  ftext_buffer_free(&in.record);
  return in.status;
}
