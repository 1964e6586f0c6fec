"""Sources: the whole noun phrase, one span a speaker."""

from __future__ import annotations

import pytest

from tests.extraction.expecting import finds, finds_nothing, said

WORDS = "talks would go on"

SOURCES = [
    (f"Its two envoys said {WORDS}.", "Its two envoys"),
    ("Prime Minister Anna Keller said talks would go on.", "Prime Minister Anna Keller"),
    ("The Foreign Ministry of Norland said talks would go on.", "The Foreign Ministry of Norland"),
    (
        "Norland’s UN Ambassador Ivo Lund on Friday said talks would go on.",
        "Norland’s UN Ambassador Ivo Lund",
    ),
    ("Ivo Lund at a briefing on Friday said talks would go on.", "Ivo Lund"),
    ("Ivo Lund, the head of the mission, said talks would go on.", "Ivo Lund, the head of the mission"),
    ("Ivo Lund, who leads the mission, said talks would go on.", "Ivo Lund"),
    ("Ivo Lund, 61, said talks would go on.", "Ivo Lund"),
    ("The ministry (MFA) said talks would go on.", "The ministry"),
    ("The press secretary, Anna Keller, said talks would go on.", "The press secretary, Anna Keller"),
    ("The official who led the talks said talks would go on.", "The official"),
    ("In Ostia, the minister said talks would go on.", "the minister"),
    ("On Tuesday the ministry of defence said talks would go on.", "the ministry of defence"),
    ("Shelling went on and on Monday the army said talks would go on.", "the army"),
    ("The truce came after Minister Anna Keller said talks would go on.", "Minister Anna Keller"),
    ("First Deputy Minister Ivo Lund said talks would go on.", "First Deputy Minister Ivo Lund"),
    ("First, Minister Ivo Lund said talks would go on.", "Minister Ivo Lund"),
    ("First Norland said talks would go on.", "Norland"),
    ("First the deputy minister said talks would go on.", "the deputy minister"),
    ("Ivo Lund said on Oct. 23 that talks would go on.", "Ivo Lund"),
    ("Ivo Lund said on Oct. 23, 2020, that talks would go on.", "Ivo Lund"),
    ("Anna Keller and Ivo Lund said talks would go on.", ["Anna Keller", "Ivo Lund"]),
    ("Norland, the Union as well as Ostia said talks would go on.", ["Norland", "the Union", "Ostia"]),
    ("The Ministry of Trade and Industry said talks would go on.", "The Ministry of Trade and Industry"),
    ("A Norland diplomatic source said talks would go on.", "A Norland diplomatic source"),
    ("An inside source said talks would go on.", "An inside source"),
    ("Prime Minister Anna May said talks would go on.", "Prime Minister Anna May"),
    ("The Ostia Post reports talks would go on.", "The Ostia Post"),
    ("He met Ivo Lund, who said talks would go on.", "Ivo Lund"),
    (
        "It was backed by Ivo Lund of Ostia, the head of the mission, who said talks would go on.",
        "Ivo Lund of Ostia",
    ),
    ("He saw a plan in which Minister Anna Keller said talks would go on.", "Minister Anna Keller"),
    ("The envoys whose plan was rejected said talks would go on.", "The envoys"),
    ("Norland, whose army had left, said talks would go on.", "Norland"),
    ("Ivo Lund, now 61 and retired in Ostia, Nor., said talks would go on.", "Ivo Lund"),
    ("Ivo Lund, 61, of Ostia, N.L., who was there, said talks would go on.", "Ivo Lund"),
    ("In July, Ivo Lund, head of the mission, said talks would go on.", "Ivo Lund, head of the mission"),
    ("Ivo Lund, citing “the mood of the day,” said talks would go on.", "Ivo Lund"),
    ("Ivo Lund -- who led the mission -- said talks would go on.", "Ivo Lund"),
    ("GENEVA’s envoy Ivo Lund - who led the mission - said talks would go on.", "GENEVA’s envoy Ivo Lund"),
    ("Ivo Lund, the envoy, on Friday said talks would go on.", "Ivo Lund, the envoy"),
    ("Norland, however, said talks would go on.", "Norland"),
    ("Norland has, however, said talks would go on.", "Norland"),
    ("About half of the members said talks would go on.", "half of the members"),
    ("Roughly 40 members said talks would go on.", "40 members"),
    ("Four in 10 members said talks would go on.", "Four in 10 members"),
    (
        "The ministers of Norland, Ostia and Varia said talks would go on.",
        "The ministers of Norland, Ostia and Varia",
    ),
    (
        "Ivo Lund, the minister, and Anna Keller, the envoy, said talks would go on.",
        ["Ivo Lund, the minister", "Anna Keller, the envoy"],
    ),
    ("She and another envoy said talks would go on.", ["She", "another envoy"]),
    ("Experts and ministry officials said talks would go on.", "Experts and ministry officials"),
    ("Critics of the plan said talks would go on.", "Critics of the plan"),
    ("People briefed on the plan said talks would go on.", "People"),
    ("The reporter Ivo Lund said talks would go on.", "The reporter Ivo Lund"),
    ("Anna Keller of Port Ost, South Norland said talks would go on.", "Anna Keller of Port Ost"),
    ("After talks in Port Ost, Lund said talks would go on.", "Lund"),
    ("Nearly nine out of 10 members said talks would go on.", "nine out of 10 members"),
    ("More than half of the members said talks would go on.", "More than half of the members"),
    ("Deputy Ivo Lund (N-Ost) last month said talks would go on.", "Deputy Ivo Lund"),
    ("The ministry less than two weeks ago said talks would go on.", "The ministry"),
    ("The order released Friday said talks would go on.", "The order"),
    ("Norland and Ostia have both said talks would go on.", ["Norland", "Ostia"]),
    ("Anna A. Keller, the envoy, said talks would go on.", "Anna A. Keller, the envoy"),
    ("The newly elected council said talks would go on.", "The newly elected council"),
    (
        "Ivo Lund, a deputy who has led the mission, which is small, said talks would go on.",
        "Ivo Lund, a deputy",
    ),
    ("In Ostia, the deputy who has led the mission, which is small, said talks would go on.", "the deputy"),
    ("It went on in Ostia, where envoy Ivo Lund (N-Ost) said talks would go on.", "envoy Ivo Lund"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_source_is(text: str, source: str | list[str]) -> None:
    finds(text, said(WORDS, source))


def test_the_minister_of_a_relative_clause_speaks_or_else_its_country() -> None:
    finds(
        "Norland, whose minister Ivo Lund had said talks would fail, condemned the raid.",
        said("talks would fail", "minister Ivo Lund"),
        said("the raid", "Norland"),
    )
    finds("Norland, whose envoy had said talks would fail, left.", said("talks would fail", "Norland"))


def test_a_contracted_subject_and_verb() -> None:
    finds("He’s telling allies that talks would go on.", said(WORDS, "He’s"))
    finds("She’s said talks would go on.", said(WORDS, "She’s"))


def test_an_opening_participle_takes_the_subject_behind_it() -> None:
    finds("Noting that talks had failed, Keller left the room.", said("talks had failed", "Keller"))
    finds_nothing("Noting the failure of talks.")


def test_a_beginning_is_an_act_of_speech() -> None:
    finds("Then he began urging Ostia to wait.", said("Ostia to wait", "he"))


def test_a_relative_clause_that_ends_in_a_quotation_is_stepped_over() -> None:
    finds(
        "Lund, who calls Keller a “liar,” said talks would go on.",
        said("Keller a “liar,”", "Lund"),
        said(WORDS, "Lund"),
    )


def test_whoever_passes_on_what_another_said_is_not_the_speaker() -> None:
    finds(
        "The TASS agency quoted Ivo Lund, an envoy, as saying that talks would go on.",
        said(WORDS, "Ivo Lund, an envoy", agency="TASS"),
    )
    finds("The gazette cited the ministry as saying “talks go on.”", said("talks go on.", "the ministry"))
    finds_nothing("The gazette quoted Ivo Lund.")
    finds("“Talks go on,” it quoted the ministry as saying.", said("Talks go on,", "the ministry"))
    finds(
        "Talks will go on, Interfax quoted Ivo Lund as saying in Ostia.",
        said("Talks will go on", "Ivo Lund", agency="Interfax"),
    )
    finds(
        "According to the Interfax agency, Ivo Lund later said talks would go on.",
        said(WORDS, "Ivo Lund", agency="Interfax"),
    )


def test_a_source_that_hides_is_none_the_less_the_source() -> None:
    finds(
        "A senior official who asked not to be named since he may not speak said talks would go on.",
        said(WORDS, "A senior official"),
    )
    finds("Lund asked Ostia not to name the camp.", said("Ostia not to name the camp", "Lund"))


def test_he_went_on_to_say() -> None:
    finds("“Talks go on,” he went on to say.", said("Talks go on,", "he", cue="say"))


def test_a_perfect_participle_takes_the_subject_behind_it() -> None:
    finds("Having announced that talks would go on, Lund left.", said(WORDS, "Lund"))
    finds_nothing("Having slept, Lund left.")


def test_an_opening_adverb_leaves_the_subject_behind_it() -> None:
    finds("Then he stood up, accusing Ostia of a raid.", said("Ostia of a raid", "he"))


def test_the_agent_of_a_passive_may_go_on_to_speak() -> None:
    finds("She was met by deputies urging her to go.", said("her to go", "deputies"))
    finds_nothing("She was met in the hall.")


def test_inverted_source_follows_the_verb() -> None:
    finds("“We agree,” said First Deputy Minister Lund.", said("We agree,", "First Deputy Minister Lund"))
    finds("“We agree,” said first deputy Lund.", said("We agree,", "deputy Lund"))
    finds(
        "“We agree,” said Ivo Lund, the head of the mission.",
        said("We agree,", "Ivo Lund, the head of the mission"),
    )
    finds("“We agree,” said undecided deputy Anna Keller.", said("We agree,", "undecided deputy Anna Keller"))
    finds(
        "Said Anna Keller, who grew up in Ostia, “We agree.”",
        said("We agree.", "Anna Keller"),
    )


def test_the_text_that_speaks_gives_its_issuer() -> None:
    finds(
        "A statement by the palace said talks would go on.", said(WORDS, "the palace", occasion="A statement")
    )


def test_whoever_released_the_text_that_carries_the_words_did_not_speak() -> None:
    finds("“We agree,” Lund said in a statement released by the palace.", said("We agree,", "Lund"))


def test_a_text_that_names_no_issuer_is_the_source() -> None:
    finds("“We agree,” added the statement.", said("We agree,", "the statement", cue="added"))


def test_a_second_verb_shares_the_subject() -> None:
    finds(
        "Norland condemned the raid and promised aid to Ostia.",
        said("the raid", "Norland"),
        said("aid to Ostia", "Norland", act="pledges"),
    )


def test_a_participle_takes_the_subject_of_the_main_clause() -> None:
    finds(
        "Norland reacted sharply, accusing Ostia of a raid.",
        said("Ostia of a raid", "Norland", cue="accusing"),
    )


def test_a_participle_after_with_has_a_subject_of_its_own() -> None:
    finds(
        "Norland denied the claims, with Minister Ivo Lund describing them as “absurd.”",
        said("the claims", "Norland"),
        said("them as “absurd.”", "Minister Ivo Lund", kind="mixed"),
    )


def test_the_issuers_of_a_joint_statement_speak() -> None:
    finds(
        "Norland, Ostia and the Union issued a joint statement urging all sides to hold fire.",
        said("all sides to hold fire", ["Norland", "Ostia", "the Union"], occasion="a joint statement"),
    )


def test_a_purpose_after_a_call_takes_the_caller() -> None:
    finds("Lund telephoned his colleague to call for calm.", said("calm", "Lund", act="appeals"))


@pytest.mark.parametrize("text", ["Experts say talks will fail.", "Neither side said talks would go on."])
def test_nobody_in_particular_is_no_source(text: str) -> None:
    finds_nothing(text)
