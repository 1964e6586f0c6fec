"""The fields of the search box (``for:TR``) become values of the parameters that they stand for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from statements.filters.fields import known_values, no_date, shortened
from statements.filters.parameters import NOT_STATED, RECORDS
from statements.filters.resolving import NAMED_BY, Resolved, may_be_several
from statements.folding import fold
from statements.models.statement import Statement
from statements.named_records import Record
from statements.periods import Period, parse_if_period
from statements.search.query import Field

# One that is called otherwise than its field. "via" is a publisher unless it is an agency.
PARAMETERS = {"for": "country", "via": "publisher"}


class SearchBox:
    """Moves fields into ``cleaned``, the parameters of the request. Excluded ones stay, as keys and dates."""

    def __init__(self, resolved: Resolved, cleaned: dict[str, Any]) -> None:
        self.resolved = resolved
        self.cleaned = cleaned
        self.excluded_keys: list[str] = []
        self.excluded_dates: list[Field] = []

    def move(self, field: Field) -> bool:
        """Whether the field became a value of its parameter; what nobody knows stays and is noted."""
        if field.name in ("before", "after"):
            return self.move_date(field)
        choices = self.choices_of(field)
        if not choices:
            self.resolved.note("q", unknown(field))
        elif field.excluded:
            # Whoever leaves a name out means all that have it.
            for parameter, meant in choices:
                value = self.value_of(parameter, meant)
                self.excluded_keys.append(self.resolved.key_of(parameter, value))
        elif len(choices) == 1:
            parameter, meant = choices[0]
            values = [*self.cleaned[parameter], self.value_of(parameter, meant)]
            self.cleaned[parameter] = list(dict.fromkeys(values))
            return True
        else:
            self.resolved.offer(field.value, choices, field)  # type: ignore[arg-type]
            self.resolved.note("q", may_be_several(str(field)))
        return False

    def value_of(self, parameter: str, meant: str | Record) -> str:
        return meant if isinstance(meant, str) else self.resolved.keep(parameter, meant)

    def choices_of(self, field: Field) -> list[tuple[str, str | Record]]:
        """What the field may mean, each with the parameter that it would set; several are always records."""
        if field.name == "act":
            return [("act", value) for value in Statement.Act.values if value == fold(field.value)]
        if fold(field.value) == NOT_STATED and field.name != "via":
            return [(parameter_of(field), NOT_STATED)]
        found = [
            record for what in NAMED_BY[field.name] for record in self.resolved.called(what, field.value)
        ]
        if field.name == "via" and field.excluded:
            # Neither relayed nor printed by them.
            return [(parameter, record) for record in found for parameter in ("agency", "publisher")]
        return [(parameter_of(field, record), record) for record in found]

    def move_date(self, field: Field) -> bool:
        period = parse_if_period(field.value)
        if period is None:
            self.resolved.note("q", no_date(field.value))
            return False
        if field.excluded:
            self.excluded_dates.append(field)
            return False
        try:
            return self.narrow(field, *end_beyond(field, period))
        except OverflowError:
            self.resolved.note("q", _("The calendar has no day {field}.").format(field=field))
            return False

    def narrow(self, field: Field, parameter: str, day: date) -> bool:
        """The stricter of two days counts. One that leaves no day at all stays in the box."""
        asked = {end: self.cleaned.get(end) for end in ("from", "to")}
        given = asked[parameter]
        if not given or (day < given.last if parameter == "to" else day > given.first):
            asked[parameter] = Period(day, day)
        if is_backwards(asked["from"], asked["to"]):
            self.resolved.note("q", _("No day is {field} and within the other dates.").format(field=field))
            return False
        self.cleaned |= asked
        return True


def parameter_of(field: Field, record: Record | None = None) -> str:
    """``via:`` is who relayed the words: an agency, or whoever printed them."""
    if field.name == "via" and record and record.kind == "agency":
        return "agency"
    return PARAMETERS.get(field.name, field.name)


def unknown(field: Field) -> str:
    if field.name == "act":
        return str(known_values(Statement.Act.choices))
    return RECORDS[parameter_of(field)][1].format(typed=shortened(field.value))


def end_beyond(field: Field, period: Period) -> tuple[str, date]:
    """``before:`` and ``after:`` are strictly so. OverflowError where the calendar ends."""
    if field.name == "before":
        return "to", period.first - timedelta(days=1)
    return "from", period.last + timedelta(days=1)


def is_backwards(first: Period | None, last: Period | None) -> bool:
    return bool(first and last and first.first > last.last)
