"""Versions of one article: which replaces which, and what people decided that the newer one keeps."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from statements.crash_points import crash_point
from statements.logged_fields import field_of
from statements.models import Article, Attribution, Block, Edit, Statement
from statements.models.history import MANIFEST
from statements.models.list_row import keep_keys
from statements.models.statement import GONE
from statements.records import PARAGRAPH_BREAK, Document
from statements.store.proposals import propose
from statements.store.statements import ArticleRecord
from statements.store.texts import clip_bytes
from statements.utterances.members import carry_pairs

# Shorter paragraphs ("By our correspondent") stand in many stories.
TELLING = 60  # characters

PUBLISHED_FIELDS = {"published", "published_precision", "published_basis"}


def find_earlier_version(record: ArticleRecord, location: str, told: str = "") -> Article | None:
    """The article that a changed page replaces: the same address, or the same file with the same story.

    A file's place alone proves nothing (the next story may be pasted into
    the same file), so half its paragraphs must be the same, or its title.
    An address that a person has ``told`` counts before the page's own.
    """
    current = Article.objects.current().select_related("original")
    if address := told or record.document.address:
        return current.filter(address=address).first()
    if not location:
        return None
    at_location = current.filter(original__location=clip_bytes(location, 1000), address="")
    return next((article for article in at_location if _same_story(article, record.document)), None)


def _same_story(article: Article, document: Document) -> bool:
    if article.title and article.title == document.title:
        return True
    before, now = (
        {part for part in body.split(PARAGRAPH_BREAK) if len(part) >= TELLING}
        for body in (article.body(), document.body())
    )
    return bool(before & now) and len(before & now) * 2 >= max(len(before), len(now))


def supersede(old: Article, new: Article) -> None:
    """The older version leaves the lists; what people decided on it holds for the newer one."""
    old.superseded = True
    old.save(update_fields=["superseded"])
    _carry_metadata(old, new)
    crash_point("metadata-carried")
    _carry_blocks(old, new)
    crash_point("blocks-carried")
    _carry_decisions(old, new)
    crash_point("decisions-carried")
    old.statements.update(listed=False)
    carry_pairs(old, new)
    keep_keys(new.statements.values_list("pk", flat=True))


def make_current(earlier: Article, *, instead_of: Article) -> None:
    """An earlier version is what the source gives again: it takes the newer one's place."""
    if instead_of.replaces_id == earlier.pk:
        instead_of.replaces = None
    instead_of.superseded = True
    instead_of.save(update_fields=["replaces", "superseded"])
    instead_of.statements.update(listed=False)
    earlier.superseded = False
    earlier.replaces = earlier.replaces or instead_of
    earlier.save(update_fields=["replaces", "superseded"])
    earlier.statements.exclude(review_state__in=GONE).update(listed=True)
    carry_pairs(instead_of, earlier)


def fields_people_set(article: Article) -> set[str]:
    """The metadata fields that a person edited on this version or on one that it replaces."""
    return _with_whole_date(_edits_of_versions(article).values_list("field", flat=True))


def fields_set_by_hand(article: Article) -> set[str]:
    """Those of them that a person edited otherwise than by a manifest."""
    by_hand = _edits_of_versions(article).exclude(why__startswith=MANIFEST)
    return _with_whole_date(by_hand.values_list("field", flat=True))


def blocks_people_set(article: Article) -> QuerySet[Block]:
    """The blocks that a person marked, gave back or gave another reason."""
    edited = Edit.objects.filter(record="block", record_id__in=article.blocks.values("pk"))
    return article.blocks.filter(Q(active=False) | Q(pk__in=edited.values("record_id")))


def _with_whole_date(fields: Iterable[str]) -> set[str]:
    """A date, its precision and its basis are one thing: whoever set one of them set all three."""
    named = set(fields)
    return named | PUBLISHED_FIELDS if named & PUBLISHED_FIELDS else named


def _edits_of_versions(article: Article) -> QuerySet[Edit]:
    versions: list[int] = []
    version: Article | None = article
    while version is not None and version.pk not in versions:
        versions.append(version.pk)
        version = version.replaces
    return Edit.objects.filter(record="article", record_id__in=versions)


def _carry_metadata(old: Article, new: Article) -> None:
    fields = fields_people_set(old)
    for field in fields:
        setattr(new, field, getattr(old, field))
    if fields:
        new.save(update_fields=sorted(fields))
        new.statements.update(publisher=new.publisher)


def _carry_blocks(old: Article, new: Article) -> None:
    """A block that a person marked or unmarked is found again by its words."""
    ours: dict[str, list[Block]] = {}
    for block in new.blocks.all():
        ours.setdefault(new.text[block.start : block.end], []).append(block)
    for block in blocks_people_set(old):
        for same in ours.get(old.text[block.start : block.end], ()):
            same.active, same.reason = block.active, block.reason
            same.save(update_fields=["active", "reason"])


def _carry_decisions(old: Article, new: Article) -> None:
    decided = old.statements.exclude(review_state=Statement.Review.MACHINE)
    ours = list(new.statements.prefetch_related("parts"))
    for theirs in decided.prefetch_related("parts", "attributions", "about_countries", "addressees"):
        if theirs.is_withdrawn_by_machine:
            continue
        same = [s for s in ours if s.exact == theirs.exact and s.occurrence == theirs.occurrence]
        for statement in same:
            _carry_decision(theirs, statement)
        if not same and theirs.review_state in GONE:
            for statement in ours:
                _carry_rejection(theirs, statement)


# What a newer version's machine may have otherwise than the person who decided on the older one.
COMPARED = ("kind", "act", "medium", "agency", "said", "about_countries", "addressees", "attributions")


def _carry_decision(theirs: Statement, ours: Statement) -> None:
    """What a person decided on the older version's statement holds for the same words.

    What the machine found otherwise in the newer version becomes a proposal.
    """
    machines = {name: field_of(ours, name).read(ours) for name in COMPARED}
    _take_over(theirs, ours)
    if theirs.review_state not in GONE:
        propose(ours, machines, machine=f"extractor {ours.extractor_version}")


def _take_over(theirs: Statement, ours: Statement) -> None:
    for field in ("review_state", "review_reason", "kind", "act", "agency", "medium", "occasion", "listed"):
        setattr(ours, field, getattr(theirs, field))
    for field in ("said_edtf", "said_basis", "said_earliest", "said_latest", "said_sort"):
        setattr(ours, field, getattr(theirs, field))
    ours.addressed_basis = theirs.addressed_basis
    ours.save()
    ours.about_countries.set(theirs.about_countries.all())
    ours.addressees.set(theirs.addressees.all())
    by_order = {row.order: row for row in ours.attributions.all()}
    for attribution in theirs.attributions.all():
        row = by_order.get(attribution.order) or Attribution(statement=ours, order=attribution.order)
        row.speaker, row.country = attribution.speaker, attribution.country
        row.role, row.basis = attribution.role, attribution.basis
        row.save()


def _carry_rejection(theirs: Statement, ours: Statement) -> None:
    """Rejected words stay rejected when the newer version's span is a little longer or shorter."""
    shorter, longer = sorted((theirs.folded, ours.folded), key=len)
    if (
        ours.review_state == Statement.Review.MACHINE
        and len(shorter) * 2 >= len(longer)
        and shorter in longer
    ):
        ours.review_state, ours.review_reason, ours.listed = theirs.review_state, theirs.review_reason, False
        ours.save(update_fields=["review_state", "review_reason", "listed"])
