"""The two helpers of the rule tests: a text yields exactly these statements, or none."""

from __future__ import annotations

from statements.extraction import extract_quotations
from statements.records import Quotation, Span, paragraph_spans

# A statement as a test writes it: the fields named, compared as text. ``content``
# and ``by`` may be a string or a list of strings.
Expected = dict[str, object]


def said(content: str | list[str], by: str | list[str] = "", **fields: object) -> Expected:
    """An expected statement: its content, its sources ("" for none), and any other field."""
    return {"content": _listed(content), "by": _listed(by), **fields}


def finds(text: str, *expected: Expected) -> None:
    """The text yields exactly these statements, in this order."""
    found = [_as_text(text, quotation) for quotation in extract(text)]
    shown = [{name: row[name] for name in want} for row, want in zip(found, expected, strict=False)]
    assert shown == list(expected)
    assert len(found) == len(expected), found[len(expected) :]


def finds_nothing(text: str) -> None:
    finds(text)


def extract(text: str) -> list[Quotation]:
    """The statements; what nobody in particular is credited with is none."""
    return [quotation for quotation in extract_all(text) if not quotation.is_hearsay]


def extract_all(text: str) -> list[Quotation]:
    return extract_quotations(text, list(paragraph_spans(text)))


def _as_text(text: str, quotation: Quotation) -> Expected:
    return {
        "content": [text[start:end] for start, end in quotation.content],
        "by": [text[start:end] for start, end in quotation.sources],
        "cue": _cut(text, quotation.cue),
        "agency": _cut(text, quotation.agency),
        "occasion": _cut(text, quotation.occasion),
        "kind": quotation.kind,
        "lemma": quotation.cue_lemma,
        "act": quotation.act,
        "rule": quotation.rule,
        "confidence": quotation.confidence,
    }


def _cut(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) and value else list(value)
