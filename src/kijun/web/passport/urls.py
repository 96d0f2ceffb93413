"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.passport import views

app_name = "passport"
urlpatterns = [
    path("people/<slug:person>/passport/", views.stand_in, name="passport"),
]
