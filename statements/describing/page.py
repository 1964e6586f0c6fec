"""What a page says of itself in its head: title, description, address for good, feeds, data.

``describe`` reads it off what the view has put into the template's context,
by the name of the route; a page that is not here says nothing of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.citing.record import one_line, published
from statements.describing.attribution import attribution_line
from statements.describing.quotation import CONTEXT, Linked, news_article, quotation
from statements.models.statement import GONE, Statement

LONGEST = 300  # characters of a description

Context = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class ListOnPage:
    """A list that a page shows, or leads to: its files and, of statements, its feed."""

    label: str
    export: str  # name of the route
    query: str = ""  # with its question mark
    has_feed: bool = False

    @property
    def feed(self) -> str:
        return reverse("statement-feed") + self.query if self.has_feed else ""

    def file(self, ending: str) -> str:
        return reverse(self.export, args=[ending]) + self.query


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Of one page. ``address`` is its canonical path."""

    title: str
    words: str
    address: str
    kind: str = "website"  # of the Open Graph protocol
    published: str = ""
    lists: tuple[ListOnPage, ...] = ()
    data: Linked | None = None
    annotation: str = ""
    is_list: bool = False  # the page is the one list that it offers
    for_search_engines: bool = True


def describe(context: Context) -> Description | None:
    request = context.get("request")
    match = request.resolver_match if isinstance(request, HttpRequest) else None
    found = PAGES.get(match.view_name or "") if match else None
    if not found or found.needs not in context:
        return None
    return found.describe(context)


def statement_page(context: Context) -> Description | None:
    """Of a statement that is gone, no word."""
    statement: Statement = context["statement"]
    if statement.review_state in GONE:
        return None
    words = one_line("".join(run.text for run in context["runs"]))
    citation = next(iter(context["citation_lines"].values()))
    absolute = context["request"].build_absolute_uri
    return Description(
        title=attribution_line(statement),
        words=words,
        address=statement.get_absolute_url(),
        kind="article",
        data=quotation(statement, words=words, citation=citation, absolute=absolute),
        annotation=reverse("statement-annotation", args=[statement.public_id]),
    )


def article_page(context: Context) -> Description:
    article = context["article"]
    absolute = context["request"].build_absolute_uri
    return Description(
        title=one_line(str(article)),
        words=own_words(context["stretches"]) or one_line(str(article)),
        address=article.get_absolute_url(),
        kind="article",
        published=published(article),
        data={"@context": CONTEXT} | news_article(article, absolute),
        annotation=reverse("article-annotations", args=[article.public_id]),
        # Of a page that the publisher changed the newer version is the one to find.
        for_search_engines=not article.superseded,
    )


def own_words(stretches: Iterable[Any]) -> str:
    """How an article begins, without what is not its own."""
    paragraphs = (paragraph for one in stretches if not one.is_left_out for paragraph in one.paragraphs)
    return one_line(" ".join(paragraph.text for paragraph in islice(paragraphs, 3)))


def country_page(context: Context) -> Description:
    country, tab = context["country"], context["tab"]
    names = {"country": country.name}
    speaking = statements(_("Statements by %(country)s") % names, f"country={country.code}")
    about = statements(_("Statements about %(country)s") % names, f"about={country.code}")
    return Description(
        title=TITLES_OF_TABS.get(tab, "%(country)s") % names,
        words=_(
            "What %(country)s says about others and they about it, word for word, with the source of each."
        )
        % names,
        address=country.get_absolute_url() + (f"?as={tab}" if tab in TITLES_OF_TABS else ""),
        lists=(about, speaking) if tab == "about" else (speaking, about),
    )


TITLES_OF_TABS = {
    "about": gettext_lazy("%(country)s, spoken about"),
    "time": gettext_lazy("%(country)s, over time"),
    "speakers": gettext_lazy("%(country)s, its speakers"),
}


def pair_page(context: Context) -> Description:
    left, right = context["left"], context["right"]
    names = {"left": left.name, "right": right.name}

    def one_way(speaking: Any, about: Any) -> ListOnPage:
        label = _("%(left)s about %(right)s") % {"left": speaking.name, "right": about.name}
        return statements(label, f"country={speaking.code}&about={about.code}")

    return Description(
        title=_("%(left)s and %(right)s") % names,
        words=_(
            "What %(left)s and %(right)s have said about each other, word for word, side by side in time."
        )
        % names,
        address=reverse("country-pair", args=[left.code, right.code]),
        lists=(one_way(left, right), one_way(right, left)),
        for_search_engines=is_first_page(context),
    )


def speaker_page(context: Context) -> Description:
    speaker = context["speaker"]
    names = {"speaker": one_line(speaker.preferred_name)}
    return Description(
        title=names["speaker"],
        words=_(
            "What %(speaker)s has said, word for word, with offices, names and the source of each statement."
        )
        % names,
        address=speaker.get_absolute_url(),
        kind="profile",
        lists=(statements(_("Statements by %(speaker)s") % names, f"speaker={speaker.slug}"),),
    )


def publisher_page(context: Context) -> Description:
    publisher = context["publisher"]
    names = {"publisher": one_line(publisher.name)}
    return Description(
        title=names["publisher"],
        words=_("The articles of %(publisher)s in this archive, and the statements that it printed.") % names,
        address=reverse("publisher-detail", args=[publisher.slug]),
        lists=(statements(_("Statements printed by %(publisher)s") % names, f"publisher={publisher.slug}"),),
        for_search_engines=is_first_page(context),
    )


def home_page(context: Context) -> Description:
    return Description(
        title=_("What states say about one another"),
        words=_("What states have said about one another, word for word, with who said it and where."),
        address=reverse("home"),
        lists=(statements(_("All statements")),),
    )


def statement_list_page(context: Context) -> Description:
    query = context["base"].partition("?")[2]
    return list_page(
        context,
        _("Statements"),
        _("Statements of states, word for word: by speaker, country, act, date and publisher."),
        statements(_("These statements") if query else _("All statements"), query),
    )


def speaker_list_page(context: Context) -> Description:
    query = context["base"].partition("?")[2]
    words = _("Persons, institutions and governments that speak, with their offices and names.")
    return list_page(context, _("Speakers"), words, records(_("These speakers"), "speaker-export", query))


def article_list_page(context: Context) -> Description:
    query = context["base"].partition("?")[2]
    words = _("The articles from which the statements are cut, with their originals.")
    return list_page(context, _("Articles"), words, records(_("These articles"), "article-export", query))


def country_list_page(context: Context) -> Description:
    words = _(
        "States, organisations that speak for several, and territories: who speaks, who is spoken about."
    )
    return list_page(context, _("Countries"), words, records(_("All countries"), "country-export"))


def matrix_page(context: Context) -> Description:
    words = _("How often each country has spoken about each other one, down to the words.")
    return list_page(context, _("Who speaks about whom"), words, records(_("The matrix"), "matrix-export"))


def coverage_page(context: Context) -> Description:
    return Description(
        title=_("Coverage"),
        words=_("What this archive has read, by outlet and month, and what it has not taken in."),
        address=reverse("coverage"),
        lists=(records(_("All publishers"), "publisher-export"),),
        for_search_engines=is_first_page(context),
    )


def list_page(context: Context, title: str, words: str, whole: ListOnPage) -> Description:
    """Filtered or beyond its first page a list is for readers: its statements have addresses of their own."""
    return Description(
        title=title,
        words=words,
        address=context["request"].path + whole.query,
        lists=(whole,),
        is_list=True,
        for_search_engines=not whole.query and is_first_page(context),
    )


def is_first_page(context: Context) -> bool:
    return not context["request"].META.get("QUERY_STRING")


def statements(label: str, query: str = "") -> ListOnPage:
    return ListOnPage(label, "statement-export", f"?{query}" if query else "", has_feed=True)


def records(label: str, export: str, query: str = "") -> ListOnPage:
    return ListOnPage(label, export, f"?{query}" if query else "")


def shortened(words: str) -> str:
    return Truncator(words).chars(LONGEST)


@dataclass(frozen=True, slots=True)
class Page:
    """How to describe a kind of page, and what its context must have: an error page has it not."""

    needs: str
    describe: Callable[[Context], Description | None]


# By the name of the route.
PAGES = {
    "home": Page("entries", home_page),
    "matrix": Page("matrix", matrix_page),
    "statement-list": Page("base", statement_list_page),
    "statement-detail": Page("statement", statement_page),
    "article-list": Page("base", article_list_page),
    "article-detail": Page("article", article_page),
    "country-list": Page("counts", country_list_page),
    "country-detail": Page("country", country_page),
    "country-pair": Page("left", pair_page),
    "speaker-list": Page("base", speaker_list_page),
    "speaker-detail": Page("speaker", speaker_page),
    "publisher-detail": Page("publisher", publisher_page),
    "coverage": Page("table", coverage_page),
}
