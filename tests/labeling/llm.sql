ATTACH ':memory:' AS src;
.read tests/labeling/llm_legacy_fixture.sql

.print -- the oldest tables alone
.read sql/labeling/llm.sql
SELECT * FROM conversations;
.print -- with fragments
.read tests/labeling/llm_fragments_fixture.sql
.read sql/labeling/llm.sql
SELECT * FROM conversations;
.print -- all three
.read tests/labeling/llm_store_fixture.sql
.read sql/labeling/llm.sql
SELECT * FROM conversations;
.print -- labeling_rows
SELECT * FROM labeling_rows ORDER BY source, row_id;
SELECT count(*) FROM skipped;
