/*
** The entry points of ftext.
**
** sqlite3_ftext_init is what `.load ftext` reaches.  sqlite3_ftextpure_init
** registers only what touches no file and runs no SQL: for servers whose
** clients write the SQL.  A copy or hard link named ftextpure.so selects it,
** since SQLite takes the entry's name from the file's.
**
** A program that is linked with ftext gives an entry to SQLite before it
** opens its first connection, and every connection has the functions:
**
**     sqlite3_auto_extension((void (*)(void))sqlite3_ftext_init);
*/
#ifndef FTEXT_H
#define FTEXT_H

#include <sqlite3.h>

/* The one place where the version is written. */
#define FTEXT_VERSION "0.1.0"

#ifdef _WIN32
#define FTEXT_EXPORT __declspec(dllexport)
#else
#define FTEXT_EXPORT __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

FTEXT_EXPORT int sqlite3_ftext_init(sqlite3 *db, char **message,
                                    const sqlite3_api_routines *routines);
FTEXT_EXPORT int sqlite3_ftextpure_init(sqlite3 *db, char **message,
                                        const sqlite3_api_routines *routines);

#ifdef __cplusplus
}
#endif

#endif
