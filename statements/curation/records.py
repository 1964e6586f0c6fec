"""Any record: change it, make a new one, and never write over what somebody changed meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext

from statements.curation.log import history_of, one_action, record_edit, version_of
from statements.logged_fields import EDITABLE, field_of, names_of, put
from statements.models import Article, Block, Country, Edit, Speaker, Statement, User, UtterancePair
from statements.models.article import is_web_address
from statements.models.list_row import keep_keys
from statements.utterances.members import keep_grouped, regroup

SLICE = 500  # rows; each is a parameter, and no SQLite takes fewer
# Fields of a statement that no key is made of.
NO_KEYS = {"review_state", "medium", "occasion", "addressees", "addressed_basis"}


class StaleRecord(ValidationError):
    """Somebody changed the record since the form was given out; ``since`` are their edits, newest first."""

    def __init__(self, record: models.Model, since: list[Edit]) -> None:
        who = ", ".join(sorted({edit.who.username for edit in since}))
        told = gettext("%(record)s was changed meanwhile by %(who)s: look at both versions and decide again.")
        super().__init__(told % {"record": record, "who": who}, code="stale")
        self.since = since


def refuse_stale(record: models.Model, seen: int) -> None:
    """Raise StaleRecord if the record has edits later than the version that a form has ``seen``."""
    if version_of(record) > seen:
        raise StaleRecord(record, list(history_of(record).filter(id__gt=seen)))


def locked(record: models.Model) -> Any:
    """The row as it is now, locked until the transaction ends.

    Imports lock an article before its statements; people do the same, so that
    neither waits for the other for ever.
    """
    if isinstance(record, Statement):
        Article.objects.select_for_update().only("pk").get(pk=record.article_id)
    return type(record)._default_manager.select_for_update(of=("self",), no_key=True).get(pk=record.pk)


def lock_statements(statements: Iterable[int]) -> None:
    """Lock many statements, by id, as `locked` does one: all articles first, and everything in one order."""
    ids = sorted(set(statements))
    articles: set[int] = set()
    for some in in_slices(ids):
        articles |= set(Statement.objects.filter(pk__in=some).values_list("article", flat=True))
    for model, pks in ((Article, sorted(articles)), (Statement, ids)):
        for some in in_slices(pks):
            rows = model._default_manager.filter(pk__in=some).order_by("pk")
            list(rows.select_for_update(of=("self",), no_key=model is Statement).values_list("pk"))


def in_slices(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + SLICE] for at in range(0, len(ids), SLICE))


@transaction.atomic
def change(record: models.Model, changes: Mapping[str, Any], *, who: User, why: str = "") -> list[Edit]:
    """Set fields of a record, one `Edit` for each that really changes.

    Works on the row as it is now, not as it was when ``record`` was read, so
    that nobody's earlier change is written over. Raises ValidationError when
    a field may not be changed by hand, or when the changed record would break
    one of its constraints.
    """
    allowed = EDITABLE[type(record)]
    forbidden = sorted(set(changes) - set(allowed))
    if forbidden:
        told = gettext("%(forbidden)s: not for people to change. Possible: %(allowed)s.")
        raise ValidationError(told % {"forbidden": ", ".join(forbidden), "allowed": ", ".join(allowed)})
    row = locked(record)
    edits = [(field, old, new) for field, new in changes.items() if (old := getattr(row, field)) != new]
    if edits:
        put(row, {field: new for field, _, new in edits})
    for field, _, new in edits:
        setattr(record, field, new)
    if edits:
        follow(row, {field for field, _, _ in edits})
    with one_action():
        return [record_edit(row, field, old, new, who=who, why=why) for field, old, new in edits]


def follow_all(changed: Iterable[tuple[models.Model, set[str]]]) -> None:
    """What other rows hold of these records, whose fields were changed, follows them."""
    statements = []
    for record, fields in changed:
        if not isinstance(record, Statement):
            follow(record, fields)
        elif not fields <= NO_KEYS:
            statements.append(record.pk)
    follow_statements(statements)


def follow(record: models.Model, fields: set[str]) -> None:
    """The same of one."""
    if isinstance(record, Block):
        # The next ingest of the same original reads the article again.
        Article.objects.filter(pk=record.article_id).update(extractor_version="")
    if isinstance(record, Article) and "publisher" in fields:
        record.statements.update(publisher=record.publisher)
        keep_keys(record.statements.values_list("pk", flat=True))
    if isinstance(record, Statement):
        follow_all([(record, fields)])
    if isinstance(record, UtterancePair):
        regroup([record.first_id, record.second_id])


def follow_statements(statements: Collection[int]) -> None:
    """The same of statements, by id, of which a field changed that keys are made of."""
    keep_keys(statements)
    keep_grouped(statements)


def set_field(record: models.Model, name: str, value: Any, *, who: User, why: str = "") -> Edit | None:
    """Write one field as the log holds it; None when it already is so. The caller holds the lock."""
    field = field_of(record, name)
    old = field.read(record)
    if old == value:
        return None
    field.write(record, value)
    follow(record, {name})
    return record_edit(record, name, old, field.read(record), who=who, why=why)


@transaction.atomic
def create(record: models.Model, *, who: User, why: str = "") -> Edit:
    """Save a new authority record, with an `Edit` of field "created"."""
    record.full_clean()
    record.save()
    return record_edit(record, "created", None, str(record), who=who, why=why)


@transaction.atomic
def change_names(
    record: Country | Speaker, before: list[dict[str, str]], *, who: User, why: str = ""
) -> Edit | None:
    """Log that the names (and offices) of a record are now others; locks them against reloads."""
    after = names_of(record)
    return record_edit(record, "names", before, after, who=who, why=why) if before != after else None


@transaction.atomic
def correct_article(article: Article, changes: Mapping[str, Any], *, who: User, why: str = "") -> list[Edit]:
    """Change an article's metadata. Its statements' rows follow the publisher; its text never changes.

    Raises ValidationError, beside the reasons of `change`, for an address that may not stand in a link.
    """
    if changes.get("address") and not is_web_address(changes["address"]):
        told = gettext("An article’s address begins with http:// or https://.")
        raise ValidationError({"address": told})
    return change(article, changes, who=who, why=why)
