"""Each frame of the verb table: what it catches and what it leaves alone."""

from __future__ import annotations

import pytest

from statements.extraction.reporting_verbs import REPORTING_VERBS, inflect, look_up
from tests.extraction.expecting import finds, finds_nothing, said

CAUGHT = [
    ("The ministry said that talks would go on.", said("talks would go on", "The ministry", act="states")),
    ("The US said talks would go on.", said("talks would go on", "The US")),
    ("The ministry said talks would go on.", said("talks would go on", "The ministry", kind="indirect")),
    ("The envoy warned that the truce would fail.", said("the truce would fail", "The envoy", act="warns")),
    ("Norland warned Ostia against a new offensive.", said("Ostia against a new offensive", "Norland")),
    ("The minister told reporters that talks go on.", said("talks go on", "The minister", cue="told")),
    ("Norland pledged to send aid.", said("to send aid", "Norland", act="pledges", rule="infinitive")),
    ("Norland threatened to close the border.", said("to close the border", "Norland", act="threatens")),
    ("Norland offered to host talks.", said("to host talks", "Norland", act="offers")),
    ("Both sides agreed to resume talks.", said("to resume talks", "Both sides", act="agrees")),
    ("Norland urged Ostia to hold fire.", said("Ostia to hold fire", "Norland", act="appeals")),
    (
        "Norland called on all parties to hold fire.",
        said("all parties to hold fire", "Norland", cue="called on"),
    ),
    ("Norland attributed the delay to Ostia.", said("the delay to Ostia", "Norland", lemma="attribute")),
    ("Norland ascribed the delay to Ostia.", said("the delay to Ostia", "Norland", lemma="ascribe")),
    ("Norland objected that Ostia had lied.", said("Ostia had lied", "Norland", act="rejects")),
    ("The council called for a ceasefire.", said("a ceasefire", "The council", cue="called for")),
    ("The council demanded an end to the siege.", said("an end to the siege", "The council", act="demands")),
    (
        "Norland accused Ostia of shelling villages.",
        said("Ostia of shelling villages", "Norland", act="accuses"),
    ),
    ("Norland blamed Ostia for the clashes.", said("Ostia for the clashes", "Norland", act="accuses")),
    ("Norland condemned the attack.", said("the attack", "Norland", act="condemns")),
    ("Norland rejected the offer.", said("the offer", "Norland", act="rejects")),
    ("Norland welcomed the truce.", said("the truce", "Norland", act="welcomes")),
    ("Norland thanked Ostia for its help.", said("Ostia for its help", "Norland", act="thanks")),
    ("Norland denied that it had sent troops.", said("it had sent troops", "Norland", act="denies")),
    ("The president announced a state visit.", said("a state visit", "The president", act="announces")),
    ("The president praised the mediators.", said("the mediators", "The president", act="supports")),
    ("The minister called the raid a crime.", said("the raid a crime", "The minister", rule="label")),
    ("The minister called the raid unlawful.", said("the raid unlawful", "The minister", rule="label")),
    ("The envoy explained why talks had failed.", said("why talks had failed", "The envoy")),
    ("Their lawsuit demands his return.", said("his return", "Their lawsuit", act="demands")),
    (
        "Critics of Lund, many of them friends, argue that talks failed.",
        said("talks failed", "Critics of Lund, many of them friends"),
    ),
    ("Norland pressed both sides to step back.", said("both sides to step back", "Norland", act="appeals")),
    ("Norland insists on a new round.", said("a new round", "Norland", act="demands")),
    ("The envoy spoke in favour of talks.", said("talks", "The envoy", act="supports")),
    ("Lund assured Berg of his support.", said("Berg of his support", "Lund", rule="object-and-matter")),
    ("Lund noted with deep regret the delay.", said("the delay", "Lund", cue="noted")),
    ("Norland announced Thursday a ban.", said("a ban", "Norland")),
    ("Norland declared its support for the pact.", said("its support for the pact", "Norland")),
    ("Lund recalled his visit to Osta.", said("his visit to Osta", "Lund", lemma="recall")),
    ("Lund recalled the envoy’s words.", said("the envoy’s words", "Lund", lemma="recall")),
    ("Lund welcomed the decision of President Berg.", said("the decision of President Berg", "Lund")),
    ("The talks, he went on, had failed.", said(["The talks", "had failed"], "he", lemma="go on")),
    ("“No,” the envoy went on. “Never.”", said(["No,", "Never."], "the envoy", lemma="go on")),
    ("We would like to stress that talks go on.", said("talks go on", "We", cue="stress")),
    ("I want to thank Norland for its help.", said("Norland for its help", "I", act="thanks")),
    ("Speaking of “a farce”, Lund left.", said("a farce", "Lund", lemma="speak of")),
    ("Speaking about the raid, Lund said talks go on.", said("talks go on", "Lund")),
    ("Lund invited Berg to Osta.", said("Berg to Osta", "Lund", act="appeals")),
    ("Lund asked who had fired first.", said("who had fired first", "Lund", rule="reported-question")),
    ("Lund called the minister’s words absurd.", said("the minister’s words absurd", "Lund", rule="label")),
    ("Norland regretted that talks had failed.", said("talks had failed", "Norland")),
    ("Lund urged the states concerned to wait.", said("the states concerned to wait", "Lund")),
    ("Two in three said talks failed.", said("talks failed", "Two in three")),
    ("Lund left after saying that talks failed.", said("talks failed", "Lund")),
    ("Lund went on air to say talks failed.", said("talks failed", "Lund")),
    ("Lund spoke about the need for calm.", said("the need for calm", "Lund", lemma="speak about")),
    ("Lund made the point that talks failed.", said("talks failed", "Lund", lemma="make the point")),
    ("Lund agreed with the plan.", said("the plan", "Lund", act="agrees")),
    ("“We agree,” as Lund put it.", said("We agree,", "Lund", lemma="put it")),
    ("Said Lund: “We agree.”", said("We agree.", "Lund")),
    ("“We agree,” Lund will tell parliament.", said("We agree,", "Lund")),
    ("Norland claimed to have left the north.", said("to have left the north", "Norland")),
    ("Norland complained to Ostia about the raid.", said("the raid", "Norland", lemma="complain about")),
    (
        "The ministry summoned the envoy to protest against the raid.",
        said("the raid", "The ministry", lemma="protest against"),
    ),
    ("The other would say only that talks go on.", said("talks go on", "The other")),
    ("Lund said only: “Talks go on.”", said("Talks go on.", "Lund", cue="said")),
    (
        "Norland dismissed as “groundless” a claim to the valley.",
        said("“groundless” a claim to the valley", "Norland", act="rejects"),
    ),
    ("Norland brushed aside a protest.", said("a protest", "Norland", act="rejects")),
    ("Norland backed the plan.", said("the plan", "Norland", act="supports")),
    ("Norland argued against the plan.", said("the plan", "Norland", lemma="argue against")),
    ("Asked about it, Lund said talks go on when pressed.", said("talks go on when pressed", "Lund")),
]


@pytest.mark.parametrize(("text", "expected"), CAUGHT)
def test_frame_catches(text: str, expected: dict[str, object]) -> None:
    finds(text, expected)


LEFT_ALONE = [
    "Norland pressed ahead with the road.",
    "Lund reminded Berg on Friday.",
    "Norland announced Thursday after talks in Osta.",
    "Ostia declared independence in 1991.",
    "Lund welcomed the guest at the airport.",
    "Ostia recalled its envoy on Monday.",
    "Norland recalled two diplomats from Osta.",
    "Welcoming President Berg, Lund lit a candle.",
    "The war went on.",
    "Lund sent his regrets to Berg.",
    "Ostia rarely comments on such raids.",
    "They would like to stress that talks go on.",
    "Speaking about the border, Lund left.",
    "The war, which went on, had cost lives.",
    "They let him say talks failed.",
    "Critics of the plan were heard.",
    "The alleged raid was in May.",
    "Two reports were lost.",
    "Talks failed without Lund saying why.",
    "The warning came too late.",
    "The ministry did not elaborate.",
    "The ministry gave no further details.",
    "The spokesman would not say when talks resume.",
    "The ministry did not release an official statement.",
    "The envoy would not be drawn on the plan.",
    "The spokesman declined to comment.",
    "Neither side has reported violations since then.",
    "Norland wants a lasting peace.",
    "Norland hopes to join the union.",
    "Analysts believe that Norland will resist.",
    "Observers say the truce is fragile.",
    "The minister called his counterpart.",
    "Talks go on in the United States of Norland.",
    "There were reports of shelling.",
    "Phone calls for help went unanswered.",
    "A poem attributed to Lund was read.",
    "A plan ascribed to Lund was read.",
    "The objects that Ostia sent were lost.",
    "The proposed visit was put off.",
    "A reporter asked whether the truce would hold.",
    "What did the minister say?",
    "Lund will say that talks failed.",
    "Lund would say that talks failed.",
    "They came back to the valley.",
    "Norland has backed Ostia in the conflict.",
    "The plan was dismissed as “groundless” by all.",
    "Norland spoke to Ostia.",
    "Lund fell silent when asked about the raid.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_frame_leaves_alone(text: str) -> None:
    finds_nothing(text)


def test_every_row_is_complete() -> None:
    for verb in REPORTING_VERBS:
        assert verb.lemma and verb.act and verb.frames, verb


def test_no_verb_stands_twice_in_the_table() -> None:
    lemmas = [verb.lemma for verb in REPORTING_VERBS]
    assert len(lemmas) == len(set(lemmas))


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", "deny denies denying denied"),
        ("urge", "urge urges urging urged"),
        ("stress", "stress stresses stressing stressed"),
        ("admit", "admit admits admitting admitted"),
    ],
)
def test_regular_verbs_inflect(lemma: str, forms: str) -> None:
    assert list(inflect(lemma)) == forms.split()


def test_the_longest_particle_comes_first() -> None:
    assert [verb.lemma for _, verb in look_up(["called", "for"], 0)] == ["call for", "call"]
