"""Movements, parties and charities that no record has, and the names that are nobody's of the kind."""

from __future__ import annotations

import pytest

from tests.resolution.building import last, names


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("[The Norhaven-based group Open Road]", "Open Road"),
        ("[The Tbilisi-based aid group Open Road]", "Open Road"),
        ("[The NGO Green Dawn]", "Green Dawn"),
        ("[The opposition party Bright Armenia]", "Bright Armenia"),
        ("[The Green Dawn party]", "Green Dawn"),
        ("[The opposition Green Dawn party]", "Green Dawn"),
        ("[The Movement] for a Free Lund", "Movement for a Free Lund"),
        ("[The Open Borders Initiative]", "Open Borders Initiative"),
        ("[The Open Borders Initiative, a Norhaven-based NGO,]", "Open Borders Initiative"),
        ("[Rapid Bridge, a rights group,]", "Rapid Bridge"),
        ("[The Norland Refugee Council]", "Norland Refugee Council"),
        ("[The Centre for Peace and Security]", "Centre for Peace and Security"),
        ("[The Free Georgian Army]", "Free Georgian Army"),
        ("[The Georgian National Council]", "Georgian National Council"),
        ("[Rights group Open Road]", "Open Road"),
        ("[Environmental watchdog Green Dawn]", "Green Dawn"),
        ("[The Georgian power utility Ostgas]", "Ostgas"),
        ("[The Juntos por Lund coalition]", "Juntos por Lund"),
        ("[The Unión de la Ostia Libre party]", "Unión de la Ostia Libre"),
        ("[Georgian grid operator Ostgas]", "Ostgas"),
        ("[Georgian Railways]", "Georgian Railways"),
        ("[Georgia’s National News Agency]", "National News Agency"),
        ("[The Lundish Parliament of Georgia]", "Lundish Parliament of Georgia"),
        ("[The Grey River Community’s secretariat]", "Secretariat of the Grey River Community"),
    ],
)
def test_body_is_known_by_its_name(source: str, name: str) -> None:
    found = last(f"{source} said {{so}}.")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.kind, found.country) == (name, "institution", None)
    assert found.speaker.provisional


@pytest.mark.parametrize(
    "source",
    [
        "[The group]",
        "[The Norhaven-based group]",
        "[The Georgian party]",
        "[The Kurdish group]",
        "[The Opposition]",
        "[The Movement]",
        "[The Security Council]",
    ],
)
def test_no_name_is_nobody(source: str) -> None:
    assert last(f"{source} said {{so}}.").speaker is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ivo Lund, an analyst with the group Open Road,] said {so}.", "Ivo Lund"),
        ("[Ivo Lund, a party leader,] said {so}.", "Ivo Lund"),
        ("[Green Party chairman Ivo Lund] said {so}.", "Ivo Lund"),
        ("[Group Captain Ivo Lund] said {so}.", "Ivo Lund"),
        ("[Company Chairman Ivo Lund] said {so}.", "Ivo Lund"),
        ("[Camera operator Ivo Lund] said {so}.", "Ivo Lund"),
        ("[Georgian grid operator chief Ivo Lund] said {so}.", "Ivo Lund"),
        ("[Georgian Railways chief Ivo Lund] said {so}.", "Ivo Lund"),
        ("[The Right Honourable Ivo Lund] said {so}.", "Ivo Lund"),
        ("[The Green Dawn party leader Ivo de Lund] said {so}.", "Ivo de Lund"),
        ("He left the University of Osta and Ivo Lund. [Lund] said {so}.", "Ivo Lund"),
    ],
)
def test_somebody_of_a_body_is_a_person(text: str, expected: str) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The aid group Open Road met. [Open Road] said {so}.", "Open Road"),
        ("The aid group Open Road met. [The group] said {so}.", "Open Road"),
        ("It rained, according to aid group Open Road. [Open Road] said {so}.", "Open Road"),
        ("The Juntos por el Dawn coalition met. [Juntos por el Dawn] said {so}.", "Juntos por el Dawn"),
        ("The Movement for a Free Lund met. [The Movement] said {so}.", "Movement for a Free Lund"),
        ("The Free Lund Movement (FLM) met. [FLM] said {so}.", "Free Lund Movement"),
        ("The Georgian Border Service (GBS) met. [The GBS] said {so}.", "Georgian Border Service"),
        ("The aid group Open Road met the rights group Green Dawn. [The group] said {so}.", None),
        ("The Muslim Advocates group met. [Muslim advocates] said {so}.", None),
        ("Ivo Lund (FLM) met them. [The FLM] said {so}.", "FLM"),
        ("Ivo Lund (FLM) met them. [FLM] said {so}.", "FLM"),
        ("Ivo Lund (FALA) met them. [FALA] said {so}.", None),
        ("The Free Lund Movement, known as FRELU, met. [FRELU] said {so}.", "Free Lund Movement"),
        ("The state-owned operator Ostgas met. [The company] said {so}.", "Ostgas"),
        ("The Open Borders Initiative met. [The company] said {so}.", None),
        ("The aid group Open Road met. The group ate. [The group] said {so}.", "Open Road"),
        ("The aid group Open Road met. A rebel group ate. [The group] said {so}.", None),
        ("The Grey Roads Agency met. Norpress, a news agency, ate. [The agency] said {so}.", None),
    ],
)
def test_body_named_again(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The self-declared administration] in the northeast said {so}.",
         "self-declared administration in the northeast"),
        ("[The de facto authorities] in northern Georgia said {so}.",
         "de facto authorities in northern Georgia"),
    ],
)  # fmt: skip
def test_de_facto_authorities_of_a_part(text: str, expected: str) -> None:
    found = last(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.country) == (expected, None)


@pytest.mark.parametrize(
    ("source", "country"),
    [
        ("The European Union Centre for Grain", "EU"),
        ("The United Nations Relief Centre", "UN"),
        ("The Turkey Centre for Grain", None),
        ("The Centre for European Union Grain", None),
        ("The European Union Students Association", None),
        ("The United Nations Watch Centre", None),
    ],
)
def test_a_part_of_an_organisation_speaks_for_it(source: str, country: str | None) -> None:
    found = last(f"[{source}] said {{so}}.")
    assert found.speaker and (found.speaker.name, found.country) == (source.removeprefix("The "), country)
