-- Compares one encoding (:encoding) with the vectors in the open database.
-- A line is printed for every text that differs, then how many there were.
CREATE TEMP TABLE e(number INTEGER PRIMARY KEY, "group", vocabulary, text,
  as_read, list, n);
INSERT INTO e SELECT number, "group", vocabulary, CAST(bytes AS TEXT),
    as_read, list, json_array_length(list)
  FROM expected WHERE encoding = :encoding ORDER BY number;
CREATE TEMP TABLE limits(number, top);
INSERT INTO limits SELECT number, n + step FROM e,
  (SELECT -1 AS step UNION ALL VALUES(0), (1)) WHERE n + step >= 0;
INSERT INTO limits SELECT number, top FROM e,
  (SELECT 0 AS top UNION ALL VALUES(1), (10)) UNION SELECT number, n / 2 FROM e;

CREATE TEMP TABLE differences(number, what);
INSERT INTO differences SELECT number, 'ftext_encode' FROM e
  WHERE ftext_encode(text, :encoding) IS NOT list;
INSERT INTO differences SELECT number, 'ftext_token_count of a BLOB' FROM e
  WHERE ftext_token_count(CAST(text AS BLOB), :encoding) IS NOT n;
INSERT INTO differences SELECT number, 'ftext_token_count' FROM e
  WHERE ftext_token_count(text, :encoding) IS NOT n;
INSERT INTO differences SELECT number, 'ftext_token_count up to ' || top
  FROM limits JOIN e USING(number)
  WHERE ftext_token_count(text, :encoding, top) IS NOT min(n, top + 1);
INSERT INTO differences SELECT number, 'ftext_first_token_id' FROM e
  WHERE ftext_first_token_id(text, :encoding) IS NOT list ->> 0;
INSERT INTO differences SELECT number, 'ftext_decode' FROM e
  WHERE CAST(ftext_decode(list, :encoding) AS BLOB) IS NOT as_read;

-- ftext_tokens: the ids, and tokens as long as their ids say, one behind the
-- other from 0 to the end, that together are the text as read.
CREATE TEMP TABLE rank(id INTEGER PRIMARY KEY, bytes INTEGER);
INSERT INTO rank SELECT id, bytes FROM ranks
  WHERE vocabulary = (SELECT vocabulary FROM e LIMIT 1);
CREATE TEMP TABLE tokens AS
  SELECT e.number,
    '[' || group_concat(t.id) || ']' AS ids,
    group_concat(t.start) || ',' || length(e.as_read) AS starts,
    '0,' || group_concat(t.start + t.length) AS ends,
    CAST(group_concat(t.token, '') AS BLOB) AS bytes,
    min(t.position) AS first, max(t.position) AS last,
    sum(t.length IS NOT r.bytes) AS wrong
  FROM e CROSS JOIN ftext_tokens(e.text, :encoding) t
    LEFT JOIN rank r ON r.id = t.id
  GROUP BY e.number;
INSERT INTO differences SELECT number, 'ftext_tokens'
  FROM e LEFT JOIN tokens t USING(number)
  WHERE CASE n WHEN 0 THEN t.ids IS NOT NULL
    ELSE (t.ids, t.starts, t.bytes, t.first, t.last, t.wrong)
      IS NOT (list, t.ends, as_read, 1, n, 0) END;

SELECT printf('%s: text %d (%s): %s differs', :encoding, number, "group", what)
  FROM differences JOIN e USING(number) ORDER BY number LIMIT 20;
SELECT printf('%s: %d texts, %d tokens compared, %d differences', :encoding,
  (SELECT count(*) FROM e), (SELECT sum(n) FROM e),
  (SELECT count(*) FROM differences));
