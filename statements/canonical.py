"""The whole archive as plain records: equal for equal archives, whatever their primary keys and engine.

A row is named by its natural key, and so is every row that it refers to.
Records come in a fixed order, text sorted by code points; edits and proposals come last. Left out is what
tells only how the archive came to be: import runs and their outcomes, the
moments at which a machine wrote a row (a manifest's edits among them), the
random number of an action, who works on what just now, and who may log in.
What people changed, when, and what they took back, is in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction
from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Collate

from statements.models import (
    Article,
    Attribution,
    Block,
    Country,
    CountryName,
    Edit,
    ImportOutcome,
    ImportRun,
    Lease,
    Office,
    Original,
    Proposal,
    Publisher,
    SourceError,
    Speaker,
    Statement,
    StatementPart,
    User,
    Utterance,
    UtteranceMember,
    UtterancePair,
    VariantName,
)
from statements.models.history import MANIFEST

Model = type[models.Model]

# Each model in the order of the dump, with the fields that name a row of it for good.
KEYS: dict[Model, tuple[str, ...]] = {
    Country: ("code",),
    CountryName: ("country", "use", "text"),
    Speaker: ("slug",),
    VariantName: ("speaker", "text"),
    Office: ("speaker", "title", "start"),
    Publisher: ("slug",),
    Original: ("sha256",),
    Article: ("public_id",),
    Block: ("article", "start", "end"),
    Article.mentions.through: ("article", "country"),
    Statement: ("public_id",),
    StatementPart: ("statement", "order"),
    Attribution: ("statement", "order"),
    SourceError: ("statement", "start", "end"),
    Statement.about_countries.through: ("statement", "country"),
    Statement.addressees.through: ("statement", "country"),
    Utterance: ("key",),
    UtteranceMember: ("statement",),
    UtterancePair: ("first", "second"),
}

LEFT_OUT_MODELS: set[Model] = {
    ImportRun,
    ImportOutcome,
    Lease,
    User,
    User.groups.through,
    User.user_permissions.through,
}
LEFT_OUT_FIELDS: dict[Model, set[str]] = {
    Original: {"kept_at"},
    Article: {"ingested_at"},
    Statement: {"keys", "quoted"},  # made of the rest, and of primary keys
}

CHUNK = 500  # rows held at a time


def records() -> Iterator[dict[str, Any]]:
    """Every row as a record whose ``record`` names its model; the edits and proposals come last."""
    for model in KEYS:
        yield from _rows(model)
    for model in KEYS:
        yield from _edits_of(model)
    for model in KEYS:
        yield from _proposals_of(model)


def lines() -> Iterator[str]:
    """The records as JSON Lines, in ASCII: no locale changes a byte."""
    for record in records():
        yield json.dumps(record, sort_keys=True, default=lambda day: day.isoformat()) + "\n"


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read inside is of one moment, though an import goes on. It is a transaction of its own."""
    if connection.vendor == "postgresql":
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # Else a transaction on SQLite takes the write lock as it begins, and imports would wait.
    connection.ensure_connection()
    sqlite: Any = connection
    usual, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
    try:
        with transaction.atomic(durable=True):
            yield
    finally:
        sqlite.transaction_mode = usual


def dumped_fields(model: Model) -> dict[str, str]:
    """Field → the look-up of its value, for every field of a model that is dumped."""
    left_out = LEFT_OUT_FIELDS.get(model, set())
    fields = (field.name for field in model._meta.concrete_fields if not field.primary_key)
    return {name: _lookup(model, name) for name in fields if name not in left_out}


def _lookup(model: Model, name: str) -> str:
    """How to read a field: what it refers to is read by its natural key."""
    target = model._meta.get_field(name).related_model
    if target is None:
        return name
    (key,) = KEYS[target]
    return f"{name}__{key}"


def _rows(model: Model) -> Iterator[dict[str, Any]]:
    fields = dumped_fields(model)
    rows = _in_order(model._default_manager.all(), [fields[name] for name in KEYS[model]])
    for values in rows.values_list(*fields.values()).iterator(CHUNK):
        yield {"record": model._meta.model_name, **dict(zip(fields, values, strict=True))}


def _in_order(rows: QuerySet, keys: list[str]) -> QuerySet:
    """PostgreSQL sorts text as its database's locale says, unless told; SQLite sorts by code points."""
    rows = rows.annotate(**{f"sort_{number}": F(key) for number, key in enumerate(keys)})
    order: list[Any] = []
    for name in [f"sort_{number}" for number in range(len(keys))]:
        is_text = isinstance(rows.query.annotations[name].output_field, CharField | TextField)
        order.append(Collate(name, "C") if is_text and connection.vendor == "postgresql" else name)
    return rows.order_by(*order, "pk")


def _edits_of(model: Model) -> Iterator[dict[str, Any]]:
    """The edits of one model's records in the records' order; of one record as they were made."""
    name = model._meta.model_name
    edited = model._default_manager.filter(pk=OuterRef("record_id"))
    keys = {f"of_{key}": Subquery(edited.values(_lookup(model, key))) for key in KEYS[model]}
    edits = _in_order(Edit.objects.filter(record=name).annotate(**keys), list(keys))
    fields = ("field", "old", "new", "who__username", "when", "why", "reverts__when")
    for *key, field, old, new, who, when, why, reverts in edits.values_list(*keys, *fields).iterator(CHUNK):
        target = _referred_to(model, field)
        yield {
            "record": "edit",
            "of": [name, *key],
            "field": field,
            "old": _named(target, old),
            "new": _named(target, new),
            "who": who,
            "when": None if why.startswith(MANIFEST) else when,
            "why": why,
            "reverts": reverts,
        }


def _proposals_of(model: Model) -> Iterator[dict[str, Any]]:
    """What machines propose for one model's records, and what people made of it: the edits of proposals
    themselves, which have no name for good, are left out.
    """
    name = model._meta.model_name
    proposed = model._default_manager.filter(pk=OuterRef("record_id"))
    keys = {f"of_{key}": Subquery(proposed.values(_lookup(model, key))) for key in KEYS[model]}
    rows = _in_order(Proposal.objects.filter(record=name).annotate(**keys), list(keys))
    fields = ("field", "current", "value", "machine", "state", "decided_by__username")
    for *key, field, current, value, machine, state, who in rows.values_list(*keys, *fields).iterator(CHUNK):
        target = _referred_to(model, field)
        yield {
            "record": "proposal",
            "of": [name, *key],
            "field": field,
            "current": _named(target, current),
            "value": _named(target, value),
            "machine": machine,
            "state": state,
            "decided_by": who,
        }


def _referred_to(model: Model, field: str) -> Model | None:
    """The model whose primary keys an edited field holds: "publisher", "attribution 0: speaker"."""
    if field.startswith("attribution "):
        model, field = Attribution, field.partition(": ")[2]
    targets = {known.name: known.related_model for known in model._meta.concrete_fields}
    return targets.get(field)


def _named(target: Model | None, value: Any) -> Any:
    if target is None or value is None:
        return value
    (key,) = KEYS[target]
    return target._default_manager.values_list(key, flat=True).get(pk=value)
