/* A connection with ftext, for targets that go through SQL. */
#ifndef FTEXT_TESTS_DATABASE_H
#define FTEXT_TESTS_DATABASE_H

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

/* One connection for the whole run: the file-free entry, results of at most
** a million bytes, statements that are stopped when they go on too long. */
sqlite3 *fuzz_database(void);

/* The same, with everything that touches files or runs SQL. */
sqlite3 *fuzz_whole_database(void);

/* Lets the next statement run its whole time again. */
void fuzz_restart_clock(void);

/* Prepares the statement in fuzz_database() where it is not yet. */
void fuzz_prepare(sqlite3_stmt **statement, const char *sql);

/* Checks that the column of the row has these bytes. */
void fuzz_check_bytes(sqlite3_stmt *row, int column, const uint8_t *bytes,
                      size_t length);

/* Runs the statement, and resets it; a hash of its rows and its end.  It must
** end as a statement ends that is asked anything: also with an error, but
** then one that begins with the name of the function. */
uint64_t fuzz_run(sqlite3_stmt *statement, const char *function);

#endif
