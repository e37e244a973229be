/*
** What a rule's check sees while it runs, and how it reports.
*/
#ifndef FTEXT_RECORD_SCOPE_H
#define FTEXT_RECORD_SCOPE_H

#include "record/rule.h"

enum { FTEXT_MOST_STEPS = 24 };

/* One step from the record to a value: a member's key or an index. */
typedef struct ftext_step {
  bool is_index;
  uint32_t at; /* the key's node, or the index from 0 */
} ftext_step;

typedef struct ftext_scope {
  const ftext_json *json;
  const ftext_rule *rule;
  const ftext_encoding *encoding;
  ftext_step steps[FTEXT_MOST_STEPS];
  size_t depth;
  ftext_findings *findings; /* NULL: only count */
  size_t count;
  ftext_status status; /* an error outside of the findings */
} ftext_scope;

/* One more step, until ftext_scope_leave(). */
void ftext_scope_member(ftext_scope *scope, uint32_t key);
void ftext_scope_element(ftext_scope *scope, uint32_t index);
void ftext_scope_leave(ftext_scope *scope);

/* Reports the running rule at the current path; the message is the strings
** up to NULL, one behind the other. */
void ftext_scope_report(ftext_scope *scope, ...);

/* A value's JSON text for a message: quoted and cut. */
const char *ftext_quote_node(char out[FTEXT_QUOTE_SIZE], const ftext_json *json,
                             uint32_t node);

/* Whether a node is the string of so many characters. */
bool ftext_node_is(const ftext_json *json, uint32_t node, const char *word,
                   size_t length);

/* The value of an object's member of that name, or 0. */
uint32_t ftext_named_member(const ftext_json *json, uint32_t object,
                            const char *name, size_t length);

/* The node's child at a position, which must be there. */
uint32_t ftext_json_child(const ftext_json *json, uint32_t node,
                          uint32_t position);

/* Asks the running rule of one value. */
void ftext_check_value(ftext_scope *scope, uint32_t node);

/* The same for rules about whole conversations. */
typedef void ftext_rule_check(ftext_scope *scope, uint32_t node);
ftext_rule_check ftext_check_first;
ftext_rule_check ftext_check_last;
ftext_rule_check ftext_check_some;
ftext_rule_check ftext_check_at_most;
ftext_rule_check ftext_check_only_first;
ftext_rule_check ftext_check_changes;
ftext_rule_check ftext_check_follows;
ftext_rule_check ftext_check_positions;
ftext_rule_check ftext_check_same_type;
ftext_rule_check ftext_check_tool_replies;
ftext_rule_check ftext_check_answered;
ftext_rule_check ftext_check_images;
ftext_rule_check ftext_check_image_weight;
ftext_rule_check ftext_check_image;
ftext_rule_check ftext_check_schema;

#endif
