-- Which label an answer means.
CREATE TABLE answer(answer, expected);
INSERT INTO answer VALUES
  (' 1', 'one'), ('1', 'one'), (1, 'one'), (12, 'twelve'), (1.0, NULL),
  ('  1' || char(10), 'one'), (' 12', 'twelve'), (' 123', NULL),
  ('12.', 'twelve'), ('12, because', 'twelve'), ('1 2', 'one'),
  ('1.5', NULL), ('1-2', NULL), ('1)', 'one'), ('1<|endoftext|>', 'one'),
  ('1###', 'one'), ('1 END', 'one'), (char(10) || '1', 'one'), ('(1)', NULL),
  ('one', NULL), ('', NULL), (' ', NULL), ('x 1', NULL),
  (' not', 'negation'), (' not relevant', 'not relevant'),
  ('not relevant, I think', 'not relevant'), ('not sure', 'negation'),
  ('nothing', NULL), ('Not', NULL), ('退款。', 'refund'), ('退款了', NULL),
  (char(0xa0) || '退款' || char(0x3000), 'refund'), ('"1"', NULL),
  (x'2031', 'one'), (x'31ff', NULL), (char(0xfeff) || '1', 'one'),
  ('1' || char(0), NULL), ('1…', 'one'), ('1”', 'one');
SELECT 'answers', count(*), 'read wrongly', sum(ftext_match_class(answer,
  '{"one":" 1","twelve":" 12","negation":" not","not relevant":
    " not relevant","refund":"退款","word":" wording"}') IS NOT expected)
  FROM answer;
-- A label may have several completions; numbers may be completions.
SELECT ftext_match_class('b', '{"x":"a","x":"b"}'),
       ftext_match_class(' 7 ', '{"x":7}');
-- The longest completion wins, wherever it stands in the map.
SELECT ftext_match_class('not relevant.', '{"l":"not relevant","s":"not"}'),
       ftext_match_class('not relevant.', '{"s":"not","l":"not relevant"}'),
       ftext_match_class('not me.', '{"l":"not relevant","s":"not"}');
-- A map from a table, and thousands of classes.
CREATE TABLE map AS
  SELECT label, completion FROM ftext_class_map((
    WITH RECURSIVE number(i) AS
      (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 3000)
    SELECT json_group_array('class ' || i) FROM number), 'o200k_base', 'word');
.parameter init
.parameter set @map "(SELECT json_group_object(label, completion) FROM map)"
SELECT count(*), sum(ftext_match_class(completion || '.', @map) = label),
       sum(ftext_match_class(trim(completion) || ' ' || label, @map) = label),
       sum(ftext_match_class(completion || 'zz', @map) IS NULL) FROM map;
SELECT ftext_match_class((SELECT completion FROM map LIMIT 1), (
         SELECT json_group_object(label, completion) FROM map));
-- Another map counts at once, also within a statement, and after an error.
SELECT ftext_match_class('1', '{"a":"1"}'), ftext_match_class('1', '{"b":"1"}'),
       ftext_match_class('1', '{"a":"1"}');
CREATE TABLE several(map TEXT);
INSERT INTO several VALUES ('{"a":"1"}'), ('{"b":"1"}'), ('{}'), ('{"c":"1"}');
SELECT group_concat(ifnull(ftext_match_class('1', map), '-')) FROM several;
.bail off
SELECT ftext_match_class('1', '{"a":');
SELECT ftext_match_class('1', '{"c":"1"}');
