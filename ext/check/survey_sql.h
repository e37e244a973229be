/* Surveying a source with SQL: the passes of check/check.h. */
#ifndef FTEXT_CHECK_SURVEY_SQL_H
#define FTEXT_CHECK_SURVEY_SQL_H

#include "base/table.h"
#include "check/survey.h"

/* Makes all passes that the checks ask for, and concludes.  Returns
** SQLite's result code; the error is the cursor's. */
int ftext_survey_run(ftext_cursor *cursor, ftext_survey *survey);

/* The class pass, in a file of its own. */
int ftext_survey_classes(ftext_cursor *cursor, ftext_survey *survey);

#endif
