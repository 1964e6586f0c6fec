from __future__ import annotations

from datetime import date

from statements.periods import Said
from statements.views.timeline import build_timeline, short_labels


def on(day: date, found: int = 1) -> Said:
    return Said(day, day, found)


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
    assert short_labels(["December 2020", "January 2021", "February 2021"], step=40) == [
        ("Dec", "2020"),
        ("Jan", "2021"),
        ("Feb", ""),
    ]
    assert short_labels(["July 2020", "August 2020", "September 2020"], step=30) == [
        ("Jul", "2020"),
        ("", ""),
        ("Sep", ""),
    ]
    assert short_labels(["1990–1999", "2000–2009"], step=72) == [("1990–1999", ""), ("", "")]
