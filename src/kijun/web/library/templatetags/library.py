"""How do paths and citations of a standard come onto a page?"""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kijun.citation import Citation
from kijun.framework.edition import Edition
from kijun.web.library.addresses import address_of

register = template.Library()


@register.filter
def address(path: str) -> str:
    """Return the permanent address of a path of a standard."""
    return address_of(path)


@register.simple_tag
def cite(citation: Citation | None, edition: Edition) -> SafeString:
    """Return where something is printed: document and line, and the page where one is known; it leads to the document."""
    if citation is None:
        return SafeString("")
    if citation.document not in edition.documents:
        return format_html('<span class="citation">{}{}</span>', str(citation), _page(citation))
    url = f"{address_of(edition.id)}#document-{citation.document}"
    return format_html('<a class="citation" href="{}">{}{}</a>', url, str(citation), _page(citation))


def _page(citation: Citation) -> str:
    if not citation.page:
        return ""
    if citation.is_page_inferred:
        return _(", page %(page)s (inferred)") % {"page": citation.page}
    return _(", page %(page)s") % {"page": citation.page}
