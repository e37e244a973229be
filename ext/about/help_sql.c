/*
** ftext_help: the manual as text to be read, for a shell that shows rows of
** many columns badly.  The same entries as in ftext_functions.
*/
#include "about/entry.h"
#include "about/sql.h"
#include "base/value.h"
#include "ftext.h"

#include <string.h>

/* PREFIX: the letters before a name's own, "ftext_". */
enum { WIDTH = 80, PREFIX = 6 };

static void append_spaces(ftext_buffer *out, size_t count) {
  while (count-- > 0) {
    ftext_buffer_append_byte(out, ' ');
  }
}

/* Appends the words in lines of at most WIDTH characters, each line so far
** from the left, and those behind the first of a paragraph further. */
static void append_wrapped(ftext_buffer *out, const char *text, size_t left,
                           size_t further) {
  size_t column = 0;
  size_t length;

  while (*text != '\0') {
    length = strcspn(text, " \n");
    if (column > 0 && column + 1 + length > WIDTH) {
      ftext_buffer_append_byte(out, '\n');
      append_spaces(out, left + further);
      column = left + further;
    } else if (column == 0) {
      append_spaces(out, left);
      column = left;
    } else {
      ftext_buffer_append_byte(out, ' ');
      column++;
    }
    ftext_buffer_append(out, text, length);
    column += length;
    text += length;
    if (*text == '\n') {
      ftext_buffer_append_byte(out, '\n');
      column = 0;
    }
    text += *text != '\0';
  }
  ftext_buffer_append_byte(out, '\n');
}

/* Lines that another function appends, wrapped. */
static void append_lines(ftext_buffer *out, const ftext_entry *entry,
                         void (*append)(const ftext_entry *, const char *,
                                        ftext_buffer *)) {
  ftext_buffer lines;

  ftext_buffer_init(&lines, SIZE_MAX);
  append(entry, "", &lines);
  ftext_buffer_append_byte(&lines, '\0');
  if (lines.status != FTEXT_OK) {
    out->status = lines.status;
  } else {
    append_wrapped(out, (const char *)lines.bytes, 2, 4);
  }
  ftext_buffer_free(&lines);
}

static void append_heading(ftext_buffer *out, const ftext_entry *entry) {
  ftext_buffer_append_string(out, entry->name);
  if (entry->table == NULL || entry->arguments[0] != '\0') {
    ftext_buffer_append_byte(out, '(');
    ftext_buffer_append_string(out, entry->arguments);
    ftext_buffer_append_byte(out, ')');
  }
  ftext_buffer_append_byte(out, '\n');
}

/* "window" alone would not say that it is an aggregate too. */
static const char *kind_words(const ftext_entry *entry) {
  return strcmp(entry->kind, "window") == 0      ? "An aggregate and window "
         : strcmp(entry->kind, "aggregate") == 0 ? "An aggregate "
         : strcmp(entry->kind, "scalar") == 0    ? "A scalar "
                                                 : "A table-valued ";
}

static void append_entry(ftext_buffer *out, const ftext_entry *entry) {
  append_heading(out, entry);
  append_wrapped(out, entry->summary, 2, 0);
  ftext_buffer_append_string(out, entry->table != NULL ? "\nColumns:\n"
                                                       : "\nReturns:\n");
  append_lines(out, entry, ftext_entry_returns);
  ftext_buffer_append_byte(out, '\n');
  append_wrapped(out, entry->details, 0, 0);
  if (entry->options != NULL) {
    ftext_buffer_append_string(out, "\nOptions, a JSON object:\n");
    append_lines(out, entry, ftext_entry_options);
  }
  ftext_buffer_append_string(out, "\nExample:\n  ");
  ftext_buffer_append_string(out, entry->example);
  ftext_buffer_append_string(out, "\n\n");
  ftext_buffer_append_string(out, kind_words(entry));
  ftext_buffer_append_string(out, "function of the family ");
  ftext_buffer_append_string(out, entry->family);
  ftext_buffer_append_string(out, "; ");
  ftext_buffer_append_string(out, entry->flags);
  ftext_buffer_append_byte(out, '\n');
}

/* Heading and summary of all entries, or of one family's. */
static void append_overview(ftext_buffer *out,
                            const ftext_connection *connection,
                            const ftext_text *family) {
  const char *before = "";
  ftext_entry entry;
  size_t i;

  for (i = 0; ftext_entry_at(connection, i, &entry); i++) {
    if (family != NULL && !ftext_text_is(*family, entry.family)) {
      continue;
    }
    if (strcmp(before, entry.family) != 0) {
      before = entry.family;
      ftext_buffer_append_string(out, out->length > 0 ? "\n" : "");
      ftext_buffer_append_string(out, before);
      ftext_buffer_append_byte(out, '\n');
    }
    append_spaces(out, 2);
    append_heading(out, &entry);
    append_wrapped(out, entry.summary, 6, 0);
  }
}

/* A whole name, or what stands behind "ftext_" in it. */
static bool is_named(const ftext_entry *entry, ftext_text topic) {
  return ftext_text_is(topic, entry->name) ||
         ftext_text_is(topic, entry->name + PREFIX);
}

static bool find_entry(const ftext_connection *connection, ftext_text topic,
                       ftext_entry *entry) {
  size_t i;

  for (i = 0; ftext_entry_at(connection, i, entry); i++) {
    if (is_named(entry, topic)) {
      return true;
    }
  }
  return false;
}

static bool is_family(const ftext_connection *connection, ftext_text topic) {
  ftext_entry entry;
  size_t i;

  for (i = 0; ftext_entry_at(connection, i, &entry); i++) {
    if (ftext_text_is(topic, entry.family)) {
      return true;
    }
  }
  return false;
}

static void fail_unknown(sqlite3_context *context, ftext_text topic) {
  const ftext_connection *connection = ftext_current_connection(context);
  ftext_nearest nearest = ftext_nearest_to(topic);
  char quoted[FTEXT_NEAREST_SIZE];
  ftext_entry entry;
  size_t i;

  for (i = 0; ftext_entry_at(connection, i, &entry); i++) {
    ftext_nearest_try(&nearest, ftext_text_of(entry.name));
    ftext_nearest_try(&nearest, ftext_text_of(entry.name + PREFIX));
    ftext_nearest_try(&nearest, ftext_text_of(entry.family));
  }
  ftext_error(context, "unknown name %s (known: those in ftext_functions)",
              ftext_nearest_quote(quoted, &nearest));
}

static const char head[] =
    "ftext v" FTEXT_VERSION ": fine-tuning datasets in SQL.\n"
    "SELECT ftext_help('NAME') tells all about one function, table or family.\n"
    "The same as rows: the table ftext_functions.\n";

void ftext_help_sql(sqlite3_context *context, int argc, sqlite3_value **argv) {
  const ftext_connection *connection = ftext_current_connection(context);
  ftext_buffer out;
  ftext_entry entry;
  ftext_text topic = {0};

  if (argc > 0 && ftext_value_text(argv[0], &topic) != FTEXT_OK) {
    sqlite3_result_error_nomem(context);
    return;
  }
  ftext_buffer_init(&out, SIZE_MAX);
  if (argc == 0) {
    ftext_buffer_append_string(&out, head);
    append_overview(&out, connection, NULL);
  } else if (is_family(connection, topic)) {
    append_overview(&out, connection, &topic);
  } else if (find_entry(connection, topic, &entry)) {
    append_entry(&out, &entry);
  } else {
    fail_unknown(context, topic);
    return;
  }
  if (out.status == FTEXT_OK) {
    out.length--; /* the last newline is the shell's to write */
  }
  ftext_result_buffer(context, &out);
}
