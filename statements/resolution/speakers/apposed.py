"""Sources that tell what somebody is in plain words and name the person behind a comma."""

from __future__ import annotations

from statements.resolution.pointing.descriptions import PERSON_HEADS
from statements.resolution.text.mentions import Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, OFFICE_HEADS, POSSESSIVES, PRIVATE_HEADS, any_of

LINKS = frozenset(("of", "to", "for", "by", "with", "between", "from"))
# Whoever has one of these is somebody else than the person named behind the comma.
BELONGING = any_of("family wife husband son daughter father mother brother sister lawyer lawyers widow")
# Of one person there is one of these, so that the name behind is the relative's.
KIN = BELONGING - {"family", "lawyer", "lawyers"}


def name_apposed(reading: Reading, mentions: Mentions, first: int, last: int) -> Mention | None:
    """The person whom a source names behind a comma, after words that begin like a description.

    Finds: "his colleague from Osta, Ivo Lund", "a herder of forty sheep, Ivo Lund, 61,"
    Finds: "First Sea Lord, Admiral Ivo Lund," at the beginning of a sentence
    Finds: "the victim’s father, Ivo Lund,", "one of its authors, Senator Ivo Lund,"
    Leaves alone: "the family of the victim, Ivo Lund", "the minister, Lund and others", "Osta, Ivo Lund"
    """
    people = mentions.people(first, last)
    if len(people) != 1 or not people[0].is_full or people[0].speaker is None or people[0].is_genitive:
        return None
    name = people[0].head_first
    name = name if reading.gap(name).strip() == "," else max(people[0].first, first)
    is_begun = (
        reading.word(first) in ARTICLES | POSSESSIVES
        or reading.folded(first, first + 2) == ["one", "of"]
        or _is_office(reading, first, name)
    )
    if not is_begun or reading.gap(name).strip() != ",":
        return None
    before = reading.folded(first + 1, name)
    is_kin = bool(before) and before[-1] in KIN and not set(before) & LINKS
    is_of_another = bool(set(before) & LINKS) and before[-1] in PERSON_HEADS | PRIVATE_HEADS | BELONGING
    is_of_another = is_of_another and reading.word(first) != "one"
    is_whole = people[0].head_last == last or "," in reading.gap(people[0].head_last)
    others = BELONGING - KIN if is_kin else BELONGING
    is_plain = before and not set(before) & (others | {"and", "who", "that", "which"})
    is_one_phrase = all(reading.is_joined(at) for at in range(first + 1, name))
    return people[0] if is_whole and is_plain and is_one_phrase and not is_of_another else None


def _is_office(reading: Reading, first: int, last: int) -> bool:
    """Whether words that begin a sentence are an office in capitals: "First Sea Lord", not "Osta"."""
    is_opening = first == reading.sentence(first).first and last - first > 1
    return (
        is_opening
        and all(map(reading.is_capital, range(first, last)))
        and reading.word(last - 1) in OFFICE_HEADS
    )
