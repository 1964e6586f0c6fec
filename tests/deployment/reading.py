"""Readers who keep asking for pages while something happens to the server."""

from __future__ import annotations

import http.client
import threading
import time
from typing import NamedTuple

from tests.deployment.serving import Site


class Seen(NamedTuple):
    begun: float
    ended: float
    path: str
    status: int
    retry_after: str | None
    body: bytes


class Readers:
    """Four people who click on, whatever they get."""

    def __init__(self, site: Site, paths: list[str], cookie: str) -> None:
        self._site, self._cookie, self._closed = site, cookie, threading.Event()
        self.seen: list[Seen] = []
        self.cut_off: list[Exception] = []  # what got no answer at all
        self._threads = [
            threading.Thread(target=self._click, args=(paths[n:] + paths[:n],)) for n in range(4)
        ]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._closed.set()
        for thread in self._threads:
            thread.join()

    def _click(self, paths: list[str]) -> None:
        while not self._closed.is_set():
            for path in paths:
                begun = time.monotonic()
                try:
                    answer = self._site.ask(path, Cookie=self._cookie if path == "/admin/" else "")
                except (OSError, http.client.HTTPException) as error:
                    self.cut_off.append(error)
                    continue
                retry_after = answer.headers["Retry-After"]
                self.seen.append(Seen(begun, time.monotonic(), path, answer.status, retry_after, answer.body))

    def wait_for(self, more: int) -> None:
        """Until so many further requests were answered."""
        goal = len(self.seen) + more
        while len(self.seen) < goal and any(thread.is_alive() for thread in self._threads):
            time.sleep(0.01)
