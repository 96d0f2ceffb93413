"""What answers at the addresses of the library? Everybody who is signed in may read all of it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import KEEP_STANDARDS, may
from kijun.web.library.addresses import Place, Undefined, address_of, named_by, places, spelt_plainly
from kijun.web.library.compare_pages import comparison_page, read_question
from kijun.web.library.contents import content_of
from kijun.web.library.found import shown
from kijun.web.library.official import pack_problems
from kijun.web.library.other_editions import in_order, related_to
from kijun.web.library.palette import palette_items
from kijun.web.library.queries import editions, unreadable_standards
from kijun.web.library.search import near_words, search
from kijun.web.library.standard_pages import counts_of
from kijun.web.library.titles import crumbs_of, full_title

_ON_A_PAGE: Final = 25


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Show which standards there are, and what they hold; whoever keeps them is also shown which cannot be read."""
    keeps = may(viewer_of(request), KEEP_STANDARDS)
    held = [counts_of(edition) for edition in editions()]
    return render(
        request,
        "library/library.html",
        {
            "shipped": [each for each in held if not each["is_own"]],
            "own": [each for each in held if each["is_own"]],
            "unreadable": unreadable_standards() if keeps else (),
            "pack_problems": pack_problems() if keeps else (),
            "pairs": [
                (each, other)
                for each in editions()
                for other in related_to(each)
                if in_order(each, other) == (other.id, each.id)
            ],
        },
    )


@require_safe
def thing(request: HttpRequest, path: str) -> HttpResponse:
    """Show what stands at a path; another spelling of the path leads to the one permanent address."""
    place = places().get(path)
    if place is None or request.path != address_of(path):
        return _elsewhere(request, path)
    if "to" in request.GET:
        return _compared(place, request.GET["to"])
    context = {"title": full_title(place), "crumbs": crumbs_of(place), "content": content_of(place), "place": place}
    return render(request, "library/shell.html", context)


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what fits the words that were typed, in either language, with the words marked."""
    typed = request.GET.get("q", "").strip()
    found = search(typed)
    page = Paginator(found.entries, _ON_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "library/search.html",
        {
            "typed": typed,
            "page": page,
            "groups": shown(page.object_list, found.terms),
            "near": [] if found.entries or not typed else near_words(typed),
        },
    )


@require_safe
def compare_page(request: HttpRequest) -> HttpResponse:
    """Show two editions side by side, with only the differences marked."""
    given = request.GET
    asked = read_question(
        given.get("old", ""), given.get("new", ""), given.get("path", ""), is_only_differences=given.get("only") == "1"
    )
    context = {"editions": editions(), "asked": asked}
    if asked.wrong:
        return render(request, "library/compare.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return render(request, "library/compare.html", {**context, **comparison_page(asked)})


@require_safe
@conditional_page
@cache_control(private=True, no_cache=True)
def palette(request: HttpRequest) -> JsonResponse:
    """Answer with the places that the viewer can go to, as the palette lists them; unchanged ones are not sent again."""
    return JsonResponse(palette_items(viewer_of(request), request.GET.get("q", "")), safe=False)


def _elsewhere(request: HttpRequest, path: str) -> HttpResponse:
    """Send to the permanent address of another spelling or of a short name; else say what is near."""
    plain = places().get(spelt_plainly(path))
    if plain is not None:
        return HttpResponsePermanentRedirect(_with_query(address_of(plain.path), request))
    meant = named_by(path)
    if isinstance(meant, Place):
        return redirect(_with_query(address_of(meant.path), request))
    context: dict[str, object] = {"path": path}
    if isinstance(meant, Undefined):
        cells = meant.edition.cells_of(meant.field.path)
        context |= {"undefined": meant, "name": meant.edition.cell_name(meant.field, meant.level), "cells": cells}
        context["crumbs"] = crumbs_of(places()[meant.field.path])
    else:
        context["suggestions"] = [(address_of(each), each, full_title(places()[each])) for each in meant]
    return render(request, "library/not_found.html", context, status=HTTPStatus.NOT_FOUND)


def _compared(place: Place, other: str) -> HttpResponse:
    """Send from a page to the comparison with another edition."""
    edition = next((each for each in editions() if each.id == other), place.edition)
    old, new = in_order(place.edition, edition)
    return redirect(f"{reverse('library:compare')}?{urlencode({'old': old, 'new': new, 'path': place.below})}")


def _with_query(address: str, request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address
