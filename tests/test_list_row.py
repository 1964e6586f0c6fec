"""A statement's row holds the keys and quoted words of what hangs on it, whoever changed that."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from statements import curation, verification
from statements.models import Attribution, Edit, Speaker, Statement, User
from statements.models.list_row import keep_keys
from statements.search import archive_totals, count_keys, keys
from statements.search.index_text import quoted_text
from tests.factories import PublisherFactory, SpeakerFactory, add_speaker, country, make_statement


@pytest.mark.parametrize(
    ("kind", "parts", "quoted"),
    [
        ("direct", [("“", "We will stay"), ("", "for ever")], " we will stay | for ever "),
        ("indirect", [("that ", "it rains")], "  "),
        ("mixed", [("", "it is “a lie”, and „no news“ to “us")], " a lie | no news | us "),
        ("mixed", [("", 'a "lie" and "worse"')], " lie | worse "),
        ("mixed", [("said: “", "we know” that much")], " we know "),
        ("mixed", [("", "don’t ‘say’ it")], "  "),
        ("indirect", [("", "their «so-called» peace")], " so called "),
    ],
)
def test_quoted_words_are_those_between_the_marks(
    kind: str, parts: list[tuple[str, str]], quoted: str
) -> None:
    assert quoted_text(kind, parts) == quoted


def test_every_key_is_read_again() -> None:
    held = keys.all_keys(
        attributions=[(33, 12), (None, None)],
        about_countries=[7],
        kind_name="direct",
        act_name="warns",
        publisher_id=5,
        agency_id=7,
        earliest=date(2020, 7, 16),
        latest=date(2020, 8, 1),
    )
    assert held.split() == sorted(held.split())
    assert {tuple(part for part in keys.parse(token) if part is not None) for token in held.split()} == {
        ("speaking_for", 12),
        ("speaking_for", 0),
        ("speaker", 33),
        ("speaker", 0),
        ("about", 7),
        ("pair", 12, 7),
        ("kind", "direct"),
        ("act", "warns"),
        ("publisher", 5),
        ("agency", 7),
        ("said", date(2020, 7, 16), date(2020, 8, 1)),
        ("month", "202007"),
        ("month", "202008"),
    }
    with pytest.raises(ValueError, match="no key"):
        keys.parse("q1")


def test_nobody_and_nothing_have_keys_too() -> None:
    held = keys.all_keys(
        attributions=[],
        about_countries=[],
        kind_name="mixed",
        act_name="states",
        publisher_id=None,
        agency_id=None,
        earliest=None,
        latest=None,
    )
    assert held == " b0 c0 d0 kmixed p0 s0 tstates "


def test_stretch_without_an_end_has_the_key_of_any_month() -> None:
    assert keys.months(date.min, date(2020, 7, 1)) == ["m0"]
    assert keys.months(date(9999, 12, 1), date.max) == ["m999912"]
    assert keys.months_between(date(2020, 12, 31), date(2021, 1, 1)) == ["m202012", "m202101", "m0"]
    assert keys.months_between(date(1900, 1, 1), date(2020, 1, 1)) == []


# --- whoever changes what -----------------------------------------------------------------------------


def find_wrong_rows() -> list[verification.Fault]:
    """What does not follow from what a row was made of; public ids are made of nothing here."""
    articles = {statement.article for statement in Statement.objects.select_related("article")}
    faults = [fault for article in articles for fault in verification.verify_statements(article)]
    return [fault for fault in faults if fault.code == "V010"]


@pytest.mark.django_db
def test_a_row_that_does_not_hold_its_keys_is_named() -> None:
    statement = make_statement("the talks “go on”", kind="mixed")
    assert not find_wrong_rows()
    Statement.objects.update(keys=" c1 ")
    Attribution.objects.update(country=country("TR"))
    [fault] = find_wrong_rows()
    assert (fault.code, fault.concerns) == ("V010", f"statement {statement.public_id}")
    keep_keys([statement.pk])
    Statement.objects.update(quoted=" ")
    assert [fault.detail for fault in find_wrong_rows()] == ["quoted is  , not  go on "]


@pytest.mark.django_db
def test_rows_that_are_up_to_date_are_only_read(django_assert_num_queries) -> None:
    rows = [make_statement(f"the talks go on {number}", about=["TR", "AM"]) for number in range(12)]
    with django_assert_num_queries(4):
        keep_keys(row.pk for row in rows)


Deed = Callable[[random.Random, User], object]


def some_statement(rng: random.Random) -> Statement:
    return rng.choice(Statement.objects.order_by("pk"))


def some_speaker(rng: random.Random) -> Speaker:
    return rng.choice(Speaker.objects.current().order_by("pk"))


def mend(rng: random.Random, who: User) -> None:
    said = rng.choice(("", "2020-07", "2019/2020", "../2020-01-02"))
    changes = {
        "kind": rng.choice(Statement.Kind.values),
        "act": rng.choice(("warns", "denies")),
        "agency": rng.choice((None, PublisherFactory(slug="tass"))),
        "said_edtf": said,
        "said_basis": "told" if said else "",
    }
    codes = rng.sample(("TR", "AM", "AZ"), rng.randrange(3))
    curation.correct(some_statement(rng), changes, about=[country(code) for code in codes], who=who)


def shorten(rng: random.Random, who: User) -> None:
    statement = some_statement(rng)
    [(start, end)] = statement.spans
    curation.correct(statement, {}, words=[(start + rng.randrange(2), end - rng.randrange(3))], who=who)


def name_speaker(rng: random.Random, who: User) -> None:
    attribution = rng.choice(Attribution.objects.order_by("pk"))
    spoken_for = rng.choice((None, country("TR")))
    curation.correct_attribution(
        attribution, speaker=some_speaker(rng), country=spoken_for, role="envoy", who=who
    )


def decide(rng: random.Random, who: User) -> None:
    rng.choice((curation.reject, curation.approve))(some_statement(rng), who=who, why="so")


def merge(rng: random.Random, who: User) -> None:
    curation.merge(some_speaker(rng), some_speaker(rng), who=who)


def unmerge(rng: random.Random, who: User) -> None:
    merged = Speaker.objects.exclude(merged_into=None).order_by("pk").first()
    if merged:
        curation.unmerge(merged, who=who)


def split(rng: random.Random, who: User) -> None:
    speaker = some_speaker(rng)
    theirs = list(speaker.attributions.order_by("pk")[:2])
    new = SpeakerFactory.build(slug=f"new-{rng.random()}", country=None)
    if theirs:
        curation.split(speaker, new, theirs, who=who)


def cut(rng: random.Random, who: User) -> None:
    statement = some_statement(rng)
    [(start, end)] = statement.spans
    curation.cut(statement, [(start, start + 3)], [(end - 4, end)], who=who)


def move_article(rng: random.Random, who: User) -> None:
    publisher = rng.choice((None, PublisherFactory(slug="tass"), PublisherFactory(slug="aa")))
    curation.correct_article(some_statement(rng).article, {"publisher": publisher}, who=who)


def undo(rng: random.Random, who: User) -> None:
    actions = list(dict.fromkeys(Edit.objects.order_by("-pk").values_list("action", flat=True)[:40]))
    if actions:
        curation.revert_action(rng.choice(actions[:5]), who=who)


DEEDS: tuple[Deed, ...] = (
    mend, shorten, name_speaker, decide, merge, unmerge, split, cut, move_article, undo, undo, undo,
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(6))
def test_after_any_history_every_row_holds_its_keys(seed: int, curator: User) -> None:
    rng = random.Random(seed)
    for number in range(6):
        statement = make_statement(
            f"the talks of day {number} “go on and on”", speaker=f"Speaker {number % 4}", about=["AM"]
        )
        if number % 3 == 0:
            add_speaker(statement, None)
    done: Counter[str] = Counter()
    for _ in range(40):
        deed = rng.choice(DEEDS)
        try:
            deed(rng, curator)
        except ValidationError:
            continue
        done[deed.__name__] += 1
    assert len(done) > 6, done
    assert not find_wrong_rows()
    counted = count_keys(Statement.objects.listed())
    assert counted == archive_totals()
    spoken = Attribution.objects.filter(statement__listed=True, country=country("TR"))
    number = spoken.values("statement").distinct().count()
    assert counted[keys.speaking_for(country("TR").pk)] == number
