"""Which countries the words are about: those they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statements.records import Span
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.named_text import NamedText, read_names
from statements.resolution.reading import Reading
from statements.resolution.units import Unit, Units

# A capital before these is where an agreement was made: the Minsk Group, the Vienna Convention.
EVENTS = frozenset(
    [
        "group",
        "agreement",
        "agreements",
        "accord",
        "accords",
        "process",
        "format",
        "protocol",
        "protocols",
        "convention",
        "conventions",
        "memorandum",
        "treaty",
        "statute",
        "declaration",
        "pact",
        "charter",
        "club",
        "consensus",
        "principles",
        "platform",
        "talks",
        "conference",
        "summit",
        "airport",
        "marathon",
    ]
)


def countries_named(text: str, spans: Iterable[Span], index: AuthorityIndex) -> list[str]:
    """Codes of all countries, organisations and territories named in the spans, in order of first mention."""
    return countries_of(read_names(text, spans, index))


def countries_of(named: NamedText) -> list[str]:
    """The same for a text that was read."""
    return list(dict.fromkeys(_codes(named.reading, named.units.items)))


def countries_about(reading: Reading, units: Units, spans: Iterable[Span]) -> tuple[str, ...]:
    """The same for some spans of it."""
    found: dict[str, None] = {}
    for span in spans:
        first, last = reading.words_in(span)
        inside = (units.at(at) for at in range(first, last))
        found.update(dict.fromkeys(_codes(reading, dict.fromkeys(unit for unit in inside if unit))))
    return tuple(found)


def _codes(reading: Reading, units: Iterable[Unit]) -> Iterator[str]:
    """The countries of units: by name, demonym, capital, metonym or body, never by a person.

    Counts: "Ankara", "the Armenians", "the Kremlin", "the UN Security Council"
    Leaves out: "Minsk" in "the Minsk agreements", "Vladimir Putin"
    """
    for unit in units:
        if unit.country and not _is_event(reading, unit):
            yield unit.country.code
        elif unit.body and unit.body.country:
            yield unit.body.country


def _is_event(reading: Reading, unit: Unit) -> bool:
    return unit.use == "capital" and reading.is_joined(unit.last) and reading.word(unit.last) in EVENTS
