-- Prints the manual page's part on functions, mdoc, from ftext_functions.
-- Lines that begin with a tab are text, which .package/manual wraps; a
-- backslash is written as mdoc wants it.
WITH entry AS (
  SELECT rowid AS place, family, kind,
    name || iif(kind = 'table' AND arguments = '', '',
                '(' || arguments || ')') AS call,
    replace(summary, '\', '\e') AS summary,
    replace(details, '\', '\e') AS details,
    replace(returns, '\', '\e') AS returns
  FROM ftext_functions
)
SELECT
  iif(row_number() OVER family > 1, '',
    iif(dense_rank() OVER all_of_them = 1 AND place = 1, '', '.El' || char(10))
    || '.Ss ' || family || char(10) || '.Bl -tag -width Ds' || char(10)) ||
  '.It Ic "' || call || '"' || char(10) ||
  char(9) || summary || char(10) ||
  CASE kind
    WHEN 'table' THEN char(9) || 'A table with the columns' || char(10) ||
      '.Bl -tag -width Ds -compact' || char(10) || (
      SELECT group_concat('.It Va ' || substr(value, 1, instr(value, ' ') - 1)
        || char(10) || char(9) ||
        trim(substr(value, instr(value, ' ')), ' :'), char(10))
      FROM json_each('[' || replace(json_quote(returns), '\n', '","') || ']'))
      || char(10) || '.El' || char(10)
    WHEN 'aggregate' THEN
      char(9) || 'Aggregate. Returns ' || returns || '.' || char(10)
    WHEN 'window' THEN char(9) || 'Aggregate and window function. Returns ' ||
      returns || '.' || char(10)
    ELSE char(9) || 'Returns ' || returns || '.' || char(10)
  END ||
  '.Pp' || char(10) || char(9) || details
FROM entry
WINDOW family AS (PARTITION BY family ORDER BY place),
  all_of_them AS (ORDER BY place)
ORDER BY place;
SELECT '.El';
