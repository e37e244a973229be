/* The SQL faces of family metric; ext/metric/family.c registers them. */
#ifndef FTEXT_METRIC_SQL_H
#define FTEXT_METRIC_SQL_H

#include "base/function.h"

/* Rows of (truth, predicted) and what follows from their counts. */
ftext_call ftext_counts_step;
ftext_call ftext_counts_inverse;
ftext_finish ftext_mcc_value;
ftext_finish ftext_mcc_final;
ftext_finish ftext_kappa_value;
ftext_finish ftext_kappa_final;
ftext_finish ftext_report_value;
ftext_finish ftext_report_final;

/* The same with an average; ftext_fbeta has a beta before it. */
ftext_call ftext_score_step;
ftext_call ftext_fbeta_step;
ftext_finish ftext_precision_value;
ftext_finish ftext_precision_final;
ftext_finish ftext_recall_value;
ftext_finish ftext_recall_final;
ftext_finish ftext_fbeta_value;
ftext_finish ftext_fbeta_final;

ftext_call ftext_majority_step;
ftext_call ftext_majority_inverse;
ftext_finish ftext_majority_value;
ftext_finish ftext_majority_final;

ftext_call ftext_ranking_step;
ftext_finish ftext_auroc_final;
ftext_finish ftext_auprc_final;

ftext_call ftext_alpha_step;
ftext_finish ftext_alpha_final;

#endif
