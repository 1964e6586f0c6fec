"""Statements as lists show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Prefetch, Value
from django.db.models.functions import Greatest, Least, Substr

from statements.models.statement import Attribution, Statement, StatementPart, StatementQuerySet
from statements.search import Condition, Query, newest_page
from statements.utterances.siblings import with_reports
from statements.views.carried import carry
from statements.views.surroundings import WINDOW, Part, Run, statement_runs


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement with its words among the article's own."""

    statement: Statement
    runs: list[Run]
    carried: str = ""  # the words searched for, as links take them along


def for_entries(statements: StatementQuerySet) -> StatementQuerySet:
    """With all that an entry shows, in four queries however many rows there are.

    The article's text stays in the database: the engine cuts out the few
    hundred characters round each part (``Substr``), so a page of 25
    statements does not carry 25 long texts. The 32 characters that a part
    keeps on each side are too few for the rest of its sentence.
    """
    return (
        with_reports(statements)
        .select_related("article", "publisher", "agency")
        .defer("article__text", "folded", "quoted", "keys")
        .prefetch_related(
            Prefetch("parts", with_surroundings()),
            "about_countries",
            Prefetch("attributions", Attribution.objects.select_related("speaker", "country")),
        )
    )


def with_surroundings():
    text, start = "statement__article__text", F("start")
    return StatementPart.objects.annotate(
        before=Substr(text, Greatest(start - WINDOW, Value(0)) + 1, Least(start, Value(WINDOW))),
        after=Substr(text, F("end") + 1, Value(WINDOW)),
    )


def build_entries(statements: Iterable[Statement], query: Query | None = None) -> list[Entry]:
    carried = carry(query)
    return [Entry(statement, entry_runs(statement, query), carried) for statement in statements]


def entry_runs(statement: Statement, query: Query | None) -> list[Run]:
    parts = [part_in_list(part) for part in statement.parts.all()]
    return statement_runs(parts, quoted=statement.kind == Statement.Kind.DIRECT, query=query)


def part_in_list(part: StatementPart) -> Part:
    before, after = part.before, part.after  # type: ignore[attr-defined]  # by with_surroundings()
    return Part(part.start, part.end, part.exact, before, after)


def newest_entries(conditions: Sequence[Condition], most: int, query: Query | None = None) -> list[Entry]:
    """The newest of what readers see that meet every condition."""
    ids = newest_page(Statement.objects.listed(), conditions, most=most).ids
    rows = for_entries(Statement.objects.all()).in_bulk(ids)
    return build_entries((rows[pk] for pk in ids if pk in rows), query)
