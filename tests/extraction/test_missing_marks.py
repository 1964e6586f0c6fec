"""Quotation marks that a text forgot."""

from __future__ import annotations

import pytest

from tests.extraction.expecting import finds, finds_nothing, said


@pytest.mark.parametrize(
    ("text", "content", "by"),
    [
        ('"We will not wait, he said on Monday. The talks go on.', "We will not wait,", "he"),
        (
            "“We will not wait, said Minister Ivo Lund. The talks go on.",
            "We will not wait,",
            "Minister Ivo Lund",
        ),
        ("«We will not wait! the minister told reporters.", "We will not wait!", "the minister"),
        ("“We will wait, Lund told the agency on Monday. They left.", "We will wait,", "Lund"),
        ("‘We will not wait, he said. The talks go on.", "We will not wait,", "he"),
        (
            "„We will wait. Talks go on, said Lund, the envoy.",
            "We will wait. Talks go on,",
            "Lund, the envoy",
        ),
        ("``We will wait, Lund said, adding nothing.", "We will wait,", "Lund"),
    ],
)
def test_an_unclosed_quotation_ends_before_its_speaker(text: str, content: str, by: str) -> None:
    finds(text, said(content, by, kind="direct", rule="quotation-before-cue"))


def test_the_speakers_next_words_are_still_joined() -> None:
    finds(
        "“We will not wait, Lund said. “The talks go on.” They left.",
        said(["We will not wait,", "The talks go on."], "Lund", kind="direct"),
    )


def test_a_speaker_inside_an_unclosed_quotation_is_left_in_it() -> None:
    for inner in (
        "Talks go on, said the envoy.",
        "The envoy came, I said.",
        "It is over, he told me.",
        "The talks, he said, went on.",
        "Now, the envoy said he would go.",
    ):
        finds(
            f"Lund said: “We met. {inner}\n\n“So we left.”",
            said([f"We met. {inner}", "So we left."], "Lund", kind="direct"),
        )


def test_only_a_narrator_in_the_first_sentence_may_be_he() -> None:
    finds(
        "“We met. It is over, he said to all of us. We left.\n\n“So it ended,” said Lund.",
        said(["We met. It is over, he said to all of us. We left.", "So it ended,"], "Lund"),
    )


def test_an_unclosed_quotation_stops_before_the_next_speaker() -> None:
    finds(
        "“We agree. We always did.\n\nKeller said the talks would go on.",
        said("the talks would go on", "Keller"),
    )
    finds(
        "“We agree,” said Lund. “We always did.\n\n“We do not,” said Keller.",
        said(["We agree,", "We always did."], "Lund"),
        said("We do not,", "Keller"),
    )
    finds(
        "Lund said: “We agree. We always did.\n\n“Talks go on.\n\n“We do not,” said Keller.",
        said(["We agree. We always did.", "Talks go on."], "Lund"),
        said("We do not,", "Keller"),
    )


@pytest.mark.parametrize("mark", ['"', "”", "»", "''"])
def test_a_quotation_that_nothing_opened_begins_the_paragraph(mark: str) -> None:
    finds(
        f"We agree to wait,{mark} Lund said on Monday. The talks go on.",
        said("We agree to wait,", "Lund", kind="direct", rule="quotation-before-cue"),
    )
    finds(f"We agree to wait{mark}, said Lund.", said("We agree to wait", "Lund", kind="direct"))


def test_a_stray_mark_elsewhere_says_nothing() -> None:
    finds("Keller left. Talks go on in May,” Lund said.", said("Talks go on in May", "Lund", kind="indirect"))
    finds("Lund said talks go on.” They left.", said("talks go on", "Lund", kind="indirect"))
    finds_nothing("The wall is 6” high, and the bridge 9” wide.")
