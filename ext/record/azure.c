/*
** Azure OpenAI, Microsoft Foundry: OpenAI's shapes, a byte-order mark in
** front of the file, and the demands of Microsoft's checker scripts (2026-11).
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_rule chat[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    FTEXT_RULES("", ftext_chat_rules),
    {"unrecognized_role", "messages[].role", RULE_ONE_OF,
     "system user assistant tool", NULL},
    {"example_missing_user_message", "messages", RULE_SOME, "role=user", NULL},
    {"example_missing_assistant_message", "messages", RULE_SOME,
     "role=assistant", NULL},
    {"last_message_not_assistant", "messages", RULE_LAST, "role=assistant",
     NULL},
    FTEXT_RULES_END,
};

static const ftext_rule output_rules[] = {
    {"empty_output", "", RULE_TYPE, "array", NULL},
    {"empty_output", "", RULE_FILLED, NULL, NULL},
    FTEXT_RULES("[]", ftext_message_rules),
    {"unrecognized_role", "[].role", RULE_ONE_OF, "assistant tool", NULL},
    {"output_missing_assistant_message", "", RULE_SOME, "role=assistant", NULL},
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
    {"example_missing_user_message", "input.messages", RULE_SOME, "role=user",
     NULL},
    {"input_ends_with_assistant", "input.messages", RULE_LAST,
     "role!=assistant", NULL},
    FTEXT_RULES("preferred_output", output_rules),
    FTEXT_RULES("non_preferred_output", output_rules),
    FTEXT_RULES_END,
};

static const ftext_rule rft[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    FTEXT_RULES("", ftext_chat_rules),
    {"unrecognized_role", "messages[].role", RULE_ONE_OF,
     "system developer user assistant tool", NULL},
    {"last_message_not_user", "messages", RULE_LAST, "role=user", NULL},
    {"missing_grader_field", "", RULE_OTHER_KEYS,
     "messages tools parallel_tool_calls", NULL},
    FTEXT_RULES_END,
};

/* An output may be a tool call, its reply and the answer. */
static const ftext_layout preference_layout = {
    .form = FORM_LISTS,
    .dialect = &ftext_openai_dialect,
    .within = "input",
    .prompt = "messages",
    .answer = "preferred_output",
    .rejected = "non_preferred_output",
    .extras = "tools parallel_tool_calls",
};

#define BELOW_HALF_GIB ((UINT64_C(512) << 20) - 1)

const ftext_target ftext_azure_targets[] = {
    {
        .name = "azure",
        .members = "azure-dpo azure-rft azure-chat",
        .writes = "azure-chat",
        .preference = "azure-dpo",
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .min_rows = 10,
        .max_bytes = BELOW_HALF_GIB,
        .bom = true,
        .shape_rule = "unrecognized_format",
        .note = "Microsoft Foundry docs, 2026-11: azure-chat, azure-dpo or "
                "azure-rft; at least 10 examples, UTF-8 with a byte-order "
                "mark, file under 512 MB.",
    },
    {
        .name = "azure-chat",
        .when = ftext_when_messages,
        .rules = chat,
        .layout = &ftext_chat_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .min_rows = 10,
        .max_bytes = BELOW_HALF_GIB,
        .bom = true,
        .note = "Microsoft Foundry docs, 2026-11: at least 10 examples, "
                "UTF-8 with a byte-order mark, file under 512 MB.",
    },
    {
        .name = "azure-dpo",
        .preference = "azure-dpo",
        .when = ftext_when_preference,
        .rules = dpo,
        .layout = &preference_layout,
        .example = "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":"
                   "\"Where is my card?\"}]},\"preferred_output\":[{\"role\":"
                   "\"assistant\",\"content\":\"On its way.\"}],"
                   "\"non_preferred_output\":[{\"role\":\"assistant\","
                   "\"content\":\"No idea.\"}]}",
        .min_rows = 10,
        .max_bytes = BELOW_HALF_GIB,
        .bom = true,
        .note = "Microsoft Foundry docs, 2026-11: as azure-chat; outputs hold "
                "assistant and tool messages.",
    },
    {
        .name = "azure-rft",
        .when = ftext_when_reinforcement,
        .rules = rft,
        .layout = &ftext_reinforcement_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"}],\"reference_answer\":\"11\"}",
        .min_rows = 10,
        .max_bytes = BELOW_HALF_GIB,
        .bom = true,
        .note = "Microsoft Foundry docs, 2026-11: as azure-chat; a training "
                "and a validation file, at least one grader's key.",
    },
    {.name = NULL},
};
