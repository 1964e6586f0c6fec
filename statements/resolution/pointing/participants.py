"""Those who take part in a meeting: what a text tells of all of them at once, or in a list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from statements.resolution.index.units import Unit
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.ministers import field_of_minister, listed_countries
from statements.resolution.text.mentions import PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading, Sentence
from statements.resolution.text.vocabulary import MINISTRY_FIELDS, any_of

# The offices that those who meet may share -> the title of one of them.
SHARED = {
    "ministers": "Minister",
    "secretaries": "Secretary",
    "presidents": "President",
    "premiers": "Premier",
    "chancellors": "Chancellor",
    "ambassadors": "Ambassador",
    "envoys": "Envoy",
    "directors": "Director",
    "chairpersons": "Chairperson",
    "speakers": "Speaker",
    "leaders": "Leader",
}
ATTENDED = any_of(
    "attended attending attendance participated participating participants participant participation part"
    " present attendees delegations delegates heads members led represented signed signatories"
)
LONGEST_TITLE = 60
LONGEST_LINE = 40
FARTHEST_WORD = 100


@dataclass(frozen=True, slots=True)
class SharedOffice:
    """An office of several at once: "Minister of Water" with the codes of those whose ministers met."""

    title: str
    codes: tuple[str, ...]
    last: int


def with_participants(named: NamedText, heading: NamedText, mentions: Mentions) -> Mentions:
    """Give those who meet the countries and the office that a text tells of them together.

    Gives: Lund and Berg, in "the Ministers of Water of Ostia and Norland, Ivo Lund and Anna Berg, met"
    Gives: the same to each, where they met and the text goes on "It was attended by Ivo Lund of Ostia and
    Anna Berg of Norland"
    Gives nothing: "the Ministers of Ostia and Norland wrote to Ivo Lund", "Lund of Ostia came in third"
    """
    shared = list(_shared_offices(named))
    found: dict[str, tuple[str, str]] = {}
    for office in shared:
        found |= _named_behind(named.reading, mentions, office)
    offices = [*shared, *_shared_offices(heading)]
    listed = _sentences_of_lists(named.reading)
    for one in mentions.items:
        unit = _country_beside(named, one) if _is_open(one) and one.country is None else None
        if unit and unit.country and named.reading.sentence_numbers[one.head_first] in listed:
            titles = {office.title for office in offices if unit.country.code in office.codes}
            found.setdefault(one.key_of_person, (unit.country.code, _one_of(titles)))
    return Mentions([_given(one, found) for one in mentions.items]) if found else mentions


def _shared_offices(named: NamedText) -> Iterator[SharedOffice]:
    """The offices that some words give to the people of two countries or more."""
    reading = named.reading
    for at in range(len(reading.words)):
        if reading.word(at) not in SHARED:
            continue
        _, after = field_of_minister(reading, at + 1)
        if reading.word(after) not in ("of", "from"):
            continue
        units = listed_countries(reading, named.units, after, reading.sentence(at).last)
        codes = tuple(unit.country.code for unit in units if unit.country)
        if len(set(codes)) > 1:
            first = at - ((reading.word(at - 1),) in MINISTRY_FIELDS and reading.is_joined(at))
            before, behind = reading.printed(first, at), reading.printed(at + 1, after)
            title = " ".join(part for part in (before, SHARED[reading.word(at)], behind) if part)
            yield SharedOffice(title[:LONGEST_TITLE].capitalize(), codes, units[-1].last)


def _one_of(titles: set[str]) -> str:
    """The only title, or the one that the others tell in short: "Minister of water" beside "Minister"."""
    longest = max(titles, key=len, default="")
    return longest if all(set(title.split()) <= set(longest.split()) for title in titles) else ""


def _named_behind(reading: Reading, mentions: Mentions, office: SharedOffice) -> dict[str, tuple[str, str]]:
    """Those named right behind the countries, one for each, in their order."""
    if reading.gap(office.last).strip() not in (",", "(", ":", "–", "—"):
        return {}
    people = mentions.people(office.last, reading.sentence(office.last - 1).last)[: len(office.codes)]
    ends = [office.last, *(one.last for one in people)]
    is_list = all(
        one.first - end <= (reading.word(end) in ("and", "respectively", "namely"))
        for one, end in zip(people, ends, strict=False)
    )
    if len(people) < len(office.codes) or not is_list or not all(map(_is_open, people)):
        return {}
    return {
        one.key_of_person: (code, office.title)
        for one, code in zip(people, office.codes, strict=True)
        if one.country in (None, code)
    }


def _country_beside(named: NamedText, one: Mention) -> Unit | None:
    """The country of "Ivo Lund of Ostia", "Ivo Lund (Ostia)", "Ostia: Ivo Lund"."""
    reading, at = named.reading, one.last
    is_behind = reading.word(at) in ("of", "from", "for") and reading.is_joined(at)
    start = at + is_behind
    unit = named.units.country_at(start + (reading.word(start) == "the"))
    if unit and unit.use == "name" and (is_behind or reading.gap(at).strip() == "("):
        return unit
    before = named.units.country_at(one.first - 1)
    gap = reading.gap(one.first)
    is_label = gap.strip()[:1] in (":", "–", "—", "|", "-") and len(gap) > 1
    return before if before and before.use == "name" and is_label else None


def _sentences_of_lists(reading: Reading) -> set[int]:
    """The numbers of the sentences that tell who took part, and of the lines below one that does."""
    found: set[int] = set()
    for number, sentence in enumerate(reading.sentences):
        told = reading.folded(sentence.first, min(sentence.last, sentence.first + FARTHEST_WORD))
        is_line = reading.opens_paragraph(number) and not _printed(reading, sentence).endswith(".")
        is_below = number - 1 in found and is_line and sentence.last - sentence.first <= LONGEST_LINE
        if is_below or not ATTENDED.isdisjoint(told):
            found.add(number)
    return found


def _printed(reading: Reading, sentence: Sentence) -> str:
    return reading.text[sentence.start : sentence.end].rstrip()


def _is_open(one: Mention) -> bool:
    return one.kind == PERSON and bool(one.speaker and one.speaker.provisional) and not one.is_genitive


def _given(one: Mention, found: dict[str, tuple[str, str]]) -> Mention:
    told = found.get(one.key_of_person)
    if told is None or one.speaker is None:
        return one
    code, title = one.country or told[0], one.role or told[1]
    return replace(one, speaker=replace(one.speaker, country=code), country=code, role=title)
