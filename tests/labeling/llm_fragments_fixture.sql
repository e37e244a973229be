-- The tables that llm 0.24 brought, in schema src.
CREATE TABLE src.fragments (id INTEGER PRIMARY KEY, content TEXT);
INSERT INTO src.fragments VALUES (1, 'first'), (2, 'second'), (3, 'rules');
CREATE TABLE src.prompt_fragments (response_id TEXT, fragment_id INTEGER,
  "order" INTEGER);
INSERT INTO src.prompt_fragments VALUES ('01b1', 1, 1), ('01b1', 2, 0),
  ('01c1', 1, 0);
CREATE TABLE src.system_fragments (response_id TEXT, fragment_id INTEGER,
  "order" INTEGER);
INSERT INTO src.system_fragments VALUES ('01b1', 3, 0);
