"""The query language: what was typed into the search box, as folded terms.

    peace talks             both words
    "brought to account"    these words in this order, in double marks of any shape
    -peace -"peace talks"   without the word, without the phrase
    war OR conflict         one of the two, also war|conflict
    negotiat*               words that begin so
    for:TR -via:"Al Jazeera" speaker:Akar about:AM act:warns before:2020-08 after:2020

Forgiving: punctuation is passed over, a colon behind any other word is
punctuation. What cannot be meant is a QueryError that says what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from statements.folding import Token, fold, tokens, written_words
from statements.records import Span

LONGEST_QUERY = 2000  # characters; a pasted quotation fits
MOST_TERMS = 200  # words
MOST_BEGINNINGS = 10  # each is looked up as all the words that begin so
SHORTEST_BEGINNING = 2  # letters

FIELDS = ("speaker", "for", "about", "via", "act", "before", "after")
FIELD = re.compile(rf"({'|'.join(FIELDS)}):", re.IGNORECASE)

# Each double mark that can open a phrase, with those that close it.
CLOSED_BY = {
    '"': '"', "“": "”", "”": "”", "„": "“”‟", "‟": "”", "«": "»", "»": "«»", "〝": "〞〟",
    "❝": "❞", "「": "」", "『": "』", "《": "》",
}  # fmt: skip
MARKS = frozenset("".join([*CLOSED_BY, *CLOSED_BY.values()]))
OPENING, CLOSING = "([{", ")]}"
ENDING = MARKS | set(f"|{OPENING}{CLOSING}")
MINUS = "-−"

# Fullwidth forms, as keyboards of East Asia type them, are the ASCII that they look like.
NARROW = {0x3000: " "} | {0xFF01 + at: chr(0x21 + at) for at in range(94)}


class QueryError(ValueError):
    """A query that cannot be answered; the message is for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand in this order; with ``prefix`` the last is the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False

    def __str__(self) -> str:
        text = " ".join(self.words) + "*" * self.prefix
        return f'"{text}"' if len(self.words) > 1 else text


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the options stands in the text."""

    options: tuple[Term, ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.options))


@dataclass(frozen=True, slots=True)
class Field:
    """``for:TR``: the value as typed, to be looked up by whoever knows the records."""

    name: str
    value: str
    excluded: bool = False
    span: Span = field(default=(0, 0), compare=False)

    def __str__(self) -> str:
        value = self.value if re.fullmatch(r"\w+(-\w+)*", self.value) else f'"{self.value}"'
        return f"{'-' * self.excluded}{self.name}:{value}"


@dataclass(frozen=True, slots=True)
class Query:
    """All terms hold, no excluded one does, and the fields narrow the list.

    ``str()`` gives a text that parses into the same query.
    """

    terms: tuple[AnyOf, ...] = ()
    excluded: tuple[Term, ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def options(self) -> tuple[Term, ...]:
        """Every term that may stand in what is found."""
        return tuple(option for term in self.terms for option in term.options)

    @property
    def words(self) -> tuple[str, ...]:
        """Every word asked for, once, in order; a beginning as it is."""
        return tuple(dict.fromkeys(word for option in self.options for word in option.words))

    def __bool__(self) -> bool:
        return bool(self.terms or self.excluded or self.fields)

    def __str__(self) -> str:
        return " ".join(
            [*map(str, self.terms), *(f"-{term}" for term in self.excluded), *map(str, self.fields)]
        )


def parse_query(typed: str) -> Query:
    """What was typed, as a Query. Text without letters or digits gives an empty one.

    Raises QueryError, with a message to show, for what cannot be answered.

    >>> str(parse_query('Çavuşoğlu “brought to account” war|conflict -for:TR'))
    'cavusoglu "brought to account" war OR conflict -for:TR'
    """
    if len(typed) > LONGEST_QUERY:
        message = _(
            "This search has {length:,} characters; {most:,} are the most. Search for one sentence of it."
        )
        raise QueryError(message.format(length=len(typed), most=LONGEST_QUERY))
    if typed.strip() in MINUS and typed.strip():
        raise QueryError(_("“-” alone leaves nothing out. Write it right before a word: -word."))
    query = build_query(scan(typed.translate(NARROW)))
    everything = [*query.options, *query.excluded]
    if sum(len(term.words) for term in everything) + len(query.fields) > MOST_TERMS:
        message = _("This search has more than {most} words. Search for one sentence of it.")
        raise QueryError(message.format(most=MOST_TERMS))
    if sum(term.prefix for term in everything) > MOST_BEGINNINGS:
        message = _("This search has more than {most} words with a star. Write some of them out.")
        raise QueryError(message.format(most=MOST_BEGINNINGS))
    return query


def leave_out(typed: str, fields: Iterable[Field]) -> str:
    """What is left of the text when these fields of its query are taken out; as typed, if it can be.

    >>> leave_out("Çavuşoğlu for:TR -for:AM", [Field("for", "TR", span=(10, 16))])
    'Çavuşoğlu -for:AM'
    """
    out = list(fields)
    whole = parse_query(typed)
    left = Query(whole.terms, whole.excluded, tuple(one for one in whole.fields if one not in out))
    text = typed
    for one in reversed(whole.fields):
        if one in out:
            text = f"{text[: one.span[0]]} {text[one.span[1] :]}"
    text = " ".join(text.split())
    # Marks may pair otherwise when some are gone.
    try:
        return text if parse_query(text) == left else str(left)
    except QueryError:
        return str(left)


# --- from pieces to a query ------------------------------------------------------


class Or(str):
    """``OR`` or ``|``."""


class Bracket(str):
    """They group nothing here."""


class Excluded(Term):
    """A term with a minus before it."""


Piece = Or | Bracket | Term | Field


def build_query(pieces: Iterable[Piece]) -> Query:
    groups: list[list[Term]] = []
    excluded: list[Term] = []
    fields: dict[Field, Field] = {}
    before: Piece | None = None
    for piece in pieces:
        if isinstance(piece, Or) or isinstance(before, Or):
            check_or(before, piece)
        if isinstance(piece, Field):
            fields.setdefault(piece, piece)
        elif isinstance(piece, Excluded):
            excluded.append(Term(piece.words, piece.prefix))
        elif isinstance(piece, Term):
            if isinstance(before, Or):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        before = piece
    if isinstance(before, Or):
        check_or(before, None)
    terms = dict.fromkeys(AnyOf(tuple(dict.fromkeys(group))) for group in groups)
    return Query(tuple(terms), tuple(dict.fromkeys(excluded)), tuple(fields))


def check_or(before: Piece | None, after: Piece | None) -> None:
    """On both sides of OR stands a word or a phrase."""
    sides = before, after
    if any(isinstance(side, Bracket) for side in sides):
        raise QueryError(
            _(
                "Brackets do not group words here. OR stands between two words or phrases: "
                'war OR "armed conflict".'
            )
        )
    for side in sides:
        if isinstance(side, (Excluded, Field)):
            shown = f"-{Term(side.words, side.prefix)}" if isinstance(side, Excluded) else str(side)
            message = _("OR stands between words or phrases, and cannot join “{what}”. Leave the OR out.")
            raise QueryError(message.format(what=shown))
    if before is None or after is None or type(before) is type(after):
        raise QueryError(
            _(
                "OR needs a word on each side: war OR conflict. "
                "To search for the word itself, write it small: or."
            )
        )


# --- from text to pieces ---------------------------------------------------------


def scan(text: str) -> Iterator[Piece]:
    """The pieces of a query in order. Brackets are told, for the sake of the OR beside them."""
    at = 0
    while at < len(text):
        letter = text[at]
        if letter.isspace():
            at += 1
        elif letter == "|":
            while text[at : at + 1] == "|":
                at += 1
            yield Or("|")
        elif letter in OPENING or letter in CLOSING:
            at += 1
            yield Bracket(letter)
        else:
            excluded = is_minus(text, at)
            pieces, at = scan_piece(text, at + excluded, excluded=excluded)
            yield from pieces


def is_minus(text: str, at: int) -> bool:
    """A minus begins what it leaves out. One within words, alone, or doubled is a dash."""
    if text[at] not in MINUS:
        return False
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if after in OPENING and after:
        raise QueryError(
            _("Brackets do not group words here. Write a minus before each word: -war -conflict.")
        )
    begins = not before or before.isspace() or before == "|" or before in OPENING
    return begins and bool(after) and not after.isspace() and after not in f"{MINUS}|{CLOSING}"


def scan_piece(text: str, at: int, *, excluded: bool) -> tuple[list[Piece], int]:
    """A field, a phrase, or a run of other characters; and where it ends."""
    if named := FIELD.match(text, at):
        return scan_field(text, named, excluded=excluded)
    if text[at] in MARKS:
        return scan_phrase(text, at, excluded=excluded)
    end = end_of_run(text, at)
    run = text[at:end]
    if run == "OR" and not excluded:
        return [Or(run)], end
    if excluded:  # and/or is one thing to leave out
        found = list(tokens(run))
        return [build_term(run, found, excluded=True)] if found else [], end
    return [build_term(run, [word]) for word in written_words(run)], end


def scan_field(text: str, named: re.Match[str], *, excluded: bool) -> tuple[list[Piece], int]:
    name, at = named[1].lower(), named.end()
    if text[at : at + 1] and text[at] in MARKS:
        inner, end = inside_marks(text, at)
        value = " ".join("".join(" " if letter in MARKS else letter for letter in inner).split())
    else:
        end = end_of_run(text, at)
        value = text[at:end].rstrip(",;")
    if not fold(value):
        message = _(
            "“{name}:” needs a value right behind the colon, as in {example}. "
            "To search for the word itself, leave the colon out."
        )
        raise QueryError(message.format(name=name, example=EXAMPLES[name]))
    return [Field(name, value, excluded, (named.start() - excluded, end))], end


EXAMPLES = {
    "speaker": "speaker:Akar",
    "for": 'for:TR or for:"Saudi Arabia"',
    "about": 'about:AM or about:"Saudi Arabia"',
    "via": "via:TASS",
    "act": "act:warns",
    "before": "before:2020-07-14",
    "after": "after:2020-07-14",
}


def scan_phrase(text: str, at: int, *, excluded: bool) -> tuple[list[Piece], int]:
    inner, end = inside_marks(text, at)
    if text[end : end + 1] == "*" and text[end : end + 2] != "**":
        inner, end = f"{inner.rstrip()}*", end + 1
    found = list(tokens(inner))
    if found:
        return [build_term(inner, found, excluded=excluded, literal=True)], end
    if excluded:
        raise QueryError(_("Nothing stands between the marks after the minus. Write -word or -“some words”."))
    return [], end


def inside_marks(text: str, at: int) -> tuple[str, int]:
    """What a mark opens, and where it is closed.

    By its own counterpart; else by the next mark of any shape; else the text's
    end closes it. Marks of another shape inside are part of the words.
    """
    opening, depth = text[at], 0
    closing = CLOSED_BY.get(opening, opening)
    for end in range(at + 1, len(text)):
        if text[end] in closing:
            if not depth:
                return text[at + 1 : end], end + 1
            depth -= 1
        elif text[end] == opening:
            depth += 1
    for end in range(at + 1, len(text)):
        if text[end] in MARKS:
            return text[at + 1 : end], end + 1
    return text[at + 1 :], len(text)


def inside_all_marks(text: str) -> Iterator[str]:
    """What stands within double marks, in order."""
    at = 0
    while at < len(text):
        if text[at] in MARKS:
            inner, at = inside_marks(text, at)
            yield inner
        else:
            at += 1


def end_of_run(text: str, at: int) -> int:
    """Where the next space, mark, bracket or bar stands."""
    while at < len(text) and not (
        text[at].isspace() or text[at] in MARKS or text[at] in f"|{OPENING}{CLOSING}"
    ):
        at += 1
    return at


def build_term(text: str, found: list[Token], *, excluded: bool = False, literal: bool = False) -> Term:
    """A term of these words of the text, whose last may have a star."""
    words = tuple(word for token in found for word in token.word.split())
    for token in found:
        before = text[: token.start]
        if not literal and before.endswith("*") and not before.endswith("**"):
            message = _("A star can stand only at the end of a word, not as in “{typed}”. Write {example}.")
            raise QueryError(
                message.format(typed=text[:60], example=f"{(fold(before) or token.word).split()[-1]}*")
            )
    rest = text[found[-1].end :]
    prefix = rest.startswith("*") and not rest.startswith("**")
    if prefix and len(words[-1]) < SHORTEST_BEGINNING:
        message = _("“{typed}” would find nearly everything. Write at least {least} letters before the star.")
        raise QueryError(message.format(typed=f"{words[-1]}*", least=SHORTEST_BEGINNING))
    return Excluded(words, prefix) if excluded else Term(words, prefix)
