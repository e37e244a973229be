-- A small Prodigy database in schema src, with every trap that real ones
-- have: content is JSON in a BLOB.
CREATE TABLE src.dataset (id INTEGER PRIMARY KEY, name TEXT, session INTEGER);
INSERT INTO src.dataset VALUES (1, 'choices', 0), (2, 'choices-ann', 1),
  (3, 'binary', 0), (4, '2026-03-05_10-00-00', 1), (5, 'texts', 0),
  (6, 'reviewed', 0);
CREATE TABLE src.example (id INTEGER PRIMARY KEY, input_hash INTEGER,
  task_hash INTEGER, content BLOB);
CREATE TABLE src.link (id INTEGER PRIMARY KEY, example_id INTEGER,
  dataset_id INTEGER);
CREATE TEMP TABLE made (id, input_hash, dataset, content);
INSERT INTO made VALUES
(1, -11, 1, '{"text":"It cost \u00a33 \ud83d\ude00","accept":["refund"],
  "answer":"accept","_timestamp":1772700010,"_annotator_id":"ann"}'),
(2, -11, 1, '{"text":"It cost \u00a33 \ud83d\ude00","accept":["refund"],
  "answer":"accept","_timestamp":1772700011,"_annotator_id":"bob"}'),
-- The same person again: the later answer counts.
(3, -11, 1, '{"text":"It cost \u00a33 \ud83d\ude00","accept":["lost"],
  "answer":"accept","_timestamp":1772700012,"_annotator_id":"bob"}'),
(4, -11, 1, '{"text":"It cost \u00a33 \ud83d\ude00","accept":["lost"],
  "answer":"accept","_timestamp":1772700012,"_annotator_id":"cat"}'),
(5, 22, 1, '{"text":"a tie","accept":["lost"],"answer":"accept",
  "_timestamp":1772700012,"_annotator_id":"bob"}'),
(6, 22, 1, '{"text":"a tie","accept":["refund"],"answer":"accept",
  "_timestamp":1772700012,"_annotator_id":"ann"}'),
(7, 33, 1, '{"text":"two","accept":["refund","lost"],"answer":"accept"}'),
(8, 44, 1, '{"text":"none","accept":[],"answer":"accept"}'),
(9, 55, 1, '{"text":"ignored","accept":["lost"],"answer":"ignore"}'),
(10, 66, 1, '{"text":"rejected","accept":["lost"],"answer":"reject"}'),
-- An old row says neither who nor when; no is an answer here.
(11, 77, 3, '{"text":"Which card?","label":"refund","answer":"reject"}'),
(12, 78, 3, '{"text":"My money","label":"refund","answer":"accept"}'),
(13, 79, 3, '{"text":"Hm","label":"refund","answer":"ignore"}'),
(14, 88, 5, '{"text":"Say it","user_input":"said\u2713","answer":"accept"}'),
(15, 89, 5, '{"text":"Say it","user_input":"no","answer":"reject"}'),
(16, 90, 5, '{"text":"spans","spans":[{"start":0}],"answer":"accept"}'),
(17, 91, 5, '{"image":"x.png","label":"cat","answer":"accept"}'),
(18, 92, 5, '{"text":"cut off'),
(19, 93, 5, '{"text":"no answer yet","label":"refund"}'),
(20, 94, 2, '{"text":"the session alone","accept":["lost"],
  "answer":"accept"}');
INSERT INTO src.example
SELECT id, input_hash, 0, CAST(content AS BLOB) FROM made;
-- Every example is in a dataset, in its session's, and may be in another.
INSERT INTO src.link (example_id, dataset_id)
SELECT id, dataset FROM made
UNION ALL SELECT id, 2 FROM made WHERE dataset = 1
UNION ALL SELECT id, 4 FROM made WHERE dataset = 3
UNION ALL SELECT id, 6 FROM made WHERE id <= 4;
DROP TABLE made;
