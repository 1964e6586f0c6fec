"""The place, the day and the agency that open a report: "OSTA, June 3 (Norpress) – Ostia said"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from statements.calendar_names import MONTHS

LONGEST = 90
MOST_WORDS_OF_A_PLACE = 8
# Of capitals alone: "TASS", "EFE".
LONGEST_AGENCY = 4
# What parts a dateline from the report: a dash, a colon, or the full stop behind an agency's name.
_ENDS = re.compile(r"\s(?:-{1,2}|–|—)\s|—|:\s|(?<=[/)])\.?[-–]?(?=\s)|(?<=[^\W\da-z]{3})\.(?=\s)|$")
_CREDITS = re.compile(r"\(([^()/]{2,40})\)|/([^()/]{2,40})/")
_PARTS = re.compile(r"[,.;|]+\s*")
_WEEKDAYS = frozenset(
    [
        "monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "thursday", "thu", "thur",
        "thurs", "friday", "fri", "saturday", "sat", "sunday", "sun",
    ]
)  # fmt: skip
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place as printed, whoever is credited with the report, and where the report begins."""

    place: str
    credits: tuple[str, ...]
    end: int


def dateline_of(paragraph: str) -> Dateline | None:
    """What a paragraph opens with, if it is a dateline.

    Finds: "OSTA (Norpress) - Ostia said", "OSTA. NORPRESS – ", "Osta, 3 June /Norpress/. ", "OSTA: ",
    "June 3, 2020 (NORDTOWN) - ", "Osta, Jun 3 (NP).- "
    Finds nothing: "Ostia – a small state – said", "Mr. Lund: No.", "Osta said: "
    """
    head = paragraph[: LONGEST + 2]
    for end in _ENDS.finditer(head):
        if end.start() > LONGEST or (end.end() == len(head) and len(paragraph) > len(head)):
            return None
        found = _parsed(head[: end.start()])
        if found:
            place, credits, is_sure = found
            is_parted = end.end() < len(paragraph) and not end[0].startswith(".")
            if is_sure or (is_parted and place.partition(",")[0].isupper()):
                return Dateline(place, credits, end.end())
    return None


def _parsed(head: str) -> tuple[str, tuple[str, ...], bool] | None:
    """Place, credits, and whether anything but the place speaks for a dateline."""
    slashed = re.sub(r"(?<=\w)/(?=\w)", "¦", head)
    credits = [one or other for one, other in _CREDITS.findall(slashed)]
    parts = [part.strip(" /") for part in _PARTS.split(_CREDITS.sub(",", slashed)) if part.strip(" /")]
    begins_with_a_day = bool(parts) and _is_of_a_day(parts[0])
    parts = [part for part in parts if not begins_with_a_day or not _is_of_a_day(part)]
    places: list[str] = []
    has_day = begins_with_a_day
    for part in parts:
        words = part.split()
        day_from = next((at for at, word in enumerate(words) if _is_day_word(word)), len(words))
        if any(not _is_day_word(word) for word in words[day_from:]):
            return None
        has_day = has_day or day_from < len(words)
        name = " ".join(words[:day_from])
        if not name:
            continue
        if not all(word[0].isupper() for word in words[:day_from]) or day_from > MOST_WORDS_OF_A_PLACE:
            return None
        if places and (name.isupper() or has_day):
            credits.append(name)
        else:
            places.append(name)
    if not places and has_day and len(credits) == 1 and _is_place_in_brackets(credits[0]):
        places, credits = credits, []
    if not places:
        return None
    return ", ".join(places).replace("¦", "/"), tuple(credits), has_day or bool(credits)


def _is_place_in_brackets(credit: str) -> bool:
    """ "(OSTATOWN)" behind a day is; "(Norpress)" and "(NPA)" are the agency’s."""
    return credit.isupper() and len(credit) > LONGEST_AGENCY


def _is_of_a_day(part: str) -> bool:
    return all(_is_day_word(word) for word in part.split())


def _is_day_word(word: str) -> bool:
    bare = word.strip(".,").lower()
    return bool(_DAY.fullmatch(bare)) or bare in MONTHS or bare in _WEEKDAYS
