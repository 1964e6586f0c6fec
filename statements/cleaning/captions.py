"""Pictures' captions and credits. A caption's date and place are the picture's, never the article's."""

from __future__ import annotations

import re

from statements.cleaning.page import Found, Page, Paragraph
from statements.cleaning.reasons import CAPTION, PHOTO_CREDIT
from statements.cleaning.shapes import ends_sentence

LONGEST_CAPTION = 60
LONGEST_CREDIT = 15

PLACE_DASHES = (" -- ", " – ", " — ", " - ")
LONGEST_PLACE = 40

CAPTION_OPENINGS = (
    "file photo",
    "file picture",
    "file image",
    "archive photo",
    "photo caption",
    "file in this",
)
CREDIT_OPENINGS = re.compile(
    r"(?:photos?|images?|pictures?|photographs?|picture credit|photo credit|image credit|credits?)"
    r"(?: by| courtesy(?: of)?)?\s*[:©]|(?:photo|image|photograph) (?:by|courtesy) ",
    re.IGNORECASE,
)
CREDIT_AT_END = re.compile(
    r"\((?:[A-Z]{2,6} )?(?:file )?(?:photos?|images?|pictures?)\b[^()]*\)$", re.IGNORECASE
)
AGENCY_AT_END = re.compile(r"\b[A-Z]{2,10}/[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}$")


def mark_repeated_captions(page: Page) -> Found:
    """Lines printed twice running before the article begins: a picture and its enlargement.

    Marks "RUSSIA -- Lavrov in Moscow, January 13, 2020" twice over; leaves the
    same line alone when it stands once, and a headline printed twice when no
    other line could be the headline.
    """
    texts = [paragraph.text for paragraph in page.paragraphs]
    twice = {
        index
        for at in range(1, len(texts))
        if texts[at] == texts[at - 1] and page.paragraphs[at].words >= 3
        for index in (at - 1, at)
    }
    prose = (at for at in page.unmarked() if page.paragraphs[at].prose and at not in twice)
    opening = range(next(prose, 0))
    has_other_heading = any(_may_be_headline(page, at) for at in opening if at not in twice)
    for at in sorted(twice):
        is_needed = _may_be_headline(page, at) and not has_other_heading
        if at in opening and page.is_open(at) and not is_needed:
            yield at, CAPTION


def _may_be_headline(page: Page, at: int) -> bool:
    paragraph = page.paragraphs[at]
    is_candidate = page.is_open(at) and paragraph.heading and paragraph.words >= 3
    return is_candidate and not _has_place_dash(paragraph.text)


def mark_captions(page: Page) -> Found:
    """Captions by their form.

    Marks "RUSSIA -- Lavrov arrives for a meeting in Moscow, January 13, 2020",
    "FILE PHOTO: Russia's Foreign Minister attends a meeting." and "Lavrov in
    Moscow. (AP Photo)"; leaves "MOSCOW — Turkey should stay out, Peskov said." alone.
    """
    for at in page.unmarked():
        if _is_caption(page.paragraphs[at]):
            yield at, CAPTION


def _is_caption(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.words > LONGEST_CAPTION:
        return False
    if paragraph.phrase.startswith(CAPTION_OPENINGS):
        return True
    if CREDIT_AT_END.search(text[-80:]) or AGENCY_AT_END.search(text[-60:]):
        return True
    goes_on = text.endswith((":", ",", ";")) or paragraph.cut_off or _leaves_open(text)
    return _has_place_dash(text) and not ends_sentence(text) and not goes_on


def _has_place_dash(text: str) -> bool:
    """Whether a line opens with a place in capitals and a dash, and no "(AP)" between: that is a report."""
    for dash in PLACE_DASHES:
        place, found, rest = text[: LONGEST_PLACE + len(dash)].partition(dash)
        if found and rest and place.isupper() and len(place) >= 3 and not place.endswith(")"):
            return True
    return False


def _leaves_open(text: str) -> bool:
    """Whether a quotation is opened and not closed: that is how prose ends without a full stop."""
    return text.count("“") > text.count("”") or text.count("«") > text.count("»") or text.count('"') % 2 == 1


def mark_photo_credits(page: Page) -> Found:
    """Whose picture it is.

    Marks "Photo: Creative Commons" and "© AP / Alexander Zemlianichenko";
    leaves "Photos of the damage were published." and "© 2020 All rights reserved" alone.
    """
    for at in page.unmarked():
        paragraph = page.paragraphs[at]
        if paragraph.words > LONGEST_CREDIT:
            continue
        is_sign = paragraph.text.startswith(("©", "(c) ", "(C) ")) and not _is_imprint(paragraph)
        if is_sign or CREDIT_OPENINGS.match(paragraph.text):
            yield at, PHOTO_CREDIT


def _is_imprint(paragraph: Paragraph) -> bool:
    has_year = re.search(r"\b(?:19|20)\d\d\b", paragraph.text) is not None
    return has_year or "rights reserved" in paragraph.phrase
