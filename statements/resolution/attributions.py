"""Make attributions: inferred ones, and those that stay open, each with its basis in words."""

from __future__ import annotations

from dataclasses import replace

from statements.records import ResolvedAttribution, Span, SpeakerReference
from statements.resolution.text.reading import Reading

Attributions = tuple[ResolvedAttribution, ...]

LONGEST_SHOWN = 60


def unresolved(span: Span, basis: str) -> ResolvedAttribution:
    return ResolvedAttribution(None, span, "", None, basis)


def spoken_for(speaker: SpeakerReference) -> ResolvedAttribution:
    """Whoever an antecedent is, before the words are known that stand for it."""
    return ResolvedAttribution(speaker, None, "", speaker.country, "")


def inferred(reading: Reading, found: Attributions, span: Span, first: int, last: int) -> Attributions:
    """The attributions of an antecedent, for the words that stand for it."""
    basis = basis_of_inference(reading, first, last)
    return tuple(replace(one, source=span, basis=basis) for one in found)


def basis_of_inference(reading: Reading, first: int, last: int) -> str:
    return f"inferred from '{shown(reading, first, last)}'"


def shown(reading: Reading, first: int, last: int) -> str:
    """Words for a basis, cut when they are many."""
    words = reading.printed(first, last)
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1].rstrip() + "…"
