"""A second verb in a sentence: whose it is, and which object of it tells what was said."""

from __future__ import annotations

import pytest

from tests.extraction.expecting import extract, finds, finds_nothing, said


def test_a_participle_is_of_whoever_said_all_before_it() -> None:
    finds(
        "Ostia and Norland agreed to talk, Minister Ivo Lund said on Tuesday, adding that ships wait.",
        said("Ostia and Norland agreed to talk", "Minister Ivo Lund"),
        said("ships wait", "Minister Ivo Lund"),
    )
    finds(
        "Ostia will pay, Minister Ivo Lund said on Tuesday, promising that Osta would keep Nora informed.",
        said("Ostia will pay", "Minister Ivo Lund"),
        said("Osta would keep Nora informed", "Minister Ivo Lund"),
    )
    finds(
        "Ostia urged Norland to wait, saying that ships go on.",
        said("Norland to wait", "Ostia"),
        said("ships go on", "Ostia"),
    )


def test_a_second_verb_behind_another_clause_is_of_who_acts_there() -> None:
    finds(
        "Ostia threatened to leave, but Norland disagreed and said that talks go on.",
        said("to leave", "Ostia"),
        said("talks go on", "Norland"),
    )
    finds(
        "Ostia urged calm, but stayed and said that talks go on.",
        said("calm", "Ostia"),
        said("talks go on", "Ostia"),
    )


def test_a_second_verb_behind_a_clause_that_was_said_is_of_who_said_it() -> None:
    text = "Minister Lund warned that Ostia had paid, but Norland had refused, and said that talks go on."
    assert [row.sources for row in extract(text)] == [((0, 13),)] * 2


@pytest.mark.parametrize("date", ["(29 October)", "(October 29, 2021)"])
def test_a_date_in_brackets_is_of_the_time(date: str) -> None:
    finds(
        f"Ostia will pay, Ivo Lund announced on Friday {date}, while insisting that Norland must wait.",
        said("Ostia will pay", "Ivo Lund"),
        said("Norland must wait", "Ivo Lund"),
    )


def test_other_brackets_are_not_of_the_time() -> None:
    finds("Lund said on Friday (in Osta) that Ostia had left.", said("Ostia had left", "Lund"))
    finds("Lund said Berg (64) had left.", said("Berg (64) had left", "Lund"))


def test_here_is_a_place() -> None:
    finds(
        "Ostia and Norland agreed to talk, Minister Ivo Lund told reporters here yesterday.",
        said("Ostia and Norland agreed to talk", "Minister Ivo Lund"),
    )
    finds("Lund told reporters here that ships wait.", said("ships wait", "Lund"))
    finds("Lund said here was peace at last.", said("here was peace at last", "Lund"))
    finds("Lund said here in Osta there is peace.", said("here in Osta there is peace", "Lund"))


def test_a_pointer_is_no_clause() -> None:
    finds_nothing("The embassy denied that on its website.")
    finds(
        "The embassy denied that on its website it had written so.",
        said("on its website it had written so", "The embassy"),
    )
    finds("Lund said that in Ostia people die.", said("in Ostia people die", "Lund"))


def test_a_day_parts_a_verb_from_its_particle() -> None:
    finds("Ostia insisted Tuesday on a corridor.", said("a corridor", "Ostia", cue="insisted Tuesday on"))
    finds("Lund insisted Tuesday on Twitter that Ostia would pay.", said("Ostia would pay", "Lund"))
    finds("Ostia insisted again on Friday that it would pay.", said("it would pay", "Ostia"))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ostia repeated its demand for talks in Osta.", "its demand for talks in Osta"),
        ("Ostia repeated the appeal.", "the appeal"),
        ("Ostia reiterated the need for talks.", "the need for talks"),
        ("Ostia renewed its support for Norland.", "its support for Norland"),
        ("Ostia repeated the accusation in Osta.", None),
        ("Ostia renewed the lease of the port.", None),
    ],
)
def test_what_is_said_again(text: str, content: str | None) -> None:
    finds(text, said(content, "Ostia")) if content else finds_nothing(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ostia asked Norland for clear steps after a court struck down the law.", "Norland for clear steps"),
        ("Ostia asked the government for maps.", "the government for maps"),
        ("Lund asked him for a light.", None),
        ("Reuters asked the Ostian government for comment.", None),
        ("Lund asked Berg for years.", None),
        ("Lund asked questions for an hour.", None),
    ],
)
def test_requests(text: str, content: str | None) -> None:
    finds(text, said(content, text.split()[0], act="appeals")) if content else finds_nothing(text)


def test_a_judgement_without_marks() -> None:
    finds("Ostia called the decision unfriendly.", said("the decision unfriendly", "Ostia"))
    finds_nothing("Ostia called the minister early.")


def test_who_reads_a_statement_has_two_titles() -> None:
    finds(
        "According to a statement read by government spokeswoman and first lady Ana Lund, Ostia will pay.",
        said("Ostia will pay", "government spokeswoman and first lady Ana Lund"),
    )
    finds(
        "According to a statement read by government spokeswoman Ana Lund, Ostia will pay.",
        said("Ostia will pay", "government spokeswoman Ana Lund"),
    )
