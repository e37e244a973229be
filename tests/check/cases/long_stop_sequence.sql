-- above 2|11.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', '1 END OF ALL'), (2, 'b', '12 END OF ALL');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a', '1 END OF AL'), (2, 'b', '2 END OF AL');
