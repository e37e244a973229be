-- Weights are nested in the order of the list, and only their shares count.
CREATE TABLE key AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 1000)
  SELECT i FROM number;

-- A smaller valid is a part of a larger one.
SELECT count(*), sum(ftext_split(i, 'valid=.1,train=.9', 42) = 'valid'),
       sum(ftext_split(i, 'valid=.2,train=.8', 42) = 'valid'),
       sum(ftext_split(i, 'valid=.1,train=.9', 42) = 'valid'
           AND ftext_split(i, 'valid=.2,train=.8', 42) <> 'valid')
  FROM key;

-- A split carved out next to train takes rows from train alone.
SELECT ftext_split(i, 'valid=.2,train=.8', 42) AS before,
       ftext_split(i, 'valid=.2,test=.1,train=.7', 42) AS after, count(*)
  FROM key GROUP BY 1, 2 ORDER BY 1, 2;

-- Any total will do, and cuts say the same as weights.
SELECT count(*) FROM key
 WHERE ftext_split(i, 'valid=.2,test=.1,train=.7', 42)
       IS NOT ftext_split(i, 'valid=20,test=10,train=70', 42)
    OR ftext_split(i, 'valid=.2,test=.1,train=.7', 42)
       IS NOT ftext_split(i, 'valid<3333333333334,test<4cccccccccccd,train', 42);

-- The place on a cut belongs to the next split; the one below to this.
SELECT ftext_split(1, 'a<03ddf851127d6,b', 42),
       ftext_split(1, 'a<03ddf851127d7,b', 42);

-- Equal cuts leave a split empty.
SELECT ftext_split(i, 'none<0000000000000,half<8000000000000,'
                      || 'empty<8000000000000,rest') AS split, count(*)
  FROM key GROUP BY 1;

-- A constant spec and a spec from a column mean the same.
SELECT count(*) FROM key, (SELECT 'valid=.2,train=.8' AS spec
                           UNION ALL SELECT 'valid=.3,train=.7')
 WHERE ftext_split(i, spec) IS NOT iif(spec LIKE '%.3%',
   ftext_split(i, 'valid=.3,train=.7'), ftext_split(i, 'valid=.2,train=.8'));

-- The functions work in indexes and generated columns, which must be pure.
PRAGMA trusted_schema = OFF;
CREATE TABLE item(id INTEGER PRIMARY KEY,
  split TEXT AS (ftext_split(id, 'valid=.2,train=.8', 42)) STORED);
CREATE INDEX item_unit ON item(ftext_unit(id, 7));
INSERT INTO item(id) SELECT i FROM key;
SELECT split, count(*) FROM item GROUP BY split;
SELECT id FROM item ORDER BY ftext_unit(id, 7) LIMIT 3;
