-- The tables that the vectors' files fill (regenerate writes those files).
-- A text is `bytes`, valid UTF-8 or not; `as_read` is what stands for it when
-- broken sequences are U+FFFD, NULL where that is the same.  `ids` is the
-- reference's answer as a JSON array; p50k_base has only the rows where it
-- differs from r50k_base.
PRAGMA journal_mode = off;
PRAGMA synchronous = off;
BEGIN;
CREATE TABLE texts(number INTEGER PRIMARY KEY, "group" TEXT, bytes BLOB,
  as_read BLOB);
CREATE TABLE ids(vocabulary TEXT, number INTEGER, list TEXT,
  PRIMARY KEY(vocabulary, number)) WITHOUT ROWID;
-- How many bytes a token has, by the rank files.
CREATE TABLE ranks(vocabulary TEXT, id INTEGER, bytes INTEGER,
  PRIMARY KEY(vocabulary, id)) WITHOUT ROWID;
CREATE TABLE encodings(encoding TEXT PRIMARY KEY, vocabulary TEXT);
-- The generator proved gpt2 and p50k_edit equal to their fellows for every
-- text; o200k_harmony is o200k_base but for its special tokens.
INSERT INTO encodings VALUES('gpt2', 'r50k_base'), ('r50k_base', 'r50k_base'),
  ('p50k_base', 'p50k_base'), ('p50k_edit', 'p50k_base'),
  ('cl100k_base', 'cl100k_base'), ('o200k_base', 'o200k_base'),
  ('o200k_harmony', 'o200k_base');
CREATE VIEW expected AS
  SELECT e.encoding, e.vocabulary, t.number, t."group", t.bytes,
    coalesce(t.as_read, t.bytes) AS as_read, coalesce(i.list, r.list) AS list
  FROM encodings e CROSS JOIN texts t
    LEFT JOIN ids i ON i.vocabulary = e.vocabulary AND i.number = t.number
    LEFT JOIN ids r ON e.vocabulary = 'p50k_base'
      AND r.vocabulary = 'r50k_base' AND r.number = t.number;
