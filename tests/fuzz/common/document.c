#include "document.h"

#include "base/json.h"

#include <string.h>

enum { DEEPEST = 8 };

/* Members and values that ext/ knows, then values that are nearly right. */
static const char *const words[] = {
    "role",
    "content",
    "system",
    "user",
    "assistant",
    "tool",
    "developer",
    "function",
    "messages",
    "prompt",
    "completion",
    "text",
    "name",
    "weight",
    "tools",
    "tool_calls",
    "function_call",
    "arguments",
    "parameters",
    "type",
    "id",
    "image_url",
    "url",
    "input_audio",
    "contents",
    "parts",
    "model",
    "systemInstruction",
    "conversations",
    "from",
    "value",
    "human",
    "gpt",
    "instruction",
    "input",
    "output",
    "chosen",
    "rejected",
    "preferred",
    "non_preferred",
    "preferred_output",
    "non_preferred_output",
    "label",
    "class_id",
    "existing",
    "record",
    "target",
    "columns",
    "encoding",
    "format",
    "task",
    "min_per_class",
    "max_tokens",
    "near_rows",
    "thresholds",
    "run",
    "skip",
    "split",
    "group",
    "chat",
    "auto",
    "classification",
    "conditional",
    "open-ended",
    "class_small",
    "too_long",
    "row_count",
    "near_leak",
    "imbalance",
    "ascii",
    "bom",
    "check",
    "final_newline",
    "json",
    "openai-chat",
    "gemini",
    "cl100k_base",
    "r50k_base",
    "gpt-4o",
    "o200k_harmony",
    "description",
    "properties",
    "required",
    "enum",
    "string",
    "object",
    "array",
    "parallel_tool_calls",
    "schemaVersion",
    "bedrock-conversation-2024",
    "functionCall",
    "functionResponse",
    "args",
    "response",
    "fileData",
    "mimeType",
    "tool_call_id",
    "tool_use",
    "tool_result",
    "refund",
    "Refund",
    " 1",
    "1",
    "12",
    " a",
    "a",
    "",
    " ",
    "\n\n###\n\n",
    " END",
    "<|endoftext|>",
    "e\xCC\x81",
    "\xEF\xBB\xBF",
    "\xFF",
    "\x01",
    "\"\\",
    "$.a",
    "null",
};

static const char *const numbers[] = {
    "0",
    "-0",
    "1",
    "-1",
    "0.5",
    "1e3",
    "255",
    "200018",
    "201088",
    "1E400",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "0.1000000000000000055511151231257827",
};

/* Members that come together; `class_id` is a number. */
static const char *const shapes[][4] = {
    {"role", "content"},
    {"role", "content", "tool_calls"},
    {"label", "class_id", "completion"},
    {"prompt", "completion"},
    {"messages", "tools"},
    {"type", "text"},
    {"type", "function"},
    {"name", "arguments"},
    {"name", "description", "parameters"},
    {"type", "properties", "required"},
    {"from", "value"},
    {"role", "parts"},
    {"systemInstruction", "contents"},
    {"input", "preferred_output", "non_preferred_output"},
    {"columns", "thresholds", "skip"},
    {"target", "json", "check"},
};

typedef struct recipe {
  const uint8_t *bytes;
  size_t left;
  ftext_buffer *out;
} recipe;

/* The next byte, modulo `kinds`; 0 at the end. */
static unsigned choose(recipe *from, unsigned kinds) {
  if (from->left == 0) {
    return 0;
  }
  from->left--;
  return *from->bytes++ % kinds;
}

static void write_word(recipe *from) {
  const char *word = words[choose(from, sizeof words / sizeof words[0])];

  ftext_json_write(from->out, (const uint8_t *)word, strlen(word));
}

/* Some of the recipe's own bytes, as a string or as they are. */
static void write_bytes(recipe *from, bool quoted) {
  size_t count = choose(from, 32);

  count = count < from->left ? count : from->left;
  if (quoted) {
    ftext_json_write(from->out, from->bytes, count);
  } else {
    ftext_buffer_append(from->out, from->bytes, count);
  }
  from->bytes += count;
  from->left -= count;
}

static void write_value(recipe *from, int depth);

static void write_shape(recipe *from, int depth) {
  const char *const *keys =
      shapes[choose(from, sizeof shapes / sizeof shapes[0])];
  int i;

  ftext_buffer_append_byte(from->out, '{');
  for (i = 0; i < 4 && keys[i] != NULL; i++) {
    ftext_buffer_append_string(from->out, i > 0 ? ",\"" : "\"");
    ftext_buffer_append_string(from->out, keys[i]);
    ftext_buffer_append_string(from->out, "\":");
    if (strcmp(keys[i], "class_id") == 0) {
      ftext_buffer_append_integer(from->out, choose(from, 8));
    } else {
      write_value(from, depth + 1);
    }
  }
  ftext_buffer_append_byte(from->out, '}');
}

static void write_children(recipe *from, int depth, bool keyed) {
  unsigned count = choose(from, 6);
  unsigned i;

  ftext_buffer_append_byte(from->out, keyed ? '{' : '[');
  for (i = 0; i < count; i++) {
    ftext_buffer_append_string(from->out, i > 0 ? "," : "");
    if (keyed) {
      write_word(from);
      ftext_buffer_append_byte(from->out, ':');
    }
    write_value(from, depth + 1);
  }
  ftext_buffer_append_byte(from->out, keyed ? '}' : ']');
}

static void write_value(recipe *from, int depth) {
  static const char *const constants[] = {"null", "true", "false"};
  unsigned kind = choose(from, 32);

  if (kind < 12 && depth < DEEPEST) {
    if (kind < 6) {
      write_shape(from, depth);
    } else {
      write_children(from, depth, kind < 8);
    }
  } else if (kind < 24) {
    write_word(from);
  } else if (kind < 26) {
    ftext_buffer_append_integer(from->out, choose(from, 256));
  } else if (kind < 28) {
    ftext_buffer_append_string(
        from->out, numbers[choose(from, sizeof numbers / sizeof numbers[0])]);
  } else if (kind < 29) {
    ftext_buffer_append_string(from->out, constants[choose(from, 3)]);
  } else {
    write_bytes(from, kind < 31);
  }
}

void fuzz_document(ftext_buffer *out, const uint8_t *data, size_t size) {
  recipe from = {data, size, out};

  if (size == 0 || data[0] >= 0x20) {
    ftext_buffer_append(out, data, size);
  } else {
    write_value(&from, 0);
  }
}
