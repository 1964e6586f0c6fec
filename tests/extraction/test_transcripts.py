"""Transcripts: what begins a turn, whose words it holds, and what is no transcript."""

from __future__ import annotations

import pytest

from tests.extraction.expecting import extract, finds, finds_nothing, said
from tests.timing import processor_seconds


def turns(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_turns_of_a_transcript() -> None:
    finds(
        turns("Question: Will talks go on?", "Answer: They will.", "IVO LUND: We agree.", "We always did."),
        said("They will.", "Answer", rule="transcript-turn", confidence="turn of a transcript"),
        said(["We agree.", "We always did."], "IVO LUND", kind="direct"),
    )


@pytest.mark.parametrize(
    ("asks", "answers", "source"),
    [
        ("Q: Why?", "A: We had to.", "A"),
        ("Q. Why?", "A. We had to.", "A"),
        ("Q2. Why?", "A2. We had to.", "A2"),
        ("Вопрос: Why?", "Ответ: We had to.", "Ответ"),
        ("Frage: Why?", "Antwort: We had to.", "Antwort"),
        ("Question 2: Why?", "MR LUND: We had to.", "MR LUND"),
        ("Q  Mr. President, why?", "THE PRESIDENT:  We had to.", "THE PRESIDENT"),
        ("Journalist: Why?", "Foreign Minister Lund: We had to.", "Foreign Minister Lund"),
        (
            "Question: Why?",
            "Ivo Lund, Foreign Minister of Ostia: We had to.",
            "Ivo Lund, Foreign Minister of Ostia",
        ),
        ("Question: Why?", "Deputy spokesperson: We had to.", "Deputy spokesperson"),
        ("Question: Why?", "Ivo Lund, head of the school: We had to.", "Ivo Lund, head of the school"),
        ("Question (Morgen): Why?", "LUND:\n\nWe had to.", "LUND"),
    ],
)
def test_whoever_answers_is_the_source_and_whoever_asks_says_nothing(
    asks: str, answers: str, source: str
) -> None:
    finds(turns(asks, answers, asks), said("We had to.", source))


def test_a_question_and_its_answer_in_one_paragraph_are_two_turns() -> None:
    finds(
        turns("Q: Will talks go on? A: They will. We agreed.", "Q: When? A: In June."),
        said("They will. We agreed.", "A"),
        said("In June.", "A"),
    )


def test_a_label_that_only_asks_is_a_reporters() -> None:
    finds(
        turns("Morgen: Why?", "Lund: Why not? We had to.", "Morgen: And now?", "Lund: Peace."),
        said("Why not? We had to.", "Lund"),
        said("Peace.", "Lund"),
    )
    finds(
        turns("Mr. Holt (Varia): What are we waiting for?", "Lund: We had to.", "Lund: Peace."),
        said("What are we waiting for?", "Mr. Holt (Varia)"),
        said("We had to.", "Lund"),
        said("Peace.", "Lund"),
    )


def test_names_on_lines_of_their_own() -> None:
    finds(
        turns("Ivo Lund", "We agree.", "We always did.", "Anna Keller", "I do not.", "Ivo Lund", "A pity."),
        said(["We agree.", "We always did."], "Ivo Lund"),
        said("I do not.", "Anna Keller"),
        said("A pity.", "Ivo Lund"),
    )
    finds_nothing(turns("The North", "It is calm.", "The South", "It is not.", "The West", "It rains."))


def test_dashes_that_ask_and_answer_by_turns() -> None:
    finds(
        turns("— Why did you go?", "— We had to.", "It was late.", "— And now?", "— Peace."),
        said(["We had to.", "It was late."]),
        said("Peace."),
    )
    finds_nothing(turns("The plan has four parts:", "— peace;", "— trade;", "— Who pays?", "— schools."))


def test_questions_to_you_without_a_label() -> None:
    finds(
        turns(
            "Will the talks go on? Ivo Lund told us over tea.",
            "Why did you go?",
            "I had to.",
            "We were alone there.",
            "And did your ministry agree?",
            "Our ministry never agrees.",
            "What comes next?",
            "Peace. I am sure of it.",
        ),
        said(["I had to.", "We were alone there."]),
        said("Our ministry never agrees."),
        said("Peace. I am sure of it."),
    )
    finds_nothing(
        turns(
            "Why did it fail?", "The sides had no plan.", "At what cost?", "Ten years.", "And now?", "Peace."
        )
    )


def test_stage_directions_are_no_words_of_the_speaker() -> None:
    finds(
        turns(
            "LUND: We agree. (Applause.) We always did.",
            "[Laughter]",
            "(BEGIN VIDEO CLIP)",
            "Question: Why?",
            "LUND: (via interpreter) The agency (IAEA) agrees with [the] ministry.",
        ),
        said(["We agree.", "We always did."], "LUND"),
        said("The agency (IAEA) agrees with [the] ministry.", "LUND"),
    )


def test_what_a_record_adds_to_a_name_is_no_part_of_it() -> None:
    finds(
        turns(
            "Ms. Varn (Varia) (spoke in French): Varia laid no mines.",
            "The President: Order, please.",
            "Ms. Varn (Varia): None.",
        ),
        said("Varia laid no mines.", "Ms. Varn (Varia)"),
        said("Order, please.", "The President"),
        said("None.", "Ms. Varn (Varia)"),
    )


def test_narration_before_and_after_the_turns_is_read_as_narration() -> None:
    finds(
        turns(
            "Lund met the paper on Monday. He said the talks had failed.",
            "They had lasted for a week.",
            "Morgen: Why did they fail?",
            "Lund: Nobody listened.",
            "Photo: The Lund family",
            "Morgen: And now?",
            "Lund: Peace.",
            "The interview was conducted by Ida Holm.",
            "Lund was born in Ostia. His party said the talks would go on.",
        ),
        said("the talks had failed", "He"),
        said("Nobody listened.", "Lund"),
        said("Peace.", "Lund"),
        said("the talks would go on", "His party"),
    )


def test_a_last_turn_is_not_many_times_as_long_as_the_others() -> None:
    rest = [f"The front was calm on day {day}." for day in range(9)]
    asked = turns("Morgen: Why?", "Lund: We had to.", "Morgen: And now?", "Lund: Peace.")
    finds(turns(asked, *rest), said("We had to.", "Lund"), said("Peace.", "Lund"))
    finds(turns(asked, *rest[:2]), said("We had to.", "Lund"), said(["Peace.", *rest[:2]], "Lund"))


def test_a_few_labels_in_a_long_text_make_no_transcript() -> None:
    story = turns(*["The front is calm today."] * 20)
    finds_nothing(f"Summary: The war.\n\n{story}\n\nOutlook: The front.\n\nSummary: The talks.")


@pytest.mark.parametrize(
    "text",
    [
        "Background: The war began in May.\n\nThe front is calm today.",
        "Time: 10:00\n\nSource: TASS\n\nPhoto: AFP\n\nTags: war, peace\n\nSource: TASS",
        "Read more: Talks fail.\n\nRead more: Talks go on.\n\nRead more: Talks end.",
        "Lund: 46.\n\nKeller: 12.\n\nLund: 58.",
        "Lund: All Talks On The Border Have Failed.\n\nThe front is calm.\n\nIt rains.",
        "A. Lund wrote to us.\n\nA. Lund left the party.",
    ],
)
def test_no_transcript(text: str) -> None:
    finds_nothing(text)


def test_a_sentence_that_a_colon_parts_is_no_turn() -> None:
    finds(
        turns(*["The minister added: we agree on the plan."] * 3),
        *[said("we agree on the plan", "The minister", cue="added")] * 3,
    )


@pytest.mark.parametrize(
    "piece",
    [
        "Lund: a.\n\n",
        "Lund: a?\n\n",
        "— a?\n\n— b.\n\n",
        "Ivo Lund\n\nWe.\n\nKeller\n\nNo.\n\n",
        "Q: a? A: b. ",
        "Q: ",
        "A: (LAUGHTER AND ",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    texts = [piece * (size // len(piece)) for size in (6_000, 24_000)]
    small, large = (processor_seconds(lambda text=text: extract(text)) for text in texts)
    assert large < 12 * small + 0.1


def test_whoever_mostly_asks_is_the_interviewer_and_a_narrator_may_follow() -> None:
    finds(
        "Post: Why did you go to the valley?\n\nLund: We had to. There was no other way.\n\n"
        "Post: Critics doubt it.\n\nLund: Let them. We have a plan and it works.\n\n"
        "Post: And now?\n\nLund: Now we wait for Norland.\n\n"
        "“Ask the states,” he said, and left.",
        said("We had to. There was no other way.", "Lund"),
        said("Let them. We have a plan and it works.", "Lund"),
        said("Now we wait for Norland.", "Lund"),
        said("Ask the states,", "he"),
    )
    finds(
        "KELLER: Why now? We had a plan.\n\nLUND: We had to act.\n\n"
        "KELLER: We had one.\n\nLUND: No, we did not.",
        said("Why now? We had a plan.", "KELLER"),
        said("We had to act.", "LUND"),
        said("We had one.", "KELLER"),
        said("No, we did not.", "LUND"),
    )
