"""Speech acts: what is done with words, and the codes that event data sets give to it.

``cameo`` is the root of the CAMEO code book (1.1b3, Gerner and Schrodt), two
digits. ``plover`` is the category of PLOVER 2.0 (openeventdata/PLOVER on
GitHub); which category a root becomes is that project's own file
``CAMEO2PLOVER-2021.txt``, where roots 01 and 02 are left out and 10 is
"DEMAND", since merged into "REQUEST". An appeal is a request too. For what is
merely told there is no category, and none is made up.

The codes are a suggestion: they follow the act, which the cue suggests and a
curator may change. They judge nobody: "REQUEST" counts as conflict in PLOVER,
though an appeal for calm is none, so only the names are shown.
"""

from __future__ import annotations

from typing import NamedTuple

NO_CATEGORY = "none"
PLOVER_CATEGORIES = frozenset(
    (
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
        "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    )
)  # fmt: skip

# The roots of CAMEO that words alone can have; `templatetags.wording` has what they stand for.
CAMEO_ROOTS = frozenset(("01", "02", "03", "05", "10", "11", "12", "13"))


class SpeechAct(NamedTuple):
    """One act with its codes."""

    name: str
    cameo: str
    plover: str


ACTS = {
    act.name: act
    for act in (
        SpeechAct("states", "01", NO_CATEGORY),
        SpeechAct("announces", "01", NO_CATEGORY),
        SpeechAct("denies", "01", NO_CATEGORY),
        SpeechAct("warns", "01", NO_CATEGORY),
        SpeechAct("appeals", "02", "REQUEST"),
        SpeechAct("offers", "03", "AGREE"),
        SpeechAct("pledges", "03", "AGREE"),
        SpeechAct("agrees", "03", "AGREE"),
        SpeechAct("supports", "05", "SUPPORT"),
        SpeechAct("welcomes", "05", "SUPPORT"),
        SpeechAct("thanks", "05", "SUPPORT"),
        SpeechAct("demands", "10", "REQUEST"),
        SpeechAct("accuses", "11", "ACCUSE"),
        SpeechAct("condemns", "11", "ACCUSE"),
        SpeechAct("rejects", "12", "REJECT"),
        SpeechAct("threatens", "13", "THREATEN"),
    )
}
