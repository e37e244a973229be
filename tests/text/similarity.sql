-- Counted by hand: shared stretches of 5 characters over all of them.
SELECT ftext_similarity('abcde', 'abcdef'), 1 / 2.0;
SELECT ftext_similarity('has not arrived', 'has not yet arrived'), 9 / 17.0;
SELECT ftext_similarity('My parcel has not arrived',
  'My parcel hasn''t arrived'),
  14 / 27.0;
-- Sets: what is repeated counts once.
SELECT ftext_similarity('aaaaaa', 'aaaaaaaaaaaa'),
  ftext_similarity('abcdeabcde', 'abcdeabcdeabcde');
-- Normalised before.
SELECT ftext_similarity('Where is my card?', ' where IS  my card? '),
  ftext_similarity('Zoë Zoë', 'Zoe' || char(0x308) || ' ZOË');
-- Characters, not bytes.
SELECT ftext_similarity('日本語日本', '日本語日本語'), ftext_similarity('日本語', '日本');
-- Short texts are one stretch; it is no part of a longer one.
SELECT ftext_similarity('yes', 'YES'), ftext_similarity('yes', 'no'),
  ftext_similarity('abcd', 'abcde'), ftext_similarity('a', 'aa');
-- Empty ones.
SELECT ftext_similarity('', ' '), ftext_similarity('', 'a');
SELECT ftext_similarity(NULL, 'a') IS NULL, ftext_similarity('a', NULL) IS NULL,
  ftext_similarity(12345, '12345');
-- Symmetric, and 1 for itself, over random texts.
WITH RECURSIVE n(i, a, b) AS (
  SELECT 1, 'the card has not arrived yet', 'the parcel has not arrived'
  UNION ALL
  SELECT i + 1, substr(b || a, 1 + i * 7 % 11, 20 + i % 9),
    substr(a || ' ' || b, 1 + i * 5 % 13, 15 + i % 14) FROM n WHERE i < 300)
SELECT count(*), sum(ftext_similarity(a, b) = ftext_similarity(b, a)),
  sum(ftext_similarity(a, a) = 1.0), min(ftext_similarity(a, b)) >= 0,
  max(ftext_similarity(a, b)) <= 1 FROM n;
-- Half a megabyte costs n log n.
SELECT ftext_similarity(hex(zeroblob(262144)), hex(zeroblob(1000)));
