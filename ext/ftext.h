/*
** The entry points of ftext.
**
** sqlite3_ftext_init is what `.load ftext` reaches.  sqlite3_ftextpure_init
** registers only what touches no file and runs no SQL: for servers whose
** clients write the SQL.  A copy or hard link named ftextpure.so selects
** it, since SQLite takes the entry's name from the file's.
*/
#ifndef FTEXT_H
#define FTEXT_H

#include "base/sqlite.h"

#define FTEXT_VERSION "0.1.0"

int sqlite3_ftext_init(sqlite3 *db, char **message,
                       const sqlite3_api_routines *routines);
int sqlite3_ftextpure_init(sqlite3 *db, char **message,
                           const sqlite3_api_routines *routines);

#endif
