ATTACH ':memory:' AS src;
.read tests/labeling/mlflow_fixture.sql
.read sql/labeling/mlflow.sql

SELECT * FROM labeling_questions ORDER BY name;
.print -- annotations, gold, ties
SELECT * FROM annotations ORDER BY item_id, annotator, created_at;
SELECT * FROM gold;
SELECT * FROM ties;
.print -- verdicts
SELECT * FROM verdicts ORDER BY item_id;
.print -- completions
SELECT * FROM completions;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY source, row_id;
SELECT count(*) FROM skipped;

.print -- keys by name
.parameter set @input query
.parameter set @output nothing
.read sql/labeling/mlflow.sql
SELECT count(*) FROM completions;
