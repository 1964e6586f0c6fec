from __future__ import annotations

from datetime import date

from statements.periods import Bucket, Said, month_stretch, year_stretch
from statements.views.timeline import build_timeline, facing_timeline, short_labels


def on(day: date, found: int = 1) -> Said:
    return Said(day, day, found)


def month(year: int, number: int) -> Bucket:
    return Bucket(*month_stretch(year, number), 1)


def test_undated_statements_are_counted_and_stand_last() -> None:
    timeline = build_timeline([on(date(2020, 7, 1), 2), Said(None, None, 5)])
    assert timeline.total == 7
    assert timeline.undated and timeline.undated.found == 5
    assert timeline.undated.sets == "date=none"
    assert timeline.undated.x > timeline.bars[-1].x


def test_a_month_without_article_differs_from_one_where_nobody_spoke() -> None:
    said = [on(date(2020, 7, 1)), on(date(2020, 10, 1))]
    timeline = build_timeline(said, [date(2020, 8, 5), None])
    assert [(bar.found, bar.was_read) for bar in timeline.bars] == [
        (1, False),
        (0, True),
        (0, False),
        (1, False),
    ]
    assert timeline.has_gaps


def test_the_tallest_bar_is_the_greatest_number() -> None:
    bars = build_timeline([on(date(2020, 1, 1), 100), on(date(2020, 2, 1), 1)]).bars
    assert bars[0].height > bars[1].height > 0


def test_centuries_fit_into_the_same_width() -> None:
    timeline = build_timeline([on(date(1, 1, 2)), on(date(9999, 12, 30))])
    assert len(timeline.bars) <= 12
    assert timeline.bars[-1].x + timeline.bars[-1].width <= timeline.width


def test_a_long_label_keeps_clear_of_the_edge() -> None:
    centuries = [on(date(1700, 1, 1)), on(date(2020, 1, 1))]
    first = build_timeline(centuries).bars[0]
    assert len(first.short) * 8 > first.width and first.label_middle == len(first.short) * 4


def test_nothing_said() -> None:
    timeline = build_timeline([])
    assert timeline.bars == [] and timeline.undated is None and timeline.total == 0


def test_labels_under_bars_do_not_touch() -> None:
    assert short_labels([month(2020, 12), month(2021, 1), month(2021, 2)], step=40) == [
        ("Dec", "2020"),
        ("Jan", "2021"),
        ("Feb", ""),
    ]
    assert short_labels([month(2020, number) for number in (7, 8, 9)], step=30) == [
        ("Jul", "2020"),
        ("", ""),
        ("Sep", ""),
    ]
    decades = [Bucket(*year_stretch(first, first + 9), 1) for first in (1990, 2000)]
    assert short_labels(decades, step=72) == [("1990–1999", ""), ("", "")]


def test_what_lies_far_before_the_rest_is_one_bar_of_its_own() -> None:
    recent = [on(date(2020, month, 1), 3) for month in (7, 8, 9, 10)]
    timeline = build_timeline([on(date(1988, 12, 8)), *recent])
    assert timeline.earlier and (timeline.earlier.found, timeline.earlier.sets) == (1, "to=2019-10")
    assert [bar.label for bar in timeline.bars][-1] == "October 2020" and len(timeline.bars) <= 12
    assert timeline.bars[-1].x + timeline.bars[-1].width <= timeline.width


def test_nothing_is_put_aside_where_it_is_much() -> None:
    timeline = build_timeline([on(date(1988, 12, 8), 5), on(date(2020, 7, 1), 5)])
    assert timeline.earlier is None and sum(bar.found for bar in timeline.bars) == 10


def test_two_directions_share_their_axis() -> None:
    timeline = facing_timeline([on(date(2020, 7, 1), 4)], [on(date(2020, 9, 1)), Said(None, None, 2)])
    assert timeline is not None
    assert [(bar.up.found, bar.down.found) for bar in timeline.all_bars] == [(4, 0), (0, 0), (0, 1), (0, 2)]
    assert facing_timeline([], []) is None
