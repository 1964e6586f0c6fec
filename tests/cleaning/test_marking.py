"""Each marking rule: lines it marks, and lines it leaves alone."""

from __future__ import annotations

import pytest

from statements.cleaning import clean
from statements.cleaning.marking import RULES
from statements.cleaning.reasons import LEFT_OUT
from statements.records import RawBlock, RawDocument
from tests.cleaning.pages import MORE_PROSE, PROSE, reason, reasons, reasons_of

HEADLINE = "A Headline of Four Words"
DECK = "Osta calls it a village road. Farmers on the river fear another flood this year."
LONG_TITLE = (
    "Statement by the Permanent Representative of Ostia at the open debate of the Council on the situation"
    " along the border between Ostia and Norland and on the role of regional organisations"
)
CAPTION = "RUSSIA -- Lavrov arrives for a meeting in Moscow, January 13, 2020"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Մատչելիության հղումներ", "other script"),
        ("Министр иностранных дел", "other script"),
        ("https://example.org/2020/10/01/a", "link"),
        ("Source: https://example.org/a", "link"),
        ("Share", "share bar"),
        ("Facebook Forum", "share bar"),
        ("Tweet this article", "share bar"),
        ("Share on Facebook (12)", "share bar"),
        ("Skip to main content", "page navigation"),
        ("Home > News > World", "page navigation"),
        ("Home » News » World", "page navigation"),
        ("Photo: Creative Commons", "photo credit"),
        ("Photo by Sergei Ivanov/TASS", "photo credit"),
        ("Image: Ministry of Foreign Affairs", "photo credit"),
        ("© AP / Alexander Zemlianichenko", "photo credit"),
        (CAPTION, "caption"),
        ("ARMENIA – Soldiers at the border, Tavush, July 2020", "caption"),
        ("FILE PHOTO: Russia's Foreign Minister attends a meeting in Moscow.", "caption"),
        ("Lavrov and Cavusoglu meet in Moscow. (AP Photo)", "caption"),
        ("Lavrov attends a meeting in Moscow. REUTERS/Maxim Shemetov", "caption"),
        ("Related article: Putin, Macron Call for 'Complete' Halt – Kremlin", "related story"),
        ("Read more: Putin Calls for Halt", "related story"),
        ("27 mins ago", "teaser"),
        ("1 day ago", "teaser"),
        ("Copyright (c) 2020. RFE/RL, Inc.", "imprint"),
        ("© 2020 The Example Times. All rights reserved.", "imprint"),
        ("Published by The Example Times", "imprint"),
        ("Advertisement", "page furniture"),
        ("Subscribe to our newsletter", "page furniture"),
        ("3 min read", "page furniture"),
        ("Sign up for the best of our stories every day.", "page furniture"),
        ("Drivers wait at the roadside near Osta on Thursday. Photo: Norpress", "caption"),
        ("[The picture was taken at short notice. Photo: NP/Pool]", "caption"),
        ("[Image: “We agree,” says Lund]", "caption"),
        ("[Image] “We agree,” says Lund", ""),
        ("Lund at the border on 3 July 2020 [Ivo Berg/Norpress]", "caption"),
        ("In this photo provided by the ministry, Lund, left, meets the envoy in Osta.", "caption"),
        ("Lund attends a session in Osta on Monday. Ivo Berg/NP via Getty Images", "caption"),
        ("Views: 1,204", "page furniture"),
        ("Comments (37) Closed", "page furniture"),
        ("Story continues below advertisement", "page furniture"),
        ("Bu haberi paylaşın", "share bar"),
        ("VK | OK | Telegram | Print", "share bar"),
        ("(Reporting by Anna Petrova; Editing by Ivan Smirnov)", "byline"),
    ],
)
def test_lines_marked_amid_the_text(line: str, expected: str) -> None:
    assert reason(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The word «перемирие» means truce.",
        "The report is at https://example.org/report for all to read.",
        "Twitter said it would comply.",
        "Sharing of power was agreed.",
        "M",
        "Lavrov will go to the border.",
        "Photos of the damage were published.",
        "MOSCOW — Turkey should avoid any intervention, Peskov said.",
        "MOSCOW — Peskov said that the Kremlin was “categorically against any such thing",
        "MANCHESTER, N.H. (AP) — The latest on the talks (all times local):",
        "The related article of the treaty says so.",
        "He said so two days ago.",
        "“I do not know what to say about it…",
        "Published by the ministry, the report says so.",
        "Subscribers of the paper were told that the ministry had denied it.",
        "Escalation on the Armenian-Azerbaijani border",
        "He did not elaborate.",
        "“The developments taking place in the wake of the aggression",
        "He showed the pictures. Photos: none were there, he said",
        "“We agree,” he said. (Reuters)",
        "He spoke to them by telephone (from Osta via Nora)",
        "By contrast, Turkey has blamed Armenia.",
        "30 July 2020",
        "- a ceasefire from 10 October",
        "<...>",
        "QUESTION: Is Moscow ready?",
        "“Sign up for peace,” he told both sides at the talks.",
        "2020-06-03 NP/Staff",
    ],
)
def test_lines_left_alone_amid_the_text(line: str) -> None:
    assert reason(line) == ""


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # The headline, the section above it, the date and the writer below it.
        ([HEADLINE, PROSE], ["headline", ""]),
        (["Armenia", HEADLINE, PROSE], ["page navigation", "headline", ""]),
        (["Armenia", PROSE], ["", ""]),
        # The body that issued a page, above the headline.
        (["Press Service of the President of Ostia", HEADLINE, PROSE], ["imprint", "headline", ""]),
        (["Press Service of the President of Ostia", PROSE], ["headline", ""]),
        (["Office of the Spokesperson", HEADLINE, PROSE], ["imprint", "headline", ""]),
        (["Office of the Spokesperson", PROSE], ["headline", ""]),
        (["Government of Ostia", "Ministry of Defence", "(Press Service)", HEADLINE, PROSE],
         ["imprint", "imprint", "imprint", "headline", ""]),
        # The paper, its line, its menu, what kind of page it is.
        (["THE OSTA MONITOR", "Shipping | Energy", HEADLINE, PROSE],
         ["imprint", "page navigation", "headline", ""]),
        (["NP", "Northern Press Agency", "POLITICS ECONOMY WORLD", HEADLINE, PROSE],
         ["imprint", "imprint", "page navigation", "headline", ""]),
        (["News Features Podcast Ostia Norland Support us", HEADLINE, PROSE],
         ["page navigation", "headline", ""]),
        (["Energy Security Talks Open in Osta", PROSE], ["headline", ""]),
        # Parts that stand wide apart.
        (["NEWS   FOOD   Osta Living   Sign in", HEADLINE, PROSE], ["page navigation", "headline", ""]),
        (["Ostia  Food  Osta Living  Sign in", HEADLINE, PROSE], ["page navigation", "headline", ""]),
        (["Ostia   Food   Garden   Farms", HEADLINE, PROSE], ["page navigation", "headline", ""]),
        (["Ostia Food Osta Living Sign in", HEADLINE, PROSE], ["headline", "", ""]),
        (["Ostia  and  Norland  sign  pact", HEADLINE, PROSE], ["headline", "", ""]),
        (["Ostia   and   its   new   pact", HEADLINE, PROSE], ["headline", "", ""]),
        (["Ostia  And  Norland  Sign  Pact", HEADLINE, PROSE], ["headline", "", ""]),
        (["OSTA   3 June", HEADLINE, PROSE], ["headline", "", ""]),
        # Sentences under the headline, and the same where the text goes on.
        ([HEADLINE, DECK, "30 July 2020", PROSE, MORE_PROSE, PROSE],
         ["headline", "lines under the headline", "dateline", "", "", ""]),
        ([HEADLINE, DECK, PROSE, MORE_PROSE, PROSE], ["headline", "", "", "", ""]),
        ([HEADLINE, DECK, "30 July 2020", PROSE], ["headline", "", "", ""]),
        (["Osta Line", "News and views from the coast", HEADLINE, PROSE],
         ["imprint", "page navigation", "headline", ""]),
        (["Osta Line", "Ostia | Norland | Video", HEADLINE, PROSE],
         ["imprint", "page navigation", "headline", ""]),
        (["World | Americas", HEADLINE, PROSE], ["page navigation", "headline", ""]),
        (["INTERVIEW | Ostia", "‘A river has two banks’", PROSE], ["page navigation", "headline", ""]),
        (["PRESS RELEASE No. 112/2021", HEADLINE, PROSE], ["page navigation", "headline", ""]),
        (["Breaking News", HEADLINE, "30 July 2020", PROSE],
         ["page navigation", "headline", "dateline", ""]),
        (["Ostia | Talks on the border go on", PROSE], ["headline", ""]),
        (["Ostia Mourns Its Star", "Thousands line the streets of Osta", PROSE], ["headline", "", ""]),
        (["Ostia Recalls Its Envoy", "World | Europe", PROSE], ["headline", "", ""]),
        # A title as long as prose, and what stands between a headline and the date.
        ([LONG_TITLE, "30 July 2020", PROSE], ["headline", "dateline", ""]),
        ([LONG_TITLE, PROSE], ["", ""]),
        (["QA-9, 12 May 2021, " + LONG_TITLE, PROSE], ["headline", ""]),
        (["QA-9, " + LONG_TITLE, PROSE], ["", ""]),
        (["Home / Front Page", HEADLINE, PROSE], ["page navigation", "headline", ""]),
        ([HEADLINE, "Norland calls the step regrettable", "By Anna Keller", PROSE],
         ["headline", "lines under the headline", "byline", ""]),
        ([HEADLINE, "Interview with Anna Keller, envoy of Norland", "30 July 2020", PROSE],
         ["headline", "", "dateline", ""]),
        # Who wrote it.
        ([HEADLINE, "By ANNA KELLER, Staff writer", PROSE], ["headline", "byline", ""]),
        ([HEADLINE, "Staff, with agencies", PROSE], ["headline", "byline", ""]),
        ([HEADLINE, "Anna Keller and our correspondent in Osta", PROSE], ["headline", "byline", ""]),
        ([HEADLINE, "Anna Keller and the envoy in Osta", PROSE], ["headline", "", ""]),
        ([HEADLINE, "Anna Keller | Osta", "30 July 2020", PROSE], ["headline", "byline", "dateline", ""]),
        ([HEADLINE, "Osta: Norpress", PROSE], ["headline", "byline", ""]),
        ([HEADLINE, "Osta: the harbour", PROSE], ["headline", "", ""]),
        ([HEADLINE, "By Anna Keller", PROSE, "Anna Keller covers the North."],
         ["headline", "byline", "", "byline"]),
        ([HEADLINE, "By Anna Keller", PROSE, "Ivo Lund covers the North for the ministry."],
         ["headline", "byline", "", ""]),
        ([PROSE, "Anna Keller reported from Osta. Norpress writer Ivo Berg contributed to this report."],
         ["", "byline"]),
        ([PROSE, "Heavy shelling was reported from Osta on Thursday."], ["", ""]),
        ([PROSE, "With reporting by NP and Norpress"], ["", "byline"]),
        ([PROSE, "[Edited by Ruth Berg]"], ["", "byline"]),
        ([PROSE, "bur-kmt/sd/rox"], ["", "byline"]),
        # What an article says of itself, round its text and nowhere else.
        ([PROSE, "This story has been updated."], ["", "page furniture"]),
        ([PROSE, "This story has been updated.", MORE_PROSE], ["", "", ""]),
        ([PROSE, "This page carries an abridged version of the story. Please contact us."],
         ["", "page furniture"]),
        ([PROSE, "When using materials, a link to Osta Line is required."], ["", "page furniture"]),
        ([PROSE, "All materials of this site may be used without alteration with a link to Osta Line."],
         ["", "page furniture"]),
        ([PROSE, "This report was read out in parliament on Thursday."], ["", ""]),
        ([PROSE, "All materials on the border were handed over to the court in Osta."], ["", ""]),
        ([PROSE, "The views of both sides differ on the border."], ["", ""]),
        ([PROSE, "“This story has been updated by them,” he said."], ["", ""]),
        # Pictures above the text.
        ([HEADLINE, "Peacekeepers near Osta, July 12, 2023. Norpress", PROSE], ["headline", "caption", ""]),
        ([HEADLINE, PROSE, "They agreed to talk. Norpress"], ["headline", "", "page furniture"]),
        ([HEADLINE, "30 July 2020", PROSE], ["headline", "dateline", ""]),
        ([HEADLINE, "30 July", PROSE], ["headline", "", ""]),
        ([HEADLINE, "By Anna Petrova and Ivan Smirnov", PROSE], ["headline", "byline", ""]),
        (["By Force or by Talks", PROSE], ["headline", ""]),
        ([HEADLINE, HEADLINE, PROSE], ["headline", "headline", ""]),
        # A picture and its enlargement.
        ([HEADLINE, CAPTION, CAPTION, PROSE], ["headline", "caption", "caption", ""]),
        (
            [HEADLINE, "Lavrov in Moscow in January", "Lavrov in Moscow in January", PROSE],
            ["headline", "caption", "caption", ""],
        ),
        ([HEADLINE, "Lavrov in Moscow in January", PROSE], ["headline", "", ""]),
        ([PROSE, MORE_PROSE, MORE_PROSE], ["", "", ""]),
        # Addresses with the label above.
        ([PROSE, "Original url:", "https://example.org/a"], ["", "link", "link"]),
        # Pickers of size stand together.
        ([PROSE, "XS", "SM", "MD", "LG", MORE_PROSE], ["", *["share bar"] * 4, ""]),
        # Lists of other stories.
        (
            [PROSE, "Recent Posts", "Bill Presented in the House", "WASHINGTON — A group of…", "1 day ago"],
            ["", "related story", "teaser", "teaser", "teaser"],
        ),
        (
            [
                PROSE,
                "Recent Posts",
                "A Title of Words",
                "A whole summary of that story is here.",
                "1 day ago",
            ],
            ["", "related story", "teaser", "teaser", "teaser"],
        ),
        (
            [PROSE, "Read more", "Putin Calls for a Halt", MORE_PROSE, "A subheading amid", PROSE],
            ["", "related story", "teaser", "", "", ""],
        ),
        (
            ["Latest news", "Some Other Story of Today", HEADLINE, PROSE],
            ["related story", "teaser", "headline", ""],
        ),
        ([PROSE, "Popular stories", "Explore additional categories"], ["", "related story", "teaser"]),
        # Teasers without a list.
        ([PROSE, "Bill Presented in the House", "WASHINGTON — A group of…"], ["", "teaser", "teaser"]),
        # Who published it.
        (
            [PROSE, "MassisPost", "Share", "Published by", "MassisPost"],
            ["", "imprint", "share bar", "imprint", "imprint"],
        ),
        ([PROSE, "The Example Times"], ["", "imprint"]),
        ([PROSE, "The Example Times", MORE_PROSE], ["", "", ""]),
        # What is left below the text.
        ([PROSE, "The Editor"], ["", "page furniture"]),
        ([PROSE, "The Editor", "He did not elaborate."], ["", "page furniture", "page furniture"]),
        ([PROSE, "He did not elaborate."], ["", ""]),
        ([PROSE, "Both sides agree on:", "– a ceasefire from 10 October"], ["", "", ""]),
        # Without prose nothing tells what is the article's.
        (["Ceasefire now", "The Editor"], ["", ""]),
        # Two scripts of like weight are a bilingual page.
        ([PROSE, "Россия призвала стороны вернуться за стол переговоров в Женеве."], ["", ""]),
    ],
)  # fmt: skip
def test_lines_marked_by_where_they_stand(paragraphs: list[str], expected: list[str]) -> None:
    assert reasons(*paragraphs) == expected


def test_the_title_of_the_page_finds_the_headline() -> None:
    printed = "Russia is very concerned by the clashes."
    assert reasons("Some Other Line Here", printed, PROSE, title=printed)[:2] == [
        "page navigation",
        "headline",
    ]


def test_the_mark_of_the_markup_comes_first() -> None:
    blocks = (
        RawBlock(PROSE),
        RawBlock(PROSE, "caption"),
        RawBlock("x", "navigation"),
        RawBlock("y", "oddity"),
    )
    document = clean(RawDocument("text/html", blocks))
    assert reasons_of(document) == ["", "caption", "page navigation", "oddity"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (RawBlock(MORE_PROSE, left_out=True, apart=True), LEFT_OUT),
        (RawBlock(MORE_PROSE, left_out=True, linked=True), LEFT_OUT),
        (RawBlock("Our observer", left_out=True, linked=True), LEFT_OUT),
        (RawBlock("Our observer", left_out=True, apart=True), ""),
        (RawBlock(MORE_PROSE, left_out=True), ""),
        (RawBlock(MORE_PROSE, linked=True, apart=True), ""),
    ],
)
def test_what_trafilatura_leaves_out_is_marked_when_something_else_speaks_against_it(
    block: RawBlock, expected: str
) -> None:
    blocks = (RawBlock(PROSE), RawBlock("Between the two"), block, RawBlock(PROSE))
    assert reasons_of(clean(RawDocument("text/html", blocks))) == ["", "", expected, ""]


def test_prose_right_behind_the_article_is_the_articles() -> None:
    apart = RawBlock(MORE_PROSE, left_out=True, apart=True)
    blocks = (apart, RawBlock(PROSE), apart, RawBlock("Between the two"), apart, RawBlock(PROSE))
    assert reasons_of(clean(RawDocument("text/html", blocks))) == [LEFT_OUT, "", "", "", LEFT_OUT, ""]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_shows_what_it_marks_and_what_it_leaves(rule: object) -> None:
    doc = rule.__doc__ or ""
    assert "Marks" in doc and "leaves" in doc and "alone" in doc
