"""Addresses of the workbench, below /review/."""

from __future__ import annotations

from django.urls import path

from statements.review import articles, blocks, desk, moving, names, proposals, speakers, undoing, utterances

urlpatterns = [
    path("", desk.home, name="review-home"),
    path("held/", articles.held, name="review-held"),
    path("records/", proposals.records, name="review-records"),
    path("look-up/<slug:of>/", desk.look_up, name="review-look-up"),
    path("utterances/", utterances.utterances, name="review-utterances"),
    path("utterances/settle/", utterances.settle, name="review-utterances-settle"),
    path("utterances/join/", utterances.join, name="review-utterances-join"),
    path("names/", names.names, name="review-names"),
    path("names/<slug:slug>/", names.settle, name="review-settle"),
    path("speakers/<slug:slug>/", speakers.speaker, name="review-speaker"),
    path("speakers/<slug:slug>/statements/", speakers.statements_of, name="review-speaker-statements"),
    path("speakers/<slug:slug>/log/", speakers.log, name="review-speaker-log"),
    path("speakers/<slug:slug>/merge/", speakers.merge, name="review-merge"),
    path("speakers/<slug:slug>/unmerge/", speakers.unmerge, name="review-unmerge"),
    path("speakers/<slug:slug>/names/", speakers.names, name="review-speaker-edit"),
    path("move/", moving.move, name="review-move"),
    path("new-speaker/", moving.new_record, name="review-new-speaker"),
    path("undo/<uuid:action>/", undoing.undo, name="review-undo"),
    path("articles/<id:public_id>/date/", articles.set_date, name="review-date"),
    path("articles/<id:public_id>/add/", articles.add, name="review-add"),
    path("articles/<id:public_id>/accept/", articles.accept_all, name="review-accept-all"),
    path("articles/<id:public_id>/boilerplate/", blocks.boilerplate, name="review-boilerplate"),
    path("queue/<slug:name>/", desk.queue_start, name="review-queue"),
    path("queue/<slug:name>/<id:public_id>/", desk.statement, name="review-statement"),
]
