"""Those who hold the same office elsewhere: "her Hungarian and Austrian counterparts, Kerekes and Lehner"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statements.folding import fold
from statements.resolution.index.offices import office_of
from statements.resolution.index.units import Unit, Units
from statements.resolution.named_text import NamedText
from statements.resolution.persons.roles import COUNTERPARTS
from statements.resolution.text.mentions import PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import MINISTRY_FIELDS

OWNERS = frozenset(("his", "her", "their"))
FARTHEST_COUNTERPARTS = 24


def adjectives_before(reading: Reading, units: Units, noun: int) -> list[Unit]:
    """The countries of "her Hungarian and Austrian counterparts", in their order."""
    found: list[Unit] = []
    at = noun - 1
    while (unit := units.country_at(at)) is not None and reading.same_sentence(unit.first, noun):
        found.insert(0, unit)
        at = unit.first - 1
        if reading.word(at) == "and":
            at -= 1
        elif "," not in reading.gap(unit.first):
            break
    return found if found and reading.word(found[0].first - 1) in OWNERS | {"the", "s"} else []


def countries_of_counterparts(reading: Reading, units: Units, mentions: Mentions, at: int) -> tuple[str, ...]:
    """The codes of a minister and of the counterparts, where a word is the first of their adjectives.

    Finds: three in "With her Hungarian and Austrian counterparts, Serbian minister Anna Lund …"
    Finds nothing: "with her Hungarian and Austrian counterparts" in a sentence that names no other person
    """
    sentence = reading.sentence(at)
    last = min(sentence.last, at + FARTHEST_COUNTERPARTS)
    noun = next((k for k in range(at, last) if reading.word(k) in COUNTERPARTS), -1)
    listed = adjectives_before(reading, units, noun) if noun > 0 else []
    if not listed or listed[0].first != at:
        return ()
    owner = _owner(mentions.between(sentence.first, sentence.last), listed)
    codes = tuple(one.country.code for one in listed if one.country)
    return (owner.country, *codes) if owner and owner.country and owner.country not in codes else ()


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What the words about counterparts tell of somebody: the country, if it is settled, and the office."""

    code: str | None
    office: str


def with_counterparts(named: NamedText, mentions: Mentions) -> Mentions:
    """Give the counterparts of an official their countries, and the office that they share.

    Gives: both in "her Hungarian and Austrian counterparts, Balazs Kerekes and Matthias Lehner,"
    Gives: Austria in "Serbian Interior Minister Anna Lund met her Austrian counterpart. Interior Minister
    Matthias Lehner said"
    Marks as of no known country: the same after "her Hungarian and Austrian counterparts"
    """
    reading, units = named.reading, named.units
    found: dict[str, Counterpart] = {}
    for noun in range(len(reading.words)):
        listed = adjectives_before(reading, units, noun) if reading.word(noun) in COUNTERPARTS else []
        if listed:
            found |= _counterparts_at(reading, mentions, noun, listed)
    return Mentions([_given(one, found) for one in mentions.items]) if found else mentions


def _counterparts_at(
    reading: Reading, mentions: Mentions, noun: int, listed: list[Unit]
) -> dict[str, Counterpart]:
    sentence = reading.sentence(noun)
    codes = [one.country.code for one in listed if one.country]
    following = mentions.between(noun + 1, min(sentence.last, noun + FARTHEST_COUNTERPARTS))
    behind = _named_behind(reading, following, noun, codes)
    keys = {one.key_of_person for one in behind}
    people = mentions.between(sentence.first, sentence.last)
    owner = _owner([one for one in people if one.key_of_person not in keys], listed)
    office = owner.role if owner else ""
    if len(behind) == len(codes):
        pairs = zip(behind, codes, strict=True)
        return {
            one.key_of_person: Counterpart(code, office) for one, code in pairs if one.country in (None, code)
        }
    return _with_bare_titles(mentions, noun, owner, codes) if owner and owner.role and not behind else {}


def _named_behind(reading: Reading, people: list[Mention], noun: int, codes: list[str]) -> list[Mention]:
    """The counterparts named right behind the noun, if they are as many as their countries."""
    named = people[: len(codes)]
    ends = [noun + 1, *(one.last for one in named)]
    is_list = all(
        one.kind == PERSON and one.speaker and max(one.first, noun + 1) - end <= (reading.word(end) == "and")
        for one, end in zip(named, ends, strict=False)
    )
    if len(named) < len(codes) or not is_list:
        return []
    if len(named) > 1:
        return named if reading.word(named[-1].first - 1) == "and" else []
    is_at_once = reading.is_joined(noun + 1) and named[0].first <= noun + 1
    is_set_off = not named[0].role and reading.gap(named[0].last).startswith(",")
    return named if is_at_once or is_set_off else []


def _with_bare_titles(
    mentions: Mentions, noun: int, owner: Mention, codes: list[str]
) -> dict[str, Counterpart]:
    """Those who bear the owner's title without a country: of the only one left, or of one not known."""
    peers = [
        one
        for one in mentions.items
        if one.kind == PERSON
        and one.speaker
        and one.head_first > noun
        and shares_office(owner.role, one.role)
    ]
    left = set(codes) - {
        one.country for one in mentions.items if one.kind == PERSON and one.head_first > noun
    }
    bare = {one.key_of_person for one in peers if _is_bare(one) and one.speaker != owner.speaker}
    code = left.pop() if len(left) == len(bare) == 1 else None
    return {key: Counterpart(code, owner.role) for key in bare}


def _is_bare(one: Mention) -> bool:
    return one.country is None and bool(one.speaker and one.speaker.provisional)


def _given(mention: Mention, found: dict[str, Counterpart]) -> Mention:
    told = found.get(mention.key_of_person)
    if told is None or mention.speaker is None:
        return mention
    code = mention.country or told.code
    speaker = replace(mention.speaker, country=code) if mention.speaker.provisional else mention.speaker
    return replace(mention, speaker=speaker, country=code, field=told.office, is_abroad=True)


def _owner(people: list[Mention], listed: list[Unit]) -> Mention | None:
    """Whose counterparts they are: the only person of a sentence who is not from their countries."""
    others = {one.country.code for one in listed if one.country}
    found = {one.key_of_person: one for one in people if one.key_of_person and one.country not in others}
    return next(iter(found.values())) if len(found) == 1 else None


def shares_office(title: str, other: str) -> bool:
    """Whether two titles are of one office, in whatever country.

    >>> shares_office("Ostian Grain Minister", "Minister"), shares_office("Energy Minister", "Minister")
    (False, True)
    >>> shares_office("Deputy Energy Minister", "Energy Minister"), shares_office("Premier", "Minister")
    (False, False)
    >>> shares_office("Energy Minister", "Energy State Secretary")
    False
    """
    words, others = set(fold(title).split()), set(fold(other).split())
    if words & LOWER != others & LOWER or not other:
        return False
    if office_of(title):
        is_bare = others == {"minister"} and "minister" in words and "prime" not in words
        return office_of(title) == office_of(other) or is_bare
    if ("state" in words) != ("state" in others):
        return False
    field = field_in(title)
    return bool(field) and (field_in(other) == field or others == {"minister"})


LOWER = frozenset(("deputy", "vice", "former", "first", "assistant"))


def field_in(role: str) -> str:
    """The field of the ministry of which a title speaks, whatever the rank.

    >>> field_in("Serbian State Secretary of the Interior"), field_in("deputy foreign minister")
    ('Interior', 'Foreign')
    >>> field_in("Prime Minister"), field_in("director of foreign trade")
    ('', '')
    """
    words = [word for word in fold(role).split() if word not in ("the", "of", "for")]
    if not {"minister", "ministry", "secretary"} & set(words):
        return ""
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            field = MINISTRY_FIELDS.get(tuple(words[at : at + length]))
            if field:
                return field
    return ""
