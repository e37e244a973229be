.mode list
-- Every golden record breaks the rule that it stands for, at that place.
CREATE TABLE golden AS
  SELECT line, json_extract(record, '$.target') AS target,
    json_extract(record, '$.rule') AS rule,
    json_extract(record, '$.path') AS path,
    coalesce(json_extract(record, '$.text'),
      json_extract(record, '$.record')) AS record
  FROM ftext_read_jsonl('tests/record/invalid.jsonl');
SELECT target FROM ftext_targets EXCEPT SELECT target FROM golden;
SELECT line, target, rule, path, ftext_validate(record, target) FROM golden
WHERE NOT EXISTS (SELECT 1 FROM json_each(ftext_validate(record, target))
  WHERE json_extract(value, '$.rule') = rule
    AND json_extract(value, '$.path') = golden.path);

-- What is said about each.
SELECT line, target, json_extract(value, '$.rule'),
  json_extract(value, '$.path'), json_extract(value, '$.message')
FROM golden, json_each(ftext_validate(record, target));
