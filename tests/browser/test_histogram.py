"""A stretch of time is chosen by dragging over its bars, by keys, or a bar at a time without script."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.pages import follow, opened_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIST = "/statements/?country=TR&about=AM"


def asked_of(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def bar_of(page, month: str):
    return page.locator(f".histogram a[data-from='{month}']")


def drag(page, one: str, other: str) -> None:
    at, end = (bar_of(page, month).bounding_box() for month in (one, other))
    page.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=5)


@pytest.mark.parametrize("ends", [("2020-07", "2020-09"), ("2020-09", "2020-07")])
def test_dragging_over_bars_chooses_their_months(browser, seeds, ends) -> None:
    with opened_page(browser) as page:
        page.goto(f"{seeds}{LIST}")
        drag(page, *ends)
        assert page.locator(".picked [role=status]").inner_text().startswith("July 2020 to September 2020")
        with page.expect_navigation():
            page.mouse.up()
        assert asked_of(page) == {
            "country": ["TR"],
            "about": ["AM"],
            "from": ["2020-07"],
            "to": ["2020-09"],
        }
        assert page.locator(".histogram .selected").count() == 2
        assert page.complaints == []


def test_a_click_chooses_one_bar_and_a_drag_can_be_dropped(browser, seeds) -> None:
    with opened_page(browser) as page:
        page.goto(f"{seeds}{LIST}")
        drag(page, "2020-07", "2020-09")
        page.keyboard.press("Escape")
        page.mouse.up()
        assert "from" not in asked_of(page)
        with page.expect_navigation():
            bar_of(page, "2020-09").click()
        assert (asked_of(page)["from"], asked_of(page)["to"]) == (["2020-09"], ["2020-09"])


def test_let_go_outside_of_the_chart_nothing_is_chosen(browser, seeds) -> None:
    with opened_page(browser) as page:
        page.goto(f"{seeds}{LIST}")
        at, end = (bar_of(page, month).bounding_box() for month in ("2020-07", "2020-09"))
        page.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
        page.mouse.down()
        page.mouse.move(at["x"], at["y"] + 600)
        page.mouse.up()
        page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=5)
        assert page.locator(".histogram .within").count() == 0
        page.mouse.click(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, button="right")
        assert "from" not in asked_of(page)


def test_shift_and_an_arrow_choose_by_key(browser, seeds) -> None:
    with opened_page(browser) as page:
        page.goto(f"{seeds}{LIST}")
        bar_of(page, "2020-07").focus()
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Shift+ArrowRight")
        assert "July 2020 to October 2020" in page.locator(".picked").inner_text()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert (asked_of(page)["from"], asked_of(page)["to"]) == (["2020-07"], ["2020-10"])


def test_without_script_every_bar_is_a_link_and_nothing_else_is_promised(browser, seeds) -> None:
    with opened_page(browser, java_script_enabled=False) as page:
        page.goto(f"{seeds}{LIST}")
        assert not page.locator(".picked").is_visible()
        follow(page, bar_of(page, "2020-07"))
        assert asked_of(page)["from"] == ["2020-07"]
