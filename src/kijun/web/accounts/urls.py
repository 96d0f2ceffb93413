"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.accounts.views import administration, entrance, first_run, invitation, own, person, trail

app_name = "accounts"
urlpatterns = [
    path("first-run/", first_run.first_run, name="first_run"),
    path("first-run/organisation/", first_run.first_run_organisation, name="first_run_organisation"),
    path("first-run/done/", first_run.first_run_done, name="first_run_done"),
    path("welcome/<str:secret>/", invitation.welcome, name="welcome"),
    path("sign-up/sent/", entrance.sign_up_sent, name="sign_up_sent"),
    path("sign-up/<str:sealed>/", entrance.open_account, name="open_account"),
    path("demo/sign-in/", entrance.demo_sign_in, name="demo_sign_in"),
    path("consent/", own.consent, name="consent"),
    path("language/", own.language, name="language"),
    path("theme/", own.theme, name="theme"),
    path("settings/", own.own_settings, name="settings"),
    path("settings/tokens/", own.tokens, name="tokens"),
    path("settings/tokens/<int:token>/withdraw/", own.withdraw, name="withdraw_token"),
    path("administration/", administration.administration, name="administration"),
    path("administration/organisation/", administration.keep, name="organisation"),
    path("administration/trail/", trail.trail, name="trail"),
    path("administration/trail.csv", trail.trail_file, name="trail_file"),
    path("administration/people/invite/", administration.invite_person, name="invite"),
    path("administration/people/suggestions/", administration.suggestions, name="suggestions"),
    path("administration/people/<slug:person>/", person.person, name="person"),
    path("administration/people/<slug:person>/superior/", person.superior, name="name_superior"),
    path("administration/people/<slug:person>/assessors/", person.appoint, name="appoint"),
    path("administration/people/<slug:person>/assessors/<slug:assessor>/dismiss/", person.dismiss, name="dismiss"),
    path("administration/people/<slug:person>/close/", person.close, name="close"),
    path("administration/people/<slug:person>/reopen/", person.reopen, name="reopen"),
    path("administration/people/<slug:person>/link/", person.link, name="link"),
    path("administration/people/<slug:person>/link/withdraw/", person.withdraw_link, name="withdraw_link"),
]
