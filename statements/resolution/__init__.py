"""Quotations -> ResolvedStatements: who spoke, for which country, about which, when, relayed by whom.

Missing is better than wrong: a rule answers when one candidate is left, and
is silent otherwise. No database, no network; linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statements.records import Document, Quotation, ResolvedStatement, Span
from statements.resolution.circumstances.about import countries_about, countries_named, countries_of
from statements.resolution.circumstances.addressees import Addressees
from statements.resolution.circumstances.dates import SaidTimes
from statements.resolution.circumstances.mediums import medium_of
from statements.resolution.circumstances.speech_acts import act_of
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.named_text import NamedText, find_mentions, read_names
from statements.resolution.speakers.of_sources import SpeakerResolver
from statements.resolution.text.reading import Reading

RESOLVER_VERSION = "8"

__all__ = ["RESOLVER_VERSION", "AuthorityIndex", "countries_named", "countries_of", "read_names", "resolve"]


def resolve(
    document: Document, quotations: Sequence[Quotation], index: AuthorityIndex, named: NamedText | None = None
) -> list[ResolvedStatement]:
    """Resolve the quotations of a document; the result is in their order.

    ``named`` spares reading the document's unmarked paragraphs a second time.

    1. Read the unmarked paragraphs as words in sentences.
    2. Find the known names, then all persons and institutions.
    3. Go through the sources in the order of the text, so that "he" finds who spoke before.
    4. Add the countries that the words name and address, the date, the act, the medium and the agency.
    """
    named = named or read_names(document.text, document.body_spans(), index)
    reading = named.reading
    sources = words_of(reading, (span for one in quotations for span in one.sources))
    contents = words_of(reading, (span for one in quotations for span in one.content))
    mentions = find_mentions(named, index, sources)
    published = document.published
    day = published.value if published and published.precision == "day" else None
    resolver = SpeakerResolver(named, mentions, index, document, sources, contents, day)
    times = SaidTimes(document, reading, quotations, contents)
    addressees = Addressees(reading, named.units, mentions, index, resolver.named_by)
    resolved: dict[int, ResolvedStatement] = {}
    for number in sorted(range(len(quotations)), key=lambda number: place_of(quotations[number])):
        quotation = quotations[number]
        attributions = resolver.resolve(quotation)
        spoken_for = frozenset(one.country for one in attributions if one.country)
        said, addressed = times.of(quotation), addressees.of(quotation, spoken_for)
        resolved[number] = ResolvedStatement(
            quotation=quotation,
            attributions=attributions,
            about=countries_about(named, mentions, quotation.content, spoken_for),
            agency=agency_key(document.text, quotation, index),
            said=said.date,
            said_words=said.words,
            said_note=said.note,
            addressees=addressed.countries,
            addressed_basis=addressed.basis,
            act=act_of(reading, quotation),
            medium=medium_of(document, reading, quotation),
        )
    return [resolved[number] for number in range(len(quotations))]


def words_of(reading: Reading, spans: Iterable[Span]) -> frozenset[int]:
    """The numbers of the words in some spans."""
    numbers: set[int] = set()
    for span in spans:
        numbers.update(range(*reading.words_in(span)))
    return frozenset(numbers)


def place_of(quotation: Quotation) -> Span:
    return quotation.source or quotation.cue or quotation.content[0]


def agency_key(text: str, quotation: Quotation, index: AuthorityIndex) -> str | None:
    """The record of who relayed the words, as a relay or as the agency that was told them.

    Finds: "TASS" in "the TASS news agency reported", "told TASS"
    Finds nothing: "told The Moscow Times", which prints its own; an agency without a record
    """
    for span in (quotation.agency, quotation.hearer):
        record = index.publisher(text[slice(*span)]) if span else None
        if record and (span is quotation.agency or record.kind == "agency"):
            return record.key
    return None
