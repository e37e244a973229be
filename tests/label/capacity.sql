-- What is one token in which encoding, asked of the map itself.
CREATE TABLE label AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 1000)
  SELECT i, 'c' || i AS label FROM number;
CREATE TABLE labels AS
  SELECT n.value AS n, (SELECT json_group_array(label) FROM label
                         WHERE i <= n.value) AS json
    FROM json_each('[26,27,361,362,680,681,999,1000]') AS n;
CREATE TABLE encoding(name TEXT);
INSERT INTO encoding VALUES ('gpt2'), ('r50k_base'), ('p50k_base'),
  ('p50k_edit'), ('cl100k_base'), ('o200k_base'), ('o200k_harmony');

-- r50k_base and its kin: 680 numbers with a space, 361 without a gap.
SELECT name, count(*), max(class_id), count(DISTINCT first_token_id),
       sum(completion = ' ' || class_id), sum(token_count = 1),
       min(iif(note IS NULL, NULL, class_id)), sum(note IS NOT NULL)
  FROM encoding, labels,
       ftext_class_map(labels.json, name) AS map
 WHERE n = 680 AND (name LIKE '%50k%' OR name = 'gpt2') GROUP BY name;
SELECT class_id, completion, first_token_id, note
  FROM labels, ftext_class_map(json, 'r50k_base')
 WHERE n = 680 AND class_id IN (1, 10, 87, 361, 363, 383, 999, 1000, 9000);
-- The numbers of 362 ... 999 that are one token, for ever.
SELECT group_concat(class_id, ' ') FROM labels, ftext_class_map(json,
       'p50k_base') WHERE n = 680 AND class_id BETWEEN 362 AND 999;

-- cl100k_base and o200k_base: bare 1 to 999, in chat and in completions.
SELECT name, format.value, count(*), max(class_id),
       count(DISTINCT first_token_id), sum(completion = '' || class_id),
       sum(note IS NOT NULL)
  FROM encoding, labels, json_each('["completion","chat"]') AS format,
       ftext_class_map(labels.json, name, 'number', format.value) AS map
 WHERE n = 999 AND (name LIKE 'cl%' OR name LIKE 'o2%')
 GROUP BY name, format.value;
SELECT group_concat(first_token_id, ' ') FROM labels, ftext_class_map(json,
       'cl100k_base') WHERE n = 999 AND class_id IN (1, 9, 87, 999);
SELECT group_concat(first_token_id, ' ') FROM labels, ftext_class_map(json,
       'o200k_base') WHERE n = 999 AND class_id IN (1, 9, 87, 999);

-- In a chat with r50k_base numbers are bare, too; the first hole is 521.
SELECT count(*), min(iif(note IS NULL, NULL, class_id)),
       sum(class_id < 1000) FROM labels,
       ftext_class_map(json, 'r50k_base', 'number', 'chat') WHERE n = 680;

-- Letters, with the ids that were published for them.
SELECT group_concat(completion, ''), group_concat(first_token_id)
  FROM labels, ftext_class_map(json, 'r50k_base', 'letter') WHERE n = 26;
SELECT group_concat(first_token_id)
  FROM labels, ftext_class_map(json, 'cl100k_base', 'letter') WHERE n = 26;
SELECT group_concat(first_token_id)
  FROM labels, ftext_class_map(json, 'o200k_base', 'letter') WHERE n = 26;
SELECT name, group_concat(completion, ''), min(first_token_id),
       max(first_token_id)
  FROM encoding, labels, ftext_class_map(labels.json, name, 'letter', 'chat')
 WHERE n = 26 GROUP BY name;

-- Words: a thousand and more, lower-case, one token each.
SELECT name, format.value, count(*), count(DISTINCT first_token_id),
       sum(token_count = 1), sum(completion GLOB '*[^a-z ]*'),
       sum((completion GLOB ' [a-z]*') = (format.value = 'completion')),
       count(DISTINCT lower(trim(completion)))
  FROM encoding, labels, json_each('["completion","chat"]') AS format,
       ftext_class_map(labels.json, name, 'word', format.value) AS map
 WHERE n = 1000 GROUP BY name, format.value;

-- Beyond the capacity: what there is, where, how many are asked for, and
-- what would do.
.bail off
SELECT count(*) FROM labels, ftext_class_map(json, 'r50k_base')
 WHERE n = 681;
SELECT count(*) FROM labels, ftext_class_map(json, 'o200k_base')
 WHERE n = 1000;
SELECT count(*) FROM labels, ftext_class_map(json, 'cl100k_base', 'letter')
 WHERE n = 27;
SELECT count(*) FROM labels, ftext_class_map(json, 'o200k_base', 'letter')
 WHERE n = 1000;
SELECT count(*) FROM labels, ftext_class_map(json, 'r50k_base', 'label')
 WHERE n = 681;
CREATE TABLE many AS
  WITH RECURSIVE number(i) AS
    (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 10000)
  SELECT json_group_array('c' || i) AS json FROM number;
SELECT 1 FROM many, ftext_class_map(json, 'r50k_base', 'word');
SELECT 1 FROM many, ftext_class_map(json, 'cl100k_base', 'word');
SELECT 1 FROM many, ftext_class_map(json, 'o200k_base', 'word');
SELECT 1 FROM many, ftext_class_map(json, 'r50k_base', 'word', 'chat');
SELECT 1 FROM many, ftext_class_map(json, 'cl100k_base', 'word', 'chat');
SELECT 1 FROM many, ftext_class_map(json, 'o200k_base', 'word', 'chat');
SELECT 1 FROM many, ftext_class_map(json, 'r50k_base', 'number', 'chat');
