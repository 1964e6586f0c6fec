"""Names, disks, terminals and databases that misbehave: one input never stops the rest."""

from __future__ import annotations

import errno
import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, connection, transaction

from statements import pipeline
from statements.management import sources
from statements.management.commands import ingest as command
from statements.management.sources import RefusedSource, Source, find_sources
from statements.management.terminal import TerminalCommand, one_line, printable
from statements.models import Article, ImportOutcome, ImportRun
from statements.store import originals as kept
from tests.commands.test_ingest import STORY, ingest

ROOT = Path(__file__).resolve().parent.parent.parent

archive = pytest.mark.usefixtures("db", "originals")


def write(folder: Path, name: bytes, text: str = STORY) -> str:
    path = os.fsencode(folder) + b"/" + name
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return os.fsdecode(path)


# --- names ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain – Çavuşoğlu.txt", "plain – Çavuşoğlu.txt"),
        ("bad\udcff.txt", r"bad\xff.txt"),
        ("half\ud800", r"half\xed\xa0\x80"),
        ("a\x1b[2Jb\nc\x7f\x9b\u202e", r"a\x1b[2Jb\nc\x7f\x9b\u202e"),
    ],
)
def test_what_is_shown_is_printable(raw: str, shown: str) -> None:
    assert printable(raw) == shown


@archive
def test_names_that_are_no_text_are_shown_escaped_and_read_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, b"bad\xff.txt")
    write(folder, b"esc\x1b[2J.txt", "Another story\n\n" + STORY)
    report = os.fsdecode(os.fsencode(tmp_path) + b"/report\xfe.json")
    lines = ingest("--report", report, folder)
    assert lines[-1].startswith("2 created")
    assert not any("\x1b" in line for line in lines)
    assert rf"{folder}/bad\xff.txt" in "\n".join(lines)
    places = [f"{folder}/bad\\xff.txt", f"{folder}/esc\\x1b[2J.txt"]
    assert [row["location"] for row in json.loads(Path(report).read_text())] == places
    assert list(ImportOutcome.objects.order_by("id").values_list("location", flat=True)) == places


@archive
def test_the_runs_command_is_printable(tmp_path: Path) -> None:
    ingest(write(tmp_path, b"bad\xff\x07.txt"))
    assert ImportRun.objects.get().command == rf"ingest {tmp_path}/bad\xff\x07.txt"


def test_extract_reads_names_that_are_no_text(tmp_path: Path) -> None:
    out = io.StringIO()
    call_command("extract", "--jsonl", write(tmp_path, b"bad\xff\x07.txt"), stdout=out)
    assert json.loads(out.getvalue())["id"] == r"bad\xff\x07"


# --- one input that fails ------------------------------------------------------------------


def failing(error: Exception, monkeypatch: pytest.MonkeyPatch, module: object = pipeline) -> None:
    """The first input raises the error, the others are ingested."""
    real = pipeline.ingest
    calls = []

    def fail_once(*args: object, **options: object) -> ImportOutcome:
        calls.append(args)
        if len(calls) == 1:
            with transaction.atomic():
                raise error
        return real(*args, **options)

    monkeypatch.setattr(module, "ingest", fail_once)


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    return [write(tmp_path, b"first.txt", "First\n\n" + STORY), write(tmp_path, b"second.txt")]


@archive
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (DatabaseError("too long\nDETAIL: \x00 a row"), r"DatabaseError: too long DETAIL: \x00 a row"),
        (OSError(errno.EIO, "Input/output error"), "OSError: [Errno 5] Input/output error"),
        (RecursionError(), "RecursionError"),
        (OperationalError("tsvector too long"), "OperationalError: tsvector too long"),
    ],
)
@pytest.mark.parametrize("mode", [[], ["--dry-run"]])
def test_any_failure_ends_one_input(
    two: list[str],
    mode: list[str],
    error: Exception,
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    failing(error, monkeypatch)
    lines = ingest(*mode, *two, code=1)
    assert lines[-1].endswith("1 created, 0 updated, 0 unchanged, 0 held, 1 refused")
    assert f"({reason})" in lines[-3]
    assert "Traceback" not in capsys.readouterr().err
    assert Article.objects.count() == (0 if mode else 1)
    if not mode:
        assert ImportOutcome.objects.get(result="refused").reason == reason


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("originals")
@pytest.mark.parametrize("mode", [[], ["--dry-run"]])
def test_a_statement_that_the_database_refuses_poisons_nothing(
    two: list[str], mode: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, calls = pipeline.keep_original, []

    def fail_once(*args: object, **options: object) -> object:
        calls.append(args)
        if len(calls) == 1:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM nowhere")
        return keep(*args, **options)

    monkeypatch.setattr(pipeline, "keep_original", fail_once)
    lines = ingest(*mode, *two, code=1)
    assert lines[-1].endswith("1 created, 0 updated, 0 unchanged, 0 held, 1 refused")
    assert "nowhere" in lines[-3]


@archive
def test_a_database_that_takes_nothing_more_stops_the_run(
    two: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*args: object, **options: object) -> None:
        raise OperationalError("server closed the connection")

    failing(OperationalError("server closed the connection"), monkeypatch)
    monkeypatch.setattr(command, "record_outcome", gone)
    with pytest.raises(CommandError, match=r"the database .* cannot be used .*server closed") as error:
        ingest(*two)
    assert error.value.returncode == 75
    assert ImportRun.objects.get().finished_at is None


@archive
def test_a_person_can_stop_the_run(two: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "ingest", interrupt)
    with pytest.raises(KeyboardInterrupt):
        ingest(*two)


@archive
@pytest.mark.parametrize("wish", [["-v", "3"], ["--traceback"]])
def test_the_traceback_is_there_for_whoever_asks(
    two: list[str], wish: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing(RecursionError("too deep"), monkeypatch)
    ingest(*wish, *two, code=1)
    assert "Traceback" in capsys.readouterr().err


def test_extract_goes_on_too(
    two: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = pipeline.analyse

    def fail_on_first(data: bytes, name: str, knowledge: pipeline.Knowledge) -> pipeline.Analysis:
        if name == "first.txt":
            raise RecursionError("too deep")
        return real(data, name, knowledge)

    monkeypatch.setattr(pipeline, "analyse", fail_on_first)
    with pytest.raises(SystemExit):
        call_command("extract", *two)
    shown = capsys.readouterr()
    assert "first.txt: RecursionError: too deep" in shown.err
    assert "second.txt: Talks go on" in shown.out


# --- disks and folders ----------------------------------------------------------------------


def refuse_usage(*arguments: str) -> str:
    with pytest.raises(CommandError) as error:
        call_command("ingest", *arguments, stdout=io.StringIO())
    assert error.value.returncode == 2
    assert not Article.objects.exists()
    return str(error.value)


@archive
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_originals_that_cannot_be_kept_stop_the_run(
    two: list[str], originals: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, data: bytes) -> None:
        raise OSError(number, os.strerror(number), None if number == errno.ENOSPC else str(path))

    monkeypatch.setattr(kept, "_write_whole", fail)
    message = refuse_usage(*two)
    assert str(originals) in message
    assert ("free space" if number == errno.ENOSPC else "let this account write") in message


@archive
def test_an_originals_folder_that_cannot_be_is_found_first(two: list[str], originals: Path) -> None:
    originals.write_text("a file stands here")
    message = refuse_usage(*two)
    assert str(originals) in message
    assert "ORIGINALS_DIR" in message
    assert not ImportRun.objects.exists()


@archive
@pytest.mark.parametrize("name", ["missing/report.json", "."])
def test_a_report_that_cannot_be_written_is_found_first(two: list[str], tmp_path: Path, name: str) -> None:
    assert "report" in refuse_usage("--report", str(tmp_path / name), *two)
    assert not ImportRun.objects.exists()


@archive
def test_an_unreadable_folder_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, b"story.txt")
    closed = tmp_path / "closed"
    closed.mkdir()
    scan = os.scandir

    def deny(path: object) -> object:
        if os.fspath(path) == str(closed):
            raise PermissionError(errno.EACCES, "Permission denied", str(closed))
        return scan(path)

    monkeypatch.setattr(os, "scandir", deny)
    lines = ingest(tmp_path, code=1)
    assert lines[-1].startswith("1 created")
    assert f"refused    {closed}  (this folder cannot be read: Permission denied" in lines[-2]
    assert ImportOutcome.objects.get(result="refused").location == str(closed)


# --- paths that lead elsewhere ------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one story; beside it, a secret that nobody named."""
    write(tmp_path, b"secret.txt", "Secret\n\nNot for the archive.\n")
    (tmp_path / "in" / "deep").mkdir(parents=True)
    write(tmp_path / "in" / "deep", b"story.txt")
    return tmp_path / "in"


def found(*paths: Path | str) -> list[str]:
    return [Path(source.path).name for source in find_sources([str(path) for path in paths])]


def refusal(source: Source) -> str:
    with pytest.raises(RefusedSource) as refused:
        source.read()
    return str(refused.value)


def only(path: Path | str) -> Source:
    (source,) = find_sources([str(path)])
    return source


def test_links_in_a_folder_are_passed_over(folder: Path) -> None:
    (folder / "outside.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "inside.txt").symlink_to(folder / "deep" / "story.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "nowhere.txt").symlink_to("/nowhere/at/all")
    (folder / "up").symlink_to(folder.parent)
    (folder / "round").symlink_to(folder)
    assert found(folder) == ["story.txt"]


def test_a_link_that_is_named_is_followed(folder: Path) -> None:
    link, way = folder.parent / "link.txt", folder.parent / "way"
    link.symlink_to(folder / "deep" / "story.txt")
    way.symlink_to(folder)
    assert only(link).read() == STORY.encode()
    assert found(way) == ["story.txt"]
    assert only(way).read() == STORY.encode()


def test_a_name_may_lead_up_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = only(f"{folder}/../secret.txt")
    assert source.location == str(folder.parent / "secret.txt")
    assert source.read().startswith(b"Secret")
    # Behind a link ".." is the parent of where it leads.
    (folder.parent / "way").symlink_to(folder / "deep")
    monkeypatch.chdir(folder.parent)
    assert only("way/../deep/story.txt").location == str(folder / "deep" / "story.txt")
    assert only("way/../deep").read() == STORY.encode()


@pytest.mark.parametrize("taken", ["deep/story.txt", "deep"])
def test_a_link_that_takes_a_place_after_the_listing_is_not_followed(folder: Path, taken: str) -> None:
    source = only(folder)
    (folder / taken).rename(folder.parent / "moved")
    (folder / taken).symlink_to(folder.parent / ("secret.txt" if taken.endswith("txt") else "moved"))
    assert "cannot be read" in refusal(source)


@pytest.mark.parametrize(
    ("take", "told"),
    [
        (lambda path: None, "there is no such file, or no longer"),
        (os.mkfifo, "not a regular file"),
        (lambda path: path.mkdir(), "not a regular file"),
    ],
)
def test_a_file_that_goes_or_changes_after_the_listing_is_refused(
    folder: Path, take: Callable[[Path], object], told: str
) -> None:
    source = only(folder)
    (folder / "deep" / "story.txt").unlink()
    take(folder / "deep" / "story.txt")
    assert told in refusal(source)


def test_what_is_no_file_is_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(folder / "socket.txt"))
    sources = [source for source in find_sources([str(folder)]) if "story" not in source.path]
    sources += [only(path) for path in (folder / "pipe.txt", "/dev/zero", "/dev/full")]
    assert len(sources) == 5
    assert all("not a regular file (a pipe, device or socket)" in refusal(source) for source in sources)


def test_names_that_no_file_can_have_are_refused(folder: Path) -> None:
    assert "File name too long" in refusal(only(folder / ("n" * 300 + ".txt")))
    assert "no such file" in refusal(only(folder / "nowhere.txt"))
    loop = folder / "loop.txt"
    loop.symlink_to(loop)
    assert "circle" in refusal(only(loop))


def test_a_file_that_may_not_be_read_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = only(folder)
    opened = os.open

    def deny(path: str, *args: object, **options: object) -> int:
        if path == "story.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return opened(path, *args, **options)

    monkeypatch.setattr(os, "open", deny)
    before = os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else []
    assert "Permission denied" in refusal(source)
    after = os.listdir("/proc/self/fd") if before else []
    assert len(after) == len(before)


@archive
def test_a_line_break_in_a_name_breaks_no_line(folder: Path) -> None:
    write(folder, b"two\nlines.txt", "Another\n\n" + STORY)
    lines = ingest(folder)
    assert lines[-1].startswith("2 created")
    assert any(r"two\nlines.txt" in line for line in lines)


@archive
def test_a_file_listed_twice_is_taken_in_once(folder: Path) -> None:
    lines = ingest(folder, folder / "deep" / "story.txt", folder)
    assert lines[-1].startswith("1 created, 0 updated, 2 unchanged")
    assert Article.objects.count() == 1


# --- standard input and output ---------------------------------------------------------------


def test_closed_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources.sys, "stdin", None)
    with pytest.raises(RefusedSource, match="standard input is closed"):
        next(find_sources(["-"])).read()


def manage(shell: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A command line in a shell of its own, with an archive of its own."""
    settings = {
        "DEBUG": "true",
        "DATABASE_URL": f"sqlite:///{folder / 'archive.sqlite3'}",
        "ORIGINALS_DIR": str(folder / "originals"),
        "MANAGE": f"{sys.executable} {ROOT / 'manage.py'}",
    }
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {shell}"],
        env={"PATH": os.environ["PATH"], "HOME": str(folder), **settings, **environment},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_a_terminal_without_our_letters_gets_escapes(tmp_path: Path) -> None:
    story = tmp_path / "Çavuşoğlu.txt"
    story.write_text("Talks\n\nTurkish Foreign Minister Mevlüt Çavuşoğlu said on Monday that “Bakı” won.\n")
    done = manage(f"$MANAGE extract {story}; $MANAGE extract --jsonl {story}", tmp_path, **ASCII)
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\u015f" in done.stdout
    assert json.loads(done.stdout.splitlines()[-1])["text"].startswith("Talks")
    done = manage(f"$MANAGE migrate -v0 && $MANAGE ingest -v2 {story} - <&-", tmp_path, **ASCII)
    assert done.returncode == 1, done.stderr
    assert b"standard input is closed" in done.stdout
    assert b"1 created" in done.stdout


def test_nobody_reading_on_is_no_failure(tmp_path: Path) -> None:
    done = manage("$MANAGE extract --jsonl fixtures/seeds | head -c 1", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (141, b"{", b"")


def test_a_broken_pipe_ends_any_command_quietly() -> None:
    class Deaf(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    class Speaking(TerminalCommand):
        requires_system_checks = ()

        def handle(self, *args: object, **options: object) -> None:
            self.stdout.write("words")

    with pytest.raises(SystemExit) as ended:
        call_command(Speaking(), stdout=Deaf())
    assert ended.value.code == 141


@pytest.mark.parametrize("make", [ValueError, KeyError])
def test_a_reason_is_one_short_line(make: Callable[[str], Exception]) -> None:
    reason = one_line(make("a\nb" * 1000))
    assert reason.startswith(make.__name__)
    assert len(reason) <= 500
    assert "\n" not in reason
