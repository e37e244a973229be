/*
** A file of SQL, statement by statement, and what a statement does.
*/
#ifndef FTEXT_TESTS_FAULT_SCRIPT_H
#define FTEXT_TESTS_FAULT_SCRIPT_H

#include "ftext.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a statement did: its result code and a hash of its rows. */
typedef struct outcome {
  int code;
  uint64_t rows;
} outcome;

/* Runs one statement to its end. */
outcome script_run(sqlite3 *db, const char *sql, size_t length);

/* The file's text, with a zero byte; the program ends where there is none. */
char *script_read(const char *path);

/* Where the next statement begins: behind white space, comments, and lines
** that begin with a dot, which are the sqlite3 shell's. */
char *script_skip(char *sql);

/* The length of the statement that `sql` begins with, semicolon included. */
size_t script_length(char *sql);

/* Statements that manage transactions or files cannot be undone. */
bool script_can_undo(const char *sql, size_t length);

#endif
