"""In what form words were given out, and what is no form."""

from __future__ import annotations

import pytest

from tests.resolution.reading_in_full import last_of


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Russia said in a statement that talks would go on.", "statement"),
        ("In a separate statement, Russia welcomed the visit.", "statement"),
        ("Russia welcomed the visit. The statement said talks would go on.", "statement"),
        ("“Talks will go on,” Vladimir Putin tweeted.", "post"),
        ("Hulusi Akar wrote on Facebook that talks would go on.", "post"),
        ("Hulusi Akar said on his Telegram channel that talks would go on.", "post"),
        ("Hulusi Akar said at a briefing on Friday that talks would go on.", "briefing"),
        ("Hulusi Akar told a news conference that talks would go on.", "briefing"),
        ("Hulusi Akar said in an interview that talks would go on.", "interview"),
        ("Hulusi Akar said in a speech to parliament that talks would go on.", "speech"),
        ("Hulusi Akar said in remarks to parliament that talks would go on.", "speech"),
        ("Hulusi Akar said in a phone call with Ilham Aliyev that talks would go on.", "call"),
        ("Hulusi Akar said in a note that talks would go on.", "letter"),
        ("Hulusi Akar said in a diplomatic note that talks would go on.", "letter"),
        ("Hulusi Akar said in a handwritten note that talks would go on.", "letter"),
        ("Hulusi Akar said in a report published on Tuesday that talks would go on.", "report"),
    ],
)
def test_forms(text: str, medium: str) -> None:
    assert last_of(text).medium == medium


@pytest.mark.parametrize(
    "text",
    [
        "Russia said talks would go on.",
        "Hulusi Akar told reporters that talks would go on.",
        "Hulusi Akar said on a positive note that talks would go on.",
        "Hulusi Akar said on a note of caution that talks would go on.",
        "Hulusi Akar struck a note of optimism and said that talks would go on.",
        "Hulusi Akar said after the meeting that talks would go on.",
        "Hulusi Akar said the statement was false.",
        "Hulusi Akar said in remarks to Radio Ostia that talks would go on.",
    ],
)
def test_no_form(text: str) -> None:
    assert last_of(text).medium == ""


@pytest.mark.parametrize(
    ("title", "medium"),
    [
        ("Joint Statement by the Ministers", "statement"),
        ("Readout of the Secretary’s Call with Hulusi Akar", "call"),
        ("Readout of the Secretary’s visit", ""),
        ("Joint statement angers Ankara", ""),
        ("Talks go on", ""),
    ],
)
def test_the_title_of_an_official_text_tells_its_form(title: str, medium: str) -> None:
    assert last_of("The ministers welcomed the resumption of talks.", title).medium == medium


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Hulusi Akar told the TASS news agency that talks would go on.", "tass"),
        ("“Talks will go on,” Hulusi Akar said, quoted by TASS.", "tass"),
        ("“Talks will go on,” Hulusi Akar said, answering a question from TASS.", None),
        ("Hulusi Akar told The Moscow Times that talks would go on.", None),
        ("Hulusi Akar told the Ostian Gazette that talks would go on.", None),
    ],
)
def test_an_agency_that_was_told_relays(text: str, agency: str | None) -> None:
    assert last_of(text).agency == agency
