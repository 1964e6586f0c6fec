"""Transcripts: paragraphs that begin with the name of whoever speaks.

A first, simple reading: a text with several such paragraphs is a transcript,
and each turn runs to the next name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from statements.extraction.word_classes import QUESTIONERS, words
from statements.records import DIRECT, Quotation, Span

# "Question:", "SERGEY LAVROV:", "Foreign Minister Lavrov:" before the words of a turn.
_LABEL = re.compile(r"\s*([^\W\d_][^:\n]{0,59}?)\s*:\s+(?=\S)")
_STAGE_DIRECTION = re.compile(
    r"[(\[](?:laughter|laughs|applause|cheers|cheering|boos|booing|crosstalk|inaudible|off-mike|pause)"
    r"[^()\[\]\n]{0,40}[)\]]",
    re.IGNORECASE,
)
_QUESTIONS = QUESTIONERS | words("question q press host")
_ANSWERS = words("answer a")
_MOST_WORDS = 7
_FEWEST_TURNS = 3
_FEWEST_TURNS_OF = 5


@dataclass(frozen=True, slots=True)
class _Turn:
    """The label of a turn and the words after it, one span a paragraph."""

    label: str
    label_span: Span
    content: list[Span]


def read_turns(text: str, paragraphs: Sequence[Span]) -> tuple[list[Quotation], Sequence[Span]]:
    """The turns of a transcript, and the paragraphs that belong to none.

    Catches: MINISTER: We agree. / Question: On what? / MINISTER: On peace.
    Leaves alone: The minister added: we agree.
    """
    labels = [_read_label(text, paragraph) for paragraph in paragraphs]
    if not _is_transcript([label for label in labels if label], len(paragraphs)):
        return [], paragraphs
    turns: list[_Turn] = []
    others = []
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label:
            name, span, start = label
            turns.append(_Turn(name, span, [(start, paragraph[1])]))
        elif turns:
            turns[-1].content.append(paragraph)
        else:
            others.append(paragraph)
    spoken = [_as_quotation(text, turn) for turn in turns if not _is_question(turn.label)]
    return [quotation for quotation in spoken if quotation.content], others


def _read_label(text: str, paragraph: Span) -> tuple[str, Span, int] | None:
    match = _LABEL.match(text, *paragraph)
    if not match or match.end() >= paragraph[1]:
        return None
    parts = match.group(1).split()
    if len(parts) > _MOST_WORDS or not all(part[0].isupper() or part in ("of", "the") for part in parts):
        return None
    return match.group(1), match.span(1), match.end()


def _is_transcript(labels: Sequence[tuple[str, Span, int]], paragraphs: int) -> bool:
    """Several turns, a fair part of the text; one a question or an answer, or one name that speaks twice."""
    if len(labels) * _FEWEST_TURNS_OF < paragraphs:
        return False
    names = Counter(label.lower() for label, _, _ in labels)
    asks = any(name in _ANSWERS or _is_question(name) for name in names)
    return len(labels) >= _FEWEST_TURNS - asks and (asks or max(names.values(), default=0) > 1)


def _is_question(label: str) -> bool:
    return any(word in _QUESTIONS for word in label.lower().split())


def _without_stage_directions(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The words alone.

    Catches: We agree. (Applause.) We always did.    Leaves alone: The agency (IAEA) agrees.
    """
    kept = []
    for start, end in spans:
        for match in _STAGE_DIRECTION.finditer(text, start, end):
            kept.append(_trimmed(text, start, match.start()))
            start = match.end()
        kept.append(_trimmed(text, start, end))
    return tuple(span for span in kept if span[0] < span[1])


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, end - len(piece) + len(piece.rstrip()))


def _as_quotation(text: str, turn: _Turn) -> Quotation:
    names = turn.label.lower() not in _ANSWERS
    return Quotation(
        content=_without_stage_directions(text, turn.content),
        kind=DIRECT,
        cue=None,
        cue_lemma="",
        sources=(turn.label_span,) if names else (),
        act="states",
        rule="transcript-turn",
        confidence="turn of a transcript",
    )
