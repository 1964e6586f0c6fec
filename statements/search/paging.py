"""One page of a long list, by keyset: the next rows are looked at first, then the index is asked.

To find a common word by the index is to sort all the rows that hold it; to
find a rare one by the order is to walk past all that do not. So a page walks a
bounded stretch of the order, in which there are enough of anything common,
and asks the index for what that does not find.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import BooleanField, F, Func, Q, QuerySet, Value
from django.db.models.expressions import Combinable

from statements.search import keys
from statements.search.backends import Condition, any_of, matching_all

WALKED = 2500  # rows
LONGEST_ID = 18  # digits, which both engines hold

NEWEST, OLDEST, ADDED = "newest", "oldest", "added"
Place = tuple[date | None, int]


class Page(NamedTuple):
    """The ids of a page's rows in order, and the cursors of the pages after and before it; "" for none."""

    ids: list[int]
    after: str
    before: str


class Stretch(NamedTuple):
    """A part of a list in which one order holds: the list is one stretch behind another.

    ``key`` is an index's way to the stretch where it is not simply a part of the order.
    """

    rows: Q
    columns: tuple[str, ...]
    descending: bool
    key: Condition | None = None


def newest_page(
    rows: QuerySet,
    conditions: Sequence[Condition],
    *,
    said: tuple[date | None, date | None] = (None, None),
    order: str = NEWEST,
    after: str = "",
    before: str = "",
    most: int = 25,
) -> Page:
    """At most ``most`` of the rows that meet every condition, in one of the orders NEWEST, OLDEST and ADDED.

        newest_page(Statement.objects.listed(), [in_words(query), any_of([keys.about(7)])], after=cursor)

    ``rows`` are the list as a whole, in no order, narrowed by nothing but
    what an index of the order knows (`listed`, `dated`, `undated`); all
    else is a `Condition` or ``said``: the first and the last day of a period, either None where it is open.
    ``after`` and ``before`` are cursors that a `Page` gave; one of them at most. ValueError for what is none.
    Gives the same ids as sorting all that `matching_all` and ``said_between`` find.
    """
    rows = rows.order_by()
    backwards = bool(before)
    start = _place(order, before or after) if before or after else None
    found: list[Place] = []
    stretches = list(_stretches(order, *said))
    for stretch in reversed(stretches) if backwards else stretches:
        if start is None or not _is_passed(stretch, start, backwards):
            begins = start if start and _holds_undated(stretch) == (start[0] is None) else None
            found += _fill(rows, stretch, conditions, begins, backwards, most + 1 - len(found))
        if len(found) > most:
            break
    is_more = len(found) > most
    found = found[:most]
    if backwards:
        found.reverse()
    first, last = (_cursor(order, found[0]), _cursor(order, found[-1])) if found else ("", "")
    return Page(
        [pk for _, pk in found],
        last if is_more or backwards else "",
        first if (is_more if backwards else start is not None) else "",
    )


# --- stretches of the orders ---------------------------------------------------------------


def _stretches(order: str, earliest: date | None, latest: date | None) -> Iterator[Stretch]:
    """Said within the period, in the order asked for.

    Most are sorted by their first day, and lie in the order from the period's one end to its
    other. What began before the period and may belong to it has one of two keys.
    """
    begins = Q(said_latest__gte=earliest) if earliest else Q()
    ends = Q(said_earliest__lte=latest) if latest else Q()
    if order == ADDED:
        dated = Q(said_earliest__isnull=False) if earliest or latest else Q()
        tokens = keys.months_between(earliest, latest)
        yield Stretch(dated & begins & ends, ("id",), True, any_of(tokens) if tokens else None)
    elif order == OLDEST:
        columns = ("said_earliest", "id")
        if earliest:
            straddling = Q(said_earliest__lt=earliest)
            yield Stretch(straddling & begins & ends, columns, False, _straddling(earliest))
        within = Q(said_earliest__gte=earliest) if earliest else Q(said_earliest__isnull=False)
        yield Stretch(within & ends, columns, False)
        if not (earliest or latest):
            yield Stretch(Q(said_earliest__isnull=True), ("id",), False)
    else:
        columns = ("said_sort", "id")
        if latest:  # the day of one that began nobody knows when is its last
            open_start = Q(said_sort__gt=latest)
            yield Stretch(open_start & begins & ends, columns, True, any_of([keys.ANY_MONTH]))
        within = Q(said_sort__gte=earliest) if earliest else Q(said_sort__gt=date.min) if latest else Q()
        yield Stretch(within & (Q(said_sort__lte=latest) if latest else Q()), columns, True)
        if earliest:
            straddling = Q(said_sort__lt=earliest)
            yield Stretch(straddling & begins & ends, columns, True, _straddling(earliest))


def _straddling(day: date) -> Condition:
    return any_of([*keys.months(day, day), keys.ANY_MONTH])


def _holds_undated(stretch: Stretch) -> bool:
    """Of the oldest first, the undated are a list of their own behind the others, by their ids alone."""
    return len(stretch.columns) == 1


def _is_passed(stretch: Stretch, start: Place, backwards: bool) -> bool:
    """Whether all of it lies on the other side of the place from which to go on."""
    later, place_is_later = _holds_undated(stretch), start[0] is None
    return later > place_is_later if backwards else later < place_is_later


def _fill(
    rows: QuerySet,
    stretch: Stretch,
    conditions: Sequence[Condition],
    start: Place | None,
    backwards: bool,
    most: int,
) -> list[Place]:
    rows = rows.filter(stretch.rows)
    keyset = _Keyset(stretch, backwards)
    begun = keyset.beyond(rows, start)
    if stretch.key:
        return keyset.by_index(rows, start, [*conditions, stretch.key], most)
    looked_at = Q(*(condition.row for condition in conditions))
    ordered = keyset.in_order(begun)
    if not any(condition.is_indexed for condition in conditions):
        return keyset.places(ordered.filter(looked_at), most)
    ends = keyset.places(ordered, 1, skip=WALKED)
    end = ends[0] if ends else None
    walked = keyset.places((keyset.up_to(ordered, end) if end else ordered).filter(looked_at), most)
    if end is None or len(walked) == most:
        return walked
    return walked + keyset.by_index(rows, end, conditions, most - len(walked))


class _Keyset:
    """The order of one stretch, forwards or backwards."""

    def __init__(self, stretch: Stretch, backwards: bool) -> None:
        self._columns = stretch.columns
        self._unindexed = [Unindexed(column) for column in stretch.columns]
        self._descending = stretch.descending != backwards

    def in_order(self, rows: QuerySet) -> QuerySet:
        return rows.order_by(*("-" * self._descending + column for column in self._columns))

    def beyond(self, rows: QuerySet, place: Place | None) -> QuerySet:
        return self._compared(rows, place, "<" if self._descending else ">") if place else rows

    def up_to(self, rows: QuerySet, place: Place) -> QuerySet:
        return self._compared(rows, place, ">=" if self._descending else "<=")

    def _compared(
        self, rows: QuerySet, place: Place, sign: str, columns: Sequence[Combinable] = ()
    ) -> QuerySet:
        values = place[-len(self._columns) :]
        return rows.filter(Compared(*(columns or map(F, self._columns)), *map(Value, values), sign=sign))

    def places(self, rows: QuerySet, most: int, skip: int = 0) -> list[Place]:
        found = rows.values_list(*self._columns)[skip : skip + most]
        return [(None, *row) if len(row) == 1 else row for row in found]

    def by_index(
        self, rows: QuerySet, place: Place | None, conditions: Sequence[Condition], most: int
    ) -> list[Place]:
        """Everything beyond the place that the index of the conditions finds, sorted."""
        if place:
            rows = self._compared(rows, place, "<" if self._descending else ">", self._unindexed)
        order = [column.desc() if self._descending else column.asc() for column in self._unindexed]
        return self.places(matching_all(rows, conditions).order_by(*order), most)


class Compared(Func):
    """``(a, b) < (x, y)``: a place in an order of two columns, which an index of both finds at once."""

    output_field = BooleanField()

    def __init__(self, *expressions: Any, sign: str) -> None:
        super().__init__(*expressions)
        self._sign = sign

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any, **others: Any
    ) -> tuple[str, tuple[Any, ...]]:
        compiled = [compiler.compile(one) for one in self.get_source_expressions()]
        sides = compiled[: len(compiled) // 2], compiled[len(compiled) // 2 :]
        sql = f" {self._sign} ".join(f"({', '.join(sql for sql, _ in side)})" for side in sides)
        return sql, tuple(param for _, params in compiled for param in params)


class Unindexed(Func):
    """A column to compare or sort by without its index: for a rare word an engine else walks the whole order.

    PostgreSQL does so for any list that goes on near its end, for it takes few rows to stand beyond.
    """

    def as_sqlite(self, compiler: Any, connection: Any, **others: Any) -> tuple[str, tuple[Any, ...]]:
        return super().as_sql(compiler, connection, template="+%(expressions)s", **others)

    def as_postgresql(self, compiler: Any, connection: Any, **others: Any) -> tuple[str, tuple[Any, ...]]:
        return super().as_sql(compiler, connection, template="(%(expressions)s + 0)", **others)


# --- cursors -----------------------------------------------------------------------------------


def _cursor(order: str, place: Place) -> str:
    """The place of a row, as addresses hold it: "2020-07-16.123", ".123" of an undated one."""
    day, pk = place
    if order == ADDED:
        return str(pk)
    return f"{day.isoformat() if day else ''}.{pk}"


def _place(order: str, cursor: str) -> Place:
    """The place that a cursor holds. Raises ValueError for what is no cursor of this order."""
    day, _, pk = cursor.rpartition(".")
    is_number = pk.isascii() and pk.isdecimal() and len(pk) <= LONGEST_ID
    place = date.fromisoformat(day) if day else None, int(pk) if is_number else -1
    if not is_number or _cursor(order, place) != cursor or (order == NEWEST and not day):
        raise ValueError(f"“{cursor}” is no place in a list")
    return place
