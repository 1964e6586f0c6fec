"""Write an article with its blocks, and bring an old one up to date."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.text import slugify

from statements.folding import fold
from statements.models import Article, Block, Country, Original, Publisher, Statement
from statements.provenance import sha256_of
from statements.records import PARAGRAPH_BREAK, Document
from statements.store.authorities import locked_fields
from statements.store.public_ids import free_public_id
from statements.store.statements import (
    ArticleRecord,
    add_statements,
    carry_decision,
    update_statements,
    words_of,
)


@transaction.atomic
def create_article(record: ArticleRecord, original: Original, *, replaces: Article | None = None) -> Article:
    """A new article with everything in it.

    When it ``replaces`` an older version, the older one leaves the lists and
    what people decided on its statements holds for the same words here.
    """
    text_sha256 = sha256_of(record.document.text)
    article = Article.objects.create(
        public_id=free_public_id(Article, original.sha256, (text_sha256,), 0),
        original=original,
        text=record.document.text,
        text_sha256=text_sha256,
        replaces=replaces,
        cleaner_version=record.cleaner_version,
        extractor_version=record.extractor_version,
        **_metadata(record.document),
    )
    Block.objects.bulk_create(
        Block(article=article, start=mark.start, end=mark.end, reason=mark.reason)
        for mark in record.document.marks
    )
    article.mentions.set(Country.objects.filter(code__in=record.mentions))
    add_statements(article, record)
    if replaces:
        _supersede(replaces, article)
    return article


@transaction.atomic
def update_article(article: Article, record: ArticleRecord) -> Article:
    """The same original, read by newer code.

    The same text keeps its article; a text that now comes out differently
    makes a new version. Statements on which a person decided stay as they
    are; what the newer extractor no longer finds is withdrawn, not deleted.
    """
    if sha256_of(record.document.text) != article.text_sha256:
        return create_article(record, article.original, replaces=article)
    locked = locked_fields("article")[article.pk]
    for name, value in _metadata(record.document).items():
        if name not in locked:
            setattr(article, name, value)
    article.cleaner_version, article.extractor_version = record.cleaner_version, record.extractor_version
    article.save()
    article.mentions.set(Country.objects.filter(code__in=record.mentions))
    _update_blocks(article, record.document)
    update_statements(article, record)
    return article


def find_earlier_version(record: ArticleRecord, location: str) -> Article | None:
    """The article that a changed page replaces: the same address, or the same file with the same story.

    A file's place alone proves nothing (the next story may be pasted into
    the same file), so half its paragraphs must be the same, or its title.
    """
    current = Article.objects.current().select_related("original")
    if record.document.address:
        return current.filter(address=record.document.address).first()
    if not location:
        return None
    at_location = current.filter(original__location=location[:1000], address="")
    return next((article for article in at_location if _same_story(article, record.document)), None)


def _same_story(article: Article, document: Document) -> bool:
    if article.title and article.title == document.title:
        return True
    before, now = set(article.text.split(PARAGRAPH_BREAK)), set(document.text.split(PARAGRAPH_BREAK))
    return len(before & now) * 2 >= min(len(before), len(now))


OPENING = 80  # characters; what an article without a title is called by


def _opening(document: Document) -> str:
    """The first words of the body, whole; empty when a person or a newer cleaner marked all of it."""
    words = next((document.text[start:end] for start, end in document.body_spans()), "")
    return words if len(words) <= OPENING else words[:OPENING].rpartition(" ")[0] or words[:OPENING]


def _metadata(document: Document) -> dict[str, Any]:
    published = document.published
    return {
        "title": document.title[:500],
        "opening": _opening(document),
        "byline": document.byline[:300],
        "publisher": _publisher_named(document.publisher),
        "address": document.address[:2000],
        "language": document.language[:35],
        "published": published.value if published else None,
        "published_precision": published.precision if published else "",
        "published_basis": published.basis if published else "",
    }


def _publisher_named(name: str) -> Publisher | None:
    """The publisher of this name; a name that no record has becomes a new, unverified record."""
    if not name.strip():
        return None
    wanted = fold(name)
    for publisher in Publisher.objects.all():
        if wanted in map(fold, (publisher.name, *publisher.names)):
            return publisher
    slug = slugify(wanted)[:100] or sha256_of(name)[:12]
    while Publisher.objects.filter(slug=slug).exists():
        slug = f"{slug[:100]}-2"
    return Publisher.objects.create(slug=slug, name=name.strip()[:200])


def _supersede(old: Article, new: Article) -> None:
    old.superseded = True
    old.save(update_fields=["superseded"])
    decided = old.statements.exclude(review_state=Statement.Review.MACHINE)
    for theirs in decided.prefetch_related("parts", "attributions", "about_countries", "addressees"):
        same = new.statements.filter(folded=theirs.folded, occurrence=theirs.occurrence).prefetch_related(
            "parts"
        )
        for ours in same:
            if words_of(ours) == words_of(theirs):
                carry_decision(theirs, ours)
    old.statements.update(listed=False)


def _update_blocks(article: Article, document: Document) -> None:
    """Newer marks come in and old ones go; what a person marked or unmarked stays."""
    locked = locked_fields("block")
    kept = {(block.start, block.end): block for block in article.blocks.all()}
    wanted = {(mark.start, mark.end): mark.reason for mark in document.marks}
    for place, block in kept.items():
        if place not in wanted and not locked[block.pk]:
            block.delete()
    Block.objects.bulk_create(
        Block(article=article, start=start, end=end, reason=reason)
        for (start, end), reason in wanted.items()
        if (start, end) not in kept
    )
