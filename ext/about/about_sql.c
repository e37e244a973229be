#include "about/sql.h"
#include "base/processor.h"
#include "base/value.h"
#include "ftext.h"

#include <utf8proc.h>

void ftext_version_sql(sqlite3_context *context, int argc,
                       sqlite3_value **argv) {
  (void)argc;
  (void)argv;
  sqlite3_result_text(context, "v" FTEXT_VERSION, -1, SQLITE_STATIC);
}

static const char *compiler(void) {
#if defined(__clang__)
  return "clang " __clang_version__;
#elif defined(__GNUC__)
  return "gcc " __VERSION__;
#else
  return "unknown";
#endif
}

void ftext_debug_sql(sqlite3_context *context, int argc, sqlite3_value **argv) {
  char *text;

  (void)argc;
  (void)argv;
  text = sqlite3_mprintf("Version: v%s\n"
                         "Compiler: %s\n"
                         "SQLite: %s, compiled against %s\n"
                         "utf8proc: %s, Unicode %s\n"
                         "Processor variant: %s",
                         FTEXT_VERSION, compiler(), sqlite3_libversion(),
                         SQLITE_VERSION, utf8proc_version(),
                         utf8proc_unicode_version(), ftext_processor_variant());
  if (text == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  sqlite3_result_text(context, text, -1, sqlite3_free);
}
