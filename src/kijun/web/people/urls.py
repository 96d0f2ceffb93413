"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.people.views import could_count, drafts, entry, history, record

app_name = "people"
_RECORD = "<slug:person>/record/"
urlpatterns = [
    path("", record.own, name="people"),
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
    path(f"{_RECORD}history/", history.history, name="history"),
    path(f"{_RECORD}history/<int:number>/undo/", history.undo, name="undo"),
    path(f"{_RECORD}draft/", drafts.draft, name="draft"),
    path(f"{_RECORD}draft/discard/", drafts.discard_draft, name="discard_draft"),
    path(f"{_RECORD}<slug:list>/new/", entry.entry_new, name="entry_new"),
]
