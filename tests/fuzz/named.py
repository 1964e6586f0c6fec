"""Sources made to hurt, by name: each must end within the limits, and how it ends is known.

The quick ones are part of `make test`; `make fuzz` tries them all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.cleaning.pages import PROSE
from tests.fuzz.corpus import SEEDS

MEGABYTE = 1024 * 1024
ARTICLE = "\n\n".join(seed.decode() for seed in SEEDS)
LINE = " ".join(ARTICLE.split())
OPENING = f"<html><body><p>{PROSE}</p>"


@dataclass(frozen=True, slots=True)
class Case:
    """``told`` is in the reason why it is held; an article is made of it when that is empty."""

    make: Callable[[], str]
    told: str = ""


# What the reasons say.
LONG, WORDS, TAGS, DEEP = "characters of text", "words and marks", "tags", "nests deeper"
ATTRIBUTES, UNSHOWN, BYTES = "attributes", "comment or script", "bytes"


def repeated(text: str, size: int) -> str:
    """The text over and over, up to so many characters."""
    return (text * (size // len(text) + 1))[:size]


def page(markup: str) -> str:
    return OPENING + markup


def with_data(data: str) -> str:
    return page(f'<script type="application/ld+json">{data}</script>')


def scattered(mark: str, size: int) -> str:
    """The mark before every tenth letter of an article."""
    text = repeated(ARTICLE, size)
    return mark.join(text[at : at + 10] for at in range(0, size, 10))


QUICK: dict[str, dict[str, Case]] = {
    "plain text": {
        "20 MB on one line": Case(lambda: repeated(LINE, 19 * MEGABYTE), LONG),
        "20 MB in wide letters": Case(lambda: repeated("😀停火 ", 7 * MEGABYTE), LONG),
        "20 MB of line breaks": Case(lambda: repeated("a\n", 20 * MEGABYTE - 1), LONG),
        "380,000 blanks": Case(lambda: LINE + " " * 190_000 + "x" + "\u00a0" * 190_000 + "."),
        "50 MB": Case(lambda: "a" * 50 * MEGABYTE, BYTES),
        "nothing but NULs": Case(lambda: "\0" * MEGABYTE, "empty"),
        "NULs": Case(lambda: scattered("\0", 10_000), "NUL"),
        "lone surrogates": Case(lambda: scattered("\ud800", 10_000), "UTF-8"),
        "one lone surrogate": Case(lambda: repeated(ARTICLE, 15_000) + "\udfff"),
        "directions overridden": Case(lambda: scattered("\u202e", 10_000)),
        "isolates left open": Case(lambda: scattered("\u2067", 10_000)),
        "zero width everywhere": Case(lambda: scattered("\u200b\u200d", 10_000)),
        "60,000 accents on one letter": Case(lambda: LINE + "\u0316\u0301" * 30_000),
        "390,000 accents on one letter": Case(lambda: "e" + "\u0301" * 390_000, WORDS),
        "60,000 unclosed quotes": Case(lambda: LINE + "“ " * 60_000),
        "90,000 paragraphs": Case(lambda: "a.\n\n" * 90_000, WORDS),
    },
    "web page": {
        "20 MB on one line": Case(lambda: page(repeated(LINE, 19 * MEGABYTE)), LONG),
        "20 MB of brackets": Case(lambda: page("<" * 19 * MEGABYTE), LONG),
        "20 MB of entities": Case(lambda: page("&amp;" * 4_000_000), LONG),
        "2 MB between tags": Case(lambda: page(repeated(LINE, 2 * MEGABYTE)), LONG),
        "a million blanks": Case(lambda: page(" " * 1_000_000)),
        "100,000 nested tags": Case(lambda: page("<div>" * 100_000), TAGS),
        "100,000 nested formats": Case(lambda: page("<b><a><font>" * 33_000), DEEP),
        "450 nested tags": Case(lambda: page("<div>" * 450 + LINE)),
        "300,000 line breaks": Case(lambda: page("<br>" * 300_000), TAGS),
        "tags behind an empty comment": Case(lambda: page("<!-->" + "<br>" * 300_000), TAGS),
        "tags in an odd quotation": Case(lambda: page('<p ="' + "<br>" * 300_000 + '">'), TAGS),
        "tags behind a whole script": Case(lambda: page("<script/>" + "<br>" * 300_000), TAGS),
        "end tags that end nothing": Case(lambda: page("<b><div></b>" * 33_000 + LINE), DEEP),
        "99,000 groups of options": Case(lambda: page("<optgroup>" * 99_000 + LINE), DEEP),
        "30,000 regions 490 deep": Case(lambda: page("<main>" * 490 + "<p>x" * 30_000)),
        "3 million comments": Case(lambda: page("<!-->" * 3_000_000), TAGS),
        "3 million declarations": Case(lambda: page("<!x>" * 3_000_000), TAGS),
        "a million attributes": Case(lambda: page(f"<p{' a=b' * 1_000_000}>{LINE}"), ATTRIBUTES),
        "a million bare attributes": Case(lambda: page(f"<p{'/a' * 1_000_000}>{LINE}"), ATTRIBUTES),
        "a 1 MB attribute": Case(lambda: page(f"<p class='{'ad ' * 350_000}'>{LINE}")),
        "a million attributes behind an empty comment": Case(
            lambda: page(f"<!--><p{' a=b' * 1_000_000}>{LINE}"), ATTRIBUTES
        ),
        "900 attributes on each of 400 tags": Case(
            lambda: page(f"<p {' '.join(f'a{number}' for number in range(900))}>{PROSE}" * 400), ATTRIBUTES
        ),
        "attributes left open": Case(lambda: page('<p a="' * 99_000), ATTRIBUTES),
        "a 19 MB comment": Case(lambda: page(f"<!--{'x' * 19 * MEGABYTE}--><p>{LINE}"), UNSHOWN),
        "a 50 MB comment": Case(lambda: page(f"<!--{'x' * 50 * MEGABYTE}-->"), BYTES),
        "a comment left open": Case(lambda: page("<!--" + LINE * 9)),
        "a script left open": Case(lambda: page("<script>" + LINE * 9)),
        "JSON-LD nested 100,000 deep": Case(lambda: with_data("[" * 100_000)),
        "JSON-LD graphs in graphs": Case(lambda: with_data('{"@graph":' * 100_000)),
        "JSON-LD of 200,000 nodes": Case(lambda: with_data(f"[{'{},' * 200_000}{{}}]")),
        "JSON-LD of 20 MB in four pieces": Case(
            lambda: with_data("[" + "{}," * 1_600_000 + "{}]").removeprefix(OPENING) * 4 + page("")
        ),
        "JSON-LD of a 4 MB publisher": Case(
            lambda: with_data('{"@type": "Article", "publisher": "' + "Ab " * 1_400_000 + '"}')
        ),
        "JSON-LD of lone surrogates": Case(
            lambda: with_data('{"@type": "Article", "headline": "\\ud800 \\u0000", "author": "\\udfff"}')
        ),
        "billion laughs": Case(
            lambda: '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha">'
            + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
            + f"]><html><p>&i;<p>{PROSE}"
        ),
        "giant numbers in entities": Case(lambda: page("&#99999999999;&#xD800;&#0;" * 1_000)),
        "text of another direction": Case(lambda: page(f"<p>{scattered(chr(0x202E), 10_000)}")),
        "spaces in a 19 MB title": Case(lambda: f"<html><title>{' - ' * 6_000_000}</title>", UNSHOWN),
    },
}  # fmt: skip

SLOW: dict[str, dict[str, Case]] = {
    "plain text": {
        "385,000 characters of prose": Case(lambda: repeated(ARTICLE, 385_000)),
        "385,000 characters on one line": Case(lambda: repeated(LINE, 385_000)),
        "385,000 characters without full stops": Case(lambda: repeated(LINE.replace(".", " "), 385_000)),
        "69,000 capitals": Case(lambda: "Aa Bb " * 34_500),
        "34,000 verbs": Case(lambda: "said that " * 34_000 + "."),
        "11,000 statements": Case(lambda: "Lavrov said that Russia agreed.\n" * 11_000, "statements"),
        "23,000 quotations": Case(lambda: "“a ” " * 23_000 + "."),
        "60,000 marks in a row": Case(lambda: LINE + "“" * 60_000),
        "60,000 brackets": Case(lambda: LINE + "(" * 60_000),
        "4,900 wrapped lines": Case(lambda: ("word " * 14 + "\n") * 4_900),
    },
    "web page": {
        "385,000 characters of prose": Case(lambda: page(repeated(LINE, 385_000))),
        "69,000 paragraphs": Case(lambda: page("<p>a " * 69_000)),
        "69,000 rows in tables in tables": Case(lambda: page("<table>" * 450 + "<td>x" * 69_000)),
        "paragraphs in formats in formats": Case(lambda: page("<b><i><u><s><em>" * 90 + "<p>x" * 50_000)),
        "2 million attributes": Case(
            lambda: page(f"<p {' '.join(f'a{number}' for number in range(4_900))}>{PROSE}" * 400),
            ATTRIBUTES,
        ),
    },
}

NAMED: dict[str, dict[str, Case]] = {one: {**QUICK[one], **SLOW[one]} for one in QUICK}
