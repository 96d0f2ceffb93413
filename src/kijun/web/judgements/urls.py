"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.judgements import views

app_name = "judgements"
urlpatterns = [
    path("map/", views.home, name="map"),
]
