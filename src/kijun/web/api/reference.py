"""What do people read about the API: the document for programs, and a page of our own that needs no script?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kijun.text import Text
from kijun.web.accounts.middleware import before_founding
from kijun.web.api.answers import json_answer
from kijun.web.api.document import openapi, operations_of

TAGS: Final = {
    "people": _("Who asks, and people"),
    "record": _("Record"),
    "claims": _("Claims"),
    "judgement": _("Judgement"),
    "plans": _("Plans"),
    "skills": _("Skills"),
    "passport": _("Passport"),
    "library": _("Library"),
    "accounts": _("Accounts"),
}
"""The rooms in the order of the page."""
REFUSALS: Final = (
    (400, _("The request cannot be read: no JSON, nested too deep, letters or numbers that no database keeps.")),
    (401, _("There is no key, or one that opens nothing.")),
    (403, _("The key has not the scope, its owner may not do this, or has not agreed to the notice.")),
    (404, _("There is nothing at this address, or nothing that the owner of the key may see.")),
    (405, _("The address does not take this method; Allow says which it takes.")),
    (409, _("Somebody changed it since: read it again, then repeat the request.")),
    (413, _("The body is too large.")),
    (415, _("The body is of another kind.")),
    (422, _("Values cannot be taken; the problems say where, what, and what was expected.")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A parameter, or a key of a body: its name, its type in short, whether it is needed, what it is."""

    name: str
    kind: str
    is_needed: bool
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation as it is shown; descriptions are English, as in the document."""

    id: str
    method: str
    path: str
    summary: Text
    description: str
    scopes: tuple[str, ...]
    parameters: tuple[Fact, ...]
    body: tuple[Fact, ...]
    media_type: str

    @property
    def steps(self) -> list[str]:
        """The path in pieces, between which a line may break."""
        return self.path.strip("/").split("/")


@login_not_required
@before_founding
@require_safe
def document(request: HttpRequest) -> JsonResponse:
    """Give the OpenAPI document, to anybody: it is the same for all, and holds no data."""
    return json_answer(openapi())


@login_not_required
@before_founding
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Show the operations with the scopes that open them, what they take, and what they answer."""
    found = [_shown(method, path, told) for (method, path), told in operations_of(openapi()).items()]
    tags = {each["operationId"]: each["tags"][0] for each in operations_of(openapi()).values()}
    rooms = [(tag, name, [each for each in found if tags[each.id] == tag]) for tag, name in TAGS.items()]
    return render(request, "api/reference.html", {"rooms": rooms, "refusals": REFUSALS})


def _shown(method: str, path: str, told: dict[str, Any]) -> Operation:
    answers = next(each for status, each in told["responses"].items() if int(status) < 300)  # noqa: PLR2004  # what went well
    return Operation(
        id=told["operationId"],
        method=method.upper(),
        path=path,
        summary=Text(ja=told["x-summary-ja"], en=told["summary"]),
        description=told.get("description", ""),
        scopes=tuple(told["x-scopes"]),
        parameters=tuple(_fact(each["name"], each["schema"], each["required"]) for each in told["parameters"]),
        body=tuple(_body(told)),
        media_type=next(iter(answers.get("content", {})), ""),
    )


def _body(told: dict[str, Any]) -> Iterator[Fact]:
    for media_type, content in told.get("requestBody", {}).get("content", {}).items():
        shape = _resolved(content["schema"])
        needed = shape.get("required", ())
        for name, schema in shape.get("properties", {}).items():
            kind = media_type if media_type != "application/json" else ""
            yield _fact(name, schema, name in needed, kind)


def _fact(name: str, schema: dict[str, Any], is_needed: bool, kind: str = "") -> Fact:
    return Fact(name=name, kind=kind or _kind(schema), is_needed=is_needed, said=schema.get("description", ""))


def _kind(schema: dict[str, Any]) -> str:
    """Return a type in short.

    >>> _kind({"anyOf": [{"type": "string"}, {"type": "null"}]})
    'string | null'
    """
    if "enum" in schema:
        return " | ".join(f'"{each}"' for each in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(_kind(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type") or "object")


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = openapi()["components"]["schemas"].get(name, schema)
    return found
