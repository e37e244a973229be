-- What an encoding is, as tiktoken defines it: its size, its special tokens,
-- the pattern that cuts texts into pieces.
SELECT name, vocabulary_size, unicode FROM ftext_encodings;
SELECT name, key, value FROM ftext_encodings, json_each(special_tokens);
SELECT group_concat(name), pattern FROM ftext_encodings GROUP BY pattern
 ORDER BY min(rowid);
-- the largest id is a special token's, but where runs of spaces or tokens
-- without use come behind it
SELECT name, vocabulary_size - 1 - max(value)
  FROM ftext_encodings, json_each(special_tokens) GROUP BY name
HAVING max(value) <> vocabulary_size - 1;
-- encodings of one vocabulary have one fingerprint
SELECT group_concat(name) FROM ftext_encodings
 WHERE fingerprint NOT GLOB '*[^0-9a-f]*' AND length(fingerprint) = 32
 GROUP BY fingerprint ORDER BY min(rowid);
-- the JSON nests, and a special token of the list is one token
SELECT json_object('s', special_tokens) FROM ftext_encodings
 WHERE name = 'p50k_edit';
SELECT name, key FROM ftext_encodings, json_each(special_tokens)
 WHERE ftext_encode(key, name, 'all') <> '[' || value || ']'
    OR ftext_token_count(key, name) < 2;
-- models
SELECT model, encoding, context FROM ftext_models
 WHERE model IN ('gpt-4o', 'gpt-4', 'gpt-3.5-turbo', 'gpt2', 'davinci-002');
SELECT count(*) FROM ftext_models
 WHERE encoding NOT IN (SELECT name FROM ftext_encodings)
    OR context NOT BETWEEN 1024 AND 2000000;
