"""In which language and time does a request speak, and may it come in?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone, translation

from kijun.web.accounts.models import User
from kijun.web.accounts.queries import has_agreed, is_founded

_Answer = Callable[[HttpRequest], HttpResponse]
API = "/api/"


class Viewer:
    """Speaks the language and counts the days of whoever is signed in; others get the language that they ask for."""

    def __init__(self, get_response: _Answer) -> None:
        """Stand before everything that answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the viewer's language and time zone."""
        viewer = request.user
        if not isinstance(viewer, User):
            return self.get_response(request)
        translation.activate(viewer.language)
        request.LANGUAGE_CODE = viewer.language
        try:
            zone = ZoneInfo(viewer.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            zone = ZoneInfo("Asia/Tokyo")
        with timezone.override(zone):
            return self.get_response(request)


class Gate(LoginRequiredMiddleware):
    """Lets nobody in who is not signed in, and nobody to a record before they agreed to what the data is used for.

    Pages that anybody may see say so themselves (`login_not_required`); those that may be seen before agreeing, too
    (`before_consent`). Until somebody administers the installation every page leads to its first run, but for those that
    are needed there (`before_founding`). The API has keys of its own.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """Send to the sign-in or to the notice where one of them has to come first."""
        if request.path.startswith(API):
            return None
        if not getattr(view_func, "is_before_founding", False) and not is_founded():
            return redirect("accounts:first_run")
        answer: HttpResponseBase | None = super().process_view(request, view_func, view_args, view_kwargs)
        if answer is not None or not isinstance(request.user, User):
            return answer
        is_open = not getattr(view_func, "login_required", True) or getattr(view_func, "is_before_consent", False)
        return None if is_open or has_agreed(request.user) else redirect("accounts:consent")


def before_consent(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let people who are signed in see a page before they agreed to the notice."""
    view.is_before_consent = True  # type: ignore[attr-defined]
    return view


def before_founding(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let people see a page while nobody administers the installation yet."""
    view.is_before_founding = True  # type: ignore[attr-defined]
    return view
