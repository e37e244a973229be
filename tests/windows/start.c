/*
** Linked into the sqlite3 shell for Windows: it writes the bytes it is given,
** without a carriage return before each line feed, and at once, so that its
** errors stand where they belong in a common file.
*/
#include <fcntl.h>
#include <io.h>
#include <stdio.h>

__attribute__((constructor)) static void start(void) {
  _setmode(_fileno(stdin), _O_BINARY);
  _setmode(_fileno(stdout), _O_BINARY);
  _setmode(_fileno(stderr), _O_BINARY);
  setvbuf(stdout, NULL, _IONBF, 0);
}
