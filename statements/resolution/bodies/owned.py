"""Bodies of a state that have names of their own: its services, the railways and airlines called after it."""

from __future__ import annotations

from statements.records import CountryRecord
from statements.resolution.bodies.state_bodies import CHARGES
from statements.resolution.index.units import Units
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import PRIVATE_BODIES, any_of

SERVICES = any_of("service agency inspectorate directorate authority administration")
RANKS = any_of("national state federal central")
# What charities do as well.
OF_CHARITIES = any_of("rescue refugees persons assistance support training")
FARTHEST_KIND = 4
# Bodies beside an organisation that bear its name and speak for themselves.
OF_OTHERS = any_of(
    "association federation league alliance coalition network campaign movement society chamber club union"
    " watch"
)
FIRMS_IN_PLURAL = any_of("railways railroads airlines airways telecom ports pipelines lines")


def is_service_of_state(reading: Reading, first: int, last: int) -> bool:
    """Whether a name behind a state’s genitive is that of its service, which speaks for it.

    Is: "National Grain Health Service"    Is not: "National News Agency", "Grain Agency", "National Party",
    "National Grain Relief Service", "National Grain Health Service, a charity,"
    """
    is_service = reading.word(last - 1) in SERVICES and reading.is_capital(last - 1)
    is_charged = reading.word(last - 2) in CHARGES - OF_CHARITIES
    is_ranked = bool(RANKS & set(reading.folded(first, last)))
    return is_service and is_charged and is_ranked and not _is_called_private(reading, last)


def _is_called_private(reading: Reading, last: int) -> bool:
    """Whether ", a charity," or the like follows a name."""
    is_set_off = reading.gap(last).strip() == "," and reading.word(last) in ("a", "an")
    return is_set_off and bool(PRIVATE_BODIES & set(reading.folded(last + 1, last + FARTHEST_KIND)))


def organisation_begun(reading: Reading, units: Units, first: int, last: int) -> CountryRecord | None:
    """The organisation with whose name that of a part of it begins.

    Finds: the OGL of "OGL Centre for Grain"    Finds nothing: "OGL Students Association", "Ostian Centre"
    """
    unit = units.country_at(first)
    is_begun = unit is not None and unit.first == first and unit.last < last and unit.use != "demonym"
    if unit is None or not is_begun or set(reading.folded(unit.last, last)) & OF_OTHERS:
        return None
    return unit.country if unit.country and unit.country.kind == "organisation" else None


def is_firm_of_country(reading: Reading, units: Units, first: int, last: int) -> bool:
    """Whether a country and the noun of a firm are its whole name, which needs no article.

    Is: "Ostian Railways", "Ostia Airlines"    Is not: "Ostian railways", "Osta Airlines", "Ostian Grain"
    """
    unit = units.country_at(first)
    is_one = unit is not None and unit.first == first and unit.last == last - 1 and unit.use != "capital"
    return is_one and reading.word(last - 1) in FIRMS_IN_PLURAL
