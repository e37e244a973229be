/*
** The SQL that mends a finding.
**
** A template is SQL in which these words stand for quoted SQL:
**
**   {source}              the table
**   {row}                 what tells its rows apart
**   {prompt} ...          an expression: the column as text, compared by
**                         bytes
**   {=prompt} ...         the column itself, to be set
**   {class}, {=class}     the label's column or, without one, the completion's
**   {this}                the finding's class, as a literal
**   {split name}, {train} the finding's and the training split, as literals
**   {encoding}, {format}  the options, as literals
**   {threshold}           the finding's threshold, a whole number
**   {key}                 the group where there is one, else the prompt
**
** No fix is made for a view, or where a column is missing.
*/
#ifndef FTEXT_CHECK_FIX_H
#define FTEXT_CHECK_FIX_H

#include "check/survey.h"

/* Appends to the finding's fix, the rest of which is complete.  Once a part
** cannot be written, the whole fix is given up. */
void ftext_fix(const ftext_survey *survey, ftext_finding *finding,
               const char *template);

/* Appends a literal to the finding's fix, unless that was given up. */
void ftext_fix_literal(ftext_finding *finding, ftext_text text);
void ftext_fix_integer(ftext_finding *finding, int64_t number);

#endif
