"""A sample of what `make fuzz` tries, and the harness itself."""

from __future__ import annotations

import io
import json
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from statements import pipeline
from statements.cleaning.steps import INVISIBLE
from statements.readers import READERS, UnreadableSource
from statements.records import Document
from tests.fuzz import run
from tests.fuzz.corpus import CORPUS
from tests.fuzz.inputs import CUTS, OF_FORMAT, make_input
from tests.fuzz.markup import MARKUP_MUTATIONS
from tests.fuzz.mutations import MUTATIONS, Mutation
from tests.fuzz.named import NAMED, QUICK
from tests.test_pipeline import KNOWLEDGE, check

SEED = 20_200_730
FIRST = {one: len(NAMED[one]) for one in CORPUS}  # the first input that is no named case
BY_CHANCE = {one: FIRST[one] + CUTS * len(CORPUS[one]) for one in CORPUS}

formats = pytest.mark.parametrize("of_format", list(READERS))


def test_every_reader_has_a_corpus() -> None:
    assert set(CORPUS) == set(NAMED) == set(READERS)
    assert set(OF_FORMAT) <= set(READERS)
    assert all(len(sources) >= 3 for sources in CORPUS.values())


@formats
def test_sound_sources_make_articles(of_format: str) -> None:
    for source in CORPUS[of_format]:
        name = f"a{READERS[of_format].endings[0]}"
        assert pipeline.analyse(source, name, KNOWLEDGE).media_type == READERS[of_format].media_type


@pytest.mark.parametrize("mutation", [*MUTATIONS, *MARKUP_MUTATIONS], ids=lambda mutation: mutation.__name__)
def test_a_mutation_changes_something_and_the_same_each_time(mutation: Mutation) -> None:
    source = CORPUS["web page"][-1]
    changed = [mutation(source, random.Random(seed)) for seed in range(5)]
    assert changed == [mutation(source, random.Random(seed)) for seed in range(5)]
    assert any(data != source for data in changed)
    assert isinstance(mutation(b"", random.Random(1)), bytes)


@formats
def test_inputs_are_the_same_for_the_same_seed(of_format: str) -> None:
    number = BY_CHANCE[of_format] + 7
    assert make_input(of_format, 1, number) == make_input(of_format, 1, number)
    assert make_input(of_format, 1, number) != make_input(of_format, 2, number)


@formats
def test_broken_sources_are_read_or_held(of_format: str) -> None:
    kinds: Counter[str] = Counter()
    cuts = range(FIRST[of_format], BY_CHANCE[of_format], 83)
    for number in (*cuts, *range(BY_CHANCE[of_format], BY_CHANCE[of_format] + 50)):
        source = make_input(of_format, SEED, number)
        try:
            analysis = pipeline.analyse(source.data, source.name, KNOWLEDGE)
            check(analysis)
            check_shown(analysis.document)
            kinds["created"] += 1
        except (UnreadableSource, pipeline.NothingToRead) as error:
            assert str(error)
            kinds["held"] += 1
    assert min(kinds.values()) >= 5  # neither so broken that all are held, nor so sound that none is


def check_shown(document: Document) -> None:
    """Nothing that a page would show turns its direction, hides, or is refused by a database."""
    for shown in (document.text, document.title, document.byline, document.publisher, document.address):
        assert not INVISIBLE.search(shown)


@pytest.mark.usefixtures("db", "originals")
def test_no_broken_source_is_refused_by_the_database(tmp_path: Path) -> None:
    """The command itself: what cleaning lets through is what both engines take."""
    folder, report = tmp_path / "in", tmp_path / "report.json"
    folder.mkdir()
    for of_format in READERS:
        for number in range(BY_CHANCE[of_format], BY_CHANCE[of_format] + 20):
            source = make_input(of_format, SEED + 1, number)
            (folder / source.name).write_bytes(source.data)
    with pytest.raises(SystemExit):  # with 1, for some are held
        call_command("ingest", str(folder), "--report", str(report), stdout=io.StringIO())
    outcomes = json.loads(report.read_text())
    assert len(outcomes) == 20 * len(READERS)
    assert [one for one in outcomes if one["result"] == pipeline.REFUSED] == []
    assert all(one["reason"] for one in outcomes if one["result"] == pipeline.HELD)


# --- sources made to hurt -------------------------------------------------------------------


@pytest.mark.skipif(connection.vendor != "sqlite", reason="no engine has a part in it")
@formats
def test_named_sources_end_as_they_should(of_format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a child with the limits of `make fuzz`: 10 s of the processor and 512 MB each."""
    monkeypatch.setenv("DATABASE_URL", "sqlite:///:memory:")
    cases = QUICK[of_format]
    outcomes = list(run.outcomes(of_format, SEED, range(len(cases))))
    assert [(name, one["failure"]) for name, one in zip(cases, outcomes, strict=True) if one["failure"]] == []
    for (name, case), outcome in zip(cases.items(), outcomes, strict=True):
        kind, _, reason = outcome["result"].partition(": ")
        assert (name, kind) == (name, pipeline.HELD if case.told else pipeline.CREATED)
        assert case.told in reason, name


# --- the harness ------------------------------------------------------------------------------


def test_an_input_that_a_worker_dies_of_is_told_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = "import sys, os\nfor n in range(*map(int, sys.argv[3:])):\n"
    answer += '    os._exit(9) if n == 5 else print(\'{"failure": "", "number": %d}\' % n, flush=True)'
    monkeypatch.setattr(run, "WORKER", answer)
    outcomes = list(run.outcomes("plain text", 1, range(1, 10, 2)))
    assert [outcome["number"] for outcome in outcomes] == [1, 3, 5, 7, 9]
    assert [outcome["number"] for outcome in outcomes if outcome["failure"]] == [5]


def limited(work: str) -> subprocess.CompletedProcess[str]:
    code = "import re\nfrom tests.fuzz import limits\n"
    code += "limits.PROCESSOR_SECONDS = 0.2\nlimits.limit_this_process()\n"
    command = [sys.executable, "-c", f"{code}with limits.timed():\n    {work}\nprint('done')"]
    return subprocess.run(command, cwd=run.ROOT, capture_output=True, text=True, check=False)


def test_a_hang_is_ended_with_its_stack_even_in_a_pattern() -> None:
    for work in ("while True: pass", "re.match('(a*)*b', 'a' * 60)"):
        ended = limited(work)
        assert ended.returncode == -signal.SIGPROF
        assert "most recent call first" in ended.stderr


def test_too_much_memory_is_refused() -> None:
    ended = limited("bytes(600 * 1024 * 1024)")
    assert "MemoryError" in ended.stderr
    assert limited("bytes(300 * 1024 * 1024)").stdout == "done\n"


def test_a_failure_is_shown_with_the_way_to_try_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "KEPT", tmp_path / "var" / "fuzz")
    number = FIRST["plain text"] + 5
    monkeypatch.setattr(run, "outcomes", lambda *_: iter([{"number": number, "failure": "ValueError: no"}]))
    assert run.fuzz("plain text", 3, range(1)) == 1
    shown = capsys.readouterr().out
    assert f'make fuzz FORMAT="plain text" SEED=3 ONLY={number}' in shown
    assert "ValueError: no" in shown
    kept = tmp_path / "var" / "fuzz" / f"3-{number}.txt"
    assert kept.read_bytes() == make_input("plain text", 3, number).data
