-- What family file does to files: new ones, replaced ones, several at once,
-- records that a target checks, and reading all of it back.
CREATE TABLE row(id INTEGER PRIMARY KEY, prompt TEXT, completion, split TEXT);
INSERT INTO row VALUES (1, 'Where is it?', ' 1', 'train'),
  (2, 'Money "back", please', ' 2', 'train'), (3, 'Größe? 😀', ' 1', 'valid'),
  (4, 'Late', NULL, 'test');
SELECT ftext_export('one.jsonl', 'SELECT prompt, completion FROM row');
SELECT ftext_export('one.jsonl', 'SELECT prompt, completion FROM row');
SELECT ftext_export('{split}.jsonl', 'SELECT * FROM row');
SELECT ftext_export('{split}.jsonl', 'SELECT * FROM row ORDER BY id DESC');
SELECT ftext_export('bom.jsonl', 'SELECT id FROM row',
  '{"bom":true,"final_newline":false}');
SELECT ftext_export('chat.jsonl', 'SELECT ftext_record(''openai-chat'',
  prompt, completion) FROM row WHERE completion IS NOT NULL',
  '{"target":"openai-chat"}');
SELECT ftext_export('refused.jsonl', 'SELECT prompt FROM row',
  '{"target":"openai-chat"}');
SELECT ftext_export('failing.jsonl', 'SELECT abs(-9223372036854775807 - id)
  FROM row ORDER BY id DESC');
SELECT ftext_export('missing/one.jsonl', 'SELECT 1');
SELECT ftext_export('.', 'SELECT 1');
SELECT ftext_export('empty.jsonl', 'SELECT 1 WHERE 0');
SELECT ftext_export('long.jsonl', 'SELECT printf(''%.*c'', 70000, ''x'') AS x
  FROM row');
SELECT line, length(record), error, start FROM ftext_read_jsonl('long.jsonl');
SELECT line, record, error, start FROM ftext_read_jsonl('one.jsonl');
SELECT line, record, error, start FROM ftext_read_jsonl('bom.jsonl');
SELECT line, ftext_validate(record, 'openai-chat')
  FROM ftext_read_jsonl('chat.jsonl');
SELECT line FROM ftext_read_jsonl('refused.jsonl');
SELECT line FROM ftext_read_jsonl('.');
CREATE TABLE back AS SELECT record ->> 'prompt' AS prompt
  FROM ftext_read_jsonl('train.jsonl');
INSERT INTO back SELECT record ->> 'prompt' FROM ftext_read_jsonl('valid.jsonl');
SELECT * FROM back;
-- what is made while a row is read: texts of numbers, JSON that is looked at
SELECT ftext_export('{id}.jsonl', 'SELECT id, prompt FROM row');
SELECT ftext_export('j.jsonl', 'SELECT id, ''[1,'' || id || '']'' AS j FROM row');
SELECT ftext_export('j.jsonl', 'SELECT ''{"a":'' || id || ''}'' AS j FROM row');
SELECT ftext_export('j.jsonl', 'SELECT json_object(''a'', id) FROM row');
SELECT ftext_export('j.jsonl', 'SELECT id AS j FROM row', '{"json":["j"]}');
SELECT ftext_export('j.jsonl', 'SELECT ''{'' AS j FROM row', '{"json":["j"]}');
SELECT ftext_export('a.jsonl', 'SELECT prompt FROM row',
  '{"ascii":true,"bom":true,"final_newline":false}');
SELECT ftext_export('{p}.jsonl', 'SELECT ''a/b'' AS p, 1 AS x');
SELECT ftext_export('u.jsonl', 'SELECT CAST(x''61ff'' AS TEXT) AS x');
SELECT ftext_export('t.jsonl', 'SELECT prompt, id AS completion FROM row',
  '{"target":"completion"}');
SELECT ftext_export('t.jsonl', 'SELECT prompt, '''' AS completion FROM row',
  '{"target":"openai-chat"}');
