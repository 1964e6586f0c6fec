"""Links and forms that keep what a list was asked for."""

from __future__ import annotations

from django import template
from django.core.paginator import Page

register = template.Library()


@register.simple_tag
def page_link(base: str, number: int) -> str:
    """The address of a page of a list; the first needs no number.

    >>> page_link("?q=peace", 2), page_link("?", 1)
    ('?q=peace&page=2', '?')
    """
    if number == 1:
        return base
    return f"{base}{'' if base.endswith('?') else '&'}page={number}"


@register.inclusion_tag("includes/pagination.html")
def pagination(page: Page, base: str = "?") -> dict:
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return {"page": page, "base": base, "page_numbers": numbers}


@register.inclusion_tag("includes/hidden_fields.html")
def hidden_fields(asked: dict[str, str | list[str]], *left_out: str) -> dict:
    """The other parameters with all their values, for a form that sets only some."""
    fields = [
        (name, value)
        for name, given in asked.items()
        if name not in left_out
        for value in ([given] if isinstance(given, str) else given)
    ]
    return {"fields": [field for field in fields if field[1]]}
