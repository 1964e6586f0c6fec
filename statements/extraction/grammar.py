"""Small pieces of English syntax, read forwards: noun phrases, times, occasions.

There is no parser. Each function is told where a phrase may begin and answers
where it ends; an answer equal to the start means that there is none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from statements.extraction.tokens import CLOSE, OPEN, Token
from statements.extraction.word_classes import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DAY_PARTS,
    DETERMINERS,
    HAVE,
    HEARERS,
    MODALS,
    MONTHS,
    NEGATIONS,
    OCCASIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_ADVERBS,
    TIME_UNITS,
    WEEKDAYS,
    is_adverb,
    is_finite_verb,
    is_participle,
    words,
)

Tokens = Sequence[Token]

_TIME_DETERMINERS = words("last this next the that same a")
_TIME_PREPOSITIONS = words("on in since by during")
_OCCASION_PREPOSITIONS = words("in at during on via through after by before following over")
_FOR_HEADS = (
    "spokes",
    "minister",
    "secretary",
    "candidate",
    "representative",
    "official",
    "lawyer",
    "attorney",
    "director",
    "commissioner",
    "coordinator",
)
_MANNERS = words(
    "satisfaction regret concern appreciation gratitude alarm pleasure interest sadness sorrow dismay"
    " surprise indignation anger irony pride caution optimism confidence certainty disappointment"
)
_TO_HEADS = words(
    "ambassador envoy adviser advisor representative aide delegate counsel assistant mission delegation"
)
_BOUNDS = (["less", "than"], ["more", "than"], ["fewer", "than"])
_AGO = words("ago earlier later")
_NUMERALS = words("one two three four five six seven eight nine ten")
_ENDS_OF_SPEECH = frozenset(".,!?…")
_DANGLING = frozenset(("of", "for", "to", "the", "a", "an", OPEN))
_ISSUED = words(
    "issued released published posted made given dated held carried broadcast aired circulated distributed"
)
_MADE = words("emailed e-mailed prepared prerecorded recorded televised taped leaked signed")
# What goes on with an office behind "First".
_BEHIND_FIRST = words(
    "deputy vice minister assistant secretary undersecretary counsellor counselor sea lord lady president"
)
_COMPANIONS = words("with to in between of on at from by")
_LONGEST_OCCASION = 9
_LONGEST_MANNER = 4
_LONGEST_RELATIVE = 24


def skip_time(tokens: Tokens, at: int) -> int:
    """Past an expression of time: "on Tuesday", "earlier on Thursday", "last week", "in July 2020"."""
    start = at
    while at < len(tokens):
        end = _one_time(tokens, at)
        if end == at:
            break
        at = end
    return at if at > start else start


def _one_time(tokens: Tokens, at: int) -> int:
    word = tokens[at].lower
    if word in TIME_ADVERBS:
        return at + 1
    ago = _skip_ago(tokens, at)
    if ago > at:
        return ago
    inner = at + 1 if word in _TIME_PREPOSITIONS | {"late", "early"} else at
    if inner < len(tokens) and tokens[inner].lower in _TIME_DETERMINERS and inner + 1 < len(tokens):
        inner += 1
    while inner < len(tokens) and tokens[inner].lower in ("early", "late", "past", "same"):
        inner += 1
    if inner >= len(tokens):
        return at
    head = tokens[inner]
    if head.lower in WEEKDAYS or head.lower in DAY_PARTS:
        return _skip_day_part(tokens, inner + 1)
    if head.lower in MONTHS and head.is_capitalised:
        end = _skip_date(tokens, inner + 1)
        is_name = len(head.text) == 3 and head.lower != "may" and end == inner + 1 == at + 1
        return at if is_name else end
    is_vague = inner > at and word in ("the", "a", "same")
    if head.lower in TIME_UNITS and inner > at and not is_vague:
        return inner + 1
    if head.text.isdigit() and len(head.text) == 4 and inner == at + 1 and word == "in":
        return inner + 1
    return at


def _skip_ago(tokens: Tokens, at: int) -> int:
    """Past "two weeks ago", "a year earlier", "less than 10 days later"."""
    inner = at + 2 if [token.lower for token in tokens[at : at + 2]] in _BOUNDS else at
    if inner + 2 >= len(tokens) or not (_counts(tokens[inner]) or tokens[inner].lower in ("a", "an", "one")):
        return at
    is_ago = tokens[inner + 1].lower in TIME_UNITS and tokens[inner + 2].lower in _AGO
    return inner + 3 if is_ago else at


def _skip_day_part(tokens: Tokens, at: int) -> int:
    return at + 1 if at < len(tokens) and tokens[at].lower in DAY_PARTS else at


def _skip_date(tokens: Tokens, at: int) -> int:
    """Past what follows a month: "12", "12, 2020", "2020"; of one cut short ". 12" too."""
    is_cut = at + 1 < len(tokens) and tokens[at].text == "." and tokens[at - 1].end == tokens[at].start
    at += is_cut and tokens[at + 1].text.isdigit()
    if at < len(tokens) and tokens[at].text.isdigit():
        at += 1
        if at + 1 < len(tokens) and tokens[at].text == "," and _is_year(tokens[at + 1]):
            at += 2
    return at


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()


def may_be_infinitive(tokens: Tokens, at: int) -> bool:
    """Catches: to help, to “go on”    Leaves alone: to the palace, to Ostia, to him"""
    token = tokens[at]
    return (
        token.lower == OPEN
        or token.quoted
        or (
            token.is_word
            and not token.is_capitalised
            and (token.lower not in DETERMINERS | POSSESSIVES | PRONOUNS | PREPOSITIONS)
        )
    )


def skip_adverbs(tokens: Tokens, at: int) -> int:
    """Past adverbs, and past "with satisfaction", which stands where one could."""
    while at < len(tokens):
        after = _skip_manner(tokens, at)
        if after > at:
            at = after
        elif tokens[at].lower in ("all", "both", "each", "only") or is_first_of_title(tokens, at):
            break
        elif is_adverb(tokens[at]):
            at += 1
        else:
            break
    return at


def _skip_manner(tokens: Tokens, at: int) -> int:
    """Catches: noted with deep regret | the delay    Leaves alone: noted with the envoy; with regret for"""
    if tokens[at].lower != "with" or tokens[at].quoted:
        return at
    for index in range(at + 1, min(at + _LONGEST_MANNER, len(tokens) - 1)):
        token = tokens[index]
        if token.lower in _MANNERS:
            return at if tokens[index + 1].lower in PREPOSITIONS | CONJUNCTIONS else index + 1
        if not token.is_word or token.quoted or token.lower in DETERMINERS | POSSESSIVES:
            return at
    return at


def skip_occasion(tokens: Tokens, at: int) -> int:
    """Past where or how something was said: "in a statement", "at a briefing in Moscow"."""
    if at >= len(tokens) or tokens[at].lower not in _OCCASION_PREPOSITIONS:
        return at
    if (
        tokens[at].lower == "after"
        and at + 1 < len(tokens)
        and tokens[at + 1].lower in ("meeting", "talking")
    ):
        return _skip_companions(tokens, at + 2)
    for index in range(at + 1, min(at + _LONGEST_OCCASION, len(tokens))):
        token = tokens[index]
        if token.lower in OCCASIONS and not _goes_on(tokens, index + 1):
            return _skip_companions(tokens, _skip_name(tokens, index + 1))
        if not _may_stand_before_noun(token) and token.lower != "of":
            return at
    return at


def _skip_name(tokens: Tokens, at: int) -> int:
    """Past the name of an occasion.

    Catches: at the conference “Safe Return” in Osta    Leaves alone: at the conference “We agree.”
    """
    if at + 2 >= len(tokens) or tokens[at].lower != OPEN or not tokens[at + 1].is_capitalised:
        return at
    end = at + 1
    while end < len(tokens) and tokens[end].quoted:
        end += 1
    is_said = tokens[end - 1].text in _ENDS_OF_SPEECH or has_finite_verb(tokens, at, end)
    return at if is_said else min(end + 1, len(tokens))


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Is the occasion named by a longer compound: "telephone" + "conversation"?"""
    return at < len(tokens) and tokens[at].lower in OCCASIONS


def _may_stand_before_noun(token: Token) -> bool:
    if not token.is_word or token.quoted:
        return token.lower in (OPEN, CLOSE) or token.quoted
    return not (
        (is_finite_verb(token) and token.lower not in _MADE)
        or token.lower in SUBORDINATORS
        or token.lower in PREPOSITIONS
        or token.lower in SUBJECT_PRONOUNS
        or token.lower in RELATIVES
    )


def _skip_companions(tokens: Tokens, at: int) -> int:
    """Past what belongs to an occasion: "with Lund", "published on Friday", "carried by Interfax", a time."""
    while at < len(tokens):
        issued = at + (tokens[at].lower in _ISSUED)
        after_time = skip_time(tokens, issued)
        if after_time > issued:
            at = after_time
        elif issued < len(tokens) and tokens[issued].lower in _COMPANIONS:
            end = noun_phrase_end(tokens, issued + 1)
            if end == issued + 1 or (tokens[issued].lower == "to" and not may_be_hearer(tokens[issued + 1])):
                return at
            at = end
        else:
            return at
    return at


def may_be_hearer(token: Token) -> bool:
    """Catches: a speech to the nation, to Lund    Leaves alone: promised in a speech to help"""
    word = token.lower
    return token.is_capitalised or word in DETERMINERS or word in POSSESSIVES or word in HEARERS


def noun_phrase_end(tokens: Tokens, at: int, *, limit: int | None = None) -> int:
    """The end of the noun phrase that begins at ``at``, or ``at`` when none does.

    Keeps "of ...", "for ..." after an office, coordinated names and titles;
    stops before a verb, a relative clause, a comma or another preposition.
    """
    start, limit = at, len(tokens) if limit is None else limit
    while at < limit:
        token = tokens[at]
        if not token.quoted and not _continues_noun_phrase(tokens, at, start, limit):
            break
        at += 1
        if at - start == 1 and token.lower in PRONOUNS - DETERMINERS - POSSESSIVES - {"one"}:
            break
    while at > start and _cannot_end(tokens[at - 1]):
        at -= 1
    return at


def _cannot_end(token: Token) -> bool:
    return token.lower in _DANGLING or token.lower in CONJUNCTIONS or token.lower in POSSESSIVES


def _continues_noun_phrase(tokens: Tokens, at: int, start: int, limit: int) -> bool:
    token, word = tokens[at], tokens[at].lower
    if word in (OPEN, CLOSE):
        return True
    if not token.is_word:
        return at > start and at + 1 < limit and is_inside_name(tokens, at)
    if word in CONJUNCTIONS:
        return at > start and at + 1 < limit and _begins_noun_phrase(tokens[at + 1])
    if _is_initial(tokens, at) or _compares(tokens, at, limit):
        return True
    if word in DETERMINERS or word in POSSESSIVES:
        return at == start or _takes_determiner(tokens[at - 1]) or tokens[at - 1].lower == "than"
    if word in PREPOSITIONS and at > start and token.is_capitalised and at + 1 < limit:
        return tokens[at + 1].is_capitalised
    if word in PREPOSITIONS:
        return at > start and (_keeps_preposition(tokens, at) or tokens[at - 1].lower in ("a", "an", "the"))
    if word in MODALS and token.is_capitalised and at > start:
        return True
    if word in AUXILIARIES or word in RELATIVES or word in SUBORDINATORS:
        return False
    if is_finite_verb(token):
        return _is_attribute(tokens, at, start)
    if word in PRONOUNS:
        return at == start or (word == "others" and tokens[at - 1].lower in CONJUNCTIONS)
    if word in ADVERBS:
        return (at > start and tokens[at - 1].lower in DETERMINERS) or is_first_of_title(tokens, at)
    return at == start or not is_participle(token) or tokens[at - 1].lower in DETERMINERS


def _compares(tokens: Tokens, at: int, limit: int) -> bool:
    """Catches: more than half, less than a third    Leaves alone: more than they said"""
    if tokens[at].lower != "than" or not at or tokens[at - 1].lower not in ("more", "less", "fewer"):
        return False
    following = tokens[at + 1].lower if at + 1 < limit else ""
    return following in ("half", "a", "one") or (following != "" and _counts(tokens[at + 1]))


def is_first_of_title(tokens: Tokens, at: int) -> bool:
    """Catches: First Deputy Minister Keller    Leaves alone: First, Keller; First Keller; first deputy"""
    is_first = tokens[at].text == "First" and at + 1 < len(tokens)
    return is_first and tokens[at + 1].is_capitalised and tokens[at + 1].lower in _BEHIND_FIRST


def _is_initial(tokens: Tokens, at: int) -> bool:
    """Catches: Anna A. Keller    Leaves alone: A. The"""
    return (
        0 < at < len(tokens) - 1
        and len(tokens[at].text) == 1
        and tokens[at].is_capitalised
        and tokens[at - 1].is_capitalised
        and tokens[at + 1].text == "."
    )


def _is_attribute(tokens: Tokens, at: int, start: int) -> bool:
    """Does a participle in -ed stand before the noun that it describes?

    Catches: the printed card, undecided voter Anna Keller    Leaves alone: the minister printed cards
    """
    if not tokens[at].lower.endswith("ed") or at + 1 >= len(tokens) or not tokens[at + 1].is_word:
        return False
    follows_article = at > start and tokens[at - 1].lower in DETERMINERS | POSSESSIVES - {"this", "that"}
    following = tokens[at + 1].lower
    ends_phrase = PREPOSITIONS | DETERMINERS | POSSESSIVES | AUXILIARIES | SUBORDINATORS | PRONOUNS
    return (follows_article or at == start) and following not in ends_phrase


def is_inside_name(tokens: Tokens, at: int) -> bool:
    """The dot of "Gen. Smith", the apostrophe of "the allies' plan": no space before it, a word after."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].text in (".", "'", "’")
        and tokens[at - 1].end == tokens[at].start
        and tokens[at + 1].is_word
        and tokens[at + 1].start > tokens[at].end
    )


def _begins_noun_phrase(token: Token) -> bool:
    word = token.lower
    return (
        token.is_capitalised
        or word in DETERMINERS
        or word in POSSESSIVES
        or (
            token.is_word
            and not is_finite_verb(token)
            and not is_adverb(token)
            and word not in PREPOSITIONS
            and word not in SUBORDINATORS
            and word not in SUBJECT_PRONOUNS
        )
    )


def _takes_determiner(token: Token) -> bool:
    return (
        token.lower in PREPOSITIONS
        or token.lower in CONJUNCTIONS
        or token.lower in DETERMINERS | POSSESSIVES
        or token.lower.endswith("'s")
        or (token.lower in (OPEN, "as"))
    )


def _keeps_preposition(tokens: Tokens, at: int) -> bool:
    word, head = tokens[at].lower, tokens[at - 1].lower
    if word == "of":
        return True
    if word == "in" and at + 1 < len(tokens):
        return _counts(tokens[at - 1]) and _counts(tokens[at + 1])
    if word == "out":
        return _counts(tokens[at - 1]) and tokens[at + 1 : at + 2] != () and tokens[at + 1].lower == "of"
    if word == "for":
        return head.startswith(_FOR_HEADS) or head in ("department", "center", "centre", "institute")
    return word == "to" and head in _TO_HEADS


def _counts(token: Token) -> bool:
    """Is the word a number: "four in 10"?"""
    return token.text.isdigit() or token.lower in _NUMERALS


def follows_comma(tokens: Tokens, at: int) -> bool:
    """Does a comma stand before ``at``, or right inside the quotation that ends there?"""
    if at and tokens[at - 1].lower == CLOSE:
        at -= 1
    return at > 0 and tokens[at - 1].text == ","


def has_finite_verb(tokens: Tokens, start: int, end: int) -> bool:
    return any(is_finite_verb(token) for token in tokens[start:end] if not token.quoted)


def opens_with_adverbial(tokens: Tokens, at: int) -> bool:
    """Does a sentence that begins here begin with something other than its subject: "In June", "Asked"?"""
    token = tokens[at]
    if (
        token.lower in SUBORDINATORS
        or token.lower in PREPOSITIONS
        or skip_time(tokens, at) > at
        or is_adverb(token)
    ):
        return True
    word = token.lower
    return (
        len(word) > 4
        and word.endswith(("ing", "ed"))
        and not (token.is_capitalised and at and tokens[at - 1].text == ",")
        and not (
            at + 1 < len(tokens)
            and (
                tokens[at + 1].is_capitalised
                or word in ("united", "nothing", "something", "everything", "beijing")
            )
        )
    )


def _is_inserted_adverb(tokens: Tokens, at: int) -> bool:
    """Does ", however," part the verb at ``at`` from its auxiliary: "has, however, said"?"""
    return (
        at > 3 and tokens[at - 3].text == "," and is_adverb(tokens[at - 2]) and tokens[at - 4].lower in HAVE
    )


def _is_floating(tokens: Tokens, at: int) -> bool:
    """Catches: have both argued    Leaves alone: both argued"""
    return tokens[at].lower in ("both", "all", "each") and at > 0 and tokens[at - 1].lower in AUXILIARIES


def group_start(tokens: Tokens, at: int) -> int:
    """The first auxiliary or adverb that belongs to the verb at ``at``."""
    while at > 0:
        word = tokens[at - 1].lower
        is_name = tokens[at - 1].is_capitalised and at > 1
        is_auxiliary = word in AUXILIARIES and "'" not in word and not is_name
        belongs = is_auxiliary or word.endswith("n't") or word in NEGATIONS or _is_floating(tokens, at - 1)
        if word == "," and _is_inserted_adverb(tokens, at):
            at -= 3
            continue
        is_since = word == "since" and at > 1 and tokens[at - 2].lower in HAVE
        if not belongs and not is_since and not is_adverb(tokens[at - 1]):
            break
        at -= 1
    return at


def opens_relative(tokens: Tokens, at: int) -> bool:
    """Catches: which pays, part of which will go, most of whom left    Leaves alone: part of the aid"""
    if tokens[at].lower in ("which", "who", "whose", "whom"):
        return True
    following = [token.lower for token in tokens[at + 1 : at + 3]]
    return following in (["of", "which"], ["of", "whom"])


def inserted_relative_end(tokens: Tokens, comma: int, resuming: Collection[str]) -> int:
    """Past a relative clause that a comma closes before a word of ``resuming``, or ``comma``.

    Catches: (thanked Ostia), which led the talks, (for)
    Leaves alone: (thanked Ostia), which led the talks.
    """
    if comma + 2 >= len(tokens) or tokens[comma].text != "," or not opens_relative(tokens, comma + 1):
        return comma
    for at in range(comma + 2, min(comma + _LONGEST_RELATIVE, len(tokens) - 1)):
        if tokens[at].text == "," and not tokens[at].quoted and tokens[at + 1].lower in resuming:
            return at + 1
    return comma


def auxiliaries(tokens: Tokens, at: int) -> set[str]:
    """Those of the verb at ``at``: "had" of "had since handed", none of "handed"."""
    return {token.lower for token in tokens[group_start(tokens, at) : at]} & AUXILIARIES
