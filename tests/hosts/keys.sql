-- Ten thousand keys that other engines must split as ftext does: whole
-- numbers, and texts of many scripts and lengths.
CREATE TABLE given (number INTEGER, text TEXT);
WITH RECURSIVE n (i) AS (
  VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 4999),
word (i, text) AS (
  VALUES (0, ''), (1, 'Zoë'), (2, 'Zoe' || char(0x308)), (3, '日本語'),
    (4, '😀'), (5, 'o''clock "x"'), (6, 'a\b|c,d'), (7, ' '),
    (8, char(0x200D, 0x627)), (9, 'ana@example.com'))
INSERT INTO given
SELECT CASE n.i WHEN 0 THEN 9223372036854775807
    WHEN 1 THEN -9223372036854775807 - 1
    ELSE (n.i - 2500) * (n.i - 2500) * (n.i - 2500) END,
  CASE WHEN n.i < 10 THEN text
    ELSE text || n.i || hex(zeroblob(n.i % 300)) END
FROM n JOIN word ON word.i = n.i % 10;
