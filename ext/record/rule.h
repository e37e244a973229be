/*
** Rules: what a target demands of a record, as rows of a table.
**
** A rule looks at the values that its path leads to and asks one thing of
** each.  What is not there is not asked: that a member must be there is a
** rule of its own (RULE_REQUIRED, at the object).
**
** A path is a member's name, then steps: ".name" a member, "[]" every
** element of an array, "[condition]" those that meet it, "{condition}" the
** object itself if it meets it, ".*" every member.  "" is the record.
**
** A condition is terms with '&' between them, each about a member of the
** object: "name" it is there and neither null, false nor empty, "!name" it
** is not, "name=a|b" it is one of these strings, "name!=a|b" it is another
** value or not there.
*/
#ifndef FTEXT_RECORD_RULE_H
#define FTEXT_RECORD_RULE_H

#include "base/json.h"
#include "token/encoding.h"

typedef enum ftext_rule_kind {
  RULE_TABLE,        /* the rules of another table */
  RULE_TYPE,         /* its type is one of these words */
  RULE_REQUIRED,     /* an object: has these members */
  RULE_FORBIDDEN,    /* an object: has none of these members */
  RULE_KEYS,         /* an object: has no members but these */
  RULE_OTHER_KEYS,   /* an object: has a member that is none of these */
  RULE_SOME_KEY,     /* an object: has at least one of these, not null */
  RULE_ONE_KEY,      /* an object: has exactly one of these, not null */
  RULE_NOT_ALL_KEYS, /* an object: does not have all of these */
  RULE_ONE_OF,       /* a string: one of these words */
  RULE_INTEGER,      /* a whole number from the first to the second */
  RULE_AT_LEAST,     /* a number that is not less than this */
  RULE_FILLED,       /* a string, array or object that is not empty */
  RULE_COUNT,        /* an array: from this to that many elements */
  RULE_CHARACTERS,   /* a string: characters from this to that; each is a
                     ** letter, a digit or in the third word */
  RULE_JSON_TEXT,    /* a string: the text of a JSON object; with the word
                     ** "array" also of an array */
  RULE_SCHEMA,       /* an object: JSON Schema, as far as types go */
  RULE_FIRST,        /* an array: its first element meets this condition */
  RULE_LAST,         /* an array: its last element meets this condition */
  RULE_SOME,         /* an array: an element meets this condition */
  RULE_AT_MOST,      /* an array: at most so many elements meet it */
  RULE_ONLY_FIRST,   /* an array: none but the first meets this condition */
  RULE_CHANGES,      /* an array of objects: this member's string is never
                     ** the same twice running, save for the words behind */
  RULE_FOLLOWS,      /* an array of objects: what may follow what in a
                     ** member: "role user>assistant,tool ..." */
  RULE_POSITIONS,    /* an array of objects: "from a,b c,d": the strings of
                     ** this member at odd places, at even places */
  RULE_SAME_COUNT,   /* an object: these arrays have as many elements */
  RULE_SAME_TYPE,    /* an array of objects: this member has one type */
  RULE_TOOL_REPLIES, /* messages: no more tool messages than calls */
  RULE_ANSWERED,     /* messages: tool messages follow tool calls at once */
  RULE_IMAGES,       /* messages: at most so many parts of type image_url */
  RULE_IMAGE_WEIGHT, /* a message: with an image its weight is 0 */
  RULE_IMAGE,        /* an image_url: an URL of base64 data, jpeg, png or
                     ** webp, at most so many bytes */
  RULE_TEXT_SIZE,    /* an object: its strings have at most so many
                     ** characters together */
  RULE_TOKENS        /* a string: at most so many tokens */
} ftext_rule_kind;

typedef struct ftext_rule ftext_rule;

struct ftext_rule {
  const char *name; /* as the target's own checker names it; NULL: the end */
  const char *path;
  ftext_rule_kind kind;
  const char *argument;    /* words with spaces between them */
  const ftext_rule *table; /* of RULE_TABLE; its name is not used */
};

/* A row that applies another table at a path. */
#define FTEXT_RULES(at, rules)                                                 \
  { "", at, RULE_TABLE, NULL, rules }

/* What was found: the text of a JSON array of {rule, path, message} without
** its end, and how many; `out` holds the first error. */
typedef struct ftext_findings {
  ftext_buffer out;
  size_t count;
} ftext_findings;

/* Asks the table's rules, which end with a row without a name, of the
** document.  Token rules count in the encoding.  Returns how many findings
** were added; with `findings` NULL none is written, and the answer is how
** many there are. */
size_t ftext_rules_apply(const ftext_rule *rules, const ftext_json *json,
                         const ftext_encoding *encoding,
                         ftext_findings *findings, ftext_status *status);

/* Adds one finding. */
void ftext_findings_add(ftext_findings *findings, const char *rule,
                        ftext_text path, ftext_text message);

/* Whether the object meets the condition, which ends at `end`. */
bool ftext_condition(const ftext_json *json, uint32_t node,
                     const char *condition, const char *end);

/* Whether the word is among words, which have spaces between them. */
bool ftext_word_in(const char *words, const char *word, size_t length);

#endif
