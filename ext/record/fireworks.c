/*
** Fireworks: OpenAI's chat and preference shapes (Fireworks docs, 2026-11).
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_rule chat[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    FTEXT_RULES("", ftext_chat_rules),
    {"unrecognized_role", "messages[].role", RULE_ONE_OF,
     "system user assistant tool", NULL},
    {"system_message_not_first", "messages", RULE_ONLY_FIRST, "role=system",
     NULL},
    {"example_missing_assistant_message", "messages", RULE_SOME,
     "role=assistant", NULL},
    {"last_message_not_assistant", "messages", RULE_LAST, "role=assistant",
     NULL},
    FTEXT_RULES_END,
};

static const ftext_rule output_rules[] = {
    {"output_not_one_message", "", RULE_TYPE, "array", NULL},
    {"output_not_one_message", "", RULE_COUNT, "1 1", NULL},
    FTEXT_RULES("[]", ftext_message_rules),
    {"output_not_assistant", "[].role", RULE_ONE_OF, "assistant", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule dpo[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED,
     "input preferred_output non_preferred_output", NULL},
    {"data_type", "input", RULE_TYPE, "object", NULL},
    FTEXT_RULES("input", ftext_chat_rules),
    {"unrecognized_role", "input.messages[].role", RULE_ONE_OF,
     "system user assistant tool", NULL},
    {"not_one_turn", "input.messages", RULE_AT_MOST, "1 role=user", NULL},
    {"input_ends_with_assistant", "input.messages", RULE_LAST,
     "role!=assistant", NULL},
    FTEXT_RULES("preferred_output", output_rules),
    FTEXT_RULES("non_preferred_output", output_rules),
    FTEXT_RULES_END,
};

#define NOTE                                                                   \
  "Fireworks docs, 2026-11: 3 to 3,000,000 examples. That a system message "   \
  "must be the first is not verified."

const ftext_target ftext_fireworks_targets[] = {
    {
        .name = "fireworks",
        .preference = "fireworks-dpo",
        .when = ftext_when_messages,
        .rules = chat,
        .layout = &ftext_chat_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .min_rows = 3,
        .max_rows = 3000000,
        .note = NOTE,
    },
    {
        .name = "fireworks-dpo",
        .preference = "fireworks-dpo",
        .when = ftext_when_preference,
        .rules = dpo,
        .layout = &ftext_preference_layout,
        .example = "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":"
                   "\"Where is my card?\"}]},\"preferred_output\":[{\"role\":"
                   "\"assistant\",\"content\":\"On its way.\"}],"
                   "\"non_preferred_output\":[{\"role\":\"assistant\","
                   "\"content\":\"No idea.\"}]}",
        .min_rows = 3,
        .max_rows = 3000000,
        .note = NOTE " One turn; an output is the last assistant message.",
    },
    {.name = NULL},
};
