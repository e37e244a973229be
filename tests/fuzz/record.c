/*
** Records: whatever the JSON, findings are JSON, messages are JSON, records
** are JSON on one line, and a record that was read and written is written so
** again.
**
** Input: a target's number, then a document (common/document.h).  A replay
** tries every target.
*/
#include "common/check.h"
#include "common/document.h"

#include "record/conversation.h"
#include "record/validate.h"

#include <string.h>

#ifdef FTEXT_REPLAY
enum { EVERY_TARGET = 1 };
#else
enum { EVERY_TARGET = 0 };
#endif

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

/* Read as a record of `from`, written as one of `to`, or a reason why not. */
static void check_other(const ftext_target *from, const ftext_target *to,
                        ftext_text text) {
  ftext_buffer messages;
  ftext_buffer record;

  ftext_buffer_init(&messages, SIZE_MAX);
  ftext_buffer_init(&record, SIZE_MAX);
  if (from->layout->form != FORM_NONE && to->layout != NULL &&
      read_record(from, text, &messages)) {
    write_record(to, &messages, &record);
  }
  ftext_buffer_free(&messages);
  ftext_buffer_free(&record);
}

/* The input as the arguments of ftext_record and ftext_preference. */
static void check_pieces(const ftext_target *target, ftext_text text,
                         bool rejected) {
  ftext_text answer = ftext_text_of("answer");
  ftext_pieces pieces = {.system = &answer,
                         .prompt = &text,
                         .completion = rejected ? &answer : &text,
                         .rejected = rejected ? &text : NULL};
  ftext_problem problem;
  ftext_buffer messages;
  ftext_buffer record;

  ftext_buffer_init(&messages, SIZE_MAX);
  ftext_buffer_init(&record, SIZE_MAX);
  if (ftext_conversation_compose(&pieces, &messages, &problem) == FTEXT_OK) {
    check_line(&messages);
    if (target->layout != NULL) {
      write_record(target, &messages, &record);
    }
  }
  ftext_buffer_free(&messages);
  ftext_buffer_free(&record);
}

/* The target whose record the text looks like, or NULL. */
static const ftext_target *detect(ftext_text text) {
  const ftext_target *target = NULL;
  ftext_json json = {0};
  ftext_status status;

  if (ftext_json_parse(&json, text.bytes, text.length) == FTEXT_OK) {
    target = ftext_target_detect(&json, &status);
  }
  ftext_json_free(&json);
  return target;
}

static void check_target(const ftext_target *target, ftext_text text) {
  const ftext_target *from = detect(text);

  check_findings(target, text);
  check_pieces(target, text, false);
  check_pieces(target, text, true);
  if (from != NULL) {
    check_round(from, text);
    check_other(from, target, text);
  }
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  ftext_buffer document;
  ftext_text text;
  size_t count = 0;
  size_t i;

  if (size < 1) {
    return 0;
  }
  while (ftext_target_at(count) != NULL) {
    count++;
  }
  ftext_buffer_init(&document, SIZE_MAX);
  fuzz_document(&document, data + 1, size - 1);
  text = (ftext_text){document.bytes, document.length};
  for (i = 0; i < count; i++) {
    if (EVERY_TARGET || data[0] % count == i) {
      check_target(ftext_target_at(i), text);
    }
  }
  ftext_buffer_free(&document);
  return 0;
}
