"""What every answer carries: pages, files, redirects and errors, for whoever asks."""

from __future__ import annotations

from http.cookies import Morsel

import psycopg
import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from statements.models import Original
from tests.factories import PASSWORD, make_statement
from tests.security.routes import address_of, fill_archive, make_client, make_user, routes
from tests.security.test_permissions import EXPECTED

pytestmark = pytest.mark.django_db

ALWAYS = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PUBLIC = [route for route, answers in EXPECTED.items() if answers["anonymous"] == "200/405"]


def lacking(response) -> list[str]:
    """What a header should say and does not."""
    faults = [
        f"{name}: {response.headers.get(name)}"
        for name in ALWAYS
        if response.headers.get(name) != ALWAYS[name]
    ]
    policy = response.headers.get("Content-Security-Policy", "")
    if (
        not policy.startswith("default-src 'none'; ")
        or "unsafe" in policy
        or "frame-ancestors 'none'" not in policy
    ):
        faults.append(f"Content-Security-Policy: {policy}")
    if "camera=()" not in response.headers.get("Permissions-Policy", ""):
        faults.append("Permissions-Policy")
    # By plain HTTP, where it means nothing to a browser, it is not sent.
    is_for_good = "max-age=31536000" in response.headers.get("Strict-Transport-Security", "")
    if response.wsgi_request.is_secure() != is_for_good:
        faults.append("Strict-Transport-Security")
    return faults


def is_for_one_person(response) -> bool:
    kept = response.headers.get("Cache-Control", "")
    return "no-store" in kept and "private" in kept and "Cookie" in response.headers.get("Vary", "")


@pytest.mark.parametrize("role", ["anonymous", "curator", "administrator"])
def test_every_address_answers_with_all_headers(role: str, originals) -> None:
    addresses = fill_archive()
    user = make_user(role) if role != "anonymous" else None
    client = make_client(user)
    faults = {}
    for route in routes():
        response = client.get(address_of(route, addresses), secure=True)
        found = faults[route] = lacking(response)
        if user and route not in PUBLIC and not is_for_one_person(response):
            found.append(f"Cache-Control: {response.headers.get('Cache-Control')}")
    assert {address: found for address, found in faults.items() if found} == {}


def fail(*arguments: object) -> None:
    raise RuntimeError("on purpose")


def lose_the_database(*arguments: object) -> None:
    raise OperationalError("on purpose") from psycopg.errors.AdminShutdown("on purpose")


class Secure(Client):
    """Asks by HTTPS, as everybody does in production."""

    def generic(self, *arguments: object, **options: object):
        return super().generic(*arguments, **options | {"secure": True})


def errors(monkeypatch) -> dict[int, object]:
    """An answer of each kind that is an error."""
    client = Secure(raise_request_exception=False)
    gone = make_statement("words", review_state="withdrawn", review_reason="printed by mistake")
    curator = Secure()
    curator.force_login(make_user("curator"))
    answers = [
        client.get("/", headers={"host": "archive.example.com"}),  # 400
        curator.get("/admin/statements/user/"),  # 403
        client.get("/nothing-here/"),  # 404
        client.post("/statements/"),  # 405
        client.get(gone.get_absolute_url()),  # 410
    ]
    monkeypatch.setattr("statements.views.home.count_countries", fail)
    answers.append(client.get("/"))  # 500
    monkeypatch.setattr("statements.views.home.count_countries", lose_the_database)
    answers.append(client.get("/"))  # 503
    return {answer.status_code: answer for answer in answers}


def test_errors_carry_the_headers_and_tell_in_our_own_words(monkeypatch) -> None:
    answers = errors(monkeypatch)
    told = {
        400: "does not understand",
        403: "You may not see",
        404: "nothing at this address",
        410: "withdrawn",
        500: "Something went wrong",
        503: "back in a moment",
    }
    assert set(answers) == {*told, 405}
    for status, answer in answers.items():
        assert lacking(answer) == [], status
        assert told.get(status, "") in answer.content.decode()
        assert "on purpose" not in answer.content.decode()


def test_nul_is_refused_with_the_headers() -> None:
    for address in ("/admin/statements/statement/?q=%00", "/admin/autocomplete/?term=%00"):
        answer = Secure().get(address)
        assert (answer.status_code, lacking(answer)) == (400, []), address


def test_who_must_wait_is_told_with_the_headers(settings) -> None:
    settings.AXES_ENABLED = True
    wrong = {"username": "ada", "password": "not-the-password"}
    answers = [Secure().post("/admin/login/", wrong) for _ in range(settings.AXES_FAILURE_LIMIT)]
    assert [answer.status_code for answer in answers[-2:]] == [200, 429]
    assert lacking(answers[-1]) == []


def test_form_without_its_token_is_told_so_in_our_own_words() -> None:
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "ada"})
    assert answer.status_code == 403
    assert lacking(answer) == []
    assert "This form was not taken" in answer.content.decode()


def test_production_sends_everyone_to_https(settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    answer = Client().get("/statements/?q=peace")
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://testserver/statements/?q=peace")
    assert lacking(answer) == []


def test_downloads_are_files_and_can_do_nothing_when_opened(originals) -> None:
    addresses = fill_archive()
    client = Client()
    for route, name in (
        ("article-original", addresses["article-original"].split("/")[2] + ".html"),
        ("statement-export", "chancery-statements.csv"),
    ):
        answer = client.get(addresses[route])
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        policy = answer.headers["Content-Security-Policy"]
        assert policy.endswith("; sandbox") and "'self'" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    # The bytes of somebody's page are never called a page.
    assert client.get(addresses["article-original"]).headers["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize(
    "media_type", ["text/html", "text/plain; charset=utf-8", 'x"; filename=evil.exe', "x/\r\nSet-Cookie: a=b"]
)
def test_name_of_a_download_is_made_by_the_archive(media_type: str, originals) -> None:
    addresses = fill_archive()
    Original.objects.update(media_type=media_type)
    answer = Client().get(addresses["article-original"])
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith('attachment; filename="a') and disposition.count('"') == 2
    assert disposition.rpartition(".")[2] in ('html"', 'txt"', 'bin"')
    assert not answer.cookies


# --- cookies and caches --------------------------------------------------------------


# These show a curator the way to the admin.
PERSONAL = {"statement-detail", "article-detail"}


# Whether the machine is well is asked anew each time.
NOT_KEPT = {"healthz", "readyz"}


def test_readers_get_no_cookie_and_most_pages_are_the_same_for_all(originals) -> None:
    """So a cache in between may keep what readers see, and never what a curator does."""
    addresses = fill_archive()
    curator = make_client(make_user("curator", username="the-curator"))
    for route in PUBLIC:
        address = address_of(route, addresses)
        anonymous, known = Client().get(address), curator.get(address)
        assert not anonymous.cookies and not known.cookies, address
        if route not in NOT_KEPT:
            # To be kept, and asked about each time; never given to somebody with a cookie.
            assert (anonymous.headers["Vary"], anonymous.headers["Cache-Control"]) == ("Cookie", "no-cache")
            tag = {"if-none-match": anonymous.headers["ETag"]}
            again = Client().get(address, headers=tag, secure=True)
            assert (again.status_code, again.content, lacking(again)) == (304, b"", []), address
            assert "ETag" not in known.headers and curator.get(address, headers=tag).status_code == 200
        if route in PERSONAL:
            assert (known.headers["Vary"], known.headers["Cache-Control"]) == ("Cookie", "private, no-store")
        else:
            assert "Cookie" not in known.headers.get("Vary", ""), address
            assert known.getvalue() == anonymous.getvalue(), address


def log_in(client: Client, **fields: str):
    page = client.get("/admin/login/", secure=True)
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    assert "csrfmiddlewaretoken" in page.content.decode()
    posted = {"username": "ada", "password": PASSWORD, "csrfmiddlewaretoken": token, **fields}
    return client.post(
        "/admin/login/", posted, secure=True, headers={"origin": "https://testserver", "user-agent": "test"}
    )


def is_guarded(cookie: Morsel) -> bool:
    """What browsers ask of a name with __Host-, and that no script reads it and no other site sends it."""
    return (
        cookie.key.startswith("__Host-")
        and bool(cookie["secure"] and cookie["httponly"])
        and (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")
    )


def test_cookies_of_those_who_log_in_are_guarded() -> None:
    make_user("curator", username="ada")
    client = Client(enforce_csrf_checks=True)
    assert log_in(client).status_code == 302
    client.post(
        "/admin/statements/statement/",
        {"action": "approve", "csrfmiddlewaretoken": client.cookies[settings.CSRF_COOKIE_NAME].value},
        secure=True,
        headers={"origin": "https://testserver"},
    )  # leaves a message
    assert set(client.cookies) == {"__Host-session", "__Host-csrf"}
    assert all(map(is_guarded, client.cookies.values()))


def test_form_from_another_site_is_not_taken() -> None:
    make_user("curator", username="ada")
    client = Client(enforce_csrf_checks=True)
    client.get("/admin/login/", secure=True)
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    posted = {"username": "ada", "password": PASSWORD, "csrfmiddlewaretoken": token}
    for origin in ("https://archive.example.com", "http://testserver", "null"):
        answer = client.post("/admin/login/", posted, secure=True, headers={"origin": origin})
        assert answer.status_code == 403, origin
