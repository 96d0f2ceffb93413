"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.people import views

app_name = "people"
urlpatterns = [
    path("", views.stand_in, name="people"),
    path("<slug:person>/record/", views.stand_in, name="record"),
]
