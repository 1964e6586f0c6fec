"""What is rejected, withdrawn, replaced or held is on no public page: not in a list, a count or a file."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from statements.exports import FORMATS, ROWS
from statements.models import Article, ImportOutcome, ImportRun, Statement
from statements.views.sitemaps import SECTIONS
from tests.factories import (
    ArticleFactory,
    OriginalFactory,
    PublisherFactory,
    SpeakerFactory,
    country,
    make_statement,
)

pytestmark = pytest.mark.django_db

MARKER = "zanzibar"
TEXT = (
    "The minister said that peace is near.\n\n"
    + "Nothing else was said for a long while. " * 20
    + f"\n\nThe minister said that {MARKER} fell. The minister said that {MARKER} rose."
    + f" The minister said that {MARKER} stands."
)

LISTS = [
    "/",
    "/matrix/",
    "/statements/",
    "/statements/?q=minister",
    "/statements/?q=peace&country=TR&about=AM&speaker=anna-speaker&publisher=the-paper&from=2020&to=2020",
    "/statements/?kind=indirect&sort=added",
    "/statements/?speaker=none",
    "/statements/?date=none",
    "/countries/",
    "/countries/TR/",
    "/countries/TR/?as=about",
    "/countries/AM/",
    "/countries/AM/?as=about",
    "/countries/TR/about/AM/",
    "/countries/AM/about/TR/",
    "/speakers/",
    "/speakers/?q=anna",
    "/speakers/anna-speaker/",
    "/articles/",
    "/publishers/the-paper/",
    *(f"/{name}.{ending}" for name in ROWS for ending in FORMATS),
    "/statements.atom",
    "/feeds/corrections.atom",
    *(f"/sitemap-{section}.xml" for section in SECTIONS),
]
# These ask for the word itself, and repeat it as what was asked.
SEARCHES = [
    f"/statements/?q={MARKER}",
    *(f"/statements.{ending}?q={MARKER}" for ending in (*FORMATS, "atom")),
]


def bodies(addresses: list[str]) -> dict[str, str]:
    return {address: Client().get(address).getvalue().decode() for address in addresses}


def make_visible() -> Statement:
    speaker = SpeakerFactory(slug="anna-speaker", preferred_name="Anna Speaker", country=country("TR"))
    article = ArticleFactory(text=TEXT, publisher=PublisherFactory(slug="the-paper"), dated=True)
    make_statement("peace is near", article=article, speaker=speaker, country="AM", about=["TR"])
    return make_statement(
        "peace is near", article=article, speaker=speaker, country="TR", about=["AM"], said=date(2020, 7, 16)
    )


def hide(visible: Statement) -> list[Statement]:
    """The same speaker, countries, article and day, in every state in which readers must not see it."""
    known = {"speaker": visible.attributions.get().speaker, "about": ["AM"], "country": "TR"}
    said = {"said": date(2020, 7, 16)}
    replaced = ArticleFactory(
        title=f"Old {MARKER}", text=TEXT, publisher=visible.article.publisher, superseded=True, dated=True
    )
    Article.objects.filter(pk=visible.article_id).update(replaces=replaced)
    kept = OriginalFactory(location=f"{MARKER}.html")
    run = ImportRun.objects.create(pipeline_version="1", command=MARKER)
    for result in ("held", "refused"):
        ImportOutcome.objects.create(run=run, location=MARKER, result=result, reason=MARKER, original=kept)
    return [
        make_statement(
            f"{MARKER} fell", article=visible.article, review_state="rejected", review_reason="no", **known
        ),
        make_statement(
            f"{MARKER} rose",
            article=visible.article,
            review_state="withdrawn",
            review_reason="no",
            **known,
            **said,
        ),
        make_statement(f"{MARKER} stands", article=replaced, **known, **said),
        make_statement(
            f"{MARKER} fell", article=replaced, review_state="rejected", speaker=None, country="TR"
        ),
    ]


def test_lists_counts_and_files_are_as_if_it_had_never_been() -> None:
    visible = make_visible()
    before = bodies(LISTS + SEARCHES)
    hidden = hide(visible)
    after = bodies(LISTS + SEARCHES)
    assert [address for address in before if before[address] != after[address]] == []
    assert [address for address in LISTS if MARKER in after[address]] == []
    # The word is there to be found: once shown, lists and searches change.
    Statement.objects.filter(pk=hidden[0].pk).update(review_state="approved", listed=True)
    shown = bodies(LISTS + SEARCHES)
    assert MARKER in shown["/statements/"]
    assert all(shown[address] != before[address] for address in SEARCHES)


def test_own_pages_mark_and_name_only_what_stands() -> None:
    visible = make_visible()
    pages = [visible.get_absolute_url(), visible.article.get_absolute_url()]
    hidden = hide(visible)
    for body in bodies(pages).values():
        assert not any(statement.public_id in body for statement in hidden)


def test_what_is_gone_says_why_and_not_what() -> None:
    rejected, withdrawn, replaced, _ = hide(make_visible())
    for statement in (rejected, withdrawn):
        answer = Client().get(statement.get_absolute_url())
        assert answer.status_code == 410
        assert MARKER not in answer.content.decode()
    assert Client().get(replaced.get_absolute_url()).status_code == 200  # its address never dies
