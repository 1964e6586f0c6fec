"""resolve() as a whole: the order, the marks, what never happens, and how long it takes."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from statements.records import INDIRECT, Document, MarkedBlock, Quotation, ResolvedStatement
from statements.resolution import (
    RESOLVER_VERSION,
    AuthorityIndex,
    countries_named,
    countries_of,
    read_names,
    resolve,
)
from tests.resolution.building import AUTHORITIES, INDEX, article
from tests.timing import processor_seconds

MORE_WORDS = (
    "office president de facto self-proclaimed authorities in Karabakh one them other Council members"
    " Ministers ministers Joint Statement Affairs spokeswoman for Secretary-General ( ) MFA Mission Its"
    " Security UN EU General Staff official officials anonymity IVAN PETROV (Georgia)"
)
WORDS = [
    "Russia",
    "Turkish",
    "Minister",
    "Foreign",
    "Ministry",
    "Putin",
    "Sergey",
    "Lavrov",
    "Dmitry",
    "Peskov",
    "he",
    "she",
    "it",
    "they",
    "both",
    "sides",
    "the",
    "a",
    "of",
    "and",
    "’s",
    "U.S.",
    "U.S",
    "Congolese",
    "Chad",
    "said",
    ",",
    ".",
    "“",
    "”",
    "-",
    "Ambassador",
    "to",
    "spokesman",
    "statement",
    "by",
    "latter",
    "Thursday",
    "July",
    "12",
    "2020",
    "their",
    "Aliyev",
    "Ilham",
    "Yashar",
    "press",
    "service",
    "government",
    "\n\n",
    "Ն",
    "ı",
    *MORE_WORDS.split(),
    "Pу",
]


def test_version_is_a_word() -> None:
    assert RESOLVER_VERSION.isdecimal()


def test_results_keep_the_order_of_the_quotations() -> None:
    document, quotations = article("[Dmitry Peskov] <said> {a}. “{b},” [he] <said>.")
    forward = resolve(document, quotations, INDEX)
    backward = resolve(document, quotations[::-1], INDEX)
    assert [one.quotation for one in backward] == quotations[::-1]
    assert backward == forward[::-1]


def test_marked_blocks_lend_no_names() -> None:
    document, quotations = article("Kremlin spokesman Dmitry Peskov, seen here\n\n[Peskov] <said> {so}.")
    assert resolve(document, quotations, INDEX)[0].attributions[0].speaker is not None
    marked = replace(document, marks=(MarkedBlock(0, 42, "caption"),))
    assert resolve(marked, quotations, INDEX)[0].attributions[0].speaker is None


def test_a_text_need_not_be_read_twice() -> None:
    document, quotations = article("[Dmitry Peskov] <said> {Turkey left}. “{b},” [he] <said>.")
    named = read_names(document.text, document.body_spans(), INDEX)
    assert resolve(document, quotations, INDEX, named) == resolve(document, quotations, INDEX)
    assert countries_of(named) == countries_named(document.text, document.body_spans(), INDEX) == ["TR"]


def test_nothing_to_resolve() -> None:
    assert resolve(Document(""), [], INDEX) == []
    assert resolve(Document("x"), [], AuthorityIndex(AUTHORITIES)) == []


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, list[Quotation]]:
    text = " ".join(draw(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=40)))
    size = len(text)
    places = st.tuples(st.integers(0, max(0, size - 1)), st.integers(1, 30)).map(
        lambda pair: (pair[0], min(size, pair[0] + pair[1]))
    )
    quotations = draw(
        st.lists(
            st.builds(
                lambda content, cue, sources: Quotation(
                    (content,), INDIRECT, cue, "say", tuple(sources), "", "", ""
                ),
                places,
                st.none() | places,
                st.lists(places, max_size=2),
            ),
            max_size=4,
        )
    )
    return Document(text), quotations if size else []


@given(documents())
@settings(max_examples=300, deadline=None)
def test_never_raises_and_always_answers_the_same(made: tuple[Document, list[Quotation]]) -> None:
    document, quotations = made
    found = resolve(document, quotations, INDEX)
    assert [one.quotation for one in found] == quotations
    assert found == resolve(document, quotations, INDEX)
    for statement in found:
        check(statement)


def check(statement: ResolvedStatement) -> None:
    assert statement.attributions
    for one in statement.attributions:
        assert one.basis and len(one.role) <= 200
        if one.speaker:
            assert one.speaker.key and one.speaker.name.strip() and len(one.speaker.key) <= 120
            assert one.speaker.key.isascii() and len(one.speaker.name) <= 200


@given(st.text(max_size=200))
@settings(deadline=None)
def test_countries_named_never_raises(text: str) -> None:
    assert countries_named(text, [(0, len(text))], INDEX) == countries_named(text, [(0, len(text))], INDEX)


def test_twice_the_text_takes_twice_the_time() -> None:
    """Shapes that tempt a rule to look back over everything."""
    for unit in (
        "[Dmitry Peskov] <said> {so}. [He] <added> {Russia and Turkey}. [The ministry] <said> {no}. ",
        "[they] <said> {so} and ",
        "[Ivo Lund] <said> {so}, and [he] <said> {no}, [it] <said> {no} of Georgia, [both] <said> {no}, ",
        "Georgia’s army and the country’s foreign ministry, her spokesman Lado Beri and [we] <said> {so} ",
        "Minister Ivo Lund met Minister Anna Berg. [The minister] <said> {so}. [His country] <said> {no}. ",
        "Foreign Minister of the Ministry of the “[he] <said> {so} ",
        "the de facto de facto authorities of the office of the president of [officials] <said> {so} ",
        "Ministers of Foreign Affairs of Russia, Georgia, [the Ministers] <said> {so}, and ",
        "The UN Security Council met, [the Council] <said> {so}, [one of them] <said> {no}, ",
        "envoy to the South for the North of the East IVAN PETROV (Georgia), [The Ministry] <said> {so} ",
    ):
        small, large = (timed(unit * count) for count in (100, 800))
        # Eight times the text; 64 times the time would be quadratic, and machines are busy.
        assert large < max(0.2, 40 * small), unit


def timed(marked: str) -> float:
    document, quotations = article(marked)
    random.Random(1).shuffle(quotations)
    return processor_seconds(lambda: resolve(document, quotations, INDEX), rounds=2)
