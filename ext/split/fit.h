/*
** Bending a spec's cuts until every split has its share of keys.
**
** With n distinct places and J splits, every split needs
** max(1, min(least, n / J)) of them.  Boundaries are looked at in the order
** of the list; each is moved only as far as needed, and one that need not
** move keeps its cut to the last bit.  A boundary is raised to just above
** the highest place that has to come in, and lowered to the lowest place
** that has to stay out.
**
** With fewer places than splits, the n heaviest splits get one each: of
** splits of equal weight the last of the list first, then the others in the
** order of the list.  So a single key goes to the heaviest split.
*/
#ifndef FTEXT_SPLIT_FIT_H
#define FTEXT_SPLIT_FIT_H

#include "split/places.h"
#include "split/spec.h"

/* Bends spec->cuts; `least` is 1 or more.  Without places it does nothing. */
void ftext_fit(ftext_spec *spec, const ftext_places *places, uint64_t least);

/* How many splits are served before this one when there are too few keys. */
uint32_t ftext_fit_standing(const ftext_spec *spec, uint32_t split);

#endif
