"""Statements that a person makes: one that the machine missed, one of two, two of one.

Nothing is ever deleted: a new statement is saved as withdrawn, and the action
that brings it in is an ordinary edit. To undo that action withdraws it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from statements.curation.log import one_action, record_edit
from statements.curation.records import locked
from statements.curation.statements import correct, decide, reject
from statements.logged_fields import field_of, put
from statements.models import Article, Statement, User
from statements.models.list_row import keep_keys
from statements.models.statement import BY_HAND
from statements.public_ids import free_public_ids
from statements.records import Span
from statements.search import index_text

TAKEN_BACK = "Added by hand, and taken back."
# What a statement keeps when it is cut in two.
CARRIED = ("kind", "act", "agency", "medium", "occasion", "said_edtf", "said_basis", "said_words")


@transaction.atomic
def add(
    article: Article,
    words: Sequence[Span],
    *,
    kind: str,
    who: User,
    act: str = Statement.Act.STATES,
    attributions: Sequence[dict[str, Any]] = (),
    about: Sequence[str] = (),
    why: str = "",
) -> Statement:
    """A statement that no machine found. ``words`` are stretches of the article's text, in code points.

    ``attributions`` are as `logged_fields` writes them. Raises ValidationError
    for words that do not stand in the text, or that are a statement already.
    """
    article = locked(article)
    statement = _make(article, words, {"kind": kind, "act": act}, who=who)
    values = {"attributions": list(attributions), "about_countries": sorted(about)}
    for name, value in values.items():
        field_of(statement, name).write(statement, value)
    keep_keys([statement.pk])
    decide(statement, Statement.Review.CORRECTED, who=who, why=why or BY_HAND)
    return statement


@transaction.atomic
def cut(
    statement: Statement, first: Sequence[Span], second: Sequence[Span], *, who: User, why: str = ""
) -> Statement:
    """Make two of one: the statement keeps the ``first`` words, a new one, which is returned, has the second.

    The new one has the same speakers, countries and date.
    """
    row = locked(statement)
    new = _make(row.article, second, {name: getattr(row, name) for name in CARRIED}, who=who)
    for name in ("attributions", "about_countries", "addressees"):
        field_of(new, name).write(new, field_of(row, name).read(row))
    keep_keys([new.pk])
    with one_action():
        correct(row, {}, words=first, who=who, why=why)
        decide(new, Statement.Review.CORRECTED, who=who, why=why or f"cut from {row.public_id}")
    return new


@transaction.atomic
def join(statement: Statement, other: Statement, *, who: User, why: str = "") -> None:
    """Make one of two of the same article: ``statement`` gets all the words, ``other`` is rejected."""
    if statement == other or statement.article_id != other.article_id:
        raise ValidationError(gettext("Two statements of one article can be joined."))
    words = united([*statement.spans, *other.spans], statement.article.text)
    with one_action():
        reject(other, who=who, why=why or f"Joined to statement {statement.public_id}.")
        correct(statement, {}, words=words, who=who, why=why)


def united(spans: Sequence[Span], text: str) -> list[Span]:
    """The spans in the text's order; those that overlap, or that a space alone parts, are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _make(article: Article, words: Sequence[Span], values: dict[str, Any], *, who: User) -> Statement:
    """A new row with its words, withdrawn until an action brings it in."""
    if article.superseded:
        raise ValidationError(gettext("This is an older version of its article: add to the newest."))
    if not words:
        raise ValidationError(gettext("Say which words."))
    others = list(article.statements.prefetch_related("parts"))
    if any(other.spans == list(words) for other in others):
        raise ValidationError(gettext("These very words are a statement already, maybe a rejected one."))
    exact = tuple(article.text[start:end] for start, end in words)
    occurrence = sum(other.exact == exact for other in others)
    [public_id] = free_public_ids(Statement, article.original.sha256, [(exact, occurrence)])
    statement = Statement(
        article=article,
        public_id=public_id,
        occurrence=occurrence,
        rule=BY_HAND,
        extractor_version=BY_HAND,
        confidence=BY_HAND,
        publisher=article.publisher,
        review_state=Statement.Review.WITHDRAWN,
        review_reason=TAKEN_BACK,
        listed=False,
        start=words[0][0],
        folded=index_text(exact),
    )
    put(statement, values)
    field_of(statement, "words").write(statement, words)
    record_edit(statement, "created", None, statement.public_id, who=who)
    return statement
