/*
** Records: whatever the JSON, findings are JSON, messages are JSON, records
** are JSON on one line, and a record that was read and written is written so
** again.
*/
#include "common/check.h"

#include "record/conversation.h"
#include "record/validate.h"

#include <string.h>

static void check_line(const ftext_buffer *buffer) {
  ftext_json json = {0};

  CHECK(memchr(buffer->bytes, '\n', buffer->length) == NULL);
  CHECK(ftext_json_parse(&json, buffer->bytes, buffer->length) == FTEXT_OK);
  ftext_json_free(&json);
}

static void check_findings(const ftext_target *target, ftext_text text) {
  ftext_findings findings = {.count = 0};
  ftext_validation validation;
  ftext_json json = {0};

  ftext_buffer_init(&findings.out, SIZE_MAX);
  ftext_validation_init(&validation, target);
  CHECK(ftext_validate_record(&validation, text, &json, &findings) == FTEXT_OK);
  if (findings.count > 0) {
    ftext_buffer_append_byte(&findings.out, ']');
    check_line(&findings.out);
  }
  ftext_buffer_free(&findings.out);
  ftext_json_free(&json);
}

/* Whether the conversation could be written as the target's record. */
static bool write_record(const ftext_target *target,
                         const ftext_buffer *messages, ftext_buffer *record) {
  ftext_problem problem;
  ftext_json json = {0};
  ftext_status status;

  CHECK(ftext_json_parse(&json, messages->bytes, messages->length) == FTEXT_OK);
  status = ftext_conversation_write(target, &json, record, &problem);
  CHECK(status == FTEXT_OK || status == FTEXT_INVALID);
  if (status == FTEXT_OK) {
    check_line(record);
  } else {
    CHECK(strlen(problem.text) > 0);
  }
  ftext_json_free(&json);
  return status == FTEXT_OK;
}

static bool read_record(const ftext_target *target, ftext_text text,
                        ftext_buffer *messages) {
  ftext_problem problem;
  ftext_json json = {0};
  ftext_status status;

  CHECK(ftext_json_parse(&json, text.bytes, text.length) == FTEXT_OK);
  status = ftext_conversation_read(target, &json, messages, &problem);
  CHECK(status == FTEXT_OK || status == FTEXT_INVALID);
  if (status == FTEXT_OK) {
    check_line(messages);
  }
  ftext_json_free(&json);
  return status == FTEXT_OK;
}

/* There and back: what was written once is written so again. */
static void check_round(const ftext_target *target, ftext_text text) {
  ftext_buffer messages;
  ftext_buffer record;
  ftext_buffer again;

  ftext_buffer_init(&messages, SIZE_MAX);
  ftext_buffer_init(&record, SIZE_MAX);
  ftext_buffer_init(&again, SIZE_MAX);
  if (target->layout->form != FORM_NONE &&
      read_record(target, text, &messages) &&
      write_record(target, &messages, &record)) {
    ftext_buffer_clear(&messages);
    CHECK(read_record(target, (ftext_text){record.bytes, record.length},
                      &messages));
    CHECK(write_record(target, &messages, &again));
    CHECK(again.length == record.length);
    CHECK(memcmp(again.bytes, record.bytes, again.length) == 0);
  }
  ftext_buffer_free(&messages);
  ftext_buffer_free(&record);
  ftext_buffer_free(&again);
}

/* From one target to every other: a record or a reason. */
static void check_others(const ftext_target *from, ftext_text text) {
  const ftext_target *target;
  ftext_buffer messages;
  ftext_buffer record;
  size_t i;

  ftext_buffer_init(&messages, SIZE_MAX);
  ftext_buffer_init(&record, SIZE_MAX);
  if (from->layout->form != FORM_NONE && read_record(from, text, &messages)) {
    for (i = 0; (target = ftext_target_at(i)) != NULL; i++) {
      ftext_buffer_clear(&record);
      if (target->layout != NULL) {
        write_record(target, &messages, &record);
      }
    }
  }
  ftext_buffer_free(&messages);
  ftext_buffer_free(&record);
}

/* The input as the arguments of ftext_record and ftext_preference. */
static void check_pieces(ftext_text text, bool rejected) {
  ftext_text answer = ftext_text_of("answer");
  ftext_pieces pieces = {.system = &answer,
                         .prompt = &text,
                         .completion = rejected ? &answer : &text,
                         .rejected = rejected ? &text : NULL};
  const ftext_target *target;
  ftext_problem problem;
  ftext_buffer messages;
  ftext_buffer record;
  size_t i;

  ftext_buffer_init(&messages, SIZE_MAX);
  ftext_buffer_init(&record, SIZE_MAX);
  if (ftext_conversation_compose(&pieces, &messages, &problem) == FTEXT_OK) {
    check_line(&messages);
    for (i = 0; (target = ftext_target_at(i)) != NULL; i++) {
      ftext_buffer_clear(&record);
      if (target->layout != NULL) {
        write_record(target, &messages, &record);
      }
    }
  }
  ftext_buffer_free(&messages);
  ftext_buffer_free(&record);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  ftext_text text = {data, size};
  const ftext_target *target;
  ftext_json json = {0};
  ftext_status status;
  size_t i;

  if (ftext_json_parse(&json, data, size) != FTEXT_OK) {
    json.node_count = 0;
  }
  for (i = 0; (target = ftext_target_at(i)) != NULL; i++) {
    check_findings(target, text);
  }
  check_pieces(text, false);
  check_pieces(text, true);
  target = json.node_count > 0 ? ftext_target_detect(&json, &status) : NULL;
  if (target != NULL) {
    check_round(target, text);
    check_others(target, text);
  }
  ftext_json_free(&json);
  return 0;
}
