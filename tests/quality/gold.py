"""Every field of every statement beside the gold: right, missing, or wrong.

Missing is an empty field where the gold has a value; wrong is a value that the
gold does not have. What the gold calls optional costs nothing when it is not
found. Print the table, and with a folder's name what is missing or wrong in it:

    python -m tests.quality.gold
    python -m tests.quality.gold practice
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from statements.authority_files import publisher_names, read_authorities
from statements.cleaning import clean
from statements.extraction import extract_quotations
from statements.folding import fold
from statements.readers import read
from statements.records import Authorities, Document, ResolvedStatement, SpeakerReference, StatedDate
from statements.resolution import AuthorityIndex, resolve

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "data" / "gold"
FOLDERS = {"seeds": ROOT / "fixtures" / "seeds"} | {
    name: GOLD / name
    for name in (
        "practice",
        "blind",
        "blind2",
        "blind3",
        "blind4",
        "blind5",
        "blind6",
        "blind7",
        "blind8",
        "blind9",
        "blind10",
        "blind11",
        "blind12",
    )
}

RIGHT, MISSING, WRONG = "right", "missing", "wrong"
WITHOUT_A_NAME = ("unnamed", "anonymous")
# The archive's forms of words given out -> words that the gold has for them.
FORMS = {
    "statement": {"statement", "readout", "communique", "declaration", "conclusions", "release"},
    "post": {"twitter", "tweeted", "tweet", "tweets", "facebook", "telegram", "x"},
    "call": {"telephone", "telephoned", "phone", "call"},
    "briefing": {"briefing", "conference"},
    "interview": {"interview"},
    "meeting": {"meeting", "hears"},
    "report": {"report"},
    "speech": {"speech"},
    "letter": {"letter", "email", "message"},
    "article": {"article"},
    "broadcast": {"channel", "video"},
}
SMALL_WORDS = {"a", "an", "the", "of", "for", "at", "s", "other"}
ENOUGH = 0.5

Annotated = dict[str, Any]


@dataclass
class Table:
    """How often each field was right, missing or wrong, and a line for each that was not right."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, name: str, verdict: str, note: str) -> None:
        self.counts.setdefault(name, Counter())[verdict] += 1
        if verdict != RIGHT:
            self.notes.append(f"{verdict:8}{name:11}{note}")

    def rows(self) -> dict[str, tuple[int, int, int]]:
        """Field -> right, missing, wrong."""
        return {
            name: (found[RIGHT], found[MISSING], found[WRONG]) for name, found in sorted(self.counts.items())
        }


@cache
def authorities() -> Authorities:
    return read_authorities()


@cache
def index() -> AuthorityIndex:
    return AuthorityIndex(authorities())


def read_document(path: Path) -> Document:
    return clean(read(path.read_bytes(), path.name), publisher_names(authorities().publishers))


def statements_of(document: Document) -> list[ResolvedStatement]:
    """The text layers of the pipeline, without its database."""
    found = extract_quotations(document.text, document.body_spans())
    return resolve(document, [one for one in found if not one.is_hearsay], index())


@cache
def measure(folder: str) -> Table:
    """Read all texts of a folder and compare them with their gold."""
    table = Table()
    for path in sorted((GOLD / folder).glob("*.json")):
        gold = json.loads(path.read_text())
        document = read_document(FOLDERS[folder] / gold["text"])
        compare_article(gold, document, table, path.stem)
        compare_statements(gold, document, statements_of(document), table, path.stem)
        if "if_dated" in gold:
            day = date.fromisoformat(gold["if_dated"]["published"])
            dated = replace(document, published=StatedDate(day, "day", "curator"))
            compare_dated(gold, dated, statements_of(dated), table, path.stem)
    return table


def compare_statements(
    gold: Annotated, document: Document, found: Sequence[ResolvedStatement], table: Table, name: str
) -> None:
    expected = list(as_read_here(gold["statements"]))
    contents = contents_of(document, found)
    pairs = pair_up([" ".join(pieces(one["content"])) for one in expected], contents)
    for number, one in enumerate(expected):
        where = f"{name} {' '.join(pieces(one['content']))[:60]}"
        if number in pairs:
            table.add("statement", RIGHT, where)
            compare_statement(one, found[pairs[number]], table, where, gold["title"])
        elif not one.get("optional"):
            table.add("statement", MISSING, where)
    for number in set(range(len(found))) - set(pairs.values()):
        if not any(is_part(contents[number], " ".join(pieces(one["content"]))) for one in expected):
            table.add("statement", WRONG, f"{name} {contents[number][:60]}")


def compare_dated(
    gold: Annotated, document: Document, found: Sequence[ResolvedStatement], table: Table, name: str
) -> None:
    """What a curator's date makes of the times in a text that has none."""
    expected = list(as_read_here(gold["statements"]))
    pairs = pair_up([" ".join(pieces(one["content"])) for one in expected], contents_of(document, found))
    for number, at in pairs.items():
        said = found[at].said
        right = [expected[number].get("said_if_dated"), *expected[number].get("said_if_dated_alt", ())]
        verdict = one_of(said.edtf if said else None, [*right, expected[number]["said"]])
        table.add(
            "said later", verdict, f"{name} {pieces(expected[number]['content'])[0][:60]} {right}, got {said}"
        )


def contents_of(document: Document, found: Iterable[ResolvedStatement]) -> list[str]:
    return [" ".join(document.text[slice(*span)] for span in one.quotation.content) for one in found]


def as_read_here(statements: Iterable[Annotated]) -> Iterator[Annotated]:
    """The gold's statements, official text cue by cue: its pieces share speaker and time, not the rest."""
    for one in statements:
        for piece in one.get("by_cue", ()):
            may = {f"{key}_may": [*one[key], *one[f"{key}_may"]] for key in ("about", "addressee")}
            yield {**one, "content": piece, "about": [], "addressee": [], **may, "act": None}
        if not one.get("by_cue"):
            yield one


# --- which statement is which ----------------------------------------------------


def pieces(content: str | Sequence[str]) -> Sequence[str]:
    return [content] if isinstance(content, str) else content


def pair_up(expected: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    """Each expected content with the one found that shares most words, best pairs first."""
    wanted, given = ([Counter(fold(one).split()) for one in side] for side in (expected, found))
    scored = sorted((-share(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(given))
    pairs: dict[int, int] = {}
    for score, i, j in scored:
        if -score >= ENOUGH and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def share(one: Counter[str], other: Counter[str]) -> float:
    return (one & other).total() / ((one | other).total() or 1)


def is_part(found: str, expected: str) -> bool:
    """Whether words found are some of those expected: a statement cut short is no invention."""
    return f" {fold(found)} " in f" {fold(expected)} "


# --- the fields of an article ------------------------------------------------------


def compare_article(gold: Annotated, document: Document, table: Table, name: str) -> None:
    stated = document.published
    day = stated.value.isoformat() if stated else None
    verdict = one_of(day, [gold["published"]])
    if verdict == RIGHT and stated:
        verdict = one_of(stated.basis, [gold["published_basis"]])
    table.add("published", verdict, f"{name} {gold['published']} {gold['published_basis']}, got {stated}")


# --- the fields of a statement -------------------------------------------------------


def compare_statement(
    gold: Annotated, found: ResolvedStatement, table: Table, where: str, title: str | None
) -> None:
    verdicts = {
        "speaker": speakers(gold, found),
        "kind": kinds(gold, found),
        "country": countries(gold, found),
        "about": several(found.about, gold["about"], gold["about_may"]),
        "addressee": several(found.addressees, gold["addressee"], gold["addressee_may"]),
        "said": one_of(found.said.edtf if found.said else None, accepted(gold, "said")),
        "said words": times(gold, found),
        "medium": mediums(gold, found, title or ""),
        "agency": one_of(agency_name(found.agency), accepted(gold, "agency")),
    }
    if gold["act"]:
        verdicts["act"] = one_of(found.act, accepted(gold, "act"))
    for name, verdict in verdicts.items():
        table.add(name, verdict, f"{where} | gold {wanted(gold, name)}, got {printed(name, found)}")


def accepted(gold: Annotated, name: str) -> list[Any]:
    values = [gold[name], *gold.get(f"{name}_alt", ())]
    return [one for value in values for one in (value if isinstance(value, list) else [value])]


def one_of(value: str | None, right: Collection[str | None]) -> str:
    """A value that may be empty where the gold says so, in whatever case, accents and order of words."""
    if value is None:
        return RIGHT if None in right else MISSING
    return RIGHT if words_of(value) in [words_of(one) for one in right if one] else WRONG


def words_of(name: str) -> set[str]:
    return set(fold(name).split()) - SMALL_WORDS


def several(values: Collection[str], needed: Collection[str], allowed: Collection[str]) -> str:
    if not set(values) <= {*needed, *allowed}:
        return WRONG
    return RIGHT if set(needed) <= set(values) else MISSING


def speakers(gold: Annotated, found: ResolvedStatement) -> str:
    """All speakers of a statement, by any name of their records; a role also as the text prints it."""
    names = {one.speaker.name: names_of(one.speaker) for one in found.attributions if one.speaker}
    right = accepted(gold, "speaker")
    if {gold["speaker_kind"], *gold.get("speaker_kind_alt", ())} & {*WITHOUT_A_NAME}:
        right += [gold["source_text"], *gold.get("source_text_alt", ())]
    verdicts = {best(one_of(name, right) for name in each) for each in names.values() or [[None]]}
    if WRONG in verdicts:
        return WRONG
    is_whole = not isinstance(gold["speaker"], list) or len(names) >= len(gold["speaker"])
    return RIGHT if is_whole and verdicts == {RIGHT} else MISSING


def names_of(speaker: SpeakerReference) -> Sequence[str]:
    """The names by which the records call a speaker: "North Atlantic Treaty Organization" and "NATO"."""
    record, country = index().speaker(speaker.key), index().country(speaker.country or "")
    names = [speaker.name, *(record.variants if record else ())]
    for name in country.names if country else ():
        if country and speaker.name == country.name:
            names.append(name.text)
        elif country and country.adjective and speaker.name.startswith(f"{country.adjective} "):
            names.append(speaker.name.replace(country.adjective, name.text, 1))
    return names


def best(verdicts: Iterable[str]) -> str:
    return min(verdicts, key=(RIGHT, MISSING, WRONG).index)


def kinds(gold: Annotated, found: ResolvedStatement) -> str:
    """The kind of each speaker; several of them are joint."""
    each = {one.speaker.kind for one in found.attributions if one.speaker}
    right = {gold["speaker_kind"], *gold.get("speaker_kind_alt", ())}
    if not each:
        return MISSING
    is_joint = len(found.attributions) > 1 and "joint" in right
    return RIGHT if is_joint or each <= right else WRONG


def countries(gold: Annotated, found: ResolvedStatement) -> str:
    codes = {one.country for one in found.attributions if one.country}
    right = accepted(gold, "country")
    if not codes:
        return RIGHT if None in right else MISSING
    if not codes <= set(right):
        return WRONG
    needed = set(gold["country"]) if isinstance(gold["country"], list) else set()
    others = accepted(gold | {"country": []}, "country")
    return RIGHT if needed <= codes or codes <= set(others) else MISSING


def times(gold: Annotated, found: ResolvedStatement) -> str:
    """The words of the time, of which a part is enough."""
    right = [words_of(one) for one in (gold["said_words"], *gold.get("said_words_alt", ())) if one]
    if not found.said_words:
        return MISSING if gold["said_words"] else RIGHT
    may_carry = not right and bool(gold.get("said_alt") or gold.get("said_if_dated_alt"))
    return RIGHT if may_carry or any(words_of(found.said_words) & one for one in right) else WRONG


def mediums(gold: Annotated, found: ResolvedStatement, title: str) -> str:
    """The form of the words, as the gold's words for medium or occasion, or the document's title, name it."""
    needed = accepted(gold, "medium")
    if not found.medium:
        return RIGHT if None in needed else MISSING
    named = [*needed, gold["occasion"], *gold.get("occasion_alt", ()), gold["source_text"], title]
    words = {word for one in named if one for word in fold(one).split()}
    return RIGHT if words & FORMS[found.medium] else WRONG


@cache
def agency_names() -> dict[str, str]:
    return {record.key: record.name for record in authorities().publishers}


def agency_name(key: str | None) -> str | None:
    return agency_names()[key] if key else None


def wanted(gold: Annotated, name: str) -> object:
    return gold["speaker_kind" if name == "kind" else name.replace(" ", "_")]


def printed(name: str, found: ResolvedStatement) -> object:
    if name in ("speaker", "kind"):
        return [(one.speaker.name, one.speaker.kind) if one.speaker else None for one in found.attributions]
    if name == "country":
        return [one.country for one in found.attributions]
    fields = asdict(found)
    return fields.get(name.replace(" ", "_").replace("addressee", "addressees"))


# --- the table ----------------------------------------------------------------------


def show(folders: Iterable[str], with_notes: bool) -> None:
    for folder in folders:
        table = measure(folder)
        print(f"{folder:13}{RIGHT:>8}{MISSING:>9}{WRONG:>7}")
        for name, counted in table.rows().items():
            print("  {:11}{:8}{:9}{:7}".format(name, *counted))
        if with_notes:
            print(*sorted(table.notes), sep="\n")


if __name__ == "__main__":
    asked = sys.argv[1:]
    show(asked or FOLDERS, with_notes=bool(asked))
