# shellcheck shell=bash
# Sourced.
#
# account SCRIPT prints SQL whose answer is empty where the items
# that labeling_rows calls yielded are exactly those of the script's views,
# where each row of the account is there once, and where every time is
# ISO 8601 UTC.
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
