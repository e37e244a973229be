/* Labels and completions as they come in JSON. */
#ifndef FTEXT_LABEL_NODE_H
#define FTEXT_LABEL_NODE_H

#include "base/json.h"
#include "base/text.h"

/* Puts a string's characters, or a number as it is written, into the
** buffer; `text` is what is in it.  FTEXT_INVALID for any other node. */
ftext_status ftext_node_text(const ftext_json *json, uint32_t node,
                             ftext_buffer *buffer, ftext_text *text);

/* "null", "an array" ...: what kind of value a node is, for a message. */
const char *ftext_node_kind(const ftext_json *json, uint32_t node);

#endif
