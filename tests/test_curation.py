"""Every change by a person: one transaction, one Edit a field, and the row whole."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from statements import curation
from statements.models import Edit, Statement, User
from statements.models.statement import UNDATED
from tests.factories import CountryFactory, OfficeFactory, PublisherFactory, SpeakerFactory, make_statement

pytestmark = pytest.mark.django_db

MACHINE = {"state": "machine", "reason": ""}


@pytest.fixture
def statement() -> Statement:
    return make_statement("the talks go on", about=["AM"])


def edits() -> list[tuple[str, object, object]]:
    return list(Edit.objects.order_by("id").values_list("field", "old", "new"))


def test_approving_is_logged_with_who_and_why(statement: Statement, curator: User) -> None:
    curation.approve(statement, who=curator, why="compared with the original")
    edit = Edit.objects.get()
    assert (edit.record, edit.record_id, edit.field) == ("statement", statement.pk, "review_state")
    assert (edit.old, edit.new, edit.who, edit.why) == (
        MACHINE,
        {"state": "approved", "reason": ""},
        curator,
        "compared with the original",
    )


def test_approving_twice_is_one_edit(statement: Statement, curator: User) -> None:
    curation.approve(statement, who=curator)
    curation.approve(statement, who=curator)
    assert Edit.objects.count() == 1


@pytest.mark.parametrize("decision", [curation.reject, curation.withdraw])
def test_taking_away_needs_a_reason_and_unlists(statement: Statement, curator: User, decision) -> None:
    with pytest.raises(ValidationError, match="Say why"):
        decision(statement, who=curator, why=" ")
    decision(statement, who=curator, why="a teaser")
    statement.refresh_from_db()
    assert (statement.listed, statement.review_reason) == (False, "a teaser")


def test_rejected_statement_that_is_approved_is_listed_again(statement: Statement, curator: User) -> None:
    curation.reject(statement, who=curator, why="a teaser")
    curation.approve(statement, who=curator)
    statement.refresh_from_db()
    assert (statement.listed, statement.review_reason) == (True, "")
    assert [edit[2] for edit in edits()] == [
        {"state": "rejected", "reason": "a teaser"},
        {"state": "approved", "reason": ""},
    ]


def test_correcting_logs_each_field_and_the_state(statement: Statement, curator: User) -> None:
    interfax = PublisherFactory(slug="interfax")
    curation.correct(
        statement,
        {"kind": "mixed", "agency": interfax, "act": statement.act},
        about=[CountryFactory(code="TR")],
        who=curator,
    )
    assert edits() == [
        ("kind", "indirect", "mixed"),
        ("agency", None, interfax.pk),
        ("about_countries", ["AM"], ["TR"]),
        ("review_state", MACHINE, {"state": "corrected", "reason": ""}),
    ]


def test_correcting_nothing_is_no_edit(statement: Statement, curator: User) -> None:
    curation.correct(statement, {"kind": statement.kind}, about=[CountryFactory(code="AM")], who=curator)
    assert edits() == []
    statement.refresh_from_db()
    assert statement.review_state == "machine"


def test_date_brings_its_bounds_and_sort_key(statement: Statement, curator: User) -> None:
    curation.correct(statement, {"said_edtf": "2020-07", "said_basis": "the letterhead"}, who=curator)
    statement.refresh_from_db()
    assert (statement.said_earliest, statement.said_latest) == (date(2020, 7, 1), date(2020, 7, 31))
    assert statement.said_sort == date(2020, 7, 1)
    curation.correct(statement, {"said_edtf": "", "said_basis": ""}, who=curator)
    statement.refresh_from_db()
    assert (statement.said_earliest, statement.said_sort) == (None, UNDATED)


def test_date_with_an_open_start_sorts_by_its_end(statement: Statement, curator: User) -> None:
    curation.correct(
        statement, {"said_edtf": "../2020-07-12", "said_basis": "told before the truce"}, who=curator
    )
    statement.refresh_from_db()
    assert statement.said_sort == date(2020, 7, 12)


@pytest.mark.parametrize(
    "changes",
    [
        {"said_edtf": "Thursday", "said_basis": "x"},
        {"said_edtf": "2020-07"},
        {"kind": "shouted"},
        {"rule": "mine"},
    ],
)
def test_change_that_breaks_a_rule_changes_nothing(
    statement: Statement, curator: User, changes: dict
) -> None:
    before = Statement.objects.values().get()
    with pytest.raises(ValidationError):
        curation.correct(statement, changes, who=curator)
    assert Statement.objects.values().get() == before
    assert edits() == []


def test_earlier_change_is_not_written_over_by_a_stale_copy(statement: Statement, curator: User) -> None:
    stale = Statement.objects.get(pk=statement.pk)
    curation.correct(statement, {"medium": "letter"}, who=curator)
    curation.reject(statement, who=curator, why="a teaser")
    curation.correct(stale, {"occasion": "a dinner"}, who=curator)
    statement.refresh_from_db()
    assert (statement.medium, statement.occasion) == ("letter", "a dinner")
    assert (statement.review_state, statement.listed) == ("rejected", False)


def test_mending_a_field_does_not_undo_a_rejection(statement: Statement, curator: User) -> None:
    curation.reject(statement, who=curator, why="a teaser")
    curation.correct(statement, {"act": "denies"}, who=curator)
    statement.refresh_from_db()
    assert (statement.act, statement.review_state) == ("denies", "rejected")


def test_country_of_an_office_is_part_of_what_is_logged(curator: User) -> None:
    office = OfficeFactory(speaker__slug="someone")
    before = curation.names_of(office.speaker)
    office.country = CountryFactory(code="TR")
    office.save()
    assert curation.change_names(office.speaker, before, who=curator)


def test_addresses_are_not_for_people_to_change(statement: Statement, curator: User) -> None:
    with pytest.raises(ValidationError, match="slug: not for people to change"):
        curation.change(statement.attributions.get().speaker, {"slug": "other"}, who=curator)


def test_failed_log_undoes_the_change(
    statement: Statement, curator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the log is full")

    monkeypatch.setattr("statements.curation.records.record_edit", fail)
    with pytest.raises(RuntimeError):
        curation.correct(statement, {"kind": "direct"}, who=curator)
    assert Statement.objects.get().kind == "indirect"


def test_other_speaker_is_logged_and_says_so(statement: Statement, curator: User) -> None:
    attribution = statement.attributions.get()
    other = SpeakerFactory(slug="other")
    curation.correct_attribution(attribution, speaker=other, country=other.country, role="", who=curator)
    attribution.refresh_from_db()
    assert (attribution.speaker, attribution.basis) == (other, "named by a curator")
    assert [field for field, _, _ in edits()] == [
        "attribution 0: speaker",
        "attribution 0: country",
        "attribution 0: basis",
        "review_state",
    ]


def test_decision_on_many_is_all_or_nothing(curator: User) -> None:
    rows = [make_statement(f"words {number}") for number in range(3)]
    with pytest.raises(ValidationError):
        curation.decide_all(rows, curation.reject, who=curator, why="")
    assert curation.decide_all(rows, curation.reject, who=curator, why="teasers") == 3
    assert not Statement.objects.listed().exists()


def test_new_publisher_of_an_article_is_its_statements_too(statement: Statement, curator: User) -> None:
    other = PublisherFactory(slug="other")
    curation.correct_article(statement.article, {"publisher": other}, who=curator)
    statement.refresh_from_db()
    assert statement.publisher == other


def test_text_is_not_for_people_to_change(statement: Statement, curator: User) -> None:
    with pytest.raises(ValidationError, match="text: not for people to change"):
        curation.correct_article(statement.article, {"text": "other"}, who=curator)
