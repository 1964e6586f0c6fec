"""Pictures' captions and credits. A caption's date and place are the picture's, never the article's."""

from __future__ import annotations

import re

from statements.cleaning.bylines import is_byline, is_initials
from statements.cleaning.page import Found, Page, Paragraph
from statements.cleaning.reasons import CAPTION, PHOTO_CREDIT
from statements.cleaning.shapes import ends_sentence
from statements.folding import fold

LONGEST_CAPTION = 60
LONGEST_CREDIT = 15

PLACE_DASHES = (" -- ", " – ", " — ", " - ")
LONGEST_PLACE = 40

CAPTION_OPENINGS = (
    "file photo", "file picture", "file image", "archive photo", "photo caption", "image caption",
    "image source", "media caption", "video caption", "file in this", "in this photo", "in this image",
    "in this file", "in this handout", "this handout", "a handout photo", "a handout picture",
    "representational image", "representative image", "illustrative image", "illustrative photo",
)  # fmt: skip
CREDIT_OPENINGS = re.compile(
    r"(?:photos?|images?|pictures?|photographs?|picture credit|photo credit|image credit|credits?)"
    r"(?: by| courtesy(?: of)?)?\s*[:©]|(?:photo|image|photograph) (?:by|courtesy) ",
    re.IGNORECASE,
)
PICTURES = r"(?:photos?|images?|pictures?|photographs?|photo credits?|image credits?|credits?|illustration)"
# "(AP Photo)", "(file photo)".
CREDIT_AT_END = re.compile(
    r"\((?:[A-Z]{2,6} )?(?:file )?(?:photos?|images?|pictures?)\b[^()]*\)$", re.IGNORECASE
)
# "Lund in Osta. Photo: Norpress", "Lund in Osta | Photo credit: NP", "[Lund in Osta. Photo: NP/Pool]".
CREDIT_BEHIND_CAPTION = re.compile(
    rf"(?:[.!?)\]”\"’]\s|\s[|–—-]\s|[(\[])(?:file )?{PICTURES}(?: by| courtesy(?: of)?)?\s?[:/©]\s?"
    r"(?-i:[A-Z])[^.:!?“”\"]{1,60}$",
    re.IGNORECASE,
)
# "[Image: “We agree,” says Lund]", "(Photo: Lund in Osta)".
WHOLE_IN_BRACKETS = re.compile(
    rf"[\[(](?:file )?(?:{PICTURES}|pictured|caption|video)\s?:[^\[\]()]+[\])]$", re.IGNORECASE
)
AGENCY_AT_END = re.compile(r"\b[A-Z]{2,10}/[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}$")
# "Ivo Lund/NP via Getty Images", "Lund in Osta [Ivo Berg/Norpress]", "(Ostian Foreign Ministry via NP)".
OWNER_AT_END = re.compile(
    r"\([A-Z][^()]{1,60} via [A-Z][\w ]{1,20}\)$"
    r"|[.!?]\s[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}\s?/\s?[A-Z][\w.]+(?: via [A-Z][\w ]{2,20})?$"
    r"|\bGetty Images$"
    r"|(?<=[^.!?”\"’\s] )\[(?:File:? ?)?[A-Z][^\[\]/.]{1,60}/[^\[\]/.]{2,40}\]$"
    r"|\[File:? [^\[\].]{2,40}\]$"
)
# "2020-06-03 NP/Staff": when and by whom a report was printed.
BEGINS_WITH_A_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d\b|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b")
LAST_WORDS = re.compile(r"[.!?]”?\s\(?(?P<name>[^.!?()]{2,40})\)?$")


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
    "FILE PHOTO: Russia's Foreign Minister attends a meeting.", "Lavrov in Moscow. Photo: AFP" and, above
    the text, "Lavrov in Moscow, July 12, 2023. Reuters"; leaves "MOSCOW — Turkey should stay out, Peskov
    said." alone, and “We agree,” he said. (Reuters)".
    """
    opening = page.opening()
    for at in page.unmarked():
        paragraph = page.paragraphs[at]
        if _is_caption(paragraph) or (at in opening and _ends_with_agency(page, paragraph)):
            yield at, CAPTION


def _ends_with_agency(page: Page, paragraph: Paragraph) -> bool:
    found = LAST_WORDS.search(paragraph.text) if paragraph.words <= LONGEST_CAPTION else None
    name = fold(found["name"]) if found else ""
    return name in page.publishers.by_agency or name in page.publishers.by_name


def _is_caption(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.words > LONGEST_CAPTION or is_byline(text) or is_initials(text):
        return False
    if BEGINS_WITH_A_DAY.match(text):
        return False
    if paragraph.phrase.startswith(CAPTION_OPENINGS):
        return True
    if WHOLE_IN_BRACKETS.match(text):
        return True
    if CREDIT_AT_END.search(text[-80:]) or AGENCY_AT_END.search(text[-60:]):
        return True
    is_quoting = any(mark in text for mark in '“”«»"')
    if not is_quoting and (CREDIT_BEHIND_CAPTION.search(text[-90:]) or OWNER_AT_END.search(text[-90:])):
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
