"""Bodies of a people in a state that is not its own: they bear its name and speak for no state."""

from __future__ import annotations

from statements.resolution.index.units import Unit, Units
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

NOUNS = any_of(
    "council union community association congress federation society alliance assembly league forum party"
    " movement committee club cooperative"
)
OF_PEOPLES = frozenset(("minority", "community", "diaspora"))
# Austria, Bhutan, Monaco, Namibia, Palestine, Slovakia, Slovenia, Switzerland: their chambers are called so.
WITH_A_NATIONAL_COUNCIL = frozenset(("AT", "BT", "MC", "NA", "PS", "SK", "SI", "CH"))
LONGEST_NAME = 6


def is_of_a_people(reading: Reading, units: Units, unit: Unit) -> bool:
    """Whether a country's adjective begins the name of such a body.

    Is: "the Ostian National Council", "the Ostian Cultural Union in Norland", "the Ostian Minority Party"
    Is not: "the Slovak National Council", "the Ostian Union in Osta", "the Ostian Council of State"
    """
    if unit.use != "demonym" or unit.country is None:
        return False
    last = unit.last
    while last - unit.last < LONGEST_NAME and reading.is_capital(last) and reading.gap(last) == " ":
        last += 1
    name = reading.folded(unit.last, last)
    if not name or name[-1] not in NOUNS or reading.word(last) == "of":
        return False
    is_national = name == ["national", "council"] and unit.country.code not in WITH_A_NATIONAL_COUNCIL
    at = last + 1 + (reading.word(last + 1) == "the")
    place = units.country_at(at) if reading.word(last) == "in" and reading.is_joined(last) else None
    is_abroad = place is not None and place.country != unit.country
    return is_national or is_abroad or bool(OF_PEOPLES & set(name))
