"""Passages whose sources point back, what is expected of each, and how an answer is judged.

The form of the files in ``tests/data/coreference`` is told at the head of ``passages.txt``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from statements.authority_files import read_authorities
from statements.records import PARAGRAPH_BREAK, Quotation, ResolvedStatement
from statements.resolution import AuthorityIndex, resolve
from tests.resolution.building import article, country

FOLDER = Path(__file__).resolve().parent.parent / "data" / "coreference"
RIGHT, WRONG, MISSING = "right", "wrong", "missing"
OPEN = "open"

_HEAD = re.compile(r"^== (.+?)(?: on (\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)
INVENTED = (
    country("QO", "Ostia", "Ostian", "name:Republic of Ostia", "capital:Osta"),
    country("QN", "Norland", "Norlandic", "capital:Norhaven"),
    country("QV", "Varia", "Varian", "capital:Mosta"),
)


@dataclass(frozen=True)
class Passage:
    """A marked text and the expected speakers of its statements, as they are printed by ``answer``."""

    name: str
    marked: str
    published: date | None
    expected: tuple[str, ...]


def read_passages(path: Path) -> list[Passage]:
    _, *parts = _HEAD.split(path.read_text())
    return [_passage(*parts[at : at + 3]) for at in range(0, len(parts), 3)]


def _passage(name: str, day: str | None, body: str) -> Passage:
    marked, _, lines = body.strip().partition("\n\n-> ")
    expected = tuple(line.strip() for line in lines.split("\n-> "))
    return Passage(name, marked, date.fromisoformat(day) if day else None, expected)


@cache
def index() -> AuthorityIndex:
    """The shipped records and three invented countries."""
    shipped = read_authorities()
    return AuthorityIndex(replace(shipped, countries=(*shipped.countries, *INVENTED)))


def answers(passage: Passage) -> list[str]:
    """What resolution says of each statement of a passage."""
    document, quotations = article(passage.marked, passage.published)
    turns = [_as_turn(document.text, quotation) for quotation in quotations]
    return [answer(statement) for statement in resolve(document, turns, index())]


def _as_turn(text: str, quotation: Quotation) -> Quotation:
    """A paragraph that begins with a source and a colon is a turn of a transcript."""
    start, end = quotation.source or (quotation.start, quotation.start)
    is_turn = text[end : end + 1] == ":" and text[:start].endswith(PARAGRAPH_BREAK)
    return replace(quotation, rule="transcript-turn") if is_turn else quotation


def answer(statement: ResolvedStatement) -> str:
    """The speakers of a statement: "Ivo Lund | person | QO", or "open"."""
    speakers = [
        f"{one.speaker.name} | {one.speaker.kind} | {one.country or '-'}" if one.speaker else OPEN
        for one in statement.attributions
    ]
    return " + ".join(sorted(speakers))


def judge(expected: str, answered: str) -> str:
    """Right, missing when the expected speaker or only the country is not named, else wrong.

    >>> judge("open", "Ivo Lund | person | QO"), judge("Ivo Lund | person | QO", "open")
    ('wrong', 'missing')
    >>> judge("Ivo Lund | person | QO", "Ivo Lund | person | -")
    'missing'
    """
    wanted, given = sorted(expected.split(" + ")), sorted(answered.split(" + "))
    if wanted == given:
        return RIGHT
    lacks_country = len(wanted) == len(given) and all(
        have in (want, re.sub(r"[^ ]+$", "-", want)) for want, have in zip(wanted, given, strict=True)
    )
    return MISSING if given == [OPEN] or lacks_country else WRONG


def judged(passage: Passage) -> Iterator[tuple[str, str, str]]:
    """Expected, answered and judged, for each statement."""
    for expected, answered in zip(passage.expected, answers(passage), strict=True):
        yield expected, answered, judge(expected, answered)


def score(passages: Iterable[Passage]) -> Counter[str]:
    return Counter(verdict for passage in passages for _, _, verdict in judged(passage))


def show(path: Path) -> None:
    """Print what is not right, and the score."""
    passages = read_passages(path)
    for passage in passages:
        for number, (expected, answered, verdict) in enumerate(judged(passage), start=1):
            if verdict != RIGHT:
                print(f"{verdict:8}{passage.name} {number}: {expected}, not {answered}")
    print(path.stem, len(passages), "passages", dict(score(passages)))


if __name__ == "__main__":
    for path in [Path(one) for one in sys.argv[1:]] or sorted(FOLDER.glob("*.txt")):
        show(path)
