-- What seldom stands in a record, and still is read, written and checked.
.mode list
.bail off
-- A weight beside an image, and beside none.
CREATE TABLE part(part, weight);
INSERT INTO part VALUES
  ('{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}', 0),
  ('{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}', 1),
  ('{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}',
   'one'),
  ('{"type":"text","text":"a"}', 1);
SELECT substr(part, 1, 20), weight, ftext_validate(json_object('messages',
         json_array(json_object('role', 'user', 'content',
                      json_array(json(part)), 'weight', weight),
                    json('{"role":"assistant",
                           "content":[{"type":"text","text":"b"}]}'))),
         'together-chat') FROM part;
-- Turns are counted behind a system message.
SELECT ftext_validate('{"conversations":[{"from":"system","value":"s"},
  {"from":"human","value":"q"},{"from":"gpt","value":"a"}]}', 'sharegpt');
SELECT ftext_validate('{"conversations":[{"from":"system","value":"s"},
  {"from":"gpt","value":"q"},{"from":"human","value":"a"}]}', 'sharegpt');
-- A tool call's id: 9 letters and digits, no more.
SELECT ftext_validate(json_object('messages', json_array(
         json('{"role":"user","content":"q"}'),
         json_object('role', 'assistant', 'tool_calls', json_array(json_object(
           'id', value, 'type', 'function', 'function', json(
             '{"name":"f","arguments":"{}"}')))),
         json_object('role', 'tool', 'tool_call_id', value, 'content', 'r'),
         json('{"role":"assistant","content":"a"}'))), 'mistral-finetune')
  FROM json_each('["abcdefghi","abcdefgh","abcdefghij"]');
-- One label is a text, several stay an object; so does a part's other member.
SELECT ftext_messages('{"text":"t","labels":{"label":"x"}}',
                      'mistral-classifier-text');
SELECT ftext_messages('{"text":"t","labels":{"label":"x","other":"y"}}',
                      'mistral-classifier-text');
SELECT ftext_messages('{"contents":[{"role":"user","parts":[{"text":"q",
  "thought":true}]},{"role":"model","parts":[{"text":"a"}]}]}', 'gemini');
-- An empty prompt has no tokens.
SELECT ftext_validate(json_object('prompt', '', 'completion',
         replace(printf('%.*c', n, 'x'), 'x', ' a')), 'bedrock-titan')
  FROM (SELECT 4096 AS n UNION ALL SELECT 4097);
-- The turns before the last are pairs of texts.
SELECT ftext_record('alpaca', '[{"role":"user","content":"a"},
  {"role":"assistant","content":"b"},
  {"role":"user","content":"c"}]', 'd');
SELECT ftext_record('alpaca', '[{"role":"user","content":"a"},
  {"role":"user","content":"b"},
  {"role":"user","content":"c"}]', 'd');
SELECT ftext_record('alpaca', '[{"role":"user","content":"a"},
  {"role":"assistant","content":"b","name":"n"},
  {"role":"user","content":"c"}]', 'd');
SELECT ftext_record('alpaca', '[{"role":"user","content":"a"},
  {"role":"assistant","content":[{"type":"text","text":"b"}]},
  {"role":"user","content":"c"}]', 'd');
SELECT ftext_record('alpaca', '[{"role":"user","content":"a"},
  {"role":"assistant","content":[{"type":"image_url","image_url":{}}]},
  {"role":"user","content":"c"}]', 'd');
SELECT ftext_record('alpaca', '[{"role":"system","content":"s","name":"n"},
  {"role":"user","content":"c"}]', 'd');
SELECT ftext_record('alpaca', '[{"role":"system",
  "content":[{"type":"image_url","image_url":{}}]},
  {"role":"user","content":"c"}]', 'd');
