#!/bin/bash
# sql/near_duplicates.sql against an exact comparison of all pairs, on public
# datasets: nothing it finds is wrong, and of the pairs at 0.8 and above it
# finds at least 0.94.  The exact pairs are computed in Python, with its own
# Unicode, by the prefix filter (Chaudhuri, Ganti and Kaushik 2006).
set -eu

DATA=$ROOT/../shared/data
if ! command -v python3 >/dev/null; then
  echo "python3 is not installed"
  exit 77
fi
if [ ! -d "$DATA" ]; then
  echo "the datasets are not there (../shared/data)"
  exit 77
fi

cat >"$WORK/read.py" <<'EOF'
"""Writes the texts of a dataset as CSV: id, text."""
import csv, gzip, json, sys

name, data = sys.argv[1:]
texts = []
if name == "banking77":
    for part in ("train", "test"):
        with gzip.open(f"{data}/banking77_{part}.csv.gz", "rt") as file:
            texts += [row["text"] for row in csv.DictReader(file)]
else:
    with gzip.open(f"{data}/clinc150_full.json.gz", "rt") as file:
        for rows in json.load(file).values():
            texts += [row[0] for row in rows]
csv.writer(sys.stdout).writerows(enumerate(texts, 1))
EOF

cat >"$WORK/compare.py" <<'EOF'
"""Holds found pairs against all pairs of similarity >= 0.8."""
import csv, sys, unicodedata
from collections import Counter, defaultdict

name, texts, found = sys.argv[1:]


def normalize(text):
    text = unicodedata.normalize("NFD", text).casefold()
    return " ".join(unicodedata.normalize("NFC", text).split())


def shingles(text):
    if len(text) < 5:
        return frozenset([text] if text else [])
    return frozenset(text[i:i + 5] for i in range(len(text) - 4))


first, sets, copies = {}, {}, {}
for number, text in csv.reader(open(texts)):
    text = normalize(text)
    number = int(number)
    if text in first:
        copies[first[text], number] = 1
    else:
        first[text] = number
        sets[number] = shingles(text)

frequency = Counter(s for one in sets.values() for s in one)
index, exact = defaultdict(list), {}
for b in sorted(sets, key=lambda n: len(sets[n])):
    size = len(sets[b])
    rare = sorted(sets[b], key=lambda s: (frequency[s], s))
    rare = rare[:size // 5 + 1]  # all but 4/5 of them, and one more
    for a in {a for s in rare for a in index[s]}:
        if 5 * len(sets[a]) >= 4 * size:
            shared = len(sets[a] & sets[b])
            either = len(sets[a]) + size - shared
            if 5 * shared >= 4 * either:
                exact[min(a, b), max(a, b)] = shared / either
    for s in rare:
        index[s].append(b)

got = {(int(a), int(b)): float(s) for a, b, s in csv.reader(open(found))}
wrong = [p for p in got
         if got[p] != exact.get(p, copies.get(p))]
right = [p for p in exact if p in got]
recall = len(right) / len(exact)
print(f"{name}: {len(first) + len(copies)} texts, {len(copies)} copies "
      f"({sum(p in got for p in copies)} found), {len(exact)} near pairs "
      f"({len(right)} found): recall {recall:.4f}, {len(wrong)} wrong")
if wrong or recall < 0.94 or not all(p in got for p in copies):
    print(wrong[:10])
    sys.exit(1)
EOF

for name in banking77 clinc150; do
  python3 "$WORK/read.py" $name "$DATA" >"$WORK/$name.csv"
  $SQLITE3 -batch -bail -cmd ".load $FTEXT" >"$WORK/$name.found" <<EOF
CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT);
.mode csv
.import $WORK/$name.csv t
CREATE TEMP VIEW texts AS SELECT id, text FROM t;
.read sql/near_duplicates.sql
SELECT a, b, printf('%!.17g', similarity) FROM near_duplicate_pairs;
EOF
  python3 "$WORK/compare.py" $name "$WORK/$name.csv" "$WORK/$name.found"
done
