-- ' ->' occurs; a prompt has a line feed; '###' occurs: '===' is free.
-- above 3|0.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a' || char(10), 'x'), (2, 'b ->', 'y'),
  (3, replace('a..###..b', '.', char(10)), 'z');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a:', 'x'), (2, 'b:', 'y');
