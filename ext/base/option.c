#include "base/option.h"

#include <stdio.h>
#include <string.h>

const char *ftext_unknown_option(char out[FTEXT_UNKNOWN_OPTION_SIZE],
                                 ftext_text name, const ftext_option *options) {
  ftext_nearest nearest = ftext_nearest_to(name);
  char quoted[FTEXT_NEAREST_SIZE];
  char known[200] = "";
  size_t length = 0;

  for (; options->name != NULL; options++) {
    ftext_nearest_try(&nearest, ftext_text_of(options->name));
    snprintf(known + length, sizeof known - length, "%s%s",
             length > 0 ? ", " : "", options->name);
    length = strlen(known);
  }
  snprintf(out, FTEXT_UNKNOWN_OPTION_SIZE, "unknown option %s (known: %s)",
           ftext_nearest_quote(quoted, &nearest), known);
  return out;
}
