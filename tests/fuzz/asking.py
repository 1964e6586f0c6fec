"""Asks for an address, follows where it leads, and looks at the answer. Raises for what no answer may be."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from django.test import Client
from lxml import etree

from tests.fuzz.addresses import Request

# Found, gone elsewhere and found there, not changed, refused as a whole or for its method, not there, gone.
SOUND = (200, 304, 400, 404, 405, 410)


class WrongAnswer(Exception):
    """What came back is no answer."""


def ask(client: Client, request: Request) -> str:
    """The status and the kind of file that came in the end; a chain of redirects must end by itself."""
    method = getattr(client, request.method)
    # A redirect of a POST is followed with GET.
    response = method(request.address, follow=True, secure=True, **dict(request.headers))
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if response.status_code not in SOUND:
        raise WrongAnswer(f"{response.status_code} for {response.request['PATH_INFO']}")
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if response.status_code == 200 and request.method == "get":
        look_at(kind, body)
    return f"{response.status_code} {kind}".strip()


def look_at(kind: str, body: bytes) -> None:
    """The file is whole and of its kind."""
    if kind in ("application/atom+xml", "application/xml"):
        etree.fromstring(body)
        return
    text = body.decode()
    if kind == "text/html" and "</html>" not in text:
        raise WrongAnswer("a page that ends in its midst")
    if kind in ("application/json", "application/ld+json"):
        json.loads(text)
    if kind == "application/jsonl":
        for line in text.removesuffix("\n").split("\n") if text else ():
            json.loads(line)
    if kind == "text/csv":
        heading, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        if any(len(row) != len(heading) for row in rows):
            raise WrongAnswer("a line of CSV with more cells than the heading, or fewer")


def new_client(**options: Any) -> Client:
    return Client(SERVER_NAME="localhost", **options)
