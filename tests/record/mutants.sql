-- Read by mutants.sh: every valid golden record, with every value of it
-- replaced by others, or left out.  The shapes of a target with several have
-- names of their own.
CREATE TABLE own(target, key, own);
INSERT INTO own VALUES
  ('azure', 'input', 'azure-dpo'),
  ('together', 'text', 'together-text'),
  ('together', 'prompt', 'together-completion'),
  ('together', 'input', 'together-preference'),
  ('mistral-classifier', 'messages', 'mistral-classifier-messages'),
  ('mistral-finetune', 'interactions', 'mistral-finetune-interactions'),
  ('mistral-finetune', 'text', 'mistral-finetune-text'),
  ('axolotl', 'text', 'axolotl-completion');
CREATE TABLE golden AS
  SELECT coalesce(own, target) AS target, record FROM (
    SELECT record ->> '$.target' AS target, record -> '$.record' AS record
      FROM ftext_read_jsonl('tests/record/valid.jsonl'))
    LEFT JOIN own USING (target)
   WHERE own IS NULL OR record -> key IS NOT NULL
  UNION ALL
  SELECT target, record FROM (
    SELECT record ->> '$.target' AS target, record -> '$.record' AS record
      FROM ftext_read_jsonl('tests/record/valid.jsonl')) AS other
   WHERE target IN (SELECT target FROM own) AND NOT EXISTS
     (SELECT 1 FROM own WHERE own.target = other.target
         AND record -> key IS NOT NULL);
CREATE TABLE value(value);
INSERT INTO value VALUES ('null'), ('true'), ('7'), ('-0.5'), ('""'), ('"x"'),
  ('[]'), ('["x"]'), ('[["x","y"]]'), ('[{"text":"x"}]'), ('{}'), ('{"a":1}'),
  ('{"role":"user","content":"x"}'),
  ('{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}');
CREATE TABLE mutant(id INTEGER PRIMARY KEY, target, record, messages, again,
  UNIQUE (target, record));
INSERT OR IGNORE INTO mutant(target, record)
  SELECT target, json_replace(record, fullkey, json(value.value))
    FROM golden, json_tree(record), value WHERE fullkey <> '$'
  UNION ALL
  SELECT target, json_remove(record, fullkey)
    FROM golden, json_tree(record) WHERE fullkey <> '$';
