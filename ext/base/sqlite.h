/*
** The one way to SQLite's routines.
**
** Every file that talks to SQLite includes this header and no other one
** of SQLite's.  Built as a loadable extension, calls go through the table
** that the host hands to the entry point; built with SQLITE_CORE, they
** are plain calls.  ftext.c alone defines the table (FTEXT_ENTRY).
*/
#ifndef FTEXT_BASE_SQLITE_H
#define FTEXT_BASE_SQLITE_H

#include <sqlite3ext.h>

#ifdef FTEXT_ENTRY
SQLITE_EXTENSION_INIT1
#else
SQLITE_EXTENSION_INIT3
#endif

/* Results that nest as JSON (SQLite 3.45 and later ask for the flag). */
#ifndef SQLITE_RESULT_SUBTYPE
#define SQLITE_RESULT_SUBTYPE 0x001000000
#endif

#endif
