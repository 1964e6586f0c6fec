"""What a statement's row and links keep of the chain: to whom, in what form, which act, what is wrong."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from statements import curation
from statements.models import Speaker, Statement, User
from statements.records import ResolvedStatement, SaidDate, SpeakerReference
from statements.store.articles import create_article, update_article
from tests.building import record, resolved
from tests.factories import CountryFactory, OriginalFactory, SpeakerFactory, make_statement

pytestmark = pytest.mark.django_db

TEXT = "Lavrov warned Ankara in a statement that the talks go on."
WORDS = "the talks go on"


@pytest.fixture(autouse=True)
def countries() -> None:
    for code in ("RU", "TR"):
        CountryFactory(code=code)


def warning(**others) -> ResolvedStatement:
    return resolved(TEXT, WORDS, source="Lavrov", cue="warned", **others)


def stored(*statements: ResolvedStatement) -> Statement:
    article = create_article(record(TEXT, *statements), OriginalFactory())
    return article.statements.get()


def test_addressees_form_and_act_are_kept() -> None:
    found = stored(
        warning(
            addressees=("TR", "ZZ"),
            addressed_basis="“Ankara” after “warned”",
            act="warns",
            medium="statement",
        )
    )
    assert [country.code for country in found.addressees.all()] == ["TR"]
    assert (found.addressed_basis, found.act, found.medium) == (
        "“Ankara” after “warned”",
        "warns",
        "statement",
    )
    assert (found.speech_act.cameo, found.speech_act.plover) == ("01", "none")


def test_what_is_wrong_with_a_date_stands_where_its_basis_would() -> None:
    found = stored(warning(said_words="Thursday, July 15", said_note="it was a Wednesday"))
    assert (found.said_edtf, found.said_basis, found.said_earliest) == ("", "it was a Wednesday", None)
    said = SaidDate("2020-07-15", date(2020, 7, 15), date(2020, 7, 15), "“July 15”")
    assert stored(warning(said=said, said_note="unused")).said_basis == "“July 15”"


def test_a_second_reading_writes_the_addressees_again() -> None:
    article = create_article(record(TEXT, warning(addressees=("TR",))), OriginalFactory())
    update_article(article, record(TEXT, warning(addressees=("RU",), addressed_basis="x"), version="2"))
    found = article.statements.get()
    assert [country.code for country in found.addressees.all()] == ["RU"]
    assert found.addressed_basis == "x"


def test_a_curators_addressees_are_kept_with_their_basis(curator: User) -> None:
    article = create_article(
        record(TEXT, warning(addressees=("TR",), addressed_basis="x")), OriginalFactory()
    )
    statement = article.statements.get()
    curation.correct(statement, {}, addressees=[CountryFactory(code="RU")], who=curator)
    update_article(article, record(TEXT, warning(addressees=("TR",), addressed_basis="x"), version="2"))
    statement.refresh_from_db()
    assert [country.code for country in statement.addressees.all()] == ["RU"]
    assert statement.addressed_basis == "named by a curator"


def test_no_other_form_is_stored() -> None:
    statement = make_statement("the talks go on")
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.filter(pk=statement.pk).update(medium="a dinner")


def test_a_source_that_hides_its_name_is_a_kind_of_speaker() -> None:
    hidden = SpeakerReference("anonymous-western-diplomat", "Western diplomat", "anonymous", None, True)
    stored(warning(speaker=hidden))
    speaker = Speaker.objects.get()
    assert (speaker.kind, speaker.get_kind_display()) == ("anonymous", "anonymous source")
    with pytest.raises(IntegrityError), transaction.atomic():
        SpeakerFactory(kind="ghost")
