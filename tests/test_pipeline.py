"""The text layers in a row, on the seeds and on anything at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, OperationalError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements import pipeline
from statements.models import Article, ImportOutcome
from statements.provenance import sha256_of
from statements.readers import UnreadableSource
from statements.store.runs import start_run
from tests.conftest import SEEDS
from tests.factories import ArticleFactory, OriginalFactory

KNOWLEDGE = pipeline.shipped_knowledge()


def check(analysis: pipeline.Analysis) -> None:
    """What the store relies on."""
    text = analysis.document.text
    text.encode()  # no lone surrogates
    assert "\x00" not in text
    body = analysis.document.body_spans()
    for statement in analysis.statements:
        spans = statement.quotation.content
        assert list(spans) == sorted(spans)
        for start, end in spans:
            assert any(from_ <= start < end <= to for from_, to in body)
        for source in statement.quotation.sources:
            assert 0 <= source[0] < source[1] <= len(text)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_seed_comes_out_whole_and_the_same_each_time(path: Path) -> None:
    first = pipeline.analyse(path.read_bytes(), path.name, KNOWLEDGE)
    check(first)
    assert pipeline.analyse(path.read_bytes(), path.name, KNOWLEDGE) == first


VOCABULARY = """Russian Foreign Minister Sergei Lavrov said that “ ” " ' talks he it Ankara urged accused of
the , . ? <p> </p> &#xD800; 😀 TASS According to Question: — - 2020 Thursday (AFP) ... […]"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n", "\n", "\u2028", "\x00", "\u202e"])


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    data=st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.lists(WORDS, max_size=80).map(lambda words: " ".join(words).encode("utf-8", "surrogatepass"))
    | st.lists(WORDS, max_size=40).map(lambda words: f"<html><body><p>{' '.join(words)}".encode()),
    name=st.sampled_from(["a.txt", "a.html", ""]),
)
def test_any_bytes_are_analysed_or_refused_with_a_message(data: bytes, name: str) -> None:
    try:
        check(pipeline.analyse(data, name, KNOWLEDGE))
    except (UnreadableSource, pipeline.NothingToRead) as error:
        assert str(error)


STORY = "Talks go on\n\nRussian Foreign Minister Sergei Lavrov said on Monday that the talks would go on.\n"


def taken_in(text: str) -> ImportOutcome:
    run = start_run("test", pipeline.PIPELINE_VERSION)
    return pipeline.ingest(text.encode(), "/in/story.txt", run=run, knowledge=KNOWLEDGE)


@pytest.mark.django_db
@pytest.mark.usefixtures("originals")
def test_bytes_of_an_older_version_stay_the_older_version_whoever_reads_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    older, newer = taken_in(STORY).article, taken_in(STORY + "\nHe said they were useful.\n").article
    monkeypatch.setattr(pipeline, "FINDER_VERSION", "newer")
    again = taken_in(STORY)
    assert (again.result, again.article) == (pipeline.UNCHANGED, older)
    assert older and newer
    versions = Article.objects.order_by("id").values_list("superseded", "extractor_version")
    assert list(versions) == [(True, older.extractor_version), (False, newer.extractor_version)]


@pytest.mark.django_db
def test_of_several_articles_of_the_same_bytes_the_current_one_is_meant_else_the_newest() -> None:
    original = OriginalFactory(sha256=sha256_of("bytes"))
    texts = {name: {"text": name, "text_sha256": sha256_of(name)} for name in ("one", "two", "three")}
    current = ArticleFactory(original=original, **texts["one"])
    ArticleFactory(original=original, superseded=True, **texts["two"])
    newest = ArticleFactory(original=original, superseded=True, **texts["three"])
    assert pipeline._article_of(b"bytes") == current
    Article.objects.filter(pk=current.pk).update(superseded=True)
    assert pipeline._article_of(b"bytes") == newest


@pytest.mark.django_db
@pytest.mark.usefixtures("originals")
@pytest.mark.parametrize(
    ("error", "cause", "again"),
    [
        (IntegrityError, None, True),
        (OperationalError, psycopg.errors.DeadlockDetected(), True),
        (OperationalError, psycopg.errors.DiskFull(), False),
    ],
)
def test_who_clashes_with_another_import_looks_again(
    error: type[Exception], cause: Exception | None, again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    once, calls = pipeline._ingest_once, []

    def clash(*arguments: Any, **options: Any) -> ImportOutcome:
        calls.append(arguments)
        if len(calls) == 1:
            raise error("another import") from cause
        return once(*arguments, **options)

    monkeypatch.setattr(pipeline, "_ingest_once", clash)
    if again:
        assert taken_in(STORY).result == pipeline.CREATED
    else:
        with pytest.raises(error):
            taken_in(STORY)
