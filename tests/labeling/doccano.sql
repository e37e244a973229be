ATTACH ':memory:' AS src;
.read tests/labeling/doccano_fixture.sql
.read sql/labeling/doccano.sql

.print -- annotations
SELECT * FROM annotations ORDER BY item_id, created_at;
.print -- gold, ties
SELECT * FROM gold;
SELECT * FROM ties;
.print -- multilabels, completions
SELECT * FROM multilabels;
SELECT * FROM completions;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY source, row_id;
SELECT count(*) FROM skipped;

.print -- one project
.parameter set @project several
.read sql/labeling/doccano.sql
SELECT count(*) FROM annotations;
SELECT count(*) FROM multilabels;
