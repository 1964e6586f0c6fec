"""Plain text: Chicago (notes and bibliography, with access dates) and APA (7th edition)."""

from __future__ import annotations

import re

from statements.citing import dates
from statements.citing.record import ARCHIVE, Citation, quote

# Of more speakers Chicago names three, and APA nineteen with the last.
CHICAGO_NAMES = 6
APA_NAMES = 20


def write(citation: Citation) -> str:
    """Both styles, and below them what they have no place for."""
    notes = [f"{label}: {value}" for label, value in citation.notes]
    words = f"Words: {quote(citation.words)}" if citation.quoted else f"Words as reported: {citation.words}"
    blocks = ["Chicago", chicago(citation), "", "APA", apa(citation), "", words, *notes]
    return "\n".join(blocks) + "\n"


def chicago(citation: Citation) -> str:
    date = dates.day_words(citation.published) if citation.published else "n.d."
    sentences = [
        _chicago_names(citation.speakers),
        quote(citation.title) if citation.title else "",
        citation.description,
        f"{citation.outlet}, {date}" if citation.outlet else date.removesuffix("n.d."),
        citation.place.capitalize(),
        ARCHIVE,
        f"Accessed {dates.day_words(citation.accessed.isoformat())}",
        citation.address,
    ]
    return " ".join(stop(sentence) for sentence in sentences if sentence)


def apa(citation: Citation) -> str:
    retrieved = f"Retrieved {dates.day_words(citation.accessed.isoformat())}, from "
    sentences = [
        stop(_apa_names(citation.speakers)),
        f"({_apa_date(citation.published)}).",
        f"{citation.title} [{citation.description}].".lstrip(),
        stop(citation.outlet) if citation.outlet else "",
        f"{ARCHIVE} ({citation.place}).",
        # Of what bears a date APA does not say when it was read.
        f"{'' if citation.published else retrieved}{citation.address}",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _chicago_names(names: tuple[str, ...]) -> str:
    if len(names) > CHICAGO_NAMES:
        return f"{', '.join(names[:3])}, et al."
    return _listed(names, "and")


def _apa_names(names: tuple[str, ...]) -> str:
    if len(names) > APA_NAMES:
        return f"{', '.join(names[: APA_NAMES - 1])}, … {names[-1]}"
    return _listed(names, "&")


def _listed(names: tuple[str, ...], last: str) -> str:
    *others, final = names
    return f"{', '.join(others)}, {last} {final}" if others else final


def _apa_date(published: str) -> str:
    if not published:
        return "n.d."
    year, _, rest = published.partition("-")
    # “2020, October 1”: the year goes first, and its comma away.
    return f"{year}, {dates.day_words(published).removesuffix(year).rstrip(', ')}" if rest else year


def stop(text: str) -> str:
    """With a full stop at the end, within closing quotation marks.

    >>> stop("in “Peace”"), stop("Why?")
    ('in “Peace.”', 'Why?')
    """
    body, closing = re.fullmatch(r"(.*?)(’?”|)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    return text if body.endswith((".", "?", "!", "…")) else f"{body}.{closing}"
