/*
** ftext: fine-tuning dataset work in SQL.  Entry points and the list of
** families; nothing else lives here.
*/
#define FTEXT_ENTRY
#include "ftext.h"

#include "about/family.h"
#include "check/family.h"
#include "file/family.h"
#include "label/family.h"
#include "metric/family.h"
#include "record/family.h"
#include "split/family.h"
#include "text/family.h"
#include "token/family.h"

/* SQLITE_INNOCUOUS and SQLITE_DIRECTONLY are what promise P8 stands on. */
enum { OLDEST_SQLITE = 3031000 };

/* clang-format off */
static const ftext_family *const families[] = {
    &ftext_token_family,
    &ftext_about_family,
    &ftext_file_family,
    &ftext_label_family,
    &ftext_split_family,
    &ftext_text_family,
    &ftext_check_family,
    &ftext_record_family,
    &ftext_metric_family,
    NULL,
};
/* clang-format on */

/* Keeps the table of SQLite's routines.  Two threads may load at the same
** time.  A second SQLite in this process would have all calls, the first
** one's too, go to its own routines: it is refused. */
static bool keep_routines(const sqlite3_api_routines *routines,
                          char **message) {
#ifdef SQLITE_CORE
  (void)routines;
  (void)message;
#else
  const sqlite3_api_routines *kept = NULL;

  if (!__atomic_compare_exchange_n(&sqlite3_api, &kept, routines, false,
                                   __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE) &&
      kept != routines) {
    *message = routines->mprintf(
        "ftext: another SQLite in this process has loaded this file; load a "
        "copy of it");
    return false;
  }
#endif
  return true;
}

static int load(sqlite3 *db, char **message,
                const sqlite3_api_routines *routines, bool pure) {
  int rc;

  if (!keep_routines(routines, message)) {
    return SQLITE_ERROR;
  }
  if (sqlite3_libversion_number() < OLDEST_SQLITE) {
    *message = sqlite3_mprintf("ftext: requires SQLite 3.31 or later, not %s",
                               sqlite3_libversion());
    return SQLITE_ERROR;
  }
  rc = ftext_register(db, families, pure);
  if (rc != SQLITE_OK) {
    *message =
        sqlite3_mprintf("ftext: cannot register: %s", sqlite3_errstr(rc));
  }
  return rc;
}

int sqlite3_ftext_init(sqlite3 *db, char **message,
                       const sqlite3_api_routines *routines) {
  return load(db, message, routines, false);
}

int sqlite3_ftextpure_init(sqlite3 *db, char **message,
                           const sqlite3_api_routines *routines) {
  return load(db, message, routines, true);
}
