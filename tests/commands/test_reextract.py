"""`manage.py reextract` reads kept originals again: addresses stay, and people outrank it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from statements import canonical, curation, pipeline
from statements.models import Article, ImportOutcome, Proposal, Statement, User
from statements.models.article import path_of
from tests.conftest import SEEDS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("originals")]


@pytest.fixture(autouse=True)
def archive(originals: Path) -> None:
    call_command("ingest", str(SEEDS), verbosity=0, stdout=io.StringIO())


def reextract(*arguments: str) -> tuple[int, str]:
    out, code = io.StringIO(), 0
    try:
        call_command("reextract", *arguments, stdout=out)
    except SystemExit as error:
        code = int(error.code or 0)
    return code, out.getvalue()


def without_versions() -> list[dict[str, Any]]:
    return list(canonical.records())


def test_same_extractor_changes_nothing() -> None:
    before = without_versions()
    code, told = reextract("--all")
    assert code == 0
    assert told.startswith("5 read again, 0 not; 0 proposals open")
    assert without_versions() == before


def test_one_article_by_its_id() -> None:
    article = Article.objects.first()
    assert article
    assert reextract(article.public_id)[1].startswith("1 read again")
    assert article.outcomes.count() == 2


def test_articles_since_a_day() -> None:
    assert reextract("--since", "2000-01-01")[1].startswith("5 read again")
    assert reextract("--since", "2999-01-01")[1].startswith("0 read again")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name articles"),
        (["--all", "zzz"], "name articles"),
        (["zzz"], "zzz is no article"),
    ],
)
def test_command_line_that_names_nothing_is_refused(arguments: list[str], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        call_command("reextract", *arguments)


def test_day_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError, match="is no day"):
        call_command("reextract", "--since", "Thursday")


def test_lost_original_is_told_and_the_rest_is_read() -> None:
    article = Article.objects.first()
    assert article
    path_of(article.original.sha256).unlink()
    code, told = reextract("--all")
    assert code == 1
    assert "4 read again, 1 not" in told
    assert ImportOutcome.objects.filter(result="refused", article=article).count() == 1


def test_newer_extractor_rewrites_its_own_and_proposes_to_people(
    curator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = list(Statement.objects.order_by("id").values_list("public_id", flat=True))
    approved, rejected = Statement.objects.filter(act="states").order_by("id")[:2]
    curation.approve(approved, who=curator)
    curation.reject(rejected, who=curator, why="narration")
    really = pipeline.resolve

    def newer(*arguments: Any) -> Any:
        return [replace(one, act="offers") for one in really(*arguments)]

    monkeypatch.setattr(pipeline, "resolve", newer)
    monkeypatch.setattr(pipeline, "FINDER_VERSION", "99/99")
    assert reextract("--all")[0] == 0
    assert list(Statement.objects.order_by("id").values_list("public_id", flat=True)) == ids
    machines = Statement.objects.exclude(pk__in=[approved.pk, rejected.pk])
    assert set(machines.values_list("act", "extractor_version")) == {("offers", "99/99")}
    for statement in (approved, rejected):
        statement.refresh_from_db()
    assert (approved.act, approved.review_state) == ("states", "approved")
    assert (rejected.act, rejected.review_state) == ("states", "rejected")
    [proposal] = Proposal.objects.open()
    assert (proposal.record_id, proposal.field, proposal.value) == (approved.pk, "act", "offers")
