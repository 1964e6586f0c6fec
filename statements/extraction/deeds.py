"""Deeds that a verb of speech names: independence declared, a guest welcomed. They report no words."""

from __future__ import annotations

from statements.extraction.frames import Found
from statements.extraction.grammar import Tokens, noun_phrase_end
from statements.extraction.reporting_verbs import Frame, ReportingVerb
from statements.extraction.word_classes import PREPOSITIONS, words

_DECLARED = words("independence sovereignty autonomy mourning holiday")
_MET = words(
    "guest guests delegation delegations visitor visitors counterpart counterparts colleague colleagues"
    " minister ministers president leader leaders ambassador ambassadors envoy envoys participants gathering"
)
_CALLED_HOME = words(
    "ambassador ambassadors envoy envoys diplomat diplomats consul consuls attache staff troops forces"
    " soldiers delegation delegations representative representatives peacekeepers negotiators team mission"
    " product products vehicles cars parliament lawmakers"
)
_UTTERED = words(
    "accusation accusations claim claims charge charges demand demands call calls appeal appeals"
    " threat threats"
    " warning warnings offer offers allegation allegations denial criticism remarks words complaint"
    " complaints"
)
_AGAIN = words("repeat reiterate echo renew")
_RENEWED = _UTTERED | words(
    "support commitment commitments pledge pledges promise promises condemnation invitation"
)
_SETTINGS = words("in at on during after before when while as")
_DONE_TO = {"declare": _DECLARED, "proclaim": _DECLARED, "welcome": _MET, "recall": _CALLED_HOME}


def is_deed(tokens: Tokens, verb: ReportingVerb, found: Found) -> bool:
    """Does the object tell what somebody did, not what was said?

    Catches: Ostia declared independence; Lund welcomed the guest; welcoming President Berg;
    Ostia recalled its envoy
    Leaves alone: Ostia declared war, its support; Lund welcomed the deal; “welcomed” by both;
    Lund recalled his visit
    """
    if verb.lemma in _AGAIN:
        return found.frame is Frame.OBJECT and not _says_again(tokens, verb, found.start)
    nouns = _DONE_TO.get(verb.lemma)
    if nouns is None or found.frame is not Frame.OBJECT or tokens[found.start].quoted:
        return False
    end = noun_phrase_end(tokens, found.start)
    stop = next((at for at in range(found.start, end) if tokens[at].lower in PREPOSITIONS), end)
    phrase = tokens[found.start : max(stop, found.start + 1)]
    is_named = len(phrase) > 1 and all(token.is_capitalised and token.is_word for token in phrase)
    return phrase[-1].lower in nouns or (nouns is _MET and is_named)


def _says_again(tokens: Tokens, verb: ReportingVerb, start: int) -> bool:
    """Does the object of a verb like "repeat" tell what was said?

    Catches: repeated its demand for talks, reiterated the need for talks, renewed its support for Norland
    Leaves alone: repeated the accusation in Osta, renewed the lease of the port
    """
    end = noun_phrase_end(tokens, start)
    stop = next((at for at in range(start, end) if tokens[at].lower in PREPOSITIONS), end)
    noun = tokens[max(stop - 1, start)].lower
    is_bare = stop < len(tokens) and tokens[stop].lower in _SETTINGS
    if any(token.quoted for token in tokens[start:stop]) or tokens[start].quoted:
        return True
    if verb.lemma == "renew":
        return noun in _RENEWED and not is_bare
    return not (noun in _UTTERED and is_bare)
