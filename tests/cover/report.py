"""report.py BUILD LISTED: what the tests have covered of ext/.

Adds up what gcov says about every object under BUILD, writes a line for each
file to BUILD/coverage.txt and prints one for each family; then compares the
uncovered branches with those LISTED with a reason.  Ends with both
percentages; exits 1 where they are too low or a branch is not as listed.

Not gcovr: it stops at functions of one name that stand twice in one header,
as those that are compiled for several processors do.

In LISTED a reason is a paragraph of lines that begin with '#', and below it
stand its branches: FILE FUNCTION COUNT: SOURCE, where COUNT branches of that
source line of the function are uncovered.  So an entry stays true when lines
move.  A function that is never called counts as one more branch of its first
line: so every line that does not run is behind an entry.  COUNT may be a
range, for what depends on the processor or on time: 0-2.
"""
import collections
import json
import os
import subprocess
import sys

LEAST_LINES, LEAST_BRANCHES = 98, 95
TOOL = "ext/vocabulary/"


class Function:
    """What is known of a function: its lines, and the branches on them."""

    def __init__(self):
        self.lines = collections.Counter()
        self.branches = {}

    def add(self, line):
        number = line["line_number"]
        counts = [branch["count"] for branch in line["branches"]]
        self.lines[number] += line["count"]
        # Another preprocessing of the same line has other branches.
        known = self.branches.setdefault((number, len(counts)), counts)
        if known is not counts:
            known[:] = map(sum, zip(known, counts))


def data_files(build):
    """Notes of objects that never ran count too: as uncovered."""
    for folder, _, names in os.walk(build):
        for name in names:
            stem = os.path.join(folder, name[:-5])
            if name.endswith(".gcda"):
                yield stem + ".gcda"
            elif name.endswith(".gcno") and not os.path.exists(stem + ".gcda"):
                yield stem + ".gcno"


def read(build, root):
    functions = collections.defaultdict(Function)
    names = sorted(data_files(build))
    gcov = subprocess.run(["gcov", "--json-format", "--stdout",
                           "--branch-probabilities", *names], cwd=root,
                          capture_output=True)
    if gcov.returncode != 0:
        sys.exit("\n".join(line for line in gcov.stderr.decode().splitlines()
                           if "mismatch" in line) or gcov.stderr.decode())
    for text in gcov.stdout.splitlines():
        unit = json.loads(text)
        for source in unit["files"]:
            path = os.path.join(unit["current_working_directory"],
                                source["file"])
            path = os.path.relpath(os.path.realpath(path), root)
            if path.startswith("ext/"):
                for line in source["lines"]:
                    functions[path, line["function_name"]].add(line)
    return functions


class Sum:
    """Lines and branches of a file, a family, or everything."""

    def __init__(self):
        self.counts = [0, 0, 0, 0]

    def add(self, *counts):
        self.counts = [a + b for a, b in zip(self.counts, counts)]

    def percentages(self):
        lines, all_lines, branches, all_branches = self.counts
        return (100 * lines / max(all_lines, 1),
                100 * branches / max(all_branches, 1))

    def row(self, name):
        lines, all_lines, branches, all_branches = self.counts
        return "%-32s %6d of %6d  %5.1f %%   %6d of %6d  %5.1f %%" % (
            name, lines, all_lines, self.percentages()[0],
            branches, all_branches, self.percentages()[1])


def add_up(functions):
    files = collections.defaultdict(Sum)
    families = collections.defaultdict(Sum)
    whole = Sum()
    for (path, _), known in sorted(functions.items()):
        branches = [count for counts in known.branches.values()
                    for count in counts]
        counts = (sum(count > 0 for count in known.lines.values()),
                  len(known.lines),
                  sum(count > 0 for count in branches), len(branches))
        files[path].add(*counts)
        families[os.path.dirname(path)].add(*counts)
        if not path.startswith(TOOL):
            whole.add(*counts)
    return files, families, whole


def uncovered(functions, root):
    """Entries, and the numbers of their lines."""
    found = collections.Counter()
    where = collections.defaultdict(list)
    for (path, name), known in functions.items():
        with open(os.path.join(root, path), encoding="utf-8") as file:
            text = file.read().splitlines()
        never = not any(known.lines.values())
        for (number, _), counts in known.branches.items():
            missed = sum(count == 0 for count in counts)
            missed += never and number == min(known.lines)
            if missed > 0:
                entry = path, name, text[number - 1].strip()
                found[entry] += missed
                where[entry].append(number)
    return found, where


def read_listed(path):
    """The fewest and the most uncovered branches of each entry."""
    listed = collections.defaultdict(lambda: (0, 0))
    has_reason = False
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("#") or line == "":
                has_reason = line != "" and len(line) > 2
                continue
            head, text = line.split(": ", 1)
            source, function, count = head.split(" ")
            if not has_reason:
                sys.exit("%s: no reason stands above: %s" % (path, line))
            has_reason = True
            least, _, most = count.partition("-")
            listed[source, function, text] = int(least), int(most or least)
    return listed


def compare(found, where, listed):
    """How many entries are not as listed; says which."""
    wrong = 0
    for entry in sorted(found.keys() | listed.keys()):
        path, function, text = entry
        least, most = listed[entry]
        if not least <= found[entry] <= most:
            lines = ",".join(map(str, sorted(where[entry]))) or "-"
            print("%s %s %d: %s" % (path, function, found[entry], text))
            print("    line %s: %d uncovered, %d to %d listed" % (
                lines, found[entry], least, most))
            wrong += 1
    return wrong


def main(build, list_path):
    root = os.path.realpath(os.path.dirname(os.path.dirname(
        os.path.dirname(os.path.abspath(__file__)))))
    functions = read(os.path.abspath(build), root)
    files, families, whole = add_up(functions)
    with open(os.path.join(build, "coverage.txt"), "w",
              encoding="utf-8") as out:
        for path, known in sorted(files.items()):
            print(known.row(path), file=out)
    for name, known in sorted(families.items()):
        print(known.row(name))
    print(whole.row("ext without " + TOOL))
    found, where = uncovered(functions, root)
    wrong = compare(found, where, read_listed(list_path))
    lines, branches = whole.percentages()
    print("%d uncovered branches; %d lines are not as %s has them" % (
        sum(found.values()), wrong, list_path))
    print("coverage: %.2f %% of lines, %.2f %% of branches" % (
        lines, branches))
    return wrong > 0 or lines < LEAST_LINES or branches < LEAST_BRANCHES


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
