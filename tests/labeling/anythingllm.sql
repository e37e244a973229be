ATTACH ':memory:' AS src;
.read tests/labeling/anythingllm_fixture.sql
.read sql/labeling/anythingllm.sql

.print -- completions
SELECT * FROM completions;
.print -- verdicts
SELECT * FROM verdicts;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY source, row_id;
SELECT count(*) FROM skipped;

.print -- one workspace
.parameter set @workspace home
.read sql/labeling/anythingllm.sql
SELECT * FROM completions;
