"""Small builders of what the text layers would hand to the store."""

from __future__ import annotations

from typing import Any

from statements.records import (
    INDIRECT,
    Document,
    MarkedBlock,
    Quotation,
    ResolvedAttribution,
    ResolvedStatement,
    SaidDate,
    SpeakerReference,
)
from statements.store.statements import ArticleRecord

LAVROV = SpeakerReference("sergey-lavrov", "Sergey Lavrov", "person", "RU")
UNNAMED = SpeakerReference("unnamed-turkish-source", "Turkish source", "unnamed", "TR", provisional=True)


def span_of(text: str, words: str, after: int = 0) -> tuple[int, int]:
    start = text.index(words, after)
    return start, start + len(words)


def resolved(
    text: str,
    *words: str,
    source: str = "",
    cue: str = "",
    speaker: SpeakerReference | None = LAVROV,
    about: tuple[str, ...] = (),
    said: SaidDate | None = None,
    kind: str = INDIRECT,
    after: int = 0,
    **others: Any,
) -> ResolvedStatement:
    """A statement of the words, found after an offset of the text; ``others`` are further fields of it."""
    content, at = [], after
    for part in words:
        content.append(span_of(text, part, at))
        at = content[-1][1]
    source_span = span_of(text, source) if source else None
    quotation = Quotation(
        content=tuple(content),
        kind=kind,
        cue=span_of(text, cue) if cue else None,
        cue_lemma=cue,
        sources=(source_span,) if source_span else (),
        act="states",
        rule="test-rule",
        confidence="reported clause with explicit verb",
    )
    attribution = ResolvedAttribution(
        speaker=speaker,
        source=source_span,
        role="",
        country=speaker.country if speaker else None,
        basis="named in full",
    )
    return ResolvedStatement(quotation, (attribution,), about, None, said, **others)


def record(
    text: str,
    *statements: ResolvedStatement,
    marks: tuple[MarkedBlock, ...] = (),
    version: str = "1",
    mentions: tuple[str, ...] = (),
    **document: object,
) -> ArticleRecord:
    """What the pipeline hands to the store."""
    return ArticleRecord(
        document=Document(text=text, marks=marks, **document),  # type: ignore[arg-type]
        statements=statements,
        mentions=mentions,
        cleaner_version=version,
        extractor_version=version,
    )
