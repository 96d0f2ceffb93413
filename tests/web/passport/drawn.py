"""How does a test of the passport give a record its masks, make a link, and read what is shown?"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Final

import pypdfium2
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kijun.text import Language
from kijun.web.accounts.models import User
from kijun.web.passport.actions import make_link
from kijun.web.passport.models import Link
from kijun.web.passport.terms import Terms, identity
from kijun.web.people.actions import Outcome, Wish, change_record
from kijun.web.people.models import Revision
from kijun.web.people.queries import states_of
from tests.report.pdf_text import text_of
from tests.web.cast import plain_example, record_of

Answer = Any
"""What a test client gets."""
BOTH: Final[tuple[Language, ...]] = ("ja", "en")
HARDWARE: Final = "itss/v3-2011/customer-service/hardware"
_SECRET = re.compile(r"/passport/([\w-]{43})/")


def own(name: str, person: User, **facts: str) -> str:
    """Return an address of somebody's passport."""
    return reverse(f"passport:{name}", kwargs={"person": person.key, **facts})


def public(secret: str, kind: str = "page") -> str:
    """Return an address that a secret opens."""
    return reverse(f"passport:public_{kind}", kwargs={"secret": secret})


def secret_in(answer: Answer) -> str:
    """Return the secret of the link that a page tells."""
    found = _SECRET.search(answer.content.decode())
    assert found, "the page tells a link"
    return found.group(1)


def give_link(person: User, *, days: int = 30, terms: Terms | None = None, **facts: Any) -> tuple[Link, str]:
    """Make a link to somebody's passport, in both languages unless it is asked otherwise."""
    ends = timezone.now() + timedelta(days=days)
    return make_link(
        record_of(person), terms or Terms(languages=BOTH), **{"purpose": "Interview", "expires_at": ends, **facts}
    )


def key_of(person: User, name: str) -> str:
    """Return the key of the entry of an engagement."""
    return next(each.key for each in states_of(record_of(person)) if identity(each) == name)


def give_engagement(person: User, **facts: Any) -> Outcome:
    """Put an engagement of the example on record, with other facts."""
    body = {**plain_example()["engagements"][0], **facts}
    wish = Wish(list="engagements", body=body)
    return change_record(record_of(person), [wish], author=person, kind=Revision.Kind.ADDED)


def edit_engagement(person: User, name: str, **facts: Any) -> Outcome:
    """Change facts of an engagement on record."""
    state = next(each for each in states_of(record_of(person)) if identity(each) == name)
    wish = Wish(key=state.key, list=state.list, body={**state.body, **facts})
    return change_record(record_of(person), [wish], author=person, kind=Revision.Kind.EDITED)


def pdf_text(answer: Answer) -> str:
    """Return the words of a PDF without the ends of their lines, and what its properties say."""
    with pypdfium2.PdfDocument(answer.content) as document:
        said = "".join([*text_of(answer.content), *document.get_metadata_dict().values()])
    return re.sub(r"\s+", "", said)


def everything(answer: Answer) -> str:
    """Return all that an answer tells, with its headers, without white space."""
    is_pdf = answer.headers["Content-Type"] == "application/pdf"
    said = pdf_text(answer) if is_pdf else answer.content.decode()
    return re.sub(r"\s+", "", said + repr(dict(answer.headers)))


def opened(client: Client, secret: str) -> list[Answer]:
    """Return the page and the PDF that a secret opens."""
    answers = [client.get(public(secret)), client.get(public(secret, "pdf"))]
    assert [each.status_code for each in answers] == [200, 200]
    return answers
