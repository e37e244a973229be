/*
** A multiset of places (see split/unit.h) that knows their order.
**
** A place may be added many times and is taken out again one by one, so
** that a sliding window has an exact inverse.  Ranks count distinct places
** only.  It is a binary tree that branches at the bits where its places
** differ (a crit-bit tree), with the number of places below every branch:
** no operation looks at more than 53 nodes, in whatever order the places
** come.  32 bytes a distinct place, in arrays that double.
*/
#ifndef FTEXT_SPLIT_PLACES_H
#define FTEXT_SPLIT_PLACES_H

#include "base/memory.h"

#include <stdint.h>

typedef struct ftext_place_leaf ftext_place_leaf;
typedef struct ftext_place_branch ftext_place_branch;

/* Starts as a struct of zeros. */
typedef struct ftext_places {
  ftext_place_leaf *leaves;
  size_t leaf_capacity;
  uint32_t leaf_used; /* how many of the array were ever in use */
  uint32_t leaf_free; /* list of those given back: index + 1, or 0 */
  ftext_place_branch *branches;
  size_t branch_capacity;
  uint32_t branch_used;
  uint32_t branch_free;
  uint32_t root;
  uint32_t count; /* distinct places */
} ftext_places;

/* Adds a place once.  FTEXT_OK, or FTEXT_NO_MEMORY and nothing changed. */
ftext_status ftext_places_add(ftext_places *places, uint64_t place);

/* Takes a place out once; one that is not there is left out. */
void ftext_places_remove(ftext_places *places, uint64_t place);

/* How many distinct places are below `bound`, which is at most 2^52. */
uint32_t ftext_places_below(const ftext_places *places, uint64_t bound);

/* The distinct place of that rank, from 0, which is below count. */
uint64_t ftext_places_at(const ftext_places *places, uint32_t rank);

/* Gives the memory back; the multiset is empty and may be used again. */
void ftext_places_free(ftext_places *places);

#endif
