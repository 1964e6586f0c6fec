"""Those who met: the guest, the host, the sides, the heads of state, and who the text is about."""

from __future__ import annotations

import pytest

from tests.resolution.building import last, names, resolved

RECEIVED = (
    "President of Belarus Ivan Tal received a delegation of France headed by the Special Envoy for Grain,"
    " Anna Berg. "
)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (RECEIVED + "[The guest] <said> {so}.", ["Anna Berg"]),
        (RECEIVED + "It rained.\n\nIt snowed.\n\n[The distinguished guest] <said> {so}.", ["Anna Berg"]),
        (RECEIVED + "[The host] <said> {so}.", ["Ivan Tal"]),
        (RECEIVED + "[Her host] <said> {so}.", ["Ivan Tal"]),
        (RECEIVED + "[The French envoy] <said> {so}.", ["Anna Berg"]),
        (RECEIVED + "[The visiting diplomat] <said> {so}.", ["Anna Berg"]),
        (RECEIVED + "[The Belarusian leader] <said> {so}.", ["Ivan Tal"]),
        (RECEIVED + "[The head of our state] <said> {so}.", ["Ivan Tal"]),
        (RECEIVED + "[The head of government] <said> {so}.", [None]),
        (RECEIVED + "[The interlocutors] <said> {so}.", ["Ivan Tal", "Anna Berg"]),
        (RECEIVED + "It rained.\n\n[The sides] <agreed> {so}.",
         ["Belarusian government", "French government"]),
        (RECEIVED + "[The officials] <agreed> {so}.", ["Ivan Tal", "Anna Berg"]),
        (RECEIVED + "[Anna Berg] <said> {no}. [Her interlocutor] <said> {so}.", ["Ivan Tal"]),
        (RECEIVED + "[Her interlocutor] <said> {so}.", [None]),
        (RECEIVED + "[A guest] <said> {so}.", [None]),
        (RECEIVED + "[The guest of the festival] <said> {so}.", [None]),
        (RECEIVED + "She brought greetings from the President of Turkey, Emre Ak."
         " [The President] <said> {so}.", ["Ivan Tal"]),
        ("Envoy Anna Berg was received by President Ivan Tal. [The guest] <said> {so}.", ["Anna Berg"]),
        ("At a meeting with Envoy Anna Berg on Monday, President Ivan Tal smiled. [The guest] <said> {no}.",
         ["Anna Berg"]),
        ("Visiting Envoy Anna Berg met President Ivan Tal. [The guest] <said> {so}.", ["Anna Berg"]),
        ("Turkish Envoy Anna Berg met Russian Minister Ivan Tal in Moscow. [The guest] <said> {so}.",
         ["Anna Berg"]),
        ("President Ivan Tal received a letter from Envoy Anna Berg. [The guest] <said> {so}.", [None]),
        ("President Ivan Tal received support. Envoy Anna Berg slept. [The guest] <said> {so}.", [None]),
        ("Minister Ivan Tal’s aide met Envoy Anna Berg. [The guest] <said> {so}.", [None]),
        ("President Ivan Tal received Envoy Anna Berg and Envoy Karl Holm. [The guest] <said> {so}.", [None]),
        ("President Ivan Tal received Envoy Anna Berg and Envoy Karl Holm. [The guests] <said> {so}.",
         ["Anna Berg", "Karl Holm"]),
        ("A call took place between Turkish President Emre Ak and French President Luc Roy."
         " [The heads of state] <agreed> {so}.", ["Emre Ak", "Luc Roy"]),
        ("Turkish Minister Emre Ak met French Minister Luc Roy. [The heads of state] <agreed> {so}.",
         ["heads of state"]),
        ("Turkish Minister Emre Ak met French Minister Luc Roy.\n\nIt rained. It poured.\n\n"
         "[The two ministers] <agreed> {so}.", ["Emre Ak", "Luc Roy"]),
    ],
)  # fmt: skip
def test_who_met(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Turkish Envoy Anna Berg told visiting Russian Envoy Ivan Tal that it rained. It snowed.\n\n"
         "[The two sides] <agreed> {so}.", ["Turkish government", "Russian government"]),
        ("Turkish Envoy Anna Berg told visiting Russian Envoy Ivan Tal no. [The guest] <said> {so}.",
         ["Ivan Tal"]),
        ("Turkish Envoy Anna Berg told visiting poets of Russian Envoy Ivan Tal. [The guest] <said> {so}.",
         [None]),
        ("Turkish President Emre Ak and French President Luc Roy will meet. [Both governments] <said> {so}.",
         ["Turkish government", "French government"]),
        ("Turkish President Emre Ak and Turkish Envoy Anna Berg will meet. [Both governments] <said> {so}.",
         [None]),
        ("Turkish Envoy Anna Berg met French Envoy Luc Roy.\n\nThe sides discussed grain."
         " [They] <agreed> {so}.",
         ["Turkish government", "French government"]),
        ("The sides discussed grain. [They] <agreed> {so}.", [None]),
    ],
)  # fmt: skip
def test_sides_of_those_who_met(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


def test_sides_are_of_the_only_meeting() -> None:
    two = "Turkish Envoy Anna Berg met Russian Envoy Ivan Tal. French Envoy Luc Roy met Ivan Tal as well. "
    assert names(two + "It rained.\n\n[The sides] <agreed> {so}.") == [None]


def test_sides_that_spoke_apart_come_first() -> None:
    text = RECEIVED + "\n\n[Baku] <said> {no}, [Yerevan] <said> {yes}. [Both sides] <said> {so}."
    assert names(text) == ["Azerbaijani government", "Armenian government"]


@pytest.mark.parametrize(
    ("clause", "country"),
    [
        ("A delegation of France headed by the Special Envoy for Grain, Anna Berg, came.", "FR"),
        ("The French side was represented by Director General Anna Berg.", "FR"),
        ("A French delegation led by Deputy Minister Anna Berg came.", "FR"),
        ("Anna Berg, who heads the French delegation, came.", "FR"),
        ("Anna Berg, the French government’s point man on grain, came.", "FR"),
        ("A team for France led by Director General Anna Berg came.", None),
        ("Anna Berg, who heads the France desk of a bank, came.", None),
        ("Anna Berg, who met the French delegation, came.", None),
        ("A delegation headed by Deputy Minister Anna Berg came to France.", None),
    ],
)
def test_country_of_who_heads_a_delegation(clause: str, country: str | None) -> None:
    assert last(f"{clause} [Berg] <said> {{so}}.").country == country


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("[Minister Ivan Tal] <said> {no}.\n\nHamid Roy, who sits for Osta, was sad. “{Why}?” [he] <said>.",
         ["Hamid Roy"]),
        ("[Minister Ivan Tal] <said> {no}.\n\nHamid Roy met him. [He] <said> {so}.", [None]),
        ("[Minister Ivan Tal] <said> {no}.\n\nHamid Roy and Luc Holm met. [He] <said> {so}.", [None]),
        ("To Hamid Roy, a scholar, all is theatre. It is a farce. “{No},” [he] <said>.", ["Hamid Roy"]),
        ("Minister Ivan Tal met Envoy Anna Berg. [He] <said> {no}. Mrs. Berg smiled."
         " [She] <said> {so}.", ["Anna Berg"]),
    ],
)  # fmt: skip
def test_whom_a_paragraph_is_about(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


def test_his_message() -> None:
    text = "The French side was led by the envoy Hamid Roy. [His message]: {wait}."
    assert names(text) == ["Hamid Roy"]
    assert names("The talks ended. [His message]: {wait}.") == [None]


def test_every_guest_keeps_the_role() -> None:
    found = resolved(RECEIVED + "[The guest] <said> {so}.")[-1].attributions[0]
    assert (found.role, found.country) == ("Special Envoy for Grain", "FR")
