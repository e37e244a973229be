#include "check/source_sql.h"

#include "base/nearest.h"
#include "base/value.h"

#include <stdarg.h>
#include <string.h>

/* A name to be looked for; the schema may be NULL: any. */
typedef struct table_name {
  char *schema;
  char *table;
} table_name;

int ftext_sqlite_error(ftext_cursor *cursor, int rc) {
  int failed;

  if (rc == SQLITE_NOMEM || rc == SQLITE_INTERRUPT) {
    return rc;
  }
  failed =
      ftext_table_error(cursor, "%s", sqlite3_errmsg(cursor->connection->db));
  return failed == SQLITE_NOMEM ? failed : rc;
}

int ftext_prepare(ftext_cursor *cursor, sqlite3_stmt **statement,
                  const char *format, ...) {
  va_list arguments;
  char *sql;
  int rc;

  *statement = NULL;
  va_start(arguments, format);
  sql = sqlite3_vmprintf(format, arguments);
  va_end(arguments);
  if (sql == NULL) {
    return SQLITE_NOMEM;
  }
  rc = sqlite3_prepare_v2(cursor->connection->db, sql, -1, statement, NULL);
  sqlite3_free(sql);
  return rc == SQLITE_OK ? rc : ftext_sqlite_error(cursor, rc);
}

/* Looks the table up in one schema.  *found is untouched where it is not
** there; else the source gets its name and nature. */
static int find_in(ftext_cursor *cursor, const char *schema, const char *table,
                   ftext_check_source *source, bool *found) {
  sqlite3_stmt *statement;
  int rc = ftext_prepare(cursor, &statement,
                         "SELECT type = 'table' AND sql NOT LIKE 'create "
                         "virtual%%', name FROM \"%w\".sqlite_master WHERE "
                         "name = %Q COLLATE NOCASE AND type IN ('table', "
                         "'view')",
                         schema, table);

  if (rc != SQLITE_OK) {
    return rc;
  }
  rc = sqlite3_step(statement);
  if (rc == SQLITE_ROW) {
    *found = true;
    source->is_table = sqlite3_column_int(statement, 0) != 0;
    source->schema = sqlite3_mprintf("%s", schema);
    source->table = sqlite3_mprintf("%s", sqlite3_column_text(statement, 1));
    source->name =
        sqlite3_mprintf("\"%w\".\"%w\"", source->schema, source->table);
    rc = source->schema == NULL || source->table == NULL || source->name == NULL
             ? SQLITE_NOMEM
             : SQLITE_OK;
  } else if (rc == SQLITE_DONE) {
    rc = SQLITE_OK;
  } else {
    ftext_sqlite_error(cursor, rc);
  }
  sqlite3_finalize(statement);
  return rc;
}

/* Looks in every schema, in SQLite's order: temp, main, attached ones. */
static int find_anywhere(ftext_cursor *cursor, const char *table,
                         ftext_check_source *source, bool *found) {
  sqlite3_stmt *schemas;
  int rc = ftext_prepare(cursor, &schemas,
                         "SELECT name FROM pragma_database_list "
                         "ORDER BY seq <> 1, seq");

  if (rc != SQLITE_OK) {
    return rc;
  }
  rc = find_in(cursor, "temp", table, source, found);
  while (rc == SQLITE_OK && !*found &&
         (rc = sqlite3_step(schemas)) == SQLITE_ROW) {
    rc = find_in(cursor, (const char *)sqlite3_column_text(schemas, 0), table,
                 source, found);
  }
  if (rc == SQLITE_DONE) {
    rc = SQLITE_OK;
  }
  sqlite3_finalize(schemas);
  return rc;
}

/* Reads one part of a name, quoted or not, up to a dot or the end; NULL
** where it is none.  *at moves behind it. */
static char *read_part(const char *name, const char **at, bool *memory) {
  sqlite3_str *part = sqlite3_str_new(NULL);
  const char *next = *at;
  char *text;

  if (*next == '"') {
    for (next++; *next != '\0' && (*next != '"' || next[1] == '"'); next++) {
      sqlite3_str_appendchar(part, 1, *next);
      next += *next == '"';
    }
    next += *next == '"';
  } else {
    while (*next != '\0' && *next != '.') {
      sqlite3_str_appendchar(part, 1, *next++);
    }
  }
  *memory = sqlite3_str_errcode(part) == SQLITE_OK;
  text = sqlite3_str_finish(part);
  if (next == *at || (*next != '\0' && (*next != '.' || name != *at))) {
    sqlite3_free(text);
    text = NULL;
  }
  *at = next;
  return text;
}

/* schema.name; both NULL where the text is not of that form. */
static int read_qualified(const char *text, table_name *name) {
  const char *at = text;
  bool memory = true;

  *name = (table_name){NULL, NULL};
  name->schema = read_part(text, &at, &memory);
  if (name->schema != NULL && *at == '.') {
    at++;
    name->table = read_part(text, &at, &memory);
  }
  if (name->table == NULL) {
    sqlite3_free(name->schema);
    name->schema = NULL;
  }
  return memory ? SQLITE_OK : SQLITE_NOMEM;
}

/* Whether a schema of that name is attached. */
static int has_schema(ftext_cursor *cursor, const char *schema, bool *has) {
  sqlite3_stmt *statement;
  int rc = ftext_prepare(cursor, &statement,
                         "SELECT 1 FROM pragma_database_list WHERE name = %Q "
                         "COLLATE NOCASE",
                         schema);

  if (rc == SQLITE_OK) {
    *has = sqlite3_step(statement) == SQLITE_ROW ||
           sqlite3_stricmp(schema, "temp") == 0;
    rc = sqlite3_finalize(statement);
  }
  return rc;
}

/* Tables that no schema lists: sqlite_schema, and those of functions. */
static int find_built_in(ftext_cursor *cursor, const char *table,
                         ftext_check_source *source, bool *found) {
  sqlite3_stmt *statement = NULL;
  char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table);
  int rc;

  if (sql == NULL) {
    return SQLITE_NOMEM;
  }
  rc = sqlite3_prepare_v2(cursor->connection->db, sql, -1, &statement, NULL);
  sqlite3_finalize(statement);
  sqlite3_free(sql);
  if (rc == SQLITE_OK) {
    *found = true;
    source->name = sqlite3_mprintf("\"%w\"", table);
    rc = source->name == NULL ? SQLITE_NOMEM : SQLITE_OK;
  }
  return rc == SQLITE_ERROR ? SQLITE_OK : rc;
}

/* Fails with what the name may mean, of what main and temp have. */
static int no_table(ftext_cursor *cursor, const char *text) {
  ftext_nearest nearest = ftext_nearest_to(ftext_text_of(text));
  char quoted[FTEXT_NEAREST_SIZE];
  sqlite3_stmt *tables;
  int rc = ftext_prepare(cursor, &tables,
                         "SELECT name FROM (SELECT name, type FROM "
                         "sqlite_temp_master UNION ALL SELECT name, type FROM "
                         "sqlite_master) WHERE type IN ('table', 'view')");

  if (rc != SQLITE_OK) {
    return rc;
  }
  while ((rc = sqlite3_step(tables)) == SQLITE_ROW) {
    const char *name = (const char *)sqlite3_column_text(tables, 0);

    ftext_nearest_try(&nearest, ftext_text_of(name != NULL ? name : ""));
  }
  rc = rc == SQLITE_DONE
           ? ftext_table_error(cursor, "no table or view %s",
                               ftext_nearest_quote(quoted, &nearest))
           : ftext_sqlite_error(cursor, rc);
  sqlite3_finalize(tables);
  return rc;
}

static int find_table(ftext_cursor *cursor, const char *text,
                      ftext_check_source *source) {
  table_name name;
  bool found = false;
  int rc = find_anywhere(cursor, text, source, &found);

  if (rc != SQLITE_OK || found) {
    return rc;
  }
  rc = read_qualified(text, &name);
  if (rc == SQLITE_OK && name.table != NULL) {
    rc = has_schema(cursor, name.schema, &found);
    if (rc == SQLITE_OK && found) {
      found = false;
      rc = find_in(cursor, name.schema, name.table, source, &found);
    }
  }
  sqlite3_free(name.schema);
  sqlite3_free(name.table);
  if (rc == SQLITE_OK && !found) {
    rc = find_built_in(cursor, text, source, &found);
  }
  if (rc == SQLITE_OK && !found) {
    rc = no_table(cursor, text);
  }
  return rc;
}

/* The name of the result column that is called so, or NULL. */
static const char *match_column(sqlite3_stmt *statement, const char *name) {
  int i;

  for (i = 0; i < sqlite3_column_count(statement); i++) {
    if (sqlite3_stricmp(sqlite3_column_name(statement, i), name) == 0) {
      return sqlite3_column_name(statement, i);
    }
  }
  return NULL;
}

static int no_column(ftext_cursor *cursor, sqlite3_stmt *statement,
                     ftext_field field, const char *name) {
  sqlite3_str *list = sqlite3_str_new(NULL);
  ftext_nearest nearest = ftext_nearest_to(ftext_text_of(name));
  char quoted[FTEXT_NEAREST_SIZE];
  char *names;
  int rc;
  int i;

  for (i = 0; i < sqlite3_column_count(statement); i++) {
    const char *column = sqlite3_column_name(statement, i);

    sqlite3_str_appendf(list, "%s%s", i > 0 ? ", " : "", column);
    ftext_nearest_try(&nearest, ftext_text_of(column != NULL ? column : ""));
  }
  names = sqlite3_str_finish(list);
  if (names == NULL) {
    return SQLITE_NOMEM;
  }
  rc = ftext_table_error(cursor,
                         "no column %s (known: %s; name another one with the "
                         "option {\"columns\":{\"%s\":\"...\"}})",
                         ftext_nearest_quote(quoted, &nearest), names,
                         ftext_field_name(field));
  sqlite3_free(names);
  return rc;
}

/* Whether the column's values can stand in a fix as they are: text by its
** declared type, and compared byte by byte. */
static int find_plain(ftext_cursor *cursor, ftext_check_source *source,
                      ftext_field field, const char *column) {
  const char *type = NULL;
  const char *collation = NULL;
  int rc;

  if (!source->is_table) {
    return SQLITE_OK;
  }
  rc = sqlite3_table_column_metadata(cursor->connection->db, source->schema,
                                     source->table, column, &type, &collation,
                                     NULL, NULL, NULL);
  source->plain[field] = rc == SQLITE_OK && type != NULL && collation != NULL &&
                         sqlite3_stricmp(type, "TEXT") == 0 &&
                         sqlite3_stricmp(collation, "BINARY") == 0;
  return rc == SQLITE_NOMEM ? rc : SQLITE_OK;
}

static int open_column(ftext_cursor *cursor, sqlite3_stmt *statement,
                       const ftext_check_options *options, ftext_field field,
                       ftext_check_source *source) {
  const ftext_buffer *named = &options->columns[field];
  bool must = named->length > 0 || field == FTEXT_FIELD_PROMPT ||
              field == FTEXT_FIELD_COMPLETION;
  const char *found;
  char *name;
  int rc = SQLITE_OK;

  if (options->absent[field] && !must) {
    return SQLITE_OK;
  }
  name = named->length > 0
             ? sqlite3_mprintf("%.*s", (int)named->length, named->bytes)
             : sqlite3_mprintf("%s", ftext_field_name(field));
  if (name == NULL) {
    return SQLITE_NOMEM;
  }
  found = match_column(statement, name);
  if (found != NULL) {
    source->columns[field] = sqlite3_mprintf("\"%w\"", found);
    rc = source->columns[field] == NULL
             ? SQLITE_NOMEM
             : find_plain(cursor, source, field, found);
  } else if (must) {
    rc = no_column(cursor, statement, field, name);
  }
  sqlite3_free(name);
  return rc;
}

/* A table's own row number, unless columns hide all three of its names. */
static int find_row(ftext_cursor *cursor, sqlite3_stmt *columns,
                    ftext_check_source *source) {
  static const char *const names[] = {"rowid", "_rowid_", "oid"};
  sqlite3_stmt *statement = NULL;
  char *sql;
  size_t i;
  int rc;

  for (i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (match_column(columns, names[i]) == NULL) {
      break;
    }
  }
  if (i == sizeof names / sizeof names[0]) {
    return SQLITE_OK;
  }
  sql = sqlite3_mprintf("SELECT %s FROM %s", names[i], source->name);
  if (sql == NULL) {
    return SQLITE_NOMEM;
  }
  /* Tables WITHOUT ROWID fail here, and that is the answer. */
  rc = sqlite3_prepare_v2(cursor->connection->db, sql, -1, &statement, NULL);
  if (rc == SQLITE_OK) {
    source->row = sqlite3_mprintf("%s", names[i]);
    rc = source->row == NULL ? SQLITE_NOMEM : SQLITE_OK;
  }
  sqlite3_finalize(statement);
  sqlite3_free(sql);
  return rc == SQLITE_NOMEM ? rc : SQLITE_OK;
}

/* Whether a field has the column. */
static int is_known(const ftext_check_source *source, const char *column,
                    bool *known) {
  char *quoted = sqlite3_mprintf("\"%w\"", column);
  int field;

  *known = false;
  for (field = 0; field < FTEXT_FIELD_COUNT && quoted != NULL; field++) {
    *known = *known || (source->columns[field] != NULL &&
                        strcmp(source->columns[field], quoted) == 0);
  }
  sqlite3_free(quoted);
  return quoted == NULL ? SQLITE_NOMEM : SQLITE_OK;
}

/* The columns that no field has: for the check extra_column. */
static int list_others(sqlite3_stmt *statement, ftext_check_source *source) {
  sqlite3_str *list = sqlite3_str_new(NULL);
  int rc = SQLITE_OK;
  bool known;
  int i;

  for (i = 0; i < sqlite3_column_count(statement) && rc == SQLITE_OK; i++) {
    rc = is_known(source, sqlite3_column_name(statement, i), &known);
    if (rc == SQLITE_OK && !known) {
      sqlite3_str_appendf(list, "%s%s", source->other_count++ > 0 ? ", " : "",
                          sqlite3_column_name(statement, i));
    }
  }
  source->others = sqlite3_str_finish(list);
  return source->others == NULL && source->other_count > 0 ? SQLITE_NOMEM : rc;
}

static int find_encoding(ftext_cursor *cursor, ftext_check_source *source) {
  sqlite3_stmt *statement;
  int rc = ftext_prepare(cursor, &statement, "PRAGMA encoding");

  if (rc != SQLITE_OK) {
    return rc;
  }
  rc = sqlite3_step(statement);
  if (rc == SQLITE_ROW) {
    const char *name = (const char *)sqlite3_column_text(statement, 0);

    rc = name == NULL ? SQLITE_NOMEM : SQLITE_OK;
    source->wide = name != NULL && strncmp(name, "UTF-16", 6) == 0;
  }
  sqlite3_finalize(statement);
  return rc;
}

int ftext_source_open(ftext_cursor *cursor, ftext_text name,
                      const ftext_check_options *options,
                      ftext_check_source *source) {
  sqlite3_stmt *statement = NULL;
  char *text = sqlite3_mprintf("%.*s", (int)name.length, name.bytes);
  int field;
  int rc;

  memset(source, 0, sizeof *source);
  if (text == NULL) {
    return SQLITE_NOMEM;
  }
  rc = find_table(cursor, text, source);
  sqlite3_free(text);
  if (rc == SQLITE_OK) {
    rc = find_encoding(cursor, source);
  }
  if (rc == SQLITE_OK) {
    rc = ftext_prepare(cursor, &statement, "SELECT * FROM %s", source->name);
  }
  for (field = 0; field < FTEXT_FIELD_COUNT && rc == SQLITE_OK; field++) {
    rc = open_column(cursor, statement, options, (ftext_field)field, source);
  }
  if (rc == SQLITE_OK) {
    rc = list_others(statement, source);
  }
  if (rc == SQLITE_OK && source->is_table) {
    rc = find_row(cursor, statement, source);
  }
  sqlite3_finalize(statement);
  source->numbered =
      source->columns[FTEXT_FIELD_ID] == NULL && source->row == NULL;
  return rc;
}

void ftext_source_close(ftext_check_source *source) {
  int field;

  sqlite3_free(source->schema);
  sqlite3_free(source->table);
  sqlite3_free(source->name);
  sqlite3_free(source->row);
  sqlite3_free(source->others);
  for (field = 0; field < FTEXT_FIELD_COUNT; field++) {
    sqlite3_free(source->columns[field]);
  }
  memset(source, 0, sizeof *source);
}
