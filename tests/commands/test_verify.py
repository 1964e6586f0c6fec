"""`manage.py verify` finds every fault by its code, and none where there is none."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from statements import triggers
from statements.models import Article, Original, Statement
from statements.models.article import path_of
from statements.store.originals import keep_original
from statements.store.runs import record_outcome, start_run
from tests.conftest import SEEDS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("originals")]


def verify(*arguments: str) -> tuple[int, list[str]]:
    """Exit code, and the codes of the faults in the order found."""
    out, code = io.StringIO(), 0
    try:
        call_command("verify", *arguments, stdout=out)
    except SystemExit as error:
        code = int(error.code or 0)
    return code, [line.split()[0] for line in out.getvalue().splitlines() if line.startswith("V0")]


@pytest.fixture
def archive(originals: Path) -> None:
    call_command("ingest", str(SEEDS), verbosity=0, stdout=io.StringIO())


@pytest.mark.usefixtures("archive")
def test_sound_archive_is_found_sound() -> None:
    assert verify() == (0, [])
    assert verify("--sample", "2") == (0, [])


def test_each_flipped_bit_is_found_and_nothing_else(originals: Path) -> None:
    """One bit in each of 200 originals, among 50 that nobody touched."""
    texts = [f"text {number}\n".encode() * 9 for number in range(250)]
    kept = [keep_original(text, media_type="text/plain", location="") for text in texts]
    run = start_run("", "")
    for original in kept:
        record_outcome(run, "", "held", reason="no article", original=original)
    chance = random.Random(1)
    for original in kept[:200]:
        path = path_of(original.sha256)
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
    assert verify() == (1, ["V002"] * 200)


@pytest.mark.usefixtures("archive")
def test_missing_original_and_stray_file_are_found(originals: Path) -> None:
    path_of(Original.objects.first().sha256).unlink()
    (originals / "sha256" / "stray").write_bytes(b"?")
    assert verify() == (1, ["V001", "V003"])


@pytest.mark.usefixtures("archive")
def test_text_that_was_altered_behind_the_triggers_is_found() -> None:
    """What only a hand in the database file could do: the triggers are taken away for it."""
    article = Article.objects.get(title__startswith="Russia Urges")
    with connection.cursor() as cursor:
        for sql in triggers.drop_statements(connection):
            cursor.execute(sql)
    Article.objects.filter(pk=article.pk).update(text=article.text.replace("Akar", "Agar"))
    code, found = verify()
    assert code == 1
    assert found[:2] == ["V004", "V005"]
    assert set(found[2:]) == {"V006"}


@pytest.mark.usefixtures("archive")
def test_text_of_an_older_cleaner_is_not_derived_again() -> None:
    Article.objects.update(cleaner_version="0")
    with connection.cursor() as cursor:
        for sql in triggers.drop_statements(connection):
            cursor.execute(sql)
    Statement.objects.update(cue_start=None, cue_end=None, cue="")
    article = Article.objects.first()
    Article.objects.filter(pk=article.pk).update(text=article.text + " ")
    assert verify() == (1, ["V004"])


@pytest.mark.usefixtures("archive")
def test_pipe_in_place_of_an_original_is_not_waited_for() -> None:
    path = path_of(Original.objects.first().sha256)
    path.unlink()
    os.mkfifo(path)
    assert verify() == (1, ["V001"])


def test_original_of_which_nothing_came_is_found(originals: Path) -> None:
    keep_original(b"left by a crash", media_type="text/plain", location="/in/a.txt")
    assert verify() == (1, ["V008"])


@pytest.mark.usefixtures("archive")
def test_statement_without_words_is_found() -> None:
    statement = Statement.objects.first()
    statement.parts.all().delete()
    assert verify() == (1, ["V007"])


def test_text_derives_by_any_name_that_it_was_ingested_by(originals: Path, tmp_path: Path) -> None:
    """Held as a page for its nesting, taken in as a text: the same bytes, two names."""
    source = tmp_path / "nested.html"
    story = "Talks go on\n\nRussian Foreign Minister Sergei Lavrov said that the talks would go on.\n"
    source.write_text(story + "<i>" * 600)
    text = tmp_path / "nested.txt"
    text.write_bytes(source.read_bytes())
    for path, code in ((source, 1), (text, 0)):
        try:
            call_command("ingest", str(path), verbosity=0, stdout=io.StringIO())
        except SystemExit as error:
            assert error.code == code
    assert Article.objects.count() == 1
    assert verify() == (0, [])


@pytest.mark.parametrize("number", ["-1", "0", "many", "9" * 30])
def test_sample_is_a_number_of_originals(number: str) -> None:
    with pytest.raises(CommandError, match="no number of originals"):
        call_command("verify", f"--sample={number}")
