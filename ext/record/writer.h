/*
** Writing a record: what its two files share.
*/
#ifndef FTEXT_RECORD_WRITER_H
#define FTEXT_RECORD_WRITER_H

#include "record/conversation.h"

typedef struct ftext_writer {
  const ftext_target *target;
  const ftext_layout *layout;
  const ftext_dialect *dialect;
  const ftext_json *json; /* the conversation */
  uint32_t *messages;     /* its messages' nodes */
  size_t count;
  uint32_t calls;  /* the latest tool calls written, or 0 */
  uint32_t record; /* the node of what stands beside it, or 0 */
  ftext_buffer *out;
  bool comma; /* the open object has a member */
  ftext_problem *problem;
  ftext_status status;
} ftext_writer;

/* Fails the record: "target 'x' " and the words.  Returns false. */
bool ftext_writer_fail(ftext_writer *writer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A member's key in the open object; its value must follow. */
void ftext_writer_key(ftext_writer *writer, const char *key);

/* The value of a message's member "content" as the dialect has it. */
bool ftext_writer_content(ftext_writer *writer, uint32_t message);

/* The same as one string: the texts of its parts, one behind the other. */
bool ftext_writer_string(ftext_writer *writer, uint32_t message);

/* A whole message. */
bool ftext_writer_message(ftext_writer *writer, uint32_t message);

/* Whether a message's role is this one. */
bool ftext_writer_is(const ftext_writer *writer, uint32_t message,
                     const char *role);

/* Whether the message says nothing besides role, content and record. */
bool ftext_writer_plain(ftext_writer *writer, uint32_t message);

/* A message as one string, behind the prompt where that is not 0. */
bool ftext_writer_joined(ftext_writer *writer, uint32_t prompt,
                         uint32_t message);

/* The answer as one value: text, labels or an array of them. */
bool ftext_writer_answer(ftext_writer *writer, uint32_t prompt,
                         uint32_t message);

/* The node of the rejected answer's messages, or 0. */
uint32_t ftext_writer_rejected(const ftext_writer *writer);

/* Its member, as text behind the prompt that is not 0; as a list, behind so
 * many messages of the prompt. */
bool ftext_writer_rejected_text(ftext_writer *writer, uint32_t prompt);
bool ftext_writer_rejected_list(ftext_writer *writer, size_t prompt);

/* The members of "record" that are among the words, all for "*". */
void ftext_writer_extras(ftext_writer *writer, const char *words);

/* Fails where "record" has a member without a place. */
bool ftext_writer_check_extras(ftext_writer *writer);

/* The tools as JSON text, where the layout has them so. */
bool ftext_writer_tools(ftext_writer *writer);

#endif
