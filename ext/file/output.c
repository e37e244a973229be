#include "file/output.h"

#include "base/buffer.h"
#include "file/disk.h"
#include "file/leftover.h"
#include "file/path.h"

#include <errno.h>
#include <string.h>

enum { BUFFER_SIZE = 1 << 16, MOST_TRIES = 8 };

static bool fail(ftext_outputs *outputs, const ftext_output *output,
                 ftext_output_fault fault, const char *action,
                 const char *reason, int number) {
  if (outputs->error.fault == FTEXT_OUTPUT_NO_FAULT) {
    outputs->error = (ftext_output_error){
        fault, action, output == NULL ? "" : output->path, reason, number};
  }
  return false;
}

static bool fail_memory(ftext_outputs *outputs) {
  return fail(outputs, NULL, FTEXT_OUTPUT_NO_MEMORY, "", NULL, 0);
}

static bool fail_open(ftext_outputs *outputs, const ftext_output *output,
                      const char *reason, int number) {
  return fail(outputs, output, FTEXT_OUTPUT_CANNOT_OPEN, "write", reason,
              number);
}

/* A C string of the bytes and the string, or NULL. */
static char *join(ftext_text begin, const char *end) {
  ftext_buffer out;

  ftext_buffer_init(&out, SIZE_MAX);
  ftext_buffer_append(&out, begin.bytes, begin.length);
  ftext_buffer_append(&out, end, strlen(end) + 1);
  if (out.status != FTEXT_OK) {
    ftext_buffer_free(&out);
  }
  return (char *)out.bytes;
}

/* Another name in the target's folder: its own, `word` and random digits. */
static bool find_name(ftext_outputs *outputs, const ftext_output *output,
                      const char *word, char **name) {
  static const char hex[] = "0123456789abcdef";
  size_t folder = ftext_path_folder(output->target);
  ftext_text begin = {(const uint8_t *)output->target,
                      folder + ftext_leftover_stem(output->target + folder)};
  uint8_t random[FTEXT_LEFTOVER_DIGITS / 2];
  char end[sizeof FTEXT_LEFTOVER_WORD + 8 + FTEXT_LEFTOVER_DIGITS];
  size_t length = strlen(word);
  size_t i;

  ftext_release(*name);
  *name = NULL;
  if (ftext_disk->random(random, sizeof random) != 0) {
    return fail(outputs, output, FTEXT_OUTPUT_IO, "find a name beside", NULL,
                errno);
  }
  memcpy(end, word, length);
  for (i = 0; i < sizeof random; i++) {
    end[length++] = hex[random[i] >> 4];
    end[length++] = hex[random[i] & 15];
  }
  end[length] = '\0';
  *name = join(begin, end);
  return *name != NULL || fail_memory(outputs);
}

/* /dev/stdout and its like lead to whatever a process has open: a file there
** is being written by somebody else, and is no name to replace. */
static bool is_open_file(const char *path) {
  return strncmp(path, "/dev/", 5) == 0 || strncmp(path, "/proc/", 6) == 0;
}

/* Finds what the path leads to and refuses what an export cannot replace.
** Sets the target and the permissions to give. */
static bool find_target(ftext_outputs *outputs, ftext_output *output,
                        unsigned *mode, bool *exists) {
  ftext_disk_info info = {0};
  char resolved[FTEXT_DISK_PATH_SIZE];
  static const char not_regular[] =
      "it is no regular file, and an export replaces whole files";
  const char *path = output->path;

  *exists = ftext_disk->look(path, &info) == 0;
  if (!*exists && errno != ENOENT) {
    return fail_open(outputs, output, NULL, errno);
  }
  if (*exists && info.symlink && is_open_file(path)) {
    return fail_open(outputs, output, not_regular, 0);
  }
  if (*exists && info.symlink) {
    if (ftext_disk->resolve(path, resolved) != 0 ||
        ftext_disk->look(resolved, &info) != 0) {
      return fail_open(outputs, output,
                       errno == ENOENT ? "a symbolic link to nothing" : NULL,
                       errno);
    }
    path = resolved;
  }
  output->target = join(ftext_text_of(path), "");
  if (output->target == NULL) {
    return fail_memory(outputs);
  }
  if (!*exists) {
    return true;
  }
  if (!info.regular) {
    return fail_open(outputs, output,
                     info.folder ? "it is a folder" : not_regular, 0);
  }
  if (ftext_disk->writable(path) != 0) {
    return fail_open(outputs, output, NULL, errno);
  }
  *mode = info.mode;
  return true;
}

static bool is_same_target(const ftext_outputs *outputs,
                           const ftext_output *output) {
  size_t i;

  for (i = 0; i < outputs->count; i++) {
    if (outputs->items[i] != output &&
        strcmp(outputs->items[i]->target, output->target) == 0) {
      return true;
    }
  }
  return false;
}

static void close_output(ftext_output *output) {
  if (output->descriptor >= 0) {
    ftext_disk->close(output->descriptor);
    output->descriptor = -1;
  }
}

static void remove_temporary(ftext_output *output) {
  if (output->created) {
    ftext_disk->unlink(output->temporary);
    output->created = false;
  }
}

/* Between creating and locking, another process may have taken the file
** for a leftover: then it is gone or locked, and the next name is tried. */
static bool lock_temporary(const ftext_output *output) {
  ftext_disk_info info;

  if (ftext_disk->lock(output->descriptor) != 0) {
    return errno != EWOULDBLOCK; /* a file system without locks will do */
  }
  return ftext_disk->examine(output->descriptor, &info) != 0 || !info.unlinked;
}

static bool try_temporary(ftext_outputs *outputs, ftext_output *output,
                          unsigned mode, bool *again) {
  if (!find_name(outputs, output, FTEXT_LEFTOVER_WORD, &output->temporary)) {
    return false;
  }
  do {
    output->descriptor = ftext_disk->create(output->temporary, mode);
  } while (output->descriptor < 0 && errno == EINTR);
  if (output->descriptor < 0) {
    *again = errno == EEXIST;
    return *again ||
           fail_open(outputs, output,
                     errno == ENOENT ? "its folder is missing" : NULL, errno);
  }
  output->created = true;
  *again = !lock_temporary(output);
  if (*again) {
    close_output(output);
    remove_temporary(output);
  }
  return true;
}

static bool create_temporary(ftext_outputs *outputs, ftext_output *output,
                             unsigned mode, bool exists) {
  bool again = true;
  int tries;

  for (tries = 0; again && tries < MOST_TRIES; tries++) {
    if (!try_temporary(outputs, output, mode, &again)) {
      return false;
    }
  }
  if (again) {
    return fail_open(outputs, output, NULL, EEXIST);
  }
  if (exists && ftext_disk->set_mode(output->descriptor, mode) != 0) {
    return fail(outputs, output, FTEXT_OUTPUT_IO, "keep the permissions of",
                NULL, errno);
  }
  return true;
}

static ftext_output *add_output(ftext_outputs *outputs, ftext_text path) {
  void *items = outputs->items;
  ftext_output *output = NULL;
  ftext_status status = ftext_grow(&items, &outputs->capacity,
                                   outputs->count + 1, sizeof(void *));

  outputs->items = items;
  if (status == FTEXT_OK) {
    output = ftext_resize(NULL, sizeof *output);
  }
  if (output == NULL) {
    fail_memory(outputs);
    return NULL;
  }
  *output = (ftext_output){.descriptor = -1};
  output->path = join(path, "");
  output->buffer = ftext_resize(NULL, BUFFER_SIZE);
  outputs->items[outputs->count++] = output;
  if (output->path == NULL || output->buffer == NULL) {
    fail_memory(outputs);
    return NULL;
  }
  return output;
}

ftext_output *ftext_outputs_open(ftext_outputs *outputs, ftext_text path) {
  ftext_output *output = add_output(outputs, path);
  unsigned mode = 0666;
  bool exists;

  if (output == NULL || !find_target(outputs, output, &mode, &exists)) {
    return NULL;
  }
  if (is_same_target(outputs, output)) {
    fail_open(outputs, output, "another file of this export leads there", 0);
    return NULL;
  }
  ftext_leftover_remove(output->target);
  return create_temporary(outputs, output, mode, exists) ? output : NULL;
}

static bool flush(ftext_outputs *outputs, ftext_output *output) {
  int number =
      ftext_disk_write(output->descriptor, output->buffer, output->used);

  output->used = 0;
  return number == 0 ||
         fail(outputs, output, FTEXT_OUTPUT_IO, "write", NULL, number);
}

bool ftext_outputs_write(ftext_outputs *outputs, ftext_output *output,
                         const void *bytes, size_t length) {
  int number;

  output->bytes += (int64_t)length;
  if (length > BUFFER_SIZE - output->used && !flush(outputs, output)) {
    return false;
  }
  if (length <= BUFFER_SIZE) {
    memcpy(output->buffer + output->used, bytes, length);
    output->used += length;
    return true;
  }
  number = ftext_disk_write(output->descriptor, bytes, length);
  return number == 0 ||
         fail(outputs, output, FTEXT_OUTPUT_IO, "write", NULL, number);
}

static bool sync_all(ftext_outputs *outputs) {
  size_t i;
  int number;

  for (i = 0; i < outputs->count; i++) {
    if (!flush(outputs, outputs->items[i])) {
      return false;
    }
  }
  for (i = 0; i < outputs->count; i++) {
    number = ftext_disk_sync(outputs->items[i]->descriptor);
    if (number != 0) {
      return fail(outputs, outputs->items[i], FTEXT_OUTPUT_IO, "sync", NULL,
                  number);
    }
  }
  return true;
}

/* The old file stays reachable under a second name.  Without one, where
** the file system has no hard links, its replacement cannot be undone. */
static bool keep_old(ftext_outputs *outputs, ftext_output *output) {
  if (!find_name(outputs, output, FTEXT_LEFTOVER_WORD "old-",
                 &output->backup)) {
    return false;
  }
  if (ftext_disk->link(output->target, output->backup) != 0) {
    output->had_no_old = errno == ENOENT;
    ftext_release(output->backup);
    output->backup = NULL;
  }
  return true;
}

static bool rename_output(ftext_outputs *outputs, ftext_output *output) {
  if (ftext_disk->rename(output->temporary, output->target) != 0) {
    return fail(outputs, output, FTEXT_OUTPUT_IO, "replace", NULL, errno);
  }
  output->created = false;
  output->renamed = true;
  return true;
}

static bool rename_all(ftext_outputs *outputs) {
  size_t i;

  /* The last one to be renamed needs no second name: nothing fails after
  ** it that would undo it. */
  for (i = 0; i + 1 < outputs->count; i++) {
    if (!keep_old(outputs, outputs->items[i])) {
      return false;
    }
  }
  for (i = 0; i < outputs->count; i++) {
    if (!rename_output(outputs, outputs->items[i])) {
      return false;
    }
  }
  return true;
}

static void undo_renames(ftext_outputs *outputs) {
  ftext_output *output;
  size_t i;

  for (i = outputs->count; i > 0; i--) {
    output = outputs->items[i - 1];
    if (output->renamed && output->backup != NULL) {
      ftext_disk->rename(output->backup, output->target);
    } else if (output->renamed && output->had_no_old) {
      ftext_disk->unlink(output->target);
    }
  }
}

static void remove_backups(ftext_outputs *outputs) {
  size_t i;

  for (i = 0; i < outputs->count; i++) {
    if (outputs->items[i]->backup != NULL) {
      ftext_disk->unlink(outputs->items[i]->backup);
    }
  }
}

/* The target's folder, as a C string; "." where the path has none. */
static char *folder_of(const char *target) {
  return join((ftext_text){(const uint8_t *)target, ftext_path_folder(target)},
              ".");
}

/* Files in one folder mostly stand one behind the other. */
static bool sync_folders(ftext_outputs *outputs) {
  char *last = join(ftext_text_of(""), "");
  char *folder;
  int number = 0;
  size_t i;

  for (i = 0; last != NULL && number == 0 && i < outputs->count; i++) {
    folder = folder_of(outputs->items[i]->target);
    if (folder != NULL && strcmp(folder, last) != 0) {
      number = ftext_disk_sync_folder(folder);
    }
    ftext_release(last);
    last = folder;
  }
  if (last == NULL) {
    return fail_memory(outputs);
  }
  ftext_release(last);
  return number == 0 || fail(outputs, outputs->items[i - 1], FTEXT_OUTPUT_IO,
                             "sync the folder of the new", NULL, number);
}

bool ftext_outputs_commit(ftext_outputs *outputs) {
  bool good = sync_all(outputs);

  if (good && !rename_all(outputs)) {
    undo_renames(outputs);
    good = false;
  }
  good = good && sync_folders(outputs);
  remove_backups(outputs);
  return good;
}

static void free_output(ftext_output *output) {
  close_output(output);
  remove_temporary(output);
  ftext_release(output->path);
  ftext_release(output->target);
  ftext_release(output->temporary);
  ftext_release(output->backup);
  ftext_release(output->buffer);
  ftext_release(output);
}

void ftext_outputs_free(ftext_outputs *outputs) {
  size_t i;

  for (i = 0; i < outputs->count; i++) {
    free_output(outputs->items[i]);
  }
  ftext_release(outputs->items);
  *outputs = (ftext_outputs){0};
}
