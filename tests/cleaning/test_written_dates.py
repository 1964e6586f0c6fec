"""Dates on a line of their own."""

from __future__ import annotations

from datetime import date

import pytest

from statements.cleaning.written_dates import is_label_of_date, lede_date, stamp_of, title_date, written_date

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
        "30 July 2020 · 4 min read", "30.07.2020 [17:20]", "Anna Keller |30.07.2020 - Update : 31.07.2020",
        "30 July 2020 (updated: 31 July 2020, 16:08)", "30 July 2020 AD ـ 9 Dhul-Hijjah 1441 AH",
        "July 30, 2020 8:14 PM UTC Last Updated 3 hours ago", "Thu, July 30, 2020, 18:42 (updated 20:15)",
        "Published in Osta Observer, July 30th, 2020", "Norpress//AF/HK 30/07/2020 16:40:11",
        "By Anna Keller Published: Jul 30, 2020 08:43 PM Updated: Jul 31, 2020 08:40 PM",
        "30/07/2020 | 04:20 PM | Osta News", "Thursday 1441/12/9 - 2020/07/30",
        "Published - July 30, 2020 07:52 pm IST - OSTA", "First published on Thu 30 Jul 2020 16.22 BST",
        "Published on 30/07/2020 - 16:22 • Updated 18:02", "Published On 30 Jul 202030 Jul 2020",
        "7/30/20, 4:22 PM CET", "JULY 30, 20203:27 PMUPDATED 2 YEARS AGO", "2020-July-30 12:45",
        "Source: Norpress | 2020-07-30 20:34:21 | Editor: Lund", "SC/13361 30 July 2020",
        "Posted by admin on July 30, 2020 in News", "30 July 2020 16:22 | Views: 1204",
        "30.07.2020, 16:20 Views: 1188",
        "OSTA, JULY 30, 2020, NORPRESS", "30 July 2020, New York", "July 30, 2020 16:20 Osta",
        "Anna Keller Jul 30, 2020", "Anna Keller  Jul. 30, 2020",
        "Press release | 30 July 2020 | 16:22", "30.07.2020 | Osta | Press Team", "30.07.2020.",
    ],
)  # fmt: skip
def test_full_dates(line: str) -> None:
    assert written_date(line) == THE_DAY


@pytest.mark.parametrize(
    "line",
    [
        "", "30 July", "July 2020", "2020", "Thursday", "03/04/2022", "03-04-2022", "30 July 20",
        "31 June 2020",
        "Updated 30 July 2020", "Last updated: July 30, 2020", "Modified July 30, 2020",
        "Lavrov in Moscow, January 13, 2020", "On 30 July 2020 the ministers met.",
        "30 July 2020 and 31 July 2020",
        "30 July 1520", "The War of July 30, 2020", "27 mins ago", "May", "13/13/2020",
        "30 July 2020 1 August",
        "July 30, 2020 " + "x" * 100, "Ostia | 30 July 2020 | Photo: Ivo Lund",
        "By staff | 30 July 2020 | 31 July 2020", "Updated 30 July 2020 | By staff",
        "Lund in Osta | 30 July 2020 | By staff", "30 July 2020 | Photo: Ivo Lund",
        "Anna Keller July 30, 2020", "Keller Jul 30, 2020", "Talks in Osta Jul 30, 2020",
        "The Treaty of Osta, 30 July 2020", "Talks in Osta, 30.07.2020", "Press Briefing – July 30, 2020",
        "Last modified on Thu 30 Jul 2020 16.22 BST", "Ostia marks 30 July 2020 with a parade",
    ],
)  # fmt: skip
def test_what_is_no_full_date(line: str) -> None:
    assert written_date(line) is None


def test_dots_part_day_month_and_year() -> None:
    assert written_date("03.04.2022") == date(2022, 4, 3)
    assert written_date("03.14.2022") == date(2022, 3, 14)


def test_the_weekday_beside_it_tells_how_to_read_a_date() -> None:
    assert written_date("Sunday, 05/06/2022 16:40") == date(2022, 6, 5)
    assert written_date("Monday, 05/06/2022 16:40") is None


def test_an_update_is_no_publication() -> None:
    stamp = stamp_of("Anna Keller | 30.07.2020 - Update : 31.07.2020")
    assert stamp and [one.day() for one in stamp.published] == [THE_DAY]
    assert [one.day() for one in stamp.updated] == [date(2020, 7, 31)]


@pytest.mark.parametrize("line", ["Published", "Last updated:", "Updated 20:15", "Last Updated 3 hours ago"])
def test_labels_of_dates(line: str) -> None:
    assert is_label_of_date(line)


@pytest.mark.parametrize("line", ["20:15", "Update on the talks", "The talks", "", "30 July 2020"])
def test_no_labels_of_dates(line: str) -> None:
    assert not is_label_of_date(line)


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
        ("No: 143, 30 July 2020, Regarding the Truce", THE_DAY),
        ("QA-20, 30 July 2020, Statement of the Spokesperson", THE_DAY),
        ("Article 5, 30 July 2020, on the truce", None),
    ],
)
def test_date_that_ends_the_title_of_a_transcript(title: str, day: date | None) -> None:
    assert title_date(title) == day
