"""Measure every page of the admin: its time and its number of queries.

    python bench/admin.py [--statements N] [--slowest N]

measures a made-up archive of N statements (2,000), made for it and thrown
away. An archive that is there already, as `bench/generate.py` makes them, is
measured where DATABASE_URL is set and ``--statements`` is not: nothing in it
is changed for good.
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
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")

SEARCHES = ("the", "peace", "territorial integrity", '"line of contact"', "norkoti", "russia", "a", "1")
Row = tuple[str, float, float, int, int]


def pages() -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    """Name, address and what is posted, if anything, of every page."""
    from django.contrib import admin
    from django.test import RequestFactory
    from django.urls import reverse

    from statements.models import User

    request = RequestFactory().get("/")
    request.user = User.objects.get(username="measure")
    for model, own in admin.site._registry.items():
        name = model._meta.model_name
        at = f"admin:{model._meta.app_label}_{name}"
        listed = reverse(f"{at}_changelist")
        yield f"{name} list", listed, None
        yield from list_pages(name, listed)
        yield from (
            (f"{name} search {words}", f"{listed}?q={words}", None) for words in SEARCHES if own.search_fields
        )
        rows = model._default_manager.order_by("pk")
        for which, row in (("first", rows.first()), ("last", rows.last())):
            if row is not None:
                yield f"{name} change, {which}", reverse(f"{at}_change", args=[row.pk]), None
                yield f"{name} history, {which}", reverse(f"{at}_history", args=[row.pk]), None
        if own.has_add_permission(request):
            yield f"{name} add", reverse(f"{at}_add"), None
    yield from autocompletes()
    yield from actions()


def list_pages(name: str, listed: str) -> Iterator[tuple[str, str, None]]:
    """A list's last page, every choice of its filters, and every order it can be put in."""
    changelist = client().get(listed).context["cl"]
    yield f"{name} list, last page", f"{listed}?p={changelist.paginator.num_pages}", None
    for spec in changelist.filter_specs:
        for choice in spec.choices(changelist):
            if not choice["selected"]:
                yield f"{name} by {spec.title}: {choice['display']}", listed + choice["query_string"], None
        if spec.template == "admin/typed_filter.html":
            for which, pk in often_and_seldom(spec.field):
                yield f"{name} by {spec.title}: {which}", f"{listed}?{spec.parameter_name}={pk}", None
    for number, column in enumerate(changelist.list_display):
        may_sort = changelist.sortable_by is None or column in changelist.sortable_by
        if may_sort and changelist.get_ordering_field(column):
            yield f"{name} by column {column}", f"{listed}?o={number}", None
            yield f"{name} by column -{column}", f"{listed}?o=-{number}", None


def often_and_seldom(field: Any) -> list[tuple[str, int]]:
    """Of the records that a foreign key names, one of the commonest and one of the rarest."""
    sample = field.model._default_manager.values_list(field.attname, flat=True)[:5000]
    ranked = Counter(pk for pk in sample if pk).most_common()
    return [("often", ranked[0][0]), ("seldom", ranked[-1][0])] if ranked else []


def autocompletes() -> Iterator[tuple[str, str, None]]:
    from django.urls import reverse

    address = reverse("admin:autocomplete")
    for model, field in (("attribution", "speaker"), ("attribution", "country"), ("article", "publisher")):
        for term in ("", "a", "sergey lavrov", "zz"):
            query = f"app_label=statements&model_name={model}&field_name={field}&term={term}"
            yield f"autocomplete {field} “{term}”", f"{address}?{query}", None


def actions() -> Iterator[tuple[str, str, dict[str, Any]]]:
    from django.urls import reverse

    from statements.models import Statement

    chosen = list(
        Statement.objects.filter(review_state="machine", listed=True)
        .order_by("-pk")
        .values_list("pk", flat=True)[:50]
    )
    for action in ("approve", "reject", "withdraw"):
        posted = {"action": action, "_selected_action": chosen, "why": "to measure", "index": 0}
        yield f"{action} {len(chosen)} statements", reverse("admin:statements_statement_changelist"), posted


def client() -> Any:
    from django.test import Client

    from statements.models import User

    one = Client()
    one.force_login(User.objects.get(username="measure"))
    return one


def measure(name: str, address: str, posted: dict[str, Any] | None, one: Any) -> Row:
    """The fastest of three, where the first was quick; what is posted is rolled back."""
    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext

    best, in_database, status, queries = float("inf"), 0.0, 0, 0
    for _ in range(3):
        with CaptureQueriesContext(connection) as captured, transaction.atomic():
            start = time.perf_counter()
            answer = one.get(address) if posted is None else one.post(address, posted)
            seconds = time.perf_counter() - start
            transaction.set_rollback(True)
        if seconds < best:
            best, in_database = seconds, sum(float(query["time"]) for query in captured)
        status, queries = answer.status_code, len(captured)
        if best > 1:
            break
    return name, 1000 * best, 1000 * in_database, queries, status


def run(slowest: int) -> None:
    import django

    django.setup()
    from django.test.utils import setup_test_environment

    from statements.models import Statement, User

    setup_test_environment()
    User.objects.get_or_create(username="measure", defaults={"is_staff": True, "is_superuser": True})
    one = client()
    rows = [measure(*page, one) for page in pages()]
    last = Statement.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    middle = statistics.median(row[1] for row in rows)
    print(f"admin, {last:,} statements: {len(rows)} pages, {middle:.0f} ms in the middle; the slowest:")
    for name, whole, in_database, queries, status in sorted(rows, key=lambda row: -row[1])[:slowest]:
        print(f"  {name[:50]:<50}{whole:6.0f} ms, {in_database:5.0f} in {queries} queries; {status}")


def run_on_new(statements: int, slowest: int) -> None:
    """In processes of their own: settings are read once."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DEBUG": "true",
            "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
            "ORIGINALS_DIR": f"{folder}/originals",
        }
        for command in (
            ["generate.py", str(statements), "--no-originals"],
            ["admin.py", "--slowest", str(slowest)],
        ):
            script, *arguments = command
            subprocess.run(
                [sys.executable, f"bench/{script}", *arguments], cwd=ROOT, check=True, env=environment
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int)
    parser.add_argument("--slowest", type=int, default=12)
    options = parser.parse_args()
    if options.statements or not os.environ.get("DATABASE_URL"):
        run_on_new(options.statements or 2000, options.slowest)
    else:
        run(options.slowest)
