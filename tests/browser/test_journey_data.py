"""A data scientist's way: a list that was narrowed on screen, taken along as it stands in every format."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.browser.pages import follow, opened_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = {"width": 1280, "height": 900}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_what_is_on_the_screen_is_what_is_in_the_files(browser, seeds, script: bool) -> None:
    options = {"viewport": WIDE, "java_script_enabled": script, "accept_downloads": True}
    with opened_page(browser, **options) as page:
        page.goto(f"{seeds}/statements/")
        follow(page, page.locator("section[aria-labelledby=facet-about] a", has_text="Turkey"))
        follow(page, page.locator("section[aria-labelledby=facet-kind] a", has_text="mixed"))
        follow(page, page.get_by_role("link", name="day said, oldest first"))
        on_screen = page.locator(".entry a.id").all_inner_texts()
        on_screen = [text.split()[-1] for text in on_screen]
        assert len(on_screen) > 2

        read = {ending: taken(page, ending) for ending in ("csv", "jsonl", "json")}
        table = list(csv.DictReader(read["csv"].splitlines()))
        lines = [json.loads(line) for line in read["jsonl"].splitlines()]
        array = json.loads(read["json"])
        assert [row["id"] for row in table] == on_screen
        assert lines == array
        assert [row["id"] for row in lines] == on_screen
        assert set(table[0]) == set(lines[0])
        # What to trust, and how far, stands in every row.
        for row in lines:
            assert row["kind"] == "mixed"
            assert row["review"] and row["extractor"]

        followed = page.get_by_role("link", name="Follow").first.get_attribute("href")
        feed = page.request.get(f"{seeds}{followed}" if followed.startswith("/") else followed).text()
        assert all(public_id in feed for public_id in on_screen)
        assert page.complaints == []


def taken(page, ending: str) -> str:
    with page.expect_download() as coming:
        page.locator(f"main a[download][href*='.{ending}?']").first.click()
    return Path(coming.value.path()).read_text("utf-8-sig")
