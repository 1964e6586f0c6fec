"""Run extraction over a folder of text files and print one JSON line a file.

    python bench/extraction.py TEXT_DIR [--time] [--rounds N]

Each line reads {"id": "<file stem>", "statements": [{"content", "source", "cue",
"kind"}]}; offsets count code points of the raw file, whose lines are taken as
paragraphs. ``--time`` adds words per second of the fastest of N rounds and the
peak memory of this process, interpreter and all, on standard error.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
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
    parser.add_argument("--time", action="store_true", help="print speed and memory on standard error")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="time each text N times")
    arguments = parser.parse_args()

    words, seconds = 0, 0.0
    for path in sorted(arguments.folder.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        quotations, fastest = timed(text, arguments.rounds)
        seconds += fastest
        words += len(text.split())
        print(json.dumps({"id": path.stem, "statements": [as_row(quotation) for quotation in quotations]}))
    if arguments.time:
        speed = words / max(seconds, 1e-9)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{speed:,.0f} words a second of processor time ({words:,} words), peak memory {peak} MiB",
            file=sys.stderr,
        )


def timed(text: str, rounds: int) -> tuple[list[Quotation], float]:
    """The quotations of a text and the seconds of processor time of the fastest round."""
    fastest, quotations = float("inf"), []
    for _ in range(max(1, rounds)):
        started = time.process_time()
        quotations = extract_quotations(text, list(line_spans(text)))
        fastest = min(fastest, time.process_time() - started)
    return quotations, fastest


if __name__ == "__main__":
    main()
