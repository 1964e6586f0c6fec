"""Who may do what: one table of every address and every action, held against the site itself.

An address, a model or an action that is not in the table fails, and so does a
row of the table that nothing answers to.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import RequestFactory
from django.urls import resolve, reverse

from statements.models import Edit, Statement, User
from tests.factories import UserFactory, make_statement
from tests.security.routes import ROLES, address_of, fill_archive, make_client, make_user, routes

pytestmark = pytest.mark.django_db

# The models of the admin, by what people may do with their rows.
KINDS = {
    "imported": ("original", "importrun", "importoutcome", "edit", "proposal", "sourceerror"),
    "corrected": ("article", "statement"),
    "kept": ("country", "speaker", "publisher"),
    "people": ("user",),
}

# What GET and POST answer; one figure stands for both, and "login" for being sent there.
TABLE = """
address                       anonymous   reader      curator     administrator

home                          200/405     200/405     200/405     200/405
matrix                        200/405     200/405     200/405     200/405
statement-list                200/405     200/405     200/405     200/405
statement-export              200/405     200/405     200/405     200/405
article-export                200/405     200/405     200/405     200/405
speaker-export                200/405     200/405     200/405     200/405
country-export                200/405     200/405     200/405     200/405
publisher-export              200/405     200/405     200/405     200/405
matrix-export                 200/405     200/405     200/405     200/405
statement-feed                200/405     200/405     200/405     200/405
correction-feed               200/405     200/405     200/405     200/405
statement-annotation          200/405     200/405     200/405     200/405
article-annotations           200/405     200/405     200/405     200/405
sitemap                       200/405     200/405     200/405     200/405
sitemap-section               200/405     200/405     200/405     200/405
robots                        200/405     200/405     200/405     200/405
statement-detail              200/405     200/405     200/405     200/405
statement-cite                200/405     200/405     200/405     200/405
statement-verify              200/405     200/405     200/405     200/405
nearest-wording               200/405     200/405     200/405     200/405
help-searching                200/405     200/405     200/405     200/405
help-data                     200/405     200/405     200/405     200/405
country-list                  200/405     200/405     200/405     200/405
country-detail                200/405     200/405     200/405     200/405
country-pair                  200/405     200/405     200/405     200/405
speaker-list                  200/405     200/405     200/405     200/405
speaker-detail                200/405     200/405     200/405     200/405
article-list                  200/405     200/405     200/405     200/405
article-detail                200/405     200/405     200/405     200/405
article-original              200/405     200/405     200/405     200/405
article-text                  200/405     200/405     200/405     200/405
publisher-detail              200/405     200/405     200/405     200/405
coverage                      200/405     200/405     200/405     200/405
healthz                       200/405     200/405     200/405     200/405
readyz                        200/405     200/405     200/405     200/405

review-home                   login       403         200/405     200/405
review-queue                  login       403         302/405     302/405
review-statement              login       403         200/404     200/404
review-undo                   login       403         405/302     405/302
review-date                   login       403         405/302     405/302
review-add                    login       403         200/422     200/422
review-accept-all             login       403         200/302     200/302
review-boilerplate            login       403         200/422     200/422
review-held                   login       403         200/405     200/405
review-records                login       403         200/422     200/422
review-look-up                login       403         200/405     200/405
review-names                  login       403         200/405     200/405
review-utterances             login       403         200/405     200/405
review-utterances-settle      login       403         405/409     405/409
review-utterances-join        login       403         405/422     405/422
review-settle                 login       403         405/409     405/409
review-speaker                login       403         200/405     200/405
review-speaker-statements     login       403         200/405     200/405
review-speaker-log            login       403         200/405     200/405
review-merge                  login       403         200/404     200/404
review-unmerge                login       403         404         404
review-speaker-edit           login       403         200/409     200/409
review-move                   login       403         422         422
review-new-speaker            login       403         422         422

admin:login                   200         200         302/200     302/200
admin:logout                  302         302         405/200     405/200
admin:index                   login       login       200         200
admin:app_list                login       login       200         200
admin:password_change         login       login       200         200
admin:password_change_done    login       login       200/405     200/405
admin:autocomplete            login       login       200/405     200/405
admin:jsi18n                  login       login       200/405     200/405
admin:view_on_site            login       login       302         302
admin/(?P<url>.*)$            login       login       404         404

imported changelist           login       login       200         200
imported change               login       login       200/403     200/403
imported add                  login       login       403         403
imported delete               login       login       403         403
imported history              login       login       200         200
imported redirect             login       login       302         302

corrected changelist          login       login       200         200
corrected change              login       login       200         200
corrected add                 login       login       403         403
corrected delete              login       login       403         403
corrected history             login       login       200         200
corrected redirect            login       login       302         302

kept changelist               login       login       200         200
kept change                   login       login       200         200
kept add                      login       login       200         200
kept delete                   login       login       403         403
kept history                  login       login       200         200
kept redirect                 login       login       302         302

people changelist             login       login       403         200
people change                 login       login       403         200
people add                    login       login       403         200
people delete                 login       login       403         403
people history                login       login       403         200
people redirect               login       login       302         302
admin:auth_user_password_change  login    login       403         200
"""

# Each action of each model that has any, and what it makes of a statement.
ACTIONS = {"statement": {"approve": "approved", "reject": "rejected", "withdraw": "withdrawn"}}


def expected() -> dict[str, dict[str, str]]:
    """Route → role → answers, with the rows of a kind written out for each of its models."""
    header, *rows = (line for line in TABLE.splitlines() if line)
    assert header.split()[1:] == list(ROLES)
    told: dict[str, dict[str, str]] = {}
    for row in rows:
        *words, anonymous, reader, curator, administrator = row.split()
        answers = dict(zip(ROLES, (anonymous, reader, curator, administrator), strict=True))
        told |= dict.fromkeys(routes_of(words), answers)
    return told


def routes_of(words: list[str]) -> list[str]:
    if len(words) == 1:
        return words
    kind, view = words
    if view == "redirect":
        return [f"admin/statements/{model}/<path:object_id>/" for model in KINDS[kind]]
    return [f"admin:statements_{model}_{view}" for model in KINDS[kind]]


EXPECTED = expected()


def test_every_address_is_in_the_table_and_every_row_has_its_address() -> None:
    # A list: a second address by a name that the table has already is one that no row is about.
    assert sorted(routes()) == sorted(EXPECTED)


def test_every_row_is_answered_by_its_own_view(originals) -> None:
    addresses = fill_archive()
    for route in EXPECTED:
        found = resolve(urlsplit(address_of(route, addresses)).path)
        assert route in (found.view_name, found.route)


def test_every_model_of_the_admin_is_of_one_kind() -> None:
    registered = {model._meta.label_lower for model in admin.site._registry}
    assert registered == {f"statements.{model}" for models in KINDS.values() for model in models}


def answer(client, method: str, address: str) -> str:
    response = getattr(client, method)(address)
    sent_to = response.headers.get("Location", "")
    to_log_in = sent_to.startswith(("/admin/login/?next=/admin/", "/admin/login/?next=/review/"))
    return "login" if to_log_in else str(response.status_code)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_the_table_says(role: str, originals) -> None:
    addresses = fill_archive()
    user = make_user(role) if role != "anonymous" else None
    got, told = {}, {}
    for route, answers in EXPECTED.items():
        # A client of its own, for to log out is one of the answers.
        client = make_client(user)
        got[route] = [answer(client, method, address_of(route, addresses)) for method in ("get", "post")]
        told[route] = (answers[role].split("/") * 2)[:2]
    assert got == told


def test_public_pages_take_no_other_method(originals) -> None:
    addresses = fill_archive()
    client = make_client(None)
    public = [route for route, answers in EXPECTED.items() if answers["anonymous"] == "200/405"]
    for route in public:
        address = address_of(route, addresses)
        assert client.head(address).status_code == 200, address
        for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
            assert client.generic(method, address).status_code == 405, (method, address)


def test_no_form_is_taken_without_its_token(originals) -> None:
    addresses = fill_archive()
    client = make_client(make_user("administrator"), enforce_csrf_checks=True)
    for route in EXPECTED:
        address = address_of(route, addresses)
        response = client.post(address, {"action": "approve", "username": "grace"})
        assert response.status_code == 403, address
        assert "was not taken" in response.content.decode(), address
    assert client.get("/admin/").status_code == 200  # still logged in


# --- actions ---------------------------------------------------------------------


def post_action(client, model: str, action: str, pk: int):
    data = {"action": action, "_selected_action": [pk], "why": "read it", "post": "yes"}
    return client.post(reverse(f"admin:statements_{model}_changelist"), data)


@pytest.mark.parametrize("role", ["curator", "administrator"])
def test_every_action_is_in_the_table(role: str) -> None:
    request = RequestFactory().get("/")
    request.user = make_user(role)
    offered = {
        model._meta.model_name: set(model_admin.get_actions(request))
        for model, model_admin in admin.site._registry.items()
    }
    assert {model: names for model, names in offered.items() if names} == {
        model: set(names) for model, names in ACTIONS.items()
    }


@pytest.mark.parametrize("action", ACTIONS["statement"])
@pytest.mark.parametrize("role", ROLES)
def test_statements_are_decided_on_by_curators_and_administrators_alone(role: str, action: str) -> None:
    statement = make_statement("words")
    response = post_action(
        make_client(make_user(role) if role != "anonymous" else None), "statement", action, statement.pk
    )
    statement.refresh_from_db()
    if role in ("anonymous", "reader"):
        assert response.headers["Location"].startswith("/admin/login/?next=")
        assert statement.review_state == "machine"
    else:
        assert statement.review_state == ACTIONS["statement"][action]


@pytest.mark.parametrize("role", ROLES)
def test_nobody_deletes_many_rows_at_once(role: str, originals) -> None:
    fill_archive()
    client = make_client(make_user(role) if role != "anonymous" else None)
    for model in admin.site._registry:
        before = set(model.objects.values_list("pk", flat=True))
        post_action(client, model._meta.model_name, "delete_selected", min(before))
        assert set(model.objects.values_list("pk", flat=True)) == before, model


# --- ways round -------------------------------------------------------------------


def staff_with(*codenames: str) -> User:
    user = UserFactory(is_staff=True)
    ours = Permission.objects.filter(content_type__app_label="statements")
    user.user_permissions.set(ours.filter(codename__in=codenames) if codenames else ours)
    return user


def test_staff_in_no_group_see_nothing(originals) -> None:
    addresses = fill_archive()
    client = make_client(UserFactory(is_staff=True))
    for kind, models in KINDS.items():
        for model in models:
            for view in ("changelist", "change", "history"):
                address = address_of(f"admin:statements_{model}_{view}", addresses)
                assert client.get(address).status_code == 403, (kind, address)
    assert client.get(addresses["admin:autocomplete"]).status_code == 403


def test_who_may_only_look_changes_nothing() -> None:
    statement = make_statement("words")
    client = make_client(staff_with("view_statement"))
    post_action(client, "statement", "approve", statement.pk)
    assert client.post(f"/admin/statements/statement/{statement.pk}/change/").status_code == 403
    statement.refresh_from_db()
    assert statement.review_state == "machine"


def test_every_permission_there_is_makes_nobody_an_administrator(originals) -> None:
    """Django lets whoever may change users make themselves superusers; here it takes one to begin with."""
    fill_archive()
    user = staff_with()
    root = make_user("administrator")
    client = make_client(user)
    for pk in (user.pk, root.pk):
        posted = {"username": "mallory", "is_superuser": "on", "is_staff": "on", "is_active": "on"}
        assert client.post(f"/admin/statements/user/{pk}/change/", posted).status_code == 403
        passwords = {"password1": "a-new-long-password", "password2": "a-new-long-password"}
        assert client.post(f"/admin/statements/user/{pk}/password/", passwords).status_code == 403
    assert client.get("/admin/statements/user/").status_code == 403
    assert list(User.objects.filter(is_superuser=True)) == [root]
    assert not User.objects.filter(username="mallory").exists()


def test_who_is_switched_off_is_out_at_once() -> None:
    user = make_user("administrator")
    client = make_client(user)
    user.is_active = False
    user.save()
    assert client.get("/admin/").headers["Location"] == "/admin/login/?next=/admin/"


def test_a_new_password_ends_the_sessions_there_were() -> None:
    user = make_user("curator")
    client = make_client(user)
    user.set_password("another-long-password")
    user.save()
    assert client.get("/admin/").headers["Location"] == "/admin/login/?next=/admin/"


@pytest.mark.parametrize("role", ["curator", "administrator"])
@pytest.mark.parametrize(
    "query",
    [
        "edit/?who__password__startswith=md5",
        "edit/?who__email__startswith=a",
        "edit/?_to_field=old",
        "statement/?_to_field=folded",
        "speaker/?_popup=1&_to_field=note",
    ],
)
def test_lists_answer_no_questions_about_people_or_odd_fields(role: str, query: str, originals) -> None:
    fill_archive()
    assert make_client(make_user(role)).get(f"/admin/statements/{query}").status_code == 400


@pytest.mark.parametrize(
    ("model", "field"), [("edit", "who"), ("user", "groups"), ("statement", "kind"), ("statement", "nothing")]
)
def test_look_ups_find_no_people_and_take_no_other_fields(model: str, field: str) -> None:
    query = {"app_label": "statements", "model_name": model, "field_name": field, "term": "a"}
    response = make_client(make_user("curator")).get(reverse("admin:autocomplete"), query)
    assert response.status_code == 403


def test_history_of_people_is_theirs_alone() -> None:
    """Django's own log of the admin shows nobody the changes of others."""
    root = make_user("administrator", username="the-administrator")
    client = make_client(root)
    posted = {"username": "new-curator", "usable_password": "false"}
    assert client.post("/admin/statements/user/add/", posted).status_code == 302
    page = make_client(make_user("curator")).get("/admin/").content.decode()
    assert "new-curator" not in page
    assert "the-administrator" not in page
    assert "new-curator" in client.get("/admin/").content.decode()


def test_forged_fields_of_a_form_change_nothing() -> None:
    """What a form shows without a field for it, its words and its review state, no POST sets."""
    statement = make_statement("the talks go on")
    attribution = statement.attributions.get()
    posted = {
        "kind": "indirect",
        "act": "denies",
        "review_state": "approved",
        "public_id": "forged",
        "listed": "false",
        "folded": "forged",
        "attributions-TOTAL_FORMS": 2,
        "attributions-INITIAL_FORMS": 1,
        "attributions-0-id": attribution.pk,
        "attributions-0-statement": statement.pk,
        "attributions-0-speaker": attribution.speaker_id,
        "attributions-0-country": attribution.country_id,
        "attributions-0-source": "forged",
        "attributions-0-DELETE": "on",
        "attributions-1-statement": statement.pk,
        "attributions-1-role": "forged",
    }
    response = make_client(make_user("curator")).post(
        f"/admin/statements/statement/{statement.pk}/change/", posted
    )
    assert response.status_code == 302
    now = Statement.objects.get()
    assert (now.act, now.review_state, now.listed) == ("denies", "corrected", True)
    assert (now.public_id, now.folded) == (statement.public_id, statement.folded)
    assert now.attributions.get().source == ""
    assert set(Edit.objects.values_list("field", flat=True)) == {"act", "review_state"}
