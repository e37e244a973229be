#!/bin/bash
# A file is read and validated in memory that does not grow with it: 48 MB of
# records, less than 64 MiB in all, code and vocabularies included.
set -u
if [ ! -r /proc/self/status ]; then
  echo "because there is no /proc to read the memory from"
  exit 77
fi
if [ -n "$EXTRA_FLAGS" ]; then
  echo "because a build with $EXTRA_FLAGS needs memory of its own"
  exit 77
fi
cd "$WORK" || exit 1
record='{"messages":[{"role":"system","content":"Answer with a class."},'
record+='{"role":"user","content":"Where is my card? I have waited for it."},'
record+='{"role":"assistant","content":"card_arrival","weight":1}]}'
# head ends the pipe.
yes "$record" 2>/dev/null | head -n 270000 >train.jsonl

# The shell's parent is sqlite3.
$SQLITE3 -batch -cmd ".load $FTEXT" >said 2>&1 <<'END'
SELECT count(*), count(ftext_validate(record, 'openai-chat')), count(error)
FROM ftext_read_jsonl('train.jsonl');
.shell grep VmHWM /proc/$PPID/status
END
cat said
[ "$(head -n 1 said)" = '270000|0|0' ] || exit 1
[ "$(sed -n 's/^VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' said)" -lt 65536 ]
