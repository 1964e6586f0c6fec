"""Sources that give a role and no name: somebody named before, the holder of the office, or nobody named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from statements.folding import fold
from statements.records import ResolvedAttribution, Span, SpeakerReference
from statements.resolution.attributions import Attributions, inferred, shown
from statements.resolution.bodies.patterns import OPENERS
from statements.resolution.bodies.the_country import (
    KINDS_OF_ORGANISATIONS,
    organisation_meant,
    subject_before,
)
from statements.resolution.home.homes import ACTED, SPOKE, Homes, code_for
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.offices import (
    HEADS_OF_STATES,
    NOT_IN_OFFICE,
    WIDER_HEADS,
    fits_head,
    holds_on,
    office_of,
)
from statements.resolution.index.references import adjective, recorded, speaking_for, unnamed_role
from statements.resolution.index.units import Unit, Units
from statements.resolution.persons.roles import (
    country_of_title,
    gender_of_title,
    is_private,
    serves_the_owner,
)
from statements.resolution.persons.titles import country_code
from statements.resolution.pointing.antecedents import FARTHEST_WORD, Said, is_single_person
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.pointing.counterparts import COUNTERPARTS, adjectives_before
from statements.resolution.pointing.descriptions import (
    WITH_A_COMPLEMENT,
    Description,
    describe,
    end_of_sides,
    end_of_those_close,
)
from statements.resolution.pointing.several import in_the_singular
from statements.resolution.pointing.to_persons import HE
from statements.resolution.speakers.anonymity import hides
from statements.resolution.speakers.narrated import may_be_called, narrated_before
from statements.resolution.speakers.role_names import RoleNames, owned_role, role_at_body
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import (
    OFFICE_HEADS,
    PRIVATE_HEADS,
    PRIVATE_PEOPLE,
    SPOKESPERSONS,
    TITLE_WORDS,
    UNNAMED_HEADS,
)

# A place after these belongs to the role: "officials in Baku", "a source close to the Kremlin".
PLACES_AFTER = frozenset(("in", "from", "at", "of", "to", "for", "with"))
LONGEST_ROLE = 120
# What stands in "the head of our state" besides the office.
PLAIN_IN_HEADS = frozenset(("of", "the", "our", "this"))
# Where they are is not whose they are: "a Western diplomat in Osta".
POSTED = frozenset(("diplomat", "diplomats"))
# Offices by their first letters.
SHORT_TITLES = {"pm": "prime minister", "dpm": "deputy prime minister", "fm": "foreign minister"}
# Words for whoever holds or held an office, of whatever rank.
ANY_RANK = frozenset(("diplomat", "official", "envoy"))


class DescribedSpeakers:
    """Resolves roles without names."""

    def __init__(
        self,
        reading: Reading,
        units: Units,
        index: AuthorityIndex,
        mentions: Mentions,
        coreference: Coreference,
        published: date | None,
        homes: Homes,
    ) -> None:
        self._reading, self._units, self._index, self._mentions = reading, units, index, mentions
        self._persons, self._published, self._homes = coreference.persons, published, homes
        self._several = coreference.several
        self._bodies = coreference.bodies
        self._names = RoleNames(reading, units, mentions, index, coreference.bodies)

    def resolve(self, span: Span, first: int, last: int) -> Attributions:
        """A role: of somebody named before, of the holder of the office, or of nobody named.

        Resolves: "the minister" to Hulusi Akar, "A Turkish diplomatic source" to an unnamed role
        Leaves alone: "the minister" when no minister was named
        """
        description = describe(self._reading, first, last)
        if description is None:
            return ()
        if description.head in SHORT_TITLES and not self._is_all_title(description):
            return ()
        if [self._reading.word(first + k) for k in range(2)] == ["one", "of"]:
            return self._one_of_several(span, first, last, description)
        its = self._its_spokesperson(span, first, description)
        if its:
            return its
        described = description
        description = self._with_others(self._with_place(description, last), last)
        unit = self._country_of(description)
        country = country_code(unit, self._index) if unit else self._country_of_person(description)
        body = self._names.body_of(described, last, country, self._homes.at(first, last))
        if country is None and body:
            country = body.body.country
        owner = self._owner(description, first)
        if description.is_definite:
            is_served = serves_the_owner(self._reading, description.first, description.last)
            country = owner.country if owner and is_served else country
            known = None if owner and not country else self._known(description, country, first)
            if known:
                return inferred(self._reading, known.attributions, span, first, last)
        if country is None and owner is None:
            country = self._organisation(description) or self._country_at_home(description)
        if description.is_definite:
            held = self._office_holder(description, country)
            if held:
                basis = f"holder of the office on {self._published}: '{shown(self._reading, first, last)}'"
                return (ResolvedAttribution(held, span, self._role(description), held.country, basis),)
            owned = owned_role(self._role(description), description.head, owner) if owner else None
            if owned:
                return (replace(owned, source=span, basis="a role without a name"),)
            told = self._told(description, country, first)
            if told:
                return inferred(self._reading, (told,), span, first, last)
            if country is None and self._person_in(description) is None:
                return ()
        is_of_nobody = description.head in PRIVATE_PEOPLE
        if is_of_nobody or is_private(self._reading, description.first, description.last):
            country = None
        role = self._role(description)
        if body:
            role = self._names.called_after(body, description, role)
        apart = self._of_both_sides(description, first) if country is None else ()
        if apart:
            return inferred(self._reading, apart, span, first, last)
        if hides(self._reading, description.head, first):
            speaker = unnamed_role(role, country, is_hidden=True)
            return (ResolvedAttribution(speaker, span, role, country, "a source that is not named"),)
        speaker = unnamed_role(role, country)
        return (ResolvedAttribution(speaker, span, role, country, "a role without a name"),)

    def _is_all_title(self, description: Description) -> bool:
        """Whether nothing but an office and a country is told: "the Ostian FM"; not "Radio Ostia FM"."""
        words = range(description.first, description.last)
        return all(
            self._reading.word(at) in TITLE_WORDS or ((unit := self._units.at(at)) and unit.use == "demonym")
            for at in words
        )

    def _one_of_several(self, span: Span, first: int, last: int, description: Description) -> Attributions:
        """One of several without names who spoke last.

        Resolves: Two Ostian officials agreed. One of the officials added …
        Leaves open: Two Ostian officials agreed. One of the ministers added …
        """
        said = self._several.one_of_several(first)
        of = said.attributions[0] if said else None
        head = in_the_singular(description.head)
        if of is None or head not in fold(of.role).split():
            return ()
        return inferred(self._reading, (of,), span, first, last)

    def _its_spokesperson(self, span: Span, first: int, description: Description) -> Attributions:
        """Who speaks for the body that "it" stands for, without a name.

        Resolves: The Ostian Foreign Ministry denied this. Its spokesman said …
        Leaves open: Lund denied this. Its spokesman said …, and "its ambassador" of whichever body
        """
        is_alone = self._words_without_country(description) == {description.head}
        if self._reading.word(first) != "its" or description.head not in SPOKESPERSONS or not is_alone:
            return ()
        said = self._bodies.body(first)
        named = role_at_body(description.head, said.attributions[0]) if said else None
        return inferred(self._reading, (named,), span, first, description.last) if named else ()

    def _of_both_sides(self, description: Description, at: int) -> Attributions:
        """Those of each of the two sides that the words before tell: "officials on both sides"."""
        start = next((k for k in range(at, description.last) if end_of_sides(self._reading, k) > k), None)
        governments = self._several.both(at) if start is not None else ()
        found = []
        for one in governments:
            country = self._index.country(one.country or "")
            if start is None or country is None:
                return ()
            role = f"{adjective(country)} {fold(self._reading.printed(description.first, start))}"
            speaker = unnamed_role(role, country.code, hides(self._reading, description.head, at))
            found.append(ResolvedAttribution(speaker, None, role, country.code, ""))
        return tuple(found)

    def _owner(self, description: Description, first: int) -> ResolvedAttribution | None:
        """The person whose somebody is "his" or "her": Lund in "Lund was sure, his spokesman said"."""
        word = self._reading.word(first)
        words = {self._reading.word(at) for at in range(description.first, description.last)}
        if word not in ("his", "her") or words & COUNTERPARTS:
            return None
        owner = self._persons.subject(first, HE[word]) or self._persons.person(first, HE[word])
        return owner.attributions[0] if owner and is_single_person(owner) else None

    def _told(self, description: Description, country: str | None, at: int) -> ResolvedAttribution | None:
        """Somebody without a name of whom the text told before: "Norland’s ambassador was summoned"."""
        words = self._words_without_country(description)
        told = narrated_before(self._reading, self._units, self._mentions, at)
        found = {
            (one.role, code)
            for one in told
            if may_be_called(one, description, words)
            and (code := country_code(one.owner, self._index))
            and country in (None, code)
        }
        if len(found) != 1:
            return None
        [(role, code)] = found
        return ResolvedAttribution(unnamed_role(role, code), None, role, code, "")

    def _country_of(self, description: Description) -> Unit | None:
        """The country of a role; none for "the leaders of Ostia and Norland"."""
        if self._is_of_several(description):
            return None
        return country_of_title(
            self._reading, self._units, description.first, description.last
        ) or self._place(description)

    def _country_at_home(self, description: Description) -> str | None:
        """Home's, for a role of its state: "a Foreign Ministry source", "the president" where none was named.

        Finds none: "the president" after any president was named, "the minister", "a source"; "the spokesman"
        of the state that acted last
        """
        role = self._role(description)
        home = self._homes.at(description.first, description.last)
        code = code_for(home, role)
        if home and description.is_definite and home.basis in (ACTED, SPOKE):
            return None
        if code is None or not description.is_definite:
            return code
        before = self._mentions.between(max(0, description.first - FARTHEST_WORD), description.first)
        is_named = any(fits_head(description.head, one.role) for one in before if one.kind == PERSON)
        return None if is_named or fold(role) == description.head == "minister" else code

    def _organisation(self, description: Description) -> str | None:
        """The one that a role calls by its kind: "an alliance official", "the bloc’s diplomats"."""
        first, last = description.first, description.last
        if not any(self._reading.word(at) in KINDS_OF_ORGANISATIONS for at in range(first, last)):
            return None
        acted = subject_before(self._reading, self._units, self._index, first)
        if acted is None or acted.kind != "organisation":
            acted = organisation_meant(self._reading, self._units, self._index, first)
        return speaking_for(acted)

    def _is_of_several(self, description: Description) -> bool:
        """Whether two countries are joined in a role: "U.S. and Russian officials"."""
        reading, units = self._reading, self._units
        for at in range(description.first, description.last):
            unit = units.country_at(at)
            if unit is None or (reading.word(unit.last) != "and" and "," not in reading.gap(unit.last)):
                continue
            other = units.country_at(unit.last + (reading.word(unit.last) == "and"))
            if other and other.country != unit.country and other.last <= description.last:
                return True
        return False

    def _with_place(self, description: Description, last: int) -> Description:
        """The description with a place that follows the source, or without the adjective that wants more.

        "A source close" to the Kremlin becomes "source close to the Kremlin", "Officials" on both sides
        "officials on both sides",
        "a diplomat familiar" with the talks becomes "diplomat".
        """
        unit = self._unit_after(last) if description.last == last else None
        if unit:
            return replace(description, last=self._end_of_body(unit))
        if description.last == last:
            sides = end_of_sides(self._reading, last)
            description = replace(description, last=max(sides, end_of_those_close(self._reading, last)))
        end = description.last
        while self._reading.word(end - 1) in WITH_A_COMPLEMENT and end - description.first > 1:
            end -= 1
        return replace(description, last=end)

    def _with_others(self, description: Description, last: int) -> Description:
        """The description with all of "the presidents of Ostia, Norland and Varia"."""
        reading, units, end = self._reading, self._units, description.last
        while end < last and units.country_at(end - 1):
            is_listed = reading.gap(end).strip() == "," or reading.word(end) == "and"
            at = end + (reading.word(end) == "and")
            unit = units.country_at(at + (reading.word(at) == "the")) if is_listed else None
            if unit is None or unit.last > last:
                break
            end = unit.last
        return replace(description, last=end)

    def _unit_after(self, last: int) -> Unit | None:
        reading = self._reading
        if reading.word(last) not in PLACES_AFTER or not reading.is_joined(last):
            return None
        unit = self._units.at(last + 1 + (reading.word(last + 1) == "the"))
        is_posted = unit is not None and unit.use == "capital" and reading.word(last - 1) in POSTED
        return unit if unit and reading.same_sentence(last, unit.first) and not is_posted else None

    def _end_of_body(self, unit: Unit) -> int:
        """The end of the body or office whose name begins with a country's: "the Ostian Foreign Ministry"."""
        bodies = self._mentions.between(unit.first, unit.last + 1)
        named = [one.head_last for one in bodies if one.kind == INSTITUTION]
        end = max(named, default=unit.last)
        while (
            unit.use == "demonym" and self._reading.word(end) in TITLE_WORDS and self._reading.is_joined(end)
        ):
            end += 1
        return end

    def _person_in(self, description: Description) -> Mention | None:
        """The only person named in a role: Lund in "a spokeswoman for Lund"."""
        named = self._mentions.between(description.first, description.last)
        people = [one for one in named if one.kind == PERSON and one.speaker]
        return people[0] if len(people) == 1 else None

    def _country_of_person(self, description: Description) -> str | None:
        """That of the person in office for whom a role speaks: "a spokeswoman for President Lund"."""
        person = self._person_in(description)
        is_servant = serves_the_owner(self._reading, description.first, description.last)
        is_in_office = person is not None and any(office_of(title) for title in self._titles(person))
        return person.country if person and is_in_office and is_servant else None

    def _place(self, description: Description) -> Unit | None:
        """Where unnamed people are: "a source in the Kremlin", "officials in Ankara", "in the army"."""
        for at in range(description.first, description.last):
            unit = self._units.at(at)
            if unit is None or self._reading.word(at - 1) not in ("in", "from", "the"):
                continue
            is_state = self._reading.word(unit.last) in OPENERS
            if unit.body or unit.use in ("capital", "metonym") or is_state:
                return unit
        return None

    def _role(self, description: Description) -> str:
        """The role as printed; a common word at the start of a sentence loses its capital."""
        role = self._printed(description)[:LONGEST_ROLE].strip()
        is_common = self._reading.word(description.first) in TITLE_WORDS | UNNAMED_HEADS
        is_name = role[:2].isupper() or self._reading.is_capital(description.first + 1)
        return role[0].lower() + role[1:] if is_common and not is_name else role

    def _printed(self, description: Description) -> str:
        """The words of a role, with the full name of the person in it.

        Prints "spokesman for Ivo Lund" of "a spokesman for Ostian Prime Minister Ivo Lund"
        """
        reading, person = self._reading, self._person_in(description)
        is_last = person is not None and person.head_last == description.last
        if person is None or person.speaker is None or not is_last:
            return reading.printed(description.first, description.last)
        is_spoken_for = description.head in SPOKESPERSONS and reading.word(person.first - 1) == "for"
        if person.is_full and not is_spoken_for:
            return reading.printed(description.first, description.last)
        end = person.first if is_spoken_for else person.head_first
        before = reading.text[reading.words[description.first].start : reading.words[end].start]
        return before + person.speaker.name

    def _known(self, description: Description, country: str | None, at: int) -> Said | None:
        """Who was meant before: a person of that office, or somebody unnamed; not one of each."""
        if description.head == "counterpart":
            return self._counterpart(country, at)
        person = self._known_person(description, country, at)
        roles = self._words_without_country(description)
        unnamed = [
            said
            for said in self._persons.unnamed(description.head)
            if country in (None, said.speakers[0].country)
            and roles <= set(fold(said.speakers[0].name).split())
        ]
        if not unnamed:
            return person or (self._persons.hidden(at) if roles == {"source"} and country is None else None)
        return unnamed[0] if person is None and len(unnamed) == 1 else None

    def _counterpart(self, country: str | None, at: int) -> Said | None:
        """Who holds the last speaker's office for another country: "his Turkish counterpart"."""
        last = self._persons.last_person(at)
        if last is None or country is None:
            return None
        offices = self._offices(last.attributions[0]) | self._offices_shared(last, at)
        is_told = self._was_called_counterpart(country, at)

        def fits(one: Mention | ResolvedAttribution) -> bool:
            is_minister = is_told and fits_head("minister", one.role)
            return one.country == country and bool(self._offices(one) & offices or is_minister)

        return self._persons.by_role(at, fits, "", True) if offices or is_told else None

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

    def _offices(self, one: Mention | ResolvedAttribution) -> set[str]:
        return {office for title in self._titles(one) if (office := office_of(title))}

    def _known_person(self, description: Description, country: str | None, at: int) -> Said | None:
        reading = self._reading
        if description.head not in OFFICE_HEADS:
            return None

        words, role = frozenset(self._words_without_country(description)), self._role(description)

        def fits(mention: Mention | ResolvedAttribution) -> bool:
            if country not in (None, mention.country):
                return False
            is_repeated = any(
                may_repeat(description.head, words, role, title) for title in self._titles(mention)
            )
            return is_repeated or (words == {"diplomat"} and self._is_of_foreign_ministry(mention))

        gender = gender_of_title(reading, description.first, description.last)
        is_any = description.head == "official" and words == {"official"}
        return self._persons.by_role(at, fits, gender, is_of_any_rank=is_any)

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

    def _titles(self, mention: Mention | ResolvedAttribution) -> list[str]:
        """The printed title; recorded ones only of a "counterpart", and of who held them on the day."""
        record = self._index.speaker(mention.speaker.key) if mention.speaker else None
        office_shared = mention.field if isinstance(mention, Mention) else ""
        if record is None or office_of(mention.role):
            return [mention.role, office_shared] if office_shared else [mention.role]
        if "counterpart" in fold(mention.role).split():
            return [office.title for office in record.offices]
        held = [office for office in record.offices if self._published and holds_on(office, self._published)]
        return [mention.role, *(office.title for office in held)]

    def _words_without_country(self, description: Description) -> set[str]:
        places = range(description.first, description.last)
        words = {self._reading.word(at) for at in places if self._units.at(at) is None}
        return words - {"s"}

    def _office_holder(self, description: Description, country: str | None) -> SpeakerReference | None:
        if self._published is None or country is None:
            return None
        record = self._index.holder(self._role(description), country, self._published)
        return recorded(record) if record else None


@lru_cache(maxsize=4096)
def may_repeat(head: str, words: frozenset[str], role: str, title: str) -> bool:
    """Whether a description, by its head and its words, may repeat a printed title.

    May: "the Russian leader", "the minister", "the envoy", "the former president" of a former president,
    "the Deputy PM" of a deputy prime minister
    May not: "the minority leader", "the former president" of a president, "the president" of a former one
    """
    folded = fold(title)
    held_words = set(folded.split())
    if words & SHORT_TITLES.keys():
        spelled = " ".join(SHORT_TITLES.get(word, word) for word in fold(role).split())
        return may_repeat("minister", frozenset(spelled.split()), spelled, title)
    if head not in ANY_RANK and NOT_IN_OFFICE & held_words - words:
        return False
    if head in WIDER_HEADS and words == {head}:
        return bool(WIDER_HEADS[head].search(folded))
    for plain, pattern in HEADS_OF_STATES.items():
        if plain <= words <= plain | PLAIN_IN_HEADS:
            return bool(pattern.search(folded))
    office, held = office_of(role), office_of(title)
    return office == held if office and held else words <= held_words
