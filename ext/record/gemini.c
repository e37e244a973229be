/*
** Google Vertex: Gemini's tuning data (Vertex AI docs, 2026-11).
*/
#include "record/targets.h"

#include <stddef.h>

static const ftext_rule parts[] = {
    {"invalid_parts", "", RULE_TYPE, "array", NULL},
    {"invalid_parts", "", RULE_FILLED, NULL, NULL},
    {"invalid_parts", "[]", RULE_TYPE, "object", NULL},
    {"invalid_parts", "[].text", RULE_TYPE, "string", NULL},
    {"invalid_parts", "[].fileData", RULE_REQUIRED, "mimeType fileUri", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule contents[] = {
    {"data_type", "", RULE_TYPE, "object", NULL},
    {"missing_key", "", RULE_REQUIRED, "contents", NULL},
    {"data_type", "contents", RULE_TYPE, "array", NULL},
    {"data_type", "contents", RULE_FILLED, NULL, NULL},
    {"data_type", "contents[]", RULE_TYPE, "object", NULL},
    {"message_missing_key", "contents[]", RULE_REQUIRED, "role parts", NULL},
    {"unrecognized_role", "contents[].role", RULE_ONE_OF, "user model", NULL},
    FTEXT_RULES("contents[].parts", parts),
    {"data_type", "systemInstruction", RULE_TYPE, "object", NULL},
    {"message_missing_key", "systemInstruction", RULE_REQUIRED, "parts", NULL},
    FTEXT_RULES("systemInstruction.parts", parts),
    {"data_type", "tools", RULE_TYPE, "array", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule tuning[] = {
    FTEXT_RULES("", contents),
    {"unrecognized_key", "", RULE_KEYS, "systemInstruction contents tools",
     NULL},
    {"last_message_not_model", "contents", RULE_LAST, "role=model", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule rft[] = {
    FTEXT_RULES("", contents),
    {"unrecognized_key", "", RULE_KEYS,
     "systemInstruction contents tools references", NULL},
    {"missing_key", "", RULE_REQUIRED, "references", NULL},
    {"invalid_references", "references", RULE_TYPE, "object", NULL},
    {"invalid_references", "references.*", RULE_TYPE, "string", NULL},
    {"last_message_not_user", "contents", RULE_LAST, "role=user", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_contents[] = {
    {"", "", RULE_REQUIRED, "contents", NULL},
    FTEXT_RULES_END,
};

static const ftext_rule when_references[] = {
    {"", "", RULE_REQUIRED, "contents references", NULL},
    FTEXT_RULES_END,
};

static const ftext_role roles[] = {
    {"user", "user"},
    {"assistant", "model"},
    {NULL, NULL},
};

static const ftext_dialect dialect = {
    .role_key = "role",
    .content_key = "parts",
    .roles = roles,
    .keys = "",
    .content = CONTENT_TEXTS,
};

static const ftext_layout tuning_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "contents",
    .system = "systemInstruction",
    .system_as = SYSTEM_PARTS,
    .extras = "tools",
};

static const ftext_layout rft_layout = {
    .form = FORM_LIST,
    .dialect = &dialect,
    .prompt = "contents",
    .system = "systemInstruction",
    .system_as = SYSTEM_PARTS,
    .answer = "references",
    .answer_as = ANSWER_LABELS,
    .extras = "tools",
};

#define GIB (UINT64_C(1) << 30)

const ftext_target ftext_gemini_targets[] = {
    {
        .name = "gemini",
        .when = when_contents,
        .rules = tuning,
        .layout = &tuning_layout,
        .example = "{\"systemInstruction\":{\"parts\":[{\"text\":\"Be "
                   "brief.\"}]},\"contents\":[{\"role\":\"user\",\"parts\":"
                   "[{\"text\":\"Where is my card?\"}]},{\"role\":\"model\","
                   "\"parts\":[{\"text\":\"11\"}]}]}",
        .max_rows = 10000000,
        .max_tokens = 131072,
        .max_bytes = GIB,
        .note = "Vertex AI docs, 2026-11: 131,072 tokens an example, training "
                "file 1 GB, 10,000,000 text-only examples (an older page: "
                "1,000,000) or 300,000 with media, validation 5,000; 100 "
                "examples to start with. Tokens are counted in ftext's "
                "encoding, since Gemini's is not public.",
    },
    {
        .name = "gemini-rft",
        .when = when_references,
        .rules = rft,
        .layout = &rft_layout,
        .example = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":"
                   "\"Where is my card?\"}]}],\"references\":{\"label\":"
                   "\"11\"}}",
        .max_rows = 5000,
        .max_tokens = 131072,
        .max_bytes = GIB,
        .note = "Vertex AI docs, 2026-11: 5,000 examples for training, 500 "
                "for validation, 1 GB.",
    },
    {.name = NULL},
};
