-- With fewer keys than splits the heaviest get one each; of equal weights
-- the last of the list comes first, then the others in its order.
CREATE TABLE case_(spec TEXT, n INTEGER, expected TEXT);
INSERT INTO case_ VALUES
  ('a=1,b=1,c=1', 1, 'c'), ('a=1,b=1,c=1', 2, 'a c'),
  ('a=1,b=1,c=1', 3, 'a b c'), ('valid=.5,train=.5', 1, 'train'),
  ('train=.8,valid=.2', 1, 'train'), ('train=.8,valid=.2', 2, 'train valid'),
  ('valid=.2,train=.8', 1, 'train'), ('valid=.1,test=.2,train=.7', 2,
  'test train'), ('a=1,b=5,c=2,d=2', 1, 'b'), ('a=1,b=5,c=2,d=2', 2, 'b d'),
  ('a=1,b=5,c=2,d=2', 3, 'b c d'), ('a=1,b=5,c=2,d=2', 4, 'a b c d'),
  ('a<8000000000000,b<8000000000000,c', 1, 'c'),
  ('a<8000000000000,b<8000000000000,c', 2, 'a c'),
  ('a<8000000000000,b<8000000000000,c', 3, 'a b c');
-- Wherever the keys lie: 200 sets of them for each case.
CREATE TABLE key AS
  WITH RECURSIVE number(i) AS
    (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < 799)
  SELECT i / 4 AS part, i % 4 AS i, i AS key FROM number;
CREATE TABLE fitted AS
  SELECT case_.rowid AS id, part, ftext_split_fit(key, spec, 5) AS cuts
    FROM case_ JOIN key ON i < n GROUP BY 1, 2;
SELECT count(*), sum(splits IS NOT expected) FROM (
  SELECT expected, group_concat(split, ' ') AS splits FROM (
    SELECT id, part, expected, ftext_split(key, cuts) AS split
      FROM fitted JOIN case_ ON case_.rowid = id JOIN key USING (part)
     WHERE i < n ORDER BY id, part, ftext_unit(key))
   GROUP BY id, part);
-- No key at all: nothing to fit.
SELECT ftext_split_fit(value, 'a=1,b=1', 1) IS NULL FROM json_each('[null]');
