/*
** The file calls of Windows, with what POSIX promises for them: paths are
** UTF-8, a file that is open can be renamed and removed, and errors are in
** errno.  Permissions are Windows' own and stay what a new file gets.
*/
#ifdef _WIN32
#define _CRT_RAND_S
#define WIN32_LEAN_AND_MEAN

#include "file/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

/* With its end as another name of a folder's contents. */
enum { WIDE_PATH_SIZE = FTEXT_DISK_PATH_SIZE + 4 };

static int fail(int number) {
  errno = number;
  return -1;
}

/* errno for what Windows says last. Returns -1. */
static int fail_system(void) {
  switch (GetLastError()) {
  case ERROR_FILE_NOT_FOUND:
  case ERROR_PATH_NOT_FOUND:
  case ERROR_INVALID_DRIVE:
  case ERROR_BAD_NETPATH:
    return fail(ENOENT);
  case ERROR_FILE_EXISTS:
  case ERROR_ALREADY_EXISTS:
    return fail(EEXIST);
  case ERROR_ACCESS_DENIED:
  case ERROR_SHARING_VIOLATION:
  case ERROR_DELETE_PENDING:
  case ERROR_WRITE_PROTECT:
    return fail(EACCES);
  case ERROR_LOCK_VIOLATION:
  case ERROR_IO_PENDING:
    return fail(EWOULDBLOCK);
  case ERROR_DISK_FULL:
  case ERROR_HANDLE_DISK_FULL:
    return fail(ENOSPC);
  case ERROR_NOT_ENOUGH_MEMORY:
  case ERROR_OUTOFMEMORY:
    return fail(ENOMEM);
  case ERROR_TOO_MANY_OPEN_FILES:
    return fail(EMFILE);
  case ERROR_FILENAME_EXCED_RANGE:
    return fail(ENAMETOOLONG);
  case ERROR_INVALID_NAME:
  case ERROR_DIRECTORY:
    return fail(EINVAL);
  case ERROR_NOT_SAME_DEVICE:
    return fail(EXDEV);
  default:
    return fail(EIO);
  }
}

static int widen(const char *path, wchar_t out[WIDE_PATH_SIZE]) {
  int length = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, out,
                                   FTEXT_DISK_PATH_SIZE);

  return length > 0 ? 0 : fail(ENAMETOOLONG);
}

/* A descriptor; others may read, rename and remove the file meanwhile. */
static int open_shared(const char *path, DWORD access, DWORD creation,
                       DWORD attributes) {
  wchar_t wide[WIDE_PATH_SIZE];
  HANDLE handle;
  int descriptor;

  if (widen(path, wide) != 0) {
    return -1;
  }
  handle = CreateFileW(wide, access,
                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                       NULL, creation, attributes, NULL);
  if (handle == INVALID_HANDLE_VALUE) {
    return fail_system();
  }
  descriptor = _open_osfhandle((intptr_t)handle,
                               _O_BINARY | _O_NOINHERIT |
                                   (access & GENERIC_WRITE ? 0 : _O_RDONLY));
  if (descriptor < 0) {
    CloseHandle(handle);
  }
  return descriptor;
}

static int system_create(const char *path, unsigned mode) {
  (void)mode;
  return open_shared(path, GENERIC_READ | GENERIC_WRITE, CREATE_NEW,
                     FILE_ATTRIBUTE_NORMAL);
}

static bool is_folder(const char *path) {
  wchar_t wide[WIDE_PATH_SIZE];
  DWORD attributes;

  if (widen(path, wide) != 0) {
    return false;
  }
  attributes = GetFileAttributesW(wide);
  return attributes != INVALID_FILE_ATTRIBUTES &&
         (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

/* POSIX opens a folder, and reading it then says what it is. */
static int system_open(const char *path) {
  return is_folder(path) ? fail(EISDIR)
                         : open_shared(path, GENERIC_READ, OPEN_EXISTING,
                                       FILE_ATTRIBUTE_NORMAL);
}

static int system_peek(const char *path) {
  return open_shared(path, GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING,
                     FILE_FLAG_OPEN_REPARSE_POINT);
}

/* A folder's names are in the file system's log; they cannot be flushed. */
static int system_open_folder(const char *path) {
  (void)path;
  return fail(EINVAL);
}

static unsigned at_most(size_t size) {
  return size < INT_MAX ? (unsigned)size : INT_MAX;
}

static long system_read(int descriptor, void *bytes, size_t size) {
  return _read(descriptor, bytes, at_most(size));
}

static long system_write(int descriptor, const void *bytes, size_t size) {
  return _write(descriptor, bytes, at_most(size));
}

static HANDLE handle_of(int descriptor) {
  return (HANDLE)_get_osfhandle(descriptor);
}

/* A lock on Windows keeps others from reading: one far behind the end of
** any file is only a sign. */
static int system_lock(int descriptor) {
  OVERLAPPED place = {.OffsetHigh = 0x7FFFFFFF};

  return LockFileEx(handle_of(descriptor),
                    LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1,
                    0, &place)
             ? 0
             : fail_system();
}

static int system_set_mode(int descriptor, unsigned mode) {
  (void)descriptor;
  (void)mode;
  return 0;
}

static int move(const char *from, const char *to) {
  wchar_t wide_from[WIDE_PATH_SIZE];
  wchar_t wide_to[WIDE_PATH_SIZE];

  if (widen(from, wide_from) != 0 || widen(to, wide_to) != 0) {
    return -1;
  }
  return MoveFileExW(wide_from, wide_to,
                     MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)
             ? 0
             : fail_system();
}

static int system_link(const char *from, const char *to) {
  wchar_t wide_from[WIDE_PATH_SIZE];
  wchar_t wide_to[WIDE_PATH_SIZE];

  if (widen(from, wide_from) != 0 || widen(to, wide_to) != 0) {
    return -1;
  }
  return CreateHardLinkW(wide_to, wide_from, NULL) ? 0 : fail_system();
}

static int system_unlink(const char *path) {
  wchar_t wide[WIDE_PATH_SIZE];

  if (widen(path, wide) != 0) {
    return -1;
  }
  return DeleteFileW(wide) ? 0 : fail_system();
}

static void describe(DWORD attributes, ftext_disk_info *info) {
  bool folder = (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
  bool symlink = (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
  bool device = (attributes & FILE_ATTRIBUTE_DEVICE) != 0;

  *info = (ftext_disk_info){.regular = !folder && !symlink && !device,
                            .folder = folder && !symlink,
                            .symlink = symlink,
                            .mode = 0666};
}

static int system_look(const char *path, ftext_disk_info *info) {
  wchar_t wide[WIDE_PATH_SIZE];
  DWORD attributes;

  if (widen(path, wide) != 0) {
    return -1;
  }
  attributes = GetFileAttributesW(wide);
  if (attributes == INVALID_FILE_ATTRIBUTES) {
    return fail_system();
  }
  describe(attributes, info);
  return 0;
}

static int system_examine(int descriptor, ftext_disk_info *info) {
  HANDLE handle = handle_of(descriptor);
  BY_HANDLE_FILE_INFORMATION file;
  FILE_STANDARD_INFO standard;

  if (GetFileType(handle) != FILE_TYPE_DISK) {
    *info = (ftext_disk_info){0};
    return 0;
  }
  if (!GetFileInformationByHandle(handle, &file) ||
      !GetFileInformationByHandleEx(handle, FileStandardInfo, &standard,
                                    sizeof standard)) {
    return fail_system();
  }
  describe(file.dwFileAttributes, info);
  info->unlinked = standard.DeletePending || standard.NumberOfLinks == 0;
  return 0;
}

static int system_writable(const char *path) {
  enum { WRITE = 2 };
  wchar_t wide[WIDE_PATH_SIZE];

  return widen(path, wide) != 0 ? -1 : _waccess(wide, WRITE);
}

static int system_resolve(const char *path, char *out) {
  static const wchar_t device[] = L"\\\\?\\";
  wchar_t wide[WIDE_PATH_SIZE];
  const wchar_t *name = wide;
  int descriptor =
      open_shared(path, 0, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
  DWORD length;

  if (descriptor < 0) {
    return -1;
  }
  length = GetFinalPathNameByHandleW(handle_of(descriptor), wide,
                                     FTEXT_DISK_PATH_SIZE, 0);
  _close(descriptor);
  if (length == 0 || length >= FTEXT_DISK_PATH_SIZE) {
    return length == 0 ? fail_system() : fail(ENAMETOOLONG);
  }
  if (wcsncmp(name, device, 4) == 0 && wcsncmp(name + 4, L"UNC\\", 4) != 0) {
    name += 4;
  }
  return WideCharToMultiByte(CP_UTF8, 0, name, -1, out, FTEXT_DISK_PATH_SIZE,
                             NULL, NULL) > 0
             ? 0
             : fail(ENAMETOOLONG);
}

static int system_list(const char *folder, ftext_disk_visit *visit,
                       void *data) {
  wchar_t wide[WIDE_PATH_SIZE];
  char name[3 * MAX_PATH + 1];
  WIN32_FIND_DATAW found;
  HANDLE search;

  if (widen(folder, wide) != 0) {
    return -1;
  }
  wcscat(wide, L"\\*");
  search = FindFirstFileW(wide, &found);
  if (search == INVALID_HANDLE_VALUE) {
    return fail_system();
  }
  do {
    if (WideCharToMultiByte(CP_UTF8, 0, found.cFileName, -1, name, sizeof name,
                            NULL, NULL) > 0) {
      visit(data, name);
    }
  } while (FindNextFileW(search, &found));
  return FindClose(search) ? 0 : fail_system();
}

static int system_random(void *bytes, size_t size) {
  uint8_t *out = bytes;
  unsigned number;

  while (size-- > 0) {
    if (rand_s(&number) != 0) {
      return fail(EIO);
    }
    *out++ = (uint8_t)number;
  }
  return 0;
}

const ftext_disk_calls ftext_disk_system = {
    .create = system_create,
    .open = system_open,
    .peek = system_peek,
    .open_folder = system_open_folder,
    .read = system_read,
    .write = system_write,
    .sync = _commit,
    .close = _close,
    .lock = system_lock,
    .set_mode = system_set_mode,
    .rename = move,
    .link = system_link,
    .unlink = system_unlink,
    .look = system_look,
    .examine = system_examine,
    .writable = system_writable,
    .resolve = system_resolve,
    .list = system_list,
    .random = system_random,
};

#else
typedef int ftext_disk_windows_is_for_windows;
#endif
