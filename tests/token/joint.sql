-- Prompt and completion as one text: where the tokens at the seam are not those
-- of the two texts apart, what is learned is not what is asked for.
.mode list
CREATE TABLE seam AS
WITH prompt(number, separator) AS (VALUES (1, '\n\n###\n\n'), (2, '\n\n'),
    (3, '\n\n===\n\n'), (4, '\n\n---\n\n'), (5, '\n\n===>\n\n'),
    (6, '\n\n--->\n\n'), (7, 'Label: '), (8, '\n'), (9, ' ->'), (10, 'Label:'),
    (11, 'Label:\n'), (12, 'Room 1')),
  completion(word) AS (VALUES ('1'), ('12'), ('123'), ('A'), ('spam')),
  spaces(space) AS (VALUES (''), (' ')),
  encoding(name) AS (VALUES ('r50k_base'), ('p50k_base'), ('cl100k_base'),
    ('o200k_base')),
  part AS (SELECT *, space || word AS tail,
    'The order is late.' || replace(separator, '\n', char(10)) AS head
    FROM prompt, completion, spaces, encoding)
SELECT name, number, separator, word, space,
  ftext_encode(head || tail, name) <> rtrim(ftext_encode(head, name), ']')
    || ',' || ltrim(ftext_encode(tail, name), '[') AS merges
FROM part;
SELECT count(*) FROM seam;
.headers on
-- Bare completions that merge with what is before them.
SELECT name, separator, group_concat(word, ' ') AS "merge"
FROM (SELECT * FROM seam WHERE merges AND space = '' ORDER BY word)
GROUP BY name, number ORDER BY name, number;
-- Those with a space of their own do not, after whatever separator.
SELECT name, separator, group_concat(word, ' ') AS "merge"
FROM seam WHERE merges AND space = ' ' GROUP BY name, number;
