"""A page that changed: which article it replaces, and what people decided that holds for it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from statements import curation
from statements.models import Article, Statement, User
from statements.records import MarkedBlock
from statements.store.articles import create_article, update_article
from statements.store.statements import _overlaps
from statements.store.versions import find_earlier_version
from tests.building import LAVROV, UNNAMED, record, resolved
from tests.factories import CountryFactory, OriginalFactory, PublisherFactory

pytestmark = pytest.mark.django_db

OPENING = "The two ministers met on Monday in the capital and talked about trade for hours."
TEXT = f"Headline\n\n{OPENING}\n\nLavrov said the talks go on as planned. A source said no to all of it."


@pytest.fixture(autouse=True)
def countries() -> None:
    for code in ("RU", "TR", "AM"):
        CountryFactory(code=code)


def made_of(text: str = TEXT, version: str = "1", **document: object):
    return record(
        text,
        resolved(text, "the talks go on as planned", source="Lavrov", cue="said", speaker=LAVROV),
        resolved(text, "no to all of it", source="A source", speaker=UNNAMED),
        marks=(MarkedBlock(0, 8, "headline"),),
        version=version,
        **document,
    )


@pytest.fixture
def old() -> Article:
    return create_article(made_of(), OriginalFactory(location="/tmp/paste.txt"))


def newer_of(old: Article, text: str = TEXT + " More.", **document: object) -> Article:
    return create_article(made_of(text, **document), OriginalFactory(), replaces=old)


def test_changed_page_at_the_same_address_replaces_the_older() -> None:
    address = "https://example.org/a"
    old = create_article(made_of(address=address), OriginalFactory())
    assert find_earlier_version(made_of(TEXT + " More.", address=address), "") == old
    assert find_earlier_version(made_of(address="https://example.org/b"), "") is None


def test_same_file_with_another_story_replaces_nothing(old: Article) -> None:
    edited = made_of(TEXT + " More.")
    assert find_earlier_version(edited, "/tmp/paste.txt") == old
    assert find_earlier_version(record("Quite another story."), "/tmp/paste.txt") is None
    assert find_earlier_version(edited, "/tmp/other.txt") is None


def test_short_paragraphs_do_not_make_two_stories_one() -> None:
    byline = "By Our Correspondent"
    create_article(record(f"{byline}\n\n{OPENING}"), OriginalFactory(location="/tmp/a.txt"))
    other = record(
        f"{byline}\n\nA quite different story about something else was told to us on that same day."
    )
    assert find_earlier_version(other, "/tmp/a.txt") is None


def test_decisions_hold_for_the_same_words(old: Article, curator: User) -> None:
    talks, no = old.statements.order_by("start")
    curation.reject(no, who=curator, why="not a statement")
    curation.correct(talks, {"act": "denies"}, who=curator)
    states = {s.words: (s.review_state, s.act, s.listed) for s in newer_of(old).statements.all()}
    assert states == {
        "the talks go on as planned": ("corrected", "denies", True),
        "no to all of it": ("rejected", "states", False),
    }


def test_rejected_stays_rejected_in_a_longer_span(old: Article, curator: User) -> None:
    curation.reject(old.statements.order_by("start").last(), who=curator, why="not a statement")
    text = TEXT.replace("no to all of it", "no to all of it again")
    longer = record(
        text, resolved(text, "no to all of it again"), resolved(text, "the talks go on as planned")
    )
    newer = create_article(longer, OriginalFactory(), replaces=old)
    states = [(s.review_state, s.listed) for s in newer.statements.order_by("start")]
    assert states == [("machine", True), ("rejected", False)]


def test_metadata_that_people_set_holds_for_every_later_version(old: Article, curator: User) -> None:
    gazette = PublisherFactory(slug="gazette", name="Gazette")
    dated = {"published": date(2020, 7, 30), "published_precision": "day", "published_basis": "curator"}
    curation.correct_article(old, {"title": "Our title", "publisher": gazette, **dated}, who=curator)
    newer = newer_of(old, title="The machine's title")
    newest = newer_of(newer, TEXT + " Still more.", title="Another title")
    update_article(newest, made_of(newest.text, version="2", title="Yet another"))
    newest.refresh_from_db()
    assert (newest.title, newest.publisher, newest.published) == ("Our title", gazette, date(2020, 7, 30))
    assert {s.publisher for s in newest.statements.all()} == {gazette}


def test_block_that_a_person_gave_back_is_given_back_again(old: Article, curator: User) -> None:
    curation.change(old.blocks.get(), {"active": False}, who=curator)
    newer = newer_of(old)
    assert newer.blocks.get().active is False
    update_article(newer, made_of(newer.text, version="2"))
    assert newer.blocks.get().active is False


def test_what_the_machine_withdrew_is_not_carried(old: Article) -> None:
    update_article(old, record(TEXT, resolved(TEXT, "the talks go on as planned"), version="2"))
    assert newer_of(old).statements.listed().count() == 2


def test_decision_on_an_older_version_is_refused(old: Article, curator: User) -> None:
    statement = old.statements.first()
    newer_of(old)
    with pytest.raises(ValidationError, match="older version"):
        curation.approve(Statement.objects.get(pk=statement.pk), who=curator)


def test_cleaner_that_is_rolled_back_brings_the_earlier_version_back(old: Article) -> None:
    other = update_article(old, made_of(TEXT + " More.", version="2"))
    back = update_article(other, made_of(version="3"))
    assert back == old
    other.refresh_from_db()
    back.refresh_from_db()
    assert (other.superseded, back.superseded) == (True, False)
    assert (other.statements.listed().count(), back.statements.listed().count()) == (0, 2)
    again = update_article(back, made_of(TEXT + " More.", version="4"))
    assert (again, again.statements.listed().count()) == (other, 2)


def test_an_earlier_version_that_comes_back_replaces_the_one_that_it_had_given_way_to(old: Article) -> None:
    other = update_article(old, made_of(TEXT + " More.", version="2"))
    assert other.replaces == old
    update_article(other, made_of(version="3"))
    for article in (old, other):
        article.refresh_from_db()
    assert (old.replaces, other.replaces) == (other, None)


def test_the_first_of_three_versions_that_comes_back_stands_after_the_last(old: Article) -> None:
    second = update_article(old, made_of(TEXT + " More.", version="2"))
    third = update_article(second, made_of(TEXT + " Still more.", version="3"))
    update_article(third, made_of(version="4"))
    for article in (old, second, third):
        article.refresh_from_db()
    assert (second.replaces, third.replaces, old.replaces) == (old, second, third)
    assert [article.superseded for article in (old, second, third)] == [False, True, True]


def test_a_middle_version_that_comes_back_still_replaces_the_first(old: Article) -> None:
    second = update_article(old, made_of(TEXT + " More.", version="2"))
    third = update_article(second, made_of(TEXT + " Still more.", version="3"))
    update_article(third, made_of(second.text, version="4"))
    for article in (second, third):
        article.refresh_from_db()
    assert (second.replaces, third.replaces) == (old, None)
    assert (second.superseded, third.superseded) == (False, True)


@pytest.mark.parametrize(
    ("decided", "overlaps"),
    [
        ((0, 10), False),  # touches
        ((0, 14), False),  # 4 of the 10 are in both
        ((0, 15), True),  # exactly half
        ((15, 40), True),
        ((16, 40), False),
        ((12, 14), True),  # all of the decided words are in the new ones
        ((8, 12), True),  # half of the decided words
        ((7, 11), False),
    ],
)
def test_half_of_either_span_in_both_is_an_overlap(decided: tuple[int, int], overlaps: bool) -> None:
    text = "0123456789abcdefghij0123456789"
    new = resolved(text, "abcdefghij")
    assert new.quotation.content == ((10, 20),)
    assert _overlaps(new, [decided]) is overlaps


def test_new_words_that_overlap_decided_ones_are_left_out(old: Article, curator: User) -> None:
    talks, no = old.statements.order_by("start")
    curation.reject(no, who=curator, why="not a statement")
    curation.correct(talks, {"act": "denies"}, who=curator)
    shorter = record(TEXT, resolved(TEXT, "the talks go on as"), resolved(TEXT, "no to all"), version="2")
    update_article(old, shorter)
    assert [s.review_state for s in old.statements.order_by("start")] == ["corrected", "rejected"]


def test_decided_statements_follow_the_publisher_of_the_article(old: Article, curator: User) -> None:
    curation.approve(old.statements.first(), who=curator)
    update_article(old, made_of(version="2", publisher="Outlet Two"))
    assert {s.publisher.name for s in old.statements.all()} == {"Outlet Two"}
