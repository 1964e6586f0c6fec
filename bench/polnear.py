"""Score extraction against PolNeAR, a corpus that is no part of the project.

    POLNEAR_DIR=.../polnear/dev python bench/polnear.py

The folder holds text/<id>.txt and attributions/<id>_<annotator>.ann (brat
standoff); the first annotator of an article counts. A statement is *soft*ly
right when half of its words and the annotated ones are shared, and
*attributed* when its source holds the head of the annotated source too.
PolNeAR marks thoughts and plans as well, which are no statements here: the
recall that counts is that over cues with a verb of speech.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.extraction import line_spans
from statements.extraction import extract_quotations
from statements.extraction.reporting_verbs import is_reporting_form
from statements.extraction.word_classes import words
from statements.records import Span

Words = frozenset[int]

_WORD = re.compile(r"[^\W_]+(?:['’.,\-‐‑][^\W_]+)*")
_ENDS_HEAD = words("of in at for from with on by to who which that and or near against about")
_ENOUGH = 0.5


@dataclass(frozen=True)
class Said:
    content: Words
    source: Words
    head: int | None = None
    is_speech: bool = False
    is_quoted: bool = False


def read_words(text: str) -> dict[int, str]:
    """The words of a text by the offset at which they begin."""
    return {match.start(): match.group().lower() for match in _WORD.finditer(text)}


def words_in(places: dict[int, str], spans: Sequence[Span]) -> Words:
    return frozenset(at for at in places if any(start <= at < end for start, end in spans))


def read_annotations(path: Path) -> Iterator[dict[str, list[Span]]]:
    """The attributions of one .ann file: spans by role, "content", "cue" and "source"."""
    bound: dict[str, list[Span]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            places = rest.split("\t")[0].split(" ", 1)[1]
            bound[name] = [(int(piece.split()[0]), int(piece.split()[1])) for piece in places.split(";")]
        elif name.startswith("E"):
            events.append(rest.split()[1:])
    for event in events:
        roles: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
        for argument in event:
            role, _, reference = argument.partition(":")
            roles.get(role.rstrip("0123456789").lower(), []).extend(bound.get(reference, []))
        if roles["content"]:
            yield roles


def as_annotated(text: str, places: dict[int, str], roles: dict[str, list[Span]]) -> Said:
    cue = [places[at] for at in sorted(words_in(places, roles["cue"]))]
    source = words_in(places, roles["source"])
    return Said(
        words_in(places, roles["content"]),
        source,
        head_of(text, places, source),
        any(is_reporting_form(word) for word in cue) or "according to" in " ".join(cue),
        is_quoted(text, roles["content"]),
    )


def head_of(text: str, places: dict[int, str], source: Words) -> int | None:
    """The last word of a source before a mark or preposition: "Lund" of "Ivo Lund, the envoy"."""
    head = None
    for at in sorted(source):
        if head is not None and (places[at] in _ENDS_HEAD or re.search("[,(—–:;]", text[head:at])):
            break
        head = at
    return head


def is_quoted(text: str, spans: Sequence[Span]) -> bool:
    """Does the content hold a pair of double marks, those right round it included?"""
    return any(len(re.findall('["“”]', text[max(0, start - 1) : end + 2])) > 1 for start, end in spans)


def is_right(want: Said, have: Said) -> bool:
    if not want.source or not have.source:
        return not want.source and not have.source
    return want.head in have.source or share(want.source, have.source) >= _ENOUGH


def share(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def pairs(annotated: Sequence[Said], found: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Numbers of annotated and found statements that belong together, best first, none twice."""
    scored = sorted(
        (-share(want.content, have.content), i, j)
        for i, want in enumerate(annotated)
        for j, have in enumerate(found)
        if want.content & have.content
    )
    left, right = set(range(len(annotated))), set(range(len(found)))
    for score, i, j in scored:
        if -score >= _ENOUGH and i in left and j in right:
            left.discard(i)
            right.discard(j)
            yield i, j


def score_article(text: str, annotation: Path, counts: Counter[str]) -> None:
    places = read_words(text)
    annotated = [as_annotated(text, places, roles) for roles in read_annotations(annotation)]
    found = [
        Said(
            words_in(places, quotation.content),
            words_in(places, quotation.sources),
            is_quoted=is_quoted(text, quotation.content),
        )
        for quotation in extract_quotations(text, list(line_spans(text)))
    ]
    subsets = {
        "all": (annotated, found),
        "direct": ([one for one in annotated if one.is_quoted], [one for one in found if one.is_quoted]),
        "speech": ([one for one in annotated if one.is_speech], found),
        "reported speech": ([one for one in annotated if one.is_speech and not one.is_quoted], found),
    }
    for name, (wanted, had) in subsets.items():
        counts[f"{name} expected"] += len(wanted)
        counts[f"{name} found"] += len(had)
        for i, j in pairs(wanted, had):
            counts[f"{name} soft"] += 1
            counts[f"{name} attributed"] += is_right(wanted[i], had[j])


def main() -> None:
    if not os.environ.get("POLNEAR_DIR"):
        sys.exit("POLNEAR_DIR names no folder. Set it to a part of PolNeAR, such as .../polnear/dev.")
    folder = Path(os.environ["POLNEAR_DIR"])
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    counts: Counter[str] = Counter()
    started = time.process_time()
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in annotations:
            with path.open(encoding="utf-8", newline="") as stream:
                score_article(stream.read(), annotations[path.stem], counts)
    print(f"PolNeAR, {len(annotations)} articles, percent ({time.process_time() - started:.0f} s)")
    for name in ("all", "direct", "speech", "reported speech"):
        expected, found = max(1, counts[f"{name} expected"]), max(1, counts[f"{name} found"])
        for measure in ("soft", "attributed"):
            hits = counts[f"{name} {measure}"]
            precision, recall = 100 * hits / found, 100 * hits / expected
            both = f"P {precision:5.1f}  R {recall:5.1f}  F1 {200 * hits / (expected + found):5.1f}"
            print(f"{name:16}{measure:11}", both if "speech" not in name else f"R {recall:5.1f}")


if __name__ == "__main__":
    main()
