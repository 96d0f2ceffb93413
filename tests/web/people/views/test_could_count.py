"""Does the form say for which cells an engagement could count, while it is being filled in?"""

from __future__ import annotations

import pytest

from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.people.typed import ENGAGEMENT, add, entries, form_url, text_of, url

pytestmark = pytest.mark.django_db
FULL = {**ENGAGEMENT, "customers": "whole-industry", "conditions": ["multi-vendor", "around-the-clock"]}


def test_it_counts_for_cells_and_nearly_for_others(cast: Cast) -> None:
    client = client_of(cast.person)
    page = text_of(client.post(url("could_count", cast.person), FULL))
    assert "Hardware, level 5" in page
    assert "counts for responsibility, complexity, size" in page
    assert '<a href="/library/itss/v3-2011/customer-service/hardware/5/">' in page
    without = text_of(client.post(url("could_count", cast.person), {**FULL, "customers": "part-of-industry"}))
    assert "nearly: responsibility, size — users served: “part of an industry”" in without


def test_a_verdict_that_would_change_is_said_first(cast: Cast) -> None:
    give_record(cast.person)
    for entry in entries(cast.person, "engagements"):
        client_of(cast.person).post(url("remove", cast.person, key=entry.key))
    panel = client_of(cast.person).post(url("could_count", cast.person), FULL).context["panel"]
    assert [bool(cell.change) for cell in panel.cells] == sorted(
        (bool(cell.change) for cell in panel.cells), reverse=True
    )
    assert panel.cells[0].change == "unknown → met"


def test_until_enough_is_filled_in_it_says_what_is_asked_for(cast: Cast) -> None:
    page = client_of(cast.person).post(url("could_count", cast.person), {"title_en": "Begun", "role": "leader"})
    assert [each.name for each in page.context["panel"].missing] == ["fields", "activities", "from", "outcome"]
    assert '<a href="#id_fields">Specialty fields</a>' in text_of(page)


def test_what_cannot_be_read_is_left_out_and_named(cast: Cast) -> None:
    page = client_of(cast.person).post(
        url("could_count", cast.person), {**FULL, "peak_persons": "many", "until": "soon"}
    )
    panel = page.context["panel"]
    assert [each.label for each in panel.left_out] == ["Last day", "Size"]
    assert panel.cells


def test_where_it_counts_for_nothing_that_is_said(cast: Cast) -> None:
    page = client_of(cast.person).post(url("could_count", cast.person), {**FULL, "from": "2099-04-01", "until": ""})
    assert "it counts for no cell" in text_of(page)


def test_an_engagement_on_record_is_compared_with_the_record_without_it(cast: Cast) -> None:
    client = client_of(cast.person)
    entry = add(client, cast.person, **{key: value for key, value in FULL.items() if key not in ENGAGEMENT})
    again = client.post(url("could_count", cast.person), {**FULL, "key": entry.key, "id": "core-banking"})
    assert again.context["panel"].cells == client.get(form_url(cast.person, entry)).context["panel"].cells


def test_asking_changes_nothing(cast: Cast) -> None:
    client_of(cast.person).post(url("could_count", cast.person), FULL)
    assert record_of(cast.person).number == 1


def test_without_a_script_a_button_shows_it_and_keeps_what_was_typed(cast: Cast) -> None:
    page = client_of(cast.person).post(
        url("engagement_new", cast.person), {**FULL, "from": "２０１９年４月", "show": "counts"}
    )
    assert page.status_code == 200
    assert "counts for responsibility" in text_of(page)
    assert 'value="２０１９年４月"' in text_of(page)
    assert entries(cast.person, "engagements") == []


def test_it_speaks_japanese(cast: Cast) -> None:
    cast.person.language = "ja"
    cast.person.save()
    page = text_of(client_of(cast.person).post(url("could_count", cast.person), {**FULL, "customers": ""}))
    assert "責任性" in page
    assert "惜しい: 責任性、サイズ(担当ユーザの記録なし" in page


def test_it_costs_a_few_queries(cast: Cast, django_assert_max_num_queries: pytest.FixtureRequest) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    client.post(url("could_count", cast.person), FULL)
    with django_assert_max_num_queries(7):  # type: ignore[operator]  # a context manager of pytest-django
        client.post(url("could_count", cast.person), FULL)
