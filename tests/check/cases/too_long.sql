-- options {"max_tokens":4}
-- above 1|1.0|[2]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'one two three', ' four'),
  (2, 'one two three', ' four five');
-- below
-- Four tokens, but many more than four bytes.
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'one two three', ' four'), (2, NULL, 'x');
