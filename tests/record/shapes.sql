.mode list
-- The four arguments, in every target's own words.
SELECT target, ftext_record(target, 'Where is my card?', 'card_arrival')
FROM ftext_targets WHERE target NOT LIKE '%dpo%'
  AND target NOT LIKE '%preference%' AND target NOT IN
  ('cohere-rerank', 'axolotl-segments', 'axolotl-tokens', 'trl-prompt',
   'trl-prompt-chat', 'trl-stepwise', 'axolotl-context-qa');
SELECT target, ftext_record(target, 'Where is my card?', 'card_arrival', 'Be "brief".')
FROM (SELECT column1 AS target FROM (VALUES('openai-chat'), ('bedrock-claude'),
  ('bedrock-converse'), ('gemini'), ('cohere-chat'), ('alpaca'), ('sharegpt'),
  ('mistral-finetune-system'), ('trl')));
SELECT target, ftext_preference(target, 'Where is my card?', 'On its way.', 'No idea.')
FROM ftext_targets WHERE target IN ('openai-dpo', 'azure', 'together',
  'fireworks', 'trl', 'trl-preference', 'trl-implicit-preference',
  'trl-implicit-preference-chat',
  'alpaca', 'sharegpt');
SELECT ftext_preference('trl', 'Where is my card?', 'On its way.', 'No idea.', 'Be brief.');

-- An empty system prompt is none; white space, quotes and newlines survive.
SELECT ftext_record('openai-chat', ' "a"' || char(10) || '\b', '', '');

-- The prompt may be messages, as text or as JSON, spread over lines.
SELECT ftext_record('gemini', '[ {"role": "system", "content": "Be brief."},
  {"role": "user", "content": "Where \u0069s my card?"},
  {"role": "assistant", "content": "Which?"},
  {"role": "user", "content": "The blue one."} ]', 'card_arrival');
SELECT ftext_record('openai-chat', json_array(json_object('role', 'user', 'content', 'hi')), '{"role":"assistant","content":"hello","weight":0}');
-- What only looks like messages is text.
SELECT ftext_record('completion', '[1, 2]', '{"intent":"card"}');
SELECT ftext_record('completion', '[{"role":"user"', 'x');

-- Labels: text, several, named.
SELECT ftext_record('cohere-classify', 'Where is my card?', '["a", "b"]');
SELECT ftext_record('mistral-classifier', 'Where is my card?', '{"intent": "a"}');
SELECT ftext_record('mistral-classifier', 'Where is my card?', 'a');

-- From one trainer's file to another's: roles, system, tool arguments.
CREATE TABLE chat AS SELECT '{"messages":[{"role":"developer","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"Where is "},{"type":"text","text":"my card?"}]},{"role":"assistant","content":"card_arrival","weight":1}]}' AS record;
SELECT target, ftext_record(target, ftext_messages(record)) FROM chat,
  (SELECT column1 AS target FROM (VALUES('gemini'), ('bedrock-converse'),
    ('cohere-chat'), ('sharegpt'), ('alpaca'), ('together'), ('trl'),
    ('mistral')));
CREATE TABLE agent AS SELECT '{"messages":[{"role":"user","content":"Where is my card?"},{"role":"assistant","content":null,"tool_calls":[{"id":"call_9","type":"function","function":{"name":"find_card","arguments":"{\"id\": 7}"}}]},{"role":"tool","tool_call_id":"call_9","content":"on its way"},{"role":"assistant","content":"On its way."}],"tools":[{"type":"function","function":{"name":"find_card"}}]}' AS record;
SELECT target, ftext_record(target, ftext_messages(record)) FROM agent,
  (SELECT column1 AS target FROM (VALUES('trl-messages'), ('sharegpt'),
    ('together'), ('mistral-finetune')));
SELECT ftext_record('openai-chat', ftext_messages(ftext_record('trl-messages', ftext_messages(record)))) FROM agent;
SELECT ftext_record('openai-chat', ftext_messages('{"conversations":[{"from":"human","value":"a"},{"from":"gpt","value":"b"}]}'));
SELECT ftext_record('trl', ftext_messages('{"instruction":"Add.","input":"1 + 1","output":"2"}'));

-- A record of one's own making is valid.
SELECT target, ftext_validate(ftext_record(target, 'Where is my card?', 'card_arrival'), target)
FROM ftext_targets WHERE target NOT LIKE '%dpo%'
  AND target NOT LIKE '%preference%' AND target NOT IN
  ('cohere-rerank', 'axolotl-segments', 'axolotl-tokens', 'trl-prompt',
   'trl-prompt-chat', 'trl-stepwise', 'axolotl-context-qa')
  AND ftext_validate(ftext_record(target, 'Where is my card?', 'card_arrival'), target) IS NOT NULL;

-- NULL gives NULL.
SELECT ftext_record(NULL, 'a', 'b'), ftext_record('trl', NULL, 'b'),
  ftext_record('trl', 'a', NULL), ftext_record('trl', 'a', 'b', NULL),
  ftext_preference('trl', 'a', 'b', NULL), ftext_messages(NULL),
  ftext_validate(NULL, 'trl'), ftext_validate('{}', NULL);
-- The result nests.
SELECT json_object('a', ftext_record('completion', 'x', 'y'), 'b', ftext_messages('{"text":"x"}'), 'c', ftext_validate('{', 'completion'));
-- A BLOB is text; a number is its text.
SELECT ftext_record('completion', x'61', 7), ftext_validate(CAST('{"prompt":"a","completion":"b"}' AS BLOB), 'completion');
SELECT ftext_messages('{"text":"x"}', 'together-text'), typeof(ftext_validate('{"text":"x"}', 'together'));
