"""Sources that name who speaks: at their head, at their end, or behind a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from statements.records import ResolvedAttribution, Span
from statements.resolution.attributions import Attributions, basis_of_inference, shown
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.named_text import NamedText
from statements.resolution.persons.roles import country_of_title, printed_title, serves_the_state
from statements.resolution.persons.title_spans import before_excellency
from statements.resolution.persons.titles import country_code
from statements.resolution.pointing.descriptions import Description, describe, is_head, without_determiner
from statements.resolution.speakers.apposed import name_apposed
from statements.resolution.text.mentions import GOVERNMENT, INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.vocabulary import FUNCTION_WORDS, OFFICES_HELD

LONGEST_POST = 5
# With them a country's name is a place: "eastern Ostia".
PARTS_OF_LANDS = frozenset(
    ("northern", "southern", "eastern", "western", "central", "upper", "lower", "former", "rural")
)


class NamedSources:
    """Resolves sources with a mention in them."""

    def __init__(self, named: NamedText, mentions: Mentions, index: AuthorityIndex) -> None:
        self._reading, self._units, self._mentions, self._index = named.reading, named.units, mentions, index

    def resolve(self, span: Span, first: int, last: int) -> Attributions:
        """A mention that the source begins with, and those joined to it by "and".

        Resolves: "Moscow's UN Ambassador Vasily Nebenzya", "Lavrov and Cavusoglu", "Ankara"
        Leaves alone: "a spokesman for Prime Minister Pashinyan", "Putin’s press secretary"
        """
        mention = self.at_head(first, last)
        if mention is None:
            return ()
        found = [self.attribution(mention, span)]
        following = self._joined_after(mention, last)
        while following is not None:
            found.append(self.attribution(following, span))
            following = self._joined_after(following, last)
        return tuple(found)

    def at_head(self, first: int, last: int) -> Mention | None:
        """The mention that a source begins with, a person before a body, or the one it ends with."""
        start = without_determiner(self._reading, first, last)
        # "H.E. Ivo Lund" begins with the name, and "the Right Honourable Ivo Lund".
        names = (start + 1, start + 2)
        start = next((at for at in names if before_excellency(self._reading, at) <= start), start)
        near = self._mentions.between(max(0, start - 40), last + 25)
        for mention in sorted(near, key=lambda mention: mention.kind != PERSON):
            if mention.speaker is None and mention.kind != PERSON:
                continue
            # A source that ends before the genitive s owns the words: "Moscow" in "Moscow’s claim that".
            is_owner = mention.is_genitive and mention.head_last == last
            is_meant = is_owner or is_head(self._reading, mention, start, last)
            if mention.first <= start < mention.last and is_meant:
                return mention
        return self._at_end(start, last)

    def _at_end(self, start: int, last: int) -> Mention | None:
        """The one name that a source ends with, after plain words.

        Finds: "business mogul Ivo Lund", "spokeswoman and first lady Ana Lund", "Director
        (Media) Ivo Lund", "The 15-nation Ostian League"
        Leaves alone: "residents of Ostia", "eastern Ostia", "the envoy’s Ostian League"
        """
        bodies = [
            one
            for one in self._mentions.between(start + 1, last)
            if one.head_last == last and not one.is_genitive and one.is_full
        ]
        people = self._mentions.people(start, last)
        owned = next((one for one in bodies if self._is_owned(one, people)), None)
        if owned:
            return owned
        named = people or list(islice(bodies, 1))
        if len(named) != 1 or named[0].speaker is None or not is_head(self._reading, named[0], start, last):
            return None
        before = range(start, named[0].first)
        is_plain = all(
            (self._reading.is_joined(at + 1) or self._reading.gap(at + 1).strip() in ("(", ")"))
            and (
                self._reading.word(at) not in FUNCTION_WORDS | PARTS_OF_LANDS
                or (self._reading.word(at) == "and" and self._reading.word(at - 1) in OFFICES_HELD)
            )
            and self._reading.word(at) != "s"
            for at in before
        )
        return named[0] if is_plain else None

    def _is_owned(self, body: Mention, people: Sequence[Mention]) -> bool:
        """Whether a body is somebody’s who stands before it: "former minister Ivo Lund’s Grey Union"."""
        is_one = len(people) == 1 and people[0].is_genitive and body.speaker is not None
        return is_one and body.kind == INSTITUTION and body.head_first == people[0].head_last + 1

    def _joined_after(self, mention: Mention, last: int) -> Mention | None:
        at = mention.last
        is_listed = self._reading.gap(at).strip() == ","
        # "The Ostian embassies" may be all of the source, whose posts follow: "in Bern and Vienna".
        is_beyond = at > last
        last = at + LONGEST_POST if is_beyond else last
        if at >= last or (self._reading.word(at) != "and" and not is_listed):
            return None
        start = without_determiner(self._reading, at + (not is_listed), last)
        for following in self._mentions.between(start, last):
            is_alike = bool(mention.field) and mention.field == following.field
            is_meant = is_alike or not (is_listed or is_beyond)
            end = following.last if is_beyond else last
            is_next = following.first <= start and following.speaker is not None
            if is_meant and is_next and is_head(self._reading, following, start, end):
                return following
        return None

    def after_role(self, span: Span, first: int, last: int) -> Attributions:
        """A role and, behind a comma, the name of who bears it.

        Resolves: "The envoy of Ostia to the Grey League, Ivo Lund,"
        Leaves alone: "the envoy, Lund and others", "an envoy who met Ivo Lund"
        """
        people = [one for one in self._mentions.people(first, last) if one.is_full]
        description = describe(self._reading, first, last) if len(people) == 1 else None
        if description is None or people[0].head_last != last or people[0].speaker is None:
            return ()
        is_next = description.last in (people[0].first, people[0].head_first)
        if not is_next or "," not in self._reading.gap(description.last):
            return ()
        found = self.attribution(people[0], span)
        return (found if found.role else self._with_role(found, description),)

    def apposed(self, span: Span, first: int, last: int) -> Attributions:
        """A person named behind a comma, after words that no list holds: "his colleague, Ivo Lund"."""
        person = name_apposed(self._reading, self._mentions, first, last)
        return (self.attribution(person, span),) if person else ()

    def _with_role(self, found: ResolvedAttribution, description: Description) -> ResolvedAttribution:
        """Somebody with the role, and if nothing tells a country, the role's."""
        first, last = description.first, description.last
        found = replace(found, role=printed_title(self._reading, first, last))
        unit = country_of_title(self._reading, self._units, first, last)
        is_official = serves_the_state(self._reading, first, last)
        code = country_code(unit, self._index) if is_official else None
        if found.country or code is None or found.speaker is None or not found.speaker.provisional:
            return found
        return replace(found, country=code, speaker=replace(found.speaker, country=code))

    def attribution(self, mention: Mention, span: Span) -> ResolvedAttribution:
        basis = self._basis(mention)
        return ResolvedAttribution(mention.speaker, span, mention.role, mention.country, basis)

    def _basis(self, mention: Mention) -> str:
        printed = shown(self._reading, mention.head_first, mention.head_last)
        if mention.speaker is None:
            return f"not resolved: no one person known as '{printed}'"
        if mention.kind == INSTITUTION and not mention.is_full:
            return basis_of_inference(self._reading, mention.first, mention.last)
        if mention.speaker.kind == GOVERNMENT and printed != mention.speaker.name:
            named = "the government" if mention.speaker.country else "the de facto authorities"
            return f"{named}, named by '{printed}'"
        if mention.kind == PERSON and not mention.is_full:
            how = "named in full" if " " in mention.speaker.name else "named with a title"
            return f"the surname of {mention.speaker.name}, {how}"
        if mention.kind == PERSON and mention.head_last - mention.head_first == 1:
            known_by = "title" if mention.role else "country"
            return f"the {known_by} and surname '{printed}'"
        return "named in full; no record yet" if mention.speaker.provisional else "named in full"
