"""Articles, speakers, countries, publishers and pairs of countries as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any

from django.db.models import QuerySet
from django.utils.translation import gettext_noop as _

from statements.models import Article, Country, Office, Publisher, Speaker

CHUNK = 500
SHOWN = {"day": 10, "month": 7, "year": 4}  # letters of a date, by its precision


@dataclass(frozen=True, slots=True)
class ArticleRow:
    id: Annotated[
        str, _("Public id; the article's address is /articles/<id>/, its text /articles/<id>/text.")
    ]
    title: Annotated[str, _("As printed; empty where there is none.")]
    byline: Annotated[str, _("As printed.")]
    publisher: Annotated[str, _("Who printed it: slug of /publishers/<slug>/; empty where it does not say.")]
    publisher_name: Annotated[str, _("The publisher's name.")]
    address: Annotated[str, _("Where the publisher printed it.")]
    language: Annotated[str, _("BCP 47 tag.")]
    published: Annotated[str, _("When, as exactly as it is known: a day, a month or a year; or empty.")]
    published_precision: Annotated[str, _("day, month or year.")]
    published_basis: Annotated[str, _("Where that date stood.")]
    statements: Annotated[int, _("How many listed statements it holds.")]
    original_sha256: Annotated[str, _("SHA-256 of the original's bytes.")]
    text_sha256: Annotated[str, _("SHA-256 of the archived text in UTF-8, to which all offsets refer.")]
    ingested: Annotated[str, _("When it came in, in UTC.")]
    cleaner: Annotated[str, _("Version of the cleaner that made the text.")]
    extractor: Annotated[str, _("Version of the extractor that last read it.")]


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    id: Annotated[str, _("Slug; the speaker's address is /speakers/<id>/.")]
    name: Annotated[str, _("Preferred name.")]
    kind: Annotated[str, _("person, institution, government, joint, unnamed or anonymous.")]
    country: Annotated[str, _("Code of the country that the speaker belongs to.")]
    other_names: Annotated[list[str], _("Other names and spellings on record.")]
    offices: Annotated[list[str], _("Posts, each with its EDTF dates in brackets, “?” where nobody knows.")]
    statements: Annotated[int, _("How many listed statements are by this speaker.")]
    provisional: Annotated[bool, _("An import made the record, and no curator has looked yet.")]
    source: Annotated[str, _("Where the record is from.")]


@dataclass(frozen=True, slots=True)
class CountryRow:
    id: Annotated[str, _("Code, ISO 3166-1 where there is one; the country's address is /countries/<id>/.")]
    name: Annotated[str, _("Its name here.")]
    kind: Annotated[str, _("state, organisation, territory or historical.")]
    other_names: Annotated[list[str], _("Other names on record.")]
    speaks: Annotated[int, _("How many listed statements are made on its behalf.")]
    spoken_about: Annotated[int, _("How many listed statements are about it.")]
    source: Annotated[str, _("Where the record is from.")]


@dataclass(frozen=True, slots=True)
class PublisherRow:
    id: Annotated[str, _("Slug; the publisher's address is /publishers/<id>/.")]
    name: Annotated[str, _("Its name.")]
    kind: Annotated[str, _("outlet, agency or official.")]
    country: Annotated[str, _("Code of its country.")]
    other_names: Annotated[list[str], _("Other names on record.")]
    domains: Annotated[list[str], _("Its domains on the web.")]
    articles: Annotated[int, _("How many of its articles are here, without older versions.")]
    first_published: Annotated[str, _("Day of the oldest of them that bears a date.")]
    last_published: Annotated[str, _("Day of the newest of them that bears a date.")]
    printed: Annotated[int, _("How many listed statements it printed.")]
    relayed: Annotated[int, _("How many listed statements it relayed to others.")]
    source: Annotated[str, _("Where the record is from.")]


@dataclass(frozen=True, slots=True)
class PairRow:
    speaking: Annotated[str, _("Code of the country that speaks.")]
    about: Annotated[str, _("Code of the country spoken about.")]
    statements: Annotated[int, _("How many listed statements.")]
    read: Annotated[
        bool, _("Whether any article names both: 0 is silence where it does, and ignorance else.")
    ]


def article_rows(articles: QuerySet[Article]) -> Iterator[ArticleRow]:
    """Of articles that are annotated with ``found``, the number of their listed statements."""
    rows = articles.select_related("publisher", "original").defer("text")
    for article in rows.iterator(chunk_size=CHUNK):
        yield ArticleRow(
            id=article.public_id,
            title=article.title,
            byline=article.byline,
            publisher=article.publisher.slug if article.publisher else "",
            publisher_name=article.publisher.name if article.publisher else "",
            address=article.address,
            language=article.language,
            published=published(article),
            published_precision=article.published_precision,
            published_basis=article.published_basis,
            statements=article.found,  # type: ignore[attr-defined]
            original_sha256=article.original.sha256,
            text_sha256=article.text_sha256,
            ingested=moment(article.ingested_at),
            cleaner=article.cleaner_version,
            extractor=article.extractor_version,
        )


def speaker_rows(order: Sequence[int], found: Mapping[int, int]) -> Iterator[SpeakerRow]:
    """Of the speakers with these keys, in their order; ``found`` is the number of listed statements."""
    known = Speaker.objects.select_related("country").prefetch_related("variants", "offices")
    for start in range(0, len(order), CHUNK):
        chunk = order[start : start + CHUNK]
        speakers = known.in_bulk(chunk)
        yield from (speaker_row(speakers[pk], found.get(pk, 0)) for pk in chunk if pk in speakers)


def speaker_row(speaker: Speaker, found: int) -> SpeakerRow:
    return SpeakerRow(
        id=speaker.slug,
        name=speaker.preferred_name,
        kind=speaker.kind,
        country=speaker.country.code if speaker.country else "",
        other_names=[variant.text for variant in speaker.variants.all()],
        offices=[office_words(office) for office in speaker.offices.all()],
        statements=found,
        provisional=speaker.provisional,
        source=speaker.source,
    )


def country_rows(
    countries: QuerySet[Country], speaks: Mapping[int, int], spoken_about: Mapping[int, int]
) -> Iterator[CountryRow]:
    """With how often each speaks and is spoken about, by primary key."""
    for country in countries.prefetch_related("names").iterator(chunk_size=CHUNK):
        names = [name.text for name in country.names.all() if name.use == name.Use.NAME]
        yield CountryRow(
            id=country.code,
            name=country.name,
            kind=country.kind,
            other_names=[name for name in names if name != country.name],
            speaks=speaks.get(country.pk, 0),
            spoken_about=spoken_about.get(country.pk, 0),
            source=country.source,
        )


def publisher_rows(
    publishers: QuerySet[Publisher], printed: Mapping[int, int], relayed: Mapping[int, int]
) -> Iterator[PublisherRow]:
    """Of publishers annotated with ``found`` articles, and the ``first`` and ``last`` of their days."""
    for publisher in publishers.select_related("country").iterator(chunk_size=CHUNK):
        row: Any = publisher
        yield PublisherRow(
            id=publisher.slug,
            name=publisher.name,
            kind=publisher.kind,
            country=publisher.country.code if publisher.country else "",
            other_names=list(publisher.names),
            domains=list(publisher.domains),
            articles=row.found,
            first_published=day(row.first),
            last_published=day(row.last),
            printed=printed.get(publisher.pk, 0),
            relayed=relayed.get(publisher.pk, 0),
            source=publisher.source,
        )


def office_words(office: Office) -> str:
    """ "Minister of Foreign Affairs (2004-03-09/?)" """
    return f"{office.title} ({office.start or '?'}/{office.end or '?'})"


def published(article: Article) -> str:
    """EDTF: a day, a month or a year."""
    return day(article.published)[: SHOWN.get(article.published_precision, 0)]


def day(given: date | None) -> str:
    """ISO 8601; empty for an end that is open or not known."""
    return given.isoformat() if given and given not in (date.min, date.max) else ""


def moment(given: datetime) -> str:
    return given.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
