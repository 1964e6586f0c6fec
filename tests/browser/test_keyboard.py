"""Everything by keyboard alone: in order, always in sight, and out again."""

from __future__ import annotations

import pytest

from tests.browser.pages import opened_page
from tests.factories import country, make_statement

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = {"width": 1280, "height": 800}

# Every stop of the Tab key, in the order of the page, and a note of each one that gets the focus:
# its place in that order, whether it shows, and whether some of it is in sight.
WATCH_FOCUS = """() => {
    const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, '
        + 'textarea, [tabindex="0"]')].filter(stop => stop.checkVisibility({visibilityProperty: true}));
    window.visits = [];
    document.addEventListener('focusin', ({target}) => {
        const {left, top, width, height} = target.getClientRects()[0];
        const {outlineStyle, outlineWidth} = getComputedStyle(target);
        const covers = [1, width / 2, width - 1].map(
            across => document.elementFromPoint(left + across, top + Math.min(height, innerHeight) / 2));
        const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        const inSight = covers.some(over => over && (target.contains(over) || over.contains(target)));
        window.visits.push([stops.indexOf(target), outlined, inSight, target.outerHTML.slice(0, 120)]);
    });
    return stops.length;
}"""


def walk(page, key: str) -> list[tuple[int, bool, bool, str]]:
    """Press a key once for every stop. All were visited, so none holds the focus fast."""
    stops = page.evaluate(WATCH_FOCUS)
    for _ in range(stops):
        page.keyboard.press(key)
    visits = [tuple(visit) for visit in page.evaluate("window.visits")]
    assert len(visits) == stops, page.url
    return visits


@pytest.mark.timeout(300)
@pytest.mark.parametrize("width", [1280, 320])
def test_tab_reaches_everything_in_order_and_in_sight(browser, archive, width: int) -> None:
    """On every kind of page where it is wide; narrow, on those that fold most."""
    folding = [archive[path] for path in ("/", "/statements/?q=peace", archive.article.get_absolute_url())]
    with opened_page(browser, viewport={"width": width, "height": 500}, reduced_motion="reduce") as page:
        for address in archive.kinds if width == 1280 else folding:
            page.goto(address)
            visits = walk(page, "Tab")
            assert [stop for stop, *_ in visits] == list(range(len(visits))), address
            unseen = [what for _, outlined, in_sight, what in visits if not (outlined and in_sight)]
            assert unseen == [], address


def test_heads_that_stay_do_not_cover_what_has_the_focus(browser, archive) -> None:
    """The whole matrix scrolls under its heads."""
    for number in range(25):
        about = country(f"E{number % 14}", f"The United Isles of E{number % 14}")
        make_statement(f"more words {number}", country=f"D{number}", about=[about])
    size = {"width": 1280, "height": 640}
    with opened_page(browser, viewport=size, reduced_motion="reduce") as page:
        for key in ("Tab", "Shift+Tab"):
            page.goto(archive["/matrix/"])
            region = page.locator(".scroll")
            assert region.evaluate("box => box.scrollHeight > box.clientHeight")
            assert [what for _, _, in_sight, what in walk(page, key) if not in_sight] == []


def test_shift_tab_goes_back_the_same_way(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE, reduced_motion="reduce") as page:
        page.goto(archive["/statements/?q=peace&country=TR"])
        visits = walk(page, "Shift+Tab")
        assert [stop for stop, *_ in visits] == list(range(len(visits)))[::-1]


def test_the_first_tab_reaches_the_skip_link_and_it_leads_to_the_words(browser, archive) -> None:
    with opened_page(browser) as page:
        for path in ("/", "/statements/", archive.article.get_absolute_url()):
            page.goto(archive[path])
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.className") == "skip", path
            assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0, path
            page.keyboard.press("Enter")
            page.wait_for_function("() => document.activeElement.id === 'main'")


def tab_to(page, locator) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if locator.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {locator}")


def follow(page, locator) -> None:
    tab_to(page, locator)
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_function("before => location.href !== before", arg=before)
    page.wait_for_load_state()


def test_from_the_matrix_to_the_words_and_back(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE) as page:
        page.goto(archive["/"])
        follow(page, page.get_by_role("link", name="Turkey about Armenia:"))
        assert page.locator("main h1").inner_text() == "1 statement"
        follow(page, page.get_by_role("link", name=f"statement {archive.statement.public_id}"))
        follow(page, page.get_by_role("link", name="Read these words where they stand"))
        assert page.locator("mark:target").count() == 1
        follow(page, page.get_by_role("link", name="note 1", exact=True))
        assert page.locator("li:target").count() == 1
        follow(page, page.locator("li:target").get_by_role("link", name="back to words 1"))
        assert page.locator("mark:target").count() == 1
        follow(page, page.locator(f"li#n-{archive.statement.public_id} a.id"))
        assert archive.statement.get_absolute_url() in page.url


def test_searching_narrowing_and_widening(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE) as page:
        page.goto(archive["/"])
        tab_to(page, page.get_by_label("Search the words"))
        page.keyboard.type("peace")
        page.keyboard.press("Enter")
        page.wait_for_url("**/statements/?q=peace")
        everything = page.locator("main h1").inner_text()
        tab_to(page, page.get_by_label("Speaker by name"))
        page.keyboard.type("Anna Speaker")
        page.keyboard.press("Enter")
        page.wait_for_url("**speaker=anna-speaker**")
        follow(page, page.get_by_role("link", name="indirect: reported"))
        tab_to(page, page.get_by_label("From"))
        page.keyboard.type("2020-07")
        tab_to(page, page.get_by_role("button", name="Set dates"))
        page.keyboard.press("Space")
        page.wait_for_url("**from=2020-07**")
        assert page.locator("main h1").inner_text() == "1 statement"
        for chip in ("from:", "kind:", "speaker:"):
            follow(page, page.get_by_label("Filters in use").get_by_role("link", name=chip))
        assert page.locator("main h1").inner_text() == everything


def test_turning_pages_and_taking_the_list_away(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE) as page:
        page.goto(archive["/statements/?q=peace"])
        first = page.locator("main .id").all_text_contents()
        follow(page, page.locator("[rel=next]"))
        assert not set(first) & set(page.locator("main .id").all_text_contents())
        follow(page, page.locator("[rel=prev]"))
        assert page.locator("main .id").all_text_contents() == first
        tab_to(page, page.locator(".tools").get_by_role("link", name="CSV"))
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.suggested_filename == "chancery-statements.csv"
        assert "peace number 11" in download.value.path().read_text("utf-8-sig")


def test_folds_open_and_a_wide_matrix_scrolls(browser, archive) -> None:
    with opened_page(browser, viewport={"width": 320, "height": 800}) as page:
        page.goto(archive[archive.article.get_absolute_url()])
        tab_to(page, page.get_by_text("2 blocks left out"))
        page.keyboard.press("Space")
        assert page.get_by_text("More stories").is_visible()
        page.keyboard.press("Enter")
        assert not page.get_by_text("More stories").is_visible()
        page.goto(archive["/"])
        matrix = page.get_by_role("region", name="The matrix")
        tab_to(page, matrix)
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.activeElement.scrollLeft > 0")
