"""Where a name begins behind a long title, and titles that are hard to read."""

from __future__ import annotations

import pytest

from statements.resolution.persons.state_titles import is_state_title
from tests.resolution.building import last


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("[Georgia’s Minister for Public Order Tamaz Lund] said {so}.", "Tamaz Lund", "GE"),
        ("[The Director for Regional Growth, Tamaz Lund,] said {so}.", "Tamaz Lund", None),
        ("[Georgia’s Minister for Energy Tamaz Lund] said {so}.", "Tamaz Lund", "GE"),
        ("[The head of the Georgian Border Service (GBS), Mr. Tamaz Lund,] said {so}.", "Tamaz Lund", "GE"),
        ("[The chargé d’affaires of Georgia in Baku, Tamaz Lund,] said {so}.", "Tamaz Lund", "GE"),
        ("[The Foreign Minister of Georgia, H.E. Mr. Tamaz Lund,] said {so}.", "Tamaz Lund", "GE"),
        ("[Georgian President Tamaz Sheikh Lund] said {so}.", "Tamaz Sheikh Lund", "GE"),
        ("[Georgian President Sheikh Tamaz Lund] said {so}.", "Tamaz Lund", "GE"),
        ("[Georgia’s consul general in the city, Tamaz Lund,] said {so}.", "Tamaz Lund", "GE"),
        (
            "Georgia agreed. [The spokesperson for its Foreign Ministry, Tamaz Lund,] said {so}.",
            "Tamaz Lund",
            "GE",
        ),
        (
            "The European Union agreed.\n\n[The head of its commission, Tamaz Lund,] said {so}.",
            "Tamaz Lund",
            "EU",
        ),
        ("[European Commissioner for Grain Tamaz Lund] said {so}.", "Tamaz Lund", "EU"),
        ("The EU agreed. [Police Commissioner Tamaz Lund] said {so}.", "Tamaz Lund", None),
        ("[The victim’s father, Tamaz Lund,] said {so}.", "Tamaz Lund", None),
        ("[One of its authors, Senator Tamaz Lund,] said {so}.", "Tamaz Lund", None),
        ("[Tamaz, a 27-year-old welder,] said {so}.", "Tamaz", None),
    ],
)
def test_name_behind_a_title(text: str, name: str, country: str | None) -> None:
    one = last(text)
    assert one.speaker is not None
    assert (one.speaker.name, one.country) == (name, country)


@pytest.mark.parametrize(
    "text", ["[The victim’s family, Tamaz Lund,] said {so}.", "[Tamaz, a town,] said {so}."]
)
def test_no_name(text: str) -> None:
    assert last(text).speaker is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "[Georgian Deputy Foreign Minister Ivo Lund] said {so}. [The senior diplomat] said {so}.",
            "Ivo Lund",
        ),
        ("[Georgian Foreign Minister Ivo Lund] said {so}. [The top diplomat] said {so}.", "Ivo Lund"),
        ("[Georgian Grain Minister Ivo Lund] said {so}. [The senior diplomat] said {so}.", None),
        ("[Colonel Ivo Lund] said {so}. [The officer] said {so}.", "Ivo Lund"),
        ("[Georgian Grain Minister Ivo Lund] said {so}. [The officer] said {so}.", None),
        ("President Ivo Lund was told by Karl Berg, [his office] said {so}.", "Office of Ivo Lund"),
        ("Ivo Lund was told by Karl Berg, [his office] said {so}.", None),
        (
            "[Karl Berg] said {so}. Georgia’s Deputy Minister Ivo Lund objected: in [his] words, {no}.",
            "Ivo Lund",
        ),
    ],
)
def test_whom_words_mean(text: str, name: str | None) -> None:
    one = last(text)
    assert (one.speaker.name if one.speaker else None) == name


@pytest.mark.parametrize(
    ("title", "is_of_state"),
    [
        ("Commerce Secretary", True),
        ("Permanent Secretary for Energy", True),
        ("Party Secretary", False),
        ("Press Secretary", False),
        ("International Secretary", False),
        ("Foreign Office spokesperson", True),
        ("Adviser to the President on Grain", True),
        ("Adviser on Grain", False),
        ("Army spokesman Lt Col", True),
    ],
)
def test_titles_of_states(title: str, is_of_state: bool) -> None:
    assert is_state_title(title) is is_of_state
