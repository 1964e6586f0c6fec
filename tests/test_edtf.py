"""EDTF expressions and the days they may mean."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from statements.edtf import NotEDTF, Wrong, bounds
from statements.models.fields import NOT_EDTF, check_edtf


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2020-07-13", date(2020, 7, 13), date(2020, 7, 13)),
        ("2020-07-13?", date(2020, 7, 13), date(2020, 7, 13)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-07-13/2020-07-19", date(2020, 7, 13), date(2020, 7, 19)),
        ("../2020-07-12", date.min, date(2020, 7, 12)),
        ("2020-07~/..", date(2020, 7, 1), date.max),
    ],
)
def test_bounds(edtf: str, earliest: date, latest: date) -> None:
    assert bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "part", "wrong", "told"),
    [
        ("", "", Wrong.NO_DATE, "“” is not a date: use one of 2020, 2020-07, "),
        ("Thursday", "Thursday", Wrong.NO_DATE, "“Thursday” is not a date: use one of 2020, 2020-07, "),
        ("20-7-13", "20-7-13", Wrong.NO_DATE, "“20-7-13” is not a date: use one of "),
        ("2020-13", "2020-13", Wrong.NO_DAY, "“2020-13” is no day of the calendar."),
        ("2020-07/2020-02-30", "2020-02-30", Wrong.NO_DAY, "“2020-02-30” is no day of the calendar."),
        ("../..", "../..", Wrong.BOTH_OPEN, "“../..” is open at both ends: use one of "),
        (
            "2020-07-19/2020-07-13",
            "2020-07-19/2020-07-13",
            Wrong.BACKWARDS,
            "“2020-07-19/2020-07-13” ends before it begins.",
        ),
        ("100%", "100%", Wrong.NO_DATE, "“100%” is not a date: use one of "),
    ],
)
def test_what_is_no_date_is_refused(edtf: str, part: str, wrong: Wrong, told: str) -> None:
    with pytest.raises(NotEDTF, match="“") as refused:
        bounds(edtf)
    assert (refused.value.part, refused.value.wrong) == (part, wrong)
    with pytest.raises(ValidationError) as shown:
        check_edtf(edtf)
    [message] = shown.value.messages
    assert message.startswith(told)


def test_there_are_words_for_all_that_can_be_wrong() -> None:
    assert set(NOT_EDTF) == set(Wrong)
