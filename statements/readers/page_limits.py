"""A cheap look at a web page before it is parsed: how many tags, how deep, how wide.

Parsing takes some ten microseconds a tag, so a page made of nothing but tags
could stop an import. This scan is linear: it never looks twice at a character,
save once more for the end of a comment or script.
"""

from __future__ import annotations

import re
from collections import Counter

from statements.readers.refusals import UnreadableSource

MAX_TAGS = 100_000
MAX_DEPTH = 1_000
MAX_ATTRIBUTES = 5_000

TAG_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]{0,40}")
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


def refuse_monstrous_page(page: str) -> None:
    """Raises UnreadableSource for more tags, depth or attributes than any article has."""
    tags, at, nesting = 0, 0, _Nesting()
    while (start := page.find("<", at)) >= 0:
        if page.startswith("<!--", start):
            at = _after(page, "-->", start)
            continue
        found = TAG_NAME.match(page, start + 1)
        if not found:
            at = start + 1
            continue
        tags += 1
        if tags > MAX_TAGS:
            raise UnreadableSource(f"The page has more than {MAX_TAGS:,} tags: save its text as a .txt file.")
        end = _after(page, ">", start)
        if page.count("=", start, end) > MAX_ATTRIBUTES:
            raise UnreadableSource(
                "The page has a tag with too many attributes: save its text as a .txt file."
            )
        name = found[0].lower()
        if not page.startswith("/>", end - 2):
            nesting.follow(name)
        at = end
        if name in RAW_TEXT_END:
            closing = RAW_TEXT_END[name].search(page, end)
            at = closing.start() if closing else len(page)


def _after(page: str, mark: str, start: int) -> int:
    end = page.find(mark, start)
    return end + len(mark) if end >= 0 else len(page)


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
                raise UnreadableSource(
                    f"The page nests deeper than {MAX_DEPTH} elements: save its text as a .txt file."
                )

    def _close(self, name: str) -> None:
        if not self.count[name]:
            return
        while True:
            closed = self.open.pop()
            self.count[closed] -= 1
            if closed == name:
                return
