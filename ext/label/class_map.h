/*
** A class map: label, number, and the text a model answers with.
**
** Begin a map, keep the classes it has, say which labels are wanted,
** complete it.  Classes that are kept never change: not their number, not
** their completion.  New labels get the numbers behind the largest one, in
** the order in which they were wanted, and completions of one token each,
** whose token no other completion begins with and which differ from every
** other completion in more than case.
**
** A strategy that runs out of completions is an error; `message` then says
** how many it had and what would do.
*/
#ifndef FTEXT_LABEL_CLASS_MAP_H
#define FTEXT_LABEL_CLASS_MAP_H

#include "base/names.h"
#include "label/candidate.h"

enum { FTEXT_MAP_MESSAGE = 640 };

typedef struct ftext_class {
  int64_t class_id;
  uint32_t label;           /* a number in the map's labels */
  uint32_t first_token;     /* the completion's first token */
  uint64_t token_count;     /* the completion's tokens; 0: none chosen yet */
  size_t completion;        /* where it begins in the map's text */
  size_t completion_length; /* in bytes */
  size_t note;              /* the same for the note; length 0: none */
  size_t note_length;
  bool is_wanted; /* the label was asked for */
} ftext_class;

typedef struct ftext_class_map {
  const ftext_encoding *encoding;
  ftext_strategy strategy;
  bool chat;
  ftext_names labels;      /* one class for each, in the same order */
  ftext_names numbers;     /* the class ids kept, as bytes */
  ftext_names completions; /* in lower case */
  uint32_t *owner;         /* by first token: class + 1, 0 for none */
  ftext_class *classes;
  size_t class_capacity;
  uint32_t kept;     /* how many classes were there before */
  int64_t largest;   /* class id so far, at least 0 */
  ftext_buffer text; /* completions and notes */
  char message[FTEXT_MAP_MESSAGE];
} ftext_class_map;

/* Begins a map, which is to be freed even where this fails. */
ftext_status ftext_class_map_begin(ftext_class_map *map,
                                   const ftext_encoding *encoding,
                                   ftext_strategy strategy, bool chat);

/* Keeps a class as it is.  FTEXT_INVALID, with the message: a label or
** number twice, an empty completion, two with the same first token. */
ftext_status ftext_class_map_keep(ftext_class_map *map, ftext_text label,
                                  int64_t class_id, ftext_text completion);

/* Wants a label; once is enough.  All classes to keep come before. */
ftext_status ftext_class_map_want(ftext_class_map *map, ftext_text label);

/* Chooses numbers and completions for the new labels.  FTEXT_INVALID, with
** the message, when there are not enough. */
ftext_status ftext_class_map_complete(ftext_class_map *map);

ftext_text ftext_class_label(const ftext_class_map *map, uint32_t number);
ftext_text ftext_class_completion(const ftext_class_map *map, uint32_t number);
ftext_text ftext_class_note(const ftext_class_map *map, uint32_t number);

void ftext_class_map_free(ftext_class_map *map);

#endif
