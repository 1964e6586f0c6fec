"""They, both sides, the latter: which of those named before they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from statements.folding import fold
from statements.records import ResolvedAttribution
from statements.resolution.index.references import unnamed_role
from statements.resolution.pointing.antecedents import (
    Antecedents,
    Said,
    attribution_of,
    is_body,
    is_hidden,
    is_nameless,
    is_several,
    is_single,
    said_by,
)
from statements.resolution.pointing.descriptions import PLURALS, is_pair_of_people
from statements.resolution.pointing.to_bodies import ISSUED, SENT, WRITTEN
from statements.resolution.text.mentions import GOVERNMENT, INSTITUTION, PERSON, Mention
from statements.resolution.text.plurals import is_plural
from statements.resolution.text.vocabulary import ARTICLES, INDEFINITE

# How many words "they" may stand after the sentence of those who spoke.
FARTHEST_OF_SEVERAL = 600
# A country after these is where something is, and no side of it.
PLACES = frozenset(("in", "at", "on", "near"))
THEY = frozenset(("they", "them", "their"))
LONGEST_GROUP = 10
NUMBERS = frozenset(("seven", "eight", "nine", "ten", "eleven", "twelve", "dozens", "scores", "hundreds"))


class Several:
    """Finds the two or more that a word stands for, and one of two."""

    def __init__(self, before: Antecedents) -> None:
        self._before = before

    def they(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """Whom "they" stands for: the joint speakers, or the unnamed several, of the last words said.

        Resolves: Both sides reported losses. According to their estimates … Lund met Berg. They agreed …
        Leaves open: Lavrov said so. They agreed … An official said so. They agreed …
        Leaves open: Both sides reported losses. Their allies came. They said …
        """
        last = self._before.last_said(at, lambda said: True)
        if last is None or last.at < self._before.previous_sentence(at):
            before = self._before.previous_sentence(at)
            pair = self.pair_of_people(before) or self._pair_of_speakers(before)
            if pair or last is None:
                return pair
        if len(last.speakers) > 1 or is_several(last):
            after = range(self._before.sentence_end(last.at), at)
            outside = (k for k in after if k not in self._before.contents)
            is_rivalled = len(after) > FARTHEST_OF_SEVERAL or self._names_a_plural(outside)
            return () if is_rivalled else last.attributions
        is_near = last.at >= self._before.previous_sentence(at)
        if is_body(last) and is_near and not self._names_a_plural(range(last.at, at)):
            return last.attributions
        return self.both(at) if last.speakers and last.speakers[0].kind == GOVERNMENT else ()

    def counted(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """The several people of a number with whom the sentence begins that tells what they wrote.

        Resolves: Eleven members of the council signed a letter in which they urge Ostia to wait.
        Leaves open: Eleven ships left a port which they say is shut. Eleven members met Lund. They said …
        Leaves open: Over lunch the members signed a letter in which they urge …
        """
        reading, first = self._before.reading, self._before.sentence_start(at)
        if reading.word(at - 2) != "in" or reading.word(at - 1) != "which":
            return ()
        is_number = reading.word(first) in INDEFINITE - ARTICLES or reading.word(first).isdigit()
        is_number = is_number or reading.word(first) in NUMBERS
        signed = next((k for k in range(first + 2, at) if reading.word(k) in ISSUED | SENT), first)
        begin = first + 1 + (reading.word(first + 1) == "of")
        ends = (k for k in range(begin, signed) if reading.word(k) in ARTICLES | {"of"})
        heads = {reading.word(k) for k in range(begin, next(ends, signed))}
        if not is_number or signed - first > LONGEST_GROUP or not heads & PLURALS:
            return ()
        name = reading.printed(first, signed)
        return (ResolvedAttribution(unnamed_role(name, None), None, name, None, ""),)

    def group_again(self, first: int, last: int) -> tuple[ResolvedAttribution, ...]:
        """Several without names who spoke before, the only ones of their kind, called again by the noun.

        Resolves: Southern lake leaders agreed to meet. … The leaders said …
        Leaves open: the same after "northern lake leaders" spoke too; "three leaders", "both leaders"
        """
        noun = self._before.reading.word(last - 1)
        if last - first != 2 or self._before.reading.word(first) != "the":
            return ()
        found = {
            said.speakers[0].key: said.attributions
            for said in self._before.recent()
            if is_several(said) and fold(said.speakers[0].name).split()[-1] == noun
        }
        return found.popitem()[1] if len(found) == 1 else ()

    def pair_of_people(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """The two persons of the sentence of a word, of whom the first is its subject.

        Finds: Lund met Berg in Vienna.    Finds nothing: In a study with Lund and Berg she was wrong.
        """
        first, last = self._before.sentence_start(at), self._before.sentence_end(at)
        people = self._before.mentions.people(first, last)
        keys = {one.speaker.key for one in people if one.speaker}
        subjects = self._before.subjects(at)
        is_pair = len(people) == len(keys) == 2 and not any(one.is_genitive for one in people)
        if not is_pair or not subjects or subjects[0] != people[0]:
            return ()
        return tuple(attribution_of(self._before.reading, one) for one in people)

    def _pair_of_speakers(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """The only two persons who spoke so far, where a sentence is about "the two".

        Finds: Lund agreed. Berg agreed. The two officials discussed …
        Finds nothing: Lund agreed. Berg agreed. The officials discussed …
        """
        start, people = self._before.sentence_start(at), self._before.people
        is_about_two = is_pair_of_people(self._before.reading, start, start + 3)
        return tuple(people.values()) if is_about_two and len(people) == 2 else ()

    def start_of_the_sentence_before(self, at: int) -> int:
        return self._before.previous_sentence(at)

    def _names_a_plural(self, words: Iterable[int]) -> bool:
        """Whether some of the words may be a plural, which "they" could stand for as well."""
        return any(is_plural(self._before.reading, at) for at in words)

    def in_writing(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """The bodies that issued a text together in this sentence or the one before: "it" is the text.

        Finds: In a joint declaration, the two ministries agreed. It said …
        Finds nothing: Lund and Berg agreed. It said …
        """
        last = self._before.last_said(at, lambda said: True)
        if last is None or last.at < self._before.previous_sentence(at) or len(last.speakers) < 2:
            return ()
        is_of_bodies = all(one.kind in (GOVERNMENT, INSTITUTION) for one in last.speakers)
        sentence = range(self._before.sentence_start(last.at), self._before.sentence_end(last.at))
        words = {self._before.reading.word(k) for k in sentence if k not in self._before.contents}
        return last.attributions if is_of_bodies and words & WRITTEN else ()

    def spoke_apart(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """The two governments that each spoke in the paragraph of a word, before it."""
        return only_two(self._spoke(at, GOVERNMENT))

    def both_people(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """The two persons that spoke last in this paragraph, or that met in the sentence before."""
        return only_two(self._spoke(at, PERSON)) or self.pair_of_people(self._before.previous_sentence(at))

    def both(
        self, at: int, kind: str = GOVERNMENT, fits: Callable[[ResolvedAttribution], bool] = bool
    ) -> tuple[ResolvedAttribution, ...]:
        """The two that spoke last in this paragraph, or the only two named in the sentence before.

        Resolves: Baku stated …, while Yerevan called …. Both sides reported …
        Resolves: Lund and Berg agreed … Both sides said …
        Leaves open: "both sides" after three countries, "the two ministers" after three of them
        Leaves open: The situation in Ostia and the summit of the League came up. Both sides …
        """
        start = self._before.previous_sentence(at)
        named = [
            attribution_of(self._before.reading, mention)
            for mention in self._before.mentions.between(start, at)
            if mention.kind == kind
            and mention.speaker
            and mention.head_first not in self._before.contents
            and not (kind == PERSON and mention.is_genitive)
            and self._before.reading.word(mention.first - 1) not in PLACES
        ]
        last = self._before.last_said(at, lambda said: True)
        spoke_together = last.attributions if last and last.at >= start else ()
        return (
            only_two(self._spoke(at, kind), fits)
            or (only_two(spoke_together, fits) if kind == GOVERNMENT else ())
            or only_two(named, fits)
        )

    def _spoke(self, at: int, kind: str) -> list[ResolvedAttribution]:
        """Who of a kind spoke alone in the paragraph of a word, before it."""
        start = self._before.paragraph_start(at)
        return [
            said.attributions[0]
            for said in self._before.recent()
            if start <= said.at < at and is_single(said, kind)
        ]

    def one_of_two(self, at: int, which: int) -> Said | None:
        """ "The former" (0) or "the latter" (1) of the two that the sentence before names.

        Resolves: Russia sided with Turkey. The latter said …
        Leaves open: "the latter" after three, after one, or after a man and a country
        """
        here = self._before.sentence_start(at)
        found: dict[str, Mention] = {}
        for mention in self._before.mentions.between(self._before.previous_sentence(at), here):
            found.setdefault(mention.key, mention)
        people = [mention for mention in found.values() if mention.kind == PERSON]
        pair = people or list(found.values())
        if len(pair) != 2 or pair[which].speaker is None:
            return None
        return said_by(self._before.reading, pair[which])

    def one_of_several(self, at: int) -> Said | None:
        """One of the several without names who spoke last, or whom another of them followed."""
        last = self._before.last_said(at, lambda said: not is_nameless(said) or is_several(said))
        if last is None or not is_several(last):
            return None
        [one] = last.attributions
        role = in_the_singular(one.role)
        return Said(
            last.at, (replace(one, speaker=unnamed_role(role, one.country, is_hidden(last)), role=role),)
        )


def in_the_singular(role: str) -> str:
    """ "Ostian officials" -> "Ostian official", "spokesmen" -> "spokesman"."""
    words = role.split()
    for number, word in enumerate(words):
        if fold(word) in PLURALS:
            singular = word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")
            words[number] = "person" if fold(word) == "people" else singular
            break
    return " ".join(words)


def only_two(
    candidates: Sequence[ResolvedAttribution], fits: Callable[[ResolvedAttribution], bool] = bool
) -> tuple[ResolvedAttribution, ...]:
    """The candidates that fit, if they are two speakers."""
    pair = {one.speaker.key: one for one in candidates if one.speaker and fits(one)}
    return tuple(pair.values()) if len(pair) == 2 else ()
