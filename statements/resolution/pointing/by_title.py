"""The minister, the envoy: which person named before bears the title that a description repeats."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from statements.folding import fold
from statements.records import ResolvedAttribution, SpeakerReference
from statements.resolution.persons.roles import gender_of_role
from statements.resolution.pointing.antecedents import (
    FARTHEST_WORD,
    Antecedents,
    Said,
    is_single_person,
    said_by,
)
from statements.resolution.pointing.meetings import Meeting, participants
from statements.resolution.text.mentions import WITHOUT_A_NAME, Mention


class ByTitle:
    """Finds the person that a title without a name stands for.

    ``house`` is the state in whose name a text is printed, which calls its own so.
    """

    house: str | None = None

    def __init__(self, before: Antecedents, genders: Mapping[str, str], meetings: Sequence[Meeting]) -> None:
        self._before, self._genders, self._meetings = before, genders, meetings

    def person(
        self,
        at: int,
        fits: Callable[[Mention | ResolvedAttribution], bool],
        gender: str,
        is_another: bool = False,
        is_of_any_rank: bool = False,
    ) -> Said | None:
        """The person whose title a description repeats: the last speaker, or the only one that fits.

        Resolves: "the minister" after Turkish Defense Minister Hulusi Akar spoke
        Leaves open: "the minister" after two ministers of which neither spoke last, or after one
        whom somebody followed of whom the text tells no office (and who may be of that gender)
        ``is_another`` tells that the last speaker is not meant: "his counterpart"; ``is_of_any_rank`` that
        whoever spoke right before is, of however many: "the official".
        Resolves: "the minister" to who spoke last as "the Foreign Minister", without a name
        Resolves: "the president" to the one of two who received a guest, while the other sent greetings
        Resolves: "the Minister" to the one of two who is of the house, on Ostia’s own page
        Resolves: "the minister" to the one of two whom an ambassador met who spoke in the sentence before
        """
        fitting = [
            mention
            for mention in self._before.mentions.people(max(0, at - FARTHEST_WORD), at)
            if mention.speaker and fits(mention) and may_agree(self._genders, mention.speaker, gender)
        ]
        by_key = {mention.speaker.key: mention for mention in fitting if mention.speaker}
        last = self._before.last_said(at, is_single_person)
        if last and not by_key and not is_another and fits(last.attributions[0]):
            return last if may_agree(self._genders, last.speakers[0], gender) else None
        is_near = last is not None and last.at >= self._before.previous_sentence(at)
        is_close = is_near and is_of_any_rank
        is_from_above = is_near and not is_another and self._was_named_elsewhere(last, by_key, fits)
        if last and (is_from_above or (last.speakers[0].key in by_key and (len(by_key) <= 2 or is_close))):
            later = [one for one in fitting if one.head_first >= self._before.sentence_end(last.at)]
            is_last_meant = all(
                one.speaker == last.speakers[0] or one.head_first in self._before.contents for one in later
            )
            return last if is_last_meant else None
        is_rivalled = (
            last
            and not is_another
            and self._is_untitled(last)
            and may_agree(self._genders, last.speakers[0], gender)
        )
        if len(by_key) > 1 and not is_another:
            own = {key: mention for key, mention in by_key.items() if mention.country == self.house}
            by_key = own if self.house and len(own) == 1 else by_key
        if len(by_key) > 1:
            met = {one.speaker.key for one in participants(self._meetings, at) if one.speaker}
            is_open = not is_another and not met and not (last and last.speakers[0].key in by_key)
            near = self._of_the_sentence_before(at, by_key) if is_open else by_key
            by_key = near if len(near) == 1 else {key: one for key, one in by_key.items() if key in met}
        if len(by_key) != 1 or is_rivalled:
            return None
        [found] = by_key.values()
        return said_by(self._before.reading, found)

    def _of_the_sentence_before(self, at: int, by_key: dict[str, Mention]) -> dict[str, Mention]:
        """The one of several whom the sentence before in the same paragraph names, where it names but one.

        Finds: Ministers Lund and Hale left. … Ambassador Berg, who met Minister Lund, agreed. | The minister
        """
        start = self._before.previous_sentence(at)
        reading = self._before.reading
        if reading.sentence(start).paragraph != reading.sentence(at).paragraph:
            return by_key
        here = {key: one for key, one in by_key.items() if start <= one.head_first < at}
        return here if len(here) == 1 else by_key

    def _was_named_elsewhere(
        self,
        said: Said | None,
        named: Collection[str],
        fits: Callable[[Mention | ResolvedAttribution], bool],
    ) -> bool:
        """Whether somebody who fits a title spoke whom the text itself never gave it: its heading did."""
        return said is not None and said.speakers[0].key not in named and fits(said.attributions[0])

    def untitled(self, at: int) -> Said | None:
        """Who spoke in the sentence before in the same paragraph, and of whom no office is told.

        Resolves: Ivo Lund of the Grey bloc objected. “…,” said the lawmaker
        Leaves open: Minister Ivo Lund objected. “…,” said the lawmaker; the same two sentences later
        """
        reading, numbers = self._before.reading, self._before.reading.sentence_numbers
        last = self._before.last_said(at, lambda said: True)
        if last is None or not is_single_person(last) or not self._is_untitled(last):
            return None
        is_near = reading.sentence(last.at).paragraph == reading.sentence(at).paragraph
        named = self._before.mentions.people(last.at, at)
        is_alone = all(
            one.speaker in last.speakers or one.head_first in self._before.contents for one in named
        )
        return last if is_near and is_alone and numbers[at] - numbers[last.at] <= 1 else None

    def _is_untitled(self, said: Said) -> bool:
        """Whether a person spoke of whom neither the text so far nor a record tells an office."""
        named = self._before.mentions.between(max(0, said.at - FARTHEST_WORD), said.at + 1)
        titles = [said.attributions[0].role, *(one.role for one in named if one.speaker in said.speakers)]
        return not any(titles) and all(one.provisional for one in said.speakers)


def may_agree(genders: Mapping[str, str], speaker: SpeakerReference, gender: str) -> bool:
    """Gender is only a filter when known: a rival of whom nothing is known stays a rival."""
    is_unnamed = speaker.kind in WITHOUT_A_NAME
    known = gender_of_role(fold(speaker.name).split()) if is_unnamed else genders.get(speaker.key, "")
    return not gender or known in ("", gender)
