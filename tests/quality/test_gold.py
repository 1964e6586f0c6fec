"""Every field of every statement beside the gold that was written by hand; see `gold` for the table.

A floor is the fewest that must be right and the most that may be wrong. Raise the one and lower
the other when the figures allow it; never the other way to let a change pass.
"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from statements.records import ResolvedAttribution, SpeakerReference
from tests.quality.gold import (
    GOLD,
    MISSING,
    RIGHT,
    WRONG,
    Table,
    as_read_here,
    compare_statements,
    measure,
    one_of,
    pair_up,
    read_document,
    several,
    statements_of,
)

# Folder -> field -> (fewest right, most wrong).
FLOORS = {
    "seeds": {
        "about": (55, 0),
        "act": (55, 0),
        "addressee": (55, 0),
        "agency": (55, 0),
        "country": (55, 0),
        "kind": (54, 0),
        "medium": (55, 0),
        "published": (5, 0),
        "said": (55, 0),
        "said later": (35, 0),
        "said words": (54, 0),
        "speaker": (54, 0),
        "statement": (55, 0),
    },
    "practice": {
        "about": (149, 1),
        "act": (133, 0),
        "addressee": (150, 0),
        "agency": (149, 0),
        "country": (149, 0),
        "kind": (149, 0),
        "medium": (150, 0),
        "published": (12, 0),
        "said": (150, 0),
        "said later": (14, 0),
        "said words": (143, 0),
        "speaker": (149, 0),
        "statement": (150, 0),
    },
    "blind": {
        "about": (145, 0),
        "act": (144, 2),
        "addressee": (145, 0),
        "agency": (144, 0),
        "country": (145, 0),
        "kind": (141, 2),
        "medium": (145, 1),
        "published": (10, 0),
        "said": (144, 0),
        "said later": (17, 0),
        "said words": (146, 0),
        "speaker": (141, 1),
        "statement": (146, 5),
    },
    "blind2": {
        "about": (353, 2),
        "act": (353, 2),
        "addressee": (353, 0),
        "agency": (352, 0),
        "country": (345, 0),
        "kind": (346, 0),
        "medium": (354, 0),
        "published": (16, 0),
        "said": (352, 0),
        "said later": (20, 0),
        "said words": (343, 0),
        "speaker": (342, 2),
        "statement": (355, 3),
    },
    "blind3": {
        "about": (286, 1),
        "act": (287, 0),
        "addressee": (281, 2),
        "agency": (287, 0),
        "country": (269, 1),
        "kind": (271, 0),
        "medium": (283, 4),
        "published": (14, 0),
        "said": (287, 0),
        "said words": (272, 0),
        "speaker": (269, 2),
        "statement": (287, 2),
    },
    "blind4": {
        "about": (283, 1),
        "act": (283, 1),
        "addressee": (278, 0),
        "agency": (284, 0),
        "country": (281, 0),
        "kind": (277, 0),
        "medium": (284, 0),
        "published": (14, 0),
        "said": (283, 0),
        "said later": (25, 0),
        "said words": (274, 0),
        "speaker": (276, 1),
        "statement": (284, 0),
    },
    "blind5": {
        "about": (288, 3),
        "act": (287, 4),
        "addressee": (288, 0),
        "agency": (288, 0),
        "country": (287, 3),
        "kind": (285, 1),
        "medium": (285, 5),
        "published": (11, 0),
        "said": (283, 1),
        "said words": (279, 0),
        "speaker": (284, 2),
        "statement": (291, 6),
    },
    "blind6": {
        "about": (274, 2),
        "act": (275, 1),
        "addressee": (272, 0),
        "agency": (276, 0),
        "country": (270, 2),
        "kind": (264, 3),
        "medium": (273, 3),
        "published": (13, 0),
        "said": (271, 0),
        "said words": (262, 0),
        "speaker": (263, 4),
        "statement": (276, 7),
    },
    "blind7": {
        "about": (128, 2),
        "act": (129, 1),
        "addressee": (128, 0),
        "agency": (129, 1),
        "country": (130, 0),
        "kind": (129, 0),
        "medium": (128, 1),
        "published": (8, 0),
        "said": (128, 1),
        "said later": (13, 0),
        "said words": (128, 0),
        "speaker": (128, 1),
        "statement": (130, 3),
    },
    "blind8": {
        "about": (155, 0),
        "act": (157, 1),
        "addressee": (158, 0),
        "agency": (157, 0),
        "country": (155, 1),
        "kind": (157, 0),
        "medium": (156, 0),
        "published": (8, 0),
        "said": (157, 1),
        "said later": (23, 0),
        "said words": (157, 0),
        "speaker": (156, 1),
        "statement": (158, 4),
    },
    "blind9": {
        "about": (147, 0),
        "act": (145, 2),
        "addressee": (146, 0),
        "agency": (147, 0),
        "country": (143, 0),
        "kind": (137, 0),
        "medium": (147, 0),
        "published": (7, 0),
        "said": (139, 0),
        "said later": (18, 0),
        "said words": (143, 0),
        "speaker": (135, 2),
        "statement": (147, 2),
    },
    "blind10": {
        "about": (160, 0),
        "act": (160, 1),
        "addressee": (158, 0),
        "agency": (159, 0),
        "country": (157, 0),
        "kind": (159, 0),
        "medium": (159, 2),
        "published": (8, 0),
        "said": (159, 0),
        "said later": (19, 0),
        "said words": (155, 0),
        "speaker": (159, 0),
        "statement": (161, 1),
    },
    "blind11": {
        "about": (196, 1),
        "act": (199, 0),
        "addressee": (198, 1),
        "agency": (199, 0),
        "country": (192, 0),
        "kind": (192, 0),
        "medium": (194, 5),
        "published": (10, 0),
        "said": (197, 0),
        "said words": (197, 0),
        "speaker": (192, 0),
        "statement": (199, 3),
    },
    "blind12": {
        "about": (206, 0),
        "act": (205, 1),
        "addressee": (205, 0),
        "agency": (206, 0),
        "country": (197, 0),
        "kind": (201, 0),
        "medium": (205, 1),
        "published": (8, 0),
        "said": (198, 0),
        "said later": (19, 0),
        "said words": (202, 1),
        "speaker": (197, 4),
        "statement": (206, 6),
    },
}


@pytest.mark.parametrize(("folder", "name"), [(folder, name) for folder in FLOORS for name in FLOORS[folder]])
def test_field_stays_above_its_floor(folder: str, name: str) -> None:
    table = measure(folder)
    right, _, wrong = table.rows()[name]
    fewest, most = FLOORS[folder][name]
    notes = "\n".join(note for note in table.notes if name in note)
    assert right >= fewest and wrong <= most, notes


def test_every_field_has_a_floor() -> None:
    for folder, floors in FLOORS.items():
        assert set(measure(folder).rows()) == set(floors)


def test_nothing_is_wrong_in_the_seeds() -> None:
    assert [note for note in measure("seeds").notes if note.startswith(WRONG)] == []


# --- the scorer itself ---------------------------------------------------------------


def test_empty_is_missing_and_another_value_is_wrong() -> None:
    assert one_of("Ismail Demir", ["İsmail Demir"]) == RIGHT
    assert one_of("Ministry of Trade of Ostia", ["Ostia Trade Ministry"]) == RIGHT
    assert one_of(None, ["Lund"]) == MISSING
    assert one_of(None, ["Lund", None]) == RIGHT
    assert one_of("Berg", ["Lund"]) == WRONG
    assert one_of("Berg", [None]) == WRONG


def test_what_may_be_there_is_never_missing() -> None:
    assert several(["AM", "AZ"], ["AM"], ["AZ"]) == RIGHT
    assert several(["AM"], ["AM"], ["AZ"]) == RIGHT
    assert several(["AZ"], ["AM"], ["AZ"]) == MISSING
    assert several(["AM", "TR"], ["AM"], ["AZ"]) == WRONG


def test_statements_meet_the_one_with_most_of_their_words() -> None:
    assert pair_up(["it would end", "it would begin"], ["it would begin soon", "it would end"]) == {
        0: 1,
        1: 0,
    }
    assert pair_up(["it would end"], ["the ministry closed"]) == {}


def test_official_text_is_compared_piece_by_piece() -> None:
    paragraph = {
        "content": ["We urge it."], "act": "demands",
        "about": ["AM"], "about_may": [], "addressee": [], "addressee_may": ["AZ"],
    }  # fmt: skip
    [piece] = as_read_here([{**paragraph, "by_cue": ["it"]}])
    assert (piece["content"], piece["about"], piece["about_may"]) == ("it", [], ["AM"])
    assert (piece["addressee"], piece["addressee_may"]) == ([], ["AZ"])
    assert list(as_read_here([paragraph])) == [paragraph]


def test_what_nobody_said_is_wrong_and_what_was_not_found_is_missing() -> None:
    gold = json.loads((GOLD / "practice" / "01.json").read_text())
    document = read_document(GOLD / "practice" / "01.txt")
    table = Table()
    compare_statements(gold, document, [], table, "")
    needed = [one for one in gold["statements"] if not one.get("optional")]
    assert table.rows() == {"statement": (0, len(needed), 0)}
    table = Table()
    found = statements_of(document)
    compare_statements({**gold, "statements": []}, document, found, table, "")
    assert table.rows() == {"statement": (0, 0, len(found))}


def test_a_wrong_speaker_is_counted() -> None:
    gold = json.loads((GOLD / "practice" / "01.json").read_text())
    document = read_document(GOLD / "practice" / "01.txt")
    found, table = statements_of(document), Table()
    other = SpeakerReference("ivo-lund", "Ivo Lund", "person", "TR")
    attributed = [
        replace(one, attributions=(ResolvedAttribution(other, None, "", "TR", ""),)) for one in found
    ]
    compare_statements(gold, document, attributed, table, "")
    assert table.rows()["speaker"] == table.rows()["country"] == (0, 0, len(found))
