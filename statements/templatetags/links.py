"""Links and forms that keep what a list was asked for."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.core.paginator import Page
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from statements.templatetags.wording import count, repeated

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


# A page has hundreds of choices: as a template of their own they would take as long as all else.
CHOICE = '<a href="{}"><span>{}<bdi>{}</bdi></span> <span class="n">{}</span></a>'
MISSING_CHOICE = '<a href="{}" class="missing"><span>{}<bdi>{}</bdi></span> <span class="n">{}</span></a>'
CHOSEN = (
    '<a href="{}" aria-current="true"{}><span>{}<bdi>{}</bdi> <span aria-hidden="true">×</span>'
    '<span class="hidden">{}</span></span> <span class="n">{}</span></a>'
)
EMPTY_CHOICE = '<span class="none"><span>{}<bdi>{}</bdi></span> <span class="n">0</span></span>'


@register.simple_tag
def choice_items(choices: Iterable, facet: str = "") -> SafeString:
    """The items of a facet's list, each a link; one that would find nothing is none."""
    return repeated("<li>{}</li>\n", [choice_item(choice, facet) for choice in choices])


def choice_item(choice, facet: str) -> SafeString:
    label, found = choice.label, count(choice.found)
    sign = format_html('<span class="kind {}"></span>', choice.value) if facet == "kind" else ""
    if choice.selected:
        missing = format_html(' class="{}"', "missing") if choice.is_missing else ""
        remove = gettext(", chosen; remove")
        return format_html(CHOSEN, choice.address, missing, sign, label, remove, found)
    if not choice.found:
        return format_html(EMPTY_CHOICE, sign, label)
    return format_html(MISSING_CHOICE if choice.is_missing else CHOICE, choice.address, sign, label, found)
