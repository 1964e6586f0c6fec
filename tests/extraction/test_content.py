"""Content: where attributed words begin and end, and of which kind they are."""

from __future__ import annotations

import pytest

from tests.extraction.expecting import finds, finds_nothing, said

EDGES = [
    # The narrator's own words after the content.
    (
        "Norland blamed Ostia for the raid on July 3, leaving ten people dead.",
        said("Ostia for the raid on July 3", "Norland"),
    ),
    (
        "The council urged both sides to hold fire without holding either responsible.",
        said("both sides to hold fire", "The council"),
    ),
    (
        "Keller said Lund “will pay” for the raid on Ostia, her country’s main ally.",
        said("Lund “will pay” for the raid on Ostia", "Keller", kind="mixed"),
    ),
    (
        "Norland condemned the raid, which was also denounced by Ostia.",
        said("the raid", "Norland"),
    ),
    (
        "Norland urged Ostia to accept the plan that was rejected by the council.",
        said("Ostia to accept the plan", "Norland"),
    ),
    # What belongs to the content.
    (
        "Norland pledged to help Ostia, including with aid.",
        said("to help Ostia, including with aid", "Norland"),
    ),
    (
        "Norland accused Ostia of breaking the truce, shelling villages and posing a threat.",
        said("Ostia of breaking the truce, shelling villages and posing a threat", "Norland"),
    ),
    (
        "The ministry said the army, the navy and the police had left.",
        said("the army, the navy and the police had left", "The ministry"),
    ),
    # Another speaker, or another verb.
    (
        "Norland said it had won, while Ostia said it had not lost.",
        said("it had won", "Norland"),
        said("it had not lost", "Ostia"),
    ),
    (
        "Keller said the plan had failed, adding that talks would go on.",
        said("the plan had failed", "Keller"),
        said("talks would go on", "Keller", cue="adding"),
    ),
    (
        "The ministry said the two ministers had confirmed they were ready.",
        said("the two ministers had confirmed they were ready", "The ministry"),
    ),
    # The cue stands last, or in the middle.
    (
        "Other powers should avoid any step that may harm the truce, Lund said on Tuesday.",
        said("Other powers should avoid any step that may harm the truce", "Lund", kind="indirect"),
    ),
    (
        "They stressed the need for calm and expressed “deep concern,” added the statement.",
        said("They stressed the need for calm and expressed “deep concern,”", "the statement", kind="mixed"),
    ),
    ("The talks, Keller said, will go on in May.", said(["The talks", "will go on in May"], "Keller")),
    ("OSTIA — Talks will go on in May, Keller said.", said("Talks will go on in May", "Keller")),
]


@pytest.mark.parametrize("case", EDGES, ids=lambda case: str(case[0])[:40])
def test_content_ends_where_the_narrator_begins(case: tuple[str, dict[str, object]]) -> None:
    text, *expected = case
    finds(text, *expected)


KINDS = [
    ("“We agree,” Keller said.", said("We agree,", "Keller", kind="direct")),
    ("Keller said: “We agree.”", said("We agree.", "Keller", kind="direct")),
    ("Keller said that “the talks go on.”", said("the talks go on.", "Keller", kind="direct")),
    ("Keller said the talks were “of no use.”", said("the talks were “of no use.”", "Keller", kind="mixed")),
    ("Keller voiced “deep concern” over it.", said("“deep concern” over it", "Keller", kind="mixed")),
    ("Keller said the talks go on.", said("the talks go on", "Keller", kind="indirect")),
    ('Keller confirmed "readiness for talks".', said("readiness for talks", "Keller", kind="mixed")),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kind(text: str, expected: dict[str, object]) -> None:
    finds(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "The film “Silent Border” opened in Ostia on Monday.",
        "The general, known as “the Fox”, arrived on Monday.",
        "The meeting was attended by Keller, Lund and other officials.",
        "Minister Says Talks Go On",
    ],
)
def test_words_without_a_cue_are_no_statement(text: str) -> None:
    finds_nothing(text)
