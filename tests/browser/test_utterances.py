"""One utterance in several outlets: decided on with keys, and without script; read by readers."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from statements import pipeline
from statements.models import UtteranceMember, UtterancePair
from statements.store.runs import start_run
from tests.browser.pages import follow, opened_page
from tests.browser.test_access import EVERYTHING, find_faults
from tests.browser.test_review import WIDE, log_in, make_curator
from tests.quality.gold import FOLDERS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]

QUEUE = "/review/utterances/"


@pytest.fixture
def seeds(originals) -> None:
    pipeline.load_shipped_authorities()
    run, knowledge = start_run("ingest", "test"), pipeline.stored_knowledge()
    for path in sorted(FOLDERS["seeds"].glob("*.txt")):
        pipeline.ingest(path.read_bytes(), path.name, run=run, knowledge=knowledge)


def states() -> list[str]:
    return sorted(UtteranceMember.objects.values_list("state", flat=True))


def test_the_remark_of_akar_is_confirmed_undone_and_parted_with_keys(browser, live_server, seeds) -> None:
    make_curator("anna")
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        page.get_by_role("link", name="One utterance, several outlets").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{live_server.url}{QUEUE}")
        expect(page.locator("form.utterance")).to_have_count(1)
        expect(page.locator("form.utterance")).to_contain_text("will certainly pay")
        expect(page.locator("form.utterance")).to_contain_text("brought to account")
        assert not find_faults(page, EVERYTHING)
        page.keyboard.press("a")
        page.get_by_text("Confirmed: 2 statements report one act of speaking.").wait_for()
        assert states() == ["confirmed", "confirmed"]
        page.keyboard.press("u")
        page.get_by_text("Taken back").wait_for()
        assert states() == ["suggested", "suggested"]
        page.keyboard.press("r")
        page.get_by_text("Parted: they report different acts of speaking.").wait_for()
        assert states() == []
        assert UtterancePair.objects.get().verdict == "apart"
        expect(page.get_by_text("No group waits.")).to_be_visible()


def test_without_script_and_on_a_phone_everything_is_a_button(browser, live_server, seeds) -> None:
    make_curator("anna")
    member = UtteranceMember.objects.select_related("statement").first()
    small = {"width": 320, "height": 700}
    with opened_page(browser, viewport=small, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}{member.statement.get_absolute_url()}")
        expect(page.get_by_role("heading", name="Also reported as")).to_be_visible()
        expect(page.locator(".wordings")).to_contain_text("Suggested by the machine, not yet confirmed")
        assert page.locator(".wordings ins").count()
        log_in(page, live_server.url, "anna")
        page.goto(f"{live_server.url}{QUEUE}")
        follow(page, page.get_by_role("button", name="One act of speaking"))
        assert states() == ["confirmed", "confirmed"]
        page.goto(f"{live_server.url}{member.statement.get_absolute_url()}")
        expect(page.locator(".wordings")).to_contain_text("A curator confirmed")
