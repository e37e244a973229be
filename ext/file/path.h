/*
** A path with columns in it: 'data_{split}.jsonl'.
**
** A name in braces stands for that column's value in each row.  '{{' and
** '}}' stand for a brace.
*/
#ifndef FTEXT_FILE_PATH_H
#define FTEXT_FILE_PATH_H

#include "base/text.h"

#include "base/memory.h"

typedef struct ftext_path_part {
  ftext_text text; /* characters of the path, or a column's name */
  bool is_column;
} ftext_path_part;

typedef struct ftext_path {
  ftext_path_part *parts; /* they lead into the text that was parsed */
  size_t count;
  size_t capacity;
  size_t column_count; /* how many of them are columns */
  const char *error;   /* what is wrong, where parsing gave FTEXT_INVALID */
} ftext_path;

/* Takes the text apart; it must outlive the path.  Start with zeros.
** FTEXT_OK, FTEXT_INVALID or FTEXT_NO_MEMORY. */
ftext_status ftext_path_parse(ftext_path *path, ftext_text text);

void ftext_path_free(ftext_path *path);

/* How many bytes of a path stand before its last name, where the folder is. */
size_t ftext_path_folder(const char *path);

/* What is wrong with a value as a part of a path, or NULL. */
const char *ftext_path_refuse(ftext_text value);

#endif
