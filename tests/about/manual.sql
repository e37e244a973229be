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
