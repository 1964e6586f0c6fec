"""Titles with fields, bodies by short names, and what is told of those without a name."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from statements.resolution import resolve
from tests.resolution.building import INDEX, article, last, names, resolved


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        ("Georgian Minister of Energy and Mineral Resources Ivo Berglund", "Ivo Berglund", "GE"),
        ("Georgian Minister of Electricity Sherif El-Lund", "Sherif El-Lund", "GE"),
        ("Deputy Chairman of the State Committee for Refugees Ramil Lundli", "Ramil Lundli", None),
        ("Head of the State Agency for Automobile Roads Aydin Lundli", "Aydin Lundli", None),
        ("Georgian Minister of Culture, Youth and Sport Vahe Lundyan", "Vahe Lundyan", "GE"),
        ("Georgia’s Minister of Fisheries Mokhtar Ould Lund", "Mokhtar Ould Lund", "GE"),
        ("Minister of Trade of Armenia Ivo Berglund", "Ivo Berglund", "AM"),
        ("Energy and Mineral Resources Minister Ivo Berglund", "Ivo Berglund", None),
        ("Director of Grey Hills Ivo Berglund", "Ivo Berglund", None),
        ("Commissioner for Neatness and Order Ivo Berglund", "Ivo Berglund", None),
        ("Georgian Minister of State Sheikh Ivo Berglund", "Ivo Berglund", "GE"),
        ("Georgian Prime Minister and Foreign Minister Ivo Berglund", "Ivo Berglund", "GE"),
        ("Georgia’s deputy Europe minister, Ivo Berglund,", "Ivo Berglund", "GE"),
        ("Director (Media) Ivo Berglund", "Ivo Berglund", None),
    ],
)
def test_field_is_no_name(source: str, name: str, country: str | None) -> None:
    found = last(f"[{source}] said {{so}}.")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.kind, found.country) == (name, "person", country)


@pytest.mark.parametrize("again", ["The deputy chairman", "Lundli", "According to the deputy chairman,"])
def test_bearer_of_a_field_is_found_again(again: str) -> None:
    source = again.removeprefix("According to ").removesuffix(",")
    text = "[Deputy Chairman of the State Committee for Refugees Ramil Lundli] said {so}. "
    assert names(text + again.replace(source, f"[{source}]") + " said {more}.") == ["Ramil Lundli"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wife of Ivo Karl Berglund left. [Ivo Karl Berglund] said {so}.", "Ivo Karl Berglund"),
        ("They met in New York. [A spokesman] in New York said {so}.", "spokesman"),
        ("[The spokesman for Georgian General Lund] said {so}.", "spokesman for Lund"),
        ("The Minister of Agriculture and Vahe Lund met. [Vahe Lund] said {so}.", "Vahe Lund"),
    ],
)
def test_name_begins_where_it_does(text: str, expected: str) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The 27-nation European Union] said {so}.", "European Union"),
        ("The European Union met. [The bloc] said {so}.", "European Union"),
        ("The European Union met. [The 27-nation bloc] said {so}.", "European Union"),
        ("The United Nations met. [The New York-based organisation] said {so}.", "United Nations"),
        ("[The ship-tracking service MarineLund] said {so}.", "MarineLund"),
        ("[Georgia’s public broadcaster Kanal] said {so}. [Kanal] added {more}.", "Kanal"),
        ("[Tbilisi-based Grey Bulk] said {so}.", "Grey Bulk"),
        ("[Grey Bulk], which operates the ship, said {so}.", "Grey Bulk"),
        ("[Georgia’s statistics institute GSI] said {so}.", "Georgian Statistics Institute"),
        ("Georgia’s statistics institute GSI met. [GSI] said {so}.", "Georgian Statistics Institute"),
        ("The Rapid Lund Forces left. [The RLF] said {so}.", "Rapid Lund Forces"),
        ("[The Grey River commission] said {so}.", "Grey River commission"),
        ("[The Grey Hills Customs Directorate] said {so}.", "Grey Hills Customs Directorate"),
        ("[The Office of the High Envoy] said {so}.", "Office of the High Envoy"),
        ("[The office of Georgia’s State Minister for Grain] said {so}.",
         "Office of the Georgian State Minister for Grain"),
        ("[The State Department’s Bureau of Grey Hills Affairs] said {so}.",
         "US State Department Bureau of Grey Hills Affairs"),
        ("[The Moscow Times] said {so}.", "The Moscow Times"),
        ("[Radio Lund] said {so}.", "Radio Lund"),
        ("[A Georgian statement] said {so}.", "Georgian government"),
        ("[Georgia’s military government] said {so}.", "Georgian government"),
        ("The conference adopted a declaration. [The declaration] says {so}.", "conference"),
        ("Berg’s is one of 32 groups that signed an appeal. [The appeal] says {so}.", "32 groups"),
    ],
)  # fmt: skip
def test_bodies_that_speak_once(text: str, expected: str) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The European Union met. [The opposition bloc] said {so}.",
        "The European Union met the OSCE. [The organisation] said {so}.",
        "[Eastern Georgia] said {so}.",
        "The European Union met. [The body] said {so}.",
        "[The office of the minister] said {so}.",
        "[The Office of the Foreign Minister] said {so}.",
        "[A Georgian report] said {so}.",
        "Lund signed an appeal. [The appeal] says {so}.",
        "[The Grey Army] said {so}. [The junta] said {more}.",
        "[A company] Ivo Berglund founded said {so}.",
    ],
)
def test_bodies_that_nobody_names(text: str) -> None:
    assert names(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected", "kind"),
    [
        ("[Doctors] said {so}.", "doctors", "unnamed"),
        (
            "[A source close] to the Georgian party said {so}.",
            "source close to the Georgian party",
            "anonymous",
        ),
        ("[People familiar] with the talks said {so}.", "people familiar with the talks", "anonymous"),
        ("[Two people] briefed on her plans said {so}.", "people briefed on her plans", "anonymous"),
        (
            "[A person] with direct knowledge of the matter said {so}.",
            "person with direct knowledge of the matter",
            "anonymous",
        ),
        (
            "[Two people] briefed on her plans said {so}. [One of them] said {more}.",
            "person briefed on her plans",
            "anonymous",
        ),
        ("[A diplomat familiar] with the talks said {so}.", "diplomat", "anonymous"),
        ("[Officials] on both sides said {so}.", "officials on both sides", "anonymous"),
        (
            "[A Western diplomat] in Tbilisi said {so}. [The source] said {more}.",
            "Western diplomat",
            "anonymous",
        ),
        ("A driver who gave his name as [Artak] said {so}.", "Artak", "person"),
        ("{So,} said [Artak], a driver from the north.", "Artak", "person"),
        ("{So,} said [Artak], 34, in the street.", "Artak", "person"),
    ],
)
def test_who_has_no_name_or_half_of_one(text: str, expected: str, kind: str) -> None:
    found = last(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.kind, found.country) == (expected, kind, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Turkish Energy Minister Sultan al-Berg] said {so}.", "Sultan al-Berg"),
        ("[Jordan’s Sultan Karim bin Berg] said {so}.", "Karim bin Berg"),
        ("People in Grava fled. [Chief District Officer of Grava Hari Lal Berg] said {so}.", "Hari Lal Berg"),
        ("[A spokesman for the Grey League, General Ivo Berglund], said {so}.", "Ivo Berglund"),
        ("The Armenian Foreign Ministry denied it. [Its spokesman] said {so}.",
         "Armenian Foreign Ministry spokesman"),
        ("Armenian Foreign Minister Ivo Berglund denied it. [Its spokesman] said {so}.", None),
        ("[Two Armenian officials] said {so}. [One of the officials] said {more}.", "Armenian official"),
        ("[Two Armenian officials] said {so}. [One of the ministers] said {more}.", None),
        ("The Armenian Foreign Ministry and [the ministry’s press director, Ivo Berglund], said {so}."
         " [The diplomat] said {more}.", "Ivo Berglund"),
        ("The Armenian Defence Ministry and [the ministry’s press director, Ivo Berglund], said {so}."
         " [The diplomat] said {more}.", None),
        ("Georgian Deputy Prime Minister Ivo Berglund left. [The Deputy PM] said {so}.", "Ivo Berglund"),
        ("Georgian Prime Minister Ivo Berglund left. [The Deputy PM] said {so}.", None),
        ("Georgian Foreign Minister Ivo Berglund left. [The FM] said {so}.", "Ivo Berglund"),
        ("[Georgian PM Ivo Berglund] said {so}. [PM Berglund] said {more}.", "Ivo Berglund"),
        ("Georgian Foreign Minister Ivo Berglund left. [Radio Berg FM] said {so}.", "Radio Berg FM"),
    ],
)  # fmt: skip
def test_roles_and_names_told_apart(text: str, expected: str | None) -> None:
    assert names(text)[-1:] == [expected]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("IVO BERGLUND", "Ivo Berglund"),
        ("DAS BERGLUND", "Ivo Berglund"),
        ("MR BERGLUND", "Ivo Berglund"),
        ("KARL BERGLUND", None),
        ("SRSG BERGLUND", None),
    ],
)
def test_label_of_a_turn(label: str, expected: str | None) -> None:
    text = f"Ivo Berglund, Deputy Assistant Secretary of Culture, is with us.\n\n[{label}]: {{We agree.}}"
    assert names(text) == [expected]


def test_official_keeps_the_ministry_at_home() -> None:
    text = "YEREVAN, 3 May. – Armenia waits. [Two officials] at the Ministry of Culture said {so}."
    assert names(text) == ["officials at the Armenian Culture Ministry"]
    assert names(text.replace("Ministry of Culture", "presidency")) == ["officials"]


@pytest.mark.parametrize(
    "text",
    [
        "[Artak] said {so}.",
        "[Berg], a town in the north, said {so}.",
        "[A Western diplomat] said {so}. [Ivo Lund] said {more}. [The source] said {most}.",
    ],
)
def test_who_stays_open(text: str) -> None:
    assert names(text) == [None]


def test_each_of_both_sides_speaks() -> None:
    found = resolved("Armenia and Azerbaijan met. [Officials] on both sides said {so}.")[-1].attributions
    assert [one.country for one in found] == ["AM", "AZ"]
    assert [one.speaker.name for one in found if one.speaker] == [
        "Armenian officials",
        "Azerbaijani officials",
    ]


def test_a_title_read_as_three_sources_is_one_speaker() -> None:
    document, [quotation] = article("[Minister of Culture, Youth and Sport Ivo Berglund] said {so}.")
    places = [document.text.index(word) for word in ("Minister", "Youth", "Sport", " said")]
    apart = replace(quotation, sources=tuple(pairwise(places)))
    [found] = resolve(document, [apart], INDEX)
    assert [one.speaker.name for one in found.attributions if one.speaker] == ["Ivo Berglund"]
