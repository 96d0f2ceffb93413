"""Who may open which page of a record, and by which method?"""

from __future__ import annotations

import pytest

from tests.web.cast import Cast, client_of
from tests.web.people.typed import add, url

pytestmark = pytest.mark.django_db
READ = ("record", "history", "entry_history")
WRITE = ("head", "complete", "engagement_new", "entry_new")
OF_ENTRY = ("engagement", "entry")
POSTED = ("example", "could_count", "remove", "undo", "draft", "discard_draft")


def address(cast: Cast, name: str, key: str) -> str:
    facts: dict[str, dict[str, object]] = {"entry_new": {"list": "expertise"}, "undo": {"number": 2}}
    facts |= {each: {"key": key} for each in ("engagement", "entry", "remove", "entry_history")}
    asked = "?form=engagements-new" if "draft" in name else ""
    return url(name, cast.person, **facts.get(name, {})) + asked


@pytest.fixture
def key(cast: Cast) -> str:
    return add(client_of(cast.person), cast.person).key


@pytest.mark.parametrize("name", [*READ, *WRITE, *OF_ENTRY, *POSTED])
@pytest.mark.parametrize("who", ["outsider", "other_assessor", "steward", "administrator"])
def test_whoever_may_not_see_the_record_finds_no_such_page(cast: Cast, key: str, name: str, who: str) -> None:
    client = client_of(cast.each()[who])
    for send in (client.get, client.post):
        answer = send(address(cast, name, key))
        assert answer.status_code in {404, 405}
        assert (answer.status_code == 405) == (
            (name in POSTED and send == client.get) or (name in READ and send == client.post)
        )


@pytest.mark.parametrize("name", [*WRITE, *OF_ENTRY, *POSTED])
@pytest.mark.parametrize("who", ["superior", "assessor"])
def test_whoever_sees_it_may_not_write_it(cast: Cast, key: str, name: str, who: str) -> None:
    assert client_of(cast.each()[who]).post(address(cast, name, key)).status_code == 403


@pytest.mark.parametrize("name", WRITE)
def test_a_form_is_not_shown_to_whoever_only_reads(cast: Cast, key: str, name: str) -> None:
    assert client_of(cast.superior).get(address(cast, name, key)).status_code == 403


@pytest.mark.parametrize("name", OF_ENTRY)
def test_evidence_leads_whoever_only_reads_to_its_place_in_the_record(cast: Cast, key: str, name: str) -> None:
    answer = client_of(cast.superior).get(address(cast, name, key), follow=True)
    assert answer.redirect_chain[-1][0] == f"{url('record', cast.person)}#{key}"


@pytest.mark.parametrize("name", READ)
def test_whoever_sees_it_reads_its_history_too(cast: Cast, key: str, name: str) -> None:
    assert client_of(cast.superior).get(address(cast, name, key)).status_code == 200


@pytest.mark.parametrize("name", READ)
def test_a_page_to_read_takes_nothing(cast: Cast, key: str, name: str) -> None:
    assert client_of(cast.person).post(address(cast, name, key)).status_code == 405


@pytest.mark.parametrize("name", POSTED)
def test_nothing_is_done_by_looking(cast: Cast, key: str, name: str) -> None:
    assert client_of(cast.person).get(address(cast, name, key)).status_code == 405


@pytest.mark.parametrize("name", [*OF_ENTRY, "remove", "entry_history"])
def test_an_entry_of_somebody_else_is_not_found_in_ones_own_record(cast: Cast, key: str, name: str) -> None:
    where = url(name, cast.outsider, key=key)
    client = client_of(cast.outsider)
    send = client.post if name == "remove" else client.get
    assert send(where).status_code == 404


def test_there_is_no_form_for_a_list_that_is_written_elsewhere(cast: Cast) -> None:
    client = client_of(cast.person)
    for list_ in ("ratings", "confirmations", "attachments", "nothing"):
        assert client.get(url("entry_new", cast.person, list=list_)).status_code == 404
