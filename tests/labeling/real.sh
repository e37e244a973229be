#!/bin/bash
# The views over real databases of the ten tools, which lie beside the
# repository in ../shared/data/labeling: rows that were computed elsewhere,
# known counts, every source row yielded or skipped, and not a byte changed.
set -euo pipefail

data=$ROOT/../shared/data/labeling
if [ ! -d "$data" ]; then
  echo "skipped because there is no ../shared/data/labeling"
  exit 77
fi
cd "$ROOT"
failed=0

# Runs the SQL of standard input after the script of a tool.
run() { # TOOL
  $SQLITE3 -batch -bail -list -cmd ".load $FTEXT" \
    -cmd "ATTACH 'file:$WORK/$1.db?mode=ro' AS src" \
    -cmd ".read sql/labeling/$1.sql" :memory:
}

same() { # NAME SHOULD IS
  diff -u --label "$1, expected" "$2" --label "$1" "$3" | head -n 20
  cmp -s "$2" "$3" || failed=1
}

# The rows of a view, and the same columns of the rows that are expected.
rows() { # TOOL EXPECTED COLUMNS-OF-EXPECTED QUERY
  gunzip -c "$data/expected/$2.jsonl.gz" >"$WORK/expected.jsonl"
  run "$1" <<<"SELECT json_array($3)
    FROM ftext_read_jsonl('$WORK/expected.jsonl')" |
    LC_ALL=C sort >"$WORK/should"
  run "$1" <<<"$4" | LC_ALL=C sort >"$WORK/is"
  [ -s "$WORK/should" ] || failed=1
  same "$2" "$WORK/should" "$WORK/is"
}

for pair in label_studio:label_studio.sqlite3 doccano:doccano.sqlite3 \
  prodigy:prodigy.db argilla:argilla.db open_webui:webui.db \
  promptfoo:promptfoo.db llm:llm_logs.db phoenix:phoenix.db \
  mlflow:mlflow.db anythingllm:anythingllm.db; do
  gunzip -c "$data/${pair#*:}.gz" >"$WORK/${pair%:*}.db"
done
(cd "$WORK" && sha256sum ./*.db) >"$WORK/sums"
before=$(cd "$WORK" && ls ./*.db*)

# 1. Rows that were computed without SQLite, from the raw columns.
column() { echo "json_extract(record, '\$[$1]')"; }
# Django leaves out a fraction that is zero; the views do not.
django() {
  echo "substr(replace($(column "$1"), ' ', 'T') || CASE
    WHEN $(column "$1") LIKE '%.%' THEN '' ELSE '.000000' END, 1, 26) || 'Z'"
}
answers="SELECT json_array(item_id, text, label, annotator, created_at)
  FROM annotations"
labels="$(column 1), $(column 2), $(column 3), $(column 4), $(django 5)"
rows label_studio label_studio.intent_annotations "$labels" "$answers"
rows doccano doccano.p1_confirmed_manual "$labels" "$answers"
rows argilla argilla.intent "$(column 0), $(column 1), $(column 2),
  $(column 3), replace($(column 4), ' ', 'T') || 'Z'" "$answers"
rows prodigy prodigy.choice \
  "(SELECT input_hash FROM src.example WHERE id = $(column 0)), $(column 1),
  $(column 2), $(column 3),
  strftime('%Y-%m-%dT%H:%M:%SZ', $(column 4), 'unixepoch')" "$answers"
rows open_webui webui.conversations "$(column 0), $(column 1), $(column 2)" \
  "SELECT json_array(conversation_id, u.name, json(messages))
  FROM conversations JOIN src.chat ON chat.id = conversation_id
    LEFT JOIN src.user AS u ON u.id = chat.user_id"
rows llm llm.legacy_conversations "$(column 0), $(column 1)" \
  "SELECT json_array(conversation_id, json(messages)) FROM conversations
  WHERE conversation_id NOT IN (SELECT id FROM src.threads)"
rows phoenix phoenix.llm_messages "$(column 0), $(column 2)" \
  "SELECT json_array(conversation_id, json(messages)) FROM conversations"
rows promptfoo promptfoo.passed_messages \
  "$(column 0), $(column 1), $(column 2)" \
  "SELECT json_array(test_idx, prompt_idx, json(messages))
  FROM conversations JOIN src.eval_results ON id = conversation_id"

# 2. Counts that are known of the other views.
counts() { # TOOL, queries on standard input, expected numbers in $WORK/should
  run "$1" >"$WORK/is" 2>&1 || failed=1
  same "$1" "$WORK/should" "$WORK/is"
}

cat >"$WORK/should" <<'EOT'
annotations|2275|77
gold|1295|77
from a ground truth|76
ties|27
paths|419|151|10
preferences|377
completions|82
texts with several golds|17
of which with several labels|4
source rows|4961
skipped|1942
yielded|3019
EOT
counts label_studio <<'EOT'
SELECT 'annotations', count(*), count(DISTINCT label) FROM annotations;
SELECT 'gold', count(*), count(DISTINCT label) FROM gold;
SELECT 'from a ground truth', count(*) FROM gold
WHERE source = 'ground_truth';
SELECT 'ties', count(*) FROM ties;
SELECT 'paths', count(*), count(DISTINCT label),
  count(DISTINCT substr(path || ' / ', 1, instr(path || ' / ', ' / ')))
FROM paths;
SELECT 'preferences', count(*) FROM preferences;
SELECT 'completions', count(*) FROM completions;
SELECT 'texts with several golds', count(*) FROM (
  SELECT 1 FROM gold GROUP BY text HAVING count(*) > 1);
SELECT 'of which with several labels', count(*) FROM (
  SELECT 1 FROM gold GROUP BY text HAVING count(DISTINCT label) > 1);
-- 3,289 annotations, 1,525 predictions, 30 drafts, 117 tasks without any.
SELECT 'source rows', 3289 + 1525 + 30 + (SELECT count(*) FROM src.task
  WHERE id NOT IN (SELECT task_id FROM src.task_completion));
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

cat >"$WORK/should" <<'EOT'
annotations|2040|149
gold|805|149
ties|103
multilabels|295|141
completions|327
source rows|3584
skipped|619
yielded|2965
EOT
counts doccano <<'EOT'
SELECT 'annotations', count(*), count(DISTINCT label) FROM annotations;
SELECT 'gold', count(*), count(DISTINCT label) FROM gold;
SELECT 'ties', count(*) FROM ties;
SELECT 'multilabels', count(DISTINCT item_id), count(DISTINCT value)
FROM multilabels, json_each(labels);
SELECT 'completions', count(*) FROM completions;
-- 3,138 categories, 386 texts, 60 examples that have neither.
SELECT 'source rows', 3138 + 386 + 60;
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

cat >"$WORK/should" <<'EOT'
annotations|690|12
gold|392|12
ties|42
verdict|0|139
verdict|1|248
classes of yes|65
completions|184
source rows|1346
skipped|112
yielded|1234
EOT
counts prodigy <<'EOT'
SELECT 'annotations', count(*), count(DISTINCT label) FROM annotations;
SELECT 'gold', count(*), count(DISTINCT label) FROM gold;
SELECT 'ties', count(*) FROM ties;
SELECT 'verdict', verdict, count(*) FROM verdicts GROUP BY verdict;
SELECT 'classes of yes', count(DISTINCT output) FROM verdicts WHERE verdict;
SELECT 'completions', count(*) FROM completions;
SELECT 'source rows', count(*) FROM src.example;
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

cat >"$WORK/should" <<'EOT'
annotations|1067|20
gold|321|20
ties|53
records with labels of several choices|261
completions|280
gold that the model suggested|212
issue|ambiguous|167
issue|rude|152
issue|typo|166
source rows|2176
skipped|1109
yielded|1067
EOT
counts argilla <<'EOT'
SELECT 'annotations', count(*), count(DISTINCT label) FROM annotations;
SELECT 'gold', count(*), count(DISTINCT label) FROM gold;
SELECT 'ties', count(*) FROM ties;
SELECT 'records with labels of several choices', count(*) FROM multilabels;
SELECT 'completions', count(*) FROM completions;
SELECT 'gold that the model suggested', count(*)
FROM gold JOIN src.suggestions AS s ON s.record_id = item_id
  JOIN src.questions AS q ON q.id = s.question_id AND q.name = 'intent'
WHERE json_extract(s.value, '$') = label;
SELECT 'issue', l.value, count(*)
FROM labeling_answers AS a JOIN json_each(a.value) AS l
WHERE kind = 'multi_label_selection' GROUP BY l.value;
-- 1,288 responses, 770 suggestions, 118 records without a response.
SELECT 'source rows', 1288 + 770 + 118;
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

cat >"$WORK/should" <<'EOT'
conversations|291|1308
with an empty answer|2
preferences|20
verdict|0|134
verdict|1|159
of deleted chats|18|1
source rows|630
skipped|46
yielded|584
EOT
counts open_webui <<'EOT'
SELECT 'conversations', count(*), sum(json_array_length(messages))
FROM conversations;
SELECT 'with an empty answer', count(DISTINCT conversation_id)
FROM conversations, json_each(messages) AS m
WHERE json_extract(m.value, '$.role') = 'assistant'
  AND json_extract(m.value, '$.content') = '';
SELECT 'preferences', count(*) FROM preferences;
SELECT 'verdict', verdict, count(*) FROM verdicts
WHERE prompt <> '' GROUP BY verdict;
-- One of the 18 has no snapshot.
SELECT 'of deleted chats', count(*), sum(item_id IS NULL)
FROM src.feedback AS f LEFT JOIN verdicts ON f.id = item_id
WHERE json_extract(f.meta, '$.chat_id') NOT IN (SELECT id FROM src.chat);
SELECT 'source rows', (SELECT count(*) FROM src.chat)
  + (SELECT count(*) FROM src.feedback);
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

cat >"$WORK/should" <<'EOT'
conversations|270
verdicts|60
source rows|400
skipped|105
yielded|295
EOT
counts promptfoo <<'EOT'
SELECT 'conversations', count(*) FROM conversations;
SELECT 'verdicts', count(*) FROM verdicts WHERE prompt <> '';
SELECT 'source rows', count(*) FROM src.eval_results;
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

cat >"$WORK/should" <<'EOT'
of responses|220
of threads|159|156
source rows|500
skipped|0
yielded|500
EOT
counts llm <<'EOT'
SELECT 'of responses', count(*) FROM conversations
WHERE conversation_id NOT IN (SELECT id FROM src.threads);
SELECT 'of threads', count(*), count(DISTINCT messages) FROM conversations
WHERE conversation_id IN (SELECT id FROM src.threads);
SELECT 'source rows', (SELECT count(*) FROM src.responses)
  + (SELECT count(*) FROM src.threads);
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

cat >"$WORK/should" <<'EOT'
conversations|489
verdict|0|75
verdict|1|283
spans with a tie|8
annotations|51
completions|169|68
source rows|2219
skipped|1064
yielded|1155
EOT
counts phoenix <<'EOT'
SELECT 'conversations', count(*) FROM conversations;
SELECT 'verdict', verdict, count(*) FROM verdicts
WHERE prompt <> '' AND output <> '' GROUP BY verdict;
SELECT 'spans with a tie', count(DISTINCT item_id) FROM skipped
WHERE reason = 'tie';
SELECT 'annotations', count(*) FROM annotations;
SELECT 'completions', count(*), count(DISTINCT completion) FROM completions;
SELECT 'source rows', (SELECT count(*) FROM src.spans)
  + (SELECT count(*) FROM src.span_annotations)
  + (SELECT count(*) FROM src.dataset_examples);
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

cat >"$WORK/should" <<'EOT'
gold|121
without spans|3
verdicts|200|151
completions|100
without an expectation|20
source rows|886
skipped|465
yielded|421
EOT
counts mlflow <<'EOT'
SELECT 'gold', count(*) FROM gold;
SELECT 'without spans', count(*) FROM skipped
WHERE reason = 'the trace has no spans here';
SELECT 'verdicts', count(*), sum(verdict) FROM verdicts;
SELECT 'completions', count(*) FROM completions;
SELECT 'without an expectation', count(*) FROM skipped
WHERE reason = 'no expectation';
SELECT 'source rows', (SELECT count(*) FROM src.assessments)
  + (SELECT count(*) FROM src.evaluation_dataset_records);
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

cat >"$WORK/should" <<'EOT'
completions|216|147|7
invalid JSON|1
excluded|43
source rows|715
skipped|395
yielded|320
EOT
counts anythingllm <<'EOT'
SELECT 'completions', count(*), sum(w.openAiPrompt IS NOT NULL),
  sum(completion LIKE '%<think>%')
FROM completions JOIN src.workspace_chats AS c ON c.id = item_id
  JOIN src.workspaces AS w ON w.id = c.workspaceId;
SELECT 'invalid JSON', count(*) FROM skipped
WHERE reason = 'response is no JSON';
SELECT 'excluded', count(*) FROM skipped WHERE reason = 'excluded';
SELECT 'source rows', count(*) FROM src.workspace_chats;
SELECT 'skipped', count(*) FROM skipped;
SELECT 'yielded', count(*) FROM labeling_rows WHERE reason IS NULL;
EOT

# 3. How far people agree over these views.  Ground truth is no second opinion.
agreement() { # TOOL ITEMS PERCENT
  echo "$1|$2|$3" >"$WORK/should"
  run "$1" >"$WORK/is" 2>&1 <<EOT || failed=1
CREATE TEMP TABLE human AS SELECT * FROM annotations WHERE source = 'human';
DROP VIEW annotations;
ALTER TABLE human RENAME TO annotations;
.output /dev/null
.read sql/agreement.sql
.output
SELECT '$1', shared, printf('%.4f', 100 * agreement)
FROM agreement_set WHERE batch IS NULL;
EOT
  same "$1, agreement" "$WORK/should" "$WORK/is"
}
agreement label_studio 462 74.4053
agreement doccano 756 74.6021
agreement prodigy 202 79.2079
agreement argilla 374 77.3556

# 4. What the account calls yielded is what the views have, and every time is
# ISO 8601 UTC.
. "$ROOT/tests/labeling/lib.bash"
for script in sql/labeling/*.sql; do
  tool=$(basename "$script" .sql)
  account "$script" | run "$tool" >"$WORK/is" 2>&1 || failed=1
  [ ! -s "$WORK/is" ] || failed=1
  sed "s/^/$tool: /" "$WORK/is" | head -n 10
done

# 5. Nothing was written.
(cd "$WORK" && sha256sum --quiet -c sums) || failed=1
[ "$(cd "$WORK" && ls ./*.db*)" = "$before" ] || {
  echo 'there are files beside the databases'
  failed=1
}
exit $failed
