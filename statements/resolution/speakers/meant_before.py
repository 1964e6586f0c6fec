"""Whom a description means of those before: somebody named, the counterpart, or somebody without a name."""

from __future__ import annotations

from statements.folding import fold
from statements.records import ResolvedAttribution
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.offices import fits_head, office_of
from statements.resolution.index.references import unnamed_role
from statements.resolution.index.units import Units
from statements.resolution.named_text import NamedText
from statements.resolution.persons.roles import COUNTERPARTS, gender_of_title
from statements.resolution.persons.titles import country_code
from statements.resolution.pointing.antecedents import FARTHEST_WORD, Said, is_single_person
from statements.resolution.pointing.counterparts import adjectives_before
from statements.resolution.pointing.descriptions import Description
from statements.resolution.pointing.pronouns import HE
from statements.resolution.pointing.to_persons import Persons
from statements.resolution.speakers.narrated import may_be_called, narrated_before
from statements.resolution.speakers.titles_held import TitlesHeld, may_repeat
from statements.resolution.text.mentions import INSTITUTION, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import OFFICE_HEADS, PRIVATE_HEADS, SPOKESPERSONS

TOP_DIPLOMAT = frozenset(("top", "diplomat"))
# Of whatever rank a diplomat is: "the senior diplomat".
OF_RANK = frozenset(("senior", "veteran", "high", "ranking"))
# What those are called who sit in a parliament, and nobody with another office.
MEMBERS = frozenset(("lawmaker", "legislator", "parliamentarian", "mp", "senator"))


class MeantBefore:
    """Finds who was meant before a description, which stands at a word and may tell a country."""

    def __init__(
        self, named: NamedText, mentions: Mentions, index: AuthorityIndex, persons: Persons, held: TitlesHeld
    ) -> None:
        self._reading, self._units, self._index, self._mentions = named.reading, named.units, index, mentions
        self._persons, self._held = persons, held

    def known(self, description: Description, role: str, country: str | None, at: int) -> Said | None:
        """Who was meant before: a person of that office, or somebody unnamed; not one of each."""
        if description.head == "counterpart":
            return self._counterpart(country, at)
        person = self._known_person(description, role, country, at)
        words = words_without_country(self._reading, self._units, description)
        unnamed = [
            said
            for said in self._persons.unnamed(description.head)
            if country in (None, said.speakers[0].country)
            and words <= set(fold(said.speakers[0].name).split())
        ]
        last = self._persons.last_someone(at)
        if last in unnamed and self._persons.spoke_alone_right_before(last, unnamed, at):
            return last
        if not unnamed:
            return person or (self._persons.hidden(at) if words == {"source"} and country is None else None)
        if len(unnamed) == 1 and last is unnamed[0] and (person is None or person.at < last.at):
            return last
        if person is None or len(unnamed) != 1:
            return unnamed[0] if person is None and len(unnamed) == 1 else None
        if words == {"official"} and self._is_of_another_word(person, at):
            return unnamed[0]
        is_announced = (
            unnamed[0].at < person.at and unnamed[0].speakers[0].country == person.attributions[0].country
        )
        return person if is_announced and person.attributions[0].country else None

    def _is_of_another_word(self, person: Said, at: int) -> bool:
        """Whether a spokesman by title spoke in a paragraph before, who is hardly called "the official".

        Is: A government official said so. … Spokesman Lund denied it.\n\nThe road is shut, | the official
        Is not: there of Deputy Minister Lund, nor in the paragraph in which the spokesman spoke
        """
        reading = self._reading
        is_before = reading.sentence(person.at).paragraph < reading.sentence(at).paragraph
        words = set(fold(person.attributions[0].role).split())
        return is_before and bool(words & SPOKESPERSONS) and "official" not in words

    def owner(self, description: Description, at: int) -> ResolvedAttribution | None:
        """The person whose somebody is "his" or "her": Lund in "Lund was sure, his spokesman said"."""
        word = self._reading.word(at)
        words = self._reading.folded(description.first, description.last)
        if word not in ("his", "her") or COUNTERPARTS.intersection(words):
            return None
        owner = self._persons.subject(at, HE[word]) or self._persons.person(at, HE[word])
        return owner.attributions[0] if owner and is_single_person(owner) else None

    def narrated(self, description: Description, country: str | None, at: int) -> ResolvedAttribution | None:
        """Somebody without a name of whom the text told before: "Norland’s ambassador was summoned"."""
        words = words_without_country(self._reading, self._units, description)
        found = {
            (one.role, code)
            for one in narrated_before(self._reading, self._units, self._mentions, at)
            if may_be_called(one, description, words)
            and (code := country_code(one.owner, self._index))
            and country in (None, code)
        }
        if len(found) != 1:
            return None
        [(role, code)] = found
        return ResolvedAttribution(unnamed_role(role, code), None, role, code, "")

    # --- by the office ----------------------------------------------------------------

    def _known_person(self, description: Description, role: str, country: str | None, at: int) -> Said | None:
        if description.head not in OFFICE_HEADS:
            return None
        words = frozenset(words_without_country(self._reading, self._units, description))
        if description.head == "diplomat":
            role, words = ("foreign minister", words) if words == TOP_DIPLOMAT else (role, words - OF_RANK)

        def fits(one: Mention | ResolvedAttribution) -> bool:
            if country not in (None, one.country):
                return False
            is_repeated = any(
                may_repeat(description.head, words, role, title) for title in self._held.by(one)
            )
            return is_repeated or (words == {"diplomat"} and self._is_of_foreign_ministry(one))

        gender = gender_of_title(self._reading, description.first, description.last)
        found = self._persons.by_title.person(
            at, fits, gender, is_of_any_rank=words == {description.head} == {"official"}
        )
        is_member = words == {description.head} and description.head in MEMBERS
        return found or (self._persons.by_title.untitled(at) if is_member and country is None else None)

    def _is_of_foreign_ministry(self, one: Mention | ResolvedAttribution) -> bool:
        """Whether a title tells no more than "the ministry's", and the last one named was the foreign one.

        Is: of "the ministry’s press director, Ivo Lund," behind "the Ostian Foreign Ministry"
        Is not: there of "the ministry’s lawyer, Ivo Lund,", or behind "the Ostian Defence Ministry"
        """
        words = set(fold(one.role).split())
        if not isinstance(one, Mention) or not {"ministry", "s"} <= words or words & PRIVATE_HEADS:
            return False
        named = self._mentions.between(max(0, one.first - FARTHEST_WORD), one.first)
        keys = [body.speaker.key for body in named if body.kind == INSTITUTION and body.speaker]
        ministries = [key.split("-") for key in keys if key.endswith("-ministry")]
        return bool(ministries) and "foreign" in ministries[-1]

    # --- the counterpart --------------------------------------------------------------

    def _counterpart(self, country: str | None, at: int) -> Said | None:
        """Who holds the last speaker's office for another country: "his Turkish counterpart"."""
        last = self._persons.last_person(at)
        if last is None or country is None:
            return None
        offices = self._held.offices(last.attributions[0]) | self._offices_shared(last, at)
        is_told = self._was_called_counterpart(country, at)

        def fits(one: Mention | ResolvedAttribution) -> bool:
            is_minister = is_told and fits_head("minister", one.role)
            return one.country == country and bool(self._held.offices(one) & offices or is_minister)

        return self._persons.by_title.person(at, fits, "", is_another=True) if offices or is_told else None

    def _was_called_counterpart(self, code: str, at: int) -> bool:
        """Whether a minister of a country was called so: "with his Norland and Varian counterparts"."""
        reading, units = self._reading, self._units
        nouns = (k for k in range(max(0, at - FARTHEST_WORD), at) if reading.word(k) in COUNTERPARTS)
        listed = (unit for noun in nouns for unit in adjectives_before(reading, units, noun))
        return any(country_code(unit, self._index) == code for unit in listed)

    def _offices_shared(self, said: Said, at: int) -> set[str]:
        """The office of a counterpart, which is that of the other one."""
        named = self._mentions.between(max(0, at - FARTHEST_WORD), at)
        shared = {one.field for one in named if one.is_abroad and one.speaker in said.speakers}
        return {office_of(title) for title in shared} - {""}


def words_without_country(reading: Reading, units: Units, description: Description) -> set[str]:
    """The words of a description that belong to no known name."""
    places = range(description.first, description.last)
    return {reading.word(at) for at in places if units.at(at) is None} - {"s"}
