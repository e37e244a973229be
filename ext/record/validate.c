#include "record/validate.h"

#include "record/conversation.h"
#include "token/chat.h"
#include "token/token.h"

#include <stdio.h>
#include <string.h>

static void add(ftext_findings *findings, const char *rule, const char *words) {
  ftext_findings_add(findings, rule, ftext_text_of("$"), ftext_text_of(words));
}

/* The record is no JSON. */
static void add_unreadable(const ftext_target *target, const ftext_json *json,
                           ftext_findings *findings) {
  const char *rule =
      target->bad_json != NULL ? target->bad_json : "invalid_json";
  char words[160];

  if (target->bad_utf8 != NULL && strcmp(json->error, "broken UTF-8") == 0) {
    rule = target->bad_utf8;
  }
  snprintf(words, sizeof words, "no JSON: %s at byte %llu", json->error,
           (unsigned long long)json->error_at + 1);
  add(findings, rule, words);
}

/* Tokens of all contents, where a record is plain text. */
static ftext_status count_texts(const ftext_json *json,
                                const ftext_encoding *encoding, uint64_t limit,
                                uint64_t *count) {
  uint32_t message = 1;
  ftext_status status = FTEXT_OK;
  ftext_buffer text;
  uint64_t tokens;
  uint32_t content;
  uint32_t i;

  *count = 0;
  ftext_buffer_init(&text, SIZE_MAX);
  for (i = 0; status == FTEXT_OK && i < json->nodes[0].count; i++) {
    content = ftext_json_member(json, message, "content");
    message = json->nodes[message].next;
    if (content == 0 || json->nodes[content].length == 0 ||
        json->nodes[content].type != FTEXT_JSON_STRING) {
      continue;
    }
    ftext_buffer_clear(&text);
    ftext_json_string(json, content, &text);
    status = text.status;
    if (status == FTEXT_OK) {
      status = ftext_token_count(
          encoding, (ftext_text){text.bytes, text.length}, limit, &tokens);
      *count += status == FTEXT_OK ? tokens : 0;
    }
  }
  ftext_buffer_free(&text);
  return status;
}

static ftext_status count_conversation(const ftext_validation *validation,
                                       const ftext_target *target,
                                       ftext_text conversation, uint64_t limit,
                                       uint64_t *count) {
  ftext_json json = {0};
  ftext_status status =
      ftext_json_parse(&json, conversation.bytes, conversation.length);

  if (status == FTEXT_OK && (target->layout->form == FORM_PAIR ||
                             target->layout->form == FORM_TEXT)) {
    status = count_texts(&json, validation->encoding, limit, count);
  } else if (status == FTEXT_OK) {
    status = ftext_chat_count(
        &json, validation->encoding,
        ftext_chat_costs_of(validation->model, validation->encoding), count);
  }
  ftext_json_free(&json);
  return status;
}

/* A record that cannot be read as a conversation has been found wrong
** already, and is not counted. */
static ftext_status check_tokens(const ftext_validation *validation,
                                 const ftext_target *target,
                                 const ftext_json *json,
                                 ftext_findings *findings) {
  uint64_t limit = ftext_target_tokens(target, validation->model);
  ftext_problem problem;
  ftext_buffer text;
  ftext_status status;
  uint64_t count = 0;
  char words[160];

  ftext_buffer_init(&text, SIZE_MAX);
  status = ftext_conversation_read(target, json, &text, &problem);
  if (status == FTEXT_OK) {
    status = count_conversation(validation, target,
                                (ftext_text){text.bytes, text.length}, limit,
                                &count);
  }
  ftext_buffer_free(&text);
  if (status == FTEXT_OK && count > limit) {
    snprintf(words, sizeof words, "%llu tokens in %s; at most %llu are allowed",
             (unsigned long long)count,
             ftext_encoding_name(validation->encoding),
             (unsigned long long)limit);
    add(findings,
        target->token_rule != NULL ? target->token_rule : "too_many_tokens",
        words);
  }
  return status == FTEXT_INVALID ? FTEXT_OK : status;
}

/* A token has a byte at least, and a message's own tokens fewer than the
** bytes of its braces and keys: what is shorter needs no count. */
static bool may_be_too_long(const ftext_validation *validation,
                            const ftext_target *target, size_t length) {
  uint64_t limit = ftext_target_tokens(target, validation->model);

  return limit > 0 && length > limit && target->layout->form != FORM_NONE;
}

static void add_unknown_shape(const ftext_target *target,
                              ftext_findings *findings) {
  char words[400];

  snprintf(words, sizeof words, "the record has none of the shapes %s",
           target->members);
  add(findings, target->shape_rule, words);
}

void ftext_validation_init(ftext_validation *validation,
                           const ftext_target *target) {
  *validation = (ftext_validation){.target = target,
                                   .encoding = ftext_encoding_default(),
                                   .model = ftext_text_of("")};
}

ftext_status ftext_validate_record(const ftext_validation *validation,
                                   ftext_text record, ftext_json *json,
                                   ftext_findings *findings) {
  const ftext_target *target;
  ftext_status status = ftext_json_parse(json, record.bytes, record.length);

  if (status == FTEXT_INVALID) {
    add_unreadable(validation->target, json, findings);
    return findings->out.status;
  }
  if (status != FTEXT_OK) {
    return status;
  }
  target = ftext_target_choose(validation->target, json, &status);
  if (status == FTEXT_OK && target == NULL) {
    add_unknown_shape(validation->target, findings);
    status = findings->out.status;
  } else if (status == FTEXT_OK) {
    ftext_rules_apply(target->rules, json, validation->encoding, findings,
                      &status);
    if (status == FTEXT_OK &&
        may_be_too_long(validation, target, record.length)) {
      status = check_tokens(validation, target, json, findings);
    }
  }
  return status;
}
