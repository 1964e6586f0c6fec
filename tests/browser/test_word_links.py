"""Links to words: Chromium finds them on the article's page, and marks those words and no others."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.browser.pages import opened_page
from tests.factories import ArticleFactory, make_statement

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TALL = {"width": 1000, "height": 800}
# Nothing glides, so that where the page stands is where the browser went.
STILL = {"viewport": TALL, "reduced_motion": "reduce"}
# So far down that nobody sees the words unless the browser goes there.
ABOVE = "\n\n".join(f"Nothing of note was said in round {number}. " * 4 for number in range(40))
LONG = " ".join(f"and on day {number} we met once more, as agreed," for number in range(30))

WORDS = {
    "plain": (["peace is near"], "He said that {} and left."),
    "marks of the syntax": (["well, yes - no & so on: 50%"], "He said: “{}”."),
    "other letters": (["Հայաստանը խաղաղություն է ուզում"], "Նա ասաց՝ «{}»։"),
    "no words apart": (["我们希望和平"], "他说：“{}”。"),
    "long": ([LONG], "She said {} and left."),
    "over paragraphs": (["We want peace.\n\nWe want it now."], "“{}” she said."),
    "line break": (["we want\npeace"], "They said {} today."),
    "twice": (["nothing was agreed"], "First nothing was agreed on. Then he said that {} at all."),
    "parts": (["We want peace,", "and we want it now."], "“{}” she said, “{}” They left."),
    "beside a note": (["the first words"], "He said {}: the end."),
}


# Words are looked for after the page is there: wait till it has stood still for a while.
SETTLED = """() => new Promise(done => {
    let last = -1, still = 0;
    const look = () => {
        still = scrollY === last ? still + 1 : 0;
        last = scrollY;
        still >= 8 ? done() : setTimeout(look, 100);
    };
    look();
})"""


IN_VIEW = """id => {
    const {top} = document.getElementById(id).getBoundingClientRect();
    return top >= 0 && top <= innerHeight;
}"""


def below(words: list[str], frame: str):
    text = f"{ABOVE}\n\n{frame.format(*words)}\n\nThe end."
    article = ArticleFactory(text=text)
    at = text.index("Then he said") if "Then he said" in frame else 0
    if not at:
        return make_statement(words, article=article, kind="direct")
    statement = make_statement(words, article=article, kind="direct")
    start = text.index(words[0], at)
    # The factory takes the first place; the words of this one stand at the second.
    statement.parts.all().delete()
    statement.parts.create(
        order=0, start=start, end=start + len(words[0]), exact=words[0], prefix=text[start - 32 : start],
        suffix=text[start + len(words[0]) : start + len(words[0]) + 32],
    )  # fmt: skip
    type(statement).objects.filter(pk=statement.pk).update(start=start)
    return statement


def link_on(page, archive_url: str, statement) -> str:
    page.goto(archive_url + statement.get_absolute_url())
    return page.get_by_role("link", name="in the archived article", exact=True).evaluate("link => link.href")


def opened_at(page, address: str, *, shown: str = "") -> float:
    """How far down the page is opened. A blank page between, for a fragment alone loads nothing anew.

    ``shown`` is the id of what will be in view; a busy machine takes its time to find it.
    """
    page.goto("about:blank")
    page.goto(address)
    if shown:
        page.wait_for_function(IN_VIEW, arg=shown)
    page.evaluate(SETTLED)
    return page.evaluate("scrollY")


@pytest.mark.parametrize("case", WORDS)
def test_the_browser_finds_the_words(browser, live_server, case: str) -> None:
    statement = below(*WORDS[case])
    with opened_page(browser, **STILL) as page:
        address = link_on(page, live_server.url, statement)
        before, fragment = address.split("#")
        anchor, directive = fragment.split(":~:")
        assert anchor == f"w-{statement.public_id}"
        # Without the anchor, so that the words alone are what the browser goes by.
        assert opened_at(page, f"{before}#:~:{directive}", shown=anchor) > 1000
        top = page.locator(f"#{anchor}").evaluate("mark => mark.getBoundingClientRect().top")
        assert 0 <= top <= TALL["height"]
        # Words that are not there lead nowhere: what was found above was found by its words.
        wrong = directive.replace("text=", "text=Zz%20", 1) if "&" not in directive else "text=Zz%20nowhere"
        assert opened_at(page, f"{before}#:~:{wrong}") == 0
        assert page.complaints == []


def test_it_marks_these_words_and_no_others(browser, live_server) -> None:
    statement = below(*WORDS["twice"])
    with opened_page(browser, **STILL, color_scheme="light") as page:
        address = link_on(page, live_server.url, statement).replace(f"#w-{statement.public_id}", "#")
        anchor = f"w-{statement.public_id}"
        opened_at(page, address, shown=anchor)
        mark = page.locator(f"#w-{statement.public_id}").bounding_box()
        marked = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        opened_at(page, address.split(":~:")[0] + anchor, shown=anchor)
        # Where the browser marked: what the same page looks like without its mark.
        box = page.locator(f"#w-{statement.public_id}").bounding_box()
        plain = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        assert colours(marked, mark) != colours(plain, box)
        first = page.evaluate("""() => {
            const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf('First nothing was agreed');
                if (at >= 0) {
                    const range = document.createRange();
                    range.setStart(walker.currentNode, at + 6);
                    range.setEnd(walker.currentNode, at + 24);
                    const {x, y, width, height} = range.getBoundingClientRect();
                    return {x, y, width, height};
                }
            }
        }""")
        shift = mark["y"] - box["y"]
        there = {**first, "y": first["y"] + shift}
        assert colours(marked, there) == colours(plain, first)


def colours(image: Image.Image, box: dict[str, float]) -> tuple[int, int, int]:
    """The most frequent colour of a stretch of the screen: its paper, or the browser's mark."""
    area = (box["x"] + 1, box["y"] + 1, box["x"] + box["width"] - 1, box["y"] + box["height"] - 1)
    part = image.crop(tuple(map(int, area)))
    return max(part.getcolors(part.width * part.height))[1]


def test_numbers_of_notes_are_no_words_of_the_article(browser, live_server) -> None:
    """They are seen and read aloud, and whoever copies the words gets the words."""
    text = "He said the first words and left."
    statement = make_statement("the first words", article=ArticleFactory(text=text))
    with opened_page(browser, **STILL) as page:
        page.goto(live_server.url + statement.article.get_absolute_url())
        assert page.locator(".text p").first.evaluate("p => p.textContent").strip() == text
        note = page.get_by_role("link", name="note 1", exact=True)
        assert note.evaluate("link => getComputedStyle(link, '::before').content") == '"1"'
        assert note.bounding_box()["width"] > 3


def test_the_link_to_the_publisher_leads_to_the_words_there(browser, live_server) -> None:
    article = ArticleFactory(text="He said that peace is near.", address="https://paper.example/a?b=c#top")
    statement = make_statement("peace is near", article=article)
    served = (
        f"<body><div style='height: 5000px'></div><p>{article.text}</p><div style='height: 5000px'></div>"
    )
    with opened_page(browser, **STILL) as page:
        page.context.route(
            "https://paper.example/**", lambda route: route.fulfill(body=served, content_type="text/html")
        )
        page.goto(live_server.url + statement.get_absolute_url())
        link = page.get_by_role("link", name="on the publisher’s page")
        assert link.get_attribute("href") == "https://paper.example/a?b=c#top:~:text=peace%20is%20near"
        assert {"noopener", "nofollow"} <= set(link.get_attribute("rel").split())
        assert opened_at(page, link.get_attribute("href")) > 4000
