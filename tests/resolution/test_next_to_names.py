"""Names beside names: titles for a name, joint titles, firms, initials, capitals that are surnames."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements.records import MarkedBlock
from statements.resolution import resolve
from tests.resolution.building import INDEX, article, names
from tests.resolution.passages import index


def spoken(marked: str) -> list[tuple[str | None, str | None]]:
    """Names and countries of the last statement, by the shipped records."""
    document, quotations = article(marked)
    last = resolve(document, quotations, index())[-1]
    return [((one.speaker.name if one.speaker else None), one.country) for one in last.attributions]


LUND = "[Georgian Prime Minister Ivo Lund] agreed {so}.\n\n"
OFFICIAL = "[A Georgian government official] said {so}.\n\n"
SPOKESMAN = "[Georgian government spokesman Ivo Lund] denied {so}.\n\n"
TWO_MINISTERS = "Georgian Foreign Minister Ivo Lund left.\n\nGeorgian Home Minister Karl Berg left.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # he and she behind an office without a name
        ("Georgian President Tiri Holm came. " + LUND + "The President toured a farm. [She] said {no}.",
         "Tiri Holm"),
        (LUND + "The President toured a farm. [He] said {no}.", None),
        (LUND + "The Prime Minister toured a farm. [He] said {no}.", "Ivo Lund"),
        # who spoke with somebody, or met a man
        ("Georgian Prime Minister Ivo Lund spoke with Karl Berg on Monday. [He] said {so}.", "Ivo Lund"),
        ("Georgian Prime Minister Ivo Lund met Karl Berg on Monday. [He] said {so}.", None),
        ("Georgian Prime Minister Tiri Lund met Mr Karl Berg on Monday. [She] said {so}.", "Tiri Lund"),
        # the one minister whom the sentence before names
        (TWO_MINISTERS + "[Turkish Ambassador Tiri Hale], who met Minister Lund, said {so}. [The minister]"
         " said {no}.", "Ivo Lund"),
        (TWO_MINISTERS + "[Turkish Ambassador Tiri Hale], who met Mr Holm, said {so}. [The minister] said"
         " {no}.", None),
        # the official, who is no spokesman
        (OFFICIAL + SPOKESMAN + "[The official] said {no}.", "Georgian government official"),
        (SPOKESMAN + "[The official] said {no}.", "Ivo Lund"),
        # the lawmaker of whom no office is told
        ("[Ivo Lund of the Grey bloc] objected {so}. [The lawmaker] said {no}.", "Ivo Lund"),
        ("[Georgian Minister Ivo Lund] objected {so}. [The lawmaker] said {no}.", None),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a firm that a clause explains, a party's initials
        ("[Holm Shipping, the Danish company that owns the ship,] said {so}.", [("Holm Shipping", None)]),
        ("[Ivo Lund, the company leader,] said {so}.", [("Ivo Lund", None)]),
        ("[The head of the opposition party AUR, Ivo Lund,] said {so}.", [("Ivo Lund", None)]),
        # initials that are read as a word
        ("[Igad Executive Secretary Ivo Lund] said {so}.", [("Ivo Lund", "IGAD")]),
        ("[Pace Secretary Ivo Lund] said {so}.", [("Ivo Lund", None)]),
        # an article before a longer name
        ("[The East African Community secretariat] said {so}.",
         [("Secretariat of the East African Community", "EAC")]),
        # a capital behind a given name
        ("Maltese Minister Joseph Muscat left. [Muscat] said {so}.", [("Joseph Muscat", "MT")]),
        ("Oman wept. [Muscat] said {so}.", [("Omani government", "OM")]),
        # a given name that is a faith
        ("[German Minister Christian Lund] said {so}.", [("Christian Lund", "DE")]),
        # a rank, and whose team somebody led
        ("[General Ivo Lund, who led the Norlandic team,] said {so}.", [("Ivo Lund", "QN")]),
        ("[Trade envoy Ivo Lund, who led the Norlandic team,] said {so}.", [("Ivo Lund", None)]),
        # ministries in two capitals, officials of two countries
        ("[The foreign ministries in Osta and Mosta] said {so}.",
         [("Ostian Foreign Ministry", "QO"), ("Varian Foreign Ministry", "QV")]),
        ("[The foreign ministries in Osta and Varia] said {so}.", [(None, None)]),
        ("Ostia and Varia have agreed {to talk}, [officials of the two countries] said.",
         [("Ostian officials", "QO"), ("Varian officials", "QV")]),
    ],
)  # fmt: skip
def test_names_beside_names(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert spoken(text) == expected


def test_sources_that_are_parts_of_one_name() -> None:
    parts = "[Flood Relief] and [Roads Commissioner Ivo Lund] said {so}."
    organisation = "[The Road Maintenance] and [Transport Organisation] said {so}."
    people = "[Karl Berg] and [Commissioner Ivo Lund] said {so}."
    found = []
    for text in (parts, organisation, people):
        document, quotations = article(text.replace("] and [", " and "))
        [(start, end)] = quotations[0].sources
        joint = document.text.index(" and ")
        split = replace(quotations[0], sources=((start, joint), (joint + 5, end)))
        found.append(
            [one.speaker and one.speaker.name for one in resolve(document, [split], INDEX)[0].attributions]
        )
    assert found == [["Ivo Lund"], ["Road Maintenance and Transport Organisation"], ["Karl Berg", "Ivo Lund"]]


def whose(marked: str, above: str = "", publisher: str = "", title: str = "") -> str | None:
    document, quotations = article(f"{above}\n\n{marked}" if above else marked)
    marks = (MarkedBlock(0, len(above), "page navigation"),) if above else ()
    document = replace(document, marks=marks, publisher=publisher, title=title)
    return resolve(document, quotations, INDEX)[-1].attributions[0].country


def test_line_on_the_paper_tells_its_home() -> None:
    text = "Armenia stops flights.\n\n[Foreign Minister Ivo Lund] said {so}."
    title = "Armenia stops flights to Tbilisi"
    assert whose(text, "Yerevan, Friday, May 14, 2021", title=title) == "AM"
    turk = "Armenia stops flights.\n\n[Turkish Minister Karl Berg] said {so}.\n\n"
    spokesman = turk + "[Government spokesman Ivo Lund] said {no}."
    assert whose(spokesman, "Yerevan, Friday, May 14, 2021", title=title) in ("AM", None)


def test_press_tells_of_another_state_at_length() -> None:
    far = "Armenia opened a road.\n\nIn Ankara, [Turkish Minister Karl Berg] said {it}.\n\n"
    far += "[Turkish Defence Minister Ida Holm] said {that}.\n\n"
    spokesman = "[Presidential spokesman Ivo Lund] said {so}."
    paper = {"publisher": "The Yerevan Sentinel", "title": "Armenia opens road"}
    assert whose(far + spokesman, **paper) != "AM"
    assert whose(f"Armenia opened a road.\n\nIt rained.\n\n{spokesman}", **paper) == "AM"
