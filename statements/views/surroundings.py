"""The words of a statement among the article's own words.

Pure text: nothing here knows a model. A *run* is a stretch of text with a
role: "words" (the statement's), "found" (its words that a search found),
"mark" (the quotation marks round a direct quotation, which are not stored),
"context" (the article's own words, shown in pencil).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from statements.records import PARAGRAPH_BREAK
from statements.search import Query, mark_matches

# Characters of the article that a list reads on either side of the words.
WINDOW = 400
LONGEST_CONTEXT = 240

OPENING = "“\"„«‘'"
CLOSING = "”\"“»’'"

# The opening marks that stand right before the words.
OPENED = re.compile(rf"(?:^|(?<=\s))[{re.escape(OPENING)}]+$")

SENTENCE_END = re.compile(r"[.!?…][”\"’'»)\]]*(?=\s+[“\"‘'«(\[]*[^\W_a-zа-я]|\s*$)")
ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Prof|No|vs))\.$")


class Run(NamedTuple):
    text: str
    role: str


class Part(NamedTuple):
    """One part of a statement with the article's text on both sides of it."""

    start: int
    end: int
    exact: str
    before: str = ""
    after: str = ""


def sentence_ends(text: str) -> list[int]:
    """Offsets just behind each sentence.

    >>> sentence_ends("Mr. Orr left. He did not say why.")
    [13, 33]
    """
    ends = SENTENCE_END.finditer(text)
    return [end.end() for end in ends if not ABBREVIATION.search(text[: end.start() + 1])]


def rest_before(before: str) -> str:
    """What stands before the words in their own sentence.

    >>> rest_before("It rained. The minister said that ")
    'The minister said that '
    """
    paragraph = before.rpartition(PARAGRAPH_BREAK)[2]
    ends = sentence_ends(OPENED.sub("", paragraph).rstrip())
    rest = paragraph[ends[-1] :].lstrip() if ends else paragraph
    cut = len(before) >= WINDOW and not ends and PARAGRAPH_BREAK not in before
    if cut or len(rest) > LONGEST_CONTEXT:
        return "… " + rest[-LONGEST_CONTEXT:].partition(" ")[2]
    return rest


def rest_after(words: str, after: str) -> str:
    """What stands behind the words in their own sentence.

    >>> rest_after("We agree", ",” he said. It rained.")
    ',” he said.'
    """
    paragraph = after.partition(PARAGRAPH_BREAK)[0]
    tail = words[-2:]
    ends = sentence_ends(tail + paragraph)
    rest = paragraph[: max(ends[0] - len(tail), 0)] if ends else paragraph
    cut = len(after) >= WINDOW and not ends and PARAGRAPH_BREAK not in after
    if cut or len(rest) > LONGEST_CONTEXT:
        return rest[:LONGEST_CONTEXT].rpartition(" ")[0] + " …"
    return rest


def between(part: Part, following: Part) -> str:
    """The article's words between two parts, or an ellipsis where they are long or a paragraph ends."""
    length = following.start - part.end
    text = part.after[:length]
    if length > len(part.after) or length > LONGEST_CONTEXT or PARAGRAPH_BREAK in text:
        return " … "
    return text


def words_runs(words: str, query: Query | None) -> list[Run]:
    if not query:
        return [Run(words, "words")]
    return [Run(text, "found" if found else "words") for text, found in mark_matches(words, query)]


def statement_runs(
    parts: Sequence[Part], *, quoted: bool, query: Query | None = None, in_context: bool = True
) -> list[Run]:
    """All runs of a statement, from the first to the last; ``quoted`` gives each part its marks."""
    runs: list[Run] = []
    for number, part in enumerate(parts):
        if number:
            gap = between(parts[number - 1], part) if in_context else " … "
        else:
            gap = rest_before(part.before) if in_context else ""
        runs += context_runs(gap, quoted, opens=True, closes=number > 0)
        runs += words_runs(part.exact, query)
    last = rest_after(parts[-1].exact, parts[-1].after) if parts and in_context else ""
    return runs + (context_runs(last, quoted, opens=False, closes=True) if parts else [])


def context_runs(text: str, quoted: bool, *, opens: bool, closes: bool) -> list[Run]:
    """The article's words; round a quotation its marks become ours, so that they can hang."""
    if not quoted:
        return [Run(text, "context")] if text else []
    runs = []
    if closes:
        text = text[1:] if text[:1] and text[0] in CLOSING else text
        runs.append(Run("”", "mark"))
    if opens:
        text = text[:-1] if text and text[-1] in OPENING else text
    if text:
        runs.append(Run(text, "context"))
    if opens:
        runs.append(Run("“", "mark"))
    return runs
