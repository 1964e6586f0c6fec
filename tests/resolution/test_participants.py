"""Those who take part in a meeting, and bodies that speak through a press service or for a people."""

from __future__ import annotations

import pytest

from tests.resolution.building import last, names

MET = "The Ministers of Roads of France, Armenia and Turkey met. "
ATTENDED = MET + "It was attended by Ivo Lund of France, Anna Berg of Armenia and Petr Hale of Turkey.\n\n"
LED = "President Ivo Lund of France, President Anna Berg of Armenia and Premier Eva Hale of Turkey met.\n\n"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (ATTENDED + "[The Ministers] <said> {so}.", ["Ivo Lund", "Anna Berg", "Petr Hale"]),
        (ATTENDED + "[The Ministers] <said> {no}. [They] <said> {so}.",
         ["Ivo Lund", "Anna Berg", "Petr Hale"]),
        (MET + "Ivo Lund of France, Anna Berg of Armenia and Petr Hale of Turkey came in third.\n\n"
         "[The Ministers] <said> {so}.", [None]),
        ("The Ministers of Roads of France, Armenia and Turkey, Ivo Lund, Anna Berg and Petr Hale, met.\n\n"
         "[The Ministers] <said> {so}.", ["Ivo Lund", "Anna Berg", "Petr Hale"]),
        ("The Ministers of France, Armenia and Turkey wrote to Ivo Lund.\n\n[The Ministers] <said> {so}.",
         [None]),
        (LED + "[The leaders] <said> {so}.", ["Ivo Lund", "Anna Berg", "Eva Hale"]),
        (LED + "Georgian President Luc Roy came too.\n\n[The leaders] <said> {so}.", [None]),
        ("[Southern lake leaders] <agreed> {no}. [The leaders] <said> {so}.", ["Southern lake leaders"]),
        ("[Southern lake leaders] <agreed> {no}. [Northern leaders] <agreed> {no}."
         " [The leaders] <said> {so}.",
         [None]),
        ("French Envoy Anna Berg met Turkish Envoy Luc Roy.\n\nAt the talks, the two sides spoke of grain."
         " [They] <agreed> {so}.", ["French government", "Turkish government"]),
        ("French Envoy Anna Berg met Turkish Envoy Luc Roy.\n\nTalks between the two sides began."
         " [They] <agreed> {so}.", [None]),
    ],
)  # fmt: skip
def test_those_who_gathered(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The French embassy in Moscow shut. [The embassy’s press service] <said> {so}.",
         "French Embassy in Moscow press service"),
        ("The French embassy in Moscow shut. [The press office of the embassy] <said> {so}.",
         "French Embassy in Moscow press service"),
        ("The French embassy shut. [The press service] <said> {so}.", None),
        ("[Lawmaker Ivo Lund] <said> {no}. [His party’s press service] <said> {so}.",
         "Ivo Lund’s party press service"),
        ("[Lawmaker Ivo Lund] <said> {no}. [The party’s press service] <said> {so}.", None),
        ("[The press service of the Border Troops of France] <said> {so}.",
         "French Border Troops press service"),
        ("It rained. The French embassy met the Turkish embassy. [The embassy’s press service] <said> {so}.",
         None),
        ("[Lawmaker Ivo Lund] <said> {no}. [The press office of his party] <said> {so}.",
         "Ivo Lund’s party press service"),
        ("[Lawmaker Ivo Lund] <said> {no}. [His party] <said> {so}.", "Ivo Lund’s party"),
        ("[Lawmaker Ana Berg] <said> {no}. [Her foundation] <said> {so}.", "Ana Berg’s foundation"),
        ("[Lawmaker Ana Berg] <said> {no}. [Her horse] <said> {so}.", None),
        ("[Lawmaker Ivo Lund] <said> {no}. [The party] <said> {so}.", None),
        ("[France] <said> {no}. [His party] <said> {so}.", None),
        ("[The opposition Armenia bloc] <said> {so}.", "Armenia bloc"),
        ("[The opposition Armenian bloc] <said> {so}.", None),
    ],
)  # fmt: skip
def test_bodies_that_are_called_by_others(text: str, name: str | None) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("source", "country"),
    [
        ("The president of the French National Council in Georgia, Ivo Lund,", None),
        ("The head of the French Cultural Union in Georgia, Ivo Lund,", None),
        ("The head of the Turkish Cultural Union in Ankara, Ivo Lund,", "TR"),
        ("The head of the Turkish Cultural Union in Georgia, Ivo Lund,", None),
        ("The head of the Turkish Minority Party, Ivo Lund,", None),
        ("The head of the French National Council of Accounts, Ivo Lund,", "FR"),
        ("The president of the French National Council, Ivo Lund,", None),
        ("The head of the French Border Service, Ivo Lund,", "FR"),
        ("French Minister for EU Affairs Ivo Lund", "FR"),
        ("Its Vice Minister for EU Affairs, Ivo Lund,", "FR"),
        ("EU foreign affairs chief Ivo Lund", "EU"),
    ],
)
def test_country_of_a_title(source: str, country: str | None) -> None:
    assert last(f"France thanked Georgia. [{source}] <said> {{so}}.").country == country


def test_the_name_before_brackets() -> None:
    assert names("[The deputy speaker, Ivo Lund (Grey Dawn)] <said> {so}.") == ["Ivo Lund"]
    assert names("[The deputy speaker (Grey Dawn)] <said> {so}.") != ["Ivo Lund"]
