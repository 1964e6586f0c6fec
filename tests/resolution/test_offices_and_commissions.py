"""Press services, offices in a place, joint commissions, parties by their initials."""

from __future__ import annotations

import pytest

from tests.resolution.building import last, names

AT_THEIR_PLACES = [
    # airports, ports and branches
    ("[The press service of Port Lund airport] said {so}.", "Port Lund airport press service"),
    (
        "Guests waited at Lund International Airport. [The airport's press service] said {so}.",
        "Lund International Airport press service",
    ),
    ("Ships waited. [The Grey Hills port authority] said {so}.", "Grey Hills port authority"),
    ("“{Yes},” said [the press office of the Grey Hills branch].", "Grey Hills branch press service"),
    ("[The airport's press service] said {so}.", None),
    ("The Lund airport and the Grey Hills airport shut. [The airport] said {so}.", None),
    ("[The Russian airport's press service] said {so}.", None),
    # offices of bodies
    (
        "[The Russian Foreign Ministry's office in Port Lund] said {so}.",
        "Russian Foreign Ministry office in Port Lund",
    ),
    (
        "[The representative office of the Russian Foreign Ministry in Port Lund] said {so}.",
        "Russian Foreign Ministry office in Port Lund",
    ),
    (
        "[The Russian Foreign Ministry's office in Port Lund] said {so}. [The office] added {more}.",
        "Russian Foreign Ministry office in Port Lund",
    ),
    (
        "[The UN Security Council] met, {so}. [Its office in Yerevan] said {more}.",
        "UN Security Council office in Yerevan",
    ),
    ("[The Kremlin] said {so}. [Its press service] added {more}.", "Kremlin press service"),
    (
        "[The UN Resident Coordinator's office in Port Lund] said {so}.",
        "Office of the UN Resident Coordinator in Port Lund",
    ),
    ("[Its office in Yerevan] said {so}.", None),
    ("[The High Representative's office] said {so}.", None),
    # chambers of a state
    ("[The Russian customs chamber in Port Lund] said {so}.", "Russian Customs Chamber in Port Lund"),
    ("[The Chamber of Accounts of Armenia] said {so}.", "Armenian Chamber of Accounts"),
    # the country with which a name ends
    ("[Border Guard Armenia] said {so}.", "Armenian Border Guard"),
]


@pytest.mark.parametrize(("marked", "name"), AT_THEIR_PLACES)
def test_a_body_is_known_by_its_place(marked: str, name: str | None) -> None:
    assert names(marked) == [name]


def test_the_office_of_a_ministry_speaks_for_its_country() -> None:
    assert last("[The Armenian Foreign Ministry's office in Port Lund] said {so}.").country == "AM"


COMMISSIONS = [
    (
        "[The joint commission of Armenia and Russia on water] said {so}. [It] added {more}.",
        "Joint commission of Armenia and Russia",
    ),
    (
        "[The Armenian-Russian intergovernmental commission] met, {so}. [The commission] said {more}.",
        "Armenian-Russian intergovernmental commission",
    ),
    ("[The Turkey-Georgia Joint Military Committee] said {so}.", "Turkey-Georgia Joint Military Committee"),
    ("[The working group] said {so}.", None),
    ("[The joint commission of the parliament] said {so}.", None),
    (
        "It rained. The Armenian-Russian joint commission and the joint commission of Turkey and Georgia met."
        " [The commission] said {so}.",
        None,
    ),
]


@pytest.mark.parametrize(("marked", "name"), COMMISSIONS)
def test_a_commission_of_several_states_speaks_for_itself(marked: str, name: str | None) -> None:
    assert names(marked) == [name]
    assert last(marked).country is None


PARTIES = [
    ("[The opposition OLP-VND] blamed {the state}.", "OLP-VND"),
    ("[The ruling party, OLP,] said {so}. “{No},” [the OLP] added.", "OLP"),
    ("“{No},” said [the OLP] on Monday.", "OLP"),
    ("“{No},” said [the CEO] on Monday.", None),
    ("“{No},” said [the NGO] on Monday.", None),
    ("“{No},” said [IVL] on Monday.", None),
    ("“{No},” said [PM] on Monday.", None),
    ("“{No},” said [the opposition MP].", None),
    ("LUND SAYS NO. THE [OLP] SAID {SO} AGAIN.", None),
]


@pytest.mark.parametrize(("marked", "name"), PARTIES)
def test_initials_name_a_party_or_a_body(marked: str, name: str | None) -> None:
    assert names(marked) == [name]


NAMED = [
    ("[Armenia's National Chamber of Weavers] said {so}.", "National Chamber of Weavers"),
    ("[Rights body Open Road] said {so}.", "Open Road"),
    (
        "Rights body Open Road counted them. Others do not.\n\nIn a report, [the organisation] said {so}.",
        "Open Road",
    ),
    ("Rights body Open Road met the NGO Green Dawn. [The organisation] said {so}.", None),
    ("Rights body Open Road wrote to the United Nations. [The organisation] said {so}.", None),
]


@pytest.mark.parametrize(("marked", "name"), NAMED)
def test_a_body_is_introduced_by_its_owner_or_its_class(marked: str, name: str | None) -> None:
    assert names(marked) == [name]
