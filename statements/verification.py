"""Check that the archive still holds what it promises, and name what it does not.

Reads and recomputes; changes nothing. Each fault has a code, which stays the
same for good, so that scripts may rely on it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet

from statements.models import Article, Original, Statement
from statements.models.article import path_of
from statements.provenance import sha256_of
from statements.store.originals import read_kept

# Code → what it means; the table in docs/architecture.md is compared with this.
CODES = {
    "V001": "an original's bytes are missing",
    "V002": "an original's bytes are altered",
    "V003": "a file lies among the originals that no row knows",
    "V004": "an article's text is not the one whose SHA-256 was recorded",
    "V005": "an article's text no longer derives from its original",
    "V006": "a statement's words are not what stands at their offsets",
    "V007": "a statement has no words",
    "V008": "an original that nothing came of: no article, and no outcome that says why",
}


class Fault(NamedTuple):
    """One thing that is not as promised: its code, what it concerns, and in what way."""

    code: str
    concerns: str
    detail: str


Derive = Callable[[bytes, str], str]


def verify(derive: Derive, current_cleaner: str, sample: int | None = None) -> Iterator[Fault]:
    """Every fault of the archive, or of ``sample`` originals chosen at random and what hangs on them.

    ``derive`` makes an article's text of an original's bytes and file name.
    A text that an older cleaner made is not derived again: that one is gone.
    """
    originals = Original.objects.order_by("?")[:sample] if sample else Original.objects.order_by("pk")
    for original in originals.iterator():
        data, fault = read_original(original)
        if fault:
            yield fault
        articles = list(original.articles.order_by("pk"))
        if not articles and not original.outcomes.exists():
            yield Fault(
                "V008", f"original {original.sha256}", f"from {original.location or 'standard input'}"
            )
        for article in articles:
            is_derivable = article.cleaner_version == current_cleaner
            yield from verify_article(article, data, derive if is_derivable else None)
    if not sample:
        yield from find_orphans(settings.ORIGINALS_DIR)


def read_original(original: Original) -> tuple[bytes | None, Fault | None]:
    """An original's bytes, or what is wrong with them."""
    try:
        data = read_kept(path_of(original.sha256))
    except OSError as error:
        return None, Fault("V001", f"original {original.sha256}", error.strerror or str(error))
    found = sha256_of(data)
    if found != original.sha256:
        return None, Fault("V002", f"original {original.sha256}", f"its bytes have the SHA-256 {found}")
    return data, None


def verify_article(article: Article, data: bytes | None, derive: Derive | None) -> Iterator[Fault]:
    """An article's text against its hash and its original, and every word cut from it."""
    found = sha256_of(article.text)
    if found != article.text_sha256:
        yield Fault("V004", f"article {article.public_id}", f"its text has the SHA-256 {found}")
    if derive and data is not None and (problem := _derives_otherwise(article, data, derive)):
        yield Fault("V005", f"article {article.public_id}", problem)
    yield from verify_statements(article.text, article.statements.prefetch_related("parts", "attributions"))


def _derives_otherwise(article: Article, data: bytes, derive: Derive) -> str:
    """Why the article's text no longer comes of its original, read under any name it was ingested by."""
    locations = [article.original.location, *article.outcomes.values_list("location", flat=True)]
    problem = ""
    for name in dict.fromkeys(Path(location).name for location in locations):
        try:
            if derive(data, name) == article.text:
                return ""
            problem = "another text comes out now"
        except ValueError as error:
            problem = problem or f"its original cannot be read now: {error}"
    return problem


def verify_statements(text: str, statements: QuerySet[Statement]) -> Iterator[Fault]:
    """Every part, cue and source against the text. The database refuses all else."""
    for statement in statements.iterator(chunk_size=500):
        if not statement.parts.all():
            yield Fault("V007", f"statement {statement.public_id}", "no part of the text is its own")
        for what, start, end, words in _spans_of(statement):
            if start is not None and text[start:end] != words:
                detail = f"{what} {start}–{end}: “{words[:60]}”"
                yield Fault("V006", f"statement {statement.public_id}", detail)


def _spans_of(statement: Statement) -> Iterator[tuple[str, int | None, int | None, str]]:
    for part in statement.parts.all():
        yield "part", part.start, part.end, part.exact
    yield "cue", statement.cue_start, statement.cue_end, statement.cue
    for attribution in statement.attributions.all():
        yield "source", attribution.source_start, attribution.source_end, attribution.source


def find_orphans(folder: Path) -> Iterator[Fault]:
    """Files among the originals that are no original's: left by a crash, or put there by hand."""
    known = set(Original.objects.values_list("sha256", flat=True))
    for parent, _, names in os.walk(folder):
        for name in sorted(names):
            path = Path(parent) / name
            if name not in known or path != path_of(name):
                yield Fault("V003", str(path.relative_to(folder)), "no row has this file")
