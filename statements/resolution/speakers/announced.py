"""An official whom words announce by office and country, and who is named only then."""

from __future__ import annotations

from dataclasses import replace

from statements.folding import fold
from statements.records import SpeakerReference
from statements.resolution.bodies.ministries import WORDS_OF_FIELDS
from statements.resolution.bodies.the_country import STATES
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import speaking_for
from statements.resolution.index.units import Units
from statements.resolution.named_text import NamedText
from statements.resolution.persons.state_titles import is_state_title
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import TITLE_WORDS

FARTHEST_WORD = 150
FARTHEST_PARAGRAPH = 2
LONGEST_RUN = 12
# The words of an office that nobody else bears: "Minister for Grain and Roads".
LONG_OFFICE = 3
# Diplomats, of whom a text about one calls the others by their country.
ENVOYS = frozenset(("ambassador", "consul", "envoy"))
FILLERS = frozenset(("a", "an", "the", "to", "of", "for", "s"))
# Two spellings of a word, and the one by which both are known.
SPELLINGS = {"defense": "defence", "labor": "labour"}


def announced_officials(
    named: NamedText,
    mentions: Mentions,
    index: AuthorityIndex,
    sources: frozenset[int],
    contents: frozenset[int],
) -> dict[int, Mention]:
    """The words that announce a speaker -> the person, who gains the country that they name.

    Finds: … a deputy to the Ostian finance minister said. “…,” Deputy Finance Minister Ivo Lund said
    Finds: … the Minister for Grain and Roads has announced. … Minister for Grain and Roads Ivo Lund said
    Finds nothing: somebody else named between the two, another office, "a former Ostian finance minister"
    """
    spoken = sources - contents
    found: dict[int, Mention] = {}
    people = [one for one in mentions.items if one.kind == PERSON]
    seen: set[str] = set()
    titles: dict[SpeakerReference | None, str] = {}
    for one in people:
        titles[one.speaker] = max(titles.get(one.speaker, ""), _title(named, one), key=len)
    for number, one in enumerate(people):
        key = one.key
        is_first = bool(key) and key not in seen
        seen.add(key)
        is_named = one.head_last - one.head_first > 1
        if not is_first or not is_named or one.speaker is None or not one.speaker.provisional:
            continue
        title = titles[one.speaker]
        begin = max(people[number - 1].last if number else 0, one.first - FARTHEST_WORD)
        run = _announcement(named, index, begin, one, title, spoken) if is_state_title(title) else None
        run = run or _office_before(named, mentions, index, one, title)
        if run and (one.country is None or run[1] in (None, one.country)):
            start, code = run[0], run[1] or one.country
            found[start] = replace(one, speaker=replace(one.speaker, country=code), country=code)
    return found


def with_countries(mentions: Mentions, announced: dict[int, Mention]) -> Mentions:
    """The persons announced, with the country of their announcement wherever they are named."""
    codes = {one.speaker.key: one.country for one in announced.values() if one.speaker}
    return Mentions(
        [
            replace(
                one,
                speaker=replace(one.speaker, country=codes[one.speaker.key]),
                country=codes[one.speaker.key],
            )
            if one.kind == PERSON and one.speaker and codes.get(one.speaker.key) and not one.country
            else one
            for one in mentions.items
        ]
    )


def _announcement(
    named: NamedText, index: AuthorityIndex, begin: int, person: Mention, title: str, spoken: frozenset[int]
) -> tuple[int, str | None] | None:
    """The word where the last words before a name begin that are its title, and the code of their country.

    A long title needs none: "the Minister for Grain and Roads".
    """
    reading, units = named.reading, named.units
    office = {_spelling(word) for word in title.split()} - FILLERS
    paragraph = reading.sentence(person.first).paragraph
    at = person.first - 1
    while at >= begin and paragraph - reading.sentence(at).paragraph <= FARTHEST_PARAGRAPH:
        start = at + 1
        while start > begin and at - start < LONGEST_RUN and _may_announce(reading, units, start - 1, office):
            start -= 1
        if start > at:
            at -= 1
            continue
        words = [_spelling(reading.word(k)) for k in range(start, at + 1)]
        owners = units.codes(range(start, at + 1))
        is_spoken = any(k in spoken for k in range(start, at + 1))
        is_whole = office <= set(words) and sum(word in office for word in words) == len(office)
        if len(owners) < 2 and is_spoken and is_whole and start - 1 not in spoken:
            country = index.country(owners.pop()) if owners else None
            code = speaking_for(country) if country else None
            is_sure = reading.word(start) == "the" and len(office) >= LONG_OFFICE
            return (start, code) if code or (country is None and is_sure) else None
        at = start - 1
    return None


def _office_before(
    named: NamedText, mentions: Mentions, index: AuthorityIndex, person: Mention, title: str
) -> tuple[int, str] | None:
    """The same for a title of one word, which takes up an office of one country told before.

    Finds: Ostia’s foreign minister wept. “…,” the minister, Ivo Lund, said
    Finds: The Ostian ambassador was summoned. … Ambassador Ivo Lund said
    Finds nothing: Minister Ivo Lund;  the same after "the ambassadors of Ostia and Norland"
    """
    reading, units = named.reading, named.units
    is_taken_up = title == "minister" and "the minister," in reading.printed(person.first - 1, person.last)
    if title not in ENVOYS and not is_taken_up:
        return None
    paragraph = reading.sentence(person.first).paragraph
    found: list[tuple[int, set[str]]] = []
    for at in range(max(0, person.first - FARTHEST_WORD), person.first):
        if reading.word(at) == f"{title}s":
            return None
        if reading.word(at) == title and (title in ENVOYS or reading.sentence(at).paragraph == paragraph):
            start = at
            while start > 0 and at - start < LONGEST_RUN and _may_stand_in_title(reading, units, start - 1):
                start -= 1
            found.append((start, units.codes(range(start, at + 1))))
    codes = {code for _, owners in found for code in owners}
    country = index.country(codes.pop()) if len(codes) == 1 else None
    code = speaking_for(country) if country and country.kind in STATES else None
    return (found[-1][0], code) if code and not _is_rivalled(named, mentions, person, code) else None


def _is_rivalled(named: NamedText, mentions: Mentions, person: Mention, code: str) -> bool:
    """Whether a body of another state stands before an envoy in the paragraph, whose envoy may be meant.

    Is: The Norland ministry urged both to talk. Ambassador Ivo Lund said
    """
    first = person.first
    while (
        first > 0
        and named.reading.sentence(first - 1).paragraph == named.reading.sentence(person.first).paragraph
    ):
        first = named.reading.sentence(first - 1).first
    return any(
        one.kind == INSTITUTION and one.country not in (None, code) and not one.is_genitive
        for one in mentions.between(first, person.first)
    )


def _may_stand_in_title(reading: Reading, units: Units, at: int) -> bool:
    return bool(units.codes([at])) or reading.word(at) in TITLE_WORDS | WORDS_OF_FIELDS | {"the", "s"}


def _title(named: NamedText, person: Mention) -> str:
    """The folded title without its country: "deputy finance minister" of "Ostian Deputy Finance Minister"."""
    places = (at for at in range(person.first, person.last) if named.units.country_at(at))
    owner = {named.reading.word(at) for at in places}
    return " ".join(word for word in fold(person.role).split() if word not in owner)


def _may_announce(reading: Reading, units: Units, at: int, office: set[str]) -> bool:
    return _spelling(reading.word(at)) in office | FILLERS or bool(units.codes([at]))


def _spelling(word: str) -> str:
    return SPELLINGS.get(word, word)
