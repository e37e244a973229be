#!/usr/bin/env python3
"""look.py PICTURES PAGE...: opens each page in Chromium and looks at it.

Wide and narrow, light and dark, and on paper: nothing sticks out or is cut,
the contrast suffices, nothing but the page is asked for, the console stays
empty, and what is drawn is as long as its figures say.  PICTURES is a folder
for screenshots.
"""
import os
import sys

from browser import Browser
from page import Page, clean

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTHS = 360, 768, 1280, 1600

# What a browser made of the tables, and how large it drew what stands there.
TABLES = """[...document.querySelectorAll("section")].map((section) =>
  [section.id, [...section.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent))])"""
BARS = """[...document.querySelectorAll(".classes tbody tr")].filter((row) =>
  row.children.length > 1).map((row) => ({
    counts: [...row.querySelectorAll("td.n")].map((cell) =>
      Number(cell.textContent.replace(/,/g, ""))),
    room: row.querySelector("svg").getBoundingClientRect().width,
    widths: [...row.querySelectorAll("rect")].map((rect) =>
      rect.getBoundingClientRect().width) }))"""
LENGTHS = """(() => {
  const plot = document.querySelector(".plot");
  if (!plot) return null;
  const box = (node) => { const { x, y, width, height } =
    node.getBoundingClientRect(); return { x, y, width, height }; };
  return { bars: [...plot.querySelectorAll("rect")].map((rect) =>
      ({ ...box(rect), title: rect.querySelector("title").textContent })),
    limit: box(plot.querySelector("line.limit")),
    label: plot.querySelector(".limit-text").textContent };
})()"""


def near(one, other, by=1.0):
    return abs(one - other) <= by


def numbers(words):
    return [int(word.replace(",", "")) for word in words.split()
            if word.replace(",", "").isdigit()]


def drawn(browser):
    """Bars whose pixels are not what the figures beside them say."""
    bars = browser.run(BARS)
    most = max((bar["counts"][-1] for bar in bars), default=0)
    for bar in bars:
        expected = [bar["room"] * count / most
                    for count in bar["counts"][:-1] if count]
        if len(expected) != len(bar["widths"]) or \
                not all(map(near, expected, bar["widths"])):
            yield f"a class's bars are {bar}"
    plot = browser.run(LENGTHS)
    if plot is None:
        return
    tallest = max(plot["bars"], key=lambda bar: bar["height"])
    scale = tallest["height"] / numbers(tallest["title"].split(": ")[-1])[0]
    limit = numbers(plot["label"])[0]
    for bar in plot["bars"]:
        rows, *ends = numbers(bar["title"].split(": ")[-1])
        if not near(bar["height"], max(1, rows * scale)):
            yield f"a bar of the histogram is {bar}"
        before, after = ends[-1] < limit, ends[0] > limit
        if before and bar["x"] + bar["width"] > plot["limit"]["x"] + 1 or \
                after and bar["x"] < plot["limit"]["x"] - 1:
            yield f"the limit is on the wrong side of {bar}"


def look(browser, path, pictures):
    name = os.path.splitext(os.path.basename(path))[0]
    with open(os.path.join(HERE, "look.js"), encoding="utf-8") as file:
        script = file.read()
    browser.media()
    browser.size(WIDTHS[-1])
    browser.open(path)
    page = Page(path)
    for section, rows in browser.run(TABLES):
        if [[clean(cell) for cell in row] for row in rows] != \
                page.table(section):
            yield f"the browser reads {section} otherwise"
    for scheme in "light", "dark":
        browser.media(scheme)
        for width in WIDTHS:
            browser.size(width)
            for wrong in browser.run(script):
                yield f"{scheme}, {width}: {wrong}"
            for wrong in drawn(browser):
                yield f"{width}: {wrong}"
            browser.picture(f"{pictures}/{name}-{scheme}-{width}.png", False)
    browser.size(700)
    browser.media(kind="print")
    for wrong in browser.run(script):
        yield f"printed: {wrong}"
    browser.paper(f"{pictures}/{name}.pdf")
    for complaint in browser.complaints:
        yield f"the console says {complaint}"
    if browser.requests != ["file://" + os.path.abspath(path)]:
        yield f"asked for {browser.requests}"


def main():
    failed = False
    with Browser() as browser:
        for path in sys.argv[2:]:
            for number, wrong in enumerate(look(browser, path, sys.argv[1])):
                failed = True
                if number < 12:
                    print(f"{os.path.basename(path)}: {wrong}"[:400])
    sys.exit(failed)


if __name__ == "__main__":
    main()
