/*
** Amazon Bedrock: Titan's pairs, Converse, Claude 3 Haiku, reinforcement.
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_rule titan[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "prompt completion", NULL},
    {"data_type", "prompt", RULE_TYPE, "string", NULL},
    {"data_type", "completion", RULE_TYPE, "string", NULL},
    {"too_many_characters", "", RULE_TEXT_SIZE, "24576", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule texts[] = {
    {"invalid_content", "", RULE_TYPE, "array", NULL},
    {"invalid_content", "", RULE_FILLED, NULL, NULL},
    {"invalid_content", "[]", RULE_TYPE, "object", NULL},
    {"invalid_content", "[]", RULE_REQUIRED, "text", NULL},
    {"invalid_content", "[].text", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule converse[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "schemaVersion messages", NULL},
    {"unrecognized_key", "", RULE_KEYS, "schemaVersion system messages", NULL},
    {"invalid_schema_version", "schemaVersion", RULE_ONE_OF,
     "bedrock-conversation-2024", NULL},
    FTEXT_RULES("system", texts),
    {"data_type", "messages", RULE_TYPE, "array", NULL},
    {"data_type", "messages", RULE_FILLED, NULL, NULL},
    {"data_type", "messages[]", RULE_TYPE, "object", NULL},
    {"message_missing_key", "messages[]", RULE_REQUIRED, "role content", NULL},
    {"unrecognized_role", "messages[].role", RULE_ONE_OF, "user assistant",
     NULL},
    FTEXT_RULES("messages[].content", texts),
    {"last_message_not_assistant", "messages", RULE_LAST, "role=assistant",
     NULL},
    FTEXT_RULES_END,
};

static const ftext_rule claude[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "messages", NULL},
    {"unrecognized_key", "", RULE_KEYS, "system messages", NULL},
    {"data_type", "system", RULE_TYPE, "string", NULL},
    {"data_type", "messages", RULE_TYPE, "array", NULL},
    {"too_few_messages", "messages", RULE_COUNT, "2 4294967295", NULL},
    {"data_type", "messages[]", RULE_TYPE, "object", NULL},
    {"message_missing_key", "messages[]", RULE_REQUIRED, "role content", NULL},
    {"message_unrecognized_key", "messages[]", RULE_KEYS, "role content", NULL},
    {"unrecognized_role", "messages[].role", RULE_ONE_OF, "user assistant",
     NULL},
    {"missing_content", "messages[].content", RULE_TYPE, "string", NULL},
    {"first_message_not_user", "messages", RULE_FIRST, "role=user", NULL},
    {"roles_not_alternating", "messages", RULE_CHANGES, "role", NULL},
    {"last_message_not_assistant", "messages", RULE_LAST, "role=assistant",
     NULL},
    FTEXT_RULES_END,
};

static const ftext_rule rft[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    FTEXT_RULES("", ftext_chat_rules),
    {"unrecognized_role", "messages[].role", RULE_ONE_OF,
     "system developer user assistant tool", NULL},
    {"missing_key", "", RULE_REQUIRED, "reference_answer", NULL},
    {"last_message_not_user", "messages", RULE_LAST, "role=user", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_converse[] = {
    {"", "", RULE_REQUIRED, "schemaVersion messages", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_claude[] = {
    {"", "", RULE_REQUIRED, "messages system", NULL},
    {"", "system", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_role roles[] = {
    {"user", "user"},
    {"assistant", "assistant"},
    {NULL, NULL},
};

static const ftext_dialect texts_dialect = {
    .role_key = "role",
    .content_key = "content",
    .roles = roles,
    .keys = "",
    .content = CONTENT_TEXTS,
};

const ftext_dialect ftext_string_dialect = {
    .role_key = "role",
    .content_key = "content",
    .roles = roles,
    .keys = "",
    .content = CONTENT_STRING,
};

static const ftext_layout converse_layout = {
    .form = FORM_LIST,
    .dialect = &texts_dialect,
    .prompt = "messages",
    .system = "system",
    .system_as = SYSTEM_TEXTS,
    .fixed = "\"schemaVersion\":\"bedrock-conversation-2024\"",
    .fixed_keys = "schemaVersion",
};

static const ftext_layout claude_layout = {
    .form = FORM_LIST,
    .dialect = &ftext_string_dialect,
    .prompt = "messages",
    .system = "system",
    .system_as = SYSTEM_STRING,
};

#define GIB (UINT64_C(1) << 30)

const ftext_target ftext_bedrock_targets[] = {
    {
        .name = "bedrock-titan",
        .when = ftext_when_pair,
        .rules = titan,
        .layout = &ftext_pair_layout,
        .example = "{\"prompt\":\"Where is my card?\",\"completion\":\"11\"}",
        .max_tokens = 4096,
        .max_bytes = GIB,
        .note = "Amazon Bedrock user guide, 2026-11: input and output at most "
                "4,096 tokens and 6 characters for each of them; training "
                "file 1 GB, validation 100 MB. Tokens are counted in ftext's "
                "encoding, since Titan's is not public.",
    },
    {
        .name = "bedrock-converse",
        .when = when_converse,
        .rules = converse,
        .layout = &converse_layout,
        .example = "{\"schemaVersion\":\"bedrock-conversation-2024\","
                   "\"system\":[{\"text\":\"Be brief.\"}],\"messages\":"
                   "[{\"role\":\"user\",\"content\":[{\"text\":\"Where is my "
                   "card?\"}]},{\"role\":\"assistant\",\"content\":[{\"text\":"
                   "\"11\"}]}]}",
        .max_bytes = 10 * GIB,
        .note = "Amazon Bedrock user guide, 2026-11: training file 10 GB, "
                "validation 1 GB; row limits depend on the model.",
    },
    {
        .name = "bedrock-claude",
        .when = when_claude,
        .rules = claude,
        .layout = &claude_layout,
        .example = "{\"system\":\"Be brief.\",\"messages\":[{\"role\":"
                   "\"user\",\"content\":\"Where is my card?\"},{\"role\":"
                   "\"assistant\",\"content\":\"11\"}]}",
        .min_rows = 32,
        .max_rows = 10000,
        .max_tokens = 32000,
        .max_bytes = 10 * GIB,
        .note = "Amazon Bedrock user guide (Claude 3 Haiku), 2026-11: 32 to "
                "10,000 training records, 1,000 for validation, 32,000 "
                "tokens a record, 10 GB and 1 GB. Tokens are counted in "
                "ftext's encoding, since Claude's is not public.",
    },
    {
        .name = "bedrock-rft",
        .when = ftext_when_reinforcement,
        .rules = rft,
        .layout = &ftext_reinforcement_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"}],\"reference_answer\":\"11\"}",
        .min_rows = 100,
        .max_rows = 20000,
        .note = "Amazon Bedrock user guide, 2026-11: 100 to 20,000 records.",
    },
    {.name = NULL},
};
