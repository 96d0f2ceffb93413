"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.plans import views

app_name = "plans"
urlpatterns = [
    path("", views.stand_in, name="plans"),
]
