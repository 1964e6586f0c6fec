"""The signs of where a text is at home: issuer, agency, dateline, headline, bare titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from statements.datelines import Dateline, dateline_of
from statements.folding import fold
from statements.records import CountryRecord, Document, PublisherRecord, ResolvedAttribution
from statements.resolution.bodies.the_country import STATES
from statements.resolution.home.acting import ActingStates
from statements.resolution.home.found import AGREED, LABELLED, OWN, Home
from statements.resolution.home.homes import Homes
from statements.resolution.home.issuers import Heading
from statements.resolution.home.letterheads import (
    LONGEST_CREDIT,
    countries_in,
    is_under_a_letterhead,
    state_of_agency,
    state_of_service,
    states_of_letterheads,
)
from statements.resolution.home.mastheads import state_of_masthead
from statements.resolution.home.sections import state_of_sections
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import Units, code_of
from statements.resolution.named_text import NamedText
from statements.resolution.persons.state_titles import is_state_title
from statements.resolution.text.mentions import PERSON, Mentions

# Agencies that report from everywhere for everybody.
AGENCIES_OF_THE_WORLD = frozenset(("afp", "ap", "bloomberg", "dpa", "efe", "ips", "reuters", "upi"))
ENOUGH_SIGNS = 2
MOST_OPENINGS = 6
FEWEST_LABELS = 2
LONGEST_PLACE = 24
# Djibouti, Guatemala, Kuwait, Luxembourg, Monaco, Panama, Singapore, San Marino: city and state have one
# name.
CALLED_BY_THE_CAPITAL = frozenset(("DJ", "GT", "KW", "LU", "MC", "PA", "SG", "SM"))
# What a line with a place and a full day may be taken for, above a headline.
ABOVE = frozenset(("headline", "page navigation", "page furniture"))
YEAR = re.compile(r"\b20\d\d\b")
LINES_BESIDE = frozenset(("byline", "dateline"))


def find_homes(
    document: Document,
    named: NamedText,
    mentions: Mentions,
    heading: Heading,
    issuers: Sequence[ResolvedAttribution],
    sources: frozenset[int],
    contents: frozenset[int],
    index: AuthorityIndex,
) -> Homes:
    """The homes of a text: of all of it, and of the paragraphs that stand under a country's name."""
    labelled = {paragraph: Home(one, LABELLED) for paragraph, one in _labelled(named)}
    signs = _signs(document, named, mentions, heading, index)
    whole = _own_home(document, issuers, index) or _agreed_home(signs, index)
    acting = ActingStates(named.reading, named.units, mentions, sources, contents)
    if whole and whole.is_by_name_alone and whole.country.code in acting.named_in_lead():
        whole = replace(whole, is_by_name_alone=False)
    leanings = _leanings(signs, heading)
    units, printed_by = named.units, signs.publisher
    return Homes(named.reading, units, contents, whole, labelled, acting, leanings, index, printed_by)


def _own_home(
    document: Document, issuers: Sequence[ResolvedAttribution], index: AuthorityIndex
) -> Home | None:
    """The country of the one body that issued a text, or on whose pages or paper it stands.

    Finds: "Ministry of Trade of Ostia", or "Ministry of Trade" and below it "Osta, 3 June"
    """
    record = index.publisher(document.publisher)
    codes = {one.country for one in issuers}
    if not codes:
        codes = (
            {record.country}
            if record and record.kind == "official"
            else states_of_letterheads(document, index)
        )
    if not codes and is_under_a_letterhead(document, index):
        codes = {_place(document, index)}
    codes = codes or _organisation(document.publisher, index)
    country = index.country(codes.pop() or "") if len(codes) == 1 else None
    return Home(country, OWN, True) if country else None


def _organisation(publisher: str, index: AuthorityIndex) -> set[str | None]:
    """The organisation whose name is all of its publisher's: "Ostian League"; not "Ostian League Watch"."""
    named = (one.country for one in countries_in(publisher, index) if one.country)
    organisations = (one for one in named if one.kind == "organisation")
    return {one.code for one in organisations if fold(publisher) in {fold(name.text) for name in one.names}}


@dataclass(frozen=True, slots=True)
class Signs:
    """The states that the signs of a text tell, each by its code."""

    publisher: str | None
    place: str | None
    agency: str | None
    theme: str | None
    officials: str | None
    alone: str | None
    sections: str | None
    masthead: str | None
    is_from_abroad: bool
    is_of_the_world: bool


def _signs(
    document: Document, named: NamedText, mentions: Mentions, heading: Heading, index: AuthorityIndex
) -> Signs:
    record = index.publisher(document.publisher) or _credited(document, index)
    publisher = state_of_service(document, index) or _of_publisher(record) or state_of_agency(document, index)
    masthead = state_of_masthead(document, index)
    publisher = publisher or masthead
    place = _place(document, index)
    # A paper that is called after a state, or its capital, is at home there, or in a town of that name.
    sections = state_of_sections(document, index) or masthead
    is_elsewhere = bool(publisher or sections) and bool(place) and place not in (publisher, sections)
    theme = _theme(document, named, heading, index)
    is_agency = record is not None and record.kind == "agency"
    return Signs(
        publisher,
        place,
        agency=place if _is_of_unknown_agency(document, index) else None,
        theme=theme,
        officials=_bare_officials(mentions),
        sections=sections,
        masthead=masthead,
        alone=place if place and _states(document, named, index) == {place} else None,
        is_from_abroad=is_elsewhere and (bool(sections) or is_agency),
        is_of_the_world=record is not None and record.key in AGENCIES_OF_THE_WORLD,
    )


def _agreed_home(signs: Signs, index: AuthorityIndex) -> Home | None:
    """The one country in which two signs agree; none where a national agency reports from abroad.

    Finds: "OSTA (Norpress) – …" of Ostia's agency, "OSTA (Reuters) - Ostia said" under "Ostia protests"
    Finds: "OSTA, Tuesday - …" of a text that names no state but Ostia; under the sections "Ostia | World"
    Finds nothing: "NORA (Norpress) – …" of Ostia's agency, "OSTA (Reuters) - Norland said"
    """
    if signs.is_from_abroad:
        return None
    told = [signs.publisher, signs.place, signs.agency, signs.theme, signs.officials, signs.alone]
    told += [signs.sections] * ENOUGH_SIGNS
    votes = Counter(code for code in told if code)
    agreed = [code for code, count in votes.items() if count >= ENOUGH_SIGNS]
    country = index.country(agreed[0]) if len(agreed) == 1 else None
    if country is None or country.kind not in STATES:
        return None
    is_by_name = country.code == signs.masthead
    others = (signs.place, signs.agency, signs.theme, signs.officials)
    is_by_name_alone = is_by_name and country.code not in others
    is_of_its_press, is_contested = country.code == signs.publisher, len(votes) > 1
    return Home(country, AGREED, is_of_its_press, is_by_name, is_contested, is_by_name_alone)


def _leanings(signs: Signs, heading: Heading) -> frozenset[str]:
    """Where a text may be at home by one sign; a world agency's dateline is none.

    Of a headline all states count: "Ostia shuts bridge to Norland trucks".
    """
    place = None if signs.is_of_the_world else signs.place
    told = frozenset(code for code in (signs.publisher, place, signs.theme) if code)
    return told | heading.named.units.codes(range(len(heading.reading.words))) if told else told


def _credited(document: Document, index: AuthorityIndex) -> PublisherRecord | None:
    """The agency of the dateline, for a text that tells no other publisher: "Osta, June 3, NORPRESS"."""
    credits = next((found.credits for found in _datelines(document) if found.credits), ())
    records = [record for one in credits if (record := index.publisher(one)) and record.kind == "agency"]
    return records[0] if len(records) == 1 and not document.publisher else None


def _datelines(document: Document) -> Iterable[Dateline]:
    return (found for text in _openings(document) if (found := dateline_of(text)))


def _openings(document: Document) -> list[str]:
    """The paragraphs that may begin with a dateline, and the lines beside them that may be one."""
    beside = [document.text[one.start : one.end] for one in document.marks if one.reason in LINES_BESIDE]
    return [*(document.text[slice(*span)] for span in document.body_spans()[:MOST_OPENINGS]), *beside]


def _is_of_unknown_agency(document: Document, index: AuthorityIndex) -> bool:
    """Whether the dateline credits an agency without a record, which hardly reports from abroad: "(NP)"."""
    credits = next((found.credits for found in _datelines(document)), ())
    return len(credits) == 1 and credits[0].isupper() and index.publisher(credits[0]) is None


def _of_publisher(record: PublisherRecord | None) -> str | None:
    return record.country if record and record.key not in AGENCIES_OF_THE_WORLD else None


def _place(document: Document, index: AuthorityIndex) -> str | None:
    """The country of the one capital from which a text is dated, or its writer reports."""
    openings = _openings(document)
    bylines = [text for text in openings if text.startswith("By ") and not text.endswith(".")]
    places = [found.place for found in _datelines(document)] + _places_on_the_paper(document)
    # "Osta: The Ostian Daily", on a line of its own.
    places += [text.partition(":")[0] for text in openings if len(text) < LONGEST_CREDIT and ": " in text]
    places += _place_before_colon(document)
    for line in (*places, *bylines):
        capitals = _capitals(line, index)
        if capitals:
            is_whole = len(capitals) > line.count("/")
            return capitals[0] if is_whole and len(set(capitals)) == 1 else None
    return None


def _places_on_the_paper(document: Document) -> list[str]:
    """Where a paper is printed, by the line below its name: "Osta, Friday, May 14, 2021"."""
    starts = [start for start, _ in document.body_spans()[:1]]
    lines = (
        document.text[one.start : one.end]
        for one in document.marks
        if one.reason in ABOVE and starts and one.end <= starts[0]
    )
    return [found.place for line in lines if YEAR.search(line) and (found := dateline_of(line))][:1]


def _place_before_colon(document: Document) -> list[str]:
    """Whence a report begins: "Osta" of "Osta: Ostia has asked"; not of "Osta said: Wait"."""
    parts = (text.partition(": ") for text in _openings(document) if len(text) >= LONGEST_CREDIT)
    return [
        place
        for place, _, rest in parts
        if len(place) < LONGEST_PLACE and place.replace(" ", "").isalpha() and rest[:1].isupper()
    ][:1]


def _capitals(line: str, index: AuthorityIndex) -> list[str]:
    return [
        one.country.code
        for one in countries_in(line, index)
        if one.country
        and (one.use == "capital" or (one.use == "name" and one.country.code in CALLED_BY_THE_CAPITAL))
    ]


def _theme(document: Document, named: NamedText, heading: Heading, index: AuthorityIndex) -> str | None:
    """The state that the headline and the first sentence name first, where neither names another."""
    reading = named.reading
    if not reading.sentences:
        return None
    first = reading.sentences[0]
    opening = dateline_of(document.text[first.start :])
    start = first.start + (opening.end if opening else 0)
    begin, _ = reading.words_in((start, len(document.text)))
    if begin >= len(reading.words):
        return None
    last = reading.sentence(begin).last
    titled = _first_state(heading.named.units, range(len(heading.reading.words)), index)
    told = {titled, _first_state(named.units, range(begin, last), index)} - {None}
    return told.pop() if len(told) == 1 else None


def _states(document: Document, named: NamedText, index: AuthorityIndex) -> set[str]:
    """The codes of all states that a text names behind its dateline."""
    reading, begin = named.reading, 0
    for sentence in reading.sentences[:MOST_OPENINGS]:
        opening = dateline_of(document.text[sentence.start : sentence.end])
        begin = reading.words_in((sentence.start + opening.end, sentence.end))[0] if opening else begin
    codes = named.units.codes(range(begin, len(reading.words)), with_people=True)
    return {one.code for code in codes if (one := index.country(code)) and one.kind in STATES}


def _first_state(units: Units, words: range, index: AuthorityIndex) -> str | None:
    """The code of the first state that is named, or whose body or official is."""
    found = (
        index.country(code)
        for at in words
        if (unit := units.at(at)) and (code := code_of(unit, with_people=True))
    )
    return next((one.code for one in found if one and one.kind in STATES), None)


def _bare_officials(mentions: Mentions) -> str | None:
    """The country of all persons of record whose titles the text prints without one."""
    codes = {
        one.country
        for one in mentions.items
        if one.kind == PERSON and one.speaker and not one.speaker.provisional and is_state_title(one.role)
    }
    return codes.pop() if len(codes) == 1 else None


def _labelled(named: NamedText) -> Iterable[tuple[int, CountryRecord]]:
    """The paragraphs that begin with a country's name and a colon, or stand under lines of such names alone.

    Finds: "OSTIA: The Foreign Ministry regretted …", and what follows "Ostia" on a line of its own
    Finds nothing: "Ostia: We agree." in a transcript of which no other turn is a country's, "In Ostia: …"
    """
    reading, units = named.reading, named.units
    opened = [one for number, one in enumerate(reading.sentences) if reading.opens_paragraph(number)]
    found, above, lines = {}, None, 0
    for sentence in opened:
        unit = units.country_at(sentence.first + (reading.word(sentence.first) == "the"))
        is_name = unit is not None and unit.use != "demonym" and unit.last <= sentence.last
        is_alone = is_name and unit is not None and unit.last == sentence.last
        if unit is not None and is_name and not is_alone and reading.gap(unit.last).startswith(":"):
            found[sentence.paragraph] = unit.country
        elif (
            is_alone and unit is not None and not reading.text[: sentence.end].endswith((".", "!", "?", "”"))
        ):
            above, lines = unit.country, lines + 1
        elif above is not None:
            found[sentence.paragraph] = above
    is_list = len(found) >= FEWEST_LABELS and (not lines or lines >= FEWEST_LABELS)
    return [(paragraph, one) for paragraph, one in found.items() if one] if is_list else []
