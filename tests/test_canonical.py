"""The dump covers the whole archive, and is the same whatever the primary keys."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from statements import canonical, curation
from statements.models import Article, Country, Edit, ImportRun, Proposal, Publisher, Speaker, User
from statements.store.articles import create_article
from tests.building import LAVROV, record, resolved
from tests.factories import CountryFactory, OriginalFactory, PublisherFactory, SpeakerFactory, UserFactory

TEXT = "Lavrov said the talks go on. Lavrov said no more."


def dumped() -> list[dict[str, Any]]:
    return [json.loads(line) for line in canonical.lines()]


def dump_of(*arguments: str) -> str:
    out = io.StringIO()
    call_command("dump", *arguments, stdout=out)
    return out.getvalue()


def build(*, reverse: bool = False) -> None:
    """A small archive; built the other way round its rows have other primary keys."""
    for code in sorted(("RU", "TR", "AM"), reverse=reverse):
        CountryFactory(code=code, name=f"Land {code}")
    for name in sorted(("Öz", "Zulu", "alpha", "a-b", "ab"), reverse=reverse):
        PublisherFactory(slug=name.lower().replace("ö", "o"), name=name)
    for slug in sorted(("sergey-lavrov", "hakan-fidan"), reverse=reverse):
        SpeakerFactory(slug=slug, preferred_name=slug, country=None)
    if reverse:
        ImportRun.objects.create(pipeline_version="another")
    ada = UserFactory(username="ada")
    words = ("the talks go on", "no more")
    made = record(
        TEXT,
        *(resolved(TEXT, part, source="Lavrov", speaker=LAVROV, about=("AM", "TR")) for part in words),
        mentions=("RU", "AM"),
        publisher="Zulu",
    )
    article = create_article(made, OriginalFactory(sha256="a" * 64, location="/in/a.txt", size=9))
    curation.correct_article(article, {"publisher": Publisher.objects.get(slug="alpha")}, who=ada)
    first = article.statements.order_by("start").first()
    attribution = first.attributions.get()
    fidan, turkey = Speaker.objects.get(slug="hakan-fidan"), Country.objects.get(code="TR")
    curation.correct_attribution(attribution, speaker=fidan, country=turkey, role="he", who=ada)
    curation.correct(first, {"act": "denies"}, about=[turkey], who=ada, why="read it")


@pytest.mark.django_db
def test_every_model_and_field_is_dumped_or_named_as_left_out() -> None:
    ours = set(apps.get_app_config("statements").get_models(include_auto_created=True))
    assert ours == {*canonical.KEYS, *canonical.LEFT_OUT_MODELS, Edit, Proposal}
    build()
    for model in canonical.KEYS:
        names = {field.name for field in model._meta.concrete_fields if not field.primary_key}
        left_out = canonical.LEFT_OUT_FIELDS.get(model, set())
        assert left_out <= names
        rows = [row for row in dumped() if row["record"] == model._meta.model_name]
        assert len(rows) == model._default_manager.count()
        assert all(set(row) == {"record"} | names - left_out for row in rows)


def test_every_field_of_an_edit_is_dumped() -> None:
    fields = {field.name for field in Edit._meta.concrete_fields}
    as_it_is = {"field", "old", "new", "who", "when", "why", "reverts"}
    assert fields == {"id", "action", "record", "record_id"} | as_it_is  # "of" holds the record


@pytest.mark.django_db
def test_records_and_edits_name_everything_by_natural_keys() -> None:
    build()
    rows = dumped()
    (article,) = (row for row in rows if row["record"] == "article")
    assert (article["original"], article["publisher"], article["replaces"]) == ("a" * 64, "alpha", None)
    edits = {(*row["of"], row["field"]): row for row in rows if row["record"] == "edit"}
    first = next(row for row in rows if row["record"] == "statement" and row["act"] == "denies")["public_id"]
    moved = edits["article", article["public_id"], "publisher"]
    assert (moved["old"], moved["new"], moved["who"]) == ("zulu", "alpha", "ada")
    spoken = edits["statement", first, "attribution 0: speaker"]
    assert (spoken["old"], spoken["new"]) == ("sergey-lavrov", "hakan-fidan")
    assert edits["statement", first, "attribution 0: country"]["new"] == "TR"
    assert edits["statement", first, "about_countries"]["old"] == ["AM", "TR"]
    assert edits["statement", first, "act"]["why"] == "read it"
    slugs = [row["slug"] for row in rows if row["record"] == "publisher"]
    assert slugs == sorted(slugs) == ["a-b", "ab", "alpha", "oz", "zulu"]


@pytest.mark.django_db
def test_the_dump_is_the_same_whatever_the_primary_keys_and_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2020, 7, 30, tzinfo=UTC))
    with transaction.atomic():
        build()
        once, keys = dumped(), primary_keys()
        transaction.set_rollback(True)
    build(reverse=True)
    assert primary_keys() != keys
    assert dumped() == once


@pytest.mark.django_db
def test_the_moment_of_an_edit_is_dumped_unless_a_manifest_made_it() -> None:
    """A person's moment is history; a manifest's is when the ingest came by."""
    build()
    article, ada = Article.objects.get(), User.objects.get()
    curation.correct_article(article, {"language": "en"}, who=ada, why="manifest facts.csv, line 2")
    moments = {row["field"]: row["when"] for row in dumped() if row["record"] == "edit"}
    assert moments["language"] is None
    assert moments["publisher"] is not None


def primary_keys() -> dict[str, int]:
    return dict(Publisher.objects.values_list("slug", "pk"))


@pytest.mark.django_db(transaction=True)
def test_command_writes_the_lines_or_their_digest() -> None:
    build()
    text = dump_of()
    assert text == "".join(canonical.lines())
    assert text.isascii()
    assert dump_of("--sha256") == hashlib.sha256(text.encode()).hexdigest() + "\n"
    PublisherFactory(slug="written-after-a-dump")  # the connection takes writes again
