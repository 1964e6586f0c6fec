"""A cheap look at a web page before it is parsed: how much of what, how deep, how wide.

Parsing takes some fifty microseconds a tag, so a page made of nothing but tags
could stop an import. This scan is linear: it looks at a character a few times
at most. It reads tags as HTML 5 does, for what it takes for a comment and the
parser does not would hide anything.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from statements.readers.refusals import MAX_CHARACTERS, UnreadableSource

MAX_TAGS = 100_000
MAX_DEPTH = 500
MAX_ATTRIBUTES = 200_000
# trafilatura takes time by their square.
MAX_ATTRIBUTES_OF_TAG = 1_000

# Blanks between tags count here, and are nobody's text.
MAX_BETWEEN_TAGS = 3 * MAX_CHARACTERS
# lxml reads on as text behind ten million characters of a comment or script.
MAX_UNSHOWN = 5_000_000

# Whatever any parser could take for a tag or a comment, wherever it stands.
MARK = re.compile(r"<[a-zA-Z/!?]")

# A tag, a comment, or what a forgiving parser takes for one ("<!x>", "<?php", "</ >"), as HTML 5 reads them.
OPENING = re.compile(r"<(?:!--(?:-?>)?+|[!?]|/?[a-zA-Z][^\t\n\f\r />]*+|/)")
COMMENT_END = re.compile(r"--!?>")
ATTRIBUTE = r"""[^\t\n\f\r />][^\t\n\f\r />=]*+(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+
    (?:"[^"]*+"?+ | '[^']*+'?+ | [^\t\n\f\r "'>][^\t\n\f\r >]*+)?+)?+"""
ATTRIBUTES = re.compile(ATTRIBUTE, re.VERBOSE)
# So many attributes with what parts them, since each takes memory here too; then a slash and the end.
TAG_REST = re.compile(
    rf"(?:{ATTRIBUTE} | [\t\n\f\r ]++ | /(?!>)){{0,{2 * MAX_ATTRIBUTES_OF_TAG}}}+(/?+)(>|\Z)", re.VERBOSE
)

# What is no markup inside, up to the element's own end.
RAW_TEXT_END = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp")
}  # fmt: skip
# In a comment inside a script, a script's end ends the one that the comment opened.
INNER_SCRIPT = re.compile(r"<script[\t\n\f\r />]", re.IGNORECASE)

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
    # Counted apart from what follows, so that no disagreement with the parser hides a tag.
    if next(islice(MARK.finditer(page), MAX_TAGS, None), None):
        raise UnreadableSource(f"The page has more than {MAX_TAGS:,} tags: {REMEDY}.")
    between = attributes = at = 0
    nesting = _Nesting()
    while found := OPENING.search(page, at):
        between += found.start() - at
        name = found[0][1:].lower()
        if name == "!--":
            at = _after_unshown(page, COMMENT_END, found.end())
        elif name[0] in "!?" or name == "/":
            at = found.end() if name.endswith(">") else _after_unshown(page, re.compile(">"), found.end())
        else:
            rest = TAG_REST.match(page, found.end())
            attributes += sum(1 for _ in ATTRIBUTES.finditer(page, found.end(), rest.end())) if rest else 0
            if rest is None or attributes > MAX_ATTRIBUTES:
                raise UnreadableSource(f"The page, or one of its tags, has too many attributes: {REMEDY}.")
            at, is_whole = rest.end(), bool(rest[1])
            if not is_whole or name.startswith("/"):
                nesting.follow(name)
            if name in RAW_TEXT_END and not is_whole:
                at = _after_raw_text(page, name, at)
    if between + len(page) - at > MAX_BETWEEN_TAGS:
        raise UnreadableSource(f"The page has more than {MAX_BETWEEN_TAGS:,} characters of text: {REMEDY}.")


def refuse_deep_page(depth: int) -> None:
    """Raises UnreadableSource for more open elements than any article has."""
    if depth > MAX_DEPTH:
        raise UnreadableSource(f"The page nests deeper than {MAX_DEPTH:,} elements: {REMEDY}.")


def _after_unshown(page: str, end: re.Pattern[str], start: int) -> int:
    """Where a comment or script ends; a missing end leaves nothing to read."""
    found = end.search(page, start)
    stop = found.start() if found else len(page)
    if stop - start > MAX_UNSHOWN:
        raise UnreadableSource(
            f"The page has a comment or script of more than {MAX_UNSHOWN:,} characters: {REMEDY}."
        )
    return stop


def _after_raw_text(page: str, name: str, start: int) -> int:
    """Where a script, style or title ends: "<script><!-- <script></script> --></script>" at the second."""
    at, in_comment = start, False
    while True:
        stop = _after_unshown(page, RAW_TEXT_END[name], at)
        text = page[at:stop]
        comment = text.rfind("<!--")
        in_comment = (in_comment or comment >= 0) and text.rfind("-->") <= comment
        if name != "script" or not in_comment or not INNER_SCRIPT.search(text, max(comment, 0)):
            return stop
        at = stop + 1


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
            refuse_deep_page(len(self.open))

    def _close(self, name: str) -> None:
        if not self.count[name]:
            return
        while True:
            closed = self.open.pop()
            self.count[closed] -= 1
            if closed == name:
                return
