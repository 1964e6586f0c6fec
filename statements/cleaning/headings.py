"""What stands above an article and is no sentence of it: headline, section, date, name of the writer."""

from __future__ import annotations

import re

from statements.cleaning.page import Found, Page
from statements.cleaning.reasons import BYLINE, DATELINE, HEADLINE, NAVIGATION
from statements.cleaning.written_dates import written_date
from statements.folding import fold

FEWEST_HEADLINE_WORDS = 3
LONGEST_BYLINE = 12

BYLINE_NAME = re.compile(r"(?:written |reported |story |posted )?by:?\s+(?=[^\W\d_])", re.IGNORECASE)
# "(Reporting by Anna Petrova; Editing by Ivan Smirnov)": an agency's own credit line.
DESK_LINE = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|translated|edited) by\b", re.IGNORECASE
)
LONGEST_DESK_LINE = 40
NAME_JOINTS = frozenset(["and", "&", "de", "van", "von", "der", "al", "bin", "for", "the", "of", "in"])


def mark_headline(page: Page) -> Found:
    """The headline: the page's own title where it is printed, else the first heading above the prose.

    Marks "Russia Urges Turkish Restraint On Karabakh Conflict" and "President
    Vladimir Putin “Very Concerned” By Clashes."; leaves "Armenia" and a
    subheading amid the text alone.
    """
    opening = [at for at in page.opening() if page.is_open(at)]
    printed = _places_of_title(page)
    candidates = [at for at in opening if _may_be_headline(page, at)]
    for at in printed or candidates[:1]:
        yield at, HEADLINE
    if not printed and candidates:
        first = page.paragraphs[candidates[0]].text
        yield from ((at, HEADLINE) for at in candidates[1:] if page.paragraphs[at].text == first)


def _places_of_title(page: Page) -> list[int]:
    """Where the page's own title is printed above the text; it may read as its first sentence."""
    title = fold(page.title)
    places = range(len(page.opening()) + 1) if title else range(0)
    return [at for at in places if page.is_open(at) and page.paragraphs[at].phrase == title]


def _may_be_headline(page: Page, at: int) -> bool:
    paragraph = page.paragraphs[at]
    if paragraph.words < FEWEST_HEADLINE_WORDS or not paragraph.heading:
        return False
    return written_date(paragraph.text) is None and not is_byline(paragraph.text)


def mark_section_labels(page: Page) -> Found:
    """What stands above the headline and is no sentence.

    Marks "Armenia" above "Russia Warns Against War"; leaves "Armenia" alone
    where no headline follows it.
    """
    headlines = page.with_reason(HEADLINE)
    for at in range(headlines[0] if headlines else 0):
        paragraph = page.paragraphs[at]
        if page.is_open(at) and not paragraph.prose and written_date(paragraph.text) is None:
            yield at, NAVIGATION


def mark_datelines(page: Page) -> Found:
    """Full dates on a line of their own, above or below the article.

    Marks "30 July 2020" and "MOSCOW, July 30, 2020"; leaves "30 July" alone,
    and a date that heads a section of the text.
    """
    for at in [*page.opening(), *page.closing()]:
        if page.is_open(at) and written_date(page.paragraphs[at].text) is not None:
            yield at, DATELINE


def mark_bylines(page: Page) -> Found:
    """Who wrote it, above or below the article.

    Marks "By Anna Petrova and Ivan Smirnov" and "(Reporting by Anna Petrova;
    Editing by Ivan Smirnov)"; leaves "By contrast, Turkey has blamed Armenia."
    alone, and "By Force or by Talks" when it is the headline.
    """
    for at in page.unmarked():
        paragraph = page.paragraphs[at]
        if paragraph.words <= LONGEST_DESK_LINE and DESK_LINE.match(paragraph.text):
            yield at, BYLINE
    for at in [*page.opening(), *page.closing()]:
        if page.is_open(at) and is_byline(page.paragraphs[at].text):
            yield at, BYLINE


def is_byline(text: str) -> bool:
    return bool(byline_name(text))


def byline_name(text: str) -> str:
    """The names of a byline, empty for any other line.

    >>> byline_name("By Anna Petrova, Moscow")
    'Anna Petrova, Moscow'
    """
    found = BYLINE_NAME.match(text[:200])
    words = text.split()
    if not found or len(words) > LONGEST_BYLINE or text.endswith((".", "?", "!", ":")):
        return ""
    name = text[found.end() :].strip()
    parts = re.split(r"[\s,]+", name)
    capitals = [part for part in parts if part[:1].isupper()]
    is_name = len(capitals) >= 2 and all(part[:1].isupper() or part in NAME_JOINTS for part in parts)
    return name if is_name else ""
