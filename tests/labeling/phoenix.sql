ATTACH ':memory:' AS src;
.read tests/labeling/phoenix_fixture.sql
.parameter set @output intent
.read sql/labeling/phoenix.sql

SELECT * FROM labeling_questions;
.print -- conversations
SELECT * FROM conversations;
.print -- annotations, gold, ties
SELECT * FROM annotations ORDER BY item_id, annotator;
SELECT * FROM gold;
SELECT * FROM ties;
.print -- verdicts
SELECT * FROM verdicts;
.print -- completions
SELECT * FROM completions;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY source, row_id;
SELECT count(*) FROM skipped;

.print -- one dataset, another annotation, the first text of the output
.parameter unset @output
.parameter set @dataset golden
.parameter set @label correctness
.parameter set @verdict intent
.read sql/labeling/phoenix.sql
SELECT * FROM completions;
SELECT * FROM gold;
SELECT count(*) FROM verdicts;
