.mode list
-- printf('%*c') pads: so many spaces and the letter.  In o200k_base a word
-- after a word is one token, so ' a' n times is n tokens.
CREATE TABLE text(n INTEGER PRIMARY KEY, words TEXT);
INSERT INTO text SELECT column1, replace(printf('%.*c', column1, 'x'), 'x', ' a')
FROM (VALUES(4090), (4095), (4096), (16384), (16385), (31988), (31989),
  (65524), (65525), (131060), (131061));
SELECT n, ftext_token_count(words) FROM text;

-- A chat's own tokens: 3 and the role's for each of two messages, 3 for the
-- reply, and one for the answer: 12.  65,536 are allowed, 65,537 are not.
SELECT n, ftext_chat_token_count(ftext_messages(record)),
  ftext_validate(record, 'openai-chat')
FROM (SELECT n, ftext_record('openai-chat', words, 'a') AS record
  FROM text WHERE n IN (65524, 65525));

-- A model has its own limit: 16,385 and 4,096; ft: and what is behind do
-- not matter.
SELECT model,
  json_extract(ftext_validate(record, 'openai-chat', model), '$[0].message')
FROM (SELECT ftext_record('openai-chat', words, 'a') AS record
    FROM text WHERE n = 4090),
  (SELECT column1 AS model FROM (VALUES('gpt-4o'), ('gpt-3.5-turbo-0125'),
    ('gpt-3.5-turbo-0613'), ('ft:gpt-3.5-turbo-0613:acme::1'), ('cl100k_base')));
SELECT model,
  json_extract(ftext_validate(record, 'openai-chat', model), '$[0].message')
FROM (SELECT ftext_record('openai-chat', words, 'a') AS record
    FROM text WHERE n = 16384),
  (SELECT column1 AS model FROM (VALUES('gpt-4o'), ('gpt-3.5-turbo-1106')));

-- Completions: 2048 tokens in the old base models, no limit in the new.
SELECT model,
  json_extract(ftext_validate(record, 'completion', model), '$[0].message')
FROM (SELECT ftext_record('completion', words, ' a') AS record
    FROM text WHERE n = 4090),
  (SELECT column1 AS model FROM (VALUES('davinci'), ('davinci-002'),
    ('gpt-4o')));

-- The limits of the others: chats with 12 tokens of their own, a pair with
-- the one of its answer.
SELECT target, n,
  json_extract(ftext_validate(ftext_record(target, words, 'a'), target),
    '$[0].message')
FROM (SELECT column1 AS target, column2 AS n
    FROM (VALUES('bedrock-titan', 4095), ('bedrock-titan', 4096),
      ('bedrock-claude', 31988), ('bedrock-claude', 31989),
      ('gemini', 131060), ('gemini', 131061),
      ('gemini-rft', 131060), ('gemini-rft', 131061))) JOIN text USING (n);
SELECT target, max_tokens FROM ftext_targets WHERE max_tokens IS NOT NULL;

-- Titan: 24,576 characters in all, whatever the tokens are.
SELECT n, json_extract(ftext_validate(json_object('prompt',
  printf('%.*c', n, '='), 'completion', 'é'), 'bedrock-titan'), '$[0].message')
FROM (SELECT column1 AS n FROM (VALUES(24575), (24576)));

-- Cohere: 16,384 tokens a turn.
SELECT n, ftext_validate(ftext_record('cohere-chat', words, 'a'), 'cohere-chat')
FROM text WHERE n IN (16384, 16385);
