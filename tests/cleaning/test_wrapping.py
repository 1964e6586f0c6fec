"""Hard-wrapped lines: joined where the document was wrapped, and only there."""

from __future__ import annotations

import textwrap

import pytest

from statements.cleaning.wrapping import unwrap, wrap_width

SENTENCES = (
    "Moscow's ambassador at a briefing on Thursday denied that the two neighbours backed different sides in"
    " the conflict and said that each of them was ready for close coordination to stabilise the situation"
    " there. He stressed that the only option now was to cease hostilities and to achieve a ceasefire regime."
)


def paragraphs(*blocks: list[str]) -> list[str]:
    width = wrap_width(list(blocks))
    return [paragraph for block in blocks for paragraph in unwrap(block, width)]


@pytest.mark.parametrize("width", [45, 60, 72, 80, 100, 118])
def test_wrapped_prose_becomes_one_line(width: int) -> None:
    assert paragraphs(textwrap.wrap(SENTENCES, width)) == [SENTENCES]


@pytest.mark.parametrize(
    "lines",
    [
        ["XS", "SM", "MD", "LG"],
        [SENTENCES, SENTENCES, SENTENCES],
        ["Share", "Published by", "The Example Times"],
        [
            "Foreign Ministers of Armenia and Azerbaijan to Meet in Almaty",
            "Representatives Spearhead Bill to Sanction the Government Now",
            "Anniversary of the Treaty Commemorated at the Athens Academy",
        ],
        ["Roses are red,", "violets are blue,", "and so on it goes"],
    ],
)
def test_lists_and_long_lines_stay_as_they_are(lines: list[str]) -> None:
    assert paragraphs(lines) == lines


def test_a_short_line_ends_its_paragraph() -> None:
    first, second = textwrap.wrap(SENTENCES, 90), textwrap.wrap(SENTENCES, 90)
    assert paragraphs([*first, "The End.", *second]) == [SENTENCES, "The End.", SENTENCES]


def test_an_indented_line_opens_a_paragraph() -> None:
    wrapped = textwrap.wrap(SENTENCES, 80)
    assert paragraphs([*wrapped[:-1], " " + wrapped[0], *wrapped[1:]]) == [
        " ".join(wrapped[:-1]),
        " " + SENTENCES,
    ]


def test_a_broken_address_is_joined_without_a_space() -> None:
    address = ["https://www.example.org/2020/10/01/ministry-says-ready-for-close-coordination", "-a71625"]
    block = ["Original url:", *address]
    assert paragraphs(textwrap.wrap(SENTENCES, 80), block)[1:] == ["Original url:", "".join(address)]


def test_a_hyphen_at_the_end_of_a_line_keeps_its_word_together() -> None:
    lines = textwrap.wrap(SENTENCES, 60)
    lines[1:1] = ["and " * 12 + "the Armenian-", "Azerbaijani " + "border " * 6 + "again"]
    assert "the Armenian-Azerbaijani border" in paragraphs(lines)[0]
