/*
** A conversation, from a record, by the target's layout.
*/
#include "record/reader.h"

#include <string.h>

/* The member that must be there, or 0 and a failure. */
static uint32_t need(ftext_reader *in, uint32_t object, const char *name) {
  uint32_t node = ftext_json_member(in->json, object, name);

  if (node == 0) {
    ftext_reader_fail(in, "the record has no '%s'", name);
  }
  return node;
}

/* The object that holds the prompt: the record or a member of it. */
static uint32_t holder(const ftext_reader *in) {
  return in->layout->within == NULL
             ? 0
             : ftext_json_member(in->json, 0, in->layout->within);
}

static bool read_system(ftext_reader *in) {
  uint32_t node = in->layout->system == NULL
                      ? 0
                      : ftext_json_member(in->json, 0, in->layout->system);

  if (node > 0 && in->json->nodes[node].type == FTEXT_JSON_NULL) {
    return true;
  }
  if (node > 0 && in->layout->system_as == SYSTEM_PARTS) {
    node = need(in, node, "parts");
  }
  if (node == 0) {
    return in->status == FTEXT_OK;
  }
  ftext_reader_begin(in);
  ftext_buffer_append_string(in->out, "\"role\":\"system\",\"content\":");
  ftext_reader_content(in, node);
  ftext_reader_end(in);
  return true;
}

static bool read_history(ftext_reader *in) {
  const ftext_json *json = in->json;
  uint32_t node = in->layout->history == NULL
                      ? 0
                      : ftext_json_member(json, 0, in->layout->history);
  uint32_t turn = node + 1;
  uint32_t i;

  if (node > 0 && json->nodes[node].type != FTEXT_JSON_ARRAY) {
    return ftext_reader_fail(in, "'%s' is no array", in->layout->history);
  }
  for (i = 0; node > 0 && i < json->nodes[node].count; i++) {
    if (json->nodes[turn].type != FTEXT_JSON_ARRAY ||
        json->nodes[turn].count != 2) {
      return ftext_reader_fail(in, "'%s' holds pairs", in->layout->history);
    }
    ftext_reader_value(in, "user", turn + 1);
    ftext_reader_value(in, "assistant", json->nodes[turn + 1].next);
    turn = json->nodes[turn].next;
  }
  return true;
}

/* The prompt's text; where it has a second part, as two parts whose texts
** make up what the model sees. */
static bool read_prompt(ftext_reader *in) {
  const ftext_layout *layout = in->layout;
  uint32_t prompt = need(in, 0, layout->prompt);
  uint32_t input =
      layout->input == NULL ? 0 : ftext_json_member(in->json, 0, layout->input);

  if (prompt == 0) {
    return false;
  }
  if (input == 0 || in->json->nodes[input].type != FTEXT_JSON_STRING) {
    ftext_reader_value(in, "user", prompt);
    return true;
  }
  ftext_reader_begin(in);
  ftext_buffer_append_string(
      in->out, "\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":");
  ftext_reader_text(in, prompt);
  ftext_buffer_append_string(in->out, "},{\"type\":\"text\",\"text\":\"");
  if (in->json->nodes[input].length > 0) {
    ftext_buffer_append_string(in->out, layout->joint);
    ftext_buffer_append(in->out, in->json->text + in->json->nodes[input].start,
                        in->json->nodes[input].length);
  }
  ftext_buffer_append_string(in->out, "\"}]");
  ftext_reader_end(in);
  return true;
}

/* Whether the record's answer can be the assistant's message; one that
** cannot stays with what stands beside the conversation. */
static bool is_answer(const ftext_reader *in, uint32_t node) {
  ftext_json_type type = in->json->nodes[node].type;

  return type == FTEXT_JSON_STRING ||
         (in->layout->answer_as == ANSWER_ARRAY && type == FTEXT_JSON_ARRAY) ||
         (in->layout->answer_as == ANSWER_LABELS && type == FTEXT_JSON_OBJECT);
}

/* {"label": text} is that text, as it is when written. */
static uint32_t label_of(const ftext_reader *in, uint32_t node) {
  uint32_t label = ftext_json_member(in->json, node, "label");

  return in->layout->answer_as == ANSWER_LABELS && label > 0 &&
                 in->json->nodes[node].count == 2 &&
                 in->json->nodes[label].type == FTEXT_JSON_STRING
             ? label
             : node;
}

static bool read_form_list(ftext_reader *in) {
  uint32_t list = need(in, 0, in->layout->prompt);
  uint32_t answer = in->layout->answer == NULL
                        ? 0
                        : ftext_json_member(in->json, 0, in->layout->answer);

  if (list == 0 || !ftext_reader_list(in, list, 0)) {
    return false;
  }
  if (answer > 0 && is_answer(in, answer)) {
    ftext_reader_value(in, "assistant", label_of(in, answer));
  }
  return true;
}

static bool read_form_lists(ftext_reader *in) {
  uint32_t prompt =
      in->layout->prompt == NULL ? 0 : need(in, holder(in), in->layout->prompt);
  uint32_t answer = need(in, 0, in->layout->answer);

  return in->status == FTEXT_OK &&
         (prompt == 0 || ftext_reader_list(in, prompt, 0)) &&
         ftext_reader_list(in, answer, 0);
}

static bool read_form_pair(ftext_reader *in) {
  uint32_t answer = 0;

  if (!read_history(in) || (in->layout->prompt != NULL && !read_prompt(in))) {
    return false;
  }
  if (in->layout->answer != NULL) {
    answer = need(in, 0, in->layout->answer);
    if (answer > 0) {
      ftext_reader_value(in, "assistant", label_of(in, answer));
    }
  }
  return in->status == FTEXT_OK;
}

static bool read_form_text(ftext_reader *in) {
  uint32_t text = need(in, 0, in->layout->prompt);

  if (text > 0) {
    ftext_reader_value(in, "assistant", text);
  }
  return text > 0;
}

static bool read_form_steps(ftext_reader *in) {
  uint32_t steps = need(in, 0, in->layout->answer);
  uint32_t step = steps + 1;
  uint32_t i;

  if (steps == 0 || !read_prompt(in)) {
    return false;
  }
  if (in->json->nodes[steps].type != FTEXT_JSON_ARRAY) {
    return ftext_reader_fail(in, "'%s' is no array", in->layout->answer);
  }
  for (i = 0; i < in->json->nodes[steps].count; i++) {
    ftext_reader_value(in, "assistant", step);
    step = in->json->nodes[step].next;
  }
  return true;
}

static bool read_form(ftext_reader *in) {
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
    return ftext_reader_fail(in, "it holds no conversation");
  }
}

static bool is_key(const ftext_reader *in, uint32_t key, const char *name) {
  return name != NULL && ftext_json_is(in->json, key, name);
}

/* Whether a member of the record is part of the conversation. */
static bool is_conversation(const ftext_reader *in, uint32_t key) {
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

static void add_extra(ftext_reader *in, uint32_t key) {
  ftext_buffer *out = &in->record;
  ftext_json inner = {0};
  ftext_status status = FTEXT_INVALID;
  ftext_buffer text;

  ftext_buffer_append_string(out, out->length > 0 ? "," : "");
  ftext_buffer_init(&text, out->limit);
  if (is_key(in, key, in->layout->tools_as_text) &&
      in->json->nodes[key + 1].type == FTEXT_JSON_STRING) {
    status = ftext_json_inner(in->json, key + 1, &text, &inner);
  }
  if (status == FTEXT_NO_MEMORY || status == FTEXT_TOO_BIG) {
    in->status = status;
  } else if (status == FTEXT_OK) {
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

static void gather_extras(ftext_reader *in, uint32_t object) {
  uint32_t key = object + 1;
  bool inner = in->layout->within != NULL && object > 0;
  uint32_t i;

  if (in->json->nodes[object].type != FTEXT_JSON_OBJECT) {
    return;
  }
  for (i = 0; i < in->json->nodes[object].count; i += 2) {
    if (inner ? !is_key(in, key, in->layout->prompt)
              : !is_conversation(in, key)) {
      add_extra(in, key);
    }
    key = in->json->nodes[key + 1].next;
  }
}

static bool same_text(const ftext_reader *in, uint32_t a, uint32_t b) {
  const ftext_json_node *x = &in->json->nodes[a];
  const ftext_json_node *y = &in->json->nodes[b];

  return x->length == y->length &&
         memcmp(in->json->text + x->start, in->json->text + y->start,
                x->length) == 0;
}

/* How many messages both answers begin with, where the prompt is inside. */
static uint32_t common_prompt(ftext_reader *in, uint32_t chosen,
                              uint32_t rejected) {
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
    ftext_reader_fail(in, "'%s' and '%s' differ in more than the last message",
                      in->layout->answer, in->layout->rejected);
  }
  return i;
}

/* The rejected answer, as messages in "record". */
static bool gather_rejected(ftext_reader *in) {
  ftext_reader inner = *in;
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
    ftext_reader_value(&inner, "assistant", rejected);
  } else {
    ftext_reader_list(&inner, rejected, from);
  }
  ftext_buffer_append_byte(&in->record, ']');
  in->status = in->status != FTEXT_OK ? in->status : inner.status;
  return in->status == FTEXT_OK;
}

ftext_status ftext_conversation_read(const ftext_target *target,
                                     const ftext_json *json, ftext_buffer *out,
                                     ftext_problem *problem) {
  ftext_reader in = {.target = target,
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
    ftext_reader_fail(&in, "the record holds no message");
  }
  ftext_buffer_append_byte(out, ']');
  if (in.status == FTEXT_OK) {
    in.status = in.record.status != FTEXT_OK ? in.record.status : out->status;
  }
  ftext_buffer_free(&in.record);
  return in.status;
}
