"""The guest, the hosts, the sides, the interlocutors: those of whom a readout told that they met."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from statements.folding import fold
from statements.records import ResolvedAttribution
from statements.resolution.attributions import spoken_for
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.offices import HEADS_OF_STATES, fits_head
from statements.resolution.index.references import government
from statements.resolution.pointing.antecedents import Antecedents, attribution_of, is_single_person
from statements.resolution.pointing.meetings import Meeting
from statements.resolution.text.mentions import Mention
from statements.resolution.text.vocabulary import POSSESSIVES

GUESTS = frozenset(("guest", "guests", "visitor", "visitors"))
HOSTS = frozenset(("host", "hosts"))
INTERLOCUTORS = frozenset(("interlocutors", "counterparts", "officials", "dignitaries"))
# What may stand between the article and the noun.
PLAIN = frozenset(("two", "both", "high", "distinguished", "foreign", "honoured", "honored", "negotiating"))
LONGEST = 4
VISITING, INTERLOCUTOR = "visiting", "interlocutor"
DETERMINERS = POSSESSIVES | {"the", "both"}
# Words for whoever has a rank.
ANY_RANK = frozenset(("official", "diplomat", "dignitary", "politician", "statesman"))


class Visitors:
    """Finds those that met."""

    def __init__(self, before: Antecedents, meetings: Sequence[Meeting], index: AuthorityIndex) -> None:
        self._before, self._meetings, self._index = before, meetings, index

    def resolve(self, first: int, last: int) -> tuple[ResolvedAttribution, ...]:
        """Whom a noun for someone who met another stands for.

        Resolves: President Lund received the envoy Anna Berg. The guest … The host … The interlocutors …
        Leaves open: "the guest" after two were received, "a guest", "the guest of the festival"
        """
        noun = self._noun(first, last)
        meeting = self._last(first)
        if not noun or meeting is None:
            return ()
        if noun == INTERLOCUTOR:
            return self._other(meeting, first)
        if noun == VISITING:
            fits = meeting.guests[0].role if len(meeting.guests) == 1 else ""
            is_meant = fits_head(self._before.reading.word(last - 1), fits) or (
                self._before.reading.word(last - 1) in ANY_RANK
            )
            return self._attributed(meeting.guests) if is_meant and fits else ()
        if noun in INTERLOCUTORS:
            return self._attributed(meeting.people) if len(meeting.people) == 2 else ()
        found = meeting.guests if noun in GUESTS else (meeting.host,) if noun in HOSTS else ()
        is_several = noun in ("guests", "visitors")
        return self._attributed(found) if len(found) == 1 or is_several else ()

    def _other(self, meeting: Meeting, at: int) -> tuple[ResolvedAttribution, ...]:
        """The one of two who met with whom the last speaker did: "her interlocutor"."""
        last = self._before.last_said(at, is_single_person)
        others = [one for one in meeting.people if last and one.speaker not in last.speakers]
        return self._attributed(others) if len(meeting.people) == 2 and len(others) == 1 else ()

    def sides(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """The governments of the countries whose people met before a word, if no others did."""
        pairs = {
            frozenset(one.country for one in meeting.people)
            for meeting in self._meetings
            if meeting.at < at and all(one.country for one in meeting.people)
        }
        pairs = {pair for pair in pairs if len(pair) == 2 or (len(pair) > 2 and not self._counts_two(at))}
        if len(pairs) != 1:
            return ()
        people = next(one.people for one in self._meetings if {p.country for p in one.people} in pairs)
        codes = dict.fromkeys(one.country for one in people)
        found = [government(country) for code in codes if (country := self._index.country(code or ""))]
        return tuple(spoken_for(one) for one in found)

    def _counts_two(self, at: int) -> bool:
        """Whether "both sides" or "the two sides" begins at a word, not "the sides"."""
        return bool({self._before.reading.word(at), self._before.reading.word(at + 1)} & {"both", "two"})

    def pair(self, at: int, fits: Callable[[ResolvedAttribution], bool]) -> tuple[ResolvedAttribution, ...]:
        """The two who met last before a word, if both fit: "the two ministers" far below the meeting."""
        meeting = self._last(at)
        people = self._attributed(meeting.people) if meeting else ()
        return people if len(people) == 2 and all(fits(one) for one in people) else ()

    def heads(self, first: int, last: int) -> tuple[ResolvedAttribution, ...]:
        """ "The two heads of state", where two who are such met."""
        words = self._before.reading.folded(first, last)
        if words[-3:-1] != ["heads", "of"] or words[0] not in DETERMINERS:
            return ()
        pattern = HEADS_OF_STATES.get(frozenset(("head", words[-1])))
        return self.pair(first, lambda one: bool(pattern and pattern.search(fold(one.role))))

    def _last(self, at: int) -> Meeting | None:
        return next((one for one in reversed(self._meetings) if one.at < at), None)

    def _noun(self, first: int, last: int) -> str:
        """The noun of "the guest", "her hosts", "the honoured guest"; none for "the guest of the festival".

        "Visiting" for "the visiting minister".
        """
        reading = self._before.reading
        while reading.word(first - 1) in PLAIN and reading.is_joined(first):
            first -= 1
        first -= reading.word(first) not in DETERMINERS
        words = reading.folded(first, last)
        if not 2 <= len(words) <= LONGEST or words[0] not in DETERMINERS:
            return ""
        if words[1] == VISITING and len(words) == 3:
            return VISITING
        return words[-1] if set(words[1:-1]) <= PLAIN else ""

    def _attributed(self, people: Sequence[Mention]) -> tuple[ResolvedAttribution, ...]:
        found = {one.speaker: attribution_of(self._before.reading, one) for one in people if one.speaker}
        return tuple(found.values())
