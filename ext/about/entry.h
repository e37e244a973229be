/*
** The manual's entries: the functions and tables that this connection has,
** in the order of the families, functions first.
*/
#ifndef FTEXT_ABOUT_ENTRY_H
#define FTEXT_ABOUT_ENTRY_H

#include "base/buffer.h"
#include "base/table.h"

typedef struct ftext_entry {
  const char *family;
  const char *name;
  const char *kind; /* scalar, aggregate, window or table */
  const char *arguments;
  const char *returns; /* NULL for a table */
  const char *summary;
  const char *details;
  const char *example;
  const char *flags;           /* as SQLite names them */
  const ftext_option *options; /* or NULL */
  const ftext_table *table;    /* or NULL */
} ftext_entry;

/* The entry at a position, from 0; false behind the last one.  What the
** file-free entry does not register is passed over there. */
bool ftext_entry_at(const ftext_connection *connection, size_t position,
                    ftext_entry *entry);

/* Appends what it returns: of a table the columns, "name TYPE: meaning",
** each on a line behind the prefix. */
void ftext_entry_returns(const ftext_entry *entry, const char *prefix,
                         ftext_buffer *out);

/* The same of its options, "name (value): meaning"; nothing where it has
** none. */
void ftext_entry_options(const ftext_entry *entry, const char *prefix,
                         ftext_buffer *out);

#endif
