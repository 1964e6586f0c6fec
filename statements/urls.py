"""Addresses of the pages."""

from __future__ import annotations

from django.urls import include, path, register_converter

from statements.views import (
    articles,
    citing,
    countries,
    exports,
    home,
    pairs,
    publishers,
    speakers,
    statement_list,
    statements,
    verify,
)


class CountryCode:
    """A country's code, in either case."""

    regex = "[A-Za-z0-9]{2,8}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class PublicId:
    """Digits and lower-case letters."""

    regex = "[0-9a-z]{1,16}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CountryCode, "code")
register_converter(PublicId, "id")

urlpatterns = [
    path("", home.home, name="home"),
    path("matrix/", home.matrix, name="matrix"),
    path("statements/", statement_list.statement_list, name="statement-list"),
    path("statements.<slug:ending>", exports.statement_export, name="statement-export"),
    path("statements/<id:public_id>/", statements.statement_detail, name="statement-detail"),
    path("statements/<id:public_id>/cite.<slug:ending>", citing.statement_cite, name="statement-cite"),
    path("statements/<id:public_id>/verify/", verify.statement_verify, name="statement-verify"),
    path("countries/", countries.country_list, name="country-list"),
    path("countries/<code:code>/", countries.country_detail, name="country-detail"),
    path("countries/<code:code>/about/<code:other>/", pairs.country_pair, name="country-pair"),
    path("speakers/", speakers.speaker_list, name="speaker-list"),
    path("speakers/<slug:slug>/", speakers.speaker_detail, name="speaker-detail"),
    path("articles/", articles.article_list, name="article-list"),
    path("articles/<id:public_id>/", articles.article_detail, name="article-detail"),
    path("articles/<id:public_id>/original", articles.article_original, name="article-original"),
    path("articles/<id:public_id>/text", articles.article_text, name="article-text"),
    path("publishers/<slug:slug>/", publishers.publisher_detail, name="publisher-detail"),
    path("review/", include("statements.review.urls")),
]
