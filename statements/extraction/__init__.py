"""Extraction: text -> Quotations.

The steps of the method: paragraphs -> sentences and their quotations -> cues
-> the source and the content of each cue -> pieces joined across sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from statements.extraction.attribution import attribute_sentence
from statements.extraction.joining import Joiner
from statements.extraction.sentences import read_paragraph
from statements.extraction.transcripts import read_turns
from statements.records import Quotation, Span

EXTRACTOR_VERSION = "2"

POINTING = frozenset(("it", "this", "that", "these", "those", "so", "him", "her", "them", "us", "me", "you"))

__all__ = ["EXTRACTOR_VERSION", "extract_quotations"]


def extract_quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The statements of an article, in the order of their first words.

    ``paragraphs`` are the stretches of ``text`` to read; offsets count in the
    whole of ``text``.
    """
    turns, others = read_turns(text, paragraphs)
    joiner = Joiner()
    for number, paragraph in enumerate(others):
        for sentence in read_paragraph(text, paragraph, number):
            joiner.add(sentence, attribute_sentence(sentence))
    found = [quotation for quotation in joiner.finish() if says_something(text, quotation)]
    return sorted(found + turns, key=lambda quotation: quotation.content)


def says_something(text: str, quotation: Quotation) -> bool:
    """Whether the content is more than a word that points elsewhere.

    Keeps: Norland rejected the plan.    Leaves out: Norland rejected it.
    """
    words = " ".join(text[start:end] for start, end in quotation.content)
    return words.strip().lower() not in POINTING
