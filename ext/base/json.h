/*
** JSON: reading a document into nodes, and writing strings.
**
** The reader is strict (RFC 8259), needs no recursion, and gives an array
** of nodes in document order: an array's or object's node is followed by
** its children, an object's children alternate key, value.  `next` leads
** over a node and all below it, so that children are walked like this:
**
**     for (i = 0, at = node + 1; i < json.nodes[node].count;
**          i++, at = json.nodes[at].next) ...
**
** Node 0 is the whole document.  Strings stay in the text with their
** escapes; ftext_json_string() decodes one.  Duplicate keys are kept.
*/
#ifndef FTEXT_BASE_JSON_H
#define FTEXT_BASE_JSON_H

#include "base/buffer.h"

#include <stdbool.h>

/* Deeper nesting is refused, as SQLite refuses it. */
enum { FTEXT_JSON_DEPTH = 1000 };

typedef enum ftext_json_type {
  FTEXT_JSON_NULL,
  FTEXT_JSON_TRUE,
  FTEXT_JSON_FALSE,
  FTEXT_JSON_NUMBER,
  FTEXT_JSON_STRING,
  FTEXT_JSON_ARRAY,
  FTEXT_JSON_OBJECT
} ftext_json_type;

typedef struct ftext_json_node {
  ftext_json_type type;
  bool escaped;   /* a string with a backslash in it */
  bool whole;     /* a number without fraction and exponent */
  uint32_t count; /* children; an object's keys and values count apart */
  uint32_t next;  /* the node behind this one and all below it */
  size_t start;   /* first byte in the text; of a string, behind its quote */
  size_t length;  /* bytes; of a string, without its quotes */
} ftext_json_node;

typedef struct ftext_json {
  const uint8_t *text;
  size_t length;
  ftext_json_node *nodes;
  size_t node_count;
  size_t capacity;
  const char *error; /* what is wrong, when parsing gave FTEXT_INVALID */
  size_t error_at;   /* at which byte, from 0 */
} ftext_json;

/* Reads the text, which must outlive the document.  FTEXT_OK, FTEXT_INVALID
** (see error; broken UTF-8 in a string is one) or FTEXT_NO_MEMORY.  Start
** with a struct of zeros; one that was used keeps its memory. */
ftext_status ftext_json_parse(ftext_json *json, const uint8_t *text,
                              size_t length);

void ftext_json_free(ftext_json *json);

/* The value of an object's member, or 0 where there is none.  Of duplicate
** keys the last one counts, as in JavaScript and Python. */
uint32_t ftext_json_member(const ftext_json *json, uint32_t object,
                           const char *key);

/* Whether a string node, decoded, equals the string. */
bool ftext_json_is(const ftext_json *json, uint32_t node, const char *string);

/* Appends a string node's characters, escapes decoded. A lone surrogate
** becomes U+FFFD. */
void ftext_json_string(const ftext_json *json, uint32_t node,
                       ftext_buffer *out);

/* A whole number that fits 64 bits. */
bool ftext_json_integer(const ftext_json *json, uint32_t node, int64_t *value);

/* Any number. */
bool ftext_json_number(const ftext_json *json, uint32_t node, double *value);

/* Appends the node's own JSON text, as it stands in the document. */
void ftext_json_copy(const ftext_json *json, uint32_t node, ftext_buffer *out);

/* Appends the text as a JSON string with its quotes: \" \\ \b \f \n \r \t,
** \u00xx for other controls, everything else as it is.  Broken UTF-8 is
** written as U+FFFD; who must not repair checks before. */
void ftext_json_write(ftext_buffer *out, const uint8_t *text, size_t length);

#endif
