/*
** What stands beside the prompt: the answer as one value, the rejected
** answer, and members that belong to no message.
*/
#include "record/writer.h"

#include <string.h>

/* The answer where text of JSON of that type goes over as JSON. */
static bool write_as_json(ftext_writer *writer, uint32_t message,
                          ftext_json_type type, bool *done) {
  uint32_t content = ftext_json_member(writer->json, message, "content");
  ftext_json inner = {0};
  ftext_buffer text;
  ftext_status status = FTEXT_INVALID;

  *done = false;
  ftext_buffer_init(&text, writer->out->limit);
  if (content > 0 && writer->json->nodes[content].type == FTEXT_JSON_STRING) {
    status = ftext_json_inner(writer->json, content, &text, &inner);
  }
  if (status == FTEXT_OK && inner.nodes[0].type == type) {
    ftext_json_compact(&inner, 0, writer->out);
    *done = true;
  } else if (status == FTEXT_NO_MEMORY || status == FTEXT_TOO_BIG) {
    writer->status = status;
  }
  ftext_json_free(&inner);
  ftext_buffer_free(&text);
  return writer->status == FTEXT_OK;
}

bool ftext_writer_joined(ftext_writer *writer, uint32_t prompt,
                         uint32_t message) {
  ftext_buffer *out = writer->out;
  size_t start;

  if (prompt > 0 && !(ftext_writer_plain(writer, prompt) &&
                      ftext_writer_string(writer, prompt))) {
    return false;
  }
  start = out->length;
  if (!ftext_writer_plain(writer, message) ||
      !ftext_writer_string(writer, message)) {
    return false;
  }
  if (prompt > 0 && out->status == FTEXT_OK) {
    /* One string of two: the quotes between them go. */
    memmove(out->bytes + start - 1, out->bytes + start + 1,
            out->length - start - 1);
    out->length -= 2;
  }
  return true;
}

bool ftext_writer_answer(ftext_writer *writer, uint32_t prompt,
                         uint32_t message) {
  ftext_answer form = writer->layout->answer_as;
  bool labels = form == ANSWER_LABELS;
  bool done = false;

  if ((labels || form == ANSWER_ARRAY) &&
      !write_as_json(writer, message,
                     labels ? FTEXT_JSON_OBJECT : FTEXT_JSON_ARRAY, &done)) {
    return false;
  }
  if (done) {
    return ftext_writer_plain(writer, message);
  }
  ftext_buffer_append_string(writer->out, labels ? "{\"label\":" : "");
  if (!ftext_writer_joined(writer, prompt, message)) {
    return false;
  }
  ftext_buffer_append_string(writer->out, labels ? "}" : "");
  return true;
}

/* The rejected answer's messages; NULL and 0 where there is none. */
uint32_t ftext_writer_rejected(const ftext_writer *writer) {
  uint32_t node =
      writer->record == 0
          ? 0
          : ftext_json_member(writer->json, writer->record, "rejected");

  return node > 0 && writer->json->nodes[node].type == FTEXT_JSON_ARRAY ? node
                                                                        : 0;
}

static bool needs_rejected(ftext_writer *writer) {
  const uint32_t node = ftext_writer_rejected(writer);

  return (node > 0 && writer->json->nodes[node].count > 0) ||
         ftext_writer_fail(writer, "needs a rejected answer "
                                   "(ftext_preference gives it one)");
}

bool ftext_writer_rejected_text(ftext_writer *writer, uint32_t prompt) {
  uint32_t node = ftext_writer_rejected(writer);

  if (!needs_rejected(writer)) {
    return false;
  }
  if (writer->json->nodes[node].count != 1) {
    return ftext_writer_fail(writer, "takes one message as the rejected "
                                     "answer");
  }
  ftext_writer_key(writer, writer->layout->rejected);
  return ftext_writer_joined(writer, prompt, node + 1);
}

/* The rejected answer as a list, behind the prompt where that is inside. */
bool ftext_writer_rejected_list(ftext_writer *writer, size_t prompt) {
  uint32_t node = ftext_writer_rejected(writer);
  uint32_t child = node + 1;
  bool alone = writer->layout->answer_as == ANSWER_MESSAGE;
  uint32_t i;

  if (!needs_rejected(writer)) {
    return false;
  }
  if (alone && writer->json->nodes[node].count != 1) {
    return ftext_writer_fail(writer, "takes one message as the rejected "
                                     "answer");
  }
  ftext_writer_key(writer, writer->layout->rejected);
  ftext_buffer_append_string(writer->out, alone ? "" : "[");
  for (i = 0; i < prompt; i++) {
    ftext_buffer_append_string(writer->out, i > 0 ? "," : "");
    if (!ftext_writer_message(writer, writer->messages[i])) {
      return false;
    }
  }
  for (i = 0; i < writer->json->nodes[node].count; i++) {
    ftext_buffer_append_string(writer->out, i + prompt > 0 ? "," : "");
    if (!ftext_writer_message(writer, child)) {
      return false;
    }
    child = writer->json->nodes[child].next;
  }
  ftext_buffer_append_string(writer->out, alone ? "" : "]");
  return true;
}

/* The members of "record" that are among the words, or all but `rejected`
** for "*"; what has no place anywhere is a failure. */
void ftext_writer_extras(ftext_writer *writer, const char *words) {
  const ftext_json *json = writer->json;
  uint32_t key = writer->record + 1;
  const ftext_json_node *name;
  uint32_t i;

  if (words == NULL || writer->record == 0) {
    return;
  }
  for (i = 0; i < json->nodes[writer->record].count; i += 2) {
    name = &json->nodes[key];
    if (!ftext_json_is(json, key, "rejected") &&
        (*words == '*' ||
         ftext_word_in(words, (const char *)json->text + name->start,
                       name->length))) {
      ftext_buffer_append_string(writer->out, writer->comma ? "," : "");
      ftext_json_copy(json, key, writer->out);
      ftext_buffer_append_byte(writer->out, ':');
      ftext_json_compact(json, key + 1, writer->out);
      writer->comma = true;
    }
    key = json->nodes[key + 1].next;
  }
}

/* Fails where "record" has a member without a place. */
bool ftext_writer_check_extras(ftext_writer *writer) {
  const ftext_layout *layout = writer->layout;
  const ftext_json *json = writer->json;
  uint32_t key = writer->record + 1;
  char quoted[FTEXT_QUOTE_SIZE];
  ftext_text name;
  uint32_t i;

  for (i = 0; writer->record > 0 && i < json->nodes[writer->record].count;
       i += 2) {
    name = (ftext_text){json->text + json->nodes[key].start,
                        json->nodes[key].length};
    if (!(layout->rejected != NULL && ftext_text_is(name, "rejected")) &&
        !(layout->tools_as_text != NULL && ftext_text_is(name, "tools")) &&
        !(layout->extras != NULL &&
          (*layout->extras == '*' ||
           ftext_word_in(layout->extras, (const char *)name.bytes,
                         name.length))) &&
        !(layout->root_extras != NULL &&
          ftext_word_in(layout->root_extras, (const char *)name.bytes,
                        name.length)) &&
        json->nodes[key + 1].type != FTEXT_JSON_NULL) {
      return ftext_writer_fail(writer, "has no place for %s",
                               ftext_quote(quoted, name));
    }
    key = json->nodes[key + 1].next;
  }
  return true;
}

bool ftext_writer_tools(ftext_writer *writer) {
  uint32_t tools =
      writer->record == 0 || writer->layout->tools_as_text == NULL
          ? 0
          : ftext_json_member(writer->json, writer->record, "tools");
  ftext_buffer text;

  if (tools == 0) {
    return true;
  }
  ftext_writer_key(writer, writer->layout->tools_as_text);
  ftext_buffer_init(&text, writer->out->limit);
  ftext_json_compact(writer->json, tools, &text);
  if (text.status != FTEXT_OK) {
    writer->status = text.status;
  } else {
    ftext_json_write(writer->out, text.bytes, text.length);
  }
  ftext_buffer_free(&text);
  return writer->status == FTEXT_OK;
}
