"""Fields that models of this archive share."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.fields import InvalidJSONInput

from statements import edtf

NOT_WRITING = ("Cc", "Cs")  # control characters, NUL among them, and lone surrogates


def check_edtf(said: str) -> None:
    """Raises ValidationError for what is no date in EDTF, with the reason."""
    try:
        edtf.bounds(said)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def check_string_list(value: object) -> None:
    """Raises ValidationError for all but a list of texts that say something."""
    if not isinstance(value, list):
        raise ValidationError('Give a JSON list of texts, like ["TASS", "Itar-TASS"].', code="not_a_list")
    for number, text in enumerate(value, 1):
        if not isinstance(text, str):
            raise ValidationError(f"Entry {number} is no text: put it in quotation marks.", code="not_text")
        if not text.strip():
            raise ValidationError(f"Entry {number} is empty: take it out.", code="empty")
        if any(unicodedata.category(letter) in NOT_WRITING for letter in text):
            raise ValidationError(
                f"Entry {number} holds a control character or half a character: type it again.",
                code="control_character",
            )


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
