"""EDTF expressions and the days they may mean."""

from __future__ import annotations

from datetime import date

import pytest

from statements.edtf import bounds


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
    "edtf", ["", "Thursday", "20-7-13", "2020-13", "2020-02-30", "2020-07-19/2020-07-13", "../.."]
)
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match="“"):
        bounds(edtf)
