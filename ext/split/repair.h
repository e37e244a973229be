/*
** Moving as few groups as it takes until every class is in every split.
**
** All groups start where the spec has them.  A class of n groups needs, with
** J splits, max(1, min(least, n / J)) of them in each; with n < J, one in
** each of the n splits that ftext_fit() serves first.  That is sought in
** three rounds: first one group in every split for the classes that can
** have it, then the classes with fewer groups than splits, then `least`.
** A later round never undoes an earlier one.
**
** In a round the rarest class comes first.  It takes the group nearest to
** the split it lacks, among those that no other class needs where they are.
** Where all of them are needed, one is taken nevertheless and the classes
** that lose by it take another group in turn, and so on; if that does not
** come to an end without a loss all of it is undone and tried in another
** order.  Whether all classes can be served at once is set splitting, which
** is NP-complete, so that the search has an end: it looks at a fixed number
** of pairs of group and class for each pair that there is.
**
** At last every group that is not needed where it came goes back, so that
** none is out of its place without need.
*/
#ifndef FTEXT_SPLIT_REPAIR_H
#define FTEXT_SPLIT_REPAIR_H

#include "split/groups.h"

/* Which groups a class has and which classes a group; both ascending. */
typedef struct ftext_incidence {
  uint32_t class_count;
  uint32_t group_count;
  uint32_t pair_count;
  uint32_t *class_start;  /* class_count + 1 of them, into class_groups */
  uint32_t *class_groups; /* pair_count */
  uint32_t *group_start;  /* group_count + 1 of them, into group_classes */
  uint32_t *group_classes;
} ftext_incidence;

/* Sets the split of every group; the groups are in the order of their
** places.  FTEXT_OK or FTEXT_NO_MEMORY. */
ftext_status ftext_repair(ftext_group *groups, const ftext_incidence *incidence,
                          const ftext_spec *spec, uint64_t least);

#endif
