"""What a citation holds, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from statements.citing import dates
from statements.models import Statement
from statements.models.article import Article

ARCHIVE = "Chancery"
NOT_KNOWN = "[speaker not known]"

# A title is no longer: APA's twenty words, and a limit for words without end.
WORDS_OF_TITLE = 20
LONGEST_TITLE = 160

# What would break a line, or turn the text that follows it around.
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

PRECISION = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One statement as it is cited. Texts are single lines; what is not known is empty."""

    id: str
    address: str  # for good
    speakers: tuple[str, ...]  # names whole: which part is the family's is not known
    named: tuple[str, ...] = ()  # how the article names a speaker who is not known
    speaking_for: tuple[str, ...] = ()
    quoted: bool = True  # not merely reported
    words: str
    title: str  # how they begin
    said: str = ""  # EDTF
    said_basis: str = ""
    said_words: str = ""
    article: str  # public id
    article_title: str  # or its first words, where it has none
    article_address: str = ""  # at the publisher's
    language: str = ""
    outlet: str = ""
    agency: str = ""
    published: str = ""  # EDTF: a day, a month or a year
    archived: str  # address of the kept article
    sha256: str  # of the original
    accessed: date
    unreviewed_rule: str = ""  # which found it, where nobody has reviewed it
    older_version: bool = False

    @property
    def description(self) -> str:
        """What was said for whom and when, and who relayed it.

        "Statement for Russia, October 1, 2020, quoted by Interfax in “Russia says ready”"
        """
        spoken_for = f" for {' and '.join(self.speaking_for)}" if self.speaking_for else ""
        said = dates.words(self.said) if self.said else "date not known"
        relayed = f" by {self.agency}" if self.agency else ""
        verb = "quoted" if self.quoted else "reported"
        return f"Statement{spoken_for}, {said}, {verb}{relayed} in {quote(self.article_title)}"

    @property
    def place(self) -> str:
        """Where it stands in the archive."""
        return f"statement {self.id}, article {self.article}"

    @property
    def notes(self) -> list[tuple[str, str]]:
        """What the styles have no place for: label and value of all that is known."""
        because = self.said_basis or (self.said_words and f"“{self.said_words}”")
        because = f" ({because})" if because else ""
        said = f"{self.said or 'not known'}{because}"
        rule = self.unreviewed_rule
        review = f"found by machine (rule {rule}), not reviewed by a person" if rule else ""
        notes = {
            "Said": said,
            "Speaking for": "; ".join(self.speaking_for),
            "Speaker named as": "; ".join(f"“{name}”" for name in self.named),
            "Published": self.published or "not known",
            "Printed at": self.article_address,
            "Archived copy": self.archived,
            "SHA-256 of the original": self.sha256,
            "Accessed": self.accessed.isoformat(),
            "Review": review,
            "Version": "an older version of the article" if self.older_version else "",
        }
        return [(label, value) for label, value in notes.items() if value]


def cite(
    statement: Statement,
    sentence: str,
    *,
    absolute: Callable[[str], str],
    accessed: date | None = None,
) -> Citation:
    """The citation of a statement. ``sentence`` has its words in place, ``absolute`` completes addresses.

    Reported words keep their cue, or a denial would read as a claim.
    """
    article = statement.article
    attributions = list(statement.attributions.all())
    quoted = statement.kind == Statement.Kind.DIRECT
    words = one_line(statement.words if quoted else sentence)
    cue = "" if quoted else one_line(statement.cue)
    reviewed = statement.review_state != Statement.Review.MACHINE
    return Citation(
        id=statement.public_id,
        address=absolute(statement.get_absolute_url()),
        speakers=names(a.speaker.preferred_name if a.speaker else a.role for a in attributions),
        named=tuple(one_line(a.source) for a in attributions if not a.speaker and a.source),
        speaking_for=tuple(one_line(country.name) for country in statement.spoken_for if country),
        quoted=quoted,
        words=words,
        title=beginning(words, words.rfind(cue) + len(cue) if cue else 0),
        said=statement.said_edtf,
        said_basis=one_line(statement.said_basis),
        said_words=one_line(statement.said_words),
        article=article.public_id,
        article_title=one_line(article.title or f"{article.opening}…"),
        article_address=article.web_address,
        language=article.language,
        outlet=one_line(article.publisher.name) if article.publisher else "",
        agency=one_line(statement.agency.name) if statement.agency else "",
        published=published(article),
        archived=absolute(article.get_absolute_url()),
        sha256=article.original.sha256,
        accessed=accessed or datetime.now(UTC).date(),
        unreviewed_rule="" if reviewed else one_line(statement.rule),
        older_version=article.superseded,
    )


def names(given) -> tuple[str, ...]:
    """Each once, in their order; a citation without any says that nobody knows."""
    return tuple(dict.fromkeys(one_line(name) or NOT_KNOWN for name in given)) or (NOT_KNOWN,)


def published(article: Article) -> str:
    day = article.published
    return day.isoformat()[: PRECISION[article.published_precision]] if day else ""


def one_line(text: str) -> str:
    """Without what breaks lines or turns text around.

    >>> one_line(" two\\nlines ")
    'two lines'
    """
    return " ".join(TURNING.sub("", CONTROLS.sub(" ", text)).split())


def beginning(text: str, at_least: int = 0) -> str:
    """As many whole words as a title holds, and ``at_least`` so many characters.

    >>> beginning("We agree,"), beginning("a " * 30)[-5:]
    ('We agree', 'a a …')
    """
    head = " ".join(text.split()[:WORDS_OF_TITLE])
    if len(head) > LONGEST_TITLE:
        head = head[:LONGEST_TITLE].rpartition(" ")[0] or head[:LONGEST_TITLE]
    head = max(head, text[:at_least], key=len)
    return head.rstrip(" ,;:") if head == text else f"{head.rstrip(' ,;:.')} …"


def quote(text: str) -> str:
    """In quotation marks; those inside become single.

    >>> quote("A “friendly” talk")
    '“A ‘friendly’ talk”'
    """
    return f"“{text.replace('“', '‘').replace('”', '’')}”"
