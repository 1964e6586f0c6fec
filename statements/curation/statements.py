"""Statements: decide on them, and mend what the machine got wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from statements.curation.log import one_action, record_edit
from statements.curation.records import change, locked, set_field
from statements.logged_fields import field_of
from statements.models import Attribution, Country, Edit, Speaker, Statement, User
from statements.models.statement import GONE
from statements.records import Span

NAMED_BY_CURATOR = "named by a curator"


@transaction.atomic
def approve(statement: Statement, *, who: User, why: str = "") -> None:
    """A person has read it and it is right."""
    decide(statement, Statement.Review.APPROVED, who=who, why=why)


@transaction.atomic
def reject(statement: Statement, *, who: User, why: str) -> None:
    """It is no statement, or none that can be mended. It leaves the lists and stays rejected."""
    _say_why(why)
    decide(statement, Statement.Review.REJECTED, who=who, why=why)


@transaction.atomic
def withdraw(statement: Statement, *, who: User, why: str) -> None:
    """It was published and is taken back. Its address answers 410 with the reason."""
    _say_why(why)
    decide(statement, Statement.Review.WITHDRAWN, who=who, why=why)


def _say_why(why: str) -> None:
    if not why.strip():
        raise ValidationError(gettext("Say why: readers of its address are shown the reason."))


@transaction.atomic
def decide_all(
    statements: Iterable[Statement], decision: Callable[..., None], *, who: User, why: str = ""
) -> int:
    """The same decision (`approve`, `reject`, `withdraw`) on several statements: all of them or none."""
    count = 0
    with one_action():
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
    words: Sequence[Span] | None = None,
    attributions: Sequence[Mapping[str, Any]] | None = None,
    why: str = "",
) -> list[Edit]:
    """Change what the machine got wrong; the statement is then "corrected".

    ``words`` are stretches of the article's text, in code points;
    ``attributions`` all speakers, as the log of edits holds them.
    """
    with one_action():
        edits = change(statement, changes, who=who, why=why)
        row = locked(statement)
        values: dict[str, list[Any] | None] = {
            "about_countries": _codes(about),
            "addressees": _codes(addressees),
            "words": None if words is None else [[start, end] for start, end in words],
            "attributions": None if attributions is None else list(attributions),
        }
        for name, value in values.items():
            edit = None if value is None else set_field(row, name, value, who=who, why=why)
            edits += [edit] if edit else []
        if any(edit.field == "addressees" for edit in edits):
            edits += change(statement, {"addressed_basis": NAMED_BY_CURATOR}, who=who, why=why)
        if edits:
            _now_corrected(statement, who=who, why=why)
    return edits


def _codes(countries: list[Country] | None) -> list[Any] | None:
    return None if countries is None else sorted(country.code for country in countries)


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
    row = locked(attribution.statement)
    place = f"attribution {attribution.order}"
    values = {
        "speaker": speaker.pk if speaker else None,
        "country": country.pk if country else None,
        "role": role,
    }
    with one_action():
        made = (set_field(row, f"{place}: {name}", value, who=who, why=why) for name, value in values.items())
        edits = [edit for edit in made if edit]
        if edits:
            # Logged too, or an undo would leave it.
            basis = set_field(row, f"{place}: basis", NAMED_BY_CURATOR, who=who, why=why)
            edits += [basis] if basis else []
            _now_corrected(row, who=who, why=why)
    return edits


def _now_corrected(statement: Statement, *, who: User, why: str) -> None:
    """A mended field does not undo a person's rejection: that takes a decision of its own."""
    row = locked(statement)
    if row.review_state not in GONE or row.is_withdrawn_by_machine:
        decide(statement, Statement.Review.CORRECTED, who=who, why=why)


def decide(statement: Statement, state: str, *, who: User, why: str = "") -> None:
    """Set the review state. Raises ValidationError in an older version of an article."""
    row = locked(statement)
    if row.article.superseded:
        told = gettext(
            "Statement %(id)s stands in an older version of its article: decide on the newer version's."
        )
        raise ValidationError(told % {"id": row.public_id})
    reason = why.strip()[:300] if state in GONE else ""
    field = field_of(row, "review_state")
    old, new = field.read(row), {"state": state, "reason": reason}
    if old == new:
        return
    field.write(row, new)
    for name in ("review_state", "review_reason", "listed"):
        setattr(statement, name, getattr(row, name))
    record_edit(row, "review_state", old, new, who=who, why=why)
