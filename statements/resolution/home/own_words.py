"""What officials say of their own state, and where: "Ostia would send grain, Foreign Minister Lund said"."""

from __future__ import annotations

from dataclasses import dataclass

from statements.records import CountryRecord
from statements.resolution.bodies.the_country import STATES
from statements.resolution.index.units import Unit, Units
from statements.resolution.pointing.pronouns import HE
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import GOVERNMENT_NOUNS, any_of

FARTHEST_CONTENT = 24
FARTHEST_PLACE = 24
LONGEST_CLAUSE = 30
MOST_ADVERBS = 3
# Who is spoken of by these is the state itself: "the Ostian side", "the Ostian government".
SELVES = GOVERNMENT_NOUNS | {"side", "authorities"}
OPENERS = any_of("that the but and how what whether")
ADVERBS = any_of("not also still now always never already currently therefore itself alone itself once again")
FUTURE = frozenset(("will", "would", "shall"))
IS = any_of("is was are were be been remains remained remain stands stood stand")
# What others say of a state more often than its own people.
HOSTILE = any_of(
    "attack invade strike bomb pay face regret suffer lose have need bear answer use try seek escalate"
    " violate fail collapse provoke threaten withdraw benefit become come get be comply fall retreat"
    " surrender admit accept understand realise realize follow emerge prevail exploit resort"
)
# "Its army" is what others say; a state's own people send troops.
FORCES = any_of(
    "army troops forces soldiers fleet navy warships ships tanks missiles jets planes drones guns"
)
READY = any_of(
    "ready prepared willing open committed determined interested grateful opposed concerned working"
    " considering proud keen against seeking offering planning preparing hopeful confident disappointed"
    " following monitoring watching discussing negotiating sending providing doing"
)
WILLS = any_of(
    "hope hopes hoped expect expects expected welcome welcomes welcomed support supports supported back"
    " backs backed favour favours favoured favor favors favored plan plans planned intends intended"
    " appreciates appreciated values valued regrets regretted attaches attached recognises recognised"
    " recognizes recognized respects respected advocates advocated proposes proposed intend appreciate"
    " value regret attach recognise recognize respect advocate propose"
)
# What an adversary says of a state as well: "Norland wants war".
VIEWS = any_of(
    "want wants wanted considers considered regards regarded rejects rejected reserves reserved stands"
    " stood consider reject reserve seek seeks sought"
)
DEEDS = any_of(
    "asked handed sent proposed invited offered decided summoned requested submitted notified informed"
    " recalled lodged filed appealed urged conveyed expressed approved allocated donated delivered"
    " expelled protested pledged suspended banned closed reopened"
)
# Whom somebody thanks or blames by these is another.
ADDRESSING = any_of(
    "thanked thanks urged urges accused accuses warned warns invited invites congratulated congratulates"
    " praised praises asked asks blamed blames condemned condemns criticised criticises criticized"
    " criticizes commended commends"
)
# Somebody who is at one of these is a guest, or receives one: the place tells nothing.
ABROAD = any_of(
    "visit visits visiting visited trip tour summit conference forum talks meeting met alongside"
    " counterpart meets joint sidelines margins guest host hosts hosted arrived arrives flew travelled"
    " traveled"
)


@dataclass(frozen=True, slots=True)
class OwnState:
    """The state that somebody's own words are of; ``is_sure`` where hardly another's official says so."""

    country: CountryRecord
    is_sure: bool


class OwnWords:
    """Reads what somebody is cited for.

    ``sources`` are the words of all who speak, ``contents`` those of what they say.
    """

    def __init__(
        self, reading: Reading, units: Units, sources: frozenset[int], contents: frozenset[int]
    ) -> None:
        self._reading, self._units, self._sources, self._contents = reading, units, sources, contents

    def state(self, first: int, last: int) -> OwnState | None:
        """The state for which a speaker's words promise, wish, or tell of an envoy's deed.

        Finds: "Ostia would send grain, Minister Lund said", "Minister Lund said Ostia was ready to talk",
        "Minister Lund was brief. He added that Ostia had summoned the envoy"
        Finds nothing: "Ostia must pay, Minister Lund said", "Ostia would attack, Minister Lund said",
        "Ostia would send its army, Minister Lund said", "Ostia’s grain is bad, Minister Lund said",
        "Ostia and Norland would talk, Minister Lund said"
        """
        if self._sources.isdisjoint(range(first, last)):
            return None
        for begin in self._contents_of(first, last):
            found = self._promising(begin)
            if found:
                return found
        return None

    def place(self, last: int) -> CountryRecord | None:
        """The state in whose capital somebody speaks, who is no guest there.

        Finds: "Deputy Minister Lund said in Osta", "told reporters at his Osta office"
        Finds nothing: "Lund said on a visit in Osta", "said in Osta after talks with Berg"
        """
        sentence = self._reading.sentence(last - 1)
        words = range(last, min(sentence.last, last + FARTHEST_PLACE))
        whole = range(sentence.first, sentence.last)
        if any(at not in self._contents and self._reading.word(at) in ABROAD for at in whole[:150]):
            return None
        found = {
            unit.country.code: unit.country
            for at in words
            if at not in self._contents
            and (unit := self._units.country_at(at))
            and unit.country
            and unit.use == "capital"
            and unit.country.kind in STATES
            and (self._reading.word(at - 1) == "in" or self._is_office(at, unit))
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
        again = self._named_again(last)
        return self.place(again) if again else None

    def _named_again(self, last: int) -> int:
        """The word behind the same surname as it speaks in the next sentence of the paragraph; 0 without."""
        reading = self._reading
        number = reading.sentence_numbers[last - 1] + 1
        if number >= len(reading.sentences) or reading.opens_paragraph(number):
            return 0
        sentence = reading.sentences[number]
        words = range(sentence.first, min(sentence.last, sentence.first + FARTHEST_CONTENT))
        is_called = (at for at in words if at in self._sources and reading.word(at) == reading.word(last - 1))
        return next(is_called, -1) + 1

    def others(self, first: int, last: int) -> set[str]:
        """The codes of the states that a speaker thanks or blames, and is hardly of.

        Finds: "Minister Lund thanked Ostia for the grain", "Lund called on the Ostian government to act"
        Finds nothing: "Lund thanked Ostian farmers", "Lund said Ostia was ready"
        """
        reading, sentence = self._reading, self._reading.sentence(last - 1)
        found = set()
        for at in range(last, min(sentence.last, last + FARTHEST_CONTENT)):
            is_called = reading.word(at) == "on" and reading.word(at - 1) in ("called", "calls")
            if at in self._contents or not (is_called or reading.word(at) in ADDRESSING):
                continue
            unit = self._units.country_at(at + 1 + (reading.word(at + 1) == "the"))
            if unit and unit.country and (unit.use != "demonym" or reading.word(unit.last) in SELVES):
                found.add(unit.country.code)
        return found

    def _is_office(self, at: int, unit: Unit) -> bool:
        return self._reading.word(at - 1) in HE and self._reading.word(unit.last) == "office"

    def _contents_of(self, first: int, last: int) -> list[int]:
        """The words with which what a speaker says may begin: behind the name, before it, or behind "he"."""
        reading, contents = self._reading, self._contents
        number = reading.sentence_numbers[first]
        sentence = reading.sentences[number]
        behind = range(last, min(sentence.last, last + FARTHEST_CONTENT))
        found = [next((at for at in behind if at in contents), -1)]
        found += [at for at in range(max(sentence.first, first - 150), first) if at in contents][:1]
        if number + 1 < len(reading.sentences):
            after = reading.sentences[number + 1]
            words = range(after.first, min(after.last, after.first + FARTHEST_CONTENT))
            is_same = reading.word(after.first) in HE and after.paragraph - sentence.paragraph <= 1
            found.append(next((at for at in words if at in contents), -1) if is_same else -1)
        return [at for at in found if at >= 0]

    def _promising(self, begin: int) -> OwnState | None:
        reading = self._reading
        at = begin
        while at - begin < MOST_ADVERBS and reading.word(at) in OPENERS:
            at += 1
        unit = self._units.country_at(at)
        if unit is None or unit.first != at or unit.country is None or unit.country.kind not in STATES:
            return None
        end = unit.last
        if unit.use == "demonym":
            if reading.word(end) not in SELVES:
                return None
            end += 1
        if reading.is_genitive(end) or reading.word(end) == "and" or unit.last > reading.sentence(at).last:
            return None
        certainty = self._certainty(self._behind_clause(end, reading.sentence(at).last))
        return OwnState(unit.country, certainty == 2) if certainty else None

    def _behind_clause(self, at: int, last: int) -> int:
        """Behind a clause between commas: "Ostia, which has grain, would"."""
        if "," not in self._reading.gap(at):
            return at
        joints = range(at + 1, min(last, at + LONGEST_CLAUSE))
        return next((k for k in joints if "," in self._reading.gap(k)), at)

    def _certainty(self, at: int) -> int:
        """How surely a verb is of one's own state: 2 of a wish or an envoy's deed, 1 of a promise."""
        word = self._reading.word
        at = self._behind_adverbs(at)
        verb, then = word(at), self._behind_adverbs(at + 1)
        if verb in ("does", "do", "did") and word(at + 1) in ("not", "nt"):
            return 2 if word(then) in WILLS else int(word(then) in VIEWS)
        if verb in VIEWS:
            return 1
        if verb in WILLS or (verb in IS and word(then) in READY):
            return 2
        if verb in ("has", "had", "have"):
            is_ready = word(then) == "been" and word(self._behind_adverbs(then + 1)) in READY
            return 2 if word(then) in DEEDS or is_ready else 0
        if verb in FUTURE:
            after = self._behind_adverbs(then + 1)
            if word(then) in IS and word(after) in READY:
                return 2
            is_threat = word(then + 1) == "its" and word(then + 2) in FORCES
            return 0 if word(then) in HOSTILE or is_threat else 1
        return 0

    def _behind_adverbs(self, at: int) -> int:
        most = at + MOST_ADVERBS
        while at < most and (self._reading.word(at) in ADVERBS or self._reading.word(at).endswith("ly")):
            at += 1
        return at
