"""Honorifics, and persons of whom a text tells the office before or apart from the name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements.cleaning import reasons
from statements.records import MarkedBlock
from statements.resolution import resolve
from statements.resolution.speakers.presented import DECK
from tests.resolution.building import INDEX, article, last


def test_the_lines_under_the_headline_are_called_as_cleaning_calls_them() -> None:
    assert DECK == reasons.DECK


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
        ("The Turkish Coal Ministry agreed. {It is}, said [Ana Sand, head of the Pacific division].", "TR"),
        ("The Turkish Coal Museum agreed. {It is}, said [Ana Sand, head of the Pacific division].", None),
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


ENVOY = "Turkish Ambassador Ivo Lund opened the house."


@pytest.mark.parametrize(
    ("before", "paragraph", "name"),
    [
        (ENVOY, "A map hangs in Lund’s room. The ambassador came in May.", "Ivo Lund"),
        (ENVOY, "A map hangs in Lund’s room. The painter came in May.", None),
        (ENVOY, "A map hangs in Karl Berg’s room. The ambassador came in May.", None),
        (
            f"{ENVOY} Russian Ambassador Karl Berg left.",
            "A map hangs there. The ambassador came in May.",
            None,
        ),
        ("Turkish spokeswoman Ana Lund opened it.", "A map hangs there. The spokeswoman came in May.", None),
    ],
)
def test_he_whom_the_paragraph_calls_by_the_office(before: str, paragraph: str, name: str | None) -> None:
    found = last(f"{before}\n\n{paragraph} {{The map}}, [he] explained, is old.").speaker
    assert (found.name if found else None) == name


ON_RAIN = "Turkey’s ambassador to Armenia on rain"


@pytest.mark.parametrize(
    ("deck", "person", "called", "country"),
    [
        (ON_RAIN, "Ivo Lund’s office is small.", "ambassador", "TR"),
        (ON_RAIN, "Ivo Lund’s office is small.", "guest", None),
        (ON_RAIN, "Ivo Lund, a driver, has a small house.", "ambassador", None),
        (ON_RAIN, "Deputy Mayor Ivo Lund has a small house.", "ambassador", None),
        ("Turkey’s ambassador and Georgia’s ambassador on rain", "Ivo Lund has a desk.", "ambassador", None),
        ("An ambassador on rain", "Ivo Lund’s office is small.", "ambassador", None),
    ],
)
def test_the_office_told_under_the_headline(deck: str, person: str, called: str, country: str | None) -> None:
    text = f"{deck}\n\n{person} The {called} has a map.\n\n“{{So}},” [Lund] said."
    document, quotations = article(text)
    document = replace(document, marks=(MarkedBlock(0, len(deck), DECK),))
    found = resolve(document, quotations, INDEX)[-1].attributions[0]
    assert found.speaker and (found.speaker.name, found.country) == ("Ivo Lund", country)


TOLD = "[The Turkish special envoy] told the lords that {it rains}."


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (f"{TOLD}\n\n[Ivo Lund], presenting his report, said {{so}}.", "TR"),
        (f"{TOLD}\n\n[Ivo Lund], leading the farmers, said {{so}}.", None),
        (f"{TOLD}\n\n[Ivo Lund] said {{so}}.", None),
        (f"{TOLD}\n\n[Ivo Lund, a driver,] said {{so}}.", None),
        (f"{TOLD}\n\nIt rained.\n\n[Ivo Lund], presenting his report, said {{so}}.", None),
        (f"{TOLD} [A guest] said {{no}}.\n\n[Ivo Lund], presenting his report, said {{so}}.", None),
        (f"{TOLD.replace('The', 'A')}\n\n[Ivo Lund], presenting his report, said {{so}}.", None),
    ],
)
def test_the_first_speaker_is_named_in_the_next_paragraph(text: str, country: str | None) -> None:
    found = last(text)
    assert found.speaker and (found.speaker.name, found.country) == ("Ivo Lund", country)
