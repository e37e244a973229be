/*
** Every argument that takes a JSON document: no crash, an error that begins
** with the function's name, the same again when asked again.  A class map
** gives no two classes one first token, number or completion, and
** ftext_match_class reads each completion back as its label.
**
** Input: which argument, then a document (common/document.h).
*/
#include "common/document.h"
#include "common/check.h"
#include "common/database.h"

#include "record/target.h"

#include <stdbool.h>
#include <string.h>

typedef struct place {
  const char *function;
  const char *sql;
  bool empty; /* its rows say what is wrong */
} place;

#define MAP "WITH map AS MATERIALIZED (SELECT * FROM ftext_class_map("

/* The classes of a map that share what they must not share. */
#define UNLIKE                                                                 \
  ") WHERE completion IS NOT NULL) SELECT count(*) FROM map HAVING count(*) "  \
  "IS NOT count(DISTINCT first_token_id) OR count(*) IS NOT "                  \
  "count(DISTINCT class_id) OR count(*) IS NOT count(DISTINCT label)"

/* The classes of a map whose completion means another label. */
#define MEANT                                                                  \
  ")), object(o) AS (SELECT json_group_object(label, completion) FROM map) "   \
  "SELECT label FROM map, object "                                             \
  "WHERE ftext_match_class(completion, o) IS NOT label"

static const place places[] = {
    {"ftext_decode", "SELECT ftext_decode(?1)", false},
    {"ftext_decode", "SELECT ftext_decode(?1, 'gpt2')", false},
    {"ftext_chat_token_count", "SELECT ftext_chat_token_count(?1)", false},
    {"ftext_chat_token_count",
     "SELECT ftext_chat_token_count(?1, 'gpt-3.5-turbo-0301')", false},
    {"ftext_class_map", MAP "?1" UNLIKE, true},
    {"ftext_class_map", MAP "?1, 'r50k_base'" UNLIKE, true},
    {"ftext_class_map", MAP "?1, 'cl100k_base', 'label'" UNLIKE, true},
    {"ftext_class_map", MAP "?1, 'o200k_base', 'word', 'chat'" UNLIKE, true},
    {"ftext_class_map", MAP "?1, 'gpt2', 'letter'" UNLIKE, true},
    {"ftext_class_map",
     MAP "'[\"a\",\"refund\"]', 'o200k_base', 'number', 'chat', ?1" UNLIKE,
     true},
    {"ftext_class_map",
     MAP "'[\"a\",\"b\"]', 'gpt2', 'label', 'chat', ?1" UNLIKE, true},
    {"ftext_class_map", MAP "?1" MEANT, true},
    {"ftext_class_map", MAP "?1, 'r50k_base', 'label'" MEANT, true},
    {"ftext_match_class", "SELECT ftext_match_class('1', ?1)", false},
    {"ftext_match_class", "SELECT ftext_match_class(' a. because', ?1)", false},
    {"ftext_messages", "SELECT ftext_messages(?1)", false},
    {"ftext_messages", "SELECT ftext_messages(ftext_messages(?1))", false},
    {"ftext_validate", "SELECT ftext_validate(?1, ?2)", false},
    {"ftext_messages", "SELECT ftext_messages(?1, ?2)", false},
    {"ftext_record", "SELECT ftext_record(?2, ?1, '1')", false},
    {"ftext_record", "SELECT ftext_record(?2, 'hi', ?1, 'be brief')", false},
    {"ftext_preference", "SELECT ftext_preference(?2, ?1, 'a', 'b')", false},
    {"ftext_preference", "SELECT ftext_preference(?2, 'hi', ?1, ?1)", false},
};

enum { PLACES = sizeof places / sizeof places[0] };

static const char *target_name(size_t number) {
  size_t count = 0;

  while (ftext_target_at(count) != NULL) {
    count++;
  }
  return ftext_target_at(number % count)->name;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size) {
  static sqlite3_stmt *statements[PLACES];
  const place *asked;
  sqlite3_stmt *statement;
  ftext_buffer json;
  uint64_t first;

  if (size < 2) {
    return 0;
  }
  asked = &places[data[0] % PLACES];
  fuzz_prepare(&statements[data[0] % PLACES], asked->sql);
  statement = statements[data[0] % PLACES];
  ftext_buffer_init(&json, SIZE_MAX);
  fuzz_document(&json, data + 2, size - 2);
  sqlite3_bind_text(statement, 1, (const char *)json.bytes, (int)json.length,
                    SQLITE_STATIC);
  if (sqlite3_bind_parameter_count(statement) == 2) {
    sqlite3_bind_text(statement, 2, target_name(data[1]), -1, SQLITE_STATIC);
  }
  if (asked->empty) {
    CHECK(sqlite3_step(statement) != SQLITE_ROW);
    sqlite3_reset(statement);
  }
  first = fuzz_run(statement, asked->function);
  CHECK(fuzz_run(statement, asked->function) == first);
  sqlite3_clear_bindings(statement);
  ftext_buffer_free(&json);
  return 0;
}
