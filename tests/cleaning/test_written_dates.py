"""Dates on a line of their own."""

from __future__ import annotations

from datetime import date

import pytest

from statements.cleaning.written_dates import lede_date, title_date, written_date

THE_DAY = date(2020, 7, 30)


@pytest.mark.parametrize(
    "line",
    [
        "30 July 2020", "July 30, 2020", "Jul. 30, 2020", "Thursday, 30 July 2020", "Thu 30 Jul 2020",
        "30th July, 2020",
        "July 30th, 2020", "30-Jul-2020", "30 JULY 2020", "30 July 2020, 14:35", "July 30, 2020 10:15 AM GMT",
        "14:35 (GMT+3) 30 July 2020", "Published: 30 July 2020", "Posted on July 30, 2020 at 10:15 am",
        "MOSCOW, July 30, 2020", "New York, 30 July 2020", "30 July 2020 | 14:35", "2020-07-30", "2020/07/30",
        "30.07.2020", "07/30/2020", "30/07/2020 14:35", "By staff | 30 July 2020 | Photo: the ministry",
        "JULY 30, 2020 / 3:27 PM / UPDATED AN HOUR AGO", "Jul 30, 2020 | By our correspondent in Osta",
        "30 July 2020 · 4 min read",
    ],
)  # fmt: skip
def test_full_dates(line: str) -> None:
    assert written_date(line) == THE_DAY


@pytest.mark.parametrize(
    "line",
    [
        "", "30 July", "July 2020", "2020", "Thursday", "03/04/2022", "03.04.2022", "30 July 20",
        "31 June 2020",
        "Updated 30 July 2020", "Last updated: July 30, 2020", "Modified July 30, 2020",
        "Lavrov in Moscow, January 13, 2020", "On 30 July 2020 the ministers met.",
        "30 July 2020 and 31 July 2020",
        "30 July 1520", "The War of July 30, 2020", "27 mins ago", "May", "13/13/2020",
        "30 July 2020 1 August",
        "July 30, 2020 " + "x" * 100, "Ostia | 30 July 2020 | Photo: Ivo Lund",
        "By staff | 30 July 2020 | 31 July 2020", "Updated 30 July 2020 | By staff",
        "Lund in Osta | 30 July 2020 | By staff", "30 July 2020 | Photo: Ivo Lund",
    ],
)  # fmt: skip
def test_what_is_no_full_date(line: str) -> None:
    assert written_date(line) is None


def test_the_same_day_either_way_round_is_one_reading() -> None:
    assert written_date("04/04/2022") == date(2022, 4, 4)


@pytest.mark.parametrize(
    ("lede", "day"),
    [
        ("MOSCOW, July 30, 2020 (AFP) – Russia urged restraint.", THE_DAY),
        ("MOSCOW, July 30, 2020 /TASS/ -- Russia urged restraint.", THE_DAY),
        ("MOSCOW, July 30. /TASS/. Russia urged restraint.", None),
        ("MOSCOW — Russia urged restraint on July 30, 2020.", None),
        ("Russia urged restraint on July 30, 2020 – and again later.", None),
    ],
)
def test_date_between_place_and_dash(lede: str, day: date | None) -> None:
    assert lede_date(lede) == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Press Briefing – July 30, 2020", THE_DAY),
        ("Remarks to the Council (30 July 2020)", THE_DAY),
        ("Statement by the Minister of Ostia, Lund, 30 July 2020", THE_DAY),
        ("A year after the war – 30 July 2020", None),
        ("Statement on the truce of 30 July 2020", None),
        ("Press Briefing – July 30", None),
    ],
)
def test_date_that_ends_the_title_of_a_transcript(title: str, day: date | None) -> None:
    assert title_date(title) == day
