-- A map in the user's table only ever grows.
CREATE TABLE tagged(label TEXT);
INSERT INTO tagged VALUES ('refund'), ('shipping'), ('refund'), ('other');
CREATE TABLE class_map(label TEXT PRIMARY KEY, class_id INTEGER UNIQUE,
  completion TEXT NOT NULL, first_token_id INTEGER UNIQUE);
CREATE VIEW extended AS
  SELECT * FROM ftext_class_map(
    (SELECT json_group_array(DISTINCT label) FROM tagged), 'r50k_base',
    'number', 'completion',
    (SELECT json_group_array(json_object('label', label, 'class_id', class_id,
              'completion', completion)) FROM class_map));
INSERT INTO class_map SELECT label, class_id, completion, first_token_id
  FROM extended WHERE true ON CONFLICT(label) DO NOTHING;
SELECT * FROM class_map;
-- Labels that come, in any place, and labels that go.
DELETE FROM tagged WHERE label = 'shipping';
INSERT INTO tagged VALUES ('aaa'), ('invoice'), ('aaa');
SELECT label, class_id, completion, note FROM extended;
INSERT INTO class_map SELECT label, class_id, completion, first_token_id
  FROM extended WHERE true ON CONFLICT(label) DO NOTHING;
-- Once more: nothing new.
INSERT INTO class_map SELECT label, class_id, completion, first_token_id
  FROM extended WHERE true ON CONFLICT(label) DO NOTHING;
SELECT changes(), count(*), max(class_id) FROM class_map;
-- A number that is in use by an old completion is skipped; ids that are
-- gone, below the largest, are not used again; case alone never differs.
SELECT label, class_id, completion, token_count, note
  FROM ftext_class_map('["a","b"]', 'r50k_base', 'number', 'completion',
  '[{"label":"old","class_id":2,"completion":" 4 and more"},
    {"label":"older","class_id":-7,"completion":" 3"}]');
SELECT label, class_id, completion, note
  FROM ftext_class_map('["Sports","SPORTS","sports","b"]', 'o200k_base',
  'label', 'chat', '[{"label":"b","class_id":50,"completion":"B"}]');
SELECT label, class_id, completion, note
  FROM ftext_class_map('["a","b"]', 'o200k_base', 'letter', 'completion',
  '[{"label":"x","class_id":1,"completion":" a","more":[1]}]');

-- Strategy 'label': what may stand for a label and what may not.
SELECT label, completion, note FROM ftext_class_map('["card_arrival",
  "card_linking","card","not relevant","relevant","not sure","other",
  "other things","none of these","unpaid invoice","invoice date","no",
  "sugar-free drinks","GetWeather","PlayMusic","top_up","is n''t working",
  "doesn''t work","the account","under age","talk.politics.misc",
  "comp.graphics","退款","12 3"]', 'o200k_base', 'label');

-- SQLite itself keeps the rule.
.bail off
INSERT INTO class_map VALUES ('x', 9, ' 1 2', ftext_first_token_id(' 1 2',
  'r50k_base'));
