"""Does a fact that a judgement asks for lead to the form and the field in which it is written down?"""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import resolve

from kijun.judgement.proof import NearMiss, OpenFact
from kijun.judgement.record_judgement import judge_editions
from kijun.web.library.queries import current_editions
from kijun.web.people.places import place_in_record, place_of_engagement, place_to_record
from kijun.web.people.queries import read_record
from tests.web.cast import Cast, client_of, record_of
from tests.web.people.typed import add, text_of, url

pytestmark = pytest.mark.django_db


def asked(evidence: str | None, fact: str, about: str = "") -> OpenFact:
    return OpenFact(evidence=evidence, fact=fact, about=about or fact)


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        *(
            (name, name)
            for name in ("role", "activities", "outcome", "conditions", "customers", "market", "equivalence")
        ),
        *(("field", "fields"), ("window", "until"), ("mandatory", "conditions"), ("computer_rooms", "computer_rooms")),
    ],
)
def test_a_fact_of_an_engagement_leads_to_its_field(cast: Cast, fact: str, field: str) -> None:
    client = client_of(cast.person)
    entry = add(client, cast.person)
    near = NearMiss(evidence="core-banking", fact=fact, have=None, need=None)
    where = place_to_record(record_of(cast.person), near, back="/library/?q=1&page=2")
    assert where is not None
    path, _, query = where.partition("?")
    assert path == url("engagement", cast.person, key=entry.key)
    assert query == f"focus={field}&back=%2Flibrary%2F%3Fq%3D1%26page%3D2"
    page = client.get(where)
    assert page.context["back"] == "/library/?q=1&page=2"
    assert " autofocus" in text_of(page).partition("data-draft=")[2].partition("</form>")[0]


def test_how_far_an_area_goes_leads_to_the_area_or_to_a_new_one(cast: Cast) -> None:
    record = record_of(cast.person)
    new = url("entry_new", cast.person, list="expertise")
    assert (
        place_to_record(record, asked("customer-satisfaction", "degree"))
        == f"{new}?area=customer-satisfaction&focus=degree"
    )
    entry = add(client_of(cast.person), cast.person, "expertise")
    where = place_to_record(record_of(cast.person), asked("customer-satisfaction", "reach"))
    assert where == f"{url('entry', cast.person, key=entry.key)}?focus=reach"


def test_what_else_is_asked_for_has_its_place_or_none(cast: Cast) -> None:
    record = record_of(cast.person)
    assert (
        place_to_record(record, asked(None, "complete", "mentoring"))
        == f"{url('complete', cast.person)}?focus=complete"
    )
    assert place_to_record(record, asked(None, "rating", "x/y")) == f"/people/{cast.person.key}/skills/"
    assert place_to_record(record, asked(None, "source", "itss")) is None
    assert place_to_record(record, asked(None, "confirmation", "itss")) is None
    assert place_to_record(record, asked("gone", "role")) is None
    assert (place_of_engagement(record, "gone"), place_in_record(record, "gone")) == (None, None)


def test_whoever_only_reads_is_led_to_the_place_in_the_record(cast: Cast) -> None:
    entry = add(client_of(cast.person), cast.person)
    where = place_in_record(record_of(cast.person), "core-banking")
    assert where == f"{url('record', cast.person)}#{entry.key}"
    assert f'id="{entry.key}"' in text_of(client_of(cast.superior).get(url("record", cast.person)))


def test_everything_that_a_judgement_asks_for_leads_somewhere(cast: Cast) -> None:
    client = client_of(cast.person)
    add(client, cast.person)
    add(client, cast.person, "expertise", degree="", reach="")
    record = record_of(cast.person)
    judged = judge_editions(current_editions(), read_record(record).person, on=date(2026, 4, 1))
    proofs = [part.proof for each in judged.editions for cell in each.cells.values() for part in cell.parts.values()]
    facts: set[OpenFact | NearMiss] = {fact for proof in proofs for fact in proof.would_settle}
    facts |= {miss for proof in proofs for miss in proof.near_misses}
    facts = {fact for fact in facts if fact.fact != "source"}
    assert len(facts) > 5
    for fact in facts:
        where = place_to_record(record, fact)
        assert where is not None, fact
        assert resolve(where.partition("?")[0]).url_name in {"engagement", "entry", "entry_new", "complete", "skills"}
