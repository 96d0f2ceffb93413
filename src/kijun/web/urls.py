"""Which address shows what?"""

from __future__ import annotations

from django.urls import include, path

from kijun.web.judgements.views import home

urlpatterns = [
    path("", home, name="home"),
    path("", include("kijun.web.accounts.urls")),
    path("accounts/", include("kijun.web.accounts.doors")),
    path("api/", include("kijun.web.api.urls")),
    path("library/", include("kijun.web.library.urls")),
    path("people/", include("kijun.web.skills.urls")),
    path("people/", include("kijun.web.people.urls")),
    path("people/<slug:person>/", include("kijun.web.judgements.urls")),
    path("people/<slug:person>/plans/", include("kijun.web.plans.urls")),
    path("", include("kijun.web.passport.urls")),
]
handler400 = "kijun.web.errors.bad_request"
handler403 = "kijun.web.errors.forbidden"
handler404 = "kijun.web.errors.not_found"
handler500 = "kijun.web.errors.server_error"
