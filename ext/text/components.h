/*
** Connected components: who belongs together when edges say who is alike.
**
** Ids are integers or texts; an integer and the text of it are one id, as
** they are one key of a JSON object.  The representative of a component is
** its smallest id in SQLite's order: integers by value, before texts,
** which go by their bytes.  An id is an integer if it came as one at least
** once, so that nothing depends on the order of the edges.  Memory is
** bounded by the ids, not by the edges.
*/
#ifndef FTEXT_TEXT_COMPONENTS_H
#define FTEXT_TEXT_COMPONENTS_H

#include "base/buffer.h"
#include "base/text.h"

typedef struct ftext_component_id {
  size_t start; /* its text, in names */
  size_t length;
  size_t parent; /* towards the root of its component; a root is its own */
  uint64_t hash;
  int64_t integer;
  bool is_integer;
} ftext_component_id;

typedef struct ftext_components {
  ftext_component_id *ids;
  size_t count;
  size_t capacity;
  ftext_buffer names; /* the texts of all ids, one behind the other */
  size_t *slots;      /* hash table: number of an id plus 1, 0 for none */
  size_t slot_count;  /* 0, or a power of two above count */
  uint64_t seed;      /* of the hash; any number, it decides nothing */
} ftext_components;

/* No ids yet.  A seed that is not guessed keeps the hash table quick for
** ids that were chosen to make it slow. */
void ftext_components_init(ftext_components *all, uint64_t seed);

void ftext_components_free(ftext_components *all);

/* Finds or adds an id.  FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_components_add_integer(ftext_components *all,
                                          int64_t integer, size_t *id);
ftext_status ftext_components_add_text(ftext_components *all, ftext_text text,
                                       size_t *id);

/* Says that two ids belong together. */
void ftext_components_join(ftext_components *all, size_t a, size_t b);

/* Appends the JSON object id -> representative, in the order of the ids.
** n log n; the status is the buffer's. */
void ftext_components_write(ftext_components *all, ftext_buffer *out);

#endif
