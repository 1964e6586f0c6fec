"""The page that a quotation is pasted into: three answers that cannot be taken for one another."""

from __future__ import annotations

import html
import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from statements.search.query import LONGEST_QUERY
from tests.factories import make_statement

pytestmark = pytest.mark.django_db

PAID = "the Armenians “will certainly pay for what they have done” to Azerbaijan"
HEADINGS = {
    "exact": "These words are here",
    "near": "Not word for word",
    "none": "Not in this archive",
    "short": "Not word for word, and too short to compare",
    "nothing": "Nothing to look for",
}


def ask(client, pasted: str):
    return client.get(reverse("nearest-wording"), {"q": pasted})


def heading(page) -> str:
    [found] = re.findall(r'<h2 id="answer">(.*?)</h2>', page.content.decode(), re.DOTALL)
    return re.sub(r"<span.*?</span>", "", found).strip()


@pytest.mark.parametrize(
    ("pasted", "kind"),
    [
        ("They will certainly pay for what they have done".removeprefix("They "), "exact"),
        ("“will certainly pay for what they have done”, he said", "exact"),
        ("they will surely pay for what they have done", "near"),
        ("we shall never surrender our island", "none"),
        ("certainly done", "short"),
        ("…", "nothing"),
    ],
)
def test_each_answer_has_its_own_words(client, pasted: str, kind: str) -> None:
    statement = make_statement(PAID)
    page = ask(client, pasted)
    assert page.context["kind"] == kind
    assert heading(page) == HEADINGS[kind]
    links = statement.get_absolute_url() in page.content.decode()
    assert links == (kind in ("exact", "near"))


def test_differences_are_marked_and_told_in_words(client) -> None:
    make_statement(PAID, cue="said")
    page = ask(client, "Armenians will surely pay for what they had done, Akar said")
    shown = page.content.decode()
    answer = shown[shown.index('<ol class="entries">') :]
    struck = re.findall(r"<del>(.*?)</del>", answer)
    added = re.findall(r"<ins>(.*?)</ins>", answer)
    assert [re.sub(r"<.*?>", "", one) for one in struck] == [
        "(left out: surely)",
        "(left out: had)",
        "(left out: Akar said)",
    ]
    assert [re.sub(r"<.*?>", "", one) for one in added] == [
        "(recorded: certainly)",
        "(recorded: have)",
        "(recorded: to Azerbaijan)",
    ]


def test_what_was_not_pasted_is_no_difference(client) -> None:
    make_statement("and so we will never let go of what is ours, as long as we live, said no one")
    page = ask(client, "we shall never let go of what is ours")
    [one] = page.context["near"]
    assert {change.text for change in one.changes if change.kind == "added"} == {"will"}
    assert one.before.endswith("and so")
    assert one.after.startswith("as long as we live")


def test_the_words_that_are_here_are_marked(client) -> None:
    make_statement(PAID)
    assert "<mark>will certainly pay</mark>" in ask(client, "will certainly pay").content.decode()


def test_too_long_says_how_long(client) -> None:
    page = ask(client, "word " * LONGEST_QUERY)
    assert page.status_code == 200
    assert f"{LONGEST_QUERY:,} characters are the most" in page.content.decode()


def test_what_is_pasted_is_kept_in_the_field_and_escaped(client) -> None:
    page = ask(client, "<b>“we will never”</b> let go of it").content.decode()
    assert "<b>“" not in page
    assert html.escape("<b>“we will never”</b> let go of it") in page


def test_offer_links_here() -> None:
    offer = render_to_string("includes/nearest_offer.html", {"typed": "they will “surely” pay & go"})
    [address] = re.findall(r'href="([^"]+)"', offer)
    assert address == "/wording/?q=they%20will%20%E2%80%9Csurely%E2%80%9D%20pay%20%26%20go"


@pytest.mark.parametrize("pasted", ["talks number 3 go on", "talks number 3 went on in the city of Geneva"])
def test_number_of_queries_is_the_same_for_one_and_for_many(
    client, django_assert_max_num_queries, pasted: str
) -> None:
    for _ in range(12):
        make_statement("the talks number 3 go on in the city of Geneva")
        with django_assert_max_num_queries(12):
            assert ask(client, pasted).context["kind"] in ("exact", "near")


# --- words carried on to the pages that results link to ---------------------------------


def test_results_carry_the_words_to_pages_that_mark_them(client) -> None:
    statement = make_statement("peace is near, and war is far")
    found = client.get("/statements/", {"q": "peac* -tomorrow"}).content.decode()
    for address in (statement.get_absolute_url(), statement.article.get_absolute_url()):
        assert f'href="{address}?q=peac%2A' in found
        page = client.get(address, {"q": "peac* -far"}).content.decode()
        assert re.search(r"<mark[^>]*>peace</mark>", page), address
        assert not re.search(r'<mark(?: class="hit")?>far</mark>', page), address
        plain = client.get(address).content.decode()
        assert not re.search(r'<mark(?: class="hit")?>', plain)


def test_canonical_address_has_no_words(client) -> None:
    statement = make_statement("peace is near")
    page = client.get(statement.get_absolute_url(), {"q": "peace"}).content.decode()
    [canonical] = re.findall(r'<link rel="canonical" href="([^"]+)"', page)
    assert canonical.endswith(statement.get_absolute_url())


@pytest.mark.parametrize("broken", ["OR", "a*", "for:", "x" * 3000, '"'])
def test_broken_words_mark_nothing(client, broken: str) -> None:
    statement = make_statement("peace is near")
    for address in (statement.get_absolute_url(), statement.article.get_absolute_url()):
        page = client.get(address, {"q": broken})
        assert page.status_code == 200
        assert b'class="hit"' not in page.content


def test_article_is_whole_with_words_marked(client) -> None:
    statement = make_statement("peace is near, and war is far")
    address = statement.article.get_absolute_url()

    def text(page: str) -> str:
        return re.sub(r"<[^>]+>", "", page[page.index('<div class="text"') :])

    marked, plain = (client.get(address, {"q": q}).content.decode() for q in ("peace far said", ""))
    assert text(marked) == text(plain)
