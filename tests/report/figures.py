#!/usr/bin/env python3
"""figures.py PAGE DATABASE [near]: every figure of a report is the database's.

The queries here are written anew, over the table dataset alone, with the
settings' defaults.  With `near`, the groups are those of near_duplicates.sql,
which pairs every text with every other one.
"""
import os
import re
import shlex
import subprocess
import sys

from page import Page, text

ENCODING, LIMIT = "r50k_base", 2048


class Database:
    """Answers as lists of texts; they travel as hexadecimal digits."""

    def __init__(self, path):
        self.command = [*shlex.split(os.environ["SQLITE3"]), "-batch", "-bail",
                        "-cmd", ".load " + os.environ["FTEXT"], path]

    def run(self, script):
        done = subprocess.run(self.command, input=script.encode(),
                              capture_output=True, check=False)
        if done.returncode:
            sys.exit(done.stderr.decode())
        return [[bytes.fromhex(cell).decode("utf-8", "replace")
                 for cell in line.split("|")]
                for line in done.stdout.decode().splitlines()]

    def ask(self, columns, rest, before=""):
        """The rows of a SELECT, every value as text."""
        cells = "||'|'||".join(f"hex(CAST(coalesce({column},'') AS TEXT))"
                               for column in columns)
        return self.run(f"{before}\nSELECT {cells} {rest};")

    def columns(self):
        return [name for name, in
                self.ask(["name"], "FROM pragma_table_info('dataset')")]


def shown(value, width):
    """A text as the page shows it: nothing invisible, cut at a width."""
    def visible(character):
        point = ord(character)
        if character in "\n\t":
            return "↵⇥"["\n\t".index(character)]
        if point < 32:
            return chr(0x2400 + point)
        if point == 127:
            return "␡"
        hidden = (128 <= point < 160 or point in (0x200B, 0xFEFF)
                  or 0x2028 <= point <= 0x202E or 0x2066 <= point <= 0x2069
                  or 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE)
        return f"[U+{point:04X}]" if hidden else character

    cut = value if len(value) <= width else value[:width - 1] + "…"
    return "".join(map(visible, cut))


def number(digits):
    return int(digits.replace(",", ""))


failures = []


def same(what, found, expected):
    if found != expected:
        failures.append(f"{what}: the page has {found}, the database {expected}")


class Check:
    """One page beside one database."""

    def __init__(self, page, database):
        self.page = Page(page)
        self.database = database
        columns = database.columns()
        self.prompt = "coalesce(CAST(prompt AS TEXT), '')"
        self.completion = "coalesce(CAST(completion AS TEXT), '')"
        self.labelled = "label" in columns
        self.klass = "coalesce(CAST(label AS TEXT), '')" if self.labelled \
            else self.completion
        self.split = "coalesce(CAST(split AS TEXT), '')" \
            if "split" in columns else "''"
        self.tokens = (f"ftext_token_count({self.prompt}, '{ENCODING}')"
                       f" + ftext_token_count({self.completion}, '{ENCODING}')")
        if "token_count" in columns:
            self.tokens = f"coalesce(token_count, {self.tokens})"
        self.view = (f"CREATE TEMP TABLE r AS SELECT {self.klass} AS class,"
                     f" {self.split} AS split, {self.completion} AS completion,"
                     f" {self.tokens} AS tokens, {self.prompt} AS prompt"
                     " FROM dataset;")
        self.task = database.ask(
            ["message"], f"FROM ftext_check('dataset', '{self.options()}') "
            "WHERE \"check\" = 'summary'")[0][0]
        self.classification = "classification" in self.task
        self.classified = self.classification or self.labelled
        self.slots = self.find_slots()

    def options(self):
        return ('{"encoding":"%s","format":"completion","max_tokens":%d,'
                '"skip":["extra_column"]}' % (ENCODING, LIMIT))

    def ask(self, columns, rest):
        return self.database.ask(columns, rest, self.view)

    def find_slots(self):
        """Names of columns to the conditions of their rows."""
        splits = [name for name, _ in self.ask(
            ["split", "count(*)"], "FROM r GROUP BY split "
            "ORDER BY split <> 'train', count(*) DESC, split")]
        quote = "'{}'".format
        if len(splits) == 1:
            return {"rows" if splits[0] == "" else shown(splits[0], 40): "1"}
        slots = {shown(name, 40) or "no split": "split = " + quote(name)
                 for name in (splits if len(splits) <= 6 else splits[:5])}
        if len(splits) > 6:
            rest = ",".join(map(quote, splits[5:]))
            slots[f"{len(splits) - 5} other splits"] = f"split IN ({rest})"
        return slots

    def all_slots(self):
        return {**self.slots, "all": "1"}

    def summary(self):
        rows, classes, tokens, longest = self.ask(
            ["count(*)", "count(DISTINCT nullif(class, ''))", "sum(tokens)",
             "max(tokens)"], "FROM r")[0]
        figures = self.page.figures()
        same("rows", number(figures["rows"]), int(rows))
        same("tokens", number(figures["tokens"]), int(tokens or 0))
        same("longest", number(
            figures[f"longest row; limit {LIMIT:,}"]),
            int(longest or 0))
        if self.classified:
            same("classes", number(figures["classes"]), int(classes))
        counts = dict(self.database.ask(
            ["severity", "count(*)"], f"FROM ftext_check('dataset', "
            f"'{self.options()}') WHERE \"check\" <> 'summary' GROUP BY severity"))
        badges = self.page.badges()[:3]
        for badge, severity in zip(badges, ("error", "warning", "info")):
            found = badge.split()[0].replace("no", "0")
            same(severity, number(found), int(counts.get(severity, 0)))

    def splits(self):
        table = self.page.table("splits")
        same("columns of splits", table[0][1:], list(self.all_slots()))
        for n, (name, where) in enumerate(self.all_slots().items(), 1):
            found = {row[0]: row[n].replace(",", "") for row in table[1:]}
            rows, classes, tokens, longest, longer, share, mean = self.ask(
                ["count(*)", "count(DISTINCT nullif(class, ''))", "sum(tokens)",
                 "max(tokens)", f"sum(tokens > {LIMIT})",
                 "printf('%.1f %%', 100.0 * count(*) / (SELECT count(*) "
                 "FROM r))", "printf('%.1f', avg(tokens))"],
                f"FROM r WHERE {where}")[0]
            ordered = f"FROM (SELECT tokens FROM r WHERE {where} " \
                "ORDER BY tokens LIMIT 1 OFFSET (SELECT (count(*) * {} + 99) " \
                f"/ 100 - 1 FROM r WHERE {where}))"
            quantiles = [self.ask(["tokens"], ordered.format(q))
                         for q in (50, 99)]
            expected = {
                "rows": rows, "tokens": tokens or "0", "share": share,
                "classes": classes if self.classified else "–",
                "mean tokens": mean, "longest row": longest or "0",
                "half have at most": quantiles[0][0][0] if rows > "0" else "0",
                "99 of 100 have at most":
                    quantiles[1][0][0] if rows > "0" else "0",
                "rows over the limit": longer or "0"}
            same(f"split {name}", found, expected)

    def findings(self):
        expected = self.database.ask(
            ["severity", "f.\"check\"", "message", "count(*)"],
            f"FROM ftext_check('dataset', '{self.options()}') AS f "
            "WHERE f.\"check\" <> 'summary' GROUP BY f.\"check\"")
        found = self.page.table("findings")[1:]
        same("checks with findings", len(found), len(expected))
        times = {row[0]: row for row in found}
        for severity, check, _, count in expected:
            row = times.get(f"{severity}{check}", ["", "", "-1"])
            same(f"findings of {check}", number(row[2]), int(count))

    def classes(self):
        if not self.classified or not self.ask(["1"], "FROM r LIMIT 1"):
            same("classes", self.page.table("classes"), [])
            return
        order = "FROM r GROUP BY class ORDER BY count(*) DESC, class"
        counts = self.ask(["class", *(f"sum({where})" for where in
                                      self.all_slots().values())], order)
        expected = [[shown(row[0], 80) or "no class", *map(int, row[1:])]
                    for row in counts]
        table = [row for row in self.page.table("classes")[1:] if len(row) > 1]
        found = [[row[0], *map(number, row[2:])] for row in table]
        if len(expected) > 100:
            gap = [row[0] for row in self.page.table("classes")
                   if len(row) == 1]
            left = expected[80:-20]
            same("gap", gap, [
                f"{len(left)} classes between these have {left[-1][-1]} to "
                f"{left[0][-1]} rows and are not shown (@classes)"])
            expected = expected[:80] + expected[-20:]
        same("classes", [[row[0].strip(), *row[1:]] for row in found],
             [[clean(row[0]), *row[1:]] for row in expected])
        self.bars(expected)

    def bars(self, expected):
        """The rectangles' widths, in order, without those of no row."""
        most = max(row[-1] for row in expected)
        widths = [float(rect.get("width").rstrip("%"))
                  for rect, _ in self.page.rectangles("classes")
                  if rect.get("width").endswith("%")]
        counts = [count for row in expected for count in row[1:-1] if count]
        same("bars of classes", widths,
             [round(100 * count / most + 1e-9, 2) for count in counts])

    def lengths(self):
        table = self.page.table("lengths")
        covered = 0
        for row in table[1:]:
            ends = [number(end) for end in row[0].split("–")]
            where = f"tokens BETWEEN {ends[0]} AND {ends[-1]}"
            counts = self.ask([f"coalesce(sum({slot}), 0)" for slot in
                               self.all_slots().values()],
                              f"FROM r WHERE {where}")[0]
            same(f"rows of {row[0]} tokens", list(map(number, row[1:])),
                 list(map(int, counts)))
            covered += number(row[-1])
        same("rows in the bins", covered,
             int(self.ask(["count(*)"], "FROM r")[0][0]))
        titles = [title for _, title in self.page.rectangles("lengths")
                  if title]
        expected = [f"{name}: {row[n]} rows of {row[0].replace('–', ' to ')} "
                    "tokens" for row in table[1:]
                    for n, name in enumerate(self.slots, 1) if row[n] != "0"]
        same("titles of bars", titles, expected)

    def first(self):
        if not self.classification:
            same("first tokens", self.page.table("first"), [])
            return
        expected = {}
        for klass, completion, first, sharers, tokens in self.ask(
                ["class", "completion", "first", "(SELECT count(DISTINCT class)"
                 f" FROM r AS o WHERE ftext_first_token_id(o.completion, "
                 f"'{ENCODING}') = first AND class <> '')",
                 f"ftext_token_count(completion, '{ENCODING}')"],
                "FROM (SELECT class, completion, ftext_first_token_id("
                f"completion, '{ENCODING}') AS first FROM r WHERE class <> '' "
                "GROUP BY class, completion) AS a"):
            collides = f"{sharers} classes" if int(sharers) > 1 else ""
            expected[shown(klass, 80), first or "–", tokens, collides] = \
                completion
        table = self.page.table("first")[1:]
        same("first tokens", len(table), min(100, len(expected)))
        for row in table:
            badge = re.search(r"\d+ classes$", row[2])
            key = row[0], row[3], row[4], badge[0] if badge else ""
            if key not in {(clean(k[0]), *k[1:]) for k in expected}:
                failures.append(f"first tokens: no class is as {key}")

    def near(self, exact):
        told = self.page.paragraphs("near")
        found = re.match(r"([\d,]+) rows in ([\d,]+) groups", told)
        found = [number(n) for n in found.groups()] if found else [0, 0]
        same("rows in groups", found[0],
             number(self.page.figures()["rows in near duplicates"]))
        same("articles", len(self.page.articles("near")), min(20, found[1]))
        if exact:
            expected = self.database.ask(
                ["sum(n)", "count(*)"], "FROM (SELECT count(*) AS n FROM "
                "near_duplicate_groups GROUP BY representative "
                "HAVING count(*) > 1)",
                "CREATE TEMP VIEW texts AS SELECT rowid AS id, prompt AS text "
                "FROM dataset WHERE prompt <> '';\n"
                f".read {os.environ['ROOT']}/sql/near_duplicates.sql")
            same("near duplicates", found, [int(n or 0) for n in expected[0]])

    def samples(self):
        """The tokens' ids are those of the row, whole or its beginning."""
        rows = [{"prompt": ids[0], "completion": ids[1]} for ids in
                self.ask([f"ftext_encode({part}, '{ENCODING}')" for part in
                          ("prompt", "completion")], "FROM r")]
        wholes = {(row["prompt"], row["completion"]) for row in rows}
        for article in self.page.articles("samples"):
            parts = {"prompt": [], "completion": []}
            part = "prompt"
            for line in article.iter("p"):
                if line.get("class") == "part":
                    part = "completion"
                parts[part] += [span.get("title").split()[-1]
                                for span in line.iter("span")
                                if span.get("title")]
            ids = [f"[{','.join(parts[name])}" + "," * (len(parts[name]) == 150)
                   for name in ("prompt", "completion")]
            if not any(all((whole.rstrip("]") or "[").startswith(start)
                           for whole, start in zip(row, ids))
                       for row in wholes):
                failures.append(f"no row has the tokens {ids}")
        expected = min(13, len(rows) + 1) if rows else 0
        same("samples", len(self.page.articles("samples")), expected)


def clean(value):
    return re.sub(" +", " ", value).strip(" ")


def main():
    check = Check(sys.argv[1], Database(sys.argv[2]))
    check.summary()
    check.splits()
    check.findings()
    check.classes()
    check.lengths()
    check.first()
    check.near("near" in sys.argv[3:])
    check.samples()
    for failure in failures:
        print(failure[:2000])
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
