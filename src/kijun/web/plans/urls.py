"""Which address shows what?"""

from __future__ import annotations

from django.urls import path

from kijun.web.plans import views, what_if_views

app_name = "plans"
urlpatterns = [
    path("", views.plans, name="plans"),
    path("goal/<path:cell>/", views.goal, name="goal"),
    path("kept/<slug:key>/", views.plan, name="plan"),
    path("kept/<slug:key>/edit/", views.edit, name="edit"),
    path("kept/<slug:key>/plan.yaml", views.file, name="file"),
    path("kept/<slug:key>/<slug:act>/", views.act, name="act"),
    path("what-if/", what_if_views.what_ifs, name="what_ifs"),
    path("what-if/<slug:key>/", what_if_views.what_if, name="what_if"),
    path("what-if/<slug:key>/add/<slug:kind>/", what_if_views.add, name="what_if_add"),
    path("what-if/<slug:key>/leave-out/", what_if_views.leave_out, name="what_if_leave_out"),
    path("what-if/<slug:key>/name/", what_if_views.rename, name="what_if_name"),
    path("what-if/<slug:key>/forget/", what_if_views.forget, name="what_if_forget"),
    path("what-if/<slug:key>/what-if.yaml", what_if_views.file, name="what_if_file"),
]
