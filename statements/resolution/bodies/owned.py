"""Bodies of a state that have names of their own: its services, the railways and airlines called after it."""

from __future__ import annotations

from statements.resolution.index.units import Units
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

SERVICES = any_of("service agency inspectorate directorate authority administration")
RANKS = any_of("national state federal central")
OF_THE_PRESS = frozenset(("news", "press", "information"))
FIRMS_IN_PLURAL = any_of("railways railroads airlines airways telecom ports pipelines lines")


def is_service_of_state(reading: Reading, first: int, last: int) -> bool:
    """Whether a name behind a state’s genitive is that of its service, which speaks for it.

    Is: "National Grain Health Service"    Is not: "National News Agency", "Grain Agency", "National Party"
    """
    words = set(reading.folded(first, last))
    is_service = reading.word(last - 1) in SERVICES and reading.is_capital(last - 1)
    return is_service and bool(words & RANKS) and not words & OF_THE_PRESS


def is_firm_of_country(reading: Reading, units: Units, first: int, last: int) -> bool:
    """Whether a country and the noun of a firm are its whole name, which needs no article.

    Is: "Ostian Railways", "Ostia Airlines"    Is not: "Ostian railways", "Osta Airlines", "Ostian Grain"
    """
    unit = units.country_at(first)
    is_one = unit is not None and unit.first == first and unit.last == last - 1 and unit.use != "capital"
    return is_one and reading.word(last - 1) in FIRMS_IN_PLURAL
