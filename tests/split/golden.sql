-- The vectors are a promise: another value here is another split everywhere.
.mode list
CREATE TABLE vector(key, seed, hex13 TEXT);
INSERT INTO vector VALUES
  (1, 0, 'ef134f2a180ba'), ('1', 0, 'ef134f2a180ba'),
  (1.0, 0, 'ef134f2a180ba'), (x'31', 0, 'ef134f2a180ba'),
  (1, 42, '03ddf851127d6'), (1, '42', '03ddf851127d6'),
  (1, 42.0, '03ddf851127d6'),
  ('user_1', 0, '14f3fe2e6e20d'), ('ana@example.com', 0, '0978f2df394ca'),
  ('', 0, 'ba768b331fd86'), (x'', 0, 'ba768b331fd86'),
  (-7, 0, 'e2645bec813e4'), (-7.0, 0, 'e2645bec813e4'),
  (9223372036854775807, 0, 'eb1895a216b6e'),
  (-9223372036854775808, 0, 'b31403474d48c'),
  (CAST(x'5a6fc3ab' AS TEXT), 0, '8495899423dae'),
  (CAST(x'5a6f65cc88' AS TEXT), 0, '1e90aede5347b'),
  ('日本語', 0, 'bc4c0aca0e482'), ('😀', 0, 'fd26965c01e7b'),
  ('a' || char(0) || 'b', 0, 'ea783d996571c'),
  (replace(hex(zeroblob(500)), '0', 'a'), 0, '5ff843e635b4f'),
  ('x', 'exp-A', 'baea2dac6fbb9');
SELECT 'units that differ', count(*) FROM vector
 WHERE printf('%013x', CAST(ftext_unit(key, seed) * 4503599627370496 AS INT))
   IS NOT hex13;
SELECT 'splits that differ', count(*) FROM vector
 WHERE ftext_split(key, 'valid=.2,train=.8', seed)
   IS NOT iif(hex13 < '3333333333334', 'valid', 'train');
SELECT 'in valid', group_concat(hex(key), ' ') FROM vector
 WHERE ftext_split(key, 'valid=.2,train=.8', seed) = 'valid';

-- The unit is that number over 2^52, a REAL.
SELECT ftext_unit(1) = 0.933888385559881,
       ftext_unit('日本語') = 0.7355353110599769, typeof(ftext_unit(1));

-- The default seed is 0; -0.0 is 0; a key is never trimmed or folded.
SELECT ftext_unit('a') = ftext_unit('a', 0), ftext_unit(-0.0) = ftext_unit(0),
       ftext_unit(' a') = ftext_unit('a'), ftext_unit('A') = ftext_unit('a');

-- Cuts are sums of weights over the total, rounded up to 52 bits once.
CREATE TABLE cut(weights TEXT, cuts TEXT);
INSERT INTO cut VALUES
  ('a=.05,b=.95', 'a<0cccccccccccd,b'), ('a=.1,b=.9', 'a<199999999999a,b'),
  ('a=.15,b=.85', 'a<2666666666667,b'), ('a=.2,b=.8', 'a<3333333333334,b'),
  ('a=.25,b=.75', 'a<4000000000000,b'), ('a=.3,b=.7', 'a<4cccccccccccd,b'),
  ('a=.5,b=.5', 'a<8000000000000,b'), ('a=.7,b=.3', 'a<b333333333334,b'),
  ('a=.75,b=.25', 'a<c000000000000,b'), ('a=.8,b=.2', 'a<ccccccccccccd,b'),
  ('a=.9,b=.1', 'a<e666666666667,b'), ('a=80,b=20', 'a<ccccccccccccd,b'),
  ('a=0.200000000,b=00.8', 'a<3333333333334,b'),
  ('a=.7,b=.1,c=.2', 'a<b333333333334,b<ccccccccccccd,c'),
  ('a=.2,b=.1,c=.7', 'a<3333333333334,b<4cccccccccccd,c'),
  ('a=1,b=1,c=1', 'a<5555555555556,b<aaaaaaaaaaaab,c'),
  ('a=4499999999.5,b=4500000000.5', 'a<7fffffffc2ea9,b'),
  ('a=0.000000001,b=0.000000001', 'a<8000000000000,b');
SELECT 'cuts that differ', count(*), max(weights) FROM
  (SELECT weights, cuts, ftext_split_merge(weights) AS merged FROM cut
   GROUP BY weights)
 WHERE merged IS NOT cuts;

-- Counts over whole ranges of keys.
WITH RECURSIVE number(i) AS
  (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 1000000)
SELECT sum(ftext_split(i, 'valid=.2,train=.8') = 'valid'),
       sum(ftext_split(i, 'valid=.2,train=.8', 42) = 'valid'),
       sum(i <= 200000 AND ftext_unit(i) < .2),
       sum(i <= 200000 AND ftext_split(i, 'valid<3333333333334,train', 42)
                           = 'valid')
  FROM number;

-- Fitted cuts: untouched, lowered so that train has one, raised so that
-- valid has one; and a single key, which goes to the heaviest split.
CREATE TABLE tagged(label TEXT, key);
WITH RECURSIVE number(i) AS
  (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 1212)
INSERT INTO tagged SELECT 'billing', i FROM number;
INSERT INTO tagged VALUES ('twice', 9002), ('twice', 1), ('odd', 1115),
  ('odd', 2), ('single', 1);
SELECT label, count(*), ftext_split_fit(key, 'valid=0.2,train=0.8', 1, 42)
  FROM tagged GROUP BY label ORDER BY count(*) DESC, label DESC;

-- A fold is floor(unit * k), exact.
SELECT 'folds that differ', count(*) FROM vector
 WHERE ftext_fold(key, 7, seed)
   IS NOT CAST(ftext_unit(key, seed) * 7 AS INTEGER);
SELECT ftext_fold(1, 2), ftext_fold(1, 1000000), ftext_fold(1, '10', 42),
       typeof(ftext_fold(1, 5));
