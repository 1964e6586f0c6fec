"""A citation is copied by one click or one key; without script it can be selected and downloaded."""

from __future__ import annotations

import pytest

from statements.citing import FORMATS
from tests.browser.pages import opened_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = {"width": 1280, "height": 800}


def pasted(page) -> str:
    """What the clipboard holds. Pages may not read it, so it is pasted by key."""
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'paste'}))")
    page.locator("#paste").focus()
    page.keyboard.press("Control+V")
    text = page.locator("#paste").input_value()
    page.evaluate("document.getElementById('paste').remove()")
    return text


def told(page, words: str) -> None:
    page.locator("[role=status]", has_text=words).wait_for(timeout=5000)


def test_one_click_copies_each_format(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE, permissions=["clipboard-write"]) as page:
        page.goto(archive[archive.statement.get_absolute_url()])
        for ending, kind in FORMATS.items():
            page.get_by_role("button", name=f"Copy {kind.label}", exact=True).click()
            told(page, f"{kind.label} copied.")
            assert pasted(page) == page.locator(f"#cite-{ending}").input_value()
        page.get_by_role("button", name="Copy the APA citation").click()
        told(page, "APA copied.")
        assert pasted(page) == page.locator("#cite-apa").inner_text()
        assert page.complaints == []


def test_one_key_copies_and_can_be_switched_off(browser, archive) -> None:
    with opened_page(browser, viewport=WIDE, permissions=["clipboard-write"]) as page:
        page.goto(archive[archive.statement.get_absolute_url()])
        page.keyboard.press("c")
        told(page, "Chicago copied.")
        assert pasted(page) == page.locator("#cite-chicago").inner_text()
        page.get_by_role("button", name="Switch the key off").click()
        page.reload()
        page.get_by_text("The key C is switched off.").wait_for()
        page.keyboard.press("c")
        assert page.locator("[data-told]").inner_text() == ""
        page.get_by_role("button", name="Switch the key on").click()
        # A letter that is typed is a letter.
        page.get_by_label("Words or a quotation").press("c")
        assert page.locator("[data-told]").inner_text() == ""
        assert page.get_by_label("Words or a quotation").input_value() == "c"


def test_where_there_is_no_clipboard_the_selected_text_is_copied(browser, archive) -> None:
    """As by plain HTTP, inside a network of one's own."""
    with opened_page(browser, viewport=WIDE) as page:
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.goto(archive[archive.statement.get_absolute_url()])
        page.get_by_role("button", name="Copy BibTeX").click()
        told(page, "BibTeX copied.")
        assert pasted(page) == page.locator("#cite-bib").input_value()


def test_without_script_every_format_opens_and_downloads(browser, archive) -> None:
    with opened_page(browser, java_script_enabled=False, viewport=WIDE) as page:
        page.goto(archive[archive.statement.get_absolute_url()])
        assert page.locator("section:has(> #cite) button:visible").count() == 0
        for ending, kind in FORMATS.items():
            page.locator("summary", has_text=kind.label).click()
            shown = page.get_by_label(kind.label, exact=True)
            assert shown.is_visible()
            with page.expect_download() as download:
                page.locator(f"a[href$='/cite.{ending}']").click()
            assert download.value.suggested_filename == f"chancery-{archive.statement.public_id}.{ending}"
            assert download.value.path().read_text().splitlines() == shown.input_value().splitlines()
