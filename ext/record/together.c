/*
** Together: four shapes, told apart by their keys.
**
** Rules and names (line_type, format, key_value, text_field, load_json,
** utf8) as `together files check` reports them (together-python, 2026-11);
** tools, tool messages and a record's weight as the server takes them since
** 2026.
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_rule messages[] = {
    {"key_value", "messages", RULE_TYPE, "array", NULL},
    {"key_value", "messages", RULE_FILLED, NULL, NULL},
    {"key_value", "messages[]", RULE_TYPE, "object", NULL},
    {"key_value", "messages[]", RULE_REQUIRED, "role", NULL},
    {"key_value", "messages[!tool_calls]", RULE_REQUIRED, "content", NULL},
    {"text_field", "messages[!tool_calls].content", RULE_TYPE, "string array",
     NULL},
    {"text_field", "messages[tool_calls].content", RULE_TYPE,
     "string array null", NULL},
    {"key_value", "messages[].role", RULE_ONE_OF, "system user assistant tool",
     NULL},
    {"key_value", "messages", RULE_CHANGES, "role tool", NULL},
    {"key_value", "messages[].weight", RULE_INTEGER, "0 1", NULL},
    {"key_value", "messages[].content[]", RULE_TYPE, "object", NULL},
    {"key_value", "messages[].content[]", RULE_REQUIRED, "type", NULL},
    {"key_value", "messages[].content[].type", RULE_ONE_OF, "text image_url",
     NULL},
    {"key_value", "messages[].content[type=text]", RULE_REQUIRED, "text", NULL},
    {"text_field", "messages[].content[type=text].text", RULE_TYPE, "string",
     NULL},
    {"key_value", "messages[role!=user].content[].type", RULE_ONE_OF, "text",
     NULL},
    {"key_value", "messages[].content[type=image_url]", RULE_REQUIRED,
     "image_url", NULL},
    {"key_value", "messages[].content[type=image_url].image_url", RULE_IMAGE,
     "10485760", NULL},
    {"key_value", "messages", RULE_IMAGES, "10", NULL},
    {"key_value", "messages[]", RULE_IMAGE_WEIGHT, NULL, NULL},
    {"key_value", "messages", RULE_SAME_TYPE, "content", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule chat[] = {
    {"line_type", "", RULE_TYPE, "object", NULL},
    {"format", "", RULE_REQUIRED, "messages", NULL},
    {"format", "", RULE_KEYS, "messages tools weight", NULL},
    FTEXT_RULES("", messages),
    {"key_value", "messages", RULE_SOME, "role=assistant", NULL},
    {"key_value", "tools", RULE_TYPE, "array", NULL},
    {"key_value", "weight", RULE_AT_LEAST, "0", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule completion[] = {
    {"line_type", "", RULE_TYPE, "object", NULL},
    {"format", "", RULE_REQUIRED, "prompt completion", NULL},
    {"format", "", RULE_KEYS, "prompt completion weight", NULL},
    {"key_value", "prompt", RULE_TYPE, "string", NULL},
    {"key_value", "completion", RULE_TYPE, "string", NULL},
    {"key_value", "weight", RULE_AT_LEAST, "0", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule text[] = {
    {"line_type", "", RULE_TYPE, "object", NULL},
    {"format", "", RULE_REQUIRED, "text", NULL},
    {"format", "", RULE_KEYS, "text weight", NULL},
    {"key_value", "text", RULE_TYPE, "string", NULL},
    {"key_value", "weight", RULE_AT_LEAST, "0", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule output[] = {
    {"key_value", "", RULE_TYPE, "array", NULL},
    {"key_value", "", RULE_COUNT, "1 1", NULL},
    {"key_value", "[]", RULE_TYPE, "object", NULL},
    {"key_value", "[]", RULE_REQUIRED, "role content", NULL},
    {"key_value", "[].role", RULE_ONE_OF, "assistant", NULL},
    {"text_field", "[].content", RULE_TYPE, "string array", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule preference[] = {
    {"line_type", "", RULE_TYPE, "object", NULL},
    {"format", "", RULE_REQUIRED, "input preferred_output non_preferred_output",
     NULL},
    {"format", "", RULE_KEYS,
     "input preferred_output non_preferred_output weight", NULL},
    {"key_value", "input", RULE_TYPE, "object", NULL},
    {"key_value", "input", RULE_REQUIRED, "messages", NULL},
    FTEXT_RULES("input", messages),
    {"key_value", "input.messages", RULE_LAST, "role!=assistant", NULL},
    FTEXT_RULES("preferred_output", output),
    FTEXT_RULES("non_preferred_output", output),
    {"key_value", "weight", RULE_AT_LEAST, "0", NULL},
    FTEXT_RULES_END,
};

static const ftext_role roles[] = {
    {"system", "system"},       {"developer", "system"}, {"user", "user"},
    {"assistant", "assistant"}, {"tool", "tool"},        {NULL, NULL},
};

static const ftext_dialect dialect = {
    .role_key = "role",
    .content_key = "content",
    .roles = roles,
    .keys = "weight name tool_calls tool_call_id reasoning reasoning_content",
    .content = CONTENT_ANY,
};

static const ftext_layout chat_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "messages",
    .extras = "tools weight",
};

static const ftext_layout preference_layout = {
    .form = FORM_LISTS,
    .dialect = &dialect,
    .within = "input",
    .prompt = "messages",
    .answer = "preferred_output",
    .rejected = "non_preferred_output",
    .last_answers = true,
    .extras = "tools",
    .root_extras = "weight",
};

static const ftext_layout pair_layout = {
    .form = FORM_PAIR,
    .dialect = &dialect,
    .prompt = "prompt",
    .answer = "completion",
    .extras = "weight",
};

static const ftext_layout text_layout = {
    .form = FORM_TEXT,
    .dialect = &dialect,
    .prompt = "text",
    .extras = "weight",
};

#define MOST_BYTES UINT64_C(53793215283) /* 50.1 GiB */
#define NOTE                                                                   \
  "together-python, 2026-11: at least 1 example, file at most 50.1 GB (the "   \
  "documentation also says 50 and 100), only .jsonl and .parquet."

const ftext_target ftext_together_targets[] = {
    {
        .name = "together",
        .members = "together-chat together-completion together-preference "
                   "together-text",
        .writes = "together-chat",
        .preference = "together-preference",
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .min_rows = 1,
        .max_bytes = MOST_BYTES,
        .bad_json = "load_json",
        .bad_utf8 = "utf8",
        .shape_rule = "format",
        .note = NOTE " One of the four shapes below.",
    },
    {
        .name = "together-chat",
        .when = ftext_when_messages,
        .rules = chat,
        .layout = &chat_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .min_rows = 1,
        .max_bytes = MOST_BYTES,
        .bad_json = "load_json",
        .bad_utf8 = "utf8",
        .note = NOTE,
    },
    {
        .name = "together-completion",
        .when = ftext_when_pair,
        .rules = completion,
        .layout = &pair_layout,
        .example = "{\"prompt\":\"Where is my card?\",\"completion\":\"11\"}",
        .min_rows = 1,
        .max_bytes = MOST_BYTES,
        .bad_json = "load_json",
        .bad_utf8 = "utf8",
        .note = NOTE,
    },
    {
        .name = "together-preference",
        .preference = "together-preference",
        .when = ftext_when_preference,
        .rules = preference,
        .layout = &preference_layout,
        .example = "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":"
                   "\"Where is my card?\"}]},\"preferred_output\":[{\"role\":"
                   "\"assistant\",\"content\":\"On its way.\"}],"
                   "\"non_preferred_output\":[{\"role\":\"assistant\","
                   "\"content\":\"No idea.\"}]}",
        .min_rows = 1,
        .max_bytes = MOST_BYTES,
        .bad_json = "load_json",
        .bad_utf8 = "utf8",
        .note = NOTE,
    },
    {
        .name = "together-text",
        .when = ftext_when_text,
        .rules = text,
        .layout = &text_layout,
        .example = "{\"text\":\"My card is on its way.\"}",
        .min_rows = 1,
        .max_bytes = MOST_BYTES,
        .bad_json = "load_json",
        .bad_utf8 = "utf8",
        .note = NOTE,
    },
    {.name = NULL},
};
