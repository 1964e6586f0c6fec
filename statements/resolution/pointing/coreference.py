"""Everything that is asked of what stands before a word, over one common memory of who spoke."""

from __future__ import annotations

from collections.abc import Mapping

from statements.resolution.pointing.antecedents import Antecedents
from statements.resolution.pointing.meetings import find_meetings
from statements.resolution.pointing.several import Several
from statements.resolution.pointing.to_bodies import Bodies
from statements.resolution.pointing.to_persons import Persons
from statements.resolution.text.mentions import Mentions
from statements.resolution.text.reading import Reading


class Coreference:
    """Persons, bodies and pairs of one text; ``before.remember`` takes in what was said next."""

    def __init__(
        self, reading: Reading, mentions: Mentions, contents: frozenset[int], genders: Mapping[str, str]
    ) -> None:
        self.before = Antecedents(reading, mentions, contents)
        self.meetings = find_meetings(reading, mentions, contents)
        self.persons = Persons(self.before, genders, self.meetings)
        self.bodies = Bodies(self.before)
        self.several = Several(self.before)
