"""He, she, the minister: which person named before they stand for, when only one can be meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statements.folding import fold
from statements.records import ResolvedAttribution, SpeakerReference
from statements.resolution.index.offices import office_of
from statements.resolution.persons.roles import COUNTERPARTS
from statements.resolution.pointing.alone import left_alone
from statements.resolution.pointing.antecedents import (
    Antecedents,
    Said,
    attribution_of,
    is_hidden,
    is_nameless,
    is_several,
    is_single_person,
    is_someone,
    said_by,
)
from statements.resolution.pointing.by_title import ByTitle, may_agree
from statements.resolution.pointing.descriptions import subject_by_title
from statements.resolution.pointing.meetings import Meeting
from statements.resolution.pointing.pronouns import HE, is_object
from statements.resolution.text.mentions import PERSON, WITHOUT_A_NAME, Mention
from statements.resolution.text.vocabulary import ARTICLES

# "For his part", "in her turn": of whom the sentence is about.
TURNS = frozenset(("part", "turn"))
FARTHEST_TOPIC = 200
# Behind them stands whom somebody spoke with, and who does not take over the word.
COMPANY = frozenset(("with", "to"))
SPOKE_WITH = frozenset(("spoke", "talked", "telephoned", "phone", "telephone"))
BEFORE_A_TITLE = ARTICLES | HE.keys()


class Persons:
    """Finds the person that a word stands for."""

    def __init__(
        self, before: Antecedents, genders: Mapping[str, str], meetings: Sequence[Meeting] = ()
    ) -> None:
        self._before, self._genders = before, genders
        self.by_title = ByTitle(before, genders, meetings)

    def person(self, at: int, gender: str) -> Said | None:
        """The person that "he", "she" or (gender unknown) "the 61-year-old" stands for.

        Resolves: “…,” Peskov told reporters. “…,” he said.
        Resolves: Lund agreed. Deputy Minister Hamid Berg objected: in his words, …
        Leaves open: Putin met Pashinyan on Monday. He said …
        """
        called = self._called_by_title(at, gender) if gender else None
        if called:
            return called if called.speakers else None
        found = self._last_who_spoke(at, gender) or self._presented(at, gender)
        return found or left_alone(self._before, at, self._may_agree, gender)

    def _called_by_title(self, at: int, gender: str) -> Said | None:
        """Whom the sentence before calls by an office alone, where nobody spoke in it; of nobody if not told.

        Resolves: Minister Berg agreed.\n\nThe President toured a farm. She said … to President Anna Lund
        Leaves alone: Minister Berg agreed. The road is shut. She said …, and where the sentence names Hale
        """
        reading, start = self._before.reading, self._before.previous_sentence(at)
        end = self._before.sentence_end(start)
        last = self._before.last_said(at, lambda said: True)
        if start == self._before.sentence_start(at) or last is None or last.at >= start:
            return None
        if reading.sentence(start).paragraph != reading.sentence(at).paragraph:
            return None
        title = subject_by_title(reading, start, end)
        role = reading.printed(*title) if title else ""
        if title is None or not office_of(role) or self._before.mentions.people(start, end):
            return None

        def fits(one: Mention | ResolvedAttribution) -> bool:
            return office_of(one.role) == office_of(role)

        found = self.by_title.person(title[0], fits, gender)
        is_last = len(last.speakers) == 1 and fits(last.attributions[0])
        return found or (None if is_last else Said(title[0], ()))

    def _last_who_spoke(self, at: int, gender: str) -> Said | None:
        last = self._before.last_said(at, lambda said: is_open(said, gender) or is_someone(said))
        if last is not None and not last.speakers:
            return self._topic(at, gender)
        if last is None or not self._agrees(last.speakers[0], gender):
            return self._only_person(at, gender) or self._topic(at, gender)
        if not gender and last.at < self._before.previous_sentence(at):
            return None
        rivals = {
            mention.key
            for mention in self._people(self._rivals_from(last, gender), at, gender)
            if mention.speaker != last.speakers[0]
        }
        if rivals and not self._goes_on(last, at, gender):
            return self._topic(at, gender) or self.subject(at, gender)
        return last

    def _goes_on(self, last: Said, at: int, gender: str) -> bool:
        """Whether the sentence before is still of the last speaker, and names others as those met or called.

        Does: Lund refused. Lund spoke by telephone with his Varian colleague Karl Berg. “…,” he said.
        Does not: Lund refused. Lund met Berg. “…,” he said.  Lund refused. Berg spoke with him. “…,” he
        """
        reading, start = self._before.reading, self._before.previous_sentence(at)
        subjects = self._before.subjects(start)
        if len(subjects) != 1 or [subjects[0].speaker] != last.speakers or not gender:
            return False
        others = [one for one in self._people(start, at, gender) if one.speaker != subjects[0].speaker]
        before = (one.first - 1 - (reading.word(one.first - 1) in BEFORE_A_TITLE) for one in others)
        return all(reading.word(k) in COMPANY for k in before)

    def _topic(self, at: int, gender: str) -> Said | None:
        """The only person of this paragraph, or of the sentence before, who begins it and whom nobody rivals.

        Resolves: Lund refused. Hamid Berg, who sits for Osta, was not convinced. “…?” he asked.
        Leaves open: Lund refused. Hamid Berg met him. “…,” he said.
        """
        reading = self._before.reading
        first = min(self._before.paragraph_start(at), self._before.previous_sentence(at))
        first = max(first, at - FARTHEST_TOPIC)
        people = self._people(first, at, gender)
        if not gender or not people or not self._begins(people[0], first):
            return None
        [topic, *_], speaker = people, people[0].speaker
        spoke = [said for said in self._before.recent() if first <= said.at < at]
        is_alone = all(said.speakers == [speaker] for said in spoke) and not self._is_rivalled(
            topic, first, at, gender
        )
        return said_by(reading, topic) if speaker and is_alone and self._agrees(speaker, gender) else None

    def _presented(self, at: int, gender: str) -> Said | None:
        """The person in office with whom the last sentence of this paragraph outside of a quotation begins.

        The paragraph names nobody else, and nobody spoke since: so whose name does not show it is "she".
        Resolves: The Ostian minister, Tiri Lund, took questions. She said …
        Resolves: The Ostian minister, Tiri Lund, met Mr Berg. She said …
        Resolves: The Ostian minister, Tiri Lund, spoke with Berg. She said …
        Leaves open: The Ostian minister, Tiri Lund, met Berg. She said …
        """
        reading = self._before.reading
        number = reading.sentence_numbers[at] - 1
        while number >= 0 and reading.sentences[number].first in self._before.contents:
            number -= 1
        if not gender or number < 0 or reading.sentences[number].paragraph != reading.sentence(at).paragraph:
            return None
        first = reading.sentences[number].first
        last = self._before.sentence_end(first)
        topic = next(iter(self._people(first, last, gender)), None)
        if topic is None or not topic.role or not topic.speaker or not self._begins(topic, first):
            return None
        spoke = [said for said in self._before.recent() if first <= said.at < at]
        is_alone = all(said.speakers == [topic.speaker] for said in spoke)
        is_rivalled = self._is_rivalled(topic, self._before.paragraph_start(at), first, "")
        is_rivalled = is_rivalled or self._is_rivalled(topic, first, at, gender)
        is_rivalled = is_rivalled and not self._keeps_company(topic, self._before.paragraph_start(at), at)
        points = any(
            HE.get(reading.word(k)) == gender
            for k in range(first, last)
            if k != at and not {reading.word(k + 1), reading.word(k + 2)} & COUNTERPARTS
        )
        return said_by(reading, topic) if is_alone and not is_rivalled and not points else None

    def _is_rivalled(self, topic: Mention, first: int, last: int, gender: str) -> bool:
        """Whether somebody else is named or pointed to between two words, sure to be a person or not."""
        named = self._before.mentions.people(first, last)
        return self._is_somebody_met(first, last, gender) or any(
            one.speaker != topic.speaker
            and one.head_first not in self._before.contents
            and (one.speaker is None or self._may_agree(one.speaker, gender))
            for one in named
        )

    def _keeps_company(self, topic: Mention, first: int, last: int) -> bool:
        """Whether all others named between two words are those with whom somebody spoke."""
        reading = self._before.reading
        others = [one for one in self._before.mentions.people(first, last) if one.speaker != topic.speaker]
        before = [one.first - 1 - (reading.word(one.first - 1) in BEFORE_A_TITLE) for one in others]
        are_met = all(
            reading.word(at) in COMPANY and reading.word(at - 1) in SPOKE_WITH and one.head_first > at
            for at, one in zip(before, others, strict=True)
        )
        return bool(others) and are_met and all(one.speaker for one in others)

    def _is_somebody_met(self, first: int, last: int, gender: str) -> bool:
        """Whether "him" or "her" between two words tells of one more: "Berg met her"."""
        outside = (k for k in range(first, last) if k not in self._before.contents)
        return any(is_object(self._before.reading, k, gender) for k in outside)

    def subject(self, at: int, gender: str) -> Said | None:
        """The person with whom a sentence begins, if it names no other up to a word.

        Finds: Lund in "Lund was sure, his spokesman said"
        Finds nothing: "Lund met Berg, his spokesman said"
        """
        subjects = self._before.subjects(at)
        subject = subjects[0] if subjects else None
        if subject is None or subject.kind != PERSON or subject.speaker is None:
            return None
        named = self._before.mentions.people(subject.head_first, at)
        is_alone = all(one.speaker == subject.speaker for one in named)
        is_meant = is_alone and self._agrees(subject.speaker, gender)
        return said_by(self._before.reading, subject) if is_meant else None

    def subject_in_office(self, at: int, gender: str) -> Said | None:
        """The person in office with whom a sentence begins, whoever else it names: the one who has an office.

        Finds: Lund in "President Lund was told by Berg, his office said"
        Finds nothing: "Lund was told by Berg, his office said"
        """
        subjects = self._before.subjects(at)
        subject = subjects[0] if subjects else None
        if subject is None or subject.kind != PERSON or not subject.speaker or not office_of(subject.role):
            return None
        return said_by(self._before.reading, subject) if self._may_agree(subject.speaker, gender) else None

    def _begins(self, one: Mention, first: int) -> bool:
        """Whether a person is whom a paragraph is about: its subject, or behind "by" or the like.

        Is: "Lund was sure.", "To Lund, a scholar, all is theatre.", "They were led by the envoy Lund."
        Is not: "The talks of the minister and of Lund’s aide"
        """
        reading = self._before.reading
        before = one.first - 1 - (reading.word(one.first - 1) in ARTICLES)
        return one.first <= first + 1 or (
            reading.word(before) == "by" and reading.same_sentence(before, first)
        )

    def _rivals_from(self, last: Said, gender: str) -> int:
        """Where somebody else may have become the one meant: after the last speaker's sentence, as a rule.

        From the sentence before it: Tal came. When he arrived, Lund said so. He …
        "For his part, Lund said so" tells of nobody else.
        """
        reading = self._before.reading
        before = range(self._before.sentence_start(last.at), last.at)
        genders = {
            HE[reading.word(at)]
            for at in before
            if at not in self._before.contents
            and reading.word(at) in HE
            and reading.word(at + 1) not in TURNS
        }
        if gender in genders or (genders and not gender):
            return self._before.previous_sentence(last.at)
        return self._before.sentence_end(last.at)

    def _agrees(self, speaker: SpeakerReference, gender: str) -> bool:
        """Whether "he" or "she" may be a speaker; nobody is "she" of whom the text shows nothing."""
        is_shown = gender != "f" or speaker.kind in WITHOUT_A_NAME or speaker.key in self._genders
        return is_shown and self._may_agree(speaker, gender)

    def _may_agree(self, speaker: SpeakerReference, gender: str) -> bool:
        return may_agree(self._genders, speaker, gender)

    def _only_person(self, at: int, gender: str) -> Said | None:
        """The single person of this sentence and the one before.

        Leaves open: The envoy met Lund. Ivo Berg had gone home, he said.  Anna Berg met her. She said …
        """
        here, before = self._before.sentence_start(at), self._before.previous_sentence(at)
        found = [
            *self._people(before, here, gender),
            *self._people(here, at, gender, contents=frozenset()),
        ]
        keys = {mention.key for mention in found}
        if len(keys) != 1 or not found[-1].speaker or not self._agrees(found[-1].speaker, gender):
            return None
        if gender and self._is_somebody_met(before, here, gender):
            return None
        return said_by(self._before.reading, found[-1])

    def _people(
        self, first: int, last: int, gender: str, contents: frozenset[int] | None = None
    ) -> Sequence[Mention]:
        """The persons named from one word to another, outside of the words said."""
        contents = self._before.contents if contents is None else contents
        return [
            mention
            for mention in self._before.mentions.people(first, last)
            if not mention.is_genitive
            and mention.head_first not in contents
            and (mention.speaker is None or self._may_agree(mention.speaker, gender))
            and self._is_surely_person(mention)
        ]

    def _is_surely_person(self, mention: Mention) -> bool:
        """Whether a mention is more than a run of capitals: "Silk Road" is none, "Ivo Lund" is."""
        if mention.speaker is None or not mention.speaker.provisional or not mention.is_full:
            return True
        reading, after = self._before.reading, mention.head_last
        is_set_off = reading.gap(after).startswith(",")
        has_age = is_set_off and (reading.word(after).isdigit() or reading.word(after) == "who")
        return bool(mention.role) or has_age or mention.speaker.key in self._genders

    def answerers(self, turns: int) -> list[ResolvedAttribution]:
        """Who may answer the questions of a transcript that begins at a word.

        Those who spoke so far, else those whom the words before it name.
        """
        if self._before.people:
            return list(self._before.people.values())
        named = {
            mention.key: attribution_of(self._before.reading, mention)
            for mention in reversed(self._people(0, turns, ""))
        }
        return list(named.values())

    def last_person(self, at: int) -> Said | None:
        """The person who spoke last."""
        return self._before.last_said(at, is_single_person)

    def last_someone(self, at: int) -> Said | None:
        """Whoever spoke last, named or not."""
        return self._before.last_said(at, lambda said: True)

    def spoke_alone_right_before(self, said: Said, others: Sequence[Said], at: int) -> bool:
        """Whether somebody spoke in the sentence before a word, and none of some others in that paragraph."""
        start = min(self._before.paragraph_start(at), self._before.paragraph_start(said.at))
        is_alone = all(one.at < start for one in others if one is not said)
        return is_alone and said.at >= self._before.previous_sentence(at)

    def hidden(self, at: int) -> Said | None:
        """The source that hides and spoke last: "a Western diplomat", whom "the source" stands for.

        Resolves: A diplomat said so. The source said …    Leaves open: A diplomat said so. Lund … The source
        """
        last = self.last_someone(at)
        return last if last and is_hidden(last) and not is_several(last) else None

    def unnamed(self, head: str) -> list[Said]:
        """The speakers without a name whose role has this head, the last words of each."""
        found = {
            said.speakers[0].key: said
            for said in self._before.recent()
            if is_nameless(said) and not is_several(said) and head in fold(said.speakers[0].name).split()
        }
        return list(found.values())


def is_open(said: Said, gender: str) -> bool:
    """Whether somebody spoke whom nothing settled, and who may be of a gender."""
    return not said.speakers and (not gender or said.gender in ("", gender))
