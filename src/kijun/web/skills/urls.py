"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.skills.views import item, many, matrix, team, words

app_name = "skills"
urlpatterns = [
    path("skills/", team.team, name="team"),
    path("<slug:person>/skills/", matrix.skills, name="skills"),
    path("<slug:person>/skills/rate/<path:field>/", many.rate, name="rate"),
    path("<slug:person>/skills/entries/<slug:key>/remove/", words.remove, name="remove"),
    path("<slug:person>/skills/entries/<slug:key>/decide/", words.decide, name="decide"),
    path("<slug:person>/skills/undo/<int:number>/", words.undo, name="undo"),
    path("<slug:person>/skills/knowledge/<path:item>/", words.knowledge, name="knowledge"),
    path("<slug:person>/skills/<path:item>/", item.item, name="item"),
]
