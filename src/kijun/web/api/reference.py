"""What do people read about the API: the document for programs, and a page of our own that needs no script?"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from kijun.web.api.answers import json_answer
from kijun.web.api.document import openapi


@login_not_required
@require_safe
def document(request: HttpRequest) -> JsonResponse:
    """Give the OpenAPI document, to anybody."""
    return json_answer(openapi())


@login_not_required
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Show the operations with their scopes, parameters and answers."""
    return HttpResponse("")
