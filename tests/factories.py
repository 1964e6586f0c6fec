"""Records for tests: what the database accepts, in one line each.

``make_statement("words")`` is what most tests want: the words stand in an
article that holds them, with a speaker and a country, and every field that
lists sort and filter by is right. Each ``…Factory`` makes one bare record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from statements import models
from statements.folding import fold
from statements.models.list_row import keep_keys
from statements.models.statement import UNDATED
from statements.provenance import select, sha256_of
from statements.records import PARAGRAPH_BREAK
from statements.search import index_text

PASSWORD = "a-long-enough-password"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = models.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"curator{n}")
    password = factory.django.Password(PASSWORD)


class CountryFactory(DjangoModelFactory):
    class Meta:
        model = models.Country
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"Q{n:04d}")
    name = factory.LazyAttribute(lambda country: f"Country {country.code}")


class CountryNameFactory(DjangoModelFactory):
    class Meta:
        model = models.CountryName

    country = factory.SubFactory(CountryFactory)
    text = factory.Sequence(lambda n: f"Land {n}")
    use = models.CountryName.Use.NAME


class SpeakerFactory(DjangoModelFactory):
    class Meta:
        model = models.Speaker
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda n: f"speaker-{n}")
    kind = models.Speaker.Kind.PERSON
    preferred_name = factory.LazyAttribute(lambda speaker: speaker.slug.replace("-", " ").title())
    country = factory.SubFactory(CountryFactory)


class VariantNameFactory(DjangoModelFactory):
    class Meta:
        model = models.VariantName

    speaker = factory.SubFactory(SpeakerFactory)
    text = factory.Sequence(lambda n: f"Variant {n}")


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = models.Office

    speaker = factory.SubFactory(SpeakerFactory)
    title = "Minister of Foreign Affairs"
    country = factory.SelfAttribute("speaker.country")


class PublisherFactory(DjangoModelFactory):
    class Meta:
        model = models.Publisher
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda n: f"publisher-{n}")
    name = factory.LazyAttribute(lambda publisher: publisher.slug.replace("-", " ").title())


class OriginalFactory(DjangoModelFactory):
    class Meta:
        model = models.Original

    sha256 = factory.Sequence(lambda n: sha256_of(f"original {n}"))
    media_type = "text/plain"
    size = 1000


class ArticleFactory(DjangoModelFactory):
    class Meta:
        model = models.Article
        skip_postgeneration_save = True

    public_id = factory.Sequence(lambda n: f"a{n:06d}")
    original = factory.SubFactory(OriginalFactory)
    title = factory.Sequence(lambda n: f"Article {n}")
    publisher = factory.SubFactory(PublisherFactory)
    language = "en"
    text = "The minister spoke to reporters."
    opening = factory.LazyAttribute(lambda article: article.text[:60])
    text_sha256 = factory.LazyAttribute(lambda article: sha256_of(article.text))
    cleaner_version = "1"
    extractor_version = "1"

    class Params:
        dated = factory.Trait(
            published=date(2020, 7, 16), published_precision="day", published_basis="json-ld"
        )

    @factory.post_generation
    def mentions(self, create: bool, extracted: Iterable[models.Country] | None, **kwargs: Any) -> None:
        if create and extracted:
            self.mentions.add(*extracted)


class BlockFactory(DjangoModelFactory):
    class Meta:
        model = models.Block

    article = factory.SubFactory(ArticleFactory)
    start = 0
    end = 3
    reason = "navigation"


class StatementFactory(DjangoModelFactory):
    """A statement without its parts and speakers. ``make_statement`` adds those."""

    class Meta:
        model = models.Statement
        skip_postgeneration_save = True

    public_id = factory.Sequence(lambda n: f"s{n:06d}")
    article = factory.SubFactory(ArticleFactory)
    kind = models.Statement.Kind.INDIRECT
    rule = "reported clause"
    extractor_version = "1"
    confidence = "sure"
    publisher = factory.SelfAttribute("article.publisher")
    start = 0
    folded = " words "
    listed = factory.LazyAttribute(
        lambda statement: (
            statement.review_state not in ("rejected", "withdrawn") and not statement.article.superseded
        )
    )

    class Params:
        said = None

    said_edtf = factory.LazyAttribute(lambda statement: statement.said.isoformat() if statement.said else "")
    said_basis = factory.LazyAttribute(lambda statement: "the article’s own date" if statement.said else "")
    said_earliest = factory.SelfAttribute("said")
    said_latest = factory.SelfAttribute("said_earliest")
    said_sort = factory.LazyAttribute(lambda statement: statement.said_earliest or UNDATED)
    review_state = models.Statement.Review.MACHINE

    @factory.post_generation
    def keys_kept(self, create: bool, extracted: None, **kwargs: Any) -> None:
        if create:
            keep_row(self)


class SourceErrorFactory(DjangoModelFactory):
    """The first word of the article, which is wrong."""

    class Meta:
        model = models.SourceError

    statement = factory.SubFactory(StatementFactory)
    start = 0
    exact = factory.LazyAttribute(lambda error: error.statement.article.text.split()[0])
    end = factory.LazyAttribute(lambda error: len(error.exact))
    note = "It was another."
    evidence = "two other articles"


class StatementPartFactory(DjangoModelFactory):
    class Meta:
        model = models.StatementPart

    statement = factory.SubFactory(StatementFactory)
    order = 0


class AttributionFactory(DjangoModelFactory):
    class Meta:
        model = models.Attribution
        skip_postgeneration_save = True

    statement = factory.SubFactory(StatementFactory)
    order = 0
    speaker = factory.SubFactory(SpeakerFactory)
    country = factory.SelfAttribute("speaker.country")

    @factory.post_generation
    def keys_kept(self, create: bool, extracted: None, **kwargs: Any) -> None:
        if create:
            keep_row(self.statement)


def keep_row(statement: models.Statement) -> None:
    """What lists and search read of a statement, as the store and the curators' door keep it."""
    keep_keys([statement.pk])
    statement.refresh_from_db(fields=["keys", "quoted"])


def country(code: str, name: str = "") -> models.Country:
    """The country of this code, made when it is not there."""
    return CountryFactory(code=code, name=name) if name else CountryFactory(code=code)


def make_statement(
    words: str | Sequence[str] = "the talks must go on",
    *,
    article: models.Article | None = None,
    speaker: models.Speaker | str | None = "Anna Speaker",
    country: models.Country | str | None = "RU",
    about: Iterable[models.Country | str] = (),
    source: str = "",
    cue: str = "",
    role: str = "",
    **fields: Any,
) -> models.Statement:
    """A whole statement: its parts, one speaker, the countries it is about.

    ``words`` is one part or several. Without an ``article`` one is made that
    holds them, along with ``source`` and ``cue``; with one, they must stand in
    its text. A speaker may be a record, a name or None (unresolved), a country
    a record, a code or None. ``said=date(2020, 7, 16)`` sets the whole date.
    """
    parts = [words] if isinstance(words, str) else list(words)
    if article is None:
        article = ArticleFactory(text=_text_holding(parts, source, cue))
    spans = _find_in_order(article.text, parts)
    if cue:
        at = article.text.index(cue)
        fields |= {"cue": cue, "cue_start": at, "cue_end": at + len(cue)}
    statement = StatementFactory(article=article, start=spans[0][0], folded=index_text(parts), **fields)
    for order, span in enumerate(spans):
        selector = select(article.text, span)
        StatementPartFactory(
            statement=statement,
            order=order,
            **{field: getattr(selector, field) for field in ("start", "end", "exact", "prefix", "suffix")},
        )
    add_speaker(statement, speaker, country=country, source=source, role=role)
    statement.about_countries.add(*map(_country, about))
    keep_row(statement)
    return statement


def add_speaker(
    statement: models.Statement,
    speaker: models.Speaker | str | None,
    *,
    country: models.Country | str | None = None,
    source: str = "",
    role: str = "",
) -> models.Attribution:
    """One more speaker of a statement."""
    spoken_for = country if country is None else _country(country)
    if isinstance(speaker, str):
        slug = fold(speaker).replace(" ", "-")
        speaker = SpeakerFactory(slug=slug, preferred_name=speaker, country=spoken_for)
    place: dict[str, Any] = {}
    if source:
        at = statement.article.text.index(source)
        place = {"source": source, "source_start": at, "source_end": at + len(source)}
    return AttributionFactory(
        statement=statement,
        order=statement.attributions.count(),
        speaker=speaker,
        country=spoken_for,
        role=role,
        **place,
    )


def _country(given: models.Country | str) -> models.Country:
    return country(given) if isinstance(given, str) else given


def _text_holding(parts: list[str], source: str, cue: str) -> str:
    lead = " ".join(word for word in (source, cue) if word) or "It was said that"
    return PARAGRAPH_BREAK.join([f"{lead} {' and, he added, '.join(parts)}.", "The talks ended on Friday."])


def _find_in_order(text: str, parts: list[str]) -> list[tuple[int, int]]:
    spans, at = [], 0
    for part in parts:
        start = text.index(part, at)
        at = start + len(part)
        spans.append((start, at))
    return spans
