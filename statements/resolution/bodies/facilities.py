"""Airports, ports and branches of firms, by the place that their name is: "Port Lund airport"."""

from __future__ import annotations

from collections.abc import Iterator

from statements.resolution.bodies.mentions import body_mention
from statements.resolution.index.references import unknown_institution
from statements.resolution.index.units import Units
from statements.resolution.text.mentions import Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import DATE_WORDS, FUNCTION_WORDS, TITLE_WORDS, any_of

# By these it is named again, where it is the only one: "the airport said".
FACILITIES = any_of(
    "airport seaport harbour harbor shipyard refinery hospital smelter observatory branch port railway"
    " university museum"
)
WHO_RUN_THEM = any_of("authority administration management operator")
KINDS = any_of("international regional central main state national university military general air rail")
LONGEST_NAME = 5


def find_facilities(reading: Reading, units: Units) -> Iterator[Mention]:
    """Facilities with the name of a place or of somebody before them, or a port or university behind.

    Finds: "Port Lund airport", "Lund International Airport", "the Osta port authority"
    Finds nothing: "the airport", "the Ostian airport", "Osta’s airport", "Minister Lund airport"
    """
    for at in range(len(reading.words)):
        if reading.word(at) not in FACILITIES or units.at(at) is not None:
            continue
        first = _start_of_name(reading, units, at)
        if first == at:
            continue
        last = at + 1
        if reading.word(last) in WHO_RUN_THEM and reading.is_joined(last):
            last += 1
        yield body_mention(reading, first, last, unknown_institution(reading.printed(first, last), None))


def _start_of_name(reading: Reading, units: Units, at: int) -> int:
    first, is_named = at, False
    while at - first < LONGEST_NAME and reading.is_joined(first) and reading.gap(first).strip() == "":
        word, unit = reading.word(first - 1), units.at(first - 1)
        is_kind = word in KINDS
        is_adjective = unit is not None and (unit.use == "demonym" or unit.body is not None)
        is_other = word in (FUNCTION_WORDS | DATE_WORDS | TITLE_WORDS) - KINDS
        if not is_kind and (not reading.is_capital(first - 1) or is_adjective or is_other):
            break
        first -= 1
        is_named = is_named or not is_kind
    # "The international airport" is any.
    return first if is_named else at
