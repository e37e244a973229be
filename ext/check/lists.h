/* The lists of checks; a new list is named here and in catalogue.c. */
#ifndef FTEXT_CHECK_LISTS_H
#define FTEXT_CHECK_LISTS_H

#include "check/check.h"

extern const ftext_check_list ftext_size_checks;
extern const ftext_check_list ftext_row_checks;
extern const ftext_check_list ftext_text_checks;
extern const ftext_check_list ftext_class_checks;
extern const ftext_check_list ftext_label_checks;
extern const ftext_check_list ftext_repeat_checks;
extern const ftext_check_list ftext_near_checks;
extern const ftext_check_list ftext_balance_checks;
extern const ftext_check_list ftext_space_checks;
extern const ftext_check_list ftext_shape_checks;
extern const ftext_check_list ftext_summary_checks;

#endif
