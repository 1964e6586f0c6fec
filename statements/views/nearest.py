"""A quotation is pasted, and the archive says what it has of it: these words, near ones, or none."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from statements.folding import written_words
from statements.models.statement import Statement
from statements.search import in_words
from statements.search.nearest import FEWEST_WORDS, Answer, find_nearest
from statements.search.query import LONGEST_QUERY
from statements.views.entries import entry_runs, for_entries, newest_entries
from statements.wordings import Change, compare_words

SHOWN = 5


class NearWording(NamedTuple):
    """A recorded wording beside the one that was pasted."""

    statement: Statement
    changes: list[Change]
    before: str  # what stands before the words that were pasted, and behind them
    after: str
    shared: int
    words: int


@require_safe
def nearest_wording(request: HttpRequest) -> HttpResponse:
    pasted = " ".join(request.GET.get("q", "").split())
    too_long = len(pasted) > LONGEST_QUERY
    answer = find_nearest(Statement.objects.listed(), "" if too_long else pasted)
    context = {
        "section": "wording",
        "pasted": pasted,
        "longest": LONGEST_QUERY,
        "fewest": FEWEST_WORDS,
        "too_long": too_long,
        "kind": kind_of(answer) if pasted and not too_long else "",
        "answer": answer,
        "looked_up": " ".join(answer.words),
        "entries": newest_entries([in_words(answer.query)], SHOWN, answer.query) if answer.exact else [],
        "all_of_them": f"{reverse('statement-list')}?{urlencode({'q': str(answer.query)})}",
        "near": lay_beside(pasted, answer),
    }
    return render(request, "statements/nearest_wording.html", context)


def kind_of(answer: Answer) -> str:
    """The three answers, and what is too short for any but the first."""
    if not answer.words:
        return "nothing"
    if answer.exact:
        return "exact"
    if answer.near:
        return "near"
    return "short" if answer.is_short else "none"


def lay_beside(pasted: str, answer: Answer) -> list[NearWording]:
    rows = for_entries(Statement.objects.all()).in_bulk([near.pk for near in answer.near])
    return [compared(pasted, rows[near.pk]) for near in answer.near if near.pk in rows]


def compared(pasted: str, statement: Statement) -> NearWording:
    """What was not pasted, before and behind, is no difference: a quotation may be cut."""
    recorded = statement.words
    changes = compare_words(pasted, recorded)
    before, after = around(statement)
    if len(changes) > 1 and changes[0].kind == "added":
        before, changes = before + changes[0].text, changes[1:]
    if len(changes) > 2 and changes[-1].kind == "added" and not replaces(changes):
        after, changes = changes[-1].text + after, changes[:-1]
    shared = sum(len(list(written_words(one.text))) for one in changes if one.kind == "same")
    return NearWording(statement, changes, before, after, shared, len(list(written_words(recorded))))


def around(statement: Statement) -> tuple[str, str]:
    """The article's words on both sides, with the cue: a denial would read as a claim without it."""
    runs = entry_runs(statement, None)
    said = [at for at, run in enumerate(runs) if run.role == "words"]
    if not said:
        return "", ""
    before, after = runs[: said[0]], runs[said[-1] + 1 :]
    return "".join(run.text for run in before), "".join(run.text for run in after)


def replaces(changes: list[Change]) -> bool:
    """The last words stand in the place of others."""
    *_others, before, between, _last = changes
    return before.kind == "left_out" and between.text.isspace()
