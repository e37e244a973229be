#include "disk_fault.h"

#include "file/disk.h"

#include <errno.h>
#include <stddef.h>

disk_fault_state disk_fault = {.number = EIO};

static bool fails(const char *what) {
  long call = ++disk_fault.count;

  if (disk_fault.at == 0 || call < disk_fault.at ||
      (call > disk_fault.at && !disk_fault.sticky)) {
    return false;
  }
  if (disk_fault.what == NULL) {
    disk_fault.what = what;
  }
  errno = disk_fault.number;
  return true;
}

#define FORWARD(name, result, parameters, arguments)                           \
  static result fault_##name parameters {                                      \
    return fails(#name) ? -1 : ftext_disk_system.name arguments;               \
  }

FORWARD(create, int, (const char *path, unsigned mode), (path, mode))
FORWARD(open, int, (const char *path), (path))
FORWARD(peek, int, (const char *path), (path))
FORWARD(open_folder, int, (const char *path), (path))
FORWARD(sync, int, (int descriptor), (descriptor))
FORWARD(lock, int, (int descriptor), (descriptor))
FORWARD(set_mode, int, (int descriptor, unsigned mode), (descriptor, mode))
FORWARD(rename, int, (const char *from, const char *to), (from, to))
FORWARD(link, int, (const char *from, const char *to), (from, to))
FORWARD(look, int, (const char *path, ftext_disk_info *info), (path, info))
FORWARD(examine, int, (int descriptor, ftext_disk_info *info),
        (descriptor, info))
FORWARD(writable, int, (const char *path), (path))
FORWARD(resolve, int, (const char *path, char *out), (path, out))
FORWARD(list, int, (const char *path, ftext_disk_visit *visit, void *data),
        (path, visit, data))
FORWARD(random, int, (void *bytes, size_t size), (bytes, size))

static int fault_unlink(const char *path) {
  if (fails("unlink")) {
    disk_fault.kept = true;
    return -1;
  }
  return ftext_disk_system.unlink(path);
}

/* The descriptor is gone even where closing it reports an error. */
static int fault_close(int descriptor) {
  int result = ftext_disk_system.close(descriptor);

  return fails("close") ? -1 : result;
}

static long fault_read(int descriptor, void *bytes, size_t size) {
  if (fails("read")) {
    return -1;
  }
  return ftext_disk_system.read(descriptor, bytes, disk_fault.tiny ? 1 : size);
}

static long fault_write(int descriptor, const void *bytes, size_t size) {
  if (fails("write")) {
    return -1;
  }
  return ftext_disk_system.write(descriptor, bytes, disk_fault.tiny ? 1 : size);
}

static const ftext_disk_calls fault_disk = {
    .create = fault_create,
    .open = fault_open,
    .peek = fault_peek,
    .open_folder = fault_open_folder,
    .read = fault_read,
    .write = fault_write,
    .sync = fault_sync,
    .close = fault_close,
    .lock = fault_lock,
    .set_mode = fault_set_mode,
    .rename = fault_rename,
    .link = fault_link,
    .unlink = fault_unlink,
    .look = fault_look,
    .examine = fault_examine,
    .writable = fault_writable,
    .resolve = fault_resolve,
    .list = fault_list,
    .random = fault_random,
};

void disk_fault_install(void) {
  ftext_disk = &fault_disk;
}

void disk_fault_arm(long at, bool sticky) {
  disk_fault.count = 0;
  disk_fault.at = at;
  disk_fault.sticky = sticky;
  disk_fault.what = NULL;
  disk_fault.kept = false;
}

void disk_fault_disarm(void) {
  disk_fault.at = 0;
}
