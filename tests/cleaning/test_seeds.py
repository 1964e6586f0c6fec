"""The five seed articles: what is marked in each, and what each says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from statements.cleaning import clean
from statements.readers import read
from statements.records import Document
from tests.cleaning.pages import PUBLISHERS, reasons_of

SEEDS = Path(__file__).parents[2] / "fixtures" / "seeds"


def seed(number: str) -> Document:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return clean(read(path.read_bytes(), path.name), PUBLISHERS)


def marked(document: Document) -> list[tuple[str, str]]:
    """The marked paragraphs, each by its reason and its first three words."""
    spans = ((mark.reason, document.text[mark.start : mark.end]) for mark in document.marks)
    return [(reason, " ".join(text.split()[:3])) for reason, text in spans]


@pytest.mark.parametrize(
    ("number", "title", "publisher", "published"),
    [
        ("000", "Russia Urges Turkish Restraint On Karabakh Conflict", "", None),
        ("001", "Russia Warns Against Third-Party Involvement in Karabakh War", "MassisPost", None),
        ("002", "", "The Moscow Times", "2020-10-01"),
        (
            "003",
            "Russian Foreign Ministry called for restraint around the conflict"
            " between Armenia and Azerbaijan",
            'GSV "Russia - Islamic World"',
            "2020-07-30",
        ),
        ("004", "President Vladimir Putin “Very Concerned” By Armenian-Azerbaijani Clashes.", "", None),
    ],
)
def test_metadata(number: str, title: str, publisher: str, published: str | None) -> None:
    document = seed(number)
    found = document.published and document.published.value.isoformat()
    assert (document.title, document.publisher, found) == (title, publisher, published)
    assert (document.byline, document.language) == ("", "en")


def test_own_address_of_002_is_whole_and_not_the_other_storys() -> None:
    assert seed("002").address == (
        "https://www.themoscowtimes.com/2020/10/01/"
        "russia-says-ready-for-close-coordination-with-turkey-on-karabakh-a71625"
    )


def test_marks_of_000() -> None:
    assert marked(seed("000")) == [
        ("other script", "Մատչելիության հղումներ"),
        ("headline", "Russia Urges Turkish"),
        ("caption", "RUSSIA -- Turkish"),
        ("caption", "RUSSIA -- Turkish"),
        ("share bar", "Facebook Forum"),
        *[("share bar", size) for size in ("XS", "SM", "MD", "LG")],
    ]


def test_marks_of_001() -> None:
    teasers = [
        ("Natalie Qasabian and", "LOS ANGELES, CA", "27 mins ago"),
        ("Armenia`s Justice Ministry", "YEREVAN (ArmInfo) -", "24 hours ago"),
        ("Foreign Ministers of", "YEREVAN -- Armenian", "1 day ago"),
        ("Pashinyan and Blinken", "YEREVAN -- U.S.", "1 day ago"),
        ("109th Anniversary of", "ATHENS -- On", "1 day ago"),
        ("Representatives Titus and", "WASHINGTON, DC —", "1 day ago"),
    ]
    assert marked(seed("001")) == [
        ("page navigation", "Armenia"),
        ("headline", "Russia Warns Against"),
        ("imprint", "MassisPost"),
        ("share bar", "Share"),
        ("imprint", "Published by"),
        ("imprint", "MassisPost"),
        ("related story", "Recent Posts"),
        *[("teaser", line) for teaser in teasers for line in teaser],
    ]


def test_marks_of_002() -> None:
    assert marked(seed("002")) == [
        ("related story", "Related article: Putin,"),
        ("link", "Original url:"),
        ("link", seed("002").address),
        (
            "link",
            "https://www.themoscowtimes.com/2024/11/22/putin-macron-call-for-complete-halt-to-karabakh-fighting-kremlin",
        ),
    ]


def test_marks_of_003() -> None:
    assert marked(seed("003")) == [
        ("headline", "Russian Foreign Ministry"),
        ("dateline", "30 July 2020"),
        ("imprint", 'GSV "Russia -'),
        ("photo credit", "Photo: Creative Commons"),
    ]


def test_marks_of_004() -> None:
    assert marked(seed("004")) == [
        ("headline", "President Vladimir Putin"),
        ("page furniture", "The Editor"),
        ("related story", "Popular stories"),
        ("teaser", "Explore additional categories"),
    ]


def test_hard_wrapped_quotations_of_002_are_whole() -> None:
    document = seed("002")
    assert 'ready for "close coordination" to stabilize the situation in Nagorny Karabakh.' in document.text
    assert "\n\nRussia's diplomatic statement came after Turkish President" in document.text
    assert len(document.body_spans()) == 10


def test_what_stays_in_the_body() -> None:
    assert "through diplomatic negotiations <...>. The Russian leadership" in seed("003").body()
    assert "\n\nEscalation on the Armenian-Azerbaijani border\n\n" in seed("003").body()
    assert "unleashed by Azerbaijan\n\nThis is the second phone call" in seed("001").body()
    assert "He did not elaborate." in seed("000").body()


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_cleaning_the_cleaned_text_changes_nothing(number: str) -> None:
    document = seed(number)
    again = clean(read(document.text.encode()), PUBLISHERS)
    assert again.text == document.text
    assert reasons_of(again) == reasons_of(document)
