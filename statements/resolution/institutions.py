"""Institutions in the text: by their own names, and by pattern from a country's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from statements.records import CountryRecord, SpeakerReference
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.de_facto import de_facto_authorities, first_of_marks
from statements.resolution.mentions import GOVERNMENT, INSTITUTION, Mention
from statements.resolution.reading import Reading
from statements.resolution.references import adjective, body, government, recorded, slug, speaking_for
from statements.resolution.the_country import (
    FARTHEST_WORD,
    country_meant,
    is_the_country,
    organisation_meant,
)
from statements.resolution.units import Units, code_of
from statements.resolution.vocabulary import (
    ARTICLES,
    COUNTRY_BODIES,
    GOVERNMENT_NOUNS,
    MINISTRY_FIELDS,
    PRESS_SERVICES,
)

MINISTRY_NOUNS = frozenset(("ministry", "department", "office"))
LONGEST_FIELD = max(len(field) for field in MINISTRY_FIELDS)
# Bodies that a state or an organisation has in several places.
POSTED = frozenset(("embassy", "mission", "delegation"))
OWNERS_AFTER = ("of",)
LONGEST_BODY = max(len(words) for words in COUNTRY_BODIES)
# As printed in capitals -> the field.
SHORT_MINISTRIES = {"MFA": "Foreign", "MoD": "Defence", "MOD": "Defence"}
OPENERS = {
    "ministry",
    "mfa",
    "mod",
    *GOVERNMENT_NOUNS,
    *(words[0] for words in (*MINISTRY_FIELDS, *COUNTRY_BODIES)),
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """What the words of an institution's name say, before a country is joined to them."""

    first: int
    last: int
    key: str
    name: str
    field: str = ""


def find_institutions(reading: Reading, units: Units, index: AuthorityIndex) -> list[Mention]:
    """All institutions and governments, longest first where they overlap."""
    mentions: list[Mention] = []
    taken: set[int] = set()
    for pattern in patterns(reading, units):
        mention = with_press_service(reading, mention_of(reading, units, index, pattern))
        mentions.append(mention)
        taken.update(range(mention.head_first, mention.head_last))
    for unit in units.items:
        if unit.first in taken:
            continue
        span = _article(reading, unit.first), unit.last
        is_genitive = reading.is_genitive(unit.last)
        if unit.body is not None:
            speaker, country = recorded(unit.body), unit.body.country
            mention = Mention(
                INSTITUTION, *span, unit.first, unit.last, speaker, "", country, is_genitive=is_genitive
            )
            mentions.append(with_press_service(reading, mention))
        elif unit.country is not None and unit.use != "demonym":
            speaker = government(unit.country)
            mentions.append(
                Mention(
                    GOVERNMENT,
                    *span,
                    unit.first,
                    unit.last,
                    speaker,
                    "",
                    speaker.country,
                    is_genitive=is_genitive,
                )
            )
    return mentions


def _article(reading: Reading, first: int) -> int:
    return first - 1 if reading.word(first - 1) == "the" and reading.is_joined(first) else first


# --- patterns -------------------------------------------------------------------


def patterns(reading: Reading, units: Units) -> Iterator[Pattern]:
    """Bodies that a common noun names.

    Finds: "Foreign Ministry", "Ministry of National Defence", "MFA", "government", "armed forces"
    Leaves alone: "ministries", "the air force base commander" beyond "air force"
    """
    at = 0
    while at < len(reading.words):
        pattern = None
        if reading.word(at) in OPENERS and units.at(at) is None:
            pattern = _ministry(reading, at) or _government(reading, at) or _country_body(reading, at)
        if pattern:
            yield pattern
        at = pattern.last if pattern else at + 1


def _ministry(reading: Reading, at: int) -> Pattern | None:
    if reading.word(at) == "ministry":
        field, last = field_after(reading, at + 1)
        return _ministry_pattern(at, last, field)
    if reading.printed(at, at + 1) in SHORT_MINISTRIES:
        return _ministry_pattern(at, at + 1, SHORT_MINISTRIES[reading.printed(at, at + 1)])
    for length in range(LONGEST_FIELD, 0, -1):
        field = MINISTRY_FIELDS.get(tuple(reading.word(at + k) for k in range(length)), "")
        is_close = all(reading.is_joined(at + k) for k in range(1, length + 1))
        if field and is_close and reading.word(at + length) == "ministry":
            return _ministry_pattern(at, at + length + 1, field)
    return None


def field_after(reading: Reading, at: int) -> tuple[str, int]:
    """The field after "Ministry of (the)" or "ministers of", and the word after it."""
    if reading.word(at) not in ("of", "for") or not reading.is_joined(at):
        return "", at
    start = at + 1 + (reading.word(at + 1) == "the")
    for length in range(LONGEST_FIELD, 0, -1):
        field = MINISTRY_FIELDS.get(tuple(reading.word(start + k) for k in range(length)), "")
        if field:
            return field, start + length
    return "", at


def _ministry_pattern(first: int, last: int, field: str) -> Pattern:
    key = f"{field.lower().replace(' ', '-')}-ministry" if field else ""
    return Pattern(first, last, key, f"{field} Ministry" if field else "", field or "ministry")


def _government(reading: Reading, at: int) -> Pattern | None:
    word = reading.word(at)
    if word not in GOVERNMENT_NOUNS:
        return None
    return Pattern(at, at + 1, "government", "government", "government")


def _country_body(reading: Reading, at: int) -> Pattern | None:
    for length in range(LONGEST_BODY, 0, -1):
        words = tuple(reading.word(at + k) for k in range(length))
        found = COUNTRY_BODIES.get(words)
        if found and all(reading.is_joined(at + k) for k in range(1, length)):
            return Pattern(at, at + length, found[0], found[1], found[0])
    return None


# --- joined to a country ------------------------------------------------------------


def mention_of(reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern) -> Mention:
    """Join a pattern to the country before or after it.

    Joins: "the Russian Foreign Ministry", "Armenia’s Justice Ministry", "Ministry of Justice of Armenia",
    "the General Staff of the Armed Forces of Armenia", "the country’s parliament" where one is named,
    "the ministry in Moscow", "the Security Council" where the UN alone is named
    Leaves open: "the ministry", "the Foreign Ministry", "the army in Armenia", "the embassy in Moscow"
    """
    if pattern.field == "government":
        marked = first_of_marks(reading, pattern.first)
        if marked < pattern.first:
            return _de_facto(reading, units, marked, pattern.last)
    first, country = _country_before(reading, units, index, pattern.first)
    last = pattern.last
    if country is None:
        joints = OWNERS_AFTER if pattern.key in POSTED else (*OWNERS_AFTER, "in")
        last, country = _country_after(reading, units, pattern.last, joints)
    elif pattern.key in POSTED:
        last, pattern = _with_post(reading, units, pattern)
    if country is None and reading.is_capital(pattern.first):
        country = _organisation_with(reading, units, index, pattern)
    speaker = _institution(index, country, pattern) if country else None
    return Mention(
        kind=GOVERNMENT if pattern.field == "government" and speaker else INSTITUTION,
        first=_article(reading, first),
        last=last,
        head_first=first,
        head_last=last,
        speaker=speaker,
        country=speaker.country if speaker else speaking_for(country),
        field=pattern.field,
        is_full=speaker is not None and not is_the_country(reading, first),
        is_genitive=reading.is_genitive(last),
    )


def _organisation_with(
    reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern
) -> CountryRecord | None:
    """The only organisation named so far, if a record says that it has this body and no state named has."""
    organisation = organisation_meant(reading, units, index, pattern.first)
    if organisation is None or not index.speaker(f"{organisation.code.lower()}-{pattern.key}"):
        return None
    start = max(0, pattern.first - FARTHEST_WORD)
    codes = {code for at in range(start, pattern.first) if (unit := units.at(at)) and (code := code_of(unit))}
    owners = [code for code in codes if index.speaker(f"{code.lower()}-{pattern.key}")]
    return organisation if len(owners) == 1 else None


def _de_facto(reading: Reading, units: Units, first: int, last: int) -> Mention:
    first, speaker = de_facto_authorities(reading, units, first, last)
    is_genitive = reading.is_genitive(last)
    return Mention(GOVERNMENT, _article(reading, first), last, first, last, speaker, is_genitive=is_genitive)


def _with_post(reading: Reading, units: Units, pattern: Pattern) -> tuple[int, Pattern]:
    """A mission with the place that it is sent to, which tells it from others.

    Widens: "OSCE Mission to Ostia", "the EU’s delegation in Osta"
    Leaves alone: "the Ostian embassy in flames"
    """
    at = pattern.last
    unit = units.country_at(at + 1) if reading.word(at) in ("in", "to") and reading.is_joined(at) else None
    if unit is None or unit.use == "demonym" or not reading.is_joined(unit.first):
        return pattern.last, pattern
    place = reading.printed(at, unit.last)
    key, name = f"{pattern.key}-{slug(place)}", f"{pattern.name} {place}"
    return unit.last, replace(pattern, key=key, name=name, last=unit.last)


def _country_before(
    reading: Reading, units: Units, index: AuthorityIndex, first: int
) -> tuple[int, CountryRecord | None]:
    at = first - 1
    if reading.is_possessive(at) and reading.is_joined(first):
        at -= 1
    elif not reading.is_joined(first):
        return first, None
    if is_the_country(reading, at):
        return at, country_meant(reading, units, index, at)
    unit = units.country_at(at)
    if unit is None or not reading.same_sentence(at, first):
        return first, None
    # "Armenian-Azerbaijani government" and "US and Russian military" belong to no single country.
    if reading.gap(unit.first) == "-" and units.country_at(unit.first - 1):
        return first, None
    return unit.first, unit.country


def _country_after(
    reading: Reading, units: Units, last: int, joints: tuple[str, ...]
) -> tuple[int, CountryRecord | None]:
    if reading.word(last) not in joints or not reading.is_joined(last):
        return last, None
    at = last + 1 + (reading.word(last + 1) == "the")
    unit = units.country_at(at)
    if reading.word(last) == "in" and (unit is None or unit.use != "capital"):
        return last, None
    larger = _country_body(reading, at) if unit is None else None
    if larger:
        return _country_after(reading, units, larger.last, OWNERS_AFTER)
    if unit is None or unit.use == "demonym" or not reading.same_sentence(last, at):
        return last, None
    return unit.last, unit.country


def _institution(index: AuthorityIndex, country: CountryRecord, pattern: Pattern) -> SpeakerReference | None:
    if not pattern.key:
        return None
    if pattern.field == "government":
        return government(country)
    record = index.speaker(f"{country.code.lower()}-{pattern.key}")
    if record:
        return recorded(record)
    named = index.body_named(f"{adjective(country)} {pattern.name}")
    return recorded(named) if named else body(country, pattern.key, pattern.name)


def institution_of(index: AuthorityIndex, country: CountryRecord, field: str) -> SpeakerReference:
    """A country's body by the field of a mention: "Foreign", "embassy", "government"."""
    if field in MINISTRY_FIELDS.values():
        pattern = _ministry_pattern(0, 0, field)
    else:
        name = next((name for key, name in COUNTRY_BODIES.values() if key == field), field.title())
        pattern = Pattern(0, 0, field, name, field)
    return _institution(index, country, pattern) or government(country)


# --- press services --------------------------------------------------------------------


def with_press_service(reading: Reading, mention: Mention) -> Mention:
    """Widen a mention to its press service, which speaks in its own name.

    Widens: "the Kremlin press service", "The press service of the Armenian government"
    Leaves alone: "the Armenian government said in a press release"
    """
    before = _press_service_before(reading, mention.first)
    after = _press_service_after(reading, mention.head_last)
    if mention.speaker is None or (before == mention.first and after == mention.head_last):
        return mention
    return Mention(
        kind=INSTITUTION,
        first=before,
        last=max(after, mention.last),
        head_first=before if before < mention.first else mention.head_first,
        head_last=after,
        speaker=press_service_of(mention.speaker),
        country=mention.country,
        field="press-service",
        is_genitive=reading.is_genitive(after),
    )


def press_service_of(speaker: SpeakerReference) -> SpeakerReference:
    name = speaker.name if speaker.name.endswith("press service") else f"{speaker.name} press service"
    key = speaker.key if speaker.key.endswith("press-service") else f"{speaker.key}-press-service"
    return SpeakerReference(key, name, INSTITUTION, speaker.country)


def _press_service_before(reading: Reading, first: int) -> int:
    if (
        reading.word(first - 1) != "of"
        or tuple(reading.word(first - k) for k in (3, 2)) not in PRESS_SERVICES
    ):
        return first
    return first - 4 if reading.word(first - 4) in ARTICLES else first - 3


def _press_service_after(reading: Reading, last: int) -> int:
    at = last + 1 if reading.is_possessive(last) else last
    if reading.is_joined(at) and (reading.word(at), reading.word(at + 1)) in PRESS_SERVICES:
        return at + 2
    return last
