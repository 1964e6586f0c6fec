"""What a speaker does with words: the act of the cue's row, and where its frame shows another."""

from __future__ import annotations

from statements.acts import ACTS
from statements.records import Quotation
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

# Verbs that only carry a noun, and the noun tells the act: "repeated its call for", "voiced support".
CARRIERS = any_of("convey express renew repeat reiterate reaffirm underline underscore stress voice offer")
NOUNS = {
    noun: act
    for act, nouns in {
        "supports": "support solidarity backing endorsement",
        "condemns": "condemnation outrage indignation",
        "thanks": "gratitude thanks appreciation",
        "offers": "readiness willingness offer",
        "appeals": "call calls appeal appeals",
        "demands": "demand demands",
        "rejects": "rejection opposition objection objections",
        "pledges": "commitment pledge promise pledges promises",
        "warns": "warning warnings",
        "threatens": "threat threats",
        "accuses": "accusation accusations",
        "denies": "denial",
    }.items()
    for noun in nouns.split()
}
LONGEST_LEAD = 4  # words before the noun: "its full and unwavering support"

# A frame in which the row's act is not what is done.
BY_FRAME = {("tell", "object-and-infinitive"): "appeals", ("ask", "reported-question"): "states"}


def act_of(reading: Reading, quotation: Quotation) -> str:
    """The act that cue and frame suggest; "states" for one that the table of acts does not have.

    Finds: "appeals" in "told both sides to wait", "supports" in "reiterated its full support"
    Leaves alone: "states" of "told both sides that", "reiterated that its full support had limits"
    """
    act = BY_FRAME.get((quotation.cue_lemma, quotation.rule), quotation.act)
    if quotation.cue_lemma in CARRIERS and quotation.rule in ("object", "position"):
        act = _carried(reading, quotation) or act
    return act if act in ACTS else "states"


def _carried(reading: Reading, quotation: Quotation) -> str:
    first, last = reading.words_in(quotation.content[0])
    for at in range(first, min(last, first + LONGEST_LEAD + 1)):
        if at > first and not reading.is_joined(at):
            return ""
        if reading.word(at) in NOUNS:
            return NOUNS[reading.word(at)]
        if reading.word(at) in ("that", "of", "for", "to", "at", "over", "about"):
            return ""
    return ""
