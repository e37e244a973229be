#include "about/entry.h"

static const char *flags_text(unsigned flags) {
  if ((flags & FTEXT_DIRECT) != 0) {
    return "DIRECTONLY";
  }
  return (flags & FTEXT_PURE) != 0 ? "DETERMINISTIC INNOCUOUS" : "INNOCUOUS";
}

static const char *kind_of(const ftext_function *function) {
  if (function->call != NULL) {
    return "scalar";
  }
  return function->value != NULL ? "window" : "aggregate";
}

static ftext_entry of_function(const char *family,
                               const ftext_function *function) {
  return (ftext_entry){.family = family,
                       .name = function->name,
                       .kind = kind_of(function),
                       .arguments = function->arguments,
                       .returns = function->returns,
                       .summary = function->summary,
                       .details = function->details,
                       .example = function->example,
                       .flags = flags_text(function->flags),
                       .options = function->options};
}

static ftext_entry of_table(const char *family, const ftext_table *table) {
  return (ftext_entry){.family = family,
                       .name = table->name,
                       .kind = "table",
                       .arguments = table->arguments,
                       .summary = table->summary,
                       .details = table->details,
                       .example = table->example,
                       .flags = flags_text(table->flags),
                       .options = table->options,
                       .table = table};
}

/* Counts *position down over what the family has registered; true where it
** was in there. */
static bool find_in(const ftext_connection *connection,
                    const ftext_family *family, size_t *position,
                    ftext_entry *entry) {
  size_t i;

  for (i = 0; i < family->function_count; i++) {
    if (ftext_registers(connection, family->functions[i].flags) &&
        (*position)-- == 0) {
      *entry = of_function(family->name, &family->functions[i]);
      return true;
    }
  }
  for (i = 0; i < family->table_count; i++) {
    if (ftext_registers(connection, family->tables[i]->flags) &&
        (*position)-- == 0) {
      *entry = of_table(family->name, family->tables[i]);
      return true;
    }
  }
  return false;
}

bool ftext_entry_at(const ftext_connection *connection, size_t position,
                    ftext_entry *entry) {
  const ftext_family *const *family;

  for (family = connection->families; *family != NULL; family++) {
    if (find_in(connection, *family, &position, entry)) {
      return true;
    }
  }
  return false;
}

void ftext_entry_returns(const ftext_entry *entry, const char *prefix,
                         ftext_buffer *out) {
  int i;

  if (entry->table == NULL) {
    ftext_buffer_append_string(out, entry->returns);
    return;
  }
  for (i = 0; i < entry->table->column_count; i++) {
    ftext_buffer_append_string(out, i > 0 ? "\n" : "");
    ftext_buffer_append_string(out, prefix);
    ftext_buffer_append_string(out, entry->table->columns[i].name);
    ftext_buffer_append_string(out, " ");
    ftext_buffer_append_string(out, entry->table->columns[i].type);
    ftext_buffer_append_string(out, ": ");
    ftext_buffer_append_string(out, entry->table->columns[i].summary);
  }
}

void ftext_entry_options(const ftext_entry *entry, const char *prefix,
                         ftext_buffer *out) {
  const ftext_option *option = entry->options;

  for (; option != NULL && option->name != NULL; option++) {
    ftext_buffer_append_string(out, option == entry->options ? "" : "\n");
    ftext_buffer_append_string(out, prefix);
    ftext_buffer_append_string(out, option->name);
    ftext_buffer_append_string(out, " (");
    ftext_buffer_append_string(out, option->value);
    ftext_buffer_append_string(out, "): ");
    ftext_buffer_append_string(out, option->summary);
  }
}
