#!/bin/bash
# What sql/validate.sql says about files: their sizes, shapes, marks, and the
# same example in two of them.  validate.out has the words.
set -u
cd "$WORK" || exit 1

# lines NUMBER...: openai-chat records.
lines() {
  for number in "$@"; do
    printf '{"messages":[{"role":"system","content":"Be brief."},'
    printf '{"role":"user","content":"q%d"},' "$number"
    printf '{"role":"assistant","content":"a"}]}\n'
  done
}

# says WHAT TARGET [VALID [MODEL]]: what is found in train.jsonl.
says() {
  echo "== $1"
  $SQLITE3 -batch -cmd ".load $FTEXT" 2>&1 <<END
.parameter init
.parameter set @file train.jsonl
.parameter set @target $2
${3:+.parameter set @valid $3}
${4:+.parameter set @model $4}
.output /dev/null
.read $ROOT/sql/validate.sql
.output
SELECT severity, file, line, rule, message FROM validation;
END
}

{
lines $(seq 100) >train.jsonl
lines $(seq 101 110) >valid.jsonl
says 'good files' openai-chat valid.jsonl
says 'a good file' openai-chat

lines $(seq 9) >train.jsonl
says 'too few' openai-chat
says 'few enough for others' fireworks
: >train.jsonl
says 'none' together

{
  lines $(seq 99)
  echo '{"messages":['
  printf '{"prompt":"\xff"}\n'
  echo '{"messages":[]}'
  echo '{"prompt":"a","completion":"b"}'
} >train.jsonl
says 'bad lines, another shape' openai-chat
says 'in the words of Together' together

lines $(seq 100) >train.jsonl
says 'no mark' azure
{
  printf '\xEF\xBB\xBF'
  lines $(seq 100)
} >train.jsonl
says 'a mark' azure
says 'a mark where there should be none' openai-chat
says 'a mark that its reader trips over' together

lines $(seq 100) >train.jsonl
lines 200 7 201 7 >valid.jsonl
says 'the same example in both' openai-chat valid.jsonl
lines $(seq 200 210) >valid.jsonl
says 'more than a share' mistral valid.jsonl

sed 's/{"role":"system","content":"Be brief."},//' train.jsonl |
  head -n 31 >few.jsonl
mv few.jsonl train.jsonl
says 'Claude wants 32' bedrock-claude
for _ in $(seq 400); do cat train.jsonl; done >many.jsonl
mv many.jsonl train.jsonl
says 'and takes 10,000' bedrock-claude

for n in $(seq 40); do
  label=$([ "$n" -lt 37 ] && echo a || echo b)
  printf '{"text":"t%d","label":"%s"}\n' "$n" "$label"
done >train.jsonl
says 'few of a label' cohere-classify
sed -i 's/"b"/"a"/' train.jsonl
says 'one label' cohere-classify

sed 's/system/user/' <(lines 1 2 3) >train.jsonl
says 'two user messages' fireworks
{
  printf '{"messages":[{"role":"user","content":"%s"},' \
    "$(printf ' a%.0s' $(seq 4100))"
  echo '{"role":"assistant","content":"a"}]}'
} >train.jsonl
says 'the limit of a model' openai-chat '' gpt-3.5-turbo-0613

printf '{"messages":[{"role":"user","content":"q"}],"%s":1}\n' a b a \
  >train.jsonl
cp train.jsonl valid.jsonl
says 'keys of the grader' azure-rft
} >said
diff -u "$ROOT/tests/record/validate.out" said
