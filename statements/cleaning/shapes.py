"""What a paragraph looks like: a sentence, a heading, a line that was cut off.

Shapes are judged by length, capitals and final punctuation alone.
"""

from __future__ import annotations

import re

# Final punctuation in the scripts of the archive: Latin, Armenian, Chinese, Arabic, Indic, Ethiopic.
FINAL = ".!?։。！？؟۔।።"
CLOSERS = "\"'”’»›)]}｣」』 "
OPENERS = "\"'“‘«‹([{„「『 "

# A paragraph of so many words is prose however it ends: an unclosed quotation has no full stop.
LONG = 25

# The fewest words that a sentence of prose has when nothing else tells it from a label.
SHORTEST_PROSE = 5

# The longest line that is still a heading.
LONGEST_HEADING = 25
LONGEST_TITLE_CASE = 20
CAPITAL_SHARE = 0.8

CUT_OFF = ("…", "...", "[…]", "[...]", "(…)", "(...)")

# Words that stay small in an English headline.
SMALL_WORDS = frozenset(
    [
        "a", "an", "the", "and", "or", "nor", "but", "of", "in", "on", "at", "to", "for", "by",
        "from", "with", "over", "as", "vs", "via", "amid", "up", "off", "out", "into", "per",
        "than", "is",
    ]
)  # fmt: skip

# Thai, Lao, Khmer, Chinese and Japanese put no blanks between words.
UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
LIST_ITEM = re.compile(r"(?:[•·▪‣*–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
TURN = re.compile(r"[^\W\d_][^:]{0,60}:\s")


def word_count(text: str) -> int:
    """Words between blanks; two characters of a script without blanks make about one.

    >>> word_count("It’s not like that.")
    4
    """
    return len(text.split()) + len(UNSPACED.findall(text)) // 2


def ends_sentence(text: str) -> bool:
    """ "He did not elaborate." and "stop it!”" do; "Photo:" and "the establishment of a new…" do not."""
    return text.rstrip(CLOSERS).endswith(tuple(FINAL)) and not is_cut_off(text)


def is_cut_off(text: str) -> bool:
    """ "the establishment of a new…" is; "“We shall see…”" is not."""
    return text.endswith(CUT_OFF)


def is_title_case(text: str) -> bool:
    """ "Russia Warns Against War" is; "Russia warns against war" is not."""
    capitals = others = 0
    for word in text.split():
        bare = word.strip(OPENERS + CLOSERS + FINAL + ",;:")
        if bare[:1].isalpha() and bare.lower() not in SMALL_WORDS:
            if bare[0].isupper():
                capitals += 1
            else:
                others += 1
    return capitals >= 2 and capitals >= CAPITAL_SHARE * (capitals + others)


def is_heading(text: str, words: int) -> bool:
    """A line without a full stop, or in title case with one.

    "Escalation on the border" is, and "President “Very Concerned” By Clashes.";
    "He did not elaborate." is not, nor "Ladies and gentlemen,".
    """
    if not 0 < words <= LONGEST_HEADING or is_cut_off(text) or is_turn(text):
        return False
    if text.endswith(("?", "!", "?”", "!”")):
        return words <= LONGEST_TITLE_CASE
    if ends_sentence(text):
        return words <= LONGEST_TITLE_CASE and is_title_case(text)
    return not text.endswith((",", ";", ":"))


def is_prose(text: str, words: int) -> bool:
    """A sentence that is no headline, a long paragraph, or a turn of a conversation.

    "They agreed to develop cooperation." is; "Facebook Forum" is not.
    """
    if words >= LONG:
        return not is_cut_off(text)
    if not ends_sentence(text):
        return False
    if is_turn(text):
        return True
    return words >= SHORTEST_PROSE and not (words <= LONGEST_TITLE_CASE and is_title_case(text))


def is_turn(text: str) -> bool:
    """ "MR PRICE: No." and "Question: Why?" are, provided that they end as sentences do."""
    return TURN.match(text) is not None and ends_sentence(text)


def is_list_item(text: str) -> bool:
    """ "– a ceasefire from 10 October" and "1. Both sides agree" are."""
    return LIST_ITEM.match(text) is not None


def reads_on(text: str, words: int) -> bool:
    """Whether a line at the end of an article may still be its own.

    "He did not elaborate." may, and a long line without a full stop; "The Editor" may not.
    """
    if is_cut_off(text):
        return False
    if is_title_case(text) and words <= LONGEST_TITLE_CASE:
        return is_turn(text)
    leads_on = text.endswith(":") and words >= 3
    return (ends_sentence(text) and words >= 2) or words >= 10 or leads_on or is_list_item(text)
