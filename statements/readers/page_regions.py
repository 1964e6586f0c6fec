"""What the markup says of a stretch of a page: navigation, a caption, the article itself.

A region is an element whose tag, role or class says what its text is for.
Regions nest; a block belongs to the innermost one that holds all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag

TAG_MARKS = {
    "nav": "navigation", "menu": "navigation", "figcaption": "caption", "header": "header",
    "footer": "footer", "aside": "aside", "form": "form", "search": "form", "button": "button",
    "select": "form", "textarea": "form", "dialog": "furniture",
}  # fmt: skip

ROLE_MARKS = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "banner": "header",
    "contentinfo": "footer", "complementary": "aside", "search": "form", "button": "button",
    "dialog": "furniture", "alertdialog": "furniture",
}  # fmt: skip

# Words of class and id attributes, whole: "share" is in "post-share" and not in "shareholder".
CLASS_WORDS = {
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs pagination pager skip tags taglist",
    "share": "share sharing social addthis sharedaddy addtoany",
    "related": "related relatedposts recommended recommendations recirc readmore popular trending mostread"
    " teaser teasers outbrain taboola yarpp",
    "newsletter": "newsletter newsletters subscribe subscription signup",
    "cookie notice": "cookie cookies consent gdpr",
    "comments": "comment comments disqus respond",
    "byline": "byline author authors",
    "credit": "credit credits copyright photographer",
    "caption": "caption captions figcaption",
    "advertisement": "ad ads advert adverts advertisement promo sponsored",
    "aside": "sidebar",
    "footer": "footer",
}
CLASS_MARKS = {word: mark for mark, words in CLASS_WORDS.items() for word in words.split()}
CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

# A class on these speaks of the whole page ("single-post has-sidebar comments-open").
PAGE_WIDE = frozenset(["html", "body", "main"])


@dataclass(slots=True)
class Region:
    """An element that says what its text is for; ``prose`` counts the letters of its longer blocks."""

    parent: Region | None
    mark: str = ""
    by_class: bool = False
    is_quotation: bool = False
    is_main: bool = False
    is_headline: bool = False
    holds_headline: bool = False
    prose: int = 0
    # Handed on from the regions around, for pages nest deep and have many regions.
    in_main: bool = field(init=False)
    in_quotation: bool = field(init=False)
    in_headline: bool = field(init=False)

    def __post_init__(self) -> None:
        self.in_main = self.is_main or bool(self.parent and self.parent.in_main)
        self.in_quotation = self.is_quotation or bool(self.parent and self.parent.in_quotation)
        self.in_headline = self.is_headline or bool(self.parent and self.parent.in_headline)


def open_region(tag: Tag, parent: Region) -> Region:
    """The innermost region that a tag opens, or the one around it when the tag says nothing."""
    role = _words(tag, "role")
    is_main = tag.name in ("main", "article") or "main" in role or "articleBody" in _words(tag, "itemprop")
    if tag.name == "h1":
        return Region(parent, is_headline=True)
    if tag.name == "blockquote":
        return Region(parent, is_quotation=True)
    region = parent
    mark = _mark_of_tag(tag, role, parent)
    if mark:
        region = Region(region, mark)
    # Inside the tag's region, since it says more: <aside class="related">.
    mark = "" if tag.name in PAGE_WIDE else _mark_of_class(tag)
    if mark or is_main:
        region = Region(region, mark, by_class=True, is_main=is_main)
    return region


def _mark_of_tag(tag: Tag, role: list[str], parent: Region) -> str:
    mark = next((ROLE_MARKS[word] for word in role if word in ROLE_MARKS), "") or TAG_MARKS.get(tag.name, "")
    # An article's own header holds its headline and date, a quotation's footer its speaker.
    if mark == "header" and parent.in_main:
        return ""
    if mark == "footer" and parent.in_quotation:
        return ""
    if not mark and tag.has_attr("hidden"):
        return "furniture"
    return mark


def _mark_of_class(tag: Tag) -> str:
    for name in _words(tag, "class") + _words(tag, "id"):
        for word in CLASS_WORD.findall(name[:200]):
            if word.lower() in CLASS_MARKS:
                return CLASS_MARKS[word.lower()]
    return ""


def _words(tag: Tag, attribute: str) -> list[str]:
    value: str | list[str] = tag.get(attribute) or []
    return value.split() if isinstance(value, str) else list(value)


def outward(region: Region | None) -> Iterator[Region]:
    """The region and those around it, innermost first."""
    while region is not None:
        yield region
        region = region.parent


def settle_regions(regions: list[Region]) -> None:
    """Sums up each region's prose, takes back what its class cannot mean, and hands marks on inward.

    A class that would mark the headline, or most of the page's prose, speaks
    of the layout ("content has-sidebar"), not of what the text is for; and a
    page's header that holds the headline is the article's.
    ``regions`` stand in document order, the whole page first.
    """
    for region in reversed(regions):
        if region.parent is not None:
            region.parent.prose += region.prose
            region.parent.holds_headline |= region.holds_headline or region.is_headline
    whole = regions[0].prose
    for region in regions:
        if region.mark == "header" and region.holds_headline:
            region.mark = ""
        if region.by_class and (region.holds_headline or 2 * region.prose > whole):
            region.mark = ""
        if region.parent is not None:
            region.mark = region.mark or region.parent.mark
