"""Content: where attributed words begin and end, and of which kind they are."""

from __future__ import annotations

import pytest

from tests.extraction.expecting import finds, finds_nothing, said

EDGES = [
    # The narrator's own words after the content.
    (
        "Norland blamed Ostia for the raid on July 3, leaving ten people dead.",
        said("Ostia for the raid on July 3", "Norland"),
    ),
    (
        "The council urged both sides to hold fire without holding either responsible.",
        said("both sides to hold fire", "The council"),
    ),
    (
        "Keller said Lund “will pay” for the raid on Ostia, her country’s main ally.",
        said("Lund “will pay” for the raid on Ostia", "Keller", kind="mixed"),
    ),
    (
        "Norland condemned the raid, which was also denounced by Ostia.",
        said("the raid", "Norland"),
    ),
    (
        "Norland urged Ostia to accept the plan that was rejected by the council.",
        said("Ostia to accept the plan", "Norland"),
    ),
    (
        "Keller said talks had failed, but declined to say why.",
        said("talks had failed", "Keller"),
    ),
    (
        "Keller said talks had failed, but that new ones would come.",
        said("talks had failed, but that new ones would come", "Keller"),
    ),
    # What belongs to the content.
    (
        "Norland pledged to help Ostia, including with aid.",
        said("to help Ostia, including with aid", "Norland"),
    ),
    (
        "Norland accused Ostia of breaking the truce, shelling villages and posing a threat.",
        said("Ostia of breaking the truce, shelling villages and posing a threat", "Norland"),
    ),
    (
        "The ministry said the army, the navy and the police had left.",
        said("the army, the navy and the police had left", "The ministry"),
    ),
    # Another speaker, or another verb.
    (
        "Norland said it had won, while Ostia said it had not lost.",
        said("it had won", "Norland"),
        said("it had not lost", "Ostia"),
    ),
    (
        "Keller said the plan had failed, adding that talks would go on.",
        said("the plan had failed", "Keller"),
        said("talks would go on", "Keller", cue="adding"),
    ),
    (
        "The ministry said the two ministers had confirmed they were ready.",
        said("the two ministers had confirmed they were ready", "The ministry"),
    ),
    # The cue stands last, or in the middle.
    (
        "Other powers should avoid any step that may harm the truce, Lund said on Tuesday.",
        said("Other powers should avoid any step that may harm the truce", "Lund", kind="indirect"),
    ),
    (
        "They stressed the need for calm and expressed “deep concern,” added the statement.",
        said("They stressed the need for calm and expressed “deep concern,”", "the statement", kind="mixed"),
    ),
    ("The talks, Keller said, will go on in May.", said(["The talks", "will go on in May"], "Keller")),
    ("OSTIA — Talks will go on in May, Keller said.", said("Talks will go on in May", "Keller")),
    ("Still, he said, talks go on as planned.", said("talks go on as planned", "he")),
    ("In the end, he said, talks go on.", said(["In the end", "talks go on"], "he", rule="clause-round-cue")),
    ("As Keller noted, both sides have lost.", said("both sides have lost", "Keller")),
    ("As Keller noted, in May both sides left.", said("in May both sides left", "Keller")),
    ("That’s why, he argued, both sides left.", said(["That’s why", "both sides left"], "he")),
    ("That, he said, will be easier.", said(["That", "will be easier"], "he")),
    ("The plan, a source said, is to wait.", said(["The plan", "is to wait"], "a source")),
    (
        "The talks failed, he said, so both sides left.",
        said(["The talks failed", "so both sides left"], "he"),
    ),
    ("The talks failed, he said, citing the army.", said("The talks failed", "he")),
    (
        "The envoy also plans to stay in Ostia this summer, Lund said.",
        said("The envoy also plans to stay in Ostia this summer", "Lund"),
    ),
    (
        "Talks have moved to Ostia, Lund said during his visit to be at hand.",
        said("Talks have moved to Ostia", "Lund"),
    ),
    ("“We agree” on all points, he said.", said("“We agree” on all points", "he", kind="mixed")),
    ("When asked, Keller relented.",),
    ("Talks failed, a setback noted in May.",),
    ("On “Good Morning,” Lund said that talks go on.", said("talks go on", "Lund")),
    # Circumstances of the narrator's behind an object.
    ("Norland condemned the raid in a speech.", said("the raid", "Norland")),
    ("Norland condemned the raid after he left.", said("the raid", "Norland")),
    ("Norland condemned the raid before meeting Lund.", said("the raid", "Norland")),
    ("Norland condemned the raid, but Lund left.", said("the raid", "Norland")),
    ("Norland condemned the raid, and left the talks.", said("the raid", "Norland")),
    ("Norland condemned the raid on Monday.", said("the raid on Monday", "Norland")),
    # When the verb happened, between the party spoken of and what is said of it.
    ("Norland accused Ostia on Monday of shelling.", said(["Ostia", "of shelling"], "Norland")),
    ("Norland condemned Ostia on Monday for the raid.", said(["Ostia", "for the raid"], "Norland")),
    ("Norland urged both sides last week to wait.", said("both sides last week to wait", "Norland")),
    ("Norland accused Ostia of shelling on Monday.", said("Ostia of shelling on Monday", "Norland")),
    ("Norland condemned the raid on Monday for gain.", said("the raid on Monday for gain", "Norland")),
    # The speaker's next act, or the narrator's reason.
    ("Norland denied the charges and left the talks.", said("the charges", "Norland")),
    ("Norland blamed Ostia but later thanked it.", said("Ostia", "Norland", act="accuses")),
    (
        "Norland condemned the wounding and killing of hostages.",
        said("the wounding and killing of hostages", "Norland"),
    ),
    (
        "Norland blamed Ostia for shelling a village, but few were there.",
        said("Ostia for shelling a village", "Norland"),
    ),
    (
        "Norland blamed Ostia for shelling a village, a road.",
        said("Ostia for shelling a village, a road", "Norland"),
    ),
    ("Keller called the plan “a farce,” and Lund left.", said("the plan “a farce,”", "Keller")),
    ("Keller called it “a farce,” “a sham.”", said("it “a farce,” “a sham.”", "Keller")),
    (
        "Keller called Mr. Lund’s call on Friday “a plea.”",
        said("Mr. Lund’s call on Friday “a plea.”", "Keller"),
    ),
    (
        "Lund said talks were over and accused Ostia of delay.",
        said("talks were over", "Lund"),
        said("Ostia of delay", "Lund", act="accuses"),
    ),
    ("Lund said envoys left and blamed Ostia.", said("envoys left and blamed Ostia", "Lund")),
    ("Lund left, denouncing the plan and promising more.", said("the plan", "Lund"), said("more", "Lund")),
    ("Lund left, denouncing the plan and seeking more.", said("the plan", "Lund")),
    (
        "Lund left, denouncing those shelling villages and burning fields.",
        said("those shelling villages and burning fields", "Lund"),
    ),
    # What the narrator makes of the words.
    ("Lund said talks had failed, a claim that few believe.", said("talks had failed", "Lund")),
    (
        "The envoys said they would go, compared with ten who would not.",
        said("they would go", "The envoys"),
    ),
    ("Lund said aid was down, higher than in May.", said("aid was down", "Lund")),
    (
        "Lund urged Ostia to accept lower wages, higher taxes and a pact.",
        said("Ostia to accept lower wages, higher taxes and a pact", "Lund"),
    ),
    ("Lund praised Keller, a friend of hers.", said("Keller", "Lund")),
    (
        "Lund promised a road, a school and a bridge.",
        said("a road, a school and a bridge", "Lund"),
    ),
    ("Lund rejected the plan, and the council left.", said("the plan", "Lund")),
    ("Lund rejected the plan; hours later both sides left.", said("the plan", "Lund")),
    (
        "Lund condemned the army, the navy and the police.",
        said("the army, the navy and the police", "Lund"),
    ),
    # A relative clause of the narrator's.
    (
        "Lund said he had the letters, which she called “a gift.”",
        said("he had the letters", "Lund"),
        said("a gift.", "she"),
    ),
    ("Lund said he would go to Ostia, which is at war.", said("he would go to Ostia", "Lund")),
    (
        "Lund said he would go to Ostia, which was at war.",
        said("he would go to Ostia, which was at war", "Lund"),
    ),
    ("Lund said Ostia, which is at war, had lost.", said("Ostia, which is at war, had lost", "Lund")),
    # Occasions, and what only looks like one.
    ("Lund mocked the vote in a video.", said("the vote", "Lund")),
    (
        "Lund mocked questions over her email server.",
        said("questions over her email server", "Lund"),
    ),
    (
        "Lund mocked his ban on Muslims and other statements.",
        said("his ban on Muslims and other statements", "Lund"),
    ),
    # Quotations and what stands round them.
    ("Keller praised “his courage” as he left.", said("his courage", "Keller", kind="mixed")),
    ("Keller said “all agree” that talks failed.", said("“all agree” that talks failed", "Keller")),
    ("Keller yelled “No!” at him.", said("No!", "Keller")),
    ("Keller said „We will not wait any longer“ and left.", said("We will not wait any longer", "Keller")),
    ("Keller said “We will wait” and “Amen.”", said("“We will wait” and “Amen.”", "Keller")),
    ("Keller said as she left, “We agree.”", said("We agree.", "Keller")),
    ("Keller joked, using her full voice, “Amen.”", said("Amen.", "Keller")),
    ("“We agree,” he said in Ostia, the capital, “but we wait.”", said(["We agree,", "but we wait."], "he")),
    (
        "Keller said talks failed: “We left,” she added.",
        said("talks failed", "Keller"),
        said("We left,", "she"),
    ),
    ("“No.” Keller said.", said("No.", "Keller")),
    # Clauses that end where the main clause goes on.
    ("Lund, who said talks failed, left.", said("talks failed", "Lund")),
    ("A day after Lund said talks failed, both sides left.", said("talks failed", "Lund")),
    (
        "As both sides said on Monday that talks had failed, the council left.",
        said("talks had failed", "both sides"),
    ),
    (
        "Lund, noting the size of the crowd, said talks go on.",
        said("the size of the crowd", "Lund"),
        said("talks go on", "Lund"),
    ),
    ("Lund left, noting the failure, which hurt.", said("the failure", "Lund")),
    (
        "Whatever was won in May, he said, could be lost.",
        said(["Whatever was won in May", "could be lost"], "he"),
    ),
    # The verb's own insertions.
    ("Lund said on air, where he is heard daily, that talks failed.", said("talks failed", "Lund")),
    ("Lund asked both sides whether talks had failed.", said("whether talks had failed", "Lund")),
    ("Lund called again for a truce.", said("a truce", "Lund", act="appeals")),
    ("Lund has called for increased aid.", said("increased aid", "Lund")),
    ("Lund promised on Sunday in a speech to help.", said("to help", "Lund")),
    ("Lund urged Ostia “to hold fire.”", said("Ostia “to hold fire.”", "Lund", kind="mixed")),
    ("Lund dismissed that claim.", said("that claim", "Lund")),
    ("The front is calm, the envoy reported last week.", said("The front is calm", "the envoy")),
    ("The envoy reported last week a calm front.", said("a calm front", "The envoy")),
    ("“No,” Lund said twice - and stayed in Ostia in May.", said("No,", "Lund")),
    ("He had a plan, which he described as “a gift.”", said("a gift.", "he", rule="fronted-label")),
    ("It was a plan that he called “a gift.”", said("a gift.", "he")),
    ("She runs a website called “Peace.”",),
    ("It came after what Lund called a crime.", said("a crime", "Lund", rule="fronted-label")),
    ("It was a raid, which Lund described as a crime.", said("a crime", "Lund", rule="fronted-label")),
    ("After that he called a vote.",),
    ("Norland condemned what it called “a vile act.”", said("what it called “a vile act.”", "Norland")),
    ("Norland condemned what to do.",),
    ("Lund spoke about how talks had failed.", said("how talks had failed", "Lund")),
    ("The envoy proposed nearly $1 million in aid.", said("nearly $1 million in aid", "The envoy")),
    ("Lund questioned whether talks had failed.", said("whether talks had failed", "Lund")),
    ("Lund responded by accusing Ostia of lying.", said("Ostia of lying", "Lund", act="accuses")),
    (
        "The war ended, as reported by the ministry.",
        said("The war ended", "the ministry", lemma="according to"),
    ),
    # A relative clause that closes before what the verb still lacks; one that does not.
    (
        "Lund thanked Ostia, which led the talks, for its patience.",
        said("Ostia, which led the talks, for its patience", "Lund"),
    ),
    (
        "Lund accused Ostia, whose weak, divided army had lost, of lying.",
        said("Ostia, whose weak, divided army had lost, of lying", "Lund"),
    ),
    (
        "Lund urged Ostia, which had lost, to hold fire.",
        said("Ostia, which had lost, to hold fire", "Lund", rule="object-and-infinitive"),
    ),
    ("Lund praised Ostia, which led the talks.", said("Ostia", "Lund")),
    ("Lund announced new aid, part of which is spent.", said("new aid", "Lund")),
    ("Lund announced part of the aid.", said("part of the aid", "Lund")),
    ("We welcome new aid, part of which is spent.", said("new aid, part of which is spent", "We")),
    # "That" behind words of place stands for the noun there.
    (
        "Talks will go on, the envoy said in Osta after a session that ended without a vote.",
        said("Talks will go on", "the envoy"),
    ),
    ("The envoy said after the vote that Ostia had lost.", said("Ostia had lost", "The envoy")),
    ("Lund told reporters that he's ready.", said("he's ready", "Lund")),
    # A hearer with "of" behind a clause; the matter of which somebody is assured.
    (
        "The trains will run, Lund assured students of the academy on Monday.",
        said("The trains will run", "Lund"),
    ),
    ("Lund assured Ostia of his support.", said("Ostia of his support", "Lund")),
    # How long before or after something else it was said.
    ("Lund said he wanted talks, two days after Ostia had left.", said("he wanted talks", "Lund")),
    (
        "Lund said talks had “failed,” hours before the vote in Osta.",
        said("talks had “failed,”", "Lund", kind="mixed"),
    ),
    ("Lund said it had left two days after Ostia.", said("it had left two days after Ostia", "Lund")),
    (
        "Lund said that, two days after Ostia left, talks failed.",
        said("two days after Ostia left, talks failed", "Lund"),
    ),
    # "According to" between a subject and its verb of speech; a clause that tells of speaking alone.
    ("Lund, according to the ministry, urged both sides to wait.", said("both sides to wait", "Lund")),
    (
        "Lund, according to the ministry, left the talks in Osta.",
        said(["Lund", "left the talks in Osta"], "the ministry"),
    ),
    ("According to the ministry, Lund made the appeal in Osta on Monday.",),
    (
        "According to the ministry, Lund made the appeal that failed.",
        said("Lund made the appeal that failed", "the ministry"),
    ),
    (
        "According to the ministry, Lund made the ship ready in Osta.",
        said("Lund made the ship ready in Osta", "the ministry"),
    ),
    # A participle with an agent is no cue.
    ("The field, known as Osta, lies in waters claimed in part by Norland.",),
    ("The talks have failed, Lund said by phone.", said("The talks have failed", "Lund")),
    ("Lund dismissed as “idle” reports that talks failed.", said("“idle” reports that talks failed", "Lund")),
    ("The plan was dismissed as “idle” on Monday.",),
]


@pytest.mark.parametrize("case", EDGES, ids=lambda case: str(case[0])[:40])
def test_content_ends_where_the_narrator_begins(case: tuple[str, dict[str, object]]) -> None:
    text, *expected = case
    finds(text, *expected)


KINDS = [
    ("“We agree,” Keller said.", said("We agree,", "Keller", kind="direct")),
    ("Keller said: “We agree.”", said("We agree.", "Keller", kind="direct")),
    ("Keller said that “the talks go on.”", said("the talks go on.", "Keller", kind="direct")),
    ("Keller said the talks were “of no use.”", said("the talks were “of no use.”", "Keller", kind="mixed")),
    ("Keller voiced “deep concern” over it.", said("“deep concern” over it", "Keller", kind="mixed")),
    ("Keller said the talks go on.", said("the talks go on", "Keller", kind="indirect")),
    ('Keller confirmed "readiness for talks".', said("readiness for talks", "Keller", kind="mixed")),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kind(text: str, expected: dict[str, object]) -> None:
    finds(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "The film “Silent Border” opened in Ostia on Monday.",
        "The general, known as “the Fox”, arrived on Monday.",
        "The meeting was attended by Keller, Lund and other officials.",
        "Minister Says Talks Go On",
    ],
)
def test_words_without_a_cue_are_no_statement(text: str) -> None:
    finds_nothing(text)
