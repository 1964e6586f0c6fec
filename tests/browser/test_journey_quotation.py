"""A journalist's way, click by click, over the seeds: with and without JavaScript."""

from __future__ import annotations

import pytest

from tests.browser.pages import follow, opened_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = {"width": 1280, "height": 800}
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


@SCRIPT
def test_journalist_verifies_a_misquoted_remark(browser, seeds, script: bool) -> None:
    """Paste it, see how it was really reported, read it in its article, verify it, cite it."""
    misquoted = "“Armenia will be held to acount for its atack on Azerbaidjan”, Akar said"
    with opened_page(browser, viewport=WIDE, java_script_enabled=script) as page:
        # In the search box it is a phrase that nothing has; the list offers the nearest wording.
        page.goto(f"{seeds}/countries/")
        page.get_by_label("Words or a quotation").fill(misquoted)
        follow(page, page.get_by_role("button", name="Search"))
        follow(page, page.get_by_role("link", name="Look for the nearest wording"))

        # Not equal, and each difference is marked and told.
        assert page.get_by_role("heading", name="Not word for word").is_visible()
        nearest = page.locator(".answer .entry").first
        assert "held" in nearest.locator("del").first.inner_text()
        assert "brought" in nearest.locator("ins").first.inner_text()
        assert page.get_by_role("heading", name="These words are here").count() == 0

        # The statement: the words, who, for whom, through whom.
        follow(page, nearest.get_by_role("link", name="Read and verify the recorded words"))
        words = page.locator(".plate blockquote")
        assert "Armenia will be “brought to account” for its “attack” on Azerbaijan" in words.inner_text()
        chain = page.locator("h1.chain")
        assert "Hulusi Akar" in chain.inner_text()
        cited = page.locator("#cite-chicago").inner_text()
        assert "Akar" in cited
        assert page.url in cited.replace("\n", "")
        statement = page.url

        # The same words, marked where they stand in the article.
        follow(page, page.get_by_role("link", name="Read these words where they stand in the article"))
        assert page.locator("mark:target").inner_text() == "Armenia will be "

        # Everything is computed again before the reader's eyes.
        page.goto(statement)
        follow(page, page.get_by_role("link", name="Compute all of it again"))
        assert page.url == f"{statement}verify/"
        assert "Every fingerprint and every word" in page.locator(".lead").inner_text()
        assert page.complaints == []


@SCRIPT
def test_journalist_finds_the_very_words_and_those_that_nobody_said(browser, seeds, script: bool) -> None:
    """The two other answers look otherwise."""
    with opened_page(browser, viewport=WIDE, java_script_enabled=script) as page:
        page.goto(f"{seeds}/wording/")
        page.get_by_label("The quotation as you have it").fill("armenia WILL be brought to account")
        follow(page, page.get_by_role("button", name="Look for it"))
        assert page.get_by_role("heading", name="These words are here").is_visible()
        assert page.locator("blockquote mark").first.is_visible()
        assert page.locator("main ins, main del").count() == 0

        page.get_by_label("The quotation as you have it").fill("We shall never surrender an inch of our land")
        follow(page, page.get_by_role("button", name="Look for it"))
        assert page.get_by_role("heading", name="Not in this archive").is_visible()
        assert page.locator("main blockquote").count() == 0
        assert page.complaints == []
