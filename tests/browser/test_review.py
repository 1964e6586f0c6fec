"""The workbench: the five seeds by keyboard alone, and without script; two curators at once."""

from __future__ import annotations

import pytest

from statements import pipeline
from statements.models import Edit, Statement, User
from statements.store.runs import start_run
from tests.browser.pages import follow, opened_page
from tests.factories import PASSWORD, UserFactory
from tests.quality.gold import FOLDERS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]

WIDE = {"width": 1360, "height": 900}


@pytest.fixture
def seeds(originals) -> int:
    """The five seeds as `ingest` takes them in; gives the number of statements."""
    pipeline.load_shipped_authorities()
    knowledge = pipeline.stored_knowledge()
    run = start_run("ingest", "test")
    for path in sorted(FOLDERS["seeds"].glob("*.txt")):
        pipeline.ingest(path.read_bytes(), path.name, run=run, knowledge=knowledge)
    return Statement.objects.count()


def make_curator(name: str) -> User:
    """Somebody who may do all; the curators' group is gone after another test's flush."""
    return UserFactory(username=name, is_staff=True, is_superuser=True)


def log_in(page, site: str, name: str) -> None:
    """By keyboard, from the address that a curator was told."""
    page.goto(f"{site}/review/")
    # The form asks for it by itself, but keys may come before it does.
    page.locator("[name=username]").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/review/")


def press(page, keys: str) -> None:
    """Keys of one action, until the page has gone on."""
    before = page.url
    for key in keys.split():
        page.keyboard.press(key)
    page.wait_for_function("before => location.href !== before", arg=before)


def awake(page) -> None:
    """Until the page's script listens to keys."""
    page.wait_for_selector("[data-do='span']:visible")


def test_the_seeds_are_reviewed_with_the_keyboard_alone(browser, live_server, seeds) -> None:
    make_curator("anna")
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        page.get_by_role("link", name="Not yet reviewed").focus()
        page.keyboard.press("Enter")
        awake(page)
        for number in range(seeds):
            if number == 1:
                page.keyboard.press("r")
                page.keyboard.type("the narrator’s words")
                press(page, "Enter")
            elif number == 2:
                page.keyboard.press("s")
                page.keyboard.type("Sergey Lavrov")
                press(page, "Escape a")
            elif number == 3:
                page.keyboard.press("e")
                page.keyboard.press("ArrowLeft")
                page.keyboard.press("Enter")
                press(page, "a")
            else:
                press(page, "a")
        assert page.url == f"{live_server.url}/review/"
    states = list(Statement.objects.values_list("review_state", flat=True))
    assert sorted(set(states)) == ["approved", "corrected", "rejected"]
    assert (states.count("rejected"), states.count("corrected")) == (1, 2)
    words = Edit.objects.get(field="words")
    assert words.new[0][0] == words.old[0][0]
    assert words.new[0][1] < words.old[0][1]


def test_the_seeds_are_reviewed_without_script(browser, live_server, seeds) -> None:
    make_curator("anna")
    with opened_page(browser, viewport=WIDE, java_script_enabled=False) as page:
        log_in(page, live_server.url, "anna")
        follow(page, page.get_by_role("link", name="Not yet reviewed"))
        for number in range(seeds):
            if number == 1:
                page.get_by_label("Reject, because").fill("the narrator’s words")
                follow(page, page.get_by_role("button", name="Reject"))
            elif number == 2:
                page.get_by_label("Speaker").first.fill("Sergey Lavrov")
                follow(page, page.get_by_role("button", name="Accept"))
            else:
                follow(page, page.get_by_role("button", name="Accept"))
        assert "Every statement was reviewed." in page.inner_text("main")
    states = list(Statement.objects.values_list("review_state", flat=True))
    counted = [states.count(state) for state in ("approved", "rejected", "corrected")]
    assert counted == [seeds - 2, 1, 1]


def test_an_article_is_dated_once_and_its_statements_follow(browser, live_server, seeds) -> None:
    make_curator("anna")
    undated = Statement.objects.undated().filter(said_words="Thursday", article__published=None).first()
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        page.goto(f"{live_server.url}/review/queue/dates/{undated.public_id}/")
        awake(page)
        page.keyboard.press("d")
        page.keyboard.type("2020-07-17")
        page.keyboard.press("Enter")
        page.wait_for_selector(".told >> text=dated")
        assert page.get_by_label("Said").input_value() == "2020-07-16"
        page.keyboard.press("Escape")
        page.keyboard.press("u")
        page.wait_for_selector(".told >> text=Taken back")
        assert page.get_by_label("published").input_value() == ""
        assert page.get_by_label("Said").input_value() == ""


def test_a_statement_is_cut_and_joined_by_keys(browser, live_server, seeds) -> None:
    make_curator("anna")
    statement = Statement.objects.filter(kind="direct").order_by("pk").first()
    whole, last = statement.words, statement.words.rsplit(" ", 1)[1]
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        page.goto(f"{live_server.url}/review/queue/all/{statement.public_id}/")
        awake(page)
        page.get_by_label("Words", exact=True).fill(whole.removesuffix(last).rstrip())
        page.keyboard.press("Escape")
        page.keyboard.press("c")
        page.keyboard.type(last)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(".told >> text=Cut in two")
        other = Statement.objects.order_by("pk").last()
        assert (Statement.objects.get(pk=statement.pk).words, other.words) == (whole[: -len(last) - 1], last)
        page.goto(f"{live_server.url}/review/queue/all/{statement.public_id}/")
        awake(page)
        page.keyboard.press("m")
        page.locator("#f-other").select_option(other.public_id)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(".told >> text=Joined with")
    assert Statement.objects.get(pk=statement.pk).words == whole


def test_countries_are_offered_as_the_last_of_several_is_typed(browser, live_server, seeds) -> None:
    make_curator("anna")
    statement = Statement.objects.order_by("pk").first()
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        page.goto(f"{live_server.url}/review/queue/all/{statement.public_id}/")
        awake(page)
        page.get_by_role("combobox", name="About").fill("")
        page.get_by_role("combobox", name="About").press_sequentially("Armenia; Azer")
        page.wait_for_selector("#countries option[value='Armenia; Azerbaijan']", state="attached")


def test_two_curators_at_one_statement_one_wins_and_the_other_is_told(browser, live_server, seeds) -> None:
    make_curator("anna")
    make_curator("boris")
    statement = Statement.objects.order_by("pk").first()
    address = f"{live_server.url}/review/queue/all/{statement.public_id}/"
    with opened_page(browser, viewport=WIDE) as hers, opened_page(browser, viewport=WIDE) as his:
        for page, name in ((hers, "anna"), (his, "boris")):
            log_in(page, live_server.url, name)
            page.goto(address)
            awake(page)
        assert "anna works on this article" in his.inner_text("main")
        hers.get_by_label("Act").select_option("denies")
        press(hers, "Escape a")
        his.get_by_label("Act").select_option("warns")
        his.keyboard.press("Escape")
        his.keyboard.press("a")
        his.wait_for_selector("text=Somebody was here before you")
        assert his.get_by_label("Act").input_value() == "warns"
        statement.refresh_from_db()
        assert statement.act == "denies"
        press(his, "Escape a")
    statement.refresh_from_db()
    assert statement.act == "warns"
    assert list(Edit.objects.filter(field="act").order_by("pk").values_list("who__username", flat=True)) == [
        "anna",
        "boris",
    ]


def open_first(page, site: str, queue: str = "all") -> None:
    page.goto(f"{site}/review/queue/{queue}/")
    awake(page)


def select_words(page, number: int) -> None:
    """The beginning of a paragraph's first line, with the mouse."""
    paragraph = page.locator(".sheet > p").nth(number)
    paragraph.scroll_into_view_if_needed()
    box = paragraph.bounding_box()
    page.mouse.move(box["x"] + 1, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 250, box["y"] + 12)
    page.mouse.up()


def test_a_key_held_down_is_pressed_once(browser, live_server, seeds) -> None:
    make_curator("anna")
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        open_first(page, live_server.url)
        for _ in range(30):
            page.keyboard.down("a")
            page.wait_for_timeout(30)
        page.keyboard.up("a")
        page.wait_for_selector(".told >> text=Accepted")
        # Nor is it taken for the next one while the archive has not answered.
        press(page, "a a")
        assert page.complaints == []
    assert Statement.objects.filter(review_state="approved").count() == 2


def test_words_selected_with_the_mouse_are_meant(browser, live_server, seeds) -> None:
    make_curator("anna")
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        open_first(page, live_server.url)
        select_words(page, 1)
        chosen = page.evaluate("getSelection().toString()").strip()
        page.get_by_role("button", name="Edit the words").click()
        assert page.get_by_label("Words", exact=True).input_value() == chosen
        page.keyboard.press("b")
        page.wait_for_url("**/boilerplate/?*at=*")
        assert chosen in page.inner_text("blockquote")


def test_words_of_several_paragraphs_are_selected_as_they_stand(browser, live_server, seeds) -> None:
    make_curator("anna")
    article = Statement.objects.order_by("pk").first().article
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        page.goto(f"{live_server.url}/review/articles/{article.public_id}/boilerplate/")
        awake(page)
        page.keyboard.press("e")
        for _ in range(8):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        chosen = page.get_by_label("Words", exact=True).input_value()
        assert "\n\n" in chosen
        assert chosen in article.text
        press(page, "a")
        assert page.locator("blockquote p").count() > 1


def test_a_form_outlives_the_session(browser, live_server, seeds) -> None:
    make_curator("anna")
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        open_first(page, live_server.url)
        page.get_by_label("As", exact=True).first.fill("head of the delegation")
        page.keyboard.press("Escape")
        page.context.clear_cookies()
        page.keyboard.press("a")
        page.wait_for_selector(".told >> text=You are logged out")
        log_in(page.context.new_page(), live_server.url, "anna")
        page.keyboard.press("a")
        page.wait_for_selector(".told >> text=You had logged in anew")
        assert page.get_by_label("As", exact=True).first.input_value() == "head of the delegation"
        press(page, "a")
    assert Statement.objects.filter(attributions__role="head of the delegation").count() == 1


def test_the_end_of_a_queue_is_told_and_can_be_undone_there(browser, live_server, seeds) -> None:
    make_curator("anna")
    last = Statement.objects.order_by("pk").last()
    Statement.objects.exclude(pk=last.pk).update(review_state="approved")
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        open_first(page, live_server.url)
        press(page, "a")
        assert "Every statement was reviewed." in page.inner_text(".told")
        page.locator(".told button").click()
        page.wait_for_selector(".told >> text=Taken back")
        page.go_back()
        awake(page)
    last.refresh_from_db()
    assert last.review_state == "machine"


def test_enter_presses_the_button_beside_the_field(browser, live_server, seeds) -> None:
    make_curator("anna")
    with opened_page(browser, viewport=WIDE) as page:
        log_in(page, live_server.url, "anna")
        open_first(page, live_server.url)
        words = page.get_by_label("Words", exact=True).input_value()
        page.locator("summary", has_text="The article itself errs").click()
        page.get_by_label("Its words that are wrong").fill(words)
        page.get_by_label("What is right").fill("another word")
        page.get_by_label("How it is known").fill("the treaty")
        page.keyboard.press("Enter")
        page.wait_for_selector(".told >> text=Noted beside the text.")
    assert not Statement.objects.exclude(review_state="machine").exists()


def test_what_was_done_hides_no_button(browser, live_server, seeds) -> None:
    make_curator("anna")
    with opened_page(browser, viewport={"width": 1360, "height": 500}) as page:
        log_in(page, live_server.url, "anna")
        open_first(page, live_server.url)
        for _ in range(6):
            press(page, "a")
        assert page.evaluate("scrollY") > 0
        on_top = """() => {
          const button = document.querySelector("[data-key='a']"), box = button.getBoundingClientRect();
          return document.elementFromPoint(box.x + box.width / 2, box.y + 2) === button;
        }"""
        assert page.evaluate(on_top)
