"""The publisher's name above a headline: of a paper, an agency, or the body that issued the page."""

from __future__ import annotations

import re

from statements.cleaning.headings import may_be_headline
from statements.cleaning.letterheads import STATE, is_letterhead, is_of_a_body, is_office
from statements.cleaning.menus import SECTIONS, is_long_menu, last_headline
from statements.cleaning.page import LETTERS_APART, MOST_LINES_ABOVE, Found, Page, Paragraph
from statements.cleaning.reasons import IMPRINT, NAVIGATION
from statements.folding import fold

LONGEST_MASTHEAD = 6
# The last words of papers' names; those of the second list end headlines too.
PAPERS = frozenset(
    [
        "times", "post", "news", "herald", "tribune", "gazette", "monitor", "observer", "courier", "journal",
        "chronicle", "telegraph", "mirror", "guardian", "bulletin", "examiner", "ledger", "inquirer", "globe",
        "argus", "weekly", "daily", "newswire", "magazine", "digest", "mail", "express", "dispatch", "tv",
        "radio", "newspaper", "echo", "reporter", "spectator", "broadcaster", "broadcasting", "portal",
    ]
)  # fmt: skip
PAPERS_OR_NOT = frozenset(
    [
        "agency", "press", "today", "review", "record", "star", "sun", "standard", "watch", "voice", "media",
        "network", "report", "independent", "citizen", "insider", "insight", "wire", "online", "service",
        "channel", "gateway", "outlook", "world", "nation", "republic", "line", "lines", "affairs", "focus",
    ]
)  # fmt: skip
SMALL_WORDS_OF_NAMES = frozenset(["of", "the", "and", "&", "de", "la", "el", "al"])
NEWS_AGENCY = re.compile(
    r"\b(?:news|press|telegraph|information|state) (?:agency|service|network|corporation)$"
    r"|\bbroadcasting (?:corporation|company|service|authority|network)$"
)
ABBREVIATION = re.compile(r"\s?\([A-Z]{2,6}\)$")
TAGLINE = re.compile(
    r"independent (?:news|journalism|media|press|newspaper|voice|daily|weekly)\b"
    r"|your (?:\w+ )?(?:window|source|guide|voice|gateway|link|daily)\b|news (?:and views|from)\b"
    r"|all the news|the voice of|(?:the )?official (?:site|website|web|page|portal|newspaper|news)\b"
    r"|(?:a )?(?:daily|weekly) (?:news|paper)|(?:since|founded|established|est) (?:in )?\d"
    r"|covering the\b"
)
# Who was told something, or must be linked to, prints the page.
CREDITS = r"(?:told|tells|interview with|asked by|link to|reference to|published (?:in|by)|copyright|©|\(c\))"


def mark_mastheads(page: Page) -> Found:
    """The name of the paper, the agency or the body that prints a page, above the headline.

    Marks "THE OSTA MONITOR", a known agency's name, "Ministry of Foreign Affairs of Ostia" with the office
    beneath it, and a name that stands over a menu or is credited elsewhere on the page; leaves "Ostia
    Recalls Its Envoy" alone, and every name where no headline follows.
    """
    opening = page.opening()[:MOST_LINES_ABOVE]
    own = last_headline(page)
    last = max([own, *(at for at in opening if may_be_headline(page.paragraphs[at]))])
    menu = next((at for at in opening if at < own and is_long_menu(page.paragraphs[at].text)), -1)
    named = False
    for at in opening[:last]:
        paragraph = page.paragraphs[at]
        if not page.is_open(at):
            named = named or page.reasons[at] == IMPRINT
        elif is_letterhead(paragraph.text) or (at < own and _is_name(page, at, menu)):
            named = True
            yield at, IMPRINT
        elif named and (at < menu or TAGLINE.match(paragraph.phrase)):
            yield at, NAVIGATION
        elif may_be_headline(paragraph):
            return


def _is_name(page: Page, at: int, menu: int) -> bool:
    text, below = page.paragraphs[at].text, page.paragraphs[at + 1]
    is_state = STATE.fullmatch(text) is not None and is_office(below.text)
    is_over_tagline = page.is_open(at + 1) and TAGLINE.match(below.phrase) is not None
    return (
        is_office(text) or is_state or _is_masthead(page, page.paragraphs[at], at < menu or is_over_tagline)
    )


def _is_masthead(page: Page, paragraph: Paragraph, is_over_menu: bool) -> bool:
    """Whether a line is a publisher's name: known, made like one, over a menu, or credited elsewhere."""
    text = ABBREVIATION.sub("", paragraph.text)
    words = text.split()
    if page.known_publisher(text) or LETTERS_APART.fullmatch(text):
        return True
    if not 2 <= len(words) <= LONGEST_MASTHEAD or not text[-1:].isalnum():
        return False
    folded = [fold(word) for word in words]
    if not all(word[0].isupper() or word in SMALL_WORDS_OF_NAMES for word in words) or _is_generic(folded):
        return False
    is_emphatic = text.isupper() or words[0] == "The" or is_over_menu
    return (
        folded[-1] in PAPERS
        or (is_emphatic and folded[-1] in PAPERS_OR_NOT)
        or NEWS_AGENCY.search(fold(text)) is not None
        or is_over_menu
        or _is_credited(page, paragraph)
    )


def _is_generic(words: list[str]) -> bool:
    return all(word in SECTIONS or word in ("official", "website", "site", "page") for word in words)


def _is_credited(page: Page, paragraph: Paragraph) -> bool:
    credit = re.compile(rf"{CREDITS}[\s\d–-]{{0,12}}(?:the )?{re.escape(paragraph.text)}\b", re.IGNORECASE)
    return any(credit.search(one.text) for one in page.paragraphs if one is not paragraph)


def masthead_name(page: Page) -> str:
    """The publisher's name above the headline, as its record has it or as it is printed."""
    opening = page.opening()
    lines = [page.paragraphs[at] for at in page.with_reason(IMPRINT) if at in opening]
    known = {name for line in lines if (name := page.known_publisher(line.text))}
    if known:
        return known.pop() if len(known) == 1 else ""
    printed = [line.text for line in lines if not is_of_a_body(line.text)]
    is_name = bool(printed) and not LETTERS_APART.fullmatch(printed[0])
    return printed[0] if is_name else ""
