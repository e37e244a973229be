/*
** A table of the operating system's file calls (ext/file/disk.h) whose Nth
** call from now fails, once or from there on.
*/
#ifndef FTEXT_TESTS_FAULT_DISK_FAULT_H
#define FTEXT_TESTS_FAULT_DISK_FAULT_H

#include <stdbool.h>

typedef struct disk_fault_state {
  long count;       /* calls since arming */
  long at;          /* the one to fail; 0: none */
  bool sticky;      /* all behind it fail as well */
  int number;       /* errno that it fails with; EIO at first */
  bool tiny;        /* writes take a byte at a time, reads give one */
  const char *what; /* the first one that has failed, NULL: none */
  bool kept;        /* a removal has failed */
} disk_fault_state;

extern disk_fault_state disk_fault;

/* Puts the table under family file, which is compiled with
** FTEXT_TEST_DISK. */
void disk_fault_install(void);

/* Calls are counted from here; number `at` fails (0: none), and with
** `sticky` all later ones too. */
void disk_fault_arm(long at, bool sticky);

/* No call fails any more. */
void disk_fault_disarm(void);

#endif
