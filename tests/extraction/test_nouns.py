"""Nouns of speech and passives that name their speaker."""

from __future__ import annotations

import pytest

from tests.extraction.expecting import finds, finds_nothing, said

CAUGHT = [
    (
        "Minister Anna Keller’s claim that talks had failed came late.",
        "talks had failed",
        "Minister Anna Keller",
    ),
    ("It came after his warning in May that talks would fail.", "talks would fail", "his"),
    ("It followed calls from Ostia for a lasting truce.", "a lasting truce", "Ostia"),
    ("It was a breach of Norland’s pledge to withdraw all troops.", "to withdraw all troops", "Norland"),
    ("Lund issued a stern warning that talks would fail.", "talks would fail", "Lund"),
    ("The Norland demand that the law be dropped was refused.", "the law be dropped", "The Norland"),
    ("Norland’s call to end the war was refused.", "to end the war", "Norland"),
    ("It followed claims by the ministry that troops had left.", "troops had left", "the ministry"),
]


@pytest.mark.parametrize(("text", "content", "source"), CAUGHT)
def test_a_noun_with_an_owner_reports(text: str, content: str, source: str) -> None:
    finds(text, said(content, source, rule="noun-of-speech"))


@pytest.mark.parametrize(
    "text",
    [
        "Its position in the north is weak.",
        "The claim that talks had failed was false.",
        "His remarks in May were long.",
        "They went to Norland’s call centre for help.",
        "Lund heard a warning that talks would fail.",
        "Lund did not issue a warning that talks would fail.",
        "Norland’s call to the palace was short.",
    ],
)
def test_a_noun_without_owner_or_content_is_left_alone(text: str) -> None:
    finds_nothing(text)


def test_a_noun_inside_attributed_words_makes_no_statement_of_its_own() -> None:
    finds(
        "Ostia rejected Norland’s claim that talks had failed.",
        said("Norland’s claim that talks had failed", "Ostia"),
    )


def test_a_passive_that_names_who_speaks() -> None:
    finds(
        "The raid was condemned by Norland.",
        said("The raid", "Norland", act="condemns", rule="passive-with-agent"),
    )
    finds(
        "Ostia’s claim that talks had failed was rejected by Norland.",
        said("Ostia’s claim that talks had failed", "Norland"),
    )
    finds(
        "Ivo Lund was criticized by Ostia for the raid.",
        said(["Ivo Lund", "for the raid"], "Ostia", cue="criticized"),
    )
    finds("Lund was told by the minister that talks go on.", said("talks go on", "the minister"))


@pytest.mark.parametrize(
    "text",
    [
        "The raid was condemned.",
        "The town was shelled by Norland.",
        "Ostia saw the raid on the town, which was condemned by Norland.",
        "The delay is explained by the rules.",
        "Lund was told by the minister about the raid.",
    ],
)
def test_a_passive_without_a_speaker_or_a_plain_object_is_left_alone(text: str) -> None:
    finds_nothing(text)
