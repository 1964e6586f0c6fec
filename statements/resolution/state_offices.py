"""The office of a head of state or government, which speaks for it, and is not the person."""

from __future__ import annotations

from collections.abc import Iterator

from statements.records import CountryRecord
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.institutions import institution_of, press_service_of
from statements.resolution.mentions import INSTITUTION, Mention
from statements.resolution.reading import Reading
from statements.resolution.units import Units
from statements.resolution.vocabulary import ARTICLES

# How the head is printed -> the body of `vocabulary.COUNTRY_BODIES`.
HEADS = {("president",): "presidency", ("prime", "minister"): "prime-minister-office"}


def find_state_offices(reading: Reading, units: Units, index: AuthorityIndex) -> Iterator[Mention]:
    """Offices and press services of presidents and prime ministers of a country.

    Finds: "the office of the Ostian president", "Office of the President of Ostia",
    "the Ostian president’s office", "the press service of the Ostian prime minister"
    Leaves alone: "the office of president", "the president’s office", "Ostia’s foreign office"
    """
    for at in range(len(reading.words)):
        if reading.word(at) not in ("office", "service"):
            continue
        found = _before_its_head(reading, units, at) or _behind_its_head(reading, units, at)
        if found:
            first, last, key, country = found
            speaker = institution_of(index, country, key)
            if reading.word(at) == "service":
                first -= 1
                speaker = press_service_of(speaker)
            start = first - (reading.word(first - 1) in ARTICLES and reading.is_joined(first))
            is_genitive = reading.is_genitive(last)
            yield Mention(
                INSTITUTION, start, last, first, last, speaker, "", speaker.country, is_genitive=is_genitive
            )


Found = tuple[int, int, str, CountryRecord]


def _before_its_head(reading: Reading, units: Units, at: int) -> Found | None:
    """ "Office of the Ostian president", "office of the president of Ostia"."""
    is_service = reading.word(at) == "service"
    if reading.word(at + 1) != "of" or not reading.is_joined(at + 1):
        return None
    if is_service and not (reading.word(at - 1) == "press" and reading.is_joined(at)):
        return None
    start = at + 2 + (reading.word(at + 2) in ARTICLES)
    owner = units.country_at(start)
    start = owner.last + reading.is_possessive(owner.last) if owner else start
    last, key = _head_at(reading, start)
    if not key or not reading.same_sentence(at, last - 1):
        return None
    if owner is None and reading.word(last) == "of":
        owner = units.country_at(last + 1 + (reading.word(last + 1) in ARTICLES))
        last = owner.last if owner else last
    return (at, last, key, owner.country) if owner and owner.country else None


def _behind_its_head(reading: Reading, units: Units, at: int) -> Found | None:
    """ "The Ostian president’s office", "Ostia’s prime minister’s office"."""
    if reading.word(at) != "office" or not reading.is_possessive(at - 1) or not reading.is_joined(at):
        return None
    for words, key in HEADS.items():
        first = at - 1 - len(words)
        if _head_at(reading, first) == (at - 1, key):
            owner = units.country_at(first - 1 - reading.is_possessive(first - 1))
            if (
                owner
                and owner.country
                and reading.same_sentence(owner.first, at)
                and reading.is_joined(first)
            ):
                return owner.first, at + 1, key, owner.country
    return None


def _head_at(reading: Reading, at: int) -> tuple[int, str]:
    """The word after "president" or "prime minister" at a word, and the key of its office."""
    for words, key in HEADS.items():
        if tuple(reading.word(at + k) for k in range(len(words))) == words:
            return at + len(words), key
    return at, ""
