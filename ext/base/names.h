/*
** Texts that are kept, each once, and found again.
**
** A text gets the next number, from 0, when it is first added.  Copies are
** kept in one buffer.  They are found by a hash table over SHA-256, so that
** nobody can cheaply make texts that all fall into one place.
*/
#ifndef FTEXT_BASE_NAMES_H
#define FTEXT_BASE_NAMES_H

#include "base/buffer.h"
#include "base/text.h"

typedef struct ftext_name ftext_name;

/* Starts as a struct of zeros. */
typedef struct ftext_names {
  ftext_buffer bytes;
  ftext_name *names;
  size_t capacity;
  uint32_t count;
  uint32_t *slots; /* numbers + 1, 0 for none; never more than half full */
  size_t slot_count;
} ftext_names;

/* The number of the text, which is added where it is new.  FTEXT_OK or
** FTEXT_NO_MEMORY. */
ftext_status ftext_names_add(ftext_names *names, ftext_text text,
                             uint32_t *number, bool *is_new);

/* Whether the text is there, and its number. */
bool ftext_names_find(const ftext_names *names, ftext_text text,
                      uint32_t *number);

/* The text of that number; good until the next one is added. */
ftext_text ftext_names_at(const ftext_names *names, uint32_t number);

void ftext_names_free(ftext_names *names);

#endif
