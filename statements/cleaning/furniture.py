"""Everything else that a page prints round an article: links, share bars, imprints, leftovers."""

from __future__ import annotations

import re

from statements.cleaning.addresses import is_own_label, labelled_address
from statements.cleaning.bylines import is_initials
from statements.cleaning.page import Found, Page, Paragraph
from statements.cleaning.reasons import (
    FURNITURE,
    IMPRINT,
    LEFT_OUT,
    LINK,
    NAVIGATION,
    SHARE_BAR,
    TEASER,
)
from statements.cleaning.shapes import reads_on
from statements.cleaning.written_dates import stamp_of

LONGEST_SHARE_BAR = 12
SHARE_WORDS = frozenset(
    [
        "share", "save", "tweet", "facebook", "twitter", "whatsapp", "telegram", "viber", "linkedin",
        "pinterest", "reddit", "paylaş", "paylasin", "paylas", "partager", "compartir", "teilen",
        "condividi", "compartilhar", "threads", "bluesky", "messenger", "instagram",
        "vkontakte", "odnoklassniki", "email", "print",
    ]
)  # fmt: skip
SHARE_FILLERS = frozenset(
    [
        "this", "that", "article", "story", "post", "page", "on", "via", "by", "to", "with", "your",
        "friends", "link", "copy", "copied", "save", "pin", "it", "x", "vk", "ok", "e", "mail",
        "send", "us", "and", "or", "the", "a", "in", "forum", "comment", "comments", "like",
        "follow", "more", "pdf", "bu", "haberi", "cet", "article", "sur", "auf", "su", "em", "en",
        "friend", "version", "friendly",
    ]
)  # fmt: skip

# Pickers of the size of letters or of pictures.
SIZES = frozenset(["xxs", "xs", "s", "sm", "m", "md", "l", "lg", "xl", "xxl", "a", "a a", "aa", "aaa"])

NAVIGATION_OPENINGS = (
    "skip to", "jump to", "back to top", "accessibility links", "link to homepage", "breadcrumb",
    "you are here", "main navigation", "toggle navigation", "go to the", "to the main page",
)  # fmt: skip
BREADCRUMB = re.compile(r"^[^.!?]{1,40}(?: ?[>»›/|] ?[^.!?>»›/|]{1,40}){2,}$")
LONGEST_BREADCRUMB = 160

# What no article says of itself, even in whole sentences.
REQUEST_OPENINGS = (
    "subscribe to", "sign up for", "sign up to", "follow us on", "like us on", "join us on", "click here to",
    "we use cookies", "this site uses cookies", "this website uses cookies", "by continuing to use",
    "download our", "support our journalism", "enter your email",
)  # fmt: skip

FURNITURE_OPENINGS = (
    "subscribe", "sign up", "signup", "log in", "sign in", "register", "follow us", "like us", "join us on",
    "click here", "tap here", "download our", "download the app", "we use cookies", "this site uses cookies",
    "this website uses cookies", "by continuing to use", "accept all", "cookie", "privacy policy",
    "terms of", "support our", "donate", "leave a comment", "leave a reply", "post a comment", "comments",
    "no comments", "advertisement", "advertising", "sponsored", "listen to this", "load more", "show more",
    "tags", "filed under", "topics", "categories", "category", "embed", "report a mistake", "found a mistake",
    "print this", "print article", "send to", "story continues", "article continues", "continue reading",
    "scroll to continue", "skip advertisement", "end of list", "recommended stories", "be the first to",
    "text size", "font size", "keywords", "key words", "hide caption", "toggle caption",
    "view all", "see all", "next article", "previous article", "loading",
)  # fmt: skip
LONGEST_FURNITURE = 30
READING_TIME = re.compile(
    r"\d{1,3}[- ]min(?:ute)?s?(?: of)?(?: read| reading)(?: time)?"
    r"|(?:estimated )?read(?:ing)?(?: time)?:? ?\d{1,3} ?min(?:ute)?s?",
    re.IGNORECASE,
)
# "Views: 1,204", "Comments (37) Closed", "1.2k shares", "1249-19-06-2019": counts and numbers of pages.
COUNT = re.compile(
    r"(?:views?|hits|reads?|visits|visited|shares?|comments?|likes?|viewed)\s?[:(]?\s?\d[\d.,]*k?\)?(?: \w+)?"
    r"|\d[\d.,]*k? (?:views?|comments?|shares?|reads?|likes?|times)|\d{1,6}(?:-\d{2}){2}-\d{4}"
    r"|list (?:\d of \d|of \d items?).{0,10}",
    re.IGNORECASE,
)

# The last two are what folding leaves of "(c) 1999" and "(c) 2020".
IMPRINT_OPENINGS = ("copyright", "all rights reserved", "reprinted with", "c 19", "c 20")
LONGEST_IMPRINT = 60

PUBLISHED_BY = "published by"
LONGEST_NAME = 6


def mark_links(page: Page) -> Found:
    """Addresses on a line of their own, and the label above one.

    Marks "Original url:" and "https://example.org/2020/10/01/a"; leaves "The
    report is at https://example.org/report for all to read." alone.
    """
    paragraphs = page.paragraphs
    for at in page.unmarked():
        if labelled_address(paragraphs[at].text)[1]:
            yield at, LINK
            above = at - 1
            if page.is_open(above) and (is_own_label(paragraphs[above].text) or _is_label(paragraphs[above])):
                yield above, LINK


def _is_label(paragraph: Paragraph) -> bool:
    return paragraph.words <= 4 and paragraph.text.endswith(":")


def mark_share_bars(page: Page) -> Found:
    """Buttons for sharing, and pickers of a size.

    Marks "Share", "Facebook Forum", "Tweet this article" and the lines XS, SM,
    MD, LG; leaves "Twitter said it would comply." and a single "M" alone.
    """
    for at in page.unmarked():
        is_picker = _is_size(page, at) and (_is_size(page, at - 1) or _is_size(page, at + 1))
        if is_picker or _is_share_bar(page.paragraphs[at]):
            yield at, SHARE_BAR


def _is_share_bar(paragraph: Paragraph) -> bool:
    if paragraph.words > LONGEST_SHARE_BAR or paragraph.text.endswith((".", ",")):
        return False
    words = paragraph.phrase.split()
    return any(word in SHARE_WORDS for word in words) and all(
        word in SHARE_WORDS or word in SHARE_FILLERS or word.isdigit() for word in words
    )


def _is_size(page: Page, at: int) -> bool:
    if not 0 <= at < len(page.paragraphs) or page.paragraphs[at].words > 2:
        return False
    return page.paragraphs[at].phrase in SIZES


def mark_navigation(page: Page) -> Found:
    """The page's own signposts.

    Marks "Skip to main content" and "Home > News > World"; leaves "Lavrov will
    go to the border.", "By our staff | 30 July 2020" and "bur-kmt/sd/rox" alone.
    """
    for at in page.unmarked():
        paragraph = page.paragraphs[at]
        text = paragraph.text
        if paragraph.prose or len(text) > LONGEST_BREADCRUMB or stamp_of(text) or is_initials(text):
            continue
        is_signpost = paragraph.phrase.startswith(NAVIGATION_OPENINGS) and paragraph.words <= 6
        if is_signpost or BREADCRUMB.match(paragraph.text):
            yield at, NAVIGATION


def mark_imprints(page: Page) -> Found:
    """Who published the page, and whose right it is.

    Marks "Published by" with the name beneath, "© 2020 Example Times. All
    rights reserved." and a known publisher's name on a line of its own below
    the article; leaves "Published by the ministry, the report says so." alone.
    """
    names: set[str] = set()
    for at in page.unmarked():
        paragraph = page.paragraphs[at]
        if paragraph.words > LONGEST_IMPRINT:
            continue
        if paragraph.phrase == PUBLISHED_BY:
            yield at, IMPRINT
            if page.is_open(at + 1) and page.paragraphs[at + 1].words <= LONGEST_NAME:
                names.add(page.paragraphs[at + 1].phrase)
                yield at + 1, IMPRINT
        elif is_imprint_line(paragraph) or _is_rights_line(paragraph):
            yield at, IMPRINT
    for at in [*page.opening(), *page.closing()]:
        phrase = page.paragraphs[at].phrase
        if page.is_open(at) and (phrase in names or phrase in page.publishers.by_name):
            yield at, IMPRINT


def _is_rights_line(paragraph: Paragraph) -> bool:
    # Folding leaves nothing of the sign itself.
    return paragraph.text.startswith("©") or paragraph.phrase.startswith(IMPRINT_OPENINGS)


def is_imprint_line(paragraph: Paragraph) -> bool:
    """ "Published by Example Times" on one line."""
    is_line = paragraph.phrase.startswith(PUBLISHED_BY + " ") and paragraph.words <= 8
    return is_line and not paragraph.prose and not paragraph.text.endswith((",", "."))


def mark_furniture(page: Page) -> Found:
    """Requests and remarks of the page to its reader.

    Marks "Subscribe to our newsletter", "Sign up for the best of our stories
    every day.", "Advertisement" and "3 min read"; leaves "Subscribers of the
    paper were told that the ministry had denied it." alone.
    """
    for at in page.unmarked():
        paragraph = page.paragraphs[at]
        if paragraph.words > LONGEST_FURNITURE:
            continue
        openings = REQUEST_OPENINGS if paragraph.prose else (*REQUEST_OPENINGS, *FURNITURE_OPENINGS)
        is_request = paragraph.text[:1].isalnum() and _starts_with_words(paragraph.phrase, openings)
        if is_request or _is_count(paragraph.text):
            yield at, FURNITURE


def _is_count(text: str) -> bool:
    return READING_TIME.fullmatch(text) is not None or COUNT.fullmatch(text) is not None


def _starts_with_words(phrase: str, openings: tuple[str, ...]) -> bool:
    return any(phrase == opening or phrase.startswith(opening + " ") for opening in openings)


def mark_prose_beside(page: Page) -> Found:
    """Prose outside the element that holds most of it, when trafilatura leaves it out too.

    Marks "Our observer writes here every Monday." in a column beside the article; leaves it alone
    amid the article, or right behind prose that is the article's.
    """
    reads_on = False
    for at, paragraph in enumerate(page.paragraphs):
        block = paragraph.block
        is_prose = page.is_open(at) and paragraph.prose
        if is_prose and block.left_out and block.apart and not reads_on:
            yield at, LEFT_OUT
        else:
            reads_on = is_prose


def mark_linked(page: Page) -> Found:
    """Links that trafilatura leaves out.

    Marks "Read how the valley was divided" amid the text when all of it is a link; leaves a
    sentence in which a link stands alone.
    """
    for at in page.unmarked():
        block = page.paragraphs[at].block
        if block.left_out and block.linked:
            yield at, LEFT_OUT


def mark_leftovers(page: Page) -> Found:
    """What stands below the last prose and is no sentence.

    Marks "The Editor" and "Explore our shop" at the end; leaves "He did not
    elaborate." and "– a ceasefire from 10 October" alone there.
    """
    closing = page.closing()
    ours = True
    for at in closing:
        if not page.is_open(at):
            ours = False
            continue
        paragraph = page.paragraphs[at]
        # Only what follows the prose without a break may still be the article's.
        ours = ours and reads_on(paragraph.text, paragraph.words)
        if not ours:
            yield at, TEASER if paragraph.cut_off else FURNITURE
