"""HTML to put into a page of one's own: the words, who said them, and where they are kept."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join

from statements.citing import dates
from statements.citing.plain_text import stop
from statements.citing.record import ARCHIVE, Citation

PAGE = """\
<figure>
<blockquote cite="{address}"{language}><p dir="auto">{words}</p></blockquote>
<figcaption>{speakers}. {description}{outlet}{published}
<a href="{address}">{archive}, {place}</a></figcaption>
</figure>
"""


def write(citation: Citation) -> str:
    """Everything escaped: the words are somebody else's, and so is the page they go to."""
    return format_html(
        PAGE,
        address=citation.address,
        language=format_html(' lang="{}"', citation.language) if citation.language else "",
        words=citation.words,
        speakers=format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in citation.speakers)),
        description=format_html("<bdi>{}</bdi>", stop(citation.description)),
        outlet=format_html(" <cite><bdi>{}</bdi></cite>,", citation.outlet) if citation.outlet else "",
        published=f" {dates.day_words(citation.published) if citation.published else 'date not known'}.",
        archive=ARCHIVE,
        place=citation.place,
    )
