"""Other stories: the lists of them, and single pointers amid the text."""

from __future__ import annotations

import re

from statements.cleaning.bylines import is_byline
from statements.cleaning.headings import may_be_headline
from statements.cleaning.page import Found, Page, Paragraph
from statements.cleaning.reasons import RELATED_STORY, TEASER
from statements.cleaning.written_dates import stamp_of

LONGEST_LIST_HEADING = 6
LONGEST_POINTER = 30

# How far the next sign of a teaser may be: a headline, a summary, then "1 day ago".
TEASER_REACH = 3

# "Recent Posts", "Most read", "Other news from Armenia": a word for which, then one for what.
LIST_HEADING = re.compile(
    r"(?:(?:read|see|watch|our|the|all) )?"
    r"(?:recent|related|popular|latest|most|more|other|recommended|trending|top|similar|further|breaking|also)"
    r" (?:\w+ )?(?:posts?|stories|story|articles?|news|read|viewed|popular|shared|headlines|categories|"
    r"topics|content|links|reading|videos?|coverage|publications|materials)(?: (?:from|in|on|by|about) .+)?"
)
LIST_HEADINGS = frozenset(
    [
        "read more", "read also", "also read", "read next", "see also", "related", "more", "more from",
        "you may also like", "you might also like", "recommended", "recommended for you", "trending",
        "trending now", "up next", "editor s picks", "editors picks", "don t miss", "must read",
        "in this section", "more on this", "more on this story", "what to read next", "around the web",
        "from the web", "popular",
    ]
)  # fmt: skip

POINTER = re.compile(
    r"(?:related(?: \w+)?|read (?:more|also|next|on)|also read|see also|more on this|recommended|"
    r"don[’']t miss|watch(?: also)?|listen|in pictures|on this topic)\s*[:>»→|]",
    re.IGNORECASE,
)

AGE = re.compile(
    r"(?:(?:posted|published|updated|about|over)\s+)*(?:\d{1,3}|an?|one)\+?\s*"
    r"(?:s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\s+ago\.?"
    r"|yesterday|just now",
    re.IGNORECASE,
)
LONGEST_AGE = 40


def mark_pointers(page: Page) -> Found:
    """One line that points to another story.

    Marks "Related article: Putin, Macron Call for Halt – Kremlin"; leaves "The
    related article of the treaty says so." alone.
    """
    for at in page.unmarked():
        paragraph = page.paragraphs[at]
        if paragraph.words <= LONGEST_POINTER and POINTER.match(paragraph.text) and not _is_bare(paragraph):
            yield at, RELATED_STORY


def mark_story_lists(page: Page) -> Found:
    """The heading of a list of other stories and what follows it, up to the next prose.

    Marks "Recent Posts" with the headline, the summary and the "27 mins ago"
    of every story beneath; leaves "Escalation on the border" alone, and the
    prose that goes on after "Read more" and one headline.
    """
    before_prose = page.opening()
    at = 0
    while at < len(page.paragraphs):
        is_heading = page.is_open(at) and _is_list_heading(page.paragraphs[at])
        if not is_heading or (at in before_prose and _is_kicker(page, before_prose[at + 1 :])):
            at += 1
            continue
        yield at, RELATED_STORY
        end = _end_of_list(page, at + 1)
        for teaser in range(at + 1, end):
            # The last line before the article begins is its headline, whatever list stands above.
            if teaser not in before_prose or teaser != before_prose[-1]:
                yield teaser, TEASER
        at = end


def _is_kicker(page: Page, below: range) -> bool:
    """Whether one headline alone stands between a line and the article, its date or its writer's name."""
    headlines = 0
    for at in below:
        paragraph = page.paragraphs[at]
        if stamp_of(paragraph.text) or is_byline(paragraph.text):
            break
        if is_teaser_sign(paragraph):
            return False
        headlines += may_be_headline(paragraph)
        if headlines > 1:
            return False
    return headlines == 1


def _is_list_heading(paragraph: Paragraph) -> bool:
    if paragraph.words > LONGEST_LIST_HEADING or not paragraph.text[:1].isupper():
        return False
    phrase = paragraph.phrase
    is_exploring = phrase.startswith("explore ") and paragraph.heading
    return is_exploring or phrase in LIST_HEADINGS or (_ends_open(paragraph) and _is_list_phrase(phrase))


def _is_list_phrase(phrase: str) -> bool:
    return LIST_HEADING.fullmatch(phrase) is not None


def _ends_open(paragraph: Paragraph) -> bool:
    return not paragraph.text.endswith((".", ",", ";"))


def _is_bare(paragraph: Paragraph) -> bool:
    """Whether nothing follows the label: "Read more:" is the heading of a list."""
    return paragraph.text.rstrip(" >»→|").endswith(":")


def _end_of_list(page: Page, start: int) -> int:
    """Where the list that begins at ``start`` ends: before the first prose with no teaser near behind it."""
    end = start
    while end < len(page.paragraphs):
        ahead = range(end, min(end + TEASER_REACH, len(page.paragraphs)))
        signs = [at for at in ahead if is_teaser_sign(page.paragraphs[at])]
        if signs:
            end = signs[0] + 1
        elif page.paragraphs[end].prose or not page.is_open(end):
            break
        else:
            end += 1
    return end


def is_teaser_sign(paragraph: Paragraph) -> bool:
    """A summary that was cut off, or the age of a story."""
    return paragraph.cut_off or is_age(paragraph.text)


def is_age(text: str) -> bool:
    """ "27 mins ago" is; "He said so two days ago." is not."""
    return len(text) <= LONGEST_AGE and AGE.fullmatch(text.strip(" |·•")) is not None


def mark_loose_teasers(page: Page) -> Found:
    """Teasers that stand in no list: an age, a cut-off summary, and the headline of one.

    Marks "1 day ago" and "Bill Presented" above "WASHINGTON — A group of
    lawmakers, spearheaded…"; leaves "“I do not know…" alone where prose
    stands before and after it.
    """
    for at in page.unmarked():
        paragraph = page.paragraphs[at]
        if is_age(paragraph.text):
            yield at, TEASER
        elif paragraph.cut_off and _is_summary(page, at):
            yield at, TEASER
            if _is_heading_of_summary(page, at - 1):
                yield at - 1, TEASER


def _is_summary(page: Page, at: int) -> bool:
    after = page.paragraphs[at + 1] if at + 1 < len(page.paragraphs) else None
    has_sign_after = after is not None and (is_age(after.text) or after.phrase in LIST_HEADINGS)
    return has_sign_after or (at in page.closing() and _is_heading_of_summary(page, at - 1))


def _is_heading_of_summary(page: Page, at: int) -> bool:
    if not page.is_open(at) or at in page.opening():
        return False
    paragraph = page.paragraphs[at]
    return paragraph.heading and not paragraph.prose and stamp_of(paragraph.text) is None
