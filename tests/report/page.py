"""What a report says, read from its file as the XML that it also is."""
import re
import xml.etree.ElementTree as ElementTree


def clean(text):
    """White space as a browser shows it: one space, none at the ends."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


def text(element):
    return clean("".join(element.itertext()))


class Page:
    """tables: a section's rows, cell by cell; bars: what its SVG says."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        self.root = ElementTree.fromstring(self.bytes)
        self.sections = {section.get("id"): section
                         for section in self.root.iter("section")}

    def table(self, name):
        return [[text(cell) for cell in row]
                for row in self.sections[name].iter("tr")]

    def figures(self):
        return {text(pair.find("dt")): text(pair.find("dd"))
                for pair in self.root.find("body/header/dl")}

    def badges(self):
        return [text(badge) for badge in self.root.iter("b")
                if "badge" in badge.get("class", "").split()]

    def paragraphs(self, name):
        return " ".join(text(p) for p in self.sections[name].iter("p"))

    def rectangles(self, name):
        return [(rect, clean(rect.findtext("title") or ""))
                for rect in self.sections[name].iter("rect")]

    def articles(self, name):
        return list(self.sections[name].iter("article"))
