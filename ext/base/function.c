#include "base/function.h"

#include "base/table.h"

#include <assert.h>

/* What sqlite3_user_data() gives: one for each registered function. */
typedef struct binding {
  const ftext_function *function;
  ftext_connection *connection;
} binding;

const ftext_function *ftext_current(sqlite3_context *context) {
  return ((const binding *)sqlite3_user_data(context))->function;
}

ftext_connection *ftext_current_connection(sqlite3_context *context) {
  return ((const binding *)sqlite3_user_data(context))->connection;
}

void ftext_connection_release(void *shared) {
  ftext_connection *connection = shared;
  int i;

  if (--connection->references > 0) {
    return;
  }
  for (i = 0; i < FTEXT_MEMORIES; i++) {
    if (connection->memories[i].data != NULL) {
      connection->memories[i].free(connection->memories[i].data);
    }
  }
  sqlite3_free(connection);
}

ftext_memory *ftext_connection_memory(ftext_connection *connection,
                                      const void *owner) {
  ftext_memory *memory = connection->memories;

  while (memory->owner != NULL && memory->owner != owner) {
    memory++;
    assert(memory < connection->memories + FTEXT_MEMORIES);
  }
  memory->owner = owner;
  return memory;
}

static void binding_free(void *data) {
  binding *bound = data;

  ftext_connection_release(bound->connection);
  sqlite3_free(bound);
}

/* The convention of the surface, kept in one place: NULL in, NULL out. */
static void call_unless_null(sqlite3_context *context, int count,
                             sqlite3_value **values) {
  int i;

  for (i = 0; i < count; i++) {
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) {
      return;
    }
  }
  ftext_current(context)->call(context, count, values);
}

static int flags_for_sqlite(const ftext_function *function) {
  int flags = SQLITE_UTF8;

  if ((function->flags & FTEXT_PURE) != 0) {
    flags |= SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  }
  if ((function->flags & FTEXT_STATE) != 0) {
    flags |= SQLITE_INNOCUOUS;
  }
  if ((function->flags & FTEXT_DIRECT) != 0) {
    flags |= SQLITE_DIRECTONLY;
  }
  if ((function->flags & FTEXT_JSON) != 0) {
    flags |= SQLITE_RESULT_SUBTYPE;
  }
  return flags;
}

static int register_arity(ftext_connection *connection,
                          const ftext_function *function, int arity) {
  int flags = flags_for_sqlite(function);
  binding *bound = sqlite3_malloc64(sizeof *bound);
  ftext_call *call = function->call;

  if (bound == NULL) {
    return SQLITE_NOMEM;
  }
  *bound = (binding){function, connection};
  connection->references++;
  if (call != NULL && (function->flags & FTEXT_NULLS) == 0) {
    call = call_unless_null;
  }
  if (function->value != NULL) {
    return sqlite3_create_window_function(
        connection->db, function->name, arity, flags, bound, function->step,
        function->final, function->value, function->inverse, binding_free);
  }
  return sqlite3_create_function_v2(connection->db, function->name, arity,
                                    flags, bound, call, function->step,
                                    function->final, binding_free);
}

static int register_function(ftext_connection *connection,
                             const ftext_function *function) {
  int rc = SQLITE_OK;
  int arity;

  for (arity = function->least; rc == SQLITE_OK && arity <= function->most;
       arity++) {
    rc = register_arity(connection, function, arity);
  }
  return rc;
}

bool ftext_registers(const ftext_connection *connection, unsigned flags) {
  return !connection->pure || (flags & FTEXT_DIRECT) == 0;
}

static int register_family(ftext_connection *connection,
                           const ftext_family *family) {
  int rc = SQLITE_OK;
  size_t i;

  for (i = 0; rc == SQLITE_OK && i < family->function_count; i++) {
    if (ftext_registers(connection, family->functions[i].flags)) {
      rc = register_function(connection, &family->functions[i]);
    }
  }
  for (i = 0; rc == SQLITE_OK && i < family->table_count; i++) {
    if (ftext_registers(connection, family->tables[i]->flags)) {
      rc = ftext_table_register(connection, family->tables[i]);
    }
  }
  return rc;
}

int ftext_register(sqlite3 *db, const ftext_family *const *families,
                   bool pure) {
  ftext_connection *connection = sqlite3_malloc64(sizeof *connection);
  int rc = SQLITE_OK;
  size_t i;

  if (connection == NULL) {
    return SQLITE_NOMEM;
  }
  *connection = (ftext_connection){
      .db = db, .families = families, .pure = pure, .references = 1};
  for (i = 0; rc == SQLITE_OK && families[i] != NULL; i++) {
    rc = register_family(connection, families[i]);
  }
  ftext_connection_release(connection);
  return rc;
}
