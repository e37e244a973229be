.mode list
-- A tool's parameters are JSON Schema, draft 7: every keyword takes what the
-- draft's meta-schema says, at any depth, and nothing else.
CREATE VIEW schema(number, schema, messages) AS
  SELECT column1, column2, (SELECT group_concat(
      json_extract(value, '$.message'), ' / ')
    FROM json_each(ftext_validate(json_object(
      'messages', json('[{"role":"user","content":"Hi"},
                         {"role":"assistant","content":"Ho"}]'),
      'tools', json_array(json_object('type', 'function', 'function',
        json_object('name', 'f', 'parameters', json(column2))))),
      'openai-chat')))
  FROM given;

-- good ones
CREATE TABLE given(column1, column2);
INSERT INTO given SELECT key, value FROM json_each('[
  {}, {"type":"object"}, {"type":["string","null"]}, {"type":[]},
  {"properties":{}}, {"properties":{"a":true,"b":false,"c":{"not":{}}}},
  {"additionalProperties":false}, {"additionalProperties":{"type":"array"}},
  {"items":true}, {"items":{"type":"number"}}, {"items":[]},
  {"items":[{"type":"boolean"},true]}, {"anyOf":[{"type":"integer"},true]},
  {"required":[]}, {"required":["a","b"]}, {"enum":[1,"a",null]},
  {"minimum":-1.5,"maximum":2e3,"multipleOf":0.1}, {"uniqueItems":true},
  {"minLength":0,"maxItems":9007199254740993}, {"minItems":2.0,"maxLength":1e2},
  {"title":"","description":"d","pattern":"a+","format":"date","$ref":"#/a"},
  {"type":"object","unknown":1,"default":{"type":"none"}},
  {"definitions":{"a":{"patternProperties":{"^x":{"if":{},"then":true}}}}}]');
SELECT * FROM schema WHERE messages IS NOT NULL;
SELECT count(*) FROM schema;

-- and each keyword with what it does not take
DELETE FROM given;
INSERT INTO given SELECT key, value FROM json_each('[
  {"type":"objekt"}, {"type":1}, {"type":["string","text"]}, {"type":[["null"]]},
  {"type":null}, {"type":{}}, {"type":"\u006Fbject "},
  {"properties":[]}, {"properties":{"a":"string"}}, {"properties":{"a":null}},
  {"properties":true}, {"patternProperties":1}, {"definitions":"x"},
  {"additionalProperties":"no"}, {"additionalItems":[]}, {"propertyNames":1},
  {"contains":null}, {"not":[]}, {"if":"a"}, {"then":1}, {"else":2},
  {"items":"a"}, {"items":[1]}, {"items":[{},{"type":7}]}, {"items":null},
  {"allOf":[]}, {"anyOf":{}}, {"oneOf":[1]}, {"oneOf":[{}, "a"]},
  {"required":"a"}, {"required":[1]}, {"required":["a",null]}, {"required":true},
  {"enum":"a"}, {"enum":{}}, {"title":1}, {"description":null}, {"pattern":[]},
  {"format":{}}, {"$ref":true}, {"minimum":"0"}, {"maximum":null},
  {"exclusiveMinimum":true}, {"exclusiveMaximum":[]}, {"multipleOf":{}},
  {"minLength":-1}, {"maxLength":"1"}, {"minItems":1.5}, {"maxItems":-2.0},
  {"minProperties":null}, {"maxProperties":1e-1}, {"uniqueItems":1},
  {"properties":{"a":{"items":[{"anyOf":[{"not":{"type":"deep"}}]}]}}},
  {"additionalProperties":{"definitions":{"a":{"required":2}}}}]');
SELECT * FROM schema;
INSERT INTO given VALUES ('no object', 'true'), ('no object', '[]');
SELECT * FROM schema WHERE number = 'no object';

-- Many schemas below one another are no depth of calls.
DELETE FROM given;
INSERT INTO given SELECT 'deep', replace(hex(zeroblob(330)), '00', '{"not":')
  || '{"type":"deepest"}' || replace(hex(zeroblob(330)), '00', '}');
WITH RECURSIVE number(value) AS
  (SELECT 1 UNION ALL SELECT value + 1 FROM number WHERE value < 2000)
INSERT INTO given SELECT 'wide', '{"allOf":[' || group_concat('{"minimum":'
  || CASE WHEN value % 500 = 0 THEN 'true' ELSE value END || '}') || ']}'
  FROM number;
SELECT number, messages FROM schema;
