"""Authority records: from plain records into the database, and back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from statements.crash_points import crash_point
from statements.logged_fields import plain
from statements.models import Country, CountryName, Edit, Office, Proposal, Publisher, Speaker, VariantName
from statements.models.authority import folded_name
from statements.records import (
    Authorities,
    CountryRecord,
    OfficeRecord,
    PublisherRecord,
    SpeakerRecord,
)
from statements.records import CountryName as NameRecord
from statements.store.proposals import propose

FILES = "authority files"  # who proposes what these records say
NAMES = "names"  # the Edit field that locks a record's names and offices as a whole
CREATED = "created"  # the Edit field of a record that a person made: all of it is locked
NAMED_BY_IMPORT = "named by an import"  # the source of a publisher that nobody has looked at


@transaction.atomic
def load_authorities(authorities: Authorities) -> Counter[str]:
    """Insert or update every record by its key; counts "created", "updated" and "unchanged".

    What a person edited is left alone, field by field: a record whose names a
    person edited keeps its names as they are, and one that a person made keeps
    everything. Where the records say otherwise, and not just what the person
    replaced, that is a `Proposal`. All other names and offices become those of
    the records, so that a name taken out of the files is soon out of the
    archive. A record that the files no longer have stays: its key is an address.
    """
    countries = Loading(Country, "code", authorities.countries, _country_fields)
    countries.set_names(CountryName, "country", _country_names)
    countries.propose(_country_names_as_logged)
    crash_point("countries-loaded")
    by_code = {country.code: country for country in Country.objects.all()}
    speakers = Loading(Speaker, "slug", authorities.speakers, lambda r: _speaker_fields(r, by_code))
    speakers.set_names(VariantName, "speaker", _variants)
    speakers.set_names(Office, "speaker", lambda record, speaker: _offices(record, speaker, by_code))
    speakers.propose(_speaker_names_as_logged)
    crash_point("speakers-loaded")
    publishers = Loading(Publisher, "slug", authorities.publishers, lambda r: _publisher_fields(r, by_code))
    publishers.propose()
    return Counter([*countries.results, *speakers.results, *publishers.results])


class Loading:
    """The records of one model on their way into the database."""

    def __init__(
        self,
        model: type[models.Model],
        key: str,
        records: Iterable[Any],
        fields_of: Callable[[Any], dict[str, Any]],
    ) -> None:
        manager = model._default_manager
        said = [(record, fields_of(record)) for record in records]
        wanted = manager.filter(**{f"{key}__in": [fields[key] for _, fields in said]})
        # Locked before the log is read: what a person changes meanwhile is not written over.
        standing = wanted.order_by("pk").select_for_update(no_key=True)
        rows: dict[str, Any] = {getattr(row, key): row for row in standing}
        self._key = key
        self._model_name = model._meta.model_name or ""
        self._locked = locked_fields(self._model_name)
        self._records: list[tuple[Any, Any]] = []
        self._said: dict[int, dict[str, Any]] = {}
        self._results: dict[int, str] = {}
        for record, fields in said:
            row = rows.get(fields[key])
            if row is None:
                row = rows[fields[key]] = manager.create(**fields)
                self._results[row.pk] = "created"
            else:
                self._results[row.pk] = "updated" if self._update(row, fields) else "unchanged"
            self._records.append((record, row))
            self._said[row.pk] = fields

    @property
    def results(self) -> Iterable[str]:
        return self._results.values()

    def _update(self, row: Any, fields: dict[str, Any]) -> bool:
        locked = self._locked[row.pk]
        changed = {
            name: value
            for name, value in fields.items()
            if getattr(row, name) != value and not locked & {name, CREATED}
        }
        for name, value in changed.items():
            setattr(row, name, value)
        if changed:
            row.save()
        return bool(changed)

    def set_names(
        self, model: type[models.Model], owner: str, names_of: Callable[[Any, Any], Iterable[Any]]
    ) -> None:
        """Make the names (or offices) of every record those that it gives, unless a person edited them."""
        manager = model._default_manager
        open_rows = {row.pk for _, row in self._records if not self._locked[row.pk] & {NAMES, CREATED}}
        wanted = {
            _content(name): name
            for record, row in self._records
            if row.pk in open_rows
            for name in names_of(record, row)
        }
        present = {_content(name): name for name in manager.all() if _owner(name, owner) in open_rows}
        dropped = [name for content, name in present.items() if content not in wanted]
        added = [name for content, name in wanted.items() if content not in present]
        manager.filter(pk__in=[name.pk for name in dropped]).delete()
        manager.bulk_create(added, ignore_conflicts=True)
        for name in (*dropped, *added):
            row = _owner(name, owner)
            if self._results[row] == "unchanged":
                self._results[row] = "updated"

    def propose(self, names_of: Callable[[Any], list[dict[str, str]]] | None = None) -> None:
        """Write down what the records would have otherwise than a person left it.

        What that person replaced is no news. ``names_of`` gives names and offices
        as the log of edits holds them. What was proposed of a record that is no
        longer among these is void.
        """
        for record, row in self._records:
            locked = self._locked.get(row.pk)
            if not locked:
                continue
            said = {name: plain(value) for name, value in self._said[row.pk].items() if name != self._key}
            if names_of:
                said[NAMES] = names_of(record)
            theirs = {name: value for name, value in said.items() if locked & {name, CREATED}}
            propose(row, theirs, machine=FILES)
        standing = Proposal.objects.open().filter(record=self._model_name).values_list("pk", "record_id")
        void = [pk for pk, record_id in standing if record_id not in self._said]
        Proposal.objects.filter(pk__in=void).update(state=Proposal.State.VOID)


def _content(name: Any) -> tuple[Any, ...]:
    """All of a row but its primary key: two rows of the same content are one."""
    fields = [field for field in name._meta.concrete_fields if not field.primary_key]
    return tuple(getattr(name, field.attname) for field in fields)


def _owner(name: Any, owner: str) -> int:
    return getattr(name, f"{owner}_id")


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
        "provisional": False,  # also where an import had met the name first
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


def _country_names(record: CountryRecord, country: Country) -> Iterable[CountryName]:
    for name in record.names:
        yield CountryName(country=country, text=name.text, use=name.use, folded=folded_name(name.text))


def _variants(record: SpeakerRecord, speaker: Speaker) -> Iterable[VariantName]:
    for text in record.variants:
        yield VariantName(speaker=speaker, text=text, folded=folded_name(text))


def _offices(record: SpeakerRecord, speaker: Speaker, countries: dict[str, Country]) -> Iterable[Office]:
    for office in record.offices:
        yield Office(
            speaker=speaker,
            title=office.title,
            country=countries[office.country] if office.country else None,
            start=office.start,
            end=office.end,
            source=office.source,
        )


def _country_names_as_logged(record: CountryRecord) -> list[dict[str, str]]:
    """The names of a country as `names_of` gives those of its row."""
    return [
        {"use": use, "text": text} for use, text in sorted({(name.use, name.text) for name in record.names})
    ]


def _speaker_names_as_logged(record: SpeakerRecord) -> list[dict[str, str]]:
    """The names and offices of a speaker as `names_of` gives those of its row."""
    offices = {
        # Of two that start alike the first is loaded.
        (office.start, office.title): {
            "office": office.title,
            "country": office.country or "",
            "start": office.start,
            "end": office.end,
            "source": office.source,
        }
        for office in reversed(record.offices)
    }
    variants = ({"variant": text} for text in sorted(set(record.variants)))
    return [*variants, *(offices[place] for place in sorted(offices))]


def read_authorities() -> Authorities:
    """Every authority record of the database as plain records.

    Provisional speakers are left out, and publishers that an import named: a
    name nobody has looked at must not draw other names to it. So a folder
    gives the same in one run as in two.
    """
    speakers = (
        Speaker.objects.current()
        .filter(provisional=False)
        .select_related("country")
        .prefetch_related("variants", models.Prefetch("offices", Office.objects.select_related("country")))
    )
    return Authorities(
        countries=tuple(map(_country_record, Country.objects.prefetch_related("names"))),
        speakers=tuple(map(_speaker_record, speakers)),
        publishers=read_publishers(),
    )


def read_publishers() -> tuple[PublisherRecord, ...]:
    seen = locked_fields("publisher")
    publishers = Publisher.objects.exclude(~Q(pk__in=seen), source=NAMED_BY_IMPORT).select_related("country")
    return tuple(map(_publisher_record, publishers))


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
