ATTACH ':memory:' AS src;
.read tests/labeling/prodigy_fixture.sql
.read sql/labeling/prodigy.sql

.print -- annotations
SELECT * FROM annotations ORDER BY item_id, annotator, created_at, label;
.print -- gold, ties
SELECT * FROM gold;
SELECT * FROM ties;
.print -- verdicts, completions
SELECT * FROM verdicts;
SELECT * FROM completions;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY row_id;
SELECT count(*) FROM skipped;

.print -- one dataset
.parameter set @dataset reviewed
.read sql/labeling/prodigy.sql
SELECT count(*) FROM annotations;
