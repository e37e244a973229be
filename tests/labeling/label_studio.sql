ATTACH ':memory:' AS src;
.read tests/labeling/label_studio_fixture.sql
.read sql/labeling/label_studio.sql

SELECT project_id, question, kind, text_path, left_path, right_path, chosen
FROM labeling_questions;
.print -- annotations
SELECT * FROM annotations ORDER BY item_id, created_at;
.print -- gold
SELECT * FROM gold ORDER BY item_id;
.print -- ties
SELECT * FROM ties;
.print -- multilabels, paths, completions, preferences
SELECT * FROM multilabels;
SELECT * FROM paths;
SELECT * FROM completions;
SELECT * FROM preferences ORDER BY item_id;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY source, row_id;
SELECT count(*) FROM skipped;

.print -- one project and one question, by name
.parameter set @project Intents
.parameter set @question urgency
.read sql/labeling/label_studio.sql
SELECT item_id, text, label, votes, source FROM gold;
.print -- a text area that is asked for by name
.parameter set @project 1
.parameter set @question note
.read sql/labeling/label_studio.sql
SELECT * FROM completions;
