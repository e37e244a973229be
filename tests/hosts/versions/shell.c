/*
** What the sqlite3 shell of one version needs to be linked with the library
** of another one, older or newer: then the tests see one shell everywhere,
** and what differs is the library.
*/
#include <sqlite3.h>

#include <stddef.h>

typedef void entry(void);

/* Routines that the library may be too old to have. */

__attribute__((weak)) sqlite3_int64 sqlite3_changes64(sqlite3 *db) {
  return sqlite3_changes(db);
}

__attribute__((weak)) sqlite3_int64 sqlite3_total_changes64(sqlite3 *db) {
  return sqlite3_total_changes(db);
}

__attribute__((weak)) int sqlite3_error_offset(sqlite3 *db) {
  (void)db;
  return -1;
}

__attribute__((weak)) int sqlite3_txn_state(sqlite3 *db, const char *schema) {
  (void)schema;
  return sqlite3_get_autocommit(db) ? 0 : 2;
}

/* iif() came with 3.32, and many tests call it. */
static void iif(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  sqlite3_result_value(context, values[sqlite3_value_int(values[0]) ? 1 : 2]);
}

/* SQLITE_DBCONFIG_FP_DIGITS: 3.52 and later write a REAL with 17 digits
** unless they are told otherwise, and the tests expect 15.  Older ones do
** not know it and do nothing. */
static int open_alike(sqlite3 *db) {
  sqlite3_db_config(db, 1023, 15, NULL);
  return sqlite3_libversion_number() >= 3032000
             ? SQLITE_OK
             : sqlite3_create_function(db, "iif", 3,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC |
                                           SQLITE_INNOCUOUS,
                                       NULL, iif, NULL, NULL);
}

/* What SQLITE_EXTRA_INIT names. */
int host_shell_init(const char *unused);

int host_shell_init(const char *unused) {
  (void)unused;
  return sqlite3_auto_extension((entry *)open_alike);
}
