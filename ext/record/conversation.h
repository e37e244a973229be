/*
** Records to conversations and back.
**
** A conversation is the text of a JSON array of OpenAI's message objects;
** what a record has beside it stands in the first message's member
** "record", a rejected answer there as the member "rejected", an array of
** messages.  Strings go over as they are written, escapes and all; white
** space between tokens is dropped.
*/
#ifndef FTEXT_RECORD_CONVERSATION_H
#define FTEXT_RECORD_CONVERSATION_H

#include "record/target.h"

/* What is wrong, where a function here gives FTEXT_INVALID. */
typedef struct ftext_problem {
  char text[400];
} ftext_problem;

/* Sets the words, returns FTEXT_INVALID. */
ftext_status ftext_problem_say(ftext_problem *problem, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Appends the conversation of a record of the target's shape. */
ftext_status ftext_conversation_read(const ftext_target *target,
                                     const ftext_json *json, ftext_buffer *out,
                                     ftext_problem *problem);

/* Appends the record of a conversation.  What the target has no place for
** is a problem: nothing is left out.  (A weight of 1, which says nothing, a
** null and, in ShareGPT, the ids of calls are.) */
ftext_status ftext_conversation_write(const ftext_target *target,
                                      const ftext_json *json, ftext_buffer *out,
                                      ftext_problem *problem);

/* What a conversation is made of, as SQL hands it over.  The bytes of what
** is not given are NULL.  Prompt, completion and rejected are text, or JSON
** of messages: an array of objects with a role, or one such object. */
typedef struct ftext_pieces {
  const ftext_text *system;
  const ftext_text *prompt;
  const ftext_text *completion;
  const ftext_text *rejected;
} ftext_pieces;

/* Appends the conversation. */
ftext_status ftext_conversation_compose(const ftext_pieces *pieces,
                                        ftext_buffer *out,
                                        ftext_problem *problem);

/* Appends a node's JSON text without the white space between tokens. */
void ftext_json_compact(const ftext_json *json, uint32_t node,
                        ftext_buffer *out);

/* Reads the JSON text in a string node: its characters are appended to
** `text`, which must outlive `inner`.  FTEXT_INVALID: it is no JSON. */
ftext_status ftext_json_inner(const ftext_json *json, uint32_t node,
                              ftext_buffer *text, ftext_json *inner);

#endif
