"""How far a description reaches: "a source close to the Kremlin", "officials on both sides"."""

from __future__ import annotations

from dataclasses import replace

from statements.resolution.index.units import Unit
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.descriptions import (
    WITH_A_COMPLEMENT,
    Description,
    end_of_knowledge,
    end_of_sides,
    end_of_those_close,
)
from statements.resolution.speakers.anonymity import ANYBODY
from statements.resolution.text.mentions import INSTITUTION, Mentions
from statements.resolution.text.vocabulary import TITLE_WORDS

# A place after these belongs to the role: "officials in Baku", "a source close to the Kremlin".
PLACES_AFTER = frozenset(("in", "from", "at", "of", "to", "for", "with"))
# Where they are is not whose they are: "a Western diplomat in Osta".
POSTED = frozenset(("diplomat", "diplomats"))


class Reach:
    """Finds the words of a description behind its source, and inside of it."""

    def __init__(self, named: NamedText, mentions: Mentions) -> None:
        self._reading, self._units, self._mentions = named.reading, named.units, mentions

    def whole(self, description: Description, last: int) -> Description:
        """The description in full; ``last`` is where the source ends."""
        return self._with_others(self._with_place(description, last), last)

    def _with_place(self, description: Description, last: int) -> Description:
        """The description with a place that follows the source, or without the adjective that wants more.

        "A source close" to the Kremlin becomes "source close to the Kremlin", "Officials" on both sides
        "officials on both sides", "people familiar" with the talks "people familiar with the talks", but
        "a diplomat familiar" with them becomes "diplomat".
        """
        end = self._end_of_name(description.last)
        if end > description.last:
            return replace(description, last=end)
        if end == last:
            unit = self._unit_after(last)
            if unit:
                return replace(description, last=self._end_of_body(unit))
            end = max(end_of_sides(self._reading, last), end_of_those_close(self._reading, last))
            known = end_of_knowledge(self._reading, last) if description.head in ANYBODY else last
            end = max(end, known)
        while self._reading.word(end - 1) in WITH_A_COMPLEMENT and end - description.first > 1:
            end -= 1
        return replace(description, last=end)

    def _end_of_name(self, last: int) -> int:
        """The end of the body's name in which a source ends: "the UN" of "the UN peacekeeping force"."""
        bodies = (one for one in self._mentions.covering(last - 1) if one.kind == INSTITUTION)
        return max((one.head_last for one in bodies if one.speaker and one.head_first < last), default=last)

    def _with_others(self, description: Description, last: int) -> Description:
        """The description with all of "the presidents of Ostia, Norland and Varia"."""
        reading, units, end = self._reading, self._units, description.last
        while end < last and units.country_at(end - 1):
            is_listed = reading.gap(end).strip() == "," or reading.word(end) == "and"
            at = end + (reading.word(end) == "and")
            unit = units.country_at(at + (reading.word(at) == "the")) if is_listed else None
            if unit is None or unit.last > last:
                break
            end = unit.last
        return replace(description, last=end)

    def _unit_after(self, last: int) -> Unit | None:
        reading = self._reading
        if reading.word(last) not in PLACES_AFTER or not reading.is_joined(last):
            return None
        unit = self._units.at(last + 1 + (reading.word(last + 1) == "the"))
        is_posted = unit is not None and unit.use == "capital" and reading.word(last - 1) in POSTED
        return unit if unit and reading.same_sentence(last, unit.first) and not is_posted else None

    def _end_of_body(self, unit: Unit) -> int:
        """The end of the body or office whose name begins with a country's: "the Ostian Foreign Ministry"."""
        reading, bodies = self._reading, self._mentions.between(unit.first, unit.last + 1)
        end = max((one.head_last for one in bodies if one.kind == INSTITUTION), default=unit.last)
        while unit.use == "demonym" and reading.word(end) in TITLE_WORDS and reading.is_joined(end):
            end += 1
        return end
