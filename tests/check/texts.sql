-- What a check finds in a text, and what only looks like it.
CREATE TABLE given("check", finds, text);
INSERT INTO given VALUES
  ('special_token', 1, '<|a|>'), ('special_token', 1, 'x<|im_start|>y'),
  ('special_token', 1, '<<|9_Z|>'), ('special_token', 1, '<| <|z|>'),
  ('special_token', 0, '<|a|'), ('special_token', 0, '<|a'),
  ('special_token', 0, '<|'), ('special_token', 0, '<'),
  ('special_token', 0, '<||>'), ('special_token', 0, '<|a b|>'),
  ('special_token', 0, '<|a|b>'), ('special_token', 0, '<|@|>'),
  ('special_token', 0, '<|[|>'), ('special_token', 0, '<|`|>'),
  ('special_token', 0, '<|{|>'), ('special_token', 0, '<|/|>'),
  ('special_token', 0, '<|:|>'), ('special_token', 0, '<a|>'),
  ('replacement_character', 1, char(0xFFFD)),
  ('replacement_character', 1, 'a' || char(0xFFFC, 0xFFFD)),
  ('replacement_character', 0, char(0xFFFC)),
  ('replacement_character', 0, char(0xF000)),
  ('replacement_character', 0, CAST(x'EFBF' AS TEXT)),
  ('replacement_character', 0, CAST(x'61EF' AS TEXT)),
  ('control_character', 1, char(0x80)), ('control_character', 1, char(0x9F)),
  ('control_character', 1, char(1)), ('control_character', 1, char(0x7F)),
  ('control_character', 0, char(0xA0)), ('control_character', 0, char(9, 10)),
  ('control_character', 0, CAST(x'C241' AS TEXT) || char(0xE9)),
  ('control_character', 0, CAST(x'61C2' AS TEXT)),
  ('empty_prompt', 1, ' ' || char(9, 10, 11, 12, 13)), ('empty_prompt', 1, ''),
  ('empty_prompt', 0, char(8)), ('empty_prompt', 0, char(14)),
  ('empty_prompt', 0, char(0xA0)), ('empty_prompt', 0, 'a');
CREATE VIEW all_rows(id, prompt, completion) AS
  SELECT rowid, text, 'x' FROM given;
-- each check finds its own rows, and no more
SELECT given."check", (SELECT json_group_array(rowid) FROM given AS other
    WHERE other."check" = given."check" AND finds),
  (SELECT json_group_array(value) FROM json_each(found.examples)
    WHERE value IN (SELECT rowid FROM given AS other
      WHERE other."check" = given."check"))
  FROM given LEFT JOIN ftext_check('all_rows') AS found
    ON found."check" = given."check"
 GROUP BY given."check";
-- a class with a NUL in it is written into a fix as its bytes
CREATE TABLE d(prompt, completion, label);
INSERT INTO d VALUES ('p1', ' 1', 'a' || char(0) || 'b'), ('p2', ' 1', 'A' ||
  char(0) || 'b'), ('p3', ' 1', 'a' || char(0) || 'b'), ('p4', ' 2', 'it''s'),
  ('p5', ' 2', 'It''s'), ('p6', ' 2', 'it''s');
SELECT quote(CAST(class AS BLOB)), fix FROM ftext_check('d')
 WHERE "check" = 'label_variant';
