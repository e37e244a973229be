-- What a NULL, a missing class, and a division by zero mean.
.nullvalue NULL
CREATE TABLE answer (run TEXT, truth, predicted);

SELECT '-- No rows, and no row that has a truth';
SELECT ftext_precision(truth, predicted), ftext_recall(truth, predicted),
  ftext_f1(truth, predicted), ftext_fbeta(truth, predicted, 2),
  ftext_mcc(truth, predicted), ftext_kappa(truth, predicted),
  ftext_classification_report(truth, predicted), ftext_majority(truth),
  ftext_auroc(truth, predicted), ftext_auprc(truth, predicted),
  ftext_alpha(truth, predicted) FROM answer;
INSERT INTO answer VALUES ('none', NULL, 'a');
SELECT ftext_precision(truth, predicted), ftext_recall(truth, predicted),
  ftext_f1(truth, predicted), ftext_fbeta(truth, predicted, 2),
  ftext_mcc(truth, predicted), ftext_kappa(truth, predicted),
  ftext_classification_report(truth, predicted), ftext_majority(truth),
  ftext_auroc(truth, predicted), ftext_auprc(truth, predicted),
  ftext_alpha(truth, predicted) FROM answer;

SELECT '-- A truth that is NULL changes nothing';
INSERT INTO answer VALUES ('null', 'a', 'a'), ('null', 'b', 'a'),
  ('null', NULL, 'z'), ('null', NULL, NULL);
SELECT ftext_f1(truth, predicted) = 1 / 3.0 FROM answer WHERE run = 'null';

SELECT '-- An answer that is NULL is wrong and no class: a 2/3, b 0';
INSERT INTO answer VALUES ('wrong', 'a', 'a'), ('wrong', 'a', NULL),
  ('wrong', 'b', NULL), ('wrong', 'a', 'a');
SELECT ftext_recall(truth, predicted, 'class:a') = 2 / 3.0,
  ftext_precision(truth, predicted, 'class:a'),
  ftext_recall(truth, predicted) = 1 / 3.0,
  ftext_recall(truth, predicted, 'micro'),
  ftext_precision(truth, predicted, 'micro'),
  ftext_f1(truth, predicted, 'micro'),
  json_extract(ftext_classification_report(truth, predicted), '$.unparsed')
FROM answer WHERE run = 'wrong';
-- As scikit-learn has it where NULL is an answer of its own, 'z'.
SELECT ftext_mcc(truth, predicted) IS ftext_mcc(truth, ifnull(predicted, 'z')),
  ftext_kappa(truth, predicted) IS ftext_kappa(truth, ifnull(predicted, 'z')),
  ftext_f1(truth, predicted, 'micro')
    IS ftext_f1(truth, ifnull(predicted, 'z'), 'micro'),
  ftext_f1(truth, predicted, 'weighted')
    IS ftext_f1(truth, ifnull(predicted, 'z'), 'weighted'),
  ftext_f1(truth, predicted) > ftext_f1(truth, ifnull(predicted, 'z'))
FROM answer WHERE run = 'wrong';

SELECT '-- A class that is only predicted counts in the macro average';
INSERT INTO answer VALUES ('invented', 'a', 'a'), ('invented', 'a', 'x');
SELECT ftext_recall(truth, predicted), ftext_recall(truth, predicted,
  'weighted'), ftext_precision(truth, predicted, 'class:x'),
  ftext_f1(truth, predicted, 'class:y') FROM answer WHERE run = 'invented';

SELECT '-- 1, ''1'', 1.0 and the BLOB of it are one label; '' 1'' is not';
INSERT INTO answer VALUES ('type', 1, '1'), ('type', '1', 1.0),
  ('type', 1.0, x'31'), ('type', -7, '-7'), ('type', 1, ' 1');
SELECT ftext_f1(truth, predicted, 'micro'),
  ftext_recall(truth, predicted, 'class:1'),
  json_array_length(ftext_classification_report(truth, predicted), '$.classes')
FROM answer WHERE run = 'type';

SELECT '-- One class in all';
SELECT ftext_mcc(1, 1), ftext_kappa(1, 1), ftext_f1(1, 1), ftext_mcc(1, NULL),
  ftext_kappa(1, NULL), ftext_f1(1, NULL);
SELECT '-- All right, all wrong';
SELECT ftext_mcc(value, value), ftext_kappa(value, value),
  ftext_f1(value, value), ftext_f1(value, value, 'weighted'),
  ftext_mcc(value, 1 - value), ftext_kappa(value, 1 - value)
FROM json_each('[0,1,0,1]');
SELECT '-- Beta 0 is precision, a large one recall';
SELECT ftext_fbeta(truth, predicted, 0, 'class:a')
    = ftext_precision(truth, predicted, 'class:a'),
  ftext_fbeta(truth, predicted, 1e200, 'class:a')
    = ftext_recall(truth, predicted, 'class:a'),
  ftext_fbeta(truth, predicted, 9e999, 'class:a')
    = ftext_recall(truth, predicted, 'class:a'),
  ftext_fbeta(truth, predicted, '1') = ftext_f1(truth, predicted)
FROM answer WHERE run = 'wrong';

SELECT '-- Without one kind of rows a ranking is not defined';
SELECT ftext_auroc(1, 0.5), ftext_auprc(1, 0.5), ftext_auroc(0, 0.5),
  ftext_auprc(0, 0.5);
SELECT '-- All of one score';
SELECT ftext_auroc(value, 7), ftext_auprc(value, 7)
FROM json_each('[1,0,0,0]');
SELECT '-- A score that is NULL is ranked wrong, a positive that is, left out';
SELECT ftext_auroc(column1, column2), ftext_auprc(column1, column2)
FROM (VALUES (1, NULL), (0, 0.5), (NULL, 0.9));
SELECT ftext_auroc(column1, column2), ftext_auprc(column1, column2)
FROM (VALUES (1, 0.5), (0, NULL));
SELECT ftext_auroc(column1, column2) = 0.25, ftext_auprc(column1, column2)
FROM (VALUES (1, '0.5'), (1, NULL), (0, '0.4'), (0, NULL));

SELECT '-- Alpha: chance alone, perfect, nobody to agree with, one label';
SELECT ftext_alpha(column1, column2) FROM (VALUES (1, 'a'), (1, 'b'));
SELECT ftext_alpha(column1, column2)
FROM (VALUES (1, 'a'), (1, 'a'), (2, 'b'), (2, 'b'), (3, 'c'));
SELECT ftext_alpha(column1, column2) FROM (VALUES (1, 'a'), (2, 'b'));
SELECT ftext_alpha(column1, column2) FROM (VALUES (1, 'a'), (1, 'a'));
SELECT '-- Missing labels and items are left out; 1 and ''1'' are one item';
SELECT ftext_alpha(column1, column2) = 1
FROM (VALUES (1, 'a'), ('1', 'a'), (2, 'b'), (2.0, 'b'), (2, NULL),
  (NULL, 'c'), (NULL, 'd'));

SELECT '-- Majority: plurality, tie, tie below the winner, no vote';
SELECT ftext_majority(value) FROM json_each('["a","b","b","c"]');
SELECT ftext_majority(value) FROM json_each('["a","b","b","a","c"]');
SELECT ftext_majority(value) FROM json_each('["a","b","c","c"]');
SELECT ftext_majority(value) FROM json_each('[null,null]');
SELECT ftext_majority(value) FROM json_each('[null,null,"a"]');
SELECT '-- It keeps numbers numbers';
SELECT ftext_majority(value), typeof(ftext_majority(value))
FROM json_each('["1",1.0,2,2,"1"]');
SELECT ftext_majority(value), typeof(ftext_majority(value))
FROM json_each('["01","01","1"]');
SELECT ftext_majority(column1), typeof(ftext_majority(column1))
FROM (VALUES (-9223372036854775808));
SELECT hex(ftext_majority(column1)), typeof(ftext_majority(column1))
FROM (VALUES (CAST(x'610062' AS TEXT)), (x'610062'), (''));
SELECT typeof(ftext_majority('')), ftext_majority('') = '';
SELECT '-- A report nests as JSON';
SELECT json_object('report', ftext_classification_report('a"', NULL));
