"""Edits in words that a reader understands: what was there before, and what is there now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from statements.labels import FIELDS
from statements.models import Attribution, Edit, Proposal, Statement

NOTHING = "–"

LABELS = {
    "review_state": gettext_lazy("review"),
    "said_edtf": pgettext_lazy("date of the words", "said"),
    "said_basis": gettext_lazy("why this date"),
    "about_countries": pgettext_lazy("countries the words are about", "about"),
    "addressees": gettext_lazy("addressed to"),
    "addressed_basis": gettext_lazy("why to them"),
    "published_precision": gettext_lazy("precision of the date"),
    "published_basis": gettext_lazy("where the date stood"),
    "preferred_name": pgettext_lazy("field", "name"),
    "names": gettext_lazy("names and offices"),
    "attributions": gettext_lazy("speakers"),
    "state": gettext_lazy("decision on a proposal"),
    "active": gettext_lazy("marked as not the article’s own"),
    "verdict": gettext_lazy("one act of speaking or two"),
    # What a log holds of no column of its own.
    "words": pgettext_lazy("field", "words"),
    "date": pgettext_lazy("field", "date"),
    "found": pgettext_lazy("by the machine", "found"),
    "created": pgettext_lazy("a record", "created"),
}
NOTE = gettext_lazy("note beside the text")
SOURCE_ERROR = {"active": NOTE, "created": NOTE}


@dataclass(frozen=True, slots=True)
class Diff:
    """One edit to be read; ``before`` and ``after`` are plain text."""

    edit: Edit
    label: str
    before: str
    after: str


def diffs_of(edits: Iterable[Edit]) -> list[Diff]:
    """The edits in words, in their order; names are looked up in a fixed number of queries."""
    rows = list(edits)
    texts = _article_texts(rows)
    named = _names(rows)
    return [
        Diff(
            edit,
            label_of(edit.field, edit.record),
            *(_shown(edit, value, texts, named) for value in (edit.old, edit.new)),
        )
        for edit in rows
    ]


def proposals_in_words(proposals: Iterable[Proposal]) -> list[Diff]:
    """What each proposal would change, as an edit that was not made: before is how it stands."""
    return diffs_of(
        Edit(record=one.record, record_id=one.record_id, field=one.field, old=one.current, new=one.value)
        for one in proposals
    )


def label_of(field: str, record: str = "") -> str:
    """The name of a field for readers: "speaker", "speaker 2: country"."""
    if record == "sourceerror" and field in SOURCE_ERROR:
        return str(SOURCE_ERROR[field])
    if field.startswith("attribution "):
        place, _, column = field.removeprefix("attribution ").partition(": ")
        name = label_of(column)
        numbered = gettext("speaker %(number)s: %(field)s")
        return name if place == "0" else numbered % {"number": int(place) + 1, "field": name}
    name = field.replace("_", " ")
    return str(LABELS.get(field) or FIELDS.get(name, name))


def _shown(edit: Edit, value: Any, texts: Mapping[int, str], named: Mapping[tuple[str, Any], str]) -> str:
    if value in (None, "", []):
        return NOTHING
    show = _SHOWN.get(edit.field)
    if show and not isinstance(value, str):
        return show(value, texts.get(edit.record_id, ""))
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    column = _column(edit)
    if column is not None and column.choices and isinstance(value, str):
        return str(dict(column.flatchoices).get(value, value)).lower()
    target = _target(edit)
    if target is not None:
        return named.get((target._meta.model_name or "", value), str(value))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def _shown_state(value: dict[str, str], text: str) -> str:
    label = str(Statement.Review(value["state"]).label)
    return f"{label}: {value['reason']}" if value["reason"] else label


def _shown_words(value: list[list[int]], text: str) -> str:
    return " … ".join(text[start:end] for start, end in value)


def _shown_speakers(value: list[dict[str, Any]], text: str) -> str:
    return "; ".join(
        " ".join(
            filter(
                None,
                (
                    row["speaker"] or gettext("not known"),
                    gettext("for %(country)s") % {"country": row["country"]} if row["country"] else "",
                    f"({row['role']})" if row["role"] else "",
                ),
            )
        )
        for row in value
    )


def _shown_names(value: list[Any], text: str) -> str:
    return "; ".join(map(_shown_name, value))


def _shown_name(name: Any) -> str:
    """A name or an office; older entries of the log are text already."""
    if isinstance(name, str):
        return name
    if "office" in name:
        dates = f"{name['start'] or '?'} – {name['end'] or '?'}"
        return f"{name['office']}, {name['country'] or gettext('no country')} ({dates})"
    return name["variant"] if "variant" in name else f"{name['text']} ({name['use']})"


_SHOWN: dict[str, Callable[[Any, str], str]] = {
    "review_state": _shown_state,
    "words": _shown_words,
    "attributions": _shown_speakers,
    "names": _shown_names,
}


def _article_texts(edits: Iterable[Edit]) -> dict[int, str]:
    """Statement → the text of its article, for those whose words changed."""
    ids = {edit.record_id for edit in edits if (edit.record, edit.field) == ("statement", "words")}
    rows = Statement.objects.filter(pk__in=ids).values_list("pk", "article__text") if ids else ()
    return dict(rows)


def _column(edit: Edit) -> Any:
    """The model's field that was edited; None for what the log alone calls a field."""
    if edit.field.startswith("attribution "):
        model: type[models.Model] = Attribution
    else:
        model = apps.get_model("statements", edit.record)
    fields = {field.name: field for field in model._meta.concrete_fields}
    return fields.get(edit.field.rpartition(": ")[2])


def _target(edit: Edit) -> type[models.Model] | None:
    """The model whose primary keys an edited field holds."""
    column = _column(edit)
    return column.related_model if column else None


def _names(edits: Iterable[Edit]) -> dict[tuple[str, Any], str]:
    wanted: dict[type[models.Model], set[Any]] = {}
    for edit in edits:
        target = _target(edit)
        if target is not None:
            wanted.setdefault(target, set()).update(
                value for value in (edit.old, edit.new) if isinstance(value, int)
            )
    return {
        (model._meta.model_name or "", row.pk): str(row)
        for model, keys in wanted.items()
        for row in model._default_manager.filter(pk__in=keys)
    }
