-- above 0||[]
CREATE TABLE dataset(id, prompt, completion);
-- below
-- It is always there: nothing is below its threshold.
