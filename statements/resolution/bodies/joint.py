"""Bodies of several countries in one phrase: "the foreign ministries of Ostia and Norland"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from statements.folding import Token
from statements.records import CountryRecord
from statements.resolution.bodies.of_countries import institution
from statements.resolution.bodies.patterns import OPENERS, Pattern, longest_pattern
from statements.resolution.bodies.posts import POSTED, Post, post_at, with_post
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import Unit, Units
from statements.resolution.text.mentions import GOVERNMENT, INSTITUTION, Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import UNNAMED_HEADS

SINGULARS = {
    "ministries": "ministry",
    "embassies": "embassy",
    "consulates": "consulate",
    "missions": "mission",
    "delegations": "delegation",
    "armies": "army",
    "militaries": "military",
    "governments": "government",
    "cabinets": "cabinet",
    "administrations": "administration",
    "parliaments": "parliament",
    "presidencies": "presidency",
    "navies": "navy",
    "staffs": "staff",
    "services": "service",
    "committees": "committee",
    "commissions": "commission",
    "councils": "council",
    "agencies": "agency",
    "banks": "bank",
    "guards": "guard",
    "offices": "office",
    "authorities": "authorities",
    "forces": "forces",
    "military": "military",
}
MOST_COUNTRIES = 12


def find_joint_bodies(reading: Reading, units: Units, index: AuthorityIndex) -> Iterator[Mention]:
    """A mention for each body of a phrase that names those of several countries, or at several posts.

    Finds: "the foreign ministries of Ostia and Norland", "the Ostian, Norland and Varian embassies in Osta",
    "Ostia’s embassies in Bern and Vienna"
    Finds nothing: "the Ostian ministries", "the embassies in Bern", "Ostia and Norland’s army chief"
    """
    if not any(token.word in SINGULARS for token in reading.words):
        return
    words = [_singular(token) for token in reading.words]
    singular = replace(reading, words=words)
    at = 0
    while at < len(words):
        is_open = words[at].word in OPENERS and units.at(at) is None
        pattern = longest_pattern(singular, at) if is_open else None
        last = pattern.last if pattern else at + 1
        if pattern and any(reading.word(k) in SINGULARS for k in range(at, last)):
            pattern = _named_in_the_singular(pattern)
            for mention in (
                _owners_before(reading, units, index, pattern)
                or _owners_after(reading, units, index, pattern)
                or _posts_of_one(reading, units, index, pattern)
            ):
                yield mention
                last = max(last, mention.last)
        at = last


def _singular(token: Token) -> Token:
    return token._replace(word=SINGULARS.get(token.word, token.word))


def _named_in_the_singular(pattern: Pattern) -> Pattern:
    words = [SINGULARS.get(word.lower(), "").capitalize() or word for word in pattern.name.split()]
    keys = [SINGULARS.get(part, part) for part in pattern.key.split("-")]
    return replace(pattern, name=" ".join(words), key="-".join(keys))


def _owners_before(reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern) -> list[Mention]:
    """ "The Ostian and Norland embassies", "Ostia’s and Norland’s embassies"."""
    owners: list[Unit] = []
    end = pattern.first
    while len(owners) < MOST_COUNTRIES:
        unit = units.country_at(end - 1 - reading.is_possessive(end - 1))
        if unit is None or not reading.same_sentence(unit.first, pattern.first):
            break
        owners.insert(0, unit)
        at = unit.first
        if reading.word(at - 1) == "and":
            end = at - 1
        elif reading.gap(at).strip() == "," and len(owners) > 1:
            end = at
        else:
            break
    is_of_people = reading.is_joined(pattern.last) and reading.word(pattern.last) in UNNAMED_HEADS
    if len(owners) < 2 or not reading.is_joined(pattern.first) or is_of_people:
        return []
    last, post = _post(reading, units, pattern)
    found = []
    for number, unit in enumerate(owners):
        is_last = number + 1 == len(owners)
        ends = last if is_last else unit.last + reading.is_possessive(unit.last)
        found += _mention(reading, index, unit.country, pattern, post, unit.first, unit.first, ends)
    return found


def _owners_after(reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern) -> list[Mention]:
    """ "The embassies of Ostia, Norland and Varia in Osta", "the ministries in Osta and Nora"."""
    at = pattern.last
    is_in = reading.word(at) == "in" and not pattern.key.endswith(POSTED)
    if not (is_in or reading.word(at) == "of") or not reading.is_joined(at):
        return []
    owners: list[Unit] = []
    at += 1
    while len(owners) < MOST_COUNTRIES:
        unit = units.country_at(at + (reading.word(at) == "the"))
        if unit is None or unit.use == "demonym" or not reading.same_sentence(pattern.first, at):
            break
        if is_in and unit.use != "capital":
            return []
        owners.append(unit)
        is_listed = reading.gap(unit.last).strip() == ","
        if reading.word(unit.last) != "and" and not is_listed:
            break
        at = unit.last + (reading.word(unit.last) == "and")
    if len(owners) < 2:
        return []
    last, post = _post(reading, units, replace(pattern, last=owners[-1].last))
    found = []
    for number, unit in enumerate(owners):
        first = pattern.first if number == 0 else unit.first
        ends = last if unit is owners[-1] else unit.last
        head = unit.first if pattern.field == "government" else first
        found += _mention(reading, index, unit.country, pattern, post, first, head, ends)
    return found


def _posts_of_one(reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern) -> list[Mention]:
    """ "The Ostian embassies in Bern and Vienna", "the embassies of Ostia in Bern and Vienna"."""
    owner = units.country_at(pattern.first - 1 - reading.is_possessive(pattern.first - 1))
    first, last = pattern.first, pattern.last
    if owner is not None:
        first = owner.first
    elif reading.word(last) == "of":
        owner = units.country_at(last + 1 + (reading.word(last + 1) == "the"))
        last = owner.last if owner else last
    if owner is None or not pattern.key.endswith(POSTED) or not reading.is_joined(pattern.first):
        return []
    end, post = with_post(reading, units, last)
    if not post.key or reading.word(end) != "and":
        return []
    last, other = post_at(reading, units, end + 1, post.name.split()[0])
    if not other.key:
        return []
    one = _mention(reading, index, owner.country, pattern, post, first, first, end)
    return one + _mention(reading, index, owner.country, pattern, other, end + 1, end + 1, last)


def _post(reading: Reading, units: Units, pattern: Pattern) -> tuple[int, Post]:
    is_posted = pattern.key.endswith(POSTED)
    return with_post(reading, units, pattern.last) if is_posted else (pattern.last, Post())


def _mention(
    reading: Reading,
    index: AuthorityIndex,
    country: CountryRecord | None,
    pattern: Pattern,
    post: Post,
    first: int,
    head_first: int,
    last: int,
) -> list[Mention]:
    own = replace(pattern, key=f"{pattern.key}{post.key}", name=f"{pattern.name}{post.name}")
    speaker = institution(index, country, own) if country and pattern.key else None
    if speaker is None:
        return []
    start = first - (reading.word(first - 1) == "the" and reading.is_joined(first))
    kind = GOVERNMENT if pattern.field == "government" else INSTITUTION
    return [Mention(kind, start, last, head_first, last, speaker, "", speaker.country, field=pattern.field)]
