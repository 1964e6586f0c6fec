"""The one whom a text presents by office alone, and names only then: its deck, or its first speaker."""

from __future__ import annotations

from dataclasses import replace

from statements.records import Document
from statements.resolution.home.issuers import read_heading
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.named_text import NamedText
from statements.resolution.persons.roles import country_of_title, is_private, printed_title
from statements.resolution.persons.titles import country_code
from statements.resolution.pointing.descriptions import describe, end_of_phrase
from statements.resolution.speakers.narrated import narrated_before
from statements.resolution.text.mentions import PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, OFFICES_HELD, any_of

DECK = "lines under the headline"
# How far behind the name the text may go on with "the ambassador".
FARTHEST_WORD = 80
LONGEST_ROLE = 16
# What somebody does who is known already: not "Ivo Lund, leading the farmers’ union, said".
SPEAKING = any_of(
    "speaking presenting addressing briefing opening closing answering responding replying introducing"
    " concluding delivering reporting giving telling testifying adding"
)


def with_presented(
    document: Document, named: NamedText, mentions: Mentions, index: AuthorityIndex, sources: frozenset[int]
) -> Mentions:
    """The mentions, with the office of whom the text presents without a name on the person named first.

    Finds: "Ostia’s ambassador to Norland on rain" under the headline, and below: Ivo Lund’s office is small.
    The ambassador has a map.
    Finds: The special envoy told the League that … | Ivo Lund, presenting his report, said …
    Finds nothing: the same where the first person is "Ivo Lund, a driver," or another speaks before
    """
    person = _first_person(mentions)
    if person is None or person.speaker is None:
        return mentions
    found = _of_deck(document, named.reading, person, index) or _of_first_speaker(
        named, person, index, sources
    )
    if found is None:
        return mentions
    role, code = found
    key = person.speaker.key
    speaker = replace(person.speaker, country=code)
    return Mentions(
        [
            replace(one, speaker=speaker, role=role, country=code)
            if one.speaker and one.speaker.key == key
            else one
            for one in mentions.items
        ]
    )


def _first_person(mentions: Mentions) -> Mention | None:
    """The person named first, if no record has the name and the text tells no office or country of it."""
    people = [one for one in mentions.items if one.kind == PERSON]
    first = people[0] if people else None
    if first is None or first.speaker is None or not first.speaker.provisional or not first.is_full:
        return None
    own = (one for one in people if one.speaker and one.speaker.key == first.speaker.key)
    return None if any(one.role or one.country for one in own) else first


def _of_deck(
    document: Document, reading: Reading, person: Mention, index: AuthorityIndex
) -> tuple[str, str | None] | None:
    """The one office with a country that the lines round the headline tell, by which the text goes on."""
    lines = [
        document.title,
        *(document.text[one.start : one.end] for one in document.marks if one.reason == DECK),
    ]
    told = []
    for line in lines:
        heading = read_heading(line, index)
        if heading.people():
            return None
        words, units = heading.reading, heading.named.units
        told += [
            (one, code)
            for one in narrated_before(words, units, heading.mentions, len(words.words))
            if (code := country_code(one.owner, index))
        ]
    if len(told) != 1:
        return None
    [(office, code)] = told
    is_called = "," in reading.gap(person.last) and reading.word(person.last) in ARTICLES
    behind = range(person.head_last, min(len(reading.words), person.head_last + FARTHEST_WORD))
    goes_on = any(reading.word(at) == office.head and reading.word(at - 1) == "the" for at in behind)
    return (office.role, code) if goes_on and not is_called else None


def _of_first_speaker(
    named: NamedText, person: Mention, index: AuthorityIndex, sources: frozenset[int]
) -> tuple[str, str | None] | None:
    """The office of the only one who speaks before a name that begins the next paragraph."""
    reading, units = named.reading, named.units
    sentence = reading.sentence(person.first)
    is_opening = (
        reading.opens_paragraph(reading.sentence_numbers[person.first]) and sentence.first == person.first
    )
    is_set_off = "," in reading.gap(person.last)
    speaks = is_set_off and reading.word(person.last) in SPEAKING
    spoke = [at for at in range(person.first) if at in sources]
    if not is_opening or not speaks or not spoke:
        return None
    first = spoke[0]
    last = next((at for at in range(first, person.first) if at not in sources), person.first)
    role = describe(reading, first, last)
    is_alone = all(at < last for at in spoke)
    is_near = sentence.paragraph - reading.sentence(first).paragraph == 1
    if role is None or not is_alone or not is_near or not role.is_definite or role.head not in OFFICES_HELD:
        return None
    end = min(max(role.last, end_of_phrase(reading, role.first, last)), role.first + LONGEST_ROLE)
    if is_private(reading, role.first, end):
        return None
    return printed_title(reading, role.first, end), country_code(
        country_of_title(reading, units, role.first, end), index
    )
