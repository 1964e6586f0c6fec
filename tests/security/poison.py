"""Records every one of whose words is a payload: nothing of them may be taken for anything but words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from statements.models import (
    Article,
    Attribution,
    Edit,
    Proposal,
    Statement,
    Utterance,
    UtteranceMember,
)
from tests.browser.pages import merged_speaker
from tests.factories import (
    ArticleFactory,
    BlockFactory,
    CountryFactory,
    CountryNameFactory,
    OfficeFactory,
    OriginalFactory,
    PublisherFactory,
    SourceErrorFactory,
    SpeakerFactory,
    VariantNameFactory,
    add_speaker,
    make_statement,
)


@dataclass(frozen=True)
class Poisoned:
    """Records every one of whose words is a payload."""

    article: Article
    statement: Statement
    gone: Statement

    def pages(self) -> list[str]:
        speaker = self.statement.attributions.get().speaker
        return [
            self.statement.get_absolute_url(),
            self.gone.get_absolute_url(),
            reverse("statement-verify", args=[self.statement.public_id]),
            self.article.get_absolute_url(),
            speaker.get_absolute_url(),
            speaker.country.get_absolute_url(),
            f"{speaker.country.get_absolute_url()}?as=speakers",
            reverse("publisher-detail", args=[self.article.publisher.slug]),
        ]

    def pair_pages(self) -> list[str]:
        code, other = (country.code for country in self.article.mentions.all())
        return [f"/countries/{other}/?as=about", f"/countries/{code}/about/{other}/"]

    def admin_pages(self) -> list[str]:
        speaker = self.statement.attributions.get().speaker
        rows = (self.article, self.statement, speaker, self.article.publisher, speaker.country)
        return [page_of(row) for row in rows]

    def review_pages(self) -> list[str]:
        """The workbench's, of these records."""
        speaker = self.statement.attributions.get().speaker.slug
        of_statement = ("all", self.statement.public_id)
        by_name = {"review-statement": of_statement, "review-add": [self.article.public_id]}
        by_name["review-accept-all"] = by_name["review-boilerplate"] = [self.article.public_id]
        for view in ("speaker", "speaker-statements", "speaker-log", "speaker-edit", "merge"):
            by_name[f"review-{view}"] = [speaker]
        pages = [reverse(name, args=given) for name, given in by_name.items()]
        pages.append(f"{reverse('review-boilerplate', args=[self.article.public_id])}?at=0-1")
        number = speaker.removeprefix("speaker-")
        pages.append(f"/review/records/?speaker=new-{number}")
        return pages + [f"/review/{view}/?speaker={speaker}" for view in ("records", "move", "new-speaker")]

    def history_pages(self) -> list[str]:
        speaker = self.statement.attributions.get().speaker
        rows = (self.article, self.statement, speaker, self.article.publisher, speaker.country)
        return [page_of(row, "history") for row in rows]


def page_of(row, view: str = "change") -> str:
    return reverse(f"admin:statements_{row._meta.model_name}_{view}", args=[row.pk])


def packed(payloads: list[str], most: int = 195) -> list[list[str]]:
    """As many in a row as a name has room for."""
    groups: list[list[str]] = [[]]
    for payload in payloads:
        if len(" ".join([*groups[-1], payload])) > most:
            groups.append([])
        groups[-1].append(payload)
    return groups


def fitting(payloads: list[str], most: int = 120) -> str:
    """As many whole ones as there is room for."""
    return " ".join(packed(payloads, most)[0])


def poison(number: int, payloads: list[str], user) -> Poisoned:
    words = " ".join(payloads)
    # A country's name has room for half of them: the one has the first, the other the last.
    here, there = (
        CountryFactory(code=f"Q{side}{number:02}", name=name, adjective=name, source=words)
        for side, name in (("A", fitting(payloads)), ("B", fitting(payloads[::-1])))
    )
    CountryNameFactory(country=here, text=words)
    publisher = PublisherFactory(
        slug=f"publisher-{number}", name=words, country=here, names=payloads, domains=payloads, source=words
    )
    speaker = SpeakerFactory(
        slug=f"speaker-{number}", preferred_name=words, country=here, note=words, source=words
    )
    VariantNameFactory(speaker=speaker, text=words)
    dates = {"start": payloads[0][:32], "end": payloads[-1][:32]}
    OfficeFactory(speaker=speaker, title=words, source=words, country=there, **dates)
    text = f"{words}\n\n" + "\n\n".join(f"It was {words} {payload} so {payload}." for payload in payloads)
    article = ArticleFactory(
        title=words, byline=words, publisher=publisher, address=payloads[0], language=payloads[-1][:35],
        published=date(2020, 7, 16), published_precision="day", published_basis=payloads[0][:32],
        original=OriginalFactory(location=words, media_type=payloads[0][:100]),
        text=text, mentions=[here, there],
    )  # fmt: skip
    BlockFactory(article=article, start=0, end=len(words), reason=payloads[0][:64])
    known = {
        "article": article, "speaker": speaker, "country": here, "about": [there], "role": words,
        "agency": publisher, "occasion": words, "said_words": words[:100],
        "said": date(2020, 7, 16), "said_basis": words, "addressed_basis": words,
    }  # fmt: skip
    statements = [
        make_statement(
            f"{payload} so {payload}",
            source=words,
            cue=payload,
            rule=payload[:64],
            confidence=payload,
            **known,
        )
        for payload in payloads
    ]
    for statement in statements:
        statement.addressees.add(here)
    Attribution.objects.filter(statement__in=statements).update(basis=words)
    unresolved = make_statement(
        words, article=article, speaker=None, country=there, about=[here], kind="direct"
    )
    # Its first words stand for a title.
    elsewhere = ArticleFactory(title="", text=words, publisher=publisher)
    reported_too(statements[0], make_statement(words, article=elsewhere, speaker=speaker), words)
    gone = make_statement(
        payloads[0], article=article, speaker=speaker, review_state="withdrawn", review_reason=words
    )
    told = {"current": words, "value": payloads, "machine": words[:64]}
    Proposal.objects.create(record="statement", record_id=statements[0].pk, field=words[:64], **told)
    wrong = {"start": 0, "end": len(words), "exact": words}
    SourceErrorFactory(statement=statements[0], **wrong, note=words[:500], evidence=words[:1000])
    merged_speaker(f"merged-{number}", speaker, words)
    new = SpeakerFactory(slug=f"new-{number}", preferred_name=words, provisional=True)
    add_speaker(unresolved, new)
    propose_records(speaker, new, words, payloads, user)
    for row in (article, statements[0], speaker, here, publisher):
        log_change(row, words, payloads, user)
    return Poisoned(article, statements[0], gone)


def reported_too(statement: Statement, other: Statement, why: str) -> None:
    """Both report one act of speaking."""
    utterance = Utterance.objects.create(key=statement.public_id)
    for one in (statement, other):
        UtteranceMember.objects.create(utterance=utterance, statement=one, why=why)


def propose_records(speaker, other, words: str, payloads: list[str], user) -> None:
    """Of one speaker a field and names; of another an office whose source alone differs."""
    office = {"office": words, "country": words, "start": payloads[0], "end": payloads[-1], "source": words}
    names = [*({"variant": payload} for payload in payloads), office]
    for row, field, current, value in (
        (speaker, "preferred_name", words, " ".join(reversed(payloads))),
        (speaker, "names", [{"variant": words}, office | {"end": words}], names),
        (other, "names", [office], [office | {"source": f"{words} too"}]),
    ):
        told = {"record": "speaker", "record_id": row.pk, "field": field}
        Proposal.objects.create(**told, current=current, value=value, machine=words[:64])
        Edit.objects.create(**told, old=value, new=current, who=user, why=words)


def log_change(row, words: str, payloads: list[str], user) -> None:
    record = {"record": row._meta.model_name, "record_id": row.pk, "field": words[:64]}
    Edit.objects.create(**record, old=words, new=payloads, who=user, why=words)
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(row),
        object_id=row.pk,
        object_repr=words,
        action_flag=CHANGE,
        change_message=words,
    )
