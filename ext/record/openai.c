/*
** OpenAI: completions, chat, preference (DPO), reinforcement (RFT).
**
** Shapes: OpenAI's OpenAPI file of 2025-07-04.  Rule names: those of the
** cookbook's Chat_finetuning_data_prep where it has one, those of
** prepare_data's validators (openai-python 0.27) for completions.
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_role roles[] = {
    {"system", "system"}, {"developer", "developer"},
    {"user", "user"},     {"assistant", "assistant"},
    {"tool", "tool"},     {"function", "function"},
    {NULL, NULL},
};

const ftext_dialect ftext_openai_dialect = {
    .role_key = "role",
    .content_key = "content",
    .roles = roles,
    .keys = "name weight tool_calls tool_call_id function_call refusal",
    .content = CONTENT_ANY,
};

static const ftext_rule part_rules[] = {
    {"invalid_content_part", "", RULE_TYPE, "object", NULL},
    {"invalid_content_part", "", RULE_REQUIRED, "type", NULL},
    {"invalid_content_part", "type", RULE_ONE_OF, "text image_url refusal",
     NULL},
    {"invalid_content_part", "{type=text}", RULE_REQUIRED, "text", NULL},
    {"invalid_content_part", "{type=text}.text", RULE_TYPE, "string", NULL},
    {"invalid_content_part", "{type=image_url}", RULE_REQUIRED, "image_url",
     NULL},
    {"invalid_content_part", "image_url", RULE_TYPE, "object", NULL},
    {"invalid_content_part", "image_url", RULE_REQUIRED, "url", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule call_rules[] = {
    {"invalid_tool_call", "", RULE_TYPE, "object", NULL},
    {"invalid_tool_call", "", RULE_REQUIRED, "id type function", NULL},
    {"invalid_tool_call", "id", RULE_TYPE, "string", NULL},
    {"invalid_tool_call", "type", RULE_ONE_OF, "function", NULL},
    {"invalid_tool_call", "function", RULE_REQUIRED, "name arguments", NULL},
    {"invalid_tool_call", "function.name", RULE_TYPE, "string", NULL},
    {"invalid_arguments", "function.arguments", RULE_JSON_TEXT, NULL, NULL},
    FTEXT_RULES_END,
};

const ftext_rule ftext_message_rules[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"message_missing_key", "", RULE_REQUIRED, "role", NULL},
    {"message_missing_key", "{role!=assistant}", RULE_REQUIRED, "content",
     NULL},
    {"message_missing_key", "{role=assistant&!tool_calls&!function_call}",
     RULE_REQUIRED, "content", NULL},
    {"message_unrecognized_key", "", RULE_KEYS,
     "role content name weight tool_calls tool_call_id function_call refusal",
     NULL},
    {"missing_content", "content", RULE_TYPE, "string null array", NULL},
    {"missing_content", "{role=system|developer|user}.content", RULE_TYPE,
     "string array", NULL},
    {"missing_content", "{role=system|developer|user}.content", RULE_FILLED,
     NULL, NULL},
    {"missing_content",
     "{role=assistant&!tool_calls&!function_call&!refusal}.content", RULE_TYPE,
     "string array", NULL},
    {"missing_content",
     "{role=assistant&!tool_calls&!function_call&!refusal}.content",
     RULE_FILLED, NULL, NULL},
    FTEXT_RULES("content[]", part_rules),
    {"image_not_from_user", "{role!=user}.content[].type", RULE_ONE_OF,
     "text refusal", NULL},
    {"invalid_weight", "weight", RULE_INTEGER, "0 1", NULL},
    {"weight_not_on_assistant", "{role!=assistant}", RULE_FORBIDDEN, "weight",
     NULL},
    {"invalid_name", "name", RULE_CHARACTERS, "1 64 _-", NULL},
    {"invalid_tool_call", "tool_calls", RULE_TYPE, "array", NULL},
    {"invalid_tool_call", "tool_calls", RULE_FILLED, NULL, NULL},
    FTEXT_RULES("tool_calls[]", call_rules),
    {"tool_calls_not_on_assistant", "{role!=assistant}", RULE_FORBIDDEN,
     "tool_calls function_call", NULL},
    {"invalid_function_call", "function_call", RULE_TYPE, "object", NULL},
    {"invalid_function_call", "function_call", RULE_REQUIRED, "name arguments",
     NULL},
    {"invalid_arguments", "function_call.arguments", RULE_JSON_TEXT, NULL,
     NULL},
    {"missing_tool_call_id", "{role=tool}", RULE_REQUIRED, "tool_call_id",
     NULL},
    FTEXT_RULES_END,
};

static const ftext_rule tool_rules[] = {
    {"invalid_tool", "tools", RULE_TYPE, "array", NULL},
    {"invalid_tool", "tools[]", RULE_TYPE, "object", NULL},
    {"invalid_tool", "tools[]", RULE_REQUIRED, "type function", NULL},
    {"invalid_tool", "tools[].type", RULE_ONE_OF, "function", NULL},
    {"invalid_tool", "tools[].function", RULE_TYPE, "object", NULL},
    {"invalid_tool", "tools[].function", RULE_REQUIRED, "name", NULL},
    {"invalid_tool", "tools[].function.name", RULE_CHARACTERS, "1 64 _-", NULL},
    {"invalid_tool", "tools[].function.parameters", RULE_SCHEMA, NULL, NULL},
    {"invalid_functions", "functions", RULE_TYPE, "array", NULL},
    {"invalid_functions", "functions", RULE_COUNT, "1 128", NULL},
    {"invalid_functions", "functions[]", RULE_REQUIRED, "name", NULL},
    {"invalid_functions", "functions[].parameters", RULE_SCHEMA, NULL, NULL},
    {"invalid_parallel_tool_calls", "parallel_tool_calls", RULE_TYPE, "boolean",
     NULL},
    FTEXT_RULES_END,
};

const ftext_rule ftext_chat_rules[] = {
    {"missing_messages_list", "", RULE_REQUIRED, "messages", NULL},
    {"missing_messages_list", "messages", RULE_TYPE, "array", NULL},
    {"missing_messages_list", "messages", RULE_FILLED, NULL, NULL},
    FTEXT_RULES("messages[]", ftext_message_rules),
    FTEXT_RULES("", tool_rules),
    FTEXT_RULES_END,
};

static const ftext_rule chat[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    FTEXT_RULES("", ftext_chat_rules),
    {"unrecognized_role", "messages[].role", RULE_ONE_OF,
     "system user assistant tool function", NULL},
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
    {"not_text_only", "[].content[].type", RULE_ONE_OF, "text", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule dpo[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED,
     "input preferred_output non_preferred_output", NULL},
    {"data_type", "input", RULE_TYPE, "object", NULL},
    FTEXT_RULES("input", ftext_chat_rules),
    {"unrecognized_role", "input.messages[].role", RULE_ONE_OF,
     "system user assistant tool function developer", NULL},
    {"example_missing_user_message", "input.messages", RULE_SOME, "role=user",
     NULL},
    {"not_one_turn", "input.messages", RULE_AT_MOST, "1 role=user", NULL},
    {"not_text_only", "input.messages[].content[].type", RULE_ONE_OF, "text",
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
     "developer user assistant tool", NULL},
    {"last_message_not_user", "messages", RULE_LAST, "role=user", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule completion[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"necessary_column", "", RULE_REQUIRED, "prompt completion", NULL},
    {"additional_column", "", RULE_KEYS, "prompt completion", NULL},
    {"data_type", "prompt", RULE_TYPE, "string", NULL},
    {"data_type", "completion", RULE_TYPE, "string", NULL},
    {"empty_completion", "completion", RULE_FILLED, NULL, NULL},
    FTEXT_RULES_END,
};

const ftext_rule ftext_when_messages[] = {
    {"", "", RULE_REQUIRED, "messages", NULL},
    FTEXT_RULES_END,
};

const ftext_rule ftext_when_pair[] = {
    {"", "", RULE_REQUIRED, "prompt completion", NULL},
    {"", "prompt", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

const ftext_rule ftext_when_text[] = {
    {"", "", RULE_REQUIRED, "text", NULL},
    FTEXT_RULES_END,
};

const ftext_rule ftext_when_preference[] = {
    {"", "", RULE_REQUIRED, "input preferred_output", NULL},
    FTEXT_RULES_END,
};

const ftext_rule ftext_when_reinforcement[] = {
    {"", "", RULE_REQUIRED, "messages", NULL},
    {"", "", RULE_OTHER_KEYS,
     "messages tools parallel_tool_calls functions weight", NULL},
    {"", "messages", RULE_TYPE, "array", NULL},
    {"", "messages", RULE_LAST, "role=user", NULL},
    FTEXT_RULES_END,
};

const ftext_layout ftext_chat_layout = {
    .form = FORM_LIST,
    .dialect = &ftext_openai_dialect,
    .prompt = "messages",
    .extras = "tools parallel_tool_calls functions",
};

const ftext_layout ftext_preference_layout = {
    .form = FORM_LISTS,
    .dialect = &ftext_openai_dialect,
    .within = "input",
    .prompt = "messages",
    .answer = "preferred_output",
    .rejected = "non_preferred_output",
    .last_answers = true,
    .extras = "tools parallel_tool_calls",
};

const ftext_layout ftext_reinforcement_layout = {
    .form = FORM_LIST,
    .dialect = &ftext_openai_dialect,
    .prompt = "messages",
    .answer = "reference_answer",
    .extras = "*",
};

const ftext_layout ftext_pair_layout = {
    .form = FORM_PAIR,
    .dialect = &ftext_openai_dialect,
    .prompt = "prompt",
    .answer = "completion",
};

const ftext_layout ftext_text_layout = {
    .form = FORM_TEXT,
    .dialect = &ftext_openai_dialect,
    .prompt = "text",
};

static const ftext_model_limit completion_models[] = {
    {"ada", 2048},      {"babbage", 2048},  {"curie", 2048}, {"davinci", 2048},
    {"babbage-002", 0}, {"davinci-002", 0}, {NULL, 0},
};

static const ftext_model_limit chat_models[] = {
    {"gpt-4o", 65536},
    {"gpt-4.1", 65536},
    {"gpt-3.5-turbo", 16385},
    {"gpt-3.5-turbo-0613", 4096},
    {NULL, 0},
};

#define HALF_GIB (UINT64_C(512) << 20)

const ftext_target ftext_openai_targets[] = {
    {
        .name = "completion",
        .when = ftext_when_pair,
        .rules = completion,
        .layout = &ftext_pair_layout,
        .example = "{\"prompt\":\"Where is my card?\\n\\n###\\n\\n\","
                   "\"completion\":\" 11\"}",
        .min_rows = 10,
        .max_bytes = HALF_GIB,
        .models = completion_models,
        .note = "OpenAI docs, 2025-07: at least 10 examples, file at most "
                "512 MB. OpenAI fine-tuning guide, 2021 to 2023: prompt and "
                "completion "
                "at most 2048 tokens for ada, babbage, curie and davinci.",
    },
    {
        .name = "openai-chat",
        .when = ftext_when_messages,
        .rules = chat,
        .layout = &ftext_chat_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .min_rows = 10,
        .max_tokens = 65536,
        .max_bytes = HALF_GIB,
        .models = chat_models,
        .note = "OpenAI docs, 2025-07: at least 10 examples, file at most "
                "512 MB, 65,536 tokens (gpt-4o, gpt-4o-mini; gpt-4.1 not "
                "verified), 16,385 (gpt-3.5-turbo-0125 and -1106), 4,096 "
                "(-0613); longer ones lose their end. Last new jobs "
                "2027-01-06 (OpenAI deprecations page, 2026-11).",
    },
    {
        .name = "openai-dpo",
        .preference = "openai-dpo",
        .when = ftext_when_preference,
        .rules = dpo,
        .layout = &ftext_preference_layout,
        .example = "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":"
                   "\"Where is my card?\"}]},\"preferred_output\":[{\"role\":"
                   "\"assistant\",\"content\":\"On its way.\"}],"
                   "\"non_preferred_output\":[{\"role\":\"assistant\","
                   "\"content\":\"No idea.\"}]}",
        .min_rows = 10,
        .max_bytes = HALF_GIB,
        .note = "OpenAI docs, 2025-07: at least 10 examples, file at most "
                "512 MB, one turn, text only.",
    },
    {
        .name = "openai-rft",
        .when = ftext_when_reinforcement,
        .rules = rft,
        .layout = &ftext_reinforcement_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"}],\"reference_answer\":\"11\"}",
        .max_bytes = HALF_GIB,
        .note = "OpenAI docs, 2025-07: file at most 512 MB; the last message "
                "is the user's; other keys are the grader's.",
    },
    {.name = NULL},
};
