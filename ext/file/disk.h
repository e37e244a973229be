/*
** The operating system's file calls, all of them, in one table.
**
** Family file reaches files through `ftext_disk` only, so that a test can
** put a table in its place whose calls fail when the test says so: compiled
** with FTEXT_TEST_DISK the pointer can be changed, in the library it cannot.
** Calls return what POSIX returns: -1 and errno where they fail.  Everything
** above this table expects EINTR and short writes, and the functions below
** deal with them.
*/
#ifndef FTEXT_FILE_DISK_H
#define FTEXT_FILE_DISK_H

#include <stdbool.h>
#include <stddef.h>

/* What a path or a descriptor leads to. */
typedef struct ftext_disk_info {
  bool regular;
  bool folder;
  bool symlink;  /* only where the last component is not followed */
  bool unlinked; /* no name leads to it any more */
  unsigned mode; /* permission bits */
} ftext_disk_info;

/* Called for each name in a folder. */
typedef void ftext_disk_visit(void *data, const char *name);

/* How ftext_disk->resolve fills its buffer, the zero byte included. */
enum { FTEXT_DISK_PATH_SIZE = 4096 };

typedef struct ftext_disk_calls {
  int (*create)(const char *path, unsigned mode); /* new, to write */
  int (*open)(const char *path);                  /* to read, waits */
  int (*peek)(const char *path); /* to read, never waits, no symbolic link */
  int (*open_folder)(const char *path);
  long (*read)(int descriptor, void *bytes, size_t size);
  long (*write)(int descriptor, const void *bytes, size_t size);
  int (*sync)(int descriptor);
  int (*close)(int descriptor);
  int (*lock)(int descriptor); /* exclusively, without waiting */
  int (*set_mode)(int descriptor, unsigned mode);
  int (*rename)(const char *from, const char *to);
  int (*link)(const char *from, const char *to);
  int (*unlink)(const char *path);
  int (*look)(const char *path, ftext_disk_info *info); /* no link followed */
  int (*examine)(int descriptor, ftext_disk_info *info);
  int (*writable)(const char *path); /* 0 where this process may write */
  int (*resolve)(const char *path, char *out); /* follows symbolic links */
  int (*list)(const char *folder, ftext_disk_visit *visit, void *data);
  int (*random)(void *bytes, size_t size);
} ftext_disk_calls;

extern const ftext_disk_calls ftext_disk_system;
#ifdef FTEXT_TEST_DISK
#define FTEXT_DISK_FIXED
#else
#define FTEXT_DISK_FIXED const
#endif
extern const ftext_disk_calls *FTEXT_DISK_FIXED ftext_disk;

/* Opens to read; 0 or an error number. */
int ftext_disk_open(const char *path, int *descriptor);

/* Reads up to `size` bytes, 0 of them at the end; 0 or an error number. */
int ftext_disk_read(int descriptor, void *bytes, size_t size, size_t *read);

/* Writes all of it; 0 or an error number. */
int ftext_disk_write(int descriptor, const void *bytes, size_t size);

/* Waits until the content is on the disk; 0 or an error number. */
int ftext_disk_sync(int descriptor);

/* The same for a folder's names.  A file system that cannot do that is
** no error. */
int ftext_disk_sync_folder(const char *path);

/* Writes the words for an error number. Returns out. */
enum { FTEXT_DISK_REASON_SIZE = 128 };
const char *ftext_disk_reason(char out[FTEXT_DISK_REASON_SIZE], int number);

#endif
