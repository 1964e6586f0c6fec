"""Words whose cue stands in another sentence."""

from __future__ import annotations

from tests.extraction.expecting import finds, finds_nothing, said

CONTINUED = "quoted words continued from the sentence before"


def test_the_second_sentence_of_a_quotation_keeps_its_speaker() -> None:
    finds(
        "“We agree,” Lund said in Ostia. “We always did.” They left.",
        said(["We agree,", "We always did."], "Lund", confidence="quotation with explicit verb"),
    )
    finds("“We agree,” Lund said. He left. “We always did.”", said("We agree,", "Lund"))
    finds(
        "“We agree,” Lund said in Ostia, where Ivo Keller also spoke. “We always did.”",
        said(["We agree,", "We always did."], "Lund"),
    )
    finds(
        "“We agree,” Lund said, and Keller replied:\n\n“We do not.”",
        said("We agree,", "Lund"),
        said("We do not.", "Keller"),
    )


def test_the_second_half_of_a_quotation_keeps_its_speaker() -> None:
    finds(
        "“We agree,” said Lund, “and we wait.” “It is late.”",
        said(["We agree,", "and we wait.", "It is late."], "Lund"),
    )


def test_a_paragraph_of_quotation_joins_the_speaker_before() -> None:
    finds(
        "“We agree,” Lund said.\n\n“We always did.”",
        said(["We agree,", "We always did."], "Lund", confidence=CONTINUED),
    )
    finds(
        "Lund said talks go on.\n\n“We always wanted them.”",
        said(["talks go on", "We always wanted them."], "Lund", kind="mixed", confidence=CONTINUED),
    )


def test_paragraphs_that_close_no_mark_go_with_the_one_that_does() -> None:
    finds(
        "“We agree,” said Lund. “So be it.”\n\n“Talks go on.\n\n“They are long,” said Keller.",
        said(["We agree,", "So be it."], "Lund", confidence="quotation with explicit verb"),
        said(["Talks go on.", "They are long,"], "Keller"),
    )
    finds(
        "“We agree,” said Lund.\n\n“Talks go on.\n\n“They are long.”\n\nKeller left.",
        said(["We agree,", "Talks go on.", "They are long."], "Lund", confidence=CONTINUED),
    )
    finds(
        "“We agree,” said Lund.\n\n“Talks go on.\n\nKeller said they fail.",
        said(["We agree,", "Talks go on."], "Lund", confidence=CONTINUED),
        said("they fail", "Keller"),
    )
    finds(
        "They met.\n\n“Talks go on.\n\n“They are long,” said Keller.",
        said(["Talks go on.", "They are long,"], "Keller"),
    )


def test_a_paragraph_behind_another_speaker_stays_alone() -> None:
    finds("“We agree,” Lund said.\n\nKeller shook her head.\n\n“We never did.”", said("We agree,", "Lund"))


def test_an_answer_is_not_the_questioners() -> None:
    finds("“Why did you go?” asked Keller.\n\n“We had to.”", said("Why did you go?", "Keller"))
    finds(
        "Keller asked whether talks go on.\n\n“They do.”\n\n“We met.”",
        said("whether talks go on", "Keller"),
    )
    finds(
        "“Have you no shame?” Keller asked. “This is a disgrace.”",
        said(["Have you no shame?", "This is a disgrace."], "Keller"),
    )


def test_a_colon_announces_the_quotation_of_the_next_paragraph() -> None:
    finds(
        "Lund set them right:\n\n“We agree. We always did.\n\n“Talks go on.”",
        said(["We agree. We always did.", "Talks go on."], "Lund", rule="quotation-after-colon", cue=None),
    )
    finds(
        "The ministry issued the following statement:\n\n“We agree.”",
        said("We agree.", "The ministry", confidence="quotation after a colon"),
    )
    finds_nothing("The plan has two parts:\n\n“Peace for all.”")
    finds_nothing("It shows in how the ministry rated this statement:\n\n“We agree.”")
    finds_nothing("Lund set them right:\n\nTalks go on in May.")
    finds_nothing("Related:\n\n“Peace for all.”")
