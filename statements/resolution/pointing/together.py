"""Those who stand together: both sides, the two ministers, the three ministries, the guest and the host."""

from __future__ import annotations

from statements.folding import fold
from statements.records import ResolvedAttribution
from statements.resolution.attributions import Attributions, spoken_for
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.offices import fits_head
from statements.resolution.index.references import government
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.pointing.descriptions import is_pair, is_pair_of_bodies, is_pair_of_people
from statements.resolution.pointing.groups import Groups
from statements.resolution.pointing.visitors import Visitors
from statements.resolution.text.mentions import INSTITUTION, PERSON


class Together:
    """Resolves words for two or more of whom the text told, and for one of those who met."""

    def __init__(self, named: NamedText, index: AuthorityIndex, coreference: Coreference) -> None:
        self._reading, self._index, self._several = named.reading, index, coreference.several
        self._visitors = Visitors(coreference.before, coreference.meetings, index)
        self._groups = Groups(coreference.before, named, index)

    def resolve(self, first: int, last: int) -> Attributions:
        reading, several = self._reading, self._several
        counted = self._groups.resolve(first, last, self._is_a)
        if counted:
            return counted
        if is_pair(reading, first, last):
            met = () if several.spoke_apart(first) else self._visitors.sides(first)
            return met or several.both(first) or self._governments_of_two(first)
        if is_pair_of_bodies(reading, first, last):
            return several.both(first, INSTITUTION)
        if is_pair_of_people(reading, first, last):
            return self._pair_of_people(first, last)
        return self._visitors.resolve(first, last) or self._visitors.heads(first, last)

    def they(self, at: int) -> Attributions:
        """The sides with which the sentence before begins: "The parties discussed trade. They agreed …"."""
        first = self._several.start_of_the_sentence_before(at)
        return self.resolve(first, first + 2) if is_pair(self._reading, first, first + 2) else ()

    def _governments_of_two(self, at: int) -> Attributions:
        """Those of the two officials of whom the sentence before tells.

        Finds: President Lund of Ostia and Premier Berg of Norland will meet. Both governments said …
        Finds nothing: President Lund and her aide Berg will meet. Both governments said …
        """
        pair = self._several.pair_of_people(self._several.start_of_the_sentence_before(at))
        countries = [self._index.country(one.country or "") for one in pair]
        own = [government(one) for one in countries if one]
        if len({one.key for one in own}) != 2:
            return ()
        return tuple(spoken_for(one) for one in own)

    def _pair_of_people(self, first: int, last: int) -> Attributions:
        words = self._reading.folded(first, last)
        head = " ".join(word for word in words if word not in ("the", "two", "both"))
        if not head:
            return self._several.both_people(first)

        def fits(one: ResolvedAttribution) -> bool:
            return self._is_a(one, head)

        return self._several.both(first, PERSON, fits) or self._visitors.pair(first, fits)

    def _is_a(self, one: ResolvedAttribution, plural: str) -> bool:
        """Whether a person is one of "ministers" by the printed title, else by the record.

        A minister's "counterpart" of whom there is no record is one as well.
        """
        record = self._index.speaker(one.speaker.key) if one.speaker else None
        is_counterpart = "counterpart" in fold(one.role).split()
        if record is None:
            return is_counterpart or fits_head(plural, one.role)
        titles = [office.title for office in record.offices] if is_counterpart or not one.role else [one.role]
        return any(fits_head(plural, title) for title in titles)
