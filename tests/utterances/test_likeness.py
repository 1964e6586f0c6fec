"""Which two statements may report one act of speaking."""

from __future__ import annotations

import random

import pytest

from statements.utterances.likeness import likeness
from tests.utterances.pairs import APART, MISSED, SAME, Pair
from tests.utterances.reports import report

TOLD = "“the bridge at Kars was built on sand and on lies”"


def alike(pair: Pair, **fields):
    one, other = (
        report("a", pair.one, pair.one_said, **fields),
        report("b", pair.other, pair.other_said, **fields),
    )
    found = likeness(one, other)
    assert found == likeness(other, one)
    return found


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_reports_of_one_act_of_speaking_are_alike(pair: Pair) -> None:
    assert alike(pair)


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_reports_of_two_acts_of_speaking_are_not(pair: Pair) -> None:
    assert alike(pair) is None


@pytest.mark.parametrize("pair", MISSED.values(), ids=MISSED)
def test_what_is_missed_is_known(pair: Pair) -> None:
    assert alike(pair) is None


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_another_speaker_says_something_else(pair: Pair) -> None:
    one = report("a", pair.one, pair.one_said)
    other = report("b", pair.other, pair.other_said, speakers=frozenset({"2"}))
    assert likeness(one, other) is None


@pytest.mark.parametrize("fields", [{"article": 1}, {"original": 1}], ids=str)
def test_one_article_or_two_versions_of_it_are_no_two_reports(fields: dict[str, int]) -> None:
    assert likeness(report("a", TOLD, **fields), report("b", TOLD, **fields)) is None


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("2020-07-16", "2020-07-16", True),
        ("2020-07-16", "2020-07-17", False),
        ("2020-07-13/2020-07-19", "2020-07-16", True),
        ("2020-07-13/2020-07-19", "2020-07-20", False),
        ("", "2020-07-16", True),
        ("", "", True),
    ],
)
def test_days_must_not_contradict_each_other(one: str, other: str, may_be: bool) -> None:
    assert bool(likeness(report("a", TOLD, one), report("b", TOLD, other))) == may_be


def test_a_role_without_a_name_needs_a_long_fragment() -> None:
    role = {"speakers": frozenset(), "roles": frozenset({"12 a diplomatic source"})}
    short = "“built on sand and on lies”"
    assert likeness(report("a", short), report("b", short))
    assert likeness(report("a", short, **role), report("b", short, **role)) is None
    long = "“the bridge at Kars was built on sand, and whoever crosses it pays a toll to smugglers”"
    found = likeness(report("a", long, **role), report("b", long, **role))
    assert found
    assert found.why.startswith("the same words: “the bridge at kars")


def test_a_role_of_another_country_is_another_source() -> None:
    long = "“the bridge at Kars was built on sand, and whoever crosses it pays a toll to smugglers”"
    one, other = (
        report(key, long, speakers=frozenset(), roles=frozenset({f"{country} a diplomatic source"}))
        for key, country in (("a", 12), ("b", 13))
    )
    assert likeness(one, other) is None


def test_anything_may_be_compared() -> None:
    """Symmetric, and no crash: words at random, bars, nothing at all."""
    chance = random.Random(7)
    words = [
        "|",
        "the",
        "will",
        "pay",
        "for",
        "armenia",
        "restraint",
        "42",
        "ü",
        "١٢",
        "中国",
        "attack",
        "all",
    ]
    for _ in range(3000):
        one, other = (
            report(
                key,
                "".join(
                    chance.choice(["{} ", "“{}” "]).format(word) for word in chance.choices(words, k=length)
                ),
                chance.choice(["", "2020-07-16", "2020-07-01/2020-07-31"]),
            )
            for key, length in (("a", chance.randrange(9)), ("b", chance.randrange(9)))
        )
        assert likeness(one, other) == likeness(other, one)
