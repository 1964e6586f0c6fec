"""How content follows its verb: one small rule for each frame of the verb table.

Every rule is given the tokens and the place after the verb and its adverbs,
and answers where the content begins, or -1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from statements.extraction.grammar import (
    Tokens,
    inserted_relative_end,
    is_inside_name,
    may_be_infinitive,
    noun_phrase_end,
    skip_adverbs,
    skip_time,
)
from statements.extraction.reporting_verbs import Frame, ReportingVerb, is_reporting_form
from statements.extraction.tail import STOPS, Tail
from statements.extraction.tokens import CLOSE, OPEN, Token
from statements.extraction.word_classes import (
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_UNITS,
    is_adverb,
    is_finite_verb,
    is_participle,
    words,
)

_TO = words("to")
_WHILE = words("as while when after before who")
_QUESTION_WORDS = words("whether why how if what")
_OPEN_QUESTION_WORDS = words("who whom whose which where")
_OPENS_LABEL = frozenset((OPEN, "a", "an"))
_NO_OPENERS = words("- ( ) ] --- ―")
_CURRENCIES = words("$ £ €")
_ANNOUNCING = frozenset((",", ":", "—", "–"))
_REACH = 24
_LONGEST_PARTY = 7
_LONGEST_SETTING = 4
# Behind "for" they tell no matter that is asked for.
_NO_MATTERS = words("comment comments example instance")
_ASKED = words(
    "government governments cabinet ministry minister ministers president parliament court council side sides"
    " authorities commission embassy premier"
)
_CLAUSE_REACH = 200
_JUDGEMENTS = words(
    "absurd dead false fake null premature unclear unfair untrue void weak wrong vital key"
    " unfriendly friendly"
    " hostile illegitimate inadequate inappropriate disproportionate unjust harsh cruel costly"
    " timely untimely"
    " hollow empty reckless ridiculous immature insane"
)
_ADJECTIVE_ENDINGS = (
    "ful",
    "ous",
    "able",
    "ible",
    "ive",
    "less",
    "ant",
    "ent",
    "ic",
    "ed",
    "ing",
    "gal",
    "ial",
    "nal",
)


@dataclass(frozen=True, slots=True)
class Found:
    """Where content begins, by which frame and which rule."""

    start: int
    frame: Frame
    rule: str


def find_content(tokens: Tokens, at: int, verb: ReportingVerb, tail: Tail) -> Found | None:
    """The first frame of the verb that fits what follows it."""
    for frame, rule, find in _FRAMES:
        if frame & verb.frames and not (frame is Frame.QUOTE and _is_quoted_object(tokens, verb, tail)):
            start = find(tokens, at, tail)
            if 0 <= start < len(tokens):
                return Found(start, frame, rule)
    return None


def _is_quoted_object(tokens: Tokens, verb: ReportingVerb, tail: Tail) -> bool:
    """Catches: confirmed “readiness for talks”    Leaves alone: confirmed: “We agree.”"""
    at = tail.end
    if Frame.OBJECT not in verb.frames or at + 1 >= len(tokens) or tokens[at].lower != OPEN:
        return False
    return not tokens[at + 1].is_capitalised


def _quotation_follows(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: said on Friday: “We agree.”    Leaves alone: said the “mission” was over"""
    del at
    index = tail.end
    while index < len(tokens) and (tokens[index].text in _ANNOUNCING or _says_only(tokens, index)):
        index += 1
    if index < len(tokens) and tokens[index].lower == OPEN:
        return index
    return _late_quotation(tokens, index) if index < len(tokens) else -1


def _says_only(tokens: Tokens, at: int) -> bool:
    return tokens[at].lower == "only" and at + 1 < len(tokens) and tokens[at + 1].text in (":", OPEN)


def _late_quotation(tokens: Tokens, start: int) -> int:
    """Past what the narrator says between verb and quotation.

    Catches: said as he left, “We agree.”; joked, using his full voice, “Amen.”
    Leaves alone: said he “agreed”
    """
    while start < len(tokens) - 1 and (is_adverb(tokens[start]) or tokens[start].text == ","):
        start += 1
    if tokens[start].lower == OPEN and tokens[start + 1 : start + 2] and tokens[start + 1].is_capitalised:
        return start
    opener = tokens[start]
    is_narrators = opener.lower in PREPOSITIONS | _WHILE or is_participle(opener)
    if not is_narrators or is_reporting_form(opener.lower):
        return -1
    for index in range(start + 1, min(start + _REACH, len(tokens) - 1)):
        token = tokens[index]
        if token.lower == OPEN:
            announced = tokens[index - 1].text in (",", ":") and tokens[index + 1].is_capitalised
            return index if announced else -1
        is_noun = tokens[index - 2].lower in DETERMINERS | POSSESSIVES
        if token.lower == "that" or token.text == ";" or (is_reporting_form(token.lower) and not is_noun):
            return -1
    return -1


def _that_clause(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: noted in Paris, on Monday, that talks go on    Leaves alone: noted it, adding that"""
    if [token.lower for token in tokens[tail.end : tail.end + 2]] == ["only", "that"]:
        return tail.end + 2
    if tail.end < len(tokens) and tokens[tail.end].lower != "that" and _starts_object(tokens, tail.end):
        return -1
    for index in range(at, min(max(at, tail.end) + _REACH, len(tokens) - 1)):
        token = tokens[index]
        if token.lower == "that" and not token.quoted:
            if index > at and _is_relative(tokens, index, tail):
                return -1
            is_object = tokens[index + 1].text in STOPS and tokens[index + 1].text != ","
            is_object = is_object or _is_pointer(tokens, index)
            return -1 if is_object or _comes_late(tokens, index, tail) else index + 1
        if index >= tail.end and _blocks_that(tokens, index):
            return _late_that(tokens, tail.end)
    return -1


def _is_pointer(tokens: Tokens, at: int) -> bool:
    """Does “that” at ``at`` point back, as no clause follows?

    Catches: denied that on its website    Leaves alone: denied that on its website it had written so,
    said that in Ostia people die
    """
    rest = tokens[at + 1 :]
    is_setting = rest[0].lower in PREPOSITIONS and len(rest) <= _LONGEST_SETTING
    return is_setting and not any(token.quoted or is_finite_verb(token) for token in rest)


def _is_relative(tokens: Tokens, at: int, tail: Tail) -> bool:
    """Does “that” at ``at`` stand for the noun before it, in words of time or place?

    Catches: (said) after talks that ended in Osta, at a meeting that lasted
    Leaves alone: (said) after talks that Ostia
    """
    verb = skip_adverbs(tokens, at + 1)
    before = tokens[at - 1]
    is_hearer = tail.hearer is not None and tail.hearer[1] == at
    is_noun = before.text.islower() and skip_time(tokens, at - 1) < at
    follows_noun = at > tail.end or (is_noun and not is_hearer)
    if verb >= len(tokens) or tokens[verb].quoted or "'" in tokens[verb].lower:
        return False
    return follows_noun and is_finite_verb(tokens[verb]) and noun_phrase_end(tokens, at + 1) == at + 1


def _late_that(tokens: Tokens, start: int) -> int:
    """Past an insertion between marks.

    Catches: said on air, where he is heard daily, that talks failed    Leaves alone: said he knew that
    """
    mark = tokens[start].text if start < len(tokens) else ""
    if mark not in (",", "—", "–", "--", "-"):
        return -1
    for index in range(start + 2, min(start + _REACH, len(tokens) - 1)):
        if tokens[index].quoted or tokens[index].text in ".;:":
            return -1
        if tokens[index].lower == "that" and tokens[index - 1].text == mark:
            return index + 1
    return -1


def _comes_late(tokens: Tokens, at: int, tail: Tail) -> bool:
    """After a comma, only a "that" with a comma of its own still belongs to the verb."""
    passed = any(token.text == "," for token in tokens[tail.end : at])
    return passed and tokens[at - 1].text != ","


def _blocks_that(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return (
        token.quoted
        or token.text in ".!?;:"
        or token.lower == OPEN
        or token.lower in SUBJECT_PRONOUNS
        or is_finite_verb(token)
        or is_reporting_form(token.lower)
    )


def _question(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: explained why talks failed    Leaves alone: explained the failure"""
    del at
    end = tail.end
    return end if end < len(tokens) and tokens[end].lower in _QUESTION_WORDS else -1


def _open_question(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: asked who had fired first    Leaves alone: said who had fired first"""
    del at
    end = tail.end
    return end if end < len(tokens) - 1 and tokens[end].lower in _OPEN_QUESTION_WORDS else -1


def _question_to_hearer(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: asked both sides whether talks would go on    Leaves alone: asked both sides"""
    del at
    end = noun_phrase_end(tokens, tail.end)
    return end if tail.end < end < len(tokens) and tokens[end].lower in _QUESTION_WORDS else -1


def _fronted_label(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: which he called “a farce”, what he called a crime    Leaves alone: which he called for"""
    del tail
    return at if at < len(tokens) and tokens[at].lower in _OPENS_LABEL else -1


def _fronted_as(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: which he described as “a farce”    Leaves alone: which he described"""
    del tail
    is_label = at + 1 < len(tokens) and tokens[at].lower == "as" and tokens[at + 1].lower in _OPENS_LABEL
    return at + 1 if is_label else -1


def _label_before_object(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: dismissed as “groundless” a claim to it    Leaves alone: dismissed as “groundless” by"""
    del tail
    if at + 2 >= len(tokens) or tokens[at].lower != "as" or tokens[at + 1].lower != OPEN:
        return -1
    closings = (index for index in range(at + 2, len(tokens)) if tokens[index].lower == CLOSE)
    end = next(closings, len(tokens))
    has_object = end + 2 < len(tokens) and _is_labelled(tokens, end + 1)
    return at + 1 if has_object else -1


def _is_labelled(tokens: Tokens, at: int) -> bool:
    """Catches: (as “groundless”) the claim, reports that    Leaves alone: on Monday, and left, by"""
    return (
        _starts_object(tokens, at)
        and tokens[at].lower != OPEN
        and tokens[at].lower not in CONJUNCTIONS | RELATIVES
        and skip_time(tokens, at) == at
    )


def _bare_clause(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: said on Friday talks would go on    Leaves alone: said on Friday; said twice - and left"""
    del at
    end = tail.end
    if (
        end >= len(tokens)
        or (tokens[end].text in STOPS and tokens[end].text != ":")
        or tokens[end].lower in RELATIVES
    ):
        return -1
    if tokens[end].text == ":":
        return end + 1 if end + 3 < len(tokens) else -1
    if tokens[end].lower in ("to", "and", "but", "as", "so") or tokens[end].text in _NO_OPENERS:
        return -1
    has_verb = tokens[end].lower in SUBJECT_PRONOUNS or any(
        is_finite_verb(tokens[index]) and tokens[index - 1].text != ","
        for index in range(end, min(end + _CLAUSE_REACH, len(tokens)))
    )
    return end if has_verb and len(tokens) - end > 2 else -1


def _bare_words(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: said on Friday talks go on    Leaves alone: said so; said after talks that failed"""
    end = tail.end
    if at < end < len(tokens) and tokens[end].lower == "that" and _is_relative(tokens, end, tail):
        return -1
    if end + 3 > len(tokens) or not (_starts_object(tokens, end) or tokens[end].lower in PRONOUNS):
        return -1
    is_phrase = all(token.is_word or token.quoted for token in tokens[end : end + 2])
    return end if is_phrase or is_inside_name(tokens, end + 1) else -1


def _infinitive(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: pledged on Monday to help    Leaves alone: pledged aid to Baku"""
    at = skip_time(tokens, skip_adverbs(tokens, at))
    if tail.end < len(tokens) and tokens[tail.end].lower == "to":
        at = tail.end
    if at + 1 < len(tokens) and tokens[at].lower == "not":
        at += 1
    return (
        at if at + 1 < len(tokens) and tokens[at].lower == "to" and may_be_infinitive(tokens, at + 1) else -1
    )


def _object_to(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: urged both sides on Friday to stop; urged Ostia, which led the talks, to stop

    Leaves alone: urged restraint
    """
    del tail
    if at >= len(tokens) or not _starts_object(tokens, at):
        return -1
    passed = at
    for index in range(at + 1, min(at + _REACH, len(tokens) - 1)):
        token = tokens[index]
        if index < passed:
            continue
        passed = inserted_relative_end(tokens, index, _TO)
        if passed > index:
            continue
        starts_quoted = token.quoted and tokens[index - 1].lower == OPEN
        is_open = starts_quoted or not token.quoted
        if token.lower == "to" and is_open and may_be_infinitive(tokens, index + 1):
            return at
        if not token.quoted and (
            (is_finite_verb(token) and not _is_reduced(tokens, index))
            or (token.text in ".!?;:" and not is_inside_name(tokens, index))
            or (token.lower in SUBORDINATORS and token.lower not in PREPOSITIONS)
        ):
            return -1
    return -1


def _is_reduced(tokens: Tokens, at: int) -> bool:
    """Catches: urged the states concerned to wait    Leaves alone: called for a truce and offered to wait"""
    before = tokens[at - 1]
    return tokens[at + 1].lower == "to" and before.lower not in CONJUNCTIONS and before.text != ","


def _object_of(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: accused Ankara of backing, warned it against going    Leaves alone: stood accused"""
    del tail
    if at >= len(tokens) or not _starts_object(tokens, at):
        return -1
    words = [token.lower for token in tokens[at + 1 : at + _REACH] if not token.quoted]
    return at if "of" in words or "against" in words else -1


def _object_of_matter(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: reminded Ankara of its promise    Leaves alone: reminded the envoy of Ostia that"""
    start = _object_of(tokens, at, tail)
    end = noun_phrase_end(tokens, at) if start >= 0 else at
    return start if any(token.lower == "of" for token in tokens[at + 1 : end + 1]) else -1


def _object_for(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: blamed both sides for the fighting    Leaves alone: blamed for it"""
    del tail
    if at >= len(tokens) or not _starts_object(tokens, at):
        return -1
    words = [token.lower for token in tokens[at + 1 : at + _REACH] if not token.quoted]
    return at if "for" in words else -1


def _request(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: asked Ostia for clear steps, asked the Ostian side for maps

    Leaves alone: asked him for a light, asked questions for an hour, asked Lund for years,
    asked the government for comment, asked the court for the third time whether
    """
    del tail
    for index in range(at + 1, min(at + _LONGEST_PARTY, len(tokens) - 1)):
        if tokens[index].lower == "for":
            names = any(token.is_capitalised or token.lower in _ASKED for token in tokens[at:index])
            is_while = tokens[index + 1].lower in TIME_UNITS or _is_duration(tokens, index + 1)
            next_words = [token.lower for token in tokens[index + 1 : index + 4]]
            is_no_matter = next_words[0] in _NO_MATTERS or "time" in next_words
            return at if names and not is_while and not is_no_matter else -1
        if tokens[index].quoted or not tokens[index].is_word or is_finite_verb(tokens[index]):
            return -1
        if tokens[index].lower in PREPOSITIONS - {"of"}:
            return -1
    return -1


def _is_duration(tokens: Tokens, at: int) -> bool:
    """Catches: (for) an hour, two weeks    Leaves alone: (for) an answer"""
    return at + 1 < len(tokens) and tokens[at + 1].lower in TIME_UNITS


def _plain_object(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: condemned the attack; called for increased aid; spoke about how talks failed

    Leaves alone: condemned on Friday; announced Friday after talks; as the envoy reported last week.
    """
    del tail
    after_time = skip_time(tokens, at) if at < len(tokens) else at
    if after_time == len(tokens) or tokens[after_time].text in STOPS:
        return -1
    names = tokens[after_time].lower in DETERMINERS or not tokens[after_time].text.islower()
    if after_time > at and tokens[after_time].lower in PREPOSITIONS - {"of"}:
        return -1
    if after_time > at and (names or not _starts_object(tokens, at)):
        at = after_time
    if at >= len(tokens):
        return -1
    if tokens[at].text in _CURRENCIES and is_adverb(tokens[at - 1]):
        return at - 1
    follows_particle = tokens[at - 1].lower in PREPOSITIONS
    fits_particle = follows_particle and (
        tokens[at].lower.endswith("ed") or tokens[at].lower in _QUESTION_WORDS
    )
    return at if fits_particle or _starts_object(tokens, at) else -1


def _starts_object(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.lower == OPEN or (token.text in _CURRENCIES and not token.quoted):
        return True
    if not token.is_word or token.quoted or is_adverb(token):
        return False
    if is_finite_verb(token):
        return token.lower.endswith("ed") and at + 1 < len(tokens) and _is_plain_noun(tokens[at + 1])
    if token.lower == "that":
        return at + 1 < len(tokens) and _is_plain_noun(tokens[at + 1])
    if token.lower == "what":
        return _starts_free_relative(tokens, at)
    return (
        token.lower not in PREPOSITIONS
        and token.lower not in SUBORDINATORS
        and token.lower not in ("and", "or")
    )


def _starts_free_relative(tokens: Tokens, at: int) -> bool:
    """Does “what” at ``at`` name a thing by who speaks of it: "what it called", not "what to do"?"""
    subject_end = noun_phrase_end(tokens, at + 1)
    return at + 1 < subject_end < len(tokens) and is_finite_verb(tokens[subject_end])


def _is_plain_noun(token: Token) -> bool:
    """May the word after "that" make it a pointer: "that claim", not "that they", "that the"?"""
    return (
        token.is_word
        and not token.is_capitalised
        and token.lower not in DETERMINERS | POSSESSIVES | PRONOUNS | PREPOSITIONS
        and not is_finite_verb(token)
    )


def _label(tokens: Tokens, at: int, tail: Tail) -> int:
    """Catches: called the attack a crime    Leaves alone: called his counterpart"""
    del tail
    if at >= len(tokens) or not _starts_object(tokens, at):
        return -1
    for index in range(at + 1, min(at + _REACH, len(tokens))):
        token, before = tokens[index], tokens[index - 1]
        if token.text in STOPS and not token.quoted and not is_inside_name(tokens, index):
            break
        if token.lower == OPEN:
            return at
        if (
            token.lower in ("a", "an", "the")
            and before.lower not in PREPOSITIONS
            and before.is_word
            and (before.lower not in ("and", "or"))
            and not is_finite_verb(before)
        ):
            return at
    return at if _ends_in_adjective(tokens, at) else -1


def _ends_in_adjective(tokens: Tokens, at: int) -> bool:
    """Catches: called the move unlawful, called him weak    Leaves alone: called the minister"""
    end = at
    while end < len(tokens) and tokens[end].is_word and tokens[end].lower not in PREPOSITIONS | CONJUNCTIONS:
        end += 1
    if end - at < 2 or tokens[end - 1].is_capitalised:
        return False
    is_short = end - at == 2 and (tokens[at].lower in PRONOUNS or tokens[at].is_capitalised)
    last = tokens[end - 1].lower
    return is_short or (end - at > 2 and (last in _JUDGEMENTS or last.endswith(_ADJECTIVE_ENDINGS)))


Finder = Callable[[Tokens, int, Tail], int]

_FRAMES: tuple[tuple[Frame, str, Finder], ...] = (
    (Frame.QUOTE, "quotation-after-cue", _quotation_follows),
    (Frame.CLAUSE | Frame.THAT, "reported-clause", _that_clause),
    (Frame.TO, "infinitive", _infinitive),
    (Frame.OBJECT_TO, "object-and-infinitive", _object_to),
    (Frame.CLAUSE | Frame.WHETHER, "reported-question", _question),
    (Frame.WHETHER, "reported-question", _open_question),
    (Frame.WHETHER, "reported-question", _question_to_hearer),
    (Frame.OF, "accusation", _object_of),
    (Frame.MATTER, "object-and-matter", _object_of_matter),
    (Frame.FOR, "object-and-reason", _object_for),
    (Frame.REQUEST, "object-and-matter", _request),
    (Frame.LABEL, "label", _label),
    (Frame.LABEL, "fronted-label", _fronted_label),
    (Frame.AS, "label", _label_before_object),
    (Frame.AS, "fronted-label", _fronted_as),
    (Frame.OBJECT, "object", _plain_object),
    (Frame.CLAUSE, "reported-clause", _bare_clause),
    (Frame.BARE, "reported-clause", _bare_words),
)
