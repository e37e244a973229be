-- An average or a beta is one for the whole group; which comes first decides
-- nothing.
.bail off
SELECT ftext_fbeta(1, 1, column1) FROM (VALUES (2.0), (1.0));
SELECT ftext_fbeta(1, 1, column1) FROM (VALUES (1.0), (2.0));
SELECT ftext_fbeta(1, 1, column1) FROM (VALUES (1), (1.0));
SELECT ftext_fbeta(1, 1, 1, column1) FROM (VALUES ('macro'), ('micro'));
SELECT ftext_fbeta(1, 1, 1, 'none');
SELECT ftext_fbeta(1, 1, -1);
SELECT ftext_f1(1, 1, column1) FROM (VALUES ('class:1'), ('class:2'));
-- rows without a truth count in neither, also in what leaves a window
SELECT i, ftext_f1(truth, answer, 'micro') OVER w, ftext_majority(truth) OVER w
  FROM (SELECT column1 AS i, column2 AS truth, column3 AS answer FROM (VALUES
    (1, 'a', 'a'), (2, NULL, 'a'), (3, 'b', NULL), (4, 'b', 'a'), (5, NULL, 'b'),
    (6, 'a', 'a'), (7, 'b', 'b'), (8, NULL, NULL), (9, NULL, NULL)))
WINDOW w AS (ORDER BY i ROWS 1 PRECEDING);
