"""Every page in a real browser: light and dark, wide and narrow, with and without JavaScript."""

from __future__ import annotations

import pytest

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.pages import OVERRIDE, follow, opened_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAPER = {"light": "rgb(253, 253, 251)", "dark": "rgb(21, 22, 20)"}
WIDE = {"width": 1280, "height": 800}

UNLABELLED = """[...document.querySelectorAll('input:not([type=hidden]), select')]
    .filter(field => !field.labels.length).map(field => field.name)"""
REPEATED_IDS = """(ids => ids.filter((id, at) => ids.indexOf(id) !== at))
    ([...document.querySelectorAll('[id]')].map(element => element.id))"""
# What scrolls on its own must say what it is and let the keyboard in.
MUTE_SCROLLERS = """[...document.querySelectorAll('body *')]
    .filter(element => element.scrollWidth > element.clientWidth + 1
        && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
        && !(element.tabIndex === 0 && element.role === 'region' && element.ariaLabel))
    .map(element => element.outerHTML.slice(0, 80))"""
# Words cut off by a box that does not scroll (what is only read aloud is cut off on purpose).
CUT_OFF = """[...document.querySelectorAll('body *')]
    .filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1
        && ['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
    .map(element => element.outerHTML.slice(0, 80))"""
# Names that are not closed in: an override would turn what follows them.
NOT_CLOSED_IN = f"""(walker => {{
    const found = [];
    while (walker.nextNode()) {{
        const parent = walker.currentNode.parentElement;
        if (walker.currentNode.data.includes('{OVERRIDE}') && !parent.closest('bdi, [dir=auto], option')) {{
            found.push(parent.outerHTML.slice(0, 120));
        }}
    }}
    return found;
}})(document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT))"""


@pytest.mark.timeout(300)
def test_pages_fit_and_nothing_is_complained_of(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE) as page:
        for address in archive.addresses:
            page.goto(address)
            assert page.locator("h1").count() == 1, address
            for question in (UNLABELLED, REPEATED_IDS, NOT_CLOSED_IN):
                assert page.evaluate(question) == [], address
            for width in (1280, 320):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, address
                assert page.evaluate(MUTE_SCROLLERS) == [], address
            for scheme, colour in PAPER.items():
                page.emulate_media(color_scheme=scheme)
                background = page.evaluate("getComputedStyle(document.body).backgroundColor")
                assert background == colour, address
            page.set_viewport_size(WIDE)
        assert page.complaints == []


def test_no_name_at_the_head_of_the_matrix_is_broken(browser, archive) -> None:
    """Between a phone and a desk, too: a narrow matrix scrolls."""
    broken = """[...document.querySelectorAll('.matrix thead a')]
        .filter(name => name.getClientRects().length > name.textContent.split(/[ -]/).length)
        .map(name => name.textContent)"""
    with opened_page(browser) as page:
        for width in (320, 700, 800, 1000, 1130, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(archive["/"])
            assert page.evaluate(broken) == [], width


def test_letters_twice_as_large_still_fit(browser, archive) -> None:
    """As a reader sets them in the browser: the page folds earlier, and nothing is cut off."""
    large = browser.browser_type.launch(
        executable_path=CHROMIUM, args=[*ARGUMENTS, "--blink-settings=defaultFontSize=32"]
    )
    try:
        with opened_page(large, viewport=WIDE) as page:
            for address in archive.addresses:
                page.goto(address)
                assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
                assert page.evaluate("document.documentElement.scrollWidth") <= WIDE["width"], address
                assert page.evaluate(CUT_OFF) == [], address
    finally:
        large.close()


def test_pages_are_complete_without_javascript(browser, archive) -> None:
    with opened_page(browser, java_script_enabled=False, viewport=WIDE) as page:
        for address in archive.addresses:
            page.goto(address)
            assert page.locator("main h1").is_visible(), address
        page.goto(archive["/"])
        page.get_by_label("Search the words").fill("“peace is near”")
        follow(page, page.get_by_role("button", name="Search"))
        assert page.locator("main h1").inner_text() == "1 statement"
        assert page.locator("blockquote mark").first.inner_text() == "peace is near"


def test_a_facet_narrows_the_list_and_its_chip_widens_it(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE) as page:
        page.goto(archive["/statements/"])
        everything = page.locator("main h1").inner_text()
        choice = page.get_by_role("link", name="direct: quoted")
        found = choice.locator(".n").inner_text()
        follow(page, choice)
        assert page.locator("main h1").inner_text() == f"{found} statements" != everything
        follow(page, page.get_by_label("Filters in use").get_by_role("link"))
        assert page.locator("main h1").inner_text() == everything


def test_notes_and_words_lead_to_each_other(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE) as page:
        page.goto(archive[archive.article.get_absolute_url()])
        page.get_by_role("link", name="note 1", exact=True).click()
        assert page.locator("li:target").count() == 1
        page.get_by_role("link", name="back to words 1").click()
        assert page.locator("mark:target").count() == 1


def test_nothing_moves_for_those_who_ask_for_that(browser, archive) -> None:
    with opened_page(browser, reduced_motion="reduce") as page:
        page.goto(archive[archive.article.get_absolute_url()])
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"


def test_colours_of_the_reader_s_own_tell_the_same(browser, archive) -> None:
    """What is told by a border or a pattern is still told when the browser forces its few colours."""
    with opened_page(browser, forced_colors="active", viewport=WIDE) as page:
        page.goto(archive["/countries/TR/"])
        borders = page.evaluate(
            "[...document.querySelectorAll('.tabs a')].map(tab => getComputedStyle(tab).borderBottomColor)"
        )
        assert len(set(borders)) == 2, "the open tab looks like the other one"
        page.goto(archive["/matrix/"])
        assert "gradient" in page.evaluate(
            "getComputedStyle(document.querySelector('.hatch')).backgroundImage"
        )
        page.goto(archive["/statements/?q=peace"])
        outline = "getComputedStyle(document.querySelector('blockquote mark')).outlineStyle"
        assert page.evaluate(outline) == "solid"
        # Words in the colour that lies under them cannot be read.
        colour, ground = page.evaluate(
            "(style => [style.color, style.backgroundColor])"
            "(getComputedStyle(document.querySelector('button')))"
        )
        assert colour != ground


def test_paper_gets_the_words_and_no_controls(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE) as page:
        page.emulate_media(media="print")
        for path in ("/statements/?q=peace", archive.statement.get_absolute_url(), "/matrix/"):
            page.goto(archive[path])
            assert page.locator("blockquote:visible, .matrix:visible").count() > 0, path
            controls = page.locator("nav:visible, search:visible, button:visible, .facets:visible")
            assert controls.count() == 0, path
            assert page.pdf().startswith(b"%PDF"), path
        page.goto(archive[archive.statement.get_absolute_url()])
        assert archive[archive.statement.get_absolute_url()] in page.locator(".citation").first.inner_text()
        page.goto(archive[archive.article.get_absolute_url()])
        assert page.locator("summary").get_by_text("2 blocks left out").is_visible()
        marked = "getComputedStyle(document.querySelector('.text mark')).textDecorationLine"
        assert page.evaluate(marked) == "underline", "printers leave backgrounds out"
        written_out = "getComputedStyle(document.querySelector('.about a[href^=http]'), '::after').content"
        assert archive.article.web_address in page.evaluate(written_out)
