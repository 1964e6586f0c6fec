"""A country and the pattern of a body -> the body, by its record where there is one."""

from __future__ import annotations

from statements.records import CountryRecord, SpeakerReference
from statements.resolution.bodies.patterns import Pattern, ministry
from statements.resolution.bodies.state_bodies import in_capitals
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import adjective, body, government, recorded, slug
from statements.resolution.text.vocabulary import COUNTRY_BODIES


def institution(index: AuthorityIndex, country: CountryRecord, pattern: Pattern) -> SpeakerReference | None:
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
    """A country's body by the field of a mention: "embassy", "government"; a ministry by "Foreign"."""
    if field[:1].isupper():
        pattern = ministry(0, 0, field, slug(field))
    else:
        name = next(
            (name for key, name in COUNTRY_BODIES.values() if key == field),
            in_capitals(field.replace("-", " ")),
        )
        pattern = Pattern(0, 0, field, name, field)
    return institution(index, country, pattern) or government(country)
