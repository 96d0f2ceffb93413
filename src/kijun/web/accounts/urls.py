"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("consent/", views.stand_in, name="consent"),
    path("administration/", views.stand_in, name="administration"),
    path("language/", views.stand_in, name="language"),
]
