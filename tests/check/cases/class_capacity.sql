-- options {"encoding":"r50k_base"}
-- above 2044|681.0|[]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, 'p' || value, ' ' || (value % 681)
FROM generate_series(1, 2044);
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset SELECT value, 'p' || value, ' ' || (value % 680)
FROM generate_series(1, 2044);
