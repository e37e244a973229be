-- A small doccano database in schema src: the tables and the columns that
-- matter, with every trap that its real ones have.
CREATE TABLE src.auth_user (id INTEGER PRIMARY KEY, username TEXT);
INSERT INTO src.auth_user VALUES (1, 'mia'), (2, 'noah'), (3, 'olga');
CREATE TABLE src.projects_project (id INTEGER PRIMARY KEY, name TEXT,
  collaborative_annotation BOOL, single_class_classification BOOL);
INSERT INTO src.projects_project VALUES
  (1, 'intents', 0, 1), (2, 'several', 1, 0), (3, 'rewrite', 1, 0);
CREATE TABLE src.examples_example (id INTEGER PRIMARY KEY, text TEXT,
  project_id INTEGER);
INSERT INTO src.examples_example VALUES
  (1, 'It cost £3 😀', 1), (2, 'a tie', 1), (3, 'not confirmed', 1),
  (4, 'confirmed by another', 1), (5, 'confirmed empty', 1),
  (6, 'nobody yet', 1), (7, 'the model was faster', 1),
  (21, 'all together', 2), (22, 'open', 2), (31, 'say it', 3),
  (32, 'draft', 3), (33, 'a name in it', 3), (34, NULL, 3);
CREATE TABLE src.examples_examplestate (id INTEGER PRIMARY KEY,
  example_id INTEGER, confirmed_by_id INTEGER);
INSERT INTO src.examples_examplestate (example_id, confirmed_by_id) VALUES
  (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (4, 2), (5, 1), (7, 1),
  (21, 3), (31, 2);
-- The same text has another id in another project.
CREATE TABLE src.label_types_categorytype (id INTEGER PRIMARY KEY, text TEXT,
  project_id INTEGER);
INSERT INTO src.label_types_categorytype VALUES (1, 'refund', 1),
  (2, 'lost', 1), (3, 'typo', 2), (4, 'refund', 2), (5, 'café', 2);
CREATE TABLE src.labels_category (id INTEGER PRIMARY KEY, manual BOOL,
  created_at DATETIME, example_id INTEGER, label_id INTEGER,
  user_id INTEGER);
INSERT INTO src.labels_category VALUES
  (1, 1, '2026-03-03 09:00:05.902561', 1, 1, 1),
  (2, 1, '2026-03-03 09:00:06', 1, 1, 2),
  (3, 1, '2026-03-03 09:00:07.000001', 1, 2, 3),
  (4, 1, '2026-03-03 09:01:00.000001', 2, 1, 1),
  (5, 1, '2026-03-03 09:01:00.000001', 2, 2, 2),
  (6, 1, '2026-03-03 09:01:00.000001', 3, 2, 2),
  (7, 1, '2026-03-03 09:01:00.000001', 4, 2, 1),
  (8, 0, '2026-03-03 09:01:00.000001', 7, 2, 1),
  -- Where all share one set of labels, anyone may confirm.
  (9, 1, '2026-03-03 09:01:00.000001', 21, 4, 1),
  (10, 1, '2026-03-03 09:01:00.000001', 21, 5, 2),
  (11, 1, '2026-03-03 09:01:00.000001', 21, 4, 2),
  (12, 1, '2026-03-03 09:01:00.000001', 22, 3, 2);
CREATE TABLE src.labels_textlabel (id INTEGER PRIMARY KEY, manual BOOL,
  text TEXT, created_at DATETIME, example_id INTEGER, user_id INTEGER);
INSERT INTO src.labels_textlabel VALUES
  (1, 1, 'said', '2026-03-03 09:01:00.000001', 31, 1),
  (2, 1, 'said otherwise', '2026-03-03 09:01:00.000001', 31, 2),
  (3, 1, 'not yet', '2026-03-03 09:01:00.000001', 32, 2),
  (4, 1, 'about an image', '2026-03-03 09:01:00.000001', 34, 2);
CREATE TABLE src.labels_span (id INTEGER PRIMARY KEY, example_id INTEGER);
INSERT INTO src.labels_span VALUES (1, 33);
