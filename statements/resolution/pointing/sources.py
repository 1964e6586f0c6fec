"""Sources that point back: he, it, they, we, the latter, his country, both ministers, the ministry."""

from __future__ import annotations

from functools import lru_cache

from statements.folding import fold
from statements.records import ResolvedAttribution, Span, SpeakerReference
from statements.resolution.attributions import Attributions, inferred, spoken_for, unresolved
from statements.resolution.bodies.of_countries import institution_of
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import government
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.antecedents import FARTHEST_WORD
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.pointing.descriptions import is_pair_of_people, open_body, without_determiner
from statements.resolution.pointing.ministers import (
    MINISTERS,
    are_all,
    holders,
    listed_countries,
    ministries_of_ministers,
)
from statements.resolution.pointing.possessions import Possessions, attributions_of, field_of
from statements.resolution.pointing.pronouns import HE
from statements.resolution.pointing.several import THEY
from statements.resolution.pointing.to_bodies import fits_body
from statements.resolution.pointing.together import Together
from statements.resolution.text.mentions import GOVERNMENT, INSTITUTION, Mention, Mentions
from statements.resolution.text.vocabulary import DOCUMENTS, MINISTRY_FIELDS, POSSESSIVES

FIELDS_OF_MINISTERS = tuple(dict.fromkeys(MINISTRY_FIELDS.values()))
AMBASSADORS = frozenset(("ambassador", "envoy"))
# Where one is named, "the embassy" may be that; and whose ambassadors are of none.
MISSIONS = frozenset(("embassy", "mission", "consulate"))
NO_EMBASSY = frozenset(("former", "ex", "goodwill", "to", "un"))
BARE_MINISTERS = frozenset(("minister", "Minister"))
OF_ONE_OF_TWO = {"former": 0, "latter": 1}


class PointingSpeakers:
    """Resolves sources that name nobody and stand for what was named before."""

    def __init__(
        self,
        named: NamedText,
        mentions: Mentions,
        index: AuthorityIndex,
        coreference: Coreference,
        issuers: Attributions,
        author: Attributions,
        is_headed: bool,
    ) -> None:
        """``issuers`` and ``author`` are the bodies and the person whose words the text is.

        ``is_headed`` when the heading or the letterhead tells them, not the first words alone.
        """
        self._named, self._reading = named, named.reading
        self._mentions, self._index = mentions, index
        self._before, self._is_headed = coreference.before, is_headed
        self._issuers, self._author = issuers, author
        self._ministers = holders(mentions, issuers, named.reading) if len(issuers) > 1 else ()
        self._persons, self._bodies, self._several = (
            coreference.persons,
            coreference.bodies,
            coreference.several,
        )
        self._possessions = Possessions(named, mentions, index, coreference, self._body_meant)
        self._together = Together(named, index, coreference)

    def resolve(self, span: Span, first: int, last: int) -> Attributions:
        rules = (
            self._pronoun,
            self._age,
            self._own_text,
            self._possessions.country,
            self._possessions.office,
            self._possessions.following,
            self._possessions.press_service,
            self._possessions.body,
            self._issuing_ministers,
            self._together.resolve,
            self._one_of_them,
            self._short_name,
            self._ministry,
        )
        for rule in rules:
            found = rule(first, last)
            if found:
                return inferred(self._reading, found, span, first, last)
        if is_pair_of_people(self._reading, first, last):
            # Nobody is "the two ministers" by name: they are two whom the text names, or nobody.
            again = self._several.group_again(first, last)
            return inferred(self._reading, again, span, first, last) or (
                unresolved(span, f"not resolved: '{self._reading.printed(first, last)}'"),
            )
        return ()

    # --- pronouns -----------------------------------------------------------------

    def _pronoun(self, first: int, last: int) -> Attributions:
        words = self._reading.folded(first, min(last, first + 3))
        if words[0] == "the" and len(words) == 2:
            words = words[1:]
        if words[0] in THEY and words[1:] in ([], ["both"], ["all"]):
            found = self._several.they(first) or self._together.they(first)
            found = found or self._several.counted(first)
            return found or attributions_of(self._bodies.of_what_they_say(first))
        if len(words) > 1:
            return ()
        if words[0] in HE:
            return attributions_of(self._persons.person(first, HE[words[0]]))
        if words[0] in ("it", "its"):
            return attributions_of(self._bodies.body(first)) or self._several.in_writing(first)
        if words[0] in ("we", "our"):
            return self._issuer(first, self._author or self._ministers or self._issuers)
        if words[0] in ("i", "my"):
            return self._issuer(first, self._author)
        if words[0] in OF_ONE_OF_TWO:
            return attributions_of(self._several.one_of_two(first, OF_ONE_OF_TWO[words[0]]))
        return ()

    def _age(self, first: int, last: int) -> Attributions:
        """The one person whose age stands for the name.

        Resolves: "the 61-year-old" after Lund spoke.    Leaves open: "a 61-year-old"
        """
        words = self._reading.folded(first, first + 4)
        if words[0] != "the" or not words[1].isdigit() or words[2:] != ["year", "old"] or last - first > 6:
            return ()
        return attributions_of(self._persons.person(first, ""))

    def _own_text(self, first: int, last: int) -> Attributions:
        """The person whose text is called by a possessive.

        Resolves: "his message", "her written statement" after Lund or Berg spoke
        Leaves open: "its message", "his opinion"
        """
        is_text = last - first in (2, 3) and self._reading.word(last - 1) in DOCUMENTS
        word = self._reading.word(first)
        return (
            attributions_of(self._persons.person(first, HE[word]))
            if is_text and word in ("his", "her")
            else ()
        )

    def _issuer(self, at: int, issuers: Attributions) -> Attributions:
        """Who says "we" in a text of its own: whoever its heading or first words tell, if nobody else speaks.

        Resolves: Statement by the Foreign Ministry of Ostia … Ostia is ready. We condemn the attack.
        Resolves: Statement by Minister Ivo Lund … I thank you.
        Leaves open: Foreign Minister Lund said so … We condemn the attack.
        Under a heading, whoever spoke in another paragraph is cited, and takes no "we" from the issuer.
        """
        own = {one.speaker.key for one in issuers if one.speaker}
        countries = (self._index.country(one.country or "") for one in issuers)
        own |= {government(country).key for country in countries if country}
        start = self._before.paragraph_start(at) if self._is_headed else 0
        spoke = (said for said in self._before.recent() if said.at >= start)
        groups = [{one.key for one in said.speakers} for said in spoke] if start else self._before.groups
        return issuers if all(group <= own for group in groups) else ()

    def _issuing_ministers(self, first: int, last: int) -> Attributions:
        """Those who issue a joint statement, where it calls them by their office.

        Resolves: Joint Statement of the Foreign Ministers of Ostia and Norland … The Ministers welcomed
        Resolves: "The Ministers of Ostia and Varia" to two of three who issue it
        Resolves: "The Ministers", "both sides", to Lund and Berg where the text names these two ministers
        Leaves open: "the ministers" in a text of one ministry, "the presidents"
        """
        if self._ministers and are_all(self._reading.folded(first, last), len(self._ministers)):
            return self._ministers
        start = without_determiner(self._reading, first, last)
        some = self._ministers_of(start, last) if self._ministers else ()
        if some:
            return some
        field = self._field_of_issuers()
        if len(self._issuers) < 2 or not field:
            return ()
        if last - start <= 2 and self._reading.word(last - 1) in MINISTERS:
            return self._issuers
        own = {one.speaker.key for one in self._issuers if one.speaker}
        found = [
            spoken_for(one.speaker)
            for one in ministries_of_ministers(self._named, self._index, first, last, field)
            if one.speaker and one.speaker.key in own
        ]
        return tuple(found)

    def _ministers_of(self, first: int, last: int) -> Attributions:
        """Those of the ministers who issue a text whose countries some words list."""
        if self._reading.word(first) not in MINISTERS or self._reading.word(first + 1) != "of":
            return ()
        units = listed_countries(self._reading, self._named.units, first + 1, last)
        codes = [unit.country.code for unit in units if unit.country]
        found = tuple(one for one in self._ministers if one.country in codes)
        return found if len(found) == len(codes) else ()

    def _field_of_issuers(self) -> str:
        """The field of the ministries that issue a text; empty where they are none, or of several fields."""
        pairs = [(self._index.country(one.country or ""), one.speaker) for one in self._issuers]
        for field in FIELDS_OF_MINISTERS:
            if all(country and institution_of(self._index, country, field) == own for country, own in pairs):
                return field
        return ""

    # --- one of several, a name cut short ---------------------------------------------------

    def _one_of_them(self, first: int, last: int) -> Attributions:
        """One of several without names who spoke right before.

        Resolves: Two Ostian officials agreed. One of them said … The other said …
        Leaves open: Two Ostian officials agreed. Lund disagreed. One of them said …
        """
        reading = self._reading
        words = reading.folded(first, first + 3)
        is_one = words[:2] == ["the", "other"] and last - first == 2
        if not is_one and not (words == ["one", "of", "them"] and last - first in (1, 3)):
            return ()
        return attributions_of(self._several.one_of_several(first))

    def _short_name(self, first: int, last: int) -> Attributions:
        """The only body named before whose name ends so.

        Resolves: The Ostian Grain Council met. The Council said … Members of the Council said …
        "Council members" said …
        Leaves open: "the council", "the Council" after two of them, "members of the Commission"
        """
        reading, at = self._reading, last - 1
        is_members = reading.folded(first, first + 3) == ["members", "of", "the"]
        if reading.folded(first, last) == ["council", "members"] and reading.is_capital(first):
            return self._ending_in("council", first)
        start = first + 2 if is_members and reading.word(at) == "council" else first
        if reading.word(start) != "the" or at != start + 1 or not reading.is_capital(at):
            return ()
        return self._ending_in(reading.word(at), first)

    def _ending_in(self, noun: str, at: int) -> Attributions:
        """The only body named before a word whose name ends with a noun."""
        named = self._mentions.between(max(0, at - FARTHEST_WORD), at)
        found = {
            one.speaker.key: one.speaker
            for one in named
            if one.speaker and one.speaker.kind == INSTITUTION and _last_word(one.speaker.name) == noun
        }
        return tuple(spoken_for(one) for one in found.values()) if len(found) == 1 else ()

    # --- the ministry ---------------------------------------------------------------------

    def _ministry(self, first: int, last: int) -> Attributions:
        """A ministry, an embassy, an army without its country or its field.

        Resolves: "the ministry" after one ministry, "The Russian ministry" after Russia's foreign minister
        Resolves: "The Ministry" in a text that the Foreign Ministry of Ostia issued
        Leaves alone: "the ministry" after two, of which neither spoke last
        """
        mention = open_body(self._reading, self._mentions, first, last)
        is_open = mention is not None and self._reading.word(first) not in POSSESSIVES
        return self._body_meant(first, mention) if mention and is_open else ()

    def _body_meant(self, first: int, mention: Mention) -> Attributions:
        if mention.field == "government":
            found = attributions_of(self._bodies.body(first))
            return found if all(self._is_of_a_state(one) for one in found) else ()
        field = "" if mention.field == "ministry" else mention.field
        speaker = self._bodies.ministry(first, field, mention.country)
        issuer = self._issuers[0].speaker if len(self._issuers) == 1 else None
        if speaker is None and issuer and fits_body(issuer, field, mention.country):
            speaker = issuer
        if speaker is None and not self._bodies.named(first, field, mention.country):
            speaker = self._ministry_of_minister(first, field, mention.country)
            if field == "embassy":
                speaker = self._embassy_of_ambassador(first, mention.country)
        return (spoken_for(speaker),) if speaker else ()

    def _embassy_of_ambassador(self, at: int, code: str | None) -> SpeakerReference | None:
        """The embassy of the only state whose ambassador is named or spoken of before a word.

        Finds: Norland summoned the Ostian ambassador. The embassy …    Finds nothing: … Ostia’s and Varia’s …
        Finds nothing: … the Ostian ambassador to the UN …, … after a mob struck its embassy in Osta …
        """
        reading, begin = self._reading, max(0, at - FARTHEST_WORD)
        if any(reading.word(k) in MISSIONS for k in range(begin, at)):
            return None
        people = self._mentions.people(begin, at)
        roles = ((one.country, set(reading.folded(one.first - 1, one.head_first))) for one in people)
        found = {code for code, held in roles if "ambassador" in held and not held & NO_EMBASSY}
        for k in range(begin + 1, at):
            if reading.word(k) in AMBASSADORS and reading.word(k + 1) != "to":
                unit = self._named.units.country_at(k - 1 - reading.is_possessive(k - 1))
                is_own = unit is not None and unit.last >= k - 1 and reading.word(unit.first - 1) != "ex"
                found |= {unit.country.code} if unit and unit.country and is_own else set()
        country = self._index.country(next(iter(found)) or "") if len(found) == 1 else None
        is_meant = country is not None and code in (None, country.code)
        return institution_of(self._index, country, "embassy") if country and is_meant else None

    def _is_of_a_state(self, one: ResolvedAttribution) -> bool:
        """ "The junta" and "the cabinet" are no organisation of states, and no group of nobody’s country."""
        country = self._index.country(one.country or "")
        if country is None:
            return one.speaker is not None and one.speaker.kind == GOVERNMENT
        return country.kind != "organisation"

    def _ministry_of_minister(self, at: int, field: str, code: str | None) -> SpeakerReference | None:
        """The ministry of the only minister named so far; none where another's field is not told."""
        people = self._mentions.people(max(0, at - FARTHEST_WORD), at)
        ministers = [one for one in people if code in (None, one.country)]
        held = [one for one in ministers if field_of(one.role)]
        found = {(one.country, field_of(one.role)) for one in held}
        if len(found) != 1:
            return None
        told = {one.speaker for one in held}
        others = (one for one in ministers if one.role in BARE_MINISTERS and one.speaker)
        if not field and any(one.speaker not in told for one in others):
            return None
        [(owner, office)] = found
        country = self._index.country(owner or "")
        return institution_of(self._index, country, office) if country and field in ("", office) else None


@lru_cache(maxsize=4096)
def _last_word(name: str) -> str:
    """Folded; a text repeats few names many times."""
    return next(reversed(fold(name).split()), "")
