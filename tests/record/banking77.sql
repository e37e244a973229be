-- Every target that holds a conversation gets the rows of banking77.csv, at
-- most @rows of them.  Run by banking77.sh.
.mode list
.import --csv banking77.csv bank

-- How a row becomes a record, where it is not prompt and completion.
CREATE TABLE form(target, expression);
INSERT INTO form VALUES
  ('trl-prompt', 'ftext_record(%Q, json_array(json_object(
    ''role'', ''user'', ''content'', text)))'),
  ('trl-prompt-chat', 'ftext_record(%Q, json_array(json_object(
    ''role'', ''user'', ''content'', text)))'),
  ('trl-stepwise', 'ftext_record(%Q, ftext_messages(json_object(
    ''prompt'', text, ''completions'', json_array(category),
    ''labels'', json(''[true]'')), ''trl-stepwise''))'),
  ('axolotl-context-qa', 'ftext_record(%Q, ftext_messages(json_object(
    ''article'', ''A bank.'', ''question'', text, ''answer'', category),
    ''axolotl-context-qa''))');
INSERT INTO form
SELECT target, CASE WHEN record -> '$.rejected' IS NOT NULL
    OR record -> '$.preferred_output' IS NOT NULL
  THEN 'ftext_preference(%Q, text, category, ''other'')'
  ELSE 'ftext_record(%Q, text, category)' END
FROM ftext_targets
WHERE target NOT IN (SELECT target FROM form)
  AND target NOT IN ('cohere-rerank', 'axolotl-segments', 'axolotl-tokens');

SELECT target, ftext_export(target || '.jsonl',
  printf('SELECT ' || expression || ' AS record FROM bank
    ORDER BY ftext_unit(text) LIMIT %d', target,
    -- Cohere wants five rows of each label, the rarest of which has few.
    CASE target WHEN 'cohere-classify' THEN -1
      ELSE min(coalesce(max_rows, @rows), @rows) END),
  json_object('target', target, 'check', json('true'))) ->> '$.rows'
FROM form JOIN ftext_targets USING (target);
