"""The five seeds, statement by statement, beside what was read by eye and found right.

A change of rules shows here as a changed line. When it is for the better,
write the files again and read the difference before committing it:

    python -m tests.quality.test_seeds
"""

from __future__ import annotations

from pathlib import Path

import pytest

from statements import pipeline
from statements.records import ResolvedStatement
from tests.conftest import SEEDS

EXPECTED = Path(__file__).resolve().parent.parent / "data" / "seeds"
PATHS = sorted(SEEDS.glob("*.txt"))


def described(path: Path, knowledge: pipeline.Knowledge) -> str:
    """An article as lines: its metadata, its marked blocks, its statements."""
    analysis = pipeline.analyse(path.read_bytes(), path.name, knowledge)
    document = analysis.document
    published = (
        f"{document.published.value} ({document.published.basis})" if document.published else "not known"
    )
    lines = [
        f"title: {document.title}",
        f"publisher: {document.publisher}",
        f"published: {published}",
        f"address: {document.address}",
        f"mentions: {' '.join(analysis.mentions)}",
        "",
        *(f"{mark.reason}: {document.text[mark.start : mark.end]}" for mark in document.marks),
    ]
    for statement in analysis.statements:
        lines += ["", *statement_lines(document.text, statement)]
    return "\n".join(lines) + "\n"


def statement_lines(text: str, statement: ResolvedStatement) -> list[str]:
    quotation = statement.quotation
    who = [
        f"{a.speaker.name if a.speaker else 'not resolved'} for {a.country or 'nobody'} ({a.basis})"
        for a in statement.attributions
    ]
    said = (
        f"{statement.said.edtf} ({statement.said.basis})"
        if statement.said
        else statement.said_words or "no time"
    )
    about, agency = " ".join(statement.about) or "no country", statement.agency or "nobody"
    cue = text[slice(*quotation.cue)] if quotation.cue else ""
    return [
        *(text[start:end] for start, end in quotation.content),
        f"  {quotation.kind}, {quotation.act}; by {' and '.join(who)}",
        f"  about {about}; said: {said}; via {agency}",
        f"  cue “{cue}”, {quotation.rule}: {quotation.confidence}",
    ]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name[:3])
def test_seed_reads_as_it_was_found_right(path: Path) -> None:
    expected = (EXPECTED / f"{path.name[:3]}.txt").read_text()
    assert described(path, pipeline.shipped_knowledge()) == expected


def write_expected() -> None:
    knowledge = pipeline.shipped_knowledge()
    for path in PATHS:
        (EXPECTED / f"{path.name[:3]}.txt").write_text(described(path, knowledge))


if __name__ == "__main__":
    write_expected()
