"""To whom words are said: whoever is urged, warned, thanked, invited or told.

An accused or condemned state is spoken about and not spoken to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from statements.records import Quotation, ResolvedAttribution, Span
from statements.resolution.attributions import shown
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import Unit, Units
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import GOVERNMENT_NOUNS, OFFICE_HEADS, UNNAMED_HEADS, any_of

# "Thanked Ostia for its help", "congratulated Lund on the treaty".
OBJECTS = {"thank": "for", "congratulate": "on"}
CONTACTS = frozenset(("telephoned", "phoned", "contacted", "rang", "wrote"))
# What a country does with these is done by the state; its farmers are not it.
STATE_HEADS = (
    GOVERNMENT_NOUNS
    | (OFFICE_HEADS - {"member", "candidate", "nominee", "host", "executive"})
    | {f"{head}s" for head in OFFICE_HEADS}
    | (UNNAMED_HEADS & {"officials", "ministers", "leaders", "diplomats", "representatives", "presidents"})
    | {
        "colleague", "colleagues", "counterparts", "ministry", "parliament", "delegation", "embassy", "army",
        "forces", "military", "mission", "federation", "republic", "regime", "kremlin", "council",
    }
)  # fmt: skip
SIDES = frozenset(
    ("sides", "parties", "countries", "capitals", "states", "communities", "neighbours", "neighbors")
)
PAIRS = frozenset(("both", "two", "the"))
ENDS = any_of(
    "in on at from with by for against about over after before during near to into via who which that"
)
DETERMINERS = frozenset(("the", "its", "their", "all", "other"))
JOINTS = frozenset(("and", "the", "both", "as", "well"))
LONGEST_PHRASE = 30
FARTHEST_CONTACT = 25
FARTHEST_SIDE = 80

Who = Callable[[Span], tuple[ResolvedAttribution, ...]]


@dataclass(frozen=True, slots=True)
class Addressed:
    """Codes of the countries spoken to, and the words that say so."""

    countries: tuple[str, ...] = ()
    basis: str = ""


class Addressees:
    """Finds whom each statement of a text addresses."""

    def __init__(
        self, reading: Reading, units: Units, mentions: Mentions, index: AuthorityIndex, who: Who
    ) -> None:
        """``who`` tells whom a span names: "the minister", "his Turkish counterpart"."""
        self._reading, self._units, self._mentions = reading, units, mentions
        self._index, self._who = index, who

    def of(self, quotation: Quotation, spoken_for: frozenset[str]) -> Addressed:
        """The countries addressed, but for those spoken for.

        Finds: "urged Baku and Yerevan to wait", "told his Turkish counterpart that", "thanked Ostia for"
        Leaves open: "accused Ostia of lying", "told reporters", "urged Ostian farmers to wait"
        """
        for first, last, verb in self._phrases(quotation):
            last = self._end_of_phrase(first, last)
            codes = self._countries(first, last, spoken_for)
            if codes:
                words = shown(self._reading, first, last)
                return Addressed(codes, f"“{words}” after “{verb}”")
        return Addressed()

    # --- where whoever is addressed is named -------------------------------------------------

    def _phrases(self, quotation: Quotation) -> Iterator[tuple[int, int, str]]:
        """Stretches of words that may name the addressee, and the verb before them."""
        reading = self._reading
        cue = reading.text[slice(*quotation.cue)] if quotation.cue else ""
        first, last = reading.words_in(quotation.content[0])
        if quotation.hearer:
            yield (*reading.words_in(quotation.hearer), cue)
        joint = "to" if quotation.rule == "object-and-infinitive" else OBJECTS.get(quotation.cue_lemma, "")
        if joint:
            stop = next(
                (at for at in range(first, min(last, first + LONGEST_PHRASE)) if reading.word(at) == joint),
                None,
            )
            yield first, last if stop is None else stop, cue
        if quotation.cue:
            yield from self._contacted(reading.words_in(quotation.cue)[0])

    def _contacted(self, cue: int) -> Iterator[tuple[int, int, str]]:
        """Catches: Lund telephoned his Ostian colleague to call for calm    Leaves alone: Lund left to say"""
        reading = self._reading
        if reading.word(cue - 1) != "to" or not reading.same_sentence(cue - 1, cue):
            return
        for at in range(cue - 2, max(-1, cue - FARTHEST_CONTACT), -1):
            if not reading.same_sentence(at, cue):
                return
            if reading.word(at) in CONTACTS:
                yield at + 1 + (reading.word(at + 1) == "to"), cue - 1, reading.printed(at, at + 1)
                return

    def _end_of_phrase(self, first: int, last: int) -> int:
        """Up to a comma that does not go on with another name, or a word that no name goes on with."""
        reading = self._reading
        for at in range(first, min(last, first + LONGEST_PHRASE)):
            if reading.word(at) in ENDS and at > first and self._units.at(at) is None:
                return at
            if at > first and set(reading.gap(at).strip()) - set("-‐‑–’'`,“”\""):
                return at
        return min(last, first + LONGEST_PHRASE)

    # --- which countries it names ---------------------------------------------------------------

    def _countries(self, first: int, last: int, spoken_for: frozenset[str]) -> tuple[str, ...]:
        if first >= last:
            return ()
        words = self._reading.folded(first, last)
        if words[-1] in SIDES and set(words[:-1]) <= PAIRS:
            return self._both_sides(first, spoken_for)
        found = dict.fromkeys([*self._named(first, last), *self._people(first, last)])
        names_none = all(self._units.at(at) is None for at in range(first, last))
        if not found and names_none and self._reading.word(first) == "the":
            found = dict.fromkeys(self._described(first, last))
        return tuple(code for code in found if code not in spoken_for)

    def _named(self, first: int, last: int) -> Iterator[str]:
        seen: set[Unit] = set()
        for at in range(first, last):
            unit = self._units.at(at)
            if unit is None or unit in seen or unit.person:
                continue
            seen.add(unit)
            code = unit.country.code if unit.country else unit.body.country if unit.body else None
            if code and (unit.body or self._is_the_state(unit, first, last)):
                yield code

    def _is_the_state(self, unit: Unit, first: int, last: int) -> bool:
        """Whether a country's name stands for the state, not for what belongs to it.

        Does: "Turkey", "the Turkish side", "the president of Ostia", "Ostian and Norland’s ministers"
        Does not: "Ostian farmers", "Ostia’s neighbours", "members of the League"
        """
        reading, at = self._reading, unit.last
        before = unit.first - 1 - (reading.word(unit.first - 1) == "the")
        if before > first and reading.word(before) == "of" and reading.word(before - 1) not in STATE_HEADS:
            return False
        if unit.use != "demonym" and reading.word(at) == "and" and reading.word(at + 1) in DETERMINERS:
            return not reading.is_genitive(unit.last)
        while at < last and (reading.is_possessive(at) or self._goes_on(at)):
            at += 1
        if at >= last:
            return not reading.is_genitive(unit.last)
        return any(reading.word(k) in STATE_HEADS for k in range(at, last))

    def _goes_on(self, at: int) -> bool:
        """Whether a word leads to another name: "Baku and Yerevan", "his Armenian and Ostian colleagues"."""
        return self._reading.word(at) in JOINTS or self._units.country_at(at) is not None

    def _people(self, first: int, last: int) -> Iterator[str]:
        for mention in self._mentions.between(first, last):
            code = mention.country or (mention.speaker.country if mention.speaker else None)
            if code and mention.kind in (PERSON, INSTITUTION):
                yield code

    def _described(self, first: int, last: int) -> Iterator[str]:
        """The country of whom an office names: "the Deputy Secretary"."""
        span = self._reading.words[first].start, self._reading.words[last - 1].end
        for one in self._who(span):
            if one.speaker and one.country:
                yield one.country

    def _both_sides(self, at: int, spoken_for: frozenset[str]) -> tuple[str, ...]:
        """The two states named beside, when no others can be meant.

        Finds: As Ostia shelled Norland, Lund urged both sides to wait. Ostia and Norland met. Lund urged …
        Finds nothing: Ostia met Norland in Varia. Ostia left. Lund urged both sides to wait.
        Finds nothing: Ostia and Norland trade with Varia. Norland urged both sides to wait.
        """
        number = self._reading.sentence_numbers[at]
        here = self._states(number, at, spoken_for)
        if here or not number:
            return here if len(here) == 2 else ()
        before = self._states(number - 1, at, frozenset())
        if spoken_for & set(before):
            return ()
        return before if len(before) == 2 and self._is_one_phrase(number - 1, at) else ()

    def _places(self, number: int, at: int) -> list[Unit]:
        """The states' names in a sentence, as far as it is near."""
        sentence = self._reading.sentences[number]
        near = range(max(sentence.first, at - FARTHEST_SIDE), min(sentence.last, at + FARTHEST_SIDE))
        units = dict.fromkeys(unit for k in near if (unit := self._units.country_at(k)))
        return [unit for unit in units if unit.country and unit.country.kind != "organisation"]

    def _states(self, number: int, at: int, spoken_for: frozenset[str]) -> tuple[str, ...]:
        codes = dict.fromkeys(unit.country.code for unit in self._places(number, at) if unit.country)
        return tuple(code for code in codes if code not in spoken_for)

    def _is_one_phrase(self, number: int, at: int) -> bool:
        """Whether two names stand as a pair: "Ostia and Norland", "the Ostian-Norland border"."""
        units = self._places(number, at)
        return any(
            self._reading.printed(one.last, other.first) in ("", "and", "and the")
            for one, other in pairwise(units)
            if one.country is not other.country
        )
