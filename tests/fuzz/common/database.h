/* A connection with ftext, for targets that go through SQL. */
#ifndef FTEXT_TESTS_DATABASE_H
#define FTEXT_TESTS_DATABASE_H

#include <sqlite3.h>

/* One connection for the whole run: the file-free entry, results of at most
** a million bytes, statements that are stopped when they go on too long. */
sqlite3 *fuzz_database(void);

/* Lets the next statement run its whole time again. */
void fuzz_restart_clock(void);

#endif
