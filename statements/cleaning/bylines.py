"""Who wrote an article: bylines above it, and below it credits, signatures and notes about itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from statements.cleaning.page import MOST_LINES_ABOVE, Found, Page, Paragraph
from statements.cleaning.reasons import BYLINE, DATELINE, FURNITURE, HEADLINE
from statements.cleaning.written_dates import stamp_of
from statements.folding import fold

LONGEST_BYLINE = 16
LONGEST_HOUSE_AND_PLACE = 5
BYLINE_NAME = re.compile(
    r"(?:(?:written |reported |story |posted |words |text )?by|author|text|words):?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
NAME_JOINTS = frozenset(["and", "&", "de", "van", "von", "der", "al", "bin", "for", "the", "of", "in"])
# What follows the names: ", Staff writer", " | Osta", " and our correspondent in Osta".
JOB = re.compile(
    r"(?:,\s|\s[|–—-]\s|\sand\s(?=our\b|a\b|the\b|staff\b|news\b|agenc))(?P<job>[^|,]{3,60})$", re.IGNORECASE
)
JOBS = frozenset(
    [
        "staff", "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor",
        "editors", "contributor", "columnist", "analyst", "agencies", "agency", "bureau", "newsroom", "desk",
        "wires", "journalist", "journalists", "contributors", "author",
    ]
)  # fmt: skip
WORDS_BESIDE_JOBS = frozenset(
    [
        "by", "our", "own", "the", "a", "and", "with", "in", "at", "from", "news", "special", "foreign",
        "senior", "chief", "diplomatic", "political", "world", "national", "regional", "international",
        "editorial", "team", "board", "online", "web", "deputy", "managing", "business", "s",
    ]
)  # fmt: skip
# "Anna Keller", "Anna Keller | Osta": a name without "by".
BARE_NAME = re.compile(
    r"(?P<name>[^\W\d_]\S+(?: [^\W\d_]\S+){1,2})(?: ?\| ?[^\W\d_]\S+(?: [^\W\d_]\S+){0,2})?"
)

# "(Reporting by Anna Petrova; Editing by Ivan Smirnov)", "With reporting by NP": an agency's own credits.
DESK_LINE = re.compile(
    r"(?:[\[(]|[–—-]+ )?(?:additional |with |further |original )*"
    r"(?:(?:reporting|research|writing|editing|compiled|translated|edited|written|inputs?|contributions?|files)"
    r" (?:by|from)\b|(?:agency|agencies) inputs?\b|inputs? from\b)",
    re.IGNORECASE,
)
LONGEST_DESK_LINE = 40

# A sentence that thanks or places the writers: "Anna Keller in Osta contributed to this report."
CREDIT_SENTENCE = re.compile(
    r"(?=[A-Z])[^.!?]{3,200}?"
    r"(?:\b(?:contributed (?:to (?:this|the) |reporting|research)|assisted (?:in|with) this)"
    r"|\b(?:reported|wrote|writes|reports) from (?=[A-Z]))[^.!?]{0,90}"
)
ACT_OF_CREDIT = re.compile(r"\b(?:contributed|assisted|reported|wrote|writes|reports)\b")
# How those go on who are introduced below their own article.
INTRODUCTIONS = frozenset(
    [
        "is", "was", "has", "covers", "writes", "reports", "works", "serves", "promotes", "leads", "edits",
        "joined", "tweets", "teaches", "heads", "can", "specializes", "specialises", "holds", "are", "cover",
    ]
)  # fmt: skip
QUOTES = re.compile(r"[“”„«»\"]")

# What an article says of itself, and its publisher to the reader.
NOTE = re.compile(
    r"(?:this (?:page|website|site) (?:carries|contains|is|uses|was|has)\b"
    r"|this (?:story|article|post|piece|dispatch|content) (?:has been|was|is|will be|also|may be)? ?"
    r"(?:first |originally |automatically |being )*(?:updated|corrected|published|translated|edited|amended"
    r"|produced|generated|funded|supported|abridged|syndicated|written|compiled|adapted|appeared|more than"
    r"|an? developing|developing|part of|made possible|republished|reprinted|provided|taken from|condensed)\b"
    r"|this (?:report|interview|text|item|version|transcript) (?:has been|was|is|will be|also) "
    r"(?:(?:first|originally) published|updated|corrected|translated|edited|amended|auto|syndicated|abridged"
    r"|condensed|republished|conducted|recorded|part of|made possible)\b"
    r"|our standards\b|when using (?:materials?|the materials?|content|our|any)\b"
    r"|(?:the )?(?:views|opinions)(?: and (?:views|opinions))?(?: that are)? (?:expressed|of the authors?)\b"
    r"|if you (?:have )?(?:find|found|notice|noticed|spot|spotted|see|saw) (?:an?|any) (?:mistake|error|typo)"
    r"|(?:found|spotted|noticed) an? (?:mistake|error|typo)|report an? (?:mistake|error|typo)"
    r"|please (?:contact|subscribe|credit|follow|send|report|note)\b|to (?:subscribe|contact us)\b"
    r"|for (?:more|further) (?:news|stories|details)\b"
    r"|follow [^.]{2,60} (?:on|at) (?:x|twitter|facebook|telegram|https?|www|instagram|whatsapp|google)\b"
    r"|follow [^.]{2,60}[’']s? (?:\w+ )?coverage\b|(?:join|get|read|watch|stay|like|support|become|download) "
    r"(?:our|us|the latest|more|updated?|informed|tuned|connected|what you|this (?:story|article))\b"
    r"|content from this\b|the editors? (?:is|are|reserves?)\b)",
    re.IGNORECASE,
)
# Who may use the words: a condition, and what it is about.
TERMS = re.compile(
    r"(?=[^.]{0,80}\b(?:materials?|contents?|texts?|reproduction|reprinting|republication|copying|articles?)\b)"
    r"(?:all|full|partial|complete|any|the|use|reproduction|reprinting|republication|copying|materials)\b"
    r"[^.]{0,160}\b(?:prohibited|forbidden|not permitted|not allowed"
    r"|without (?:\w+ ){0,3}(?:permission|consent)|hyperlink\w*|link to|must be credited|credit to"
    r"|rights reserved)\b",
    re.IGNORECASE,
)
LONGEST_NOTE = 60
# "bur-kmt/sd/rox", "Petra//AF/HK", "(AK/IB)": who wrote and who sent it.
INITIALS = re.compile(r"\(?[^\W\d_]{2,10}(?://?[^\W\d_]{1,4})+\)?|\(?[a-z]{2,4}(?:[-/][a-z]{2,4})+\)?")
LONGEST_END_MARK = 12
END_MARK = re.compile(r"[\W_]+|[\W_]*(?:ends?|30|0)[\W_]*", re.IGNORECASE)


def mark_bylines(page: Page) -> Found:
    """Who wrote it, above or below the article.

    Marks "By Anna Petrova, Staff writer", "Staff, with agencies", a name right above the date, and
    "(Reporting by Anna Petrova; Editing by Ivan Smirnov)"; leaves "By contrast, Turkey has blamed
    Armenia." alone, and "By Force or by Talks" when it is the headline.
    """
    for at in page.unmarked():
        paragraph = page.paragraphs[at]
        if paragraph.words <= LONGEST_DESK_LINE and DESK_LINE.match(paragraph.text):
            yield at, BYLINE
    headline = next(iter(page.with_reason(HEADLINE)), len(page.paragraphs))
    for at in [*page.opening(), *page.closing()]:
        text = page.paragraphs[at].text
        is_named = at > headline and _is_name_above_date(page, at)
        if page.is_open(at) and (is_named or is_byline(text) or known_house(page, text)):
            yield at, BYLINE


def is_byline(text: str) -> bool:
    """ "By Anna Petrova" is, and "Staff, with agencies"; "By Force or by Talks" is not."""
    return bool(byline_name(text)) or _is_job(text) or _is_name_and_job(text)


def _is_name_and_job(text: str) -> bool:
    """ "Anna Keller and our correspondent in Osta" is; "Anna Keller and the envoy in Osta" is not."""
    job = JOB.search(text[:200])
    return job is not None and _is_job(job["job"]) and bool(_bare_name(text[: job.start()]))


def byline_name(text: str) -> str:
    """The names of a byline, empty for any other line.

    >>> byline_name("By Anna Petrova, Moscow")
    'Anna Petrova, Moscow'
    >>> byline_name("By ANNA PETROVA, Staff writer")
    'ANNA PETROVA'
    """
    found = BYLINE_NAME.match(text[:200])
    words = text.split()
    if not found or len(words) > LONGEST_BYLINE or text.endswith((".", "?", "!", ":")):
        return ""
    name = text[found.end() :].strip()
    job = JOB.search(name)
    if job and (_is_job(job["job"]) or "|" in job[0]):
        name = name[: job.start()]
    parts = re.split(r"[\s,]+", name)
    capitals = [part for part in parts if part[:1].isupper()]
    is_name = len(capitals) >= 2 and all(part[:1].isupper() or part in NAME_JOINTS for part in parts)
    return name if is_name else ""


def _is_job(text: str) -> bool:
    """ "Staff writer", "our correspondent in Osta" and "Staff, with agencies" are."""
    words = text.split()
    if (
        not words
        or text.startswith("The ")
        or len(words) > LONGEST_BYLINE
        or text.endswith((".", "?", "!", ":"))
    ):
        return False
    folded = [fold(word) for word in words]
    places = [word for word, plain in zip(words, folded, strict=True) if not _is_of_job(plain)]
    return (
        any(word in JOBS for word in folded) and len(places) <= 2 and all(one[0].isupper() for one in places)
    )


def _is_of_job(word: str) -> bool:
    return all(part in JOBS or part in WORDS_BESIDE_JOBS for part in word.split())


def known_house(page: Page, text: str) -> str:
    """The publisher with a record that a byline names: "By The Osta Times", "Osta: Norpress".

    "Norpress, Osta" names one too, and a service of a house is the house's: "By Norpress's Balkan Service".
    """
    found = BYLINE_NAME.match(text[:200])
    place, _, behind = text.partition(": ")
    if found:
        name = text[found.end() :]
    elif ", " in text and len(text.split()) <= LONGEST_HOUSE_AND_PLACE:
        name = text.partition(", ")[0]
    elif behind and len(text.split()) <= LONGEST_BYLINE and place[:1].isupper():
        name = behind
    else:
        return ""
    return page.known_publisher(name) or page.known_publisher(re.split(r"[’']s\s", name)[0])


def _is_name_above_date(page: Page, at: int) -> bool:
    """Whether a name stands alone above the date: "Anna Keller", "Anna Keller | Osta"."""
    is_above = at + 1 < len(page.reasons) and page.reasons[at + 1] == DATELINE
    return is_above and bool(_bare_name(page.paragraphs[at].text))


def _bare_name(text: str) -> str:
    found = BARE_NAME.fullmatch(text)
    return found["name"] if found and text.replace("|", " ").istitle() else ""


def mark_signatures(page: Page) -> Found:
    """Prose round the article that is about the article, its writers or its publisher.

    Marks "Anna Keller in Osta contributed to this report.", "Anna Keller covers the North." below her
    own article, "This story has been updated." and "When using materials, a link to the Osta Times is
    required"; leaves "This report was read out in parliament." alone, and each of them amid the text.
    """
    authors = set(_authors(page))
    for places in (reversed(range(len(page.paragraphs))), range(len(page.paragraphs))):
        for at in places:
            if not page.is_open(at):
                continue
            reason = _reason_of_signature(page.paragraphs[at], authors)
            if reason:
                yield at, reason
            elif page.paragraphs[at].prose:
                break


def _authors(page: Page) -> Iterable[str]:
    """The folded names of the bylines near the headline."""
    opening = [one.text for one in page.paragraphs[: len(page.opening()[:MOST_LINES_ABOVE])]]
    for text, below in pairwise([*opening, ""]):
        names = byline_name(text) or (_bare_name(text) if stamp_of(below) else "")
        for name in re.split(r",|&|\band\b", names):
            if len(name.split()) >= 2:
                yield fold(name)


def _reason_of_signature(paragraph: Paragraph, authors: set[str]) -> str:
    text = paragraph.text
    if (
        (not paragraph.phrase and not is_end_mark(text))
        or paragraph.words > LONGEST_NOTE
        or QUOTES.search(text)
    ):
        return ""
    if is_initials(text) or _is_of_credits(text) or _introduces(paragraph.phrase, authors):
        return BYLINE
    return FURNITURE if NOTE.match(text) or TERMS.match(text) or is_end_mark(text) else ""


def is_end_mark(text: str) -> bool:
    """ "-0-", "# # #", "***", "(END)" are."""
    return len(text) <= LONGEST_END_MARK and END_MARK.fullmatch(text) is not None


def is_initials(text: str) -> bool:
    """ "bur-kmt/sd/rox" and "Norpress//AF/HK" are."""
    return INITIALS.fullmatch(text) is not None


def _is_of_credits(text: str) -> bool:
    sentences = [one for one in re.split(r"(?<=[^\W\d_]{2})[.!]\s+|[.!]$", text) if one]
    return bool(sentences) and all(map(_is_credit, sentences))


def _is_credit(sentence: str) -> bool:
    """ "Lund reported from Osta" is; "Heavy shelling was reported from Osta" is not."""
    found = CREDIT_SENTENCE.fullmatch(sentence)
    if not found:
        return False
    names = ACT_OF_CREDIT.split(sentence)[0].replace(",", " ").split()
    return all(one[0].isupper() or one in NAME_JOINTS or one == "also" or fold(one) in JOBS for one in names)


def _introduces(phrase: str, authors: set[str]) -> bool:
    """Whether a line says who one of the authors is: "Anna Keller is a writer in Osta."""
    for name in authors:
        if phrase.startswith(name + " ") and phrase[len(name) :].split()[0] in INTRODUCTIONS:
            return True
    return False
