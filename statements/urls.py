"""Addresses of the pages."""

from __future__ import annotations

from django.urls import include, path, register_converter

from statements.views import (
    articles,
    citing,
    countries,
    coverage,
    data_help,
    exports,
    feeds,
    home,
    nearest,
    pairs,
    publishers,
    search_help,
    sitemaps,
    speakers,
    statement_list,
    statements,
    verify,
    web_annotations,
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
    path("statements.atom", feeds.statement_feed, name="statement-feed"),
    path("statements.<slug:ending>", exports.export, {"name": "statements"}, name="statement-export"),
    path("articles.<slug:ending>", exports.export, {"name": "articles"}, name="article-export"),
    path("speakers.<slug:ending>", exports.export, {"name": "speakers"}, name="speaker-export"),
    path("countries.<slug:ending>", exports.export, {"name": "countries"}, name="country-export"),
    path("publishers.<slug:ending>", exports.export, {"name": "publishers"}, name="publisher-export"),
    path("matrix.<slug:ending>", exports.export, {"name": "matrix"}, name="matrix-export"),
    path("feeds/corrections.atom", feeds.correction_feed, name="correction-feed"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.sitemap_section, name="sitemap-section"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("statements/<id:public_id>/", statements.statement_detail, name="statement-detail"),
    path("statements/<id:public_id>/cite.<slug:ending>", citing.statement_cite, name="statement-cite"),
    path("statements/<id:public_id>/verify/", verify.statement_verify, name="statement-verify"),
    path(
        "statements/<id:public_id>/annotation.jsonld",
        web_annotations.statement_annotation,
        name="statement-annotation",
    ),
    path("wording/", nearest.nearest_wording, name="nearest-wording"),
    path("help/searching/", search_help.searching, name="help-searching"),
    path("help/data/", data_help.data, name="help-data"),
    path("countries/", countries.country_list, name="country-list"),
    path("countries/<code:code>/", countries.country_detail, name="country-detail"),
    path("countries/<code:code>/about/<code:other>/", pairs.country_pair, name="country-pair"),
    path("speakers/", speakers.speaker_list, name="speaker-list"),
    path("speakers/<slug:slug>/", speakers.speaker_detail, name="speaker-detail"),
    path("articles/", articles.article_list, name="article-list"),
    path("articles/<id:public_id>/", articles.article_detail, name="article-detail"),
    path("articles/<id:public_id>/original", articles.article_original, name="article-original"),
    path("articles/<id:public_id>/text", articles.article_text, name="article-text"),
    path(
        "articles/<id:public_id>/annotations.jsonld",
        web_annotations.article_annotations,
        name="article-annotations",
    ),
    path("coverage/", coverage.coverage, name="coverage"),
    path("publishers/<slug:slug>/", publishers.publisher_detail, name="publisher-detail"),
    path("review/", include("statements.review.urls")),
]
