.bail off
.mode list
-- A target has no place for something: an error, never a loss.
SELECT ftext_record('completion', 'a', 'b', 'system');
SELECT ftext_record('completion', '[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]', 'd');
SELECT ftext_record('cohere-chat', '[{"role":"user","content":"a"},{"role":"assistant","content":"b","weight":0}]');
SELECT ftext_record('bedrock-claude', '[{"role":"user","content":"a"},{"role":"system","content":"late"},{"role":"assistant","content":"b"}]');
SELECT ftext_record('bedrock-claude', '[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]},{"role":"assistant","content":"b"}]');
SELECT ftext_record('gemini', '[{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}]');
SELECT ftext_record('gemini', '[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]},{"role":"assistant","content":"b"}]');
SELECT ftext_record('together', '[{"role":"user","content":"a","record":{"reference_answer":"c"}},{"role":"assistant","content":"b"}]');
SELECT ftext_record('openai-chat', '[{"role":"user","content":"a","record":{"rejected":[{"role":"assistant","content":"c"}]}},{"role":"assistant","content":"b"}]');
SELECT ftext_record('openai-dpo', 'a', 'b');
SELECT ftext_record('trl-prompt', 'a', 'b');
SELECT ftext_record('trl-prompt-chat', 'a', 'b');
SELECT ftext_record('axolotl-context-qa', 'a', 'b');
SELECT ftext_record('trl-text', '[{"role":"system","content":"a"},{"role":"user","content":"b"}]', 'c');
SELECT ftext_record('alpaca', '[{"role":"user","content":"a"}]');
SELECT ftext_record('sharegpt', '[{"role":"user","content":"a"},{"role":"assistant","content":"text","tool_calls":[{"function":{"name":"f","arguments":"{}"}}]}]');
SELECT ftext_record('sharegpt', '[{"role":"user","content":"a"},{"role":"assistant","weight":0,"tool_calls":[{"function":{"name":"f","arguments":"{}"}}]}]');
SELECT ftext_record('sharegpt', '[{"role":"user","content":"a"},{"role":"tool","content":"b","score":1}]');
SELECT ftext_record('trl-messages', '[{"role":"user","content":"a"},{"role":"assistant","tool_calls":[{"function":{"name":"f","arguments":"{x"}}]}]');
SELECT ftext_record('cohere-rerank', 'a', 'b');
-- What is no message where a message should be.
SELECT ftext_record('openai-dpo', '[{"role":"user","content":"a","record":{"rejected":[["x"]]}},{"role":"assistant","content":"b"}]');
SELECT ftext_record('trl-preference', '[{"role":"user","content":"a","record":{"rejected":[["x"]]}},{"role":"assistant","content":"b"}]');
SELECT ftext_record('openai-chat', '[{"role":"user","content":"a","record":["x"]},{"role":"assistant","content":"b"}]');
SELECT ftext_messages('{"input":["x"],"preferred_output":[],"non_preferred_output":[]}');
-- Arguments.
SELECT ftext_record('openai', 'a', 'b');
SELECT ftext_record('openai-chat', 'a');
SELECT ftext_record('openai-chat', '[{"role":"system","content":"a"},{"role":"user","content":"b"}]', 'c', 'd');
SELECT ftext_record('openai-chat', CAST(x'61ff' AS TEXT), 'b');
SELECT ftext_record('openai-chat', 'a', CAST(x'80' AS TEXT));
SELECT ftext_preference('openai-chat', 'a', 'b', 'c');
SELECT ftext_validate('{}', 'gpt-4o');
SELECT ftext_validate('{}', 'openai-chat', 'gpt9');
SELECT ftext_messages('{"text":');
SELECT ftext_messages('[]');
SELECT ftext_messages('{"question":"a"}');
SELECT ftext_messages('{"question":"a"}', 'trl');
SELECT ftext_messages('{"question":"a"}', 'openai-chat');
SELECT ftext_messages('{"messages":[]}');
SELECT ftext_messages('{"messages":["a"]}');
SELECT ftext_messages('{"messages":"a"}');
SELECT ftext_messages('{"messages":[{"role":"user","content":"a","record":1}]}');
SELECT ftext_messages('{"messages":{"role":"user"},"reference_answer":"x"}');
SELECT ftext_messages('{"prompt":"a","completions":"b","labels":[]}');
SELECT ftext_messages('{"instruction":"a","output":"b","history":"c"}');
SELECT ftext_messages('{"segments":[]}');
SELECT ftext_messages('{"conversations":[{"from":"function_call","value":"f()"}]}');
SELECT ftext_messages('{"chosen":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"assistant","content":"c"}],"rejected":[{"role":"user","content":"z"},{"role":"assistant","content":"d"}]}');
-- What is no JSON is a finding, not an error.
SELECT ftext_validate('', 'openai-chat'), ftext_validate(CAST(x'7b2261ff223a317d' AS TEXT), 'together');
SELECT ftext_validate(replace(printf('%.*c', 2000, 'x'), 'x', '['), 'openai-chat');
