"""Make speaker references: keys and canonical names, the same for the same words."""

from __future__ import annotations

import hashlib
import re

from statements.folding import fold
from statements.records import CountryRecord, SpeakerRecord, SpeakerReference
from statements.resolution.text.mentions import (
    ANONYMOUS,
    GOVERNMENT,
    INSTITUTION,
    PERSON,
    UNNAMED,
    is_disputed,
)

LONGEST_KEY = 100
LONGEST_NAME = 200


def slug(name: str) -> str:
    """A key of plain letters; names in other scripts get a short hash.

    >>> slug("Ismail Demir")
    'ismail-demir'
    """
    folded = fold(name)
    key = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    is_whole = folded.isascii() and len(key) <= LONGEST_KEY and key
    if is_whole:
        return key
    return f"{key[: LONGEST_KEY - 9]}-{hashlib.sha256(folded.encode()).hexdigest()[:8]}".strip("-")


def speaking_for(country: CountryRecord | None) -> str | None:
    """The code that a country's officials speak for; none for those of a disputed territory."""
    if country is None or is_disputed(country):
        return None
    return country.code


def recorded(record: SpeakerRecord) -> SpeakerReference:
    return SpeakerReference(record.key, record.name, record.kind, record.country)


def unknown_person(name: str, country: str | None, also_of: bool = False) -> SpeakerReference:
    """Someone whom no record names. ``also_of`` tells a namesake from a known person."""
    key = slug(name) + (f"-{country.lower()}" if also_of and country else "")
    return SpeakerReference(key, name[:LONGEST_NAME], PERSON, country, provisional=True)


def unnamed_role(role: str, country: str | None, is_hidden: bool = False) -> SpeakerReference:
    """Somebody without a name: a role, or a source that hides."""
    kind = ANONYMOUS if is_hidden else UNNAMED
    key = "-".join((kind, *([country.lower()] if country else ()), slug(role)))
    return SpeakerReference(key, role[:LONGEST_NAME], kind, country, provisional=True)


def unknown_institution(name: str, country: str | None) -> SpeakerReference:
    return SpeakerReference(slug(name), name[:LONGEST_NAME], INSTITUTION, country, provisional=True)


def office_of_person(person: SpeakerReference) -> SpeakerReference:
    """ "Her office", which speaks where she does not."""
    return unknown_institution(f"Office of {person.name}", person.country)


def following_of_person(person: SpeakerReference, noun: str) -> SpeakerReference:
    """ "Her party", whose name the text leaves out; it speaks for no state."""
    return unknown_institution(f"{person.name}’s {noun}", None)


def government(country: CountryRecord) -> SpeakerReference:
    """The government of a country, or the organisation itself.

    Turkey gives "Turkish government", Transnistria "De facto authorities of Transnistria"; the EU gives
    "European Union".
    """
    if country.kind == "organisation":
        return SpeakerReference(slug(country.name), country.name, INSTITUTION, country.code)
    code = speaking_for(country)
    if code is None:
        name = f"De facto authorities of {country.name}"
        return SpeakerReference(f"{country.code.lower()}-authorities", name, GOVERNMENT, None)
    return SpeakerReference(
        f"{code.lower()}-government", f"{adjective(country)} government", GOVERNMENT, code
    )


def body(country: CountryRecord, key: str, name: str) -> SpeakerReference:
    """An institution by pattern: ("foreign-ministry", "Foreign Ministry") of Russia."""
    return SpeakerReference(
        f"{country.code.lower()}-{key}", f"{adjective(country)} {name}", INSTITUTION, speaking_for(country)
    )


def part_of(owner: SpeakerReference, key: str, name: str) -> SpeakerReference:
    """A committee of a parliament: "Ostian Parliament Defence Committee"."""
    return SpeakerReference(
        slug(f"{owner.key}-{key}"), f"{owner.name} {name}"[:LONGEST_NAME], INSTITUTION, owner.country
    )


def adjective(country: CountryRecord) -> str:
    return country.adjective or country.name
