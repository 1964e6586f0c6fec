"""One statement proved before the reader's eyes: every hash and every slice computed again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from statements.models.article import Article, path_of
from statements.models.statement import GONE, Statement
from statements.provenance import sha256_of
from statements.views.statements import with_speakers

AROUND = 32  # characters shown on either side of a slice


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A hash as recorded, and as it is now; ``now`` is empty where nothing is there to hash."""

    recorded: str
    now: str

    @property
    def holds(self) -> bool:
        return self.recorded == self.now


@dataclass(frozen=True, slots=True)
class Slice:
    """Recorded words, and what stands in the text at their place. Offsets are code points."""

    what: str
    start: int
    end: int
    recorded: str
    before: str
    now: str
    after: str

    @property
    def holds(self) -> bool:
        return self.recorded == self.now


@require_safe
def statement_verify(request: HttpRequest, public_id: str) -> HttpResponse:
    statement = get_object_or_404(with_speakers(Statement.objects.all()), public_id=public_id)
    if statement.review_state in GONE:
        return render(request, "410.html", {"section": "statements", "statement": statement}, status=410)
    article = statement.article
    original = Fingerprint(article.original.sha256, hash_of_original(article))
    text = Fingerprint(article.text_sha256, sha256_of(article.text))
    slices = list(slices_of(statement))
    context = {
        "section": "statements",
        "statement": statement,
        "article": article,
        "original": original,
        "text": text,
        "slices": slices,
        "holds": original.holds and text.holds and all(one.holds for one in slices),
    }
    return render(request, "statements/statement_verify.html", context)


def hash_of_original(article: Article) -> str:
    """SHA-256 of the kept bytes; empty when the store has lost them."""
    try:
        with path_of(article.original.sha256).open("rb") as kept:
            return hashlib.file_digest(kept, "sha256").hexdigest()
    except OSError:
        return ""


def slices_of(statement: Statement) -> Iterator[Slice]:
    """The statement's words, its cue and its sources, each beside what the text has at that place."""
    text = statement.article.text

    def cut(what: str, start: int, end: int, recorded: str) -> Slice:
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        # Whole words, where there is a space to cut at.
        if start > AROUND:
            before = before[before.find(" ") + 1 :]
        if end + AROUND < len(text):
            after = after[: after.rfind(" ") + 1] or after
        return Slice(what, start, end, recorded, before, text[start:end], after)

    for part in statement.parts.all():
        yield cut("words", part.start, part.end, part.exact)
    if statement.cue_start is not None and statement.cue_end is not None:
        yield cut("cue", statement.cue_start, statement.cue_end, statement.cue)
    for row in statement.attributions.all():
        if row.source_start is not None and row.source_end is not None:
            yield cut("source", row.source_start, row.source_end, row.source)
