"""A document while it is being marked: its paragraphs, and the reasons found so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from statements.cleaning.shapes import is_cut_off, is_heading, is_prose, word_count
from statements.folding import fold
from statements.records import PARAGRAPH_BREAK, MarkedBlock, PublisherNames, RawBlock

# Longer paragraphs are never compared with a name or a phrase.
LONGEST_PHRASE = 300
MOST_OPENINGS = 4
# A headline has no more lines above it, nor more between it and the text.
MOST_LINES_ABOVE = 60
# "T H E O S T A T I M E S"
LETTERS_APART = re.compile(r"[^\W\d_](?: [^\W\d_]){3,}")


class Paragraph:
    """One paragraph and its shape. Most are asked little, so the shape is worked out when asked.

    ``block`` is the one that it was found in.
    """

    def __init__(self, text: str, block: RawBlock) -> None:
        self.text = text
        self.block = block

    @cached_property
    def words(self) -> int:
        return word_count(self.text)

    @cached_property
    def phrase(self) -> str:
        """The folded words, empty for long paragraphs."""
        return fold(self.text) if len(self.text) <= LONGEST_PHRASE else ""

    @cached_property
    def prose(self) -> bool:
        return is_prose(self.text, self.words)

    @cached_property
    def heading(self) -> bool:
        return is_heading(self.text, self.words)

    @cached_property
    def cut_off(self) -> bool:
        return is_cut_off(self.text)


@dataclass(slots=True)
class Page:
    """Paragraphs in order, with a reason each: empty while it counts as the article's own."""

    paragraphs: list[Paragraph]
    reasons: list[str]
    title: str
    publishers: PublisherNames

    def is_open(self, at: int) -> bool:
        """Whether there is such a paragraph and nothing has marked it."""
        return 0 <= at < len(self.paragraphs) and not self.reasons[at]

    def unmarked(self) -> Iterable[int]:
        return (at for at, reason in enumerate(self.reasons) if not reason)

    def opening(self) -> range:
        """What stands before the first paragraph of prose; nothing when there is none."""
        return range(next((at for at in self.unmarked() if self.paragraphs[at].prose), 0))

    def closing(self) -> range:
        """What stands behind the last paragraph of prose; nothing when there is none."""
        last = len(self.reasons) - 1
        while last >= 0 and (self.reasons[last] or not self.paragraphs[last].prose):
            last -= 1
        return range(last + 1, len(self.reasons)) if last >= 0 else range(0)

    def known_publisher(self, text: str) -> str:
        """The publisher or agency with a record that a text names, letters apart or not."""
        name, names = fold(text), self.publishers
        if LETTERS_APART.fullmatch(text):
            spaceless = name.replace(" ", "")
            known = (one for one in (*names.by_name, *names.by_agency) if one.replace(" ", "") == spaceless)
            name = next(known, name)
        return names.by_name.get(name, "") or names.by_agency.get(name, "")

    def openings(self) -> list[str]:
        """The first prose that is the article's, and the few lines above it that are: "OSTA, June 3"."""
        places = list(self.unmarked())
        prose = next((number for number, at in enumerate(places) if self.paragraphs[at].prose), -1)
        return [self.paragraphs[at].text for at in places[max(0, prose - MOST_OPENINGS) : prose + 1]]

    def with_reason(self, reason: str) -> list[int]:
        return [at for at, given in enumerate(self.reasons) if given == reason]

    def text(self) -> str:
        return PARAGRAPH_BREAK.join(paragraph.text for paragraph in self.paragraphs)

    def marks(self) -> tuple[MarkedBlock, ...]:
        """The marked paragraphs as spans of the text."""
        marks, start = [], 0
        for paragraph, reason in zip(self.paragraphs, self.reasons, strict=True):
            end = start + len(paragraph.text)
            if reason:
                marks.append(MarkedBlock(start, end, reason))
            start = end + len(PARAGRAPH_BREAK)
        return tuple(marks)


# A marking rule names paragraphs and the reason for each; the first rule to name one decides.
Found = Iterable[tuple[int, str]]
Rule = Callable[[Page], Found]
