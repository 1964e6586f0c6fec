"""Those who stand together: both sides, the two ministers, the three ministries, the guest and the host."""

from __future__ import annotations

from statements.folding import fold
from statements.records import ResolvedAttribution
from statements.resolution.attributions import Attributions, spoken_for
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.offices import fits_head
from statements.resolution.index.references import government
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.antecedents import FARTHEST_WORD, attribution_of
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.pointing.descriptions import (
    SIDES,
    is_pair,
    is_pair_of_bodies,
    is_pair_of_people,
)
from statements.resolution.pointing.groups import FEWEST_OF_A_LIST, Groups
from statements.resolution.pointing.visitors import Visitors
from statements.resolution.text.mentions import INSTITUTION, PERSON

# How far from the beginning of a sentence those may stand that it is about.
FARTHEST_SUBJECT = 14
# Behind these the sides are no subject.
BEFORE_OTHERS = frozenset(("of", "between", "by", "to", "with", "from", "for", "among", "both", "on", "in"))
GATHERINGS = frozenset(
    ("meeting", "session", "conference", "consultations", "forum", "summit", "talks", "seminar", "workshop")
)


class Together:
    """Resolves words for two or more of whom the text told, and for one of those who met."""

    def __init__(self, named: NamedText, index: AuthorityIndex, coreference: Coreference) -> None:
        self._reading, self._index, self._several = named.reading, index, coreference.several
        self._meetings, self._before = coreference.meetings, coreference.before
        self._visitors = Visitors(coreference.before, coreference.meetings, index)
        self._groups = Groups(coreference.before, named, index)

    def resolve(self, first: int, last: int) -> Attributions:
        reading, several = self._reading, self._several
        groups = self._groups
        counted = (
            groups.resolve(first, last, self._is_a)
            or groups.bodies_of_two(first, last)
            or groups.participants(first, last)
            or self._all_who_met(first, last)
            or self._all_who_spoke(first, last)
        )
        if counted:
            return counted
        if is_pair(reading, first, last):
            met = () if several.spoke_apart(first) else self._visitors.sides(first)
            found = met or several.both(first) or self._governments_of_two(first)
            return found or self._the_two(first) or self._of_joint_speakers(first)
        if is_pair_of_bodies(reading, first, last):
            return several.both(first, INSTITUTION)
        if is_pair_of_people(reading, first, last):
            return self._pair_of_people(first, last) or groups.two(first, last, self._is_a)
        return self._visitors.resolve(first, last) or self._visitors.heads(first, last)

    def they(self, at: int) -> Attributions:
        """The sides that the sentence before is about.

        Resolves: The parties discussed trade. They agreed …  At the talks, the two sides met. They agreed …
        Leaves open: Talks between the two sides began. They agreed …
        """
        start = self._several.start_of_the_sentence_before(at)
        for first in range(start, min(self._before.sentence_end(start), start + FARTHEST_SUBJECT)):
            is_subject = self._reading.word(first - 1) not in BEFORE_OTHERS
            if self._reading.word(first) not in ("the", "both") or not is_subject:
                continue
            last = first + 2 + (self._reading.word(first + 1) in ("two", "three"))
            if self._are_together(first, last):
                return self.resolve(first, last)
        return ()

    def _are_together(self, first: int, last: int) -> bool:
        is_side = self._reading.word(last - 1) in SIDES and is_pair(self._reading, first, last)
        return is_side or self._groups.are_participants(first, last)

    def _the_two(self, first: int) -> Attributions:
        """The governments of a text's two countries: "the two neighbours"; not "the two sides"."""
        words = set(self._reading.folded(first, first + 3))
        is_counted = words & {"two", "both"} and not words & {"sides", "parties"}
        pair = self._groups.pair(first) if is_counted else []
        return tuple(spoken_for(government(one)) for one in pair)

    def _of_joint_speakers(self, first: int) -> Attributions:
        """The governments of the only two who spoke together so far: "both sides" far below "the ministers".

        Finds: Lund of Ostia and Berg of Norland agreed. Hale of Varia came. … Both sides said …
        Finds nothing: the same after Lund and Hale agreed too, or two of one state did
        """
        groups = (
            group.attributions
            for group in self._before.recent()
            if len(group.attributions) > 1 and all(one.kind == PERSON for one in group.speakers)
        )
        pairs = {frozenset(one.country for one in group): group for group in groups}
        if len(pairs) != 1:
            return ()
        [(codes, group)] = pairs.items()
        states = [self._index.country(one.country or "") for one in group]
        is_pair = len(group) == len(codes) == 2
        return tuple(spoken_for(government(one)) for one in states if one) if is_pair and all(states) else ()

    def _all_who_met(self, first: int, last: int) -> Attributions:
        """All of the one meeting that a text tells of: "The participants" after Lund received three."""
        if not self._groups.are_participants(first, last):
            return ()
        meetings = [one for one in self._meetings if one.at < first and len(one.people) > 2]
        people = meetings[0].people if len(meetings) == 1 else ()
        return tuple(attribution_of(self._reading, one) for one in people if one.speaker)

    def _all_who_spoke(self, first: int, last: int) -> Attributions:
        """All who spoke at a meeting, for each state one: "The participants" far below.

        Finds: Lund of Ostia opened a session. Berg of Norland said … The Varian delegation said …
        Finds nothing: where two spoke for Ostia, somebody spoke for no state, or nothing tells of a meeting
        """
        words = (self._reading.word(at) for at in range(max(0, first - FARTHEST_WORD), first))
        if not self._groups.are_participants(first, last) or not any(word in GATHERINGS for word in words):
            return ()
        said = {
            one.speaker.key: one
            for group in self._before.recent()
            for one in group.attributions
            if one.speaker
        }
        codes = {one.country for one in said.values()}
        is_each_of_a_state = None not in codes and len(codes) == len(said) >= FEWEST_OF_A_LIST
        return tuple(said.values()) if is_each_of_a_state else ()

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
            return self._several.both_people(first) or self._visitors.pair(first, bool)

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
