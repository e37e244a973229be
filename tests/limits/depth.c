/*
** depth: no input makes the stack deep.  Every function that reads JSON is
** given values nested a hundred thousand deep, every function of text a text
** of marks or of one letter, aggregates long chains, in a thread whose stack
** has so many KiB.  A stack that overflows ends the program.
*/
#include "ftext.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 100000 };

static int mistakes;

/* What is nested: `open` and `close` each so many times, something between. */
typedef struct nest {
  const char *open;
  const char *middle;
  const char *close;
} nest;

static const nest nests[] = {
    {"[", "", "]"},
    {"[", "1", ""},
    {"{\"a\":", "1", "}"},
    {"{\"messages\":[", "", "]}"},
    {"[{\"role\":\"user\",\"content\":", "\"x\"", "}]"},
    {"{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":", "\"x\"",
     "}]}]}"},
    {"[[],", "1", "]"},
};

/* ?1 is the nested JSON. */
static const char *const json_calls[] = {
    "SELECT ftext_decode(?1)",
    "SELECT ftext_decode('[1,' || ?1 || ']')",
    "SELECT ftext_chat_token_count(?1)",
    "SELECT ftext_chat_token_count('[{\"role\":\"user\",\"content\":' || ?1 "
    "|| '}]')",
    "SELECT ftext_chat_token_count('{\"messages\":[],\"tools\":' || ?1 || "
    "'}')",
    "SELECT * FROM ftext_class_map(?1)",
    "SELECT * FROM ftext_class_map('[' || ?1 || ']')",
    "SELECT * FROM ftext_class_map('[1]', 'o200k_base', 'number', 'chat', ?1)",
    "SELECT ftext_match_class('a', ?1)",
    "SELECT ftext_match_class('a', '{\"b\":' || ?1 || '}')",
    "SELECT ftext_record(target, ?1, 'x') FROM ftext_targets",
    "SELECT ftext_record('openai-chat', 'x', ?1)",
    "SELECT ftext_preference('openai-dpo', ?1, 'x', 'y')",
    "SELECT ftext_preference('openai-dpo', 'x', ?1, ?1)",
    "SELECT ftext_validate(?1, target) FROM ftext_targets",
    "SELECT ftext_validate('{\"messages\":' || ?1 || '}', target) "
    "FROM ftext_targets",
    "SELECT ftext_validate('{\"messages\":[],\"tools\":' || ?1 || '}', "
    "'openai-chat')",
    "SELECT ftext_messages(?1)",
    "SELECT ftext_messages('{\"messages\":' || ?1 || '}', 'openai-chat')",
    "SELECT count(*) FROM ftext_check('one', ?1)",
    "SELECT count(*) FROM ftext_check('one', '{\"columns\":' || ?1 || '}')",
    "SELECT ftext_export('out.jsonl', 'SELECT 1', ?1)",
    "SELECT ftext_export('out.jsonl', 'SELECT x FROM nested')",
    "SELECT ftext_export('out.jsonl', 'SELECT x, ftext_validate(x, "
    "''openai-chat'') FROM nested', '{\"json\":[\"x\"]}')",
    "SELECT line, error FROM ftext_read_jsonl('nested.jsonl')",
};

/* ?1 is a long text. */
static const char *const text_calls[] = {
    "SELECT ftext_token_count(?1), length(ftext_encode(?1))",
    "SELECT count(*) FROM ftext_tokens(?1)",
    "SELECT count(*) FROM ftext_chunks(?1, 10)",
    "SELECT ftext_normalize(?1), ftext_fingerprint(?1), ftext_minhash(?1)",
    "SELECT ftext_similarity(?1, ?1)",
    "SELECT ftext_split('a', ?1)",
    "SELECT ftext_split('a', replace(?1, 'a', 'a=1,'))",
    "SELECT ftext_split('a', replace(?1, 'a', 'a<1,'))",
    "SELECT ftext_split_merge(replace(?1, 'a', 'a<1,'))",
    "SELECT ftext_match_class(?1, json_object('b', ?1))",
    "SELECT ftext_export(?1, ?1)",
    "SELECT ftext_export(replace(?1, 'a', '{'), 'SELECT 1')",
    "SELECT ftext_export('out.jsonl', replace(?1, 'a', '/**/') || 'SELECT 1')",
    "SELECT * FROM ftext_check(?1)",
};

static const char *const chains[] = {
    "SELECT length(ftext_components(i, i + 1)) FROM numbers",
    "SELECT length(ftext_components(i, i - 1)) FROM numbers ORDER BY i DESC",
    "SELECT length(ftext_components(i / 2, i)) FROM numbers",
    "SELECT length(ftext_split_groups(i, i / 2, 'valid=0.2,train=0.8', 1)) "
    "FROM numbers",
    "SELECT length(ftext_split_fit(i, 'valid=0.2,train=0.8', 1)) FROM numbers",
    "SELECT ftext_auroc(i % 2, i), ftext_alpha(i / 2, i % 3), "
    "ftext_majority(i % 7), ftext_kappa(i % 9, i % 8) FROM numbers",
    "SELECT count(*) FROM ftext_check('chain')",
};

/* Errors are as good as results: only the stack is asked about. */
static void run(sqlite3 *db, const char *sql, const char *text, size_t length) {
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);

  if (rc == SQLITE_OK && text != NULL) {
    sqlite3_bind_text64(statement, 1, text, length, SQLITE_STATIC, SQLITE_UTF8);
  }
  while (rc == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
  }
  if (rc != SQLITE_OK || (text == NULL && sqlite3_errcode(db) != SQLITE_DONE)) {
    printf("%s\n    %s\n", sqlite3_errmsg(db), sql);
    mistakes++;
  }
  sqlite3_finalize(statement);
}

static char *repeat(const char *part, size_t times, char *to) {
  const size_t length = strlen(part);

  while (times-- > 0) {
    memcpy(to, part, length);
    to += length;
  }
  *to = '\0';
  return to;
}

static char *nested(const nest *kind, int depth) {
  char *text = malloc((size_t)depth * 128);
  char *end = repeat(kind->open, (size_t)depth, text);

  end = repeat(kind->middle, 1, end);
  repeat(kind->close, (size_t)depth, end);
  return text;
}

/* A thousand levels are read, a hundred thousand are not. */
static void run_nested(sqlite3 *db, const nest *kind, int depth) {
  char *text = nested(kind, depth);
  FILE *file = fopen("nested.jsonl", "w");
  size_t i;

  if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0) {
    exit(2);
  }
  run(db, "DELETE FROM nested", NULL, 0);
  run(db, "INSERT INTO nested VALUES (?1)", text, strlen(text));
  for (i = 0; i < sizeof json_calls / sizeof json_calls[0]; i++) {
    run(db, json_calls[i], text, strlen(text));
  }
  free(text);
}

static void run_text(sqlite3 *db, const char *part) {
  char *text = malloc((size_t)DEPTH * strlen(part) + 1);
  size_t i;

  repeat(part, DEPTH, text);
  for (i = 0; i < sizeof text_calls / sizeof text_calls[0]; i++) {
    run(db, text_calls[i], text, strlen(text));
  }
  free(text);
}

static void *work(void *unused) {
  static const char *const parts[] = {
      "a", " ", "\n", "{", "'", "(", "\xCC\x81\xCC\xA7", "\xFF", "1a-"};
  sqlite3 *db;
  size_t i;

  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_ftext_init(db, NULL, NULL) != SQLITE_OK) {
    exit(2);
  }
  sqlite3_exec(db,
               "CREATE TABLE nested(x); CREATE TABLE one AS "
               "SELECT 'a' AS prompt, 'b' AS completion;"
               "CREATE TABLE numbers AS WITH RECURSIVE n(i) AS (VALUES(1) "
               "UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT i FROM n;"
               "CREATE TABLE chain AS SELECT 'p ' || i AS prompt, i % 9 AS "
               "completion, i / 2 AS \"group\" FROM numbers WHERE i < 9999",
               NULL, NULL, NULL);
  for (i = 0; i < sizeof nests / sizeof nests[0]; i++) {
    run_nested(db, &nests[i], 10);
    run_nested(db, &nests[i], 300);
    run_nested(db, &nests[i], 999);
    run_nested(db, &nests[i], DEPTH);
  }
  for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    run_text(db, parts[i]);
  }
  for (i = 0; i < sizeof chains / sizeof chains[0]; i++) {
    run(db, chains[i], NULL, 0);
  }
  sqlite3_close(db);
  return unused;
}

int main(int argc, char **argv) {
  pthread_attr_t attributes;
  pthread_t thread;

  if (argc != 2 || pthread_attr_init(&attributes) != 0 ||
      pthread_attr_setstacksize(&attributes, (size_t)atoi(argv[1]) * 1024) !=
          0 ||
      pthread_create(&thread, &attributes, work, NULL) != 0) {
    return 2;
  }
  pthread_join(thread, NULL);
  return mistakes > 0;
}
