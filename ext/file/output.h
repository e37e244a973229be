/*
** Files that are written whole or not at all, one or several together.
**
** Each file is written under another name in its own folder.  Committing
** brings all of them to the disk and only then gives them their names, so
** that a reader, or a look after a power cut, finds the old file or the
** new one and nothing between.  Where one of several cannot be renamed,
** those before it get their old content back (through hard links that are
** kept until then).  Whatever happens, discarding removes what is left.
**
** The other name is the file's own, ".ftext-" and 16 hexadecimal digits.
** A killed process leaves it behind; the next one that writes the same
** file removes it.  A file that is being written is locked (flock), which
** keeps it from that.
**
** A symbolic link stays one, and the file it leads to is replaced.  A
** replaced file keeps its permissions.
*/
#ifndef FTEXT_FILE_OUTPUT_H
#define FTEXT_FILE_OUTPUT_H

#include "base/memory.h"
#include "base/text.h"

#include <stdint.h>

enum { FTEXT_OUTPUT_MOST_FILES = 256 };

typedef enum ftext_output_fault {
  FTEXT_OUTPUT_NO_FAULT,
  FTEXT_OUTPUT_NO_MEMORY,
  FTEXT_OUTPUT_CANNOT_OPEN, /* the path is not one to write to */
  FTEXT_OUTPUT_IO           /* writing, syncing or renaming failed */
} ftext_output_fault;

/* "cannot <action> '<path>': <reason>" */
typedef struct ftext_output_error {
  ftext_output_fault fault;
  const char *action;
  const char *path;   /* lives as long as the outputs */
  const char *reason; /* or NULL: what the number means */
  int number;         /* errno */
} ftext_output_error;

typedef struct ftext_output {
  char *path;      /* as the user wrote it */
  char *target;    /* where it leads: another path for a symbolic link */
  char *temporary; /* the name while it is written */
  char *backup;    /* the name of the old file while others are renamed */
  int descriptor;  /* -1 when closed */
  bool created;    /* temporary exists */
  bool renamed;    /* target is the new file */
  bool had_no_old; /* undoing is removing */
  uint8_t *buffer;
  size_t used;
  int64_t rows;  /* for the caller */
  int64_t bytes; /* written so far */
} ftext_output;

typedef struct ftext_outputs {
  ftext_output **items;
  size_t count;
  size_t capacity;
  ftext_output_error error; /* the first one */
} ftext_outputs;

/* Starts one more file; start with outputs of zeros.  NULL: see error. */
ftext_output *ftext_outputs_open(ftext_outputs *outputs, ftext_text path);

/* Appends to one of them; false: see error. */
bool ftext_outputs_write(ftext_outputs *outputs, ftext_output *output,
                         const void *bytes, size_t length);

/* Puts all of them in place; false: see error, and all are as before,
** unless the error's action says that they are in place. */
bool ftext_outputs_commit(ftext_outputs *outputs);

/* Removes what has no place yet and gives back everything. */
void ftext_outputs_free(ftext_outputs *outputs);

#endif
