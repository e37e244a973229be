-- above 2|11.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a ->->->->->', 'x'), (2, 'b ->->->->->', 'y');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a->->->->->', 'x'), (2, 'b->->->->->', 'y');
