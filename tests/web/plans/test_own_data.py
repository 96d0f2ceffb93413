"""Does everything that higher slices keep about somebody go along when they take out their data?"""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from kijun.web.passport.actions import make_link
from kijun.web.passport.terms import Terms
from kijun.web.plans.what_if_actions import make
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.plans.kept import keep

pytestmark = pytest.mark.django_db


def test_plans_assumptions_links_and_visits_are_in_the_archive_and_no_secret_is(cast: Cast) -> None:
    give_record(cast.person)
    plan = keep(cast.person)
    make(record_of(cast.person), author=cast.person, name="Next year", body={})
    until = timezone.now() + timedelta(days=3)
    _, secret = make_link(record_of(cast.person), Terms(languages=("en",)), purpose="Interview", expires_at=until)
    client = client_of(cast.person)
    client.get(f"/people/{cast.person.key}/map/")
    answer = client.get(f"/people/{cast.person.key}/record/export/zip/")
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer)))
    answer.close()
    kept = {name: archive.read(name).decode() for name in archive.namelist()}
    assert [each["key"] for each in json.loads(kept["plans.json"])] == [plan.key]
    assert json.loads(kept["plans.json"])[0]["steps"]
    assert [each["name"] for each in json.loads(kept["what-if.json"])] == ["Next year"]
    assert [each["purpose"] for each in json.loads(kept["links.json"])] == ["Interview"]
    assert len(json.loads(kept["visits.json"])) == 1
    assert not any(secret in text for text in kept.values())
