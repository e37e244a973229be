/*
** Cohere: classify, chat and rerank (Cohere docs, 2025-09, when fine-tuning
** was deprecated).
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_rule classify[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "text label", NULL},
    {"data_type", "text", RULE_TYPE, "string", NULL},
    {"missing_content", "text", RULE_FILLED, NULL, NULL},
    {"invalid_label", "label", RULE_TYPE, "string array", NULL},
    {"invalid_label", "label[]", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule chat[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_messages_list", "", RULE_REQUIRED, "messages", NULL},
    {"missing_messages_list", "messages", RULE_TYPE, "array", NULL},
    {"missing_messages_list", "messages", RULE_FILLED, NULL, NULL},
    {"data_type", "messages[]", RULE_TYPE, "object", NULL},
    {"message_missing_key", "messages[]", RULE_REQUIRED, "role content", NULL},
    {"unrecognized_role", "messages[].role", RULE_ONE_OF, "System User Chatbot",
     NULL},
    {"missing_content", "messages[].content", RULE_TYPE, "string", NULL},
    {"system_message_not_first", "messages", RULE_ONLY_FIRST, "role=System",
     NULL},
    {"example_missing_user_message", "messages", RULE_SOME, "role=User", NULL},
    {"example_missing_chatbot_message", "messages", RULE_SOME, "role=Chatbot",
     NULL},
    {"last_message_not_chatbot", "messages", RULE_LAST, "role=Chatbot", NULL},
    {"too_many_tokens", "messages[].content", RULE_TOKENS, "16384", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule rerank[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "query relevant_passages", NULL},
    {"data_type", "query", RULE_TYPE, "string", NULL},
    {"data_type", "relevant_passages", RULE_TYPE, "array", NULL},
    {"missing_content", "relevant_passages", RULE_FILLED, NULL, NULL},
    {"data_type", "relevant_passages[]", RULE_TYPE, "string", NULL},
    {"data_type", "hard_negatives", RULE_TYPE, "array", NULL},
    {"data_type", "hard_negatives[]", RULE_TYPE, "string", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_classify[] = {
    {"", "", RULE_REQUIRED, "text label", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_chat[] = {
    {"", "", RULE_REQUIRED, "messages", NULL},
    {"", "messages", RULE_TYPE, "array", NULL},
    {"", "messages", RULE_SOME, "role=System|User|Chatbot", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_rerank[] = {
    {"", "", RULE_REQUIRED, "query relevant_passages", NULL},
    FTEXT_RULES_END,
};

static const ftext_role roles[] = {
    {"system", "System"}, {"developer", "System"},
    {"user", "User"},     {"assistant", "Chatbot"},
    {NULL, NULL},
};

static const ftext_dialect dialect = {
    .role_key = "role",
    .content_key = "content",
    .roles = roles,
    .keys = "",
    .content = CONTENT_STRING,
};

static const ftext_layout classify_layout = {
    .form = FORM_PAIR,
    .dialect = &dialect,
    .prompt = "text",
    .answer = "label",
    .answer_as = ANSWER_ARRAY,
};

static const ftext_layout chat_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "messages",
};

static const ftext_layout rerank_layout = {
    .form = FORM_NONE,
    .dialect = &dialect,
};

const ftext_target ftext_cohere_targets[] = {
    {
        .name = "cohere-classify",
        .when = when_classify,
        .rules = classify,
        .layout = &classify_layout,
        .example = "{\"text\":\"Where is my card?\",\"label\":"
                   "\"card_arrival\"}",
        .min_rows = 40,
        .note = "Cohere docs, 2025-09: at least 40 examples, 5 for each "
                "label, 2 labels. Deprecated 2025-09-15.",
    },
    {
        .name = "cohere-chat",
        .when = when_chat,
        .rules = chat,
        .layout = &chat_layout,
        .example = "{\"messages\":[{\"role\":\"System\",\"content\":\"Be "
                   "brief.\"},{\"role\":\"User\",\"content\":\"Where is my "
                   "card?\"},{\"role\":\"Chatbot\",\"content\":\"11\"}]}",
        .note = "Cohere docs, 2025-09: 16,384 tokens a turn, counted in "
                "ftext's encoding. Deprecated 2025-09-15.",
    },
    {
        .name = "cohere-rerank",
        .when = when_rerank,
        .rules = rerank,
        .layout = &rerank_layout,
        .example = "{\"query\":\"Where is my card?\",\"relevant_passages\":"
                   "[\"Cards arrive in a week.\"],\"hard_negatives\":[]}",
        .min_rows = 256,
        .note = "Cohere docs, 2025-09: at least 256 different queries. Only "
                "ftext_validate knows it: it holds no conversation. "
                "Deprecated 2025-09-15.",
    },
    {.name = NULL},
};
