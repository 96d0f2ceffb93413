"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.skills import views

app_name = "skills"
urlpatterns = [
    path("", views.stand_in, name="skills"),
]
