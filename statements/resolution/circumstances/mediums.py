"""In what form words were given out: the few kinds that statements of states have."""

from __future__ import annotations

from statements.folding import fold
from statements.records import Document, Quotation, Span
from statements.resolution.circumstances.times_of_speaking import OTHER_EVENTS
from statements.resolution.text.reading import Reading

# Medium -> the words that name it, folded.
_WORDS = {
    "statement": "statement statements communique declaration conclusions release readout",
    "post": "tweet tweets tweeted twitter post posts posted facebook instagram vk",
    "interview": "interview interviews",
    "briefing": "briefing briefings",
    "speech": "speech speeches address remarks testimony",
    "letter": "letter letters memo email note cable message",
    "call": "phone telephone telephoned phoned call calls",
    "meeting": "meeting meetings talks summit session hearing",
    "report": "report reports",
    "article": "article column essay book",
    "broadcast": "broadcast video",
}
MEDIUMS = tuple(_WORDS)
_BY_WORD = {word: medium for medium, words in _WORDS.items() for word in words.split()}
_BY_PAIR = {
    ("news", "conference"): "briefing",
    ("press", "conference"): "briefing",
    ("on", "telegram"): "post",
    ("on", "x"): "post",
    ("a", "telegram"): "letter",
    ("telegram", "channel"): "post",
    ("op", "ed"): "article",
}
# What speaks for whoever issued it, so that it may stand as the source.
_TEXTS = frozenset(("statement", "post", "letter", "report", "article"))
# Rules of extraction whose words stand in a document that names its own form.
_OF_DOCUMENT = frozenset(("transcript-turn", "position", "declaration-clause"))
# Remarks to them are a speech.
_ASSEMBLIES = frozenset(
    ("parliament", "lawmakers", "deputies", "assembly", "council", "congress", "conference", "forum",
     "senate", "summit", "meeting", "session", "nation", "cabinet")
)  # fmt: skip
_LONGEST_PHRASE = 20
_LONGEST_TITLE = 300
_VERBS = {"tweet": "post", "post": "post"}


def medium_of(document: Document, reading: Reading, quotation: Quotation) -> str:
    """The form that verb, occasion, hearer, source or the document's title names; empty where none does.

    Finds: "briefing" in "told a news conference", "post" in "tweeted", "statement" in "the statement added"
    Finds nothing: "said after the meeting", "told reporters"
    """
    named = _VERBS.get(quotation.cue_lemma, "")
    for span in (quotation.occasion, quotation.hearer):
        named = named or _named_in(reading, span)
    if not named and len(quotation.sources) == 1:
        named = _text_in(reading, quotation.sources[0])
    title = fold(document.title[:_LONGEST_TITLE]).split()
    if not named and (quotation.rule in _OF_DOCUMENT or _is_official(title)):
        named = _medium_in([word for word in title if word != "readout"])
    return named


def _is_official(title: list[str]) -> bool:
    """Whether a title is an official text’s: "Joint Statement of", "Readout of the Call with".

    Leaves alone: "Joint statement angers Ostia"
    """
    forms = [word for word in title if word not in ("the", "joint", "press", "official")]
    named = len(forms) > 1 and _medium_in(forms[:1]) == "statement"
    return named and forms[1] in ("of", "by", "on", "from", "regarding", "following")


def _text_in(reading: Reading, source: Span) -> str:
    """The text that speaks for whoever issued it.

    Finds: "the statement", "a letter from Ostia"
    Finds nothing: "Lund, of a trading post in Osta", "his message"
    """
    first, last = reading.words_in(source)
    end = next((at for at in range(first + 1, last) if "," in reading.gap(at)), last)
    named = _medium_in(
        [word for at in range(first, min(end, first + _LONGEST_PHRASE)) if (word := reading.word(at))]
    )
    is_place = named == "post" and reading.word(end - 1) not in ("post", "posts", "tweet", "tweets")
    return named if named in _TEXTS and not is_place and reading.word(last - 1) != "message" else ""


def _named_in(reading: Reading, span: Span | None) -> str:
    if span is None:
        return ""
    first, last = reading.words_in(span)
    words = reading.folded(first, min(last, first + _LONGEST_PHRASE))
    # What was said after talks was not said at them.
    return "" if words and words[0] in OTHER_EVENTS else _medium_in(words)


def _medium_in(words: list[str]) -> str:
    """The first word or pair of words that names a medium.

    Finds: "speech" in "in remarks in Osta", "in remarks to the parliament"
    Finds nothing: "in remarks to Radio Ostia", which may be any answer; "on a note of caution"
    """
    for at, word in enumerate(words):
        if word == "note" and _is_no_paper(words, at):
            continue
        pair = _BY_PAIR.get((word, words[at + 1])) if at + 1 < len(words) else None
        is_told = word == "remarks" and words[at + 1 : at + 2] == ["to"] and not _ASSEMBLIES & set(words)
        if pair or (word in _BY_WORD and not is_told):
            return pair or _BY_WORD[word]
    return ""


def _is_no_paper(words: list[str], at: int) -> bool:
    """Catches: a note of caution, took note, of note    Leaves alone: in a verbal note"""
    is_of_mood = words[at + 1 : at + 2] == ["of"] and words[at + 2 : at + 3] != ["protest"]
    return (
        is_of_mood
        or "on" in words[max(0, at - 3) : at]
        or words[at - 1 : at] in (["of"], ["took"], ["take"], ["to"])
    )
