"""`ingest --manifest`: what a person knows stands over the text, is logged, and never over a later hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from statements import curation, pipeline
from statements.management.manifest import ManifestError, read_manifest
from statements.models import Article, Edit, Publisher, Statement, User
from statements.records import KnownMetadata, StatedDate
from tests.commands.test_ingest import STORY, dump, ingest
from tests.factories import UserFactory

FACTS = "file,publisher,address,published\nstory.txt,Anadolu Agency,https://example.org/1,2020-07-16\n"

archive = pytest.mark.usefixtures("db", "originals")


def write(folder: Path, facts: str | bytes, story: str = STORY) -> Path:
    """A manifest beside story.txt and other.txt."""
    for name in ("story.txt", "copy.txt"):
        (folder / name).write_text(story)
    (folder / "other.txt").write_text(
        "Another story\n\nTalks were held in Baku on Monday, the ministry said.\n"
    )
    path = folder / "facts.csv"
    path.write_bytes(facts if isinstance(facts, bytes) else facts.encode())
    return path


# --- the file ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [
        FACTS,
        "\ufeff" + FACTS,
        FACTS.replace(",", ";"),
        FACTS.replace(",", "\t").replace("\n", "\r\n"),
        "Published, FILE ,address,publisher\n"
        '2020-07-16,./story.txt,https://example.org/1,"Anadolu Agency"\n\n',
    ],
)
def test_columns_in_any_order_and_any_spreadsheets_dialect(tmp_path: Path, facts: str) -> None:
    (row,) = read_manifest(write(tmp_path, facts)).values()
    assert row.path == str(tmp_path / "story.txt")
    assert row.known == KnownMetadata(
        "Anadolu Agency", "https://example.org/1", StatedDate(date(2020, 7, 16), "day", "curator")
    )


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("2020-07", StatedDate(date(2020, 7, 1), "month", "curator")),
        ("2020", StatedDate(date(2020, 1, 1), "year", "curator")),
        ("", None),
    ],
)
def test_dates_are_as_precise_as_they_are_written(tmp_path: Path, written: str, known: StatedDate) -> None:
    (row,) = read_manifest(write(tmp_path, f"file,published\nstory.txt,{written}\n")).values()
    assert row.known == KnownMetadata(published=known)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ("", "line 1: the columns are missing"),
        ("name,publisher\n", "line 1: the columns are name, publisher: name each once"),
        ("file,file\n", "name each once"),
        ("file,title\nstory.txt,Mine\n", "the columns are file, title"),
        ("file,published\nstory.txt\n", "line 2: 1 cells where the columns are 2"),
        ("file,published\n,2020\n", "line 2: no file is named"),
        ("file,published\ngone.txt,2020\n", "line 2: .*gone.txt is no file"),
        ("file,published\n.,2020\n", "is no file"),
        ("file,published\nstory.txt,2020\nother.txt,16/07/2020\n", "line 3: “16/07/2020” is no date"),
        ("file,published\nstory.txt,2020-02-30\n", "no date"),
        ("file,published\nstory.txt,2020-W29-4\n", "no date"),
        ("file,published\nstory.txt,２０２０\n", "no date"),
        ("file,published\nstory.txt,9999\n", "9999 is yet to come"),
        ("file,published\nstory.txt,0001-01-01\n", "before any newspaper"),
        ("file,published\nstory.txt,2019\ncopy.txt,2020\n", "line 3: the very bytes of line 2 with other"),
        ("file,address\nstory.txt,https://example.org:99999999/\n", "no address"),
        ("file,address\nstory.txt,https://me:secret@example.org/\n", "no address"),
        ("file,address\nstory.txt,javascript:alert(1)\n", "no address"),
        ("file,address\nstory.txt,https://[broken/\n", "no address"),
        ("file,address\nstory.txt,example.org/1\n", "no address: write it out"),
        (f"file,publisher\nstory.txt,{'x' * 201}\n", "no name of up to 200"),
        ("file,publisher\nstory.txt,A\n./story.txt,B\n", "line 3: the file of line 2 again"),
        (
            "file,address\nstory.txt,https://example.org/1\nother.txt,https://example.org/1\n",
            "line 3: the address of line 2 again",
        ),
        ('file,publisher\nstory.txt,"open\n', "no CSV"),
        (f"file,publisher\nstory.txt,{'x' * 200_000}\n", "no CSV"),
        ("file\nstory.txt\n".encode("utf-16"), "not UTF-8"),
    ],
)
def test_a_bad_manifest_is_refused_by_its_line(tmp_path: Path, facts: str | bytes, message: str) -> None:
    with pytest.raises(ManifestError, match=message):
        read_manifest(write(tmp_path, facts))


# --- into the archive -------------------------------------------------------------------


@archive
def test_a_bad_manifest_stops_before_anything_is_taken_in(tmp_path: Path) -> None:
    path = write(tmp_path, "file,published\nstory.txt,tomorrow\n")
    with pytest.raises(
        CommandError, match=r"the manifest .*facts.csv: line 2: “tomorrow” is no date"
    ) as error:
        call_command("ingest", "--manifest", str(path), str(tmp_path))
    assert error.value.returncode == 2
    assert not Article.objects.exists()


@archive
def test_what_a_person_knows_is_taken_with_its_basis_and_logged(tmp_path: Path, curator: User) -> None:
    ingest("--manifest", write(tmp_path, FACTS), "--as", curator.username)
    article = Article.objects.get()
    assert article.publisher == Publisher.objects.get(name="Anadolu Agency")
    assert (article.address, article.published) == ("https://example.org/1", date(2020, 7, 16))
    assert (article.published_precision, article.published_basis) == ("day", "curator")
    edits = Edit.objects.filter(record="article", record_id=article.pk)
    assert {(edit.who, edit.why) for edit in edits} == {(curator, "manifest facts.csv, line 2")}
    assert {edit.field for edit in edits} == {
        "publisher",
        "address",
        "published",
        "published_precision",
        "published_basis",
    }


@archive
def test_dates_are_counted_from_the_day_that_was_told(tmp_path: Path) -> None:
    ingest("--manifest", write(tmp_path, FACTS))
    statement = Statement.objects.get()
    assert (statement.said_edtf, statement.publisher.name) == ("2020-07-13", "Anadolu Agency")


@archive
def test_a_persons_word_stands_over_the_texts(tmp_path: Path) -> None:
    story = STORY.replace("\n\n", "\n\n1 July 2020\n\n", 1)
    ingest("--manifest", write(tmp_path, FACTS, story))
    assert Article.objects.get().published == date(2020, 7, 16)
    assert Edit.objects.get(field="published").old == "2020-07-01"


@archive
def test_twice_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    (tmp_path / "copy.txt").unlink()
    ingest("--manifest", path, tmp_path)
    before = dump()
    assert ingest("--manifest", path, tmp_path)[-1].startswith("0 created, 0 updated, 2 unchanged")
    assert dump() == before
    assert ingest(tmp_path)[-1].startswith("0 created, 0 updated, 2 unchanged")


@archive
def test_the_archive_remembers_it_for_newer_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest("--manifest", write(tmp_path, FACTS))
    monkeypatch.setattr(pipeline, "FINDER_VERSION", "99")
    assert ingest(tmp_path / "story.txt")[-1].startswith("0 created, 1 updated")
    article, statement = Article.objects.get(), Statement.objects.get()
    assert (article.published, article.published_basis) == (date(2020, 7, 16), "curator")
    assert statement.said_edtf == "2020-07-13"


@archive
def test_what_is_told_later_updates_an_article(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    ingest(tmp_path / "story.txt")
    assert Statement.objects.get().said_edtf == ""
    public_id = Statement.objects.get().public_id
    assert ingest("--manifest", path)[-1].startswith("0 created, 1 updated")
    assert (Statement.objects.get().public_id, Statement.objects.get().said_edtf) == (public_id, "2020-07-13")


@archive
def test_a_corrected_manifest_corrects_the_archive(tmp_path: Path) -> None:
    ingest("--manifest", write(tmp_path, FACTS))
    assert ingest("--manifest", write(tmp_path, FACTS.replace("07-16", "07-23")))[-1].startswith(
        "0 created, 1 updated"
    )
    assert Article.objects.get().published == date(2020, 7, 23)
    assert Statement.objects.get().said_edtf == "2020-07-20"


@archive
def test_what_a_curator_set_since_stays_and_is_named(tmp_path: Path, curator: User) -> None:
    path = write(tmp_path, FACTS)
    ingest("--manifest", path)
    article = Article.objects.get()
    curation.correct_article(article, {"published": date(2020, 7, 17)}, who=curator)
    lines = ingest("--manifest", path)
    assert lines[-1].startswith("0 created, 0 updated, 1 unchanged")
    assert "kept as set by hand: published" in lines[-2]
    article.refresh_from_db()
    assert article.published == date(2020, 7, 17)


@archive
def test_a_date_that_a_curator_took_away_dates_nothing(
    tmp_path: Path, curator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, FACTS, STORY.replace("\n\n", "\n\n16 July 2020\n\n", 1))
    ingest(tmp_path / "story.txt")
    assert Statement.objects.get().said_edtf == "2020-07-13"
    nothing = {"published": None, "published_precision": "", "published_basis": ""}
    curation.correct_article(Article.objects.get(), nothing, who=curator)
    monkeypatch.setattr(pipeline, "FINDER_VERSION", "99")
    ingest(tmp_path / "story.txt")
    assert (Article.objects.get().published, Statement.objects.get().said_edtf) == (None, "")


@archive
def test_a_changed_file_is_a_new_version_at_the_told_address(tmp_path: Path) -> None:
    ingest("--manifest", write(tmp_path, FACTS))
    (tmp_path / "story.txt").rename(tmp_path / "moved.txt")
    facts = FACTS.replace("story", "moved")
    write(tmp_path, facts)
    (tmp_path / "moved.txt").write_text(
        "Talks fail\n\nNobody came, Russian Foreign Minister Sergei Lavrov said.\n"
    )
    assert ingest("--manifest", tmp_path / "facts.csv")[-1].startswith("0 created, 1 updated")
    old, new = Article.objects.order_by("id")
    assert (new.replaces, new.address) == (old, "https://example.org/1")


@archive
def test_without_a_name_the_history_names_an_account_that_nobody_can_use(tmp_path: Path) -> None:
    ingest("--manifest", write(tmp_path, FACTS))
    who = Edit.objects.first().who
    assert (who.username, who.is_active, who.has_usable_password()) == ("manifest", False, False)


@archive
def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    UserFactory(username="ada")
    with pytest.raises(CommandError, match="there is no user bob"):
        call_command("ingest", "--manifest", str(write(tmp_path, FACTS)), "--as", "bob")


@archive
def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path) -> None:
    assert ingest("--dry-run", "--manifest", write(tmp_path, FACTS))[-1].startswith("Would be: 1 created")
    assert not (Article.objects.exists() or User.objects.exists())


@archive
def test_a_row_that_meets_no_input_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    with pytest.raises(CommandError, match=r"line 2: .*story.txt is not among the inputs"):
        call_command("ingest", "--manifest", str(path), str(tmp_path / "other.txt"))
    assert not Article.objects.exists()


@archive
def test_a_file_named_by_another_way_is_the_same_file(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(tmp_path)
    ingest("--manifest", link / path.name, tmp_path / "story.txt")
    assert Article.objects.get().published == date(2020, 7, 16)


@archive
@pytest.mark.parametrize("named", ["../secret.txt", "{outside}", "link.txt"])
def test_a_manifest_alone_takes_nothing_from_outside_its_folder(tmp_path: Path, named: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    outside = tmp_path / "secret.txt"
    outside.write_text(STORY)
    (folder / "link.txt").symlink_to(outside)
    manifest = write(folder, f"file,published\n{named.format(outside=outside)},2020\n")
    with pytest.raises(CommandError, match=r"line 2: .*outside the manifest's folder"):
        call_command("ingest", manifest=str(manifest))
    assert not Article.objects.exists()
    call_command("ingest", str(outside), manifest=str(manifest))
    assert Article.objects.get().published == date(2020, 1, 1)


def test_a_file_too_large_for_an_article_is_not_read_to_tell_it_from_others(tmp_path: Path) -> None:
    manifest = write(tmp_path, "file,published\nstory.txt,2020\nhuge.txt,2021\n")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(1 << 40)
    assert len(read_manifest(manifest)) == 2
