-- ftext_truncate and ftext_chunks cut at the text's own tokens, between
-- characters, and lose nothing.
CREATE TABLE t(id INTEGER PRIMARY KEY, x TEXT);
INSERT INTO t(x) VALUES ('notwithstanding'), (''), ('one two three'),
  ('naïve café, お誕生日おめでとう'), ('👨‍👩‍👧‍👦👨‍👩‍👧‍👦 family'),
  ('a' || char(0) || 'b'), ('  lead and trail  ' || char(10) || char(10)),
  (CAST(x'61ff62f09f98' AS TEXT)), (hex(zeroblob(300))),
  (replace(hex(zeroblob(50)), '00', 'नमस्ते ')), ('12345.678'), (12), (1.5),
  (x'c3a9');
CREATE TABLE w AS SELECT id, name, t.x AS body,
    CAST(ftext_decode(ftext_encode(t.x, name), name) AS BLOB) AS whole
  FROM t, (SELECT value AS name
    FROM json_each('["r50k_base","cl100k_base","o200k_base"]'));
CREATE TABLE n AS WITH RECURSIVE n(n) AS
  (VALUES (0) UNION ALL SELECT n + 1 FROM n LIMIT 40) SELECT n FROM n;
-- where a text may be cut: behind a token, not inside a character
CREATE TABLE place AS SELECT w.id, name, position, start + length AS at
  FROM w, ftext_tokens(body, name)
  WHERE start + length = length(whole) OR hex(substr(whole,
    start + length + 1, 1)) NOT BETWEEN '80' AND 'BF';

SELECT '-- the longest beginning that ends at such a place within n tokens';
SELECT count(*), sum(hex(cut) = hex(substr(whole, 1, coalesce((SELECT max(at)
    FROM place AS p WHERE p.id = c.id AND p.name = c.name AND position <= n),
    0)))) FROM (SELECT id, name, n, whole,
    CAST(ftext_truncate(body, n, name) AS BLOB) AS cut FROM w, n) AS c;

SELECT '-- chunks: together the text; one too long has no such place inside';
CREATE TABLE c AS SELECT id, name, n, whole, position, token_count, start,
    CAST(chunk AS BLOB) AS chunk, n / 2 AS overlap
  FROM w, n, ftext_chunks(body, n, 0, name) WHERE n > 0;
SELECT count(*), sum(substr(whole, start + 1, length(chunk)) = chunk),
  sum(token_count <= n OR NOT EXISTS (SELECT 1 FROM place AS p
    WHERE p.id = c.id AND p.name = c.name AND at > start
      AND at < start + length(chunk))) FROM c;
SELECT count(*), sum(start = coalesce(before, 0)) FROM (SELECT start,
    lag(start + length(chunk)) OVER (PARTITION BY id, name, n
      ORDER BY position) AS before FROM c);
SELECT count(*), sum(last = size) FROM (SELECT max(start + length(chunk)) AS
    last, length(whole) AS size FROM c GROUP BY id, name, n);

SELECT '-- with overlap each begins behind the start of the one before it';
SELECT '-- and not behind its end';
SELECT count(*) > 1000, count(*) = sum(start > before),
  count(*) = sum(start <= before_end) FROM (
  SELECT start, lag(start) OVER one AS before,
    lag(start + length(CAST(chunk AS BLOB))) OVER one AS before_end
  FROM w, n, ftext_chunks(body, n, n / 2, name) WHERE n > 0
  WINDOW one AS (PARTITION BY id, name, n ORDER BY position))
  WHERE before IS NOT NULL;
SELECT position, chunk, token_count, start
  FROM ftext_chunks('one two three four five six', 4, 2);
SELECT position, chunk, token_count, start
  FROM ftext_chunks('👨‍👩‍👧', 1, 0, 'cl100k_base');
SELECT count(*) FROM ftext_chunks('', 3);
SELECT count(*) FROM ftext_chunks(NULL, 3);
SELECT count(*) FROM ftext_chunks('x', NULL);
SELECT ftext_truncate('x', NULL) IS NULL, ftext_truncate('abc', 0) = '';

.bail off
SELECT ftext_truncate('x', -1);
SELECT ftext_truncate('x', 'many');
SELECT ftext_truncate('x', 1.5);
SELECT ftext_token_count('x', 'gpt2', -1);
SELECT count(*) FROM ftext_chunks('x', 0);
SELECT count(*) FROM ftext_chunks('x', 3, 3);
SELECT count(*) FROM ftext_chunks('x', 3, -1);
SELECT count(*) FROM ftext_chunks('x');
SELECT count(*) FROM ftext_tokens;
