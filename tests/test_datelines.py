"""What opens a report: the place and the agency, and where the report begins."""

from __future__ import annotations

import pytest

from statements.datelines import dateline_of


@pytest.mark.parametrize(
    ("paragraph", "place", "credits", "report"),
    [
        ("OSTA (Norpress) - Ostia said", "OSTA", ("Norpress",), "Ostia said"),
        ("Osta, Sept 22, 2021 (NP) - Ostia said", "Osta", ("NP",), "Ostia said"),
        ("OSTA. NORPRESS – Ostia said", "OSTA", ("NORPRESS",), "Ostia said"),
        ("OSTA, June 3, NORPRESS", "OSTA", ("NORPRESS",), ""),
        ("OSTA, JUNE 3, NORPRESS. Ostia said", "OSTA", ("NORPRESS",), "Ostia said"),
        ("OSTA, July 30. /NP/. Ostia said", "OSTA", ("NP",), "Ostia said"),
        ("OSTA/NORA (Norpress) - Ostia said", "OSTA/NORA", ("Norpress",), "Ostia said"),
        ("OSTA. - Ostia said", "OSTA", (), "Ostia said"),
        ("OSTA -- Ostia said", "OSTA", (), "Ostia said"),
        ("OSTA: Ostia said", "OSTA", (), "Ostia said"),
        ("HILLTOWN, Ostia — Ostia said", "HILLTOWN, Ostia", (), "Ostia said"),
        ("3 June 2020, Osta – Ostia said", "Osta", (), "Ostia said"),
        ("OSTA, 22.09.2021 (NP) – Ostia said", "OSTA", ("NP",), "Ostia said"),
        ("Osta, Jun 3 (NP).- Ostia said", "Osta", ("NP",), "Ostia said"),
        ("June 3, 2020 (NORDTOWN) - Ostia said", "NORDTOWN", (), "Ostia said"),
    ],
)
def test_dateline(paragraph: str, place: str, credits: tuple[str, ...], report: str) -> None:
    found = dateline_of(paragraph)
    assert found
    assert (found.place, found.credits, paragraph[found.end :].strip()) == (place, credits, report)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ostia – a small state – said so",
        "Ostia said: “No.”",
        "Mr. Lund: No.",
        "By Anna Keller",
        "“OSTA – no,” he said",
        "The president (Lund) - who is ill - said so",
        "Russia – Turkey talks ended",
        "OSTA",
        "June 3, 2020 (Norpress) - Ostia said",
        "June 3, 2020 (NPA) - Ostia said",
        "3, 3, 3",
        "",
        "(" * 200,
        "AB. " * 60,
    ],
)
def test_no_dateline(paragraph: str) -> None:
    assert dateline_of(paragraph) is None
