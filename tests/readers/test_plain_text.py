"""Plain text to blocks."""

from __future__ import annotations

import pytest

from statements.readers.plain_text import read


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One\ntwo.\n\n\n\nThree.", ["One\ntwo.", "Three."]),
        ("One.\r\n\r\nTwo.\rThree.", ["One.", "Two.\nThree."]),
        ("One.\n\u00a0 \nTwo.", ["One.", "Two."]),
        ("One.\n  Indented. \nTwo.", ["One.\n  Indented.\nTwo."]),
        ("negotiations <...>. The <b>", ["negotiations <...>. The <b>"]),
        ("One.\u2028Two.", ["One.\nTwo."]),
    ],
)
def test_blocks_are_runs_of_lines_that_are_not_blank(text: str, blocks: list[str]) -> None:
    assert [block.text for block in read(text.encode()).blocks] == blocks


def test_plain_text_says_nothing_of_itself() -> None:
    document = read(b"Title\n\nText.")
    assert (document.title, document.published, {block.mark for block in document.blocks}) == ("", None, {""})
