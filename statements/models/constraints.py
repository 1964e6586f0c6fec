"""Check constraints that several models state."""

from django.db import models
from django.db.models import F, Q
from django.db.models.constraints import CheckConstraint


def one_of(
    field: str, choices: type[models.TextChoices], model: str, *, blank: bool = False
) -> CheckConstraint:
    """The field holds one of its choices; when blank, perhaps none."""
    values = ["", *choices.values] if blank else choices.values
    return CheckConstraint(condition=Q(**{f"{field}__in": values}), name=f"{model}_{field}_known")


def span(model: str, start: str = "start", end: str = "end", *, optional: bool = False) -> CheckConstraint:
    """A half-open, non-empty span; when optional, both ends or neither."""
    condition = Q(**{f"{start}__gte": 0}) & Q(**{f"{end}__gt": F(start)})
    if optional:
        condition = (
            Q(**{f"{start}__isnull": True}) & Q(**{f"{end}__isnull": True})
            | Q(**{f"{start}__isnull": False}) & Q(**{f"{end}__isnull": False}) & condition
        )
    return CheckConstraint(condition=condition, name=f"{model}_{start}_before_{end}")


def not_blank(field: str, model: str) -> CheckConstraint:
    """A text that must say something."""
    return CheckConstraint(condition=~Q(**{field: ""}), name=f"{model}_{field}_not_blank")


def sha256(field: str, model: str) -> CheckConstraint:
    """64 lower-case hexadecimal digits."""
    return CheckConstraint(
        condition=Q(**{f"{field}__regex": r"^[0-9a-f]{64}$"}), name=f"{model}_{field}_is_sha256"
    )
