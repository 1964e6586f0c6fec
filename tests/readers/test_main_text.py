"""Trafilatura as a voice: what it notes, when it is silent, that it never fails and never differs."""

from __future__ import annotations

import logging

import pytest

from statements.readers import main_text
from statements.readers.web_page import read
from tests.timing import processor_seconds

# No two share a run of words.
SENTENCES = [" ".join(f"{word}{day}" for word in ("said", "that", "road", "village") * 4) for day in range(9)]
ARTICLE = "<h1>Headline</h1><div>" + "".join(f"<p>{sentence}.</p>" for sentence in SENTENCES) + "</div>"
BESIDE = (
    "<div class=c2><b>Us</b><p>Our paper was founded by pilots and it belongs to its readers today.</p></div>"
)
LINKS = "<ul><li><a href=/1>A bridge is built</a></li><li><a href=/2>A bridge is closed</a></li></ul>"


def left_out(page: str) -> list[str]:
    return [
        block.text for block in read(f"<html><body>{page}</body></html>".encode()).blocks if block.left_out
    ]


def test_what_it_leaves_out_is_noted() -> None:
    noted = left_out(ARTICLE + LINKS)
    assert "A bridge is built" in noted
    assert not [text for text in noted if text.startswith("said")]


def test_nothing_is_noted_where_the_markup_says_which_element_is_the_article() -> None:
    assert left_out(f"<article>{ARTICLE}</article>{LINKS}") == []


@pytest.mark.parametrize(("limit", "value"), [("MAX_TAGS", 20), ("MAX_CHARACTERS", 200), ("MAX_DEPTH", 3)])
def test_it_is_not_asked_of_monstrous_pages(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_text, limit, value)
    assert left_out(ARTICLE + LINKS) == []


@pytest.mark.parametrize("fault", [RecursionError, ValueError, MemoryError])
def test_when_it_fails_nothing_is_noted(fault: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(main_text, "bare_extraction", fail)
    assert left_out(ARTICLE + LINKS) == []


def test_when_it_hears_less_than_half_of_the_prose_nothing_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_text, "_main_text", lambda page: "\n".join(SENTENCES[:5]))
    assert "A bridge is built" in left_out(ARTICLE + LINKS + BESIDE)
    monkeypatch.setattr(main_text, "_main_text", lambda page: "\n".join(SENTENCES[:3]))
    assert left_out(ARTICLE + LINKS + BESIDE) == []


def test_a_page_without_prose_is_not_judged() -> None:
    assert left_out(LINKS + "<p>Closed.</p>") == []


def test_the_class_of_what_holds_the_text_does_not_hide_the_rest() -> None:
    article = ARTICLE.replace("<div>", "<div class=entry-content>")
    late = "A spokeswoman told reporters late in the evening that nobody had been hurt there."
    rest = f"<div class=rest><p>{late}</p></div>"
    assert not [text for text in left_out(article + rest) if text == late]


def test_the_same_page_has_the_same_vote_whatever_was_read_before() -> None:
    first = left_out(ARTICLE + LINKS + BESIDE)
    for _ in range(3):
        left_out(LINKS + ARTICLE * 2 + BESIDE)
    assert left_out(ARTICLE + LINKS + BESIDE) == first != []


def test_it_says_nothing_aloud(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    assert logging.getLogger("trafilatura").handlers
    left_out("<p></p>" * 9 + "x")
    assert capfd.readouterr() == ("", "")


SENTENCE = "The minister said that it would go on. "

HOSTILE = {
    "breaks": "a b<br>" * 4_900,
    "spans": "<span>a</span>" * 2_450,
    "paragraphs": f"<p>{SENTENCE}</p>" * 2_450,
    "nested": "<div>" * 900 + SENTENCE * 50,
    "nested quotations": f"<blockquote>{SENTENCE}" * 900,
    "tables in tables": f"<table><tr><td>{SENTENCE}" * 30 + f"<table><tr><td>{SENTENCE}</table>" * 1_200,
    "tables never closed": f"<pre>a<table class=comment><center>{SENTENCE}" * 1_600,
    "bold never closed": f"<p><b>{SENTENCE}" * 900,
    "a line": f"<p>{SENTENCE * 20_000}",
    "a word": "<p>" + "a" * 900_000,
    "no text": "<p></p>" * 2_450,
    "controls": "<p>\x01\x0b\x1f\ufffe" * 500 + SENTENCE,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_are_answered_within_seconds(page: str) -> None:
    assert processor_seconds(lambda: main_text._main_text(f"<html><body>{page}"), rounds=1) < 10
