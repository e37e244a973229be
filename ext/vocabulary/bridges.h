/*
** The filter of bridged characters.  Lookups: ext/token/bridge.h.
*/
#ifndef FTEXT_VOCABULARY_BRIDGES_H
#define FTEXT_VOCABULARY_BRIDGES_H

#include "token/bridge.h"
#include "vocabulary/ranks.h"

/* FTEXT_BRIDGE_SIZE words. */
uint64_t *build_bridges(const vocabulary *words);

#endif
