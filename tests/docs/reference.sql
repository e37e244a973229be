-- Prints the script that prints the reference of family :family: for each
-- function its manual as Markdown, then its example, which that script runs
-- so that the output shown is the real one.  tests/docs/write uses it.
WITH entry AS (
  SELECT
    name, kind, returns, flags,
    '### `' || name ||
      CASE WHEN kind = 'table' AND arguments = '' THEN ''
           ELSE '(' || arguments || ')' END || '`' AS heading,
    replace(summary, '<', '\<') AS summary,
    replace(details, '<', '\<') AS details,
    replace(options, '<', '\<') AS options,
    rtrim(example, '; ' || char(10)) || ';' AS example
  FROM ftext_functions
  WHERE family = :family
), words AS (
  SELECT
    *,
    CASE kind
      WHEN 'table' THEN 'A table with the columns' || char(10) || char(10) || (
        SELECT group_concat(
          '- `' || substr(value, 1, instr(value, ' ') - 1) || '`' ||
            replace(rtrim(replace(substr(value, instr(value, ' ')),
                                  '<', '\<')), ' : ', ': '),
          char(10))
        FROM json_each('[' || replace(json_quote(returns), '\n', '","') || ']'))
      WHEN 'aggregate' THEN 'Aggregate. Returns ' || returns || '.'
      WHEN 'window' THEN
        'Aggregate and window function. Returns ' || returns || '.'
      ELSE 'Returns ' || returns || '.'
    END AS result,
    CASE flags WHEN 'DIRECTONLY' THEN
      char(10) || char(10) || 'DIRECTONLY: works in top-level statements ' ||
      'alone, and is absent from the file-free entry.'
      ELSE '' END AS place,
    coalesce(char(10) || char(10) || 'Options, a JSON object:' || char(10) ||
      char(10) || (
        SELECT group_concat(
          '- `' || substr(value, 1, instr(value, ' ') - 1) || '`' ||
            substr(value, instr(value, ' ')), char(10))
        FROM json_each('[' || replace(json_quote(options), '\n', '","') || ']')),
      '') AS choices
  FROM entry
)
SELECT
  'SELECT ' || quote(
    heading || char(10) || char(10) ||
    summary || char(10) || char(10) ||
    result || char(10) || char(10) ||
    details || choices || place || char(10) || char(10) ||
    '```sql' || char(10) || example || char(10) || '```') || ';' || char(10) ||
  -- What tells about this build differs from build to build.
  CASE WHEN flags = 'INNOCUOUS' THEN '' ELSE
    'SELECT ''```output'';' || char(10) ||
    example || char(10) ||
    'SELECT ''```'';' || char(10) END ||
  'SELECT '''';'
FROM words;
