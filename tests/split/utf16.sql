-- A database in UTF-16 hashes the same bytes and reads the same specs.
PRAGMA encoding = 'UTF-16le';
CREATE TABLE vector(key TEXT, hex13 TEXT);
INSERT INTO vector VALUES
  ('1', 'ef134f2a180ba'), ('user_1', '14f3fe2e6e20d'), ('', 'ba768b331fd86'),
  ('日本語', 'bc4c0aca0e482'), ('😀', 'fd26965c01e7b'),
  ('a' || char(0) || 'b', 'ea783d996571c');
PRAGMA encoding;
SELECT count(*), sum(printf('%013x', CAST(
  ftext_unit(key) * 4503599627370496 AS INTEGER)) IS hex13) FROM vector;
SELECT group_concat(ftext_split(key, 'valid=.2,train=.8'), ' ') FROM vector;
SELECT ftext_split_fit(key, 'valid=.2,train=.8', 2) FROM vector;
SELECT ftext_split_merge('valid=.2,train=.8') FROM vector;
