/*
** A record, from a conversation, by the target's layout.
*/
#include "record/writer.h"

#include <string.h>

static bool write_list(ftext_writer *writer, size_t from, size_t to) {
  size_t i;

  ftext_buffer_append_byte(writer->out, '[');
  for (i = from; i < to; i++) {
    ftext_buffer_append_string(writer->out, i > from ? "," : "");
    if (!ftext_writer_message(writer, writer->messages[i])) {
      return false;
    }
  }
  ftext_buffer_append_byte(writer->out, ']');
  return true;
}

static bool is_system(const ftext_writer *writer, uint32_t message) {
  return ftext_writer_is(writer, message, "system") ||
         ftext_writer_is(writer, message, "developer");
}

/* The system's text at its own place; how many messages that took. */
static bool write_system(ftext_writer *writer, size_t *taken) {
  const ftext_layout *layout = writer->layout;
  ftext_buffer *out = writer->out;
  bool good;

  *taken = 0;
  if (layout->system == NULL || writer->count == 0 ||
      !is_system(writer, writer->messages[0])) {
    return true;
  }
  *taken = 1;
  if (!ftext_writer_plain(writer, writer->messages[0])) {
    return false;
  }
  ftext_writer_key(writer, layout->system);
  if (layout->system_as == SYSTEM_STRING) {
    return ftext_writer_string(writer, writer->messages[0]);
  }
  ftext_buffer_append_string(
      out, layout->system_as == SYSTEM_PARTS ? "{\"parts\":" : "");
  good = ftext_writer_content(writer, writer->messages[0]);
  ftext_buffer_append_string(out, layout->system_as == SYSTEM_PARTS ? "}" : "");
  return good;
}

static bool answers(const ftext_writer *writer) {
  return writer->count > 0 &&
         ftext_writer_is(writer, writer->messages[writer->count - 1],
                         "assistant");
}

static bool write_form_list(ftext_writer *writer, size_t begin) {
  const ftext_layout *layout = writer->layout;
  bool apart = layout->answer != NULL && answers(writer);

  if (layout->answer_as == ANSWER_LABELS && !apart) {
    return ftext_writer_fail(writer, "needs the answer as the last message");
  }
  ftext_writer_key(writer, layout->prompt);
  if (!write_list(writer, begin, writer->count - (apart ? 1 : 0))) {
    return false;
  }
  if (!apart) {
    return true;
  }
  ftext_writer_key(writer, layout->answer);
  return ftext_writer_answer(writer, 0, writer->messages[writer->count - 1]);
}

/* Where the answer begins: at the last message, or at the first of the
** assistant's and the tools' that end the conversation. */
static size_t split_of(const ftext_writer *writer, size_t begin) {
  size_t split = writer->count - 1;

  while (!writer->layout->last_answers && split > begin &&
         (ftext_writer_is(writer, writer->messages[split - 1], "assistant") ||
          ftext_writer_is(writer, writer->messages[split - 1], "tool"))) {
    split--;
  }
  return split;
}

static bool write_form_lists(ftext_writer *writer, size_t begin) {
  const ftext_layout *layout = writer->layout;
  bool inside = layout->prompt == NULL;
  size_t split;

  if (!answers(writer)) {
    return ftext_writer_fail(writer, "needs the answer as the last message");
  }
  split = split_of(writer, begin);
  if (layout->within != NULL) {
    ftext_writer_key(writer, layout->within);
    ftext_buffer_append_byte(writer->out, '{');
    writer->comma = false;
  }
  if (!inside) {
    ftext_writer_key(writer, layout->prompt);
    if (!write_list(writer, begin, split)) {
      return false;
    }
  }
  if (layout->within != NULL) {
    ftext_writer_extras(writer, layout->extras);
    ftext_buffer_append_byte(writer->out, '}');
    writer->comma = true;
  }
  ftext_writer_key(writer, layout->answer);
  if (!(layout->answer_as == ANSWER_MESSAGE
            ? ftext_writer_message(writer, writer->messages[split])
            : write_list(writer, inside ? begin : split, writer->count))) {
    return false;
  }
  return layout->rejected == NULL ||
         ftext_writer_rejected_list(writer, inside ? split : 0);
}

/* A content part's text, where it is a string; else 0. */
static uint32_t text_at(const ftext_json *json, uint32_t part) {
  uint32_t text = ftext_json_member(json, part, "text");

  return text > 0 && json->nodes[text].type == FTEXT_JSON_STRING ? text : 0;
}

/* Whether a string begins with what stands between two parts of a prompt,
** and how long that is; an empty string is a part too. */
static bool begins_with_joint(const ftext_json *json, uint32_t node,
                              const char *joint, size_t *length) {
  size_t wanted = strlen(joint);

  *length = json->nodes[node].length == 0 ? 0 : wanted;
  return json->nodes[node].length >= *length &&
         memcmp(json->text + json->nodes[node].start, joint, *length) == 0;
}

/* The prompt's text; of two parts the second may have a member of its own,
** where it begins with what stands between them. */
static bool write_prompt(ftext_writer *writer, uint32_t message) {
  const ftext_layout *layout = writer->layout;
  const ftext_json *json = writer->json;
  uint32_t content = ftext_json_member(json, message, "content");
  uint32_t first = 0;
  uint32_t second = 0;
  size_t joint = 0;

  ftext_writer_key(writer, layout->prompt);
  if (layout->input != NULL && content > 0 &&
      json->nodes[content].type == FTEXT_JSON_ARRAY &&
      json->nodes[content].count == 2) {
    first = text_at(json, content + 1);
    second = text_at(json, json->nodes[content + 1].next);
  }
  if (first == 0 || second == 0 ||
      !begins_with_joint(json, second, layout->joint, &joint)) {
    return layout->input_required
               ? ftext_writer_fail(writer,
                                   "needs the prompt as two content parts, "
                                   "for '%s' and '%s'",
                                   layout->prompt, layout->input)
               : ftext_writer_string(writer, message);
  }
  ftext_json_copy(json, first, writer->out);
  ftext_writer_key(writer, layout->input);
  ftext_buffer_append_byte(writer->out, '"');
  ftext_buffer_append(writer->out,
                      json->text + json->nodes[second].start + joint,
                      json->nodes[second].length - joint);
  ftext_buffer_append_byte(writer->out, '"');
  return true;
}

/* The turns before the last as pairs of strings. */
static bool write_history(ftext_writer *writer, size_t from, size_t to) {
  size_t i;

  ftext_writer_key(writer, writer->layout->history);
  ftext_buffer_append_byte(writer->out, '[');
  for (i = from; i < to; i++) {
    if (!ftext_writer_is(writer, writer->messages[i],
                         (i - from) % 2 == 0 ? "user" : "assistant")) {
      return ftext_writer_fail(writer, "needs user and assistant in turn");
    }
    ftext_buffer_append_string(writer->out, (i - from) % 2 == 1 ? ","
                                            : i > from          ? "],["
                                                                : "[");
    if (!ftext_writer_plain(writer, writer->messages[i]) ||
        !ftext_writer_string(writer, writer->messages[i])) {
      return false;
    }
  }
  ftext_buffer_append_string(writer->out, "]]");
  return true;
}

static bool write_form_pair(ftext_writer *writer, size_t begin) {
  const ftext_layout *layout = writer->layout;
  size_t end = writer->count - (layout->answer != NULL ? 1 : 0);
  uint32_t prompt = end > begin ? writer->messages[end - 1] : 0;
  uint32_t inside = layout->prompt == NULL ? prompt : 0;

  if (layout->answer != NULL && !answers(writer)) {
    return ftext_writer_fail(writer, "needs the answer as the last message");
  }
  if (prompt > 0 ? !ftext_writer_is(writer, prompt, "user")
                 : layout->input_required) {
    return ftext_writer_fail(writer, "needs the user's message before it");
  }
  if (end > begin + 1 && (layout->history == NULL || (end - begin) % 2 == 0)) {
    return ftext_writer_fail(writer,
                             "holds one prompt and one answer, not "
                             "%zu messages",
                             writer->count);
  }
  if (layout->prompt != NULL && prompt == 0) {
    ftext_writer_key(writer, layout->prompt);
    ftext_buffer_append_string(writer->out, "\"\"");
  } else if (layout->prompt != NULL && !(ftext_writer_plain(writer, prompt) &&
                                         write_prompt(writer, prompt))) {
    return false;
  }
  if (layout->answer != NULL) {
    ftext_writer_key(writer, layout->answer);
    if (!ftext_writer_answer(writer, inside,
                             writer->messages[writer->count - 1])) {
      return false;
    }
  }
  if (layout->rejected != NULL && !ftext_writer_rejected_text(writer, inside)) {
    return false;
  }
  return end <= begin + 1 || write_history(writer, begin, end - 1);
}

static bool write_form_text(ftext_writer *writer) {
  uint32_t first = writer->count == 2 ? writer->messages[0] : 0;

  if (writer->count > 2 || !answers(writer) ||
      (first > 0 && !ftext_writer_is(writer, first, "user"))) {
    return ftext_writer_fail(writer, "holds one text: a prompt and an answer");
  }
  ftext_writer_key(writer, writer->layout->prompt);
  return ftext_writer_joined(writer, first,
                             writer->messages[writer->count - 1]);
}

static bool write_form_steps(ftext_writer *writer) {
  size_t i;

  if (!ftext_writer_is(writer, writer->messages[0], "user")) {
    return ftext_writer_fail(writer, "needs the user's message first");
  }
  ftext_writer_key(writer, writer->layout->prompt);
  if (!ftext_writer_joined(writer, 0, writer->messages[0])) {
    return false;
  }
  ftext_writer_key(writer, writer->layout->answer);
  ftext_buffer_append_byte(writer->out, '[');
  for (i = 1; i < writer->count; i++) {
    if (!ftext_writer_is(writer, writer->messages[i], "assistant")) {
      return ftext_writer_fail(writer, "needs steps of the assistant");
    }
    ftext_buffer_append_string(writer->out, i > 1 ? "," : "");
    if (!ftext_writer_joined(writer, 0, writer->messages[i])) {
      return false;
    }
  }
  ftext_buffer_append_byte(writer->out, ']');
  return true;
}

static bool write_form(ftext_writer *writer) {
  size_t begin;

  if (writer->layout->form == FORM_NONE) {
    return ftext_writer_fail(writer, "holds no conversation");
  }
  if (writer->layout->rejected == NULL && ftext_writer_rejected(writer) > 0) {
    return ftext_writer_fail(writer, "has no place for 'rejected'");
  }
  if (writer->layout->prompt_only && answers(writer)) {
    return ftext_writer_fail(writer, "has no place for an answer");
  }
  if (!ftext_writer_check_extras(writer) || !write_system(writer, &begin)) {
    return false;
  }
  switch (writer->layout->form) {
  case FORM_LIST:
    return write_form_list(writer, begin);
  case FORM_LISTS:
    return write_form_lists(writer, begin);
  case FORM_PAIR:
    return write_form_pair(writer, begin);
  case FORM_TEXT:
    return write_form_text(writer);
  default:
    return write_form_steps(writer);
  }
}

static void write_default(ftext_writer *writer) {
  const char *key = writer->layout->default_key;

  if (key != NULL &&
      (writer->record == 0 ||
       ftext_json_member(writer->json, writer->record, key) == 0)) {
    ftext_writer_key(writer, key);
    ftext_buffer_append_string(writer->out, writer->layout->default_value);
  }
}

static void write_record(ftext_writer *writer) {
  const ftext_layout *layout = writer->layout;

  ftext_buffer_append_byte(writer->out, '{');
  if (layout->fixed != NULL) {
    ftext_buffer_append_string(writer->out, layout->fixed);
    writer->comma = true;
  }
  if (write_form(writer) && ftext_writer_tools(writer)) {
    ftext_writer_extras(writer, layout->within != NULL ? layout->root_extras
                                                       : layout->extras);
    write_default(writer);
  }
  ftext_buffer_append_byte(writer->out, '}');
}

/* The messages' nodes; false where an element is no message. */
static bool gather(ftext_writer *writer) {
  const ftext_json *json = writer->json;
  void *nodes = NULL;
  size_t capacity = 0;
  uint32_t child = 1;
  uint32_t i;

  if (json->nodes[0].type != FTEXT_JSON_ARRAY || json->nodes[0].count == 0) {
    return ftext_writer_fail(writer, "needs a JSON array of messages");
  }
  if (ftext_grow(&nodes, &capacity, json->nodes[0].count,
                 sizeof *writer->messages) != FTEXT_OK) {
    writer->status = FTEXT_NO_MEMORY;
    return false;
  }
  writer->messages = nodes;
  for (i = 0; i < json->nodes[0].count; i++) {
    if (ftext_json_member(json, child, "role") == 0) {
      return ftext_writer_fail(writer, "needs a role in every message");
    }
    writer->messages[writer->count++] = child;
    child = json->nodes[child].next;
  }
  writer->record = ftext_json_member(json, writer->messages[0], "record");
  if (writer->record > 0 &&
      json->nodes[writer->record].type != FTEXT_JSON_OBJECT) {
    return ftext_writer_fail(writer, "needs 'record' to be an object");
  }
  return true;
}

ftext_status ftext_conversation_write(const ftext_target *target,
                                      const ftext_json *json, ftext_buffer *out,
                                      ftext_problem *problem) {
  ftext_writer writer = {.target = target,
                         .layout = target->layout,
                         .dialect = target->layout->dialect,
                         .json = json,
                         .out = out,
                         .problem = problem};

  if (gather(&writer)) {
    write_record(&writer);
  }
  ftext_release(writer.messages);
  return writer.status != FTEXT_OK ? writer.status : out->status;
}
