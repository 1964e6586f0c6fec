"""Sources to speakers: what each rule resolves, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statements.resolution import resolve
from tests.resolution.building import INDEX, article, last, names, resolved

SAID = " <said> {it would end}."


@pytest.mark.parametrize(
    ("source", "name", "role", "country"),
    [
        ("Turkish Defense Minister Hulusi Akar", "Hulusi Akar", "Turkish Defense Minister", "TR"),
        ("Prime Minister Nikol Pashinian", "Nikol Pashinyan", "Prime Minister", "AM"),
        ("Foreign Minister Mevlut Cavusoglu", "Mevlüt Çavuşoğlu", "Foreign Minister", "TR"),
        ("Russian Foreign Minister Sergej Lavrov", "Sergey Lavrov", "Russian Foreign Minister", "RU"),
        ("Moscow's UN Ambassador Vasily Nebenzya", "Vasily Nebenzya", "Moscow's UN Ambassador", "RU"),
        ("U.S. Ambassador to Russia John Sullivan", "John Sullivan", "U.S. Ambassador to Russia", "US"),
        ("Hamas leader Khalil Saleh", "Khalil Saleh", "Hamas leader", None),
        ("President Putin", "Vladimir Putin", "President", "RU"),
        ("Russia's Lavrov", "Sergey Lavrov", "", "RU"),
        ("business mogul Vladimir Putin", "Vladimir Putin", "", "RU"),
        ("Virginia Gov. Terry McAuliffe", "Terry McAuliffe", "Virginia Gov.", None),
        ("Mr. Ivan Petrov", "Ivan Petrov", "", None),
        ("Thomas de Waal", "Thomas de Waal", "", None),
        ("Speaker of the Turkish parliament Mustafa Sentop", "Mustafa Sentop",
         "Speaker of the Turkish parliament", "TR"),
        ("his Turkish counterpart Mevlut Cavusoglu", "Mevlüt Çavuşoğlu", "Turkish counterpart", "TR"),
        ("Retired diplomat Ivan Petrov", "Ivan Petrov", "Retired diplomat", None),
        ("Hulusi Akar's Russian counterpart Sergey Lavrov", "Sergey Lavrov",
         "Hulusi Akar's Russian counterpart", "RU"),
        ("Georgia Governor Ivan Petrov", "Ivan Petrov", "Georgia Governor", None),
        ("former Turkish minister Ivan Petrov", "Ivan Petrov", "former Turkish minister", None),
        ("Armenian opposition leader Ivan Petrov", "Ivan Petrov", "Armenian opposition leader", None),
    ],
)  # fmt: skip
def test_title_before_a_name(source: str, name: str, role: str, country: str | None) -> None:
    found = last(f"[{source}]{SAID}")
    assert found.speaker is not None
    assert (found.speaker.name, found.role, found.country) == (name, role, country)


def test_title_between_commas() -> None:
    found = last("[Ismail Demir, the head of a state body overseeing the Turkish defense industry,]" + SAID)
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.provisional, found.country) == ("Ismail Demir", True, "TR")
    assert found.role == "head of a state body overseeing the Turkish defense industry"


def test_title_before_a_comma() -> None:
    found = last("[Putin’s press secretary, Dmitry Peskov,]" + SAID)
    assert (found.speaker and found.speaker.name, found.role) == ("Dmitry Peskov", "Putin’s press secretary")


def test_a_list_of_officials_is_no_title() -> None:
    assert last("[Marko Rubin, spokesman Alek Konan,]" + SAID).role == ""


def test_experts_speak_for_no_country() -> None:
    assert last("[Ivan Petrov, an analyst at the Russian Institute for Peace,]" + SAID).country is None


def test_stranger_without_country_stays_without() -> None:
    found = last("[Ivan Petrov]" + SAID)
    assert found.speaker is not None
    assert (found.speaker.key, found.speaker.provisional, found.country) == ("ivan-petrov", True, None)


def test_a_person_of_two_offices_speaks_for_the_one_that_is_printed() -> None:
    assert last("[French Prime Minister Claire Morel]" + SAID).country == "FR"
    assert last("[Claire Morel]" + SAID).country == "EU"


def test_namesake_of_another_country_is_somebody_else() -> None:
    found = last("[French President Vladimir Putin]" + SAID)
    assert found.speaker is not None
    assert (found.speaker.key, found.speaker.provisional) == ("vladimir-putin-fr", True)


@pytest.mark.parametrize(
    "source",
    [
        "Peskov",
        "the Peskov plan",
        "Aliyev",
        "President",
        "",
        "something",
        "Turkey's Lavrov",
        "the Utah Republican",
    ],
)
def test_what_is_not_named_stays_open(source: str) -> None:
    assert names(f"[{source}]{SAID}") == [None]


def test_surname_after_a_full_name() -> None:
    found = last("Kremlin spokesman Dmitry Peskov spoke. [Peskov]" + SAID)
    assert (found.speaker and found.speaker.key, found.role) == ("dmitry-peskov", "Kremlin spokesman")
    assert found.basis == "the surname of Dmitry Peskov, named in full"


def test_surname_of_two_stays_open() -> None:
    assert names("Ilham Aliyev and Yashar Aliyev met. [Aliyev]" + SAID) == [None]
    assert names("Ilham Aliyev and Yashar Aliyev met. [President Aliyev]" + SAID) == [None]


@pytest.mark.parametrize(
    ("source", "key", "name", "country"),
    [
        ("the Russian Foreign Ministry", "ru-foreign-ministry", "Russian Foreign Ministry", "RU"),
        ("Russia’s foreign ministry", "ru-foreign-ministry", "Russian Foreign Ministry", "RU"),
        ("the Armenian defense ministry", "am-defence-ministry", "Armenian Defence Ministry", "AM"),
        ("The Ministry of Justice of Armenia", "am-justice-ministry", "Armenian Justice Ministry", "AM"),
        ("the Azerbaijani Ministry of Defence", "az-defence-ministry", "Azerbaijani Defence Ministry", "AZ"),
        ("The Armenian government", "am-government", "Armenian government", "AM"),
        ("the Turkish authorities", "tr-government", "Turkish government", "TR"),
        ("the Armenian side", "am-government", "Armenian government", "AM"),
        ("The Kremlin press service", "kremlin-press-service", "Kremlin press service", "RU"),
        ("The press service of the Armenian government", "am-government-press-service",
         "Armenian government press service", "AM"),
        ("Russia's Security Council", "ru-security-council", "Security Council of Russia", "RU"),
        ("the UN Security Council", "un-security-council", "UN Security Council", "UN"),
        ("the State Department", "us-state-department", "US State Department", "US"),
        ("Ankara", "tr-government", "Turkish government", "TR"),
        ("The United States", "us-government", "US government", "US"),
        ("the Ministry of Foreign Affairs and Trade of Georgia", "ge-foreign-ministry",
         "Georgian Foreign Ministry", "GE"),
        ("the European Union", "european-union", "European Union", "EU"),
        ("A statement by the Kremlin", "kremlin", "Kremlin", "RU"),
        ("the Russian Foreign Ministry’s statement", "ru-foreign-ministry", "Russian Foreign Ministry", "RU"),
        ("the Karabakh authorities", "xnk-authorities", "De facto authorities of Nagorno-Karabakh", None),
        ("the Nagorno-Karabakh Foreign Ministry", "xnk-foreign-ministry",
         "Nagorno-Karabakh Foreign Ministry", None),
    ],
)  # fmt: skip
def test_bodies(source: str, key: str, name: str, country: str | None) -> None:
    found = last(f"[{source}]{SAID}")
    assert found.speaker is not None
    assert (found.speaker.key, found.speaker.name, found.country) == (key, name, country)
    assert not found.speaker.provisional


@pytest.mark.parametrize(
    "source", ["the ministry", "Russia’s neighbours", "the Turks", "the Moscow market", "Korea"]
)
def test_bodies_that_stay_open(source: str) -> None:
    assert names(f"[{source}]{SAID}") == [None]


@pytest.mark.parametrize(
    ("source", "name", "country", "kind"),
    [
        ("A Turkish diplomatic source", "Turkish diplomatic source", "TR", "anonymous"),
        ("A Russian Foreign Ministry spokeswoman", "Russian Foreign Ministry spokeswoman", "RU", "unnamed"),
        ("U.S. officials", "U.S. officials", "US", "anonymous"),
        ("Two officials in Ankara", "officials in Ankara", "TR", "anonymous"),
        ("a spokesman for Prime Minister Nikol Pashinyan", "spokesman for Nikol Pashinyan",
         "AM", "unnamed"),
        ("the representative of France", "representative of France", "FR", "unnamed"),
        ("The Iranian ambassador", None, None, ""),
        ("The Turkish ambassador to Georgia", "Turkish ambassador to Georgia", "TR", "unnamed"),
        ("officials", "officials", None, "anonymous"),
        ("a diplomat familiar", "diplomat", None, "anonymous"),
        ("U.S. and Russian officials", "U.S. and Russian officials", None, "anonymous"),
        ("The leaders of Armenia and Georgia", "leaders of Armenia and Georgia", None, "unnamed"),
        ("The leaders of Armenia, Russia and the United States",
         "leaders of Armenia, Russia and the United States", None, "unnamed"),
    ],
)  # fmt: skip
def test_unnamed_roles(source: str, name: str | None, country: str | None, kind: str) -> None:
    found = last(f"[{source}]{SAID}")
    if name is None:
        assert found.speaker is None
        return
    assert found.speaker is not None
    assert (found.speaker.kind, found.speaker.provisional) == (kind, True)
    assert (found.speaker.name, found.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[A Turkish spokeswoman], who asked not to be named, said {so}.", "anonymous"),
        ("[A Turkish minister] said on condition of anonymity {that it was so}.", "anonymous"),
        ("[A Turkish minister] said {the ship was named after him}.", "unnamed"),
    ],
)
def test_sources_that_ask_for_no_name(text: str, kind: str) -> None:
    found = last(text).speaker
    assert found is not None and (found.kind, found.key.split("-")[0]) == (kind, kind)


def test_a_service_of_a_minister_is_not_the_minister() -> None:
    day = date(2020, 7, 1)
    assert names("[The Turkish foreign minister]" + SAID, day) == ["Mevlüt Çavuşoğlu"]
    assert names("[The staff of the Turkish foreign minister]" + SAID, day) == [None]


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        ("The office of the Turkish president", "Turkish Presidency", "TR"),
        ("the Office of the President of Georgia", "Georgian Presidency", "GE"),
        ("The Turkish president’s office", "Turkish Presidency", "TR"),
        ("Armenia’s prime minister’s office", "Armenian Prime Minister’s Office", "AM"),
        ("the press service of the Georgian president", "Georgian Presidency press service", "GE"),
        ("The OSCE Mission to Georgia", "OSCE Mission to Georgia", "OSCE"),
        ("the Russian embassy in Tbilisi", "Russian Embassy in Tbilisi", "RU"),
        ("The Russian embassy in flames", "Russian Embassy", "RU"),
        ("the Armenian MFA", "Armenian Foreign Ministry", "AM"),
        ("the office of President Ivan Petrov", "Office of Ivan Petrov", None),
    ],
)
def test_offices_and_missions(source: str, name: str, country: str | None) -> None:
    found = last(f"[{source}]{SAID}")
    assert found.speaker is not None
    assert (found.speaker.kind, found.speaker.name, found.country) == ("institution", name, country)


@pytest.mark.parametrize(
    "source",
    ["the president’s office", "the office of president", "the service of God", "the embassy in Moscow"],
)
def test_offices_of_nobody(source: str) -> None:
    assert names(f"[{source}]{SAID}") == [None]


def test_office_of_somebody_named_before() -> None:
    text = "[Turkish Defence Minister Hulusi Akar]" + SAID + " [His office]" + SAID
    assert names(text) == ["Office of Hulusi Akar"]
    assert names("Turkish Defence Minister Hulusi Akar met Vladimir Putin. [His office]" + SAID) == [None]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("[The de facto authorities] in Karabakh said {so}.",
         "De facto authorities of Nagorno-Karabakh", "government"),
        ("[Karabakh’s de facto authorities] said {so}.",
         "De facto authorities of Nagorno-Karabakh", "government"),
        ("In Karabakh, [the separatist authorities] said {so}.",
         "De facto authorities of Nagorno-Karabakh", "government"),
        ("In Osta, [the self-proclaimed authorities] said {so}.",
         "self-proclaimed authorities in Osta", "institution"),
    ],
)  # fmt: skip
def test_de_facto_authorities_speak_for_no_country(text: str, name: str, kind: str) -> None:
    found = last(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.kind, found.country) == (name, kind, None)


def test_de_facto_authorities_of_nowhere_stay_open() -> None:
    assert names("It rained. [The de facto authorities] said {so}.") == [None]
    assert names("Russia met Turkey. [The local authorities] said {so}.") == [None]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("[IVAN PETROV] (Georgia) said {so}.", "Ivan Petrov", "GE"),
        ("[Ivan Petrov] (Georgia) said {so}.", "Ivan Petrov", "GE"),
        ("[Ivan Petrov] (of Georgia) said {so}.", "Ivan Petrov", None),
        ("Ivan Petrov, Deputy Spokesperson, State Department\n\n[Petrov] said {so}.", "Ivan Petrov", "US"),
        ("Ivan Petrov, Deputy Spokesperson, Moscow\n\n[Petrov] said {so}.", "Ivan Petrov", None),
        ("Georgia denied it. [Its spokesman, Colonel Ivan Petrov,] said {so}.", "Ivan Petrov", "GE"),
        ("The EU left. [Its regional director, Ivan Petrov,] said {so}.", "Ivan Petrov", "EU"),
        ("The EU met the UN. [Its regional director, Ivan Petrov,] said {so}.", "Ivan Petrov", None),
        ("The UN met. [Ivan Petrov, envoy of the Secretary-General,] said {so}.", "Ivan Petrov", "UN"),
        ("The UN met the EU. [Ivan Petrov, envoy of the Secretary-General,] said {so}.", "Ivan Petrov", None),
        ("Georgia left. [Foreign Ministry spokesman Ivan Petrov] said {so} in Tbilisi.", "Ivan Petrov", "GE"),
        ("Georgia left. [Foreign Ministry spokesman Ivan Petrov] said {so} in Baku.", "Ivan Petrov", None),
        ("[Foreign Ministry spokesman Ivan Petrov] said {so} in Tbilisi.", "Ivan Petrov", None),
        ("Prime Minister Nikol Pashinyan left. [Pashinyan’s spokesman Ivan Petrov] said {so}.",
         "Ivan Petrov", "AM"),
        ("Nikol Pashinyan left. [Pashinyan’s lawyer Ivan Petrov] said {so}.", "Ivan Petrov", None),
        ("[Special envoy of the EU for the South Caucasus Ivan Petrov] said {so}.", "Ivan Petrov", "EU"),
        ("[The ambassador of Georgia to the UN, Ivan Petrov,] said {so}.", "Ivan Petrov", "GE"),
        ("[The ambassador of Georgia to the League of Cities, Ivan Petrov,] said {so}.", "Ivan Petrov", "GE"),
        ("[Georgia’s envoy for the old and frail, Ivan Petrov,] said {so}.", "Ivan Petrov", "GE"),
        ("[Georgia’s leader of a small green party, Ivan Petrov,] said {so}.", "Ivan Petrov", None),
        ("[Georgia Secretary of State Ivan Petrov] said {so}.", "Ivan Petrov", None),
        ("[U.S. Secretary of State Ivan Petrov] said {so}.", "Ivan Petrov", "US"),
        ("[Chief of the General Staff of Turkey Ivan Petrov] said {so}.", "Ivan Petrov", "TR"),
    ],
)  # fmt: skip
def test_whose_officials_people_are(text: str, name: str, country: str | None) -> None:
    found = last(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.country) == (name, country)


def test_how_a_metonym_was_resolved_is_shown() -> None:
    assert last("[Ankara] said {so}.").basis == "the government, named by 'Ankara'"
    assert last("[Turkish government] said {so}.").basis == "named in full"
    assert last("[The OSCE Minsk Group] said {so}.").basis == "named in full"
    assert last("[Artsakh] said {so}.").basis == "the de facto authorities, named by 'Artsakh'"


def test_a_title_that_ends_with_a_preposition_is_somebody_elses() -> None:
    text = "Prime Minister Nikol Pashinyan left. [A spokeswoman for Pashinyan] said {so}."
    assert names(text) == ["spokeswoman for Nikol Pashinyan"]
    assert last(text).country == "AM"
    assert last("Nikol Petrov left. [A spokeswoman for Petrov] said {so}.").country is None


def test_spellings_within_one_article_are_one_person() -> None:
    text = "Minister Arman Sahakyan came. Sahakian left. [Saakyan] said {so}."
    assert names(text) == ["Arman Sahakyan"]
    assert names("Minister Arman Sahakyan came. [Simonyan] said {so}.") == [None]


def test_letters_of_two_alphabets_are_flagged_and_not_matched() -> None:
    cyrillic = "P" + chr(0x443) + "tin"
    found = last(f"Vladimir Putin came. [Vladimir {cyrillic}] said {{so}}.")
    assert (found.speaker, found.basis) == (
        None,
        f"not resolved: “{cyrillic}” mixes the letters of two alphabets",
    )


def test_a_name_that_two_share_is_the_one_named_otherwise() -> None:
    assert names("[North Korea] said {so}. [Korea] said {no}.") == ["North Korean government"]
    assert names("North Korea met South Korea. [Korea] said {no}.") == [None]
    assert names("The North Korean army met in Korea. [Korea] said {no}.") == ["North Korean government"]


def test_place_after_the_source_belongs_to_the_role() -> None:
    for marked in ("[Officials] in Baku", "[A source close] to the Kremlin"):
        found = last(marked + SAID)
        assert found.speaker is not None
        assert (found.speaker.name, found.country) in (
            ("officials in Baku", "AZ"),
            ("source close to the Kremlin", "RU"),
        )


def test_unknown_body_by_its_proper_name() -> None:
    found = last("[The World Food Programme]" + SAID)
    assert found.speaker is not None
    assert (found.speaker.key, found.speaker.kind) == ("world-food-programme", "institution")
    assert (found.speaker.provisional, found.country) == (True, None)
    assert names("[The Utah Group plan]" + SAID) == [None]


def test_two_spellings_of_a_stranger_are_one() -> None:
    text = "Minister Paul Manafort came. Minister Paul J. Manafort spoke. [Manafort]" + SAID
    assert names(text) == ["Paul Manafort"]


def test_two_in_one_source() -> None:
    assert names("[Sergey Lavrov and his Turkish counterpart Mevlut Cavusoglu]" + SAID) == [
        "Sergey Lavrov",
        "Mevlüt Çavuşoğlu",
    ]


def test_no_source_is_one_open_attribution() -> None:
    found = resolved("It was <said> {to end}.[]")[0].attributions
    assert [(one.speaker, one.source, one.basis) for one in found] == [
        (None, None, "the text names no source")
    ]


def test_holder_of_the_office_on_the_day() -> None:
    text = "[The Turkish foreign minister]" + SAID
    assert names(text, date(2020, 7, 1)) == ["Mevlüt Çavuşoğlu"]
    assert names(text, date(2024, 7, 1)) == ["Turkish foreign minister"]
    assert names(text) == ["Turkish foreign minister"]


def test_relayed_by_a_known_agency() -> None:
    document, [quotation] = article("[Ankara] <said> {it would end}, TASS reported.")
    at = document.text.index("TASS")
    assert resolve(document, [replace(quotation, agency=(at, at + 4))], INDEX)[0].agency == "tass"
    assert resolve(document, [replace(quotation, agency=(at + 5, at + 13))], INDEX)[0].agency is None
