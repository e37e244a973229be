-- The numbers were computed in Python from the definition (tests/text/
-- reference.sh); they are fixed for ever.
SELECT typeof(ftext_minhash('hello')), length(ftext_minhash('hello')),
  hex(ftext_minhash('')) = replace(hex(zeroblob(512)), '00', 'FF');
-- 1532875469, 4008314318, 643493549, 3684846890, least byte first.
SELECT hex(substr(ftext_minhash('hello'), 1, 16));
-- 121493653, 339420494, 57678709, 90094148.
SELECT hex(substr(ftext_minhash('Where is my card?'), 1, 16));
-- 1191430715, 3417450648: a short text.
SELECT hex(substr(ftext_minhash('hi'), 1, 8));
SELECT band, bucket FROM ftext_bands(ftext_minhash('hello')) LIMIT 3;
SELECT band, bucket FROM ftext_bands(ftext_minhash('Where is my card?'), 1);
-- Normalised before; order and repetition of stretches do not matter.
SELECT ftext_minhash(' Hello ') = ftext_minhash('hello'),
  ftext_minhash('abcdeabcdeabcde') = ftext_minhash('abcdeabcde'),
  ftext_minhash('hello') = ftext_minhash('hallo'),
  ftext_minhash(NULL) IS NULL;
-- As many bands as asked for, all buckets different.
SELECT column1, (SELECT count(*) || ' ' || count(DISTINCT bucket) || ' ' ||
    min(band) || ' ' || max(band)
  FROM ftext_bands(ftext_minhash('Where is my card?'), column1))
FROM (VALUES (1), (2), (4), (8), (16), (32), (64), (128), ('16'));
SELECT count(*) FROM ftext_bands(NULL);
SELECT count(*) FROM ftext_bands(ftext_minhash('a'), NULL);
-- Even an empty text has buckets, and shares them with other empty ones.
SELECT count(*) FROM ftext_bands(ftext_minhash('')) AS a
  JOIN ftext_bands(ftext_minhash(' ')) AS b USING (bucket);
-- The share of equal values estimates the similarity: here 0.5294, and the
-- estimate's standard deviation is 0.044.
WITH RECURSIVE value(i) AS (
  SELECT 0 UNION ALL SELECT i + 1 FROM value WHERE i < 127)
SELECT abs(avg(substr(a, 4 * i + 1, 4) = substr(b, 4 * i + 1, 4))
  - ftext_similarity('has not arrived', 'has not yet arrived')) < 0.1
FROM value, (SELECT ftext_minhash('has not arrived') AS a,
  ftext_minhash('has not yet arrived') AS b);
.bail off
SELECT * FROM ftext_bands;
SELECT * FROM ftext_bands(x'00');
SELECT * FROM ftext_bands(zeroblob(513));
SELECT * FROM ftext_bands('text');
SELECT * FROM ftext_bands(512);
SELECT * FROM ftext_bands(zeroblob(512), 0);
SELECT * FROM ftext_bands(zeroblob(512), -16);
SELECT * FROM ftext_bands(zeroblob(512), 12);
SELECT * FROM ftext_bands(zeroblob(512), 256);
SELECT * FROM ftext_bands(zeroblob(512), 1.5);
SELECT * FROM ftext_bands(zeroblob(512), 'many');
