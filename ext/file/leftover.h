/* What killed processes left in a folder. */
#ifndef FTEXT_FILE_LEFTOVER_H
#define FTEXT_FILE_LEFTOVER_H

#include <stdbool.h>
#include <stddef.h>

/* A file's name while it is written is its own name, shortened where a
** name could get too long, this word, and as many random digits. */
#define FTEXT_LEFTOVER_WORD ".ftext-"
enum { FTEXT_LEFTOVER_DIGITS = 16, FTEXT_LEFTOVER_NAME = 200 };

/* How many bytes of the name stay. */
size_t ftext_leftover_stem(const char *name);

/* Removes the unfinished files of the target's name that nobody holds a
** lock on.  What cannot be looked at or removed stays. */
void ftext_leftover_remove(const char *target);

#endif
