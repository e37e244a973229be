#include "record/family.h"

#include "record/sql.h"

#define TARGET_RULE                                                            \
  "`target` is a name in ftext_targets; an unknown one is an error that "      \
  "lists the known."

static const ftext_function functions[] = {
    {
        .name = "ftext_record",
        .arguments = "target, prompt [, completion [, system]]",
        .returns = "TEXT, a JSON object: one line of a training file",
        .summary = "A record in the shape that a trainer takes.",
        .details =
            "`prompt` is the user's text, or a JSON array of OpenAI message "
            "objects; `completion` is the assistant's text, or JSON of "
            "messages. Without a completion, the prompt's messages are the "
            "whole conversation, as ftext_messages gives it. `system` '' is "
            "none. Roles, content, tool arguments and the system prompt's "
            "place are the target's. What the target has no place for (a "
            "second turn, a tool, a weight of 0) is an error, and so is "
            "broken UTF-8: nothing is left out or repaired. The record is "
            "not validated: ftext_validate does that. NULL gives "
            "NULL. " TARGET_RULE,
        .example = "SELECT ftext_record('gemini', 'Where is my card?', '11', "
                   "'Answer with a class.')",
        .least = 2,
        .most = 4,
        .flags = FTEXT_PURE | FTEXT_JSON,
        .call = ftext_record_sql,
    },
    {
        .name = "ftext_preference",
        .arguments = "target, prompt, chosen, rejected [, system]",
        .returns = "TEXT, a JSON object: one line of a training file",
        .summary = "A preference record: one prompt with a better and a worse "
                   "answer.",
        .details =
            "For DPO and its like. Arguments are read as those of "
            "ftext_record. A target that takes no preferences is an error. "
            "NULL gives NULL. " TARGET_RULE,
        .example = "SELECT ftext_preference('openai-dpo', 'Where is my card?', "
                   "'On its way.', 'No idea.')",
        .least = 4,
        .most = 5,
        .flags = FTEXT_PURE | FTEXT_JSON,
        .call = ftext_preference_sql,
    },
    {
        .name = "ftext_validate",
        .arguments = "record, target [, encoding]",
        .returns = "TEXT, a JSON array of {rule, path, message}; NULL where "
                   "the record is valid",
        .summary = "What a trainer would refuse in a record.",
        .details =
            "`rule` is the name that the target's own checker uses, where it "
            "has one; `path` leads to the value, as in $.messages[2].role. "
            "`encoding` is an encoding's or a model's name; tokens are "
            "counted in it (default o200k_base), and a model's own limit "
            "counts. Text that is no JSON is a finding, not an error. Limits "
            "of a whole file are sql/validate.sql's. NULL gives "
            "NULL. " TARGET_RULE " Sources: docs/record.md.",
        .example = "SELECT ftext_validate('{\"messages\":[{\"role\":\"bot\","
                   "\"content\":\"hi\"}]}', 'openai-chat')",
        .least = 2,
        .most = 3,
        .flags = FTEXT_PURE | FTEXT_JSON,
        .call = ftext_validate_sql,
    },
    {
        .name = "ftext_messages",
        .arguments = "record [, target]",
        .returns = "TEXT, a JSON array of OpenAI message objects",
        .summary = "A record of any target, read back as messages.",
        .details =
            "Without a target the record's shape tells it: the order in "
            "which shapes are tried is in docs/record.md. What a record has "
            "beside its conversation (tools, a rejected answer, a grader's "
            "keys) is the first message's member `record`, so that "
            "ftext_record(target, ftext_messages(record)) gives the same "
            "record. A record of no known shape, or that is no JSON, is an "
            "error. NULL gives NULL. " TARGET_RULE,
        .example = "SELECT ftext_messages('{\"instruction\":\"Add.\","
                   "\"input\":\"1 + 1\",\"output\":\"2\"}')",
        .least = 1,
        .most = 2,
        .flags = FTEXT_PURE | FTEXT_JSON,
        .call = ftext_messages_sql,
    },
};

static const ftext_table *const tables[] = {&ftext_targets_table};

const ftext_family ftext_record_family = {
    .name = "record",
    .functions = functions,
    .function_count = sizeof functions / sizeof functions[0],
    .tables = tables,
    .table_count = sizeof tables / sizeof tables[0],
};
