"""The admin: every model, quick lists, and no way to write but through curation."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from statements import curation
from statements.models import (
    Article,
    Block,
    Country,
    Edit,
    Publisher,
    Speaker,
    Statement,
)
from tests.admin.filled import fill
from tests.factories import (
    ArticleFactory,
    BlockFactory,
    CountryFactory,
    SpeakerFactory,
    UserFactory,
    make_statement,
)

pytestmark = pytest.mark.django_db

PAGES = list(admin.site._registry)


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(UserFactory(username="grace", is_staff=True, is_superuser=True))
    return client


def test_every_model_of_the_archive_is_registered() -> None:
    names = {model.__name__ for model in PAGES}
    parts_shown_with_their_owner = {
        "Attribution",
        "Block",
        "CountryName",
        "Office",
        "StatementPart",
        "VariantName",
    }
    passing = {"Lease"}  # it ends by itself
    worked_out = {"Utterance", "UtteranceMember", "UtterancePair"}  # and decided on at /review/utterances/
    ours = {model.__name__ for model in apps.get_app_config("statements").get_models()}
    ours -= passing | worked_out
    assert ours == names | parts_shown_with_their_owner


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_list_opens_and_searches(staff: Client, model: type) -> None:
    fill(2)
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    assert staff.get(address).status_code == 200
    assert staff.get(address, {"q": "words"}).status_code == 200


def statement_form(client: Client, statement: Statement, **changes: object) -> dict:
    """What the change page would post, with some fields changed."""
    form = (
        client.get(reverse("admin:statements_statement_change", args=[statement.pk]))
        .context["adminform"]
        .form
    )
    data = {name: form[name].value() for name in form.fields}
    attribution = statement.attributions.get()
    data |= {
        "attributions-TOTAL_FORMS": 1,
        "attributions-INITIAL_FORMS": 1,
        "attributions-0-id": attribution.pk,
        "attributions-0-statement": statement.pk,
        "attributions-0-speaker": attribution.speaker_id or "",
        "attributions-0-country": attribution.country_id or "",
        "attributions-0-role": attribution.role,
    }
    data |= changes
    return {name: "" if value is None else value for name, value in data.items()}


def test_correcting_goes_through_curation(staff: Client) -> None:
    statement = make_statement("the talks go on")
    other = SpeakerFactory(slug="other")
    address = reverse("admin:statements_statement_change", args=[statement.pk])
    posted = statement_form(
        staff, statement, kind="mixed", act="denies", **{"attributions-0-speaker": other.pk}
    )
    assert staff.post(address, posted).status_code == 302
    statement.refresh_from_db()
    assert (statement.kind, statement.act, statement.review_state) == ("mixed", "denies", "corrected")
    assert statement.attributions.get().speaker == other
    logged = set(Edit.objects.values_list("field", flat=True))
    assert {"kind", "act", "review_state", "attribution 0: speaker"} <= logged
    assert not logged & {"article", "public_id", "cue", "rule", "confidence"}


def test_saving_nothing_new_is_no_edit(staff: Client) -> None:
    statement = make_statement("the talks go on", about=["AM"])
    address = reverse("admin:statements_statement_change", args=[statement.pk])
    posted = statement_form(staff, statement, about_countries=[c.pk for c in statement.about_countries.all()])
    assert staff.post(address, posted).status_code == 302
    assert not Edit.objects.exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"said_edtf": "Thursday", "said_basis": "x"}, "is not a date"),
        ({"said_edtf": "2020-07-13"}, "Say where this date comes from"),
        ({"kind": "shouted"}, "Select a valid choice"),
    ],
)
def test_wrong_field_is_told_on_the_form(staff: Client, changes: dict, message: str) -> None:
    statement = make_statement("the talks go on")
    address = reverse("admin:statements_statement_change", args=[statement.pk])
    answer = staff.post(address, statement_form(staff, statement, **changes))
    assert message in answer.content.decode()
    assert not Edit.objects.exists()


@pytest.mark.parametrize(
    ("action", "state"), [("approve", "approved"), ("reject", "rejected"), ("withdraw", "withdrawn")]
)
def test_actions_decide(staff: Client, action: str, state: str) -> None:
    statements = [make_statement(f"words {number}") for number in range(3)]
    staff.post(
        reverse("admin:statements_statement_changelist"),
        {"action": action, "_selected_action": [s.pk for s in statements[:2]], "why": "read them"},
    )
    assert list(Statement.objects.order_by("id").values_list("review_state", flat=True)) == [
        state,
        state,
        "machine",
    ]
    assert Edit.objects.filter(why="read them").count() == 2


def test_rejecting_without_a_reason_is_refused(staff: Client) -> None:
    statement = make_statement("words")
    answer = staff.post(
        reverse("admin:statements_statement_changelist"),
        {"action": "reject", "_selected_action": [statement.pk], "why": ""},
        follow=True,
    )
    assert "Say why" in answer.content.decode()
    assert Statement.objects.get().review_state == "machine"


def test_curator_unmarks_a_block(staff: Client) -> None:
    article = ArticleFactory(text="Share\n\nThe talks go on.")
    block = BlockFactory(article=article, start=0, end=5, reason="share bar")
    address = reverse("admin:statements_article_change", args=[article.pk])
    form = staff.get(address).context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields}
    data |= {
        "blocks-TOTAL_FORMS": 1,
        "blocks-INITIAL_FORMS": 1,
        "blocks-0-id": block.pk,
        "blocks-0-article": article.pk,
        "blocks-0-reason": "share bar",
    }
    assert staff.post(address, data).status_code == 302
    assert Block.objects.get().active is False
    assert (Edit.objects.get().record, Edit.objects.get().field) == ("block", "active")
    assert Article.objects.get().body() == article.text


def article_form(client: Client, article: Article, **changes: object) -> dict:
    form = client.get(reverse("admin:statements_article_change", args=[article.pk])).context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields}
    return data | {"blocks-TOTAL_FORMS": 0, "blocks-INITIAL_FORMS": 0} | changes


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//a.org/x", "a.org", "ftp://a.org"],
)
def test_address_that_may_not_stand_in_a_link_is_refused(staff: Client, curator, address: str) -> None:
    article = ArticleFactory()
    page = reverse("admin:statements_article_change", args=[article.pk])
    answer = staff.post(page, article_form(staff, article, address=address))
    assert "begins with http:// or https://" in answer.content.decode()
    with pytest.raises(ValidationError, match="begins with http:// or https://"):
        curation.correct_article(article, {"address": address}, who=curator)
    assert Article.objects.get().address == ""


def test_odd_address_that_an_import_took_hinders_no_other_correction(staff: Client) -> None:
    article = ArticleFactory(address="https://intranet/a")
    page = reverse("admin:statements_article_change", args=[article.pk])
    assert staff.post(page, article_form(staff, article, title="Another title")).status_code == 302
    assert Article.objects.get().title == "Another title"
    assert staff.post(page, article_form(staff, article, address="https://a.org/b")).status_code == 302
    assert Article.objects.get().web_address == "https://a.org/b"


def test_new_publisher_and_country_are_logged(staff: Client) -> None:
    staff.post(
        reverse("admin:statements_publisher_add"),
        {
            "name": "Gazette",
            "slug": "gazette",
            "kind": "outlet",
            "names": "[]",
            "domains": "[]",
            "source": "unverified",
        },
    )
    assert Publisher.objects.get().name == "Gazette"
    staff.post(
        reverse("admin:statements_country_add"),
        {
            "code": "XX",
            "name": "Xland",
            "kind": "state",
            "source": "unverified",
            "names-TOTAL_FORMS": 1,
            "names-INITIAL_FORMS": 0,
            "names-0-text": "Xland",
            "names-0-use": "name",
        },
    )
    assert Country.objects.get().names.get().folded == "xland"
    assert list(Edit.objects.order_by("id").values_list("record", "field")) == [
        ("publisher", "created"),
        ("country", "created"),
        ("country", "names"),
    ]


def test_editing_a_speaker_is_logged(staff: Client) -> None:
    speaker = SpeakerFactory(slug="sergey-lavrov", country=CountryFactory(code="RU"))
    staff.post(
        reverse("admin:statements_speaker_change", args=[speaker.pk]),
        {
            "preferred_name": "Sergey Viktorovich Lavrov",
            "slug": "sergey-lavrov",
            "kind": "person",
            "country": speaker.country_id,
            "source": "unverified",
            "variants-TOTAL_FORMS": 0,
            "variants-INITIAL_FORMS": 0,
            "offices-TOTAL_FORMS": 0,
            "offices-INITIAL_FORMS": 0,
        },
    )
    assert Speaker.objects.get().folded == "sergey viktorovich lavrov"
    assert Edit.objects.get().field == "preferred_name"


@pytest.mark.parametrize("name", ["original", "article", "statement", "importrun", "importoutcome", "edit"])
def test_nothing_is_added_or_deleted_by_hand(staff: Client, name: str) -> None:
    fill(1)
    assert staff.get(f"/admin/statements/{name}/add/").status_code == 403
    pk = next(model for model in PAGES if model._meta.model_name == name).objects.first()
    assert (
        pk is None
        or staff.post(f"/admin/statements/{name}/{pk.pk}/delete/", {"post": "yes"}).status_code == 403
    )


def test_history_is_shown_escaped(staff: Client) -> None:
    statement = make_statement("words")
    Edit.objects.create(
        record="statement",
        record_id=statement.pk,
        field="kind",
        new="<script>",
        who=UserFactory(),
        why="<b>why</b>",
    )
    page = staff.get(reverse("admin:statements_statement_change", args=[statement.pk])).content.decode()
    assert "&lt;b&gt;why&lt;/b&gt;" in page
    assert "<b>why</b>" not in page


@pytest.mark.parametrize(
    "address",
    [
        "/admin/statements/edit/?when__year=99999",
        "/admin/statements/article/?published__year=0",
        "/admin/statements/statement/?kind__exact=%00",
        "/admin/autocomplete/?app_label=statements&model_name=speaker&field_name=country&term=%00",
    ],
)
def test_no_address_makes_a_list_fail(staff: Client, address: str) -> None:
    """The client raises what a page would answer 500 to."""
    assert staff.get(address).status_code in (200, 302, 400)
