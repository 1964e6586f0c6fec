"""Titles with a field or a place, bodies by whose they are, and persons of whom several bear a name."""

from __future__ import annotations

import pytest

from statements.resolution.named_text import read_names
from tests.quality.gold import index
from tests.resolution.reading_in_full import last_of
from tests.resolution.test_papers_and_offices import spoken


def speakers(text: str, publisher: str = "", title: str = "") -> list[tuple[str | None, str | None]]:
    return spoken(text, publisher, title)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Irish Housing Minister Ivo Lund left.", ["IE"]),
        ("The French Sea Ministry left.", ["FR"]),
        ("Dawn French left.", []),
        ("German Lund, Grain Minister, left.", []),
    ],
)
def test_adjectives_that_are_names_too(text: str, countries: list[str]) -> None:
    units = read_names(text, [(0, len(text))], index()).units.items
    assert [one.country.code for one in units if one.country] == countries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a field that no list has, and one that is no word of names
        ("[Turkish Sea Minister Ivo Lund] said {so}.", ("Ivo Lund", "TR")),
        # a place is nobody's name
        ("[The governor of Turkey’s Norhaven Province, Ivo Lund,] said {so}.", ("Ivo Lund", "TR")),
        ("[The governor of Turkey’s Norhaven, Ivo Lund,] said {so}.", ("Ivo Lund", "TR")),
        # one of a people, not of its state
        ("[The Serb member of the council, Ivo Lund,] said {so}.", ("Ivo Lund", None)),
        # deputies by another word; initials of an office
        ("Turkey wept. [Alternate Foreign Minister Ivo Lund] said {so}.", ("Ivo Lund", "TR")),
        ("Turkey wept. [Agriculture CS Ivo Lund] said {no}. [The CS] said {so}.", ("Ivo Lund", "TR")),
        ("Turkey wept. [Grain Minister Ivo Lund] said {no}. [The CS] said {so}.", (None, None)),
        (
            "[Turkish Defense Secretary Ivo Lund] said {no}. [The defense chief] said {so}.",
            ("Ivo Lund", "TR"),
        ),
        ("[Turkish Grain Secretary Ivo Lund] said {no}. [The defense chief] said {so}.", (None, None)),
    ],
)
def test_titles(text: str, expected: tuple[str | None, str | None]) -> None:
    assert speakers(text)[-1] == expected


def test_two_sheikhs_of_one_family() -> None:
    both = "[Foreign Minister {} Omar Al Lund] said {{so}}. [Grain Minister {} Nasser Al Lund] said {{no}}."
    for given in ("Shaikh Ali", "Karim"):
        first, second = speakers(both.format(given, given))
        assert first[0] != second[0], given
    particles = both.replace("Omar", "bin Omar").replace("Nasser", "bin Nasser")
    assert len({name for name, _ in speakers(particles.format("Ali", "Ali"))}) == 2
    first, second = speakers("[Grain Minister Ali K. Lund] said {so}. [Ali Lund] said {no}.")
    assert first[0] == second[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Former minister Ivo Lund’s Ostia Tehreek-i-Grain] said {so}.", "Ostia Tehreek-i-Grain"),
        ("[Jamaat-e-Grain] said {so}.", "Jamaat-e-Grain"),
        ("[VMRO-DPMNE] said {so}.", "VMRO-DPMNE"),
        ("[LUND-BERG] said {so}.", None),
        ("According to [GPS], {so}.", None),
        ("[Siraj-ul-Haq] said {so}.", None),
        ("[Turkish Defence Minister Sami-ul-Haq] said {so}.", None),
        ("It rains. [Human rights groups] said {so}.", "Human rights groups"),
        ("It rains. [Tour groups] said {so}.", None),
        ("According to [Turkish figures], {so}.", "Turkish government"),
        ("According to [Turkish bank figures], {so}.", None),
        ("It rains. [Turkish figures] urged {calm}.", None),
        ("Turkey has agreed. [A source at its Foreign Ministry] said {so}.",
         "source at the Turkish Foreign Ministry"),
        ("{Turkey has agreed}, according to [a source at its Foreign Ministry].",
         "source at the Turkish Foreign Ministry"),
        ("{Ivo Lund has agreed}, according to [a source at its Foreign Ministry].",
         "source at its Foreign Ministry"),
        ("Turkey’s prime minister, Ivo Lund, left. [Lund’s press service] said {so}.",
         "Press service of Ivo Lund"),
        ("Turkey’s best singer, Ivo Lund, left. [Lund’s press service] said {so}.", None),
        ("Eleven members of the council signed a letter in which [they] urge {peace}.",
         "Eleven members of the council"),
        ("Eleven ships left a port in which [they] say {all is well}.", None),
        ("The Grey Union shut the gate over what [they] called {a raid}.", "Grey Union"),
        ("The Grey Union shut the gate over a raid, [they] said {so}.", None),
        ("Over lunch the members signed a letter in which [they] urge {peace}.", None),
        ("Turkey jailed three teachers for what [they] called {a peaceful walk}.", None),
        ("Turkey rejected a statement by Armenia in which [it] called {the raid a crime}.", None),
        ("Turkey’s Foreign Ministry sent a note in which [it] regretted {the delay}.",
         "Turkish Foreign Ministry"),
        ("Turkey’s Foreign Ministry shut a road, which [it] regretted, {it said}.", None),
        ("Armenian Foreign Minister Karl Berg left. {Turkish Foreign Minister Ivo Lund has insulted Armenia},"
         " [the ministry] said.", None),
        ("Turkish Foreign Minister Ivo Lund met Armenia’s foreign minister, Karl Berg."
         " [The ministry] said {so}.",
         None),
    ],
)  # fmt: skip
def test_who_it_is(text: str, expected: str | None) -> None:
    assert speakers(text)[-1][0] == expected


def test_one_ministry_read_as_several_sources() -> None:
    told = "Turkey has agreed. {} said that the gate is shut."
    one = last_of(told.format("Its Ministry of the Sea, Transport and Roads")).attributions
    assert [a.speaker.name for a in one if a.speaker] == ["Turkish Sea, Transport and Roads Ministry"]
    two = last_of(told.format("The Turkish army and the Armenian army")).attributions
    assert [a.country for a in two] == ["TR", "AM"]


@pytest.mark.parametrize(
    ("between", "country"),
    [("It rains.", "TR"), ("The Georgian army has asked both to talk.", None)],
)
def test_ambassador_beside_another_state(between: str, country: str | None) -> None:
    text = f"Armenia summoned the Turkish ambassador.\n\n{between} [Ambassador Ivo Lund] said {{so}}."
    assert speakers(text)[-1] == ("Ivo Lund", country)


@pytest.mark.parametrize(
    ("opening", "country"),
    [
        ("Yerevan: Armenia has asked Turkey for grain, and the ships wait.", "AM"),
        ("Noted: Armenia has asked Turkey for grain, and the ships wait.", None),
    ],
)
def test_place_before_a_colon(opening: str, country: str | None) -> None:
    text = f"{opening}\n\nIt rains. [Grain Minister Ivo Lund] said {{so}}."
    assert speakers(text, title="Armenia asks for grain")[-1][1] == country


def test_role_of_a_first_lady() -> None:
    [one] = last_of("Spokeswoman and first lady Ana Lund said that the gate is shut.").attributions
    assert one.role == "Spokeswoman and first lady"


@pytest.mark.parametrize(("place", "country"), [("ANKARA – ", None), ("YEREVAN – ", "AM")])
def test_correspondent_abroad(place: str, country: str | None) -> None:
    text = f"{place}The ships wait for grain in the rain.\n\nIt rains. [Grain Minister Ivo Lund] said {{so}}."
    assert speakers(text, "The Yerevan Sentinel", "Turkey asks for grain")[-1][1] == country


def test_title_beside_a_sheikh() -> None:
    assert speakers("Turkey wept. [Foreign Minister Shaikh Ali Karim Lund] said {so}.")[-1][1] == "TR"
    assert speakers("Turkey wept. [Shaikh Ali Karim Lund] said {so}.")[-1][1] is None


def test_governor_where_the_signs_disagree() -> None:
    governor = "{} – Armenia has asked for grain.\n\nIt rains. [Deputy Governor Ivo Lund] said {{so}}."
    title, paper = "Armenia asks for grain", "The Yerevan Sentinel"
    assert speakers(governor.format("YEREVAN"), paper, title)[-1][1] == "AM"
    assert speakers(governor.format("ANKARA"), "", title)[-1][1] is None


@pytest.mark.parametrize(
    ("envoy", "country"), [("Turkish High Commissioner", "AM"), ("Turkish Foreign Minister", "TR")]
)
def test_envoys_are_guests(envoy: str, country: str) -> None:
    text = f"YEREVAN – Armenia has asked for grain.\n\n{envoy} Karl Berg left."
    text += " [State Minister Ana Lund] said {so}."
    assert speakers(text, title="Armenia asks for grain")[-1] == ("Ana Lund", country)


@pytest.mark.parametrize(
    ("title", "country"), [("Turkish Grain Minister", "TR"), ("Turkish Grain Merchant", None)]
)
def test_spokeswoman_of_a_minister_of_any_field(title: str, country: str | None) -> None:
    text = f"{title} Ivo Lund left. [A spokeswoman for Lund] said {{so}}."
    assert speakers(text)[-1][1] == country


def test_what_is_quoted_is_no_deed_of_home() -> None:
    text = (
        "YEREVAN – Armenia has asked for grain.\n\nTurkish Foreign Minister Karl Berg left. {Armenia"
        " must wait}, [he] told"
        " them. [Government spokeswoman Ana Lund] said {so}."
    )
    assert speakers(text, title="Armenia asks for grain")[-1][1] != "AM"


def test_its_ministry_goes_on_about_the_state() -> None:
    text = "Turkey has agreed. Its ministry in Norhaven was shut. [Minister Ivo Lund] said {so}."
    assert speakers(text)[-1] == ("Ivo Lund", "TR")
    assert speakers(text.replace("Its", "Armenia’s"))[-1] == ("Ivo Lund", "AM")
    rival = "Turkey has agreed. Its rival Armenia attacked at dawn. [Foreign Minister Ivo Lund] said {so}."
    assert speakers(rival)[-1][1] != "TR"
