"""Authority records: from plain records into the database, and back."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from statements.crash_points import crash_point
from statements.folding import fold
from statements.models import Country, CountryName, Edit, Office, Publisher, Speaker, VariantName
from statements.records import (
    Authorities,
    CountryRecord,
    OfficeRecord,
    PublisherRecord,
    SpeakerRecord,
)
from statements.records import CountryName as NameRecord

NAMES = "names"  # the Edit field that locks a record's names and offices as a whole
NAMED_BY_IMPORT = "named by an import"  # the source of a publisher that nobody has looked at


@transaction.atomic
def load_authorities(authorities: Authorities) -> Counter[str]:
    """Insert or update every record by its key; counts "created", "updated" and "unchanged".

    What a person edited is left alone, field by field, and a record whose
    names a person edited keeps its names as they are.
    """
    counts: Counter[str] = Counter()
    countries = _load(Country, "code", authorities.countries, _country_fields, counts)
    _add_country_names(authorities.countries, countries)
    crash_point("authorities-half-loaded")
    by_code = {country.code: country for country in countries.values()}
    speakers = _load(Speaker, "slug", authorities.speakers, lambda r: _speaker_fields(r, by_code), counts)
    _add_variants_and_offices(authorities.speakers, speakers, by_code)
    _load(Publisher, "slug", authorities.publishers, lambda r: _publisher_fields(r, by_code), counts)
    return counts


def _load(
    model: type[models.Model], key: str, records: Any, fields_of: Any, counts: Counter[str]
) -> dict[str, Any]:
    """Upsert the records of one model; gives its rows by key."""
    manager = model._default_manager
    rows = {getattr(row, key): row for row in manager.all()}
    locked = locked_fields(model._meta.model_name or "")
    for record in records:
        fields = fields_of(record)
        row = rows.get(fields[key])
        if row is None:
            rows[fields[key]] = manager.create(**fields)
            counts["created"] += 1
            continue
        changed = {
            name: value
            for name, value in fields.items()
            if getattr(row, name) != value and name not in locked[row.pk]
        }
        if changed:
            for name, value in changed.items():
                setattr(row, name, value)
            row.save()
        counts["updated" if changed else "unchanged"] += 1
    return rows


def locked_fields(record: str) -> defaultdict[int, set[str]]:
    """Primary key → the fields that a person has edited, for all records of one model."""
    locked: defaultdict[int, set[str]] = defaultdict(set)
    for record_id, field in Edit.objects.filter(record=record).values_list("record_id", "field"):
        locked[record_id].add(field)
    return locked


def _country_fields(record: CountryRecord) -> dict[str, Any]:
    return {
        "code": record.code,
        "name": record.name,
        "kind": record.kind,
        "adjective": record.adjective,
        "source": record.source,
    }


def _speaker_fields(record: SpeakerRecord, countries: dict[str, Country]) -> dict[str, Any]:
    return {
        "slug": record.key,
        "kind": record.kind,
        "preferred_name": record.name,
        "country": countries[record.country] if record.country else None,
        "source": record.source,
    }


def _publisher_fields(record: PublisherRecord, countries: dict[str, Country]) -> dict[str, Any]:
    return {
        "slug": record.key,
        "name": record.name,
        "kind": record.kind,
        "country": countries[record.country] if record.country else None,
        "names": list(record.names),
        "domains": list(record.domains),
        "source": record.source,
    }


def _add_country_names(records: tuple[CountryRecord, ...], countries: dict[str, Country]) -> None:
    locked = locked_fields("country")
    CountryName.objects.bulk_create(
        [
            CountryName(country=country, text=name.text, use=name.use, folded=fold(name.text)[:200])
            for record in records
            if NAMES not in locked[(country := countries[record.code]).pk]
            for name in record.names
        ],
        ignore_conflicts=True,
    )


def _add_variants_and_offices(
    records: tuple[SpeakerRecord, ...], speakers: dict[str, Speaker], countries: dict[str, Country]
) -> None:
    locked = locked_fields("speaker")
    ours = [
        (record, speakers[record.key]) for record in records if NAMES not in locked[speakers[record.key].pk]
    ]
    VariantName.objects.bulk_create(
        [
            VariantName(speaker=speaker, text=text, folded=fold(text)[:200])
            for record, speaker in ours
            for text in record.variants
        ],
        ignore_conflicts=True,
    )
    Office.objects.bulk_create(
        [
            Office(
                speaker=speaker,
                title=office.title,
                country=countries[office.country] if office.country else None,
                start=office.start,
                end=office.end,
                source=office.source,
            )
            for record, speaker in ours
            for office in record.offices
        ],
        ignore_conflicts=True,
    )


def read_authorities() -> Authorities:
    """Every authority record of the database as plain records.

    Provisional speakers are left out, and publishers that an import named: a
    name nobody has looked at must not draw other names to it. So a folder
    gives the same in one run as in two.
    """
    seen = locked_fields("publisher")
    publishers = Publisher.objects.exclude(~Q(pk__in=seen), source=NAMED_BY_IMPORT).select_related("country")
    speakers = (
        Speaker.objects.filter(provisional=False)
        .select_related("country")
        .prefetch_related("variants", models.Prefetch("offices", Office.objects.select_related("country")))
    )
    return Authorities(
        countries=tuple(map(_country_record, Country.objects.prefetch_related("names"))),
        speakers=tuple(map(_speaker_record, speakers)),
        publishers=tuple(map(_publisher_record, publishers)),
    )


def _country_record(country: Country) -> CountryRecord:
    names = tuple(NameRecord(name.text, name.use) for name in country.names.all())
    return CountryRecord(country.code, country.name, country.kind, country.adjective, names, country.source)


def _speaker_record(speaker: Speaker) -> SpeakerRecord:
    return SpeakerRecord(
        key=speaker.slug,
        name=speaker.preferred_name,
        kind=speaker.kind,
        country=speaker.country.code if speaker.country else None,
        variants=tuple(variant.text for variant in speaker.variants.all()),
        offices=tuple(
            OfficeRecord(o.title, o.country.code if o.country else None, o.start, o.end, o.source)
            for o in speaker.offices.all()
        ),
        source=speaker.source,
    )


def _publisher_record(publisher: Publisher) -> PublisherRecord:
    return PublisherRecord(
        key=publisher.slug,
        name=publisher.name,
        kind=publisher.kind,
        country=publisher.country.code if publisher.country else None,
        names=tuple(publisher.names),
        domains=tuple(publisher.domains),
        source=publisher.source,
    )
