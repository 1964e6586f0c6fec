"""What is worked out of the archive once for each of its states."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from statements import versioning
from tests.factories import make_statement


@pytest.fixture(autouse=True)
def one_state(monkeypatch) -> None:
    monkeypatch.setattr(versioning, "archive_version", lambda: "1")


def test_it_is_worked_out_once_for_all_threads_that_ask() -> None:
    calls = []

    def compute() -> int:
        calls.append(time.sleep(0.05))
        return len(calls)

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: versioning.by_version("number", compute), range(4)))
    assert found == [1, 1, 1, 1]


def test_one_may_ask_for_another() -> None:
    assert versioning.by_version("outer", lambda: versioning.by_version("inner", lambda: 7)) == 7


def test_it_is_worked_out_anew_after_a_while_and_in_another_state(monkeypatch) -> None:
    numbers = iter(range(1, 9))

    def number() -> int:
        return versioning.by_version("number", lambda: next(numbers))

    assert (number(), number()) == (1, 1)
    monkeypatch.setattr(versioning, "archive_version", lambda: "2")
    assert (number(), number()) == (2, 2)
    now = time.monotonic()
    monkeypatch.setattr(versioning.time, "monotonic", lambda: now + versioning.LONGEST_KEPT + 1)
    assert number() == 3


def test_of_very_many_the_latest_are_remembered_until_the_state_changes(monkeypatch) -> None:
    monkeypatch.setattr(versioning, "MOST_RECENT", 2)
    for name in ("a", "b"):
        versioning.remember(name, name.upper())
    assert versioning.recall("a") == "A"
    versioning.remember("c", "C")  # takes the place of b, which was not asked for
    assert [versioning.recall(name) for name in "abc"] == ["A", None, "C"]
    monkeypatch.setattr(versioning, "archive_version", lambda: "2")
    assert versioning.recall("a") is None


@pytest.mark.django_db
def test_a_request_is_answered_from_one_state(monkeypatch) -> None:
    monkeypatch.undo()
    with versioning.one_state():
        before = versioning.archive_version()
        make_statement()
        assert versioning.archive_version() == before
    assert versioning.archive_version() != before


@pytest.mark.django_db
def test_the_word_is_another_after_a_while(monkeypatch) -> None:
    """What leaves no trace in it is seen then, by all that was worked out of one another at once."""
    now = time.time() // versioning.LONGEST_KEPT * versioning.LONGEST_KEPT
    monkeypatch.setattr(versioning.time, "time", lambda: now)
    first = versioning._read_version()
    monkeypatch.setattr(versioning.time, "time", lambda: now + versioning.LONGEST_KEPT - 1)
    assert versioning._read_version() == first
    monkeypatch.setattr(versioning.time, "time", lambda: now + versioning.LONGEST_KEPT)
    assert versioning._read_version() != first
