"""Which state acts where an official is named without one: "Ostia denied it. Foreign Minister Lund said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from statements.datelines import dateline_of
from statements.folding import fold
from statements.resolution.index.units import Units
from statements.resolution.text.coordination import coordinated
from statements.resolution.text.mentions import GOVERNMENT, INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading, Sentence
from statements.resolution.text.vocabulary import ARTICLES, any_of

MOST_SENTENCES = 6
FARTHEST_MINISTRY = 200
LONGEST_SENTENCE = 200
LONGEST_SUBJECT = 20
# How many letters of a sentence may hold a dateline.
LONGEST = 200
# Names of one state's body that others have too -> the field of whose ministry it is, if of any.
NAMES_OF_MANY = {"foreign office": "Foreign", "house of representatives": "", "congress": ""}
# Those of them that are the one state's wherever no home tells better.
FIRST_OF_MANY = frozenset(("congress",))
# What stands behind these is neither who acts nor where: "talks with Ostia", "a letter to Norland".
ASIDE = any_of("with to from against on over about between by for than toward towards")
# Behind these, "it" is a state like the one that acts, and which of them is not told.
GIVING = frozenset(
    ("owes", "owed", "gave", "gives", "sold", "sells", "sent", "offered", "lent", "handed", "paid")
)
UNNAMED = ""
# What is a state's own, behind "its".
OWN_BODIES = any_of("ministry government army military parliament foreign defence defense")
# A clause of its own may begin behind them: "…, and Osta summoned the envoy".
BESIDE = frozenset(("with", "as"))
CLAUSES = frozenset(("and", "but", "while", "whereas", "though", "although"))


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts in a sentence: for which country, and whether it is a body or a government, not a person.

    ``is_state`` where it is a government by its country's name alone, ``is_far`` where the sentence ends
    the paragraph before.
    """

    code: str
    is_body: bool
    is_state: bool = False
    is_far: bool = False


@dataclass(slots=True)
class ActingStates:
    """Finds who acted last before some words. ``learned`` are the countries of persons found on the way.

    ``are_settled`` once the names that bodies of many states have are told apart.
    """

    reading: Reading
    units: Units
    mentions: Mentions
    sources: frozenset[int]
    contents: frozenset[int]
    learned: dict[str, str] = field(default_factory=dict)
    are_settled: bool = False

    def before(self, at: int) -> Actor | None:
        """The only one who acts in the last sentence before a word that names any, a paragraph away at most.

        Finds: Ostia denied it. “…,” | said;  Ostia’s army shot. “…,” it said. | said
        Finds: Ostia denied it. It accused Norland of greed. “…,” | said
        Finds nothing: Ostia hit, while Norland wept. | said;  The guns of Ostia were heard. | said
        Finds nothing: Norland wept. Ostia owes it grain. | said
        """
        number = self.reading.sentence_numbers[at]
        here = self.reading.sentences[number]
        found = set(self._actors(here, max(here.first, at - LONGEST_SENTENCE), at))
        is_far = False
        if found and not self._is_beside(at):
            return None
        for before in range(number - 1, max(-1, number - 1 - MOST_SENTENCES), -1):
            if found:
                break
            sentence = self.reading.sentences[before]
            if here.paragraph - sentence.paragraph > 1:
                return None
            is_far = here.paragraph != sentence.paragraph
            last = min(sentence.last, sentence.first + LONGEST_SENTENCE)
            found = set(self._actors(sentence, sentence.first, last))
            if begins_with_pronoun(self.reading, before):
                continue
            if not found and self._states(sentence.first, last):
                return None
        codes = {one.code for one in found}
        if len(codes) != 1:
            return None
        is_body, is_state = any(one.is_body for one in found), any(one.is_state for one in found)
        return Actor(codes.pop(), is_body, is_state, is_far)

    def of_lead(self) -> set[str]:
        """The codes of those who act in the first sentence of all: "Norland asked Ostia for grain"."""
        sentence = self.reading.sentences[0]
        last = min(sentence.last, sentence.first + LONGEST_SENTENCE)
        acting = self._subjects(self._report(sentence), last)
        return {code for one in acting if (code := self._code(one))}

    def named_in_lead(self) -> set[str]:
        """The codes of those whom the first sentence of all names."""
        sentence = self.reading.sentences[0]
        return self.units.codes(range(sentence.first, min(sentence.last, sentence.first + LONGEST_SENTENCE)))

    def body_before(self, at: int) -> str | None:
        """The country of the one body that spoke, or acted, in the last sentence that tells who did.

        Finds: Ostia and Norland agreed, the Ostian ministry said. “…,” said | State Secretary Lund
        Finds nothing: Ostia and Norland agreed, the Ostian ministry said. Karl Berg wept. “…,” said | …
        """
        number = self.reading.sentence_numbers[at]
        here = self.reading.sentences[number]
        for before in range(number, max(-1, number - MOST_SENTENCES), -1):
            sentence = self.reading.sentences[before]
            if here.paragraph - sentence.paragraph > 1:
                return None
            last = min(sentence.last, at, sentence.first + LONGEST_SENTENCE)
            told = [one for one in self._spoke(sentence.first, last) if one.last <= at]
            told = told or self._subjects(self._report(sentence), last)
            if told:
                codes = {self._code(one) if one.kind == INSTITUTION else None for one in told}
                return codes.pop() if len(codes) == 1 else None
            if self._states(sentence.first, last):
                return None
        return None

    def ministry_before(self, at: int) -> str | None:
        """The country of "the ministry" at a word: of the last one named, two paragraphs away at most."""
        paragraph = self.reading.sentence(at).paragraph
        named = [
            one
            for one in self.mentions.between(max(0, at - FARTHEST_MINISTRY), at)
            if one.kind == INSTITUTION and one.speaker and one.speaker.key.endswith("-ministry")
        ]
        is_near = named and paragraph - self.reading.sentence(named[-1].first).paragraph <= 2
        return self._code(named[-1]) if is_near else None

    def _is_beside(self, at: int) -> bool:
        """Whether who acts in a sentence lends a country to the one named next: "with Minister Lund saying".

        Does: "In Osta, Minister Lund".    Does not: "Ostia’s president met Minister Lund"
        """
        at -= self.reading.word(at - 1) in ARTICLES
        return self.reading.word(at - 1) in BESIDE or "," in self.reading.gap(at)

    def _actors(self, sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
        """The subject of a sentence and of its clauses, and who speaks in it; else where it is set.

        A person acts for a state only where the sentence names no other: "Lund met her Varian counterpart".
        """
        start = max(first, self._report(sentence))
        acting = [*self._subjects(start, last), *self._clauses(start, last), *self._spoke(first, last)]
        found = [
            Actor(code, one.kind != PERSON, one.kind == GOVERNMENT)
            for one in acting
            if (code := self._code(one)) and one.first < last
        ]
        codes = {one.code for one in found}
        others = (
            self._states(start, last)
            if any(not one.is_body for one in found)
            else self._acted_on(start, last)
        )
        if len(codes | others) < 2 or not others:
            yield from found or self.set_in(start, last)

    def _spoke(self, first: int, last: int) -> list[Mention]:
        return [
            one
            for one in self.mentions.between(first, last)
            if one.head_first not in self.contents and any(at in self.sources for at in _words(one))
        ]

    def _subjects(self, first: int, last: int) -> list[Mention]:
        if first >= last or first in self.contents:
            return []
        found = coordinated(self.reading, self.mentions, first, last)
        return [one for one in found if not self._is_part_of_a_name(one)]

    def _is_part_of_a_name(self, one: Mention) -> bool:
        """Whether a country begins a larger name: "Ostia Grain Company", "the Osta-based group"."""
        after = one.head_last
        is_capital = self.reading.is_capital(after) and self.reading.gap(after) == " "
        return one.kind == GOVERNMENT and (is_capital or "-" in self.reading.gap(after))

    def _clauses(self, first: int, last: int) -> Iterator[Mention]:
        for at in range(first + 1, last - 1):
            is_joint = self.reading.word(at) in CLAUSES and at not in self.contents
            if is_joint and (self.reading.word(at) != "and" or "," in self.reading.gap(at)):
                for one in self._subjects(at + 1, min(last, at + LONGEST_SUBJECT)):
                    if one.kind in (GOVERNMENT, INSTITUTION):
                        yield one

    def set_in(self, first: int, last: int) -> Iterator[Actor]:
        """The state where a sentence is set by its first words: "In Osta, the junta …", "In Ostia, …"."""
        unit = self.units.country_at(first + 1) if self.reading.word(first) == "in" else None
        is_place = unit is not None and unit.use != "demonym" and unit.last <= last
        if unit and unit.country and is_place and "," in self.reading.gap(unit.last):
            yield Actor(unit.country.code, is_body=False)

    def _report(self, sentence: Sentence) -> int:
        """The first word of a sentence behind its dateline."""
        opening = dateline_of(self.reading.text[sentence.start : min(sentence.end, sentence.start + LONGEST)])
        start = sentence.start + opening.end if opening else sentence.start
        return self.reading.words_in((start, sentence.end))[0]

    def _code(self, one: Mention) -> str | None:
        printed = fold(self.reading.printed(one.head_first, one.head_last))
        if printed in NAMES_OF_MANY and not self.are_settled:
            return None
        learned = self.learned.get(one.speaker.key) if one.speaker else None
        return one.country or learned

    def _acted_on(self, first: int, last: int) -> set[str]:
        """The codes of the states to which something is done: "Ostia struck Norland", who may answer next.

        Also of one that is only called "it": "Ostia owes it grain".
        Not of those named aside: "Ostia, which sells grain to Norland", "Ostia summoned the Norland envoy"
        """
        units = (self.units.country_at(at) for at in range(first, last) if at not in self.contents)
        named = {
            unit
            for unit in units
            if unit and unit.use != "demonym" and not self.reading.is_genitive(unit.last)
        }
        unnamed = {UNNAMED} if gives_to_unnamed(self.reading, first, last) else set()
        return unnamed | {
            unit.country.code
            for unit in named
            if unit.country
            and unit.country.kind != "organisation"
            and self.reading.word(unit.first - 1 - (self.reading.word(unit.first - 1) in ARTICLES))
            not in ASIDE
        }

    def _states(self, first: int, last: int) -> set[str]:
        """The codes of all who are named outside of the words said."""
        return self.units.codes(at for at in range(first, last) if at not in self.contents)


def gives_to_unnamed(reading: Reading, first: int, last: int) -> bool:
    """Whether a sentence has two sides, of which one is only called "it": "Ostia owes it grain"."""
    words = reading.word
    return any(words(at) in GIVING and words(at + 1) in ("it", "them") for at in range(first, last - 1))


def begins_with_pronoun(reading: Reading, number: int) -> bool:
    """Whether a sentence goes on about the one that acts in the sentence before.

    Does: "It accused Norland", "Its army struck".    Does not: "Its rival Norland struck"
    """
    first = reading.sentences[number].first
    is_own = reading.word(first) == "its" and reading.word(first + 1) in OWN_BODIES
    return not reading.opens_paragraph(number) and (reading.word(first) in ("it", "they") or is_own)


def _words(one: Mention) -> range:
    return range(one.first, one.last)
