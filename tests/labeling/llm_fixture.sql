-- A small database of llm in schema src that has met all its versions.
.read tests/labeling/llm_legacy_fixture.sql
.read tests/labeling/llm_fragments_fixture.sql
.read tests/labeling/llm_store_fixture.sql
