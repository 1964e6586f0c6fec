"""Quotations -> ResolvedStatements: who spoke, for which country, about which, when, relayed by whom.

Missing is better than wrong: a rule answers when one candidate is left, and
is silent otherwise. No database, no network; linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statements.records import Document, Quotation, ResolvedStatement, Span
from statements.resolution.about import countries_about, countries_named, countries_of
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.dates import said_date, said_words
from statements.resolution.named_text import NamedText, find_mentions, read_names
from statements.resolution.reading import Reading
from statements.resolution.speakers import SpeakerResolver

RESOLVER_VERSION = "2"

__all__ = [
    "RESOLVER_VERSION",
    "AuthorityIndex",
    "countries_named",
    "countries_of",
    "read_names",
    "resolve",
]


def resolve(
    document: Document,
    quotations: Sequence[Quotation],
    index: AuthorityIndex,
    named: NamedText | None = None,
) -> list[ResolvedStatement]:
    """Resolve the quotations of a document; the result is in their order.

    ``named`` spares reading the document's unmarked paragraphs a second time.

    1. Read the unmarked paragraphs as words in sentences.
    2. Find the known names, then all persons and institutions.
    3. Go through the sources in the order of the text, so that "he" finds who spoke before.
    4. Add the countries the words name, the date and the agency.
    """
    named = named or read_names(document.text, document.body_spans(), index)
    reading, units = named.reading, named.units
    sources = words_of(reading, (span for one in quotations for span in one.sources))
    contents = words_of(reading, (span for one in quotations for span in one.content))
    mentions = find_mentions(named, index, sources)
    published = document.published
    day = published.value if published and published.precision == "day" else None
    resolver = SpeakerResolver(named, mentions, index, contents, day, document.title)
    resolved: dict[int, ResolvedStatement] = {}
    for number in sorted(range(len(quotations)), key=lambda number: place_of(quotations[number])):
        quotation = quotations[number]
        resolved[number] = ResolvedStatement(
            quotation=quotation,
            attributions=resolver.resolve(quotation),
            about=countries_about(reading, units, quotation.content),
            agency=agency_key(document.text, quotation.agency, index),
            said=said_date(reading, quotation, published),
            said_words=said_words(reading, quotation),
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


def agency_key(text: str, span: Span | None, index: AuthorityIndex) -> str | None:
    """The record of who relayed the words: "TASS" in "the TASS news agency"; None for an unknown one."""
    if span is None:
        return None
    record = index.publisher(text[span[0] : span[1]])
    return record.key if record else None
