ATTACH ':memory:' AS src;
.read tests/labeling/argilla_fixture.sql
.read sql/labeling/argilla.sql

SELECT * FROM labeling_questions ORDER BY dataset, question;
.print -- annotations
SELECT * FROM annotations ORDER BY item_id, created_at;
.print -- gold, ties
SELECT * FROM gold;
SELECT * FROM ties;
.print -- multilabels, completions
SELECT * FROM multilabels;
SELECT * FROM completions;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY source, item_id, row_id;
SELECT count(*) FROM skipped;

.print -- one dataset
.parameter set @dataset chats
.read sql/labeling/argilla.sql
SELECT count(*) FROM annotations;
SELECT count(*) FROM completions;
