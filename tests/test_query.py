"""The query language: what each thing that may be typed means, or what it is refused with."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from statements.search import QueryError, parse_query
from statements.search.query import FIELDS, LONGEST_QUERY, Field, leave_out

# What was typed -> its canonical text. Words are folded, a term of several words stands in marks.
MEANINGS = [
    ("peace talks", "peace talks"),
    ("Peace PEACE peace", "peace"),
    ("Çavuşoğlu", "cavusoglu"),
    ('"brought to account"', '"brought to account"'),
    ("“brought to account”", '"brought to account"'),
    ("„brought to account“", '"brought to account"'),
    ("«brought to account»", '"brought to account"'),
    ("»brought to account«", '"brought to account"'),
    ("「brought to account」", '"brought to account"'),
    ("”brought to account”", '"brought to account"'),
    ('"one"', "one"),
    ('"" “ ”', ""),
    # Marks that do not pair, and marks inside marks.
    ('"unclosed to account', '"unclosed to account"'),
    ('“brought to" account', '"brought to" account'),
    ("“one “two” three” four", '"one two three" four'),
    ("“he said “hello” twice", '"he said" hello twice'),
    ("“he said 'hello' twice”", '"he said hello twice"'),
    ('“one "two" three” four', '"one two three" four'),
    ('say"the words"again', 'say "the words" again'),
    # Written as one word.
    ("F-16", '"f 16"'),
    ("Armenia’s don't", '"armenia s" "don t"'),
    ("10:30", '"10 30"'),
    ("1,000", '"1 000"'),
    ("U.S.", '"u s"'),
    ("war,peace war/peace war—peace", "war peace"),
    ("https://example.org/a?b=c", 'https "example org" a b c'),
    # A minus begins what it leaves out; any other is a dash.
    ("peace -war", "peace -war"),
    ("-war", "-war"),
    ("−war －war", "-war"),
    ('-"peace talks"', '-"peace talks"'),
    ("-F-16", '-"f 16"'),
    ("-and/or", '-"and or"'),
    ("talks - peace – war --now", "talks peace war now"),
    ("-!", ""),
    ("(-war)", "-war"),
    ("cease-fire", '"cease fire"'),
    # One or the other.
    ("war OR peace", "war OR peace"),
    ("war|peace || talks", "war OR peace OR talks"),
    ("war OR peace talks", "war OR peace talks"),
    ('"a b" OR cd*', '"a b" OR cd*'),
    ("war or peace", "war or peace"),
    ("(war OR peace) talks", "war OR peace talks"),
    ("war OR war", "war"),
    ("ＷＡＲ　ＯＲ　ｐｅａｃｅ", "war OR peace"),
    # Beginnings of words.
    ("negotiat*", "negotiat*"),
    ("Çavu*,", "cavu*"),
    ("F-16*", '"f 16*"'),
    ('"peace tal*"', '"peace tal*"'),
    ('"peace tal"*', '"peace tal*"'),
    ("-negotiat*", "-negotiat*"),
    ("* ** talks * **bold**", "talks bold"),
    # Fields.
    ("for:TR", "for:TR"),
    ("FOR:TR Speaker:akar", "for:TR speaker:akar"),
    ('for:"Saudi Arabia"', 'for:"Saudi Arabia"'),
    ("for:“Saudi Arabia”", 'for:"Saudi Arabia"'),
    ('for:"Saudi Arabia', 'for:"Saudi Arabia"'),
    ("-for:TR", "-for:TR"),
    ("peace for:TR talks for:AM, for:TR", "peace talks for:TR for:AM"),
    ("before:2020-07-14", "before:2020-07-14"),
    ("(for:TR)", "for:TR"),
    ("for：TR", "for:TR"),
    ("via:https://example.org", 'via:"https://example.org"'),
    ('"for:TR"', '"for tr"'),
    # No field of ours.
    ("said: we go", "said we go"),
    ("said:we", '"said we"'),
    ('said:"we go"', 'said "we go"'),
    ("before", "before"),
    ("AND NOT", "and not"),
    # Nothing to look for.
    ("", ""),
    ("!!! --- ()", ""),
    ("\x00 😀", ""),
]


@pytest.mark.parametrize(("typed", "canonical"), MEANINGS)
def test_what_is_typed_has_this_meaning(typed: str, canonical: str) -> None:
    assert str(parse_query(typed)) == canonical
    assert parse_query(canonical) == parse_query(typed)
    assert bool(parse_query(typed)) == bool(canonical)


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("OR", "a word on each side.*write it small: or"),
        ("peace OR", "a word on each side"),
        ("OR peace", "a word on each side"),
        ("war OR OR peace", "a word on each side"),
        ("war | | peace |", "a word on each side"),
        ('war OR ""', "a word on each side"),
        ("war OR -peace", "cannot join “-peace”"),
        ("-war OR peace", "cannot join “-war”"),
        ("for:TR OR for:AM", "cannot join “for:TR”"),
        ("for:TR|AM", "cannot join “for:TR”"),
        ("(war now) OR peace", "Brackets do not group.*OR stands between"),
        ("war OR (peace now)", "Brackets do not group"),
        ("-(war peace)", "Brackets do not group.*-war -conflict"),
        ("-", "right before a word: -word"),
        (" − ", "right before a word: -word"),
        ('-""', "after the minus"),
        ("a*", "“a\\*” would find nearly everything.*2 letters"),
        ("é*", "“e\\*” would find"),
        ("F-1*", "2 letters"),
        ("½*", "2 letters"),
        ("*talks", "end of a word.*“\\*talks”.*talks\\*"),
        ("neg*ate", "end of a word.*“neg\\*ate”.*neg\\*"),
        ("for:", "“for:” needs a value.*for:TR.*leave the colon out"),
        ("for: TR", "“for:” needs a value"),
        ('before:""', "“before:” needs a value.*2020-07-14"),
        ("act:!!", "“act:” needs a value"),
        ("-speaker:", "“speaker:” needs a value"),
        (" ".join(f"a{n}x*" for n in range(11)), "more than 10 words with a star"),
        ("a" * (LONGEST_QUERY + 1), "2,001 characters; 2,000 are the most"),
        (" ".join(map(str, range(300))), "more than 200 words"),
        (" ".join(f"-{n}" for n in range(201)), "more than 200 words"),
        (" ".join(f"for:{n}" for n in range(201)), "more than 200 words"),
    ],
)
def test_what_cannot_be_meant_says_what_to_write(typed: str, remedy: str) -> None:
    with pytest.raises(QueryError, match=remedy):
        parse_query(typed)


def test_words_are_those_asked_for_once_in_their_order() -> None:
    query = parse_query('talks "peace talks" war|conflict neg* -never for:TR')
    assert query.words == ("talks", "peace", "war", "conflict", "neg")
    assert [field.name for field in query.fields] == ["for"]


def test_a_field_that_stands_elsewhere_is_the_same_field() -> None:
    assert parse_query("a for:TR").fields == parse_query("for:TR").fields == (Field("for", "TR"),)


PIECES = st.sampled_from(
    ["peace", "Çavuşoğlu", "OR", "or", "|", "-", "−", "--", "*", "**", '"', "“", "”", "„", "«", "»", "(", ")",
     ":", " ", "  ", "for:", "about:", "said:", "TR", "F-16", "’s", "½", "ﷺ", "ﬁ", "İ", "\u3000", "：", "＂",
     "\x00", "😀"]
)  # fmt: skip
TYPED = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60)


@settings(max_examples=600, deadline=None)
@given(TYPED)
def test_anything_typed_is_a_query_or_an_error_with_a_message(typed: str) -> None:
    try:
        query = parse_query(typed)
    except QueryError as error:
        assert str(error)
        return
    assert parse_query(str(query)) == query
    for term in [*query.options, *query.excluded]:
        assert all(word and word == "".join(word.split()) for word in term.words)
        assert not term.prefix or len(term.words[-1]) >= 2
    assert all(field.name in FIELDS and field.value.strip() for field in query.fields)


@settings(max_examples=600, deadline=None)
@given(TYPED, st.booleans())
def test_fields_that_are_taken_out_leave_the_rest(typed: str, every: bool) -> None:
    try:
        query = parse_query(typed)
    except QueryError:
        assume(False)
    moved = [field for field in query.fields if every or not field.excluded]
    left = parse_query(leave_out(typed, moved))
    assert (left.terms, left.excluded) == (query.terms, query.excluded)
    assert left.fields == tuple(field for field in query.fields if field not in moved)


def test_what_is_left_stays_as_it_was_typed() -> None:
    typed = 'Çavuşoğlu for:"Saudi Arabia" “Brought to account” -for:AM about:TR'
    fields = [field for field in parse_query(typed).fields if not field.excluded]
    assert leave_out(typed, fields) == "Çavuşoğlu “Brought to account” -for:AM"
    assert leave_out("for:TR", [Field("for", "TR")]) == ""
