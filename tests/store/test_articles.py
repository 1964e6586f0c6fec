"""Articles and statements: written whole, brought up to date, never over a person's decision."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError

from statements import curation
from statements.models import Article, Original, Publisher, Speaker, Statement, User
from statements.public_ids import free_public_id
from statements.records import MarkedBlock, SaidDate, StatedDate
from statements.store.articles import create_article, update_article
from statements.store.authorities import NAMED_BY_IMPORT, read_authorities
from tests.building import UNNAMED, record, resolved
from tests.factories import CountryFactory, OriginalFactory, PublisherFactory

pytestmark = pytest.mark.django_db

TEXT = "Headline\n\nLavrov said the talks go on. He said the talks go on. A source said no."


@pytest.fixture(autouse=True)
def countries() -> None:
    for code in ("RU", "TR", "AM"):
        CountryFactory(code=code)


@pytest.fixture
def original() -> Original:
    return OriginalFactory()


def first_record(version: str = "1", **document: object):
    return record(
        TEXT,
        resolved(TEXT, "the talks go on", source="Lavrov", cue="said", about=("AM", "ZZ")),
        resolved(TEXT, "the talks go on", after=40),
        resolved(TEXT, "no", source="A source", speaker=UNNAMED, after=60),
        marks=(MarkedBlock(0, 8, "headline"),),
        mentions=("RU", "AM"),
        version=version,
        **document,
    )


def test_article_is_written_with_everything_in_it(original: Original) -> None:
    published = StatedDate(date(2020, 7, 30), "day", "dateline")
    article = create_article(first_record(title="Headline", published=published, language="en"), original)
    assert article.body() == TEXT[10:]
    assert (article.published, article.published_precision) == (date(2020, 7, 30), "day")
    assert [c.code for c in article.mentions.order_by("code")] == ["AM", "RU"]
    first, second, third = article.statements.order_by("start", "id")
    assert (first.words, first.cue, first.occurrence, second.occurrence) == ("the talks go on", "said", 0, 1)
    assert first.attributions.get().source == "Lavrov"
    assert first.attributions.get().country.code == "RU"
    assert [c.code for c in first.about_countries.all()] == ["AM"]
    assert third.attributions.get().speaker.provisional
    assert len({first.public_id, second.public_id, third.public_id}) == 3


def test_article_without_a_title_is_called_by_its_first_words(original: Original) -> None:
    assert (
        str(create_article(first_record(), original))
        == "“Lavrov said the talks go on. He said the talks go on. A source said no.…”"
    )
    long = record("Headline\n\n" + "many words " * 20, marks=(MarkedBlock(0, 8, "headline"),))
    assert create_article(long, OriginalFactory()).opening.endswith("many words")


def test_public_ids_are_the_same_in_any_archive(original: Original) -> None:
    article = create_article(first_record(), original)
    ids = [statement.public_id for statement in article.statements.order_by("id")]
    article.statements.all().delete()
    article.delete()
    again = create_article(first_record(), original)
    assert [statement.public_id for statement in again.statements.order_by("id")] == ids


def test_taken_public_id_gets_one_letter_more(original: Original) -> None:
    article = create_article(first_record(), original)
    longer = free_public_id(Statement, original.sha256, ("the talks go on",))
    assert longer.startswith(article.statements.order_by("id").first().public_id)
    assert len(longer) == 8


def test_failure_halfway_leaves_nothing(original: Original) -> None:
    broken = record(TEXT, resolved(TEXT, "the talks go on"), marks=(MarkedBlock(8, 8, "empty"),))
    with pytest.raises(DatabaseError):
        create_article(broken, original)
    assert not Article.objects.exists()
    assert not Speaker.objects.exists()


def test_publisher_is_found_by_any_of_its_names(original: Original) -> None:
    known = PublisherFactory(slug="moscow-times", name="The Moscow Times", names=["Moscow Times"])
    article = create_article(first_record(publisher="MOSCOW TIMES"), original)
    assert article.publisher == known
    assert article.statements.first().publisher == known


def test_unknown_publisher_becomes_an_unverified_record(original: Original) -> None:
    create_article(first_record(publisher="Ararat Gazette"), original)
    assert Publisher.objects.get(name="Ararat Gazette").source == NAMED_BY_IMPORT


def test_publisher_that_an_import_named_draws_no_other_names_until_a_person_looks_at_it(
    original: Original, curator: User
) -> None:
    create_article(first_record(publisher="Ararat Gazette"), original)
    assert not read_authorities().publishers
    curation.change(Publisher.objects.get(), {"names": ["The Gazette"]}, who=curator)
    assert [publisher.name for publisher in read_authorities().publishers] == ["Ararat Gazette"]


def test_undated_and_dated_statements_sort(original: Original) -> None:
    said = SaidDate("2020-07-13", date(2020, 7, 13), date(2020, 7, 13), "“Monday” and the publication date")
    article = create_article(
        record(
            TEXT,
            resolved(TEXT, "the talks go on"),
            resolved(TEXT, "the talks go on", after=40, said=said),
        ),
        original,
    )
    assert [s.occurrence for s in article.statements.newest_first()] == [1, 0]
    assert [s.occurrence for s in article.statements.oldest_first()] == [1, 0]


# --- newer code on the same original ---------------------------------------------


def test_newer_extractor_keeps_ids_of_what_it_finds_again(original: Original) -> None:
    article = create_article(first_record(), original)
    before = {s.public_id for s in article.statements.all()}
    update_article(article, first_record(version="2"))
    assert {s.public_id for s in article.statements.listed()} == before
    assert {s.extractor_version for s in article.statements.all()} == {"2"}


def test_what_is_no_longer_found_is_withdrawn_and_can_come_back(original: Original) -> None:
    article = create_article(first_record(), original)
    fewer = record(TEXT, resolved(TEXT, "the talks go on", source="Lavrov", cue="said"), version="2")
    update_article(article, fewer)
    gone = article.statements.get(folded=" no ")
    assert (gone.review_state, gone.listed) == ("withdrawn", False)
    assert gone.review_reason == "No longer found by extractor 2."
    update_article(article, first_record(version="3"))
    gone.refresh_from_db()
    assert (gone.review_state, gone.listed) == ("machine", True)


def test_machine_fields_follow_the_newer_extractor(original: Original) -> None:
    article = create_article(first_record(), original)
    changed = record(TEXT, resolved(TEXT, "the talks go on", kind="mixed", speaker=None), version="2")
    update_article(article, changed)
    statement = article.statements.listed().get()
    assert (statement.kind, statement.attributions.get().speaker) == ("mixed", None)


@pytest.mark.parametrize("decision", ["approve", "reject", "correct"])
def test_what_a_person_decided_stays(original: Original, curator: User, decision: str) -> None:
    article = create_article(first_record(), original)
    statement = article.statements.get(folded=" no ")
    if decision == "correct":
        curation.correct(statement, {"kind": "direct"}, who=curator)
    else:
        getattr(curation, decision)(statement, who=curator, why="read it")
    before = Statement.objects.filter(pk=statement.pk).values().get()
    update_article(article, record(TEXT, resolved(TEXT, "no", kind="mixed", speaker=None), version="2"))
    update_article(article, record(TEXT, version="3"))
    assert Statement.objects.filter(pk=statement.pk).values().get() == before
    assert statement.attributions.get().speaker.slug == UNNAMED.key


def test_metadata_that_a_person_edited_stays(original: Original, curator: User) -> None:
    article = create_article(first_record(title="Headline", language="en"), original)
    curation.correct_article(article, {"title": "The headline"}, who=curator)
    update_article(article, first_record(version="2", title="Headline", language="ru"))
    article.refresh_from_db()
    assert (article.title, article.language) == ("The headline", "ru")


def test_block_that_a_person_unmarked_stays_unmarked(original: Original, curator: User) -> None:
    article = create_article(first_record(), original)
    curation.change(article.blocks.get(), {"active": False}, who=curator)
    update_article(article, first_record(version="2"))
    update_article(article, record(TEXT, version="3"))
    assert article.blocks.get().active is False
    assert article.body() == TEXT


def test_other_marks_follow_the_newer_cleaner(original: Original) -> None:
    article = create_article(first_record(), original)
    update_article(article, record(TEXT, marks=(MarkedBlock(10, len(TEXT), "teaser"),), version="2"))
    assert [(b.start, b.reason) for b in article.blocks.all()] == [(10, "teaser")]


def test_text_that_comes_out_differently_is_a_new_version(original: Original) -> None:
    article = create_article(first_record(), original)
    newer = update_article(article, record(TEXT + " More.", version="2"))
    article.refresh_from_db()
    assert (newer.replaces, article.superseded) == (article, True)
    assert not article.statements.listed().exists()
