"""Processor time of a piece of work, undisturbed: for tests that time grows with length alone."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def processor_seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The quickest of some rounds, without the collector, whose pauses grow with the whole suite."""
    gc.collect()
    gc.disable()
    try:
        return min(_once(work) for _ in range(rounds))
    finally:
        gc.enable()


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
