-- What fixes and messages say where options are not the default.
.mode list
CREATE TABLE dataset(prompt TEXT, completion TEXT, label TEXT);
INSERT INTO dataset VALUES ('which cake? ->', ' apple cake tomorrow', 'cake'),
  ('which pie? ->', ' apple pie today', 'pie'),
  ('which pie? =>', ' apple pie', 'pie');
SELECT message, fix FROM ftext_check('dataset',
  '{"format":"chat","run":["first_token"]}');
-- A map for the target's own form, or for that of the target that it writes.
SELECT t.value, iif(instr(fix, '''chat''') > 0, 'chat', 'completion')
  FROM json_each('["completion","openai-chat","together","together-text",
                   "together-completion"]') AS t,
       ftext_check('dataset', json_object('target', t.value,
         'run', json_array('first_token')));
SELECT threshold, message FROM json_each('[0,1,2]') AS least,
  ftext_check('dataset', json_object('run', json_array('single_token'),
    'thresholds', json_object('single_token', least.value)));
.bail off
SELECT count(*) FROM ftext_check('dataset', '{"progress":1}');
SELECT count(*) FROM ftext_check('dataset', '{"progress":false,"run":[]}');
SELECT count(*) FROM ftext_check('dataset', '{"progress":true,"run":[]}');
