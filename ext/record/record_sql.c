/*
** ftext_record and ftext_preference: from columns to a target's record.
*/
#include "base/utf8.h"
#include "record/argument.h"
#include "record/conversation.h"
#include "record/sql.h"

/* A text argument that may become part of a record: broken UTF-8 is an
** error, for a record cannot hold it and nothing is repaired. */
static bool read_text(sqlite3_context *context, sqlite3_value *value,
                      const char *name, ftext_text *text) {
  size_t valid;

  if (ftext_value_text(value, text) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return false;
  }
  valid = ftext_utf8_valid_length(text->bytes, text->length);
  if (valid < text->length) {
    ftext_error(context, "broken UTF-8 in argument %s, at byte %lld", name,
                (sqlite3_int64)valid + 1);
    return false;
  }
  return true;
}

/* Fails the function with the problem's words, or for the status. */
static void fail(sqlite3_context *context, ftext_status status,
                 const ftext_problem *problem) {
  if (status == FTEXT_INVALID) {
    ftext_error(context, "%s", problem->text);
  } else {
    ftext_error_status(context, status);
  }
}

static void result_record(sqlite3_context *context, const ftext_target *target,
                          const ftext_pieces *pieces) {
  ftext_problem problem;
  ftext_buffer conversation;
  ftext_buffer record;
  ftext_json json = {0};
  ftext_status status;

  /* Longer than some targets' records: SQLite's limit is the record's. */
  ftext_buffer_init(&conversation, SIZE_MAX);
  ftext_buffer_init(&record,
                    ftext_length_limit(sqlite3_context_db_handle(context)));
  status = ftext_conversation_compose(pieces, &conversation, &problem);
  if (status == FTEXT_OK) {
    status = ftext_json_parse(&json, conversation.bytes, conversation.length);
  }
  if (status == FTEXT_OK) {
    status = ftext_conversation_write(target, &json, &record, &problem);
  }
  if (status == FTEXT_OK) {
    ftext_result_json(context, &record);
  } else {
    fail(context, status, &problem);
  }
  ftext_json_free(&json);
  ftext_buffer_free(&conversation);
  ftext_buffer_free(&record);
}

/* The target that a name stands for when a record is written. */
static const ftext_target *written(const ftext_target *target) {
  return target->writes == NULL
             ? target
             : ftext_target_find(ftext_text_of(target->writes));
}

void ftext_record_sql(sqlite3_context *context, int argc,
                      sqlite3_value **argv) {
  const ftext_target *target = ftext_target_argument(context, argv[0]);
  ftext_text prompt = ftext_text_of("");
  ftext_text completion = prompt;
  ftext_text system = prompt;
  ftext_pieces pieces = {.prompt = &prompt,
                         .completion = argc > 2 ? &completion : NULL,
                         .system = argc > 3 ? &system : NULL};

  if (target == NULL || !read_text(context, argv[1], "prompt", &prompt) ||
      (argc > 2 && !read_text(context, argv[2], "completion", &completion)) ||
      (argc > 3 && !read_text(context, argv[3], "system", &system))) {
    return;
  }
  result_record(context, written(target), &pieces);
}

void ftext_preference_sql(sqlite3_context *context, int argc,
                          sqlite3_value **argv) {
  const ftext_target *target = ftext_target_argument(context, argv[0]);
  ftext_text prompt = ftext_text_of("");
  ftext_text chosen = prompt;
  ftext_text rejected = prompt;
  ftext_text system = prompt;
  ftext_pieces pieces = {.prompt = &prompt,
                         .completion = &chosen,
                         .rejected = &rejected,
                         .system = argc > 4 ? &system : NULL};

  if (target == NULL || !read_text(context, argv[1], "prompt", &prompt) ||
      !read_text(context, argv[2], "chosen", &chosen) ||
      !read_text(context, argv[3], "rejected", &rejected) ||
      (argc > 4 && !read_text(context, argv[4], "system", &system))) {
    return;
  }
  if (target->preference == NULL) {
    ftext_error(context,
                "target '%s' takes no preference records (openai-dpo, "
                "azure-dpo, together-preference, fireworks-dpo, "
                "trl-preference, alpaca-preference and sharegpt-preference "
                "do)",
                target->name);
    return;
  }
  result_record(context, ftext_target_find(ftext_text_of(target->preference)),
                &pieces);
}

/* The target of the record: of those that the name stands for, or of all. */
static const ftext_target *choose(sqlite3_context *context,
                                  const ftext_target *named,
                                  const ftext_json *json) {
  ftext_status status;
  const ftext_target *target = named != NULL
                                   ? ftext_target_choose(named, json, &status)
                                   : ftext_target_detect(json, &status);

  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
    return NULL;
  }
  if (target == NULL && named != NULL) {
    ftext_error(context, "target '%s': the record has none of its shapes (%s)",
                named->name, named->members);
  } else if (target == NULL) {
    ftext_error(context, "the record has no target's shape (name the target)");
  }
  return target;
}

void ftext_messages_sql(sqlite3_context *context, int argc,
                        sqlite3_value **argv) {
  const ftext_target *target = NULL;
  ftext_json json = {0};
  ftext_problem problem;
  ftext_buffer out;
  ftext_text record;
  ftext_status status;

  if (argc > 1) {
    target = ftext_target_argument(context, argv[1]);
    if (target == NULL) {
      return;
    }
  }
  if (ftext_value_text(argv[0], &record) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return;
  }
  status = ftext_json_parse(&json, record.bytes, record.length);
  if (status == FTEXT_INVALID) {
    ftext_error(context, "the record is no JSON: %s at byte %lld", json.error,
                (sqlite3_int64)json.error_at + 1);
  } else if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  } else if ((target = choose(context, target, &json)) != NULL) {
    ftext_buffer_init(&out,
                      ftext_length_limit(sqlite3_context_db_handle(context)));
    status = ftext_conversation_read(target, &json, &out, &problem);
    if (status == FTEXT_OK) {
      ftext_result_json(context, &out);
    } else {
      fail(context, status, &problem);
    }
    ftext_buffer_free(&out);
  }
  ftext_json_free(&json);
}
