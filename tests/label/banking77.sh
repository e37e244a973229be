#!/bin/bash
# The 77 intents of Banking77, 45 of which share a first token with another
# one, get 77 first tokens in every encoding, by every strategy that can.
set -eu
data=$ROOT/../shared/data/banking77_train.csv.gz
if ! [ -e "$data" ]; then
  echo "because ../shared/data/banking77_train.csv.gz is not there"
  exit 77
fi
zcat "$data" >"$WORK/intents.csv"

$SQLITE3 -batch -bail -cmd ".load $FTEXT" >"$WORK/out" <<SQL
.import --csv $WORK/intents.csv row
CREATE TABLE intent AS SELECT DISTINCT category AS label FROM row;
SELECT count(*), sum(n > 1) FROM (SELECT count(*) OVER (PARTITION BY
         ftext_first_token_id(' ' || label, 'o200k_base')) AS n FROM intent);
SELECT DISTINCT count(*), count(DISTINCT first_token_id),
       sum(token_count), min(class_id), max(class_id)
  FROM json_each('["gpt2","r50k_base","p50k_base","p50k_edit","cl100k_base",
                   "o200k_base","o200k_harmony"]') AS encoding,
       json_each('["number","word","label"]') AS strategy,
       json_each('["completion","chat"]') AS format,
       ftext_class_map((SELECT json_group_array(label) FROM intent),
         encoding.value, strategy.value, format.value)
 GROUP BY encoding.value, strategy.value, format.value;
SELECT count(*) > 30 FROM ftext_class_map((SELECT json_group_array(label)
  FROM intent), 'o200k_base', 'label') WHERE completion GLOB ' [a-z]*';
SQL
diff - "$WORK/out" <<'OUT'
77|45
77|77|77|1|77
1
OUT
