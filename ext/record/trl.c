/*
** Hugging Face TRL: its dataset types, standard and conversational
** (TRL docs, "Dataset formats and types", 2026-11).
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_rule list[] = {
    {"data_type", "", RULE_TYPE, "array", NULL},
    {"missing_content", "", RULE_FILLED, NULL, NULL},
    {"data_type", "[]", RULE_TYPE, "object", NULL},
    {"message_missing_key", "[]", RULE_REQUIRED, "role", NULL},
    {"message_missing_key", "[!tool_calls]", RULE_REQUIRED, "content", NULL},
    {"unrecognized_role", "[].role", RULE_ONE_OF,
     "system developer user assistant tool", NULL},
    {"missing_content", "[].content", RULE_TYPE, "string array null", NULL},
    {"missing_content", "[!tool_calls].content", RULE_TYPE, "string array",
     NULL},
    {"invalid_tool_call", "[].tool_calls", RULE_TYPE, "array", NULL},
    {"invalid_tool_call", "[].tool_calls[]", RULE_TYPE, "object", NULL},
    {"invalid_tool_call", "[].tool_calls[]", RULE_REQUIRED, "function", NULL},
    {"invalid_tool_call", "[].tool_calls[].function", RULE_TYPE, "object",
     NULL},
    {"invalid_tool_call", "[].tool_calls[].function", RULE_REQUIRED,
     "name arguments", NULL},
    {"arguments_not_object", "[].tool_calls[].function.arguments", RULE_TYPE,
     "object", NULL},
    {"tool_message_missing_name", "[role=tool]", RULE_REQUIRED, "name", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule tools[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"invalid_tool", "tools", RULE_TYPE, "array string", NULL},
    {"invalid_tool", "{tools}.tools[].function", RULE_REQUIRED, "name", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule text[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "text", NULL},
    {"data_type", "text", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule messages[] = {
    FTEXT_RULES("", tools),
    {"missing_key", "", RULE_REQUIRED, "messages", NULL},
    FTEXT_RULES("messages", list),
    {"example_missing_assistant_message", "messages", RULE_SOME,
     "role=assistant", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule prompt[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "prompt", NULL},
    {"data_type", "prompt", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule prompt_chat[] = {
    FTEXT_RULES("", tools),
    {"missing_key", "", RULE_REQUIRED, "prompt", NULL},
    FTEXT_RULES("prompt", list),
    {"prompt_ends_with_assistant", "prompt", RULE_LAST, "role!=assistant",
     NULL},
    FTEXT_RULES_END,
};

static const ftext_rule completion[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "prompt completion", NULL},
    {"data_type", "prompt", RULE_TYPE, "string", NULL},
    {"data_type", "completion", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule completion_chat[] = {
    FTEXT_RULES("", tools),
    {"missing_key", "", RULE_REQUIRED, "prompt completion", NULL},
    FTEXT_RULES("prompt", list),
    FTEXT_RULES("completion", list),
    {"completion_missing_assistant_message", "completion", RULE_SOME,
     "role=assistant", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule label[] = {
    {"missing_key", "", RULE_REQUIRED, "label", NULL},
    {"label_not_boolean", "label", RULE_TYPE, "boolean", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule unpaired[] = {
    FTEXT_RULES("", completion),
    FTEXT_RULES("", label),
    FTEXT_RULES_END,
};

static const ftext_rule unpaired_chat[] = {
    FTEXT_RULES("", completion_chat),
    FTEXT_RULES("", label),
    FTEXT_RULES_END,
};

static const ftext_rule implicit[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "chosen rejected", NULL},
    {"data_type", "chosen", RULE_TYPE, "string", NULL},
    {"data_type", "rejected", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule implicit_chat[] = {
    FTEXT_RULES("", tools),
    {"missing_key", "", RULE_REQUIRED, "chosen rejected", NULL},
    FTEXT_RULES("chosen", list),
    FTEXT_RULES("rejected", list),
    {"answer_missing_assistant_message", "chosen", RULE_LAST, "role=assistant",
     NULL},
    {"answer_missing_assistant_message", "rejected", RULE_LAST,
     "role=assistant", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule preference[] = {
    FTEXT_RULES("", implicit),
    FTEXT_RULES("", prompt),
    FTEXT_RULES_END,
};

static const ftext_rule preference_chat[] = {
    FTEXT_RULES("", implicit_chat),
    {"missing_key", "", RULE_REQUIRED, "prompt", NULL},
    FTEXT_RULES("prompt", list),
    FTEXT_RULES_END,
};

static const ftext_rule stepwise[] = {
    FTEXT_RULES("", prompt),
    {"missing_key", "", RULE_REQUIRED, "completions labels", NULL},
    {"data_type", "completions", RULE_TYPE, "array", NULL},
    {"data_type", "completions[]", RULE_TYPE, "string", NULL},
    {"data_type", "labels", RULE_TYPE, "array", NULL},
    {"label_not_boolean", "labels[]", RULE_TYPE, "boolean", NULL},
    {"not_one_label_each", "", RULE_SAME_COUNT, "completions labels", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_prompt[] = {
    {"", "", RULE_REQUIRED, "prompt", NULL},
    {"", "prompt", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_prompt_chat[] = {
    {"", "", RULE_REQUIRED, "prompt", NULL},
    {"", "prompt", RULE_TYPE, "array", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_completion_chat[] = {
    FTEXT_RULES("", when_prompt_chat),
    {"", "", RULE_REQUIRED, "completion", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_unpaired[] = {
    FTEXT_RULES("", when_prompt),
    {"", "", RULE_REQUIRED, "completion label", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_unpaired_chat[] = {
    FTEXT_RULES("", when_completion_chat),
    {"", "", RULE_REQUIRED, "label", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_implicit[] = {
    {"", "", RULE_REQUIRED, "chosen rejected", NULL},
    {"", "chosen", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_implicit_chat[] = {
    {"", "", RULE_REQUIRED, "chosen rejected", NULL},
    {"", "chosen", RULE_TYPE, "array", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_preference[] = {
    FTEXT_RULES("", when_prompt),
    FTEXT_RULES("", when_implicit),
    FTEXT_RULES_END,
};

static const ftext_rule when_preference_chat[] = {
    FTEXT_RULES("", when_prompt_chat),
    FTEXT_RULES("", when_implicit_chat),
    FTEXT_RULES_END,
};

static const ftext_rule when_stepwise[] = {
    {"", "", RULE_REQUIRED, "prompt completions labels", NULL},
    FTEXT_RULES_END,
};

static const ftext_role roles[] = {
    {"system", "system"},       {"developer", "developer"}, {"user", "user"},
    {"assistant", "assistant"}, {"tool", "tool"},           {NULL, NULL},
};

static const ftext_dialect dialect = {
    .role_key = "role",
    .content_key = "content",
    .roles = roles,
    .keys = "name tool_calls tool_call_id thinking reasoning_content",
    .content = CONTENT_ANY,
    .argument_objects = true,
    .tool_names = true,
};

static const ftext_layout messages_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "messages",
    .extras = "tools",
};

static const ftext_layout prompt_layout = {
    .form = FORM_PAIR,
    .dialect = &dialect,
    .prompt = "prompt",
    .prompt_only = true,
};

static const ftext_layout prompt_chat_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "prompt",
    .prompt_only = true,
    .extras = "tools",
};

static const ftext_layout completion_chat_layout = {
    .form = FORM_LISTS,
    .dialect = &dialect,
    .prompt = "prompt",
    .answer = "completion",
    .extras = "tools",
};

static const ftext_layout unpaired_layout = {
    .form = FORM_PAIR,
    .dialect = &dialect,
    .prompt = "prompt",
    .answer = "completion",
    .default_key = "label",
    .default_value = "true",
    .extras = "label",
};

static const ftext_layout unpaired_chat_layout = {
    .form = FORM_LISTS,
    .dialect = &dialect,
    .prompt = "prompt",
    .answer = "completion",
    .default_key = "label",
    .default_value = "true",
    .extras = "label tools",
};

static const ftext_layout preference_layout = {
    .form = FORM_PAIR,
    .dialect = &dialect,
    .prompt = "prompt",
    .answer = "chosen",
    .rejected = "rejected",
};

static const ftext_layout preference_chat_layout = {
    .form = FORM_LISTS,
    .dialect = &dialect,
    .prompt = "prompt",
    .answer = "chosen",
    .rejected = "rejected",
    .extras = "tools",
};

static const ftext_layout implicit_layout = {
    .form = FORM_PAIR,
    .dialect = &dialect,
    .answer = "chosen",
    .rejected = "rejected",
};

static const ftext_layout implicit_chat_layout = {
    .form = FORM_LISTS,
    .dialect = &dialect,
    .answer = "chosen",
    .rejected = "rejected",
    .last_answers = true,
    .extras = "tools",
};

static const ftext_layout stepwise_layout = {
    .form = FORM_STEPS,
    .dialect = &dialect,
    .prompt = "prompt",
    .answer = "completions",
    .extras = "labels",
};

#define NOTE "TRL docs, 2026-11: no limit but the model's context. "
#define USER "[{\"role\":\"user\",\"content\":\"Where is my card?\"}]"
#define GOOD "[{\"role\":\"assistant\",\"content\":\"On its way.\"}]"
#define POOR "[{\"role\":\"assistant\",\"content\":\"No idea.\"}]"

const ftext_target ftext_trl_targets[] = {
    {
        .name = "trl",
        .writes = "trl-prompt-completion-chat",
        .members =
            "trl-preference-chat trl-preference trl-implicit-preference-chat "
            "trl-implicit-preference trl-unpaired-chat trl-unpaired "
            "trl-stepwise trl-prompt-completion-chat trl-prompt-completion "
            "trl-messages trl-text trl-prompt-chat trl-prompt",
        .preference = "trl-preference-chat",
        .example = "{\"prompt\":" USER ",\"completion\":" GOOD "}",
        .shape_rule = "unrecognized_format",
        .note = NOTE "Any of the types below.",
    },
    {
        .name = "trl-text",
        .when = ftext_when_text,
        .rules = text,
        .layout = &ftext_text_layout,
        .example = "{\"text\":\"My card is on its way.\"}",
        .note = NOTE "Language modeling: SFT.",
    },
    {
        .name = "trl-messages",
        .when = ftext_when_messages,
        .rules = messages,
        .layout = &messages_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .note = NOTE "Language modeling, conversational: SFT.",
    },
    {
        .name = "trl-prompt",
        .when = when_prompt,
        .rules = prompt,
        .layout = &prompt_layout,
        .example = "{\"prompt\":\"Where is my card?\"}",
        .note = NOTE "Prompt-only: GRPO, RLOO.",
    },
    {
        .name = "trl-prompt-chat",
        .when = when_prompt_chat,
        .rules = prompt_chat,
        .layout = &prompt_chat_layout,
        .example = "{\"prompt\":" USER "}",
        .note = NOTE "Prompt-only, conversational: GRPO, RLOO.",
    },
    {
        .name = "trl-prompt-completion",
        .when = ftext_when_pair,
        .rules = completion,
        .layout = &ftext_pair_layout,
        .example = "{\"prompt\":\"Where is my card?\",\"completion\":\"11\"}",
        .note = NOTE "Prompt-completion: SFT.",
    },
    {
        .name = "trl-prompt-completion-chat",
        .when = when_completion_chat,
        .rules = completion_chat,
        .layout = &completion_chat_layout,
        .example = "{\"prompt\":" USER ",\"completion\":" GOOD "}",
        .note = NOTE "Prompt-completion, conversational: SFT.",
    },
    {
        .name = "trl-preference",
        .preference = "trl-preference",
        .when = when_preference,
        .rules = preference,
        .layout = &preference_layout,
        .example = "{\"prompt\":\"Where is my card?\",\"chosen\":\"On its "
                   "way.\",\"rejected\":\"No idea.\"}",
        .note = NOTE "Preference: DPO, ORPO, CPO.",
    },
    {
        .name = "trl-preference-chat",
        .preference = "trl-preference-chat",
        .when = when_preference_chat,
        .rules = preference_chat,
        .layout = &preference_chat_layout,
        .example =
            "{\"prompt\":" USER ",\"chosen\":" GOOD ",\"rejected\":" POOR "}",
        .note = NOTE "Preference, conversational: DPO, ORPO, CPO.",
    },
    {
        .name = "trl-implicit-preference",
        .preference = "trl-implicit-preference",
        .when = when_implicit,
        .rules = implicit,
        .layout = &implicit_layout,
        .example = "{\"chosen\":\"On its way.\",\"rejected\":\"No idea.\"}",
        .note = NOTE "Preference with the prompt inside: Reward.",
    },
    {
        .name = "trl-implicit-preference-chat",
        .preference = "trl-implicit-preference-chat",
        .when = when_implicit_chat,
        .rules = implicit_chat,
        .layout = &implicit_chat_layout,
        .example = "{\"chosen\":[{\"role\":\"user\",\"content\":\"Where is my "
                   "card?\"},{\"role\":\"assistant\",\"content\":\"On its "
                   "way.\"}],\"rejected\":[{\"role\":\"user\",\"content\":"
                   "\"Where is my card?\"},{\"role\":\"assistant\","
                   "\"content\":\"No idea.\"}]}",
        .note = NOTE "Preference with the prompt inside, conversational: "
                     "Reward.",
    },
    {
        .name = "trl-unpaired",
        .when = when_unpaired,
        .rules = unpaired,
        .layout = &unpaired_layout,
        .example = "{\"prompt\":\"Where is my card?\",\"completion\":\"On its "
                   "way.\",\"label\":true}",
        .note = NOTE "Unpaired preference: KTO, BCO.",
    },
    {
        .name = "trl-unpaired-chat",
        .when = when_unpaired_chat,
        .rules = unpaired_chat,
        .layout = &unpaired_chat_layout,
        .example =
            "{\"prompt\":" USER ",\"completion\":" GOOD ",\"label\":true}",
        .note = NOTE "Unpaired preference, conversational: KTO, BCO.",
    },
    {
        .name = "trl-stepwise",
        .when = when_stepwise,
        .rules = stepwise,
        .layout = &stepwise_layout,
        .example = "{\"prompt\":\"Which is larger, 9.9 or 9.11?\","
                   "\"completions\":[\"9.9 is 9.90.\",\"9.11 is larger.\"],"
                   "\"labels\":[true,false]}",
        .note = NOTE "Stepwise supervision: PRM.",
    },
    {.name = NULL},
};
