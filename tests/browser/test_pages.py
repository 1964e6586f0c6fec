"""Every page in a real browser: light and dark, wide and narrow, with and without JavaScript."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings

from tests.factories import (
    ArticleFactory,
    BlockFactory,
    OfficeFactory,
    PublisherFactory,
    country,
    make_statement,
)

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/",
    "/matrix/",
    "/statements/",
    "/statements/?q=peace&country=TR&from=2020-13",
    "/statements/?q=nothing+like+this&kind=direct",
    "/statements/{statement}/",
    "/countries/",
    "/countries/TR/",
    "/countries/AM/?as=about",
    "/countries/TR/about/AM/",
    "/speakers/",
    "/speakers/anna-speaker/",
    "/articles/",
    "/articles/{article}/",
    "/publishers/the-paper/",
    "/nothing-here/",
]


@pytest.fixture(scope="session")
def browser() -> Iterator:
    if not Path(CHROMIUM).exists():
        reason = f"no Chromium at {CHROMIUM}: install it, or set CHROMIUM to its path"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session", autouse=True)
def beside_the_browser() -> Iterator[None]:
    """Before the server starts: plain HTTP, and the database beside Playwright's event loop."""
    with pytest.MonkeyPatch.context() as patch, override_settings(SECURE_SSL_REDIRECT=False):
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture
def addresses(live_server) -> list[str]:
    """An archive with one of everything, a long word and many countries; the addresses of its pages."""
    long_word = "Verfassungsgerichtsentscheidung" * 3
    text = (
        f"Share\n\nThe minister said that peace is near, and {long_word} too.\n\n"
        "“We want peace,” she added, “and we want it now.” The end."
    )
    article = ArticleFactory(
        text=text,
        title=f"Peace {long_word}",
        publisher=PublisherFactory(slug="the-paper"),
        dated=True,
        address="https://example.org/" + "long/" * 40,
        mentions=[country("TR"), country("AM")],
    )
    BlockFactory(article=article, start=0, end=5, reason="share bar")
    statement = make_statement(
        f"peace is near, and {long_word} too",
        article=article,
        source="The minister",
        cue="said",
        country="TR",
        about=["AM", "TR"],
        said=date(2020, 7, 16),
    )
    make_statement(
        ["We want peace,", "and we want it now."], article=article, kind="direct", country="AM", about=["TR"]
    )
    OfficeFactory(speaker=statement.attributions.get().speaker)
    for number in range(12):
        make_statement(
            f"peace number {number}", country=f"C{number}", about=["TR"], said=date(2019, 1 + number, 1)
        )
    return [
        live_server.url + page.format(statement=statement.public_id, article=article.public_id)
        for page in PAGES
    ]


@contextmanager
def opened_page(browser, **options) -> Iterator:
    """A page that collects what the browser complains of in ``complaints``."""
    context = browser.new_context(service_workers="block", **options)
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(f"{page.url}: {error}"))
    page.on("console", lambda message: note_complaint(page, message))
    yield page
    context.close()


def note_complaint(page, message) -> None:
    # The browser reports the page's own 404 too; that one is asked for.
    if message.type in ("error", "warning") and "status of 404" not in message.text:
        page.complaints.append(f"{page.url}: {message.text}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_pages_fit_and_nothing_is_complained_of(browser, addresses, scheme: str, width: int) -> None:
    with opened_page(browser, viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        for address in addresses:
            page.goto(address)
            assert page.locator("h1").count() == 1, address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
            background = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert background == {"light": "rgb(253, 253, 251)", "dark": "rgb(21, 22, 20)"}[scheme], address
        assert page.complaints == []


def test_pages_are_complete_without_javascript(browser, addresses) -> None:
    with opened_page(browser, java_script_enabled=False, viewport={"width": 1280, "height": 800}) as page:
        for address in addresses:
            page.goto(address)
            assert page.locator("main h1").is_visible(), address
        page.goto(addresses[0])
        page.get_by_label("Search the words").fill("“peace is near”")
        page.get_by_role("button", name="Search").click()
        assert page.locator("main h1").inner_text() == "1 statement"
        assert page.locator("blockquote mark").first.inner_text() == "peace is near"


def test_the_first_tab_reaches_the_skip_link_and_it_leads_to_the_words(browser, addresses) -> None:
    with opened_page(browser) as page:
        for address in addresses:
            page.goto(address)
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.className") == "skip", address
            assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0, address
            page.keyboard.press("Enter")
            page.wait_for_function("document.activeElement.id === 'main'")


def test_a_facet_narrows_the_list_and_its_chip_widens_it(browser, addresses) -> None:
    with opened_page(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto(addresses[2])
        everything = page.locator("main h1").inner_text()
        page.get_by_role("link", name="direct: quoted").click()
        assert page.locator("main h1").inner_text() == "1 statement"
        page.get_by_label("Filters in use").get_by_role("link").click()
        assert page.locator("main h1").inner_text() == everything


def test_notes_and_words_lead_to_each_other(browser, addresses) -> None:
    with opened_page(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto(next(address for address in addresses if "/articles/a" in address))
        page.get_by_role("link", name="note 1", exact=True).click()
        assert page.locator("li:target").count() == 1
        page.get_by_role("link", name="back to words 1").click()
        assert page.locator("mark:target").count() == 1


def test_every_field_has_a_label_and_every_id_is_there_once(browser, addresses) -> None:
    with opened_page(browser) as page:
        for address in addresses:
            page.goto(address)
            unlabelled = page.evaluate(
                "[...document.querySelectorAll('input:not([type=hidden]), select')]"
                ".filter(field => !field.labels.length).map(field => field.name)"
            )
            repeated = page.evaluate(
                "(ids => ids.filter((id, at) => ids.indexOf(id) !== at))"
                "([...document.querySelectorAll('[id]')].map(element => element.id))"
            )
            assert (unlabelled, repeated) == ([], []), address
