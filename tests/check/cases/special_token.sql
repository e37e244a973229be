-- above 2|2.0|[1,2]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a <|endoftext|> b', 'x'), (2, 'a', '<<|im_end|>'),
  (3, 'c', 'x');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'f <| g |> h', 'x'), (2, '<||>', '<|a|'),
  (3, '<|a', '<|'), (4, '<', '|end|>');
