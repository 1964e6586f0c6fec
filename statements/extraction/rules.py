"""The rules: the name that a statement keeps, how sure the rule is, and what it is for.

``catches`` is a text in which the rule finds a statement, ``leaves_alone`` one
that looks alike and in which it finds none; both are tested. The rooms know
the rules by these names.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """One way of finding a statement. ``confidence`` says in words what it rests on."""

    name: str
    confidence: str
    catches: str
    leaves_alone: str


_QUOTED = "quotation with explicit verb"
_REPORTED = "reported clause with explicit verb"
_INFINITIVE = "infinitive after a speech verb"
_OBJECT = "object of a speech verb"
_LABEL = "name given with a speech verb"

_TABLE = (
    Rule(
        "quotation-before-cue", _QUOTED, "“We agree,” Keller said.", "The film “We Agree” opened on Friday."
    ),
    Rule("quotation-after-cue", _QUOTED, "Keller said: “We agree.”", "Keller said the “mission” was over."),
    Rule("reported-clause", _REPORTED, "Keller said talks would go on.", "Keller said nothing."),
    Rule(
        "clause-before-cue",
        _REPORTED,
        "Talks would go on, the ministry said.",
        "Talks would go on, the ministry hopes.",
    ),
    Rule(
        "clause-round-cue",
        _REPORTED,
        "In the end, Keller said, talks would go on.",
        "In the end, Keller left, and talks went on.",
    ),
    Rule("infinitive", _INFINITIVE, "Norland pledged to send aid.", "Norland pledged aid to Ostia."),
    Rule(
        "object-and-infinitive", _INFINITIVE, "Norland urged Ostia to hold fire.", "Norland urged restraint."
    ),
    Rule(
        "reported-question",
        "reported question with explicit verb",
        "Keller asked both sides whether talks would go on.",
        "Keller asked both sides to wait.",
    ),
    Rule("accusation", _OBJECT, "Norland accused Ostia of shelling villages.", "Norland accused Ostia."),
    Rule(
        "object-and-matter",
        _OBJECT,
        "Norland reminded Ostia of its promise.",
        "Norland reminded Ostia on Friday.",
    ),
    Rule(
        "object-and-reason",
        _OBJECT,
        "Norland blamed Ostia for the clashes.",
        "Norland blamed itself on the third day.",
    ),
    Rule("object", _OBJECT, "Norland condemned the attack.", "Norland watched the attack."),
    Rule("label", _LABEL, "The minister called the raid a crime.", "The minister called his counterpart."),
    Rule(
        "fronted-label",
        _LABEL,
        "Lund spoke of the pact, which he called “a farce.”",
        "Lund spoke of the pact, which he called for in May.",
    ),
    Rule(
        "quotation-beside-verb",
        "quotation with a verb beside it",
        "“No more,” barked Lund.",
        "The sign, “No more,” fell on Friday.",
    ),
    Rule(
        "quotation-after-colon",
        "quotation after a colon",
        "Keller had one message: “Talks will go on.”",
        "Keller listed his aims: “peace” and “trade”.",
    ),
    Rule(
        "quotation-signed",
        "quotation signed with a name",
        "“Talks will go on.” — Anna Keller, minister",
        "“Talks go on” — a first for the region.",
    ),
    Rule(
        "according-to",
        "clause with “according to”",
        "According to the ministry, talks failed on Friday.",
        "Talks went on according to plan.",
    ),
    Rule(
        "noun-of-speech",
        "clause with a noun of speech",
        "Norland’s claim that talks had failed came late.",
        "The claim that talks had failed was false.",
    ),
    Rule(
        "passive-with-agent",
        "passive that names the speaker",
        "The raid was condemned by Norland.",
        "The raid was condemned.",
    ),
    Rule(
        "question-of-nobody",
        "question that nobody is said to have put",
        "Asked whether talks would go on, the minister left.",
        "Asked to leave, the minister left.",
    ),
    Rule(
        "passive-of-nobody",
        "passive that names no speaker",
        "It was reported that talks had failed.",
        "The failure of the talks was reported.",
    ),
    Rule(
        "transcript-turn",
        "turn of a transcript",
        "Question: Will the talks go on?\n\nIvo Lund: They will go on in May.",
        "Date: Friday\n\nThe talks went on in May.",
    ),
    Rule(
        "position",
        "position taken in an official text",
        "We condemn the raid.\n\nNorland regrets the loss of life.",
        "Norland regrets the loss of life.",
    ),
    Rule(
        "declaration-clause",
        "clause of a declaration whose subject stands elsewhere",
        "Joint declaration\n\nThe Ministers of Norland and Ostia,\n\n1. Condemn the raid on the harbour;",
        "Joint declaration\n\n1. The raid on the harbour;\n\n2. The talks in Ostia.",
    ),
)

RULES = {rule.name: rule for rule in _TABLE}
