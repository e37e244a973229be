/*
** The tables of targets, one for each trainer, and what they share.
**
** Each table ends with a target without a name.  To add a target, add its
** entry to its trainer's table (or a table to target.c), its place in the
** order of detection there, and its golden records in tests/record/.
*/
#ifndef FTEXT_RECORD_TARGETS_H
#define FTEXT_RECORD_TARGETS_H

#include "record/target.h"

extern const ftext_target ftext_openai_targets[];
extern const ftext_target ftext_azure_targets[];
extern const ftext_target ftext_together_targets[];
extern const ftext_target ftext_fireworks_targets[];
extern const ftext_target ftext_mistral_targets[];
extern const ftext_target ftext_bedrock_targets[];
extern const ftext_target ftext_gemini_targets[];
extern const ftext_target ftext_cohere_targets[];
extern const ftext_target ftext_trl_targets[];
extern const ftext_target ftext_llamafactory_targets[];
extern const ftext_target ftext_axolotl_targets[];

/* A row without a name ends a table of rules. */
#define FTEXT_RULES_END                                                        \
  { NULL, NULL, RULE_TABLE, NULL, NULL }

/* Of a record in OpenAI's chat shape: the list of messages and each
** message, save for roles and for who must be there; tools. */
extern const ftext_rule ftext_chat_rules[];
extern const ftext_rule ftext_message_rules[];

/* Shapes by their members alone, for `when`. */
extern const ftext_rule ftext_when_messages[];
extern const ftext_rule ftext_when_pair[];
extern const ftext_rule ftext_when_text[];
extern const ftext_rule ftext_when_preference[];
extern const ftext_rule ftext_when_reinforcement[];

/* OpenAI's message objects: roles as they are, content of any kind. */
extern const ftext_dialect ftext_openai_dialect;
extern const ftext_dialect ftext_string_dialect;
extern const ftext_layout ftext_chat_layout;
extern const ftext_layout ftext_preference_layout;
extern const ftext_layout ftext_reinforcement_layout;
extern const ftext_layout ftext_pair_layout;
extern const ftext_layout ftext_text_layout;

#endif
