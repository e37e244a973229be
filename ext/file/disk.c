#define _DEFAULT_SOURCE /* NOLINT: POSIX, flock and getentropy */

#include "file/disk.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef _WIN32
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif
#ifdef __APPLE__
#include <sys/random.h>
#endif

#ifndef _WIN32 /* where disk_windows.c has the calls */

static int system_create(const char *path, unsigned mode) {
  return open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
}

static int system_open(const char *path) {
  return open(path, O_RDONLY | O_CLOEXEC);
}

static int system_peek(const char *path) {
  return open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
}

static int system_open_folder(const char *path) {
  return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static long system_read(int descriptor, void *bytes, size_t size) {
  return read(descriptor, bytes, size);
}

static long system_write(int descriptor, const void *bytes, size_t size) {
  return write(descriptor, bytes, size);
}

static int system_lock(int descriptor) {
  return flock(descriptor, LOCK_EX | LOCK_NB);
}

static int system_set_mode(int descriptor, unsigned mode) {
  return fchmod(descriptor, mode);
}

static void describe(const struct stat *status, ftext_disk_info *info) {
  *info = (ftext_disk_info){.regular = S_ISREG(status->st_mode),
                            .folder = S_ISDIR(status->st_mode),
                            .symlink = S_ISLNK(status->st_mode),
                            .unlinked = status->st_nlink == 0,
                            .mode = status->st_mode & 0777};
}

static int system_look(const char *path, ftext_disk_info *info) {
  struct stat status;

  if (lstat(path, &status) != 0) {
    return -1;
  }
  describe(&status, info);
  return 0;
}

static int system_examine(int descriptor, ftext_disk_info *info) {
  struct stat status;

  if (fstat(descriptor, &status) != 0) {
    return -1;
  }
  describe(&status, info);
  return 0;
}

static int system_writable(const char *path) {
  return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS);
}

static int system_resolve(const char *path, char *out) {
  _Static_assert(FTEXT_DISK_PATH_SIZE >= PATH_MAX, "realpath writes PATH_MAX");
  return realpath(path, out) == NULL ? -1 : 0;
}

static int system_list(const char *folder, ftext_disk_visit *visit,
                       void *data) {
  DIR *stream = opendir(folder);
  const struct dirent *entry;

  if (stream == NULL) {
    return -1;
  }
  while ((entry = readdir(stream)) != NULL) {
    visit(data, entry->d_name);
  }
  return closedir(stream);
}

const ftext_disk_calls ftext_disk_system = {
    .create = system_create,
    .open = system_open,
    .peek = system_peek,
    .open_folder = system_open_folder,
    .read = system_read,
    .write = system_write,
    .sync = fsync,
    .close = close,
    .lock = system_lock,
    .set_mode = system_set_mode,
    .rename = rename,
    .link = link,
    .unlink = unlink,
    .look = system_look,
    .examine = system_examine,
    .writable = system_writable,
    .resolve = system_resolve,
    .list = system_list,
    .random = getentropy,
};

#endif

const ftext_disk_calls *FTEXT_DISK_FIXED ftext_disk = &ftext_disk_system;

int ftext_disk_open(const char *path, int *descriptor) {
  do {
    *descriptor = ftext_disk->open(path);
  } while (*descriptor < 0 && errno == EINTR);
  return *descriptor < 0 ? errno : 0;
}

int ftext_disk_read(int descriptor, void *bytes, size_t size, size_t *read) {
  long count;

  do {
    count = ftext_disk->read(descriptor, bytes, size);
  } while (count < 0 && errno == EINTR);
  *read = count < 0 ? 0 : (size_t)count;
  return count < 0 ? errno : 0;
}

int ftext_disk_write(int descriptor, const void *bytes, size_t size) {
  const char *rest = bytes;
  long count;

  while (size > 0) {
    count = ftext_disk->write(descriptor, rest, size);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      return count < 0 ? errno : ENOSPC;
    }
    rest += count;
    size -= (size_t)count;
  }
  return 0;
}

int ftext_disk_sync(int descriptor) {
  int result;

  do {
    result = ftext_disk->sync(descriptor);
  } while (result != 0 && errno == EINTR);
  return result == 0 ? 0 : errno;
}

int ftext_disk_sync_folder(const char *path) {
  int descriptor;
  int number;

  do {
    descriptor = ftext_disk->open_folder(path);
  } while (descriptor < 0 && errno == EINTR);
  if (descriptor < 0) {
    return errno == EINVAL ? 0 : errno;
  }
  number = ftext_disk_sync(descriptor);
  ftext_disk->close(descriptor);
  return number == EINVAL || number == EBADF ? 0 : number;
}

const char *ftext_disk_reason(char out[FTEXT_DISK_REASON_SIZE], int number) {
#ifdef _WIN32
  int result = strerror_s(out, FTEXT_DISK_REASON_SIZE, number);
#else
  int result = strerror_r(number, out, FTEXT_DISK_REASON_SIZE);
#endif

  if (result != 0) {
    snprintf(out, FTEXT_DISK_REASON_SIZE, "error number %d", number);
  }
  return out;
}
