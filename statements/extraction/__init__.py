"""Extraction: text -> Quotations.

The steps of the method: paragraphs -> sentences and their quotations -> cues
-> the source and the content of each cue -> pieces joined across sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from statements.extraction.attribution import attribute_sentence
from statements.extraction.declarations import read_declaration
from statements.extraction.drafts import Draft
from statements.extraction.hearsay import attribute_hearsay
from statements.extraction.joining import Joiner
from statements.extraction.official import attribute_official, is_official
from statements.extraction.sentences import read_paragraph
from statements.extraction.transcripts import read_turns
from statements.records import Quotation, Span

EXTRACTOR_VERSION = "8"

POINTING = frozenset(("it", "this", "that", "these", "those", "so", "him", "her", "them", "us", "me", "you"))

__all__ = ["EXTRACTOR_VERSION", "extract_quotations"]


def extract_quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The statements of an article, in the order of their first words.

    ``paragraphs`` are the stretches of ``text`` to read; offsets count in the
    whole of ``text``.
    """
    turns, others = read_turns(text, paragraphs)
    clauses: list[Quotation] = []
    official = is_official(text, others)
    if official:
        clauses, others = read_declaration(text, others)
    attribute = attribute_official if official else attribute_sentence
    joiner = Joiner()
    hearsay: list[Draft] = []
    for number, paragraph in enumerate(others):
        for sentence in read_paragraph(text, paragraph, number):
            drafts = attribute(sentence)
            joiner.add(sentence, drafts)
            hearsay += [] if official else attribute_hearsay(sentence, drafts)
    found = joiner.finish() + clauses + turns
    found += unclaimed([draft.finish() for draft in hearsay if draft.content], found)
    kept = [quotation for quotation in found if says_something(text, quotation)]
    return sorted(kept, key=lambda quotation: quotation.content)


def unclaimed(hearsay: Sequence[Quotation], found: Sequence[Quotation]) -> list[Quotation]:
    """The hearsay whose words nobody was found to have said, from a neighbouring sentence perhaps."""
    starts = {start for quotation in found for start, _ in quotation.content}
    return [one for one in hearsay if not any(start in starts for start, _ in one.content)]


def says_something(text: str, quotation: Quotation) -> bool:
    """Whether the content is more than a word that points elsewhere.

    Keeps: Norland rejected the plan.    Leaves out: Norland rejected it.
    """
    words = " ".join(text[start:end] for start, end in quotation.content)
    return words.strip().lower() not in POINTING
