/*
** Every row of every table of rules has a golden record that breaks it: the
** rows are asked one by one, of all golden records of a target.  And every
** name in the tables is a target's.
*/
#include "record/target.h"
#include "record/targets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_GOLDEN = 1000, MOST_DEPTH = 8, MOST_ROWS = 2000 };

typedef struct golden {
  char target[64];
  ftext_buffer text;
  ftext_json json;
} golden;

static golden goldens[MOST_GOLDEN];
static size_t golden_count;
static const ftext_rule *broken[MOST_ROWS]; /* rows that a golden breaks */
static size_t broken_count;
static int failures;

/* One line of the file: its record, where it is JSON. */
static void add_golden(const char *line, size_t length) {
  golden *to = &goldens[golden_count];
  ftext_json json = {0};
  ftext_buffer name;
  uint32_t record;

  if (golden_count == MOST_GOLDEN ||
      ftext_json_parse(&json, (const uint8_t *)line, length) != FTEXT_OK) {
    fprintf(stderr, "cannot read: %.*s\n", (int)length, line);
    exit(1);
  }
  record = ftext_json_member(&json, 0, "record");
  if (record > 0) {
    ftext_buffer_init(&name, sizeof to->target - 1);
    ftext_json_string(&json, ftext_json_member(&json, 0, "target"), &name);
    memcpy(to->target, name.bytes, name.length);
    ftext_buffer_free(&name);
    ftext_buffer_init(&to->text, SIZE_MAX);
    ftext_json_copy(&json, record, &to->text);
    ftext_json_parse(&to->json, to->text.bytes, to->text.length);
    golden_count++;
  }
  ftext_json_free(&json);
}

static void read_goldens(const char *path) {
  static char line[100000];
  FILE *file = fopen(path, "r");

  if (file == NULL) {
    perror(path);
    exit(1);
  }
  while (fgets(line, sizeof line, file) != NULL) {
    add_golden(line, strcspn(line, "\n"));
  }
  fclose(file);
}

static bool is_broken(const ftext_rule *row) {
  size_t i;

  for (i = 0; i < broken_count; i++) {
    if (broken[i] == row) {
      return true;
    }
  }
  return false;
}

/* Whether a golden of the target breaks a table of one row, which stands
** below the paths of the tables that lead to it. */
static bool breaks(const ftext_target *target, const ftext_rule *rules) {
  const ftext_encoding *encoding = ftext_encoding_default();
  ftext_status status;
  size_t i;

  for (i = 0; i < golden_count; i++) {
    if (strcmp(goldens[i].target, target->name) == 0 &&
        ftext_rules_apply(rules, &goldens[i].json, encoding, NULL, &status) >
            0) {
      return true;
    }
  }
  return false;
}

/* Asks each row of the innermost table; paths are those of the outer. */
static void walk(const ftext_target *target, const ftext_rule *table,
                 const char *paths[MOST_DEPTH], size_t depth) {
  ftext_rule chain[MOST_DEPTH + 1][2];
  const ftext_rule *row;
  size_t i;

  for (row = table; row->name != NULL; row++) {
    if (row->kind == RULE_TABLE) {
      paths[depth] = row->path;
      walk(target, row->table, paths, depth + 1);
      continue;
    }
    memset(chain, 0, sizeof chain);
    for (i = 0; i < depth; i++) {
      chain[i][0] = (ftext_rule){"", paths[i], RULE_TABLE, NULL, chain[i + 1]};
    }
    chain[depth][0] = *row;
    if (!is_broken(row) && breaks(target, chain[0])) {
      broken[broken_count++] = row;
    }
  }
}

/* What takes a long text to break is tested in tests/record/limits.sql. */
static bool is_about_length(const ftext_rule *row) {
  return row->kind == RULE_TEXT_SIZE || row->kind == RULE_TOKENS;
}

/* Counts the rows that some target's golden breaks, names the others. */
static size_t report(const ftext_target *target, const ftext_rule *table) {
  const ftext_rule *row;
  size_t rows = 0;

  for (row = table; row->name != NULL; row++) {
    if (row->kind == RULE_TABLE) {
      rows += report(target, row->table);
    } else if (is_broken(row) || is_about_length(row)) {
      rows++;
    } else {
      fprintf(stderr, "%s: no golden record breaks %s at '%s' (%s)\n",
              target->name, row->name, row->path,
              row->argument == NULL ? "" : row->argument);
      failures++;
    }
  }
  return rows;
}

static void check_name(const ftext_target *target, const char *name,
                       size_t length) {
  if (ftext_target_find((ftext_text){(const uint8_t *)name, length}) == NULL) {
    fprintf(stderr, "%s: no target '%.*s'\n", target->name, (int)length, name);
    failures++;
  }
}

static void check_names(const ftext_target *target, const char *names) {
  size_t length;

  while (names != NULL && *names != '\0') {
    length = strcspn(names, " ");
    check_name(target, names, length);
    names += length + (names[length] == ' ' ? 1 : 0);
  }
}

int main(void) {
  const char *paths[MOST_DEPTH];
  const ftext_target *target;
  size_t rows = 0;
  size_t i;

  read_goldens("tests/record/invalid.jsonl");
  for (i = 0; (target = ftext_target_at(i)) != NULL; i++) {
    check_names(target, target->members);
    check_names(target, target->writes);
    check_names(target, target->preference);
    if (target->rules != NULL) {
      walk(target, target->rules, paths, 0);
    }
  }
  for (i = 0; (target = ftext_target_at(i)) != NULL; i++) {
    rows += target->rules == NULL ? 0 : report(target, target->rules);
  }
  printf("%zu rules, %zu golden records\n", rows, golden_count);
  return failures > 0 || rows == 0;
}
