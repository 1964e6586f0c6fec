"""A PostgreSQL that stops in the middle of an ingest: a clear end, and the rest is taken in later."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests import postgres
from tests.faults.archives import Archive, Postgresql, check_files, do, dump, empty_archive, engine
from tests.faults.processes import Ended, Forker

pytestmark = pytest.mark.timeout(600)  # whole archives at work, on a machine that may be busy

STOPS = (1, 6, 12)  # articles taken in when the server stops
STORIES = 30
STORY = """The ministers met for the {number}. time

Russian Foreign Minister Sergey Lavrov said on Monday that round {number} of the talks would go on.
“We are ready for round {number},” he said. Ankara rejected the {number}. proposal.
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[postgres.Cluster]:
    if not isinstance(engine(), Postgresql):
        pytest.skip("a server of its own is stopped in the run on PostgreSQL")
    binaries = postgres.find_binaries()
    assert binaries, "no PostgreSQL server programs: on Debian, apt-get install postgresql"
    with postgres.cluster(binaries) as running:
        yield running


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(STORIES):
        (folder / f"{number:03}.txt").write_text(STORY.format(number=number))
    return folder


def test_a_server_that_stops_in_the_middle_is_told_and_the_rest_taken_in_later(
    cluster: postgres.Cluster, stories: Path, tmp_path: Path
) -> None:
    forker = Forker(cluster.url)
    empty = empty_archive(Postgresql(cluster.url), tmp_path / "empty", forker)
    undisturbed = empty.clone(tmp_path / "undisturbed")
    do(forker, undisturbed, "ingest", stories)
    archive = empty.clone(tmp_path / "archive")
    for articles in STOPS:
        ended = ingest_until_the_server_stops(cluster, forker, archive, stories, articles)
        text = ended.output.decode()
        assert ended.code == 75, text
        assert "Traceback" not in text
        assert f"the database {archive.database} cannot be used further: it does not answer" in text
        assert "run the command again: what was done before stays" in text
        cluster.start()
    assert count(cluster, archive, "statements_importrun WHERE finished_at IS NULL") == len(STOPS)
    do(forker, archive, "ingest", stories)
    dumped = dump(forker, archive)
    assert dumped == dump(forker, undisturbed)
    check_files(archive, dumped)
    do(forker, archive, "verify")
    forker.close()


def test_a_server_that_is_down_is_told(cluster: postgres.Cluster, stories: Path, tmp_path: Path) -> None:
    forker = Forker(cluster.url)
    archive = Archive(Postgresql(cluster.url), tmp_path, "postgres")
    cluster.stop()
    (ended,) = forker.run(archive.job("ingest", stories))
    cluster.start()
    assert ended.code == 75
    assert b"Traceback" not in ended.output
    assert b"it does not answer" in ended.output
    assert b"DATABASE_URL" in ended.output
    forker.close()


def ingest_until_the_server_stops(
    cluster: postgres.Cluster, forker: Forker, archive: Archive, stories: Path, articles: int
) -> Ended:
    """As in a crash: at once, when so many articles are taken in."""
    ended: list[Ended] = []
    ingesting = threading.Thread(target=lambda: ended.extend(forker.run(archive.job("ingest", stories))))
    ingesting.start()
    while count(cluster, archive, "statements_article") < articles:
        assert ingesting.is_alive()
    cluster.stop("immediate")
    ingesting.join()
    return ended[0]


def count(cluster: postgres.Cluster, archive: Archive, rows: str) -> int:
    with psycopg.connect(cluster.url, dbname=archive.database) as connection:
        ((number,),) = connection.execute(f"SELECT count(*) FROM {rows}")
    return number
