-- The manual lists itself, and every word of it is there.
SELECT name, kind, arguments, family, flags FROM ftext_functions
  WHERE family = 'about';
SELECT count(*) FROM ftext_functions
  WHERE name = '' OR returns = '' OR summary = '' OR details = ''
    OR example = '' OR summary NOT LIKE '%.' OR example NOT LIKE '%' || name || '%';
SELECT count(*) FROM (SELECT name FROM ftext_functions
  GROUP BY name HAVING count(*) > 1);
-- A table may be read twice at once, and joined with itself.
SELECT count(*) FROM ftext_functions a, ftext_functions b
  WHERE a.name = b.name AND a.name = 'ftext_version';
SELECT rowid, name FROM ftext_functions WHERE rowid <= 2;
-- The options that an error lists are those of the manual, each with its
-- values and meaning; and only what takes options has any.
SELECT name, options NOT LIKE '%()%',
  (SELECT group_concat(substr(value, 1, instr(value, ' (') - 1), ', ')
   FROM json_each('[' || replace(json_quote(options), '\n', '","') || ']'))
FROM ftext_functions
WHERE options IS NOT NULL OR arguments LIKE '%options%';
-- The manual to be read: of everything, a family, a function, a table, with
-- the prefix and without; and what is not known.
SELECT ftext_help('about');
SELECT ftext_help('ftext_unit');
SELECT ftext_help('read_jsonl');
SELECT ftext_help('bands') = ftext_help('ftext_bands'), ftext_help(NULL) IS NULL;
SELECT (SELECT count(*) FROM ftext_functions AS f
  WHERE instr(ftext_help(), char(10) || '  ' || name) = 0
    OR instr(ftext_help(name), summary) = 0 AND length(summary) < 78
    OR instr(ftext_help(name), example) = 0);
SELECT max(length(value)) FROM ftext_functions, json_each('[' ||
  replace(json_quote(replace(ftext_help(name), example, '')), '\n', '","') ||
  ']');
.bail off
SELECT ftext_help('export', 1);
SELECT ftext_help('exprot');
SELECT ftext_help('lable');
SELECT ftext_help('ftext-token-count');
SELECT ftext_help('');
SELECT * FROM ftext_check('ftext_functions', '{"x":1}');
SELECT ftext_export('x', 'SELECT 1', '{"x":1}');
