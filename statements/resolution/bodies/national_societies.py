"""The Red Cross of a country, which is not the committee in Geneva."""

from __future__ import annotations

from statements.resolution.bodies.mentions import body_mention
from statements.resolution.index.references import unknown_institution
from statements.resolution.index.units import Unit, Units
from statements.resolution.text.mentions import Mention
from statements.resolution.text.reading import Reading

RED_CROSS = ["red", "cross"]


def national_society(reading: Reading, units: Units, unit: Unit) -> Mention | None:
    """A national society by its country’s name before or behind it.

    Finds: "the Ostian Red Cross", "Ostia Red Cross Society", "the Red Cross of Ostia"
    Finds nothing: "the Red Cross", "the International Committee of the Red Cross", "the Red Cross in Ostia"
    """
    if reading.folded(unit.first, unit.last) != RED_CROSS:
        return None
    before = units.country_at(unit.first - 1)
    is_before = before is not None and before.last == unit.first and reading.gap(unit.first) == " "
    last = unit.last + (reading.word(unit.last) == "society" and reading.is_joined(unit.last))
    behind = (
        units.country_at(last + 1 + (reading.word(last + 1) == "the")) if reading.word(last) == "of" else None
    )
    if not is_before and behind is None:
        return None
    first = before.first if before and is_before else unit.first
    end = behind.last if behind and not is_before else last
    return body_mention(reading, first, end, unknown_institution(reading.printed(first, end), None))
