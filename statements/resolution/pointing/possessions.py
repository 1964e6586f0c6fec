"""What is somebody's: his country, its ministry, her office, their party, the embassy's press service."""

from __future__ import annotations

from collections.abc import Callable

from statements.resolution.attributions import Attributions, spoken_for
from statements.resolution.bodies.of_countries import institution_of
from statements.resolution.bodies.press_services import press_service_of
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.offices import office_of
from statements.resolution.index.references import following_of_person, government, office_of_person
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.antecedents import Said, attribution_of
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.pointing.descriptions import open_body, without_determiner
from statements.resolution.pointing.press import FOLLOWINGS, body_at, without_press_service
from statements.resolution.pointing.pronouns import HE
from statements.resolution.text.mentions import PERSON, Mention, Mentions
from statements.resolution.text.vocabulary import GOVERNMENT_NOUNS

COUNTRY_NOUNS = frozenset(("country", "nation", "homeland")) | GOVERNMENT_NOUNS
# Who has a press service.
SERVED = frozenset(
    ("president", "prime minister", "chancellor", "foreign minister", "defence minister", "speaker")
)
COUNTRIES = frozenset(("countries", "nations", "governments"))


class Possessions:
    """Resolves bodies and countries by those to whom they belong."""

    def __init__(
        self,
        named: NamedText,
        mentions: Mentions,
        index: AuthorityIndex,
        coreference: Coreference,
        meant: Callable[[int, Mention], Attributions],
    ) -> None:
        """``meant`` tells which body "the embassy" at a word stands for."""
        self._reading, self._mentions, self._index = named.reading, mentions, index
        self._persons, self._bodies = coreference.persons, coreference.bodies
        self._several, self._meant = coreference.several, meant

    def country(self, first: int, last: int) -> Attributions:
        """The governments of those whose country is meant.

        Resolves: "his country" after Lund of Ostia spoke, "their countries" after two ministers met
        Leaves open: "his country" after an analyst spoke, "their country" after two ministers met
        """
        noun = self._reading.word(first + 1)
        if last - first != 2 or noun not in COUNTRY_NOUNS | COUNTRIES:
            return ()
        owners = self._owners(first)
        codes = {owner.country for owner in owners}
        is_one = noun in COUNTRY_NOUNS
        if not owners or is_one != (len(codes) == 1):
            return ()
        countries = [self._index.country(code or "") for code in dict.fromkeys(one.country for one in owners)]
        return tuple(spoken_for(government(country)) for country in countries if country)

    def office(self, first: int, last: int) -> Attributions:
        """The office of somebody named: "her office", "Lund’s office", "the office of President Lund"."""
        start = without_determiner(self._reading, first, last)
        is_of_the_press = self._reading.word(last - 2) == "press"
        if is_of_the_press or "office" not in (self._reading.word(start), self._reading.word(last - 1)):
            return ()
        word = self._reading.word(first)
        subject = self._persons.subject_in_office(first, HE[word]) if word in HE else None
        owners = subject.attributions if subject else self._owners(first)
        owners = owners if last - first == 2 else ()
        named = [one for one in self._mentions.people(start, last) if one.speaker]
        if len(named) == 1 and (named[0].is_genitive or self._reading.word(start + 1) == "of"):
            owners = (attribution_of(self._reading, named[0]),)
        person = owners[0].speaker if len(owners) == 1 else None
        return (spoken_for(office_of_person(person)),) if person and person.kind == PERSON else ()

    def following(self, first: int, last: int) -> Attributions:
        """The party, bloc or foundation of somebody: "her party" after Berg spoke; not "the party"."""
        noun = self._reading.word(last - 1)
        is_own = last - first == 2 and self._reading.word(first) in ("his", "her") and noun in FOLLOWINGS
        owners = [one.speaker for one in self._owners(first) if one.speaker] if is_own else []
        is_person = len(owners) == 1 and owners[0].kind == PERSON
        return (spoken_for(following_of_person(owners[0], noun)),) if is_person else ()

    def press_service(self, first: int, last: int) -> Attributions:
        """The press service of a body that a word stands for.

        Resolves: "The embassy’s press service" after Ostia’s embassy, "his party’s press office" after Lund
        Leaves open: "the press service", "the embassy’s press service" after two embassies
        """
        start, end = without_press_service(self._reading, first, last)
        if (start, end) == (first, last):
            return ()
        body = body_at(self._mentions, self._reading, start, end)
        found = self._meant(start, body) if body else self.following(start, end)
        found = found or self._in_office_at(start, end)
        owner = found[0].speaker if len(found) == 1 else None
        return (spoken_for(press_service_of(owner)),) if owner else ()

    def _in_office_at(self, first: int, last: int) -> Attributions:
        """The one in office whom some words name, and who has a press service: "Lund", "President Lund"."""
        named = [one for one in self._mentions.people(first, last) if one.speaker]
        if len(named) != 1 or named[0].head_last != last or named[0].speaker is None:
            return ()
        is_served = office_of(named[0].role) in SERVED or not named[0].speaker.provisional
        return (attribution_of(self._reading, named[0]),) if is_served else ()

    def body(self, first: int, last: int) -> Attributions:
        """A body of the one who is meant: "his ministry", "its foreign ministry", "its office in Osta"."""
        office = self._bodies.own_office(first, last)
        if office:
            return (spoken_for(office),)
        mention = open_body(self._reading, self._mentions, first, last)
        word = self._reading.word(first)
        subject = self._persons.subject_in_office(first, HE[word]) if mention and word in HE else None
        owners = subject.attributions if subject else self._owners(first) if mention else ()
        if mention is None or len(owners) != 1 or owners[0].country is None:
            return ()
        field = mention.field
        if field == "ministry":
            field = field_of(owners[0].role)
        country = self._index.country(owners[0].country)
        return (spoken_for(institution_of(self._index, country, field)),) if country and field else ()

    def _owners(self, at: int) -> Attributions:
        """Whom the possessive at a word stands for."""
        word = self._reading.word(at)
        if word in ("his", "her"):
            return attributions_of(self._persons.person(at, HE[word]))
        if word == "its":
            return attributions_of(self._bodies.body(at))
        return self._several.they(at) if word == "their" else ()


def attributions_of(said: Said | None) -> Attributions:
    return said.attributions if said else ()


def field_of(role: str) -> str:
    """The field of a minister's ministry: "Defence"; empty for a prime minister and for others."""
    office = office_of(role)
    is_minister = office.endswith(" minister") and office != "prime minister"
    return office.removesuffix(" minister").title() if is_minister else ""
