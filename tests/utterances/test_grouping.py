"""Pairs -> groups: people first, then the most alike; the same whatever came first."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

import pytest

from statements.utterances import grouping
from statements.utterances.grouping import MOST_SHARING, Member, all_likenesses, group, pair_of
from statements.utterances.likeness import Likeness, Report
from tests.utterances.reports import report

TOLD = "“the bridge at Kars was built on sand and on lies”"


def reports(*given: Report) -> dict[str, Report]:
    return {one.key: one for one in given}


def grouped(known: dict[str, Report], **decided) -> list[str]:
    """Each group as its keys, those that people confirmed in capitals."""
    groups = group(known, all_likenesses(known.values()), **decided)
    return [
        "".join(one.key.upper() if one.is_confirmed else one.key for one in members) for members in groups
    ]


def three() -> dict[str, Report]:
    return reports(*(report(key, TOLD) for key in "abc"))


def test_what_is_alike_is_together() -> None:
    assert grouped(three()) == ["abc"]
    assert grouped(reports(report("a", TOLD), report("b", "the sea is calm at Batumi"))) == []


def test_a_person_parts_one_from_the_others() -> None:
    assert grouped(three(), apart={("a", "c"), ("b", "c")}) == ["ab"]


def test_parted_two_stay_parted_whatever_resembles_both() -> None:
    known = three() | reports(report("d", TOLD), report("e", TOLD))
    for keys in grouped(known, apart={("a", "b")}):
        assert not {"a", "b"} <= set(keys)


def test_a_person_joins_what_no_machine_would() -> None:
    known = reports(report("a", TOLD), report("b", "the sea is calm", speakers=frozenset({"9"})))
    assert grouped(known, same={("a", "b")}) == ["AB"]


def test_confirmed_and_suggested_stand_in_one_group() -> None:
    assert grouped(three(), same={("a", "b")}) == ["ABc"]


def test_two_groups_that_people_made_are_not_put_together_by_a_machine() -> None:
    known = three() | reports(report("d", TOLD))
    assert grouped(known, same={("a", "b"), ("c", "d")}) == ["AB", "CD"]


def test_two_of_one_article_and_of_contradicting_days_are_not_put_together() -> None:
    known = reports(report("a", TOLD, "2020-07-16"), report("b", TOLD), report("c", TOLD, "2020-08-01"))
    assert grouped(known) == ["ab"]
    known = reports(report("a", TOLD, article=1), report("b", TOLD, article=2), report("c", TOLD, article=1))
    assert grouped(known) == ["ab"]


def test_a_chain_of_likenesses_is_no_group() -> None:
    """A is like B, B like C, C like D, and no others: D is like too few to join them."""
    known = reports(*(report(key, TOLD) for key in "abcd"))
    chain = {pair: Likeness(1.0, "like words") for pair in (("a", "b"), ("b", "c"), ("c", "d"))}
    assert [[one.key for one in members] for members in group(known, chain)] == [["a", "b", "c"]]


def test_each_member_says_why_it_is_there() -> None:
    [members] = group(three(), all_likenesses(three().values()), same={("a", "b")})
    assert members[0] == Member("a", True, "confirmed by a curator")
    assert members[2].why.startswith("the same words: “the bridge at kars")


def test_the_order_does_not_matter() -> None:
    chance = random.Random(11)
    texts = [
        TOLD,
        f"{TOLD} and more, he said of Ani",
        "Kars and its bridge were built “on sand and on lies”",
        "a sea",
    ]
    for _ in range(60):
        given = [
            report(
                key,
                chance.choice(texts),
                chance.choice(["", "2020-07-16", "2020-07-17"]),
                article=chance.randrange(6),
            )
            for key in "abcdefgh"
        ]
        pairs = list(combinations("abcdefgh", 2))
        same, apart = set(chance.sample(pairs, 2)), set(chance.sample(pairs, 2))
        first = grouped(reports(*given), same=same, apart=apart)
        chance.shuffle(given)
        assert grouped(reports(*given), same=same, apart=apart) == first
        for keys in first:
            for pair in combinations(sorted(keys.lower()), 2):
                assert pair_of(*pair) not in apart


def of_many_days(number: int) -> list[Report]:
    """One speaker who names bridges every day, each of another number; printed in no order."""
    days = (date(2020, 1, 1) + timedelta(days=at // 10) for at in range(number))
    many = [
        report(
            f"r{at:04}", f"“the bridge of number {at} is closed”", day.isoformat(), article=at, original=at
        )
        for at, day in enumerate(days)
    ]
    random.Random(3).shuffle(many)
    return many


@pytest.mark.parametrize("number", [MOST_SHARING * 3, MOST_SHARING * 6])
def test_work_grows_as_the_reports_do(monkeypatch, number: int) -> None:
    compared = []
    monkeypatch.setattr(grouping, "likeness", lambda one, other: compared.append(one))
    all_likenesses(of_many_days(number))
    # "bridge", "number" and "closed" stand in all of them, and are neighbours in the same order.
    assert len(compared) == MOST_SHARING * number - MOST_SHARING * (MOST_SHARING + 1) // 2


def test_among_many_that_share_a_word_neighbours_in_time_and_rare_words_are_found() -> None:
    many = of_many_days(MOST_SHARING * 4)
    next_day = report("a", "“the bridge is closed by Kars”", "2020-01-20", article=-1, original=-1)
    and_again = report(
        "b", "“the bridge is closed by Kars”", "2020-01-20/2020-01-21", article=-2, original=-2
    )
    at_the_end = report("c", "“a swallow’s nest fell from it”", "", article=-3, original=-3)
    at_the_beginning = report("d", "“a swallow’s nest fell from it”", "2020-01-01", article=-4, original=-4)
    found = all_likenesses([*many, next_day, and_again, at_the_end, at_the_beginning])
    assert {pair for pair in found if not any(key.startswith("r") for key in pair)} == {
        ("a", "b"),
        ("c", "d"),
    }


def test_so_many_as_the_machine_puts_together_are_all_compared() -> None:
    known = [report(f"{at:03}", TOLD, article=at, original=at) for at in range(grouping.LARGEST)]
    assert len(all_likenesses(known)) == grouping.LARGEST * (grouping.LARGEST - 1) // 2
