/*
** cost [NAME...]: no call costs more than n log n.  Counts the steps that a
** statement takes in ftext's own code for an input of n bytes and of 4 n: four
** times n log n is 4.5 times as many, n^1.25 would be 5.7, n^2 16 times.  NAMEs
** choose statements that contain one of them.
*/
#include "ftext.h"
#include "steps.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text's bytes, from parts that are repeated: {n} is a running number. */
typedef struct text_kind {
  const char *name;
  const char *begin;
  const char *part;
  const char *end;
} text_kind;

static char *make_text(const text_kind *kind, size_t size) {
  sqlite3_str *text = sqlite3_str_new(NULL);
  const char *number = strstr(kind->part, "{n}");
  int i;

  sqlite3_str_appendall(text, kind->begin);
  for (i = 0; (size_t)sqlite3_str_length(text) < size; i++) {
    if (number == NULL) {
      sqlite3_str_appendall(text, kind->part);
    } else {
      sqlite3_str_appendf(text, "%.*s%d%s", (int)(number - kind->part),
                          kind->part, i, number + 3);
    }
  }
  sqlite3_str_appendall(text, kind->end);
  return sqlite3_str_finish(text);
}

static const text_kind texts[] = {
    {"one letter", "", "a", ""},
    {"one mark", "", "_", ""},
    {"spaces", "", " ", ""},
    {"newlines", "", "\n", ""},
    {"spaces, a letter", "", " ", "a"},
    {"words", "", "some {n} words, it's so ", ""},
    {"one long word", "", "Xy{n}zQw", ""},
    {"combining marks", "e", "\xCC\x81\xCC\xA7", ""},
    {"marks in the wrong order", "e", "\xCC\x81\xD6\xAE\xCC\xA7", ""},
    {"ligatures", "", "\xEF\xB7\xBA", ""},
    {"Hangul", "", "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", ""},
    {"broken bytes", "", "\xFF\xE0\x80", ""},
    {"endoftext", "", "<|endoftext|", ""},
    {"brackets", "", "{[(<", ""},
    {"quotes", "", "\"\\", ""},
    {"apostrophes", "", "'", ""},
    {"carriage returns", "", "\r\n \r", ""},
};

static const char *const text_calls[] = {
    "SELECT ftext_token_count(?1)",
    "SELECT ftext_token_count(?1, 'cl100k_base')",
    "SELECT ftext_token_count(?1, 'r50k_base', 1000000)",
    "SELECT ftext_encode(?1, 'o200k_base', 'all')",
    "SELECT ftext_encode(?1, 'p50k_edit')",
    "SELECT ftext_first_token(?1, 'r50k_base')",
    "SELECT ftext_truncate(?1, 1000000)",
    "SELECT ftext_truncate(?1, 100, 'cl100k_base')",
    "SELECT count(*) FROM ftext_tokens(?1)",
    "SELECT count(*) FROM ftext_chunks(?1, 100)",
    "SELECT count(*) FROM ftext_chunks(?1, 1)",
    "SELECT count(*) FROM ftext_chunks(?1, length(?1) / 9 + 1, "
    "length(?1) / 9)",
    "SELECT ftext_chat_token_count(json_array(json_object('role', 'user', "
    "'content', CAST(ftext_normalize(?1, '') AS TEXT))))",
    "SELECT ftext_normalize(?1)",
    "SELECT ftext_normalize(?1, 'nfkc,case,accents,space')",
    "SELECT ftext_fingerprint(?1)",
    "SELECT ftext_minhash(?1)",
    "SELECT ftext_similarity(?1, 'x' || ?1)",
    "SELECT ftext_unit(?1, ?1)",
    "SELECT ftext_match_class(?1, '{\"refund\":\" 1\",\"order\":\" 2\"}')",
    "SELECT ftext_record('openai-chat', ftext_normalize(?1, ''), 'x')",
    "SELECT ftext_messages(json_object('prompt', ftext_normalize(?1, ''), "
    "'completion', 'x'), 'completion')",
    "SELECT ftext_validate(json_object('prompt', ftext_normalize(?1, ''), "
    "'completion', 'x'), 'completion')",
    "SELECT label FROM ftext_class_map(json_array(ftext_normalize(?1, '')))",
    "SELECT ftext_split('a', ?1)",
    "SELECT ftext_decode(?1)",
};

/* JSON and specs, each with the statements that read them. */
typedef struct special_case {
  text_kind text;
  const char *sql;
} special_case;

static const special_case specials[] = {
    {{"ids", "[1", ",{n}", "]"}, "SELECT ftext_decode(?1)"},
    {{"one id", "[220", ",11", "]"}, "SELECT ftext_decode(?1)"},
    {{"digits", "[1", "2", "]"}, "SELECT ftext_decode(?1)"},
    {{"arrays", "[1", ",[],{}", "]"}, "SELECT ftext_decode(?1)"},
    {{"labels", "[\"a\"", ",\"label {n}\"", "]"},
     "SELECT count(*) FROM ftext_class_map(?1)"},
    {{"one label", "[\"a\"", ",\"a\"", "]"},
     "SELECT count(*) FROM ftext_class_map(?1)"},
    {{"long label", "[\"", "refund it ", "\"]"},
     "SELECT label FROM ftext_class_map(?1, 'o200k_base', 'label')"},
    {{"long label, words", "[\"", "a{n} ", "\"]"},
     "SELECT label FROM ftext_class_map(?1, 'o200k_base', 'word')"},
    {{"existing", "[{\"label\":\"a\",\"class_id\":1,\"completion\":\" 1\"}",
      ",{\"label\":\"l{n}\",\"class_id\":1{n},\"completion\":\"c{n}\"}", "]"},
     "SELECT count(*) FROM ftext_class_map('[]', 'o200k_base', 'number', "
     "'chat', ?1)"},
    {{"existing, keys", "[{\"label\":\"a\"", ",\"label\":\"b{n}\"",
      ",\"class_id\":1,\"completion\":\" 1\"}]"},
     "SELECT label FROM ftext_class_map('[]', 'o200k_base', 'number', "
     "'completion', ?1)"},
    {{"a map", "{\"a\":\"b\"", ",\"label {n}\":\" {n}\"", "}"},
     "SELECT ftext_match_class(' 77', ?1)"},
    {{"a map, answers", "{\"a\":\"b\"", ",\"label {n}\":\" {n}\"", "}"},
     "SELECT ftext_match_class('label 77 label 78 label', ?1)"},
    {{"messages", "[{\"role\":\"user\",\"content\":\"a\"}",
      ",{\"role\":\"assistant\",\"content\":\"a{n}\"},"
      "{\"role\":\"user\",\"content\":\"b\"}",
      "]"},
     "SELECT ftext_chat_token_count(?1), "
     "ftext_record('openai-chat', ?1, 'x'), "
     "ftext_record('llamafactory-sharegpt', ?1, 'x'), "
     "ftext_record('gemini', ?1, 'x'), ftext_record('mistral', ?1, 'x')"},
    {{"a chat", "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}",
      ",{\"role\":\"assistant\",\"content\":\"a{n}\"},"
      "{\"role\":\"user\",\"content\":\"b\"}",
      "]}"},
     "SELECT group_concat(ftext_validate(?1, target)), ftext_messages(?1) "
     "FROM ftext_targets"},
    {{"bad messages", "{\"messages\":[{}", ",{\"r{n}\":[]}", "]}"},
     "SELECT group_concat(ftext_validate(?1, target)) FROM ftext_targets"},
    {{"keys", "{\"a\":1", ",\"k{n}\":{n}", "}"},
     "SELECT group_concat(ftext_validate(?1, target)) FROM ftext_targets"},
    {{"one key", "{\"messages\":1", ",\"messages\":[]", "}"},
     "SELECT group_concat(ftext_validate(?1, target)) FROM ftext_targets"},
    {{"tool calls",
      "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\"}",
      ",{\"id\":\"c{n}\",\"type\":\"function\",\"function\":{\"name\":\"f\","
      "\"arguments\":\"{}\"}}",
      "]}]}"},
     "SELECT group_concat(ftext_validate(?1, target)) FROM ftext_targets"},
    {{"tool answers", "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}",
      ",{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c{n}\",\"type\":"
      "\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},"
      "{\"role\":\"tool\",\"tool_call_id\":\"x\",\"content\":\"b\"}",
      "]}"},
     "SELECT group_concat(ftext_validate(?1, target)), ftext_messages(?1, "
     "'openai-chat') FROM ftext_targets"},
    {{"tools", "{\"messages\":[],\"tools\":[{}",
      ",{\"type\":\"function\",\"function\":{\"name\":\"f{n}\",\"parameters\":"
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}}",
      "]}"},
     "SELECT group_concat(ftext_validate(?1, target)), "
     "ftext_chat_token_count(?1) FROM ftext_targets"},
    {{"escapes", "{\"prompt\":\"", "\\u0041\\n\\ud83d\\ude00",
      "\",\"completion\":\"a\"}"},
     "SELECT group_concat(ftext_validate(?1, target)), ftext_messages(?1) "
     "FROM ftext_targets"},
    {{"weights", "a=1", ",b{n}=1", ""}, "SELECT ftext_split('a', ?1)"},
    {{"cuts", "a<1", ",b{n}<2", ",c"}, "SELECT ftext_split('a', ?1)"},
    {{"cuts merged", "a<1", "0", ",c"}, "SELECT ftext_split_merge(?1)"},
    {{"options", "{\"skip\":[\"a\"", ",\"b{n}\"", "]}"},
     "SELECT count(*) FROM ftext_check('one', ?1)"},
    {{"option", "{\"thresholds\":{\"leak\":1", ",\"leak\":{n}", "}}"},
     "SELECT count(*) FROM ftext_check('one', ?1)"},
    {{"export options", "{\"json\":[\"a\"", ",\"b{n}\"", "]}"},
     "SELECT ftext_export('out.jsonl', 'SELECT 1', ?1)"},
    {{"comments", "", "/**/", "SELECT 1"},
     "SELECT ftext_export('out.jsonl', ?1)"},
    {{"path", "", "a{", ""}, "SELECT ftext_export(?1, 'SELECT 1')"},
    {{"name", "", "a", ""}, "SELECT count(*) FROM ftext_check(?1)"},
    {{"sample", "", "where is {n} of my parcels, ", ""},
     "SELECT count(*) FROM ftext_bands(ftext_minhash(?1))"},
};

/* Aggregates and tables over rows (i); ?1 is how many. */
#define ROWS                                                                   \
  "WITH RECURSIVE rows(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM rows "    \
  "LIMIT ?1) "

static const char *const row_calls[] = {
    ROWS "SELECT ftext_components(i, i + 1) FROM rows",
    ROWS "SELECT ftext_components(?1 - i, ?1 - i - 1) FROM rows",
    ROWS "SELECT ftext_components('n' || i, 'n' || i / 2) FROM rows",
    ROWS "SELECT ftext_split_fit(i, 'valid=0.2,train=0.8', 5) FROM rows",
    ROWS "SELECT ftext_split_fit(i, 'valid=0.2,train=0.8', ?1 / 2) FROM rows",
    ROWS "SELECT ftext_split_fit(1, 'valid=0.2,train=0.8', 5) FROM rows",
    ROWS "SELECT ftext_split_merge('valid<3333333333334,train') FROM rows",
    ROWS "SELECT ftext_split_groups(i, i / 3, 'valid=0.2,train=0.8') FROM rows",
    ROWS "SELECT ftext_split_groups(i / 3, i, 'valid=0.2,train=0.8') FROM rows",
    ROWS "SELECT ftext_split_groups(i % 9, i, 'valid=0.2,train=0.8') FROM rows",
    ROWS "SELECT ftext_split_groups(i, i % 9, 'valid=0.2,train=0.8') FROM rows",
    ROWS "SELECT ftext_majority(i), ftext_mcc(i, i), ftext_kappa(i, i + 1), "
         "ftext_f1(i, i % 7, 'macro'), ftext_fbeta(i, i, 2, 'weighted'), "
         "ftext_precision(i, 1 - i, 'micro') FROM rows",
    ROWS "SELECT ftext_auroc(i % 2, i), ftext_auprc(i % 2, ?1 - i), "
         "ftext_auroc(i % 2, 1), ftext_auroc(i % 2, (i * 7919) % ?1) FROM rows",
    ROWS "SELECT ftext_alpha(i / 2, i), ftext_alpha(1, i), ftext_alpha(i, 1), "
         "ftext_alpha(i / 9, i % 5) FROM rows",
    ROWS "SELECT ftext_classification_report(i, i + 1) FROM rows",
    ROWS "SELECT count(m) FROM (SELECT ftext_majority(i) OVER (ORDER BY i "
         "ROWS 50 PRECEDING) AS m FROM rows)",
    ROWS "SELECT count(m) FROM (SELECT ftext_f1(i % 9, i % 8, 'macro') OVER "
         "(ORDER BY i ROWS 50 PRECEDING) AS m FROM rows)",
    ROWS "SELECT count(m) FROM (SELECT ftext_split_fit(i, "
         "'valid=0.2,train=0.8', 2) OVER (ORDER BY i ROWS 50 PRECEDING) AS m "
         "FROM rows)",
    "SELECT count(*) FROM ftext_check('set_' || ?1)",
    "SELECT count(*) FROM ftext_check('same_' || ?1)",
    "SELECT count(*) FROM ftext_check('classes_' || ?1)",
    "SELECT ftext_export('{s}.jsonl', 'SELECT i % 200 AS s, i FROM rows_' || "
    "?1)",
    "SELECT count(record) FROM ftext_read_jsonl('rows_' || ?1 || '.jsonl')",
};

enum { BYTES = 1 << 16, FACTOR = 4, ROW_COUNT = 4000 };
static const double most = 5.2;

static int mistakes;
static int cases;

static uint64_t count_steps(sqlite3 *db, const char *sql, const char *text,
                            int rows) {
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
    printf("%s\n    %s\n", sqlite3_errmsg(db), sql);
    exit(2);
  }
  if (text != NULL) {
    sqlite3_bind_text(statement, 1, text, -1, SQLITE_STATIC);
  } else {
    sqlite3_bind_int(statement, 1, rows);
  }
  steps = 0;
  while (sqlite3_step(statement) == SQLITE_ROW) {
  }
  if (text == NULL && sqlite3_finalize(statement) != SQLITE_OK) {
    printf("%s\n    %s\n", sqlite3_errmsg(db), sql);
    mistakes++;
  } else if (text != NULL) {
    sqlite3_finalize(statement);
  }
  return steps;
}

static void judge(const char *name, const char *sql, uint64_t few,
                  uint64_t many) {
  const double times = (double)many / (double)(few < 10000 ? 10000 : few);

  cases++;
  if (times > most || getenv("COST_SHOW") != NULL) {
    printf("%5.2f times, %llu to %llu steps: %s, %.100s\n", times,
           (unsigned long long)few, (unsigned long long)many, name, sql);
  }
  mistakes += times > most;
}

static sqlite3 *open_database(void) {
  sqlite3 *db;

  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_ftext_init(db, NULL, NULL) != SQLITE_OK ||
      sqlite3_exec(db,
                   "CREATE TABLE one AS SELECT 'a' AS prompt, 'b' AS "
                   "completion",
                   NULL, NULL, NULL) != SQLITE_OK) {
    exit(2);
  }
  return db;
}

/* A connection of its own each time: what one remembers does not help. */
static uint64_t steps_of(const char *sql, const char *text, int rows,
                         const char *schema) {
  sqlite3 *db = open_database();
  uint64_t count;

  if (schema != NULL &&
      sqlite3_exec(db, schema, NULL, NULL, NULL) != SQLITE_OK) {
    printf("%s\n    %s\n", sqlite3_errmsg(db), schema);
    exit(2);
  }
  count = count_steps(db, sql, text, rows);
  sqlite3_close(db);
  return count;
}

static void try_text(const text_kind *kind, const char *sql) {
  char *few = make_text(kind, BYTES);
  char *many = make_text(kind, FACTOR * BYTES);

  judge(kind->name, sql, steps_of(sql, few, 0, NULL),
        steps_of(sql, many, 0, NULL));
  sqlite3_free(few);
  sqlite3_free(many);
}

/* What ftext_check and family file work on. */
static char *schema_of(int rows) {
  return sqlite3_mprintf(
      "CREATE TABLE rows_%d AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL "
      "SELECT i + 1 FROM n LIMIT %d) SELECT i FROM n;"
      "CREATE VIEW set_%d AS SELECT i AS id, 'Where is parcel ' || i || '?' AS "
      "prompt, i %% 9 AS completion, i %% 2 AS split, i / 3 AS \"group\" "
      "FROM rows_%d;"
      "CREATE VIEW same_%d AS SELECT i AS id, 'Where is it?' AS prompt, "
      "'x' AS completion, i %% 2 AS split, 1 AS \"group\" FROM rows_%d;"
      "CREATE VIEW classes_%d AS SELECT i AS id, 'Where is ' || i AS prompt, "
      "'x' || i AS completion, i AS label, 'a' AS split FROM rows_%d;"
      "SELECT ftext_export('rows_%d.jsonl', 'SELECT * FROM rows_%d')",
      rows, rows, rows, rows, rows, rows, rows, rows, rows, rows);
}

static void try_rows(const char *sql) {
  char *few = schema_of(ROW_COUNT);
  char *many = schema_of(FACTOR * ROW_COUNT);

  judge("rows", sql, steps_of(sql, NULL, ROW_COUNT, few),
        steps_of(sql, NULL, FACTOR * ROW_COUNT, many));
  sqlite3_free(few);
  sqlite3_free(many);
}

static bool is_chosen(const char *sql, int count, char **names) {
  int i;

  for (i = 0; i < count; i++) {
    if (strstr(sql, names[i]) != NULL) {
      return true;
    }
  }
  return count == 0;
}

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

int main(int argc, char **argv) {
  size_t i;
  size_t k;

  for (i = 0; i < COUNT_OF(text_calls); i++) {
    for (k = 0;
         is_chosen(text_calls[i], argc - 1, argv + 1) && k < COUNT_OF(texts);
         k++) {
      try_text(&texts[k], text_calls[i]);
    }
  }
  for (i = 0; i < COUNT_OF(specials); i++) {
    if (is_chosen(specials[i].sql, argc - 1, argv + 1)) {
      try_text(&specials[i].text, specials[i].sql);
    }
  }
  for (i = 0; i < COUNT_OF(row_calls); i++) {
    if (is_chosen(row_calls[i], argc - 1, argv + 1)) {
      try_rows(row_calls[i]);
    }
  }
  printf("%d statements, %d that cost too much\n", cases, mistakes);
  return mistakes > 0;
}
