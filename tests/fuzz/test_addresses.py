"""A sample of the searches and addresses that `make fuzz` tries, on the engine at hand."""

from __future__ import annotations

import time
from collections import Counter
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from django.urls import resolve

from statements.search import paging
from tests.fuzz import asking
from tests.fuzz.addresses import LISTS, PAGES, Request, make_request
from tests.fuzz.archive import Known, fill_archive, known_names
from tests.fuzz.asking import WrongAnswer, ask, new_client
from tests.security.routes import routes

SEED, SAMPLE = 20_200_730, 300
SLOWEST = 3  # seconds of the processor, on a busy machine

KNOWN = Known(["s1", "s2"], ["a1"], ["TR", "AM"], ["hulusi-akar"], ["tass"], ["peace", "talks", "caatacyk"])


def test_requests_are_the_same_for_the_same_seed() -> None:
    assert make_request(KNOWN, 1, 7) == make_request(KNOWN, 1, 7)
    assert [make_request(KNOWN, 1, n) for n in range(50)] != [make_request(KNOWN, 2, n) for n in range(50)]


def test_every_public_route_is_asked_for() -> None:
    asked = {
        path.format(**dict.fromkeys(("country", "speaker", "publisher", "statement", "article"), "tr"))
        for path in (*LISTS, *PAGES)
    }
    names = {resolve(path).view_name for path in asked}
    public = {name for name in routes() if not name.startswith(("admin", "review-"))}
    assert public - names == {"healthz", "readyz"}


def test_what_is_asked_for_is_all_that_was_meant() -> None:
    """Bytes that are no text, NUL, far too long, numbers beyond 64 bits, operators of the engines."""
    asked = [make_request(KNOWN, SEED, number) for number in range(5000)]
    queries = [unquote_to_bytes(urlsplit(one.address).query.replace("+", " ")) for one in asked]
    assert {one.method for one in asked} == {"get", "head", "post", "options"}
    for meant in (
        b"\x00",
        b"\xed\xa0\x80",
        b"\xff",
        b"9" * 19,
        b"NEAR(",
        b"<->",
        b"DROP TABLE",
        "ｐｅａｃｅ".encode(),
        "\u202e".encode(),
    ):
        assert any(meant in query for query in queries), meant
    assert max(map(len, queries)) > 8000
    assert any(query.count(b"&") > 1000 for query in queries)
    assert len({one.address for one in asked}) > 4400
    assert len({urlsplit(one.address).path for one in asked}) > len(LISTS) + len(PAGES)
    for one in asked:
        assert one.address.isascii()
        assert one.address.isprintable()


def test_no_request_is_answered_by_an_error(db, originals, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "WALKED", 40)
    fill_archive()
    known, client, answers = known_names(), new_client(), Counter()
    slowest = (0.0, Request("", ""))
    for number in range(SAMPLE):
        request, started = make_request(known, SEED, number), time.process_time()
        try:
            answers[ask(client, request)] += 1
        except Exception as error:
            pytest.fail(f"make fuzz FORMAT=addresses SEED={SEED} ONLY={number}: {request}\n{error!r}")
        slowest = max(slowest, (time.process_time() - started, request), key=lambda one: one[0])
    assert slowest[0] < SLOWEST, slowest
    # Neither so broken that all are refused, nor so sound that none is.
    assert answers["200 text/html"] > SAMPLE // 3
    assert {answer[:3] for answer in answers} >= {"200", "400", "404", "405"}
    assert {"200 application/atom+xml", "200 text/csv", "200 application/jsonl"} <= set(answers)


# --- what is looked at -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html", b"<html><p>half a page"),
        ("text/html", b"\xff</html>"),
        ("application/json", b'[\n{"a": 1},\n'),
        ("application/jsonl", b'{"a": 1}\n{"a"'),
        ("application/atom+xml", b"<feed>\x0b</feed>"),
        ("text/csv", b"a,b\r\n1,2,3\r\n"),
        ("text/csv", b'a,b\r\n1,"2\r\n'),
    ],
)
def test_half_a_file_is_no_answer(kind: str, body: bytes) -> None:
    with pytest.raises(Exception):  # noqa: B017 (each kind has its own)
        asking.look_at(kind, body)


def test_error_page_is_no_answer(db, monkeypatch: pytest.MonkeyPatch) -> None:
    client = new_client(raise_request_exception=False)
    assert ask(client, Request("get", "/statements/?q=peace")) == "200 text/html"
    monkeypatch.setattr("statements.views.statement_list.look_around", lambda _: 1 / 0)
    with pytest.raises(WrongAnswer, match="500"):
        ask(client, Request("get", "/statements/?q=peace"))
