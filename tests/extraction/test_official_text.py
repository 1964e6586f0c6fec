"""Official texts: which texts are, and the positions, clauses and joint speakers that they hold."""

from __future__ import annotations

import pytest

from statements.extraction.official import is_official
from statements.records import paragraph_spans
from tests.extraction.expecting import Expected, extract, finds, finds_nothing, said
from tests.timing import processor_seconds

HEADING = "Statement by the Ministry of Foreign Affairs of Ostia"


def released(*paragraphs: str) -> str:
    """Paragraphs under the heading of an official text."""
    return "\n\n".join([HEADING, *paragraphs])


# --- the genre -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Joint Statement of the Foreign Ministers of Ostia and Varia\n\nThe front is calm.",
        "Ministry of Trade\n\nPress release\n\nThe front is calm.",
        "READOUT: The talks in Brenn\n\nThe front is calm.",
        "We strongly condemn the raid on Mosta.",
        "The front is calm. The Ministry calls on Varia to keep it so.",
        "Lund and Keller met in Brenn. The two sides discussed trade.",
        "The Sea Council,\n\nNoting the report,\n\nAlarmed by the raid,\n\n1. Condemns it.",
    ],
)
def test_official(text: str) -> None:
    assert is_official(text, list(paragraph_spans(text)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Joint statement angers Ostia\n\nThe front is calm.",
        "Ostia condemned the raid. “We condemn it,” Lund said. We met him in his office.",
        "We believe that the talks will fail. The ministry says that they go on.",
        "The two sides discussed what Lund calls “trade.”",
        "The ministry in the capital, which condemns every raid, was silent.",
    ],
)
def test_not_official(text: str) -> None:
    assert not is_official(text, list(paragraph_spans(text)))


# --- positions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ostia regrets the decision.", said("the decision", "Ostia", rule="position")),
        ("The Ministry takes due note of the report.", said("the report", "The Ministry")),
        (
            "The Ministry is deeply concerned by the raid on Mosta.",
            said("the raid on Mosta", "The Ministry", cue="concerned by"),
        ),
        ("We are alarmed by reports that talks failed.", said("reports that talks failed", "We")),
        ("We are committed to the truce.", said("the truce", "We")),
        ("We are committed to host the talks.", said("to host the talks", "We", act="pledges")),
        ("The embassy remains alarmed at the news.", said("the news", "The embassy")),
        ("We are convinced that the talks will go on.", said("the talks will go on", "We")),
        ("We firmly believe that the talks will go on.", said("the talks will go on", "We")),
        ("We stand ready to host the talks.", said("to host the talks", "We", act="offers")),
        (
            "We view with deep concern the report of the envoys.",
            said("the report of the envoys", "We", cue="view with deep concern"),
        ),
        (
            "We learned with sorrow of the death of the envoy.",
            said("the death of the envoy", "We", cue="learned with sorrow of"),
        ),
        (
            "Ostia extends its heartfelt condolences to his family.",
            said("its heartfelt condolences to his family", "Ostia"),
        ),
        ("Ostia reserves the right to respond.", said("the right to respond", "Ostia", act="warns")),
        (
            "We do not recognise the annexation of Mosta.",
            said("the annexation of Mosta", "We", act="rejects", cue="do not recognise"),
        ),
        ("We draw attention to the duty of all states.", said("the duty of all states", "We")),
        (
            "On behalf of the people of Ostia, we support the plan.",
            said("the plan", "we", act="supports"),
        ),
    ],
)
def test_positions_of_an_official_text(sentence: str, expected: Expected) -> None:
    finds(released(sentence), expected)
    finds_nothing(f"The front was calm on Monday. {sentence}".replace("We ", "They ").replace("we ", "they "))


@pytest.mark.parametrize(
    "sentence",
    [
        "Varia supports armed groups.",
        "The people of Ostia support the plan.",
        "The Ministry was built in 1911 to support trade.",
        "Ostia may regret the decision.",
        "Their support for the plan is known.",
        "The road was extended to Mosta in May.",
        "The sides held talks in Brenn.",
        "Do we regret the decision?",
        "The concerned ministry was built in 1911.",
    ],
)
def test_no_positions(sentence: str) -> None:
    finds_nothing(released(sentence))


def test_acts_joined_by_and_share_their_subject() -> None:
    finds(
        released("The Ministry is concerned by the raid, and draws attention to the truce."),
        said("the raid", "The Ministry"),
        said("the truce", "The Ministry"),
    )
    finds(
        released("We welcome the report and demand the release of the crew."),
        said("the report", "We"),
        said("the release of the crew", "We"),
    )
    finds(released("We welcome the peace and support for it."), said("the peace and support for it", "We"))


def test_what_we_add_is_no_narrators() -> None:
    finds(
        released("We condemn the raid, which breaks the truce, and call on Varia to leave."),
        said("the raid, which breaks the truce", "We"),
        said("Varia to leave", "We"),
    )
    finds(
        released("Ostia condemns the raid, which breaks the truce."),
        said("the raid, which breaks the truce", "Ostia"),
    )
    finds(released("Ostia condemned the raid, which broke the truce."), said("the raid", "Ostia"))
    finds(
        released("We call on Ostia to stop and we urge Varia to talk."),
        said("Ostia to stop", "We"),
        said("Varia to talk", "we"),
    )


def test_a_quotation_keeps_its_speaker_beside_a_position() -> None:
    finds(
        released("“This is a grave step,” Minister Lund said, and we support his call for calm."),
        said("This is a grave step,", "Minister Lund", kind="direct"),
        said("his call for calm", "we"),
    )


# --- several speakers ------------------------------------------------------------------------


def test_we_are_those_whom_the_sentence_names() -> None:
    finds(
        "We, the Foreign Ministers of Ostia, Varia and Norland, call on both sides to stop.",
        said("both sides to stop", ["the Foreign Ministers of Ostia", "Varia", "Norland"]),
    )
    finds(
        "We, the Heads of Government, condemn the raid and call on both sides to stop.",
        said("the raid", "We, the Heads of Government"),
        said("both sides to stop", "We, the Heads of Government"),
    )
    finds("We, too, condemn the raid.", said("the raid", "We"))


def test_a_readout_has_joint_speakers() -> None:
    finds(
        "The two leaders discussed trade and the truce. The ministers agreed that talks would go on."
        " Both sides reaffirmed their support for the envoy and exchanged their views on the valley."
        " They held talks.",
        said("talks would go on", "The ministers"),
        said("their support for the envoy", "Both sides"),
    )


# --- declarations ------------------------------------------------------------------------------


def test_clauses_of_a_declaration() -> None:
    speakers = ["The Ministers of Ostia", "Varia"]
    finds(
        "The Ministers of Ostia and Varia, meeting in Brenn,\n\nRecalling the Treaty of Brenn,\n\n"
        "Deeply concerned by the raid,\n\n1. Strongly condemn the raid on Mosta;\n\n"
        "2. Call on all sides to stop, and invite the envoy to report. The raid took place in May.\n\n"
        "3. Decide to meet again.\n\nThe front is calm.",
        said("the Treaty of Brenn", speakers),
        said("the raid", speakers),
        said("the raid on Mosta", speakers, act="condemns"),
        said("all sides to stop", speakers),
        said("the envoy to report", speakers),
        said("to meet again", speakers, rule="declaration-clause"),
    )


def test_a_declaration_in_one_paragraph() -> None:
    finds(
        "Joint declaration\n\nReaffirming their wish for peace, noting the report of the envoys,"
        " the Ministers: 1. call on both sides to stop; 2. condemn the raid on Mosta; and"
        " 3. decide to meet in June.",
        said("their wish for peace", "the Ministers"),
        said("the report of the envoys", "the Ministers"),
        said("both sides to stop", "the Ministers"),
        said("the raid on Mosta", "the Ministers"),
        said("to meet in June", "the Ministers"),
    )


def test_a_list_without_a_subject_or_acts_is_no_declaration() -> None:
    finds_nothing("Press release\n\n1. Condemn the raid;\n\n2. Call on both sides to stop.")
    finds_nothing("Press release\n\nThe Ministers,\n\n1. The raid on Mosta;\n\n2. The talks in Brenn;")


@pytest.mark.parametrize(
    "piece",
    [
        "We condemn a and ",
        "We, A, B and ",
        "1. Condemn a;\n\n",
        "The Ministers,\n\n1. Condemn a;\n\n",
        "a; 1. ",
        "We note with ",
        "is concerned by ",
        "We do not accept a, which ",
        "The sides discussed ",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    texts = [released(piece * (size // len(piece))) for size in (6_000, 24_000)]
    small, large = (processor_seconds(lambda text=text: extract(text)) for text in texts)
    assert large < 12 * small + 0.1
