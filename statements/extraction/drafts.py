"""A statement while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from statements.extraction.reporting_verbs import Frame
from statements.extraction.rules import RULES
from statements.extraction.sentences import Sentence
from statements.extraction.tokens import TokenRange
from statements.records import DIRECT, MIXED, Quotation, Span


@dataclass(slots=True)
class Draft:
    """The fields of a Quotation, still open to further pieces of content.

    ``confidence`` is given where it is not that of the rule.
    """

    content: list[Span]
    kind: str
    cue: Span | None
    cue_lemma: str
    sources: tuple[Span, ...]
    act: str
    rule: str
    agency: Span | None = None
    occasion: Span | None = None
    frame: Frame = Frame.QUOTE
    is_hearsay: bool = False
    confidence: str = ""
    hearer: Span | None = None
    # Token numbers within the sentence: where its words, source and cue reach.
    reach: TokenRange = field(default=(0, 0))

    @property
    def holds_quotation(self) -> bool:
        return self.kind in (DIRECT, MIXED)

    def finish(self) -> Quotation:
        return Quotation(
            content=tuple(merge_pieces(self.content)),
            kind=self.kind,
            cue=self.cue,
            cue_lemma=self.cue_lemma,
            sources=self.sources,
            act=self.act,
            rule=self.rule,
            confidence=self.confidence or RULES[self.rule].confidence,
            agency=self.agency,
            occasion=self.occasion,
            is_hearsay=self.is_hearsay,
            hearer=self.hearer,
        )


def merge_pieces(pieces: list[Span]) -> list[Span]:
    """Pieces in order, none overlapping the one before."""
    merged: list[Span] = []
    for start, end in sorted(pieces):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def token_spans(sentence: Sentence, ranges: tuple[TokenRange, ...]) -> tuple[Span, ...]:
    """The words of token ranges; a range of no token ("Lund and – told") has none."""
    return tuple(sentence.span(start, end) for start, end in ranges if start < end)


def token_span(sentence: Sentence, found: TokenRange | None) -> Span | None:
    return sentence.span(*found) if found and found[0] < found[1] else None
