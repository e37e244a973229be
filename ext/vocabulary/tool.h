/* What the parts of the host tool share: one way to fail. */
#ifndef FTEXT_VOCABULARY_TOOL_H
#define FTEXT_VOCABULARY_TOOL_H

#include <stddef.h>
#include <stdio.h>

/* Prints why the build cannot go on, and ends the program. */
__attribute__((format(printf, 1, 2))) _Noreturn void stop(const char *format,
                                                          ...);

/* Zeroed memory; never NULL. */
void *allocate(size_t size);

/* Opens FOLDER/NAME; never NULL. */
FILE *open_file(const char *folder, const char *name, const char *mode);

#endif
