"""Undo: any edit can be taken back, an action in one go, and the log keeps both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from statements import curation
from statements.models import Edit, Statement, User
from tests.factories import (
    CountryFactory,
    CountryNameFactory,
    OfficeFactory,
    PublisherFactory,
    SpeakerFactory,
    VariantNameFactory,
    make_statement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement() -> Statement:
    return make_statement("the talks go on", about=["AM"])


def everything(statement: Statement) -> tuple[object, ...]:
    """All that a statement is, but for what the log adds."""
    row = Statement.objects.filter(pk=statement.pk).values().get()
    row.pop("addressed_basis")
    return (
        row,
        list(statement.parts.order_by("order").values_list("order", "start", "end", "exact", "prefix")),
        list(statement.attributions.values_list("order", "speaker__slug", "country__code", "role", "source")),
        sorted(statement.about_countries.values_list("code", flat=True)),
        sorted(statement.addressees.values_list("code", flat=True)),
    )


def mend(statement: Statement, who: User) -> None:
    curation.correct(statement, {"kind": "mixed", "agency": PublisherFactory(slug="tass")}, who=who)


def date_it(statement: Statement, who: User) -> None:
    curation.correct(statement, {"said_edtf": "2020-07", "said_basis": "the letterhead"}, who=who)


def name_countries(statement: Statement, who: User) -> None:
    turkey = CountryFactory(code="TR")
    curation.correct(statement, {}, about=[turkey], addressees=[turkey], who=who)


def shorten(statement: Statement, who: User) -> None:
    part = statement.parts.get()
    curation.correct(statement, {}, words=[(part.start, part.start + 9)], who=who)


def name_speaker(statement: Statement, who: User) -> None:
    other = SpeakerFactory(slug="other")
    curation.correct_attribution(
        statement.attributions.get(), speaker=other, country=None, role="envoy", who=who
    )


def reject(statement: Statement, who: User) -> None:
    curation.reject(statement, who=who, why="a teaser")


@pytest.mark.parametrize("deed", [mend, date_it, name_countries, shorten, name_speaker, reject])
def test_undone_action_leaves_the_statement_as_it_was(
    statement: Statement, curator: User, deed: Callable[[Statement, User], None]
) -> None:
    before = everything(statement)
    deed(statement, curator)
    assert everything(statement) != before
    done = Edit.objects.count()
    [action] = set(Edit.objects.values_list("action", flat=True))
    curation.revert_action(action, who=curator, why="a slip")
    assert everything(statement) == before
    assert Edit.objects.count() == 2 * done
    assert all(curation.is_reverted(edit) for edit in Edit.objects.filter(action=action))


def test_revert_of_a_revert_brings_the_change_back(statement: Statement, curator: User) -> None:
    mend(statement, curator)
    after = everything(statement)
    [action] = set(Edit.objects.values_list("action", flat=True))
    [undone] = {edit.action for edit in curation.revert_action(action, who=curator)}
    curation.revert_action(undone, who=curator)
    assert everything(statement) == after


def test_one_field_goes_back_alone(statement: Statement, curator: User) -> None:
    curation.correct(statement, {"kind": "mixed", "act": "denies"}, who=curator)
    [edit] = curation.revert(Edit.objects.get(field="act"), who=curator, why="it states")
    statement.refresh_from_db()
    assert (statement.kind, statement.act) == ("mixed", "states")
    assert (edit.old, edit.new, edit.why, edit.reverts.field) == ("denies", "states", "it states", "act")


def test_field_that_changed_since_is_not_reverted(statement: Statement, curator: User) -> None:
    curation.correct(statement, {"act": "denies"}, who=curator)
    first = Edit.objects.get(field="act")
    curation.correct(statement, {"act": "warns"}, who=curator)
    with pytest.raises(ValidationError, match="has changed since"):
        curation.revert(first, who=curator)
    statement.refresh_from_db()
    assert statement.act == "warns"


def test_words_outside_the_text_are_refused(statement: Statement, curator: User) -> None:
    for words in ([(0, 10_000)], [(5, 5)], [(4, 9), (0, 3)]):
        with pytest.raises(ValidationError):
            curation.correct(statement, {}, words=words, who=curator)
    assert not Edit.objects.exists()


def test_mended_words_are_found_by_search_and_sorted_by_place(statement: Statement, curator: User) -> None:
    start = statement.parts.get().start + 4
    curation.correct(statement, {}, words=[(start, start + 5)], who=curator)
    statement = Statement.objects.get()
    assert (statement.words, statement.start, statement.folded) == ("talks", start, " talks ")


def test_article_dated_by_hand_goes_back_to_undated(curator: User) -> None:
    article = make_statement("the talks go on").article
    curation.correct_article(
        article,
        {
            "published": date(2020, 7, 16),
            "published_precision": "day",
            "published_basis": "curator",
            "publisher": PublisherFactory(slug="tass"),
        },
        who=curator,
    )
    [action] = set(Edit.objects.values_list("action", flat=True))
    curation.revert_action(action, who=curator)
    article.refresh_from_db()
    assert (article.published, article.published_basis) == (None, "")
    assert article.statements.get().publisher == article.publisher


def test_names_and_offices_go_back(curator: User) -> None:
    office = OfficeFactory(speaker__slug="someone", start="2020")
    speaker = office.speaker
    VariantNameFactory(speaker=speaker, text="Somebody")
    before = curation.names_of(speaker)
    speaker.variants.all().delete()
    office.delete()
    edit = curation.change_names(speaker, before, who=curator)
    assert edit
    curation.revert(edit, who=curator)
    assert curation.names_of(speaker) == before


def test_names_of_a_country_go_back(curator: User) -> None:
    name = CountryNameFactory(text="Osta", use="capital")
    before = curation.names_of(name.country)
    name.delete()
    edit = curation.change_names(name.country, before, who=curator)
    assert edit
    curation.revert(edit, who=curator)
    assert curation.names_of(name.country) == before


def test_stale_form_is_told_who_changed_what(statement: Statement, curator: User) -> None:
    seen = curation.version_of(statement)
    curation.refuse_stale(statement, seen)
    curation.correct(statement, {"act": "denies"}, who=curator)
    with pytest.raises(curation.StaleRecord, match=curator.username) as stale:
        curation.refuse_stale(statement, seen)
    assert [edit.field for edit in stale.value.since] == ["review_state", "act"]
    curation.refuse_stale(statement, curation.version_of(statement))


def test_edits_are_shown_in_words(statement: Statement, curator: User) -> None:
    name_speaker(statement, curator)
    shorten(statement, curator)
    reject(statement, curator)
    shown = {diff.label: (diff.before, diff.after) for diff in curation.diffs_of(Edit.objects.order_by("id"))}
    assert shown["speaker"][1] == "Other"
    assert shown["role"][1] == "envoy"
    assert shown["words"] == ("the talks go on", "the talks")
    assert shown["review"] == ("Corrected", "Rejected: a teaser")
