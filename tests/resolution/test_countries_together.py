"""The two countries of a text, the ministries of both, and the participants of a joint text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements.resolution import resolve
from tests.resolution.building import INDEX, article

RECEIVED = (
    "Prime Minister Nikol Pashinyan received Russian Defence Minister Ivo Lund, Turkish Energy Minister Olga"
    " Berg and French Trade Minister Ida Holm.\n\n"
)
VISITED = (
    "Senator the Honourable Ivo Lund, Minister of Justice of Armenia, visited Olga Berg, Minister of Trade of"
    " Georgia.\n\n"
)
SPOKE = (
    "[Armenian Deputy Minister Ivo Lund] told a meeting {so}. [Georgian Deputy Minister Olga Berg] said {so}."
    " [Turkish Deputy Minister Ida Holm] said {so}.\n\n"
)


def spoken(marked: str, title: str = "") -> list[str | None]:
    document, quotations = article(marked)
    found = resolve(replace(document, title=title), quotations, INDEX)[-1]
    return [one.speaker.name if one.speaker else None for one in found.attributions]


@pytest.mark.parametrize(
    ("title", "marked", "expected"),
    [
        (
            "Armenia, Georgia open a road",
            "The road is open. [The foreign ministries of the two countries] said {so}.",
            ["Armenian Foreign Ministry", "Georgian Foreign Ministry"],
        ),
        (
            "",
            "Armenia and Georgia opened a road. It rained.\n\n[The parliaments of both nations] hailed {it}.",
            ["Armenian Parliament", "Georgian Parliament"],
        ),
        (
            "Ankara asks Yerevan for figures",
            "Water is scarce. Farmers wait.\n\n[The two neighbours] agreed {to talk}.",
            ["Turkish government", "Armenian government"],
        ),
        (
            "",
            "Russia, Turkey and Armenia met.\n\nIn a joint statement, [the participants] urged {calm}.",
            ["Russian government", "Turkish government", "Armenian government"],
        ),
        (
            "",
            "Russia, Turkey and Armenia met. It rained.\n\nIn a joint statement, [the sides] urged {calm}."
            " [They] backed {more}.",
            ["Russian government", "Turkish government", "Armenian government"],
        ),
        (
            "",
            RECEIVED + "The participants spoke of water. [They] agreed {to meet}.",
            ["Nikol Pashinyan", "Ivo Lund", "Olga Berg", "Ida Holm"],
        ),
        (
            "Joint Communiqué by the Minister of Justice of Armenia and the Minister of Trade of Georgia",
            VISITED + "[The Ministers] welcomed {it}.",
            ["Ivo Lund", "Olga Berg"],
        ),
        (
            "Joint Statement by the US Secretary of State and the Minister of Trade of Georgia",
            VISITED + "[The Secretary and the Minister] welcomed {it}.",
            [None],
        ),
        (
            "Joint Statement by the Secretary of State of the US and the Minister of Trade of Georgia",
            "US Secretary of State Ida Holm met Georgian Trade Minister Olga Berg."
            " [The Secretary and the Minister] welcomed {it}.",
            ["Ida Holm", "Olga Berg"],
        ),
        (
            "Joint Statement by the Secretary of State of the US and the Minister of Trade of Georgia",
            "[We] welcome {it}.",
            ["US State Department", "Georgian Trade Ministry"],
        ),
        (
            "Joint Communiqué by the Minister of Justice of Armenia and the Minister of Trade of Georgia",
            VISITED + "It rained. Lunch was long.\n\n[We] will meet {again}.",
            ["Ivo Lund", "Olga Berg"],
        ),
        (
            "Joint Communiqué by the Minister of Justice of Armenia and the Minister of Trade of Georgia",
            VISITED + "It rained. Lunch was long.\n\n[The two sides] noted {it}.",
            ["Ivo Lund", "Olga Berg"],
        ),
        (
            "",
            VISITED + "It rained. Lunch was long.\n\n[Both ministers] noted {it}.",
            ["Ivo Lund", "Olga Berg"],
        ),
        (
            "",
            VISITED + "It rained. Lunch was long.\n\n[The ministers] noted {it}.",
            ["Ivo Lund", "Olga Berg"],
        ),
        (
            "",
            "Prime Minister Nikol Pashinyan received Russian Defence Minister Ivo Lund. It rained. Lunch was"
            " long.\n\n[Both] hailed {it}.",
            ["Nikol Pashinyan", "Ivo Lund"],
        ),
        ("", SPOKE + "[The participants] agreed {to meet}.", ["Ivo Lund", "Olga Berg", "Ida Holm"]),
    ],
)
def test_who_stands_together(title: str, marked: str, expected: list[str]) -> None:
    assert spoken(marked, title) == expected


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        (
            "Armenia, Georgia and Russia open a road",
            "[The foreign ministries of the two countries] said {so}.",
        ),
        (
            "Armenia, Georgia open a road",
            "Chad and Guinea met. Lunch was served. [The foreign ministries of both countries] said {so}.",
        ),
        ("Armenia, Georgia open a road", "The road is open. The vote was close. [The two sides] said {so}."),
        ("Armenia, Georgia open a road", "The road is open. [The ministries of the two parties] said {so}."),
        (
            "",
            "Russia, Turkey and Armenia met. So did Chad, Guinea and India. [The participants] urged {calm}.",
        ),
        ("", "Russia, Turkey and Armenia met. Lunch was served. It was long.\n\n[The parties] urged {calm}."),
        ("", VISITED + "EU ministers waited. It rained.\n\n[The ministers] noted {it}."),
        ("", VISITED + "Turkish Water Minister Ida Holm came. It rained.\n\n[Both ministers] noted {it}."),
        ("", SPOKE.replace("meeting", "house") + "[The participants] agreed {to meet}."),
        (
            "",
            SPOKE
            + "Bridge owner Karl Beck is rich, [Karl Beck] said {so}. [The participants] agreed {to meet}.",
        ),
    ],
)
def test_two_lists_or_another_pair_leave_it_open(title: str, marked: str) -> None:
    assert spoken(marked, title) == [None]
