"""Run extraction over a folder of text files and print one JSON line a file.

    python bench/extraction.py TEXT_DIR [--time]

Each line reads {"id": "<file stem>", "statements": [{"content", "source", "cue",
"kind"}]}; offsets count code points of the raw file, whose lines are taken as
paragraphs. ``--time`` adds words per second on standard error.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from statements.extraction import extract_quotations
from statements.records import Quotation, Span

_LINE = re.compile(r"[^\r\n]+")


def line_spans(text: str) -> Iterator[Span]:
    """Spans of the lines that hold more than white space."""
    for match in _LINE.finditer(text):
        if not match.group().isspace():
            yield match.span()


def as_row(quotation: Quotation) -> dict[str, object]:
    return {
        "content": quotation.content,
        "source": quotation.sources or None,
        "cue": [quotation.cue] if quotation.cue else None,
        "kind": quotation.kind,
        "rule": quotation.rule,
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="TEXT_DIR")
    parser.add_argument("--time", action="store_true", help="print words per second on standard error")
    arguments = parser.parse_args()

    words, seconds = 0, 0.0
    for path in sorted(arguments.folder.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        started = time.process_time()
        quotations = extract_quotations(text, list(line_spans(text)))
        seconds += time.process_time() - started
        words += len(text.split())
        print(json.dumps({"id": path.stem, "statements": [as_row(quotation) for quotation in quotations]}))
    if arguments.time:
        print(
            f"{words / max(seconds, 1e-9):,.0f} words a second of processor time ({words:,} words)",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main()
