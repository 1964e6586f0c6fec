"""Statements: find them, approve, reject and correct."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, ngettext, ngettext_lazy, pgettext

from statements import curation
from statements.admin.articles import PublisherFilter
from statements.admin.base import CuratedAdmin, acting, table
from statements.admin.lists import TypedFilter
from statements.models import Attribution, Statement
from statements.models.fields import check_edtf
from statements.models.statement import UNDATED
from statements.search import Query, QueryError, parse_query

MOST_AT_ONCE = 200  # statements that one action decides on
APPROVED = ngettext_lazy("%(count)s approved.", "%(count)s approved.", "count")
REJECTED = ngettext_lazy("%(count)s rejected.", "%(count)s rejected.", "count")
WITHDRAWN = ngettext_lazy("%(count)s withdrawn.", "%(count)s withdrawn.", "count")

# What imports and decisions left there: shown, and not a field of the form.
PROVENANCE = (
    "public_id",
    "article",
    "parts_shown",
    "cue",
    "said_words",
    "addressed_basis",
    "rule",
    "confidence",
    "extractor_version",
    "review_state",
    "review_reason",
)
CORRECTED = tuple(name for name in curation.EDITABLE[Statement] if name not in PROVENANCE)


class ReasonForm(ActionForm):
    """The reason beside the actions: rejecting and withdrawing ask for one."""

    why = forms.CharField(label=gettext_lazy("Why"), required=False, max_length=300)


class StatementForm(forms.ModelForm):
    """A date is one EDTF expression and the reason for it; its bounds follow from it."""

    def clean_said_edtf(self) -> str:
        said = self.cleaned_data["said_edtf"].strip()
        if said:
            check_edtf(said)
        return said

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("said_edtf") and not cleaned.get("said_basis"):
            self.add_error("said_basis", gettext("Say where this date comes from."))
        return cleaned


class MissingFilter(admin.SimpleListFilter):
    """The curator's queues that a plain field does not give."""

    title = gettext_lazy("what is missing")
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("speaker", gettext("speaker not known")),
            ("provisional", gettext("provisional speaker")),
            ("date", gettext("date not known")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Statement]:
        match self.value():
            case "speaker":
                return queryset.unresolved()
            case "provisional":
                provisional = Attribution.objects.filter(statement=OuterRef("pk"), speaker__provisional=True)
                return queryset.filter(Exists(provisional))
            case "date":
                return queryset.listed().filter(said_sort=UNDATED)
        return queryset


class OnStatementFilter(TypedFilter):
    """Statements by a record that hangs on them; ``field`` is of the rows between."""

    def narrow(self, rows: Any, pk: int) -> QuerySet[Statement]:
        between = self.field.model._default_manager.filter(**{self.field.name: pk})
        return rows.filter(pk__in=between.values("statement"))


class SpeakerFilter(OnStatementFilter):
    title = gettext_lazy("speaker")
    parameter_name = "speaker"
    field = Attribution._meta.get_field("speaker")


class SpokenForFilter(OnStatementFilter):
    title = gettext_lazy("country spoken for")
    parameter_name = "spoken_for"
    field = Attribution._meta.get_field("country")


class AboutFilter(OnStatementFilter):
    title = gettext_lazy("country spoken about")
    parameter_name = "about"
    field = Statement.about_countries.through._meta.get_field("country")


class AttributionInline(admin.TabularInline):
    """Who speaks, and for which country."""

    model = Attribution
    extra = 0
    can_delete = False
    fields = ("source", "speaker", "role", "country", "basis")
    readonly_fields = ("source", "basis")
    autocomplete_fields = ("speaker", "country")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Statement)
class StatementAdmin(CuratedAdmin):
    list_display = ("public_id", "words_shown", "speakers_shown", "kind", "act", "said_edtf", "review_state")
    list_filter = (
        "review_state",
        MissingFilter,
        SpeakerFilter,
        SpokenForFilter,
        AboutFilter,
        PublisherFilter,
        "kind",
        "act",
    )
    sortable_by = ("public_id",)
    search_fields = ("public_id",)
    search_help_text = gettext_lazy(
        "Words of the statement, “exact phrases”, -without, one OR other, beginning*; or its public id."
    )
    autocomplete_fields = ("agency", "about_countries", "addressees")
    form = StatementForm
    action_form = ReasonForm
    actions = ("approve", "reject", "withdraw")
    inlines = (AttributionInline,)
    readonly_fields = (*PROVENANCE, "edits")
    fieldsets = (
        (gettext_lazy("As the article has it"), {"fields": PROVENANCE}),
        (gettext_lazy("What it is"), {"fields": (*CORRECTED, "about_countries", "addressees")}),
        (gettext_lazy("History"), {"fields": ("edits",)}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Statements come from articles."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Statement]:
        return (
            super()
            .get_queryset(request)
            .filter(article__superseded=False)
            .select_related("article", "agency")
            .defer("article__text", "folded")
            .prefetch_related("parts", "attributions__speaker")
        )

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Newest first, in the order of the index by which the rows are found."""
        return (
            ("-said_sort", "-id")
            if {"kind__exact", "act__exact", "publisher"} & request.GET.keys()
            else ("-id",)
        )

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[Statement], bool]:
        """The archive's own search, or the one statement of this public id."""
        named = queryset.filter(public_id=search_term.strip())
        if search_term and named.exists():
            return named, False
        try:
            return queryset.search(self.words_asked(search_term)), False
        except QueryError as error:
            self.message_user(request, str(error), messages.ERROR)
            return queryset.none(), False

    def words_asked(self, search_term: str) -> Query:
        """Raises QueryError for fields too: what narrows this list are its filters."""
        query = parse_query(search_term)
        if query.fields:
            told = gettext("“%(field)s” does not narrow this list: use a filter at its side.")
            raise QueryError(told % {"field": query.fields[0]})
        return query

    @admin.display(description=gettext_lazy("words"))
    def words_shown(self, statement: Statement) -> str:
        words = statement.words
        return words if len(words) <= 160 else f"{words[:159]}…"

    @admin.display(description=gettext_lazy("words"))
    def parts_shown(self, statement: Statement) -> SafeString:
        """Its parts with both of their selectors."""
        rows = ((p.start, p.end, p.prefix, p.exact, p.suffix) for p in statement.parts.all())
        headings = (
            pgettext("place in the text", "from"),
            pgettext("place in the text", "to"),
            pgettext("place in the text", "after"),
            gettext("words"),
            pgettext("place in the text", "before"),
        )
        return table(headings, rows)

    @admin.display(description=gettext_lazy("speaker"))
    def speakers_shown(self, statement: Statement) -> str:
        not_known = gettext("not known: “%(source)s”")
        rows = statement.attributions.all()
        return ", ".join(str(row.speaker or not_known % {"source": row.source}) for row in rows)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        about, addressees = (
            list(form.cleaned_data[field]) if field in form.changed_data else None
            for field in ("about_countries", "addressees")
        )
        curation.correct(
            Statement.objects.get(pk=obj.pk),
            self.changes(form),
            about=about,
            addressees=addressees,
            who=acting(request),
        )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Countries went through `save_model`; only the attributions are left."""
        for formset in formsets:
            self.save_formset(request, form, formset, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.forms:
            if row.has_changed():
                chosen = {name: row.cleaned_data[name] for name in ("speaker", "country", "role")}
                curation.correct_attribution(row.instance, who=acting(request), **chosen)
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []

    @admin.action(description=gettext_lazy("Approve: read, and right"), permissions=["change"])
    def approve(self, request: HttpRequest, queryset: QuerySet[Statement]) -> None:
        self.decide(request, queryset, curation.approve, APPROVED)

    @admin.action(description=gettext_lazy("Reject: no statement (say why)"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Statement]) -> None:
        self.decide(request, queryset, curation.reject, REJECTED)

    @admin.action(description=gettext_lazy("Withdraw: taken back (say why)"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Statement]) -> None:
        self.decide(request, queryset, curation.withdraw, WITHDRAWN)

    def decide(
        self,
        request: HttpRequest,
        queryset: QuerySet[Statement],
        decision: Callable[..., None],
        done: Promise,
    ) -> None:
        """All of the chosen statements, or none."""
        why = request.POST.get("why", "")
        chosen = list(queryset[: MOST_AT_ONCE + 1])
        if len(chosen) > MOST_AT_ONCE:
            told = ngettext(
                "Choose %(most)s at most at once.", "Choose %(most)s at most at once.", MOST_AT_ONCE
            )
            self.message_user(request, told % {"most": MOST_AT_ONCE}, messages.ERROR)
            return
        try:
            count = curation.decide_all(chosen, decision, who=acting(request), why=why)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return
        self.message_user(request, done % {"count": count}, messages.SUCCESS)
