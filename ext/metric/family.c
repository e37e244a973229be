#include "metric/family.h"

#include "metric/sql.h"

/* What the rows below have in common. */
#define LABEL_RULE                                                             \
  "Labels are compared as text; an INTEGER is its digits, and a REAL without " \
  "fraction (below 2^53) the INTEGER, so 1, '1' and 1.0 are one label. Any "   \
  "other REAL is an error: CAST it to TEXT. "

#define ROW_RULE                                                               \
  "A row whose truth is NULL is left out. A predicted that is NULL is an "     \
  "answer that could not be read: the row counts as wrong, and NULL is no "    \
  "class. No rows give NULL. " LABEL_RULE

#define WINDOW_RULE "Also a window function, with an exact inverse. "

#define AVERAGE_RULE                                                           \
  "average: 'macro' (default) is the mean over the classes, and classes are "  \
  "the labels in truth or predicted; 'weighted' weighs them by support, the "  \
  "rows of that truth; 'micro' counts all rows at once, which is the "         \
  "accuracy; 'class:spam' is the figure of the one class spam. It must be "    \
  "the same in the whole group; NULL or any other is an error. As in "         \
  "scikit-learn 1.2 a division by zero gives 0.0 (its own default average, "   \
  "'binary', is 'class:1' here). " ROW_RULE WINDOW_RULE

#define RANK_RULE                                                              \
  "positive is 1 or 0, as from label = 'spam'; another value is an error. "    \
  "score is a number, the higher the more likely positive; text that is no "   \
  "number is an error. A row whose positive is NULL is left out; a score "     \
  "that is NULL is a wrong answer: a positive is ranked behind all others, a " \
  "negative before all others. Sorts once; 16 bytes a row. An aggregate "      \
  "only: it has no window form. "

static const ftext_function functions[] = {
    {
        .name = "ftext_precision",
        .arguments = "truth, predicted [, average]",
        .returns = "REAL, 0 to 1",
        .summary = "Of the answers of a class, how many are right.",
        .details = "Correct answers of the class, divided by its "
                   "answers. " AVERAGE_RULE,
        .example = "SELECT ftext_precision(column1, column2, 'class:spam') "
                   "FROM (VALUES ('spam', 'spam'), ('ham', 'spam'))",
        .least = 2,
        .most = 3,
        .flags = FTEXT_PURE,
        .step = ftext_score_step,
        .final = ftext_precision_final,
        .value = ftext_precision_value,
        .inverse = ftext_counts_inverse,
    },
    {
        .name = "ftext_recall",
        .arguments = "truth, predicted [, average]",
        .returns = "REAL, 0 to 1",
        .summary = "Of the rows of a class, how many were found.",
        .details = "Correct answers of the class, divided by the rows whose "
                   "truth it is. The macro average is also called balanced "
                   "accuracy where no class is only predicted. " AVERAGE_RULE,
        .example = "SELECT ftext_recall(column1, column2, 'class:spam') "
                   "FROM (VALUES ('spam', 'spam'), ('spam', NULL))",
        .least = 2,
        .most = 3,
        .flags = FTEXT_PURE,
        .step = ftext_score_step,
        .final = ftext_recall_final,
        .value = ftext_recall_value,
        .inverse = ftext_counts_inverse,
    },
    {
        .name = "ftext_f1",
        .arguments = "truth, predicted [, average]",
        .returns = "REAL, 0 to 1",
        .summary = "The harmonic mean of precision and recall.",
        .details = "Of a class 2 * correct / (support + predicted). What "
                   "OpenAI's results files called weighted_f1_score has the "
                   "average 'weighted'. " AVERAGE_RULE,
        .example = "SELECT ftext_f1(column1, column2, 'weighted') "
                   "FROM (VALUES ('a', 'a'), ('a', 'b'), ('b', 'b'))",
        .least = 2,
        .most = 3,
        .flags = FTEXT_PURE,
        .step = ftext_score_step,
        .final = ftext_fbeta_final,
        .value = ftext_fbeta_value,
        .inverse = ftext_counts_inverse,
    },
    {
        .name = "ftext_fbeta",
        .arguments = "truth, predicted, beta [, average]",
        .returns = "REAL, 0 to 1",
        .summary = "The mean of precision and recall in which recall weighs "
                   "beta times as much.",
        .details = "Of a class (1 + beta^2) * correct / (beta^2 * support + "
                   "predicted). beta is a number >= 0, the same in the whole "
                   "group; 0 gives precision, 1 gives F1; NULL is an "
                   "error. " AVERAGE_RULE,
        .example = "SELECT ftext_fbeta(column1, column2, 2, 'class:a') "
                   "FROM (VALUES ('a', 'a'), ('a', 'b'), ('b', 'b'))",
        .least = 3,
        .most = 4,
        .flags = FTEXT_PURE,
        .step = ftext_fbeta_step,
        .final = ftext_fbeta_final,
        .value = ftext_fbeta_value,
        .inverse = ftext_counts_inverse,
    },
    {
        .name = "ftext_mcc",
        .arguments = "truth, predicted",
        .returns = "REAL, -1 to 1",
        .summary = "Matthews' correlation coefficient: right beyond chance, "
                   "for classes of any size.",
        .details = "For any number of classes (Gorodkin 2004), as in "
                   "scikit-learn 1.2: 0.0 where truth or predicted has one "
                   "value only. All NULLs of predicted count as one answer "
                   "that is never right. " ROW_RULE WINDOW_RULE,
        .example = "SELECT ftext_mcc(column1, column2) "
                   "FROM (VALUES ('a', 'a'), ('a', 'b'), ('b', 'b'))",
        .least = 2,
        .most = 2,
        .flags = FTEXT_PURE,
        .step = ftext_counts_step,
        .final = ftext_mcc_final,
        .value = ftext_mcc_value,
        .inverse = ftext_counts_inverse,
    },
    {
        .name = "ftext_kappa",
        .arguments = "truth, predicted",
        .returns = "REAL, at most 1",
        .summary = "Cohen's kappa: agreement beyond chance between two "
                   "people, or between truth and answers.",
        .details =
            "(observed - expected) / (1 - expected) agreement, where expected "
            "follows from how often either uses each label (Cohen 1960). NULL "
            "where it is not defined: both have the same one label in all "
            "rows. For two people leave out rows in which either is NULL; "
            "here a second one that is NULL agrees with nothing. " ROW_RULE
                WINDOW_RULE,
        .example = "SELECT ftext_kappa(column1, column2) "
                   "FROM (VALUES ('a', 'a'), ('a', 'b'), ('b', 'b'))",
        .least = 2,
        .most = 2,
        .flags = FTEXT_PURE,
        .step = ftext_counts_step,
        .final = ftext_kappa_final,
        .value = ftext_kappa_value,
        .inverse = ftext_counts_inverse,
    },
    {
        .name = "ftext_classification_report",
        .arguments = "truth, predicted",
        .returns = "JSON object",
        .summary = "Every figure of a group at once, over all and for each "
                   "class.",
        .details =
            "accuracy; rows; unparsed, the rows whose predicted is NULL; "
            "macro and weighted, each an object with precision, recall and "
            "f1; and classes, an array in the order of the labels' bytes of "
            "objects with label, precision, recall, f1, support, predicted "
            "and correct. REALs have 15 digits. As in scikit-learn 1.2 a "
            "division by zero gives 0.0. " ROW_RULE WINDOW_RULE,
        .example = "SELECT ftext_classification_report(column1, column2) "
                   "FROM (VALUES ('a', 'a'), ('b', NULL))",
        .least = 2,
        .most = 2,
        .flags = FTEXT_PURE | FTEXT_JSON,
        .step = ftext_counts_step,
        .final = ftext_report_final,
        .value = ftext_report_value,
        .inverse = ftext_counts_inverse,
    },
    {
        .name = "ftext_auroc",
        .arguments = "positive, score",
        .returns = "REAL, 0 to 1",
        .summary = "The area under the ROC curve: how often a positive has a "
                   "higher score than a negative.",
        .details = "Ties count one half, as in scikit-learn 1.2. NULL "
                   "without positives or without negatives. " RANK_RULE,
        .example = "SELECT ftext_auroc(column1, column2) "
                   "FROM (VALUES (1, 0.9), (0, 0.4), (1, 0.4), (0, 0.1))",
        .least = 2,
        .most = 2,
        .flags = FTEXT_PURE,
        .step = ftext_ranking_step,
        .final = ftext_auroc_final,
    },
    {
        .name = "ftext_auprc",
        .arguments = "positive, score",
        .returns = "REAL, 0 to 1",
        .summary = "The area under the curve of precision over recall: the "
                   "average precision.",
        .details = "In steps, as average_precision_score in scikit-learn "
                   "1.2: for each score the precision of the rows from there "
                   "up, times what the recall gained; no straight lines are "
                   "drawn between. NULL without positives. " RANK_RULE,
        .example = "SELECT ftext_auprc(column1, column2) "
                   "FROM (VALUES (1, 0.9), (0, 0.4), (1, 0.4), (0, 0.1))",
        .least = 2,
        .most = 2,
        .flags = FTEXT_PURE,
        .step = ftext_ranking_step,
        .final = ftext_auprc_final,
    },
    {
        .name = "ftext_alpha",
        .arguments = "item, label",
        .returns = "REAL, at most 1",
        .summary = "Krippendorff's alpha: agreement beyond chance between "
                   "any number of people.",
        .details =
            "One row for each label that somebody gave to an item. Nominal: "
            "labels are the same or not. 1 - observed / expected "
            "disagreement over pairs of labels of one item (Krippendorff "
            "2011). An item with one label is left out, and so is a row "
            "whose item or label is NULL: it is missing, and no label of its "
            "own. NULL where it is not defined: no item has two labels, or "
            "all labels are the same. Items are compared as labels are. 8 "
            "bytes a row, each item and label once. An aggregate only: it "
            "has no window form. " LABEL_RULE,
        .example = "SELECT ftext_alpha(column1, column2) FROM (VALUES "
                   "(1, 'a'), (1, 'a'), (2, 'b'), (2, 'b'), (3, 'a'), "
                   "(3, 'b'))",
        .least = 2,
        .most = 2,
        .flags = FTEXT_PURE,
        .step = ftext_alpha_step,
        .final = ftext_alpha_final,
    },
    {
        .name = "ftext_majority",
        .arguments = "label",
        .returns = "TEXT or INTEGER, a label, or NULL",
        .summary = "The label with the most votes; NULL on a tie.",
        .details =
            "More votes than any other label, which need not be more than "
            "half. NULL is no vote; without votes the result is NULL. It is "
            "an INTEGER where any vote for it came as a number, else TEXT. "
            "Also a window function, with an exact inverse. " LABEL_RULE,
        .example = "SELECT ftext_majority(value) "
                   "FROM json_each('[\"spam\",\"ham\",\"spam\"]')",
        .least = 1,
        .most = 1,
        .flags = FTEXT_PURE,
        .step = ftext_majority_step,
        .final = ftext_majority_final,
        .value = ftext_majority_value,
        .inverse = ftext_majority_inverse,
    },
};

const ftext_family ftext_metric_family = {
    .name = "metric",
    .functions = functions,
    .function_count = sizeof functions / sizeof functions[0],
};
