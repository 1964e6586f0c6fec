"""Whom words address: who is urged, warned, thanked, invited or told; never who is accused."""

from __future__ import annotations

import pytest

from tests.resolution.reading_in_full import last_of


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Russia urged Baku and Yerevan to show restraint.", ("AZ", "AM")),
        ("Russia urged the Turkish side to show restraint.", ("TR",)),
        ("Russia called on Turkish authorities to stop the flights.", ("TR",)),
        ("Russia called on both Armenia and Azerbaijan to stop the flights.", ("AM", "AZ")),
        ("Russia warned Ankara that it would not wait.", ("TR",)),
        ("Putin told his Turkish counterpart that talks would go on.", ("TR",)),
        ("“Talks will go on,” Vladimir Putin told Hulusi Akar on Friday.", ("TR",)),
        ("Russia called on Armenia and the states of the region to stop the flights.", ("AM",)),
        ("Russia thanked Armenia for its help at the border.", ("AM",)),
        ("Russia invited the president of Armenia to visit the region.", ("AM",)),
        ("Russia urged Turkey’s foreign minister to wait for the talks.", ("TR",)),
        ("Lavrov telephoned his Armenian and Azerbaijani colleagues to call for calm.", ("AM", "AZ")),
        ("Russia asked Turkey to wait, and it urged Armenia to stop the fire.", ("AM",)),
        ("As Armenia shelled Azerbaijan, Russia urged both sides to stop the fire.", ("AM", "AZ")),
        ("Armenia and Azerbaijan fought on. Russia urged both sides to stop the fire.", ("AM", "AZ")),
        ("Lavrov told the UN Security Council that talks would go on.", ("UN",)),
    ],
)  # fmt: skip
def test_who_is_addressed(text: str, codes: tuple[str, ...]) -> None:
    found = last_of(text)
    assert found.addressees == codes
    assert found.addressed_basis


@pytest.mark.parametrize(
    "text",
    [
        "Russia accused Turkey of shelling the border.",
        "Russia condemned Turkey for the raid.",
        "Russia told reporters that Turkey would wait.",
        "Russia said Turkey would wait.",
        "Russia warned Turkey would not wait for the talks.",
        "Russia urged Turkish farmers to leave the border.",
        "Russia urged Russian tourists to leave the border.",
        "Russia urged Turkey’s neighbours to stop the fire.",
        "Russia urged all countries to stop the fire.",
        "Russia urged both sides to stop the fire.",
        "Armenia met Azerbaijan in Georgia. Russia urged both sides to stop the fire.",
        "Armenia and Azerbaijan trade with Russia. Russia urged both sides to stop the fire.",
        "Armenia left. Azerbaijan stayed. Russia urged the parties to stop the fire.",
        "Putin told his counterpart that talks would go on.",
        "A source told TASS that Turkey would wait.",
    ],
)
def test_who_is_not(text: str) -> None:
    found = last_of(text)
    assert (found.addressees, found.addressed_basis) == ((), "")


def test_the_words_are_the_basis() -> None:
    assert (
        last_of("Russia warned Ankara that it would not wait.").addressed_basis == "“Ankara” after “warned”"
    )
