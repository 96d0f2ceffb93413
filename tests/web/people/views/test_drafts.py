"""Is what somebody began to write kept, offered again, and gone when it is saved or given up?"""

from __future__ import annotations

import json

import pytest

from kijun.web.people.drafts import MOST_BYTES
from kijun.web.people.models import Draft
from tests.web.cast import Cast, client_of
from tests.web.people.typed import ENGAGEMENT, add, form_url, hidden, text_of, url

pytestmark = pytest.mark.django_db
BEGUN = {"title_en": "Half a title", "fields": ["hardware", "software"], "until": "nonsense"}


def draft_url(cast: Cast, form: str = "engagements-new") -> str:
    return f"{url('draft', cast.person)}?form={form}"


def test_a_draft_is_kept_as_it_is_typed_and_offered_when_the_form_is_opened_again(cast: Cast) -> None:
    client = client_of(cast.person)
    assert client.post(draft_url(cast), BEGUN).status_code == 200
    page = client.get(url("engagement_new", cast.person))
    assert "Go on with the draft" in text_of(page)
    assert "Half a title" not in text_of(page)
    again = client.get(f"{url('engagement_new', cast.person)}?draft=continue")
    form = again.context["form"]
    assert (form["title_en"].value(), form["fields"].value(), form["until"].value()) == (*BEGUN.values(),)
    assert "needs another look" not in text_of(again)
    assert "Go on with the draft" not in text_of(again)


def test_the_newest_state_of_a_draft_is_kept_and_no_other(cast: Cast) -> None:
    client = client_of(cast.person)
    for title in ("One", "Two"):
        client.post(draft_url(cast), {"title_en": title, "csrfmiddlewaretoken": "x", "back": "/library/"})
    (draft,) = Draft.objects.all()
    assert draft.body == {"answers": [["title_en", "Two"]]}


def test_a_draft_may_come_as_json(cast: Cast) -> None:
    client = client_of(cast.person)
    answers = json.dumps({"answers": [["title_en", "Half a title"], ["fields", "hardware"]]})
    assert client.post(draft_url(cast), answers, content_type="application/json").status_code == 200
    page = client.get(f"{url('engagement_new', cast.person)}?draft=continue")
    assert "Half a title" in text_of(page)


@pytest.mark.parametrize("sent", ["[]", "{}", '{"answers": 3}', '{"answers": [[1]]}', '{"answers": ' + "[" * 5000])
def test_what_is_no_draft_is_refused(cast: Cast, sent: str) -> None:
    answer = client_of(cast.person).post(draft_url(cast), sent, content_type="application/json")
    assert answer.status_code == 400
    assert not Draft.objects.exists()


def test_a_draft_is_bounded(cast: Cast) -> None:
    answer = client_of(cast.person).post(draft_url(cast), {"title_en": "x" * MOST_BYTES})
    assert answer.status_code == 413
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "form", ["", "nothing-new", "engagements", "engagements-000000000000", "engagements-new2", "head-x"]
)
def test_there_are_drafts_of_the_forms_only(cast: Cast, form: str) -> None:
    assert client_of(cast.person).post(draft_url(cast, form), BEGUN).status_code == 404


def test_saving_drops_the_draft_here_and_in_the_browser(cast: Cast) -> None:
    client = client_of(cast.person)
    client.post(draft_url(cast), BEGUN)
    add(client, cast.person)
    assert not Draft.objects.exists()
    page = text_of(client.get(url("record", cast.person)))
    assert f'data-draft-saved="engagements-new-{cast.person.key}"' in page


def test_a_draft_of_an_entry_is_of_that_entry(cast: Cast) -> None:
    client = client_of(cast.person)
    first, second = add(client, cast.person), add(client, cast.person)
    client.post(draft_url(cast, f"engagements-{first.key}"), {**BEGUN, "based_on": first.revised})
    assert "Go on with the draft" in text_of(client.get(form_url(cast.person, first)))
    assert "Go on with the draft" not in text_of(client.get(form_url(cast.person, second)))
    client.post(url("remove", cast.person, key=first.key))
    assert not Draft.objects.exists()


def test_going_on_with_an_old_draft_does_not_write_over_what_was_saved_since(cast: Cast) -> None:
    client = client_of(cast.person)
    entry = add(client, cast.person)
    client.post(
        draft_url(cast, f"engagements-{entry.key}"), {**ENGAGEMENT, "role": "member", "based_on": entry.revised}
    )
    where = form_url(cast.person, entry)
    other = client_of(cast.person)
    other.post(where, {**ENGAGEMENT, "role": "leader", "based_on": entry.revised})
    client.post(
        draft_url(cast, f"engagements-{entry.key}"), {**ENGAGEMENT, "role": "member", "based_on": entry.revised}
    )
    page = client.get(f"{where}?draft=continue")
    answer = client.post(where, {**ENGAGEMENT, "role": "member", "based_on": hidden(page, "based_on")})
    assert answer.status_code == 409


def test_a_draft_is_given_up(cast: Cast) -> None:
    client = client_of(cast.person)
    client.post(draft_url(cast), BEGUN)
    answer = client.post(f"{url('discard_draft', cast.person)}?form=engagements-new", {"back": "/library/"})
    assert answer.headers["Location"] == "/library/"
    assert not Draft.objects.exists()
    assert "Go on with the draft" not in text_of(client.get(url("engagement_new", cast.person)))


def test_keeping_a_draft_costs_a_few_queries(cast: Cast, django_assert_max_num_queries: pytest.FixtureRequest) -> None:
    client = client_of(cast.person)
    client.post(draft_url(cast), BEGUN)
    with django_assert_max_num_queries(9):  # type: ignore[operator]  # a context manager of pytest-django
        client.post(draft_url(cast), BEGUN)
