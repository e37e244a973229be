/*
** Reading a record: what its two files share.
*/
#ifndef FTEXT_RECORD_READER_H
#define FTEXT_RECORD_READER_H

#include "record/conversation.h"

typedef struct ftext_reader {
  const ftext_target *target;
  const ftext_layout *layout;
  const ftext_dialect *dialect;
  const ftext_json *json;
  ftext_buffer *out;
  ftext_buffer record; /* members for the first message's "record" */
  size_t count;        /* messages so far */
  unsigned calls;      /* ShareGPT: calls so far, and those answered */
  unsigned replies;
  ftext_problem *problem;
  ftext_status status;
} ftext_reader;

/* Fails the record: "target 'x': " and the words.  Returns false. */
bool ftext_reader_fail(ftext_reader *in, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A message in the conversation begins; its members follow; it ends. */
void ftext_reader_begin(ftext_reader *in);
void ftext_reader_end(ftext_reader *in);

/* A message's content, as OpenAI has it. */
void ftext_reader_content(ftext_reader *in, uint32_t node);

/* A value as a string, what is none as its JSON text. */
void ftext_reader_text(ftext_reader *in, uint32_t node);

/* A message with this role, and the value as its content. */
void ftext_reader_value(ftext_reader *in, const char *role, uint32_t value);

/* A list of messages, from the element `from` on, or one message. */
bool ftext_reader_list(ftext_reader *in, uint32_t list, uint32_t from);

#endif
