.mode list
.bail off
-- What a prompt is: messages where it reads as such, else a text.
SELECT value, ftext_record('openai-chat', value, 'b') FROM json_each('["[]","{}",
  "7","null","[7]","[{}]","{\"role\":\"user\"}","{\"content\":\"a\"}",
  "{\"role\":\"user\",\"content\":\"a\"}","[[]]","[{\"role\":7,\"content\":8}]",
  "[{\"role\":\"user\",\"content\":\"a\"},7]"]');
-- a system message of its own, and one in the prompt
SELECT ftext_record('openai-chat', '{"role":"user","content":"a"}', 'b', 'c');
SELECT ftext_record('openai-chat', '[{"role":"user","content":"a"}]', 'b', 'c');
SELECT ftext_record('openai-chat', '{"role":"system","content":"a"}', 'b', 'c');
SELECT ftext_record('openai-chat', '[{"role":"developer","content":"a"}]', 'b', 'c');
SELECT ftext_record('openai-chat', '[]', 'b', 'c');
-- what stands beside the conversation goes along; a rejected answer is given
-- once
SELECT ftext_preference('trl', '[{"role":"user","content":"a","record":{"tools":[
  ]}}]', 'b', 'c');
SELECT ftext_preference('trl', '{"role":"user","content":"a","record":{"x":1}}',
  'b', 'c');
SELECT ftext_preference('trl', '[{"role":"user","content":"a","record":{"rejected":
  [{"role":"assistant","content":"z"}],"tools":[]}}]', 'b', 'c');
SELECT ftext_record('openai-chat', '[{"role":"user","content":"a","record":{}}]', 'b');
SELECT ftext_record('openai-chat', '[{"role":"user","content":"a","record":7}]', 'b');
SELECT ftext_record('openai-chat', '[{"role":"user","content":"a"}]',
  '{"role":"assistant","content":"b","record":{"x":1}}');
SELECT ftext_record('openai-chat', '[{"role":"user","content":"a"},{"role":
  "assistant","content":"b","record":{"x":1}}]');
SELECT ftext_preference('trl', 'a', 'b',
  '[{"role":"assistant","content":"b","record":{}}]');
-- a role is its characters, whatever it is written with
SELECT ftext_validate('{"messages":[{"role":"us\u0065r","content":"a"},
  {"role":"\u0061ssistant","content":"b"}]}', 'openai-chat');
SELECT ftext_validate('{"messages":[{"role":"us\u0065r\u0020","content":"a"},
  {"role":"\u0061ssistantassistantassistantassistantassistantassistantassistant",
  "content":"b"}]}', 'bedrock-claude');
-- tokens are counted in the texts that there are
SELECT count(*), max(value ->> 'message') FROM json_each(ftext_validate(
  json_object('prompt', '', 'completion', replace(hex(zeroblob(20000)), '00',
  ' word')), 'azure', 'gpt-4o-mini'));
SELECT value ->> 'rule', value ->> 'message' FROM json_each(ftext_validate(
  json_object('text', replace(hex(zeroblob(140000)), '00', ' word')),
  'together-text'));
SELECT value ->> 'rule', value ->> 'message' FROM json_each(ftext_validate(
  json_object('prompt', '', 'completion', replace(hex(zeroblob(140000)), '00',
  ' word')), 'together-completion'));
SELECT value ->> 'rule', value ->> 'message' FROM json_each(ftext_validate(
  json_object('messages', json_array(json_object('role', 'user', 'content', ''),
  json_object('role', 'assistant', 'content', replace(hex(zeroblob(140000)),
  '00', ' word')))), 'fireworks'));
