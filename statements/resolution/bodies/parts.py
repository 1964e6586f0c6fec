"""Committees and departments, which speak for themselves: "the Ostian parliament’s defence committee"."""

from __future__ import annotations

from statements.records import SpeakerReference
from statements.resolution.bodies.mentions import body_mention
from statements.resolution.bodies.of_countries import institution
from statements.resolution.bodies.patterns import Pattern, longest_pattern
from statements.resolution.bodies.state_bodies import SMALL, in_capitals
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import part_of, recorded, slug
from statements.resolution.index.units import Units
from statements.resolution.text.mentions import GOVERNMENT, Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, any_of

# What a parliament or a council has several of, each of which speaks for itself.
PARTS = any_of(
    "committee commission subcommittee delegation department directorate bureau office division"
    " section branch unit"
)
LONGEST_PART = 8


def part_before(reading: Reading, units: Units, pattern: Pattern, before: Mention | None) -> Mention | None:
    """A part behind the body whose it is, which may be the mention right before.

    Finds: "The Ostian parliament’s defence committee", "the State Duma Committee on Defence"
    Finds nothing: "the Ostian government’s defence committee", "the parliament’s army"
    """
    if not _is_part(pattern) or not reading.is_joined(pattern.first):
        return None
    at = pattern.first - reading.is_possessive(pattern.first - 1)
    unit = units.at(at - 1)
    if unit is not None and unit.body is not None and unit.body.country:
        return _part(reading, unit.first, pattern.last, recorded(unit.body), pattern)
    if before is None or before.speaker is None or before.head_last != at or before.kind == GOVERNMENT:
        return None
    return _part(reading, before.head_first, pattern.last, before.speaker, pattern)


def part_after(reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern) -> Mention | None:
    """A part before the body whose it is; what is no part has its country from the body.

    Finds: "The defence committee of the Ostian parliament", "the General Staff of the Ostian Armed Forces"
    Finds nothing: "the defence committee of Ostia", "the defence committee of the parliament"
    """
    if reading.word(pattern.last) != "of" or not reading.is_joined(pattern.last) or not pattern.key:
        return None
    last, owner = _owner(reading, units, index, pattern.last + 1)
    if owner is None:
        return None
    if _is_part(pattern):
        return _part(reading, pattern.first, last, owner, pattern)
    country = index.country(owner.country or "")
    speaker = institution(index, country, pattern) if country else None
    return body_mention(reading, pattern.first, last, speaker, field=pattern.field) if speaker else None


def with_part(reading: Reading, mention: Mention) -> Mention:
    """A body widened to the part of it that its genitive names.

    Widens: "the Foreign Ministry’s Department for Grain", "the State Council’s Bureau of Grey Hills Affairs"
    Leaves alone: "the Foreign Ministry’s department", "the Foreign Ministry’s Grey Hills policy"
    """
    first = mention.head_last + 1
    if mention.speaker is None or mention.kind == GOVERNMENT or not reading.is_possessive(mention.head_last):
        return mention
    last = _end_of_part(reading, first)
    if last == first:
        return mention
    name = in_capitals(reading.printed(first, last))
    speaker = part_of(mention.speaker, slug(name), name)
    return body_mention(reading, mention.head_first, last, speaker, field=mention.field)


def _end_of_part(reading: Reading, first: int) -> int:
    """After "Bureau of Grey Hills Affairs", "Grain Department"; the first word where no part is named."""
    last, is_part = first, False
    while last == first or (last - first < LONGEST_PART and reading.is_joined(last)):
        word = reading.word(last)
        is_part = is_part or word in PARTS
        if not reading.is_capital(last) and not (last > first and word in SMALL):
            break
        last += 1
    while last > first and reading.word(last - 1) in SMALL:
        last -= 1
    return last if is_part and last - first > 1 else first


def _owner(
    reading: Reading, units: Units, index: AuthorityIndex, at: int
) -> tuple[int, SpeakerReference | None]:
    """The word after the body with a country that begins at a word, and the body."""
    at += reading.word(at) in ARTICLES
    unit = units.at(at)
    if unit is not None and unit.body is not None and unit.body.country:
        return unit.last, recorded(unit.body)
    if unit is None or unit.country is None:
        return at, None
    larger = longest_pattern(reading, unit.last + reading.is_possessive(unit.last))
    if larger is None or larger.field == "government" or not reading.same_sentence(at, larger.first):
        return at, None
    return larger.last, institution(index, unit.country, larger)


def _is_part(pattern: Pattern) -> bool:
    """Whether a pattern is a "defence committee" or a "committee on defence"."""
    words = pattern.key.split("-")
    return words[0] in PARTS or words[-1] in PARTS


def _part(reading: Reading, first: int, last: int, owner: SpeakerReference, pattern: Pattern) -> Mention:
    return body_mention(reading, first, last, part_of(owner, pattern.key, pattern.name), field=pattern.field)
