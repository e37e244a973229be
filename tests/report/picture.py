#!/usr/bin/env python3
"""picture.py REPORT PICTURE: what a report looks like, as a small PNG.

Its top and classes in light; its token lengths and sample rows in dark.
"""
import os
import subprocess
import sys
import tempfile

from browser import Browser

WIDTH, HEIGHT, GAP = 760, 940, 12
FRAME = f"""<!DOCTYPE html><meta charset="utf-8"/><style>
body {{ margin: 0; width: {2 * WIDTH + GAP}px; height: {HEIGHT}px;
  display: flex; gap: {GAP}px; background: #8a939d; }}
div {{ width: {WIDTH}px; height: {HEIGHT}px; overflow: hidden;
  background: #13161a; }}
img {{ display: block; }}
</style>"""


SHOTS = {"classes": ("light", "header, #classes"),
         "lengths": ("dark", "#lengths"), "samples": ("dark", "#samples")}


def shots(browser, report, folder):
    """A picture each of some parts of the page alone."""
    for name, (scheme, parts) in SHOTS.items():
        browser.size(WIDTH)
        browser.media(scheme)
        browser.open(report)
        browser.run("document.querySelectorAll('header, nav, section, footer')"
                    f".forEach((e) => e.matches('{parts}') || e.remove());"
                    "document.body.style.paddingTop = '1.5rem';"
                    "document.querySelectorAll('section').forEach((e) =>"
                    " e.style.marginTop = '1rem')")
        browser.size(WIDTH, browser.run(
            "Math.ceil(document.body.getBoundingClientRect().height)"))
        path = os.path.join(folder, name + ".png")
        browser.picture(path, False)
        yield path


def main():
    report, picture = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        top, *right = shots(browser, report, folder)
        frame = os.path.join(folder, "frame.html")
        image = '<img src="{}"/>'.format
        with open(frame, "w", encoding="utf-8") as file:
            file.write(f"{FRAME}<div>{image(top)}</div>"
                       f"<div>{''.join(map(image, right))}</div>")
        browser.media()
        browser.size(2 * WIDTH + GAP, HEIGHT)
        browser.open(frame)
        whole = os.path.join(folder, "whole.png")
        browser.picture(whole, False)
        subprocess.run(["pngquant", "--force", "--strip", "--speed", "1",
                        "--output", picture, "64", whole], check=True)
    print(f"{picture}: {os.path.getsize(picture):,} bytes")


if __name__ == "__main__":
    main()
