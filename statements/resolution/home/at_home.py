"""Bodies and officials that a text calls by no country, and whose home tells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from statements.folding import fold
from statements.records import SpeakerReference
from statements.resolution.bodies.institutions import ABROAD
from statements.resolution.bodies.ministries import WORDS_OF_FIELDS
from statements.resolution.bodies.of_countries import institution, institution_of
from statements.resolution.bodies.patterns import longest_pattern
from statements.resolution.bodies.state_bodies import CHARGES, KINDS
from statements.resolution.bodies.the_country import STATES
from statements.resolution.home.acting import FIRST_OF_MANY, NAMES_OF_MANY
from statements.resolution.home.found import Home
from statements.resolution.home.homes import Homes
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import speaking_for, unknown_institution
from statements.resolution.persons.state_titles import sole_office
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import POSSESSIVES

LONGEST_OF_MANY = 3


def named_at_home(reading: Reading, mentions: Mentions, homes: Homes, index: AuthorityIndex) -> Mentions:
    """Settle the bodies whose names are home's and others' too.

    Gives: "the Foreign Ministry" in the report of Ostia's own agency, or behind "In Osta,"
    Takes: "the Foreign Office" in that report, from Britain's, for Ostia's Foreign Ministry
    Leaves alone: "the British Foreign Office" there, "the Foreign Ministry" in a text without a home
    """
    national = {
        one.speaker.key: home.country.code
        for one in mentions.items
        if one.speaker and is_of_the_nation(reading, one) and (home := homes.of_the_nation(one.first))
    }
    settled = (_at_home(reading, one, homes, index) for one in mentions.items)
    return Mentions([given(one, national) for one in settled])


def is_of_the_nation(reading: Reading, mention: Mention) -> bool:
    """Whether a body without a country is one that a nation has, by its name.

    Is: "the National Road Safety Institute", "the Federal Grain Agency"
    Is not: "the National Farmers League", "National Road Association", "the Grain Institute"
    """
    words = reading.folded(mention.head_first, mention.head_last)
    is_open = mention.kind == INSTITUTION and mention.speaker and mention.country is None
    is_public = set(words) & {*KINDS, "institute"} and set(words) & (CHARGES | WORDS_OF_FIELDS)
    return bool(is_open and is_public) and words[0] in ("national", "federal", "state")


def _at_home(reading: Reading, mention: Mention, homes: Homes, index: AuthorityIndex) -> Mention:
    if mention.kind != INSTITUTION:
        return mention
    if mention.speaker is not None:
        return _without_a_namesake(reading, mention, mention.speaker, homes, index)
    if {reading.word(mention.first), reading.word(mention.head_first - 1)} & POSSESSIVES:
        return mention
    speaker = body_at_home(reading, mention, homes.sure_at(mention.first), index)
    return replace(mention, speaker=speaker, country=speaker.country) if speaker else mention


def _without_a_namesake(
    reading: Reading, mention: Mention, named: SpeakerReference, homes: Homes, index: AuthorityIndex
) -> Mention:
    """A body whose name those of many states have: home's, or nobody's where its own state is not named."""
    if mention.head_last - mention.head_first > LONGEST_OF_MANY:
        return mention
    name = fold(reading.printed(mention.head_first, mention.head_last))
    field = NAMES_OF_MANY.get(name)
    if field is None:
        return mention
    home = homes.whole if name in FIRST_OF_MANY else homes.at(mention.first, mention.last)
    is_first = name in FIRST_OF_MANY or not homes.names_others_than(named.country)
    if home.country.code == named.country if home else is_first:
        return mention
    speaker = institution_of(index, home.country, field) if home and field else None
    if name in FIRST_OF_MANY:
        # A parliament, or a party of that name.
        speaker = unknown_institution(reading.printed(mention.head_first, mention.head_last), None)
    return replace(mention, speaker=speaker, country=speaker.country if speaker else None)


def _without_namesakes(mentions: Mentions, homes: Homes) -> Mentions:
    """The people of a body whose name those of many states have, as home's or as nobody's.

    Takes: "Foreign Office spokeswoman Anna Lund" from Britain, in the report of Ostia’s own agency
    """
    taken = set()
    for one in mentions.items:
        is_of_many = one.kind == PERSON and any(name in fold(one.role) for name in NAMES_OF_MANY)
        if not is_of_many or not one.speaker or not one.speaker.provisional:
            continue
        home = homes.at(one.first, one.last)
        if home.country.code != one.country if home else homes.names_others_than(one.country):
            taken.add(one.speaker.key)
    return Mentions(
        [
            replace(one, speaker=replace(one.speaker, country=None), country=None)
            if one.speaker and one.speaker.key in taken
            else one
            for one in mentions.items
        ]
    )


def speak_at_home(mentions: Mentions, homes: Homes) -> Mentions:
    """Give home's country to the officials whose titles, when they are first named so, name none.

    Gives: "Deputy Foreign Minister Ivo Lund" in the report of Ostia’s agency from Osta
    Leaves alone: somebody whose country the text tells elsewhere, anybody's name without a title
    """
    homes.see(mentions)
    mentions = _without_namesakes(mentions, homes)
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
    codes: dict[str, str | None] = {}
    holders = _holders(mentions)
    for key, one in introduced.items():
        code = homes.code_of(one.first, one.last, one.role)
        office = sole_office(one.role)
        if code and office and holders.setdefault((office, code), key) != key:
            # A state has one such minister: who bears the title beside him is of another.
            code = None
        codes[key] = code
        homes.learn(key, code)
    return Mentions([given(one, codes) for one in mentions.items])


def _holders(mentions: Mentions) -> dict[tuple[str, str], str]:
    """Who holds the offices of which a state has one, by office and state, as the text tells."""
    holders: dict[tuple[str, str], str] = {}
    for one in mentions.items:
        office = sole_office(one.role) if one.kind == PERSON and one.country else ""
        if office and one.country and one.speaker:
            holders.setdefault((office, one.country), one.speaker.key)
    return holders


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
    if pattern is None or pattern.is_local or ABROAD & set(fold(pattern.name).split()):
        return None
    if pattern.field == "government" and reading.word(pattern.first) not in ("government", "cabinet"):
        return None
    return None if pattern.key == "security-council" else institution(index, home.country, pattern)


def given(mention: Mention, codes: Mapping[str, str | None]) -> Mention:
    """A mention with the country that its speaker turned out to be of."""
    code = codes.get(mention.speaker.key) if mention.speaker else None
    if code is None or mention.speaker is None:
        return mention
    return replace(mention, speaker=replace(mention.speaker, country=code), country=code)
