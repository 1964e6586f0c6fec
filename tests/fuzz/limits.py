"""What one input may cost, and the means to hold it to that.

* **Time**: 10 s of the processor. The kernel kills the process that takes
  more, even inside a regular expression or a parser; the stack is written
  out first. A wall clock of five minutes catches what only waits: a busy machine
  may be slow.
* **Memory**: 512 MB resident, as the kernel counts it at its highest
  (``VmHWM``), libraries and all. ``RLIMIT_AS`` counts what is mapped, so it is
  set to what the process has mapped before its first input and 512 MB more:
  an allocation beyond that fails on the spot.
"""

from __future__ import annotations

import contextlib
import faulthandler
import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

PROCESSOR_SECONDS = 10
WALL_SECONDS = 300
MEGABYTE = 1024 * 1024
MEMORY = 512 * MEGABYTE

STATUS = Path("/proc/self/status")
IS_MEASURED = STATUS.exists()


def _status(name: str) -> int:
    """A figure of this process, in bytes."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024


def limit_this_process() -> None:
    """Once, when everything is loaded and before the first input."""
    for number in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
        faulthandler.register(number, file=sys.stderr, chain=True)
    if IS_MEASURED:
        limit = _status("VmSize") + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


@contextlib.contextmanager
def timed() -> Iterator[None]:
    """Kills this process when the work inside takes too long."""
    signal.setitimer(signal.ITIMER_PROF, PROCESSOR_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def forget_highest_memory() -> None:
    """From now on the highest is counted anew."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def highest_memory() -> int:
    """The most that this process had in memory since it was last forgotten, in bytes."""
    return _status("VmHWM") if IS_MEASURED else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
