.mode list
-- Golden 1, OpenAI cookbook: 129 in cl100k models, 124 in o200k models, 127
-- by the rule of gpt-3.5-turbo-0301.
CREATE TABLE chat(id TEXT PRIMARY KEY, messages TEXT);
INSERT INTO chat VALUES('jargon', json_array(
  json_object('role', 'system', 'content', 'You are a helpful, pattern-following assistant that translates corporate jargon into plain English.'),
  json_object('role', 'system', 'name', 'example_user', 'content', 'New synergies will help drive top-line growth.'),
  json_object('role', 'system', 'name', 'example_assistant', 'content', 'Things working well together will increase revenue.'),
  json_object('role', 'system', 'name', 'example_user', 'content', 'Let''s circle back when we have more bandwidth to touch base on opportunities for increased leverage.'),
  json_object('role', 'system', 'name', 'example_assistant', 'content', 'Let''s talk later when we''re less busy about how to do better.'),
  json_object('role', 'user', 'content', 'This late pivot means we don''t have time to boil the ocean for the client deliverable.')));
SELECT model, ftext_chat_token_count(messages, model)
FROM chat, (SELECT column1 AS model FROM (VALUES('gpt-3.5-turbo-0125'),
  ('gpt-4-0314'), ('gpt-4-0613'), ('gpt-4o-mini-2024-07-18'),
  ('gpt-4o-2024-08-06'), ('gpt-3.5-turbo-0301'), ('cl100k_base')));
SELECT ftext_chat_token_count(messages) FROM chat;

-- Golden 2, by the formula: 30 in both, 32 with a name.
WITH spam(named) AS (VALUES('{"role":"user","content":"Is this spam? WIN A PRIZE!!!"}'),
  ('{"role":"user","name":"ana","content":"Is this spam? WIN A PRIZE!!!"}'))
SELECT ftext_chat_token_count(m, 'gpt-4'), ftext_chat_token_count(m, 'gpt-4o')
FROM (SELECT '[{"role":"system","content":"Answer with one word."},' || named
  || ',{"role":"assistant","content":"spam"}]' AS m FROM spam);

-- Golden 3, OpenAI cookbook: with a tool 105 in gpt-4, 101 in gpt-4o;
-- without it 34 and 33.
INSERT INTO chat VALUES('weather', '[
  {"role":"system","content":"You are a helpful assistant that can answer to questions about the weather."},
  {"role":"user","content":"What''s the weather like in San Francisco?"}]');
CREATE VIEW tool AS SELECT '[{"type":"function","function":{
  "name":"get_current_weather",
  "description":"Get the current weather in a given location",
  "parameters":{"type":"object","properties":{
    "location":{"type":"string","description":"The city and state, e.g. San Francisco, CA"},
    "unit":{"type":"string","description":"The unit of temperature to return","enum":["celsius","fahrenheit"]}},
    "required":["location"]}}}]' AS tools;
SELECT ftext_chat_token_count(messages, 'gpt-4'),
  ftext_chat_token_count(messages, 'gpt-4o') FROM chat WHERE id = 'weather';
SELECT ftext_chat_token_count(request, 'gpt-4'),
  ftext_chat_token_count(request, 'gpt-4o')
FROM (SELECT json_object('messages', json(messages), 'tools', json(tools)) AS request
  FROM chat, tool WHERE id = 'weather');
-- The same where the tools stand beside the first message, or are functions.
SELECT ftext_chat_token_count(json_set(messages, '$[0].record', json_object('tools', json(tools))), 'gpt-4'),
  ftext_chat_token_count(json_object('messages', json(messages), 'functions', json_array(json_extract(tools, '$[0].function'))), 'gpt-4o')
FROM chat, tool WHERE id = 'weather';

-- The dot at the end of a description does not count; one dot only.
SELECT ftext_chat_token_count('{"messages":[],"tools":[{"function":{"name":"f","description":"Do it."}}]}')
  - ftext_chat_token_count('{"messages":[],"tools":[{"function":{"name":"f","description":"Do it"}}]}');

-- Values that are no strings do not fail, and cost nothing by themselves:
-- 3 + 1 (user) + 1 (hi) + 3.
SELECT m, ftext_chat_token_count(m) FROM (SELECT column1 AS m FROM (VALUES
  ('[{"role":"user","content":"hi"}]'),
  ('[{"role":"user","content":"hi","weight":1}]'),
  ('[{"role":"user","content":"hi","refusal":null}]'),
  ('[{"role":"user","content":[{"type":"text","text":"hi"}]}]'),
  ('[{"role":"user","content":[{"type":"text","text":"hi"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}]'),
  ('[{"role":"assistant","content":null,"function_call":{"name":"f","arguments":"{}"}}]'),
  ('[{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"f","arguments":"{}"}}]}]'),
  ('[]')));

-- Special text is text: 7 tokens, as everywhere.
SELECT ftext_chat_token_count('[{"role":"user","content":"<|endoftext|>"}]')
  - ftext_chat_token_count('[{"role":"user","content":""}]');

SELECT ftext_chat_token_count(NULL), ftext_chat_token_count('[]', NULL);
.bail off
SELECT ftext_chat_token_count('hello');
SELECT ftext_chat_token_count('{"role":"user"}');
SELECT ftext_chat_token_count('["hello"]');
SELECT ftext_chat_token_count('[]', 'gpt9');
