"""What does somebody see where there is no page to see? A program that asks the API gets the shape of its refusals instead."""

from __future__ import annotations

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kijun.web.accounts.middleware import API


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the request could not be understood, or that it was too large to be read."""
    if request.path.startswith(API):
        return _refusal(exception or BadRequest())
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that this is not for the one who asks, and whom to ask."""
    return render(request, "403.html", status=403)


def forbidden_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was too old or came from elsewhere; what was typed is kept by the browser."""
    return render(request, "403.html", {"is_form": True}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that something went wrong here and that nothing was lost."""
    if request.path.startswith(API):
        return _refusal(None)
    return render(request, "500.html", status=500)


def _refusal(error: Exception | None) -> HttpResponse:
    from kijun.web.api.handlers import broken, refusal_of  # noqa: PLC0415  # pages are served without a program that asks

    return (broken() if error is None else refusal_of(error)).answer()
