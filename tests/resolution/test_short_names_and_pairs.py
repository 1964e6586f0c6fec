"""Who is meant by a short name, a title that is a surname, a pair, a party, an outlet of a state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statements.authority_files import read_authorities
from statements.resolution import AuthorityIndex, resolve
from tests.resolution.building import INDEX, article, last, names, resolved

LUND = "[Foreign Minister Ivo Lund]"
AGREED = "[Armenian minister Ivo Lund and Georgian minister Karl Berg] agreed {so}. "
MINISTER = "[Georgian minister Tiri Lund]"


def headed(title: str, marked: str) -> list[str | None]:
    document, quotations = article(marked)
    found = resolve(replace(document, title=title), quotations, INDEX)[-1]
    return [one.speaker.name if one.speaker else None for one in found.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a party’s name between commas behind its owner
        ("Ivo Berg’s party, Grey Union, left. [Grey Union] said {so}.", "Grey Union"),
        ("[Her coalition partner, Unidos Todos,] said {so}.", "Unidos Todos"),
        ("[The leader of the party, Ivo Lund,] said {so}.", "Ivo Lund"),
        ("[Berg’s partner, Ivo Lund,] said {so}.", None),
        ("[Berg’s party, Ivo Lund,] said {so}.", None),
        # titles that are surnames, behind an office
        ("[Turkish minister Tiri Sheikh] said {so}. [Sheikh] added {no}.", "Tiri Sheikh"),
        ("[The spokesman of the Turkish foreign ministry Tiri Banks] said {so}. [Banks] added {no}.",
         "Tiri Banks"),
        ("[Georgia’s President Tiri Black] said {so}. [Black] added {no}.", "Tiri Black"),
        ("Georgia’s minister Tiri West left. [The West] said {so}.", None),
        ("[The former King] said {so}.", None),
        # a given name alone
        ("Georgia’s Minister of Grain Tiri Lund came. [Tiri] said {so}.", "Tiri Lund"),
        ("Georgia’s Minister of Grain Tiri Lund came. [Minister Tiri] said {so}.", "Tiri Lund"),
        ("Georgia’s Minister of Grain Tiri Lund came. [Judge Tiri] said {so}.", "Tiri"),
        # pronouns that give and do not give away a gender
        (MINISTER + " voiced {her concern}. Turkish minister Karl Berg left. [She] said {so}.", "Tiri Lund"),
        (MINISTER + " condemned {her words}. Turkish minister Karl Berg left. [She] said {so}.", None),
        # given names of both
        ("[Georgian minister Evelyn Lund] said {so}. [He] said {so}.", "Evelyn Lund"),
        ("[Georgian minister Anna Lund] said {so}. [He] said {so}.", None),
        # whom "what it calls" points to
        ("Turkey stayed, a day after Georgia asked for talks on what [it] calls {a raid}.",
         "Georgian government"),
        ("Turkey stayed before Georgia’s vote on what [it] calls {a raid}.", "Turkish government"),
        # the ministry that the text calls by its field alone
        ("YEREVAN – Armenia wept. [The foreign ministry] said {so}. [Georgian foreign ministry spokesman Ivo"
         " Lund] said {so}.\n\n[Officials at the foreign ministry] said {no}.",
         "officials at the Armenian Foreign Ministry"),
        ("[The Armenian foreign ministry] said {so}. [Georgian foreign ministry spokesman Ivo Lund] said"
         " {so}.\n\n[Officials at the foreign ministry] said {no}.", "officials at the foreign ministry"),
        ("[Georgian foreign ministry spokesman Ivo Lund] said {so}.\n\n[Officials at the foreign ministry]"
         " said {no}.", "officials at the Georgian Foreign Ministry"),
        # the ministry of the only minister
        ("Georgia’s foreign minister Ivo Lund came. Minister Lund wept. [The ministry] said {so}.",
         "Georgian Foreign Ministry"),
        ("Georgia’s foreign minister Ivo Lund met Minister Karl Berg. [The ministry] said {so}.", None),
        # leaders of a house
        ("[Georgia’s House Majority Leader Ivo Lund] said {so}.", "Ivo Lund"),
        ("[The majority] said {so}.", None),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("title", "marked", "expected"),
    [
        ("Armenian Minister Ida Holm speaks", "Georgian minister Ivo Lund slept. [Ida Holm] said {so}. [The"
         " minister] said {no}.", "Ida Holm"),
        ("Ida Holm speaks", "Georgian minister Ivo Lund slept. [Ida Holm] said {so}. [The minister] said"
         " {no}.", None),
    ],
)  # fmt: skip
def test_title_that_the_heading_tells(title: str, marked: str, expected: str | None) -> None:
    assert headed(title, marked) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the only two states so far
        ("Armenia sold grain. It went to Georgia. It rained.\n\n[The two countries] agreed {to talk}.",
         ["Armenian government", "Georgian government"]),
        ("Armenia sold grain. It went to Georgia. Turkey ate.\n\n[The two countries] agreed {to talk}.",
         [None]),
        # the only two who spoke together
        (AGREED + "Turkish minister Ida Holm came.\n\nIt rained. [Both sides] said {no}.",
         ["Armenian government", "Georgian government"]),
        (AGREED + "[Armenian minister Ivo Lund and Turkish minister Ida Holm] agreed {so}.\n\nIt rained."
         " [Both sides] said {no}.", [None]),
        (AGREED.replace("Georgian", "Armenian") + "Turkish minister Ida Holm came.\n\nIt rained. [Both"
         " sides] said {no}.", [None]),
    ],
)  # fmt: skip
def test_the_two(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # an outlet that the text calls the state’s
        ("Russia’s state-run Moscow Times was late. According to [the Moscow Times], {so}.", "RU"),
        ("The official newspaper Moscow Times was late. According to [the Moscow Times], {so}.", "RU"),
        ("[Russia’s state-run Moscow Times] said {so}.", "RU"),
        ("The Moscow Times was late. According to [the Moscow Times], {so}.", None),
        ("A state official told the Moscow Times. According to [the Moscow Times], {so}.", None),
        # a mission is its organisation’s
        ("The United Nations met. [The mission’s spokesman] said {so}.", "UN"),
        ("The United Nations and the OSCE met. [The mission’s spokesman] said {so}.", None),
        # the country behind a whole field
        ("He met the Minister of Foreign Affairs, Migration and Georgians Abroad of Georgia, Ivo Lund."
         " [Minister Lund] said {so}.", "GE"),
        ("He met the Minister of Foreign Affairs and Georgians Abroad, Ivo Lund. [Minister Lund] said {so}.",
         None),
        ("[The Minister of Water, Roads and Sport of Georgia, Ivo Lund,] said {so}.", "GE"),
        ("The Armenian minister of water of Georgia’s river, Ivo Lund, came. [Lund] said {so}.", "AM"),
        # a promise that a state named once is said to make
        (f"The grain of Armenia is cheap. {{Turkey would send grain}}, {LUND} said.", "TR"),
        (f"The grain of Armenia is cheap. Armenian bread is too. {{Turkey would send it}}, {LUND} said.",
         None),
        (f"The grain of Armenia is cheap. Armenian bread is too. {{Turkey is ready to talk}}, {LUND} said.",
         "TR"),
    ],
)  # fmt: skip
def test_for_whom(text: str, country: str | None) -> None:
    assert last(text).country == country


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Local media", "anonymous"),
        ("Georgian newspapers", "anonymous"),
        ("The Georgian Media Union", "institution"),
    ],
)
def test_the_press_at_large_hides_who_said_it(source: str, kind: str) -> None:
    found = last(f"[{source}] said {{so}}.").speaker
    assert found
    assert found.kind == kind


@pytest.mark.parametrize(
    ("opening", "said"),
    [("TBILISI, Jun 3 (NP).- ", None), ("It rained, and on Jun 3 ", "2020-06-03")],
)
def test_day_of_a_dateline_is_not_that_of_speaking(opening: str, said: str | None) -> None:
    [found] = resolved(opening + "[Georgia] <said> {it would wait}.", date(2020, 6, 4))
    assert (found.said.edtf if found.said else None) == said


@pytest.mark.parametrize(
    ("capital", "code"), [("Gitega", "BI"), ("Cotonou", "BJ"), ("Abidjan", "CI"), ("Osta", None)]
)
def test_seats_of_government_stand_for_their_states(capital: str, code: str | None) -> None:
    document, quotations = article(f"[{capital}] said {{it would wait}}.")
    [found] = resolve(document, quotations, AuthorityIndex(read_authorities()))
    assert found.attributions[0].country == code
