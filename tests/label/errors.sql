-- Every mistake is told with the argument, its place and what would do.
.bail off
SELECT * FROM ftext_class_map('["a"]', 'gpt9');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'numbers');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chats');
SELECT * FROM ftext_class_map('a,b');
SELECT * FROM ftext_class_map('"a"');
SELECT * FROM ftext_class_map('{"a":1}');
SELECT * FROM ftext_class_map('["a",null]');
SELECT * FROM ftext_class_map('["a",["b"]]');
SELECT * FROM ftext_class_map('["a",{"b":1}]');
SELECT * FROM ftext_class_map('[true]');
SELECT * FROM ftext_class_map('[""]');
SELECT * FROM ftext_class_map('["a"," \n\t"]');
SELECT * FROM ftext_class_map;
SELECT * FROM ftext_class_map(CAST(x'5b22ff225d' AS TEXT));
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat', 'x');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat', '{}');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat', '["b"]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat',
  '[{"class_id":1,"completion":"1"}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat',
  '[{"label":"b","completion":"1"}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat',
  '[{"label":"b","class_id":1}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat',
  '[{"label":null,"class_id":1,"completion":"1"}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat',
  '[{"label":"b","class_id":1.5,"completion":"1"}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat',
  '[{"label":"b","class_id":1,"completion":null}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat',
  '[{"label":"b","class_id":1,"completion":""}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat',
  '[{"label":"b","class_id":1,"completion":"1"},
    {"label":"b","class_id":2,"completion":"2"}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'chat',
  '[{"label":"b","class_id":1,"completion":"1"},
    {"label":"c","class_id":1,"completion":"2"}]');
-- A map made for r50k_base tells nothing apart in o200k_base.
SELECT * FROM ftext_class_map('["a"]', 'o200k_base', 'number', 'completion',
  '[{"label":"b","class_id":1,"completion":" 1"},
    {"label":"c","class_id":2,"completion":" 2"}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'letter', 'chat',
  '[{"label":"b","class_id":9223372036854775807,"completion":"1"}]');
SELECT * FROM ftext_class_map('["a"]', 'r50k_base', 'number', 'completion',
  '[{"label":"b","class_id":9999,"completion":" x"}]');

-- NULL gives no rows, no label gives none; numbers are labels.
SELECT count(*) FROM ftext_class_map(NULL);
SELECT count(*) FROM ftext_class_map('["a"]', NULL);
SELECT count(*) FROM ftext_class_map('[]');
SELECT label, typeof(label), completion, typeof(completion)
  FROM ftext_class_map('[5,"5",-0.5,"a",5]');
SELECT label, completion FROM ftext_class_map(
  CAST('["Zoë","日本語","\u00e9\ud83d\ude00"]' AS BLOB), 'gpt-4');

SELECT ftext_match_class('1', 'refund');
SELECT ftext_match_class('1', '["refund"]');
SELECT ftext_match_class('1', '{"refund":null}');
SELECT ftext_match_class('1', '{"refund":["1"]}');
SELECT ftext_match_class('1', '{"refund":" "}');
SELECT ftext_match_class('1', '{"refund":" 1","shipping":"1"}');
SELECT ftext_match_class(NULL, '{"a":"1"}') IS NULL,
       ftext_match_class('1', NULL) IS NULL;
