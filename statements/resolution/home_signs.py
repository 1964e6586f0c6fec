"""The signs of where a text is at home: issuer, agency, dateline, headline, bare titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from statements.datelines import dateline_of
from statements.records import CountryRecord, Document, PublisherRecord, ResolvedAttribution
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.home import AGREED, LABELLED, OWN, STATES, Home, Homes
from statements.resolution.issuers import Heading
from statements.resolution.mentions import PERSON, Mentions
from statements.resolution.named_text import NamedText, read_names
from statements.resolution.reading import Reading
from statements.resolution.state_titles import is_state_title
from statements.resolution.units import Unit, Units, code_of

# Agencies that report from everywhere for everybody.
AGENCIES_OF_THE_WORLD = frozenset(("afp", "ap", "bloomberg", "dpa", "efe", "ips", "reuters", "upi"))
ENOUGH_SIGNS = 2
MOST_OPENINGS = 2
FEWEST_LABELS = 2
LINES_BESIDE = frozenset(("byline", "dateline"))


def find_homes(
    document: Document,
    named: NamedText,
    mentions: Mentions,
    heading: Heading,
    issuers: Sequence[ResolvedAttribution],
    contents: frozenset[int],
    index: AuthorityIndex,
) -> Homes:
    """The homes of a text: of all of it, and of the paragraphs that stand under a country's name."""
    labelled = {paragraph: Home(one, LABELLED) for paragraph, one in _labelled(named)}
    whole = _own_home(document, issuers, index) or _agreed_home(document, named, mentions, heading, index)
    return Homes(named.reading, named.units, contents, whole, labelled)


def _own_home(
    document: Document, issuers: Sequence[ResolvedAttribution], index: AuthorityIndex
) -> Home | None:
    """The country of the one body that issued a text, or on whose pages it stands."""
    record = index.publisher(document.publisher)
    codes = {one.country for one in issuers}
    if not codes and record and record.kind == "official":
        codes = {record.country}
    country = index.country(codes.pop() or "") if len(codes) == 1 else None
    return Home(country, OWN) if country else None


def _agreed_home(
    document: Document, named: NamedText, mentions: Mentions, heading: Heading, index: AuthorityIndex
) -> Home | None:
    """The one country in which two signs agree; none where a national agency reports from abroad.

    Finds: "OSTA (Norpress) – …" of Ostia's agency, "OSTA (Reuters) - Ostia said" under "Ostia protests"
    Finds nothing: "NORA (Norpress) – …" of Ostia's agency, "OSTA (Reuters) - Norland said"
    """
    record = index.publisher(document.publisher)
    publisher = _of_publisher(record)
    place = _place(document, index)
    if publisher and place and publisher != place and record and record.kind == "agency":
        return None
    agency = place if _is_of_unknown_agency(document, index) else None
    signs = [publisher, place, agency, _theme(document, named, heading, index), _bare_officials(mentions)]
    votes = Counter(code for code in signs if code)
    agreed = [code for code, count in votes.items() if count >= ENOUGH_SIGNS]
    country = index.country(agreed[0]) if len(agreed) == 1 else None
    return Home(country, AGREED) if country and country.kind in STATES else None


def _is_of_unknown_agency(document: Document, index: AuthorityIndex) -> bool:
    """Whether the dateline credits an agency without a record, which hardly reports from abroad: "(NP)"."""
    openings = (document.text[slice(*span)] for span in document.body_spans()[:MOST_OPENINGS])
    credits = next((found.credits for text in openings if (found := dateline_of(text))), ())
    return len(credits) == 1 and credits[0].isupper() and index.publisher(credits[0]) is None


def _of_publisher(record: PublisherRecord | None) -> str | None:
    return record.country if record and record.key not in AGENCIES_OF_THE_WORLD else None


def _place(document: Document, index: AuthorityIndex) -> str | None:
    """The country of the one capital from which a text is dated, or its writer reports."""
    openings = [document.text[slice(*span)] for span in document.body_spans()[:MOST_OPENINGS]]
    beside = [document.text[one.start : one.end] for one in document.marks if one.reason in LINES_BESIDE]
    beside += [text for text in openings if text.startswith("By ") and not text.endswith(".")]
    datelines = [found.place for text in (*openings, *beside) if (found := dateline_of(text))]
    for line in (*datelines, *beside):
        codes = set(_capitals(line, index))
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def _capitals(line: str, index: AuthorityIndex) -> Iterable[str]:
    units = read_names(line, [(0, len(line))], index).units.items
    return (one.country.code for one in units if one.country and one.use == "capital")


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
    last = reading.sentences[reading.sentence_numbers[begin]].last
    titled = _first_state(heading.named.units, range(len(heading.reading.words)), index)
    told = {titled, _first_state(named.units, range(begin, last), index)} - {None}
    return told.pop() if len(told) == 1 else None


def _first_state(units: Units, words: range, index: AuthorityIndex) -> str | None:
    """The code of the first state that is named, or whose body or official is."""
    found = (index.country(code) for at in words if (unit := units.at(at)) and (code := _code(unit)))
    return next((one.code for one in found if one and one.kind in STATES), None)


def _code(unit: Unit) -> str | None:
    return unit.person.country if unit.person else code_of(unit)


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
    opened = [one for number, one in enumerate(reading.sentences) if _begins_paragraph(reading, number)]
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


def _begins_paragraph(reading: Reading, number: int) -> bool:
    return number == 0 or reading.sentences[number - 1].paragraph != reading.sentences[number].paragraph
