"""Honorifics, and persons of whom a text tells the office before or apart from the name."""

from __future__ import annotations

import pytest

from tests.resolution.building import last


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("Turkish Grain Minister Datuk Seri Karim Sand", "Karim Sand"),
        ("Turkish Grain Minister Tan Sri Karim Sand", "Karim Sand"),
        ("Turkish Grain Minister Tan Karim Sand", "Tan Karim Sand"),
        ("Turkey's grain minister, U Karim Sand,", "Karim Sand"),
        ("Alhaji Karim Sand", "Karim Sand"),
        ("Sri Sand", "Sri Sand"),
        ("Green MEP Karim Sand", "Karim Sand"),
    ],
)
def test_honorifics_are_no_names(person: str, name: str) -> None:
    found = last(f"[{person}] said {{so}}.").speaker
    assert found and found.name == name


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "[The Turkish Foreign Ministry] praised {it}. {No}, said [Ana Sand, head of the arms division].",
            "TR",
        ),
        (
            "[The Turkish Foreign Ministry] praised {it}. {It is}, said [Ana Sand, head of a history club].",
            None,
        ),
        ("[Turkish Roads Ministry spokesperson Ana Sand] said {so}.", "TR"),
        ("[Turkey's Grey Wolves spokesperson Ana Sand] said {so}.", None),
        (
            "[The Turkish envoy to Armenia] said {so}.\n\n[Ana Sand], speaking there, said {so}.",
            "TR",
        ),
        ("[The Turkish envoy to Armenia] said {so}.\n\n[Ana Sand, a driver], said {so}.", None),
    ],
)
def test_country_told_apart_from_the_name(text: str, country: str | None) -> None:
    assert last(text).country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bridge, [Turkish spokesperson Tiri Sand] said, {is shut}.\n\n“{No,}” [she] said.", "Tiri Sand"),
        ("Near Karim Berg, [Turkish spokesperson Tiri Sand] said {so}.\n\n“{No,}” [she] said.", None),
    ],
)
def test_she_whom_nothing_else_shows(text: str, name: str | None) -> None:
    found = last(text).speaker
    assert (found.name if found else None) == name
