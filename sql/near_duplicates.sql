-- near_duplicates.sql: texts that are nearly the same, and who belongs
-- together.
--
-- Give your rows the name `texts` and run the script:
--
--   .load ftext
--   CREATE TEMP VIEW texts AS SELECT id, prompt AS text FROM t;
--   .read sql/near_duplicates.sql
--
-- `texts` is a view or a table with the columns id, an INTEGER or a TEXT and
-- different in every row, and text.
--
-- Parameter, which may be left out:
--
--   .parameter set @similarity 0.8    texts at least this alike are near
--                                     duplicates; from 0 to 1
--
-- Two temporary tables stay:
--
--   near_duplicate_pairs(a, b, similarity)      a < b.  Every pair here is as
--       similar as asked for, exactly: MinHash only proposes.  Of the pairs
--       at 0.8 about 95 % are proposed, at 0.9 all but one in ten thousand.
--       Texts that are equal when normalised are not paired each with each,
--       but each with the smallest id among them, with similarity 1.0.
--   near_duplicate_groups(id, representative)   every id of `texts`, with
--       the smallest id that it hangs together with, over any number of
--       pairs; its own id where it is alone.
--
-- The groups are what a split should keep together: a column grp for
-- prepare.sql, which also makes them by itself (its parameter @near).
--
-- It is SQL alone, for any program that has SQLite and ftext.

DROP TABLE IF EXISTS temp.near_duplicate_pairs;
DROP TABLE IF EXISTS temp.near_duplicate_groups;
DROP TABLE IF EXISTS temp.near_duplicate_text;
DROP TABLE IF EXISTS temp.near_duplicate_distinct;
DROP TABLE IF EXISTS temp.near_duplicate_bucket;
DROP TABLE IF EXISTS temp.near_duplicate_component;

CREATE TEMP TABLE near_duplicate_pairs (
  a NOT NULL,
  b NOT NULL,
  similarity REAL NOT NULL
);
CREATE TEMP TABLE near_duplicate_groups (
  id PRIMARY KEY,
  representative NOT NULL
);

-- 1. Equal texts first.  A thousand copies are a thousand rows here and one
--    text below, not half a million pairs.
CREATE TEMP TABLE near_duplicate_text (
  id PRIMARY KEY NOT NULL,
  fingerprint TEXT
);
INSERT INTO near_duplicate_text
SELECT id, ftext_fingerprint(text) FROM texts;

CREATE TEMP TABLE near_duplicate_distinct (
  fingerprint TEXT PRIMARY KEY,
  id NOT NULL UNIQUE,
  text
);
INSERT INTO near_duplicate_distinct
SELECT f.fingerprint, f.id, t.text
FROM (
  SELECT fingerprint, min(id) AS id FROM near_duplicate_text
  WHERE fingerprint IS NOT NULL GROUP BY fingerprint
) AS f
JOIN texts AS t ON t.id = f.id;

INSERT INTO near_duplicate_pairs
SELECT d.id, t.id, 1.0
FROM near_duplicate_text AS t JOIN near_duplicate_distinct AS d
  USING (fingerprint)
WHERE t.id <> d.id;

-- 2. Candidates share a bucket: 16 for each text.  In order, so that a
--    million texts are not sixteen million places to look for.
CREATE TEMP TABLE near_duplicate_bucket (
  bucket INTEGER NOT NULL,
  id NOT NULL,
  PRIMARY KEY (bucket, id)
) WITHOUT ROWID;
INSERT INTO near_duplicate_bucket
SELECT b.bucket, d.id
FROM near_duplicate_distinct AS d, ftext_bands(ftext_minhash(d.text)) AS b
ORDER BY b.bucket, d.id;

-- 3. The exact similarity decides.
INSERT INTO near_duplicate_pairs
SELECT a, b, similarity FROM (
  SELECT c.a, c.b, ftext_similarity(x.text, y.text) AS similarity
  FROM (
    SELECT DISTINCT p.id AS a, q.id AS b
    FROM near_duplicate_bucket AS p JOIN near_duplicate_bucket AS q
      ON q.bucket = p.bucket AND q.id > p.id
  ) AS c
  JOIN near_duplicate_distinct AS x ON x.id = c.a
  JOIN near_duplicate_distinct AS y ON y.id = c.b
)
WHERE similarity >= coalesce(@similarity, 0.8);

-- 4. Who hangs together.  JSON's keys are texts, whatever the ids are.
CREATE TEMP TABLE near_duplicate_component (
  id TEXT PRIMARY KEY,
  representative NOT NULL
) WITHOUT ROWID;
INSERT INTO near_duplicate_component
SELECT key, value
FROM json_each((SELECT ftext_components(a, b) FROM near_duplicate_pairs));

INSERT INTO near_duplicate_groups
SELECT t.id, coalesce(c.representative, t.id)
FROM near_duplicate_text AS t LEFT JOIN near_duplicate_component AS c
  ON c.id = CAST(t.id AS TEXT);

DROP TABLE near_duplicate_text;
DROP TABLE near_duplicate_distinct;
DROP TABLE near_duplicate_bucket;
DROP TABLE near_duplicate_component;
