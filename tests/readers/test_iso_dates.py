"""ISO 8601 and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from statements.readers.iso_dates import stated_date


@pytest.mark.parametrize(
    "text",
    [
        "2020-07-30", " 2020-07-30 ", "2020-07-30T10:15:00+04:00", "2020-07-30T23:59:59Z", "2020-07-30 10:15",
        "20200730", "20200730T101500Z",
    ],
)  # fmt: skip
def test_the_day_is_taken_as_printed(text: str) -> None:
    found = stated_date(text, "meta")
    assert found is not None
    assert (found.value, found.precision, found.basis) == (date(2020, 7, 30), "day", "meta")


@pytest.mark.parametrize(
    "text",
    [
        "", "2020", "2020-07", "30 July 2020", "07/30/2020", "2020-13-01", "2020-02-30", "2020-0730",
        "0001-01-01",
        "2020-07-301", "٢٠٢٠-٠٧-٣٠", "2020-07-30T" + "0" * 99, None, 20200730, ["2020-07-30"],
    ],
)  # fmt: skip
def test_nothing_is_guessed(text: object) -> None:
    assert stated_date(text, "meta") is None
