"""Persons named by a part of the name, by a rank, or behind words that no list of titles holds."""

from __future__ import annotations

import pytest

from statements.records import Authorities
from statements.resolution import AuthorityIndex, resolve
from tests.resolution.building import AUTHORITIES, article, last, names, person


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Minister Anna Lund came. [A. Lund] <said> {so}.", "Anna Lund"),
        ("Minister Anna Lund came. [Minister A. Lund] <said> {so}.", "Anna Lund"),
        ("Minister Anna Lund came. [I. Lund] <said> {so}.", None),
        ("Minister Anna Lund and Envoy Arvid Lund came. [A. Lund] <said> {so}.", None),
        ("Minister Anna Lund came. [T. Lund] <said> {so}.", "T. Lund"),
        ("Spokesperson Bai Lanying came. [Bai] <said> {so}.", "Bai Lanying"),
        ("[Norhaven Politics] <said> {no}. [Norhaven] <said> {so}.", None),
        ("Bai Lanying and Bai Ming came. [Bai] <said> {so}.", None),
        ("Turkish Crown Prince Faisal bin Turki al-Harbi came. [Al-Harbi] <said> {so}.",
         "Faisal bin Turki al-Harbi"),
        ("Turkish Crown Prince Faisal bin Turki al-Harbi came. [Prince Faisal] <said> {so}.",
         "Faisal bin Turki al-Harbi"),
        ("Minister Faisal al-Harbi came. [Prince Faisal] <said> {so}.", "Prince Faisal"),
        ("It rained. [Interior Minister Lehnert] <said> {so}.", "Lehnert"),
        ("[Golzari, a deputy from Osta,] <said> {no}. [He] <said> {so}.", "Golzari"),
        ("It rained. [Mr. Lehnert] <said> {so}.", None),
        ("It rained. [Minister Aliyev] <said> {so}.", None),
        ("It rained. [President Lehnert’s plan] <said> {so}.", None),
        ("[His colleague from Osta, Ivo Lund,] <said> {so}.", "Ivo Lund"),
        ("[The mother of the victim, Ivo Lund,] <said> {so}.", None),
        ("[His colleague, who met Ivo Lund,] <said> {so}.", None),
    ],
)  # fmt: skip
def test_parts_of_names(text: str, speaker: str | None) -> None:
    assert names(text) == [speaker]


def test_surname_with_a_title_is_no_other_text_s_namesake() -> None:
    found = last("It rained. [Turkish Interior Minister Lehnert] <said> {so}.")
    assert found.speaker is not None and found.speaker.provisional
    assert (found.speaker.key, found.country) == ("lehnert-turkish-interior-minister-tr", "TR")


def test_rank_before_and_office_behind() -> None:
    text = "Lieutenant General Ivo Lund, the commander of the Turkish army, came. "
    found = last(text + "[The general] <said> {so}.")
    assert found.speaker is not None
    assert (found.speaker.name, found.country) == ("Ivo Lund", "TR")
    assert names(text + "[The commander] <said> {so}.") == ["Ivo Lund"]
    assert names(text + "[The admiral] <said> {so}.") == [None]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("President Bai", "Bai Lanying"),
        ("President Lanying", "Bai Lanying"),
        ("Kovacs Bela", "Bela Kovacs"),
        ("Bela Kovacs", "Bela Kovacs"),
        ("Minister Bela", "Bela"),
        ("Putin Vladimir", "Putin Vladimir"),
    ],
)
def test_family_name_first(source: str, speaker: str | None) -> None:
    known = (
        *AUTHORITIES.speakers,
        person("Bai Lanying", "CN", "President"),
        person("Bela Kovacs", "HU", "Minister"),
    )
    index = AuthorityIndex(Authorities(AUTHORITIES.countries, known, AUTHORITIES.publishers))
    document, quotations = article(f"It rained. [{source}] <said> {{so}}.")
    [found] = resolve(document, quotations, index)[0].attributions
    assert (found.speaker.name if found.speaker else None) == speaker


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Turkish Minister Ivo Lund was sure, [his spokesman] <said> {so}.", "spokesman for Ivo Lund", "TR"),
        ("Turkish Minister Ivo Lund was sure, [his aide] <said> {so}.", "aide to Ivo Lund", "TR"),
        ("Turkish Minister Ivo Lund was sure, [his lawyer] <said> {so}.", "lawyer of Ivo Lund", None),
        ("[President Ivo Lund’s chief of staff] <said> {so}.", "President Ivo Lund’s chief of staff", None),
        ("Turkey’s ambassador was summoned. [The envoy] <said> {so}.", "Turkey’s ambassador", "TR"),
        ("The Turkish ambassador was summoned. [The diplomat] <said> {so}.", "Turkish ambassador", "TR"),
        ("The Turkish Foreign Ministry met. [A source at the ministry] <said> {so}.",
         "source at the Turkish Foreign Ministry", "TR"),
    ],
)  # fmt: skip
def test_roles_without_a_name(text: str, name: str, country: str | None) -> None:
    found = last(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.country) == (name, country)


@pytest.mark.parametrize(
    "text",
    [
        "Turkey’s ambassador and Russia’s ambassador were summoned. [The envoy] <said> {so}.",
        "A Turkish ambassador was summoned. [The envoy] <said> {so}.",
        "Turkey’s ambassador was summoned. [The general] <said> {so}.",
        "Ivo Lund and Jan Berg were sure, [his spokesman] <said> {so}.",
    ],
)
def test_roles_that_stay_open(text: str) -> None:
    assert names(text) == [None]


def test_a_spokesman_of_another_is_not_his() -> None:
    text = "“{No},” <said> [Karl Holm, a spokesman for the opposition]. "
    assert names(text + "Minister Ivo Lund was sure, [his spokesman] <said> {so}.") == [
        "spokesman for Ivo Lund"
    ]
