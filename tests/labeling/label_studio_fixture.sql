-- A small Label Studio database in schema src: the tables and the columns
-- that matter, with every trap that its real ones have.
CREATE TABLE src.htx_user (id INTEGER PRIMARY KEY, email TEXT);
INSERT INTO src.htx_user VALUES
  (1, 'ada@example.com'), (2, 'bo@example.com'), (3, 'cy@example.com');
CREATE TABLE src.project (
  id INTEGER PRIMARY KEY, title TEXT, label_config TEXT, deleted_at DATETIME);
INSERT INTO src.project VALUES
-- Two questions, one in a comment before them; attributes on lines of their
-- own, in any order, in either quotes; a text of another name than its key.
(1, 'Intents', '<View>
  <!-- <Choices name="old" toName="shown"/> -->
  <Text
    value="$my text"
    name="shown"/>
  <Choices toName=''shown'' name=''intent'' choice="single">
    <Choice value="refund"/><Choice value="Q&amp;A only"/>
  </Choices>
  <Choices name="urgency" toName="shown"><Choice value="low"/></Choices>
  <TextArea name="note" toName="shown"/>
</View>', NULL),
(2, 'Topics', '<View><Text name="t" value="$utterance"/>
  <Taxonomy name="topic" toName="t"/>
  <Choices name="flags" toName="t" choice="multiple"/>
  <TextArea name="note" toName="t"/></View>', NULL),
(3, 'Preferences', '<View><Text name="prompt" value="$prompt"/>
  <Pairwise name="which" toName="a,b"/>
  <Text name="a" value="$answer1"/><Text name="b" value="$answer2"/>
  <TextArea name="rewrite" toName="prompt"/></View>', NULL),
(4, 'Old trial', '<View><Text name="t" value="$t"/>
  <Choices name="intent" toName="t"/></View>', '2026-02-10 00:00:00');
CREATE TABLE src.task (id INTEGER PRIMARY KEY, data TEXT, project_id INTEGER);
INSERT INTO src.task VALUES
  (1, '{"my text": "It cost \u00a33 \ud83d\ude00"}', 1),
  (2, '{"my text": "Where is it? &amp; thanks<br>"}', 1),
  (3, '{"my text": "a tie"}', 1),
  (4, '{"my text": "the expert knows"}', 1),
  (5, '{"my text": "changed my mind"}', 1),
  (6, '{"my text": "imported"}', 1),
  (7, '{"my text": "nobody yet"}', 1),
  (8, '{"my text": "all skipped"}', 1),
  (9, '{"my text": "two at once"}', 1),
  (10, '{"image": "x.png"}', 1),
  (21, '{"utterance": "fly me home"}', 2),
  (22, '{"utterance": "flagged"}', 2),
  (31, '{"prompt": "p", "answer1": "one", "answer2": "two"}', 3),
  (32, '{"prompt": "q", "answer1": "one", "answer2": "two"}', 3),
  (41, '{"t": "deleted with its project"}', 4);
CREATE TABLE src.task_completion (
  id INTEGER PRIMARY KEY, result TEXT, was_cancelled BOOL,
  created_at DATETIME, task_id INTEGER, completed_by_id INTEGER,
  ground_truth BOOL, project_id INTEGER);
CREATE TEMP TABLE choice (id, task_id, user_id, time, label, ground_truth);
INSERT INTO choice VALUES
  (1, 1, 1, '2026-02-02 12:00:00.000001', 'refund', 0),
  (2, 1, 2, '2026-02-02 12:00:00', 'refund', 0),
  (3, 2, 1, '2026-02-02 12:00:00.5', 'Q&A only', 0),
  -- One says this, one says that.
  (4, 3, 1, '2026-02-02 12:01:00.000000', 'refund', 0),
  (5, 3, 2, '2026-02-02 12:02:00.000000', 'lost', 0),
  -- Two against one; the one is right, and the latest ground truth counts.
  (6, 4, 1, '2026-02-02 12:00:00.000000', 'refund', 0),
  (7, 4, 2, '2026-02-02 12:00:00.000000', 'refund', 0),
  (8, 4, 3, '2026-02-02 12:00:01.000000', 'stolen', 1),
  (9, 4, 3, '2026-02-02 12:00:02.000000', 'lost', 1),
  -- The second answer of bo makes two against one.  The first one's time has
  -- a fraction, the second's none: as text it would come first.
  (10, 5, 1, '2026-02-02 12:00:00.000000', 'lost', 0),
  (11, 5, 2, '2026-02-02 12:00:06', 'refund', 0),
  (12, 5, 2, '2026-02-02 12:00:06.250000', 'lost', 0),
  (13, 5, 3, '2026-02-02 12:00:00.000000', 'refund', 0),
  -- Nobody is not one person.
  (14, 6, NULL, '2026-02-02 12:00:00.000000', 'refund', 0),
  (15, 6, NULL, '2026-02-02 12:00:00.000000', 'refund', 0),
  (16, 6, 1, '2026-02-02 12:00:00.000000', 'lost', 0),
  (17, 41, 1, '2026-02-02 12:00:00.000000', 'refund', 0),
  (18, 999, 1, '2026-02-02 12:00:00.000000', 'refund', 0),
  (19, 10, 1, '2026-02-02 12:00:00.000000', 'refund', 0);
INSERT INTO src.task_completion
SELECT id, json_array(json_object('value', json_object('choices',
    json_array(label)), 'from_name', 'intent', 'type', 'choices')),
  0, time, task_id, user_id, ground_truth, 1
FROM choice;
DROP TABLE choice;
INSERT INTO src.task_completion VALUES
-- Skipped is not empty: a cancelled one with a result, one without, and one
-- that was submitted empty.
(50, '[{"value": {"choices": ["refund"]}, "from_name": "intent"}]', 1,
  '2026-02-02 13:00:00.000000', 8, 1, 0, 1),
(51, '[]', 1, '2026-02-02 13:00:00.000000', 8, 2, 0, 1),
(52, '[]', 0, '2026-02-02 13:00:00.000000', 8, 3, 0, 1),
(53, NULL, 0, '2026-02-02 13:00:00.000000', 8, 3, 0, 1),
-- Another question's answer, and a note.
(54, '[{"value": {"choices": ["low"]}, "from_name": "urgency"},
  {"value": {"text": ["odd"]}, "from_name": "note"}]', 0,
  '2026-02-02 13:00:00.000000', 8, 3, 0, 1),
-- Two where one was asked for; the project only the task knows.
(55, '[{"value": {"choices": ["refund", "lost"]}, "from_name": "intent"}]', 0,
  '2026-02-02 13:00:00.000000', 9, 1, 0, NULL),
(60, '[{"value": {"taxonomy": [["travel", "flights"], ["home"]]},
  "from_name": "topic"}, {"value": {"text": ["a note"]},
  "from_name": "note"}]', 0, '2026-02-02 13:00:00.000000', 21, 1, 0, 2),
(61, '[{"value": {"choices": ["rude", "typo"]}, "from_name": "flags"}]', 0,
  '2026-02-02 13:00:00.000000', 22, 1, 0, 2),
(62, '[{"value": {"choices": ["rude", "caf\u00e9"]}, "from_name": "flags"}]',
  0, '2026-02-02 13:00:00.000000', 22, 2, 0, 2),
(70, '[{"value": {"selected": "right"}, "from_name": "which"}]', 0,
  '2026-02-02 13:00:00.000000', 31, 1, 0, 3),
(71, '[{"value": {"selected": "left"}, "from_name": "which"},
  {"value": {"text": ["better", "second"]}, "from_name": "rewrite"}]', 0,
  '2026-02-02 13:00:00.000000', 32, 1, 0, 3);
CREATE TABLE src.prediction (id INTEGER PRIMARY KEY, result TEXT,
  task_id INTEGER);
INSERT INTO src.prediction VALUES (1,
  '[{"value": {"choices": ["wrong"]}, "from_name": "intent"}]', 7);
CREATE TABLE src.tasks_annotationdraft (id INTEGER PRIMARY KEY, result TEXT,
  task_id INTEGER, user_id INTEGER);
INSERT INTO src.tasks_annotationdraft VALUES (1,
  '[{"value": {"choices": ["half"]}, "from_name": "intent"}]', 7, 1);
