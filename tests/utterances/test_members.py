"""Groups in the database: suggested as articles come in, decided on by people, kept through re-reading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from statements import curation, pipeline
from statements.models import Article, Edit, Speaker, Statement, Utterance, UtteranceMember, UtterancePair
from statements.models.list_row import keep_keys
from statements.store.runs import start_run
from statements.utterances.members import look_again, suggest_everywhere, suggest_for
from statements.utterances.siblings import other_wordings, with_reports
from statements.verification import find_wrong_groups
from tests.factories import ArticleFactory, PublisherFactory, UserFactory, make_statement

pytestmark = pytest.mark.django_db

TOLD = "the bridge at Kars was built on sand and on lies"
DAY = date(2020, 7, 16)


def told(words: str = TOLD, **fields) -> Statement:
    """A quotation of Anna Speaker."""
    statement = make_statement(words, **({"kind": "direct", "said": DAY} | fields))
    keep_keys([statement.pk])
    return statement


def suggest() -> None:
    list(suggest_everywhere(anew=True))


def groups() -> list[list[str]]:
    """Public ids of each group, with an exclamation mark where a person put it there."""
    return sorted(
        sorted(
            member.statement.public_id + ("!" if member.state == "confirmed" else "")
            for member in utterance.members.select_related("statement")
        )
        for utterance in Utterance.objects.all()
    )


def ids(*statements: Statement, confirmed: bool = False) -> list[str]:
    return sorted(one.public_id + ("!" if confirmed else "") for one in statements)


@pytest.fixture
def who(db):
    return UserFactory()


@pytest.fixture
def two(db) -> tuple[Statement, Statement]:
    one, other = told(), told(f"{TOLD}, and everybody knows it")
    suggest()
    return one, other


# --- suggested ---------------------------------------------------------------------------


def ingest_seeds(run) -> None:
    knowledge = pipeline.stored_knowledge()
    for path in sorted(Path(settings.BASE_DIR, "fixtures/seeds").glob("*.txt")):
        pipeline.ingest(path.read_bytes(), path.name, run=run, knowledge=knowledge)


def test_of_the_seeds_the_remark_of_akar_alone_is_suggested(originals) -> None:
    pipeline.load_shipped_authorities()
    run = start_run("test", "1")
    ingest_seeds(run)
    [utterance] = Utterance.objects.all()
    words = [member.statement.words for member in utterance.members.all()]
    assert len(words) == 2
    assert any("will certainly pay" in one for one in words)
    assert any("brought to account" in one for one in words)
    before = list(UtteranceMember.objects.values())
    ingest_seeds(run)
    suggest()
    assert list(UtteranceMember.objects.values()) == before


def test_what_comes_in_is_held_against_what_is_there() -> None:
    one = told()
    told("the sea is calm at Batumi")
    suggest_for(one.article)
    assert groups() == []
    other = told(f"{TOLD}, and everybody knows it")
    suggest_for(other.article)
    assert groups() == [ids(one, other)]


def test_a_third_report_joins_two(two) -> None:
    third = told(f"of Kars: {TOLD}")
    suggest_for(third.article)
    assert groups() == [ids(*two, third)]


def test_what_is_not_listed_is_not_suggested() -> None:
    told()
    other = told(review_state="rejected", review_reason="the narrator’s")
    suggest()
    look_again([other.pk])
    assert groups() == []


def test_an_undated_one_is_not_said_after_it_was_printed() -> None:
    printed = ArticleFactory(
        text=f"She said {TOLD}.",
        published=date(2020, 7, 1),
        published_precision="day",
        published_basis="meta",
    )
    told(article=printed, said=None)
    told()
    suggest()
    assert groups() == []


@pytest.mark.parametrize("others", [2, 40])
def test_work_is_bounded_whatever_is_there(django_assert_max_num_queries, others: int) -> None:
    article = ArticleFactory(text=f"She said {TOLD}. They met at Ani on a day of rain.")
    told(article=article)
    told("They met at Ani on a day of rain", article=article)
    for number in range(others):
        told(f"{TOLD}, and everybody knows it for the {number}. time")
    with django_assert_max_num_queries(18):
        look_again(list(article.statements.values_list("pk", flat=True)))


def test_running_again_changes_nothing(two) -> None:
    before = list(UtteranceMember.objects.values())
    assert list(suggest_everywhere(anew=True)) == [False]
    assert list(suggest_everywhere(anew=False)) == []
    assert list(UtteranceMember.objects.values()) == before


def test_the_command_tells_what_it_did(capsys) -> None:
    told(), told()
    call_command("suggest_utterances")
    assert capsys.readouterr().out == "1 changed; 1 utterances in several articles are there now.\n"
    call_command("suggest_utterances", "--all")
    assert capsys.readouterr().out == "0 changed; 1 utterances in several articles are there now.\n"


def test_a_suggestion_that_no_longer_holds_is_taken_back(two, who) -> None:
    one, _ = two
    curation.correct(one, {}, attributions=[], who=who)
    assert groups() == []


# --- decided ---------------------------------------------------------------------------------


def test_confirmed_and_undone(two, who) -> None:
    with curation.one_action() as action:
        [edit] = curation.settle(two, two, who=who)
    assert groups() == [ids(*two, confirmed=True)]
    assert (edit.record, edit.field, edit.old, edit.new) == ("utterancepair", "verdict", "", "same")
    curation.revert_action(action, who=who)
    assert groups() == [ids(*two)]


def test_parted_is_never_suggested_again_until_undone(two, who) -> None:
    with curation.one_action() as action:
        curation.settle(two, [], who=who)
    for _ in range(2):
        suggest()
        look_again([one.pk for one in two])
        assert groups() == []
    curation.revert_action(action, who=who)
    assert groups() == [ids(*two)]


def test_one_of_three_is_parted(two, who) -> None:
    third = told(f"of Kars: {TOLD}")
    suggest()
    with curation.one_action() as action:
        curation.settle([*two, third], two, who=who)
    assert groups() == [ids(*two, confirmed=True)]
    suggest()
    assert groups() == [ids(*two, confirmed=True)]
    curation.revert_action(action, who=who)
    assert groups() == [ids(*two, third)]


def test_what_people_put_together_stays_so_when_its_first_is_parted(two, who) -> None:
    third = told(f"of Kars: {TOLD}")
    three = sorted([*two, third], key=lambda one: one.public_id)
    curation.settle(three, three, who=who)
    alone, *others = three
    fourth = told(f"once more: {TOLD}")
    suggest()
    curation.settle([*three, fourth], [alone, fourth], who=who)
    assert groups() == sorted([ids(alone, fourth, confirmed=True), ids(*others, confirmed=True)])


def test_joined_by_hand_and_undone(two, who) -> None:
    third = told("there was nothing under that bridge but sand", speaker="Another Speaker")
    with curation.one_action() as action:
        curation.join_utterance(third, two[0], who=who)
    assert third.public_id + "!" in groups()[0]
    suggest()
    assert third.public_id + "!" in groups()[0]
    curation.revert_action(action, who=who)
    assert groups() == [ids(*two)]


def test_joining_overrules_a_parting(two, who) -> None:
    curation.settle(two, [], who=who)
    curation.join_utterance(*two, who=who)
    assert groups() == [ids(*two, confirmed=True)]


def test_what_makes_no_sense_is_refused(two, who) -> None:
    stranger = told("the sea is calm at Batumi")
    gone = told("it is gone", review_state="rejected", review_reason="no")
    for refused in (
        lambda: curation.settle([two[0]], [], who=who),
        lambda: curation.settle(two, [*two, stranger], who=who),
        lambda: curation.join_utterance(two[0], two[0], who=who),
        lambda: curation.join_utterance(two[0], gone, who=who),
    ):
        with pytest.raises(ValidationError):
            refused()
    assert not Edit.objects.filter(record="utterancepair").exists()


# --- kept ------------------------------------------------------------------------------------

FIRST = (
    "ANKARA, 16 July 2020\n\nMinister Anna Kaya of Turkey said on Thursday: “{}.”\n\n"
    "The talks ended in the evening."
)


def ingest(text: str, location: str) -> Article:
    outcome = pipeline.ingest(
        text.encode(), location, run=start_run("test", "1"), knowledge=pipeline.stored_knowledge()
    )
    assert outcome.article, outcome.reason
    return outcome.article


@pytest.mark.parametrize("together", [True, False], ids=["confirmed", "parted"])
def test_a_newer_version_keeps_what_people_decided(originals, who, together: bool) -> None:
    pipeline.load_shipped_authorities()
    old = ingest(FIRST.format(TOLD), "one.txt")
    ingest(FIRST.format(TOLD).replace("ended in the evening", "went on until night came"), "two.txt")
    pair = list(Statement.objects.listed())
    assert len(pair) == 2
    assert groups() == [ids(*pair)]
    curation.settle(pair, pair if together else [], who=who)
    new = ingest(FIRST.format(TOLD) + "\n\nA spokesman confirmed nothing else that day.", "one.txt")
    assert new.replaces == old
    shown = [one for one in Statement.objects.listed() if other_wordings(one)]
    assert len(shown) == (2 if together else 0)
    suggest()
    assert len([one for one in Statement.objects.listed() if other_wordings(one)]) == len(shown)


def test_read_again_keeps_what_people_decided(originals, who) -> None:
    pipeline.load_shipped_authorities()
    article = ingest(FIRST.format(TOLD), "one.txt")
    ingest(FIRST.format(TOLD).replace("ended in the evening", "went on until night came"), "two.txt")
    pair = list(Statement.objects.listed())
    curation.settle(pair, [], who=who)
    pipeline.read_again(article, why="test")
    assert groups() == []
    assert UtterancePair.objects.get().verdict == "apart"


def test_a_merge_of_speakers_and_a_rejection_are_followed(two, who) -> None:
    one, other = two
    third = told(f"of Kars: {TOLD}", speaker="Anna S.")
    merged = third.attributions.get().speaker
    curation.merge(merged, one.attributions.get().speaker, who=who)
    assert groups() == [ids(*two, third)]
    curation.unmerge(Speaker.objects.get(pk=merged.pk), who=who)
    assert groups() == [ids(*two)]
    curation.merge(Speaker.objects.get(pk=merged.pk), one.attributions.get().speaker, who=who)
    assert groups() == [ids(*two, third)]
    curation.reject(other, who=who, why="It is the narrator’s.")
    assert [wording.statement for wording in other_wordings(one)] == [third]
    curation.reject(third, who=who, why="It is the narrator’s.")
    assert other_wordings(one) == []


def test_a_merge_leaves_groups_alone_that_it_says_nothing_of(two, who) -> None:
    curation.settle(two, [], who=who)
    third = told("the sea is calm at Batumi", speaker="Anna S.")
    before = list(UtteranceMember.objects.values())
    curation.merge(third.attributions.get().speaker, two[0].attributions.get().speaker, who=who)
    assert list(UtteranceMember.objects.values()) == before


def test_verify_finds_groups_that_do_not_follow(two, originals) -> None:
    assert list(find_wrong_groups()) == []
    Utterance.objects.update(key="zzzzzzz")
    assert [fault.code for fault in find_wrong_groups()] == ["V010"]
    UtteranceMember.objects.filter(statement=two[0]).delete()
    assert len(list(find_wrong_groups())) == 1


# --- read ------------------------------------------------------------------------------------


def test_other_wordings_mark_what_differs(two) -> None:
    one, other = two
    [wording] = other_wordings(one)
    assert wording.statement == other
    assert not wording.is_confirmed
    assert wording.why.startswith("the same words")
    assert [change.kind for change in wording.changes] == ["same", "added"]


def test_lists_tell_of_outlets_without_a_query_more(two) -> None:
    for number in range(5):
        told(f"{TOLD}, for the {number}. time", article=None)
    alone = told("the sea is calm at Batumi")
    suggest()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        rows = list(with_reports(Statement.objects.listed()))
    assert len(queries) == 1
    found = {row.pk: (row.reporting_articles, row.reporting_outlets, row.suggested_reports) for row in rows}
    assert found[alone.pk] == (None, None, None)
    assert found[two[0].pk] == (7, 7, 7)


def test_one_outlet_twice_is_one_outlet() -> None:
    paper = PublisherFactory()
    for ending in ("", " today"):
        told(article=ArticleFactory(text=f"She said {TOLD}{ending}.", publisher=paper))
    suggest()
    [row, _] = with_reports(Statement.objects.listed())
    assert (row.reporting_outlets, row.reporting_articles) == (1, 2)


def test_an_entry_of_a_list_tells_of_outlets_and_of_doubt(two, who) -> None:
    def note() -> str:
        row = with_reports(Statement.objects.all()).get(pk=two[0].pk)
        return " ".join(strip_tags(render_to_string("includes/reported_by.html", {"statement": row})).split())

    assert note() == "reported by 2 outlets (suggested by the machine)"
    curation.settle(two, two, who=who)
    assert note() == "reported by 2 outlets"
    curation.reject(two[1], who=who, why="It is the narrator’s.")
    assert note() == ""
