"""Who is meant by words that point: what each rule finds, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements.records import Document, Quotation
from statements.resolution import resolve
from statements.resolution.home.issuers import find_issuers, read_heading
from statements.resolution.index.given_names import gender_of_name
from statements.resolution.index.offices import fits_head
from statements.resolution.named_text import find_mentions, read_names
from statements.resolution.text.coordination import coordinated
from statements.resolution.text.plurals import is_plural
from statements.resolution.text.reading import read
from tests.resolution.building import INDEX, article, last, names

NO_HEADING = read_heading("", INDEX)


def issuers(text: str, title: str = "") -> list[str | None]:
    named = read_names(text, Document(text).body_spans(), INDEX)
    mentions = find_mentions(named, INDEX)
    found = find_issuers(named, mentions, read_heading(title, INDEX) if title else NO_HEADING, INDEX)
    return [one.speaker.name if one.speaker else None for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Statement by the Foreign Ministry of Russia\n\nWe condemn it.", ["Russian Foreign Ministry"]),
        ("Joint statement by the governments of Russia and Turkey\n\nWe condemn it.",
         ["Russian government", "Turkish government"]),
        ("The Armenian army denies it. We regret it.", ["Armenian Armed Forces"]),
        ("The Russian Foreign Ministry\n\nPress release\n\nWe regret it.", ["Russian Foreign Ministry"]),
        ("Joint Statement of the Foreign Ministers of Russia, Georgia and Turkey\n\nWe condemn it.",
         ["Russian Foreign Ministry", "Georgian Foreign Ministry", "Turkish Foreign Ministry"]),
        ("Joint Statement of the Ministers of Defence of Russia and Turkey\n\nWe condemn it.",
         ["Russian Defence Ministry", "Turkish Defence Ministry"]),
        ("Joint Statement of the Ministers of Russia and Turkey\n\nWe condemn it.", []),
        ("A call\n\nThe statement was released by the Spokesman of the State Department:\n\nPetrov called.",
         ["US State Department"]),
        ("Statement by Ivan Petrov\n\nWe condemn it.", []),
        ("Russia answers Turkey\n\nWe condemn it.", ["Russian government"]),
        ("In Russia, the army denies it.", []),
        ("Hulusi Akar met the Russian army.", []),
        ("", []),
    ],
)  # fmt: skip
def test_issuers(text: str, found: list[str]) -> None:
    assert issuers(text) == found


def test_issuer_of_the_title() -> None:
    assert issuers("We condemn it.", "Statement by the Foreign Ministry of Russia") == [
        "Russian Foreign Ministry"
    ]
    assert issuers("We condemn it.", "Russia condemns it") == []


JOINT = "Joint Statement of the Foreign Ministers of Russia, Georgia and Turkey\n\n"
ALL_THREE = ["Russian Foreign Ministry", "Georgian Foreign Ministry", "Turkish Foreign Ministry"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("[The Ministers] welcomed {it}.", ALL_THREE),
        ("[The Ministers] welcomed {it}. [They] urged {peace}. [We] condemn {it}.", ALL_THREE),
        ("[The Ministers of Russia and Turkey] thanked {Georgia}.",
         ["Russian Foreign Ministry", "Turkish Foreign Ministry"]),
        ("[The Presidents] welcomed {it}.", [None]),
    ],
)  # fmt: skip
def test_ministers_who_issue_a_text(text: str, speakers: list[str]) -> None:
    assert names(JOINT + text) == speakers


def test_ministers_of_a_text_that_they_do_not_issue() -> None:
    assert names("[The Ministers] welcomed {it}.") == [None]
    assert names("[The foreign ministers of Russia and Turkey] welcomed {it}.") == [
        "foreign ministers of Russia and Turkey"
    ]


def test_the_ministry_is_the_one_that_issues_the_text() -> None:
    heading = "Ministry of Foreign Affairs of Georgia\n\nStatement on the raid\n\n"
    assert names(heading + "[The Ministry] condemns {it}.") == ["Georgian Foreign Ministry"]
    assert names(heading + "[Georgia] condemns {it}. [We] urge {peace}.") == ["Georgian Foreign Ministry"]
    assert names("Georgia waited.\n\n[The Ministry] condemns {it}.") == [None]


@pytest.mark.parametrize(
    ("person", "country"),
    [
        ("Deputy Secretary Ivan Petrov", "US"), ("Spokesman Ivan Petrov", "US"), ("Ivan Petrov", None),
        ("Foreign Minister Ivan Petrov", None), ("former Secretary Ivan Petrov", None),
    ],
)  # fmt: skip
def test_officials_of_the_house(person: str, country: str | None) -> None:
    release = "A call\n\nThe following statement was released by the State Department:\n\n"
    assert last(f"{release}[{person}] said {{so}}.").country == country
    assert last(f"A call\n\n[{person}] said {{so}}.").country is None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("[Ivan Petrov] said {so}. [Hulusi Akar] said {no}. The two officials discussed it. [They] {agreed}.",
         ["Ivan Petrov", "Hulusi Akar"]),
        ("[Ivan Petrov] said {so}. [Hulusi Akar] said {no}. Two officials discussed it. [They] {agreed}.",
         [None]),
        ("Peace in Georgia and the future of Armenia came up in Baku. [Both sides] {agreed}.", [None]),
        ("Russia met Turkey in Tbilisi. [Both sides] {agreed}.",
         ["Russian government", "Turkish government"]),
        ("[Two Russian officials] said {so}. [One of them] said {no}.", ["Russian official"]),
        ("[Two Russian officials] said {so}. [One of them] said {no}. [The other] said {so}.",
         ["Russian official"]),
        ("[Two Russian officials] said {so}. [Hulusi Akar] said {no}. [One of them] said {so}.", [None]),
        ("The UN Security Council met. [The Council] said {so}.", ["UN Security Council"]),
        ("The UN Security Council met. [Members of the Council] said {so}.", ["UN Security Council"]),
        ("The UN Security Council met. [The council] said {so}.", [None]),
        ("The UN met in Tbilisi. The Security Council waited. [The Council] said {so}.",
         ["UN Security Council"]),
        ("The UN met Russia. The Security Council waited. [The Council] said {so}.", [None]),
        ("Russian Foreign Minister Sergey Lavrov left. The Georgian Foreign Ministry waited."
         " [The ministry in Moscow] said {so}.", ["Russian Foreign Ministry"]),
        ("[Georgian spokeswoman Maya Berg] said {so}. [Ivan Petrov] said {no}. [The spokeswoman] said {so}.",
         ["Maya Berg"]),
        ("[Georgian spokeswoman Maya Berg] said {so}. [Alex Petrov] said {no}. [The spokeswoman] said {so}.",
         [None]),
        ("Dmitry Peskov left. [Georgian deputy Lado Petrova] said {so}. [She] said {no}.", ["Lado Petrova"]),
        ("Dmitry Peskov left. [French deputy Lado Casanova] said {so}. [She] said {no}.", [None]),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


def test_we_is_the_issuer_while_nobody_else_speaks() -> None:
    heading = "Statement by the Foreign Ministry of Russia\n\n"
    assert names(heading + "[We] condemn {it}.") == ["Russian Foreign Ministry"]
    assert names(heading + "[Hulusi Akar] said {no}. [We] condemn {it}.") == [None]
    assert last(heading + "[We] condemn {it}.").basis == "inferred from 'We'"


def turns(marked: str, title: str = "") -> list[str | None]:
    document, quotations = article(marked)
    answers: list[Quotation] = [replace(one, rule="transcript-turn") for one in quotations]
    found = resolve(replace(document, title=title), answers, INDEX)[-1].attributions
    return [one.speaker.name if one.speaker else None for one in found]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Hulusi Akar met the press.\n\nQ: And?\n\n[A]: {Yes.}", ["Hulusi Akar"]),
        ("Hulusi Akar met the press.\n\n— And?\n\n— []{Yes.}", ["Hulusi Akar"]),
        ("Hulusi Akar met the press.\n\nВопрос: And?\n\n[Ответ]: {Yes.}", ["Hulusi Akar"]),
        ("Hulusi Akar and Dmitry Peskov met the press.\n\nQ: And?\n\n[A]: {Yes.}", [None]),
        ("A minister met the press.\n\nQ: And Hulusi Akar?\n\n[A]: {Yes.}", [None]),
        ("Hulusi Akar met the press.\n\nQ: And?\n\n[SMITH]: {Yes.}", [None]),
    ],
)
def test_answers(text: str, speakers: list[str | None]) -> None:
    assert turns(text) == speakers


def test_answers_under_a_title_that_names_who_is_asked() -> None:
    text = "We met in Ankara.\n\nQ: And?\n\n[A]: {Yes.}"
    assert turns(text, "Interview with Hulusi Akar") == ["Hulusi Akar"]
    assert turns(text, "Interview with Hulusi Akar and Dmitry Peskov") == [None]
    assert turns(text) == [None]


def test_no_source_without_a_transcript_is_nobody() -> None:
    assert names("Hulusi Akar spoke. []{It would end}.") == [None]


@pytest.mark.parametrize(
    ("source", "role", "country"),
    [
        ("President Ivan Petrov of Armenia", "President", "AM"),
        ("Professor Ivan Petrov of Armenia", "Professor", None),
        ("Ivan Petrov of Armenia", "", None),
        ("Bosnian Serb leader Ivan Petrov", "Bosnian Serb leader", None),
        ("Russian Georgian leader Ivan Petrov", "Russian Georgian leader", None),
        ("Turkey’s Grey Wolves leader Ivan Petrov", "Turkey’s Grey Wolves leader", None),
        ("Russia’s EU envoy Ivan Petrov", "Russia’s EU envoy", "RU"),
        ("Turkish Armed Forces commander Ivan Petrov", "Turkish Armed Forces commander", "TR"),
        ("Armenia’s caretaker Prime Minister Nikol Pashinyan", "Armenia’s caretaker Prime Minister", "AM"),
        ("Former Armenian Prime Minister Nikol Pashinyan", "Former Armenian Prime Minister", None),
        ("former journalist Nikol Pashinyan", "former journalist", "AM"),
    ],
)
def test_countries_of_titles(source: str, role: str, country: str | None) -> None:
    found = last(f"[{source}] said {{so}}.")
    assert (found.role, found.country) == (role, country)


def test_a_former_official_stays_one() -> None:
    text = "Former Prime Minister Nikol Pashinyan came. [Nikol Pashinyan] said {so}. [Pashinyan] said {no}."
    assert last(text).country is None
    assert last(text.replace("Former ", "")).country == "AM"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Georgia was calm. [Her spokesman Ivan Petrov] said {so}.", "GE"),
        ("Georgia was calm. [The country’s president, Ivan Petrov,] said {so}.", "GE"),
        ("Georgia met Turkey. [The country’s president, Ivan Petrov,] said {so}.", None),
        ("Georgia was calm. [Her lawyer Ivan Petrov] said {so}.", None),
        ("Georgia was calm. [His counterpart Ivan Petrov] said {so}.", None),
        ("The UN was calm. [The country’s president, Ivan Petrov,] said {so}.", None),
    ],
)
def test_the_country_right_before(text: str, country: str | None) -> None:
    assert last(text).country == country


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Georgia was calm. [The country’s foreign ministry] said {so}.", ["Georgian Foreign Ministry"]),
        ("Georgia met Turkey. [The country’s foreign ministry] said {so}.", [None]),
        ("[Turkey] said {so}. [Its parliament] said {no}.", ["Turkish Parliament"]),
        ("Georgia and Turkey met. [Its parliament] said {no}.", [None]),
        ("[Turkish Defence Minister Hulusi Akar] said {so}. [His ministry] said {no}.",
         ["Turkish Defence Ministry"]),
        ("[Dmitry Peskov] said {so}. [His ministry] said {no}.", [None]),
        ("[The General Staff of the Armed Forces of Georgia] said {so}.", ["Georgian General Staff"]),
        ("[The Georgian embassy] said {so}. [The embassy] said {no}.", ["Georgian Embassy"]),
        ("[The Georgian embassy] said {so}. [The ministry] said {no}.", [None]),
    ],
)  # fmt: skip
def test_bodies_of_somebody(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers
    if speakers != [None] and "General" not in text:
        assert last(text).basis.startswith("inferred from")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("[A Turkish official] said {so}. [The official] said {no}.", ["Turkish official"]),
        ("[A Turkish official] said {so}. [A Russian official] said {no}. [The official] said {no}.", [None]),
        ("[A Turkish spokeswoman] said {so}. [She] said {no}.", ["Turkish spokeswoman"]),
        ("[A Turkish spokeswoman] said {so}. [He] said {no}.", [None]),
        ("Hulusi Akar waited. [A welder] said {so}. [He] said {no}.", [None]),
        ("Foreign Minister Sergey Lavrov and Foreign Minister Mevlut Cavusoglu came. [Lavrov] said {so}."
         " [His Turkish counterpart] said {no}.", ["Mevlüt Çavuşoğlu"]),
        ("Foreign Minister Sergey Lavrov and Defence Minister Hulusi Akar came. [Lavrov] said {so}."
         " [His Turkish counterpart] said {no}.", ["Turkish counterpart"]),
    ],
)  # fmt: skip
def test_people_without_names(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


def test_hyphenated_given_names() -> None:
    assert names("[South Korean President Moon Jae-in] said {so}. [Moon] said {no}.") == ["Moon Jae-in"]
    assert names("Minister Ivan Petrov-led talks failed. [Petrov] said {no}.") == ["Ivan Petrov"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Sergej Lavrov", "m"), ("Salome Berg", "f"), ("Andrea Berg", ""), ("Berg", ""), ("", "")],
)
def test_given_names(name: str, gender: str) -> None:
    assert gender_of_name(name) == gender


def test_family_names_that_stand_first_show_nothing() -> None:
    assert gender_of_name("Anna Kim", "KR") == ""


@pytest.mark.parametrize(
    ("words", "title", "fits"),
    [
        ("ministers", "Ostian Defence Minister", True), ("leaders", "Prime Minister", True),
        ("foreign ministers", "Minister of Foreign Affairs", True), ("presidents", "Vice President", False),
        ("ministers", "President", False), ("foreign ministers", "Defence Minister", False),
        ("former presidents", "former President", True), ("presidents", "former President", False),
    ],
)  # fmt: skip
def test_heads_that_titles_fit(words: str, title: str, fits: bool) -> None:
    assert fits_head(words, title) == fits


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Russia and Turkey met.", 2), ("But Russia, Turkey and Armenia met.", 3),
        ("Russia wrote to Turkey.", 1), ("In Russia and Turkey it rained.", 0),
        ("Russia and its allies met.", 0), ("Russia’s neighbours met.", 0), ("Talks of Russia ended.", 0),
    ],
)  # fmt: skip
def test_coordinated_subjects(text: str, count: int) -> None:
    named = read_names(text, [(0, len(text))], INDEX)
    found = coordinated(named.reading, find_mentions(named, INDEX), 0, len(named.reading.words))
    assert len(found) == count


def test_words_that_may_be_plurals() -> None:
    words = "guns men was its crisis status Ministers class minister"
    reading = read(words, [(0, len(words))])
    assert [one.word for at, one in enumerate(reading.words) if is_plural(reading, at)] == ["guns", "men"]


def test_no_is_a_word_that_may_end_a_sentence() -> None:
    assert names("[Hulusi Akar] said {no}. A Russian said no. Dmitry Peskov came. [He] said {so}.") == [None]
