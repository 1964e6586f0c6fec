"""What waits, in which order, and who is given it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from statements import curation
from statements.models import Lease
from statements.review.leases import give_up, take_lease
from statements.review.queues import QUEUES, count, in_queue, next_after
from statements.store.proposals import propose
from tests.factories import ArticleFactory, SpeakerFactory, UserFactory, make_statement

pytestmark = pytest.mark.django_db

TEXT = "The first words stand here. The second words stand here. The third words stand here."


def three(**fields):
    article = ArticleFactory(text=TEXT)
    return [make_statement(f"{n} words", article=article, **fields) for n in ("first", "second", "third")]


def test_each_queue_holds_what_it_says() -> None:
    settled = make_statement("settled", said=date(2020, 7, 16))
    nobody = make_statement("nobody", speaker=None, country=None, said=date(2020, 7, 16))
    new = make_statement("new", speaker=SpeakerFactory(provisional=True), said=date(2020, 7, 16))
    undated = make_statement("undated")
    unsure = make_statement("unsure", said=date(2020, 7, 16), confidence="inferred from the sentence after")
    reviewed = make_statement("reviewed", speaker=None, country=None)
    who = UserFactory()
    curation.approve(reviewed, who=who)
    gone = make_statement("gone", speaker=None, country=None)
    curation.reject(gone, who=who, why="no words")
    propose(reviewed, {"kind": "mixed"}, machine="extractor 9")
    held = {name: set(in_queue(queue)) for name, queue in QUEUES.items()}
    assert held == {
        "proposals": {reviewed},
        "speaker": {nobody},
        "names": {new},
        "dates": {undated},
        "unsure": {unsure},
        "all": {settled, nobody, new, undated, unsure},
    }
    assert {name: count(queue) for name, queue in QUEUES.items()} == {
        name: len(rows) for name, rows in held.items()
    }


def test_next_goes_through_an_article_then_to_older_ones_and_round() -> None:
    who, queue = UserFactory(), QUEUES["all"]
    older, newer = three(), three()
    order = []
    at = next_after(queue, None, who)
    for _ in range(6):
        order.append(at)
        at = next_after(queue, at, who)
    assert order == [*newer, *older]
    assert at == newer[0]


def test_two_curators_are_given_two_articles() -> None:
    anna, boris = UserFactory(), UserFactory()
    older, newer = three(), three()
    queue = QUEUES["all"]
    first = next_after(queue, None, anna)
    assert take_lease(first.article, anna) is None
    assert next_after(queue, None, boris) == older[0]
    assert next_after(queue, None, anna) == newer[0]


def test_a_lease_is_somebodys_until_it_ends_or_is_given_up() -> None:
    anna, boris, article = UserFactory(), UserFactory(), ArticleFactory()
    assert take_lease(article, anna) is None
    assert take_lease(article, boris).who == anna
    assert take_lease(article, anna) is None
    Lease.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert take_lease(article, boris) is None
    assert take_lease(article, anna).who == boris
    give_up(boris)
    assert take_lease(article, anna) is None


def test_nothing_is_next_where_all_is_done() -> None:
    who = UserFactory()
    only = make_statement()
    assert next_after(QUEUES["all"], None, who) == only
    curation.approve(only, who=who)
    assert next_after(QUEUES["all"], only, who) is None


def test_the_last_that_waits_is_not_given_again() -> None:
    """Whoever leaves it as it is has seen it."""
    only = make_statement()
    assert next_after(QUEUES["all"], only, UserFactory()) is None
