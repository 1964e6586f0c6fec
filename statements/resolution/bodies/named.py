"""Bodies that no record has, known by their own name: movements, parties, charities, missions.

They speak for no country, as the archive knows nothing of them but the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statements.resolution.bodies.facilities import find_facilities
from statements.resolution.bodies.institutions import CLASSES_BEHIND, widened
from statements.resolution.bodies.mentions import body_mention
from statements.resolution.bodies.named_again import (
    by_short_forms,
    called_by_class,
    called_by_kind,
    organisation_named_near,
    organisations_again,
    said_again,
    settled,
    unrivalled,
)
from statements.resolution.bodies.owned import is_firm_of_country, is_service_of_state, organisation_begun
from statements.resolution.bodies.parties import find_parties
from statements.resolution.bodies.runs_of_names import end_of_name, has_its_noun
from statements.resolution.bodies.words_of_names import (
    CLASSES,
    OUTSIDE_NAMES,
)
from statements.resolution.index.given_names import is_given_name
from statements.resolution.index.references import body, slug, unknown_institution
from statements.resolution.index.units import Units
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, FUNCTION_WORDS, any_of

# Endings of adjectives that tell whose a group is: "the Kurdish party", "the Islamist movement".
OF_A_PEOPLE = ("ish", "ian", "ean", "ese", "ist", "ic", "ite", "lim")
# What firms and charities do, as a clause behind their name tells; "which is" may follow a place.
DOING = any_of(
    "operates owns runs manages employs makes produces supplies sells insures monitors tracks"
    " represents advises builds exports imports pumps publishes works helps provides organises"
    " organizes campaigns"
)
# They are part of a name, in small letters too: "the Grey River commission".
KINDS_BEHIND = frozenset(("commission", "authority", "tribunal", "institute", "observatory", "secretariat"))
LONGEST_INTRODUCTION = 7
# Behind them a source may stand without an article: "according to rights group Open Road".
CLASSES_IN_TITLES = frozenset(("service", "tank", "union", "institute", "operator", "carrier"))
BEFORE_A_SOURCE = frozenset(("to", "by", "from"))
MOST_MODIFIERS = 3
# What such an operator runs; of others it is what somebody does: "camera operator Ivo Lund".
OPERATED = any_of(
    "grid network system transmission power electricity energy gas oil pipeline rail railway railroad port"
    " airport ferry telecom telecoms mobile phone cable terminal owned"
)


def with_named_bodies(
    reading: Reading, units: Units, mentions: Sequence[Mention], agencies: Sequence[int] = ()
) -> list[Mention]:
    """The mentions of a text with such bodies, and without the persons that their names looked like.

    ``agencies`` are the words at which news agencies are named, of which "the agency" may be one.
    """
    bodies = [one for one in mentions if one.kind != PERSON]
    taken = {
        at
        for one in bodies
        if one.speaker and _is_whole(units, one)
        for at in range(one.head_first, one.head_last)
    }
    # "The Security Council" without its country is nobody's own name.
    bare = {one.head_first for one in bodies if not one.speaker and one.head_last - one.head_first > 1}
    titled = {one.head_last: one for one in mentions if one.kind == PERSON and one.role}
    named = [
        one
        for one in _all_named(reading, units)
        if not taken & set(range(one.head_first, one.head_last))
        and next((at for at in range(one.head_first, one.head_last) if reading.is_capital(at)), -1)
        not in bare
        and not _ends_with_its_head(one, titled)
    ]
    named += said_again(reading, units, named)
    words = {at for one in named for at in range(one.first, one.last)}
    keys = {one.speaker.key for one in named if one.speaker}
    kept = [
        one
        for one in mentions
        if not (_is_stranger(one) and (one.head_first in words or one.key in keys))
        and not (one.kind == PERSON and one.speaker is None and one.head_first in words)
    ]
    joint = [one for one in bodies if one.field == "joint"]
    near = organisation_named_near(reading, units, named)
    again = [*called_by_class(reading, [*joint, *named]), *organisations_again(reading, units)]
    again += called_by_kind(reading, [*bodies, *named])
    again = unrivalled(reading, again, [*bodies, *named], agencies)
    named += (one for one in near.values() if one.speaker)
    named += settled([one for one in again if one.head_last - 1 not in near])
    named = [widened(reading, units, one) for one in named]
    short = list(by_short_forms(reading, units, [*kept, *named]))
    shortened = {one.head_first for one in short}
    return [*(one for one in kept if one.head_first not in shortened), *named, *short]


def _ends_with_its_head(body: Mention, titled: Mapping[int, Mention]) -> bool:
    """Whether a run goes on to who heads it: "Agency for Grey Roads Ivo Lund" behind "Head of the"."""
    person = titled.get(body.head_last)
    return person is not None and person.first < body.head_first < person.head_first


def _is_stranger(mention: Mention) -> bool:
    return mention.kind == PERSON and mention.speaker is not None and mention.speaker.provisional


def _is_whole(units: Units, mention: Mention) -> bool:
    """A body, or a government by more than its name: "the Lund administration", not "Grey Union"."""
    unit = units.country_at(mention.head_first)
    is_bare = unit is not None and unit.last >= mention.head_last
    return mention.kind == INSTITUTION or not is_bare


def _all_named(reading: Reading, units: Units) -> list[Mention]:
    """Bodies by their own names, then facilities and parties where no such name stands."""
    named = list(_named(reading, units))
    words = {at for one in named for at in range(one.head_first, one.head_last)}
    others = (*find_facilities(reading, units), *find_parties(reading, units))
    return [*named, *(one for one in others if one.head_last - 1 not in words)]


def _named(reading: Reading, units: Units) -> Iterator[Mention]:
    at = 0
    while at < len(reading.words):
        found = None
        if reading.word(at) in CLASSES and (not reading.is_capital(at) or reading.word(at) == "ngo"):
            found = _introduced(reading, units, at)
        elif reading.is_capital(at) and reading.word(at) not in FUNCTION_WORDS:
            found = _by_its_own_name(reading, units, at)
        if found:
            yield found
        at = found.last if found else at + 1


def _introduced(reading: Reading, units: Units, noun: int) -> Mention | None:
    """A name behind its class.

    Finds: "the Osta-based group Open Road", "the aid group Open Road", "the NGO Green Dawn", "Aid group Open
    Road said", "according to rights group Open Road"
    Finds nothing: "the group", "a firm Ivo Lund leads", "the party Chairman", "in group Lund"
    """
    last = end_of_name(reading, units, noun + 1)
    first = _start_of_introduction(reading, noun)
    if last == noun + 1 or reading.gap(noun + 1) not in (" ", " “", ' "') or first is None:
        return None
    if is_given_name(reading.word(noun + 1)) and not has_its_noun(reading, noun + 1, last):
        return None
    is_cut = last - noun == 2 and reading.word(last) == "and" and reading.is_capital(last + 1)
    unit = units.at(noun + 1)
    if is_cut or (unit is not None and (unit.person or unit.body or unit.last >= last)):
        return None
    return _mention(reading, first, last, reading.printed(noun + 1, last))


def _start_of_introduction(reading: Reading, noun: int) -> int | None:
    """The word behind an article, or the owner: "Osta" in "The Osta-based group" and in "Osta’s group"."""
    at = noun
    while noun - at < LONGEST_INTRODUCTION and reading.is_joined(at):
        if reading.word(at - 1) in ARTICLES:
            return at
        if reading.is_possessive(at - 1):
            return _start_of_owner(reading, at - 2)
        if reading.word(at - 1) in FUNCTION_WORDS:
            is_source = at < noun and reading.word(at - 1) in BEFORE_A_SOURCE
            return at if is_source and not _is_of_a_title(reading, noun) else None
        at -= 1
    is_first = at == reading.sentence(at).first
    return at if is_first and 0 < noun - at <= MOST_MODIFIERS and not _is_of_a_title(reading, noun) else None


def _is_of_a_title(reading: Reading, noun: int) -> bool:
    """Whether a class may begin what somebody is: "Secret service Agent Lund", "Think tank Fellow Lund"."""
    is_company = reading.word(noun) in ("operator", "carrier") and reading.word(noun - 1) in OPERATED
    return reading.word(noun) in CLASSES_IN_TITLES and not is_company


def _start_of_owner(reading: Reading, at: int) -> int:
    while reading.is_capital(at - 1) and reading.gap(at) == " ":
        at -= 1
    return at


def _by_its_own_name(reading: Reading, units: Units, first: int) -> Mention | None:
    """A name with a noun for bodies in it, or with its class behind it.

    Finds: "the Movement for a Free Ostia", "The Open Borders Initiative", "the Green Dawn party",
    "Open Road, an Osta-based NGO,", "Osta-based Grey Line", "Grey Line, which operates the ship,",
    "the Grey River commission", "Ostian Railways"
    Finds nothing: "the Movement", "the Ostian party", "Green Party leader" beyond "Green Party"
    """
    last = end_of_name(reading, units, first)
    if last == first:
        return None
    unit = units.at(first)
    if unit is not None and (unit.person or unit.last > last):
        return None
    if (unit is not None and unit.last >= last) or reading.printed(first, last).isupper():
        return None
    noun = reading.word(last) if reading.gap(last) == " " and not reading.is_capital(last) else ""
    if (
        noun in CLASSES_BEHIND | KINDS_BEHIND
        and last - first == 1
        and reading.word(first).endswith(OF_A_PEOPLE)
    ):
        return None
    start = _start_of_introduction(reading, first)
    capitals = sum(reading.is_capital(at) for at in range(unit.last if unit else first, last))
    is_the = start is not None and reading.word(start - 1) == "the"
    is_owned = start is not None and _is_of_a_country(reading, units, start, first)
    is_named = (is_the or is_owned) and capitals > 1 and has_its_noun(reading, first, last)
    is_of_kind = is_the and unit is None and noun in KINDS_BEHIND
    is_called = is_of_kind or (start is not None and noun in CLASSES_BEHIND)
    is_a_thing = capitals > 1 and (_is_based(reading, first) or _is_a_which(reading, last))
    is_a_thing = is_a_thing or is_firm_of_country(reading, units, first, last)
    if not (is_named or is_called or is_a_thing or _is_explained(reading, last)):
        return None
    name = reading.printed(first, last + is_of_kind)
    owner = units.country_at(start) if is_owned and start is not None else None
    if owner and owner.country and is_service_of_state(reading, first, last):
        return body_mention(reading, owner.first, last, body(owner.country, slug(name), name))
    whole = organisation_begun(reading, units, first, last)
    if whole and start is not None:
        return body_mention(reading, first, last, unknown_institution(name, whole.code))
    return _mention(reading, first if start is None else start, last + is_called, name)


def _is_of_a_country(reading: Reading, units: Units, start: int, first: int) -> bool:
    """ "Ostia’s National Chamber of Grain", whose owner begins at ``start``; not "Lund’s Grey League"."""
    owner = units.country_at(start)
    return owner is not None and owner.last == first - 1 and reading.is_possessive(first - 1)


def _is_based(reading: Reading, first: int) -> bool:
    """ "Osta-based Grey Road", which is where a firm is; people are born and live."""
    is_after = (
        reading.word(first - 1) == "based" and reading.gap(first - 1) == "-" and reading.gap(first) == " "
    )
    return is_after and not is_given_name(reading.word(first))


def _is_a_which(reading: Reading, last: int) -> bool:
    """Whether ", which operates the ship," follows a name, as it follows nobody's."""
    return (
        reading.gap(last).strip() == "," and reading.word(last) == "which" and reading.word(last + 1) in DOING
    )


def _is_explained(reading: Reading, last: int) -> bool:
    """Whether ", an Osta-based NGO" or ", the company that owns the ship," follows a name.

    It does not: ", an analyst with an NGO", ", the company leader", ", the company of his father"
    """
    if not reading.gap(last).startswith(",") or reading.word(last) not in ARTICLES:
        return False
    is_the = reading.word(last) == "the"
    at = last + 1
    while at - last < LONGEST_INTRODUCTION and (at == last + 1 or reading.is_joined(at)):
        if reading.word(at) in CLASSES and (not reading.is_capital(at) or reading.word(at) == "ngo"):
            if is_the:
                return reading.is_joined(at + 1) and reading.word(at + 1) in ("that", "which")
            return not reading.is_joined(at + 1) or reading.word(at + 1) in FUNCTION_WORDS
        if reading.word(at) in OUTSIDE_NAMES:
            return False
        at += 1
    return False


def _mention(reading: Reading, first: int, last: int, name: str) -> Mention:
    return body_mention(reading, first, last, unknown_institution(name, None))
