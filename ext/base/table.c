#include "base/table.h"

#include <stdarg.h>
#include <string.h>

/* What a module hands to its connections: the table and whose it is. */
typedef struct module_data {
  const ftext_table *table;
  ftext_connection *connection;
} module_data;

typedef struct table_vtab {
  sqlite3_vtab base; /* must come first */
  const ftext_table *table;
  ftext_connection *connection;
} table_vtab;

/* CREATE TABLE x("column" TYPE, ..., "argument" TYPE HIDDEN, ...) */
static char *declaration(const ftext_table *table) {
  sqlite3_str *sql = sqlite3_str_new(NULL);
  int count = table->column_count + table->argument_count;
  int i;

  sqlite3_str_appendall(sql, "CREATE TABLE x(");
  for (i = 0; i < count; i++) {
    sqlite3_str_appendf(sql, "%s\"%w\" %s%s", i > 0 ? ", " : "",
                        table->columns[i].name, table->columns[i].type,
                        i < table->column_count ? "" : " HIDDEN");
  }
  sqlite3_str_appendall(sql, ")");
  return sqlite3_str_finish(sql);
}

static int table_connect(sqlite3 *db, void *aux, int argc,
                         const char *const *argv, sqlite3_vtab **out,
                         char **message) {
  const module_data *data = aux;
  char *sql = declaration(data->table);
  table_vtab *vtab;
  int rc;

  (void)argc;
  (void)argv;
  (void)message;
  if (sql == NULL) {
    return SQLITE_NOMEM;
  }
  rc = sqlite3_declare_vtab(db, sql);
  sqlite3_free(sql);
  if (rc != SQLITE_OK) {
    return rc;
  }
  rc = sqlite3_vtab_config(db, (data->table->flags & FTEXT_DIRECT) != 0
                                   ? SQLITE_VTAB_DIRECTONLY
                                   : SQLITE_VTAB_INNOCUOUS);
  if (rc != SQLITE_OK) {
    return rc;
  }
  vtab = sqlite3_malloc64(sizeof *vtab);
  if (vtab == NULL) {
    return SQLITE_NOMEM;
  }
  *vtab = (table_vtab){.table = data->table, .connection = data->connection};
  *out = &vtab->base;
  return SQLITE_OK;
}

static int table_disconnect(sqlite3_vtab *vtab) {
  sqlite3_free(vtab);
  return SQLITE_OK;
}

static int missing_argument(table_vtab *vtab, int argument) {
  const ftext_table *table = vtab->table;

  sqlite3_free(vtab->base.zErrMsg);
  vtab->base.zErrMsg = sqlite3_mprintf(
      "%s: argument '%s' is missing; call it as %s(%s)", table->name,
      table->columns[table->column_count + argument].name, table->name,
      table->arguments);
  return vtab->base.zErrMsg == NULL ? SQLITE_NOMEM : SQLITE_ERROR;
}

/* idxNum is the set of the arguments that are given, one bit each; their
** values reach xFilter in the order of their bits. */
static int table_best_index(sqlite3_vtab *base, sqlite3_index_info *info) {
  table_vtab *vtab = (table_vtab *)base;
  const ftext_table *table = vtab->table;
  int constraint_of[FTEXT_MOST_ARGUMENTS];
  int argument;
  int order = 0;
  int unusable = 0;
  int i;

  for (i = 0; i < FTEXT_MOST_ARGUMENTS; i++) {
    constraint_of[i] = -1;
  }
  for (i = 0; i < info->nConstraint; i++) {
    argument = info->aConstraint[i].iColumn - table->column_count;
    if (argument < 0 || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ) {
      continue;
    }
    if (info->aConstraint[i].usable) {
      constraint_of[argument] = i;
    } else {
      unusable |= 1 << argument;
    }
  }
  for (i = 0; i < table->argument_count; i++) {
    if (constraint_of[i] >= 0) {
      info->idxNum |= 1 << i;
      info->aConstraintUsage[constraint_of[i]].argvIndex = ++order;
      info->aConstraintUsage[constraint_of[i]].omit = 1;
    } else if ((unusable & 1 << i) != 0) {
      return SQLITE_CONSTRAINT;
    } else if (i < table->required) {
      return missing_argument(vtab, i);
    }
  }
  info->estimatedCost = 100;
  info->estimatedRows = 25;
  return SQLITE_OK;
}

static int cursor_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out) {
  table_vtab *vtab = (table_vtab *)base;
  ftext_cursor *cursor = sqlite3_malloc64(vtab->table->cursor_size);

  if (cursor == NULL) {
    return SQLITE_NOMEM;
  }
  memset(cursor, 0, vtab->table->cursor_size);
  cursor->table = vtab->table;
  cursor->connection = vtab->connection;
  *out = &cursor->base;
  return SQLITE_OK;
}

/* Back to zeros, so that a cursor can be opened again or freed. */
static void cursor_reset(ftext_cursor *cursor) {
  sqlite3_vtab_cursor base = cursor->base;
  const ftext_table *table = cursor->table;
  ftext_connection *connection = cursor->connection;
  int i;

  if (table->close != NULL) {
    table->close(cursor);
  }
  for (i = 0; i < FTEXT_MOST_ARGUMENTS; i++) {
    sqlite3_value_free(cursor->arguments[i]);
  }
  memset(cursor, 0, table->cursor_size);
  cursor->base = base;
  cursor->table = table;
  cursor->connection = connection;
}

static int cursor_close(sqlite3_vtab_cursor *base) {
  cursor_reset((ftext_cursor *)base);
  sqlite3_free(base);
  return SQLITE_OK;
}

static int cursor_filter(sqlite3_vtab_cursor *base, int given,
                         const char *unused, int argc, sqlite3_value **argv) {
  ftext_cursor *cursor = (ftext_cursor *)base;
  int order = 0;
  int i;

  (void)unused;
  (void)argc;
  cursor_reset(cursor);
  for (i = 0; i < cursor->table->argument_count; i++) {
    if ((given & 1 << i) == 0) {
      continue;
    }
    if (sqlite3_value_type(argv[order]) == SQLITE_NULL) {
      cursor->end = true;
      return SQLITE_OK;
    }
    cursor->arguments[i] = sqlite3_value_dup(argv[order++]);
    if (cursor->arguments[i] == NULL) {
      return SQLITE_NOMEM;
    }
  }
  cursor->row = 1;
  return cursor->table->open(cursor);
}

static int cursor_next(sqlite3_vtab_cursor *base) {
  ftext_cursor *cursor = (ftext_cursor *)base;

  cursor->row++;
  return cursor->table->next(cursor);
}

static int cursor_eof(sqlite3_vtab_cursor *base) {
  return ((ftext_cursor *)base)->end;
}

static int cursor_column(sqlite3_vtab_cursor *base, sqlite3_context *context,
                         int column) {
  ftext_cursor *cursor = (ftext_cursor *)base;
  int argument = column - cursor->table->column_count;

  if (argument < 0) {
    return cursor->table->column(cursor, context, column);
  }
  if (cursor->arguments[argument] != NULL) {
    sqlite3_result_value(context, cursor->arguments[argument]);
  }
  return SQLITE_OK;
}

static int cursor_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *rowid) {
  *rowid = ((ftext_cursor *)base)->row;
  return SQLITE_OK;
}

static const sqlite3_module table_module = {
    .iVersion = 0,
    .xCreate = NULL, /* eponymous only: no CREATE VIRTUAL TABLE */
    .xConnect = table_connect,
    .xBestIndex = table_best_index,
    .xDisconnect = table_disconnect,
    .xOpen = cursor_open,
    .xClose = cursor_close,
    .xFilter = cursor_filter,
    .xNext = cursor_next,
    .xEof = cursor_eof,
    .xColumn = cursor_column,
    .xRowid = cursor_rowid,
};

static void module_data_free(void *aux) {
  module_data *data = aux;

  ftext_connection_release(data->connection);
  sqlite3_free(data);
}

int ftext_table_register(ftext_connection *connection,
                         const ftext_table *table) {
  module_data *data = sqlite3_malloc64(sizeof *data);

  if (data == NULL) {
    return SQLITE_NOMEM;
  }
  *data = (module_data){table, connection};
  connection->references++;
  return sqlite3_create_module_v2(connection->db, table->name, &table_module,
                                  data, module_data_free);
}

int ftext_table_error(ftext_cursor *cursor, const char *format, ...) {
  sqlite3_vtab *vtab = cursor->base.pVtab;
  va_list arguments;
  char *message;

  va_start(arguments, format);
  message = sqlite3_vmprintf(format, arguments);
  va_end(arguments);
  sqlite3_free(vtab->zErrMsg);
  vtab->zErrMsg = NULL;
  if (message != NULL) {
    vtab->zErrMsg = sqlite3_mprintf("%s: %s", cursor->table->name, message);
  }
  sqlite3_free(message);
  return vtab->zErrMsg == NULL ? SQLITE_NOMEM : SQLITE_ERROR;
}
