"""What stands above an article and is no sentence of it: headline, section, date, name of the writer."""

from __future__ import annotations

import re
from itertools import takewhile

from statements.cleaning.bylines import is_byline
from statements.cleaning.page import MOST_LINES_ABOVE, Found, Page, Paragraph
from statements.cleaning.reasons import BYLINE, DATELINE, DECK, HEADLINE, NAVIGATION
from statements.cleaning.written_dates import is_label_of_date, numbered_date, stamp_of
from statements.folding import fold

FEWEST_HEADLINE_WORDS = 3
LONGEST_TITLE = 50
MOST_DECKS = 2
LONGEST_DECK = 40
MOST_LINES_OF_BYLINE = 4
FEWEST_PARAGRAPHS = 3
INTRODUCTION = re.compile(r"\b(?:interview|conversation|in dialogue|talk) with\b|^interview of\b")


def mark_long_titles(page: Page) -> Found:
    """A title as long as prose, among the first lines of a page.

    Marks "Statement by the Permanent Representative of Ostia … on the role of the organisations" right above
    "12 May 2021", and "QA-9, 12 May 2021, Statement … on the role of the organisations"; leaves it alone
    without date or number, and leaves sentences alone.
    """
    first = next((at for at in page.unmarked() if page.paragraphs[at].prose), len(page.paragraphs))
    if first + 1 >= min(len(page.paragraphs), MOST_LINES_ABOVE):
        return
    title, beneath = page.paragraphs[first], page.paragraphs[first + 1].text
    is_dated = is_date_line(beneath) or numbered_date(title.text) is not None
    if is_dated and title.words <= LONGEST_TITLE and title.text[:1].isupper() and title.text[-1:].isalnum():
        yield first, HEADLINE


def mark_headline(page: Page) -> Found:
    """The headline: the page's own title where it is printed, else the first heading above the prose.

    Marks "Russia Urges Turkish Restraint On Karabakh Conflict" and "President
    Vladimir Putin “Very Concerned” By Clashes."; leaves "Armenia" and a
    subheading amid the text alone.
    """
    opening = [at for at in page.opening() if page.is_open(at)]
    printed = _places_of_title(page) or page.with_reason(HEADLINE)
    candidates = [at for at in opening if may_be_headline(page.paragraphs[at])]
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


def may_be_headline(paragraph: Paragraph) -> bool:
    if paragraph.words < FEWEST_HEADLINE_WORDS or not paragraph.heading:
        return False
    return not is_date_line(paragraph.text) and not is_byline(paragraph.text)


def mark_section_labels(page: Page) -> Found:
    """What stands above the headline and is no sentence.

    Marks "Armenia" above "Russia Warns Against War"; leaves "Armenia" alone
    where no headline follows it.
    """
    headlines = page.with_reason(HEADLINE)
    for at in range(headlines[0] if headlines else 0):
        paragraph = page.paragraphs[at]
        if page.is_open(at) and not paragraph.prose and not is_date_line(paragraph.text):
            yield at, NAVIGATION


def mark_datelines(page: Page) -> Found:
    """Full dates on a line of their own, above or below the article.

    Marks "30 July 2020" and "MOSCOW, July 30, 2020"; leaves "30 July" alone,
    and a date that heads a section of the text.
    """
    for at in [*page.opening(), *page.closing()]:
        if page.is_open(at) and is_date_line(page.paragraphs[at].text):
            yield at, DATELINE


def mark_long_decks(page: Page) -> Found:
    """Sentences that the page sets between its headline and the byline and date.

    Marks "Osta calls it a road. Farmers fear a flood." above "Ivo Lund" and "30 July 2020"; leaves it alone
    where the text right below goes on without a date, and where little text follows.
    """
    headline = next(iter(page.with_reason(HEADLINE)), -1)
    first = next((at for at in page.unmarked() if page.paragraphs[at].prose), len(page.paragraphs))
    if headline < 0 or not headline < first <= headline + MOST_DECKS:
        return
    beneath = range(first + 1, min(len(page.paragraphs), first + 1 + MOST_LINES_OF_BYLINE))
    lines = list(takewhile(lambda at: not page.paragraphs[at].prose, beneath))
    body = [at for at in page.unmarked() if at > first and page.paragraphs[at].prose]
    is_dated = any(stamp_of(page.paragraphs[at].text) for at in lines)
    if is_dated and len(body) >= FEWEST_PARAGRAPHS and page.paragraphs[first].words <= LONGEST_DECK:
        yield first, DECK


def is_date_line(text: str) -> bool:
    """ "30 July 2020" is, and "Updated 20:15" beside it."""
    return stamp_of(text) is not None or is_label_of_date(text)


def mark_decks(page: Page) -> Found:
    """What the page sets between its headline and the byline or date beneath, and is no sentence.

    Marks "Osta calls the move regrettable" between the headline and "By Anna Keller"; leaves it alone
    right above the text, and leaves sentences alone.
    """
    headline = next(iter(page.with_reason(HEADLINE)), -1)
    beneath = [at for at in page.opening() if at > headline and page.reasons[at] in (BYLINE, DATELINE)]
    between = range(headline + 1, beneath[0]) if headline >= 0 and beneath else range(0)
    decks = [at for at in between if page.is_open(at)]
    if len(decks) <= MOST_DECKS:
        yield from ((at, DECK) for at in decks if _is_deck(page.paragraphs[at]))


def _is_deck(paragraph: Paragraph) -> bool:
    """Not "Interview with Ivo Lund, envoy of Ostia": that says who answers."""
    return paragraph.heading and not INTRODUCTION.search(paragraph.phrase)
