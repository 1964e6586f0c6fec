"""Fields as the log holds them: read as JSON, written back, and shown to people.

Whatever a person can change has a field here. The same three functions serve
a change, its revert, a machine's proposal and the history that readers see.

Values refer to rows by what never changes: codes and slugs in lists, primary
keys in single references, offsets (code points) for words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext

from statements import edtf
from statements.models import (
    Article,
    Attribution,
    Block,
    Country,
    CountryName,
    Office,
    Proposal,
    Publisher,
    SourceError,
    Speaker,
    Statement,
    StatementPart,
    UtterancePair,
    VariantName,
)
from statements.models.fields import check_edtf
from statements.models.statement import GONE, UNDATED
from statements.provenance import TextSelector, select
from statements.records import Span
from statements.search import index_text

# What a person may change of each record. Codes and slugs are addresses, and addresses never die.
EDITABLE: dict[type[models.Model], tuple[str, ...]] = {
    Statement: ("kind", "act", "agency", "medium", "occasion", "said_edtf", "said_basis", "addressed_basis"),
    Article: (
        "title",
        "byline",
        "publisher",
        "address",
        "language",
        "published",
        "published_precision",
        "published_basis",
    ),
    Block: ("active", "reason"),
    Country: ("name", "kind", "adjective", "source"),
    Speaker: ("kind", "preferred_name", "country", "provisional", "source", "note"),
    SourceError: ("note", "evidence", "active"),
    Publisher: ("name", "kind", "country", "names", "domains", "source"),
    UtterancePair: ("verdict",),
}


def plain(value: Any) -> Any:
    """A field's value as JSON: records by primary key, dates in ISO form."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, date):
        return value.isoformat()
    return value


class Field(NamedTuple):
    """``read`` gives the value as JSON, ``write`` sets it and saves what it needs."""

    read: Callable[[Any], Any]
    write: Callable[[Any, Any], None]


def field_of(record: models.Model, name: str) -> Field:
    """The field of a record. Raises ValidationError for one that cannot be written back."""
    special = _SPECIAL.get((type(record), name))
    if special:
        return special
    if isinstance(record, Statement) and name.startswith("attribution "):
        return _of_attribution(name)
    if name in EDITABLE.get(type(record), ()):
        return _column(name)
    told = gettext("“%(field)s” of a %(record)s cannot be set back.")
    raise ValidationError(told % {"field": name, "record": record._meta.verbose_name})


# --- a column of the row ------------------------------------------------------------------


def _column(name: str) -> Field:
    return Field(lambda record: plain(getattr(record, name)), lambda record, value: _set(record, name, value))


def _set(record: models.Model, name: str, value: Any) -> None:
    put(record, {name: to_python(record, name, value)})


def to_python(record: models.Model, name: str, value: Any) -> Any:
    """A logged value as the model's field holds it."""
    field: Any = record._meta.get_field(name)
    if field.related_model:
        return None if value is None else field.related_model._default_manager.get(pk=value)
    return field.to_python(value) if value is not None else None


def put(record: models.Model, values: dict[str, Any]) -> None:
    """Set columns and save, with what the row holds for lists. Raises ValidationError."""
    for name, value in values.items():
        setattr(record, name, value)
    keep_whole(record)
    record.full_clean()
    record.save()


def keep_whole(record: models.Model) -> None:
    """What a statement's row holds for lists follows what it was made from."""
    if isinstance(record, Statement):
        try:
            bounds = check_edtf(record.said_edtf) if record.said_edtf else None
        except ValidationError as error:
            raise ValidationError({"said_edtf": error.messages}) from error
        record.said_earliest, record.said_latest = bounds or (None, None)
        record.said_sort = edtf.sort_day(*bounds) if bounds else UNDATED


# --- statements ----------------------------------------------------------------------------


def _countries(name: str) -> Field:
    def read(statement: Statement) -> list[str]:
        return sorted(country.code for country in getattr(statement, name).all())

    def write(statement: Statement, codes: Sequence[str]) -> None:
        getattr(statement, name).set(Country.objects.filter(code__in=codes))

    return Field(read, write)


def _read_words(statement: Statement) -> list[list[int]]:
    return [list(span) for span in statement.spans]


def _write_words(statement: Statement, spans: Sequence[Span]) -> None:
    """Other words of the same text: the parts with their selectors, and what search and lists hold."""
    text = statement.article.text
    if not spans or any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        raise ValidationError(gettext("The words must be one or more stretches of the text, in its order."))
    try:
        selectors = [select(text, (start, end)) for start, end in spans]
    except ValueError as error:
        raise ValidationError(gettext("These words do not stand in the article.")) from error
    statement.parts.all().delete()
    StatementPart.objects.bulk_create(parts_of(statement, selectors))
    statement.start = selectors[0].start
    statement.folded = index_text(tuple(selector.exact for selector in selectors))
    statement.save(update_fields=["start", "folded"])


def parts_of(statement: Statement, selectors: Sequence[TextSelector]) -> list[StatementPart]:
    """Unsaved parts of a statement, in the order of their selectors."""
    return [
        StatementPart(
            statement=statement,
            order=order,
            start=selector.start,
            end=selector.end,
            exact=selector.exact,
            prefix=selector.prefix,
            suffix=selector.suffix,
        )
        for order, selector in enumerate(selectors)
    ]


ATTRIBUTION = ("speaker", "country", "role", "source", "basis")


def _read_attributions(statement: Statement) -> list[dict[str, Any]]:
    return [as_logged(row) for row in statement.attributions.select_related("speaker", "country")]


def as_logged(row: Attribution) -> dict[str, Any]:
    """One speaker of a statement, as the log of edits holds it."""
    return {
        "speaker": row.speaker.slug if row.speaker else None,
        "country": row.country.code if row.country else None,
        "role": row.role,
        "source": None if row.source_start is None else [row.source_start, row.source_end],
        "basis": row.basis,
    }


def _write_attributions(statement: Statement, values: Sequence[dict[str, Any]]) -> None:
    """All speakers anew, in the order given."""
    text = statement.article.text
    speakers = Speaker.objects.in_bulk(
        [value["speaker"] for value in values if value["speaker"]], field_name="slug"
    )
    countries = Country.objects.in_bulk(
        [value["country"] for value in values if value["country"]], field_name="code"
    )
    statement.attributions.all().delete()
    for order, value in enumerate(values):
        start, end = value["source"] or (None, None)
        slug = value["speaker"]
        row = Attribution(
            statement=statement,
            order=order,
            speaker=speakers.get(slug) or _new_speaker(value) if slug else None,
            country=countries[value["country"]] if value["country"] else None,
            role=value["role"],
            source_start=start,
            source_end=end,
            source=text[start:end] if value["source"] else "",
            basis=value["basis"],
        )
        row.full_clean(exclude=["statement"])
        row.save()


def _new_speaker(value: dict[str, Any]) -> Speaker:
    """A provisional record for a speaker that had none when a machine named him."""
    if "new" not in value:
        told = gettext("There is no speaker “%(speaker)s” in the archive.")
        raise ValidationError(told % {"speaker": value["speaker"]})
    country = Country.objects.filter(code=value["country"]).first()
    speaker, _ = Speaker.objects.get_or_create(
        slug=value["speaker"],
        defaults={
            "preferred_name": value["new"]["name"],
            "kind": value["new"]["kind"],
            "country": country,
            "provisional": True,
        },
    )
    return speaker


def _of_attribution(name: str) -> Field:
    """One field of one speaker: "attribution 0: speaker"."""
    place, _, column = name.removeprefix("attribution ").partition(": ")
    if not place.isdecimal() or column not in ("speaker", "country", "role", "basis"):
        raise ValidationError(gettext("“%(field)s” is no field of a statement.") % {"field": name})

    def row_of(statement: Statement) -> Attribution:
        row = statement.attributions.filter(order=int(place)).first()
        if row is None:
            told = gettext("The statement has no speaker number %(number)s any more.")
            raise ValidationError(told % {"number": int(place) + 1})
        return row

    def write(statement: Statement, value: Any) -> None:
        row = row_of(statement)
        setattr(row, column, to_python(row, column, value))
        row.full_clean()
        row.save()

    return Field(lambda statement: plain(getattr(row_of(statement), column)), write)


def _refuse_to_write(record: models.Model, value: Any) -> None:
    raise ValidationError(gettext("This is for a person to decide: reject the statement, or keep it."))


def _reopen(proposal: Proposal, state: str) -> None:
    """Undo of a decision: open again, or void where the machine proposes something else by now."""
    if state != Proposal.State.OPEN:
        raise ValidationError(gettext("Decide on the proposal itself."))
    same = {"record": proposal.record, "record_id": proposal.record_id, "field": proposal.field}
    is_replaced = Proposal.objects.open().filter(**same).exists()
    proposal.state = Proposal.State.VOID if is_replaced else Proposal.State.OPEN
    proposal.decided_by = proposal.decided_at = None
    proposal.save(update_fields=["state", "decided_by", "decided_at"])


def _read_said(statement: Statement) -> dict[str, str]:
    return {"edtf": statement.said_edtf, "basis": statement.said_basis}


def _write_said(statement: Statement, value: dict[str, str]) -> None:
    put(statement, {"said_edtf": value["edtf"], "said_basis": value["basis"]})


def _read_published(article: Article) -> dict[str, str | None]:
    return {
        "published": plain(article.published),
        "precision": article.published_precision,
        "basis": article.published_basis,
    }


def _write_published(article: Article, value: dict[str, str | None]) -> None:
    put(
        article,
        {
            "published": to_python(article, "published", value["published"]),
            "published_precision": value["precision"],
            "published_basis": value["basis"],
        },
    )


def _write_state(statement: Statement, value: dict[str, str]) -> None:
    state, reason = value["state"], value["reason"]
    statement.review_state, statement.review_reason = state, reason
    statement.listed = state not in GONE and not statement.article.superseded
    statement.save(update_fields=["review_state", "review_reason", "listed"])


# --- names of authority records -------------------------------------------------------------


def names_of(record: Country | Speaker) -> list[dict[str, str]]:
    """All names of an authority record; for a speaker the offices too."""
    if isinstance(record, Country):
        names = [{"use": name.use, "text": name.text} for name in record.names.all()]
        return sorted(names, key=lambda name: (name["use"], name["text"]))
    variants = sorted(variant.text for variant in record.variants.all())
    offices = [
        {
            "office": office.title,
            "country": office.country.code if office.country else "",
            "start": office.start,
            "end": office.end,
            "source": office.source,
        }
        for office in record.offices.select_related("country")
    ]
    offices.sort(key=lambda office: (office["start"], office["office"]))
    return [*({"variant": text} for text in variants), *offices]


def _write_country_names(country: Country, names: Sequence[dict[str, str]]) -> None:
    country.names.all().delete()
    for name in names:
        CountryName.objects.create(country=country, text=name["text"], use=name["use"])


def _write_speaker_names(speaker: Speaker, names: Sequence[dict[str, str]]) -> None:
    speaker.variants.all().delete()
    speaker.offices.all().delete()
    for name in names:
        if "variant" in name:
            VariantName.objects.create(speaker=speaker, text=name["variant"])
        else:
            Office.objects.create(
                speaker=speaker,
                title=name["office"],
                country=Country.objects.filter(code=name["country"]).first(),
                start=name["start"],
                end=name["end"],
                source=name["source"],
            )


_SPECIAL: dict[tuple[type[models.Model], str], Field] = {
    (Statement, "about_countries"): _countries("about_countries"),
    (Statement, "addressees"): _countries("addressees"),
    (Statement, "words"): Field(_read_words, _write_words),
    (Statement, "attributions"): Field(_read_attributions, _write_attributions),
    (Statement, "review_state"): Field(
        lambda statement: {"state": statement.review_state, "reason": statement.review_reason}, _write_state
    ),
    (Statement, "found"): Field(lambda statement: True, _refuse_to_write),
    (Proposal, "state"): Field(lambda proposal: proposal.state, _reopen),
    (Statement, "said"): Field(_read_said, _write_said),
    (Article, "date"): Field(_read_published, _write_published),
    (Country, "names"): Field(names_of, _write_country_names),
    (Speaker, "merged_into"): _column("merged_into"),
    (Speaker, "names"): Field(names_of, _write_speaker_names),
}


# --- comparing ----------------------------------------------------------------------------------


def alike(name: str, one: Any, other: Any) -> bool:
    """Whether two values of a field say the same: the reasons and places beside them do not count."""
    compare = _COMPARED.get(name, _as_it_is)
    return bool(compare(one) == compare(other))


def _as_it_is(value: Any) -> Any:
    return value


def _who_for_whom(value: Sequence[dict[str, Any]]) -> list[tuple[str | None, str | None]]:
    return [(row["speaker"], row["country"]) for row in value]


_COMPARED: dict[str, Callable[[Any], Any]] = {
    "attributions": _who_for_whom,
    "said": lambda value: value["edtf"],
    "date": lambda value: (value["published"], value["precision"]),
}
