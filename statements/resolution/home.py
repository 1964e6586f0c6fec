"""The home of a text, and of a place in it: the country whose officials need not be called by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from statements.datelines import dateline_of
from statements.folding import fold
from statements.records import CountryRecord, SpeakerReference
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.bodies_of_countries import institution, institution_of
from statements.resolution.body_patterns import longest_pattern
from statements.resolution.mentions import INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.reading import Reading
from statements.resolution.references import speaking_for
from statements.resolution.state_titles import is_for_an_organisation, is_state_title, is_title_of_a_state
from statements.resolution.units import Units, code_of
from statements.resolution.vocabulary import ARTICLES

FARTHEST_WORD = 120
MOST_SENTENCES = 5
STATES = frozenset(("state", "territory", "historical"))
# What stands behind these is neither who acts nor where: "talks with Ostia", "a letter to Norland".
ASIDE = frozenset(
    ("with", "to", "against", "on", "over", "about", "between", "by", "for", "than", "toward", "towards")
)

# Bodies that every state and many an organisation have abroad.
OF_ANYBODY = frozenset(("embassy", "mission", "delegation", "force", "consulate"))

# Names of one state's body that others have too -> the field of whose ministry it is, if of any.
NAMES_OF_MANY = {"foreign office": "Foreign", "house of representatives": ""}
LONGEST_OF_MANY = 3

# How sure a home is: two signs agree, or the text speaks for it, or stands under its name.
AGREED, OWN, LABELLED = "agreed", "own", "labelled"


@dataclass(frozen=True, slots=True)
class Home:
    country: CountryRecord
    basis: str


class Homes:
    """Whose an official without a country is, at each place of a text."""

    def __init__(
        self,
        reading: Reading,
        units: Units,
        contents: frozenset[int],
        whole: Home | None,
        labelled: dict[int, Home],
    ) -> None:
        """``labelled`` are the homes of paragraphs that stand under a country's name, by their numbers."""
        self._reading, self._units, self._contents = reading, units, contents
        self._whole, self._labelled = whole, labelled

    def at(self, first: int, last: int) -> Home | None:
        """The home at some words, if nothing near them speaks of another country.

        Finds: OSTA (Norpress) – … “…,” said Deputy Foreign Minister Lund
        Finds nothing: Norland mourns. “…,” said Foreign Minister Berg … In Nora, Prime Minister Berg said
        """
        paragraph = self._reading.sentences[self._reading.sentence_numbers[first]].paragraph
        home = self._labelled.get(paragraph) or self._whole
        return None if home is None or self._is_elsewhere(first, last, home) else home

    def _is_elsewhere(self, first: int, last: int, home: Home) -> bool:
        reading = self._reading
        number = reading.sentence_numbers[first]
        sentence = reading.sentences[number]
        skipped = frozenset() if first in self._contents else self._contents
        begins_clause = "," in reading.gap(first) or first == sentence.first
        before = self._others(max(self._report(number), first - FARTHEST_WORD), first, home, skipped)
        if any(not (is_aside and begins_clause) for _, is_aside in before):
            return True
        if home.basis != AGREED:
            return False
        behind = self._others(last, min(sentence.last, last + FARTHEST_WORD), home, skipped)
        if any(reading.word(_before_article(reading, at)) == "in" for at, _ in behind):
            return True
        return self._acts_elsewhere(number, home, skipped)

    def _acts_elsewhere(self, number: int, home: Home, skipped: frozenset[int]) -> bool:
        """Whether another state acts in the last sentence that names any, as far as the paragraph before."""
        sentences = self._reading.sentences
        earliest = max(0, number - MOST_SENTENCES)
        for before in range(number - 1, earliest - 1, -1):
            if before < number - 1 and sentences[number].paragraph - sentences[before].paragraph > 1:
                return False
            last = sentences[before].last
            first = max(self._report(before), last - FARTHEST_WORD)
            others = (at for at, is_aside in self._others(first, last, home, skipped) if not is_aside)
            actor = next(others, last)
            if any(self._is_of_home(at, home) for at in range(first, actor)):
                return False
            if actor < last:
                return True
        return False

    def _report(self, number: int) -> int:
        """The first word of a sentence behind its dateline, which tells nothing of who acts."""
        reading, sentence = self._reading, self._reading.sentences[number]
        is_opening = number == 0 or reading.sentences[number - 1].paragraph != sentence.paragraph
        opening = dateline_of(reading.text[sentence.start : sentence.end]) if is_opening else None
        return (
            reading.words_in((sentence.start + opening.end, sentence.end))[0] if opening else sentence.first
        )

    def _others(
        self, first: int, last: int, home: Home, skipped: frozenset[int]
    ) -> Iterator[tuple[int, bool]]:
        """The other states that some words name, and whether they are named aside."""
        for at in range(first, last):
            unit = self._units.at(at)
            if unit is None or unit.first != at or at in skipped or unit.person is not None:
                continue
            if unit.body and fold(self._reading.printed(unit.first, unit.last)) in NAMES_OF_MANY:
                continue
            is_state = (
                unit.country.kind in STATES if unit.country else unit.body is not None and unit.body.country
            )
            if is_state and code_of(unit) != home.country.code:
                yield at, self._reading.word(_before_article(self._reading, at)) in ASIDE

    def _is_of_home(self, at: int, home: Home) -> bool:
        unit = self._units.at(at)
        return unit is not None and code_of(unit) == home.country.code


def _before_article(reading: Reading, at: int) -> int:
    return at - 1 - (reading.word(at - 1) in ARTICLES)


def code_for(home: Home | None, title: str) -> str | None:
    """The country that the bearer of a title without one speaks for, if it is surely home's.

    Gives: "Deputy Foreign Minister", "Foreign Ministry spokesman"; under "OSTIA:" also "Special envoy"
    Gives nothing: "mayor", "opposition leader", "analyst"; "Foreign Minister" of an organisation
    """
    if home is None:
        return None
    if home.country.kind not in STATES:
        is_held = is_for_an_organisation(title) and home.basis != AGREED
    elif home.basis == LABELLED:
        is_held = is_title_of_a_state(title) or is_state_title(title, home.country.code)
    else:
        is_held = is_state_title(title, home.country.code)
    return speaking_for(home.country) if is_held else None


def named_at_home(reading: Reading, mentions: Mentions, homes: Homes, index: AuthorityIndex) -> Mentions:
    """Take from a record the body whose name home's own has too.

    Takes: "the Foreign Office" in the report of Ostia's agency, from Britain's, for Ostia's Foreign Ministry
    Leaves alone: "the British Foreign Office" there, "the Foreign Office" in a text without a home
    """
    return Mentions([_at_home(reading, one, homes, index) for one in mentions.items])


def _at_home(reading: Reading, mention: Mention, homes: Homes, index: AuthorityIndex) -> Mention:
    is_named = mention.kind == INSTITUTION and mention.head_last - mention.head_first <= LONGEST_OF_MANY
    printed = reading.printed(mention.head_first, mention.head_last) if is_named else ""
    field = NAMES_OF_MANY.get(fold(printed))
    home = homes.at(mention.first, mention.last) if field is not None and mention.speaker else None
    if home is None or mention.speaker is None or home.country.code == mention.speaker.country:
        return mention
    speaker = institution_of(index, home.country, field) if field else None
    return replace(mention, speaker=speaker, country=speaker.country if speaker else None)


def speak_at_home(mentions: Mentions, homes: Homes) -> Mentions:
    """Give home's country to the officials whose titles, when they are first named so, name none.

    Gives: "Deputy Foreign Minister Ivo Lund" in the report of Ostia’s agency from Osta
    Leaves alone: somebody whose country the text tells elsewhere, anybody's name without a title
    """
    people = [one for one in mentions.items if one.kind == PERSON and one.speaker and one.speaker.provisional]
    known = {
        one.speaker.key
        for one in people
        if one.speaker and (one.country or one.speaker.country or one.is_abroad)
    }
    introduced: dict[str, Mention] = {}
    for one in people:
        if one.speaker and one.role and one.speaker.key not in known:
            introduced.setdefault(one.speaker.key, one)
    codes = {key: code_for(homes.at(one.first, one.last), one.role) for key, one in introduced.items()}
    return Mentions([_given(one, codes) for one in mentions.items])


def body_at_home(
    reading: Reading, mention: Mention, home: Home | None, index: AuthorityIndex
) -> SpeakerReference | None:
    """The state's own body of which a mention gives the name without the country.

    Gives: "the Foreign Ministry", "the Border Service", "the government"
    Gives nothing: "the embassy", "the observation mission", "the authorities"; any body of an organisation
    """
    if home is None or home.country.kind not in STATES or speaking_for(home.country) is None:
        return None
    pattern = longest_pattern(reading, mention.head_first)
    if pattern is None or pattern.is_local or OF_ANYBODY & set(fold(pattern.name).split()):
        return None
    if pattern.field == "government" and reading.word(pattern.first) not in ("government", "cabinet"):
        return None
    return None if pattern.key == "security-council" else institution(index, home.country, pattern)


def _given(mention: Mention, codes: dict[str, str | None]) -> Mention:
    code = codes.get(mention.speaker.key) if mention.speaker and mention.kind == PERSON else None
    if code is None or mention.speaker is None:
        return mention
    return replace(mention, speaker=replace(mention.speaker, country=code), country=code)
