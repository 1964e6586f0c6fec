"""Logging in: who guesses waits, who is sent elsewhere stays, and sessions begin and end as they should."""

from __future__ import annotations

import logging
import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core.management import call_command
from django.test import Client, RequestFactory

from archive.throttling import client_address
from statements.models import User
from tests.factories import PASSWORD
from tests.security.routes import make_user

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"
WRONG = "not-the-password"


@pytest.fixture(autouse=True)
def throttled(settings) -> None:
    """The rest of the suite logs in without."""
    settings.AXES_ENABLED = True


@pytest.fixture
def ada() -> User:
    return make_user("curator", username="ada")


def log_in(name: str = "ada", password: str = PASSWORD, address: str = "192.0.2.1", **headers: str):
    data = {"username": name, "password": password}
    return Client(REMOTE_ADDR=address, headers=headers).post(LOGIN, data)


def fail(times: int, name: str = "ada", address: str = "192.0.2.1", **headers: str) -> list[int]:
    return [log_in(name, WRONG, address, **headers).status_code for _ in range(times)]


def pass_time(**passed: float) -> None:
    """As if every failure were older."""
    for attempt in AccessAttempt.objects.all():
        older = attempt.attempt_time - timedelta(**passed)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=older)


# --- five failures, fifteen minutes --------------------------------------------------


def test_the_fifth_failure_locks_even_the_right_password_out(ada) -> None:
    assert fail(5) == [200, 200, 200, 200, 429]
    assert log_in().status_code == 429


def test_after_a_quarter_of_an_hour_the_right_password_opens(ada) -> None:
    fail(5)
    pass_time(minutes=14)
    assert log_in().status_code == 429
    pass_time(minutes=1.1)
    assert log_in().status_code == 302


def test_trying_on_does_not_lengthen_the_wait(ada) -> None:
    fail(5)
    pass_time(minutes=14)
    assert fail(3) == [429] * 3
    pass_time(minutes=1.1)
    assert log_in().status_code == 302


def test_page_says_when_to_try_again(ada) -> None:
    fail(5)
    pass_time(minutes=5)
    answer = log_in()
    assert 9 * 60 < int(answer.headers["Retry-After"]) <= 10 * 60
    assert "Please wait 10 minutes, until" in answer.content.decode()
    until = AccessAttempt.objects.get().attempt_time + timedelta(minutes=15)
    assert f"{until:%H:%M} UTC" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert not answer.cookies


def test_script_asking_gets_the_same_page(ada) -> None:
    fail(5)
    answer = log_in(**{"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 429
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_name_that_nobody_has_is_answered_no_otherwise(ada) -> None:
    def answers(name: str) -> list[tuple[int, str]]:
        told = [log_in(name, WRONG, f"198.51.100.{len(name)}") for _ in range(6)]
        return [(one.status_code, without_token_and_time(one.content.decode(), name)) for one in told]

    assert answers("ada") == answers("nobody")


def without_token_and_time(page: str, name: str) -> str:
    lines = (line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)
    return re.sub(r"<time.*</time>", "", "\n".join(lines).replace(f'value="{name}"', ""))


def test_one_name_however_it_is_typed_is_one_name(ada) -> None:
    """The form takes blanks round a name away, and folds its wide and mathematical letters."""
    told = [fail(1, name=name)[0] for name in ("ada", " ada", "ada\t", "\uff41\uff44\uff41", "\U0001d41ada")]
    assert told == [200, 200, 200, 200, 429]


def test_log_in_clears_the_failures_before_it(ada) -> None:
    fail(4)
    assert log_in().status_code == 302
    assert fail(4) == [200] * 4
    assert log_in().status_code == 302


def test_stranger_elsewhere_locks_nobody_out(ada) -> None:
    fail(30, address="203.0.113.9")
    assert log_in(address="192.0.2.1").status_code == 302


def test_another_browser_at_the_same_address_counts_on(ada) -> None:
    told = [fail(1, **{"user-agent": f"browser {number}"})[0] for number in range(5)]
    assert told == [200, 200, 200, 200, 429]


def test_one_address_trying_many_names_is_stopped_too(ada) -> None:
    told = [fail(1, name=f"name{number}")[0] for number in range(25)]
    assert told == [200] * 24 + [429]
    assert log_in().status_code == 429
    assert log_in(address="192.0.2.2").status_code == 302


def test_ones_own_log_in_does_not_clear_what_one_tried_on_others(ada) -> None:
    make_user("curator", username="mallory")
    for _ in range(2):
        assert fail(2, name="ada") == [200, 200]
        assert log_in("mallory").status_code == 302
    assert fail(1, name="ada") == [429]
    for number in range(20):
        fail(1, name=f"name{number}")
        if number < 19:
            log_in("mallory")
    assert log_in("mallory").status_code == 429


def test_administrator_lets_someone_in_again_by_name(ada) -> None:
    fail(5)
    call_command("axes_reset_username", "ada", verbosity=0)
    assert log_in().status_code == 302


# --- whose address it is ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("behind_proxy", "connected", "forwarded", "address"),
    [
        (False, "192.0.2.1", "", "192.0.2.1"),
        (False, "192.0.2.1", "198.51.100.7", "192.0.2.1"),
        (True, "10.0.0.1", "198.51.100.7", "198.51.100.7"),
        (True, "10.0.0.1", "203.0.113.5, 198.51.100.7", "198.51.100.7"),
        (True, "10.0.0.1", "127.0.0.1, 10.0.0.1,198.51.100.7", "198.51.100.7"),
        (True, "10.0.0.1", "", "10.0.0.1"),
        (True, "10.0.0.1", "198.51.100.7, nonsense", None),
        (True, "", "198.51.100.7", "198.51.100.7"),
        (False, "", "", None),
        (False, "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::"),
        (False, "2001:db8:1:2:ffff::1", "", "2001:db8:1:2::"),
        (False, "::ffff:192.0.2.1", "", "192.0.2.1"),
        (False, "fe80::1%eth0", "", "fe80::"),
    ],
)
def test_address_is_the_one_that_nobody_can_write_themselves(
    settings, behind_proxy: bool, connected: str, forwarded: str, address: str | None
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    given = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert client_address(RequestFactory().get("/", REMOTE_ADDR=connected, **given)) == address


@pytest.mark.parametrize("behind_proxy", [True, False])
def test_forged_addresses_do_not_begin_anew(settings, ada, behind_proxy: bool) -> None:
    settings.BEHIND_PROXY = behind_proxy
    last_hop = ", 198.51.100.7" if behind_proxy else ""
    told = [fail(1, **{"x-forwarded-for": f"203.0.113.{number}{last_hop}"})[0] for number in range(5)]
    assert told == [200, 200, 200, 200, 429]


def test_without_any_address_names_are_still_counted(settings, ada) -> None:
    assert fail(5, address="") == [200, 200, 200, 200, 429]


# --- what is kept ------------------------------------------------------------------------


def test_no_password_is_kept_or_logged(ada, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    fail(6)
    log_in(name=WRONG, password="x", address="192.0.2.9")  # typed into the wrong field
    kept = [
        str(value) for row in AccessAttempt.objects.values("get_data", "post_data") for value in row.values()
    ]
    assert kept and "AXES" in caplog.text
    assert not any(WRONG in text for text in kept)
    assert WRONG not in caplog.text
    assert "192.0.2.1" in caplog.text


def test_readers_cost_no_query_more(settings, django_assert_num_queries) -> None:
    """None for a session; and whether the archive has changed is asked once a second, not once a page."""
    settings.ARCHIVE_VERSION_SECONDS = 60
    with django_assert_num_queries(1):
        Client().get("/nothing-here/")
    with django_assert_num_queries(0):
        Client().get("/nothing-here/")
        Client().get("/healthz")


# --- sessions ----------------------------------------------------------------------------


def test_session_begins_anew_at_log_in(ada) -> None:
    client = Client()
    client.cookies["__Host-session"] = "chosen-by-an-attacker-1234567890"
    client.get(LOGIN)
    client.post(LOGIN, {"username": "ada", "password": PASSWORD})
    first = client.cookies["__Host-session"].value
    assert first != "chosen-by-an-attacker-1234567890"
    token = client.cookies["__Host-csrf"].value
    client.post("/admin/logout/")
    client.post(LOGIN, {"username": "ada", "password": PASSWORD})
    assert client.cookies["__Host-session"].value != first
    assert client.cookies["__Host-csrf"].value != token


def test_logging_out_takes_a_form_and_ends_the_session(ada) -> None:
    client = Client()
    client.post(LOGIN, {"username": "ada", "password": PASSWORD})
    kept = client.cookies["__Host-session"].value
    assert client.get("/admin/logout/").status_code == 405
    assert client.get("/admin/").status_code == 200
    assert client.post("/admin/logout/").status_code == 200
    client.cookies["__Host-session"] = kept
    assert client.get("/admin/").headers["Location"] == "/admin/login/?next=/admin/"


def test_reader_has_no_way_in(ada) -> None:
    make_user("reader", username="rea")
    answer = log_in("rea")
    assert answer.status_code == 200
    assert "for a staff account" in answer.content.decode()
    assert "__Host-session" not in answer.cookies


ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "\\/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    " //evil.example",
    "\t//evil.example",
    "/\t/evil.example",
    "\x00//evil.example",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "https://evil.example\\@testserver/",
    "ftp://testserver/",
    "//testserver:80@evil.example/",
    "https://[evil.example]/",
]


@pytest.mark.parametrize("next_page", ELSEWHERE)
def test_log_in_sends_nobody_elsewhere(ada, next_page: str) -> None:
    client = Client()
    for answer in (
        client.post(LOGIN, {"username": "ada", "password": PASSWORD, "next": next_page}),
        client.get(LOGIN, {"next": next_page}),  # logged in already
    ):
        assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")


def test_log_in_goes_on_to_the_page_that_was_asked_for(ada) -> None:
    answer = Client().post(
        LOGIN, {"username": "ada", "password": PASSWORD, "next": "/admin/statements/statement/?q=peace"}
    )
    assert answer.headers["Location"] == "/admin/statements/statement/?q=peace"


@pytest.mark.parametrize(
    "path",
    ["//evil.example/statements", "//evil.example/%2e%2e", "/\\evil.example/admin", "///evil.example//"],
)
def test_slash_that_is_added_leads_nowhere_else(path: str) -> None:
    answer = Client().generic("GET", path)
    sent_to = answer.headers.get("Location", "/")
    assert sent_to.startswith("/") and not sent_to.startswith(("//", "/\\"))
