/*
** Targets: the trainers' record shapes, as constants.
**
** A target is one shape: rules that a record must meet, a layout that says
** where a conversation stands in it, and limits.  A target with members is
** a trainer that takes several shapes: a record is of the first member
** whose `when` rules it meets, and new records are written as one of them.
**
** Within ftext a conversation is a JSON array of OpenAI's message objects.
** What a record has beside the conversation (tools, a rejected answer, a
** grader's keys) is the first message's member "record".
*/
#ifndef FTEXT_RECORD_TARGET_H
#define FTEXT_RECORD_TARGET_H

#include "base/nearest.h"
#include "record/rule.h"

/* How a dialect writes what a message says. */
typedef enum ftext_content {
  CONTENT_ANY,    /* as OpenAI: a string, null or an array of parts */
  CONTENT_STRING, /* a string */
  CONTENT_TEXTS   /* an array of objects with a member "text" */
} ftext_content;

typedef struct ftext_role {
  const char *openai;
  const char *theirs;
} ftext_role;

/* How messages look.  Roles are those that may be written, up to NULL; of
** two with one OpenAI name the first is written.  `keys` are the members
** besides role and content that a message may have. */
typedef struct ftext_dialect {
  const char *role_key;
  const char *content_key;
  const ftext_role *roles;
  const char *keys;
  ftext_content content;
  bool argument_objects; /* tool arguments are objects, not JSON text */
  bool calls_as_content; /* ShareGPT: a call is a message of its own */
  bool tool_names;       /* tool messages have their function's name */
} ftext_dialect;

typedef enum ftext_form {
  FORM_NONE,  /* no conversation */
  FORM_LIST,  /* one list of messages; an answer may stand beside it */
  FORM_PAIR,  /* prompt and answer are strings */
  FORM_LISTS, /* prompt and answer are lists, or the answer is a message */
  FORM_TEXT,  /* one string */
  FORM_STEPS  /* a prompt and an array of strings that continue it */
} ftext_form;

typedef enum ftext_system {
  SYSTEM_MESSAGE, /* a message like others */
  SYSTEM_STRING,
  SYSTEM_TEXTS, /* an array of {"text"} */
  SYSTEM_PARTS  /* an object with an array of {"text"} in "parts" */
} ftext_system;

/* How an answer that is not plain text is written. */
typedef enum ftext_answer {
  ANSWER_PLAIN,
  ANSWER_ARRAY,  /* text of a JSON array becomes that array */
  ANSWER_LABELS, /* an object; plain text becomes {"label": text} */
  ANSWER_MESSAGE /* in lists: one message object, not an array */
} ftext_answer;

typedef struct ftext_layout {
  ftext_form form;
  const ftext_dialect *dialect;
  const char *within;   /* the member that holds prompt and extras, or NULL */
  const char *prompt;   /* member of the list or the prompt; NULL: none */
  const char *answer;   /* member of the answer, or NULL */
  const char *rejected; /* member of the rejected answer, or NULL */
  ftext_answer answer_as;
  bool last_answers;  /* the answer is the last message alone */
  const char *system; /* member of the system's text */
  ftext_system system_as;
  const char *input; /* member of the prompt's second part */
  bool input_required;
  const char *joint;         /* what stands between the two */
  const char *history;       /* Alpaca: member of the earlier turns */
  const char *tools_as_text; /* member that holds tools as JSON text */
  const char *fixed;         /* members that always stand first, as JSON */
  bool prompt_only;          /* an answer has no place */
  const char *default_key;   /* a member that is written where none is given */
  const char *default_value; /* as JSON */
  const char *fixed_keys;    /* and their names */
  const char *extras;        /* members beside the prompt; "*": any */
  const char *root_extras;   /* members of the record, where within is set */
} ftext_layout;

/* Token limits of models: the longest prefix counts. */
typedef struct ftext_model_limit {
  const char *model;
  uint64_t tokens;
} ftext_model_limit;

typedef struct ftext_target {
  const char *name;
  const char *members;    /* names of targets, or NULL */
  const char *writes;     /* the member that new records are, or NULL */
  const char *preference; /* which target ftext_preference writes, or NULL */
  const ftext_rule *when; /* what makes a record one of this shape */
  const ftext_rule *rules;
  const ftext_layout *layout;
  const char *example; /* a valid record */
  uint64_t min_rows;   /* limits: 0 where there is none */
  uint64_t max_rows;
  uint64_t max_tokens;
  uint64_t max_bytes;
  bool bom;                        /* a file begins with U+FEFF */
  const ftext_model_limit *models; /* up to NULL; or NULL */
  const char *bad_json;            /* rule for a record that is no JSON */
  const char *bad_utf8;   /* rule for broken UTF-8; NULL: as bad_json */
  const char *token_rule; /* rule for too many tokens */
  const char *shape_rule; /* of one with members: for an unknown shape */
  const char *note;       /* the limits' sources and dates */
} ftext_target;

/* The target at a position of ftext_targets; NULL behind the last. */
const ftext_target *ftext_target_at(size_t position);

/* The target of that name, or NULL. */
const ftext_target *ftext_target_find(ftext_text name);

/* The first member whose `when` the record meets, or NULL. */
const ftext_target *ftext_target_choose(const ftext_target *target,
                                        const ftext_json *json,
                                        ftext_status *status);

/* The target whose shape the record has, tried in the order of detection
** (docs/record.md), or NULL. */
const ftext_target *ftext_target_detect(const ftext_json *json,
                                        ftext_status *status);

/* How many tokens the target allows a record for a model; 0: no limit. */
uint64_t ftext_target_tokens(const ftext_target *target, ftext_text model);

/* "unknown target 'openai'; did you mean 'openai-chat'? (known: those in
** ftext_targets)".  Returns out. */
enum { FTEXT_UNKNOWN_TARGET_SIZE = FTEXT_NEAREST_SIZE + 64 };
const char *ftext_unknown_target(char out[FTEXT_UNKNOWN_TARGET_SIZE],
                                 ftext_text name);

#endif
