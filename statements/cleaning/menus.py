"""Menus, kickers and kinds of page: lines above a headline that say where on the site one is."""

from __future__ import annotations

import re

from statements.cleaning.headings import is_date_line, may_be_headline
from statements.cleaning.letterheads import is_letterhead
from statements.cleaning.page import MOST_LINES_ABOVE, Found, Page, Paragraph
from statements.cleaning.reasons import HEADLINE, NAVIGATION
from statements.folding import fold

# What the parts of a site are called, and what an article is, on a line above its headline.
SECTIONS = frozenset(
    [
        "home", "main", "news", "world", "politics", "political", "economy", "economics", "business",
        "regions", "region", "regional", "society", "social", "culture", "sport", "sports", "science",
        "technology", "tech", "health", "education", "environment", "energy", "security", "defence",
        "defense", "military", "diplomacy", "foreign", "policy", "international", "national", "domestic",
        "local", "law", "justice", "crime", "incidents", "opinion", "opinions", "analysis", "analytics",
        "interview", "interviews", "exclusive", "explainer", "feature", "features", "editorial", "comment",
        "commentary", "blog", "blogs", "video", "videos", "photo", "photos", "gallery", "multimedia",
        "media", "live", "latest", "breaking", "top", "headlines", "headline", "archive", "search",
        "menu", "about", "us", "contact", "contacts", "events", "agenda", "calendar", "press", "centre",
        "center", "room", "releases", "release", "statements", "statement", "speeches", "briefings",
        "publications", "documents", "subscribe", "login", "english", "en", "ru", "fr", "and", "of", "the",
        "africa", "americas", "asia", "europe", "middle", "east", "pacific", "caucasus", "balkans", "global",
        "affairs", "finance", "markets", "life", "style", "lifestyle", "arts", "travel", "weather", "today",
        "war", "report", "special", "dispatch", "q", "a", "more", "all", "update", "alert", "factbox",
        "podcast", "podcasts", "newsletter", "support",
    ]
)  # fmt: skip
MENU_BARS = re.compile(r"\s?[|•·●›»>→]+\s?|\s/\s")
# Between the parts of a menu on one line of plain text: "NEWS   BUSINESS   Sign in".
WIDE_GAP = re.compile(r"[ \t]{2,}")
WIDEST_GAP = "   "
FEWEST_SPACED_PARTS = 4
MOST_WORDS_OF_A_PART = 3
LONGEST_MENU = 160
# A block of lines above a headline is no longer.
LONGEST_HEAD = 2000
FEWEST_PARTS_OF_A_MENU = 3
FEWEST_WORDS_OF_A_LIST = 6

# What a page is, rather than what it says: "Press Release No. 45/2020", "Unofficial translation".
KIND_OF_PAGE = re.compile(
    r"(?:press|news|media) (?:releases?|statements?|notes?|advisory|communiqu[eé])(?:[\s:#/.,–№-]|\bno\b|\d)*"
    r"|for immediate release|(?:un)?official translation|courtesy translation|check against delivery"
    r"|as delivered|for the record|embargo\w*[^.]{0,40}|transcript",
    re.IGNORECASE,
)


def mark_menus(page: Page) -> Found:
    """Menus, kickers and kinds of page above a headline.

    Marks "World | Americas", "POLITICS ECONOMY REGIONS" and "Press Release No. 45" above "Ostia Recalls
    Its Envoy"; leaves "Ostia | Talks on the border go on" alone, and all of them where no headline follows.
    """
    for at in range(last_headline(page)):
        if page.is_open(at) and (is_menu(page.paragraphs[at].text) or is_spaced_menu(page.paragraphs[at])):
            yield at, NAVIGATION


def is_menu(text: str) -> bool:
    """ "Home › Analysis", "Home / Front Page", "World, Middle East" and "Press Release No. 45" are."""
    if len(text) > LONGEST_MENU or text.endswith((".", "?", "!", ",")) or is_date_line(text):
        return False
    parts = _parts(text)
    is_barred = len(parts) >= 2 and all(map(_is_part, parts))
    return (
        is_barred
        or is_of_sections(text)
        or _is_mostly_sections(text)
        or KIND_OF_PAGE.fullmatch(text.strip(" ()[]*")) is not None
    )


def is_spaced_menu(paragraph: Paragraph) -> bool:
    """A line whose source sets its few-worded parts wide apart: "NEWS   FOOD   Osta Living   Sign in".

    Is none: "Ostia  and  Norland  sign  pact", whose parts do not begin like names; "OSTA   3 June";
    "Ostia  And  Norland  Sign  Pact", a line made to fill its width
    """
    if len(paragraph.text) > LONGEST_MENU or len(paragraph.block.text) > LONGEST_HEAD:
        return False
    lines = (line for line in paragraph.block.text.split("\n") if line.split() == paragraph.text.split())
    line = next(lines, "").strip()
    parts = WIDE_GAP.split(line)
    lengths = [len(part.split()) for part in parts]
    is_set_apart = max(lengths) > 1 or WIDEST_GAP in line
    are_short = len(parts) >= FEWEST_SPACED_PARTS and max(lengths) <= MOST_WORDS_OF_A_PART
    return are_short and is_set_apart and 2 * sum(map(_is_part, parts)) > len(parts)


def is_long_menu(text: str) -> bool:
    """A site's own menu, which no article has beneath its headline."""
    return is_menu(text) and (len(_parts(text)) >= FEWEST_PARTS_OF_A_MENU or is_of_sections(text))


def _parts(text: str) -> list[str]:
    return [part for part in MENU_BARS.split(text) if part]


def _is_part(part: str) -> bool:
    return len(part.split()) <= MOST_WORDS_OF_A_PART and (part[0].isupper() or part[0].isdigit())


def is_of_sections(text: str) -> bool:
    """ "World, Middle East" and "POLITICS ECONOMY REGIONS" are."""
    words = fold(text).split()
    return len(words) >= 2 and all(word in SECTIONS for word in words) and text[:1].isupper()


def _is_mostly_sections(text: str) -> bool:
    """ "News Features Podcast Ostia Norland Support us" is; "Energy Security Talks Open in Osta" is not."""
    words = text.split()
    known = [fold(word) in SECTIONS for word in words]
    is_list = all(one or word[0].isupper() for one, word in zip(known, words, strict=True))
    return (
        is_list and len(words) >= FEWEST_WORDS_OF_A_LIST and all(known[:2]) and 2 * sum(known) >= len(words)
    )


def last_headline(page: Page) -> int:
    """The place of the last line above the text that may be its headline, 0 where none may."""
    places = page.opening()[:MOST_LINES_ABOVE]
    return max((at for at in places if _is_own_headline(page, at)), default=0)


def _is_own_headline(page: Page, at: int) -> bool:
    paragraph = page.paragraphs[at]
    if not page.is_open(at):
        return page.reasons[at] == HEADLINE
    is_other = is_menu(paragraph.text) or is_spaced_menu(paragraph) or is_letterhead(paragraph.text)
    return may_be_headline(paragraph) and not is_other
