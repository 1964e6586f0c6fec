"""Quotations that no listed verb credits: a verb beside them, a colon before, a name behind."""

from __future__ import annotations

from tests.extraction.expecting import finds, finds_nothing, said


def test_an_unlisted_verb_beside_a_quotation_is_a_cue() -> None:
    finds(
        "“We will not yield,” barked Ivo Lund.",
        said("We will not yield,", "Ivo Lund", rule="quotation-beside-verb"),
    )
    finds("“We will not yield,” Ivo Lund barked.", said("We will not yield,", "Ivo Lund", lemma="barked"))
    finds(
        "Ivo Lund barked, “We will not yield.”",
        said("We will not yield.", "Ivo Lund", confidence="quotation with a verb beside it"),
    )


def test_a_verb_with_an_object_of_its_own_is_none() -> None:
    finds_nothing("The sign, “Road closed,” blocked the bridge.")
    finds_nothing("Ivo Lund visited “No Land” in May.")


def test_an_unlisted_verb_may_give_a_name() -> None:
    finds("Lund heralded the pact as a “breakthrough.”", said("the pact as a “breakthrough.”", "Lund"))
    finds("Lund admires the envoy as a “strong hand.”", said("the envoy as a “strong hand.”", "Lund"))
    finds_nothing("Lund served as “the Fox” for years.")


def test_a_colon_announces_a_quotation() -> None:
    finds(
        "Anna Keller had one message: “Talks go on in May.”",
        said("Talks go on in May.", "Anna Keller", rule="quotation-after-colon", cue=None),
    )
    finds(
        "That was no surprise to Minister Anna Keller: “Talks go on in May.”",
        said("Talks go on in May.", "Minister Anna Keller"),
    )
    finds_nothing("He listed his aims: “peace” and “trade”.")
    finds_nothing("The film was about the war: “Silent Border”.")


def test_a_name_signs_a_quotation() -> None:
    finds(
        "“Talks go on in May.” — Anna Keller, foreign minister",
        said(
            "Talks go on in May.", "Anna Keller, foreign minister", confidence="quotation signed with a name"
        ),
    )
    finds_nothing("“Silent Border” — a first for the region.")


def test_a_paragraph_after_a_colon_needs_no_marks() -> None:
    finds(
        "Keller wrote on Monday:\n\nTalks go on in May. We always wanted them.\n\nShe left.",
        said(["Talks go on in May.", "We always wanted them."], "Keller", kind="direct"),
    )
    finds("Keller wrote on Monday that talks go on.\n\nThey left.", said("talks go on", "Keller"))


def test_a_sentence_that_is_mostly_quotation_keeps_the_speaker() -> None:
    finds(
        "“We agree,” Keller said. But “nothing is sure until both sides have signed the pact.”",
        said(["We agree,", "nothing is sure until both sides have signed the pact."], "Keller"),
    )
    finds("“We agree,” Keller said. The “road map” was drawn in May.", said("We agree,", "Keller"))


def test_a_quotation_after_a_cue_without_content() -> None:
    finds("Keller replied in Ostia. “We agree.”", said("We agree.", "Keller", lemma="reply"))
    finds_nothing("Keller spoke in Ostia. They left.")
