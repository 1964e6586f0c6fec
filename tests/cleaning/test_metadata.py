"""Title, writer, publisher, address, date and language."""

from __future__ import annotations

from datetime import date

import pytest

from statements.cleaning import clean
from statements.records import RawBlock, RawDocument, StatedDate
from tests.cleaning.pages import MORE_PROSE, PROSE, PUBLISHERS, cleaned

HEADLINE = "A Headline of Four Words"
DECK = "Osta calls it a village road. Farmers on the river fear another flood this year."
OWN = "https://www.themoscowtimes.com/2020/10/01/russia-ready-a71625"
OTHER = "https://www.themoscowtimes.com/2024/11/22/putin-macron"


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        ([HEADLINE, PROSE], HEADLINE),
        (["Armenia", HEADLINE, PROSE], HEADLINE),
        (["Putin “Very Concerned” By Border Clashes.", PROSE], "Putin “Very Concerned” By Border Clashes."),
        (["30 July 2020", HEADLINE, PROSE], HEADLINE),
        ([PROSE, "A subheading amid the text", MORE_PROSE], ""),
        (["Armenia", PROSE], ""),
        (["Photo: Creative Commons", PROSE], ""),
        ([HEADLINE], ""),
    ],
)
def test_title(paragraphs: list[str], title: str) -> None:
    assert cleaned(*paragraphs).title == title


def test_the_metadata_of_the_page_win() -> None:
    raw = RawDocument(
        "text/html",
        (RawBlock(HEADLINE), RawBlock("By Anna Petrova"), RawBlock("30 July 2020"), RawBlock(PROSE)),
        title="The Page’s\u00a0Own  Title",
        byline="Ivan Smirnov",
        publisher="the example times",
        address="https://elsewhere.example.com/a",
        language="fr",
        published=StatedDate(date(2020, 7, 31), "day", "json-ld"),
    )
    document = clean(raw, PUBLISHERS)
    assert document.title == "The Page’s Own Title"
    assert document.byline == "Ivan Smirnov"
    assert document.publisher == "The Example Times"
    assert document.address == "https://elsewhere.example.com/a"
    assert document.language == "fr"
    assert document.published == StatedDate(date(2020, 7, 31), "day", "json-ld")


def test_byline() -> None:
    assert (
        cleaned(HEADLINE, "By Anna Petrova and Ivan Smirnov", PROSE).byline == "Anna Petrova and Ivan Smirnov"
    )
    assert cleaned(HEADLINE, PROSE).byline == ""


@pytest.mark.parametrize(
    ("paragraphs", "publisher"),
    [
        ([PROSE, "Published by", "MassisPost"], "MassisPost"),
        ([PROSE, "Published by The Example Times"], "The Example Times"),
        ([PROSE, "Published by", "Admin"], ""),
        ([PROSE, 'GSV "Russia - Islamic World"'], 'GSV "Russia - Islamic World"'),
        ([PROSE, "Original url:", OWN], "The Moscow Times"),
        ([PROSE, "Related article:", OWN], ""),
        ([PROSE, "The Example Times reported this first."], ""),
        ([PROSE, "TASS"], ""),
        (["Ministry of Foreign Affairs of the Republic of Ostia", "Comment on the truce", PROSE],
         "Ministry of Foreign Affairs of the Republic of Ostia"),
        (["Embassy of Norland in Osta", "Comment on the truce", PROSE], "Embassy of Norland in Osta"),
        (["Ministry of Foreign Affairs of Ostia", PROSE], ""),
        (["Ministry of Defence of Ostia denies report", "A Second Headline", PROSE], ""),
        (["A Headline of Four Words", f"OSTA, June 3 (NP) – {PROSE}"], "Norpress"),
        (["A Headline of Four Words", f"OSTA. NORPRESS - {PROSE}"], "Norpress"),
        (["A Headline of Four Words", f"OSTA (Unknown) – {PROSE}"], ""),
        (["A Headline of Four Words", PROSE, f"OSTA (NP) – {PROSE}"], ""),
        ([f"OSTA (NP) – {PROSE}", "The Example Times"], "The Example Times"),
        # The masthead, as its record has it or as printed.
        (["N O R P R E S S", "A Headline of Four Words", PROSE], "Norpress"),
        (["NP", "A Headline of Four Words", PROSE], "Norpress"),
        (["THE OSTA MONITOR", "A Headline of Four Words", PROSE], "THE OSTA MONITOR"),
        (["Osta Line", "A Headline of Four Words", PROSE, "He told the Osta Line that it was so."],
         "Osta Line"),
        (["Osta Line", "A Headline of Four Words", PROSE], ""),
        (["South Ostia", "World | Europe | Ostia", "A Headline of Four Words", PROSE], "South Ostia"),
        (["Press Centre", "News | Agenda | Photos", "A Headline of Four Words", PROSE], ""),
        (["Chancery of the President of Ostia", "News | Agenda | Photos", "A Headline of Four Words", PROSE],
         "Chancery of the President of Ostia"),
        (["Government of Ostia", "Ministry of Foreign Affairs", "A Headline of Four Words", PROSE],
         "Ministry of Foreign Affairs of Ostia"),
        (["Republic of Ostia", "Ministry of Defence", "A Headline of Four Words", PROSE],
         "Ministry of Defence of the Republic of Ostia"),
        (["A Headline of Four Words", PROSE, "© Norpress"], "Norpress"),
        ([PROSE, "Copyright (c) 2020 Osta Line. All rights reserved."], "Osta Line"),
        (["A Headline of Four Words", PROSE, "© Ivo Berg"], ""),
        (["A Headline of Four Words", "By Norpress's Balkan Service", PROSE], "Norpress"),
        (["A Headline of Four Words", "Osta: Norpress", PROSE], "Norpress"),
        (["A Headline of Four Words", "OSTA, June 3, NORPRESS", PROSE], "Norpress"),
    ],
)  # fmt: skip
def test_publisher(paragraphs: list[str], publisher: str) -> None:
    assert cleaned(*paragraphs).publisher == publisher


@pytest.mark.parametrize(
    ("paragraphs", "published"),
    [
        ([HEADLINE, "30 July 2020", PROSE], ("2020-07-30", "dateline")),
        ([HEADLINE, "MOSCOW, July 30, 2020", PROSE], ("2020-07-30", "dateline")),
        (["30 July 2020", HEADLINE, PROSE], ("2020-07-30", "dateline")),
        ([HEADLINE, PROSE, "Moscow, 30 July 2020"], ("2020-07-30", "dateline")),
        ([HEADLINE, "MOSCOW, July 30, 2020 (AFP) – " + PROSE], ("2020-07-30", "dateline")),
        ([HEADLINE, "Published 30 July 2020", "Updated 31 July 2020", PROSE], ("2020-07-30", "dateline")),
        # An update counts when the report opens with its day, and never against the first publication.
        ([HEADLINE, "Updated 6:42 PM GMT+4, July 30, 2020", PROSE], ("2020-07-30", "dateline")),
        ([HEADLINE, "Updated July 29, 2020", "OSTA, July 29 (NP) – " + PROSE], ("2020-07-29", "dateline")),
        (
            [
                HEADLINE,
                "By Anna Keller | Updated July 31, 2020",
                PROSE,
                "Published in Osta Line, July 30th, 2020",
            ],
            ("2020-07-30", "dateline"),
        ),
        (
            [HEADLINE, "Published", "30 July 2020", "Last updated", "31 July 2020", PROSE],
            ("2020-07-30", "dateline"),
        ),
        # Figures that may be two days, when something else agrees with one of them.
        ([HEADLINE, "03/04/2022", "OSTA, April 3 (NP) – " + PROSE], ("2022-04-03", "dateline")),
        ([HEADLINE, "03/04/2022 | Updated 13/04/2022", PROSE], ("2022-04-03", "dateline")),
        (
            [HEADLINE, "OSTA, June 3. /NP/. " + PROSE, "-0-", "03/06/2022 14:32", "ak/ib"],
            ("2022-06-03", "dateline"),
        ),
        ([HEADLINE, PROSE, "Norpress//AF/HK", "30/07/2020 16:40:11"], ("2020-07-30", "dateline")),
        # A clock of 24 hours stands behind the day first, where the report tells of that weekday.
        (
            [HEADLINE, "03/04/2022 - 17:12", "Ostia said on Sunday that it would vote."],
            ("2022-04-03", "dateline"),
        ),
        ([HEADLINE, "03/04/2022 - 17:12", "Ostia said on Friday that it would vote."], None),
        ([HEADLINE, "03/04/2022 - 5:12 PM", "Ostia said on Sunday that it would vote."], None),
        ([HEADLINE, "03/04/2022 - 17:12", "Ostia would vote on Sunday, it said in Osta."], None),
        # Under sentences that are no part of the text.
        (
            [HEADLINE, DECK, "Anna Keller", "Published at : July 30, 2020", PROSE, MORE_PROSE, PROSE],
            ("2020-07-30", "dateline"),
        ),
        ([HEADLINE, DECK, "Anna Keller Jul 30, 2020", PROSE, MORE_PROSE, PROSE], ("2020-07-30", "dateline")),
        ([HEADLINE, DECK, "Published at : July 30, 2020", PROSE], None),
        ([PROSE, "Original url:", OWN], ("2020-10-01", "address")),
        ([PROSE, "Original url:", OWN, OTHER], ("2020-10-01", "address")),
        ([HEADLINE, "30 July 2020", PROSE, "Source: " + OWN], ("2020-07-30", "dateline")),
        ([HEADLINE, "By our staff | 30 July 2020 | Photo: the ministry", PROSE], ("2020-07-30", "dateline")),
        (["Press Briefing – July 30, 2020", PROSE], ("2020-07-30", "dateline")),
        (
            [HEADLINE, PROSE, "https://example.org/2020/10/01/a-headline-of-four-words"],
            ("2020-10-01", "address"),
        ),
        ([HEADLINE, PROSE, "https://example.org/2020/10/01/a-headline-of-two-words"], None),
        # Two days, another story's day, a picture's, a day without its year, a day that may be two.
        ([HEADLINE, "30 July 2020", "31 July 2020", PROSE], None),
        ([PROSE, OTHER], None),
        ([PROSE, "Related article: " + OTHER], None),
        ([HEADLINE, "RUSSIA -- Lavrov in Moscow, January 13, 2020", PROSE], None),
        ([HEADLINE, "30 July", PROSE], None),
        ([HEADLINE, "03/04/2022", PROSE], None),
        ([HEADLINE, "27 mins ago", PROSE], None),
        ([HEADLINE, "Updated 31 July 2020", PROSE], None),
        ([HEADLINE, "Updated 30 July 2020", "Talks will begin on Thursday, Ostia said in Osta."], None),
        ([HEADLINE, "Updated 30 July 2020", "Ostia said on Monday that it would vote on Thursday."], None),
        ([HEADLINE, "Last updated:", "30 July 2020", MORE_PROSE], None),
        ([HEADLINE, PROSE, "Comments", "Ivo", "30 July 2020 at 10:15"], None),
        (["30 July 2020", "Politics | Economy", HEADLINE, PROSE], None),
        ([HEADLINE, "03/04/2022", "OSTA, May 3 (NP) – " + PROSE], None),
        ([HEADLINE, PROSE, "30 July 2020", MORE_PROSE], None),
        ([HEADLINE, PROSE, "Recent Posts", "Another Story of Today", "30 July 2024"], None),
    ],
)
def test_published(paragraphs: list[str], published: tuple[str, str] | None) -> None:
    found = cleaned(*paragraphs).published
    assert (found and (found.value.isoformat(), found.basis)) == published


def test_language_is_english_or_not_known() -> None:
    assert cleaned(PROSE, MORE_PROSE).language == "en"
    assert (
        cleaned(
            "Die Minister erklärten am Donnerstag, dass sie die Gespräche in Genf wieder aufnehmen" * 3
        ).language
        == ""
    )
    assert cleaned("It is so.").language == ""
