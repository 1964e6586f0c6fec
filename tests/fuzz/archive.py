"""A small archive to ask: made-up statements with the seeds among them, the same at every time."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.management.color import no_style
from django.db import connection

from bench.filling import fill
from bench.made_up import TABLES
from statements import pipeline
from statements.models import Article, Country, Publisher, Speaker, Statement
from statements.store.runs import start_run
from tests.fuzz.corpus import SEEDS

STATEMENTS = 400


@dataclass(frozen=True, slots=True)
class Known:
    """What addresses name, and words that are found."""

    statements: list[str]
    articles: list[str]
    countries: list[str]
    speakers: list[str]
    publishers: list[str]
    words: list[str]


def fill_archive(size: int = STATEMENTS) -> None:
    """Into an empty archive, whose folder of originals is another than the site's."""
    fill(size, seed=1, with_originals=False)
    with connection.cursor() as cursor:  # the made-up rows came with their keys
        for sql in connection.ops.sequence_reset_sql(no_style(), list(TABLES)):
            cursor.execute(sql)
    knowledge, run = pipeline.stored_knowledge(), start_run("fuzz", pipeline.PIPELINE_VERSION)
    for number, seed in enumerate(SEEDS):
        pipeline.ingest(seed, f"/seeds/{number}.txt", run=run, knowledge=knowledge)


def known_names() -> Known:
    """The last ones of each kind, the seeds' among them."""
    texts = Statement.objects.listed().order_by("-pk").values_list("folded", flat=True)[:60]
    return Known(
        list(Statement.objects.order_by("-pk").values_list("public_id", flat=True)[:40]),
        list(Article.objects.order_by("-pk").values_list("public_id", flat=True)[:20]),
        ["TR", "AM", "AZ", "RU", *Country.objects.order_by("code").values_list("code", flat=True)[:6]],
        list(
            Speaker.objects.filter(attributions__isnull=False)
            .order_by("slug")
            .distinct()
            .values_list("slug", flat=True)[:20]
        ),
        list(Publisher.objects.order_by("slug").values_list("slug", flat=True)[:20]),
        sorted({word for text in texts for word in text.split() if word != "|"}),
    )
