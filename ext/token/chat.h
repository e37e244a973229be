/*
** What a chat request costs: OpenAI's published formulas.
**
** Each message costs a fixed number, the tokens of every string among its
** members, and another number for a name; the reply costs 3.  Tools cost
** as the cookbook counts functions.  Valid for gpt-3.5-turbo-0125, gpt-4,
** gpt-4o and gpt-4o-mini; OpenAI cookbook, "How to count tokens with
** tiktoken", 2026-11.
**
** What is no string does not fail: of a list of content parts the texts
** count, of tool_calls and function_call the functions' names and
** arguments, of an image nothing (no formula is published for it).
*/
#ifndef FTEXT_TOKEN_CHAT_H
#define FTEXT_TOKEN_CHAT_H

#include "base/json.h"
#include "token/encoding.h"

typedef struct ftext_chat_costs {
  int message;  /* for each message */
  int name;     /* for each name; -1 in the first gpt-3.5-turbo */
  int function; /* for each function */
} ftext_chat_costs;

/* The numbers of a model, whose encoding is `encoding`. */
ftext_chat_costs ftext_chat_costs_of(ftext_text model,
                                     const ftext_encoding *encoding);

/* Counts the messages: a JSON array of them, or an object with the members
** `messages` and, where there are, `tools` or `functions`; in an array the
** tools may stand in the first message's member "record" (ftext_messages).
** FTEXT_OK, FTEXT_INVALID (it is neither) or FTEXT_NO_MEMORY. */
ftext_status ftext_chat_count(const ftext_json *json,
                              const ftext_encoding *encoding,
                              ftext_chat_costs costs, uint64_t *count);

#endif
