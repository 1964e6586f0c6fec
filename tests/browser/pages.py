"""The pages that the browser tests walk: every kind there is, in a small archive with one of everything.

``PAGES`` names them by their route. A route that is neither there nor in
``NO_PAGES`` fails ``test_every_kind_of_page_is_walked``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

from statements import curation
from statements.models import Article, Proposal, Speaker, Statement, UtteranceMember
from statements.models.list_row import keep_keys
from statements.utterances.members import suggest_everywhere
from tests.factories import (
    ArticleFactory,
    BlockFactory,
    CountryNameFactory,
    OfficeFactory,
    PublisherFactory,
    SourceErrorFactory,
    SpeakerFactory,
    UserFactory,
    VariantNameFactory,
    country,
    make_statement,
)

LONG_WORD = "Verfassungsgerichtsentscheidung" * 3

PAGES = {
    "home": ["/"],
    "matrix": ["/matrix/"],
    "statement-list": [
        "/statements/",
        "/statements/?sort=oldest&country=TR&country=none",
        "/statements/?q=peace&view=who",
        "/statements/?q=peace&sort=relevance&from=2019&date=any",
        "/statements/?q=speaker:speaker+anna&within=quoted",
        "/statements/?q=peace&country=TR&from=2020-13",
        "/statements/?q=nothing+like+this&kind=direct",
    ],
    "statement-detail": [
        "/statements/{statement}/",
        "/statements/{foreign}/",
        "/statements/{reported}/",
        "/statements/{withdrawn}/",
    ],
    "statement-verify": ["/statements/{statement}/verify/"],
    "nearest-wording": [
        "/wording/",
        "/wording/?q=We+want+peace,+and+we+want+it+now",
        "/wording/?q=peace+is+very+near,+she+said,+and+" + LONG_WORD + "+as+well",
        "/wording/?q=nothing+like+this+was+ever+said+by+anybody",
    ],
    "help-searching": ["/help/searching/"],
    "help-data": ["/help/data/"],
    "country-list": ["/countries/"],
    "country-detail": [
        "/countries/TR/",
        "/countries/AM/?as=about",
        "/countries/TR/?as=time",
        "/countries/TR/?as=speakers",
        "/countries/ZZ/",
    ],
    "country-pair": ["/countries/TR/about/AM/", "/countries/TR/about/AM/?from=2030"],
    "speaker-list": ["/speakers/", "/speakers/?q=nobody+at+all"],
    "speaker-detail": ["/speakers/anna-speaker/"],
    "article-list": ["/articles/", "/articles/?publisher=the-paper&in=2020-07&after=nothing"],
    "article-detail": ["/articles/{article}/", "/articles/{older}/"],
    "publisher-detail": ["/publishers/the-paper/"],
    "coverage": ["/coverage/", "/coverage/?year=2020"],
    "not found": ["/nothing-here/"],
}
# Of the workbench, for curators alone: opened with their cookie.
REVIEW_PAGES = {
    "review-home": "/review/",
    "review-statement": "/review/queue/all/{statement}/",
    "review-add": "/review/articles/{article}/add/",
    "review-accept-all": "/review/articles/{article}/accept/",
    "review-boilerplate": "/review/articles/{article}/boilerplate/?at=0-1",
    "review-held": "/review/held/",
    "review-records": "/review/records/",
    "review-names": "/review/names/",
    "review-utterances": "/review/utterances/",
    "review-speaker": "/review/speakers/anna-speaker/",
    "review-speaker-statements": "/review/speakers/anna-speaker/statements/",
    "review-speaker-log": "/review/speakers/anna-speaker/log/",
    "review-speaker-edit": "/review/speakers/anna-speaker/names/",
    "review-merge": "/review/speakers/anna-speaker/merge/",
    "review-unmerge": "/review/speakers/{merged}/unmerge/",
    "review-move": "/review/move/?speaker=anna-speaker",
    "review-new-speaker": "/review/new-speaker/?speaker=anna-speaker",
}
# They go on to another page, or answer a script.
REVIEW_ACTIONS = {
    "review-queue",
    "review-undo",
    "review-date",
    "review-settle",
    "review-look-up",
    "review-utterances-settle",
    "review-utterances-join",
}
NO_PAGES = {"statement-cite", "article-original", "article-text", "healthz", "readyz"}
# For machines: files, feeds, annotations, and what search engines ask for.
NO_PAGES |= {
    f"{name}-export" for name in ("statement", "article", "speaker", "country", "publisher", "matrix")
}
NO_PAGES |= {"statement-feed", "correction-feed", "statement-annotation", "article-annotations"}
NO_PAGES |= {"sitemap", "sitemap-section", "robots"}

# Templates of answers that no address gives when all is well; 404 and 410 are among the pages.
TEMPLATES = Path(settings.BASE_DIR) / "templates"
ERRORS = sorted(path.stem for path in TEMPLATES.glob("[45]*.html") if path.stem not in ("404", "410"))

# What follows an override runs backwards, until the override is closed in.
OVERRIDE = "\u202e"
HEBREW = "שרת החוץ"


@dataclass(frozen=True)
class Archive:
    """A small archive behind a running server."""

    url: str
    statement: Statement
    article: Article
    addresses: list[str]
    kinds: list[str]  # one of each kind among them
    names: dict[str, str]  # what stands in the addresses

    def __getitem__(self, path: str) -> str:
        return self.url + path


def fill_archive(url: str) -> Archive:
    """One of everything: a long word, blocks, an older version, other scripts, something withdrawn."""
    article = long_article()
    statement = make_statement(
        f"peace is near, and {LONG_WORD} too",
        article=article,
        source="The minister",
        cue="said",
        country=country("TR", "Turkey"),
        about=["AM", "TR"],
        said=date(2020, 7, 16),
        role="minister of foreign affairs",
    )
    make_statement(
        ["We want peace,", "and we want it now."], article=article, kind="direct", country="AM", about=["TR"]
    )
    make_statement("“at last”", article=article, kind="mixed", speaker=None, said_words="last week")
    speaker = statement.attributions.get().speaker
    OfficeFactory(speaker=speaker, start="2019-03-09")
    VariantNameFactory(speaker=speaker, text=HEBREW)
    for name in (f"{OVERRIDE}Türkiye", "Turquie", "Türkei", "Turquía", "Турция", LONG_WORD):
        CountryNameFactory(country=country("TR"), text=name)
    CountryNameFactory(country=country("AM"), text=f"{OVERRIDE}Hayastan")
    country("ZZ", "A silent country")
    for number in range(12):
        make_statement(
            f"peace number {number}", country=f"C{number}", about=["TR"], said=date(2019, 1 + number, 1)
        )
    propose_records(speaker)
    SourceErrorFactory(statement=statement)
    reported = report_twice()
    older = ArticleFactory(title="", superseded=True)
    ArticleFactory(replaces=older)
    names = {
        "statement": statement.public_id,
        "foreign": foreign_statement().public_id,
        "reported": reported.public_id,
        "withdrawn": make_statement(
            "never mind", review_state="withdrawn", review_reason="no longer found"
        ).public_id,
        "article": article.public_id,
        "older": older.public_id,
        "merged": merged_speaker("ann-speaker", speaker).slug,
    }
    kinds = [[url + path.format(**names) for path in paths] for paths in PAGES.values()]
    kinds.append([f"{url}/errors/{name}/" for name in ERRORS])
    addresses = [address for kind in kinds for address in kind]
    return Archive(url, statement, article, addresses, [kind[0] for kind in kinds], names)


def report_twice() -> Statement:
    """One act of speaking in two articles, with a long word and words that run backwards."""
    told = f"the bridge at Kars was built on sand and on {LONG_WORD}"
    pair = [
        make_statement(words, kind="direct", speaker="Anna Speaker", country="TR", said=date(2020, 7, 16))
        for words in (told, f"{told}, and {OVERRIDE}everybody knows {HEBREW}")
    ]
    keep_keys(one.pk for one in pair)
    list(suggest_everywhere(anew=True))
    assert UtteranceMember.objects.count() == 2
    return pair[0]


def propose_records(speaker: Speaker) -> None:
    """What the authority files have otherwise: a field of two speakers alike, and names."""
    alike = {"field": "source", "current": "a book", "value": LONG_WORD}
    names = {"field": "names", "current": [{"variant": HEBREW}], "value": [{"variant": f"{OVERRIDE}Anna"}]}
    for row, said in ((speaker, alike), (speaker, names), (SpeakerFactory(), alike)):
        Proposal.objects.create(record="speaker", record_id=row.pk, machine="authority files", **said)


def merged_speaker(slug: str, winner: Speaker, name: str = "Ann Speaker") -> Speaker:
    loser = SpeakerFactory(slug=slug, preferred_name=name)
    curation.merge(loser, winner, who=UserFactory())
    return loser


def long_article() -> Article:
    text = (
        f"Share\n\nMore stories\n\nThe minister said that peace is near, and {LONG_WORD} too.\n\n"
        "“We want peace,” she added, “and we want it now.” They spoke of a truce “at last”.\n\nThe end."
    )
    article = ArticleFactory(
        text=text,
        title=f"Peace {LONG_WORD}",
        byline="A Writer",
        publisher=PublisherFactory(slug="the-paper", names=["Paper"], domains=["paper.example"]),
        dated=True,
        address="https://example.org/" + "long/" * 40,
        mentions=[country("TR", "Turkey"), country("AM", "Armenia")],
    )
    BlockFactory(article=article, start=0, end=5, reason="share bar")
    BlockFactory(article=article, start=7, end=19, reason="teaser")
    return article


def foreign_statement() -> Statement:
    """Its title, publisher and speaker would each turn the page around them, were they let."""
    text = f"{HEBREW} אמרה כי השלום קרוב."
    article = ArticleFactory(
        text=text,
        title=f"{OVERRIDE}Turned around",
        language="he",
        publisher=PublisherFactory(slug="turned", name=f"{OVERRIDE}The Turned Paper"),
    )
    speaker = SpeakerFactory(
        slug="turned-speaker", preferred_name=f"{OVERRIDE}Turned Speaker", country=country("IL", HEBREW)
    )
    return make_statement(
        "השלום קרוב", article=article, speaker=speaker, country="IL", about=["TR"], role=f"{OVERRIDE}role"
    )


def follow(page, link) -> None:
    """Click, and go on when the next page is there: a click alone does not always wait for it."""
    with page.expect_navigation():
        link.click()


@contextmanager
def opened_page(browser, **options) -> Iterator:
    """A page that collects what the browser complains of in ``complaints``."""
    context = browser.new_context(service_workers="block", **options)
    context.route("**/errors/*/", show_error)
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(f"{page.url}: {error}"))
    page.on("console", lambda message: note_complaint(page, message))
    try:
        yield page
    finally:
        context.close()


def show_error(route) -> None:
    """The template of an error as an answer of the archive, with the archive's policy."""
    name = route.request.url.rstrip("/").rpartition("/")[2]
    route.fulfill(
        body=render_to_string(f"{name}.html"),
        content_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": settings.CONTENT_SECURITY_POLICY},
    )


def note_complaint(page, message) -> None:
    # The browser reports the page's own 404 and 410 too; those are asked for.
    asked_for = "status of 404" in message.text or "status of 410" in message.text
    if message.type in ("error", "warning") and not asked_for:
        page.complaints.append(f"{page.url}: {message.text}")
