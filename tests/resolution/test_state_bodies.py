"""Bodies of states by the words of their names: which are found, whose they are, which stay open."""

from __future__ import annotations

import pytest

from tests.resolution.building import article, names, resolved

SO = "{so}"


def spoke(source: str) -> tuple[str | None, str | None]:
    """Name and country of who a source in the marked text is."""
    [one] = resolved(f"{source} said {SO}.")[-1].attributions
    return (one.speaker.name if one.speaker else None), one.country


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        ("[Georgia’s Border Service]", "Georgian Border Service", "GE"),
        ("[The Georgian coast guard]", "Georgian Coast Guard", "GE"),
        ("[Georgia’s coastguard]", "Georgian Coast Guard", "GE"),
        ("[The French gendarmerie]", "French Gendarmerie", "FR"),
        ("[The State Border Guard Service of Belarus]", "Belarusian State Border Guard Service", "BY"),
        ("[The Georgian State Committee] for National Security",
         "Georgian State Committee for National Security", "GE"),
        ("[The State Committee] for National Security in Tbilisi",
         "Georgian State Committee for National Security", "GE"),
        ("[Belarus’s Central Election Commission]", "Belarusian Central Election Commission", "BY"),
        ("[The Belarusian CEC]", "Belarusian Central Election Commission", "BY"),
        ("[The Indian anti-corruption bureau]", "Indian Anti-corruption Bureau", "IN"),
        ("[The Prosecutor General’s Office of Georgia]", "Georgian Prosecutor General’s Office", "GE"),
        ("[The Office of the Prosecutor General of Georgia]", "Georgian Prosecutor General’s Office", "GE"),
        ("[Armenia’s Human Rights Defender]", "Armenian Human Rights Defender", "AM"),
        ("[The Georgian Supreme Court]", "Georgian Supreme Court", "GE"),
        ("[The Indian Department of Atomic Energy]", "Indian Department of Atomic Energy", "IN"),
        ("[The French Congress]", "French Congress", "FR"),
        ("[The Georgian Cabinet Office]", "Georgian Cabinet Office", "GE"),
        ("[The Council of Ministers of Belarus]", "Belarusian government", "BY"),
        ("[The Georgian parliament’s defence committee]", "Georgian Parliament Defence Committee", "GE"),
        ("[The foreign affairs committee of the Georgian parliament]",
         "Georgian Parliament Foreign Affairs Committee", "GE"),
        ("[The Georgian MoD]", "Georgian Defence Ministry", "GE"),
        ("[India’s Ministry of Water and Irrigation]", "Indian Water and Irrigation Ministry", "IN"),
        ("[India’s fisheries ministry]", "Indian Fisheries Ministry", "IN"),
        ("[The Georgian Ministry of Education, Science and Sport]",
         "Georgian Education, Science and Sport Ministry", "GE"),
        ("[The Georgian prime minister’s press service]", "Georgian Prime Minister’s Office press service",
         "GE"),
        ("[The Prime Minister’s Office of Georgia]", "Georgian Prime Minister’s Office", "GE"),
        ("[The Georgian Department for Water, Grain and Rural Affairs]",
         "Georgian Department for Water", "GE"),
        ("[The Georgian Department for Water, Food and Rural Affairs]",
         "Georgian Department for Water, Food and Rural Affairs", "GE"),
        ("[Georgia’s National Grain Health Service]", "Georgian National Grain Health Service", "GE"),
        ("[The General Secretariat of the OSCE]", "General Secretariat of the OSCE", "OSCE"),
        ("[The OSCE Secretariat]", "Secretariat of the OSCE", "OSCE"),
        ("[The Putin government]", "Russian government", "RU"),
        ("[Official Baku]", "Azerbaijani government", "AZ"),
        ("[The Georgian Coal Ministry]", "Georgian Coal Ministry", "GE"),
        ("[Georgia’s Grey Coal Ministry]", "Georgian Grey Coal Ministry", "GE"),
    ],
)  # fmt: skip
def test_body_with_a_country(source: str, name: str, country: str) -> None:
    assert spoke(source) == (name, country)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("[Georgia’s National Grain Relief Service]", "National Grain Relief Service"),
        ("[Georgia’s National Grain Rescue Service]", "National Grain Rescue Service"),
        ("[Georgia’s National Grain Health Service, a charity,]", "National Grain Health Service"),
    ],
)
def test_charity_in_a_state_speaks_for_itself(source: str, name: str) -> None:
    assert spoke(source) == (name, None)


@pytest.mark.parametrize(
    "source",
    [
        "[The Moscow police]",
        "[Police] in Tbilisi",
        "[The Tbilisi District Court]",
        "[The prosecutor’s office] in Tbilisi",
        "[The State Committee] for National Security",
        "[The Border Service]",
        "[The coastguard]",
        "[The service]",
        "[The committee] in Tbilisi",
        "[The army] in Georgia",
        "[The Berg government]",
        "[The Coal Ministry]",
        "[The EU Coal Ministry]",
        "[The American Hope Ministry]",
        "[The Georgian coal ministry]",
        "[The Secretariat]",
        "[The General Secretariat]",
    ],
)
def test_body_of_nobody_stays_open(source: str) -> None:
    assert spoke(source) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia’s Border Service met. [The service] said {so}.", "Georgian Border Service"),
        ("The Georgian State Committee for National Security met. [The committee] said {so}.",
         "Georgian State Committee for National Security"),
        ("The Border Services of Georgia and Belarus met. [The service] said {so}.", None),
        ("Georgia’s Border Service met. [The agency] said {so}.", "Georgian Border Service"),
        ("Ivo Lund met Georgia’s Border Service. [The agency] said {so}.", None),
        ("Georgia’s Border Service met. [The company] said {so}.", None),
        ("Georgia’s Border Agency met. TASS was there. [The agency] said {so}.", None),
        ("Georgia’s Border Agency met, TASS said. [The agency] said {so}.", None),
        ("TASS was there. Georgia’s Border Agency met. [The agency] said {so}.", "Georgian Border Agency"),
        ("The Georgian Department for Water, Food and Rural Affairs met. [Rural Affairs] said {so}.", None),
        ("Georgia closed a road over what [it] says {is ice}.", "Georgian government"),
        ("BAKU (AP) — Georgia closed a road over what [it] says {is ice}.", "Georgian government"),
        ("Ivo Lund closed a road over what [it] says {is ice}.", None),
    ],
)  # fmt: skip
def test_body_named_again(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


# --- embassies and missions -------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        ("[The Turkish Embassy] in Baku", "Turkish Embassy in Baku", "TR"),
        ("[The U.S. Embassy] in Tbilisi", "US Embassy in Tbilisi", "US"),
        ("[The Embassy of France] in Armenia", "French Embassy in Armenia", "FR"),
        ("[Georgia’s consulate general] in Port Lund", "Georgian Consulate General in Port Lund", "GE"),
        ("[The Permanent Mission of Armenia] to the United Nations",
         "Armenian Permanent Mission to the UN", "AM"),
        ("[The EU delegation] to Georgia", "EU Delegation to Georgia", "EU"),
        ("[The United Nations Support Mission] in Georgia", "UN Support Mission in Georgia", "UN"),
        ("[The EU Border Assistance Mission] to Georgia and Armenia",
         "EU Border Assistance Mission to Georgia and Armenia", "EU"),
        ("[The Turkish Embassy] in flames", "Turkish Embassy", "TR"),
    ],
)  # fmt: skip
def test_mission_is_its_own_body(source: str, name: str, country: str) -> None:
    assert spoke(source) == (name, country)


def test_embassy_at_a_place_is_of_nobody() -> None:
    assert spoke("[The embassy] in Moscow") == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Turkish Embassy in Baku closed. [The Turkish Embassy] said {so}.", "Turkish Embassy in Baku"),
        ("The Turkish Embassy in Baku closed. [The embassy] said {so}.", "Turkish Embassy in Baku"),
        ("The Turkish embassies in Baku and Paris closed. [The Turkish Embassy] said {so}.",
         "Turkish Embassy"),
        ("The Turkish Embassy in Baku and the Russian Embassy in Paris met. [The embassy] said {so}.", None),
    ],
)  # fmt: skip
def test_embassy_named_again(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


# --- bodies of several countries ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The foreign ministries of Armenia and Georgia] said {so}.",
         ["Armenian Foreign Ministry", "Georgian Foreign Ministry"]),
        ("[The foreign ministries of Armenia, Georgia and Turkey] said {so}.",
         ["Armenian Foreign Ministry", "Georgian Foreign Ministry", "Turkish Foreign Ministry"]),
        ("[The governments of Armenia and Georgia] said {so}.",
         ["Armenian government", "Georgian government"]),
        ("[The Armenian and Georgian border services] said {so}.",
         ["Armenian Border Service", "Georgian Border Service"]),
        ("[The embassies of France and Turkey] in Baku said {so}.",
         ["French Embassy in Baku", "Turkish Embassy in Baku"]),
        ("[The French embassies] in Baku and Tbilisi said {so}.",
         ["French Embassy in Baku", "French Embassy in Tbilisi"]),
        ("[The Armenian ministries] said {so}.", [None]),
        ("[The embassies] in Baku said {so}.", [None]),
    ],
)  # fmt: skip
def test_bodies_of_several(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Moscow]’s claim that {so} was rejected.", "Russian government"),
        ("[The Turkish Foreign Ministry]’s claim that {so} was rejected.", "Turkish Foreign Ministry"),
        ("[Moscow’s rival] said {so}.", None),
    ],
)
def test_owner_of_words(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


def test_deep_row_of_bodies_ends() -> None:
    text = "the committee of the armed forces of the " * 2000
    document, quotations = article(f"{text} [Russia] said {{so}}.")
    assert document.text and quotations
    assert names(f"{text}. [Russia] said {{so}}.") == ["Russian government"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TBILISI — [The Department of Foreign Affairs] said {so}.",
         "Georgian Department of Foreign Affairs"),
        ("TBILISI — The Department of Foreign Affairs (DFA) met. [The DFA] said {so}.",
         "Georgian Department of Foreign Affairs"),
        ("TBILISI — The Department of Foreign Affairs met. [The department] said {so}.",
         "Georgian Department of Foreign Affairs"),
        ("TBILISI (AFP) — [The Foreign Ministry] said {so}.", "Georgian Foreign Ministry"),
        ("GENEVA — [The Foreign Ministry] said {so}.", None),
        ("TBILISI — [The embassy] said {so}.", None),
        ("TBILISI — [The police] said {so}.", None),
        ("TBILISI — [The Security Council] said {so}.", None),
        ("[The Department of Foreign Affairs] said {so}.", None),
    ],
)  # fmt: skip
def test_body_that_opens_a_report_is_of_its_capital(text: str, name: str | None) -> None:
    assert names(text) == [name]
