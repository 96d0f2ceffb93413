"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.judgements import views

app_name = "judgements"
urlpatterns = [
    path("map/", views.career_map, name="map"),
    path("cells/<path:cell>/", views.cell, name="cell"),
    path("changes/", views.changes, name="changes"),
]
