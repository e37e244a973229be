#!/bin/bash
# 500 random confusion tables, rankings and agreements: every figure equals
# what a few lines of Python compute from the definitions, in fractions.
set -euo pipefail

if ! command -v python3 >/dev/null; then
  echo "python3 is not installed"
  exit 77
fi
cat >"$WORK/random_tables.py" <<'PYTHON'
"""Writes the rows as SQL, or holds SQL's figures against the definitions."""
import math, random, sys
from collections import Counter, defaultdict
from fractions import Fraction

random.seed(20)


def answers():
    """Rows of (truth, predicted); labels are skewed, some never answered."""
    size, classes = random.choice([1, 3, 10, 40, 150]), random.randint(1, 9)
    skew, skill = random.random() * 3, random.random()
    labels = [f"class {i}" for i in range(classes)]
    weights = [(i + 1) ** -skew for i in range(classes)]
    rows = []
    for truth in random.choices(labels, weights, k=size):
        other = random.choice(labels + ["invented", None])
        rows.append((truth, truth if random.random() < skill else other))
    return rows


def scores():
    size, steps = random.choice([1, 4, 20, 80]), random.choice([2, 5, 1000])
    share, missing = random.random(), random.choice([0, 0, 0.2])
    rows = []
    for _ in range(size):
        positive = int(random.random() < share)
        score = random.randint(-steps, steps) / 8 + positive * steps / 16
        rows.append((positive, None if random.random() < missing else score))
    return rows


def ratings():
    """Rows of (item, label), in no order."""
    labels = "abcde"[:random.randint(1, 5)]
    agree, rows = random.random(), []
    for item in range(random.choice([1, 5, 30])):
        label = random.choice(labels)
        for _ in range(random.randint(1, 6)):
            if random.random() > agree:
                label = random.choice(labels)
            rows.append((item, random.choice([label] * 9 + [None])))
    random.shuffle(rows)
    return rows


def share(numerator, denominator):
    return Fraction(numerator) / denominator if denominator else Fraction(0)


def score(rows, label, beta2):
    """(precision, recall, F-beta) of a class, as scikit-learn defines them."""
    hit = sum(t == p == label for t, p in rows)
    precision = share(hit, sum(p == label for _, p in rows))
    recall = share(hit, sum(t == label for t, _ in rows))
    mean = share((1 + beta2) * precision * recall, beta2 * precision + recall)
    return precision, recall, mean


def root(fraction):
    """The square root, to more digits than a double has."""
    scale = 10 ** 60
    return Fraction(math.isqrt(fraction.numerator * scale ** 2
                               // fraction.denominator), scale)


def mcc(rows):
    """The correlation of the indicators of all classes; no answer is one."""
    n, kinds = len(rows), {x for row in rows for x in row}
    def covariance(a, b):
        return sum(share(sum(r[a] == r[b] == k for r in rows), n)
                   - share(sum(r[a] == k for r in rows), n)
                   * share(sum(r[b] == k for r in rows), n) for k in kinds)
    return share(covariance(0, 1), root(covariance(0, 0) * covariance(1, 1)))


def kappa(rows):
    n = len(rows)
    observed = share(sum(t == p for t, p in rows), n)
    truths, predicted = (Counter(r[i] for r in rows) for i in (0, 1))
    expected = sum(share(truths[k] * predicted[k], n * n) for k in truths)
    return None if expected == 1 else (observed - expected) / (1 - expected)


def metrics(rows):
    n, labels = len(rows), {x for row in rows for x in row if x is not None}
    accuracy = share(sum(t == p for t, p in rows), n)
    support = Counter(t for t, _ in rows)
    for beta2 in (1, Fraction(1, 4), 4):
        scores = {label: score(rows, label, beta2) for label in labels}
        for i in (0, 1, 2):
            yield share(sum(s[i] for s in scores.values()), len(labels))
            yield share(sum(s[i] * support[k] for k, s in scores.items()), n)
            yield accuracy
            yield scores["class 0"][i] if "class 0" in scores else Fraction(0)
    yield mcc(rows)
    yield kappa(rows)


def rank(positive, score):
    if score is None:
        return (-1, 0) if positive else (1, 0)
    return (0, score)


def areas(rows):
    ups = [rank(*r) for r in rows if r[0]]
    downs = [rank(*r) for r in rows if not r[0]]
    pairs = [Fraction(1) if u > d else Fraction(int(u == d), 2)
             for u in ups for d in downs]
    yield share(sum(pairs), len(pairs)) if pairs else None
    if not ups:
        yield None
        return
    area, before = Fraction(0), Fraction(0)
    for at in sorted(set(ups + downs), reverse=True):
        found = sum(u >= at for u in ups)
        recall = share(found, len(ups))
        area += (recall - before) * share(
            found, found + sum(d >= at for d in downs))
        before = recall
    yield area


def alpha(rows):
    """By the matrix of coincidences (Krippendorff 2011)."""
    items, matrix = defaultdict(list), Counter()
    for item, label in rows:
        if label is not None:
            items[item].append(label)
    for labels in items.values():
        for i, a in enumerate(labels):
            for j, b in enumerate(labels):
                if i != j:
                    matrix[a, b] += Fraction(1, len(labels) - 1)
    totals = Counter()
    for (a, _), count in matrix.items():
        totals[a] += count
    n = sum(totals.values())
    observed = sum(c for (a, b), c in matrix.items() if a != b)
    expected = sum(totals[a] * totals[b]
                   for a in totals for b in totals if a != b)
    yield 1 - (n - 1) * observed / expected if expected else None


def quote(value):
    if value is None:
        return "NULL"
    return repr(value)


tables = [(answers(), scores(), ratings()) for _ in range(500)]
if sys.argv[1] == "rows":
    print("BEGIN;")
    for number, kinds in enumerate(tables):
        for name, rows in zip(("answer", "ranked", "rated"), kinds):
            print(f"INSERT INTO {name} VALUES", ",".join(
                f"({number},{quote(a)},{quote(b)})" for a, b in rows) + ";")
    print("COMMIT;")
    sys.exit()

worst, figures, undefined = 0, 0, 0
for line, (some_answers, some_scores, some_ratings) in zip(sys.stdin, tables):
    number, *found = line.rstrip("\n").split(",")
    expected = [*metrics(some_answers), *areas(some_scores),
                *alpha(some_ratings)]
    assert len(found) == len(expected), (number, found, len(expected))
    for i, (is_, should) in enumerate(zip(found, expected)):
        figures += 1
        undefined += should is None
        if (is_ == "NULL") != (should is None):
            sys.exit(f"table {number}, figure {i}: {is_!r}, not {should}")
        if should is not None:
            off = abs(Fraction(float(is_)) - should)
            worst = max(worst, off)
            if off > Fraction(1, 10 ** 15):
                sys.exit(f"table {number}, figure {i}: {is_}, not "
                         f"{float(should)!r}")
print(f"{int(number) + 1} tables, {figures} figures, {undefined} undefined, "
      f"off by {float(worst):.1e} at most")
PYTHON

score() { # ARGUMENT OF fbeta
  local name
  for name in precision recall fbeta; do
    for average in macro weighted micro 'class:class 0'; do
      case $name in
      fbeta) echo ", ftext_fbeta(truth, predicted, $1, '$average')" ;;
      *) echo ", ftext_$name(truth, predicted, '$average')" ;;
      esac
    done
  done
}
{
  echo 'CREATE TABLE answer (number INTEGER, truth, predicted);
    CREATE TABLE ranked (number INTEGER, positive, score);
    CREATE TABLE rated (number INTEGER, item, label);'
  python3 "$WORK/random_tables.py" rows
  # This mode shows every digit of a REAL.
  echo ".mode quote
  CREATE TABLE figure AS SELECT number $(score 1) $(score 0.5) $(score 2),
    ftext_mcc(truth, predicted), ftext_kappa(truth, predicted)
    FROM answer GROUP BY number;
  CREATE TABLE area AS SELECT number, ftext_auroc(positive, score) AS auroc,
    ftext_auprc(positive, score) AS auprc FROM ranked GROUP BY number;
  CREATE TABLE agreement AS SELECT number, ftext_alpha(item, label) AS alpha
    FROM rated GROUP BY number;
  SELECT * FROM figure NATURAL JOIN area NATURAL JOIN agreement
  ORDER BY number;"
} >"$WORK/random.sql"
$SQLITE3 -batch -bail -cmd ".load $FTEXT" <"$WORK/random.sql" >"$WORK/out"
python3 "$WORK/random_tables.py" compare <"$WORK/out" | tee "$WORK/said"
grep -q '^500 tables' "$WORK/said"
