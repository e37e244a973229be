/*
** axolotl: the shapes of its prompt strategies (axolotl docs, 2026-11).
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_rule chat[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_messages_list", "", RULE_REQUIRED, "messages", NULL},
    {"missing_messages_list", "messages", RULE_TYPE, "array", NULL},
    {"missing_messages_list", "messages", RULE_FILLED, NULL, NULL},
    {"data_type", "messages[]", RULE_TYPE, "object", NULL},
    {"message_missing_key", "messages[]", RULE_REQUIRED, "role", NULL},
    {"message_missing_key", "messages[!tool_calls]", RULE_REQUIRED, "content",
     NULL},
    {"unrecognized_role", "messages[].role", RULE_ONE_OF,
     "system user assistant tool developer", NULL},
    {"missing_content", "messages[].content", RULE_TYPE, "string array null",
     NULL},
    {"example_missing_assistant_message", "messages", RULE_SOME,
     "role=assistant", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule alpaca[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "instruction output", NULL},
    {"data_type", "instruction", RULE_TYPE, "string", NULL},
    {"data_type", "input", RULE_TYPE, "string", NULL},
    {"data_type", "output", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule context[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "article question answer", NULL},
    {"data_type", "article", RULE_TYPE, "string", NULL},
    {"data_type", "question", RULE_TYPE, "string", NULL},
    {"data_type", "answer", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule text[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "text", NULL},
    {"data_type", "text", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule segments[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "segments", NULL},
    {"data_type", "segments", RULE_TYPE, "array", NULL},
    {"data_type", "segments", RULE_FILLED, NULL, NULL},
    {"missing_key", "segments[]", RULE_REQUIRED, "label text", NULL},
    {"label_not_boolean", "segments[].label", RULE_TYPE, "boolean", NULL},
    {"data_type", "segments[].text", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule tokens[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "input_ids attention_mask labels", NULL},
    {"data_type", "input_ids", RULE_TYPE, "array", NULL},
    {"data_type", "attention_mask", RULE_TYPE, "array", NULL},
    {"data_type", "labels", RULE_TYPE, "array", NULL},
    {"data_type", "input_ids[]", RULE_INTEGER, "0 4294967295", NULL},
    {"data_type", "attention_mask[]", RULE_INTEGER, "0 1", NULL},
    {"data_type", "labels[]", RULE_INTEGER, "-100 4294967295", NULL},
    {"lengths_differ", "", RULE_SAME_COUNT, "input_ids attention_mask labels",
     NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_alpaca[] = {
    {"", "", RULE_REQUIRED, "instruction output", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_context[] = {
    {"", "", RULE_REQUIRED, "article question answer", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_segments[] = {
    {"", "", RULE_REQUIRED, "segments", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_tokens[] = {
    {"", "", RULE_REQUIRED, "input_ids", NULL},
    FTEXT_RULES_END,
};

static const ftext_layout alpaca_layout = {
    .form = FORM_PAIR,
    .dialect = &ftext_string_dialect,
    .prompt = "instruction",
    .input = "input",
    .joint = "\\n",
    .answer = "output",
};

static const ftext_layout context_layout = {
    .form = FORM_PAIR,
    .dialect = &ftext_string_dialect,
    .prompt = "article",
    .input = "question",
    .input_required = true,
    .joint = "\\n===\\n",
    .answer = "answer",
};

static const ftext_layout no_layout = {
    .form = FORM_NONE,
    .dialect = &ftext_string_dialect,
};

#define NOTE "axolotl docs, 2026-11: no limit but the model's context. "

const ftext_target ftext_axolotl_targets[] = {
    {
        .name = "axolotl",
        .writes = "axolotl-chat",
        .members = "axolotl-alpaca axolotl-context-qa axolotl-segments "
                   "axolotl-tokens axolotl-chat axolotl-completion",
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .shape_rule = "unrecognized_format",
        .note = NOTE "Any of the types below.",
    },
    {
        .name = "axolotl-chat",
        .when = ftext_when_messages,
        .rules = chat,
        .layout = &ftext_chat_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .note = NOTE "type: chat_template.",
    },
    {
        .name = "axolotl-alpaca",
        .when = when_alpaca,
        .rules = alpaca,
        .layout = &alpaca_layout,
        .example = "{\"instruction\":\"Classify.\",\"input\":\"Where is my "
                   "card?\",\"output\":\"11\"}",
        .note = NOTE "type: alpaca.",
    },
    {
        .name = "axolotl-context-qa",
        .when = when_context,
        .rules = context,
        .layout = &context_layout,
        .example = "{\"article\":\"Cards take a week.\",\"question\":\"Where "
                   "is my card?\",\"answer\":\"On its way.\"}",
        .note = NOTE "type: context_qa.",
    },
    {
        .name = "axolotl-completion",
        .when = ftext_when_text,
        .rules = text,
        .layout = &ftext_text_layout,
        .example = "{\"text\":\"My card is on its way.\"}",
        .note = NOTE "type: completion.",
    },
    {
        .name = "axolotl-segments",
        .when = when_segments,
        .rules = segments,
        .layout = &no_layout,
        .example = "{\"segments\":[{\"label\":false,\"text\":\"Where is my "
                   "card?\"},{\"label\":true,\"text\":\" 11\"}]}",
        .note = NOTE "type: input_output. Only ftext_validate knows it.",
    },
    {
        .name = "axolotl-tokens",
        .when = when_tokens,
        .rules = tokens,
        .layout = &no_layout,
        .example = "{\"input_ids\":[271,318],\"attention_mask\":[1,1],"
                   "\"labels\":[-100,318]}",
        .note = NOTE "Pretokenized. Only ftext_validate knows it.",
    },
    {.name = NULL},
};
