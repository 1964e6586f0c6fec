"""The cells of the matrix, made here: 3,600 of them are too many for a template's own words."""

from __future__ import annotations

from html import escape
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from statements.templatetags.wording import count

register = template.Library()


@register.simple_tag
def cells_of(row: Any) -> SafeString:
    """One country about each other: a number that opens its list, silence, or nothing read."""
    speaking = row.country
    link = format_html('<a href="{}?country={}&amp;about=', reverse("statement-list"), speaking.code)
    who = format_html('"><span class="hidden"><bdi>{}</bdi> {} <bdi>', speaking.name, gettext("about"))
    zero = '<td class="zero">0</td>'
    unread = format_html(
        '<td><span class="hatch"></span><span class="hidden">{}</span></td>', gettext("no article")
    )

    def found(cell: Any) -> str:
        about, own = cell.about, " self" if cell.is_self else ""
        address = f'<td class="n{cell.size:d}{own}">{link}{escape(about.code)}'
        return f"{address}{who}{escape(about.name)}</bdi>: </span>{escape(count(cell.found))}</a></td>"

    cells = (found(cell) if cell.found else zero if cell.was_read else unread for cell in row.cells)
    return mark_safe("".join(cells))  # noqa: S308  # whatever is no markup of ours was escaped above
