"""Which office a printed title means, and who held one on a day."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from statements.folding import fold
from statements.records import OfficeRecord

# The first pattern that fits a folded title names the office.
_OFFICES = (
    (re.compile(r"\b(deputy|alternate|vice|first|former|ex|assistant|acting|aide|adviser|advisor|department|junior|shadow"
                r"|under ?secretary|minister of state|state minister"
                r"|(foreign|defen[cs]e) (minister|secretary) for)\b"), ""),
    (re.compile(r"\b(spokes\w+|press secretary)\b"), "spokesperson"),
    (re.compile(r"\b(ambassador|permanent representative)\b"), "ambassador"),
    (re.compile(r"\b(prime minister|premier|taoiseach)\b"), "prime minister"),
    (re.compile(r"\b(foreign (affairs )?minister|minister of (the )?(foreign|external) affairs"
                r"|external affairs minister|minister for foreign affairs|foreign secretary"
                r"|minister (of|for) international relations|secretary of foreign affairs"
                r"|secretary of state(?! for))\b"), "foreign minister"),
    (re.compile(r"\b((national )?defen[cs]e minister|minister (of|for) (national )?defen[cs]e"
                r"|minister of the armed forces|defen[cs]e secretary|secretary of (national )?defen[cs]e"
                r"|secretary of state for defen[cs]e)\b"),
     "defence minister"),
    (re.compile(r"\b(director|head|chief)\b"), "director"),
    (re.compile(r"\bsecretary general\b"), "secretary-general"),
    (re.compile(r"\bsupreme leader\b"), "supreme leader"),
    (re.compile(r"\bchancellor\b"), "chancellor"),
    (re.compile(r"\bspeaker\b"), "speaker"),
    (re.compile(r"\bpresident\b"), "president"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def office_of(title: str) -> str:
    """One name for the ways a title is printed; empty when it is none of the known ones.

    >>> office_of("Turkish Defense Minister"), office_of("Minister of National Defence")
    ('defence minister', 'defence minister')
    >>> office_of("Deputy Foreign Minister"), office_of("Defence Minister for Exports")
    ('', '')
    """
    folded = fold(title)
    return next((office for pattern, office in _OFFICES if pattern.search(folded)), "")


_MEMBERS = (
    r"\b(mp|mps|lawmaker|parliamentarian|legislator|senator|congress(man|woman)|parliament|assembly|majlis"
    r"|member of (the )?(parliament|congress|bundestag|knesset|duma|sejm|house|senate)"
    r"|deputy of|deputy speaker)\b"
)
# Words for the holders of several offices.
WIDER_HEADS = {
    "leader": re.compile(r"\b(president|prime minister|premier|chancellor|leader)\b"),
    "diplomat": re.compile(
        r"\b(ambassador|envoy|foreign minist\w+|diplomat|consul|charge d affaires|secretary of state"
        r"|special representative|state department)\b"
    ),
    "envoy": re.compile(r"\b(ambassador|envoy|representative)\b"),
    "officer": re.compile(
        r"\b(lieutenant|lt|colonel|col|major(?! of)|maj|captain|capt|sergeant|sgt|brigadier|inspector"
        r"|superintendent|commander|officer)\b"
    ),
    "official": re.compile(
        r"\b(minister|secretary|ministry|head|chief|director|chair\w*|commissioner|representative|envoy"
        r"|ambassador|adviser|advisor|spokes\w+|deputy|governor|official|president|premier|coordinator)\b"
    ),
    "mp": re.compile(_MEMBERS),
    "lawmaker": re.compile(_MEMBERS),
    "parliamentarian": re.compile(_MEMBERS),
    "legislator": re.compile(_MEMBERS),
}
_DEFENCE = r"\bdefen[cs]e (minister|secretary|chief)\b|\b(minister|chief) (of|for) (national )?defen[cs]e\b"
# "The head of our state", "the defence chief", by the words that matter.
HEADS_OF_STATES = {
    frozenset(("head", "state")): re.compile(
        r"\b(president|king|queen|emir|sultan|monarch|supreme leader)\b"
    ),
    frozenset(("defence", "chief")): re.compile(_DEFENCE),
    frozenset(("defense", "chief")): re.compile(_DEFENCE),
    frozenset(("head", "government")): re.compile(r"\b(prime minister|premier|chancellor|taoiseach)\b"),
}
# Whoever bears one of these with an office does not hold it.
NOT_IN_OFFICE = frozenset(("former", "ex", "deputy", "vice", "assistant"))


def fits_head(words: str, title: str) -> bool:
    """Whether a title, as printed, makes its bearer one of those that folded words mean.

    >>> fits_head("ministers", "Ostian Defence Minister"), fits_head("leaders", "Prime Minister")
    (True, True)
    >>> fits_head("ministers", "President"), fits_head("presidents", "Vice President")
    (False, False)
    """
    singular = words.removesuffix("s")
    folded = fold(title)
    held = set(folded.split())
    if held & NOT_IN_OFFICE - set(words.split()):
        return False
    wider = WIDER_HEADS.get(singular)
    return bool(wider.search(folded)) if wider else set(singular.split()) <= held


def holds_on(office: OfficeRecord, day: date) -> bool:
    """Whether an office was surely held on a day: both bounds are read at their widest doubt.

    "2018-05" begins on the last day of May for this question, and an office
    without a start is held on no day that we know of.
    """
    if not office.start:
        return False
    begun = _month_day(office.start, latest=True)
    ended = _month_day(office.end, latest=False) if office.end else ""
    return begun <= day.isoformat() and (not ended or day.isoformat() < ended)


def _month_day(edtf: str, latest: bool) -> str:
    """A day that sorts as text: the last or first possible one of "2018" or "2018-05"."""
    missing = ("-12", "-31") if latest else ("-01", "-01")
    parts = edtf.count("-")
    return edtf + "".join(missing[parts:])
