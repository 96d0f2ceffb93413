"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.passport import link_views, public_views, views

app_name = "passport"
_OWN = "people/<slug:person>/passport/"
urlpatterns = [
    path(_OWN, views.passport, name="passport"),
    path(f"{_OWN}page/", views.page, name="page"),
    path(f"{_OWN}passport.pdf", views.pdf, name="pdf"),
    path(f"{_OWN}passport.html", views.file, name="file"),
    path(f"{_OWN}links/", link_views.links, name="links"),
    path(f"{_OWN}links/new/", link_views.new, name="link_new"),
    path(f"{_OWN}links/<slug:key>/", link_views.link, name="link"),
    path(f"{_OWN}links/<slug:key>/page/", link_views.page, name="link_page"),
    path(f"{_OWN}links/<slug:key>/expiry/", link_views.expiry, name="link_expiry"),
    path(f"{_OWN}links/<slug:key>/withdraw/", link_views.withdraw, name="link_withdraw"),
    path("passport/<slug:secret>/", public_views.page, name="public_page"),
    path("passport/<slug:secret>/passport.pdf", public_views.pdf, name="public_pdf"),
]
