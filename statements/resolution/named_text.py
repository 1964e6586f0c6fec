"""A text as it was read, with what it names: read once, asked by every rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from statements.records import Span
from statements.resolution.bodies.institutions import find_institutions
from statements.resolution.bodies.named import with_named_bodies
from statements.resolution.bodies.state_offices import find_state_offices
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import Units
from statements.resolution.persons.people import People
from statements.resolution.text.mentions import Mentions
from statements.resolution.text.reading import Reading, read


@dataclass(frozen=True, slots=True)
class NamedText:
    """The words of a text in sentences, and the known names among them."""

    reading: Reading
    units: Units


def read_names(text: str, spans: Iterable[Span], index: AuthorityIndex) -> NamedText:
    """Read some spans of a text, each a paragraph, in the order in which they stand."""
    reading = read(text, sorted(spans))
    return NamedText(reading, Units(reading, index))


def find_mentions(named: NamedText, index: AuthorityIndex, sources: frozenset[int] = frozenset()) -> Mentions:
    """All persons and bodies; ``sources`` are the words of whoever speaks."""
    people = People(named.reading, named.units, index, sources).mentions
    bodies = find_institutions(named.reading, named.units, index)
    offices = find_state_offices(named.reading, named.units, index)
    reading = named.reading
    agencies = [at for at in range(len(reading.words)) if index.is_news_agency(reading, at)]
    return Mentions(with_named_bodies(reading, named.units, [*people, *bodies, *offices], agencies))
