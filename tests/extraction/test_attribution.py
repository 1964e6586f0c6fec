"""Statements joined from cue, source and content: relays, occasions, pieces."""

from __future__ import annotations

import pytest

from tests.extraction.expecting import extract, finds, finds_nothing, said


def test_a_quotation_after_its_sentence_keeps_its_speaker() -> None:
    finds(
        "“We agree,” Keller told reporters in Ostia. “We always did.”",
        said(
            ["We agree,", "We always did."],
            "Keller",
            kind="direct",
            confidence="quotation with explicit verb",
        ),
    )


def test_a_quotation_split_round_its_cue_is_one_statement() -> None:
    finds(
        "“We agree,” Keller said, “and we always did.”", said(["We agree,", "and we always did."], "Keller")
    )


def test_a_quotation_in_the_next_paragraph_is_marked_as_continued() -> None:
    finds(
        "Keller said Norland was ready.\n\n“We always were.”",
        said(
            ["Norland was ready", "We always were."],
            "Keller",
            kind="mixed",
            confidence="quoted words continued from the sentence before",
        ),
    )


def test_a_quotation_after_the_narrators_own_sentence_has_no_speaker() -> None:
    finds("“We agree,” Keller said.\n\nShe was elected in May.\n\n“Forward.”", said("We agree,", "Keller"))


def test_paragraphs_that_each_open_and_only_the_last_closes_are_one() -> None:
    finds(
        "Keller said: “We agree.\n\n“We always did.\n\n“We shall.” She left.",
        said(["We agree.", "We always did.", "We shall."], "Keller"),
    )


def test_whoever_passes_words_on_is_not_their_speaker() -> None:
    for text in ("“We will go on,” Lund said, TASS reported.", '"We will go on," Lund said, TASS reported.'):
        finds(text, said("We will go on,", "Lund", kind="direct", agency="TASS"))
    finds(
        "Lund said talks will go on, Reuters reported.",
        said("talks will go on", "Lund", kind="indirect", agency="Reuters"),
    )
    finds("“We agree,” Lund said, the gazette reported.", said("We agree,", "Lund", agency="the gazette"))
    finds("They urged restraint, the statement said.", said("They urged restraint", "the statement"))
    finds(
        "Lund urged Ostia to pay, the Osta Post reports citing Interfax.",
        said("Ostia to pay", "Lund", agency="the Osta Post"),
    )
    finds(
        "Lund urged Ostia to pay, the ministry said citing Berg.",
        said("Lund urged Ostia to pay", "the ministry", agency=None),
    )
    finds(
        "Lund described the flights as “a shame,” the Kyodo news agency reported.",
        said("the flights as “a shame,”", "Lund", agency="Kyodo"),
    )


def test_another_speaker_takes_over_behind_a_comma_and_as() -> None:
    finds(
        "Norland vowed to fight on, as Ostia urged both sides to wait.",
        said("to fight on", "Norland"),
        said("both sides to wait", "Ostia"),
    )
    finds("Norland vowed to fight as Ostia fought.", said("to fight as Ostia fought", "Norland"))


@pytest.mark.parametrize(
    ("text", "speaker", "agency"),
    [
        ("The road was open again, Interfax reports citing the Road Office.", "the Road Office", "Interfax"),
        ("Reuters reported, citing two envoys, that the road was open again.", "two envoys", "Reuters"),
        ("Citing the Road Office, Interfax said the road was open again.", "the Road Office", "Interfax"),
        ("The news site Osta24 reported, citing Lund, that the road was open again.", "Lund", "Osta24"),
        ("The ministry said the road was open again, citing the army.", "The ministry", None),
    ],
)
def test_whom_a_relay_cites_is_the_speaker(text: str, speaker: str, agency: str | None) -> None:
    [found] = extract(text)
    said_by, [content] = [text[slice(*span)] for span in found.sources], found.content
    relay = text[slice(*found.agency)] if found.agency else None
    assert (said_by, relay) == ([speaker], agency)
    assert text[slice(*content)].lower().endswith("the road was open again")


def test_the_name_of_a_conference_is_not_what_was_said_there() -> None:
    finds(
        "The families will return, Lund said at the conference “Safe Return: Prospects” in Osta.",
        said("The families will return", "Lund"),
    )
    finds("Lund said at the conference “We agree.”", said("We agree.", "Lund"))


def test_cues_share_a_subject_behind_a_quoted_comma() -> None:
    finds(
        "The sides affirmed “their resolve to build trust,” agreed to open an office and invited Ostia.",
        said("their resolve to build trust,", "The sides"),
        said("to open an office", "The sides"),
        said("Ostia", "The sides"),
    )


def test_a_simple_past_does_not_go_on_with_what_had_been() -> None:
    finds(
        "Lund said there had been no raid at all and accused Ostia of lying.",
        said("there had been no raid at all", "Lund"),
        said("Ostia of lying", "Lund"),
    )
    finds("Lund said the army had left and urged calm.", said("the army had left and urged calm", "Lund"))


def test_what_the_speaker_does_next_is_no_part_of_what_it_had_done() -> None:
    finds(
        "The mission said it had sent tents and voiced concern over the camp.",
        said("it had sent tents", "The mission"),
        said("concern over the camp", "The mission"),
    )
    finds(
        "The mission said it was saddened by the news and urged both sides to hold fire.",
        said("it was saddened by the news", "The mission"),
        said("both sides to hold fire", "The mission"),
    )
    finds(
        "Talks must go on, Lund stressed, and offered to host them.",
        said("Talks must go on", "Lund"),
        said("to host them", "Lund"),
    )
    finds(
        "Lund said envoys had met Berg and urged Ostia to pay.",
        said("envoys had met Berg and urged Ostia to pay", "Lund"),
    )
    finds(
        "Lund said he had met her and urged her to pay.", said("he had met her and urged her to pay", "Lund")
    )


def test_an_opinion_that_opens_a_clause_is_its_owners() -> None:
    finds(
        "In Lund's view, the talks have failed.", said("the talks have failed", "Lund's", rule="according-to")
    )
    finds("Berg was firm: in his words, the talks have failed.", said("the talks have failed", "his"))
    finds_nothing("In our view, the talks have failed.")
    finds_nothing("The talks, in his view, have failed.")


def test_a_report_signed_with_a_name_is_relayed() -> None:
    finds(
        "Norland urged Ostia to hold fire, reports Osta Press.",
        said("Ostia to hold fire", "Norland", cue="urged"),
    )
    finds(
        "Norland urged Ostia to hold fire, said the minister.",
        said("Norland urged Ostia to hold fire", "the minister"),
    )


def test_a_medium_that_relays_is_not_the_speaker() -> None:
    finds(
        "According to Ostian state television, the envoy told his hosts that talks failed.",
        said("talks failed", "the envoy", agency="Ostian state television"),
    )
    finds(
        "According to the daily Osta Post, Lund said talks would go on.",
        said("talks would go on", "Lund", agency="Osta Post"),
    )
    finds(
        "According to the ministry, Lund told the envoy that talks failed.",
        said("Lund told the envoy that talks failed", "the ministry", agency=None),
        said("talks failed", "Lund", agency=None),
    )


def test_a_quotation_goes_on_behind_an_aside_between_dashes() -> None:
    finds(
        "“Nobody,” said Ivo Lund, the state’s point man on trade, “will pay” — he paused — “in May.”",
        said(["Nobody,", "will pay", "in May."], "Ivo Lund", kind="direct"),
    )
    finds("“Nobody,” said Lund, “will pay” — he named “the others”.", said(["Nobody,", "will pay"], "Lund"))


def test_what_a_ministry_did_is_what_it_says_it_did() -> None:
    finds(
        "The ministry summoned the ambassador and demanded an explanation, it said.",
        said("The ministry summoned the ambassador and demanded an explanation", "it", kind="indirect"),
    )


def test_a_speaker_named_last_is_not_the_content() -> None:
    finds(
        "Talks failed in May, which hurt both sides, said Ivo Lund, an envoy of Norland.",
        said("Talks failed in May, which hurt both sides", "Ivo Lund, an envoy of Norland"),
    )
    finds("Lund, who was there, said Norland would pay.", said("Norland would pay", "Lund"))
    finds(
        "“We agree,” Malkia Lund, an envoy, told Norland Radio.", said("We agree,", "Malkia Lund, an envoy")
    )


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    finds(
        "Keller added that Lund described “the raid on the border\n\nThis is the second raid.",
        said("Lund described “the raid on the border", "Keller", kind="mixed"),
    )


def test_a_colon_at_the_end_announces_the_next_paragraph() -> None:
    finds(
        "Keller said in a statement:\n\n“We agree.”", said("We agree.", "Keller", occasion="in a statement")
    )


def test_an_agency_is_never_the_speaker() -> None:
    finds(
        "“We agree,” Keller said, according to the TASS news agency.",
        said("We agree,", "Keller", agency="TASS"),
    )
    finds("“We agree,” he said, quoted by Interfax.", said("We agree,", "he", agency="Interfax"))
    finds("A source told AFP that talks go on.", said("talks go on", "A source", agency="AFP"))
    finds(
        "“We agree,” he said, answering a question from TASS about the plan.",
        said("We agree,", "he"),
    )
    finds(
        "Speaking to TASS on Friday, Keller said talks go on.",
        said("talks go on", "Keller", agency="TASS"),
    )
    finds(
        "Keller was quoted by the Interfax news agency as saying that talks go on.",
        said("talks go on", "Keller", agency="Interfax"),
    )


def test_a_passive_report_names_its_speaker() -> None:
    finds(
        "“We agree,” the minister was reported to say on Tuesday.",
        said("We agree,", "the minister", lemma="say"),
    )


def test_occasion_stands_beside_the_cue() -> None:
    finds(
        "Keller said in a phone call that talks go on.",
        said("talks go on", "Keller", occasion="in a phone call"),
    )
    finds("Keller at a briefing said talks go on.", said("talks go on", "Keller", occasion="at a briefing"))
    finds(
        "In a statement, Keller said talks go on.", said("talks go on", "Keller", occasion="In a statement")
    )
    finds(
        "“We agree,” Lund tweeted after meeting with a delegation.",
        said("We agree,", "Lund", occasion="after meeting with a delegation"),
    )


def test_according_to_on_either_side_and_inside() -> None:
    finds(
        "According to the ministry, the front is calm.",
        said("the front is calm", "the ministry", kind="indirect"),
    )
    finds("The front is calm, according to the ministry.", said("The front is calm", "the ministry"))
    finds("The front, according to the ministry, is calm.", said(["The front", "is calm"], "the ministry"))
    finds("According to their estimates, the front is calm.", said("the front is calm", "their"))
    finds_nothing("All went according to plan.")


def test_a_position_is_a_cue() -> None:
    finds("Norland’s position is that talks go on.", said("talks go on", "Norland", cue="position is"))
    finds_nothing("Its position in the north is weak.")


def test_the_narrator_goes_on_after_but() -> None:
    finds(
        "According to Keller, the front is calm, but shelling is heard daily.",
        said("the front is calm", "Keller"),
    )


def test_the_speaker_named_in_the_sentence_after() -> None:
    finds(
        "Norland calls on all sides to hold fire. This was stated at a briefing by Ivo Lund, the spokesman.",
        said(
            "all sides to hold fire", "Ivo Lund, the spokesman", confidence="inferred from the sentence after"
        ),
    )


def test_repeated_calls_are_a_cue() -> None:
    finds(
        "Norland has made repeated calls for a truce and offered to host talks.",
        said("a truce", "Norland", act="appeals"),
        said("to host talks", "Norland", act="offers"),
    )


def test_a_question_or_a_modal_is_no_statement() -> None:
    finds_nothing("Keller could say more. Would Lund agree?")


def test_a_word_that_points_elsewhere_is_no_content() -> None:
    finds_nothing("Norland made a proposal. Ostia rejected it.")
    finds("Ostia rejected the plan.", said("the plan", "Ostia", cue="rejected"))


def test_a_clause_with_as_does_not_take_the_quotation_before_it() -> None:
    finds("“We agree,” Ivo Lund said as Ostia threatened.", said("We agree,", "Ivo Lund"))
