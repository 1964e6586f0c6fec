"""Somebody whom a heading presents: with the office told there, and as whoever says "we" below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from statements.records import ResolvedAttribution
from statements.resolution.home.found import OWN, Home, code_for
from statements.resolution.home.issuers import COMMENTS, SPEECHES, Heading
from statements.resolution.index.names import sound
from statements.resolution.index.references import speaking_for
from statements.resolution.persons.callings import surnames_of
from statements.resolution.persons.state_titles import is_title_of_a_state
from statements.resolution.pointing.antecedents import attribution_of
from statements.resolution.text.mentions import PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, DOCUMENTS, TITLE_WORDS, any_of

# What somebody gives, by a heading, in words of one's own.
WORDS_GIVEN = DOCUMENTS | COMMENTS | SPEECHES | any_of("conference briefing response reply intervention")
WORDS_GIVEN -= {"interview", "article", "resolution", "report", "petition"}
# Behind them stand the words of another, to which a text answers.
ABOUT = any_of("on to about of with against regarding following after over in from")
FARTHEST_NAME = 24
LONGEST_KIND = 5


def persons_headed(heading: Heading, home: Home | None) -> dict[str, Mention]:
    """The persons of a heading with the office told there, by their keys; the country may be home's.

    Finds: Ivo Lund of Ostia in "Foreign Ministry Spokesperson Ivo Lund’s Press Conference" on Ostia’s pages
    Finds nothing: in "Ivo Lund meets Karl Berg", whose offices it does not tell
    """
    people = (one for one in heading.mentions.items if one.kind == PERSON and one.speaker and one.role)
    return {one.speaker.key: _placed(one, home) for one in people if one.speaker and one.speaker.provisional}


def with_headed(mentions: Mentions, headed: dict[str, Mention]) -> Mentions:
    """The persons whom the text never gives an office or a country, with those of the heading."""
    told = {one.speaker.key for one in mentions.items if one.speaker and (one.role or one.country)}
    return Mentions(
        [_with_office(one, headed) if one.key_of_person not in told else one for one in mentions.items]
    )


def called_by_surname(
    heading: Heading, home: Home | None, reading: Reading, first: int, last: int
) -> list[Mention]:
    """The one person named in full by a heading whom words call by the surname: "Mr. Lund", "Lund"."""
    name = tuple(sound(reading.word(at)) for at in range(last - 1, last))
    if not reading.is_capital(last - 1) or not set(reading.folded(first, last - 1)) <= TITLE_WORDS:
        return []
    people = (one for one in heading.mentions.items if one.kind == PERSON and one.speaker and one.is_full)
    found = {one.key_of_person: one for one in people if name in surnames_of(heading.reading, one)}
    return [_placed(one, home) for one in found.values()] if len(found) == 1 else []


def author_headed(heading: Heading, home: Home | None) -> tuple[ResolvedAttribution, ...]:
    """Whoever gives the words that a heading announces, and says "we" in them.

    Finds: "Statement by the Spokesperson of the Ministry, Mr. Ivo Lund, on …", "Ivo Lund’s Press Conference"
    Finds nothing: "Reply to the statement by Ivo Lund", "Statement by Ivo Lund and Karl Berg"
    """
    reading = heading.reading
    given = next((at for at in range(len(reading.words)) if reading.word(at) in WORDS_GIVEN), -1)
    if given < 0:
        return ()
    people = [one for one in heading.mentions.items if one.kind == PERSON and one.speaker]
    found = [one for one in people if one.is_genitive and one.last <= given <= one.last + LONGEST_KIND]
    found = found or _named_by(reading, people, given)
    if len(found) != 1 or reading.word(found[0].last) == "and":
        return ()
    return (replace(attribution_of(reading, _placed(found[0], home)), basis="the heading"),)


def _named_by(reading: Reading, people: Iterable[Mention], given: int) -> list[Mention]:
    """The person behind "by", or right behind "of": "Statement to the press by Ivo Lund"."""
    start = given
    while reading.word(start - 1) in ARTICLES or (reading.is_joined(start) and reading.is_capital(start - 1)):
        start -= 1
    if reading.word(start - 1) in ABOUT and reading.is_joined(start):
        return []
    for at in range(given + 1, min(len(reading.words), given + FARTHEST_NAME)):
        if reading.word(at) == "by" or (reading.word(at) == "of" and at == given + 1):
            name = at + 1 + (reading.word(at + 1) in ARTICLES)
            return [one for one in people if one.first <= name <= one.head_first]
        if reading.word(at) in WORDS_GIVEN - {"conference", "briefing"}:
            return []
    return []


def _placed(one: Mention, home: Home | None) -> Mention:
    """A person with home's country, if nothing tells another."""
    if one.country or one.speaker is None or not one.speaker.provisional or home is None:
        return one
    is_of_house = home.basis == OWN and is_title_of_a_state(one.role)
    code = speaking_for(home.country) if is_of_house else code_for(home, one.role)
    return replace(one, country=code, speaker=replace(one.speaker, country=code))


def _with_office(one: Mention, headed: dict[str, Mention]) -> Mention:
    found = headed.get(one.key_of_person)
    return replace(one, speaker=found.speaker, role=found.role, country=found.country) if found else one
