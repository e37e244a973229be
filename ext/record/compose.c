/*
** The conversation from its pieces, and what reading and writing share.
*/
#include "record/conversation.h"

#include <stdarg.h>
#include <stdio.h>

ftext_status ftext_problem_say(ftext_problem *problem, const char *format,
                               ...) {
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(problem->text, sizeof problem->text, format, arguments);
  va_end(arguments);
  return FTEXT_INVALID;
}

void ftext_json_compact(const ftext_json *json, uint32_t node,
                        ftext_buffer *out) {
  const ftext_json_node *found = &json->nodes[node];
  const uint8_t *text = json->text + found->start;
  bool in_string = false;
  size_t start = 0;
  size_t i;

  if (found->type != FTEXT_JSON_ARRAY && found->type != FTEXT_JSON_OBJECT) {
    ftext_json_copy(json, node, out);
    return;
  }
  for (i = 0; i < found->length; i++) {
    if (text[i] == '"') {
      in_string = !in_string;
    } else if (text[i] == '\\') {
      i++; /* inside a string: what follows ends nothing */
    } else if (!in_string && text[i] <= ' ') {
      ftext_buffer_append(out, text + start, i - start);
      start = i + 1;
    }
  }
  ftext_buffer_append(out, text + start, found->length - start);
}

ftext_status ftext_json_inner(const ftext_json *json, uint32_t node,
                              ftext_buffer *text, ftext_json *inner) {
  ftext_json_string(json, node, text);
  if (text->status != FTEXT_OK) {
    return text->status;
  }
  return ftext_json_parse(
      inner, text->bytes != NULL ? text->bytes : (const uint8_t *)"",
      text->length);
}

/* A piece read: messages, or the plain text where there are no nodes. */
typedef struct piece {
  const ftext_text *text;
  ftext_json json;
  bool messages;
} piece;

static bool is_message(const ftext_json *json, uint32_t node) {
  return ftext_json_member(json, node, "role") > 0;
}

static bool are_messages(const ftext_json *json) {
  uint32_t child = 1;
  uint32_t i;

  if (json->nodes[0].type == FTEXT_JSON_OBJECT) {
    return is_message(json, 0);
  }
  for (i = 0; i < json->nodes[0].count; i++) {
    if (!is_message(json, child)) {
      return false;
    }
    child = json->nodes[child].next;
  }
  return json->nodes[0].type == FTEXT_JSON_ARRAY && i > 0;
}

static ftext_status read_piece(piece *in, const ftext_text *text) {
  size_t i = 0;
  ftext_status status;

  in->text = text;
  if (text == NULL) {
    return FTEXT_OK;
  }
  while (i < text->length && text->bytes[i] <= ' ') {
    i++;
  }
  if (i == text->length || (text->bytes[i] != '[' && text->bytes[i] != '{')) {
    return FTEXT_OK;
  }
  status = ftext_json_parse(&in->json, text->bytes, text->length);
  in->messages = status == FTEXT_OK && are_messages(&in->json);
  return status == FTEXT_NO_MEMORY ? status : FTEXT_OK;
}

typedef struct composer {
  ftext_buffer *out;
  ftext_buffer record; /* members for the first message's "record" */
  size_t count;
} composer;

/* Copies an object's members but one, with commas between them; nothing of
** what is no object. */
static void copy_members(const ftext_json *json, uint32_t object,
                         const char *except, ftext_buffer *out) {
  uint32_t key = object + 1;
  bool first = true;
  uint32_t i;

  if (json->nodes[object].type != FTEXT_JSON_OBJECT) {
    return;
  }
  for (i = 0; i < json->nodes[object].count; i += 2) {
    if (except == NULL || !ftext_json_is(json, key, except)) {
      ftext_buffer_append_string(out, first ? "" : ",");
      ftext_json_copy(json, key, out);
      ftext_buffer_append_byte(out, ':');
      ftext_json_compact(json, key + 1, out);
      first = false;
    }
    key = json->nodes[key + 1].next;
  }
}

static void end_message(composer *to) {
  if (to->count++ == 0 && to->record.length > 0) {
    ftext_buffer_append_string(to->out, ",\"record\":{");
    ftext_buffer_append(to->out, to->record.bytes, to->record.length);
    ftext_buffer_append_byte(to->out, '}');
  }
  ftext_buffer_append_byte(to->out, '}');
}

static void add_text(composer *to, const char *role, const ftext_text *text) {
  ftext_buffer_append_string(to->out, to->count > 0 ? ",{" : "{");
  ftext_buffer_append_string(to->out, "\"role\":\"");
  ftext_buffer_append_string(to->out, role);
  ftext_buffer_append_string(to->out, "\",\"content\":");
  ftext_json_write(to->out, text->bytes, text->length);
  end_message(to);
}

static void add_piece(composer *to, const piece *in, const char *role) {
  uint32_t child = in->messages && in->json.nodes[0].type == FTEXT_JSON_ARRAY;
  uint32_t count = child > 0 ? in->json.nodes[0].count : 1;
  uint32_t i;

  if (in->text == NULL) {
    return;
  }
  if (!in->messages) {
    add_text(to, role, in->text);
    return;
  }
  for (i = 0; i < count; i++) {
    ftext_buffer_append_string(to->out, to->count > 0 ? ",{" : "{");
    copy_members(&in->json, child, "record", to->out);
    end_message(to);
    child = in->json.nodes[child].next;
  }
}

/* The prompt's own record, or 0. */
static uint32_t record_of(const piece *prompt) {
  uint32_t first =
      prompt->messages && prompt->json.nodes[0].type == FTEXT_JSON_ARRAY ? 1
                                                                         : 0;

  return prompt->messages ? ftext_json_member(&prompt->json, first, "record")
                          : 0;
}

/* Gathers what stands beside the conversation: the prompt's own record,
** and the rejected answer. */
static void gather_record(composer *to, const piece *prompt,
                          const piece *rejected) {
  composer inner = {.out = &to->record};
  uint32_t record = record_of(prompt);

  if (record > 0) {
    copy_members(&prompt->json, record,
                 rejected->text != NULL ? "rejected" : NULL, &to->record);
  }
  if (rejected->text != NULL) {
    ftext_buffer_append_string(&to->record, to->record.length > 0 ? "," : "");
    ftext_buffer_append_string(&to->record, "\"rejected\":[");
    add_piece(&inner, rejected, "assistant");
    ftext_buffer_append_byte(&to->record, ']');
  }
}

/* Whether the prompt's messages begin with a system message. */
static bool has_system(const piece *prompt) {
  uint32_t first = prompt->json.node_count > 1 &&
                           prompt->json.nodes[0].type == FTEXT_JSON_ARRAY
                       ? 1
                       : 0;
  uint32_t role = ftext_json_member(&prompt->json, first, "role");

  return role > 0 && (ftext_json_is(&prompt->json, role, "system") ||
                      ftext_json_is(&prompt->json, role, "developer"));
}

/* Whether a message of the piece, from that one on, has a record: only the
** prompt's first message has one that goes anywhere. */
static bool has_record(const piece *in, uint32_t from) {
  uint32_t child = in->messages && in->json.nodes[0].type == FTEXT_JSON_ARRAY;
  uint32_t count = !in->messages ? 0 : child > 0 ? in->json.nodes[0].count : 1;
  uint32_t i;

  for (i = 0; i < count; i++) {
    if (i >= from && ftext_json_member(&in->json, child, "record") > 0) {
      return true;
    }
    child = in->json.nodes[child].next;
  }
  return false;
}

static ftext_status compose(const ftext_pieces *pieces, piece in[3],
                            ftext_buffer *out, ftext_problem *problem) {
  composer to = {.out = out};

  if (pieces->completion == NULL && !in[0].messages) {
    return ftext_problem_say(problem,
                             "without a completion the prompt must be a JSON "
                             "array of messages");
  }
  if (pieces->system != NULL && pieces->system->length > 0 && in[0].messages &&
      has_system(&in[0])) {
    return ftext_problem_say(problem, "the messages have a system message; "
                                      "leave out the argument system");
  }
  if (record_of(&in[0]) > 0 &&
      in[0].json.nodes[record_of(&in[0])].type != FTEXT_JSON_OBJECT) {
    return ftext_problem_say(problem, "the first message's 'record' must be "
                                      "an object");
  }
  if (has_record(&in[0], 1) || has_record(&in[1], 0) || has_record(&in[2], 0)) {
    return ftext_problem_say(problem, "only the prompt's first message may "
                                      "have a 'record'");
  }
  ftext_buffer_init(&to.record, out->limit);
  gather_record(&to, &in[0], &in[2]);
  ftext_buffer_append_byte(out, '[');
  if (pieces->system != NULL && pieces->system->length > 0) {
    add_text(&to, "system", pieces->system);
  }
  add_piece(&to, &in[0], "user");
  add_piece(&to, &in[1], "assistant");
  ftext_buffer_append_byte(out, ']');
  if (to.record.status != FTEXT_OK) {
    out->status = to.record.status;
  }
  ftext_buffer_free(&to.record);
  return out->status;
}

ftext_status ftext_conversation_compose(const ftext_pieces *pieces,
                                        ftext_buffer *out,
                                        ftext_problem *problem) {
  piece in[3] = {{.text = NULL}, {.text = NULL}, {.text = NULL}};
  ftext_status status = read_piece(&in[0], pieces->prompt);
  size_t i;

  if (status == FTEXT_OK) {
    status = read_piece(&in[1], pieces->completion);
  }
  if (status == FTEXT_OK) {
    status = read_piece(&in[2], pieces->rejected);
  }
  if (status == FTEXT_OK) {
    status = compose(pieces, in, out, problem);
  }
  for (i = 0; i < 3; i++) {
    ftext_json_free(&in[i].json);
  }
  return status;
}
