"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.people.views import (
    attachments,
    claims,
    could_count,
    drafts,
    entry,
    erasing,
    exporting,
    history,
    importing,
    people_list,
    record,
)

app_name = "people"
_RECORD = "<slug:person>/record/"
urlpatterns = [
    path("", people_list.people, name="people"),
    path("claims/", claims.claims, name="claims"),
    path("workbook/", importing.template, name="template"),
    path(_RECORD, record.record, name="record"),
    path(f"{_RECORD}example/", record.example, name="example"),
    path(f"{_RECORD}head/", entry.head, name="head"),
    path(f"{_RECORD}complete/", entry.complete, name="complete"),
    path(f"{_RECORD}engagements/new/", entry.engagement_new, name="engagement_new"),
    path(f"{_RECORD}engagements/could-count/", could_count.could_count, name="could_count"),
    path(f"{_RECORD}engagements/<slug:key>/", entry.engagement, name="engagement"),
    path(f"{_RECORD}entries/<slug:key>/", entry.entry, name="entry"),
    path(f"{_RECORD}entries/<slug:key>/remove/", entry.remove, name="remove"),
    path(f"{_RECORD}entries/<slug:key>/history/", history.entry_history, name="entry_history"),
    path(f"{_RECORD}entries/<slug:key>/files/", attachments.attachments, name="attachments"),
    path(f"{_RECORD}files/", attachments.files, name="files"),
    path(f"{_RECORD}files/<slug:key>/", attachments.attachment, name="attachment"),
    path(f"{_RECORD}files/<slug:key>/remove/", attachments.attachment_remove, name="attachment_remove"),
    path(f"{_RECORD}import/", importing.upload, name="import"),
    path(f"{_RECORD}import/review/", importing.review, name="import_review"),
    path(f"{_RECORD}import/confirm/", importing.confirm, name="import_confirm"),
    path(f"{_RECORD}import/discard/", importing.discard, name="import_discard"),
    path(f"{_RECORD}export/", exporting.export, name="export"),
    path(f"{_RECORD}export/<slug:form>/", exporting.export_file, name="export_file"),
    path(f"{_RECORD}erase/", erasing.erase, name="erase"),
    path(f"{_RECORD}claims/<slug:key>/", claims.claim, name="claim"),
    path(f"{_RECORD}decisions/<int:number>/undo/", claims.decision_undo, name="decision_undo"),
    path(f"{_RECORD}confirm/", claims.confirm, name="confirm"),
    path(f"{_RECORD}history/", history.history, name="history"),
    path(f"{_RECORD}history/<int:number>/undo/", history.undo, name="undo"),
    path(f"{_RECORD}draft/", drafts.draft, name="draft"),
    path(f"{_RECORD}draft/discard/", drafts.discard_draft, name="discard_draft"),
    path(f"{_RECORD}<slug:list>/new/", entry.entry_new, name="entry_new"),
]
