"""The form of one statement on the desk: what a curator may correct, as people type it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, cast
from zlib import crc32

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from statements import curation
from statements.curation import NAMED_BY_CURATOR
from statements.logged_fields import as_logged
from statements.models import Country, Edit, Publisher, Speaker, Statement
from statements.models.fields import check_edtf
from statements.records import Span
from statements.review.look_up import (
    country_called,
    described,
    free_slug,
    no_country_called,
    publisher_called,
    speakers_called,
    speakers_like,
)
from statements.review.words import as_typed, locate, selected_spans

PLAIN = ("kind", "act", "said_edtf", "said_basis", "medium", "agency")
BETWEEN_NAMES = ";"
# Names are offered as they are typed.
COUNTRIES, PUBLISHERS = (
    {"list": of, "autocomplete": "off", "data-look-up": ""} for of in ("countries", "publishers")
)
# A statement with more speakers is rare: the form grows by one row each time it is saved.
EMPTY_ROWS = 1
NEW = "new:"  # no slug has a colon


class SpeakerRow(NamedTuple):
    """The fields of one speaker in the form; ``choices`` where the name typed means several or nobody."""

    number: int
    source: str
    speaker: forms.BoundField
    country: forms.BoundField
    role: forms.BoundField
    choice: forms.BoundField | None


class StatementForm(forms.Form):
    """Everything about one statement. ``version`` tells what the form has seen of it."""

    version = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=gettext_lazy("Words"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=gettext_lazy("As printed. A line with “…” parts two stretches."),
    )
    selected = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Statement.Kind)
    act = forms.ChoiceField(label=pgettext_lazy("kind of speech act", "Act"), choices=Statement.Act)
    about = forms.CharField(
        required=False,
        label=pgettext_lazy("countries the words are about", "About"),
        help_text=gettext_lazy("Several with “;” between."),
        widget=forms.TextInput(attrs=COUNTRIES),
    )
    addressees = forms.CharField(
        required=False, label=gettext_lazy("Addressed to"), widget=forms.TextInput(attrs=COUNTRIES)
    )
    said_edtf = forms.CharField(
        required=False,
        label=pgettext_lazy("date of the words", "Said"),
        max_length=64,
        help_text=gettext_lazy("2020-07-16, or 2020-07"),
    )
    said_basis = forms.CharField(required=False, label=gettext_lazy("Why this date"), max_length=200)
    medium = forms.ChoiceField(
        required=False,
        label=pgettext_lazy("interview, letter …", "Medium"),
        choices=[("", pgettext_lazy("medium", "not told")), *Statement.Medium.choices],
    )
    agency = forms.CharField(
        required=False,
        label=gettext_lazy("Relayed by"),
        max_length=200,
        widget=forms.TextInput(attrs=PUBLISHERS),
    )

    data: QueryDict

    def __init__(self, statement: Statement, data: QueryDict | None = None) -> None:
        self.statement, self.text = statement, statement.article.text
        self.before = list(statement.attributions.all())
        super().__init__(data, initial=self._initial(), prefix=None, auto_id="f-%s")
        self.choices: dict[int, forms.RadioSelect] = {}
        for number in range(len(self.before) + EMPTY_ROWS):
            # Labels stand in the template of the row.
            self.fields[f"speaker_{number}"] = forms.CharField(required=False, max_length=200)
            self.fields[f"country_{number}"] = forms.CharField(required=False, max_length=120)
            self.fields[f"role_{number}"] = forms.CharField(required=False, max_length=300)
            choice = forms.CharField(required=False, widget=forms.RadioSelect)
            # Not of the widget that was given: a field has a copy of its own.
            self.choices[number] = cast("forms.RadioSelect", choice.widget)
            self.fields[f"choice_{number}"] = choice

    def _initial(self) -> dict[str, Any]:
        one = self.statement
        initial = {
            "words": as_typed(one.exact),
            "kind": one.kind,
            "act": one.act,
            "about": listed(one.about_countries.all()),
            "addressees": listed(one.addressees.all()),
            "said_edtf": one.said_edtf,
            "said_basis": one.said_basis,
            "medium": one.medium,
            "agency": one.agency.name if one.agency else "",
        }
        for number, row in enumerate(self.before):
            initial[f"speaker_{number}"] = row.speaker.preferred_name if row.speaker else ""
            initial[f"country_{number}"] = row.country.name if row.country else ""
            initial[f"role_{number}"] = row.role
        seen = crc32(json.dumps(initial, sort_keys=True).encode())
        return initial | {"version": f"{curation.version_of(one)}-{seen:x}"}

    # --- a form that came too late --------------------------------------------------------

    @property
    def is_stale(self) -> bool:
        """Whether the statement was changed since the form was given out, by a person or a newer reading."""
        return self.data.get("version") != self.initial["version"]

    def edits_since(self) -> list[Edit]:
        """What people changed since then, newest first."""
        seen, _, _ = self.data.get("version", "").partition("-")
        later = curation.history_of(self.statement)
        return list(later.filter(id__gt=int(seen)) if seen.isdecimal() else later)

    def renewed(self) -> StatementForm:
        """The same fields as typed, which have now seen the statement as it is."""
        data = self.data.copy()
        data["version"] = self.initial["version"]
        return StatementForm(self.statement, data)

    # --- what differs from the statement as it is -------------------------------------------

    def changes(self) -> dict[str, Any]:
        """The plain fields, as `curation.correct` takes them."""
        return {name: self.cleaned_data[name] for name in PLAIN}

    def corrections(self) -> dict[str, Any]:
        """The words, countries and speakers."""
        return {name: self.cleaned_data[name] for name in ("words", "about", "addressees", "attributions")}

    def speaker_rows(self) -> Iterator[SpeakerRow]:
        for number in range(len(self.before) + EMPTY_ROWS):
            row = self.before[number] if number < len(self.before) else None
            asked = bool(self.choices[number].choices)
            yield SpeakerRow(
                number,
                row.source if row else "",
                self[f"speaker_{number}"],
                self[f"country_{number}"],
                self[f"role_{number}"],
                self[f"choice_{number}"] if asked else None,
            )

    # --- what was typed -> what it means -----------------------------------------------

    def clean_words(self) -> list[Span]:
        typed = self.cleaned_data["words"]
        if typed.replace("\r\n", "\n") == self.initial["words"]:
            return self.statement.spans
        return locate(self.text, typed, self.statement.start, selected_spans(self.data.get("selected", "")))

    def clean_about(self) -> list[Country]:
        return self._countries("about", self.statement.about_countries.all())

    def clean_addressees(self) -> list[Country]:
        return self._countries("addressees", self.statement.addressees.all())

    def _countries(self, name: str, before: Iterable[Country]) -> list[Country]:
        """The countries of a field; nothing is looked up where nothing else was typed."""
        typed = self.cleaned_data[name]
        return list(before) if typed == self.initial[name] else countries_named(typed)

    def clean_said_edtf(self) -> str:
        said = self.cleaned_data["said_edtf"].strip()
        if said:
            check_edtf(said)
        return said

    def clean_agency(self) -> Publisher | None:
        typed = self.cleaned_data["agency"].strip()
        if not typed or typed == self.initial["agency"]:
            return self.statement.agency if typed else None
        found = publisher_called(typed)
        if found is None:
            told = gettext("No publisher is called “%(name)s”: add it in the admin first.")
            raise ValidationError(told % {"name": typed})
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("said_edtf") != self.statement.said_edtf and (
            cleaned.get("said_basis") == self.statement.said_basis
        ):
            cleaned["said_basis"] = NAMED_BY_CURATOR if cleaned.get("said_edtf") else ""
        rows = (self._speaker_typed(number, cleaned) for number in range(len(self.before) + EMPTY_ROWS))
        cleaned["attributions"] = [row for row in rows if row]
        return cleaned

    def _speaker_typed(self, number: int, cleaned: dict[str, Any]) -> dict[str, Any] | None:
        """One speaker as the log of edits holds it; None for an empty row."""
        name, country, role = (
            cleaned.get(f"{key}_{number}", "").strip() for key in ("speaker", "country", "role")
        )
        row = self.before[number] if number < len(self.before) else None
        if row is None and not name:
            return None
        if row and not any((name, country, role, row.source)):
            return None
        before = as_logged(row) if row else {"source": None, "basis": ""}
        after = before | self._who(number, name) | {"country": self._code_of(number, country), "role": role}
        return before if after == before else after | {"basis": NAMED_BY_CURATOR}

    def _code_of(self, number: int, typed: str) -> str | None:
        row = self.before[number] if number < len(self.before) else None
        if row and row.country and row.country.name == typed:
            return row.country.code
        if not typed:
            return None
        found = country_called(typed)
        if found is None:
            self.add_error(f"country_{number}", no_country_called(typed))
        return found.code if found else None

    def _who(self, number: int, name: str) -> dict[str, Any]:
        """The speaker meant: the one there was, the only one of that name, or the one chosen."""
        row = self.before[number] if number < len(self.before) else None
        if row and row.speaker and row.speaker.preferred_name == name:
            return {"speaker": row.speaker.slug}
        if not name:
            return {"speaker": None}
        found = speakers_called(name)
        if len(found) == 1:
            return {"speaker": found[0].slug}
        return self._chosen(number, name, found or list(speakers_like(name)))

    def _chosen(self, number: int, name: str, offered: list[Speaker]) -> dict[str, Any]:
        """The speaker picked from those offered; an error that offers them where none was picked."""
        radio = self.choices[number]
        radio.choices = [(one.slug, described(one)) for one in offered] + [
            (f"{NEW}{kind}", label % {"name": name})
            for kind, label in (
                (Speaker.Kind.PERSON, gettext("“%(name)s”, a new record: a person")),
                (Speaker.Kind.INSTITUTION, gettext("“%(name)s”, a new record: an institution")),
            )
        ]
        choice = self.data.get(f"choice_{number}", "")
        if choice not in dict(radio.choices):
            several = gettext("Several speakers are called “%(name)s”: choose one.")
            nobody = gettext("No speaker is called “%(name)s”: choose one.")
            self.add_error(f"speaker_{number}", (several if len(offered) > 1 else nobody) % {"name": name})
            return {"speaker": None}
        if choice.startswith(NEW):
            new = {"name": name, "kind": choice.removeprefix(NEW)}
            return {"speaker": free_slug(name), "new": new}
        return {"speaker": choice}


def listed(countries: Any) -> str:
    return f"{BETWEEN_NAMES} ".join(country.name for country in countries)


def countries_named(typed: str) -> list[Country]:
    """The countries of a field, each once. Raises ValidationError for a name that is none's."""
    found = []
    for name in filter(None, (part.strip() for part in typed.split(BETWEEN_NAMES))):
        country = country_called(name)
        if country is None:
            raise ValidationError(no_country_called(name))
        if country not in found:
            found.append(country)
    return found
