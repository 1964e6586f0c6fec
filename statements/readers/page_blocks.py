"""The text of a parsed page as blocks in document order, with what the markup says of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, takewhile

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from statements.readers.page_limits import refuse_deep_page
from statements.readers.page_regions import Region, open_region, outward, settle_regions
from statements.records import RawBlock

BLOCK_LEVEL = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
        "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search",
        "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
        "tr", "ul",
    ]
)  # fmt: skip

# Their text is for machines, or shown only when something else is not.
NOT_TEXT = frozenset(
    [
        "script", "style", "template", "noscript", "svg", "head", "title", "iframe", "object",
        "canvas", "audio", "video", "datalist",
    ]
)  # fmt: skip

# Browsers print these round <q>, so they are part of what the page says.
QUOTATION_MARKS = ("“", "”")

# Blocks of so many words are prose rather than labels.
PROSE_WORDS = 12

# How far the article's own text may begin behind its headline.
HEADLINE_REACH = 12

BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class PageBlock:
    """A block of text, the innermost region that holds all of it, and what is doubtful about it.

    ``linked``, ``apart`` and ``left_out`` are those of a RawBlock.
    """

    text: str
    region: Region
    linked: bool
    mark: str = ""
    is_headline: bool = False
    apart: bool = False
    left_out: bool = False

    @property
    def is_prose(self) -> bool:
        return len(self.text.split()) >= PROSE_WORDS


@dataclass(slots=True)
class PageTime:
    """A <time datetime> and the number of the block that it stands in."""

    block: int
    tag: Tag
    region: Region


@dataclass(slots=True)
class PageText:
    """Everything the walk over a page finds.

    ``elements`` are the block-level ones, each as the number of its first block and of the first
    behind it; ``is_known`` says that the markup tells which of them is the article.
    """

    blocks: list[PageBlock] = field(default_factory=list)
    elements: list[tuple[int, int]] = field(default_factory=list)
    is_known: bool = False
    times: list[PageTime] = field(default_factory=list)
    regions: list[Region] = field(default_factory=lambda: [Region(None)])

    def raw_blocks(self) -> tuple[RawBlock, ...]:
        return tuple(
            RawBlock(block.text, block.mark, block.linked, block.apart, block.left_out)
            for block in self.blocks
        )

    def headline(self) -> int | None:
        """The number of the first <h1> block that is not marked."""
        return next((at for at, b in enumerate(self.blocks) if b.is_headline and not b.mark), None)


def read_blocks(soup: BeautifulSoup) -> PageText:
    """All text of the page; marks are set once the whole of it is known."""
    page = PageText()
    _Walk(page).run(soup)
    for block in page.blocks:
        if block.is_prose:
            block.region.prose += len(block.text)
    settle_regions(page.regions)
    for block in page.blocks:
        block.mark = block.region.mark
        block.is_headline = block.region.in_headline
    _mark_surroundings(page)
    return page


def _mark_surroundings(page: PageText) -> None:
    """Marks what stands outside the article, where the page says which element that is.

    The headline, and what stands between it and the article, stays.
    """
    article = _article_region(page)
    regions = _regions_inside(article, page.regions)
    inside = [id(block.region) in regions for block in page.blocks]
    page.is_known = not all(inside)
    if not page.is_known:
        _set_apart(page)
        return
    first = inside.index(True)
    headline = page.headline()
    kept_from = first if headline is None or not 0 <= first - headline <= HEADLINE_REACH else headline
    for at, block in enumerate(page.blocks):
        if not block.mark and not inside[at] and not block.is_headline and not kept_from <= at < first:
            block.mark = "furniture"


def _article_region(page: PageText) -> Region | None:
    """The innermost <article> or <main> that holds most of the prose that nothing marks."""
    unmarked = [block for block in page.blocks if block.is_prose and not block.mark]
    whole = sum(len(block.text) for block in unmarked)
    held: Counter[int] = Counter()
    for block in unmarked:
        held[id(block.region)] += len(block.text)
    for region in reversed(page.regions):
        if region.is_main and whole and 5 * held[id(region)] >= 3 * whole:
            return region
        held[id(region.parent)] += held[id(region)]
    return None


def _regions_inside(outer: Region | None, regions: list[Region]) -> set[int]:
    """The ids of a region and of all in it, or of all; ``regions`` stand in document order."""
    inside = {id(outer)}
    for region in regions:
        if id(region.parent) in inside:
            inside.add(id(region))
    return inside


def _set_apart(page: PageText) -> None:
    """Sets apart what stands above the headline, or behind the innermost element with most of the prose.

    Between the two all may be the article: the longest prose of a page is at times its readers' comments.
    """
    letters = [len(b.text) if b.is_prose and not (b.mark or b.linked) else 0 for b in page.blocks]
    before = [0, *accumulate(letters)]
    whole = before[-1]
    dense = [one for one in page.elements if 5 * (before[one[1]] - before[one[0]]) >= 3 * whole > 0]
    _, end = min(dense, key=lambda one: one[1] - one[0], default=(0, 0))
    headline = page.headline() or 0
    for at, block in enumerate(page.blocks):
        block.apart = headline < end and not headline <= at < end


class _Walk:
    """Goes through the tree without recursion: pages nest as deep as they like."""

    def __init__(self, page: PageText) -> None:
        self.page = page
        self.pieces: list[str] = []
        self.piece_regions: list[Region] = []
        self.verbatim = 0
        self.links = 0
        self.linked_letters = 0
        self.starts: list[int] = []

    def run(self, soup: BeautifulSoup) -> None:
        whole = self.page.regions[0]
        # Each open element: itself, its children to come, its region.
        stack: list[tuple[Tag, Iterator[object], Region]] = [(soup, iter(soup.contents), whole)]
        while stack:
            tag, children, region = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(tag, stack[-1][2] if stack else whole)
            elif isinstance(child, Tag):
                if child.name not in NOT_TEXT:
                    refuse_deep_page(len(stack) - 2)  # the page itself, <html> and <body> are not counted
                    stack.append((child, iter(child.contents), self._enter(child, region)))
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._add(str(child), region)
        self._flush(whole)

    def _enter(self, tag: Tag, outer: Region) -> Region:
        if tag.name in BLOCK_LEVEL:
            self._flush(outer)
            self.starts.append(len(self.page.blocks))
        region = open_region(tag, outer)
        opened = list(takewhile(lambda one: one is not outer, outward(region)))
        self.page.regions.extend(reversed(opened))
        if tag.name == "br":
            self.pieces.append("\n")
        elif tag.name == "pre":
            self.verbatim += 1
        elif tag.name == "a":
            self.links += 1
        elif tag.name == "q":
            self._add(QUOTATION_MARKS[0], region)
        elif tag.name == "time" and tag.has_attr("datetime"):
            self.page.times.append(PageTime(len(self.page.blocks), tag, region))
        return region

    def _leave(self, tag: Tag, outer: Region) -> None:
        if tag.name == "q":
            self._add(QUOTATION_MARKS[1], outer)
        if tag.name in BLOCK_LEVEL:
            self._flush(outer)
            self.page.elements.append((self.starts.pop(), len(self.page.blocks)))
        if tag.name == "pre":
            self.verbatim -= 1
        elif tag.name == "a":
            self.links -= 1

    def _add(self, text: str, region: Region) -> None:
        if not self.verbatim:
            text = BLANKS.sub(" ", text)
        self.pieces.append(text)
        if self.links:
            self.linked_letters += len(text)
        if not text.isspace():
            self.piece_regions.append(region)

    def _flush(self, outer: Region) -> None:
        if self.pieces and self.piece_regions:
            text = "".join(self.pieces)
            text = _tidied(text, keep_indents=self.verbatim > 0)
            if text:
                linked = 5 * self.linked_letters >= 4 * len(text)
                self.page.blocks.append(PageBlock(text, self._common_region(), linked))
        self.pieces, self.piece_regions, self.linked_letters = [], [], 0

    def _common_region(self) -> Region:
        """The innermost region that holds all pieces of the block."""
        first, *others = distinct(self.piece_regions)
        if not others:
            return first
        shared = list(outward(first))[::-1]
        for piece_region in others:
            around = list(outward(piece_region))[::-1]
            pairs = zip(shared, around, strict=False)
            shared = [ours for ours, theirs in pairs if ours is theirs]
        return shared[-1]


def distinct(regions: list[Region]) -> list[Region]:
    """Each region once."""
    return list({id(region): region for region in regions}.values())


def _tidied(text: str, *, keep_indents: bool) -> str:
    """One space between words, no blank at a line's end; line breaks stay."""
    if keep_indents:
        return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
    lines = (BLANKS.sub(" ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(lines).strip("\n ")
