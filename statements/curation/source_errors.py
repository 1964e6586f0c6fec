"""What an article itself gets wrong: noted beside the text, which stays as printed."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from statements.curation.log import record_edit
from statements.curation.records import change, locked
from statements.models import SourceError, Statement, User
from statements.records import Span


@transaction.atomic
def note_error(
    statement: Statement, words: Span, *, note: str, evidence: str, who: User, why: str = ""
) -> SourceError:
    """Say that words of the statement's article are wrong, what is right, and how that is known.

    ``words`` are a stretch of the article's text, in code points. Said again of
    the same words, the note is changed. Raises ValidationError without
    evidence, or for words that do not stand in the text.
    """
    row = locked(statement)
    note, evidence = note.strip(), evidence.strip()
    if not note or not evidence:
        raise ValidationError(gettext("Say what is right, and how it is known."))
    start, end = words
    known = SourceError.objects.filter(statement=row, start=start, end=end).first()
    if known is None:
        exact = row.article.text[start:end]
        if not 0 <= start < end <= len(row.article.text) or not exact.strip():
            raise ValidationError(gettext("Give the words that are wrong, as the article prints them."))
        known = SourceError(
            statement=row, start=start, end=end, exact=exact, note=note, evidence=evidence, active=False
        )
        known.full_clean()
        known.save()
        record_edit(known, "created", None, str(known), who=who, why=why)
    change(known, {"note": note, "evidence": evidence, "active": True}, who=who, why=why)
    return SourceError.objects.get(pk=known.pk)
