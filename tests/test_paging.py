"""A page found by walking, and by the index, is the page of the plain list; both engines."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import F, Q
from django.test.utils import CaptureQueriesContext

from statements import edtf
from statements.models import Statement
from statements.search import (
    Condition,
    any_of,
    in_words,
    keys,
    matching_all,
    newest_page,
    none_of,
    paging,
    parse_query,
)
from statements.search.paging import ADDED, NEWEST, OLDEST
from tests.factories import add_speaker, country, make_statement

pytestmark = pytest.mark.django_db

WORDS = ("peace", "talks", "border", "ceasefire", "the", "and", "of", "talking")
CODES = ("AM", "AZ", "TR", "RU")
QUERIES = (
    "peace", "talk*", '"peace talks"', "border OR ceasefire", "peace -talks", '-"of the"', "-peace",
    'talks OR "the border"', '"the bord*"', "nowhere",
)  # fmt: skip
OPEN = ("../2020-07-01", "2020-03/..")


@pytest.fixture
def archive() -> random.Random:
    rng = random.Random(7)
    for number in range(70):
        quoted = [
            f"“{word}”" if rng.random() < 0.4 else word for word in rng.choices(WORDS, k=rng.randint(1, 8))
        ]
        day = date(2020, 1, 1) + timedelta(days=rng.randrange(300))
        said = rng.choice(
            ("", "", f"{day}", f"{day}", f"{day}", f"{day:%Y-%m}", f"{day:%Y}", rng.choice(OPEN))
        )
        dates = {"said_edtf": said, "said_basis": "told"} if said else {}
        statement = make_statement(
            " ".join(quoted),
            kind=rng.choice(Statement.Kind.values),
            act=rng.choice(("states", "warns")),
            speaker=rng.choice((None, "Anna", "Boris", "Clara")),
            country=rng.choice((None, *CODES)),
            about=rng.sample(CODES, rng.randrange(3)),
            review_state=rng.choice(("machine", "machine", "approved", "rejected")),
            **dates,
            **days_of(said),
        )
        if number % 9 == 0:
            add_speaker(statement, "Dora", country=rng.choice(CODES))
    return rng


def days_of(said: str) -> dict[str, date]:
    if not said:
        return {}
    earliest, latest = edtf.bounds(said)
    return {"said_earliest": earliest, "said_latest": latest, "said_sort": edtf.sort_day(earliest, latest)}


def some_conditions(rng: random.Random) -> list[Condition]:
    def pick(name: Callable[[int | None], str]) -> str:
        return name(rng.choice((None, country(rng.choice(CODES)).pk)))

    possible = [
        lambda: in_words(parse_query(rng.choice(QUERIES)), rng.choice(("", "", "quoted", "reported"))),
        lambda: any_of([pick(keys.speaking_for), pick(keys.speaking_for)]),
        lambda: any_of([pick(keys.about)]),
        lambda: none_of([pick(keys.about), keys.kind("mixed")]),
        lambda: any_of([keys.act("warns")]),
        lambda: any_of([]),
    ]
    return [make() for make in rng.choices(possible, (5, 3, 3, 2, 2, 0.2), k=rng.choice((0, 1, 1, 2, 3)))]


def some_period(rng: random.Random) -> tuple[date | None, date | None]:
    first = date(2019, 12, 1) + timedelta(days=rng.randrange(400))
    last = first + timedelta(days=rng.choice((0, 20, 200)))
    return rng.choice(((None, None), (None, None), (first, last), (first, None), (None, last)))


def plain_list(conditions: list[Condition], said: tuple[date | None, date | None], order: str) -> list[int]:
    """Everything, looked at row by row and sorted by the engine."""
    rows = Statement.objects.listed().filter(*(condition.row for condition in conditions))
    if said != (None, None):
        rows = rows.filter(said_earliest__isnull=False)
    if said[0]:
        rows = rows.filter(said_latest__gte=said[0])
    if said[1]:
        rows = rows.filter(said_earliest__lte=said[1])
    oldest = (F("said_earliest").asc(nulls_last=True), "id")
    by = {NEWEST: ("-said_sort", "-id"), OLDEST: oldest, ADDED: ("-id",)}[order]
    return list(rows.order_by(*by).values_list("pk", flat=True))


@pytest.mark.parametrize("walked", [3, 2500])
def test_pages_are_those_of_the_plain_list(
    archive: random.Random, walked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "WALKED", walked)
    listed, lengths = Statement.objects.listed(), []
    for _ in range(120):
        conditions, said = some_conditions(archive), some_period(archive)
        order = archive.choice((NEWEST, OLDEST, ADDED))
        expected = plain_list(conditions, said, order)
        lengths.append(len(expected))
        pages, after = [], ""
        while True:
            page = newest_page(listed, conditions, said=said, order=order, after=after, most=4)
            assert bool(page.before) == bool(pages)
            pages.append(page)
            after = page.after
            if not after:
                break
        asked = f"{conditions} {said} {order}"
        assert [pk for page in pages for pk in page.ids] == expected, asked
        assert all(len(page.ids) == 4 for page in pages[:-1])
        for page, earlier in zip(pages[:0:-1], pages[-2::-1], strict=True):
            back = newest_page(listed, conditions, said=said, order=order, before=page.before, most=4)
            assert back.ids == earlier.ids, asked
            assert (back.after, bool(back.before)) == (earlier.after, bool(earlier.before))
    assert sum(length > 4 for length in lengths) > 30


def test_both_forms_of_a_condition_find_the_same_rows(archive: random.Random) -> None:
    rows = Statement.objects.listed().order_by("pk")
    for _ in range(120):
        conditions = some_conditions(archive)
        by_index = list(matching_all(rows, conditions))
        assert by_index == list(rows.filter(Q(*(condition.row for condition in conditions)))), conditions


def test_period_finds_the_same_by_keys(archive: random.Random) -> None:
    rows = Statement.objects.listed()
    for _ in range(60):
        first, last = some_period(archive)
        by_keys = set(rows.said_between(first, last).values_list("pk", flat=True))
        plain = rows.filter(said_earliest__isnull=False)
        plain = plain.filter(said_latest__gte=first) if first else plain
        plain = plain.filter(said_earliest__lte=last) if last else plain
        assert by_keys == set(plain.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("order", "cursor"),
    [
        (NEWEST, "x"), (NEWEST, "12"), (NEWEST, ".12"), (NEWEST, "2020-13-01.1"), (NEWEST, "2020-01-01.-1"),
        (ADDED, "2020-01-01.1"), (ADDED, "١٢"), (ADDED, " 1"), (OLDEST, "20200101.1"), (OLDEST, "1" * 30),
    ],
)  # fmt: skip
def test_cursor_that_is_none_is_refused(order: str, cursor: str) -> None:
    with pytest.raises(ValueError):
        newest_page(Statement.objects.listed(), [], order=order, after=cursor)


def test_page_asks_three_times_at_most(archive: random.Random, django_assert_max_num_queries) -> None:
    for query in ("peace", "nowhere"):
        with django_assert_max_num_queries(3):
            newest_page(Statement.objects.listed(), [in_words(parse_query(query))])


def test_the_index_of_the_order_is_no_way_to_a_rare_word(archive: random.Random, monkeypatch) -> None:
    """An engine that takes it walks all that is beyond the place; it holds the bare columns alone."""
    monkeypatch.setattr(paging, "WALKED", 3)
    rows = Statement.objects.listed()
    first = newest_page(rows, [], most=2)
    with CaptureQueriesContext(connection) as asked:
        newest_page(rows, [in_words(parse_query("border"))], after=first.after, most=25)
    by_index = asked[-1]["sql"].partition("WHERE")[2]
    columns = re.findall(
        r"(.{1,2})?\"statements_statement\".\"(?:said_sort|id)\"( \+ 0)?(?! (?:IN|=))", by_index
    )
    assert len(columns) >= 4
    assert all(before.endswith("+") or after for before, after in columns)
