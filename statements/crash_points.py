"""Places at which an ingest can be made to kill itself, to test that a crash loses nothing.

With ``ARCHIVE_CRASH_AT=original-renamed`` in the environment (``…:3`` for the
third time it is passed), `ingest` ends there by SIGKILL, as if the machine had
stopped. Nothing else heeds the variable, and `ingest` only where DEBUG is true.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from typing import Literal, get_args

VARIABLE = "ARCHIVE_CRASH_AT"

# Every place, in the order in which an ingest comes by.
CrashPoint = Literal[
    "countries-loaded",
    "speakers-loaded",
    "authorities-loaded",
    "run-started",
    "original-folder-made",
    "original-begun",
    "original-written",
    "original-renamed",
    "original-flushed",
    "original-kept",
    "article-created",
    "blocks-created",
    "mentions-linked",
    "statements-created",
    "words-created",
    "speakers-linked",
    "metadata-carried",
    "blocks-carried",
    "decisions-carried",
    "earlier-version-superseded",
    "earlier-version-current-again",
    "article-rewritten",
    "blocks-rewritten",
    "statement-emptied",
    "statement-rewritten",
    "statement-withdrawn",
    "statements-rewritten",
    "knowledge-told",
    "utterances-suggested",
    "outcome-recorded",
    "input-done",
    "inputs-done",
    "run-finished",
]

_armed: tuple[str, int] | None = None
_passed: Counter[str] = Counter()


def arm(wanted: str) -> None:
    """Crash at a place, "name" or "name:3". Raises ValueError for a place that there is not."""
    global _armed
    name, _, time = wanted.partition(":")
    if name not in get_args(CrashPoint) or not (time or "1").isdecimal() or int(time or 1) < 1:
        places = ", ".join(get_args(CrashPoint))
        raise ValueError(f"{VARIABLE}={wanted} is none of {places}; add :2 for the second time it is passed")
    _armed = name, int(time or 1)


def crash_point(name: CrashPoint) -> None:
    """Die here if that was asked for."""
    if _armed and _armed[0] == name:
        _passed[name] += 1
        if _passed[name] == _armed[1]:
            os.kill(os.getpid(), signal.SIGKILL)
