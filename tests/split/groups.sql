-- ftext_split_groups: every class that can be is in every split, though
-- groups have rows of several classes.  What can be is found by trying all
-- assignments; every check tells how many cases it had.

-- Three users, one of them with rows of both classes: only ana in train and
-- the others in valid, or the reverse, gives both classes to both.
CREATE TABLE small(key, label);
INSERT INTO small VALUES ('ana', 'a'), ('ana', 'b'), ('bo', 'a'), ('cy', 'b');
SELECT key, value, ftext_split(key, 'valid=0.2,train=0.8', 42)
  FROM json_each((SELECT ftext_split_groups(key, label, 'valid=0.2,train=0.8',
                           1, 42) FROM small)) ORDER BY key;
-- A NULL key is left out, a NULL label asks for nothing, nor does a class of
-- one group; without rows it is NULL.
SELECT ftext_split_groups(json_extract(value, '$[0]'),
         json_extract(value, '$[1]'), 'valid=0.2,train=0.8')
  FROM json_each('[[1,"x"],["user_1",null],[null,"x"],[-7,"y"]]');
SELECT ftext_split_groups(value, 'x', 'a=1,b=1') IS NULL
  FROM json_each('[null,null]');
SELECT ftext_split_groups(1, 'x', NULL) IS NULL,
       (SELECT ftext_split_groups(key, label, 'a=1,b=1') FROM small WHERE 0)
         IS NULL;
-- 1, '1' and 1.0 are one key and one label; the result is JSON.
SELECT json_array(ftext_split_groups(key, label, 'a=1,b=1'))
  FROM (SELECT 1 AS key, 7 AS label UNION ALL SELECT '1', '7'
        UNION ALL SELECT 1.0, 7.0);
-- A class of one group is in the heaviest split, wherever its place is.
SELECT value, count(*) FROM json_each((SELECT
  ftext_split_groups(value, value, 'valid=0.2,train=0.8')
  FROM json_each('["user_1","ana@example.com",1,-7]'))) GROUP BY value;

-- 1. All assignments of 300 data sets of 4 to 9 groups, 3 to 12 classes.
CREATE TABLE tiny AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 300),
  class AS (
    SELECT number.i AS part, other.i AS class,
           2 + ftext_fold(number.i || '-' || other.i, 3, 'size') / 2 AS size
      FROM number JOIN number AS other
        ON other.i <= 3 + ftext_fold(number.i, 10, 'classes')),
  choice AS (
    SELECT part, class, size, g.i - 1 AS bit, row_number() OVER (
             PARTITION BY part, class
             ORDER BY ftext_unit(part || '-' || class || '-' || g.i)) AS rank
      FROM class JOIN number AS g ON g.i <= 4 + ftext_fold(part, 6, 'groups'))
  SELECT part, part || '.' || bit AS key, bit, class AS label
    FROM choice WHERE rank <= size;
CREATE TABLE tiny_mask AS
  SELECT part, label, sum(1 << bit) AS mask,
         max(max(bit)) OVER (PARTITION BY part) AS most
    FROM tiny GROUP BY part, label;
CREATE TABLE best AS
  WITH RECURSIVE number(i) AS
    (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < 511)
  SELECT part, min(missing) AS missing FROM (
    SELECT part, i, sum(i & mask IN (0, mask)) AS missing
      FROM tiny_mask JOIN number
        ON i < 2 << most
     GROUP BY part, i)
   GROUP BY part;
CREATE TABLE tiny_split AS
  SELECT part, key, value AS split FROM (
    SELECT part, ftext_split_groups(key, label, 'valid=0.2,train=0.8') AS splits
      FROM tiny GROUP BY part), json_each(splits);
CREATE TABLE tiny_missing AS
  SELECT part, sum(splits < 2) AS missing FROM (
    SELECT part, label, count(DISTINCT split) AS splits
      FROM tiny JOIN tiny_split USING (part, key) GROUP BY part, label)
   GROUP BY part;
SELECT 'data sets', count(*), 'where all classes can be in both',
       sum(best.missing = 0), 'some not though all could',
       sum(best.missing = 0 AND m.missing > 0), 'more missing than must be',
       sum(m.missing > best.missing)
  FROM best JOIN tiny_missing AS m USING (part);
SELECT 'merged cuts: more missing than must be', count(*) FROM (
  SELECT part, sum(splits < 2) AS missing FROM (
    SELECT part, label, count(DISTINCT ftext_split(key, spec)) AS splits
      FROM tiny JOIN (
        SELECT part, key, ftext_split_merge(spec) AS spec
          FROM tiny JOIN (
            SELECT part, label,
                   ftext_split_fit(key, 'valid=0.2,train=0.8', 1) AS spec
              FROM tiny GROUP BY part, label) USING (part, label)
         GROUP BY part, key) USING (part, key)
     GROUP BY part, label)
   GROUP BY part) AS m JOIN best USING (part) WHERE m.missing > best.missing;

-- 2. The hard ones: 2 to `most` classes a group, of 20 or 40 classes by a
-- falling frequency, with many groups and with few, 12 data sets each.
CREATE TABLE kind(kind, classes, least, most, groups, spec);
INSERT INTO kind VALUES
  ('40 classes, min 5', 40, 5, 8, 300, 'valid=0.2,train=0.8'),
  ('40 classes, min 5, few groups', 40, 5, 8, 80, 'valid=0.2,train=0.8'),
  ('40 classes, min 1', 40, 1, 8, 50, 'valid=0.1,train=0.9'),
  ('20 classes, min 1', 20, 1, 4, 40, 'valid=0.2,train=0.8'),
  ('one class a group', 20, 3, 1, 150, 'valid=0.2,train=0.8'),
  ('three splits', 20, 2, 4, 150, 'valid=0.1,test=0.2,train=0.7');
CREATE TABLE hard AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 300),
  member AS (
    SELECT kind.*, part.i AS part, g.i AS g,
           kind || '.' || part.i || '.' || g.i AS key
      FROM kind JOIN number AS part ON part.i <= 12
           JOIN number AS g ON g.i <= groups)
  SELECT DISTINCT kind, part, least, spec, key, 'c' || CAST(classes
           * ftext_unit(key, n.i) * ftext_unit(key, -n.i) AS INTEGER) AS label
    FROM member JOIN number AS n
      ON n.i <= min(most, 2 + ftext_fold(key, max(2, most - 1), 'most'));
CREATE INDEX hard_label ON hard(kind, part, label);
CREATE INDEX hard_key ON hard(kind, part, key);
CREATE TABLE class AS
  SELECT kind, part, label, count(*) AS n,
         1 + length(spec) - length(replace(spec, '=', '')) - 1 AS splits,
         least, ftext_split_fit(key, spec, least, part) AS cuts
    FROM hard GROUP BY kind, part, label;
CREATE TABLE hard_split AS
  SELECT kind, part, key, value AS split FROM (
    SELECT kind, part, ftext_split_groups(key, label, spec, least, part)
             AS splits FROM hard GROUP BY kind, part), json_each(splits);
CREATE INDEX hard_split_key ON hard_split(kind, part, key);
CREATE TABLE merged AS
  SELECT kind, part, key, ftext_split(key, ftext_split_merge(cuts), part)
           AS split, ftext_split(key, spec, part) AS plain
    FROM hard JOIN class USING (kind, part, label) GROUP BY kind, part, key;
CREATE INDEX merged_key ON merged(kind, part, key);
-- A class of n groups needs so many of them in each split.
CREATE TABLE needed AS
  SELECT *, max(1, min(least, n / splits)) AS need, name
    FROM class JOIN (SELECT 'valid' AS name UNION SELECT 'train'
                     UNION SELECT 'test')
   WHERE n >= splits AND (name <> 'test' OR splits = 3);
CREATE TABLE had AS
  SELECT kind, part, label, name, need, n,
         sum(r.split = name) AS have, sum(m.split = name) AS merged_have
    FROM needed JOIN hard USING (kind, part, label)
         JOIN hard_split AS r USING (kind, part, key)
         JOIN merged AS m USING (kind, part, key)
   GROUP BY kind, part, label, name;
CREATE INDEX class_label ON class(kind, part, label);
CREATE INDEX had_label ON had(kind, part, label, name);
.mode list
SELECT 'kind', 'classes that can', 'missing', 'below min', 'merged: missing',
       'below min';
SELECT kind, count(DISTINCT part || label), sum(have = 0), sum(have < need),
       sum(merged_have = 0), sum(merged_have < need)
  FROM had GROUP BY kind ORDER BY kind;
SELECT 'share of valid', 'repaired', 'merged', 'plain';
SELECT kind, printf('%.3f', avg(r.split = 'valid')),
       printf('%.3f', avg(m.split = 'valid')),
       printf('%.3f', avg(plain = 'valid'))
  FROM hard_split AS r JOIN merged AS m USING (kind, part, key)
 GROUP BY kind ORDER BY kind;

-- 3. With one class a group it is what the fitted cuts say.
SELECT 'one class a group', count(*), 'not as fitted', sum(r.split <> m.split)
  FROM hard_split AS r JOIN merged AS m USING (kind, part, key)
 WHERE kind = 'one class a group';

-- 4. A group is out of its place only for a class that needs it there.
SELECT 'moved', count(*), 'without need', sum(NOT is_needed) FROM (
  SELECT max(have <= need) AS is_needed
    FROM hard_split AS r JOIN merged USING (kind, part, key)
         JOIN hard USING (kind, part, key)
         JOIN had ON had.kind = r.kind AND had.part = r.part
          AND had.label = hard.label AND had.name = r.split
   WHERE r.split <> plain AND NOT EXISTS (
     SELECT 1 FROM hard AS h JOIN class USING (kind, part, label)
      WHERE h.kind = r.kind AND h.part = r.part AND h.key = r.key
        AND n < splits)
   GROUP BY r.kind, r.part, r.key);

-- 5. The order of the rows is nothing, nor is a row that comes twice.
CREATE TABLE shuffled AS
  SELECT * FROM (SELECT * FROM hard UNION ALL
                 SELECT * FROM hard WHERE ftext_fold(key, 3, 'twice') = 0)
   ORDER BY ftext_unit(key || label, 'order');
SELECT 'data sets', count(*), 'that depend on the order', sum(a <> b) FROM (
  SELECT kind, part, ftext_split_groups(key, label, spec, least, part) AS a
    FROM hard GROUP BY kind, part) JOIN (
  SELECT kind, part, ftext_split_groups(key, label, spec, least, part) AS b
    FROM shuffled GROUP BY kind, part) USING (kind, part);

-- 6. What is known stays.  Half of the groups come first and are stored; with
-- the others, which bring classes of their own, none of them moves.
CREATE TABLE stored AS
  SELECT kind, part, key, value AS split FROM (
    SELECT kind, part, ftext_split_groups(key, label, spec, least, part)
             AS splits FROM hard WHERE ftext_fold(key, 2, 'first')
     GROUP BY kind, part), json_each(splits);
CREATE INDEX stored_key ON stored(kind, part, key);
CREATE TABLE later AS
  SELECT kind, part, key, value AS split FROM (
    SELECT kind, part, ftext_split_groups(key, label, spec, least, part,
                         stored.split) AS splits
      FROM hard LEFT JOIN stored USING (kind, part, key)
     GROUP BY kind, part), json_each(splits);
SELECT 'stored', count(*), 'moved', sum(stored.split <> later.split),
       'moved without known', sum(stored.split <> r.split) > 0
  FROM stored JOIN later USING (kind, part, key)
       JOIN hard_split AS r USING (kind, part, key);
SELECT 'new', count(*), 'classes missing with what is known',
       (SELECT count(*) FROM (
          SELECT sum(split = name) AS have, max(stored) AS stored
            FROM needed JOIN hard USING (kind, part, label)
                 JOIN later USING (kind, part, key)
                 LEFT JOIN (SELECT kind, part, key, 1 AS stored FROM stored)
                   USING (kind, part, key)
           WHERE n >= 8 AND kind NOT LIKE '%few%'
           GROUP BY kind, part, label, name) WHERE have = 0)
  FROM later WHERE (kind, part, key) NOT IN
    (SELECT kind, part, key FROM stored);
-- Known for one row of the group is enough; one that is free makes up for it.
SELECT ftext_split_groups(json_extract(value, '$[0]'),
         json_extract(value, '$[1]'), 'valid=0.2,train=0.8', 1,
         42, json_extract(value, '$[2]'))
  FROM json_each('[["ana","a","valid"],["ana","b",null],["bo","a",null],
                   ["cy","b",null]]');

-- 7. Many groups of one label, all to be halved: it is no n squared.
WITH RECURSIVE number(i) AS
  (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 20000)
SELECT value, count(*) FROM json_each((SELECT
  ftext_split_groups(i, 'x', 'valid=0.1,train=0.9', 1000000) FROM number))
 GROUP BY value;
