# shellcheck shell=bash
# Sourced.
#
# account SCRIPT prints SQL whose answer is empty where the items that
# labeling_rows calls yielded are exactly those of the script's views, where
# each row of the account is there once, where every time is ISO 8601 UTC, and
# where gold and ties are what ftext_majority says of the votes.
account() {
  local view column
  echo 'CREATE TEMP TABLE yielded (item_id);'
  sed -n 's/^CREATE TEMP VIEW \([a-z]*\) AS$/\1/p' "$1" | while read -r view; do
    case $view in
    skipped | ties | gold) continue ;;
    conversations) column=conversation_id ;;
    *) column=item_id ;;
    esac
    echo "INSERT INTO yielded SELECT $column FROM $view;"
    case $view in
    annotations | verdicts)
      echo "SELECT 'no time of $view', created_at FROM $view
        WHERE created_at NOT GLOB
          '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:*Z'
        OR julianday(created_at) IS NULL AND created_at IS NOT NULL;"
      ;;
    esac
  done
  if grep -q '^CREATE TEMP VIEW gold AS$' "$1"; then
    cat <<'SQL'
CREATE TEMP TABLE vote AS
SELECT *, coalesce(created_at, '') AS time FROM labeling_votes;
CREATE INDEX temp.vote_item ON vote (item_id);
CREATE TEMP TABLE decided AS
SELECT item_id, ftext_majority(label) AS label
FROM vote AS v
WHERE NOT EXISTS (
    SELECT 1 FROM vote AS o WHERE o.item_id = v.item_id
      AND o.source = 'ground_truth' AND v.source <> 'ground_truth')
  AND NOT EXISTS (
    SELECT 1 FROM vote AS o WHERE o.item_id = v.item_id
      AND o.source = v.source
      AND (o.voter = v.voter OR o.source = 'ground_truth')
      AND (o.time, o.vote_id) > (v.time, v.vote_id))
GROUP BY item_id;
SELECT 'gold is not the majority', * FROM (
  SELECT item_id, label FROM decided WHERE label IS NOT NULL
  EXCEPT SELECT item_id, label FROM gold);
SELECT 'gold is no majority', * FROM (
  SELECT item_id, label FROM gold EXCEPT SELECT item_id, label FROM decided);
SELECT 'not the ties', * FROM (
  SELECT item_id FROM decided WHERE label IS NULL
  EXCEPT SELECT item_id FROM ties);
SELECT 'no ties', * FROM (
  SELECT item_id FROM ties
  EXCEPT SELECT item_id FROM decided WHERE label IS NULL);
SQL
  fi
  cat <<'SQL'
SELECT 'in a view, and not yielded', * FROM (
  SELECT item_id FROM yielded
  EXCEPT SELECT item_id FROM labeling_rows WHERE reason IS NULL);
SELECT 'yielded, and in no view', * FROM (
  SELECT item_id FROM labeling_rows WHERE reason IS NULL
  EXCEPT SELECT item_id FROM yielded);
SELECT 'twice in the account', source, row_id FROM labeling_rows
GROUP BY source, row_id HAVING count(*) > 1;
SQL
}
