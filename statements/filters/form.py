"""The form of the filters: reads every parameter, and says which of their values it knows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from statements.filters.parameters import CHOICES, RECORDS, RELEVANCE
from statements.filters.resolving import Resolved, wanted_records
from statements.filters.search_box import SearchBox, is_backwards
from statements.named_records import Record, find_records
from statements.search import Query
from statements.search.query import leave_out


class StatementFilterForm(forms.Form):
    """Looks up all that is named in one query. Once cleaned, ``resolved`` and ``box`` say what came of it."""

    resolved: Resolved
    box: SearchBox
    text = ""  # of the search box, when fields of it became parameters

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        query: Query | None = cleaned.get("q")
        self.resolved = Resolved(find_records(wanted_records(cleaned, query)))
        for parameter in RECORDS:
            cleaned[parameter] = self.resolved.as_records(parameter, cleaned.get(parameter) or [])
        for parameter, known in CHOICES.items():
            cleaned[parameter] = self.resolved.as_choices(parameter, cleaned.get(parameter) or [], known)
        self.box = SearchBox(self.resolved, cleaned)
        if query and query.fields:
            cleaned["q"] = self.move_fields(query)
        self.check_together(cleaned)
        return cleaned

    def move_fields(self, query: Query) -> Query | None:
        """The query without the fields that became parameters."""
        left = tuple(field for field in query.fields if not self.box.move(field))
        if len(left) == len(query.fields):
            return query
        self.resolved.is_spelled_otherwise = True
        self.text = leave_out(self.data["q"], [field for field in query.fields if field not in left])
        return Query(query.terms, query.excluded, left) or None

    def check_together(self, cleaned: dict[str, Any]) -> None:
        if is_backwards(cleaned.get("from"), cleaned.get("to")):
            self.add_error("from", _("The first day is later than the last one of “to”."))
        query = cleaned.get("q")
        if cleaned.get("sort") == RELEVANCE and not (query and query.terms):
            self.add_error("sort", _("The best match is found only for words."))

    @property
    def records(self) -> dict[tuple[str, str], Record]:
        """By parameter and value."""
        return self.resolved.records
