-- A finding's path is one that SQLite's own -> understands: keys that are no
-- plain words stand in quotes.
CREATE TABLE record AS
  SELECT key AS number, value AS name, json_object('messages', json(
    '[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]'),
    value, number) AS record
    FROM (SELECT key, value, 7 AS number FROM json_each('["a","z","A","Z","_",
      "a1","a9","_0","Zz_9","1a","9","a b","a-b","a.b","[","@","`","{","/",":",
      "é","aé","a\u0001","a\n"]'));
SELECT name, found.value ->> 'path',
       json_extract(record, found.value ->> 'path') IS 7
  FROM record, json_each(ftext_validate(record, 'bedrock-claude')) AS found
 ORDER BY number;
