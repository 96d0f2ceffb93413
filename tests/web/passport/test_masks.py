"""Does a passport that somebody is given keep back what it has to, wherever it could be told?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest
from django.test import Client

from kijun.evidence.engagement import MASKABLE
from kijun.web.accounts.models import User
from kijun.web.passport.actions import make_link
from kijun.web.passport.models import Link
from kijun.web.passport.terms import LATER, Terms, kept, masks_by_id
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Revision
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.passport.drawn import (
    BOTH,
    edit_engagement,
    everything,
    give_engagement,
    give_link,
    key_of,
    opened,
    own,
    public,
    secret_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_fonts")]

ID: Final = "tsubame-centre"
FACTS: Final = {
    "id": ID,
    "title": {"ja": "つばめ物産の計算センタ", "en": "Tsubame Trading: the computing centre"},
    "project": "tsubame-2014",
    "fields": ["facility-management"],
    "activities": ["facility-design"],
    "role": "facility-management-service-team-leader",
    "conditions": ["complex-disaster-and-crime-prevention"],
    "sizes": {
        "customers": "overseas",
        "network_sites": 8642,
        "computer_rooms": 371,
        "peak_persons": 4321,
        "annual_contract_value_yen": 987650000,
    },
}


SECRETS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("つばめ物産の計算センタ", "TsubameTrading"),
    "customers": ("海外展開の大規模ユーザ", "largeusersoverseas"),
    "amounts": ("4,321人", "9億8,765万円", "JPY987,650,000"),
    "sites": ("8,642拠点", "8,642sites", "371箇所", "371rooms"),
    "conditions": ("防災・防犯", "crimeprevention"),
}
"""Fact -> how it is written in either language where it is not kept back, without white space."""
NEVER: Final = (ID, "tsubame", "Tsubame", "つばめ", "海外展開", "8642", "987650000")
"""What must not be told of an engagement of which everything is kept back, in whatever form."""


@pytest.fixture
def person(cast: Cast) -> User:
    """Give somebody with a career, and with an engagement of which each fact can be told from all others."""
    give_record(cast.person)
    assert give_engagement(cast.person, **FACTS).revision
    return cast.person


def link_with(person: User, masks: Mapping[str, tuple[str, ...]], **facts: bool) -> str:
    masked = masks_by_id(record_of(person), masks)
    return give_link(person, terms=Terms(languages=BOTH, masks=masked), **facts)[1]


def test_what_is_not_kept_back_is_shown_on_the_page_and_in_the_pdf(person: User) -> None:
    for answer in opened(Client(), link_with(person, {})):
        said = everything(answer)
        assert [word for words in SECRETS.values() for word in words if word not in said] == []


@pytest.mark.parametrize("fact", MASKABLE)
def test_each_fact_is_kept_back_by_itself_and_the_others_stay(person: User, fact: str) -> None:
    shown = [word for other, words in SECRETS.items() if other != fact for word in words]
    for answer in opened(Client(), link_with(person, {ID: (fact,)})):
        said = everything(answer)
        assert [word for word in SECRETS[fact] if word in said] == []
        assert [word for word in shown if word not in said] == []


def test_of_an_engagement_that_is_kept_back_nothing_is_told_in_words_headers_or_properties(person: User) -> None:
    for answer in opened(Client(), link_with(person, {ID: MASKABLE})):
        told = everything(answer)
        assert [word for words in (*SECRETS.values(), NEVER) for word in words if word in told] == []


def test_what_the_record_keeps_back_cannot_be_let_out_by_a_link(person: User) -> None:
    secret = link_with(person, {})
    edit_engagement(person, ID, masked=["customers"])
    for each in (secret, link_with(person, {ID: ("title",)})):
        for answer in opened(Client(), each):
            assert SECRETS["customers"][0] not in everything(answer)


def test_what_the_record_keeps_back_by_now_is_kept_back_of_an_earlier_state_too(person: User) -> None:
    secret = link_with(person, {}, is_frozen=True)
    edit_engagement(person, ID, masked=["customers"], role="facility-management-service-responsible")
    for answer in opened(Client(), secret):
        said = everything(answer)
        assert SECRETS["customers"][0] not in said
        assert SECRETS["sites"][0] in said


def test_an_engagement_that_gets_another_id_is_still_kept_back(person: User) -> None:
    secret = link_with(person, {ID: MASKABLE})
    edit_engagement(person, ID, id="computing-centre")
    for answer in opened(Client(), secret):
        assert [word for words in SECRETS.values() for word in words if word in everything(answer)] == []


@pytest.mark.parametrize("hides", [True, False])
def test_of_engagements_that_are_recorded_later_a_link_shows_what_it_was_made_to(cast: Cast, *, hides: bool) -> None:
    give_record(cast.person)
    _, secret = give_link(cast.person, later=frozenset(MASKABLE) if hides else frozenset())
    give_engagement(cast.person, **FACTS)
    for answer in opened(Client(), secret):
        found = [word for words in SECRETS.values() for word in words if word in everything(answer)]
        assert (found == []) is hides


def test_an_engagement_that_is_removed_and_recorded_again_counts_as_one_that_came_later(person: User) -> None:
    masks = masks_by_id(record_of(person), {ID: MASKABLE})
    _, secret = give_link(person, terms=Terms(languages=BOTH, masks=masks), later=frozenset(MASKABLE))
    gone = Wish(key=key_of(person, ID), list="engagements", body=None)
    change_record(record_of(person), [gone], author=person, kind=Revision.Kind.REMOVED)
    give_engagement(person, **FACTS)
    for answer in opened(Client(), secret):
        assert [word for words in SECRETS.values() for word in words if word in everything(answer)] == []


def test_a_frozen_link_does_not_show_what_is_recorded_or_corrected_later(cast: Cast) -> None:
    give_record(cast.person)
    _, secret = give_link(cast.person, is_frozen=True)
    before = [everything(answer) for answer in opened(Client(), secret)]
    give_engagement(cast.person, **FACTS)
    edit_engagement(cast.person, "store-tills", title={"ja": "別の件名", "en": "Another title"})
    assert [everything(answer) for answer in opened(Client(), secret)] == before


def test_the_digest_of_the_record_does_not_let_numbers_be_tried(person: User) -> None:
    secret = link_with(person, {ID: ("amounts",)})
    before = everything(Client().get(public(secret)))
    edit_engagement(person, ID, sizes={**FACTS["sizes"], "peak_persons": 4322})  # type: ignore[dict-item]
    assert everything(Client().get(public(secret))) == before


def test_an_entry_that_cannot_be_read_tells_its_facts_by_no_digest(person: User) -> None:
    secret = link_with(person, {ID: ("amounts",)})
    link = Link.objects.get()
    assert set(link.masks) > {LATER, key_of(person, ID)}
    assert link.masks[key_of(person, ID)] == ["amounts"]
    assert SECRETS["amounts"][0] not in everything(Client().get(public(secret)))


def test_the_person_chooses_what_is_kept_back_and_sees_it_before_giving_it(person: User) -> None:
    client, key = client_of(person), key_of(person, ID)
    chosen = {"languages": "both", "mask": [f"{key}:title", f"{key}:customers"]}
    shown = everything(client.get(own("page", person), chosen))
    assert SECRETS["sites"][0] in shown
    assert [word for fact in ("title", "customers") for word in SECRETS[fact] if word in shown] == []
    for name in ("pdf", "file"):
        assert SECRETS["title"][0] not in everything(client.get(own(name, person), chosen))
    address = f"{own('link_new', person)}?languages=both&mask={key}:title&mask={key}:customers"
    made = client.post(address, {"purpose": "Interview", "days": "7", "state": "live", "hides_later": "on"})
    for answer in opened(Client(), secret_in(made)):
        said = everything(answer)
        assert SECRETS["sites"][0] in said
        assert [word for fact in ("title", "customers") for word in SECRETS[fact] if word in said] == []


def test_a_fact_of_every_engagement_is_kept_back_of_those_to_come_too(person: User) -> None:
    client = client_of(person)
    made = client.post(
        f"{own('link_new', person)}?mask=all:customers&languages=both",
        {"purpose": "Interview", "days": "7", "state": "live"},
    )
    give_engagement(person, **{**FACTS, "id": "later", "title": {"ja": "後の案件", "en": "A later one"}})
    for answer in opened(Client(), secret_in(made)):
        said = everything(answer)
        assert "後の案件" in said
        assert [word for word in SECRETS["customers"] if word in said] == []


def test_only_what_the_language_of_records_can_keep_back_is_kept_back(person: User) -> None:
    with pytest.raises(AssertionError):
        kept({key_of(person, ID): ["outcome"]})


def test_a_link_to_an_engagement_that_is_not_on_record_is_not_made(person: User) -> None:
    with pytest.raises(KeyError):
        make_link(
            record_of(person),
            Terms(languages=BOTH, masks=masks_by_id(record_of(person), {"unknown": ["title"]})),
            purpose="Interview",
            expires_at=record_of(person).opened_at,
        )
