-- Errors name the function, the value and what would do, and come from
-- window functions as from aggregates.
.bail off
CREATE TABLE answer (truth, predicted, average, beta);
INSERT INTO answer VALUES ('a', 'a', 'macro', 1), ('b', 'a', 'micro', 2);
SELECT ftext_f1(truth, predicted, 'wieghted') FROM answer;
SELECT ftext_f1(truth, predicted, 'a') FROM answer;
SELECT ftext_f1(truth, predicted, 'class') FROM answer;
SELECT ftext_f1(truth, predicted, NULL) FROM answer;
SELECT ftext_f1(truth, predicted, average) FROM answer;
SELECT ftext_precision(truth, predicted, x'ff') FROM answer;
SELECT ftext_recall(0.5, predicted) FROM answer;
SELECT ftext_recall(truth, 1e300) FROM answer;
SELECT ftext_fbeta(truth, predicted, -1) FROM answer;
SELECT ftext_fbeta(truth, predicted, 'much') FROM answer;
SELECT ftext_fbeta(truth, predicted, x'31') FROM answer;
SELECT ftext_fbeta(truth, predicted, NULL) FROM answer;
SELECT ftext_fbeta(truth, predicted, beta) FROM answer;
SELECT ftext_fbeta(truth, predicted, 1, average) FROM answer;
SELECT ftext_mcc(truth, 0.1) FROM answer;
SELECT ftext_kappa(0.1, predicted) FROM answer;
SELECT ftext_classification_report(0.1, predicted) FROM answer;
SELECT ftext_majority(0.1) FROM answer;
SELECT ftext_auroc(truth, 1) FROM answer;
SELECT ftext_auroc(2, 1) FROM answer;
SELECT ftext_auprc(1, predicted) FROM answer;
SELECT ftext_auprc(1, x'31') FROM answer;
SELECT ftext_alpha(0.1, truth) FROM answer;
SELECT ftext_alpha(1, 0.1) FROM answer;
SELECT '-- as window functions';
SELECT ftext_f1(truth, predicted, average) OVER () FROM answer;
SELECT ftext_f1(truth, predicted, 'wieghted') OVER (ROWS 1 PRECEDING)
FROM answer;
SELECT ftext_fbeta(truth, predicted, beta) OVER (ROWS 1 PRECEDING)
FROM answer;
SELECT ftext_mcc(truth, 0.1) OVER () FROM answer;
SELECT ftext_classification_report(truth, 0.1) OVER (ROWS 1 PRECEDING)
FROM answer;
SELECT ftext_majority(0.1) OVER () FROM answer;
SELECT ftext_auroc(1, 1) OVER () FROM answer;
SELECT ftext_alpha(1, 1) OVER () FROM answer;
SELECT '-- options may differ between groups, and where no frame has both';
SELECT truth, ftext_f1(truth, predicted, average) FROM answer GROUP BY truth;
SELECT ftext_f1(truth, predicted, average) OVER (ROWS CURRENT ROW)
FROM answer;
