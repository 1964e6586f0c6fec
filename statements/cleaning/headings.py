"""What stands above an article and is no sentence of it: headline, section, date, name of the writer."""

from __future__ import annotations

import re

from statements.cleaning.page import Found, Page, Paragraph
from statements.cleaning.reasons import BYLINE, DATELINE, HEADLINE, IMPRINT, NAVIGATION
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

LONGEST_LETTERHEAD = 16
# How the name of a public body begins, what else it holds, and what a state's does.
BODIES = (
    "ministry of", "ministry for", "department of", "press service of", "press office of",
    "press center of", "press centre of", "information service of", "office of the president",
    "office of the prime minister", "office of the government", "administration of the president",
    "presidency of", "government of", "embassy of", "permanent mission of", "mission of", "delegation of",
    "consulate general of", "cabinet of", "parliament of", "secretariat of", "general staff of",
    "chancellery of",
)  # fmt: skip
WORDS_OF_BODIES = frozenset(
    [
        "ministry", "ministers", "department", "press", "service", "office", "center", "centre",
        "information", "administration", "presidency", "president", "prime", "minister", "government",
        "embassy", "permanent", "mission", "delegation", "consulate", "general", "cabinet", "parliament",
        "secretariat", "staff", "chancellery", "armed", "forces", "foreign", "affairs", "external",
        "internal", "interior", "defence", "defense", "national", "security", "justice", "finance",
        "economy", "economic", "development", "energy", "health", "education", "culture", "trade",
        "industry", "transport", "agriculture", "environment", "european", "europe", "integration",
        "relations", "international", "cooperation", "emergency", "situations", "public", "state",
        "council", "of", "the", "for", "and",
]
)  # fmt: skip
WORDS_OF_STATES = frozenset(
    ["republic", "kingdom", "federation", "states", "union", "emirates", "principality", "duchy", "islamic"]
)


def mark_letterheads(page: Page) -> Found:
    """The body that issued a page, on a line of its own above the headline.

    Marks "Ministry of Foreign Affairs of Ostia" above "Comment on the truce"; leaves it alone where
    no headline follows, and "Ministry of Defence denies the report" everywhere.
    """
    opening = [at for at in page.opening() if page.is_open(at)]
    for at in opening:
        has_headline = any(after > at and _may_be_headline(page, after) for after in opening)
        if has_headline and is_letterhead(page.paragraphs[at]):
            yield at, IMPRINT


def is_letterhead(paragraph: Paragraph) -> bool:
    """Whether a line is nothing but a public body's name.

    It is: "Press Service of the President of the Republic of Ostia", "Embassy of Norland in Osta"
    It is not: "Ministry of Defence of Ostia Denies the Report", "Office of the Spokesperson"
    """
    text = paragraph.text.strip()
    if paragraph.words > LONGEST_LETTERHEAD or not text[:1].isupper() or not text[-1:].isalpha():
        return False
    words = text.removeprefix("The ").split()
    folded = [fold(word) for word in words]
    if not " ".join(folded).startswith(BODIES):
        return False
    at = next((at for at, word in enumerate(folded) if word not in WORDS_OF_BODIES), len(words))
    name = words[at:]
    if at == len(words) or folded[at - 1] not in ("of", "the", "in", "to"):
        return False
    places = [word for word in name if word not in ("of", "and", "the", "in", "to")]
    is_long = bool({fold(word) for word in name} & WORDS_OF_STATES) or "in" in name or "to" in name
    return all(word[0].isupper() for word in places) and len(places) <= (6 if is_long else 2)


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
