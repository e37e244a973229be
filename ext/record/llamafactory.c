/*
** Alpaca and ShareGPT, as LLaMA-Factory reads them (its data/README.md and
** converter, 2026-11).
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_rule instruction[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "instruction", NULL},
    {"data_type", "instruction", RULE_TYPE, "string", NULL},
    {"data_type", "input", RULE_TYPE, "string", NULL},
    {"data_type", "system", RULE_TYPE, "string", NULL},
    {"invalid_history", "history", RULE_TYPE, "array", NULL},
    {"invalid_history", "history[]", RULE_TYPE, "array", NULL},
    {"invalid_history", "history[]", RULE_COUNT, "2 2", NULL},
    {"invalid_history", "history[][]", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule alpaca[] = {
    FTEXT_RULES("", instruction),
    {"missing_key", "", RULE_REQUIRED, "output", NULL},
    {"data_type", "output", RULE_TYPE, "string", NULL},
    {"kto_tag_not_boolean", "kto_tag", RULE_TYPE, "boolean", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule alpaca_preference[] = {
    FTEXT_RULES("", instruction),
    {"missing_key", "", RULE_REQUIRED, "chosen rejected", NULL},
    {"data_type", "chosen", RULE_TYPE, "string", NULL},
    {"data_type", "rejected", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule turn[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"message_missing_key", "", RULE_REQUIRED, "from value", NULL},
    {"unrecognized_role", "from", RULE_ONE_OF,
     "human gpt system function_call observation", NULL},
    {"missing_content", "value", RULE_TYPE, "string", NULL},
    {"invalid_function_call", "{from=function_call}.value", RULE_JSON_TEXT,
     "array", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule conversations[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_conversations", "", RULE_REQUIRED, "conversations", NULL},
    {"missing_conversations", "conversations", RULE_TYPE, "array", NULL},
    {"missing_conversations", "conversations", RULE_FILLED, NULL, NULL},
    FTEXT_RULES("conversations[]", turn),
    {"role_at_wrong_position", "conversations", RULE_POSITIONS,
     "from human,observation gpt,function_call", NULL},
    {"data_type", "system", RULE_TYPE, "string", NULL},
    {"invalid_tools", "tools", RULE_JSON_TEXT, "array", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule sharegpt[] = {
    FTEXT_RULES("", conversations),
    {"last_message_not_gpt", "conversations", RULE_LAST,
     "from=gpt|function_call", NULL},
    {"kto_tag_not_boolean", "kto_tag", RULE_TYPE, "boolean", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule sharegpt_preference[] = {
    FTEXT_RULES("", conversations),
    {"last_message_not_human", "conversations", RULE_LAST,
     "from=human|observation", NULL},
    {"missing_key", "", RULE_REQUIRED, "chosen rejected", NULL},
    FTEXT_RULES("chosen", turn),
    FTEXT_RULES("rejected", turn),
    {"answer_not_gpt", "chosen.from", RULE_ONE_OF, "gpt function_call", NULL},
    {"answer_not_gpt", "rejected.from", RULE_ONE_OF, "gpt function_call", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_alpaca[] = {
    {"", "", RULE_REQUIRED, "instruction output", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_alpaca_preference[] = {
    {"", "", RULE_REQUIRED, "instruction chosen rejected", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_sharegpt[] = {
    {"", "", RULE_REQUIRED, "conversations", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_sharegpt_preference[] = {
    {"", "", RULE_REQUIRED, "conversations chosen rejected", NULL},
    FTEXT_RULES_END,
};

static const ftext_role roles[] = {
    {"system", "system"}, {"developer", "system"}, {"user", "human"},
    {"assistant", "gpt"}, {"tool", "observation"}, {NULL, NULL},
};

static const ftext_dialect dialect = {
    .role_key = "from",
    .content_key = "value",
    .roles = roles,
    .keys = "",
    .content = CONTENT_STRING,
    .calls_as_content = true,
};

static const ftext_layout alpaca_layout = {
    .form = FORM_PAIR,
    .dialect = &ftext_string_dialect,
    .prompt = "instruction",
    .input = "input",
    .joint = "\\n",
    .answer = "output",
    .system = "system",
    .system_as = SYSTEM_STRING,
    .history = "history",
    .extras = "kto_tag images videos audios",
};

static const ftext_layout alpaca_preference_layout = {
    .form = FORM_PAIR,
    .dialect = &ftext_string_dialect,
    .prompt = "instruction",
    .input = "input",
    .joint = "\\n",
    .answer = "chosen",
    .rejected = "rejected",
    .system = "system",
    .system_as = SYSTEM_STRING,
    .history = "history",
    .extras = "images videos audios",
};

static const ftext_layout sharegpt_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "conversations",
    .system = "system",
    .system_as = SYSTEM_STRING,
    .tools_as_text = "tools",
    .extras = "kto_tag images videos audios",
};

static const ftext_layout sharegpt_preference_layout = {
    .form = FORM_LISTS,
    .dialect = &dialect,
    .prompt = "conversations",
    .answer = "chosen",
    .rejected = "rejected",
    .answer_as = ANSWER_MESSAGE,
    .last_answers = true,
    .system = "system",
    .system_as = SYSTEM_STRING,
    .tools_as_text = "tools",
    .extras = "images videos audios",
};

#define NOTE "LLaMA-Factory, 2026-11: no limit but the model's context. "

const ftext_target ftext_llamafactory_targets[] = {
    {
        .name = "alpaca",
        .preference = "alpaca-preference",
        .when = when_alpaca,
        .rules = alpaca,
        .layout = &alpaca_layout,
        .example = "{\"instruction\":\"Classify.\",\"input\":\"Where is my "
                   "card?\",\"output\":\"11\"}",
        .note = NOTE "The user's turn is instruction, newline, input.",
    },
    {
        .name = "alpaca-preference",
        .preference = "alpaca-preference",
        .when = when_alpaca_preference,
        .rules = alpaca_preference,
        .layout = &alpaca_preference_layout,
        .example = "{\"instruction\":\"Where is my card?\",\"chosen\":\"On its "
                   "way.\",\"rejected\":\"No idea.\"}",
        .note = NOTE,
    },
    {
        .name = "sharegpt",
        .preference = "sharegpt-preference",
        .when = when_sharegpt,
        .rules = sharegpt,
        .layout = &sharegpt_layout,
        .example = "{\"conversations\":[{\"from\":\"human\",\"value\":\"Where "
                   "is my card?\"},{\"from\":\"gpt\",\"value\":\"11\"}]}",
        .note = NOTE,
    },
    {
        .name = "sharegpt-preference",
        .preference = "sharegpt-preference",
        .when = when_sharegpt_preference,
        .rules = sharegpt_preference,
        .layout = &sharegpt_preference_layout,
        .example = "{\"conversations\":[{\"from\":\"human\",\"value\":\"Where "
                   "is my card?\"}],\"chosen\":{\"from\":\"gpt\",\"value\":"
                   "\"On its way.\"},\"rejected\":{\"from\":\"gpt\","
                   "\"value\":\"No idea.\"}}",
        .note = NOTE,
    },
    {.name = NULL},
};
