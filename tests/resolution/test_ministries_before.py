"""Officials without a country behind a ministry that spoke, under a newspaper’s sections, and much later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements.records import CountryRecord
from statements.resolution import AuthorityIndex, resolve
from statements.resolution.home.sections import state_of_sections
from statements.resolution.persons.state_titles import is_of_a_ministry, is_state_title
from tests.resolution.building import AUTHORITIES, INDEX, article


def spoken(marked: str, publisher: str = "") -> list[tuple[str | None, str | None]]:
    document, quotations = article(marked)
    document = replace(document, publisher=publisher)
    found = [one.attributions[0] for one in resolve(document, quotations, INDEX)]
    return [(one.speaker.name if one.speaker else None, one.country) for one in found]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("[The Turkish Energy Ministry] said {no}. [State Secretary Ivo Lund] said {so}.", "TR"),
        (
            "{Russia and Turkey agreed,} [the Turkish Energy Ministry] said.\n\n{So,} said"
            " [State Secretary Ivo Lund].",
            "TR",
        ),
        (
            "{Russia and Turkey agreed,} [the Turkish Energy Ministry] said. Karl Berg wept.\n\n{So,} said"
            " [State Secretary Ivo Lund].",
            None,
        ),
        ("[The Turkish Energy Ministry] said {no}.\n\n[Press spokesperson Ivo Lund] said {so}.", "TR"),
        (
            "[The Turkish Energy Ministry] said {no}.\n\n"
            "[Ivo Lund, a department head at the ministry,] said {so}.",
            "TR",
        ),
        ("Turkey bought ships from the United Kingdom. [The energy minister, Ivo Lund,] said {so}.", "TR"),
        ("Turkey struck the United Kingdom. [The energy minister, Ivo Lund,] said {so}.", None),
        ("[Lado Beri] said {no}. [State Secretary Ivo Lund] said {so}.", None),
        (
            "[The Turkish and Armenian Energy Ministries] said {no}. [State Secretary Ivo Lund] said {so}.",
            None,
        ),
        (
            "[The Turkish Energy Ministry] said {no}.\n\nNobody came.\n\n"
            "[State Secretary Ivo Lund] said {so}.",
            None,
        ),
    ],
)
def test_whose_an_official_is_behind_a_ministry(text: str, country: str | None) -> None:
    assert spoken(text)[-1] == ("Ivo Lund", country)


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Home   Armenia   World   Farming   Sport", "AM"),
        ("Home | Armenia | World | Business", "AM"),
        ("Home | World | Business | Sport", None),
        ("Armenia | Turkey | World | Business", None),
        ("Armenia Wins World Business Prize.", None),
        ("Armenia leads the World of Sport", None),
        ("Armenia | Region | Sport | Video", "AM"),
        ("Armenia Europe Economy Culture Podcast e-paper", "AM"),
        ("Armenia | Culture | Sport | Video", None),
        ("Armenia | Europe | Culture | a new e-paper", None),
        ("Armenia Wins Africa Sports Prize", None),
    ],
)
def test_sections_of_a_newspaper(line: str, country: str | None) -> None:
    document, _ = article(f"{line}\n\n[Somebody] said {{so}}.")
    assert state_of_sections(document, INDEX) == country


def test_bare_officials_under_the_sections_of_a_newspaper() -> None:
    menu = "Home | Armenia | World | Sport\n\nThe road is shut.\n\n"
    assert spoken(f"{menu}[Grain Minister Ivo Lund] said {{so}}.") == [("Ivo Lund", "AM")]
    assert spoken(f"{menu}Turkey mourns. [Grain Minister Ivo Lund] said {{so}}.") == [("Ivo Lund", "TR")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the host's own deputy minister, where another state has one too
        (
            "Deputy Minister of Energy of Turkey Ivo Lund came. Deputy Energy Minister of"
            " Armenia Lado Beri came too."
            " [The Deputy Minister] said {so}.",
            ("Ivo Lund", "TR"),
        ),
        # an official who spoke right before, whoever was cited far above
        (
            "[An Armenian official] said {no}.\n\nNobody came.\n\n[A Turkish official] said {no}."
            " [The official] said {so}.",
            ("Turkish official", "TR"),
        ),
        (
            "[An Armenian official] said {no}. [A Turkish official] said {no}. [The official] said {so}.",
            (None, None),
        ),
        # who is presented in the sentence before
        ("The Turkish energy minister, Tiri Lund, took questions. [She] said {so}.", ("Tiri Lund", "TR")),
        ("The Turkish energy minister, Tiri Lund, met Lado Beri. [She] said {so}.", (None, None)),
        # what somebody is, is no part of the name
        ("[Owner Ivo Lund] said {so}.", ("Ivo Lund", None)),
        ("[Baker Lund] said {so}.", ("Baker Lund", None)),
        # whom an outlet cites
        (
            "[The Moscow Times], citing two sources in the Turkish government, wrote that {so}.",
            ("sources in the Turkish government", "TR"),
        ),
        ("[The Moscow Times], citing its own report, wrote that {so}.", ("The Moscow Times", None)),
    ],
)
def test_who_is_meant(text: str, found: tuple[str | None, str | None]) -> None:
    assert spoken(text, "Ministry of Energy of Turkey")[-1] == found


@pytest.mark.parametrize(
    ("title", "country"),
    [("Tánaiste", "IE"), ("Tánaiste and Energy Minister", "IE"), ("Deputy Energy Minister", None)],
)
def test_office_that_one_state_alone_has(title: str, country: str | None) -> None:
    states = (*AUTHORITIES.countries, CountryRecord("IE", "Ireland", "state", "Irish"))
    document, quotations = article(f"[{title} Ivo Lund] said {{so}}.")
    [found] = resolve(document, quotations, AuthorityIndex(replace(AUTHORITIES, countries=states)))
    assert found.attributions[0].country == country


def test_titles_that_a_ministry_has() -> None:
    assert is_of_a_ministry("State Secretary")
    assert is_of_a_ministry("deputy head of the ministry’s grain bureau")
    assert not is_of_a_ministry("State Secretary for Grain")
    assert not is_of_a_ministry("head of the Ministry of Grain")
    assert is_state_title("Assistant Foreign Minister for Grey Affairs")
    assert is_state_title("Secretary of State for Grey and Green Affairs")
    assert not is_state_title("Regional Minister for Grey Affairs")
    assert not is_state_title("Secretary of the Party for Grey Affairs")
