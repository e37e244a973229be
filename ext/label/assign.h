/*
** How completions are given to the classes of a map: inside of class_map.
**
** A class whose token_count is 0 has none yet.
*/
#ifndef FTEXT_LABEL_ASSIGN_H
#define FTEXT_LABEL_ASSIGN_H

#include "label/class_map.h"

/* Whether a one-token text is still free: its token begins no completion,
** and it differs from each in more than case. */
ftext_status ftext_map_is_free(const ftext_class_map *map, ftext_text text,
                               uint32_t token, bool *is_free);

/* Gives the class its completion, a text whose first token is `token`. */
ftext_status ftext_map_give(ftext_class_map *map, uint32_t number,
                            ftext_text text, uint32_t token,
                            uint64_t token_count);

/* Says something about the class for whoever reviews the map. */
ftext_status ftext_map_note(ftext_class_map *map, uint32_t number,
                            const char *note);

/* Gives each class without a completion one from the candidates.  With
** numbers the class gets the number itself where `renumber`, else the
** first one free from its class id on. */
ftext_status ftext_map_give_all(ftext_class_map *map, ftext_strategy strategy,
                                bool renumber);

/* Gives classes a word of their own label where one will do: one that no
** other label has, or the only one; one free token, in lower case or as
** written; the longest first, then the first in the label; none that would
** lose a negation; no filler and nothing with digits. */
ftext_status ftext_map_give_words(ftext_class_map *map);

#endif
