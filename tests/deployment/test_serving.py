"""What gunicorn and WhiteNoise give: files for good, HTTPS alone, and an answer to anybody."""

from __future__ import annotations

import re
import signal
import socket
import time

import psycopg
import pytest

from archive import gunicorn_conf
from archive.middleware import HEADERS
from tests.deployment.conftest import Served
from tests.deployment.reading import Readers
from tests.deployment.serving import Answer

pytestmark = pytest.mark.timeout(300)  # the first test also sets the site up


def files_of(page: bytes) -> set[str]:
    return set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode()))


@pytest.mark.parametrize("path", ["/", "/statements/", "/admin/", "/admin/statements/statement/"])
def test_every_file_of_a_page_is_there_for_good(served: Served, path: str) -> None:
    page = served.site.ask(path, Cookie=served.cookie)
    assert page.status == 200
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    files = files_of(page.body)
    assert files
    for file in files:
        answer = served.site.ask(file, Accept_Encoding="br")
        assert (answer.status, "Set-Cookie" in answer.headers) == (200, False), file
        assert "immutable" in answer.headers["Cache-Control"], file
        assert lacking(answer) == [], file


def lacking(answer: Answer) -> list[str]:
    """The headers of every answer that this one has not."""
    always = {*HEADERS, "Strict-Transport-Security"}
    return sorted(name for name in always if not answer.headers.get(name) or "unsafe" in answer.headers[name])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/statements", 301),
        ("GET", "/admin/", 302),
        ("GET", "/admin/statements/statement/?q=%00", 400),
        ("POST", "/admin/login/", 403),
        ("GET", "/nothing-here/", 404),
        ("GET", "/static/css/nothing.css", 404),
        ("POST", "/static/favicon.svg", 405),
        ("TRACE", "/", 405),
        ("GET", "/statements.csv", 200),
        ("GET", "/healthz", 200),
        ("GET", "/readyz", 200),
    ],
)
def test_every_kind_of_answer_has_the_headers(served: Served, method: str, path: str, status: int) -> None:
    answer = served.site.ask(path, method)
    assert (answer.status, lacking(answer)) == (status, [])


def test_a_client_does_not_say_where_the_archive_stands(served: Served) -> None:
    """Some proxies hand such names on; with these gunicorn would put /evil before each link."""
    for name in ("SCRIPT_NAME", "PATH_INFO"):
        answer = served.site.ask_as_written("/evil/", {name: "/evil"})
        assert answer.status == 404, name
        assert b'href="/evil' not in answer.body, name


def test_files_come_compressed(served: Served) -> None:
    file = next(file for file in files_of(served.site.ask("/").body) if "/base." in file)
    assert served.site.ask(file, Accept_Encoding="br").headers["Content-Encoding"] == "br"
    assert served.site.ask(file, Accept_Encoding="gzip").headers["Content-Encoding"] == "gzip"


def test_file_that_is_not_there_is_a_404(served: Served) -> None:
    assert served.site.ask("/static/css/nothing.css").status == 404
    assert served.site.ask("/static/../archive/settings.py").status == 404


def test_http_is_sent_to_https_but_health_answers(served: Served) -> None:
    redirect = served.site.ask("/statements/?q=peace", X_Forwarded_Proto="http", Host="127.0.0.1")
    assert redirect.status == 301
    assert redirect.headers["Location"] == "https://127.0.0.1/statements/?q=peace"
    for path in ("/healthz", "/readyz"):
        answer = served.site.ask(path, X_Forwarded_Proto="http")
        assert (answer.status, answer.body) == (200, b"ok\n")
        assert "Set-Cookie" not in answer.headers
        assert "no-store" in answer.headers["Cache-Control"]


def test_a_host_of_somebody_elses_is_refused_in_one_line(served: Served) -> None:
    answer = served.site.ask("/", Host="evil.example.com")
    assert (answer.status, lacking(answer)) == (400, [])
    (line,) = [line for line in served.site.log().splitlines() if "evil.example.com" in line]
    assert "Invalid HTTP_HOST header" in line
    assert "Traceback" not in served.site.log()


def test_head_gives_no_body(served: Served) -> None:
    for path in ("/", "/statements/", served.statement, "/healthz"):
        answer = served.site.ask(path, "HEAD")
        assert (answer.status, answer.body) == (200, b"")


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        ("q=" + "a" * 9000, {414}),
        ("q=" + "a" * 7000, {200, 400}),
        ("&".join(f"x{number}=1" for number in range(1000)), {200, 400}),
        ("q=%00&page=9e99&from=0000-99", {302}),  # pages had numbers once
        ("q=%00&from=0000-99", {200}),
    ],
)
def test_no_query_is_an_error_of_ours(served: Served, query: str, statuses: set[int]) -> None:
    assert served.site.ask(f"/statements/?{query}").status in statuses


def test_a_query_of_a_page_is_given_up_and_one_of_a_command_is_not(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limit() -> str:
        with psycopg.connect(served.cluster.url) as connection:
            return connection.execute("SHOW statement_timeout").fetchone()[0]

    assert limit() == "0"
    for setting in gunicorn_conf.raw_env:
        monkeypatch.setenv(*setting.split("=", 1))
    assert limit() == "20s"


def test_slow_clients_hold_nobody_up(served: Served) -> None:
    slow = [socket.create_connection(("127.0.0.1", served.site.port)) for _ in range(3)]
    try:
        for client in slow:
            client.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        assert [served.site.ask("/statements/").status for _ in range(10)] == [200] * 10
    finally:
        for client in slow:
            client.close()


def test_reload_loses_no_request(served: Served) -> None:
    booted = served.site.log().count("Booting worker")
    gone = served.site.log().count("Worker exiting")
    with Readers(served.site, ["/", "/statements/", served.statement, "/healthz"], "") as readers:
        readers.wait_for(10)
        served.site.process.send_signal(signal.SIGHUP)
        for _ in range(600):
            log = served.site.log()
            if log.count("Booting worker") >= booted + 2 and log.count("Worker exiting") >= gone + 2:
                break
            time.sleep(0.1)
        readers.wait_for(10)
    assert readers.cut_off == []
    assert {one.status for one in readers.seen} == {200}
    assert served.site.log().count("Booting worker") >= booted + 2
