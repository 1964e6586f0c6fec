"""A cheap look at a web page before it is parsed: how much of what, how deep, how wide.

Parsing takes some fifty microseconds a tag, so a page made of nothing but tags
could stop an import. This scan is linear: it never looks twice at a character,
save once more for the end of a comment, script or quoted value.
"""

from __future__ import annotations

import re
from collections import Counter

from statements.readers.refusals import MAX_CHARACTERS, UnreadableSource

MAX_TAGS = 100_000
MAX_DEPTH = 500
MAX_ATTRIBUTES = 5_000

# Blanks between tags count here, and are nobody's text.
MAX_BETWEEN_TAGS = 3 * MAX_CHARACTERS
# lxml reads on as text behind ten million characters of a comment or script.
MAX_UNSHOWN = 5_000_000

# A tag, a comment, or what a forgiving parser takes for one ("<!x>", "<?php").
OPENING = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z][a-zA-Z0-9:-]{0,40}|/)")
VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
TAG_END = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
RAW_TEXT_END = {
    name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title")
}  # fmt: skip

# Elements that end by themselves; they never nest for want of an end tag.
UNNESTED = frozenset(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody",
        "tfoot", "option", "optgroup", "rt", "rp", "colgroup", "html", "head", "body",
    ]
)  # fmt: skip

REMEDY = "save its text as a .txt file"


def refuse_monstrous_page(page: str) -> None:
    """Raises UnreadableSource for more text, tags, depth or attributes than any article has."""
    tags = between = at = 0
    nesting = _Nesting()
    while found := OPENING.search(page, at):
        tags += 1
        between += found.start() - at
        if tags > MAX_TAGS:
            raise UnreadableSource(f"The page has more than {MAX_TAGS:,} tags: {REMEDY}.")
        name = found[0][1:].lower()
        if name == "!--":
            at = _after_unshown(page, re.compile("-->"), found.end())
            continue
        at = _after_tag(page, found)
        if name[-1:].isalnum() and not page.startswith("/>", at - 2):
            nesting.follow(name)
        if name in RAW_TEXT_END:
            at = _after_unshown(page, RAW_TEXT_END[name], at)
    if between + len(page) - at > MAX_BETWEEN_TAGS:
        raise UnreadableSource(f"The page has more than {MAX_BETWEEN_TAGS:,} characters of text: {REMEDY}.")


def _after_unshown(page: str, end: re.Pattern[str], start: int) -> int:
    """Where a comment or script ends; a missing end leaves nothing to read."""
    found = end.search(page, start)
    stop = found.start() if found else len(page)
    if stop - start > MAX_UNSHOWN:
        raise UnreadableSource(
            f"The page has a comment or script of more than {MAX_UNSHOWN:,} characters: {REMEDY}."
        )
    return stop


def _after_tag(page: str, opening: re.Match[str]) -> int:
    found = TAG_END.match(page, opening.end())
    end = found.end() if found else len(page)
    # Only a long tag can have as many, and a value with blanks in it is still one.
    if end - opening.end() > 2 * MAX_ATTRIBUTES:
        words = VALUE.sub(" ", page[opening.end() : end]).replace("/", " ").split()
        if len(words) > MAX_ATTRIBUTES:
            raise UnreadableSource(f"The page has a tag with too many attributes: {REMEDY}.")
    return end


class _Nesting:
    """The open elements, as a forgiving parser would hold them."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.count: Counter[str] = Counter()

    def follow(self, name: str) -> None:
        if name.startswith("/"):
            self._close(name[1:])
        elif name not in UNNESTED:
            self.open.append(name)
            self.count[name] += 1
            if len(self.open) > MAX_DEPTH:
                raise UnreadableSource(f"The page nests deeper than {MAX_DEPTH:,} elements: {REMEDY}.")

    def _close(self, name: str) -> None:
        if not self.count[name]:
            return
        while True:
            closed = self.open.pop()
            self.count[closed] -= 1
            if closed == name:
                return
