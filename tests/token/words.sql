-- Long words alone, more of them than are looked up at once; and again, when
-- they are known.
.mode list
CREATE TABLE t AS
SELECT replace(hex(zeroblob(9000)), '00', ' international') AS x;
SELECT ftext_token_count(x), ftext_token_count(x),
  (SELECT count(*) FROM ftext_tokens(x)) FROM t;
