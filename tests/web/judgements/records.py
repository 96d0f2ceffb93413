"""Whose records are looked at: whole examples, and one that grew over years."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

from kijun.web.accounts.models import Consent, User
from kijun.web.accounts.queries import NOTICE
from kijun.web.people.actions import Outcome, Wish, change_record, open_record
from kijun.web.people.models import Entry, Record, Revision
from kijun.web.people.states import ALL_LISTS
from tests.web.cast import HARDWARE, give_record, plain_example, record_of

HARDWARE_SIX = "itss/v3-2011/customer-service/hardware/6"
RAIL = "rail-operations"


def give_whole(user: User, name: str = HARDWARE) -> Record:
    """Put an example on record, with what its head declares complete; return the record."""
    give_record(user, name)
    declare(user, plain_example(name).get("complete", []))
    return record_of(user)


def declare(user: User, complete: list[str], *, at: datetime | None = None) -> Outcome:
    """Declare which lists of a record are complete."""
    record = record_of(user)
    head = Entry.objects.get(record=record, list="head")
    body = {**head.body, "complete": complete}
    return change_record(
        record, [Wish(key=head.key, list="head", body=body)], author=user, kind=Revision.Kind.EDITED, at=at
    )


def moment(day: str) -> datetime:
    """Return noon of a day."""
    return datetime.fromisoformat(day).replace(hour=3, tzinfo=UTC)


def grown_record(name: str = "Grown", **facts: Any) -> User:
    """Return somebody whose record was opened on 10 January 2024 and given an example on 1 February, all but the work for the
    railway, which was entered on 1 March 2024.
    """  # noqa: D205  # one sentence
    facts.setdefault("language", "en")
    user = User.objects.create_user(f"{name.lower()}@example.com", None, name=name, **facts)
    Consent.objects.create(person=user, notice=NOTICE, language=user.language)
    record = open_record(user, employee="E-9", name=name, at=moment("2024-01-10"))
    plain = plain_example()
    wishes = [Wish(list=each, body=body) for each in ALL_LISTS for body in plain.get(each, [])]
    early = [wish for wish in wishes if (wish.body or {}).get("id") != RAIL]
    change_record(record, early, author=user, kind=Revision.Kind.IMPORTED, at=moment("2024-02-01"))
    declare(user, plain["complete"], at=moment("2024-02-01"))
    late = [wish for wish in wishes if wish not in early]
    change_record(record_of(user), late, author=user, kind=Revision.Kind.ADDED, at=moment("2024-03-01"))
    return user


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.is_main = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # a parser is called so
        """Begin at the page's own part."""
        self.is_main = self.is_main or tag == "main"

    def handle_endtag(self, tag: str) -> None:
        """End where the foot begins."""
        self.is_main = self.is_main and tag != "main"
        if tag != "a":
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep what is said between the tags."""
        if self.is_main:
            self.words.append(data)


def words_of(answer: Any) -> str:
    """Return what a page says in its own part, without its tags, blanks made one."""
    parser = _Words()
    parser.feed(answer.content.decode())
    return " ".join("".join(parser.words).split())
