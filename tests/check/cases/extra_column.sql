-- above 1|2.0|[]
CREATE TABLE dataset(id, prompt, "tag it", completion, prompt2);
INSERT INTO dataset VALUES (1, 'a', 0, 'x', 'b');
-- below
CREATE TABLE dataset(ID, PROMPT, "Completion", label, split, "group");
INSERT INTO dataset VALUES (1, 'a', 'x', 'l', 's', 'g');
