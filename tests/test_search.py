"""The same rows on both engines: words, exact phrases, folding, and garbage."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements.models import Statement
from statements.search import QueryError, mark_matches, parse_query
from tests.factories import make_statement


def found(typed: str) -> list[str]:
    rows = Statement.objects.search(parse_query(typed)).prefetch_related("parts").order_by("id")
    return [row.words for row in rows]


AKAR = "Armenia will be “brought to account” for its “attack” on Azerbaijan"
CALL = "Çavuşoğlu’s talks, at the [negotiating] table, go on"
SPLIT = ["the first words", "the last words"]


@pytest.fixture
def archive(db) -> None:
    for words in (AKAR, CALL, SPLIT):
        make_statement(words)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("account", [AKAR]),
        ("ACCOUNT armenia", [AKAR]),
        ("account talks", []),
        ('"brought to account"', [AKAR]),
        ("“brought to account”", [AKAR]),
        ('"account to brought"', []),
        ('"to account" attack', [AKAR]),
        ("Cavusoglu", [CALL]),
        ("ÇAVUŞOĞLU", [CALL]),
        ('"at the negotiating table"', [CALL]),
        ("accoun", []),
        ('"first words the last"', []),
        ("first last", ["the first words … the last words"]),
        ("", [AKAR, CALL, "the first words … the last words"]),
        ("!!! *** ---", [AKAR, CALL, "the first words … the last words"]),
        ('"unclosed to account', []),
        ('"brought to', [AKAR]),
    ],
)
@pytest.mark.usefixtures("archive")
def test_query_finds(typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


def test_part_without_words_is_found_by_the_others(db) -> None:
    make_statement(["We are ready.", "…", "We will stay."])
    assert found("ready stay") == ["We are ready. … … … We will stay."]


@pytest.mark.django_db
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(alphabet="\"“”*():^-+ANDORNEAR \x00%_\\'&|!<>", max_size=40))
def test_any_text_in_the_box_is_answered(typed: str) -> None:
    with suppress(QueryError):
        list(Statement.objects.search(parse_query(typed))[:5])


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "NEAR(a b)",
        "folded:word",
        "a AND",
        "NOT",
        "^a",
        "ab*",
        "'",
        "''",
        "a'b",
        "\\",
        "%",
        "_",
        "\x00",
        "😀",
        "a " * 150,
    ],
)
def test_operators_of_the_engines_are_only_words(typed: str) -> None:
    list(Statement.objects.search(parse_query(typed)))


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Restraint, and restraint.", "restraint", ["Restraint", "restraint"]),
        ("show restraint now", '"show restraint"', ["show restraint"]),
        ("Çavuşoğlu said", "cavusoglu", ["Çavuşoğlu"]),
        ("no such word", "restraint", []),
        ("Armenia’s aggression", "armenia", ["Armenia"]),
        ("Armenia’s aggression", "Armenia's", ["Armenia’s"]),
        ("a negotiator negotiates, renegotiated", "negotiat*", ["negotiator negotiates"]),
        ("peace talks, peace table", '"peace ta*"', ["peace talks, peace table"]),
        ("war and peace", "war OR talks", ["war"]),
        ("war and peace", "peace -war", ["peace"]),
        ("Turkey said war", "war for:Turkey", ["war"]),
        ("peace, the talks", '"peace talks"', []),
    ],
)
def test_matches_are_marked_in_the_original_spelling(text: str, typed: str, marked: list[str]) -> None:
    segments = mark_matches(text, parse_query(typed))
    assert "".join(segment.text for segment in segments) == text
    assert [segment.text for segment in segments if segment.found] == marked


@given(st.text(max_size=200), st.text(min_size=1, max_size=30))
def test_marking_loses_nothing(text: str, typed: str) -> None:
    with suppress(QueryError):
        assert "".join(segment.text for segment in mark_matches(text, parse_query(typed))) == text
