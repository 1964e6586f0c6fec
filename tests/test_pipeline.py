"""The text layers in a row, on the seeds and on anything at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements import pipeline
from statements.readers import UnreadableSource
from tests.conftest import SEEDS

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
