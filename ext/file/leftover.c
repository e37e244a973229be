#include "file/leftover.h"

#include "base/buffer.h"
#include "file/disk.h"
#include "file/path.h"

#include <string.h>

typedef struct search {
  const char *target;
  size_t folder; /* bytes of the target before its name */
  size_t stem;   /* bytes of the name that temporaries begin with */
} search;

size_t ftext_leftover_stem(const char *name) {
  size_t length = strlen(name);

  if (length <= FTEXT_LEFTOVER_NAME) {
    return length;
  }
  length = FTEXT_LEFTOVER_NAME;
  while (length > 0 && ((unsigned char)name[length] & 0xC0) == 0x80) {
    length--;
  }
  return length;
}

static bool is_leftover(const search *where, const char *name) {
  static const char word[] = FTEXT_LEFTOVER_WORD;
  const char *rest = name + where->stem;

  return strncmp(name, where->target + where->folder, where->stem) == 0 &&
         strncmp(rest, word, sizeof word - 1) == 0 &&
         strlen(rest) == sizeof word - 1 + FTEXT_LEFTOVER_DIGITS &&
         strspn(rest + sizeof word - 1, "0123456789abcdef") ==
             FTEXT_LEFTOVER_DIGITS;
}

static void remove_unlocked(const char *path) {
  ftext_disk_info info;
  int descriptor = ftext_disk->peek(path);

  if (descriptor < 0) {
    return;
  }
  if (ftext_disk->examine(descriptor, &info) == 0 && info.regular &&
      ftext_disk->lock(descriptor) == 0) {
    ftext_disk->unlink(path);
  }
  ftext_disk->close(descriptor);
}

static void visit(void *data, const char *name) {
  const search *where = data;
  ftext_buffer path;

  if (!is_leftover(where, name)) {
    return;
  }
  ftext_buffer_init(&path, SIZE_MAX);
  ftext_buffer_append(&path, where->target, where->folder);
  ftext_buffer_append(&path, name, strlen(name) + 1);
  if (path.status == FTEXT_OK) {
    remove_unlocked((const char *)path.bytes);
  }
  ftext_buffer_free(&path);
}

void ftext_leftover_remove(const char *target) {
  search where = {target, ftext_path_folder(target), 0};
  ftext_buffer folder;

  where.stem = ftext_leftover_stem(target + where.folder);
  ftext_buffer_init(&folder, SIZE_MAX);
  ftext_buffer_append(&folder, target, where.folder);
  ftext_buffer_append(&folder, ".", 2);
  if (folder.status == FTEXT_OK) {
    ftext_disk->list((const char *)folder.bytes, visit, &where);
  }
  ftext_buffer_free(&folder);
}
