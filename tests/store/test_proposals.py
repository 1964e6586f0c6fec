"""People outrank machines: a newer extractor proposes, and a person takes or keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from statements import curation
from statements.models import Article, Edit, Proposal, Speaker, Statement, User
from statements.records import SaidDate, StatedDate
from statements.store.articles import create_article, update_article
from tests.building import LAVROV, UNNAMED, record, resolved
from tests.factories import CountryFactory, OriginalFactory, PublisherFactory

pytestmark = pytest.mark.django_db

TEXT = "Lavrov said the talks go on as planned. Nobody knows when."
WORDS = "the talks go on as planned"


@pytest.fixture(autouse=True)
def countries() -> None:
    for code in ("RU", "TR", "AM"):
        CountryFactory(code=code)


def read_by(version: str, words: str = WORDS, **fields: object):
    found = resolved(TEXT, words, source="Lavrov", cue="said", **fields) if words else None
    return record(TEXT, *([found] if found else []), version=version)


@pytest.fixture
def article() -> Article:
    return create_article(read_by("1"), OriginalFactory())


def open_fields() -> dict[str, object]:
    return {one.field: one.value for one in Proposal.objects.open()}


def test_what_nobody_decided_on_is_simply_rewritten(article: Article) -> None:
    update_article(article, read_by("2", about=("AM",)))
    assert list(Statement.objects.get().about_countries.values_list("code", flat=True)) == ["AM"]
    assert not Proposal.objects.exists()


def test_newer_machine_that_agrees_proposes_nothing(article: Article, curator: User) -> None:
    curation.approve(Statement.objects.get(), who=curator)
    update_article(article, read_by("2"))
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"about": ("AM",)}, "about_countries"),
        ({"act": "denies"}, "act"),
        ({"said": SaidDate("2020-07", date(2020, 7, 1), date(2020, 7, 31), "the text")}, "said"),
        ({"speaker": UNNAMED}, "attributions"),
        ({"speaker": None}, "attributions"),
    ],
)
def test_each_disagreement_is_one_proposal_and_changes_nothing(
    article: Article, curator: User, fields: dict[str, object], field: str
) -> None:
    statement = Statement.objects.get()
    curation.approve(statement, who=curator)
    before = Statement.objects.values().get()
    update_article(article, read_by("2", **fields))
    assert list(open_fields()) == [field]
    assert Statement.objects.values().get() == before
    assert statement.attributions.get().speaker.slug == "sergey-lavrov"
    assert not Speaker.objects.filter(slug=UNNAMED.key).exists()


@pytest.mark.parametrize("words", ["the talks go on", f"{WORDS}. Nobody knows when"])
def test_other_words_for_the_same_place_are_proposed(article: Article, curator: User, words: str) -> None:
    statement = Statement.objects.get()
    curation.approve(statement, who=curator)
    update_article(article, read_by("2", words=words))
    [proposal] = Proposal.objects.open()
    curation.take(proposal, who=curator)
    assert [one.words for one in Statement.objects.all()] == [words]
    assert Statement.objects.get().public_id == statement.public_id


def test_statement_no_longer_found_is_for_a_person_to_reject(article: Article, curator: User) -> None:
    curation.approve(Statement.objects.get(), who=curator)
    update_article(article, read_by("2", words=""))
    [proposal] = Proposal.objects.open()
    assert (proposal.field, proposal.value, Statement.objects.get().listed) == ("found", False, True)
    curation.take(proposal, who=curator)
    assert Statement.objects.get().review_state == "rejected"


def test_found_again_the_proposal_is_void(article: Article, curator: User) -> None:
    curation.approve(Statement.objects.get(), who=curator)
    update_article(article, read_by("2", words=""))
    update_article(article, read_by("3"))
    assert Proposal.objects.get().state == "void"


def test_rejected_stays_rejected_and_is_not_proposed(article: Article, curator: User) -> None:
    curation.reject(Statement.objects.get(), who=curator, why="narration")
    update_article(article, read_by("2", act="denies"))
    update_article(article, read_by("3", words="the talks go on"))
    assert [one.review_state for one in Statement.objects.all()] == ["rejected"]
    assert not Proposal.objects.exists()


def test_taken_value_stands_and_can_be_reverted(article: Article, curator: User) -> None:
    statement = Statement.objects.get()
    curation.approve(statement, who=curator)
    update_article(article, read_by("2", speaker=UNNAMED))
    [edit] = curation.take(Proposal.objects.get(), who=curator)
    assert statement.attributions.get().speaker.slug == UNNAMED.key
    assert statement.attributions.get().speaker.provisional
    assert (edit.field, edit.why, edit.who) == ("attributions", "taken from extractor 2", curator)
    curation.revert(edit, who=curator)
    assert statement.attributions.get().speaker.slug == LAVROV.key
    assert Proposal.objects.get().state == "taken"


def test_kept_value_is_not_proposed_again_but_another_is(article: Article, curator: User) -> None:
    curation.approve(Statement.objects.get(), who=curator)
    update_article(article, read_by("2", act="denies"))
    curation.keep(Proposal.objects.get(), who=curator)
    update_article(article, read_by("3", act="denies"))
    assert not Proposal.objects.open()
    update_article(article, read_by("4", act="warns"))
    assert open_fields() == {"act": "warns"}


def test_what_a_person_replaced_is_not_proposed_again_but_another_is(article: Article, curator: User) -> None:
    statement = Statement.objects.get()
    curation.correct(
        statement, {"act": "warns", "said_edtf": "2019", "said_basis": "a calendar"}, who=curator
    )
    update_article(article, read_by("2"))
    assert not Proposal.objects.exists()
    update_article(article, read_by("3", act="denies"))
    assert open_fields() == {"act": "denies"}


def test_a_decision_is_undone_and_the_proposal_is_open_again(article: Article, curator: User) -> None:
    curation.approve(Statement.objects.get(), who=curator)
    update_article(article, read_by("2", act="denies"))
    for decide in (curation.keep, curation.take):
        decide(Proposal.objects.open().get(), who=curator)
        [edit] = Edit.objects.filter(record="proposal", reverts=None, reverted_by=None)
        curation.revert_action(edit.action, who=curator)
        assert open_fields() == {"act": "denies"}
        assert Statement.objects.get().act == "states"


def test_a_decision_that_is_undone_too_late_leaves_the_newer_proposal(
    article: Article, curator: User
) -> None:
    curation.approve(Statement.objects.get(), who=curator)
    update_article(article, read_by("2", act="denies"))
    curation.keep(Proposal.objects.get(), who=curator)
    update_article(article, read_by("3", act="warns"))
    curation.revert_action(Edit.objects.get(record="proposal").action, who=curator)
    assert open_fields() == {"act": "warns"}


def test_newer_proposal_takes_the_place_of_the_older(article: Article, curator: User) -> None:
    curation.approve(Statement.objects.get(), who=curator)
    for version, act in (("2", "denies"), ("3", "warns")):
        update_article(article, read_by(version, act=act))
    [proposal] = Proposal.objects.all()
    assert (proposal.value, proposal.machine) == ("warns", "extractor 3")


def test_decided_proposal_is_not_decided_twice(article: Article, curator: User) -> None:
    curation.approve(Statement.objects.get(), who=curator)
    update_article(article, read_by("2", act="denies"))
    proposal = Proposal.objects.get()
    curation.keep(proposal, who=curator)
    with pytest.raises(ValidationError, match="kept as it was"):
        curation.take(proposal, who=curator)
    assert Statement.objects.get().act == "states"


def test_field_that_somebody_changed_meanwhile_is_not_overwritten(article: Article, curator: User) -> None:
    statement = Statement.objects.get()
    curation.approve(statement, who=curator)
    update_article(article, read_by("2", act="denies"))
    curation.correct(statement, {"act": "warns"}, who=curator)
    with pytest.raises(ValidationError, match="changed after the proposal"):
        curation.take(Proposal.objects.get(), who=curator)
    assert Statement.objects.get().act == "warns"


def test_all_that_are_alike_are_taken_in_one_action(curator: User) -> None:
    articles = [create_article(read_by("1"), OriginalFactory()) for _ in range(3)]
    for article in articles:
        curation.approve(article.statements.get(), who=curator)
    for article, act in zip(articles, ("denies", "denies", "warns"), strict=True):
        update_article(article, read_by("2", act=act))
    proposal = Proposal.objects.filter(value="denies").first()
    assert proposal
    assert curation.take_all(curation.like(proposal), who=curator) == 2
    assert sorted(Statement.objects.values_list("act", flat=True)) == ["denies", "denies", "states"]
    assert Edit.objects.filter(field="act").values("action").distinct().count() == 1
    assert Proposal.objects.open().count() == 1


def test_metadata_set_by_hand_is_proposed_where_the_text_says_otherwise(
    article: Article, curator: User
) -> None:
    tass = PublisherFactory(slug="tass", name="TASS")
    dated = {"published": date(2020, 7, 16), "published_precision": "day", "published_basis": "curator"}
    curation.correct_article(article, {"publisher": tass, "title": "Talks", **dated}, who=curator)
    update_article(article, read_by("2"))
    assert not Proposal.objects.exists()
    newer = read_by("3")
    document = replace(
        newer.document, title="Talks go on", published=StatedDate(date(2020, 7, 17), "day", "dateline")
    )
    update_article(article, replace(newer, document=document))
    assert set(open_fields()) == {"title", "date"}
    curation.take(Proposal.objects.get(field="date"), who=curator)
    article.refresh_from_db()
    assert (article.published, article.published_basis, article.title) == (
        date(2020, 7, 17),
        "dateline",
        "Talks",
    )


def test_changed_page_carries_the_decision_and_proposes_the_difference(
    article: Article, curator: User
) -> None:
    curation.correct(article.statements.get(), {"act": "denies"}, who=curator)
    text = TEXT + " More."
    newer = record(text, resolved(text, WORDS, source="Lavrov", cue="said"), version="2")
    new = create_article(newer, OriginalFactory(), replaces=article)
    assert new.statements.get().act == "denies"
    assert open_fields() == {"act": "states"}
