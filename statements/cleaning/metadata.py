"""What a document says of itself: the reader's metadata first, then its marked paragraphs.

Each function gives the empty value where the source does not say.
"""

from __future__ import annotations

import re

from statements.cleaning.addresses import address_of_title, own_address, publisher_of
from statements.cleaning.bylines import byline_name, known_house
from statements.cleaning.furniture import PUBLISHED_BY, is_imprint_line
from statements.cleaning.letterheads import letterhead_name
from statements.cleaning.mastheads import masthead_name
from statements.cleaning.page import Page
from statements.cleaning.reasons import BYLINE, HEADLINE, IMPRINT, PHOTO_CREDIT
from statements.cleaning.steps import tidy_line
from statements.datelines import dateline_of
from statements.folding import fold
from statements.records import RawDocument

# "© Agence France-Presse", "Copyright (c) 2020. The Osta Times, Inc. All rights reserved."
RIGHTS = re.compile(
    r"(?:copyright|©|\(c\)|[\s.:,])+(?P<year>(?:19|20)\d\d(?:\s?[–-]\s?\d{2,4})?)?[\s.,:]*(?:by )?"
    r"(?P<name>[^\W\d_][^.|©]{1,50}?)(?:,? inc)?[\s.,|]*(?:all rights reserved)?[\s.]*",
    re.IGNORECASE,
)

# Names that say nothing of who published a page.
NAMELESS = frozenset(["admin", "administrator", "editor", "the editor", "staff", "webmaster", "guest"])

# A text is English when so many of its words are these; no other language uses "the".
ENGLISH_WORDS = frozenset(["the", "of", "and", "to", "that", "with", "by", "from", "for", "his", "said"])
ENGLISH_SHARE = 0.1
ENGLISH_SAMPLE = 4_000
FEWEST_WORDS = 20


def find_title(raw: RawDocument, page: Page) -> str:
    """The page's own title, else its headline."""
    headlines = page.with_reason(HEADLINE)
    return tidy_line(raw.title) or (page.paragraphs[headlines[0]].text if headlines else "")


def find_byline(raw: RawDocument, page: Page) -> str:
    bylines = [byline_name(page.paragraphs[at].text) for at in page.with_reason(BYLINE)]
    return tidy_line(raw.byline) or next(filter(None, bylines), "")


def find_address(raw: RawDocument, page: Page) -> str:
    """The article's own address: the page's, one that a label calls so, or that repeats its title.

    A "Related article:" above an address makes it another story's.
    """
    lines = [paragraph.text for paragraph in page.paragraphs]
    return tidy_line(raw.address) or own_address(lines) or address_of_title(lines, find_title(raw, page))


def find_publisher(raw: RawDocument, page: Page, address: str) -> str:
    """The page's own word, "Published by", a closing line with a known name, the masthead, the letterhead,
    the rights line, the address, and last the agency of the byline or the dateline; in this order.
    """
    names = page.publishers
    stated = (
        tidy_line(raw.publisher)
        or _name_after_published_by(page)
        or _known_imprint(page)
        or masthead_name(page)
        or letterhead_name(page)
        or _name_on_rights_line(page)
    )
    known = names.by_name.get(fold(stated), stated) or publisher_of(address, names.by_domain)
    return known or _house_of_byline(page) or _agency_of_dateline(page)


def _name_on_rights_line(page: Page) -> str:
    """Whose the page is, by its last lines: "© Agence France-Presse", "Copyright 2020 The Osta Times"."""
    found, closing = set(), page.closing()
    for at in (*page.with_reason(IMPRINT), *page.with_reason(PHOTO_CREDIT)):
        line = page.paragraphs[at]
        name = RIGHTS.fullmatch(line.text) if line.phrase and at in closing else None
        if name:
            found.add(page.known_publisher(name["name"]) or (name["name"] if name["year"] else ""))
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _house_of_byline(page: Page) -> str:
    """The known house of a byline: "By The Osta Times", "By Norpress's Balkan Service", "Osta: Norpress"."""
    found = {known_house(page, page.paragraphs[at].text) for at in page.with_reason(BYLINE)} - {""}
    return found.pop() if len(found) == 1 else ""


def _agency_of_dateline(page: Page) -> str:
    """The one known agency with which the report opens: "OSTA, June 3 (Norpress) – "."""
    found = set()
    for text in page.openings():
        opening = dateline_of(text)
        found |= (
            {page.publishers.by_agency.get(fold(one), "") for one in opening.credits} if opening else set()
        )
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _name_after_published_by(page: Page) -> str:
    for at in page.with_reason(IMPRINT):
        paragraph = page.paragraphs[at]
        beneath = page.paragraphs[at + 1] if at + 1 < len(page.paragraphs) else None
        name = ""
        if paragraph.phrase == PUBLISHED_BY and beneath is not None and page.reasons[at + 1] == IMPRINT:
            name = beneath.text
        elif is_imprint_line(paragraph):
            name = paragraph.text[len(PUBLISHED_BY) :].strip(" :")
        if name and fold(name) not in NAMELESS:
            return name
    return ""


def _known_imprint(page: Page) -> str:
    """The one publisher named on a line of its own round the article; empty when there are several."""
    found = {page.publishers.by_name.get(page.paragraphs[at].phrase, "") for at in page.with_reason(IMPRINT)}
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def find_language(raw: RawDocument, page: Page) -> str:
    """The page's own word, else "en" when its commonest words are English, else nothing."""
    if raw.language:
        return raw.language
    words = page.text()[:ENGLISH_SAMPLE].lower().split()
    english = sum(word in ENGLISH_WORDS for word in words)
    is_english = "the" in words and english >= ENGLISH_SHARE * len(words)
    return "en" if is_english and len(words) >= FEWEST_WORDS else ""
