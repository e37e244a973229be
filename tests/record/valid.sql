.mode list
-- Every target has a valid golden record; nothing is wrong with any of them.
CREATE TABLE golden AS
  SELECT line, json_extract(record, '$.target') AS target,
    json_extract(record, '$.record') AS record
  FROM ftext_read_jsonl('tests/record/valid.jsonl');
SELECT target FROM ftext_targets EXCEPT SELECT target FROM golden;
SELECT line, target, ftext_validate(record, target) FROM golden
WHERE ftext_validate(record, target) IS NOT NULL;

-- The examples in ftext_targets are valid too.
SELECT target, ftext_validate(record, target) FROM ftext_targets
WHERE ftext_validate(record, target) IS NOT NULL;

-- record -> messages -> record returns the same record.  A target that takes
-- several shapes writes one of them; the others come back under the name of
-- their own shape.
CREATE TABLE unconversational(target);
INSERT INTO unconversational VALUES
  ('cohere-rerank'), ('axolotl-segments'), ('axolotl-tokens');
CREATE TABLE round AS
  SELECT line, target, record, ftext_messages(record, target) AS messages
  FROM golden WHERE target NOT IN unconversational;
CREATE TABLE shape(target, keys, own);
INSERT INTO shape VALUES
  ('azure', 'input', 'azure-dpo'),
  ('together', 'text', 'together-text'),
  ('together', 'prompt', 'together-completion'),
  ('together', 'input', 'together-preference'),
  ('mistral-classifier', 'messages', 'mistral-classifier-messages'),
  ('mistral-finetune', 'interactions', 'mistral-finetune-interactions'),
  ('mistral-finetune', 'text', 'mistral-finetune-text'),
  ('axolotl', 'text', 'axolotl-completion');
ALTER TABLE round ADD COLUMN own;
UPDATE round SET own = coalesce(
  (SELECT own FROM shape WHERE shape.target = round.target
   AND json_type(record, '$.' || keys) IS NOT NULL), target);
SELECT line, target, record, ftext_record(own, messages) FROM round
WHERE ftext_record(own, messages) <> record;
SELECT count(*) FROM round;

-- Without a target's name the shape tells it, and gives the same messages.
SELECT line, target, messages, ftext_messages(record) FROM round
WHERE ftext_messages(record) <> messages;

-- What they are as messages.
SELECT target, messages FROM round;
