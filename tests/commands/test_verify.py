"""`manage.py verify` finds every fault by its code, and none where there is none."""

from __future__ import annotations

import contextlib
import io
import os
import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import F

from statements import curation, triggers, verification
from statements.models import (
    Article,
    Attribution,
    Country,
    Edit,
    ImportOutcome,
    Original,
    Publisher,
    Speaker,
    Statement,
    StatementPart,
    User,
)
from statements.models.article import path_of
from statements.models.list_row import keep_keys
from statements.provenance import sha256_of
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


@contextlib.contextmanager
def by_hand(kept: str = "keep_search") -> Iterator[None]:
    """What only a hand in the database could do: the triggers look away, and then stand as before."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = origin")
        else:
            away = [name for name in triggers.installed(connection) if not name.startswith(kept)]
            for name in away:
                cursor.execute(f"DROP TRIGGER {name}")
            yield
            for name in away:
                cursor.execute(triggers.declared("sqlite")[name])


def found_after(alter_it: Callable[[], object], **options: str) -> list[str]:
    """What verify finds when the archive was altered so; then everything is as before."""
    with transaction.atomic():
        with by_hand(**options):
            alter_it()
        code, found = verify()
        transaction.set_rollback(True)
    assert code == bool(found)
    return found


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "PAUSE", 0)


@pytest.fixture
def archive(originals: Path) -> None:
    call_command("ingest", str(SEEDS), verbosity=0, stdout=io.StringIO())


@pytest.fixture
def one_article(originals: Path) -> None:
    """With statements in one part and in two."""
    (seed,) = SEEDS.glob("001_*.txt")
    call_command("ingest", str(seed), verbosity=0, stdout=io.StringIO())


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


def alter(rows: type, **values: object) -> Callable[[], None]:
    """Change some fields of the model's first row."""

    def by_update() -> None:
        assert rows.objects.filter(pk=rows.objects.order_by("pk").first().pk).update(**values)

    return by_update


def first_of_several_parts() -> Statement:
    return StatementPart.objects.filter(order=1).earliest("pk").statement


def make_one_text_another(*, with_its_hash: bool) -> None:
    """The last letter of a text's last line, which is in no statement's words."""
    article = Article.objects.get()
    text = article.text[:-1] + "?"
    recorded = {"text_sha256": sha256_of(text)} if with_its_hash else {}
    Article.objects.filter(pk=article.pk).update(text=text, **recorded)


def lose_a_part() -> None:
    first_of_several_parts().parts.get(order=1).delete()


def lose_a_part_and_its_search_text() -> None:
    statement = first_of_several_parts()
    statement.parts.get(order=1).delete()
    index = verification.index_text([statement.parts.get().exact])
    Statement.objects.filter(pk=statement.pk).update(folded=index)


def move_a_part() -> None:
    """To other words that do stand at its offsets."""
    part = StatementPart.objects.filter(end__gt=F("start") + 40).earliest("pk")
    part.start, part.exact = part.start + 9, part.exact[9:]
    part.prefix = part.statement.article.text[part.start - 32 : part.start]
    part.save()


ALTERATIONS = {
    "original, size": (alter(Original, size=1), ["V010"]),
    "text": (lambda: make_one_text_another(with_its_hash=False), ["V004", "V005"]),
    "text and its hash": (lambda: make_one_text_another(with_its_hash=True), ["V005", "V009"]),
    "part's words": (alter(StatementPart, exact="What nobody said"), ["V006", "V009", "V010"]),
    "part's prefix": (alter(StatementPart, prefix="What nobody wrote"), ["V006"]),
    "cue's words": (alter(Statement, cue="whispered"), ["V006"]),
    "source's words": (alter(Attribution, source="Nobody"), ["V006"]),
    "part moved": (move_a_part, ["V009", "V010", "V010"]),
    "part lost": (lose_a_part, ["V009", "V010", "V010"]),
    "part and its search text lost": (lose_a_part_and_its_search_text, ["V009", "V010"]),
    "address of a statement": (alter(Statement, public_id="0000000"), ["V009"]),
    "address of an article": (alter(Article, public_id="0000000"), ["V009"]),
    "occurrence": (alter(Statement, occurrence=7), ["V009"]),
    "hidden": (alter(Statement, listed=False), ["V010"]),
    "date": (alter(Statement, said_edtf="2020-07-32"), ["V010"] * 3),
    "publisher in lists": (alter(Statement, publisher=None), ["V010", "V010"]),
    "outcome without article": (alter(ImportOutcome, article=None), ["V015"]),
}


@pytest.mark.usefixtures("one_article")
def test_what_a_hand_in_the_database_altered_is_found_and_nothing_else() -> None:
    day, publisher = date(2020, 7, 30), Publisher.objects.first()
    said = {"said_earliest": day, "said_latest": day, "said_sort": day}
    Statement.objects.update(publisher=publisher, said_edtf="2020-07-30", said_basis="known", **said)
    Article.objects.update(publisher=publisher)
    keep_keys(Statement.objects.values_list("pk", flat=True))
    assert verify() == (0, [])
    found = {name: found_after(alter_it) for name, (alter_it, _) in ALTERATIONS.items()}
    assert found == {name: codes for name, (_, codes) in ALTERATIONS.items()}
    assert verify() == (0, [])


@pytest.mark.usefixtures("one_article")
def test_text_of_an_older_cleaner_is_not_derived_again() -> None:
    Article.objects.update(cleaner_version="0")
    assert found_after(lambda: make_one_text_another(with_its_hash=False)) == ["V004"]


def take_out(model: type) -> Callable[[], None]:
    """Delete a row and leave those that refer to it."""

    def by_delete() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE id = %s", [model.objects.first().pk])

    return by_delete


@pytest.mark.usefixtures("one_article")
@pytest.mark.parametrize("model", [Article, Original, Publisher, Statement, User])
def test_rows_whose_neighbours_were_taken_out_are_found(model: type, curator: User) -> None:
    curation.approve(Statement.objects.first(), who=curator)
    Article.objects.update(publisher=Publisher.objects.first())
    assert "V012" in found_after(take_out(model))


UNDOINGS = {
    "act": alter(Statement, act="denies"),
    "decision": alter(Statement, review_state="machine"),
    "about": lambda: Statement.objects.earliest("pk").about_countries.clear(),
    "speaker": lambda: Statement.objects.earliest("pk").attributions.update(speaker=None),
    "attribution": lambda: Statement.objects.earliest("pk").attributions.all().delete(),
    "title": alter(Article, title="Another"),
    "date": alter(Article, published=None, published_basis="", published_precision=""),
    "record that is gone": lambda: Publisher.objects.get(slug="made").delete(),
    "log": alter(Edit, new="nothing"),
    "log of nothing": alter(Edit, record="nothing"),
}


@pytest.mark.usefixtures("one_article")
def test_records_that_are_not_as_a_person_left_them_are_found(curator: User) -> None:
    statement, article = Statement.objects.earliest("pk"), Article.objects.earliest("pk")
    turkey, lavrov = Country.objects.get(code="TR"), Speaker.objects.get(slug="sergey-lavrov")
    curation.correct(statement, {"act": "pledges"}, about=[turkey], who=curator)
    spoken = statement.attributions.first()
    curation.correct_attribution(spoken, speaker=lavrov, country=turkey, role="he", who=curator)
    published = {"published": date(2020, 7, 1), "published_precision": "day", "published_basis": "curator"}
    curation.correct_article(article, {"title": "Mended", **published}, who=curator)
    curation.create(Publisher(slug="made", name="Made"), who=curator)
    assert verify() == (0, [])
    found = {name: set(found_after(undo)) for name, undo in UNDOINGS.items()}
    in_keys = {"act", "about", "speaker", "attribution"}
    assert found == {name: {"V010", "V011"} if name in in_keys else {"V011"} for name in UNDOINGS}


@pytest.mark.usefixtures("one_article")
def test_trigger_that_is_gone_or_switched_off_is_found() -> None:
    first, *_ = triggers.drop_statements(connection)
    with connection.cursor() as cursor:
        cursor.execute(first)
        assert verify() == (1, ["V013"])
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE statements_edit DISABLE TRIGGER keep_edit_delete")
            assert verify() == (1, ["V013"] * 2)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's index is made of the rows")
@pytest.mark.usefixtures("one_article")
def test_search_index_that_is_out_of_step_is_found() -> None:
    assert found_after(alter(Statement, folded=" other words "), kept="none") == ["V010", "V014"]
    assert "V014" in found_after(take_out(Statement), kept="none")


@pytest.mark.usefixtures("one_article")
def test_what_an_import_has_put_right_meanwhile_is_no_fault(
    originals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes are there before their row, and the row before what came of it."""
    early = b"kept, and nothing came of it yet"
    original = keep_original(early, media_type="text/plain", location="")
    late = path_of(sha256_of(b"late"))
    late.parent.mkdir(parents=True)
    late.write_bytes(b"late")

    def an_import_goes_on(seconds: float) -> None:
        made = keep_original(b"late", media_type="text/plain", location="")
        for one in (original, made):
            record_outcome(start_run("", ""), "", "held", reason="no article", original=one)

    monkeypatch.setattr(verification.time, "sleep", an_import_goes_on)
    assert verify() == (0, [])


@pytest.mark.usefixtures("one_article")
def test_pipe_in_place_of_an_original_is_not_waited_for() -> None:
    path = path_of(Original.objects.first().sha256)
    path.unlink()
    os.mkfifo(path)
    assert verify() == (1, ["V001"])


def test_original_of_which_nothing_came_is_found(originals: Path) -> None:
    keep_original(b"left by a crash", media_type="text/plain", location="/in/a.txt")
    assert verify() == (1, ["V008"])


@pytest.mark.usefixtures("one_article")
def test_statement_without_words_is_found() -> None:
    Statement.objects.first().parts.all().delete()
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
