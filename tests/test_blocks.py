"""Boilerplate: what a person marks is left out of every text that holds it, whoever reads it and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import curation, pipeline
from statements.models import Article, Block, Edit, Proposal, Statement
from statements.models.article import BOILERPLATE
from statements.records import places_of
from statements.store.articles import marked_everywhere
from statements.store.runs import start_run
from statements.verification import find_undone_edits

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("originals")]

ABOUT = "Russian Foreign Minister Sergei Lavrov said in January that the paper was free."
PLEDGE = "Turkish President Recep Tayyip Erdogan said on Friday that he would subscribe."
TALKS = "Russian Foreign Minister Sergei Lavrov said on Monday that the talks would go on."
BORDER = "Turkish President Recep Tayyip Erdogan said on Tuesday that the border was shut."


def ingest(name: str, *paragraphs: str, knowledge: pipeline.Knowledge | None = None) -> Article:
    """A text with these paragraphs, as an import takes it in."""
    run = start_run("test", pipeline.PIPELINE_VERSION)
    data = "\n\n".join([f"Talks go on in Osta {name}", *paragraphs]).encode()
    given = knowledge or pipeline.stored_knowledge()
    outcome = pipeline.ingest(data, f"/in/{name}.txt", run=run, knowledge=given)
    assert outcome.article, outcome.reason
    return outcome.article


@pytest.fixture
def articles() -> list[Article]:
    """Two that hold the words as a paragraph of its own, and one that holds them inside another."""
    return [
        ingest("one", TALKS, ABOUT),
        ingest("two", ABOUT, BORDER),
        ingest("three", f"{TALKS} {ABOUT}"),
    ]


def words_of(article: Article) -> set[str]:
    return {one.words for one in Statement.objects.listed().filter(article=article)}


def mark(articles: Iterable[Article], stretch: str, who: Any) -> Any:
    """As the workbench does: mark, and read again; gives the action's number."""
    with curation.one_action() as action:
        curation.mark_boilerplate(articles, stretch, who=who, why="the paper on itself")
    assert not pipeline.read_all_again(articles, "test")
    return action


def take_back(action: Any, articles: Iterable[Article], who: Any) -> None:
    curation.revert_action(action, who=who)
    assert not pipeline.read_all_again(articles, "test")


@pytest.mark.parametrize(
    ("text", "stretch", "places"),
    [
        ("Share.\n\nShare. Or not.\n\nShare.", "Share.", [(0, 6), (24, 30)]),
        ("One.\n\nTwo.\n\nThree.", "One.\n\nTwo.", [(0, 10)]),
        ("One.\n\nOne.\n\nOne.", "One.", [(0, 4), (6, 10), (12, 16)]),
        ("One.\n\nTwo.", "one.", []),
        ("One. Two.", "One.", []),
        ("One.", "One.", [(0, 4)]),
    ],
)
def test_a_stretch_stands_where_its_whole_paragraphs_do(
    text: str, stretch: str, places: list[tuple[int, int]]
) -> None:
    assert places_of(text, stretch) == places
    assert all(text[start:end] == stretch for start, end in places)


def test_marked_words_are_read_in_no_article_any_more(articles, curator) -> None:
    assert all("the paper was free" in words_of(article) for article in articles)
    mark(articles, ABOUT, curator)
    assert [words_of(article) for article in articles] == [
        {"the talks would go on"},
        {"the border was shut"},
        {"the talks would go on", "the paper was free"},
    ]
    marked = Block.objects.filter(reason=BOILERPLATE, active=True)
    assert {block.article.text[block.start : block.end] for block in marked} == {ABOUT}
    edits = Edit.objects.all()
    assert [(edit.record, edit.field, edit.old, edit.new) for edit in edits] == [
        ("block", "active", False, True)
    ] * 2
    assert len({edit.action for edit in edits}) == 1
    assert not list(find_undone_edits())


def test_one_undo_restores_blocks_and_statements(articles, curator) -> None:
    before = {
        article: set(article.statements.values_list("public_id", "review_state")) for article in articles
    }
    blocks = set(Block.objects.filter(active=True).values_list("article", "start", "end", "reason"))
    action = mark(articles, ABOUT, curator)
    take_back(action, articles, curator)
    assert set(Block.objects.filter(active=True).values_list("article", "start", "end", "reason")) == blocks
    for article, states in before.items():
        assert set(article.statements.values_list("public_id", "review_state")) == states
    assert not marked_everywhere()
    again = mark(articles, ABOUT, curator)
    assert again != action
    assert words_of(articles[0]) == {"the talks would go on"}


def test_what_is_read_later_is_read_without_them(articles, curator) -> None:
    """By a new article, by a newer version of an old one, and by the newest code."""
    mark(articles[:1], ABOUT, curator)
    assert words_of(ingest("four", ABOUT, BORDER)) == {"the border was shut"}
    newer = ingest("one", TALKS, ABOUT, BORDER)
    assert newer.replaces == articles[0]
    assert words_of(newer) == {"the talks would go on", "the border was shut"}
    assert not newer.statements.filter(parts__exact="the paper was free").exists()
    call_command("reextract", "--all")
    assert words_of(newer) == {"the talks would go on", "the border was shut"}
    assert words_of(articles[1]) == {"the border was shut"}


def test_import_of_the_same_bytes_leaves_marks_and_statements_alone(articles, curator) -> None:
    mark(articles, ABOUT, curator)
    statements = list(Statement.objects.order_by("pk").values())
    blocks = list(Block.objects.order_by("pk").values())
    assert ingest("one", TALKS, ABOUT) == articles[0]
    assert list(Statement.objects.order_by("pk").values()) == statements
    assert list(Block.objects.order_by("pk").values()) == blocks


def test_an_import_that_began_before_does_not_unmark(articles, curator) -> None:
    knowledge = pipeline.stored_knowledge()
    mark(articles, ABOUT, curator)
    Article.objects.update(extractor_version="older")
    ingest("one", TALKS, ABOUT, knowledge=knowledge)
    assert words_of(articles[0]) == {"the talks would go on"}


def test_what_a_person_decided_on_stays_and_is_asked_about(articles, curator) -> None:
    statement = articles[0].statements.get(parts__exact="the paper was free")
    curation.approve(statement, who=curator)
    action = mark(articles, ABOUT, curator)
    statement.refresh_from_db()
    assert (statement.review_state, statement.listed) == ("approved", True)
    assert Proposal.objects.open().get().field == "found"
    take_back(action, articles, curator)
    assert not Proposal.objects.open().exists()


def test_a_place_given_back_stays_given_back_though_the_words_are_marked(articles, curator) -> None:
    mark(articles, ABOUT, curator)
    block = articles[0].blocks.get(reason=BOILERPLATE)
    curation.change(block, {"active": False}, who=curator)
    call_command("reextract", "--all")
    assert "the paper was free" in words_of(articles[0])
    assert "the paper was free" not in words_of(articles[1])
    assert "the paper was free" not in words_of(ingest("five", ABOUT, TALKS))


def test_two_stretches_are_two_actions_and_each_is_known(articles, curator) -> None:
    ingest("six", TALKS, ABOUT, PLEDGE)
    everything = list(Article.objects.all())
    first = mark(everything, ABOUT, curator)
    mark(everything, PLEDGE, curator)
    assert marked_everywhere() == {ABOUT, PLEDGE}
    take_back(first, everything, curator)
    assert marked_everywhere() == {PLEDGE}


def test_a_stretch_of_two_paragraphs_is_marked_whole_and_its_halves_are_not(curator) -> None:
    both = ingest("both", TALKS, ABOUT, PLEDGE)
    half = ingest("half", TALKS, PLEDGE)
    mark([both, half], f"{ABOUT}\n\n{PLEDGE}", curator)
    assert words_of(both) == {"the talks would go on"}
    assert "he would subscribe" in words_of(half)
    assert words_of(ingest("later", ABOUT, PLEDGE, BORDER)) == {"the border was shut"}


def test_an_article_of_nothing_else_stays_without_statements(curator) -> None:
    article = ingest("alone", ABOUT)
    action = mark([article], ABOUT, curator)
    assert words_of(article) == set()
    take_back(action, [article], curator)
    assert words_of(article) == {"the paper was free"}


def test_every_place_in_an_article_is_marked(curator) -> None:
    article = ingest("twice", ABOUT, TALKS, ABOUT)
    mark([article], ABOUT, curator)
    assert words_of(article) == {"the talks would go on"}
    assert article.blocks.filter(reason=BOILERPLATE).count() == 2


def test_nothing_is_marked_twice_nor_in_an_older_version(articles, curator) -> None:
    mark(articles, ABOUT, curator)
    with pytest.raises(ValidationError, match="left out already"):
        curation.mark_boilerplate(articles, ABOUT, who=curator)
    ingest("three", f"{TALKS} {ABOUT}", BORDER)
    articles[2].refresh_from_db()
    assert articles[2].superseded
    with pytest.raises(ValidationError, match="newer version"):
        curation.mark_boilerplate([articles[2]], TALKS, who=curator)


def test_a_mark_of_the_machine_stays_the_machines(curator) -> None:
    """Where cleaning left the words out itself, its reason stands and nothing is logged."""
    caption = "Photo: Creative Commons"
    article = ingest("caption", TALKS, caption)
    block = next(b for b in article.blocks.all() if article.text[b.start : b.end] == caption)
    with pytest.raises(ValidationError, match="left out already"):
        curation.mark_boilerplate([article], caption, who=curator)
    same = article.blocks.get(pk=block.pk)
    assert (same.active, same.reason) == (True, "photo credit")
    assert not Edit.objects.exists()


def test_a_block_that_a_person_switched_on_again_is_not_read(articles, curator) -> None:
    """Whatever the machine makes of it by now, as long as the text is the same."""
    article = articles[0]
    start, end = places_of(article.text, ABOUT)[0]
    block = Block.objects.create(article=article, start=start, end=end, reason="caption", active=False)
    curation.change(block, {"active": True}, who=curator)
    call_command("reextract", article.public_id)
    assert words_of(article) == {"the talks would go on"}
    assert not marked_everywhere()


def test_as_many_queries_whatever_was_marked(articles, curator) -> None:
    with CaptureQueriesContext(
        connection,
    ) as none:
        marked_everywhere()
    mark(articles, ABOUT, curator)
    with CaptureQueriesContext(connection) as some:
        assert marked_everywhere() == {ABOUT}
    assert len(none) == len(some) == 1
