"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.library import views

app_name = "library"
urlpatterns = [
    path("", views.library, name="library"),
    path("search/", views.search_page, name="search"),
    path("compare/", views.compare_page, name="compare"),
    path("palette/", views.palette, name="palette"),
    path("<path:path>/", views.thing, name="thing"),
    path("<path:path>", views.thing),
]
