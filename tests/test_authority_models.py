"""Authority records: lists of texts and folded names hold what their columns can."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from statements.models import Publisher
from tests.factories import (
    CountryNameFactory,
    PublisherFactory,
    SpeakerFactory,
    UserFactory,
    VariantNameFactory,
)

pytestmark = pytest.mark.django_db

NO_LISTS = [
    "5",
    "[1]",
    '"abc"',
    '["\\u0000"]',
    '["\\ud800"]',
    '[""]',
    '["  "]',
    '["a\\nb"]',
    "{}",
    "[[]]",
    "0",
]


@pytest.mark.parametrize("field", ["names", "domains"])
@pytest.mark.parametrize(
    "value",
    [5, 0, False, [1], "abc", {}, {"a": 1}, ["\x00"], ["\ud800"], [""], [" "], ["a\x1b"], [["a"]], [None]],
)
def test_only_lists_of_texts_are_valid(field: str, value: Any) -> None:
    publisher = PublisherFactory()
    setattr(publisher, field, value)
    with pytest.raises(ValidationError) as error:
        publisher.full_clean()
    assert list(error.value.message_dict) == [field]


@pytest.mark.parametrize("nothing", [None, "", []])
def test_nothing_is_the_empty_list(nothing: Any) -> None:
    publisher = PublisherFactory()
    publisher.names = publisher.domains = nothing
    publisher.full_clean()
    assert (publisher.names, publisher.domains) == ([], [])


def submit(client: Client, publisher: Publisher, **fields: str) -> int:
    """Send the admin's form; 302 when it was taken, 200 when it shows errors."""
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    shown = {f"initial-{field}": json.dumps(getattr(publisher, field)) for field in ("names", "domains")}
    form = {"name": publisher.name, "kind": "outlet", "source": "x", **shown, **fields}
    return client.post(f"/admin/statements/publisher/{publisher.pk}/change/", form).status_code


@pytest.mark.parametrize("typed", [*NO_LISTS, "[", "9" * 5000, "[" * 100_000])
def test_admin_refuses_what_is_no_list_of_texts(client: Client, typed: str) -> None:
    publisher = PublisherFactory(names=["Old"], domains=[])
    assert submit(client, publisher, names=typed, domains="[]") == 200
    publisher.refresh_from_db()
    assert publisher.names == ["Old"]


@pytest.mark.parametrize(
    ("typed", "stored"), [("", []), ("null", []), ("[]", []), ('["TASS", "ТАСС"]', ["TASS", "ТАСС"])]
)
def test_admin_stores_lists(client: Client, typed: str, stored: list[str]) -> None:
    publisher = PublisherFactory(names=["Old"], domains=["old.example"])
    assert submit(client, publisher, names=typed, domains=typed) == 302
    publisher.refresh_from_db()
    assert (publisher.names, publisher.domains) == (stored, stored)


@pytest.mark.parametrize(
    "make",
    [
        lambda name: SpeakerFactory(preferred_name=name),
        lambda name: VariantNameFactory(text=name),
        lambda name: CountryNameFactory(text=name),
    ],
    ids=["speaker", "variant", "country name"],
)
def test_a_name_that_unfolds_beyond_its_column_is_cut(make: Any) -> None:
    record = make("ﷺ" * 100)
    record.refresh_from_db()
    assert len(record.folded) == 200
