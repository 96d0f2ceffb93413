"""Can an examination be recorded that no standard at hand names?"""

from __future__ import annotations

import html
import re

import pytest

from tests.web.cast import Cast, client_of
from tests.web.people.typed import body_of, entries, form_url, hidden, text_of, url

pytestmark = pytest.mark.django_db


def test_an_examination_that_no_standard_names_is_recorded_with_a_remark(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    typed_ = {"examination": "", "other_examination": "Network Specialist", "day": "2019-12-20"}
    page = client.post(url("entry_new", person, list="qualifications"), typed_, follow=True)
    assert body_of(person, "qualifications") == {"examination": "Network Specialist", "day": "2019-12-20"}
    assert "No standard at hand has a note on the examination" in html.unescape(text_of(page))
    (entry,) = entries(person, "qualifications")
    page = client.get(form_url(person, entry))
    assert re.search(r'name="other_examination" value="Network Specialist"', text_of(page))
    sent = {"examination": "AP", "day": "2019-12-20", "based_on": hidden(page, "based_on")}
    client.post(form_url(person, entry), sent)
    assert body_of(person, "qualifications")["examination"] == "AP"


def test_an_entry_is_about_one_examination(cast: Cast) -> None:
    both = {"examination": "AP", "other_examination": "Network Specialist", "day": "2019-12-20"}
    page = client_of(cast.person).post(url("entry_new", cast.person, list="qualifications"), both)
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"other_examination"}
    assert entries(cast.person, "qualifications") == []
