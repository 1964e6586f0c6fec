"""Measure the statement list class by class: a page, a later page, the facets, and all pages of readers.

    DATABASE_URL=sqlite:////tmp/big.sqlite3 python bench/search.py [--rounds N] [--prototype]

measures an archive that `bench/generate.py` made, or any other; nothing in it
is changed. Without DATABASE_URL it makes one of ``--statements`` (20,000),
measures how it is served too (`bench/serving.py`), and throws it away; with
``--postgresql`` on a PostgreSQL of its own, with the settings under which the
prototype was measured. Times are milliseconds, median / 95th percentile; "in
database" is what the engine and the driver took. ``--prototype`` prints below
them what the design was measured at on PostgreSQL with 1,000,000 rows of a
simpler table: counts and facets sampled, a later page by keyset.

    python bench/search.py --postgresql --statements 1000000 --prototype
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")

WORDS_A_CLASS = 5
Measured = tuple[float, float]  # in the database, altogether

PARTS = ("page", "page 21", "facets")


class Prototype(NamedTuple):
    page: str
    later: str = ""
    facets: str = ""
    count: str = ""


PROTOTYPE = {
    "common word": Prototype("2.0 / 6.5", "1.2 / 6.4", "7.7 / 11.7", "2.0 / 8"),
    "medium word": Prototype("15 / 34", "7.4 / 15.7", "7.9 / 25"),
    "rare word": Prototype("11.5 / 12.3"),
    "two words": Prototype("11 / 20", "", "14 / 24"),
    "phrase": Prototype("9.8 / 50", "", "17 / 28", "12 / 20"),
    "OR, -word, phrase": Prototype("12.8 / 49"),
    "prefix": Prototype("7 / 31", "", "17 / 65"),
    "common word, speaking for": Prototype("2.4 / 6.3", "", "19 / 37"),
    "medium word, speaking for": Prototype("16 / 25"),
    "common word, about": Prototype("13 / 25", "", "19 / 34"),
    "common word, 17 old months": Prototype("1.6 / 2.4", "", "30 / 47", "14 / 20"),
    "relevance, common word": Prototype("6.1 / 8.7"),
    "relevance, medium word": Prototype("8.3 / 14"),
    "relevance, phrase": Prototype("22 / 33"),
    "words marked on a page": Prototype("4.1 / 7.7"),
    "a speaker’s name": Prototype("5.4 / 12.5"),
}
SETTINGS = {"shared_buffers": "4GB", "work_mem": "64MB", "jit": "off", "max_parallel_workers_per_gather": "0"}


# --- what is asked -------------------------------------------------------------------


def classes() -> dict[str, list[str]]:
    """Class -> queries of the statement list, with words, countries and speakers that this archive has."""
    from statements.models import Country, Speaker, Statement
    from statements.search import archive_totals

    sample = [row.split() for row in Statement.objects.listed().values_list("folded", flat=True)[:5000]]
    words = Counter(word for row in sample for word in set(row) if word.isalpha())
    share = len(sample)
    by_class = {
        "common": [word for word, n in words.most_common() if n <= share * 0.3],
        "medium": [word for word, n in words.most_common() if share * 0.0005 < n < share * 0.013],
        "rare": [word for word, n in reversed(words.most_common())],
    }
    common, medium, rare = (by_class[name][:WORDS_A_CLASS] for name in ("common", "medium", "rare"))
    pairs = Counter(pair for row in sample for pair in pairwise(row) if "".join(pair).isalpha())
    phrases = [" ".join(pair) for pair, _ in pairs.most_common(400)[20 :: 400 // WORDS_A_CLASS]]
    totals = archive_totals()
    countries = Country.objects.in_bulk([int(key[1:]) for key in totals if key[0] in "cb" and key[1:] != "0"])

    def often(letter: str) -> list[str]:
        found = [(n, int(key[1:])) for key, n in totals.items() if key[0] == letter and key[1:] != "0"]
        ranked = [pk for _, pk in sorted(found, reverse=True)]
        return [countries[pk].code for pk in (*ranked[:2], *ranked[len(ranked) // 2 :][:2])]

    speakers = sorted((n, int(key[1:])) for key, n in totals.items() if key[0] == "s" and key[1:] != "0")
    slugs = [Speaker.objects.get(pk=speakers[at][1]).slug for at in (0, len(speakers) // 2, -1)]
    return {
        "whole list": [""],
        "common word": [f"q={word}" for word in common],
        "medium word": [f"q={word}" for word in medium],
        "rare word": [f"q={word}" for word in rare],
        "two words": [f"q={one}+{other}" for one, other in zip(common, medium, strict=False)],
        "phrase": [f"q=%22{phrase}%22" for phrase in phrases],
        "OR, -word, phrase": [
            *(f"q={a}+OR+{b}+-{c}" for a, b, c in zip(medium, rare, common, strict=False)),
            *(f"q=%22{phrase}%22+OR+{word}" for phrase, word in zip(phrases, medium, strict=False)),
        ],
        "prefix": [f"q={word[:4]}*" for word in [*common, *medium] if len(word) > 4],
        "speaking for": [f"country={code}" for code in often("c")],
        "about": [f"about={code}" for code in often("b")],
        "speaker": [f"speaker={slug}" for slug in slugs],
        "common word, speaking for": [f"q={word}&country={c}" for word in common[:2] for c in often("c")],
        "medium word, speaking for": [f"q={word}&country={c}" for word in medium[:2] for c in often("c")],
        "common word, about": [f"q={word}&about={c}" for word in common[:2] for c in often("b")],
        "common word, 17 old months": [f"q={word}&from=2016-01&to=2017-05" for word in common],
        "quoted words": [f"q={word}&within=quoted" for word in medium],
        "oldest first": [f"q={word}&sort=oldest" for word in common],
        "relevance, common word": [f"q={word}&sort=relevance" for word in common],
        "relevance, medium word": [f"q={word}&sort=relevance" for word in medium],
        "relevance, phrase": [f"q=%22{phrase}%22&sort=relevance" for phrase in phrases],
    }


def pages() -> Iterator[tuple[str, str]]:
    """Every page for readers that depends on how much there is."""
    from django.urls import reverse

    from statements.models import Article, Country, Publisher, Speaker, Statement

    statement = Statement.objects.listed().newest_first()[1000:1001].first() or Statement.objects.first()
    country = Country.objects.filter(attributions__isnull=False).order_by("pk").first()
    other = Country.objects.filter(statements_about__isnull=False).exclude(pk=country.pk).first()
    speaker = Speaker.objects.filter(attributions__isnull=False).order_by("pk").first()
    publisher = Publisher.objects.filter(articles__isnull=False).order_by("pk").first()
    article = Article.objects.current().order_by("pk").first()
    yield from (("home", "/"), ("matrix", "/matrix/"), ("list", "/statements/"), ("speakers", "/speakers/"))
    yield from (("countries", "/countries/"), ("articles", "/articles/"), ("coverage", "/coverage/"))
    yield "statement", statement.get_absolute_url()
    yield "verify", f"{statement.get_absolute_url()}verify/"
    yield "article", article.get_absolute_url()
    yield "country", country.get_absolute_url()
    yield "pair", f"{country.get_absolute_url()}about/{other.code}/"
    yield "speaker", speaker.get_absolute_url()
    yield "publisher", reverse("publisher-detail", args=[publisher.slug])
    yield "nearest wording", "/wording/?q=the+parties+should+return+to+the+line+of+contact+without+delay"


# --- measuring -----------------------------------------------------------------------


class Clock:
    """Time and queries where Django hands them to the driver. SQLite finds rows as they are fetched."""

    seconds = 0.0
    queries = 0

    def __init__(self) -> None:
        from django.db.backends.utils import CursorWrapper

        for name in ("execute", "fetchone", "fetchmany", "fetchall"):
            setattr(CursorWrapper, name, self.timing(name, getattr(CursorWrapper, name, None)))

    def timing(self, name: str, own: Callable | None):
        def timed(cursor, *arguments):
            start = time.perf_counter()
            try:
                return own(cursor, *arguments) if own else getattr(cursor.cursor, name)(*arguments)
            finally:
                self.seconds += time.perf_counter() - start
                self.queries += name == "execute"

        return timed

    def measure(self, work: Callable[[], object]) -> Measured:
        self.seconds, self.queries = 0.0, 0
        start = time.perf_counter()
        work()
        return 1000 * self.seconds, 1000 * (time.perf_counter() - start)


def spread(values: list[float]) -> str:
    values = sorted(values)
    return f"{statistics.median(values):7.1f} /{values[min(len(values) * 95 // 100, len(values) - 1)]:7.1f}"


def list_works(query: str) -> dict[str, Callable[[], object]]:
    """What the list's view does: its page, a later page, and its facets."""
    from django.http import QueryDict
    from django.test import RequestFactory

    from statements.facets import count_list
    from statements.filters import StatementFilterSet
    from statements.models import Statement
    from statements.views.listing import read_list_page
    from statements.views.statement_list import ON_A_PAGE

    def read(address: str):
        filterset = StatementFilterSet(QueryDict(address.partition("?")[2]), Statement.objects.listed())
        return read_list_page(RequestFactory().get(address), filterset, ON_A_PAGE)

    def later(address: str, pages: int) -> str:
        for _ in range(pages):
            step = read(address).after
            if step is None:
                break
            address = f"/statements/{step.address}"
        return address

    def facets():
        return count_list(StatementFilterSet(QueryDict(query), Statement.objects.listed()))

    deep = later(f"/statements/?{query}", 20)
    return {
        "page": lambda: read(f"/statements/?{query}"),
        "page 21": lambda: read(deep),
        "facets": facets,
    }


def marking(queries: list[str]) -> list[Callable[[], object]]:
    """The words of a page's statements, marked. They are read before."""
    from django.http import QueryDict

    from statements.filters import StatementFilterSet
    from statements.models import Statement
    from statements.search import mark_matches
    from statements.views.statement_list import ON_A_PAGE

    works = []
    for query in queries:
        filterset = StatementFilterSet(QueryDict(query), Statement.objects.listed())
        rows = Statement.objects.search(filterset.query).newest_first()[:ON_A_PAGE].prefetch_related("parts")
        texts = [row.words for row in rows]
        works.append(lambda texts=texts, asked=filterset.query: [mark_matches(text, asked) for text in texts])
    return works


def looking_up() -> list[Callable[[], object]]:
    """A part of a name typed, as in the list of speakers."""
    from django.http import QueryDict

    from statements.models import Speaker
    from statements.views.asked import find_speakers

    names = Speaker.objects.order_by("pk").values_list("folded", flat=True)
    typed = [name.split()[-1][:5] for name in names[:: max(len(names) // WORDS_A_CLASS, 1)]]
    return [
        lambda part=part: list(find_speakers(QueryDict(f"q={part}")).rows.order_by("preferred_name")[:25])
        for part in typed
    ]


def print_prototype(of: Prototype) -> None:
    count = of.count and f"   count {of.count}"
    print(f"  {'  the prototype':28}{of.page:>18}{of.later:>18}{of.facets:>18}{count}", flush=True)


def run(rounds: int, *, with_prototype: bool) -> None:
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_test_environment

    from statements.models import Statement

    setup_test_environment()
    clock = Clock()
    count = Statement.objects.listed().count()
    print(f"statement list on {connection.vendor}, {count:,} statements; ms, p50 / p95, in the database:")
    print(f"  {'':28}{'page':>18}{'page 21':>18}{'facets, count':>18}{'counted in Python':>20}")
    by_class = classes()
    for name, queries in by_class.items():
        found: dict[str, list[Measured]] = {part: [] for part in PARTS}
        for query in queries:
            works = list_works(query)
            for part, work in works.items():
                work()
                found[part] += [clock.measure(work) for _ in range(rounds)]
        line = "".join(f"{spread([inside for inside, _ in found[part]]):>18}" for part in PARTS)
        line += f"{spread([whole for _, whole in found['facets']]):>20}"
        print(f"  {name:28}{line}", flush=True)
        if with_prototype and name in PROTOTYPE:
            print_prototype(PROTOTYPE[name])
    print("beside a list, altogether")
    for name, works in (
        ("words marked on a page", marking(by_class["common word"])),
        ("a speaker’s name", looking_up()),
    ):
        whole = [clock.measure(work)[1] for work in works for _ in range(rounds + 1)]
        print(f"  {name:28}{spread(whole):>18}", flush=True)
        if with_prototype:
            print_prototype(PROTOTYPE[name])
    print("pages, warm: in the database, altogether, queries")
    client = Client()
    for name, address in pages():
        client.get(address)
        measured = [clock.measure(lambda address=address: client.get(address)) for _ in range(rounds)]
        inside, whole = ([row[at] for row in measured] for at in (0, 1))
        print(f"  {name:28}{spread(inside):>18}{spread(whole):>18}{clock.queries:5}", flush=True)


@contextmanager
def postgresql() -> Iterator[str]:
    """A server of its own; gives its DATABASE_URL."""
    import psycopg

    from tests.postgres import cluster, find_binaries

    binaries = find_binaries()
    if binaries is None:
        raise SystemExit("PostgreSQL is not installed. On Debian: apt-get install postgresql")
    with cluster(binaries) as server:
        with psycopg.connect(server.url, autocommit=True) as connection:
            for name, value in SETTINGS.items():
                connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
        server.stop("fast")
        server.start()
        yield server.url


def run_on_new(statements: int, arguments: list[str], *, on_postgresql: bool) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        postgresql() if on_postgresql else nullcontext(f"sqlite:///{folder}/archive.sqlite3") as database,
    ):
        environment = {
            **os.environ,
            "DEBUG": "true",
            "DATABASE_URL": database,
            "ORIGINALS_DIR": f"{folder}/originals",
        }
        commands = (
            ["generate.py", str(statements), "--no-originals"],
            ["search.py", *arguments],
            ["serving.py"],
        )
        for command in commands:
            subprocess.run(
                [sys.executable, f"bench/{command[0]}", *command[1:]], cwd=ROOT, check=True, env=environment
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--prototype", action="store_true")
    parser.add_argument("--postgresql", action="store_true", help="of its own, thrown away with the archive")
    options = parser.parse_args()
    if options.statements or options.postgresql or not os.environ.get("DATABASE_URL"):
        passed = ["--rounds", str(options.rounds), *["--prototype"] * options.prototype]
        run_on_new(options.statements or 20_000, passed, on_postgresql=options.postgresql)
    else:
        run(options.rounds, with_prototype=options.prototype)
