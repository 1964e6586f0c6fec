"""Curators and machines in any order: no edit is lost, and every disagreement is written down.

Two hundred random histories. Each sentence of the text holds one statement;
a machine that reads it again may say other things of it, find other words, or
not find it at all, and between two readings people do whatever they may do.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from statements import curation
from statements.logged_fields import alike, field_of
from statements.models import Article, Edit, Proposal, Statement, User
from statements.models.statement import GONE
from statements.store.articles import create_article, update_article
from tests.building import LAVROV, UNNAMED, record, resolved
from tests.factories import CountryFactory, OriginalFactory, UserFactory

pytestmark = pytest.mark.django_db

SENTENCES = (
    "Lavrov said the talks go on as planned.",
    "Lavrov said the border stays shut for now.",
    "Lavrov said the roads are open to all.",
)
TEXT = " ".join(SENTENCES)
# What a machine may find in each sentence: all the words, fewer, or none.
FINDS = tuple(
    (sentence[len("Lavrov said ") : -1], sentence[len("Lavrov said ") : -1].rsplit(" ", 1)[0], "")
    for sentence in SENTENCES
)
ACTS = ("states", "denies", "warns")
COUNTRIES = ((), ("AM",), ("AM", "TR"))
COMPARED = ("act", "about_countries", "words", "attributions")
STEPS = 14


def read_by_machine(chance: Random, version: int) -> tuple[Any, dict[int, dict[str, Any]]]:
    """A reading of the text, and by sentence what it says of the fields that are compared."""
    found, said = [], {}
    for number, finds in enumerate(FINDS):
        words = chance.choice(finds)
        if not words:
            continue
        act, about, speaker = chance.choice(ACTS), chance.choice(COUNTRIES), chance.choice((LAVROV, UNNAMED))
        found.append(resolved(TEXT, words, act=act, about=about, speaker=speaker))
        start = TEXT.index(words)
        said[number] = {
            "act": act,
            "about_countries": sorted(about),
            "words": [[start, start + len(words)]],
            "attributions": [{"speaker": speaker.key, "country": found[-1].attributions[0].country}],
        }
    return record(TEXT, *found, version=str(version)), said


# --- what people do -------------------------------------------------------------------------


def approve(chance: Random, statement: Statement, who: User) -> None:
    curation.approve(statement, who=who)


def reject(chance: Random, statement: Statement, who: User) -> None:
    curation.reject(statement, who=who, why="the narrator’s")


def correct_act(chance: Random, statement: Statement, who: User) -> None:
    curation.correct(statement, {"act": chance.choice(ACTS)}, who=who)


def correct_about(chance: Random, statement: Statement, who: User) -> None:
    curation.correct(statement, {}, about=[CountryFactory(code=chance.choice(("AM", "TR")))], who=who)


def correct_words(chance: Random, statement: Statement, who: User) -> None:
    part = statement.parts.get()
    curation.correct(statement, {}, words=[(part.start, part.end - chance.choice((1, 2)))], who=who)


def undo(chance: Random, statement: Statement, who: User) -> None:
    edits = list(curation.history_of(statement))
    if edits:
        curation.revert_action(chance.choice(edits).action, who=who)


def decide(chance: Random, statement: Statement, who: User) -> None:
    proposals = list(Proposal.objects.open())
    if proposals:
        chance.choice((curation.take, curation.keep))(chance.choice(proposals), who=who)


DEEDS: tuple[Callable[[Random, Statement, User], None], ...] = (
    approve,
    reject,
    correct_act,
    correct_about,
    correct_words,
    undo,
    decide,
    decide,
)


# --- what must hold -----------------------------------------------------------------------------


def log() -> list[tuple[Any, ...]]:
    return list(Edit.objects.order_by("pk").values_list("pk", "record_id", "field", "old", "new", "who"))


def as_it_is(statement: Statement) -> dict[str, Any]:
    return {name: field_of(statement, name).read(statement) for name in (*COMPARED, "review_state")}


def by_people() -> dict[str, dict[str, Any]]:
    """The statements that somebody decided on, by public id."""
    return {one.public_id: as_it_is(one) for one in Statement.objects.all() if is_decided(one)}


def is_decided(statement: Statement) -> bool:
    machines = statement.review_reason.startswith("No longer found by extractor")
    return statement.review_state != "machine" and not machines


def check_last_word_is_the_logs() -> None:
    """What people last said of a field is what it holds, while they stand by the statement."""
    for statement in Statement.objects.all():
        if not is_decided(statement):
            continue
        last: dict[str, Any] = {}
        given_back = None
        for edit in curation.history_of(statement).order_by("pk"):
            last[edit.field] = edit.new
            if edit.field == "review_state" and edit.new["state"] == "machine":
                given_back = edit.action
            if edit.action == given_back:
                last.clear()  # nobody stands by it any more: the machine may write again
        for name, value in last.items():
            held = field_of(statement, name).read(statement)
            assert alike(name, held, value), (statement.public_id, name, held, value)


def check_disagreements(said: dict[int, dict[str, Any]]) -> None:
    """Wherever the machine would have a standing statement otherwise, that is proposed, or was decided.

    Where people let two stand in one sentence, the machine's find may be the
    other one: then it is proposed that this one is found no longer.
    """
    for statement in Statement.objects.exclude(review_state__in=("machine", *GONE)):
        number = sum(TEXT.index(sentence) <= statement.start for sentence in SENTENCES) - 1
        if number not in said or not is_told(statement, "found", False):
            wanted = {"found": number in said, **said.get(number, {})}
            for name, value in wanted.items():
                held = field_of(statement, name).read(statement)
                told = alike(name, held, value) or is_told(statement, name, value)
                assert told, (statement.public_id, name, held, value)


def is_told(statement: Statement, name: str, value: Any) -> bool:
    """Whether a value is proposed for a field, or somebody kept the field against it or replaced it."""
    proposals = Proposal.objects.filter(
        record="statement", record_id=statement.pk, field=name, state__in=("open", "kept")
    )
    replaced = Edit.objects.filter(record="statement", record_id=statement.pk, field=name)
    replaced = replaced.filter(reverts=None, reverted_by=None)
    told = [one.value for one in proposals] + [edit.old for edit in replaced]
    return any(alike(name, one, value) for one in told)


@pytest.mark.parametrize("seed", range(200))
def test_no_edit_is_lost_and_every_disagreement_is_written_down(seed: int) -> None:
    chance = Random(seed)
    for code in ("RU", "TR", "AM"):
        CountryFactory(code=code)
    people = [UserFactory(), UserFactory()]
    reading, _ = read_by_machine(chance, 1)
    article: Article = create_article(reading, OriginalFactory())
    for step in range(2, STEPS):
        logged = log()
        statements = list(Statement.objects.order_by("pk"))
        if chance.random() < 0.4 or not statements:
            decided = by_people()
            reading, said = read_by_machine(chance, step)
            update_article(article, reading)
            assert log() == logged
            assert {
                public_id: now for public_id, now in by_people().items() if public_id in decided
            } == decided
            check_disagreements(said)
        else:
            deed, who = chance.choice(DEEDS), chance.choice(people)
            try:
                deed(chance, chance.choice(statements), who)
            except ValidationError:
                assert log() == logged
            assert log()[: len(logged)] == logged
        check_last_word_is_the_logs()
