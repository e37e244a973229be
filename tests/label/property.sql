-- Promise P6 over 300 random sets of labels, in 5 encodings, by every
-- strategy and in both formats: ids and completions never change, no two
-- classes share a first token, and a label survives the way to its
-- completion and back.
CREATE TABLE part(i INTEGER PRIMARY KEY, word TEXT);
INSERT INTO part(word) SELECT value FROM json_each('["card","Card","payment",
  "not","relevant","irrelevant","unpaid","sports","baseball","hockey","sci",
  "talk","politics","misc","comp","graphics","other","none","refund",
  "shipping","late","early","free","sugar","invoice","lost","stolen","12",
  "disease","diabetes","dementia","dengue","diphtheria","退款","発送","Zoë",
  "no","reply","top","up","new","password","reset","the","account"]');
CREATE TABLE joint(i INTEGER PRIMARY KEY, text TEXT);
INSERT INTO joint(text) VALUES (' '), ('_'), ('.'), ('-'), ('');
CREATE TABLE label AS
  WITH RECURSIVE number(i) AS
    (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < 7499)
  SELECT n.i / 25 AS part, n.i % 25 AS i, a.word ||
         iif(ftext_fold(n.i, 5, 'one') = 0, '', j.text || b.word) AS label
    FROM number AS n
    JOIN part AS a ON a.i = 1 + ftext_fold(n.i, 45, 'a')
    JOIN part AS b ON b.i = 1 + ftext_fold(n.i, 45, 'b')
    JOIN joint AS j ON j.i = 1 + ftext_fold(n.i, 5, 'j')
   WHERE n.i % 25 < 2 + ftext_fold(n.i / 25, 24, 'n');
CREATE TABLE variant AS
  SELECT e.value AS encoding, s.value AS strategy, f.value AS format
    FROM json_each('["r50k_base","p50k_edit","cl100k_base","o200k_base",
                     "o200k_harmony"]') AS e,
         json_each('["number","letter","word","label"]') AS s,
         json_each('["completion","chat"]') AS f;
CREATE TABLE asked AS
  SELECT part, json_group_array(label) AS labels,
         json_group_array(label) FILTER (WHERE i < 8) AS first_labels,
         count(DISTINCT label) AS classes
    FROM label GROUP BY part;

-- Every set by 2 of the 40 variants, first a part of its labels, then all.
CREATE TABLE chosen AS
  SELECT part, labels, first_labels, classes, variant.*
    FROM asked JOIN variant ON variant.rowid - 1 IN
         (ftext_fold(part, 40, 'v'), ftext_fold(part, 40, 'w'));
CREATE TABLE before AS
  SELECT chosen.part, chosen.encoding, chosen.strategy, chosen.format, map.*
    FROM chosen, ftext_class_map(first_labels, chosen.encoding,
           chosen.strategy, chosen.format) AS map;
CREATE INDEX before_key ON before(part, encoding, strategy, format, label);
CREATE TABLE after AS
  SELECT chosen.part, chosen.encoding, chosen.strategy, chosen.format,
         classes, map.*
    FROM chosen, ftext_class_map(chosen.labels, chosen.encoding,
           chosen.strategy, chosen.format, (
             SELECT json_group_array(json_object('label', label, 'class_id',
                      class_id, 'completion', completion, 'note', note))
               FROM before WHERE before.part = chosen.part
                AND before.encoding = chosen.encoding
                AND before.strategy = chosen.strategy
                AND before.format = chosen.format)) AS map;
SELECT 'maps', count(*), 'of', count(DISTINCT strategy || encoding || format),
       'variants with', sum(classes), 'classes' FROM chosen;

-- Nothing that was there has changed, nothing is missing or twice.
SELECT 'kept', count(*), 'changed', sum(
         after.class_id IS NOT before.class_id
         OR after.completion IS NOT before.completion
         OR after.first_token_id IS NOT before.first_token_id)
  FROM before LEFT JOIN after USING (part, encoding, strategy, format, label);
SELECT 'maps', count(*), 'wrong', sum(
         rows <> classes OR labels <> rows OR ids <> rows OR tokens <> rows
         OR cases <> rows OR lowest < 1)
  FROM (SELECT classes, count(*) AS rows, count(DISTINCT label) AS labels,
               count(DISTINCT class_id) AS ids, min(class_id) AS lowest,
               count(DISTINCT first_token_id) AS tokens,
               count(DISTINCT lower(completion)) AS cases
          FROM after GROUP BY part, encoding, strategy, format);

-- The encoder agrees that each completion is that one token.
SELECT 'completions', count(*), 'not one token', sum(
         ftext_token_count(completion, encoding) <> 1 OR token_count <> 1
         OR ftext_first_token_id(completion, encoding) <> first_token_id
         OR ftext_first_token(completion, encoding) IS NOT first_token)
  FROM after;

-- New ids lie behind the old ones, in the order of the labels.
SELECT 'new', count(*), 'not behind', sum(class_id <= (
         SELECT max(class_id) FROM before WHERE before.part = after.part
            AND before.encoding = after.encoding
            AND before.strategy = after.strategy
            AND before.format = after.format))
  FROM after WHERE (part, encoding, strategy, format, label) NOT IN
       (SELECT part, encoding, strategy, format, label FROM before);
SELECT 'numbers', count(*), 'other than their class', sum(
         trim(completion) <> class_id) FROM after WHERE strategy = 'number';

-- There and back, with what models add.
CREATE TABLE back AS
  SELECT part, encoding, strategy, format,
         json_group_object(label, completion) AS map
    FROM after GROUP BY 1, 2, 3, 4;
SELECT 'answers', count(*), 'of another label', sum(
         ftext_match_class(completion, map) IS NOT label
         OR ftext_match_class(trim(completion) || '.' || char(10), map)
            IS NOT label
         OR ftext_match_class(' ' || completion || ' END', map) IS NOT label)
  FROM after JOIN back USING (part, encoding, strategy, format);

-- Strategy 'label': a word that stands for a label is in the label, in no
-- other, and says as much as the label where that has a negation.
CREATE TABLE word AS
  SELECT *, trim(completion) GLOB '[0-9]*' AS is_number,
         lower(label) GLOB 'not[^a-z]*' OR lower(label) GLOB '*[^a-z]not'
         OR lower(label) GLOB '*[^a-z]no' OR lower(label) GLOB 'no[^a-z]*'
         OR lower(label) GLOB '*[^a-z]none' OR lower(label) GLOB 'none[^a-z]*'
         OR lower(label) GLOB '*[^a-z]free'
         OR lower(label) GLOB 'other[^a-z]*'
         OR lower(label) GLOB '*[^a-z]other' AS negates
    FROM before WHERE strategy = 'label';
SELECT 'words', sum(NOT is_number) > 100, 'numbers', sum(is_number) > 100,
       'words from elsewhere', sum(NOT is_number AND
         instr(lower(label), lower(trim(completion))) = 0),
       'negations', sum(negates) > 50, 'lost', sum(negates AND NOT is_number),
       'numbers without a note', sum(is_number AND note IS NULL),
       'parts of labels without a note', sum(note IS NULL AND NOT is_number
         AND lower(label) <> lower(trim(completion)))
  FROM word;
