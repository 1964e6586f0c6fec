"""One page of the statement list, by keyset, with the links to the pages before and behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.translation import gettext as _

from statements.facets import list_address
from statements.filters import RELEVANCE, StatementFilterSet
from statements.models.statement import Statement
from statements.search import Page, newest_page
from statements.search.paging import ADDED, NEWEST, OLDEST
from statements.search.ranking import rank
from statements.templatetags.dates import day_words
from statements.views.entries import Entry, read_entries

ORDERS = {"oldest": OLDEST, "added": ADDED}
# The best match is looked for among so many of the newest that were found.
MOST_RANKED = 1000


class Step(NamedTuple):
    """A link to the page before or behind."""

    address: str
    label: str


@dataclass(frozen=True, slots=True)
class ListPage:
    entries: list[Entry]
    before: Step | None
    after: Step | None

    @property
    def is_last(self) -> bool:
        return self.after is None


def read_list_page(request: HttpRequest, filterset: StatementFilterSet, size: int) -> ListPage:
    """The page behind ``after`` or before ``before``; the first for what is no place in the list."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    order = filterset.cleaned.get("sort") or NEWEST
    read = ranked_page if order == RELEVANCE else ordered_page
    try:
        page = read(filterset, size, after="" if before else after, before=before)
    except (ValueError, OverflowError):
        page = read(filterset, size)
    if not page.ids and (after or before):
        page = read(filterset, size)
    entries = read_entries(page.ids, filterset.query)
    return ListPage(
        entries,
        step(filterset, "before", page.before, before_label(order, entries)) if page.before else None,
        step(filterset, "after", page.after, after_label(order, entries)) if page.after else None,
    )


def ordered_page(filterset: StatementFilterSet, size: int, after: str = "", before: str = "") -> Page:
    with_undated = filterset.cleaned.get("date") == "any"
    return newest_page(
        filterset.page_rows,
        filterset.page_conditions,
        said=(None, None) if with_undated else filterset.days,
        order=ORDERS.get(filterset.cleaned.get("sort") or "", NEWEST),
        after=after,
        before=before,
        most=size,
    )


def ranked_page(filterset: StatementFilterSet, size: int, after: str = "", before: str = "") -> Page:
    """The cursors of a ranked list are numbers of its places."""
    query = filterset.query
    assert query is not None
    newest = ordered_page(filterset, MOST_RANKED).ids
    column = "quoted" if filterset.cleaned.get("within") == "quoted" else "folded"
    texts = dict(Statement.objects.filter(pk__in=newest).order_by().values_list("pk", column))
    ranked = rank([(pk, texts[pk]) for pk in newest if pk in texts], query)
    start = max(int(before) - size, 0) if before else int(after or 0)
    if not 0 <= start < max(len(ranked), 1):
        raise ValueError(start)
    end = start + size
    return Page(ranked[start:end], str(end) if end < len(ranked) else "", str(start) if start else "")


# --- what the links say ------------------------------------------------------------


def step(filterset: StatementFilterSet, name: str, cursor: str, label: str) -> Step:
    return Step(list_address({**filterset.asked, name: cursor}), label)


def before_label(order: str, entries: list[Entry]) -> str:
    day = day_of(entries[0].statement) if entries else None
    if order == NEWEST:
        return _("Newer: {day} and after").format(day=day_words(day)) if day else _("Newer")
    if order == OLDEST:
        return _("Earlier: {day} and before").format(day=day_words(day)) if day else _("Earlier")
    return _("Better matches") if order == RELEVANCE else _("Added later")


def after_label(order: str, entries: list[Entry]) -> str:
    day = day_of(entries[-1].statement) if entries else None
    if order in (NEWEST, OLDEST) and day is None:
        return _("More without a date")
    if order == NEWEST and day:
        return _("Older: {day} and before").format(day=day_words(day))
    if order == OLDEST and day:
        return _("Later: {day} and after").format(day=day_words(day))
    return _("Further matches") if order == RELEVANCE else _("Added earlier")


def day_of(statement: Statement) -> date | None:
    """The day that it is sorted by."""
    return statement.said_sort if statement.said_earliest else None
