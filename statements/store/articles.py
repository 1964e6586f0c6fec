"""Write an article with its blocks, and bring an old one up to date."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Exists, F, Min, OuterRef
from django.db.models.functions import Substr
from django.utils.text import slugify

from statements.crash_points import crash_point
from statements.folding import fold
from statements.logged_fields import plain
from statements.models import Article, Block, Country, Edit, Original, Publisher
from statements.models.article import BOILERPLATE
from statements.models.list_row import keep_keys
from statements.provenance import sha256_of
from statements.public_ids import free_public_id
from statements.records import Document, KnownMetadata, StatedDate
from statements.store.authorities import NAMED_BY_IMPORT
from statements.store.proposals import propose
from statements.store.statements import ArticleRecord, add_statements, update_statements
from statements.store.versions import (
    PUBLISHED_FIELDS,
    blocks_people_set,
    fields_people_set,
    fields_set_by_hand,
    make_current,
    supersede,
)


@transaction.atomic
def create_article(record: ArticleRecord, original: Original, *, replaces: Article | None = None) -> Article:
    """A new article with everything in it.

    When it ``replaces`` an older version, the older one leaves the lists and
    what people decided on its statements holds for the same words here.
    """
    text_sha256 = sha256_of(record.document.text)
    article = Article.objects.create(
        public_id=free_public_id(Article, original.sha256, (text_sha256,)),
        original=original,
        text=record.document.text,
        text_sha256=text_sha256,
        replaces=replaces,
        cleaner_version=record.cleaner_version,
        extractor_version=record.extractor_version,
        **_metadata(record.document),
    )
    crash_point("article-created")
    Block.objects.bulk_create(
        Block(article=article, start=mark.start, end=mark.end, reason=mark.reason)
        for mark in record.document.marks
    )
    crash_point("blocks-created")
    article.mentions.set(Country.objects.filter(code__in=record.mentions))
    crash_point("mentions-linked")
    add_statements(article, record)
    if replaces:
        supersede(replaces, article)
        crash_point("earlier-version-superseded")
    return article


@transaction.atomic
def update_article(article: Article, record: ArticleRecord) -> Article:
    """The same original, read by newer code.

    The same text keeps its article; a text that now comes out differently
    makes a new version. Statements on which a person decided stay as they
    are; what the newer extractor no longer finds is withdrawn, not deleted.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    text_sha256 = sha256_of(record.document.text)
    if text_sha256 != article.text_sha256:
        earlier = article.original.articles.filter(text_sha256=text_sha256).first()
        if earlier is None:
            return create_article(record, article.original, replaces=article)
        make_current(earlier, instead_of=article)
        crash_point("earlier-version-current-again")
        article = earlier
    people_set = fields_people_set(article)
    machines = _metadata(record.document)
    for name, value in machines.items():
        if name not in people_set:
            setattr(article, name, value)
    article.cleaner_version, article.extractor_version = record.cleaner_version, record.extractor_version
    article.save()
    _propose_metadata(article, people_set, machines, machine=f"extractor {record.extractor_version}")
    article.mentions.set(Country.objects.filter(code__in=record.mentions))
    crash_point("article-rewritten")
    _update_blocks(article, record.document)
    crash_point("blocks-rewritten")
    update_statements(article, record)
    crash_point("statements-rewritten")
    article.statements.update(publisher=article.publisher)
    keep_keys(article.statements.values_list("pk", flat=True))
    return article


LONGEST_ADDRESS = 2000  # bytes; half an address would be a wrong one, so a longer one is left out
OPENING = 80  # characters; what an article without a title is called by


def _opening(document: Document) -> str:
    """The first words of the body, whole; empty when a person or a newer cleaner marked all of it."""
    words = next((document.text[start:end] for start, end in document.body_spans()), "")
    return words if len(words) <= OPENING else words[:OPENING].rpartition(" ")[0] or words[:OPENING]


def _metadata(document: Document) -> dict[str, Any]:
    return {
        "title": document.title[:500],
        "opening": _opening(document),
        "byline": document.byline[:300],
        "publisher": publisher_named(document.publisher),
        "address": document.address if len(document.address.encode()) <= LONGEST_ADDRESS else "",
        "language": document.language[:35],
        **_published_fields(document.published),
    }


def _propose_metadata(
    article: Article, people_set: set[str], machines: dict[str, Any], *, machine: str
) -> None:
    """What the text now says otherwise than a person who set the field; a text that says nothing agrees."""
    values = {}
    for name in people_set - PUBLISHED_FIELDS - {"opening"}:
        values[name] = plain(machines[name]) or plain(getattr(article, name))
    if people_set & PUBLISHED_FIELDS:
        told = machines if machines["published"] else {name: getattr(article, name) for name in machines}
        values["date"] = {
            "published": plain(told["published"]),
            "precision": told["published_precision"],
            "basis": told["published_basis"],
        }
    propose(article, values, machine=machine)


def changes_told(article: Article, known: KnownMetadata) -> dict[str, Any]:
    """The fields that a person's knowledge would change. What was set by hand since stays as it is."""
    told: dict[str, Any] = {"publisher": known.publisher, "address": known.address}
    if known.published:
        told |= _published_fields(known.published)
    by_hand = fields_set_by_hand(article)
    told = {field: value for field, value in told.items() if value and field not in by_hand}
    if "publisher" in told:
        told["publisher"] = publisher_named(known.publisher)
    return {field: value for field, value in told.items() if getattr(article, field) != value}


def _published_fields(published: StatedDate | None) -> dict[str, Any]:
    return {
        "published": published.value if published else None,
        "published_precision": published.precision if published else "",
        "published_basis": published.basis if published else "",
    }


def publisher_named(name: str) -> Publisher | None:
    """The publisher of this name; a name that no record has becomes a new, unverified record."""
    if not name.strip():
        return None
    known = Publisher.objects.filter(name=name).first()
    if known:
        return known
    wanted = fold(name)
    for publisher in Publisher.objects.all():
        if wanted in map(fold, (publisher.name, *publisher.names)):
            return publisher
    slug = slugify(wanted)[:100] or sha256_of(name)[:12]
    while Publisher.objects.filter(slug=slug).exists():
        slug = f"{slug[:100]}-2"
    return Publisher.objects.create(slug=slug, name=name.strip()[:200], source=NAMED_BY_IMPORT)


def marked_everywhere() -> set[str]:
    """The stretches of text that people marked as boilerplate, of each action that did so one."""
    standing = Block.objects.filter(pk=OuterRef("record_id"), active=True, reason=BOILERPLATE)
    marking = Edit.objects.filter(Exists(standing), record="block", field="active").order_by()
    one_each = marking.values("action").annotate(block=Min("record_id")).values("block")
    words = Substr("article__text", F("start") + 1, F("end") - F("start"))
    return set(Block.objects.filter(pk__in=one_each).annotate(words=words).values_list("words", flat=True))


def _update_blocks(article: Article, document: Document) -> None:
    """Newer marks come in and old ones go; what a person marked or unmarked stays."""
    peoples = set(blocks_people_set(article))
    kept = {(block.start, block.end): block for block in article.blocks.all()}
    wanted = {(mark.start, mark.end): mark.reason for mark in document.marks}
    for place, block in kept.items():
        if place not in wanted and block not in peoples:
            block.delete()
    Block.objects.bulk_create(
        Block(article=article, start=start, end=end, reason=reason)
        for (start, end), reason in wanted.items()
        if (start, end) not in kept
    )
