-- Rows for the main job, sql/prepare.sql: classes with and without enough
-- prompts, a prompt that comes twice, one with two labels, empty ones.
CREATE TABLE tag(id INTEGER PRIMARY KEY, prompt TEXT, label TEXT);
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 12)
INSERT INTO tag SELECT i, 'Where is parcel ' || i || '?',
  iif(i % 3 = 0, 'refund', 'order status') FROM n;
INSERT INTO tag VALUES (13, 'Where is parcel 1?', 'order status'),
  (14, 'Where is parcel 2?', 'refund'), (15, 'Only one', 'single'),
  (16, '', 'refund'), (17, 'No label', NULL), (18, ' Trim me ', ' Refund ');
CREATE VIEW tagged AS SELECT id, prompt, label FROM tag;
