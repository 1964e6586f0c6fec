"""While PostgreSQL restarts, pages say so and come back; nobody sees a traceback."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from tests.deployment.conftest import Served
from tests.deployment.reading import Readers

pytestmark = pytest.mark.timeout(300)  # the first test also sets the site up
ROUNDS = ["fast", "immediate"] * 3


def paths_of(served: Served) -> list[str]:
    return ["/", "/statements/", served.statement, "/admin/login/", "/admin/"]


def test_restarts_give_503_and_recover(served: Served) -> None:
    back: list[tuple[float, float]] = []  # from when the server accepted until it was stopped again
    with Readers(served.site, paths_of(served), served.cookie) as readers:
        readers.wait_for(20)
        for mode in ROUNDS:
            served.cluster.stop(mode)
            readers.wait_for(20)
            served.cluster.start()
            accepting = time.monotonic()
            readers.wait_for(20)
            back.append((accepting, time.monotonic()))
    seen = readers.seen
    assert readers.cut_off == []
    statuses = Counter(one.status for one in seen)
    assert set(statuses) == {200, 503}, [one for one in seen if one.status not in (200, 503)][:3]
    assert {one.retry_after for one in seen if one.status == 503} == {"2"}
    assert not any(b"Traceback" in one.body for one in seen)
    # Only the form to log in asks the database nothing.
    assert {one.path for one in seen if one.status == 503} == set(paths_of(served)) - {"/admin/login/"}
    # As soon as the server accepts connections, every request is answered until it stops again.
    late = [
        one for one in seen if one.status == 503 and any(a < one.begun and one.ended < b for a, b in back)
    ]
    assert late == []
    asked = [one for one in seen if one.status == 200 and one.path != "/admin/login/"]
    waits = [min(one.ended for one in asked if one.begun > accepting) - accepting for accepting, _ in back]
    print(
        f"{len(seen)} requests over {len(ROUNDS)} restarts: {dict(statuses)}; "
        f"answered again at most {max(waits):.2f} s after the server accepted connections"
    )
    assert max(waits) < 2
    log = served.site.log()
    assert "Service Unavailable: /statements/ (" in log
    assert "Traceback" not in log
