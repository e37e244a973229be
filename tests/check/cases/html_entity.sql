-- above 3|3.0|[1,2,3]
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'a &amp; b', 'x'), (2, 'a', '&#39;'),
  (3, '&lt;b&gt;', 'x'), (4, 'c', 'x');
-- below
CREATE TABLE dataset(id, prompt, completion);
INSERT INTO dataset VALUES (1, 'R&D; AT&T &c.', '&&'), (2, '&am', '&amp p;');
