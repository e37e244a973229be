.mode list
-- Every golden record breaks the rule that it stands for, at that place.
CREATE TABLE golden AS
  SELECT line, record ->> '$.target' AS target, record ->> '$.rule' AS rule,
    record ->> '$.path' AS path,
    coalesce(record ->> '$.text', record -> '$.record') AS record
  FROM ftext_read_jsonl('tests/record/invalid.jsonl');
SELECT target FROM ftext_targets EXCEPT SELECT target FROM golden;
SELECT line, target, rule, path, ftext_validate(record, target) FROM golden
WHERE NOT EXISTS (SELECT 1 FROM json_each(ftext_validate(record, target))
  WHERE value ->> 'rule' = rule AND value ->> 'path' = golden.path);

-- What is said about each.
SELECT line, target, value ->> 'rule', value ->> 'path', value ->> 'message'
FROM golden, json_each(ftext_validate(record, target));
