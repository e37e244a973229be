/*
** Groups that must not be torn apart, the classes they have rows of, and the
** split of each: a group is what shares a key.
**
** The groups and classes that were added are numbered anew before anything
** is decided: groups by place, then by the bytes of the key; classes by how
** many groups they have, then by the bytes of the label.  So nothing depends
** on the order in which they came.  Memory goes with the distinct keys,
** labels and pairs of both; a label costs 4 bytes more for each split.
*/
#ifndef FTEXT_SPLIT_GROUPS_H
#define FTEXT_SPLIT_GROUPS_H

#include "base/names.h"
#include "split/spec.h"

enum { FTEXT_NO_SPLIT = FTEXT_MOST_SPLITS };

typedef struct ftext_group {
  uint64_t place;
  uint32_t key;   /* its number in keys */
  uint32_t known; /* the split that it keeps, or FTEXT_NO_SPLIT */
  uint32_t split; /* set by ftext_groups_assign() */
} ftext_group;

/* Starts as a struct of zeros. */
typedef struct ftext_groups {
  ftext_names keys;
  ftext_names labels;
  ftext_names pairs; /* a key's number and a label's, 8 bytes */
  ftext_group *groups;
  size_t capacity;
} ftext_groups;

/* Adds a key; *group is good until the next one is added.  FTEXT_OK or
** FTEXT_NO_MEMORY. */
ftext_status ftext_groups_add(ftext_groups *groups, ftext_text key,
                              uint64_t place, ftext_group **group);

/* Says that the group has rows of the class. */
ftext_status ftext_groups_join(ftext_groups *groups, const ftext_group *group,
                               ftext_text label);

/* Gives every group its split, see split/repair.h, and leaves the groups in
** the order of their places.  FTEXT_OK or FTEXT_NO_MEMORY.  Afterwards
** nothing can be added. */
ftext_status ftext_groups_assign(ftext_groups *groups, const ftext_spec *spec,
                                 uint64_t least);

/* Appends the JSON object key -> split, in the order of the groups. */
void ftext_groups_write(const ftext_groups *groups, const ftext_spec *spec,
                        ftext_buffer *out);

void ftext_groups_free(ftext_groups *groups);

#endif
