"""Where the narrator takes the word again, behind what a verb reports.

Each rule is given where the content begins and how far it may reach, and
answers where it ends; the answer ``end`` means that nothing cuts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statements.extraction.cue import Cue
from statements.extraction.grammar import (
    Tokens,
    has_finite_verb,
    inserted_relative_end,
    noun_phrase_end,
    opens_relative,
    skip_adverbs,
    skip_occasion,
)
from statements.extraction.reporting_verbs import GERUND, PAST, Frame, is_reporting_form
from statements.extraction.tokens import CLOSE, OPEN, Token
from statements.extraction.word_classes import (
    AUXILIARIES,
    BE,
    CONTRASTS,
    DETERMINERS,
    OCCASIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME_UNITS,
    is_finite_verb,
    is_participle,
    words,
)

NOUN_PHRASES = Frame.OBJECT | Frame.LABEL | Frame.REQUEST
_OF = Frame.OF | Frame.MATTER
# What the verb still lacks, behind a relative clause: "(thanked Ostia, which led,) for its help".
_TAKES_UP = {
    Frame.OBJECT_TO: ("to",),
    Frame.FOR: ("for",),
    Frame.OF: ("of", "against"),
    Frame.MATTER: ("of",),
}
CIRCUMSTANCES = words("after before as")
_RELAYS = words("according per quoted cited citing")
_MOST_APPOSITION_WORDS = 8
_SHORT_PHRASE = 4
_LONGEST_LAPSE = 5
_PLANS = words(
    "plans wants hopes needs faces leads remains seems appears refuses intends backs supports runs"
)
_SAME_IN_PAST = words("cut hit hurt let put set shut come become read")
_NOW = words("is are has have will do does isn't aren't hasn't haven't won't don't doesn't")
# What somebody did instead of saying more: ", but stopped short of naming Ostia".
_HELD_BACK = words("stopped declined refused gave")
_MEASURES = words("less more fewer higher lower")
_SUMMARIES = words(
    "move claim charge position view statement comment remark message reference swipe jab dig nod sign"
    " goal decision warning step fact figure sentiment point argument theme contrast notion"
)
_DEVICES = words("email e-mail phone telephone report video page account feed")


def main_clause_after(tokens: Tokens, start: int) -> int:
    """The first comma from ``start`` on, inside a closing mark or not; the end when there is none."""
    for index in range(start, len(tokens) - 2):
        if tokens[index].text == ",":
            closes = tokens[index + 1].lower == CLOSE
            if closes or not tokens[index].quoted:
                return index + 2 if closes else index
    return len(tokens)


def main_subject_after(tokens: Tokens, start: int) -> int:
    """The first comma from ``start`` on that a subject and its verb follow; the end when there is none."""
    for comma in _commas(tokens, start, len(tokens) - 3):
        subject_end = noun_phrase_end(tokens, comma + 1)
        verb = skip_adverbs(tokens, subject_end)
        if comma + 1 < subject_end and verb < len(tokens) and _is_main_verb(tokens[verb]):
            return comma
    return len(tokens)


def relative_clause_end(tokens: Tokens, start: int, end: int) -> int:
    """The comma that closes a relative clause, as the main verb follows: "who said A, left"."""
    for comma in _commas(tokens, start + 1, end - 1):
        verb = skip_adverbs(tokens, comma + 1)
        if verb < end and not tokens[verb].quoted and _is_main_verb(tokens[verb]):
            return comma
    return end


def _commas(tokens: Tokens, start: int, end: int) -> Iterator[int]:
    return (at for at in range(start, end) if tokens[at].text == "," and not tokens[at].quoted)


def _is_main_verb(token: Token) -> bool:
    is_third = token.lower.endswith("s") and not token.is_capitalised
    return is_finite_verb(token) or (is_third and token.lower in _PLANS) or is_reporting_form(token.lower)


def before_relay(tokens: Tokens, start: int, end: int) -> int:
    """Cut whoever passed the words on.

    Catches: said talks go on, according to the agency; said talks go on, quoted by the agency;
    said talks go on, citing the army
    Leaves alone: said all went according to plan
    """
    for index in range(start + 1, end - 1):
        token = tokens[index]
        if token.quoted or token.lower not in _RELAYS:
            continue
        if token.lower == "according" and tokens[index + 1].lower == "to":
            return index
        if tokens[index - 1].text == "," and (
            token.lower in ("per", "citing") or tokens[index + 1].lower == "by"
        ):
            return index
    return end


def before_comment(tokens: Tokens, start: int, end: int) -> int:
    """Cut what the narrator makes of the words: a comparison, or a noun that sums them up.

    Catches: said he would pay, compared with 20 who would not; said talks failed, a claim that Ostia denies;
    said talks failed, but declined to say why
    Leaves alone: urged Ostia to accept lower wages, higher taxes and a treaty
    """
    for comma in _commas(tokens, start + 1, end - 2):
        word, following = tokens[comma + 1].lower, tokens[comma + 2].lower
        compares = word == "compared" or (word == "double" and following == "the")
        measures = word in _MEASURES and following == "than"
        if compares or measures or (word == "well" and following in ("above", "below")):
            return comma
        if word in ("a", "an", "the") and following in _SUMMARIES:
            return comma
        if word == "but" and following in _HELD_BACK:
            return comma
    return end


def before_lapse(tokens: Tokens, start: int, end: int) -> int:
    """Cut how long before or after something else the words were said.

    Catches: said it wanted talks, two days after Ostia left; said talks “failed,” hours before the vote
    Leaves alone: said it left two days after Ostia; said that, two days after Ostia left, it fell
    """
    for at in range(start + 3, end - 2):
        is_lapse = tokens[at].lower in ("after", "before") and tokens[at - 1].lower in TIME_UNITS
        if not is_lapse or tokens[at].quoted:
            continue
        first = next(
            (k for k in range(at - 1, max(start, at - _LONGEST_LAPSE), -1) if _parts(tokens[k - 1])), 0
        )
        is_last = not any(token.text == "," and not token.quoted for token in tokens[at:end])
        if first and is_last:
            return first - 1 if tokens[first - 1].text == "," else first
    return end


def _parts(token: Token) -> bool:
    return token.text == "," or token.lower == CLOSE


def before_relative(tokens: Tokens, start: int, end: int, cue: Cue, later: Sequence[Cue]) -> int:
    """Cut a last relative clause that is the narrator's: it holds a cue, or tells in the present what is so.

    Catches: said he had the mails, which she called “a gift”; said he would go to Ostia, which is at war
    Leaves alone: said Ostia, which is at war, had lost; said he would go to Ostia, which was at war
    """
    starts = {other.group_start for other in later if other.is_finite}
    relatives = [at for at in _commas(tokens, start + 1, end - 2) if tokens[at + 1].lower in ("which", "who")]
    for comma in relatives:
        subject_end = noun_phrase_end(tokens, comma + 2)
        if subject_end > comma + 2 and subject_end in starts:
            return comma if relative_clause_end(tokens, comma, end) == end else end
    if not relatives or cue.form != PAST:
        return end
    last = relatives[-1]
    verb = skip_adverbs(tokens, last + 2)
    is_quoted = any(token.lower == OPEN for token in tokens[last:end])
    tells = verb < end and tokens[verb].lower in _NOW and has_finite_verb(tokens, start, last)
    return last if tells and not is_quoted and relative_clause_end(tokens, last, end) == end else end


def before_narration(tokens: Tokens, start: int, end: int, frame: Frame, cue: Cue) -> int:
    """Cut an object where the narrator tells what came of it, or the speaker’s next act.

    Catches: blamed Ostia for the raid, leaving 17 dead; urged both to wait without holding either responsible
    promised aid, part of which is spent
    Leaves alone: pledged to help Ostia, including with aid; thanked Ostia, which led the talks, for its help;
    We expect aid, part of which is spent (the speaker tells it)
    """
    passed = start
    for index in range(start + 1, end - 1):
        token, before = tokens[index], tokens[index - 1]
        if token.quoted or index < passed:
            continue
        if is_participle(token) and before.text == "," and frame not in _OF:
            return index - 1
        if token.lower == "without" and frame is Frame.OBJECT_TO and is_participle(tokens[index + 1]):
            return index
        if before.text == ",":
            if token.lower in ("which", "who") or (cue.form == PAST and opens_relative(tokens, index)):
                passed = inserted_relative_end(tokens, index - 1, _TAKES_UP.get(frame, ()))
                if passed < index:
                    return index - 1
                continue
            if token.lower in ("while", "with", "but", "because"):
                return index - 1
        if _is_next_verb(tokens, start, index):
            return index
        if token.lower in ("which", "that") and _is_passive_report(tokens, index):
            return index
    return end


def _is_next_verb(tokens: Tokens, start: int, at: int) -> bool:
    """Does the speaker's next act begin here: a verb that no verb of the content could go with?

    Catches: denied the charges and left the talks; blamed Ostia but later thanked it
    Leaves alone: condemned the wounding and killing of hostages; said he left and went home
    """
    if tokens[at].lower not in ("and", "but") or at + 3 > len(tokens):
        return False
    verb = skip_adverbs(tokens, at + 1)
    if verb + 1 >= len(tokens) or not is_finite_verb(tokens[verb]) or tokens[verb].lower in _SAME_IN_PAST:
        return False
    following = tokens[verb + 1]
    has_own_words = following.is_capitalised or following.lower in (
        DETERMINERS | POSSESSIVES | PREPOSITIONS | PRONOUNS
    )
    is_group = tokens[verb].lower in AUXILIARIES
    return (has_own_words or is_group) and not any(
        is_finite_verb(token) or token.lower in RELATIVES for token in tokens[start:at]
    )


def _is_passive_report(tokens: Tokens, at: int) -> bool:
    """Does a relative clause at ``at`` report another speaker: "which was condemned by Paris"?"""
    words = [token.lower for token in tokens[at + 1 : at + 7]]
    return (
        "by" in words
        and any(word in BE for word in words)
        and is_reporting_form(words[words.index("by") - 1])
    )


def before_new_clause(tokens: Tokens, start: int, end: int, frame: Frame) -> int:
    """Cut an object or infinitive where a clause or an explanation of the narrator's begins.

    Catches: backed the plan, and Lund left; praised Lund, a friend of hers; rejected it; later talks failed
    Leaves alone: condemned the army, the navy and the police; promised a road, a school and a bridge
    """
    if frame in _OF or tokens[start].lower == "if":
        return end
    links = [at for at in range(start, end) if tokens[at].lower in ("and", "or") and not tokens[at].quoted]
    last_link = links[-1] if links else start
    for index in range(start + 1, end - 2):
        if tokens[index].quoted:
            continue
        if tokens[index].text == ";" and frame in NOUN_PHRASES:
            return index
        if tokens[index].text == ",":
            explains = last_link <= index and _explains(tokens, start, index)
            if explains or _begins_clause(tokens, index + 1, end, frame):
                return index
    return end


def _explains(tokens: Tokens, start: int, comma: int) -> bool:
    """Catches: praised Lund, a friend of hers    Leaves alone: shelled a village, a road"""
    nearby = tokens[max(start, comma - _SHORT_PHRASE) : comma]
    return tokens[comma + 1].lower in ("a", "an") and not any(token.lower in ("a", "an") for token in nearby)


def _begins_clause(tokens: Tokens, at: int, end: int, frame: Frame) -> bool:
    """Do a subject and its verb follow, or behind an object "and" with both?"""
    if tokens[at].lower == "and" and frame in NOUN_PHRASES:
        at += 1
    first = tokens[at]
    if not first.is_capitalised and first.lower not in DETERMINERS | POSSESSIVES | PRONOUNS:
        return False
    return _has_subject_and_verb(tokens, at, end)


def _has_subject_and_verb(tokens: Tokens, at: int, end: int) -> bool:
    """Does a clause begin here: "after he left", not "after the war"?"""
    subject_end = noun_phrase_end(tokens, at, limit=end)
    verb = skip_adverbs(tokens, subject_end)
    return at < subject_end and verb < end and is_finite_verb(tokens[verb])


def before_second_participle(tokens: Tokens, start: int, end: int, cue: Cue) -> int:
    """Cut an object of a participle where the next participle goes on.

    Catches: left, denouncing the plan and promising more
    Leaves alone: left, denouncing those shelling villages and burning fields
    """
    if cue.form != GERUND:
        return end
    for index in range(start + 1, end - 2):
        if is_participle(tokens[index]):
            return end
        if tokens[index].lower == "and" and not tokens[index].quoted and is_participle(tokens[index + 1]):
            return index
    return end


def before_next_clause(tokens: Tokens, start: int, end: int, closed: int) -> int:
    """Cut the narrator's clause behind a quotation, ``closed`` there, that the content begins with.

    Catches: praised “his courage” as he left    Leaves alone: said “all agree” that talks failed
    """
    starts_clause = closed < end and tokens[closed].lower in CIRCUMSTANCES | {"while", "when"}
    return closed if starts_clause else end


def before_circumstance(tokens: Tokens, start: int, end: int) -> int:
    """Cut when and where an object was spoken of.

    Catches: condemned the raid in a speech; condemned the raid after he met Lund
    Leaves alone: condemned the raid on Monday
    """
    for index in range(start + 1, end - 1):
        token = tokens[index]
        if token.quoted or not token.is_word:
            continue
        if token.lower in CIRCUMSTANCES and _has_subject_and_verb(tokens, index + 1, end):
            return index
        if token.lower in ("before", "after", "while", "by") and is_participle(tokens[index + 1]):
            return index
        follows_comma = tokens[index - 1].text == ","
        if follows_comma and token.lower == "and" and is_finite_verb(tokens[index + 1]):
            return index
        if _is_occasion(tokens, index, end) or (token.lower == "but" and follows_comma):
            return index
    return end


def _is_occasion(tokens: Tokens, at: int, end: int) -> bool:
    """Catches: in a speech, on a call    Leaves alone: on Lund and other statements, over her email server"""
    after = skip_occasion(tokens, at)
    if after <= at + 1:
        return False
    following = tokens[at + 1].lower
    if tokens[at].lower in ("on", "over") and following not in OCCASIONS | {"a", "the", "social"}:
        return False
    return tokens[after - 1].lower not in _DEVICES or after >= end or _closes_phrase(tokens[after])


def _closes_phrase(token: Token) -> bool:
    """May the noun before the token stand at the end of its phrase?"""
    if not token.is_word or token.is_capitalised or token.lower == "and":
        return True
    is_function_word = token.lower in PREPOSITIONS | CONTRASTS | RELATIVES
    return is_function_word or is_finite_verb(token) or is_participle(token)


def after_quoted_comma(tokens: Tokens, start: int, end: int) -> int:
    """Cut behind a quotation whose own comma parts it from what follows.

    Catches: called the plan “a farce,” and Lund left    Leaves alone: called it “a farce,” “a sham”
    """
    for index in range(start + 2, end - 1):
        if tokens[index].lower == CLOSE and tokens[index - 1].text == ",":
            following = [token.lower for token in tokens[index + 1 : index + 3]]
            if OPEN not in following:
                return index + 1
    return end


def before_apposition(tokens: Tokens, start: int, end: int) -> int:
    """Cut a last noun phrase that explains the name before it.

    Catches: said she would back Ostia, her country’s main ally
    Leaves alone: said they sent the army, the navy and the police
    """
    for index in range(end - 1, max(start + 1, end - _MOST_APPOSITION_WORDS - 2), -1):
        token = tokens[index]
        if token.quoted or token.lower in (OPEN, CLOSE, "and", "or") or is_finite_verb(token):
            return end
        if token.text == ",":
            first = tokens[index + 1] if index + 1 < end else token
            names = tokens[index - 1].is_capitalised
            explains = first.lower in POSSESSIVES or first.lower in ("the", "a", "an")
            return index if names and explains and noun_phrase_end(tokens, index + 1) >= end else end
    return end
