"""Press services whose body is itself meant by a word: "the embassy’s press service", "its press office"."""

from __future__ import annotations

from statements.resolution.pointing.descriptions import without_determiner
from statements.resolution.text.mentions import INSTITUTION, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import POSSESSIVES, PRESS_SERVICES, any_of

# What a person may have that speaks, besides an office.
FOLLOWINGS = any_of("party bloc movement coalition alliance campaign foundation faction team company")


def without_press_service(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The words for the body of a press service; all of the words where they are of none.

    Finds: "The embassy" of "The embassy’s press service", "the party" of "the press office of the party"
    Finds all: "the embassy", "the press service"
    """
    if (reading.word(last - 2), reading.word(last - 1)) in PRESS_SERVICES:
        end = last - 2 - reading.is_possessive(last - 3)
        is_owner = reading.word(first) in POSSESSIVES or reading.is_capital(first)
        return (first, end) if end > first + (not is_owner) else (first, last)
    start = without_determiner(reading, first, last)
    is_of = (reading.word(start), reading.word(start + 1)) in PRESS_SERVICES and reading.word(
        start + 2
    ) == "of"
    return (start + 3, last) if is_of and start + 3 < last else (first, last)


def body_at(mentions: Mentions, reading: Reading, first: int, last: int) -> Mention | None:
    """The body without a country of its own that is all of some words: "The embassy"."""
    start = without_determiner(reading, first, last)
    found = (one for one in mentions.between(start, last) if one.kind == INSTITUTION and one.speaker is None)
    return next((one for one in found if one.head_first == start and one.head_last == last), None)
