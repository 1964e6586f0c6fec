"""Whose an official without a country is: what makes a text's home, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements.records import ResolvedAttribution, SpeakerRecord
from statements.resolution import AuthorityIndex, resolve
from statements.resolution.persons.state_titles import (
    is_for_an_organisation,
    is_state_title,
    is_title_of_a_state,
)
from tests.resolution.building import AUTHORITIES, INDEX, article


def spoken(marked: str, publisher: str = "", title: str = "") -> list[tuple[str | None, str | None]]:
    """Each speaker with the country spoken for."""
    document, quotations = article(marked)
    found = resolve(replace(document, publisher=publisher, title=title), quotations, INDEX)
    return [pair(one.attributions[0]) for one in found]


def pair(one: ResolvedAttribution) -> tuple[str | None, str | None]:
    return (one.speaker.name if one.speaker else None), one.country


MINISTER = "[Deputy Foreign Minister Ivo Lund] said {so}."


@pytest.mark.parametrize(
    ("text", "publisher", "title", "country"),
    [
        # two signs: the national agency and its capital, the capital and the headline, bare titles of record
        (f"MOSCOW, June 3 (TASS) – {MINISTER}", "TASS", "", "RU"),
        (f"ANKARA – {MINISTER}", "", "Turkey buys grain", "TR"),
        (f"YEREVAN – Talks went on. {MINISTER}\n\nPrime Minister Nikol Pashinyan was ill.", "", "", "AM"),
        (f"Russia buys grain. {MINISTER}", "The Moscow Times", "Russia buys grain", "RU"),
        (f"By our Yerevan correspondent\n\nArmenia buys grain. {MINISTER}", "", "Armenia buys grain", "AM"),
        # what stands beside is not where the words are said
        (f"MOSCOW – After talks with Turkey, {MINISTER}", "TASS", "", "RU"),
        (f"MOSCOW – Turkey sold grain. Russia was pleased. {MINISTER}", "TASS", "", "RU"),
        (f"MOSCOW (NP) – {MINISTER}", "", "", "RU"),
        (f"MOSCOW – The Kremlin was pleased. {MINISTER}", "", "", "RU"),
        # one sign, or signs that disagree
        (f"MOSCOW – {MINISTER}", "", "", None),
        (f"ANKARA (TASS) – {MINISTER}", "TASS", "Turkey buys grain", None),
        (f"MOSCOW – {MINISTER}", "", "Turkey buys grain", None),
        (f"MOSCOW/ANKARA – {MINISTER}", "TASS", "", None),
        (f"The grain came. {MINISTER}", "TASS", "", None),
        # another state acts, or is the place
        (f"MOSCOW (TASS) – Turkey mourns. {MINISTER}", "TASS", "", None),
        (f"MOSCOW (TASS) – Turkey mourns. Nobody was hurt. {MINISTER}", "TASS", "", None),
        (f"MOSCOW (TASS) – Turkey mourns.\n\nNobody was hurt. {MINISTER}", "TASS", "", None),
        (f"MOSCOW (TASS) – In Ankara, {MINISTER}", "TASS", "", None),
        (f"MOSCOW (TASS) – It rains.\n\nIn Turkey, where it rains too, {MINISTER}", "TASS", "", "TR"),
        (f"MOSCOW (TASS) – It rains.\n\nIn Turkey and Armenia, {MINISTER}", "TASS", "", None),
        ("MOSCOW (TASS) – [Deputy Foreign Minister Ivo Lund] said in Ankara: {so}.", "TASS", "", None),
        (f"MOSCOW (TASS) – Turkey mourns. Prime Minister Ivo Lund left.\n\nThe day went by. {MINISTER}",
         "TASS", "", None),
        # its own press begins a paragraph at home
        (f"MOSCOW (TASS) – Turkey mourns.\n\n{MINISTER}", "TASS", "", "RU"),
        (f"MOSCOW (TASS) – Turkey mourns.\n\nIt rains. {MINISTER}", "TASS", "", None),
        (f"MOSCOW – Russia wept.\n\nTurkey mourns.\n\n{MINISTER}", "", "Russia buys grain", None),
        # those whom its own officials meet
        (f"MOSCOW (TASS) – Her Turkish and Armenian colleagues left, and {MINISTER}", "TASS", "", "RU"),
        (f"MOSCOW (TASS) – Her Turkish and Armenian cousins left, and {MINISTER}", "TASS", "", None),
        # words that begin with the state of the agency
        ("YEREVAN (TASS) – {Russia will host the games}, said [Deputy Sport Minister Ivo Lund].",
         "TASS", "", "RU"),
        ("YEREVAN (TASS) – {Turkey will host the games}, said [Deputy Sport Minister Ivo Lund].",
         "TASS", "", "TR"),
        # not an officer of the state
        ("MOSCOW (TASS) – [Mayor Ivo Lund] said {so}.", "TASS", "", None),
        ("MOSCOW (TASS) – [Opposition leader Ivo Lund] said {so}.", "TASS", "", None),
        ("MOSCOW (TASS) – [Ivo Lund] said {so}.", "TASS", "", None),
    ],
)  # fmt: skip
def test_country_of_a_bare_title(text: str, publisher: str, title: str, country: str | None) -> None:
    assert spoken(text, publisher, title)[-1] == ("Ivo Lund", country)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[The Foreign Ministry] said {so}.", ("Russian Foreign Ministry", "RU")),
        ("[The Foreign Ministry] said {so}. [The ministry] said {no}.", ("Russian Foreign Ministry", "RU")),
        ("[The government] said {so}.", ("Russian government", "RU")),
        ("[A Foreign Ministry spokesman] said {so}.", ("Foreign Ministry spokesman", "RU")),
        ("[An aide to the prime minister] said {so}.", ("aide to the prime minister", "RU")),
        ("[The embassy] said {so}.", (None, None)),
        ("[The ministry] said {so}.", (None, None)),
        ("[The authorities] said {so}.", (None, None)),
        ("Turkey mourns. [The Foreign Ministry] said {so}.", (None, None)),
        ("[A senior official] said {so}.", ("senior official", None)),
        (
            "Prime Minister Ivo Lund met Prime Minister Lado Beri. [The prime minister] said {so}.",
            (None, None),
        ),
    ],
)
def test_bodies_and_roles_at_home(text: str, found: tuple[str | None, str | None]) -> None:
    assert spoken(f"MOSCOW (TASS) – Talks went on.\n\nNobody came.\n\n{text}", "TASS")[-1] == found


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("The National Road Safety Institute", "RU"),
        ("The Federal Forestry Agency", "RU"),
        ("The National Farmers League", None),
        ("The National Road Association", None),
        ("The Road Safety Institute", None),
        ("In Turkey, the National Road Safety Institute", None),
    ],
)
def test_bodies_that_a_nation_has(body: str, country: str | None) -> None:
    place, _, name = body.rpartition(", ")
    text = f"Talks went on. {place}{', ' if place else ''}[{name}] said {{so}}."
    assert spoken(f"MOSCOW (TASS) – {text}", "TASS")[-1][1] == country
    assert spoken(text)[-1][1] is None


@pytest.mark.parametrize(
    ("publisher", "source", "country"),
    [
        ("European Union", "Spokesperson Ivo Lund", "EU"),
        ("European Union", "Grain Minister Ivo Lund", None),
        ("European Union Watch", "Spokesperson Ivo Lund", None),
        ("Georgia", "Spokesperson Ivo Lund", None),
    ],
)
def test_publisher_that_is_an_organisation(publisher: str, source: str, country: str | None) -> None:
    assert spoken(f"[{source}] said {{so}}.", publisher) == [("Ivo Lund", country)]


@pytest.mark.parametrize(
    ("publisher", "source", "country"),
    [
        ("Ministry of Foreign Affairs of Russia", "Rear Admiral Ivo Lund", "RU"),
        ("Ministry of Foreign Affairs of Russia", "Commander Ivo Lund", "RU"),
        ("Ministry of Foreign Affairs of Russia", "Club Commander Ivo Lund", None),
        ("TASS", "Rear Admiral Ivo Lund", None),
    ],
)
def test_ranks_in_a_text_of_their_own(publisher: str, source: str, country: str | None) -> None:
    assert spoken(f"MOSCOW – [{source}] said {{so}}.", publisher) == [("Ivo Lund", country)]


def test_paragraphs_under_the_names_of_countries() -> None:
    text = (
        "RUSSIA: [The Foreign Ministry] said {so}. [Special envoy Ivo Lund] said {no}.\n\n"
        "TURKEY: [Ministry spokeswoman Maya Berg] said {so}. [Opposition leader Lado Beri] said {no}.\n\n"
        "[Foreign Minister Karl Holm] said {so}."
    )
    assert spoken(text) == [
        ("Russian Foreign Ministry", "RU"),
        ("Ivo Lund", "RU"),
        ("Maya Berg", "TR"),
        ("Lado Beri", None),
        ("Karl Holm", None),
    ]
    lines = "Russia\n\n[The Foreign Ministry] said {so}.\n\nTurkey\n\n[The Foreign Ministry] said {no}."
    assert spoken(lines) == [("Russian Foreign Ministry", "RU"), ("Turkish Foreign Ministry", "TR")]
    assert spoken("RUSSIA: [The Foreign Ministry] said {so}.") == [(None, None)]


LETTERHEAD = "Ministry of Foreign Affairs of Russia"
MINISTRY = ("Russian Foreign Ministry", "RU")


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        (
            "Comment by the Press Department on the vote",
            "[We] regret {it}.",
            ("Russian Foreign Ministry", "RU"),
        ),
        (LETTERHEAD, "[We] regret {it}.", MINISTRY),
        ("On the vote", "[We] regret {it}.", ("Russian Foreign Ministry", "RU")),
        (
            "Comment on the vote",
            "[Hulusi Akar] said {so}.\n\n[We] regret {it}.",
            ("Russian Foreign Ministry", "RU"),
        ),
        ("Comment on the vote", "[Deputy Foreign Minister Ivo Lund] said {so}.", ("Ivo Lund", "RU")),
        ("Comment on the vote", "[Hulusi Akar] said {so}. [We] regret {it}.", (None, None)),
        ("Interview of Ivo Lund with the daily", "[We] regret {it}.", (None, None)),
        ("Remarks at the forum", "[We] regret {it}.", (None, None)),
        ("Readout of a call", "[Finance Minister Ivo Lund] of Turkey said {so}.", ("Ivo Lund", "TR")),
    ],
)
def test_letterhead(title: str, text: str, found: tuple[str | None, str | None]) -> None:
    publisher = "" if title == LETTERHEAD else LETTERHEAD
    assert spoken(f"The vote was held on Monday.\n\n{text}", publisher, title)[-1] == found


def test_comment_by_a_part_of_a_ministry() -> None:
    title = "Comment by the Press Department of the Foreign Ministry of Russia on the vote"
    assert spoken("The vote was held. [We] regret {it}.", title=title)[-1][0] == "Russian Foreign Ministry"
    assert spoken("The vote was held. [We] regret {it}.", title="Comment on Ivo Lund")[-1][0] is None


def test_name_that_bodies_of_many_states_have() -> None:
    office = SpeakerRecord(
        "foreign-office", "British Foreign Office", "institution", "GB", ("Foreign Office",)
    )
    index = AuthorityIndex(replace(AUTHORITIES, speakers=(*AUTHORITIES.speakers, office)))

    def speaker(marked: str, publisher: str) -> str | None:
        document, quotations = article(marked)
        found = resolve(replace(document, publisher=publisher), quotations, index)[-1].attributions[0]
        return found.speaker.name if found.speaker else None

    text = "MOSCOW (TASS) – Talks went on. [The Foreign Office] said {so}."
    assert speaker(text, "TASS") == "Russian Foreign Ministry"
    assert speaker(text.replace("Talks went on", "Britain mourns"), "TASS") == "British Foreign Office"
    assert speaker(text.replace("The Foreign", "The British Foreign"), "TASS") == "British Foreign Office"
    assert speaker("Talks went on. [The Foreign Office] said {so}.", "") == "British Foreign Office"


DEPUTY = "[A deputy to the Turkish finance minister] said {so}.\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{DEPUTY}[Deputy Finance Minister Ivo Lund] said {{no}}.", ("Ivo Lund", "TR")),
        ("[A Turkish defense ministry spokesman] said {so}.\n\n"
         "[Defence Ministry spokesman Ivo Lund] said {no}.",
         ("Ivo Lund", "TR")),
        (f"{DEPUTY}[Finance Minister Ivo Lund] said {{no}}.", ("Ivo Lund", None)),
        (f"{DEPUTY}[Maya Berg] said {{so}}. [Deputy Finance Minister Ivo Lund] said {{no}}.",
         ("Ivo Lund", None)),
        ("[A former Turkish finance minister] said {so}.\n\n[Finance Minister Ivo Lund] said {no}.",
         ("Ivo Lund", None)),
        (f"{DEPUTY}A day went by.\n\nTwo went by.\n\n[Deputy Finance Minister Ivo Lund] said {{no}}.",
         ("Ivo Lund", None)),
    ],
)  # fmt: skip
def test_announced_and_then_named(text: str, found: tuple[str, str | None]) -> None:
    speakers = spoken(text)
    assert speakers[-1] == found
    assert (speakers[0] == found) == (found[1] is not None)


LONG = "Minister for Grain and Roads"


@pytest.mark.parametrize(
    ("announced", "title", "found"),
    [
        (f"The {LONG}", LONG, ("Ivo Lund", None)),
        (f"The Turkish {LONG}", LONG, ("Ivo Lund", "TR")),
        (f"A {LONG}", LONG, ("minister for Grain and Roads", None)),
        ("The Minister for Grain", "Minister for Grain", (None, None)),
        ("The Minister for Grain and Mines", LONG, (None, None)),
    ],
)
def test_announced_by_a_long_title(announced: str, title: str, found: tuple[str | None, str | None]) -> None:
    assert spoken(f"[{announced}] said {{so}}.\n\n[{title} Ivo Lund] said {{no}}.")[0] == found


@pytest.mark.parametrize(
    ("title", "is_of_the_state", "is_under_its_name"),
    [
        ("Deputy Foreign Minister", True, True),
        ("Minister for Veterans", True, True),
        ("Junior Minister", True, True),
        ("Speaker of the National Assembly", True, True),
        ("Digital Transformation Minister", True, True),
        ("President’s press secretary", True, True),
        ("Chief of the General Staff", True, True),
        ("Special envoy", False, True),
        ("negotiator", False, True),
        ("Regional Minister", False, True),
        ("First Minister", False, True),
        ("bank president", False, False),
        ("former foreign minister", False, False),
        ("opposition leader", False, False),
        ("mayor", False, False),
        ("analyst", False, False),
    ],
)
def test_titles(title: str, is_of_the_state: bool, is_under_its_name: bool) -> None:
    assert is_state_title(title) == is_of_the_state
    assert is_title_of_a_state(title) == is_under_its_name


def test_titles_of_organisations() -> None:
    assert is_for_an_organisation("Special Representative")
    assert is_for_an_organisation("Alliance spokesperson")
    assert is_for_an_organisation("Secretary-General of the League")
    assert not is_for_an_organisation("head of the Grain Federation")
    assert not is_for_an_organisation("Foreign Minister")
    assert is_state_title("Foreign Minister") and not is_state_title("Foreign Minister", "US")


DEPUTY_SAID = "“{So},” [Deputy Interior Minister Ivo Lund] said."


@pytest.mark.parametrize(
    ("text", "title", "country"),
    [
        # the state that acted last: as the subject, in a clause, through its body or official, by the place
        (f"Turkey denied it. {DEPUTY_SAID}", "", "TR"),
        (f"Turkey, which sells grain to Russia, denied it. {DEPUTY_SAID}", "", "TR"),
        (f"Turkey denied it.\n\n{DEPUTY_SAID}", "", "TR"),
        (f"It was in Russia’s waters, and Ankara summoned the Russian envoy. {DEPUTY_SAID}", "", "TR"),
        (f"[Turkey’s Foreign Ministry] denied {{it}}. {DEPUTY_SAID}", "", "TR"),
        (f"[Turkish envoy Lado Beri] denied {{it}}.\n\n{DEPUTY_SAID}", "", "TR"),
        ("In Ankara, [Deputy Interior Minister Ivo Lund] said {so}.", "", "TR"),
        ("Russia left. In Ankara, [Deputy Interior Minister Ivo Lund] said {so}.", "", "TR"),
        (f"In Ankara, nobody wept.\n\n{DEPUTY_SAID}", "", "TR"),
        (f"MOSCOW (Reuters) - Russia wept. Turkey denied it. {DEPUTY_SAID}", "Russia weeps", "TR"),
        (f"Turkey denied it. It accused Russia of greed. {DEPUTY_SAID}", "", "TR"),
        (
            f"YEREVAN – It rained.\n\nTurkey denied it. It accused Yerevan. {DEPUTY_SAID}",
            "Armenia wept",
            "TR",
        ),
        (
            f"YEREVAN – It rained.\n\nArmenia denied it. It accused Ankara. {DEPUTY_SAID}",
            "Armenia wept",
            "AM",
        ),
        (f"Russia wept. Turkey owes it grain. {DEPUTY_SAID}", "", None),
        (
            "Turkey left.\n\n[The head of the government’s delegation, Ivo Lund,] said {so}.",
            "",
            "TR",
        ),
        # two act, none acts, another one is near, the text may be at home elsewhere
        (f"Turkey denied it, while Moscow wept. {DEPUTY_SAID}", "", None),
        (f"Turkey and Russia denied it. {DEPUTY_SAID}", "", None),
        (f"The fleet of Turkey was near. {DEPUTY_SAID}", "", None),
        (f"[Turkish envoy Lado Beri] met the Russian one and denied {{it}}. {DEPUTY_SAID}", "", None),
        (
            "Turkey denied it. Russia’s Lavrov met [Deputy Interior Minister Ivo Lund], who said {so}.",
            "",
            None,
        ),
        ("Turkey denied it. “{So},” [Deputy Interior Minister Ivo Lund] said in Moscow.", "", None),
        (f"Russia wept. A day passed.\n\nTurkey denied it.\n\n{DEPUTY_SAID}", "Russia weeps", None),
        ("Turkey denied it. [Opposition leader Ivo Lund] said {so}.", "", None),
        ("Turkey denied it. [Analyst Ivo Lund] said {so}.", "", None),
    ],
)
def test_state_that_acted_last(text: str, title: str, country: str | None) -> None:
    assert spoken(text, "Reuters" if "Reuters" in text else "", title)[-1] == ("Ivo Lund", country)


def test_a_bare_spokesman_is_of_the_body_that_spoke_last() -> None:
    bodies = "[Turkey’s Foreign Ministry] denied {it}."
    assert spoken(f"{bodies}\n\n[Spokesperson Ivo Lund] said {{so}}.")[-1] == ("Ivo Lund", "TR")
    assert spoken("The ministry denied it. [Spokesperson Ivo Lund] said {so}.")[-1] == ("Ivo Lund", None)


@pytest.mark.parametrize(
    ("letterhead", "country"),
    [
        ("Ministry of Foreign Affairs of Russia", "RU"),
        ("Government of Russia", "RU"),
        ("Chancery of the President of Russia", "RU"),
        ("Russian Ministry of Water and Irrigation", "RU"),
        ("Embassy of Russia in Turkey", "RU"),
        ("Ministry of Foreign Affairs", None),
        ("Ministry of Water of Russia sells ships", None),
        ("Russia Grain Company", None),
    ],
)
def test_letterhead_in_the_first_lines(letterhead: str, country: str | None) -> None:
    before = f"{letterhead}\n\nA guest came\n\nIt rained.\n\nA day passed."
    text = f"{before}\n\n[State Secretary Ivo Lund] said {{so}}."
    assert spoken(text)[-1] == ("Ivo Lund", country)


@pytest.mark.parametrize(
    ("letterhead", "place", "country"),
    [
        ("Ministry of Foreign Affairs", "Moscow, 3 June 2021", "RU"),
        ("Ministry of Foreign Affairs", "June 2021", None),
        ("Ministry of Foreign Affairs sells ships", "Moscow, 3 June 2021", None),
    ],
)
def test_letterhead_without_its_state(letterhead: str, place: str, country: str | None) -> None:
    text = f"{letterhead}\n\n{place}\n\n[State Secretary Ivo Lund] said {{so}}."
    assert spoken(text)[-1] == ("Ivo Lund", country)


def test_agency_of_the_dateline_and_of_the_first_lines() -> None:
    assert spoken(f"Moscow, June 3, TASS\n\n{MINISTER}")[-1] == ("Ivo Lund", "RU")
    assert spoken(f"Russian State News Agency\n\nMoscow, June 3\n\n{MINISTER}")[-1] == ("Ivo Lund", "RU")
    assert spoken(f"MOSCOW/ANKARA, June 3\n\n{MINISTER}")[-1] == ("Ivo Lund", None)


@pytest.mark.parametrize(
    ("source", "country"),
    [
        ("Ivo Lund, who became foreign minister of Turkey last autumn,", "TR"),
        ("Ivo Lund, who serves as the Turkish ambassador to Russia,", "TR"),
        ("Ivo Lund, who was foreign minister of Turkey until May,", None),
        ("Ivo Lund, who met the Turkish foreign minister,", None),
        ("Ivo Lund, an adviser to the Turkish president,", "TR"),
        ("Ivo Lund, an adviser to Turkey,", None),
        ("Ivo Lund, a director at the Turkish energy ministry,", "TR"),
        ("Ivo Lund, a director at the Turkish border,", None),
    ],
)
def test_whose_title_it_is(source: str, country: str | None) -> None:
    assert spoken(f"The day went by. [{source}] said {{so}}.")[-1] == ("Ivo Lund", country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russia warned of guns in Turkey. “{So},” [its ambassador in Ankara, Ivo Lund,] wrote.", "RU"),
        ("The European Union met. [A spokesman for the bloc’s diplomats, Ivo Lund,] said {so}.", "EU"),
        ("The EU and the UN met. [A spokesman for the bloc’s diplomats, Ivo Lund,] said {so}.", None),
        ("Speaking on behalf of the Turkish side, [Deputy Minister Ivo Lund] said {so}.", "TR"),
        ("Speaking on behalf of the victims, [Deputy Minister Ivo Lund] said {so}.", None),
        ("The Ankara-based group left. [Its director, Ivo Lund,] said {so}.", None),
        # who heads a group that tells of a state does not speak for the state
        ("Turkey’s Roads Department shut it. [Its head, Ivo Lund,] said {so}.", "TR"),
        ("Turkey left. [Its president, Ivo Lund,] said {so}.", "TR"),
        ("The group Lake Watch counted 11 Turkish men. “{So},” [its director Ivo Lund] said.", None),
        ("Omonia, the union of the Turkish minority, left. “{So},” [its chairman, Ivo Lund,] said.", None),
        ("The farmers’ union wants Turkey to pay. [Its president, Ivo Lund,] said {so}.", None),
        ("The bloc in Turkey called for calm. [Its executive secretary, Ivo Lund,] said {so}.", None),
        (
            "The southern bloc EU called for calm in Turkey. [Its executive secretary, Ivo Lund,] said {so}.",
            "EU",
        ),
        # an office told before and taken up with the name
        (
            "Turkey’s foreign minister met the Russian envoy. “{So},” [the minister, Ivo Lund,] said.",
            "TR",
        ),
        (
            "Turkey’s foreign minister met the Russian minister. “{So},” [the minister, Ivo Lund,] said.",
            None,
        ),
        ("The Turkish foreign minister wept.\n\n“{So},” [the minister, Ivo Lund,] said.", None),
        ("Russia said the Turkish ambassador had left. It rained.\n\n[Ambassador Ivo Lund] said {so}.", "TR"),
        (
            "The Turkish ambassador met the British ambassador. [Ambassador Ivo Lund] said {so}.",
            None,
        ),
        ("Russia named the Turkish and British ambassadors. [Ambassador Ivo Lund] said {so}.", None),
        ("The ambassador to Turkey was summoned. [Ambassador Ivo Lund] said {so}.", None),
    ],
)
def test_whose_somebody_is_by_the_words_before(text: str, country: str | None) -> None:
    assert spoken(text)[-1] == ("Ivo Lund", country)
