"""Fields that models of this archive share."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.fields import InvalidJSONInput
from django.utils.translation import gettext, gettext_lazy

from statements import edtf

NOT_WRITING = ("Cc", "Cs")  # control characters, NUL among them, and lone surrogates

ACCEPTED = "2020, 2020-07, 2020-07-13, 2020-07-13?, 2020-07-13/2020-07-19, ../2020-07-12"
NOT_EDTF = {
    edtf.Wrong.NO_DATE: gettext_lazy("“%(part)s” is not a date: use one of %(accepted)s."),
    edtf.Wrong.NO_DAY: gettext_lazy("“%(part)s” is no day of the calendar."),
    edtf.Wrong.BOTH_OPEN: gettext_lazy("“%(part)s” is open at both ends: use one of %(accepted)s."),
    edtf.Wrong.BACKWARDS: gettext_lazy("“%(part)s” ends before it begins."),
}


def check_edtf(said: str) -> tuple[date, date]:
    """The days that it may mean. Raises ValidationError for what is no date in EDTF, with the reason."""
    try:
        return edtf.bounds(said)
    except edtf.NotEDTF as error:
        told = str(NOT_EDTF[error.wrong]) % {"part": error.part, "accepted": ACCEPTED}
        raise ValidationError(told) from error


def check_string_list(value: object) -> None:
    """Raises ValidationError for all but a list of texts that say something."""
    if not isinstance(value, list):
        raise ValidationError(
            gettext('Give a JSON list of texts, like ["TASS", "Itar-TASS"].'), code="not_a_list"
        )
    for number, text in enumerate(value, 1):
        if not isinstance(text, str):
            told = gettext("Entry %(number)s is no text: put it in quotation marks.")
            raise ValidationError(told % {"number": number}, code="not_text")
        if not text.strip():
            told = gettext("Entry %(number)s is empty: take it out.")
            raise ValidationError(told % {"number": number}, code="empty")
        if any(unicodedata.category(letter) in NOT_WRITING for letter in text):
            told = gettext("Entry %(number)s holds a control character or half a character: type it again.")
            raise ValidationError(told % {"number": number}, code="control_character")


class StringListFormField(forms.JSONField):
    """An empty field is an empty list, and JSON that Python will not read is an error, not a crash."""

    def to_python(self, value: Any) -> Any:
        try:
            found = super().to_python(value)
        except (ValueError, RecursionError) as error:  # a number or a nesting too long to read
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
        return [] if found is None else found

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was typed is shown again as typed: half a character, decoded, could not be."""
        as_typed = isinstance(data, str) and not self.disabled
        return InvalidJSONInput(data) if as_typed else super().bound_data(data, initial)


class StringListField(models.JSONField):
    """A JSON list of texts. Nothing given is the empty list, never null."""

    # Whatever else is empty must be looked at too: Django passes over "empty" values unchecked.
    empty_values = [[]]

    def to_python(self, value: Any) -> Any:
        return [] if value is None or value == "" else value

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        check_string_list(value)
        super().validate(value, model_instance)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": StringListFormField, **kwargs})

    def deconstruct(self) -> Any:
        """To migrations it is the JSON column that it is."""
        name, _, arguments, options = super().deconstruct()
        return name, "django.db.models.JSONField", arguments, options
