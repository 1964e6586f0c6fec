"""Check that the archive still holds what it promises, and name what it does not.

Reads and recomputes; changes nothing. Each fault has a code, which stays the
same for good, so that scripts may rely on it. An import may go on meanwhile:
whatever looks wrong is looked at again before it is named.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction
from django.db.models import Exists, OuterRef

from statements import edtf, triggers
from statements.logged_fields import field_of
from statements.models import (
    Article,
    Edit,
    ImportOutcome,
    Original,
    Statement,
    UtteranceMember,
    UtterancePair,
)
from statements.models.article import path_of
from statements.models.list_row import COLUMNS, rows_anew
from statements.models.statement import GONE, UNDATED
from statements.provenance import make_public_id, select, sha256_of
from statements.search import index_text
from statements.search.sqlite import INDEX
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
    "V009": "a public id is not the one that its original and its words gave",
    "V010": "a row does not hold what follows from its bytes, words, date or article",
    "V011": "a record is not as the last edit of it left it",
    "V012": "a row refers to one that is not there",
    "V013": "a trigger that guards words or history is missing or altered",
    "V014": "the search index is out of step with the statements",
    "V015": "an import took an article in, and there is none",
}

PAUSE = 1.0  # seconds that an import has to finish what looked wrong


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
    barren = []
    for original in originals.iterator():
        data, fault = read_original(original)
        if fault:
            yield fault
        if is_barren(original):
            barren.append(original)
        for pk, cleaner_version in original.articles.order_by("pk").values_list("pk", "cleaner_version"):
            yield from verify_article(pk, data, derive if cleaner_version == current_cleaner else None)
    yield from _found_twice(partial(find_barren, barren), PAUSE)
    yield from find_missing_triggers()
    if not sample:
        yield from _found_twice(partial(find_orphans, settings.ORIGINALS_DIR), PAUSE)
        yield from _found_twice(find_dangling)
        yield from _found_twice(find_lost_articles)
        yield from _found_twice(find_undone_edits)
        yield from _found_twice(find_wrong_groups)
        yield from find_broken_index()


def _found_twice(find: Callable[[], Iterator[Fault]], pause: float = 0) -> Iterator[Fault]:
    """The faults that are still there at a second look: an import may have been at those rows."""
    faults = list(find())
    if not faults:
        return
    time.sleep(pause)
    still = set(find())
    yield from (fault for fault in faults if fault in still)


# --- originals --------------------------------------------------------------------------


def read_original(original: Original) -> tuple[bytes | None, Fault | None]:
    """An original's bytes, or what is wrong with them."""
    name = f"original {original.sha256}"
    try:
        data = read_kept(path_of(original.sha256))
    except OSError as error:
        return None, Fault("V001", name, error.strerror or str(error))
    found = sha256_of(data)
    if found != original.sha256:
        return None, Fault("V002", name, f"its bytes have the SHA-256 {found}")
    if len(data) != original.size:
        return data, Fault("V010", name, f"it has {len(data)} bytes, its row says {original.size}")
    return data, None


def is_barren(original: Original) -> bool:
    return not original.articles.exists() and not original.outcomes.exists()


def find_barren(originals: Iterable[Original]) -> Iterator[Fault]:
    for original in filter(is_barren, originals):
        yield Fault("V008", f"original {original.sha256}", f"from {original.location or 'standard input'}")


def find_orphans(folder: Path) -> Iterator[Fault]:
    """Files among the originals that are no original's: left by a crash, or put there by hand."""
    known = set(Original.objects.values_list("sha256", flat=True))
    for parent, _, names in os.walk(folder):
        for name in sorted(names):
            path = Path(parent) / name
            if name not in known or path != path_of(name):
                yield Fault("V003", str(path.relative_to(folder)), "no row has this file")


# --- articles and their statements --------------------------------------------------------


def verify_article(pk: int, data: bytes | None, derive: Derive | None) -> Iterator[Fault]:
    """An article's text against its hash and its original, and every word cut from it."""

    def find() -> Iterator[Fault]:
        article = Article.objects.select_related("original").get(pk=pk)
        yield from _verify_text(article, data, derive)
        yield from verify_statements(article)

    return _found_twice(find)


def _verify_text(article: Article, data: bytes | None, derive: Derive | None) -> Iterator[Fault]:
    name, found = f"article {article.public_id}", sha256_of(article.text)
    if found != article.text_sha256:
        yield Fault("V004", name, f"its text has the SHA-256 {found}")
    if derive and data is not None and (problem := _derives_otherwise(article, data, derive)):
        yield Fault("V005", name, problem)
    if not _gave_id(article.public_id, article.original, (article.text_sha256,)):
        yield Fault("V009", name, "its original or the recorded SHA-256 of its text was another")


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


def _gave_id(public_id: str, original: Original, words: tuple[str, ...], occurrence: int = 0) -> bool:
    """Whether a public id was made from these. It never changes, so it tells whether they have."""
    return make_public_id(original.sha256, words, occurrence, len(public_id)) == public_id


def verify_statements(article: Article) -> Iterator[Fault]:
    """Every part, cue and source against the text, which the database guards; then what follows from them."""
    statements = article.statements.prefetch_related("parts", "attributions")
    held = {row.pk: held for row, held in rows_anew(article.statements.only(*COLUMNS).order_by("pk"))}
    mended = set(
        Edit.objects.filter(
            record="statement", field="words", record_id__in=article.statements.values("pk")
        ).values_list("record_id", flat=True)
    )
    for statement in statements.iterator(chunk_size=500):
        name = f"statement {statement.public_id}"
        words = statement.exact
        if not words:
            yield Fault("V007", name, "no part of the text is its own")
        for what, start, end, exact in _spans_of(statement):
            if start is not None and article.text[start:end] != exact:
                yield Fault("V006", name, f"{what} {start}–{end}: “{exact[:60]}”")
        yield from _wrong_surroundings(name, article.text, statement)
        has_first_words = bool(words) and statement.pk not in mended
        if has_first_words and not _gave_id(
            statement.public_id, article.original, words, statement.occurrence
        ):
            yield Fault("V009", name, f"its words were others than “{' … '.join(words)[:60]}”")
        for field, expected in _what_follows(article, statement, words, held.get(statement.pk)).items():
            if getattr(statement, field) != expected:
                yield Fault("V010", name, f"{field} is {getattr(statement, field)}, not {expected}"[:200])


def _spans_of(statement: Statement) -> Iterator[tuple[str, int | None, int | None, str]]:
    for part in statement.parts.all():
        yield "part", part.start, part.end, part.exact
    yield "cue", statement.cue_start, statement.cue_end, statement.cue
    for attribution in statement.attributions.all():
        yield "source", attribution.source_start, attribution.source_end, attribution.source


def _wrong_surroundings(name: str, text: str, statement: Statement) -> Iterator[Fault]:
    """The words before and after a part, by which it is found again in another text."""
    for part in statement.parts.all():
        if text[part.start : part.end] == part.exact:
            selector = select(text, (part.start, part.end))
            if (part.prefix, part.suffix) != (selector.prefix, selector.suffix):
                yield Fault("V006", name, f"what stands round part {part.start}–{part.end}")


def _what_follows(
    article: Article, statement: Statement, words: tuple[str, ...], held: tuple[str, str] | None
) -> dict[str, Any]:
    """What a statement's row holds for lists and for search, worked out again."""
    earliest, latest = _bounds(statement.said_edtf)
    follows: dict[str, Any] = {
        "publisher_id": article.publisher_id,
        "listed": not article.superseded and statement.review_state not in GONE,
        "said_earliest": earliest,
        "said_latest": latest,
        "said_sort": edtf.sort_day(earliest, latest) if earliest and latest else UNDATED,
    }
    if words:
        follows |= {"start": statement.parts.all()[0].start, "folded": index_text(words)}
    if held:  # else an import added it just now
        follows["keys"] = held[0]
        follows |= {"quoted": held[1]} if words else {}
    return follows


def _bounds(said: str) -> tuple[date | None, date | None]:
    try:
        return edtf.bounds(said) if said else (None, None)
    except ValueError:
        return None, None


# --- the archive as a whole ---------------------------------------------------------------


def find_missing_triggers() -> Iterator[Fault]:
    """Without them a hand in the database can change words and history unseen."""
    installed = triggers.installed(connection)
    for name, sql in triggers.declared(connection.vendor).items():
        if installed.get(name) != triggers.as_installed(sql):
            yield Fault("V013", f"trigger {name}", "altered" if name in installed else "missing or off")


def find_dangling() -> Iterator[Fault]:
    """References to rows that somebody took out where the database did not look."""
    for model in apps.get_app_config("statements").get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey):
                target = field.remote_field.model._base_manager.filter(pk=OuterRef(field.attname))
                rows = model._base_manager.filter(~Exists(target), **{f"{field.attname}__isnull": False})
                for pk, missing in rows.values_list("pk", field.attname).order_by("pk").iterator():
                    yield Fault(
                        "V012", f"{model._meta.model_name} {pk}", f"its {field.name} is row {missing}"
                    )


def find_lost_articles() -> Iterator[Fault]:
    result = ImportOutcome.Result
    taken_in = ImportOutcome.objects.filter(result__in=(result.CREATED, result.UPDATED, result.UNCHANGED))
    for outcome in taken_in.filter(article__isnull=True).order_by("pk").iterator():
        yield Fault(
            "V015", f"outcome {outcome.pk}", f"{outcome.result}: {outcome.location or 'standard input'}"
        )


# Fields that the log may hold as one or one by one: the whole, and how its parts begin.
WHOLES = {"attributions": "attribution ", "said": "said_", "date": "published"}


def find_undone_edits() -> Iterator[Fault]:
    """Every record against the last edit of each of its fields: machines leave those alone."""
    known = apps.get_app_config("statements").models
    edits = Edit.objects.order_by("record", "record_id", "pk").values_list(
        "record", "record_id", "field", "new"
    )
    # What was decided on a proposal is no value that a machine must leave alone.
    edits = edits.exclude(record="proposal")
    for (record, pk), theirs in groupby(edits.iterator(), key=itemgetter(0, 1)):
        fields = _last_values((field, new) for _, _, field, new in theirs)
        row = known[record]._base_manager.filter(pk=pk).first() if record in known else None
        name = f"{record} {getattr(row, 'public_id', pk)}"
        if row is None:
            yield Fault("V011", name, "it was edited and is gone")
        elif not _is_given_back(row, fields):
            for field, new in fields.items():
                now = _edited_value(row, field, new)
                if now != new:
                    yield Fault("V011", name, f"{field} is {now}, and was left as {new}"[:200])


def _is_given_back(row: models.Model, fields: dict[str, Any]) -> bool:
    """Whether nobody stands by a statement any more, so that machines may write its fields again."""
    if not isinstance(row, Statement):
        return False
    decision = fields.get("review_state")
    return row.is_the_machines if decision is None else decision["state"] == Statement.Review.MACHINE


def _last_values(edits: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """What the last edit of each field left there, of one record's edits in their order."""
    fields: dict[str, Any] = {}
    for field, new in edits:
        for whole, parts in WHOLES.items():
            if field == whole:
                for part in [one for one in fields if one.startswith(parts)]:
                    del fields[part]
            elif field.startswith(parts):
                fields.pop(whole, None)
        fields[field] = new
    return fields


def _edited_value(row: models.Model, field: str, new: Any) -> Any:
    """A field as `curation` logs it; ``new`` for what cannot be compared: "created", names as words alone."""
    is_words_alone = isinstance(new, list) and field == "names" and any(isinstance(name, str) for name in new)
    if field == "created" or is_words_alone:
        return new
    try:
        return field_of(row, field).read(row)
    except ValidationError as error:
        return " ".join(error.messages)


def find_wrong_groups() -> Iterator[Fault]:
    """Groups of statements that report one act of speaking, against themselves and what people decided."""
    members = UtteranceMember.objects.order_by("utterance", "statement__public_id").values_list(
        "utterance", "utterance__key", "statement__public_id"
    )
    for (_, key), rows in groupby(members.iterator(), key=itemgetter(0, 1)):
        found = [public_id for *_, public_id in rows]
        if len(found) < 2 or found[0] != key:
            yield Fault("V010", f"utterance {key}", f"its statements are {', '.join(found)}"[:200])
    group = UtteranceMember.objects.values("utterance")
    first, second = (group.filter(statement=OuterRef(name))[:1] for name in ("first", "second"))
    pairs = UtterancePair.objects.annotate(one=models.Subquery(first), other=models.Subquery(second))
    parted = pairs.filter(verdict=UtterancePair.Verdict.APART, one=models.F("other"))
    for one, other in parted.values_list("first__public_id", "second__public_id"):
        yield Fault("V010", f"utterance of {one}", f"{other} was parted from it and stands in its group")


def find_broken_index() -> Iterator[Fault]:
    """SQLite keeps its index apart from the rows; PostgreSQL's is made of the rows themselves."""
    if connection.vendor != "sqlite":
        return
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except DatabaseError as error:
        cause = getattr(error.__cause__, "sqlite_errorname", "")
        if cause == "SQLITE_CORRUPT_VTAB":
            yield Fault("V014", INDEX, "some words are found in the wrong statements, or in none")
        elif not cause.startswith("SQLITE_READONLY"):  # what may only be read cannot be asked
            raise
