-- Every function and table of ftext, as SQLite knows it.  After a change that
-- is meant:
--   sqlite3 -cmd ".load build/ftext" <list.sql >list.out  (in tests/about)
SELECT known.name, group_concat(narg, ' '), type,
  trim(iif(flags & 0x800, 'DETERMINISTIC ', '') ||
  iif(flags & 0x80000, 'DIRECTONLY ', '') ||
  iif(flags & 0x200000, 'INNOCUOUS ', ''))
FROM (SELECT * FROM pragma_function_list
  WHERE name LIKE 'ftext\_%' ESCAPE '\' ORDER BY name, narg) AS known
GROUP BY known.name, type, flags ORDER BY known.name;
SELECT name, 'table', flags FROM ftext_functions
WHERE name IN (SELECT name FROM pragma_module_list) ORDER BY name;
SELECT 'not in the manual: ' || name FROM pragma_module_list
WHERE name LIKE 'ftext\_%' ESCAPE '\'
  AND name NOT IN (SELECT name FROM ftext_functions);
