ATTACH ':memory:' AS src;
.read tests/labeling/open_webui_fixture.sql
.read sql/labeling/open_webui.sql

.print -- conversations
SELECT * FROM conversations;
.print -- preferences
SELECT * FROM preferences;
.print -- verdicts
SELECT * FROM verdicts;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY source, row_id;
SELECT count(*) FROM skipped;
