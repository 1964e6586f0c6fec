"""Which words of a text name another state than its home."""

from __future__ import annotations

from collections.abc import Iterator

from statements.datelines import dateline_of
from statements.folding import fold
from statements.resolution.bodies.the_country import STATES
from statements.resolution.home.acting import ASIDE, NAMES_OF_MANY
from statements.resolution.home.found import OWN, Home
from statements.resolution.index.units import Units, code_of
from statements.resolution.persons.roles import COUNTERPARTS
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES

# What a state has in others, where it acts as a guest.
MISSIONS = frozenset(("embassy", "ambassador", "mission", "consulate"))
HIGH = (["high", "commission"], ["high", "commissioner"])


class OtherStates:
    """Finds the states that some words name beside a home."""

    def __init__(self, reading: Reading, units: Units) -> None:
        self._reading, self._units = reading, units

    def report(self, number: int) -> int:
        """The first word of a sentence behind its dateline, which tells nothing of who acts."""
        reading, sentence = self._reading, self._reading.sentences[number]
        is_opening = reading.opens_paragraph(number)
        opening = dateline_of(reading.text[sentence.start : sentence.end]) if is_opening else None
        return (
            reading.words_in((sentence.start + opening.end, sentence.end))[0] if opening else sentence.first
        )

    def named(self, first: int, last: int, home: Home, skipped: frozenset[int]) -> Iterator[tuple[int, bool]]:
        """The other states that some words name, and whether they are named aside."""
        for at in range(first, last):
            unit = self._units.at(at)
            if unit is None or unit.first != at or at in skipped or unit.person is not None:
                continue
            if unit.body and fold(self._reading.printed(unit.first, unit.last)) in NAMES_OF_MANY:
                continue
            if self._is_of_a_mission(unit.last + self._reading.is_possessive(unit.last)):
                continue
            if self._is_of_a_counterpart(unit.last):
                continue
            is_state = (
                unit.country.kind in STATES if unit.country else unit.body is not None and unit.body.country
            )
            if is_state and code_of(unit) != home.country.code:
                # Whose officials speak in a text of their own, wherever they are.
                aside = ASIDE | {"in", "at"} if home.basis == OWN else ASIDE
                yield at, self._reading.word(before_article(self._reading, at)) in aside

    def _is_of_a_mission(self, at: int) -> bool:
        """Whether a mission or its head stands at a word: "embassy", "High Commissioner"."""
        at += self._reading.word(at) == "high" and self._reading.word(at + 1) in (
            "commission",
            "commissioner",
        )
        return self._reading.word(at) in MISSIONS or self._reading.folded(at - 1, at + 1) in HIGH

    def _is_of_a_counterpart(self, at: int) -> bool:
        """Whether an adjective is of those whom the one named next meets: "her Varian colleagues"."""
        while self._reading.word(at) == "and" or self._units.country_at(at):
            at += 1
        return self._reading.word(at) in COUNTERPARTS

    def is_of_home(self, at: int, home: Home) -> bool:
        unit = self._units.at(at)
        return unit is not None and code_of(unit) == home.country.code


def before_article(reading: Reading, at: int) -> int:
    return at - 1 - (reading.word(at - 1) in ARTICLES)
