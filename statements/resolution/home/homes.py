"""The home of a text, and of a place in it: the country whose officials need not be called by it."""

from __future__ import annotations

from collections import Counter

from statements.records import CountryRecord
from statements.resolution.bodies.the_country import STATES
from statements.resolution.home.acting import (
    ASIDE,
    ActingStates,
    begins_with_pronoun,
    gives_to_unnamed,
)
from statements.resolution.home.found import ACTED, AGREED, LABELLED, OWN, SPOKE, TOLD, Home, code_for
from statements.resolution.home.other_states import OtherStates, before_article
from statements.resolution.home.own_words import OwnWords
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import speaking_for
from statements.resolution.index.units import Units
from statements.resolution.persons.state_titles import (
    is_at_the_ministry,
    is_bare_spokesperson,
    is_of_a_ministry,
)
from statements.resolution.text.mentions import Mentions
from statements.resolution.text.reading import Reading, Sentence
from statements.resolution.text.vocabulary import POSSESSIVES

FARTHEST_WORD = 120
MOST_SENTENCES = 5


class Homes:
    """Whose an official without a country is, at each place of a text."""

    def __init__(
        self,
        reading: Reading,
        units: Units,
        contents: frozenset[int],
        whole: Home | None,
        labelled: dict[int, Home],
        acting: ActingStates,
        leanings: frozenset[str],
        index: AuthorityIndex,
        printed_by: str | None = None,
    ) -> None:
        """``labelled`` are the homes of paragraphs that stand under a country's name, by their numbers.

        ``leanings`` are the states of which a single sign tells that the text may be at home there,
        ``printed_by`` is the state whose press prints it.
        """
        self._reading, self._units, self._contents = reading, units, contents
        self._whole, self._labelled = whole, labelled
        self._acting, self._leanings, self._index = acting, leanings, index
        self._printed_by = printed_by
        self._lead: frozenset[str] | None = None
        self._others = OtherStates(reading, units)
        self._own_words = OwnWords(reading, units, acting.sources, contents)
        self._named = Counter(one.country.code for one in units.items if one.country)
        self._states = {one.country.code for one in units.items if one.country and one.country.kind in STATES}

    @property
    def whole(self) -> Home | None:
        """The home of all of a text, whoever acts at a place of it."""
        return self._whole

    @property
    def of_heading(self) -> Home | None:
        """The home of the words above a text, whose officials are home's only in a text of its own."""
        return self._whole if self._whole and self._whole.basis == OWN else None

    def at(self, first: int, last: int) -> Home | None:
        """The home at some words, if nothing near them speaks of another country.

        Finds: OSTA (Norpress) – … “…,” said Deputy Foreign Minister Lund
        Finds: Norland mourns. “…,” said Foreign Minister Berg, where Ostia’s own press does not print it
        """
        paragraph = self._reading.sentence(first).paragraph
        home = self._labelled.get(paragraph) or self._whole
        if home and not self._is_elsewhere(first, last, home):
            return self._acted(first, is_near=True) if home.is_by_name_alone else home
        is_set_apart = home is not None and home.is_of_its_press and not self._is_set_in_a_state(first)
        if is_set_apart and home and not home.is_by_name and not self._begins_the_lead(home):
            return None
        return self._acted(first, is_near=is_set_apart)

    def _is_of_a_paragraph_above(self, first: int, code: str) -> bool:
        """Whether a state acted but by its official in the paragraph before, in a text at home in another.

        Is: OSTA, 3 June … Norland’s minister said so.\n\nThe government spokesman Lund said …
        """
        actor = self._acting.before(first)
        is_lent = actor is not None and actor.is_far and not actor.is_body and actor.code == code
        return is_lent and self._whole is not None and self._whole.country.code != code

    def _is_set_in_a_state(self, at: int) -> bool:
        """Whether the sentence of a word begins with where it is set: "In Ostia, Minister Lund"."""
        return any(self._acting.set_in(self._reading.sentence(at).first, at))

    def _acted(self, first: int, is_near: bool = False) -> Home | None:
        """The state that acted last before a word, if nothing between speaks of another.

        ``is_near`` asks for a state that acts by name in the same paragraph: "Ostia left. Minister Lund"
        """
        actor = self._acting.before(first) if not self._labelled else None
        country = self._index.country(actor.code) if actor else None
        if actor is None or country is None or country.kind not in STATES:
            return None
        if is_near and (actor.is_far or not actor.is_state):
            return None
        if actor.is_far and self._leanings and actor.code not in self._leanings:
            return None
        home = Home(country, SPOKE if actor.is_body else ACTED)
        sentence = self._reading.sentence(first)
        skipped = frozenset() if first in self._contents else self._contents
        before = self._others.named(max(sentence.first, first - FARTHEST_WORD), first, home, skipped)
        return None if any(before) or self._is_said_elsewhere(first, sentence, home, skipped) else home

    def of_speaker(self, first: int, last: int) -> Home | None:
        """The home of somebody who speaks at some words, or of a body: by their own words too."""
        return self._of_words(first, last, self.at(first, last))

    def code_of(self, first: int, last: int, title: str) -> str | None:
        """That of the bearer of a title at some words; a mere spokesman is of the body that spoke last.

        A "state secretary" and whoever is "at the ministry" are of the ministry that spoke last.
        """
        home = self._of_words(first, last, self._told_of(first) or self.at(first, last))
        is_owned = bool({self._reading.word(first - 1), self._reading.word(first)} & POSSESSIVES)
        # "Its director" in a text of an organisation is whoever’s was named last.
        home = None if home and home.country.kind not in STATES and is_owned else home
        code = code_for(home, title)
        if (
            home
            and home.basis == ACTED
            and "spokes" in title
            and self._is_of_a_paragraph_above(first, code or "")
        ):
            return None
        if code is None and is_bare_spokesperson(title) and not (home and home.is_of_its_press):
            acted = self._acted(first)
            code = speaking_for(acted.country) if acted and acted.basis == SPOKE else None
        if code is None and is_of_a_ministry(title):
            before = self._acting.body_before(first)
            before = before or (self._acting.ministry_before(first) if is_at_the_ministry(title) else None)
            code = speaking_for(self._index.country(before or ""))
        return code

    def _of_words(self, first: int, last: int, home: Home | None) -> Home | None:
        """The state of which a speaker's own words are, or in whose capital they are said; else a home.

        Finds: Ostia, where "Norland's press … Ostia has asked for help, Foreign Minister Lund said"
        Finds nothing but a home of its own press, its own house, or a line above: these speak for their own
        Finds nothing by a mere promise of a state named once: "Norland slept. Norland woke. Ostia will come"
        Finds nothing of a state that the speaker thanks or blames: "Ostia … Minister Lund thanked Ostia"
        """
        if home and (home.is_of_its_press or home.basis in (OWN, LABELLED)):
            return home
        own = self._own_words.state(first, last)
        if home and home.country.code in self._own_words.others(first, last):
            home = None
        if own and home and own.country != home.country and home.basis == AGREED:
            # Two signs tell of one state, and the words of another.
            return None if own.is_sure else home
        if own and (own.is_sure or (home is None and not self._is_rivalled(own.country))):
            return home if home and home.country == own.country else Home(own.country, TOLD)
        place = self._own_words.place(last) if home is None else None
        return Home(place, TOLD) if place and self._may_speak_in(place, first) else home

    def _is_rivalled(self, country: CountryRecord) -> bool:
        """Whether a text names a state once, and others oftener: these may foretell what that one will do."""
        others = (self._named[code] for code in self._states if code != country.code)
        return self._named[country.code] == 1 < max(others, default=0)

    def _may_speak_in(self, place: CountryRecord, at: int) -> bool:
        """Whether nothing tells of another state, and the text names this one elsewhere too.

        Does: Ostia mourned. It rained. Foreign Minister Lund said in Osta …
        Does not: Norland mourned. Foreign Minister Lund said in Osta …; the same in Norland's press
        """
        if self._whole and self._whole.country != place:
            return False
        actor = self._acting.before(at)
        is_told = actor is None or actor.code == place.code
        return is_told and self._named[place.code] > 1

    def _told_of(self, first: int) -> Home | None:
        """The state whose press prints a text, where the words that somebody is cited for begin with it.

        Finds: NORA (Norpress) - Ostia will host the games, according to Sport Minister Lund
        Finds nothing: the same in the report of another state's agency, or of Norland's games
        """
        sentence = self._reading.sentence(first)
        begin = max(sentence.first, first - FARTHEST_WORD)
        told = next((at for at in range(begin, first) if at in self._contents), -1)
        unit = self._units.country_at(told + (self._reading.word(told) == "the")) if told >= 0 else None
        country = self._index.country(self._printed_by or "")
        is_cited = told >= 0 and first not in self._contents
        is_own = unit is not None and unit.country == country and not self._reading.is_genitive(unit.last)
        return Home(country, ACTED, True) if country and is_cited and is_own else None

    def sure_at(self, first: int) -> Home | None:
        """The home at a word behind "In Osta,", or where home's own press prints the text."""
        number = self._reading.sentence_numbers[first]
        sentence = self._reading.sentences[number]
        actor = next(self._acting.set_in(sentence.first, first), None)
        if actor:
            return self._acted(first)
        return (
            self._whole if self._whole and self._whole.is_of_its_press and self.at(first, first + 1) else None
        )

    def of_the_nation(self, first: int) -> Home | None:
        """That of "the National Grain Agency" at a word, if its sentence tells no other."""
        home = self._whole if self._whole and self._whole.country.kind in STATES else None
        begin = max(self._others.report(self._reading.sentence_numbers[first]), first - FARTHEST_WORD)
        others = self._others.named(begin, first, home, self._contents) if home else ()
        return home if home and not any(others) else None

    def names_others_than(self, code: str | None) -> bool:
        """Whether a text names states, and not this one."""
        return bool(self._states) and code not in self._states

    def see(self, mentions: Mentions) -> None:
        """Take in the mentions once the names that many bodies share are settled."""
        self._acting.mentions, self._acting.are_settled = mentions, True

    def learn(self, key: str, code: str | None) -> None:
        """Take in whose a person is, who may act where the next one is named."""
        if code:
            self._acting.learned[key] = code

    def _is_elsewhere(self, first: int, last: int, home: Home) -> bool:
        reading = self._reading
        number = reading.sentence_numbers[first]
        sentence = reading.sentences[number]
        skipped = frozenset() if first in self._contents else self._contents
        begin = max(self._others.report(number), first - FARTHEST_WORD)
        if home.basis == OWN:
            begin = self._begin_of_clause(begin, first)
        begins_clause = "," in reading.gap(first) or first == sentence.first
        before = self._others.named(begin, first, home, skipped)
        if any(not (is_aside and begins_clause) for _, is_aside in before):
            return True
        if home.basis != AGREED:
            return False
        if self._is_said_elsewhere(last, sentence, home, skipped):
            return True
        return self._acts_elsewhere(number, home, skipped)

    def _begin_of_clause(self, first: int, at: int) -> int:
        """Behind the last "and by" or the like: "attended by Norland’s envoy and by the President’s aide"."""
        words = self._reading.word
        joints = (k for k in range(at - 1, first, -1) if words(k) == "and" and words(k + 1) in ASIDE)
        return next(joints, first)

    def _is_said_elsewhere(self, at: int, sentence: Sentence, home: Home, skipped: frozenset[int]) -> bool:
        """Whether the rest of a sentence tells another state as the place: "said in Nora"."""
        behind = self._others.named(at, min(sentence.last, at + FARTHEST_WORD), home, skipped)
        return any(self._reading.word(before_article(self._reading, at)) == "in" for at, _ in behind)

    def _acts_elsewhere(self, number: int, home: Home, skipped: frozenset[int]) -> bool:
        """Whether another state acts in the last sentence that names any, as far as the paragraph before."""
        sentences = self._reading.sentences
        earliest = max(0, number - MOST_SENTENCES)
        for before in range(number - 1, earliest - 1, -1):
            away = sentences[number].paragraph - sentences[before].paragraph
            # A paragraph of its own press begins anew at home.
            is_anew = home.is_of_its_press and self._reading.opens_paragraph(number)
            is_anew = is_anew and self._acts_in_the_lead(home) and not self._is_told_at_length(number, home)
            if away and (is_anew or (away > 1 and before < number - 1)):
                return False
            last = sentences[before].last
            first = max(self._others.report(before), last - FARTHEST_WORD)
            if begins_with_pronoun(self._reading, before):
                continue
            if gives_to_unnamed(self._reading, first, last):
                return True
            others = (at for at, is_aside in self._others.named(first, last, home, skipped) if not is_aside)
            actor = next(others, last)
            outside = (at for at in range(first, actor) if at not in skipped)
            if any(self._others.is_of_home(at, home) for at in outside):
                return False
            if actor < last:
                return True
        return False

    def _begins_the_lead(self, home: Home) -> bool:
        """Whether home is the first state that the first sentence of a report names."""
        sentence = self._reading.sentences[0]
        units = (self._units.country_at(at) for at in range(self._others.report(0), sentence.last))
        return next((one.country for one in units if one), None) == home.country

    def _is_told_at_length(self, number: int, home: Home) -> bool:
        """Whether both paragraphs before that of a sentence end with one other state that acts.

        Are: Norland’s army shot. …\n\nThe Norland minister agreed.\n\nPresidential spokesman Lund
        Are not: Norland’s army shot.\n\nOstia wept.\n\nPresidential spokesman Lund, in Ostia’s press
        """
        before = self._acting.before(self._first_of_paragraph(number))
        if before is None or before.code == home.country.code or not before.is_far:
            return False
        above = self._first_of_paragraph(self._reading.sentence_numbers[self._first_of_paragraph(number)] - 1)
        earlier = self._acting.before(above) if above else None
        return earlier is not None and earlier.is_far and earlier.code == before.code

    def _first_of_paragraph(self, number: int) -> int:
        """The first word of the paragraph of a sentence."""
        while number > 0 and not self._reading.opens_paragraph(number):
            number -= 1
        return self._reading.sentences[number].first if number >= 0 else 0

    def _acts_in_the_lead(self, home: Home) -> bool:
        """Whether the first sentence is of home or of nobody, or the report is dated from there.

        Is: "Norland mourns" in "OSTA (Norpress) – Norland mourns" of Ostia.    Is not: "Norland asked Ostia"
        """
        if self._lead is None:
            report = range(self._reading.sentences[0].first, self._others.report(0))
            codes = self._acting.of_lead()
            self._lead = frozenset(codes | self._units.codes(report) if codes else ())
        return not self._lead or home.country.code in self._lead
