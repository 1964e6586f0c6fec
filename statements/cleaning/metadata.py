"""What a document says of itself: the reader's metadata first, then its marked paragraphs.

Each function gives the empty value where the source does not say.
"""

from __future__ import annotations

from datetime import date

from statements.cleaning.addresses import address_of_title, date_in, own_address, publisher_of
from statements.cleaning.furniture import PUBLISHED_BY, is_imprint_line
from statements.cleaning.headings import byline_name, is_letterhead
from statements.cleaning.page import Page
from statements.cleaning.reasons import BYLINE, DATELINE, HEADLINE, IMPRINT
from statements.cleaning.steps import tidy_line
from statements.cleaning.written_dates import lede_date, title_date, written_date
from statements.datelines import dateline_of
from statements.folding import fold
from statements.records import RawDocument, StatedDate

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
    """The page's own word, "Published by", a closing line with a known name, the letterhead, the address,
    and last the agency of the dateline; in this order.
    """
    names = page.publishers
    stated = (
        tidy_line(raw.publisher)
        or _name_after_published_by(page)
        or _known_imprint(page)
        or _letterhead(page)
    )
    known = names.by_name.get(fold(stated), stated) or publisher_of(address, names.by_domain)
    return known or _agency_of_dateline(page)


def _letterhead(page: Page) -> str:
    """The body above the headline: "Ministry of Foreign Affairs of Ostia"."""
    lines = (page.paragraphs[at] for at in page.with_reason(IMPRINT))
    return next((line.text for line in lines if is_letterhead(line)), "")


def _agency_of_dateline(page: Page) -> str:
    """The one known agency with which the report opens: "OSTA, June 3 (Norpress) – "."""
    body = next((at for at in page.unmarked() if page.paragraphs[at].prose), None)
    opening = dateline_of(page.paragraphs[body].text) if body is not None else None
    credits = opening.credits if opening else ()
    found = {page.publishers.by_agency.get(fold(one), "") for one in credits} - {""}
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


def find_published(raw: RawDocument, page: Page, address: str) -> StatedDate | None:
    """The page's own date, else a dateline, else the day in the article's own address."""
    return raw.published or _dateline(page) or date_in(address)


def _dateline(page: Page) -> StatedDate | None:
    """The date on a line beside the article, or at the head of its first sentence.

    Lines between headline and text count before lines above the headline,
    these before lines below the text, then the headline's own last words.
    Two different days there are no answer.
    """
    headline = next(iter(page.with_reason(HEADLINE)), -1)
    body = [at for at in page.unmarked() if page.paragraphs[at].prose]
    if not body:
        return None
    datelines = [at for at in page.with_reason(DATELINE) if written_date(page.paragraphs[at].text)]
    groups = (
        [at for at in datelines if headline <= at < body[0]],
        [at for at in datelines if at == headline - 1],
        [at for at in datelines if at == body[-1] + 1],
    )
    for group in groups:
        days = {written_date(page.paragraphs[at].text) for at in group}
        if days:
            return _stated(days.pop()) if len(days) == 1 else None
    titles = [page.title, *(page.paragraphs[at].text for at in page.with_reason(HEADLINE))]
    dated = next(filter(None, map(title_date, titles)), None)
    return _stated(lede_date(page.paragraphs[body[0]].text) or dated)


def _stated(day: date | None) -> StatedDate | None:
    return StatedDate(day, "day", "dateline") if day else None


def find_language(raw: RawDocument, page: Page) -> str:
    """The page's own word, else "en" when its commonest words are English, else nothing."""
    if raw.language:
        return raw.language
    words = page.text()[:ENGLISH_SAMPLE].lower().split()
    english = sum(word in ENGLISH_WORDS for word in words)
    is_english = "the" in words and english >= ENGLISH_SHARE * len(words)
    return "en" if is_english and len(words) >= FEWEST_WORDS else ""
