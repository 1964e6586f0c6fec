"""One word for the archive as it is now: whatever was worked out of it holds as long as the word does."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple, TypeVar

from django.conf import settings
from django.db import connection

# Every import leaves an outcome, every change by a person an edit, and of these nothing is ever taken out.
NEWEST_OF = ("statement", "article", "attribution", "speaker", "utterancemember", "importoutcome", "edit")
# However fast the archive grows, working out its totals takes no more than this share of the time …
SHARE_OF_TIME = 0.05
LONGEST_PAUSE = 60.0  # … and readers see what is new after so many seconds.
# Of two imports at once the one with the lower ids may end last, and leaves the word as it is; records
# that are loaded anew leave no edit. So the word is another after so many seconds anyway.
LONGEST_KEPT = 300.0
# Of what many addresses ask for, each for itself, the latest are kept.
MOST_RECENT = 200

Value = TypeVar("Value")


class Kept(NamedTuple):
    version: str
    when: float
    value: Any


_read: dict[str, tuple[float, str]] = {}
_kept: dict[tuple[str, str], Kept] = {}
_took: dict[str, float] = {}
_recent: OrderedDict[tuple[str, str], Kept] = OrderedDict()
_working = threading.RLock()
_keeping = threading.Lock()
_of_request: ContextVar[list[str] | None] = ContextVar("version that a request has read", default=None)


def archive_version() -> str:
    """The newest ids of what grows with every change; one query, at most once a second in each process."""
    held = _of_request.get()
    if held:
        return held[0]
    now = time.monotonic()
    when, version = _read.get(connection.alias, (0.0, ""))
    if not version or now - when >= _pause():
        version = _read_version()
        _read[connection.alias] = now, version
    if held is not None:
        held.append(version)
    return version


@contextmanager
def one_state() -> Iterator[None]:
    """All that is asked for within is asked of one state: the version is read once."""
    before = _of_request.set([])
    try:
        yield
    finally:
        _of_request.reset(before)


def by_version(name: str, compute: Callable[[], Value]) -> Value:
    """What ``compute`` gives, worked out once in each process for each state of the archive."""
    version = archive_version()
    kept = _still_good(name, version)
    if kept is None:
        with _working:  # one thread works it out, the others wait for it
            kept = _still_good(name, version) or _work_out(name, version, compute)
    value: Value = kept.value
    return value


def recall(name: str) -> Any:
    """What was worked out lately for one of very many names, if it still holds; else None."""
    key, version = (connection.alias, name), archive_version()
    with _keeping:
        kept = _if_good(_recent.get(key), version)
        if kept:
            _recent.move_to_end(key)
    return kept.value if kept else None


def remember(name: str, value: Value) -> Value:
    """Keep it for ``recall``, in the place of what nobody has asked for the longest."""
    kept = Kept(archive_version(), time.monotonic(), value)
    with _keeping:
        _recent[connection.alias, name] = kept
        _recent.move_to_end((connection.alias, name))
        while len(_recent) > MOST_RECENT:
            _recent.popitem(last=False)
    return value


def _still_good(name: str, version: str) -> Kept | None:
    return _if_good(_kept.get((connection.alias, name)), version)


def _if_good(kept: Kept | None, version: str) -> Kept | None:
    is_good = kept and kept.version == version and time.monotonic() - kept.when < LONGEST_KEPT
    return kept if is_good else None


def _work_out(name: str, version: str, compute: Callable[[], Any]) -> Kept:
    start = time.monotonic()
    value = compute()
    end = time.monotonic()
    _took[name] = end - start
    kept = _kept[connection.alias, name] = Kept(version, end, value)
    return kept


def forget() -> None:
    """For tests, whose archives all begin with the same ids."""
    _read.clear()
    _kept.clear()
    _recent.clear()
    _took.clear()


def _pause() -> float:
    """Seconds; 0 where every change is to be seen at once."""
    if not settings.ARCHIVE_VERSION_SECONDS:
        return 0.0
    return max(settings.ARCHIVE_VERSION_SECONDS, min(sum(_took.values()) / SHARE_OF_TIME, LONGEST_PAUSE))


def _read_version() -> str:
    newest = ", ".join(f"(SELECT max(id) FROM statements_{name})" for name in NEWEST_OF)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {newest}")
        numbers = cursor.fetchone()
    # With the time, so that what was worked out of one kept thing ends together with it.
    return "-".join(str(number or 0) for number in (*numbers, int(time.time() // LONGEST_KEPT)))
