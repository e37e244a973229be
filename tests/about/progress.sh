#!/bin/bash
# Long exports and checks say on the terminal how far they are: after two
# seconds, in one line that fits and is gone at the end; and nowhere else.
set -u
command -v script >/dev/null || {
  echo "because script (bsdutils) is not installed"
  exit 77
}
cd "$WORK" || exit 1
$CC -shared -fPIC -o hasty_clock.so "$ROOT/tests/about/hasty_clock.c" || exit 1
mistakes=0

# The rows have numbers with gaps, so that a bound is no count.
$SQLITE3 t.db '
  CREATE TABLE dataset (id INTEGER PRIMARY KEY, prompt, completion);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 60)
  INSERT INTO dataset
  SELECT i * 2, printf("prompt %d", i), printf(" %d", i % 2) FROM n;
  CREATE TABLE two (side);
  INSERT INTO two VALUES (1), (2);
  CREATE VIEW seen AS SELECT prompt, completion FROM dataset;'

# What runs STATEMENT, with a clock in a hurry.
shell() { # STATEMENT
  printf '%s\n' "$1" >statement
  printf "LD_PRELOAD=%q %s -batch -cmd '.load %s' t.db <statement" \
    "$WORK/hasty_clock.so" "$SQLITE3" "$FTEXT"
}

# What a terminal got, in `got`, and what is then to be seen on it, in
# `screen`.
look() {
  sed -e 1d -e '/^Script done/d' typescript >got
  awk '{
    shown = ""
    count = split($0, parts, "\r")
    for (i = 1; i <= count; i++)
      shown = parts[i] substr(shown, length(parts[i]) + 1)
    sub(/ +$/, "", shown)
    if (shown != "") print shown
  }' got >screen
}

# Runs it on a terminal so wide.
on_terminal() { # STATEMENT [COLUMNS]
  script -qec "stty cols ${2:-80}; $(shell "$1")" typescript \
    </dev/null >/dev/null
  look
}

# Runs it, and types Ctrl-C when it says how far it is; at last after a
# minute.
interrupted() { # STATEMENT
  local waits=0
  rm -f typescript
  mkfifo keys
  script -qfec "$(shell "$1")" typescript <keys >/dev/null &
  exec 9>keys
  while [ $((waits++)) -lt 1200 ] && ! grep -qs 'rows/s' typescript; do
    sleep 0.05
  done
  printf '\003' >&9
  exec 9>&-
  wait $!
  look
}

expect() { # WHAT COMMAND...
  if ! "${@:2}"; then
    echo "$1: $(tr '\r' '\n' <got | head -n 5; echo; cat screen)"
    mistakes=$((mistakes + 1))
  fi
}
says() { tr '\r' '\n' <got | grep -qxE "$1 *"; }
silent() { ! grep -q 'rows/s' got; }
clean() { ! grep -q 'rows/s' screen; }

writes() { # QUERY [OPTIONS]
  printf "SELECT ftext_export('out.jsonl', '%s', '%s') ->> 'rows';" \
    "$1" "${2:-{\}}"
}
all='SELECT prompt, completion FROM dataset'

on_terminal "$(writes "$all")"
expect 'rows, rate and a bound' \
  says 'ftext_export: [0-9]+ rows, 1?[0-9] rows/s, at most 0:[01][0-9] left'
expect 'gone at the end' clean
expect 'the answer is to be seen' [ "$(cat screen)" = 60 ]
expect 'not in the first two seconds' \
  [ "$(tr '\r' '\n' <got | sed -n 's/.*: \([0-9]*\) rows,.*/\1/p' |
    head -n 1)" -ge 12 ]
expect 'ASCII, without escapes' eval '! LC_ALL=C grep -qP "[^\r\n -~]" got'
expect 'the same file as without a terminal' \
  [ "$(sha256sum <out.jsonl)" = "$($SQLITE3 t.db "SELECT
    json_object('prompt', prompt, 'completion', completion)
    FROM dataset" | sha256sum)" ]

on_terminal "$(writes "$all LIMIT 10")"
expect 'nothing where it takes less than two seconds' silent
on_terminal "$(writes "$all" '{"progress":false}')"
expect 'turned off' silent
eval "$(shell "$(writes "$all")")" >got 2>&1
expect 'nothing in a pipe' [ "$(cat got)" = 60 ]

# A bound only where the plan is one scan of a table.
on_terminal "$(writes 'SELECT * FROM seen WHERE completion <> "x"')"
expect 'a bound through a view, and through WHERE' says '.*, at most .* left'
on_terminal "$(writes 'SELECT d.prompt, e.completion FROM dataset AS e
  JOIN dataset AS d ON d.id = e.id')"
expect 'none where a name means no table' says '.* rows/s'
on_terminal "$(writes "$all ORDER BY completion")"
expect 'none behind a sort' says '.* rows/s'
on_terminal "$(writes 'SELECT side, prompt FROM two CROSS JOIN dataset')"
expect 'none for two scans' says '.* rows/s'
on_terminal "$(writes "$all UNION ALL $all")"
expect 'none for a compound' says '.* rows/s'

on_terminal "$(writes "$all")" 40
expect 'no wider than the terminal' \
  eval '! tr "\r" "\n" <got | grep -qE ".{40}"'
expect 'cut there' says 'ftext_export: [0-9]+ rows, 1?[0-9] rows/s.*'
expect 'gone there' clean

on_terminal "$(writes 'SELECT prompt,
  CASE id WHEN 100 THEN json(prompt) ELSE 1 END AS completion FROM dataset')"
expect 'gone after a failure' grep -q '^Runtime error .*malformed JSON' screen
expect 'gone after a failure, wholly' clean
expect 'a failure, and progress before it' says 'ftext_export: .*'

# Ctrl-C: the line is gone, and the terminal shows the error alone.
endless='WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
  SELECT i FROM n'
interrupted "$(writes "$endless")"
expect 'interrupted' grep -q '^Runtime error .*interrupted' screen
expect 'gone after Ctrl-C' clean
expect 'Ctrl-C, and progress before it' says 'ftext_export: [0-9,]+ rows, .*'

checks() { # [OPTIONS]
  printf "SELECT count(*) FROM ftext_check('dataset', '%s');" "${1:-{\}}"
}
on_terminal "$(checks)"
expect 'the first pass counts' \
  says 'ftext_check: pass 1 of 3, [0-9]+ rows, 1?[0-9] rows/s'
expect 'the next ones know' says \
  'ftext_check: pass 3 of 3, [0-9]+ of 60 rows, 1?[0-9] rows/s, 0:0[0-9] left'
expect 'gone after a check' clean
findings=$(cat screen)
on_terminal "$(checks '{"progress":false}')"
expect 'a check, turned off' silent
expect 'the same findings' [ "$(cat screen)" = "$findings" ]
eval "$(shell "$(checks)")" >got 2>&1
expect 'a check in a pipe' [ "$(cat got)" = "$findings" ]
exit $((mistakes > 0))
