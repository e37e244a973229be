ATTACH ':memory:' AS src;
.read tests/labeling/promptfoo_fixture.sql
.read sql/labeling/promptfoo.sql

.print -- conversations
SELECT * FROM conversations;
.print -- verdicts
SELECT * FROM verdicts;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY row_id;
SELECT count(*) FROM skipped;

.print -- one evaluation
.parameter set @eval "'eval-2'"
.read sql/labeling/promptfoo.sql
SELECT * FROM conversations;
SELECT count(*) FROM skipped;
