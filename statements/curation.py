"""The door by which people write: every change in one transaction with its `Edit`.

An `Edit` is the history, the lock that keeps machines off, and what a revert
would read. Nothing else in the archive writes one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from statements import edtf
from statements.models import Article, Attribution, Block, Country, Edit, Publisher, Speaker, Statement, User
from statements.models.article import is_web_address
from statements.models.statement import GONE, UNDATED

# What a person may change of each record. Codes and slugs are addresses, and addresses never die.
EDITABLE: dict[type[models.Model], tuple[str, ...]] = {
    Statement: (
        "kind",
        "act",
        "agency",
        "medium",
        "occasion",
        "said_edtf",
        "said_basis",
    ),
    Article: (
        "title",
        "byline",
        "publisher",
        "address",
        "language",
        "published",
        "published_precision",
        "published_basis",
    ),
    Block: ("active", "reason"),
    Country: ("name", "kind", "adjective", "source"),
    Speaker: ("kind", "preferred_name", "country", "provisional", "source", "note"),
    Publisher: ("name", "kind", "country", "names", "domains", "source"),
}


def plain(value: Any) -> Any:
    """A field's value as JSON: records by primary key, dates in ISO form."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, date):
        return value.isoformat()
    return value


def record_edit(record: models.Model, field: str, old: Any, new: Any, *, who: User, why: str = "") -> Edit:
    return Edit.objects.create(
        record=record._meta.model_name or "",
        record_id=record.pk,
        field=field,
        old=plain(old),
        new=plain(new),
        who=who,
        why=why,
    )


def history_of(record: models.Model) -> models.QuerySet[Edit]:
    """Every edit of a record, newest first; of an article those of its blocks too."""
    its_own = models.Q(record=record._meta.model_name, record_id=record.pk)
    if isinstance(record, Article):
        its_own |= models.Q(record="block", record_id__in=record.blocks.values("pk"))
    return Edit.objects.filter(its_own).select_related("who")


# --- any record ---------------------------------------------------------------------


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
        raise ValidationError(
            f"{', '.join(forbidden)}: not for people to change. Possible: {', '.join(allowed)}."
        )
    row = _locked(record)
    edits = [(field, old, new) for field, new in changes.items() if (old := getattr(row, field)) != new]
    for field, _, new in edits:
        setattr(row, field, new)
    if edits:
        _keep_row_whole(row)
        row.full_clean()
        row.save()
    for field, _, new in edits:
        setattr(record, field, new)
    if isinstance(row, Block) and edits:
        _read_again(row.article_id)
    return [record_edit(row, field, old, new, who=who, why=why) for field, old, new in edits]


def _keep_row_whole(record: models.Model) -> None:
    """What a statement's row holds for lists follows what it was made from."""
    if isinstance(record, Statement):
        try:
            bounds = edtf.bounds(record.said_edtf) if record.said_edtf else None
        except ValueError as error:
            raise ValidationError({"said_edtf": str(error)}) from error
        record.said_earliest, record.said_latest = bounds or (None, None)
        record.said_sort = edtf.sort_day(*bounds) if bounds else UNDATED


def _read_again(article_id: int) -> None:
    """Blocks were marked or given back: the next ingest of the same original reads the article again."""
    Article.objects.filter(pk=article_id).update(extractor_version="")


def _locked(record: models.Model) -> Any:
    """The row as it is now, locked until the transaction ends.

    Imports lock an article before its statements; people do the same, so that
    neither waits for the other for ever.
    """
    if isinstance(record, Statement):
        Article.objects.select_for_update().only("pk").get(pk=record.article_id)
    return type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)


@transaction.atomic
def create(record: models.Model, *, who: User, why: str = "") -> Edit:
    """Save a new authority record, with an `Edit` of field "created"."""
    record.full_clean()
    record.save()
    return record_edit(record, "created", None, str(record), who=who, why=why)


@transaction.atomic
def change_names(record: Country | Speaker, before: list[str], *, who: User, why: str = "") -> Edit | None:
    """Log that the names (and offices) of a record are now others; locks them against reloads."""
    after = names_of(record)
    return record_edit(record, "names", before, after, who=who, why=why) if before != after else None


def names_of(record: Country | Speaker) -> list[str]:
    """All names of an authority record, as they are logged; for a speaker the offices too."""
    if isinstance(record, Country):
        return sorted(f"{name.use}: {name.text}" for name in record.names.all())
    offices = (
        f"office: {o.title}, {o.country or 'no country'} ({o.start or '?'} – {o.end or '?'}; {o.source})"
        for o in record.offices.all()
    )
    return sorted([*(f"variant: {variant.text}" for variant in record.variants.all()), *offices])


# --- statements ----------------------------------------------------------------------


@transaction.atomic
def approve(statement: Statement, *, who: User, why: str = "") -> None:
    """A person has read it and it is right."""
    _decide(statement, Statement.Review.APPROVED, who=who, why=why)


@transaction.atomic
def reject(statement: Statement, *, who: User, why: str) -> None:
    """It is no statement, or none that can be mended. It leaves the lists and stays rejected."""
    if not why.strip():
        raise ValidationError("Say why: readers of its address are shown the reason.")
    _decide(statement, Statement.Review.REJECTED, who=who, why=why)


@transaction.atomic
def withdraw(statement: Statement, *, who: User, why: str) -> None:
    """It was published and is taken back. Its address answers 410 with the reason."""
    if not why.strip():
        raise ValidationError("Say why: readers of its address are shown the reason.")
    _decide(statement, Statement.Review.WITHDRAWN, who=who, why=why)


@transaction.atomic
def decide_all(
    statements: Iterable[Statement], decision: Callable[..., None], *, who: User, why: str = ""
) -> int:
    """The same decision (`approve`, `reject`, `withdraw`) on several statements: all of them or none."""
    count = 0
    for statement in statements:
        decision(statement, who=who, why=why)
        count += 1
    return count


@transaction.atomic
def correct(
    statement: Statement,
    changes: Mapping[str, Any],
    *,
    who: User,
    about: list[Country] | None = None,
    addressees: list[Country] | None = None,
    why: str = "",
) -> list[Edit]:
    """Change what the machine got wrong; the statement is then "corrected"."""
    edits = change(statement, changes, who=who, why=why)
    edits += _change_countries(statement, "about_countries", about, who=who, why=why)
    addressed = _change_countries(statement, "addressees", addressees, who=who, why=why)
    if addressed:
        statement.addressed_basis = "named by a curator"
        Statement.objects.filter(pk=statement.pk).update(addressed_basis=statement.addressed_basis)
    edits += addressed
    if edits:
        _now_corrected(statement, who=who, why=why)
    return edits


@transaction.atomic
def correct_attribution(
    attribution: Attribution,
    *,
    speaker: Speaker | None,
    country: Country | None,
    role: str,
    who: User,
    why: str = "",
) -> list[Edit]:
    """Name another speaker, country or role; the statement is then "corrected"."""
    _locked(attribution.statement)
    before = Attribution.objects.select_related("statement").get(pk=attribution.pk)
    edits = []
    for field, new in (("speaker", speaker), ("country", country), ("role", role)):
        old = getattr(before, field)
        if old != new:
            setattr(before, field, new)
            edits.append(
                record_edit(
                    before.statement, f"attribution {before.order}: {field}", old, new, who=who, why=why
                )
            )
    if edits:
        before.basis = "named by a curator"
        before.save()
        _now_corrected(before.statement, who=who, why=why)
    return edits


def _change_countries(
    statement: Statement, field: str, countries: list[Country] | None, *, who: User, why: str
) -> list[Edit]:
    if countries is None:
        return []
    manager = getattr(statement, field)
    old = sorted(country.code for country in manager.all())
    new = sorted(country.code for country in countries)
    if old == new:
        return []
    manager.set(countries)
    return [record_edit(statement, field, old, new, who=who, why=why)]


def _now_corrected(statement: Statement, *, who: User, why: str) -> None:
    """A mended field does not undo a rejection: that takes a decision of its own."""
    row = _locked(statement)
    if row.review_state not in GONE:
        _decide(statement, Statement.Review.CORRECTED, who=who, why=why)


def _decide(statement: Statement, state: str, *, who: User, why: str) -> None:
    row = _locked(statement)
    if row.article.superseded:
        raise ValidationError(
            f"Statement {row.public_id} stands in an older version of its article: "
            "decide on the newer version's."
        )
    old, reason = row.review_state, why.strip()[:300] if state in GONE else ""
    if (old, row.review_reason) == (state, reason):
        return
    row.review_state, row.review_reason, row.listed = state, reason, state not in GONE
    row.save(update_fields=["review_state", "review_reason", "listed"])
    for field in ("review_state", "review_reason", "listed"):
        setattr(statement, field, getattr(row, field))
    record_edit(row, "review_state", old, state, who=who, why=why)


# --- articles --------------------------------------------------------------------------


@transaction.atomic
def correct_article(article: Article, changes: Mapping[str, Any], *, who: User, why: str = "") -> list[Edit]:
    """Change an article's metadata. Its statements' rows follow the publisher; its text never changes.

    Raises ValidationError, beside the reasons of `change`, for an address that may not stand in a link.
    """
    if changes.get("address") and not is_web_address(changes["address"]):
        raise ValidationError({"address": "An article’s address begins with http:// or https://."})
    edits = change(article, changes, who=who, why=why)
    if any(edit.field == "publisher" for edit in edits):
        article.statements.update(publisher=article.publisher)
    return edits
