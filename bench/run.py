"""Measure speed: `make bench`. Prints figures and judges nothing.

Machines differ and are noisy: compare figures of one run, not of two machines.
``STATEMENTS=100000 make bench`` measures the admin on a made-up archive of that
size; without it on a small one.
"""

from __future__ import annotations

import io
import os
import resource
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ.update(DEBUG="true", DATABASE_URL="sqlite:///:memory:", SECRET_KEY="", ALLOWED_HOSTS="")
os.environ["ORIGINALS_DIR"] = str(ROOT / "var" / "bench-originals")

SEEDS = sorted((ROOT / "fixtures" / "seeds").glob("*.txt"))


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest round: the one least disturbed."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def measure_text_layers() -> None:
    import django

    django.setup()
    from statements import pipeline

    start = time.perf_counter()
    knowledge = pipeline.shipped_knowledge()
    print(f"authority index from fixtures/   {1000 * (time.perf_counter() - start):8.0f} ms")
    sources = [(path.read_bytes(), path.name) for path in SEEDS]
    words = sum(len(data.split()) for data, _ in sources)
    seconds = best_of(5, lambda: [pipeline.analyse(data, name, knowledge) for data, name in sources])
    print(f"read, clean, extract and resolve {words / seconds:8.0f} words/s ({words:,} words of the seeds)")


def measure_names() -> None:
    """The index of authority records: load, memory, and all its names looked up as a text prints them."""
    from statements.authority_files import read_authorities
    from statements.resolution import AuthorityIndex, read_names

    seconds = best_of(3, lambda: AuthorityIndex(read_authorities()))
    tracemalloc.start()
    authorities = read_authorities()
    index = AuthorityIndex(authorities)
    size = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    names = [name for one in authorities.speakers for name in (one.name, *one.variants)]
    names += [name.text for one in authorities.countries for name in one.names]

    def look_up() -> None:
        for name in names:
            read_names(name, [(0, len(name))], index)

    looked_up = best_of(3, look_up)
    print(f"authority records and index      {1000 * seconds:8.0f} ms, {size:.0f} MiB")
    print(f"names looked up                  {len(names) / looked_up:8.0f} names/s ({len(names):,} names)")


def measure_archive() -> None:
    from django.core.management import call_command
    from django.test import Client
    from django.test.utils import setup_test_environment

    def ingest_seeds() -> None:
        call_command("ingest", str(SEEDS[0].parent), verbosity=0, stdout=io.StringIO())

    setup_test_environment()
    call_command("migrate", verbosity=0)
    start = time.perf_counter()
    ingest_seeds()
    print(f"ingest of the seeds and records  {1000 * (time.perf_counter() - start):8.0f} ms")
    seconds = best_of(3, ingest_seeds)
    print(f"ingest of the seeds, unchanged   {1000 * seconds:8.0f} ms")
    client = Client()
    for address in ("/", "/statements/", "/statements/?q=restraint&about=AM", "/countries/RU/", "/articles/"):
        seconds = best_of(5, lambda address=address: client.get(address))
        print(f"page {address:<36}{1000 * seconds:8.1f} ms")


def measure_review() -> None:
    """From one key to the next statement: the form is sent, and the next page comes whole."""
    from django.test import Client

    from statements.models import Edit, Statement, User
    from statements.review.forms import StatementForm

    client = Client()
    client.force_login(User.objects.create_superuser("bench"))
    seconds = []
    address = client.get("/review/queue/all/").url
    while address != "/review/":
        statement = Statement.objects.get(public_id=address.split("/")[-2])
        fields = {key: value or "" for key, value in StatementForm(statement).initial.items()}
        start = time.perf_counter()
        address = client.post(address, {**fields, "do": "accept"}).url
        client.get(address)
        seconds.append(time.perf_counter() - start)
    assert Edit.objects.count() == len(seconds), "a statement was corrected, and not accepted"
    median = statistics.median(seconds)
    print(f"review, from item to item        {1000 * median:8.0f} ms (median of {len(seconds)})")


def measure_admin() -> None:
    """Every page of the admin on a made-up archive, in processes of its own."""
    statements = os.environ.get("STATEMENTS", "2000")
    subprocess.run([sys.executable, "bench/admin.py", "--statements", statements], cwd=ROOT, check=True)


def measure_search() -> None:
    """The statement list by classes of queries, and every page for readers."""
    statements = os.environ.get("STATEMENTS", "20000")
    subprocess.run([sys.executable, "bench/search.py", "--statements", statements], cwd=ROOT, check=True)


def measure_extraction(folder: Path, rounds: int) -> None:
    """Speed and memory of extraction alone, in a process of its own."""
    print(f"extraction of {folder.name}:", flush=True)
    subprocess.run(
        [sys.executable, "bench/extraction.py", str(folder), "--time", "--rounds", str(rounds)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def measure_quality() -> None:
    """Extraction against the articles that ship with their annotations."""
    from tests.quality.test_floors import PATHS, measured

    figures = "  ".join(f"{name} {value:.1f}" for name, value in measured().items())
    print(f"annotated articles ({len(PATHS)}), percent: {figures}")


if __name__ == "__main__":
    measure_text_layers()
    measure_names()
    measure_archive()
    measure_review()
    sys.stdout.flush()
    measure_admin()
    measure_search()
    measure_quality()
    measure_extraction(ROOT / "fixtures" / "seeds", rounds=20)
    if os.environ.get("POLNEAR_DIR"):
        measure_extraction(Path(os.environ["POLNEAR_DIR"]) / "text", rounds=1)
    if os.environ.get("POLNEAR_DIR"):
        subprocess.run([sys.executable, "bench/polnear.py"], cwd=ROOT, check=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory                      {peak:8} MiB")
