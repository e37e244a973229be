/*
** Mistral: the API's chat shape, its classifiers, and mistral-finetune.
**
** Names for `mistral` are the exceptions of mistral-common (V3 validator,
** fine-tuning mode, 2026-11); names for `mistral-finetune` are the four
** lists of its validate_data.py (2026-11), which calls the same validator.
*/
#include "record/targets.h"

#include <stddef.h>

#define FOLLOWS                                                                \
  "role system>user,assistant,system user>assistant,system,user "              \
  "assistant>assistant,user,tool tool>assistant,tool,user"

static const ftext_rule chat[] = {
    {"InvalidRequestException", "", RULE_TYPE, "object", NULL},
    {"InvalidRequestException", "", RULE_REQUIRED, "messages", NULL},
    {"InvalidRequestException", "messages", RULE_TYPE, "array", NULL},
    {"InvalidMessageStructureException", "messages", RULE_FILLED, NULL, NULL},
    {"InvalidRequestException", "messages[]", RULE_TYPE, "object", NULL},
    {"InvalidRequestException", "messages[]", RULE_REQUIRED, "role", NULL},
    {"InvalidRequestException", "messages[].role", RULE_ONE_OF,
     "system user assistant tool", NULL},
    {"InvalidSystemPromptException", "messages[role=system]", RULE_SOME_KEY,
     "content", NULL},
    {"InvalidRequestException", "messages[role=user|tool]", RULE_SOME_KEY,
     "content", NULL},
    {"InvalidRequestException", "messages[].content", RULE_TYPE,
     "string null array", NULL},
    {"InvalidAssistantMessageException",
     "messages[role=assistant&!content&!tool_calls]", RULE_REQUIRED,
     "content tool_calls", NULL},
    {"InvalidAssistantMessageException",
     "messages[role=assistant&content&tool_calls]", RULE_FORBIDDEN, "content",
     NULL},
    {"InvalidAssistantMessageException", "messages[role=assistant].weight",
     RULE_INTEGER, "0 1", NULL},
    {"InvalidRequestException", "messages[role!=assistant]", RULE_FORBIDDEN,
     "weight tool_calls", NULL},
    {"InvalidRequestException", "messages[].tool_calls", RULE_TYPE, "array",
     NULL},
    {"InvalidFunctionCallException", "messages[].tool_calls[]", RULE_TYPE,
     "object", NULL},
    {"InvalidFunctionCallException", "messages[].tool_calls[]", RULE_REQUIRED,
     "id function", NULL},
    {"InvalidFunctionCallException", "messages[].tool_calls[].id",
     RULE_CHARACTERS, "9 9", NULL},
    {"InvalidFunctionCallException", "messages[].tool_calls[].function",
     RULE_TYPE, "object", NULL},
    {"InvalidFunctionCallException", "messages[].tool_calls[].function",
     RULE_REQUIRED, "name arguments", NULL},
    {"InvalidFunctionCallException", "messages[].tool_calls[].function.name",
     RULE_CHARACTERS, "1 64 _-", NULL},
    {"InvalidFunctionCallException",
     "messages[].tool_calls[].function.arguments", RULE_JSON_TEXT, NULL, NULL},
    {"InvalidRequestException", "messages[role=tool]", RULE_REQUIRED,
     "tool_call_id", NULL},
    {"InvalidToolMessageException", "messages[role=tool].tool_call_id",
     RULE_CHARACTERS, "9 9", NULL},
    {"InvalidToolMessageException", "messages[role=tool].name", RULE_CHARACTERS,
     "1 64 _-", NULL},
    {"InvalidMessageStructureException", "messages", RULE_LAST,
     "role=assistant", NULL},
    {"InvalidMessageStructureException", "messages", RULE_FOLLOWS, FOLLOWS,
     NULL},
    {"InvalidMessageStructureException", "messages", RULE_ANSWERED, NULL, NULL},
    {"InvalidMessageStructureException", "messages", RULE_TOOL_REPLIES, NULL,
     NULL},
    {"InvalidToolException", "tools", RULE_TYPE, "array", NULL},
    {"InvalidToolException", "tools[]", RULE_REQUIRED, "function", NULL},
    {"InvalidToolException", "tools[].function", RULE_REQUIRED,
     "name parameters", NULL},
    {"InvalidToolException", "tools[].function.name", RULE_CHARACTERS,
     "1 64 _-", NULL},
    {"InvalidToolSchemaException", "tools[].function.parameters", RULE_SCHEMA,
     NULL, NULL},
    FTEXT_RULES_END,
};

static const ftext_rule classifier[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_ONE_KEY, "text messages", NULL},
    {"missing_key", "", RULE_REQUIRED, "labels", NULL},
    {"data_type", "text", RULE_TYPE, "string", NULL},
    {"data_type", "messages", RULE_TYPE, "array", NULL},
    {"data_type", "messages", RULE_FILLED, NULL, NULL},
    {"data_type", "messages[]", RULE_TYPE, "object", NULL},
    {"message_missing_key", "messages[]", RULE_REQUIRED, "role content", NULL},
    {"data_type", "messages[].role", RULE_TYPE, "string", NULL},
    {"data_type", "messages[].content", RULE_TYPE, "string array", NULL},
    {"data_type", "messages[].content[]", RULE_TYPE, "object", NULL},
    {"invalid_labels", "labels", RULE_TYPE, "object", NULL},
    {"invalid_labels", "labels", RULE_FILLED, NULL, NULL},
    {"invalid_labels", "labels.*", RULE_TYPE, "string array", NULL},
    {"invalid_labels", "labels.*[]", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule finetune_message[] = {
    {"message_format_errors", "", RULE_TYPE, "object", NULL},
    {"message_format_errors", "", RULE_REQUIRED, "role", NULL},
    {"message_format_errors", "role", RULE_ONE_OF, "system user assistant tool",
     NULL},
    {"message_format_errors", "", RULE_NOT_ALL_KEYS, "content text", NULL},
    {"message_format_errors", "{!tool_calls}", RULE_SOME_KEY, "content text",
     NULL},
    {"message_format_errors", "content", RULE_TYPE, "string null", NULL},
    {"message_format_errors", "text", RULE_TYPE, "string null", NULL},
    {"message_format_errors", "{role=tool}", RULE_REQUIRED, "tool_call_id",
     NULL},
    {"message_format_errors", "tool_calls", RULE_TYPE, "array", NULL},
    {"message_format_errors", "tool_calls[]", RULE_TYPE, "object", NULL},
    {"message_format_errors", "tool_calls[]", RULE_REQUIRED, "id function",
     NULL},
    {"message_format_errors", "tool_calls[].function", RULE_TYPE, "object",
     NULL},
    {"message_format_errors", "tool_calls[].function", RULE_REQUIRED,
     "name arguments", NULL},
    {"message_format_errors", "tool_calls[].function.arguments", RULE_TYPE,
     "string", NULL},
    {"conversation_format_errors", "tool_calls[].id", RULE_CHARACTERS, "9 9",
     NULL},
    {"conversation_format_errors", "tool_calls[].function.name",
     RULE_CHARACTERS, "1 64 _-", NULL},
    {"conversation_format_errors", "{role=tool}.tool_call_id", RULE_CHARACTERS,
     "9 9", NULL},
    {"conversation_format_errors", "{role=tool}.name", RULE_CHARACTERS,
     "1 64 _-", NULL},
    {"conversation_format_errors", "{role=assistant&content&tool_calls}",
     RULE_FORBIDDEN, "content", NULL},
    {"conversation_format_errors", "{role=assistant&!tool_calls}.content",
     RULE_FILLED, NULL, NULL},
    {"conversation_format_errors", "weight", RULE_INTEGER, "0 1", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule finetune_list[] = {
    {"conversation_format_errors", "", RULE_TYPE, "array", NULL},
    {"conversation_format_errors", "", RULE_FILLED, NULL, NULL},
    FTEXT_RULES("[]", finetune_message),
    {"message_format_errors", "", RULE_AT_MOST, "1 role=system", NULL},
    {"conversation_format_errors", "", RULE_LAST, "role=assistant", NULL},
    {"conversation_format_errors", "", RULE_FOLLOWS, FOLLOWS, NULL},
    {"conversation_format_errors", "", RULE_TOOL_REPLIES, NULL, NULL},
    FTEXT_RULES_END,
};

static const ftext_rule no_system[] = {
    {"message_format_errors", "[].role", RULE_ONE_OF, "user assistant tool",
     NULL},
    FTEXT_RULES_END,
};

static const ftext_rule finetune_tool[] = {
    {"conversation_format_errors", "", RULE_REQUIRED, "function", NULL},
    {"conversation_format_errors", "function", RULE_REQUIRED,
     "name description parameters", NULL},
    {"conversation_format_errors", "function.parameters", RULE_SCHEMA, NULL,
     NULL},
    {"conversation_format_errors", "function.name", RULE_CHARACTERS, "1 64 _-",
     NULL},
    FTEXT_RULES_END,
};

static const ftext_rule finetune[] = {
    {"conversation_format_errors", "", RULE_TYPE, "object", NULL},
    {"conversation_format_errors", "", RULE_ONE_KEY, "messages interactions",
     NULL},
    {"conversation_format_errors", "", RULE_NOT_ALL_KEYS,
     "tools available_tools", NULL},
    {"conversation_format_errors", "system_prompt", RULE_TYPE, "string null",
     NULL},
    FTEXT_RULES("messages", finetune_list),
    FTEXT_RULES("interactions", finetune_list),
    FTEXT_RULES("{system_prompt}.messages", no_system),
    FTEXT_RULES("{system_prompt}.interactions", no_system),
    FTEXT_RULES("tools[]", finetune_tool),
    FTEXT_RULES("available_tools[]", finetune_tool),
    {"conversation_format_errors", "only_last", RULE_TYPE, "boolean", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule pretrain[] = {
    {"data_load_errors", "", RULE_TYPE, "object", NULL},
    {"data_load_errors", "", RULE_ONE_KEY, "text content", NULL},
    {"data_load_errors", "text", RULE_TYPE, "string", NULL},
    {"data_load_errors", "content", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_text_labels[] = {
    {"", "", RULE_REQUIRED, "text labels", NULL},
    {"", "labels", RULE_TYPE, "object", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_messages_labels[] = {
    {"", "", RULE_REQUIRED, "messages labels", NULL},
    {"", "labels", RULE_TYPE, "object", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_interactions[] = {
    {"", "", RULE_REQUIRED, "interactions", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_system_prompt[] = {
    {"", "", RULE_REQUIRED, "messages system_prompt", NULL},
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
    .keys = "weight name tool_calls tool_call_id",
    .content = CONTENT_STRING,
};

static const ftext_dialect text_dialect = {
    .role_key = "role",
    .content_key = "text",
    .roles = roles,
    .keys = "weight name tool_calls tool_call_id",
    .content = CONTENT_STRING,
};

static const ftext_dialect parts_dialect = {
    .role_key = "role",
    .content_key = "content",
    .roles = roles,
    .keys = "weight name tool_calls tool_call_id",
    .content = CONTENT_ANY,
};

static const ftext_layout chat_layout = {
    .form = FORM_LIST,
    .dialect = &parts_dialect,
    .prompt = "messages",
    .extras = "tools parallel_tool_calls",
};

static const ftext_layout finetune_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "messages",
    .extras = "tools available_tools only_last",
};

static const ftext_layout system_prompt_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "messages",
    .system = "system_prompt",
    .system_as = SYSTEM_STRING,
    .extras = "tools available_tools only_last",
};

static const ftext_layout interactions_layout = {
    .form = FORM_LIST,
    .dialect = &text_dialect,
    .prompt = "interactions",
    .system = "system_prompt",
    .system_as = SYSTEM_STRING,
    .extras = "tools available_tools only_last",
};

static const ftext_layout text_labels_layout = {
    .form = FORM_PAIR,
    .dialect = &dialect,
    .prompt = "text",
    .answer = "labels",
    .answer_as = ANSWER_LABELS,
};

static const ftext_layout messages_labels_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "messages",
    .answer = "labels",
    .answer_as = ANSWER_LABELS,
};

#define HALF_GIB (UINT64_C(512) << 20)
#define FINETUNE_NOTE                                                          \
  "mistral-finetune, 2026-11: no limit is enforced (constants for 10 to "      \
  "10,000,000 lines and 1,000 to 10,000,000,000 bytes stand in the code). "

const ftext_target ftext_mistral_targets[] = {
    {
        .name = "mistral",
        .when = ftext_when_messages,
        .rules = chat,
        .layout = &chat_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .max_bytes = HALF_GIB,
        .note = "Mistral docs (marked deprecated), 2026-11: a training file "
                "at most 512 MB, validation at most 1 MB or 5 % of it.",
    },
    {
        .name = "mistral-classifier",
        .writes = "mistral-classifier-text",
        .members = "mistral-classifier-text mistral-classifier-messages",
        .example = "{\"text\":\"Where is my card?\",\"labels\":{\"label\":"
                   "\"card_arrival\"}}",
        .max_bytes = HALF_GIB,
        .shape_rule = "unrecognized_format",
        .note = "Mistral docs (Classifier Factory), 2026-11.",
    },
    {
        .name = "mistral-classifier-text",
        .when = when_text_labels,
        .rules = classifier,
        .layout = &text_labels_layout,
        .example = "{\"text\":\"Where is my card?\",\"labels\":{\"label\":"
                   "\"card_arrival\"}}",
        .max_bytes = HALF_GIB,
        .note = "Mistral docs (Classifier Factory), 2026-11.",
    },
    {
        .name = "mistral-classifier-messages",
        .when = when_messages_labels,
        .rules = classifier,
        .layout = &messages_labels_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"}],\"labels\":{\"label\":\"card_arrival\"}}",
        .max_bytes = HALF_GIB,
        .note = "Mistral docs (Classifier Factory), 2026-11.",
    },
    {
        .name = "mistral-finetune",
        .writes = "mistral-finetune-messages",
        .members = "mistral-finetune-interactions mistral-finetune-system "
                   "mistral-finetune-messages mistral-finetune-text",
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .bad_json = "yaml_data_errors",
        .shape_rule = "conversation_format_errors",
        .note = FINETUNE_NOTE,
    },
    {
        .name = "mistral-finetune-messages",
        .when = ftext_when_messages,
        .rules = finetune,
        .layout = &finetune_layout,
        .example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"content\":\"11\"}]}",
        .bad_json = "yaml_data_errors",
        .note = FINETUNE_NOTE,
    },
    {
        .name = "mistral-finetune-system",
        .when = when_system_prompt,
        .rules = finetune,
        .layout = &system_prompt_layout,
        .example = "{\"system_prompt\":\"Be brief.\",\"messages\":[{\"role\":"
                   "\"user\",\"content\":\"Where is my card?\"},{\"role\":"
                   "\"assistant\",\"content\":\"11\"}]}",
        .bad_json = "yaml_data_errors",
        .note = FINETUNE_NOTE "The system prompt stands beside the messages.",
    },
    {
        .name = "mistral-finetune-interactions",
        .when = when_interactions,
        .rules = finetune,
        .layout = &interactions_layout,
        .example = "{\"interactions\":[{\"role\":\"user\",\"text\":\"Where is "
                   "my card?\"},{\"role\":\"assistant\",\"text\":\"11\"}]}",
        .bad_json = "yaml_data_errors",
        .note = FINETUNE_NOTE "The older names of the keys.",
    },
    {
        .name = "mistral-finetune-text",
        .when = ftext_when_text,
        .rules = pretrain,
        .layout = &ftext_text_layout,
        .example = "{\"text\":\"My card is on its way.\"}",
        .bad_json = "yaml_data_errors",
        .note = FINETUNE_NOTE "Pretraining.",
    },
    {.name = NULL},
};
