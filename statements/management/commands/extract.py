"""Show what would be found in a text, without a database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from statements import pipeline
from statements.management.sources import RefusedSource, Source, find_sources
from statements.management.terminal import TerminalCommand, one_line, printable
from statements.readers import UnreadableSource
from statements.records import ResolvedStatement


class Command(TerminalCommand):
    """``extract PATH… --jsonl``: read, clean, extract and resolve; write nothing."""

    help = (
        "Print what is found in files, folders or standard input (-). Needs no database and writes nothing."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input"
        )
        parser.add_argument(
            "--jsonl", action="store_true", help="one JSON object an input instead of readable lines"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        knowledge = pipeline.shipped_knowledge()
        show = self.show_json if options["jsonl"] else self.show_lines
        failed = False
        for source in find_sources(options["paths"]):
            try:
                analysis = pipeline.analyse(source.read(), Path(source.label).name, knowledge)
            except (RefusedSource, UnreadableSource, pipeline.NothingToRead) as error:
                self.stderr.write(f"{source.label}: {printable(error)}")
                failed = True
            except Exception as error:  # one input never stops the rest
                self.show_traceback(options)
                self.stderr.write(f"{source.label}: {one_line(error)}")
                failed = True
            else:
                show(source, analysis)
        if failed:
            sys.exit(1)

    def show_json(self, source: Source, analysis: pipeline.Analysis) -> None:
        described = describe(Path(source.label).stem, analysis)
        # Where the output is not UTF-8, JSON's own escapes keep it JSON.
        in_utf8 = "utf" in (getattr(self.stdout, "encoding", None) or "utf-8").lower()
        self.stdout.write(json.dumps(described, ensure_ascii=not in_utf8))

    def show_lines(self, source: Source, analysis: pipeline.Analysis) -> None:
        described = describe(source.label, analysis)
        self.stdout.write(f"{source.label}: {printable(described['title'] or 'no title')}")
        for statement in described["statements"]:
            words = statement["content"]
            words = words if isinstance(words, str) else " … ".join(words)
            said = printable(f"{statement['speaker'] or 'unresolved'}: {words}")
            self.stdout.write(f"  {statement['kind']:8}  {said}")


def describe(identifier: str, analysis: pipeline.Analysis) -> dict[str, Any]:
    """One input as JSON; absent things are null, and one of a kind stands without a list."""
    document = analysis.document
    return {
        "id": identifier,
        "title": document.title or None,
        "publisher": document.publisher or None,
        "published": stated_date(analysis),
        "address": document.address or None,
        "text": document.text,
        "body": document.body(),
        "statements": [describe_statement(document.text, found) for found in analysis.statements],
        "mentioned_countries": analysis.mentions,
    }


def stated_date(analysis: pipeline.Analysis) -> str | None:
    """The published date as far as it is known: 2020-07-30, 2020-07 or 2020."""
    published = analysis.document.published
    if published is None:
        return None
    length = {"day": 10, "month": 7, "year": 4}[published.precision]
    return published.value.isoformat()[:length]


def describe_statement(text: str, found: ResolvedStatement) -> dict[str, Any]:
    quotation = found.quotation
    speakers = [attribution.speaker.name for attribution in found.attributions if attribution.speaker]
    countries = [attribution.country for attribution in found.attributions if attribution.country]
    return {
        "content": _one_or_all([text[start:end] for start, end in quotation.content]),
        "spans": [list(span) for span in quotation.content],
        "kind": quotation.kind,
        "source_text": text[slice(*quotation.source)] if quotation.source else None,
        "speaker": _one_or_all(speakers),
        "country": _one_or_all(list(dict.fromkeys(countries))),
        "cue": text[slice(*quotation.cue)] if quotation.cue else None,
        "act": found.act,
        "about": list(found.about),
        "addressees": list(found.addressees),
        "said": found.said.edtf if found.said else None,
        "said_words": found.said_words or None,
        "said_basis": found.said.basis if found.said else found.said_note or None,
        "agency": found.agency,
        "medium": found.medium or None,
        "occasion": text[slice(*quotation.occasion)] if quotation.occasion else None,
        "rule": quotation.rule,
        "confidence": quotation.confidence,
    }


def _one_or_all(values: list[Any]) -> Any:
    if not values:
        return None
    return values[0] if len(values) == 1 else values
