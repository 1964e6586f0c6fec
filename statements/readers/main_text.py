"""A second voice on pages whose markup does not say where the article is: trafilatura's.

It is asked which words it would take for the main text. Nothing is cut for it: the blocks that
it leaves out are noted, and cleaning marks those of them that something else speaks against too.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document

from statements.readers.page_blocks import NOT_TEXT, PageText

# It takes about a tenth of a millisecond a tag, and far longer where tags nest deep: of pages beyond
# any article's size it is not asked.
MAX_TAGS = 5_000
MAX_CHARACTERS = 3_000_000
MAX_DEPTH = 100

# A block counts as taken when most of its runs of so many words are in the main text.
RUN = 3
WORD = re.compile(r"\w+")

# Otherwise its remarks on odd pages would be printed among the lines of an import.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def ask_trafilatura(page: str, text: PageText) -> None:
    """Notes the blocks that it leaves out; none where the markup knows better or it has nothing to say."""
    if text.is_known or len(page) > MAX_CHARACTERS or page.count("<") > MAX_TAGS:
        return
    taken = set(_runs(_main_text(page)))
    for block in text.blocks:
        block.left_out = not _is_taken(block.text, taken)
    if _mishears(text):
        for block in text.blocks:
            block.left_out = False


def _main_text(page: str) -> str:
    """What trafilatura takes for the main text; empty when it fails, whatever the reason."""
    # lxml takes no surrogates, and loses what is nested deep unless told that the tree may be huge.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(page.encode("utf-8", "replace"), parser=parser)
        if _depth(tree) > MAX_DEPTH:
            return ""
        _forget_layout(tree)
        document = bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception:
        # One voice among several: it may fall silent, it may not stop an import.
        return ""
    return document.text or "" if isinstance(document, Document) else ""


def _depth(tree: HtmlElement) -> int:
    depth = {None: 0}
    for element in tree.iter():
        depth[element] = depth[element.getparent()] + 1
    return max(depth.values())


def _forget_layout(tree: HtmlElement) -> None:
    """Takes the class and id from what holds most of the text, so that it is judged by the text.

    Else "entry-content" is taken for the whole article, and what stands in a second element is not.
    """
    letters: Counter[HtmlElement] = Counter()
    elements = [element for element in tree.iter() if element.tag not in NOT_TEXT]
    for element in reversed(elements):
        letters[element] += len(element.text or "")
        letters[element.getparent()] += letters[element] + len(element.tail or "")
    for element in elements:
        if 2 * letters[element] > letters[tree]:
            element.attrib.pop("class", None)
            element.attrib.pop("id", None)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """The runs of each line, a short line being one run."""
    for line in text.splitlines():
        words = WORD.findall(line)
        for at in range(max(1, len(words) - RUN + 1) if words else 0):
            yield tuple(words[at : at + RUN])


def _is_taken(text: str, taken: set[tuple[str, ...]]) -> bool:
    found = [run in taken for run in _runs(text)]
    return 2 * sum(found) >= len(found)


def _mishears(text: PageText) -> bool:
    """Whether it takes less than half of the prose that nothing else speaks against."""
    prose = [b for b in text.blocks if b.is_prose and not (b.mark or b.linked or b.apart)]
    taken = sum(len(block.text) for block in prose if not block.left_out)
    return 2 * taken <= sum(len(block.text) for block in prose)
