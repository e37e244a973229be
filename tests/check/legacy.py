"""The 15 validators of fine_tunes.prepare_data (openai-python 0.27), written
again from their description, beside ftext_check on the same rows.

A file for each validator, then random ones.  Where the two differ on purpose
(docs/check.md says why) the comparison leaves out what differs.
"""
import json
import os
import random
import subprocess
import sys

SEPARATORS = [" ->", "\n\n###\n\n", "\n\n===\n\n", "\n\n---\n\n",
              "\n\n===>\n\n", "\n\n--->\n\n"]
STOPS = ["\n", ".", " END", "***", "+++", "&&&", "$$$", "@@@", "%%%"]


def common(texts, end):
    """The longest common prefix, or (end) suffix, a character at a time."""
    found = ""
    first = texts[0]
    for size in range(1, len(first) + 1):
        part = first[-size:] if end else first[:size]
        if not all(t.endswith(part) if end else t.startswith(part)
                   for t in texts):
            break
        found = part
    return found


def infer(rows):
    if sum(len(p) for p, _ in rows) == 0:
        return "open-ended generation"
    if len({c for _, c in rows}) < len(rows) / 3:
        return "classification"
    return "conditional generation"


def ends(texts, candidates, last, names):
    """Validators 11 and 14: identical, missing, long, inside."""
    suffix = common(texts, True)
    if all(t == suffix for t in texts):
        return {names[0]}, True
    if suffix == "":
        newline = any("\n" in t for t in texts)
        free = [c for c in candidates
                if not (c == " ->" and newline)
                and not any(c in t for t in texts)]
        return {(names[1], (free + [last])[0])}, False
    found = set()
    if len(suffix) > 10:
        found.add(names[2])
    if any(suffix in t[:-len(suffix)] for t in texts):
        found.add(names[3])
    return found, False


def shouts(texts):
    upper = sum(c.isupper() for t in texts for c in t)
    lower = sum(c.islower() for t in texts for c in t)
    return upper * 2 > lower


def legacy(rows):
    """What the validators say: (findings, stopped by a fatal one)."""
    found = set()
    if len(rows) < 100:
        found.add("few_rows")
    if any(c == "" for _, c in rows):
        found.add("empty_completion")
        rows = [r for r in rows if r[1] != ""]
    task = infer(rows)
    found.add(task)
    if len(set(rows)) < len(rows):
        found.add("duplicate")
    prompts = [p for p, _ in rows]
    answers = [c for _, c in rows]
    if shouts(prompts):
        found.add("upper_prompt")
    if shouts(answers) and task != "classification":  # on purpose
        found.add("upper_completion")
    if task != "open-ended generation":
        more, fatal = ends(prompts, SEPARATORS, "\n\n### =>\n\n",
                           ["identical_prompts", "separator",
                            "long_separator", "separator_inside"])
        found |= more
        if fatal:
            return found, True
    if len(common(prompts, False)) > 12:
        found.add("long_prompt_prefix")
    if (len(common(answers, False)) >= 5
            and any(a != answers[0] for a in answers)):
        found.add("long_completion_prefix")
    if task == "conditional generation":
        more, fatal = ends(answers, STOPS, " [END]",
                           ["identical_completions", "stop_sequence",
                            "long_stop_sequence", "stop_sequence_inside"])
        found |= more
        if fatal:
            return found, True
    if any(not a.startswith(" ") for a in answers):
        found.add("completion_space")
    return found, False


KNOWN = ["few_rows", "empty_completion", "duplicate", "upper_prompt",
         "upper_completion", "identical_prompts", "separator",
         "long_separator", "separator_inside", "long_prompt_prefix",
         "long_completion_prefix", "identical_completions", "stop_sequence",
         "long_stop_sequence", "stop_sequence_inside", "completion_space",
         "summary"]


def quote(text):
    return "'" + text.replace("'", "''") + "'"


def script(number, rows):
    options = json.dumps({"encoding": "r50k_base", "run": KNOWN})
    values = ",".join(f"({quote(p)},{quote(c)})" for p, c in rows)
    return f"""CREATE TABLE t{number}(prompt TEXT, completion TEXT);
INSERT INTO t{number} VALUES {values};
SELECT json_array({number}, "check", message, fix)
FROM ftext_check('t{number}', '{options}');
DROP TABLE t{number};
"""


def finding(check, message, fix):
    if check == "summary":
        return message.split(", ")[1].split(";")[0]
    if check in ("separator", "stop_sequence"):
        literal = fix[fix.index(" || '") + 5:fix.rindex("' WHERE")]
        return check, literal
    return check


def files():
    """One for each validator, in their order, and its counterpart."""
    def many(prompt, answer, count=100):
        return [(prompt(i), answer(i)) for i in range(count)]

    plain = many(lambda i: f"q{i} ->", lambda i: f" yes{i} END")
    yield plain[:99]                                                 # 1
    yield plain
    yield plain[:50] + [("empty ->", "")] + plain[50:]               # 5
    yield many(lambda i: f"q{i} ->", lambda i: f" {i % 33}")         # 6
    yield many(lambda i: f"q{i} ->", lambda i: f" {i % 34}")
    yield many(lambda i: "", lambda i: f" {i}.")
    yield plain + plain[:1]                                          # 7
    yield many(lambda i: f"ABc{i} ->", lambda i: f" yes{i} END")     # 9
    yield many(lambda i: f"Abc{i} ->", lambda i: f" {i} Yes.")       # 10
    yield many(lambda i: f"q{i} ->", lambda i: f" {i} YES")
    yield many(lambda i: "the same", lambda i: f" {i} END")          # 11
    yield many(lambda i: f"{i}", lambda i: f" {i} END")
    yield many(lambda i: f"{i} ->\n", lambda i: f" {i} END")
    yield many(lambda i: f"{i} -> {i}" + "\n\n###\n\n" * (i % 2),
               lambda i: f" {i} END")
    yield many(lambda i: f"a -> {i} ->", lambda i: f" {i} END")
    yield many(lambda i: f"{i} ->->->->->", lambda i: f" {i} END")
    yield many(lambda i: f"Question no. {i}?", lambda i: f" {i} END")  # 12
    yield many(lambda i: f"Question no.{i}?", lambda i: f" {i} END")
    yield many(lambda i: f"q{i} ->", lambda i: f" It: {i} END")      # 13
    yield many(lambda i: f"q{i} ->", lambda i: f" It:{i} END")
    yield many(lambda i: f"q{i} ->", lambda i: f" {i}" + "." * (i % 2))  # 14
    yield many(lambda i: f"q{i} ->", lambda i: f" {i} END and END")
    yield [(f"q{i} ->", " same") for i in range(3)]
    yield many(lambda i: f"q{i} ->", lambda i: " " * (i % 2) + f"{i}.")  # 15
    yield many(lambda i: f"q{i} ->", lambda i: f"x{i}.")


def chance(random_state):
    """A small random file that meets many conditions."""
    pick = random_state.choice
    end = pick(["", " ->", "?", "\n\n###\n\n", " => => =>  =>"])
    begin = pick(["", "Q", "Question: ", "A question, "])
    stop = pick(["", ".", "\n", " END", " THE VERY END"])
    start = pick(["", " ", " ", " It is"])
    words = ["a", "B", "cc", "->", "END", ".", "\n", "É", "日", "it's", ""]
    rows = []
    for _ in range(random_state.randint(2, 12)):
        prompt = begin + " ".join(pick(words) for _ in range(3)) + end
        answer = start + pick(words) + pick(["", "x", "y"]) + stop
        if pick([False] * 9 + [True]):
            prompt, answer = pick([("", answer), (prompt, "")])
        rows.append((prompt, answer))
    return rows


def main():
    random_state = random.Random(4)
    cases = list(files()) + [chance(random_state) for _ in range(1500)]
    cases = [rows for rows in cases
             if sum(c.strip(" \t\n") != "" for _, c in rows) > 1
             and all(c == "" or c.strip(" \t\n") != "" for _, c in rows)]
    sql = "".join(script(i, rows) for i, rows in enumerate(cases))
    shell = [os.environ["SQLITE3"], "-batch", "-bail", "-cmd",
             ".load " + os.environ["FTEXT"]]
    run = subprocess.run(shell, input=sql.encode(), capture_output=True,
                         check=False)
    if run.returncode != 0:
        sys.exit(run.stderr.decode())
    found = [set() for _ in cases]
    for line in run.stdout.decode().splitlines():
        number, check, message, fix = json.loads(line)
        found[number].add(finding(check, message, fix))
    wrong = 0
    seen = set()
    for rows, ours in zip(cases, found):
        theirs, fatal = legacy(rows)
        seen |= {name if isinstance(name, str) else name[0]
                 for name in theirs}
        if theirs != ours and not (fatal and theirs <= ours):
            wrong += 1
            print(f"{rows[:5]}\n  only there: {theirs - ours}\n"
                  f"  only here: {ours - theirs}")
    missing = set(KNOWN) - seen - {"summary"}
    if missing:
        print(f"no file for {missing}")
    sys.exit(1 if wrong or missing else 0)


main()
