"""`manage.py ingest` on the seeds and on bad input, end to end."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from statements import curation, pipeline
from statements.models import Article, Country, Edit, ImportOutcome, Original, Statement, User
from statements.models.article import path_of
from tests.conftest import SEEDS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("originals")]

STORY = "Talks go on\n\nRussian Foreign Minister Sergei Lavrov said on Monday that the talks would go on.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def ingest(*arguments: object, code: int = 0) -> list[str]:
    """What the command prints, line by line; checks its exit code."""
    out = io.StringIO()
    ended = 0
    try:
        call_command("ingest", *map(str, arguments), stdout=out)
    except SystemExit as error:
        ended = int(error.code or 0)
    assert ended == code, out.getvalue()
    return out.getvalue().splitlines()


def dump() -> dict[str, list[dict]]:
    """Everything in the archive but runs and outcomes."""
    models = apps.get_app_config("statements").get_models(include_auto_created=True)
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in models
        if model.__name__ not in ("ImportRun", "ImportOutcome")
    }


def test_seeds_are_created_and_summed_up() -> None:
    lines = ingest(SEEDS)
    assert lines[0].startswith("No authority records yet: loaded ")
    assert [line.split()[0] for line in lines[1:-1]] == ["created"] * 5
    assert lines[-1] == "5 created, 0 updated, 0 unchanged, 0 held, 0 refused"
    assert Article.objects.count() == 5
    assert Statement.objects.count() >= 40


def test_second_run_reports_unchanged_and_changes_nothing() -> None:
    ingest(SEEDS)
    before = dump()
    assert ingest(SEEDS)[-1] == "0 created, 0 updated, 5 unchanged, 0 held, 0 refused"
    assert dump() == before


def test_originals_are_kept_byte_for_byte() -> None:
    ingest(SEEDS)
    kept = {path_of(original.sha256).read_bytes() for original in Original.objects.all()}
    assert kept == {path.read_bytes() for path in SEEDS.glob("*.txt")}


def test_newer_extractor_leaves_what_a_person_decided(monkeypatch: pytest.MonkeyPatch, curator: User) -> None:
    ingest(SEEDS)
    approved, rejected, corrected = Statement.objects.order_by("id")[:3]
    curation.approve(approved, who=curator)
    curation.reject(rejected, who=curator, why="a teaser")
    curation.correct(corrected, {"act": "thanks"}, who=curator)
    article = corrected.article
    curation.correct_article(article, {"title": "A better title"}, who=curator)
    decided = Statement.objects.filter(pk__in=[approved.pk, rejected.pk, corrected.pk]).order_by("pk")
    before = list(decided.values())
    monkeypatch.setattr(pipeline, "FINDER_VERSION", "99")
    assert ingest(SEEDS)[-1].startswith("0 created, 5 updated")
    assert list(decided.values()) == before
    article.refresh_from_db()
    assert (article.title, article.extractor_version) == ("A better title", "99")
    assert Edit.objects.count() == 5  # a correction logs its field and the state


def test_dry_run_says_the_same_and_writes_nothing(originals: Path) -> None:
    lines = ingest("--dry-run", SEEDS)
    assert lines[-1] == "Would be: 5 created, 0 updated, 0 unchanged, 0 held, 0 refused"
    assert not Article.objects.exists()
    assert not Country.objects.exists()
    assert not originals.exists()


def test_report_tells_every_outcome(story: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    ingest("--report", report, story, tmp_path / "missing.txt", code=1)
    created, refused = json.loads(report.read_text())
    assert (created["result"], created["article"]) == ("created", Article.objects.get().public_id)
    assert (refused["result"], refused["original"]) == ("refused", None)
    assert "no such file" in refused["reason"]


def test_changed_file_is_updated(story: Path) -> None:
    ingest(story)
    story.write_text(STORY + "\nHe said the talks were useful.\n")
    assert ingest(story)[-1] == "0 created, 1 updated, 0 unchanged, 0 held, 0 refused"
    old, new = Article.objects.order_by("id")
    assert (old.superseded, new.replaces) == (True, old)


def test_standard_input_is_an_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(STORY.encode())

    monkeypatch.setattr(sys, "stdin", Piped())
    assert ingest("-")[-1].startswith("1 created")
    assert ImportOutcome.objects.get().location == ""


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n\x00\x01\x02 binary")


def make_furniture(path: Path) -> None:
    path.write_text("Share\n\nXS\nSM\nMD\nLG\n")


@pytest.mark.parametrize("make", [make_empty, make_pdf, make_furniture])
def test_input_that_is_no_article_is_held_with_its_bytes(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "input.txt"
    make(path)
    for _ in range(2):
        assert ingest(path, code=1)[-1] == "0 created, 0 updated, 0 unchanged, 1 held, 0 refused"
    outcome = ImportOutcome.objects.first()
    assert outcome.reason
    assert path_of(outcome.original.sha256).read_bytes() == path.read_bytes()
    assert (Original.objects.count(), Article.objects.count()) == (1, 0)


def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    lines = ingest(pipe, code=1)
    assert "not a regular file" in lines[-2]


def test_one_bad_input_does_not_stop_the_rest(story: Path, tmp_path: Path) -> None:
    assert ingest(tmp_path / "gone.txt", story, code=1)[-1].startswith("1 created")


def test_nothing_to_read_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="nothing to read") as error:
        call_command("ingest", str(tmp_path))
    assert error.value.returncode == 2


def test_verbose_shows_each_statement(story: Path) -> None:
    lines = ingest("-v", "2", story)
    assert any("Sergey Lavrov: the talks would go on" in line for line in lines)


def test_quiet_shows_the_summary_alone(story: Path) -> None:
    pipeline.load_shipped_authorities()
    assert ingest("-v", "0", story) == ["1 created, 0 updated, 0 unchanged, 0 held, 0 refused"]


def test_block_that_a_curator_gave_back_is_read_at_the_next_ingest(story: Path, curator: User) -> None:
    story.write_text(
        f"{STORY}\nRead more: Turkish President Recep Tayyip Erdogan said that they would fail.\n"
    )
    ingest(story)
    article = Article.objects.get()
    assert article.statements.count() == 1
    curation.change(article.blocks.get(reason="related story"), {"active": False}, who=curator)
    assert ingest(story)[-1].startswith("0 created, 1 updated")
    assert ingest(story)[-1].startswith("0 created, 0 updated, 1 unchanged")
    assert {s.words for s in article.statements.all()} == {"the talks would go on", "they would fail"}
