"""The columns of a kind of row: a frozen dataclass whose every field says what it holds."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

Row = Any  # a dataclass; typeshed has no name for any of them


def columns_of(kind: type[Row]) -> dict[str, str]:
    """Column → meaning: the data dictionary."""
    hints = get_type_hints(kind, include_extras=True)
    return {each.name: hints[each.name].__metadata__[0] for each in fields(kind)}
