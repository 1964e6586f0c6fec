"""A researcher's way: everything that officials of Turkey said about Armenia in July 2020.

From the matrix to the file in four clicks, over the five seed articles with
the dates that a curator gave them; with JavaScript and without.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.browser.pages import follow, opened_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = {"width": 1280, "height": 900}

AKAR_ON_THURSDAY = "brought to account"
AKAR_LAST_WEEK = "will certainly pay for what they have done"
# Said of Turkey, or of Azerbaijan, or in autumn, or the caption of a picture of January.
OTHERS = (
    "aggressive",
    "unmanned aerial vehicles",
    "take matters into its own hands",
    "negotiating",
    "ceasefire was only possible",
    "January",
)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_from_the_matrix_to_the_file(browser, seeds, script: bool) -> None:
    options = {"viewport": WIDE, "java_script_enabled": script, "accept_downloads": True}
    with opened_page(browser, **options) as page:
        page.goto(f"{seeds}/")
        follow(page, page.locator("table a[href*='country=TR'][href*='about=AM']").first)
        assert "country=TR" in page.url and "about=AM" in page.url

        follow(page, page.get_by_role("link", name="July 2020: 2"))
        assert "from=2020-07" in page.url and "to=2020-07" in page.url
        line = " ".join(page.locator(".how-dated").inner_text().split())
        assert line.startswith("1 on a known day, 1 in a known stretch (13–19 Jul 2020), ")
        assert line.endswith("not dated left out: include")
        words = shown(page)
        assert len(words) == 2
        assert AKAR_ON_THURSDAY in words[0] and AKAR_LAST_WEEK in words[1]
        assert not [(one, other) for one in words for other in OTHERS if other in one]

        follow(page, page.locator(".how-dated").get_by_role("link", name="include"))
        undated = shown(page)[2:]
        assert len(undated) == int(line.split(", ")[-1].split()[0])
        assert any("blamed" in one or "Armenian side" in one for one in undated)
        assert not [(one, other) for one in undated for other in OTHERS if other in one]
        follow(page, page.locator(".how-dated").get_by_role("link", name="leave out"))

        with page.expect_download() as coming:
            page.locator(".hits").get_by_role("link", name="CSV").first.click()
        rows = list(csv.DictReader(io.StringIO(Path(coming.value.path()).read_text("utf-8-sig"))))
        assert [row["speakers"] for row in rows] == ["Hulusi Akar", "Hulusi Akar"]
        assert AKAR_ON_THURSDAY in rows[0]["words"] and AKAR_LAST_WEEK in rows[1]["words"]
        assert page.complaints == []


def shown(page) -> list[str]:
    return [" ".join(words.split()) for words in page.locator(".entry blockquote").all_inner_texts()]


@pytest.mark.timeout(300)
def test_filters_are_added_and_taken_away_by_keyboard_and_without_script(browser, seeds) -> None:
    with opened_page(browser, viewport=WIDE, java_script_enabled=False) as page:
        page.goto(f"{seeds}/statements/?country=TR")
        alone = total(page)
        page.locator("section[aria-labelledby=facet-country] a", has_text="Armenia").press("Enter")
        assert "country=TR&country=AM" in page.url
        assert total(page) > alone
        page.locator(".chips a", has_text="Armenia").press("Enter")
        assert total(page) == alone
        page.locator("#speaker").fill("akar")
        page.locator("#speaker").press("Enter")
        assert page.url.endswith("?country=TR&speaker=hulusi-akar")
        assert total(page) == 2
        page.get_by_label("From").fill("2020-07-16")
        page.get_by_label("From").press("Enter")
        assert "from=2020-07-16" in page.url and "speaker=hulusi-akar" in page.url
        page.get_by_role("link", name="clear all").press("Enter")
        assert page.url.endswith("/statements/")
        assert page.complaints == []


def total(page) -> int:
    return int(page.locator("h1").inner_text().split()[0])
